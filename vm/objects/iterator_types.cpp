// SPDX-License-Identifier: MIT
//
// The builtin iterator classes: reversed, enumerate, zip, map, filter. Library Reference, "Built-in Functions". Scripts
// may derive from them.
#include "vm/model/generic_alias.hpp"
#include "vm/model/iterator_ends.hpp"
#include "vm/model/iterators.hpp"
#include "vm/model/sequence.hpp"

namespace ouro::vm {

template <class T>
static T* allocate_as(VM& vm, Type* type) {
    return static_cast<T*>(allocate_instance(vm, type));
}

// --- reversed ----------------------------------------------------------------------------------------------------

struct Reversed : Object {
    static constexpr Kind KIND = Kind::Native;
    static constexpr const NativeType& native_type = reversed_type;
    Value sequence; // empty once exhausted
    int64_t position; // of the next item
};

static Result<Value> reversed_new(VM& vm, Type* type, Value sequence) {
    Type* of = vm.type_of(sequence);
    Value method = of->special(vm, Special::Reversed);
    if (!method.is_empty() && !method.is_none())
        return call_special(vm, sequence, Special::Reversed);
    bool has_length = of->has(Type::HEAP) || of->special(vm, Special::Len); // without, classes say so themselves
    if (method.is_none() || of->special(vm, Special::GetItem).is_empty() || as<Dict>(sequence) || !has_length)
        return vm.type_error("'{}' object is not reversible", vm.type_name(sequence));
    int64_t count = TRY(length(vm, sequence));
    Reversed* self = allocate_as<Reversed>(vm, type);
    self->sequence = sequence;
    self->position = count - 1;
    return self;
}

static Result<Value> reversed_next(VM& vm, Object* object) {
    auto& self = *static_cast<Reversed*>(object);
    if (Str* text = as_exact<Str>(self.sequence); text && self.position >= 0)
        return make_char(vm, str_code_point_at(vm, text, size_t(self.position--)));
    if (self.position >= 0 && !self.sequence.is_empty()) {
        auto item = get_item(vm, self.sequence, make_int(vm, self.position));
        if (!item.is_error()) {
            self.position--;
            return item.release();
        }
        if (!is_exception_of(item.exception(), vm, ExceptionId::IndexError) &&
            !is_exception_of(item.exception(), vm, ExceptionId::StopIteration))
            return item.error();
    }
    self.position = -1;
    self.sequence = Value();
    return Value();
}

static Result<int64_t> reversed_hint(VM& vm, Reversed& self) {
    if (self.sequence.is_empty())
        return 0;
    return TRY(length(vm, self.sequence)) < self.position + 1 ? 0 : self.position + 1;
}

static void visit_reversed(Object* object, Visitor& visitor) {
    visitor.visit(static_cast<Reversed*>(object)->sequence);
}

static Result<Value> reversed_reduce(VM& vm, Reversed& self) {
    if (self.sequence.is_empty())
        return make_tuple(vm, {self.type(), make_tuple(vm, {make_tuple(vm, 0)})});
    return make_tuple(vm, {self.type(), make_tuple(vm, {self.sequence}), make_int(vm, self.position)});
}

static Result<void> reversed_set_state(VM& vm, Reversed& self, Value state) {
    int64_t position = TRY(index_int64(vm, state));
    if (!self.sequence.is_empty())
        self.position = std::clamp<int64_t>(position, -1, TRY(length(vm, self.sequence)) - 1);
    return {};
}

static constexpr NativeDef reversed_members[] = {
    fn<reversed_reduce>("__reduce__(self, /)"),
    fn<reversed_set_state>("__setstate__(self, state, /)"),
    fn<reversed_new>("__new__(cls, sequence, /)"),
    fn<iterator_self>("__iter__(self, /)"),
    fn<native_iterator_next>("__next__(self, /)"),
    fn<reversed_hint>("__length_hint__(self, /)"),
};

const NativeType reversed_type = {
    .name = "reversed",
    .base = nullptr,
    .kind = Kind::Native,
    .size = sizeof(Reversed),
    .visit = visit_reversed,
    .members = reversed_members,
    .member_count = std::size(reversed_members),
    .doc = "Return a reverse iterator over the values of the given sequence.",
    .next = reversed_next,
};

// --- enumerate ---------------------------------------------------------------------------------------------------

struct Enumerate : Object {
    static constexpr Kind KIND = Kind::Native;
    static constexpr const NativeType& native_type = enumerate_type;
    Value iterator;
    Value count;
};

static Result<Value> enumerate_new(VM& vm, Type* type, Value iterable, Value start) {
    Value count = TRY(index(vm, start));
    Value iterator = TRY(get_iterator(vm, iterable));
    Enumerate* self = allocate_as<Enumerate>(vm, type);
    self->iterator = iterator;
    self->count = count;
    return self;
}

static Result<Value> enumerate_next(VM& vm, Object* object) {
    auto& self = *static_cast<Enumerate*>(object);
    Value item = TRY(next_inside(vm, self.iterator));
    if (item.is_empty())
        return item;
    Value count = self.count;
    if (count.is_small_int())
        self.count = make_int(vm, count.small_int() + 1);
    else
        self.count = TRY(int_add(vm, count, Value::small_int(1)));
    Heap::barrier(&self);
    return make_tuple(vm, {count, item});
}

static Result<Value> enumerate_next_row(VM& vm, Object* object, Value* row, size_t count) {
    auto& self = *static_cast<Enumerate*>(object);
    if (count != 2 || !self.count.is_small_int() || self.count.small_int() == Value::INT_MAX_VALUE)
        return Value::not_implemented();
    Value item = TRY(next_inside(vm, self.iterator));
    if (item.is_empty())
        return item;
    row[0] = self.count;
    row[1] = item;
    self.count = Value::small_int(self.count.small_int() + 1);
    return Value::none();
}

static void visit_enumerate(Object* object, Visitor& visitor) {
    visitor.visit(static_cast<Enumerate*>(object)->iterator);
    visitor.visit(static_cast<Enumerate*>(object)->count);
}

static Value enumerate_reduce(VM& vm, Enumerate& self) {
    return make_tuple(vm, {self.type(), make_tuple(vm, {self.iterator, self.count})});
}

static constexpr NativeDef enumerate_members[] = {
    fn<enumerate_reduce>("__reduce__(self, /)"),
    class_fn<class_getitem>("__class_getitem__(cls, item, /)"),
    fn<enumerate_new>("__new__(cls, iterable, start=0)"),
    fn<iterator_self>("__iter__(self, /)"),
    fn<native_iterator_next>("__next__(self, /)"),
};

const NativeType enumerate_type = {
    .name = "enumerate",
    .base = nullptr,
    .kind = Kind::Native,
    .size = sizeof(Enumerate),
    .visit = visit_enumerate,
    .members = enumerate_members,
    .member_count = std::size(enumerate_members),
    .doc = "Return an enumerate object: pairs of a count (from start, 0 by default) and an item of iterable.",
    .next = enumerate_next,
    .next_row = enumerate_next_row,
};

// --- zip ---------------------------------------------------------------------------------------------------------

struct Zip : Object {
    static constexpr Kind KIND = Kind::Native;
    static constexpr const NativeType& native_type = zip_type;
    Tuple* iterators;
    bool strict;
};

static Result<Tuple*> iterators_of(VM& vm, Args iterables) {
    Tuple* iterators = make_tuple(vm, iterables.size());
    for (size_t i = 0; i < iterables.size(); i++)
        Heap::store(iterators, (*iterators)[i], TRY(get_iterator(vm, iterables[i])));
    return iterators;
}

static Result<Value> zip_new(VM& vm, Type* type, Args iterables, bool strict) {
    Tuple* iterators = TRY(iterators_of(vm, iterables));
    Zip* self = allocate_as<Zip>(vm, type);
    self->iterators = iterators;
    self->strict = strict;
    return self;
}

// Strict ones look at all their iterators before they end, by an end of their own.
static Result<Value> next_of(VM& vm, Value iterator, bool strict) {
    return strict ? next(vm, iterator) : next_inside(vm, iterator);
}

// With strict=True: the iterator at `position` ended first. Raises unless all others end here too.
static Result<void> check_equal_lengths(VM& vm, Tuple& iterators, size_t position, const char* function) {
    auto others = [](size_t count) { return count == 1 ? "argument " : "arguments 1-"; };
    if (position > 0)
        return vm.value_error("{}() argument {} is shorter than {}{}", function, position + 1, others(position),
                              position);
    for (size_t i = 1; i < iterators.size(); i++) {
        if (!TRY(next(vm, iterators[i])).is_empty())
            return vm.value_error("{}() argument {} is longer than {}{}", function, i + 1, others(i), i);
    }
    return {};
}

static Result<Value> zip_next(VM& vm, Object* object) {
    auto& self = *static_cast<Zip*>(object);
    size_t count = self.iterators->size();
    if (count == 0)
        return Value();
    Tuple* items = make_tuple(vm, count);
    for (size_t i = 0; i < count; i++) {
        Value item = TRY(next_of(vm, (*self.iterators)[i], self.strict));
        if (item.is_empty()) {
            if (self.strict)
                TRY(check_equal_lengths(vm, *self.iterators, i, "zip"));
            return Value();
        }
        Heap::store(items, (*items)[i], item);
    }
    return items;
}

static Result<Value> zip_next_row(VM& vm, Object* object, Value* row, size_t count) {
    auto& self = *static_cast<Zip*>(object);
    constexpr size_t FEW = 8;
    Value items[FEW]; // the row keeps the last items when an iterator ends
    if (count != self.iterators->size() || count == 0 || count > FEW)
        return Value::not_implemented();
    for (size_t i = 0; i < count; i++) {
        items[i] = TRY(next_of(vm, (*self.iterators)[i], self.strict));
        if (items[i].is_empty()) {
            if (self.strict)
                TRY(check_equal_lengths(vm, *self.iterators, i, "zip"));
            return Value();
        }
    }
    std::copy_n(items, count, row);
    return Value::none();
}

static void visit_zip(Object* object, Visitor& visitor) { visitor.visit(static_cast<Zip*>(object)->iterators); }

// strict=True is the state.
static Value reduce_strict(VM& vm, Type* type, Tuple* arguments, bool strict) {
    return strict ? make_tuple(vm, {type, arguments, Value::boolean(true)}) : make_tuple(vm, {type, arguments});
}

static Value zip_reduce(VM& vm, Zip& self) { return reduce_strict(vm, self.type(), self.iterators, self.strict); }
static Result<void> zip_set_state(VM& vm, Zip& self, Value state) {
    self.strict = TRY(truth(vm, state));
    return {};
}

static constexpr NativeDef zip_members[] = {
    fn<zip_reduce>("__reduce__(self, /)"),
    fn<zip_set_state>("__setstate__(self, state, /)"),
    fn<zip_new>("__new__(cls, /, *iterables, strict=False)"),
    fn<iterator_self>("__iter__(self, /)"),
    fn<native_iterator_next>("__next__(self, /)"),
};

const NativeType zip_type = {
    .name = "zip",
    .base = nullptr,
    .kind = Kind::Native,
    .size = sizeof(Zip),
    .visit = visit_zip,
    .members = zip_members,
    .member_count = std::size(zip_members),
    .doc = "Tuples of the first, second, ... items of the iterables, until one ends; with strict=True all must end "
           "together.",
    .next = zip_next,
    .next_row = zip_next_row,
};

// --- map ---------------------------------------------------------------------------------------------------------

struct Map : Object {
    static constexpr Kind KIND = Kind::Native;
    static constexpr const NativeType& native_type = map_type;
    Value function;
    Tuple* iterators;
    bool strict;
};

static Result<Value> map_new(VM& vm, Type* type, Args arguments, bool strict) {
    if (arguments.size() < 2)
        return vm.type_error("map() must have at least two arguments.");
    Tuple* iterators = TRY(iterators_of(vm, arguments.subspan(1)));
    Map* self = allocate_as<Map>(vm, type);
    self->function = arguments[0];
    self->iterators = iterators;
    self->strict = strict;
    return self;
}

static Result<Value> map_next(VM& vm, Object* object) {
    auto& self = *static_cast<Map*>(object);
    constexpr size_t FEW = 8;
    Value few[FEW];
    size_t count = self.iterators->size();
    Tuple* many = count > FEW ? make_tuple(vm, count) : nullptr;
    Value* items = many ? many->items() : few;
    for (size_t i = 0; i < count; i++) {
        Value item = TRY(next_of(vm, (*self.iterators)[i], self.strict));
        if (item.is_empty()) {
            if (self.strict)
                TRY(check_equal_lengths(vm, *self.iterators, i, "map"));
            return item;
        }
        items[i] = item;
        if (many)
            Heap::barrier(many);
    }
    return call(vm, self.function, std::span<const Value>(items, count));
}

static void visit_map(Object* object, Visitor& visitor) {
    visitor.visit(static_cast<Map*>(object)->function);
    visitor.visit(static_cast<Map*>(object)->iterators);
}

static Value map_reduce(VM& vm, Map& self) {
    Tuple* arguments = make_tuple(vm, self.iterators->size() + 1);
    (*arguments)[0] = self.function;
    std::copy_n(self.iterators->items(), self.iterators->size(), arguments->items() + 1);
    return reduce_strict(vm, self.type(), arguments, self.strict);
}
static Result<void> map_set_state(VM& vm, Map& self, Value state) {
    self.strict = TRY(truth(vm, state));
    return {};
}

static constexpr NativeDef map_members[] = {
    fn<map_reduce>("__reduce__(self, /)"),
    fn<map_set_state>("__setstate__(self, state, /)"),
    fn<map_new>("__new__(cls, /, *args, strict=False)",
                "(cls, function, iterable, /, *iterables, strict=False)\n--\n\n"),
    fn<iterator_self>("__iter__(self, /)"),
    fn<native_iterator_next>("__next__(self, /)"),
};

const NativeType map_type = {
    .name = "map",
    .base = nullptr,
    .kind = Kind::Native,
    .size = sizeof(Map),
    .visit = visit_map,
    .members = map_members,
    .member_count = std::size(map_members),
    .doc = "The results of function applied to the items of each iterable, until one ends.",
    .next = map_next,
};

// --- filter ------------------------------------------------------------------------------------------------------

struct Filter : Object {
    static constexpr Kind KIND = Kind::Native;
    static constexpr const NativeType& native_type = filter_type;
    Value function; // None: the truth of the item itself
    Value iterator;
};

static Result<Value> filter_new(VM& vm, Type* type, Value function, Value iterable) {
    Value iterator = TRY(get_iterator(vm, iterable));
    Filter* self = allocate_as<Filter>(vm, type);
    self->function = function == Value(vm.types.bool_) ? Value::none() : function;
    self->iterator = iterator;
    return self;
}

static Result<Value> filter_next(VM& vm, Object* object) {
    auto& self = *static_cast<Filter*>(object);
    for (;;) {
        Value item = TRY(next_inside(vm, self.iterator));
        if (item.is_empty())
            return item;
        Value verdict = self.function.is_none() ? item : TRY(call(vm, self.function, {item}));
        if (TRY(truth(vm, verdict)))
            return item;
        if (vm.safepoint.load(std::memory_order_relaxed))
            TRY(vm.handle_safepoint());
    }
}

static void visit_filter(Object* object, Visitor& visitor) {
    visitor.visit(static_cast<Filter*>(object)->function);
    visitor.visit(static_cast<Filter*>(object)->iterator);
}

static Value filter_reduce(VM& vm, Filter& self) {
    return make_tuple(vm, {self.type(), make_tuple(vm, {self.function, self.iterator})});
}

static constexpr NativeDef filter_members[] = {
    fn<filter_reduce>("__reduce__(self, /)"),
    fn<filter_new>("__new__(cls, function, iterable, /)"),
    fn<iterator_self>("__iter__(self, /)"),
    fn<native_iterator_next>("__next__(self, /)"),
};

const NativeType filter_type = {
    .name = "filter",
    .base = nullptr,
    .kind = Kind::Native,
    .size = sizeof(Filter),
    .visit = visit_filter,
    .members = filter_members,
    .member_count = std::size(filter_members),
    .doc = "The items of iterable for which function(item) is true; with None, those that are true.",
    .next = filter_next,
};

} // namespace ouro::vm
