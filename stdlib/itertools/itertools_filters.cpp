// SPDX-License-Identifier: MIT
//
// The iterators of itertools that pass on, drop or combine items one after another: accumulate, chain, compress,
// dropwhile, filterfalse, pairwise, starmap, takewhile, zip_longest.
#include "vm/model/generic_alias.hpp"
#include "vm/model/iterator_ends.hpp"
#include "stdlib/itertools/itertools.hpp"

namespace ouro::stdlib {

using namespace ouro::vm;

// --- accumulate --------------------------------------------------------------------------------------------------

struct Accumulate : Object {
    static constexpr Kind KIND = Kind::Native;
    static constexpr const NativeType& native_type = accumulate_type;
    Value iterator;
    Value function; // None: addition
    Value total;    // empty before the first item
    Value initial;  // None: none
};

static Result<Value> accumulate_new(VM& vm, Type* type, Value iterable, Value function, Value initial) {
    Value iterator = TRY(get_iterator(vm, iterable));
    Accumulate* self = new_instance<Accumulate>(vm, type);
    self->iterator = iterator;
    self->function = function;
    self->initial = initial;
    return self;
}

static Result<Value> accumulate_next(VM& vm, Object* object) {
    auto& self = *static_cast<Accumulate*>(object);
    if (!self.initial.is_none()) {
        Heap::store(&self, self.total, self.initial);
        self.initial = Value::none();
        return self.total;
    }
    Value item = TRY(next_inside(vm, self.iterator));
    if (item.is_empty())
        return item;
    if (!self.total.is_empty()) {
        item = self.function.is_none() ? TRY(binary_operation(vm, Special::Add, self.total, item))
                                       : TRY(call(vm, self.function, {self.total, item}));
    }
    Heap::store(&self, self.total, item);
    return item;
}

static void visit_accumulate(Object* object, Visitor& visitor) {
    auto& self = *static_cast<Accumulate*>(object);
    for (Value value : {self.iterator, self.function, self.total, self.initial})
        visitor.visit(value);
}

static constexpr NativeDef accumulate_members[] = {
    fn<accumulate_new>("__new__(cls, iterable, func=None, *, initial=None)"),
    fn<iterator_self>("__iter__(self, /)"),
    fn<native_iterator_next>("__next__(self, /)"),
};

const NativeType accumulate_type = iterator_class<Accumulate>(
    "itertools.accumulate", accumulate_members, visit_accumulate, accumulate_next, "Running sums, or results of func.");

// --- chain -------------------------------------------------------------------------------------------------------

struct Chain : Object {
    static constexpr Kind KIND = Kind::Native;
    static constexpr const NativeType& native_type = chain_type;
    Value iterables; // iterator over them; empty at the end
    Value active;    // iterator of the current one, or empty
};

static Result<Value> make_chain(VM& vm, Type* type, Value iterables) {
    Value iterator = TRY(get_iterator(vm, iterables));
    Chain* self = new_instance<Chain>(vm, type);
    self->iterables = iterator;
    return self;
}

static Result<Value> chain_new(VM& vm, Type* type, Args iterables) {
    return make_chain(vm, type, make_tuple(vm, iterables));
}

static Result<Value> chain_from_iterable(VM& vm, Value cls, Value iterable) {
    return make_chain(vm, TRY(class_argument(vm, cls, vm.native(Chain::native_type))), iterable);
}

static Result<Value> chain_next(VM& vm, Object* object) {
    auto& self = *static_cast<Chain*>(object);
    while (!self.iterables.is_empty()) {
        if (self.active.is_empty()) {
            Value iterable = TRY(next(vm, self.iterables));
            if (iterable.is_empty()) {
                self.iterables = Value();
                return Value();
            }
            auto iterator = get_iterator(vm, iterable);
            if (iterator.is_error()) {
                self.iterables = Value();
                return iterator.error();
            }
            Heap::store(&self, self.active, iterator.release());
        }
        Value item = TRY(next(vm, self.active));
        if (!item.is_empty())
            return item;
        self.active = Value();
        TRY(poll_safepoint(vm));
    }
    return Value();
}

static void visit_chain(Object* object, Visitor& visitor) {
    visitor.visit(static_cast<Chain*>(object)->iterables);
    visitor.visit(static_cast<Chain*>(object)->active);
}

static constexpr NativeDef chain_members[] = {
    class_fn<class_getitem>("__class_getitem__(cls, item, /)"),
    fn<chain_new>("__new__(cls, /, *iterables)"),
    fn<iterator_self>("__iter__(self, /)"),
    fn<native_iterator_next>("__next__(self, /)"),
    class_fn<chain_from_iterable>("from_iterable(type, iterable, /)", "chain with the iterables from one iterable."),
};

const NativeType chain_type = iterator_class<Chain>("itertools.chain", chain_members, visit_chain, chain_next,
                                                    "The items of the first iterable, then of the next, ...");

// --- compress ----------------------------------------------------------------------------------------------------

struct Compress : Object {
    static constexpr Kind KIND = Kind::Native;
    static constexpr const NativeType& native_type = compress_type;
    Value data, selectors;
};

static Result<Value> compress_new(VM& vm, Type* type, Value data, Value selectors) {
    Value data_iterator = TRY(get_iterator(vm, data));
    Value selector_iterator = TRY(get_iterator(vm, selectors));
    Compress* self = new_instance<Compress>(vm, type);
    self->data = data_iterator;
    self->selectors = selector_iterator;
    return self;
}

static Result<Value> compress_next(VM& vm, Object* object) {
    auto& self = *static_cast<Compress*>(object);
    for (;;) {
        Value item = TRY(next_inside(vm, self.data));
        if (item.is_empty())
            return item;
        Value selector = TRY(next_inside(vm, self.selectors));
        if (selector.is_empty())
            return selector;
        if (TRY(truth(vm, selector)))
            return item;
        TRY(poll_safepoint(vm));
    }
}

static void visit_compress(Object* object, Visitor& visitor) {
    visitor.visit(static_cast<Compress*>(object)->data);
    visitor.visit(static_cast<Compress*>(object)->selectors);
}

static constexpr NativeDef compress_members[] = {
    fn<compress_new>("__new__(cls, data, selectors)"),
    fn<iterator_self>("__iter__(self, /)"),
    fn<native_iterator_next>("__next__(self, /)"),
};

const NativeType compress_type = iterator_class<Compress>("itertools.compress", compress_members, visit_compress,
                                                          compress_next, "The items whose selectors are true.");

// --- dropwhile, takewhile, filterfalse, starmap: a function and an iterator ----------------------------------------

struct FunctionAndIterator : Object {
    static constexpr Kind KIND = Kind::Native;
    Value function, iterator;
    bool done; // dropwhile: dropping is over; takewhile: the end was reached
};
struct DropWhile : FunctionAndIterator {
    static constexpr const NativeType& native_type = dropwhile_type;
};
struct TakeWhile : FunctionAndIterator {
    static constexpr const NativeType& native_type = takewhile_type;
};
struct FilterFalse : FunctionAndIterator {
    static constexpr const NativeType& native_type = filterfalse_type;
};
struct StarMap : FunctionAndIterator {
    static constexpr const NativeType& native_type = starmap_type;
};

template <class T>
static Result<Value> function_iterator_new(VM& vm, Type* type, Value function, Value iterable) {
    Value iterator = TRY(get_iterator(vm, iterable));
    T* self = new_instance<T>(vm, type);
    self->function = function;
    self->iterator = iterator;
    return self;
}

static void visit_function_iterator(Object* object, Visitor& visitor) {
    visitor.visit(static_cast<FunctionAndIterator*>(object)->function);
    visitor.visit(static_cast<FunctionAndIterator*>(object)->iterator);
}

static Result<Value> dropwhile_next(VM& vm, Object* object) {
    auto& self = *static_cast<FunctionAndIterator*>(object);
    for (;;) {
        Value item = TRY(next_inside(vm, self.iterator));
        if (item.is_empty() || self.done)
            return item;
        if (!TRY(truth(vm, TRY(call(vm, self.function, {item}))))) {
            self.done = true;
            return item;
        }
        TRY(poll_safepoint(vm));
    }
}

static Result<Value> takewhile_next(VM& vm, Object* object) {
    auto& self = *static_cast<FunctionAndIterator*>(object);
    if (self.done)
        return Value();
    Value item = TRY(next_inside(vm, self.iterator));
    if (item.is_empty() || TRY(truth(vm, TRY(call(vm, self.function, {item})))))
        return item;
    self.done = true;
    return Value();
}

static Result<Value> filterfalse_next(VM& vm, Object* object) {
    auto& self = *static_cast<FunctionAndIterator*>(object);
    bool by_truth = self.function.is_none() || self.function == Value(vm.types.bool_);
    for (;;) {
        Value item = TRY(next_inside(vm, self.iterator));
        if (item.is_empty())
            return item;
        Value verdict = by_truth ? item : TRY(call(vm, self.function, {item}));
        if (!TRY(truth(vm, verdict)))
            return item;
        TRY(poll_safepoint(vm));
    }
}

static Result<Value> starmap_next(VM& vm, Object* object) {
    auto& self = *static_cast<FunctionAndIterator*>(object);
    Value item = TRY(next_inside(vm, self.iterator));
    if (item.is_empty())
        return item;
    Tuple* arguments = TRY(tuple_from(vm, item));
    return call(vm, self.function, Args(arguments->items(), arguments->size()));
}

static constexpr NativeDef dropwhile_members[] = {
    fn<function_iterator_new<DropWhile>>("__new__(cls, predicate, iterable, /)"),
    fn<iterator_self>("__iter__(self, /)"),
    fn<native_iterator_next>("__next__(self, /)"),
};
static constexpr NativeDef takewhile_members[] = {
    fn<function_iterator_new<TakeWhile>>("__new__(cls, predicate, iterable, /)"),
    fn<iterator_self>("__iter__(self, /)"),
    fn<native_iterator_next>("__next__(self, /)"),
};
static constexpr NativeDef filterfalse_members[] = {
    fn<function_iterator_new<FilterFalse>>("__new__(cls, function, iterable, /)"),
    fn<iterator_self>("__iter__(self, /)"),
    fn<native_iterator_next>("__next__(self, /)"),
};
static constexpr NativeDef starmap_members[] = {
    fn<function_iterator_new<StarMap>>("__new__(cls, function, iterable, /)"),
    fn<iterator_self>("__iter__(self, /)"),
    fn<native_iterator_next>("__next__(self, /)"),
};

const NativeType dropwhile_type = iterator_class<DropWhile>(
    "itertools.dropwhile", dropwhile_members, visit_function_iterator, dropwhile_next,
    "The items from the first on for which the predicate is false.");
const NativeType takewhile_type = iterator_class<TakeWhile>(
    "itertools.takewhile", takewhile_members, visit_function_iterator, takewhile_next,
    "The items before the first for which the predicate is false.");
const NativeType filterfalse_type = iterator_class<FilterFalse>(
    "itertools.filterfalse", filterfalse_members, visit_function_iterator, filterfalse_next,
    "The items for which function(item) is false.");
const NativeType starmap_type = iterator_class<StarMap>("itertools.starmap", starmap_members, visit_function_iterator,
                                                        starmap_next, "function(*item) for each item.");

// --- pairwise ----------------------------------------------------------------------------------------------------

struct Pairwise : Object {
    static constexpr Kind KIND = Kind::Native;
    static constexpr const NativeType& native_type = pairwise_type;
    Value iterator; // empty at the end
    Value previous; // empty before the first pair
};

static Result<Value> pairwise_new(VM& vm, Type* type, Value iterable) {
    Value iterator = TRY(get_iterator(vm, iterable));
    Pairwise* self = new_instance<Pairwise>(vm, type);
    self->iterator = iterator;
    return self;
}

static Result<Value> pairwise_next(VM& vm, Object* object) {
    auto& self = *static_cast<Pairwise*>(object);
    if (self.iterator.is_empty())
        return Value();
    Value iterator = self.iterator;
    if (self.previous.is_empty()) {
        auto first = next_inside(vm, iterator);
        if (first.is_error() || self.iterator.is_empty() || first.release().is_empty()) {
            self.iterator = Value();
            return first.is_error() ? first.error() : Result<Value>(Value());
        }
        Heap::store(&self, self.previous, first.release());
    }
    Value previous = self.previous;
    auto item = next_inside(vm, iterator);
    if (item.is_error() || item.release().is_empty()) {
        self.iterator = self.previous = Value();
        return item;
    }
    Heap::store(&self, self.previous, item.release());
    return make_tuple(vm, {previous, item.release()});
}

static void visit_pairwise(Object* object, Visitor& visitor) {
    visitor.visit(static_cast<Pairwise*>(object)->iterator);
    visitor.visit(static_cast<Pairwise*>(object)->previous);
}

static constexpr NativeDef pairwise_members[] = {
    fn<pairwise_new>("__new__(cls, iterable, /)"),
    fn<iterator_self>("__iter__(self, /)"),
    fn<native_iterator_next>("__next__(self, /)"),
};

const NativeType pairwise_type = iterator_class<Pairwise>("itertools.pairwise", pairwise_members, visit_pairwise,
                                                          pairwise_next, "Overlapping pairs of neighbours.");

// --- zip_longest -------------------------------------------------------------------------------------------------

struct ZipLongest : Object {
    static constexpr Kind KIND = Kind::Native;
    static constexpr const NativeType& native_type = zip_longest_type;
    Tuple* iterators; // None in place of those that have ended
    Value fill;
    uint64_t active;
};

static Result<Value> zip_longest_new(VM& vm, Type* type, Args iterables, Value fill) {
    Tuple* iterators = make_tuple(vm, iterables.size());
    for (size_t i = 0; i < iterables.size(); i++)
        Heap::store(iterators, (*iterators)[i], TRY(get_iterator(vm, iterables[i])));
    ZipLongest* self = new_instance<ZipLongest>(vm, type);
    self->iterators = iterators;
    self->fill = fill;
    self->active = iterables.size();
    return self;
}

static Result<Value> zip_longest_next(VM& vm, Object* object) {
    auto& self = *static_cast<ZipLongest*>(object);
    size_t count = self.iterators->size();
    if (self.active == 0)
        return Value();
    Tuple* items = make_tuple(vm, count);
    for (size_t i = 0; i < count; i++) {
        Value& iterator = (*self.iterators)[i];
        Value item = self.fill;
        if (!iterator.is_none()) {
            auto result = next(vm, iterator);
            if (result.is_error()) {
                self.active = 0;
                return result.error();
            }
            item = result.release();
        }
        if (item.is_empty()) {
            iterator = Value::none();
            item = self.fill;
            if (self.active == 0 || --self.active == 0)
                return Value();
        }
        Heap::store(items, (*items)[i], item);
    }
    return items;
}

static void visit_zip_longest(Object* object, Visitor& visitor) {
    visitor.visit(static_cast<ZipLongest*>(object)->iterators);
    visitor.visit(static_cast<ZipLongest*>(object)->fill);
}

static constexpr NativeDef zip_longest_members[] = {
    fn<zip_longest_new>("__new__(cls, /, *iterables, fillvalue=None)"),
    fn<iterator_self>("__iter__(self, /)"),
    fn<native_iterator_next>("__next__(self, /)"),
};

const NativeType zip_longest_type =
    iterator_class<ZipLongest>("itertools.zip_longest", zip_longest_members, visit_zip_longest, zip_longest_next,
                               "zip() that goes on to the end of the longest, with fillvalue for what is missing.");

} // namespace ouro::stdlib
