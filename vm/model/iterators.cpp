// SPDX-License-Identifier: MIT
//
// The iterators of list, tuple, range and set, of old-style sequences and of callables. Those of dict stand in
// dict_iterators.cpp; reversed, enumerate, zip, map and filter in iterator_types.cpp.
#include "vm/model/iterators.hpp"

#include "vm/model/iterator_state.hpp"

#include "vm/model/set_table.hpp"
#include "vm/model/core.hpp"

namespace ouro::vm {

Result<Value> native_iterator_next(VM& vm, Value self) {
    auto* next = self.is_object() ? self.object()->type()->native->next : nullptr;
    if (!next)
        return vm.type_error("'{}' object is not an iterator", vm.type_name(self));
    Value item = TRY(next(vm, self.object()));
    if (item.is_empty())
        return vm.stop_iteration();
    return item;
}

Value iterator_self(Value self) { return self; }

template <class Iterator>
static Iterator* make_iterator(VM& vm) {
    return vm.heap.make<Iterator>(vm.native(Iterator::native_type)->root_shape);
}

// All container iterators look alike to scripts: they cannot be made by a call, and tell how many items are to come.
// They are pickled by the functions of objects/iterator_reductions.cpp.
template <auto length_hint, class Iterator>
inline constexpr NativeDef iterator_members[] = {
    fn<iterator_self>("__iter__(self, /)"),
    fn<native_iterator_next>("__next__(self, /)"),
    fn<length_hint>("__length_hint__(self, /)"),
    fn<reduce_iterator<Iterator>>("__reduce__(self, /)"),
    fn<set_iterator_state<Iterator>>("__setstate__(self, state, /)"),
};

template <class Iterator, auto next, auto visit, auto length_hint>
static constexpr NativeType iterator_type(const char* name) {
    return {
        .name = name,
        .base = nullptr,
        .kind = Kind::Native,
        .size = sizeof(Iterator),
        .flags = Type::FINAL | Type::NO_NEW,
        .visit = visit,
        .members = iterator_members<length_hint, Iterator>,
        .member_count = std::size(iterator_members<length_hint, Iterator>),
        .next = next,
    };
}

// --- list --------------------------------------------------------------------------------------------------------

static Result<Value> list_iterator_next(VM&, Object* object) {
    auto& self = *static_cast<ListIterator*>(object);
    if (!self.list)
        return Value();
    if (self.position < self.list->size())
        return (*self.list)[self.position++];
    self.list = nullptr;
    return Value();
}

static void visit_list_iterator(Object* object, Visitor& visitor) {
    visitor.visit(static_cast<ListIterator*>(object)->list);
}

static int64_t list_iterator_hint(ListIterator& self) {
    return self.list && self.list->size() > self.position ? int64_t(self.list->size() - self.position) : 0;
}

const NativeType ListIterator::native_type =
    iterator_type<ListIterator, list_iterator_next, visit_list_iterator, list_iterator_hint>("list_iterator");

Object* make_list_iterator(VM& vm, List& list) {
    auto* iterator = make_iterator<ListIterator>(vm);
    iterator->list = &list;
    return iterator;
}

static Result<Value> list_reverse_iterator_next(VM&, Object* object) {
    auto& self = *static_cast<ListReverseIterator*>(object);
    if (!self.list)
        return Value();
    if (self.remaining > 0 && self.remaining <= self.list->size())
        return (*self.list)[--self.remaining];
    self.list = nullptr;
    return Value();
}

static void visit_list_reverse_iterator(Object* object, Visitor& visitor) {
    visitor.visit(static_cast<ListReverseIterator*>(object)->list);
}

static int64_t list_reverse_iterator_hint(ListReverseIterator& self) {
    return self.list && self.list->size() >= self.remaining ? int64_t(self.remaining) : 0;
}

const NativeType ListReverseIterator::native_type =
    iterator_type<ListReverseIterator, list_reverse_iterator_next, visit_list_reverse_iterator,
                  list_reverse_iterator_hint>("list_reverseiterator");

// --- tuple -------------------------------------------------------------------------------------------------------

static Result<Value> tuple_iterator_next(VM&, Object* object) {
    auto& self = *static_cast<TupleIterator*>(object);
    if (!self.tuple)
        return Value();
    if (self.position < self.tuple->size())
        return (*self.tuple)[self.position++];
    self.tuple = nullptr;
    return Value();
}

static void visit_tuple_iterator(Object* object, Visitor& visitor) {
    visitor.visit(static_cast<TupleIterator*>(object)->tuple);
}

static int64_t tuple_iterator_hint(TupleIterator& self) {
    return self.tuple ? int64_t(self.tuple->size() - self.position) : 0;
}

const NativeType TupleIterator::native_type =
    iterator_type<TupleIterator, tuple_iterator_next, visit_tuple_iterator, tuple_iterator_hint>("tuple_iterator");

Object* make_tuple_iterator(VM& vm, Tuple& tuple) {
    auto* iterator = make_iterator<TupleIterator>(vm);
    iterator->tuple = &tuple;
    return iterator;
}

// --- range -------------------------------------------------------------------------------------------------------

static Result<Value> range_iterator_next(VM&, Object* object) {
    auto& self = *static_cast<RangeIterator*>(object);
    if (self.remaining == 0)
        return Value();
    int64_t current = self.current;
    self.current += self.step;
    self.remaining--;
    return Value::small_int(current);
}

static int64_t range_iterator_hint(RangeIterator& self) { return self.remaining; }

const NativeType RangeIterator::native_type =
    iterator_type<RangeIterator, range_iterator_next, nullptr, range_iterator_hint>("range_iterator");

static Result<Value> long_range_iterator_next(VM& vm, Object* object) {
    auto& self = *static_cast<LongRangeIterator*>(object);
    if (self.remaining == Value::small_int(0))
        return Value();
    Value current = self.current;
    Heap::store(&self, self.remaining, TRY(int_sub(vm, self.remaining, Value::small_int(1))));
    Heap::store(&self, self.current, TRY(int_add(vm, current, self.step)));
    return current;
}

static void visit_long_range_iterator(Object* object, Visitor& visitor) {
    auto& self = *static_cast<LongRangeIterator*>(object);
    visitor.visit(self.current);
    visitor.visit(self.step);
    visitor.visit(self.remaining);
}

static Value long_range_iterator_hint(LongRangeIterator& self) { return self.remaining; }

const NativeType LongRangeIterator::native_type =
    iterator_type<LongRangeIterator, long_range_iterator_next, visit_long_range_iterator, long_range_iterator_hint>(
        "longrange_iterator");

Result<Object*> make_range_iterator(VM& vm, Range& range) {
    if (range.flags & Range::SMALL) {
        auto* iterator = make_iterator<RangeIterator>(vm);
        iterator->current = range.start.small_int();
        iterator->step = range.step.small_int();
        iterator->remaining = range.length.small_int();
        return static_cast<Object*>(iterator);
    }
    auto* iterator = make_iterator<LongRangeIterator>(vm);
    iterator->current = range.start;
    iterator->step = range.step;
    iterator->remaining = range.length;
    return static_cast<Object*>(iterator);
}

// --- set ---------------------------------------------------------------------------------------------------------

static Result<Value> set_iterator_next(VM& vm, Object* object) {
    auto& self = *static_cast<SetIterator*>(object);
    if (!self.set)
        return Value();
    if (self.used != self.set->used) {
        self.used = UINT64_MAX; // stays an error
        return vm.runtime_error("Set changed size during iteration");
    }
    if (SetEntry* entry = set_next_entry(*self.set, self.position)) {
        self.remaining -= self.remaining > 0;
        return entry->key;
    }
    self.set = nullptr;
    return Value();
}

static void visit_set_iterator(Object* object, Visitor& visitor) {
    visitor.visit(static_cast<SetIterator*>(object)->set);
}

static int64_t set_iterator_hint(SetIterator& self) {
    return self.set && self.used == self.set->used ? int64_t(self.remaining) : 0;
}

const NativeType SetIterator::native_type =
    iterator_type<SetIterator, set_iterator_next, visit_set_iterator, set_iterator_hint>("set_iterator");

Object* make_set_iterator(VM& vm, Set& set) {
    auto* iterator = make_iterator<SetIterator>(vm);
    iterator->set = &set;
    iterator->used = iterator->remaining = set.used;
    return iterator;
}

// --- Sequences by __getitem__, callables by sentinel -----------------------------------------------------------------

static bool means_end(VM& vm, Exception* raised) {
    return is_exception_of(raised, vm, ExceptionId::IndexError) ||
           is_exception_of(raised, vm, ExceptionId::StopIteration);
}

static Result<Value> sequence_iterator_next(VM& vm, Object* object) {
    auto& self = *static_cast<SequenceIterator*>(object);
    if (self.sequence.is_empty())
        return Value();
    auto item = get_item(vm, self.sequence, make_int(vm, int64_t(self.position)));
    if (!item.is_error()) {
        self.position++;
        return item.release();
    }
    if (!means_end(vm, item.exception()))
        return item.error();
    self.sequence = Value();
    return Value();
}

static void visit_sequence_iterator(Object* object, Visitor& visitor) {
    visitor.visit(static_cast<SequenceIterator*>(object)->sequence);
}

static Result<Value> sequence_iterator_hint(VM& vm, SequenceIterator& self) {
    if (self.sequence.is_empty())
        return Value::small_int(0);
    if (vm.type_of(self.sequence)->special(vm, Special::Len).is_empty())
        return Value::not_implemented();
    int64_t remaining = TRY(length(vm, self.sequence)) - int64_t(self.position);
    return make_int(vm, remaining > 0 ? remaining : 0);
}

const NativeType SequenceIterator::native_type =
    iterator_type<SequenceIterator, sequence_iterator_next, visit_sequence_iterator, sequence_iterator_hint>(
        "iterator");

Object* make_sequence_iterator(VM& vm, Value sequence) {
    auto* iterator = make_iterator<SequenceIterator>(vm);
    iterator->sequence = sequence;
    return iterator;
}

static Result<Value> callable_iterator_next(VM& vm, Object* object) {
    auto& self = *static_cast<CallableIterator*>(object);
    if (self.callable.is_empty())
        return Value();
    auto result = call(vm, self.callable, std::initializer_list<Value>{});
    if (result.is_error()) {
        if (!is_exception_of(result.exception(), vm, ExceptionId::StopIteration))
            return result.error();
    } else {
        Value item = result.release();
        if (self.callable.is_empty()) // the call went on to the end of this very iterator
            return Value();
        if (!TRY(equal(vm, self.sentinel, item)))
            return item;
    }
    self.callable = self.sentinel = Value();
    return Value();
}

static void visit_callable_iterator(Object* object, Visitor& visitor) {
    visitor.visit(static_cast<CallableIterator*>(object)->callable);
    visitor.visit(static_cast<CallableIterator*>(object)->sentinel);
}

static constexpr NativeDef callable_iterator_members[] = {
    fn<iterator_self>("__iter__(self, /)"),
    fn<native_iterator_next>("__next__(self, /)"),
    fn<reduce_iterator<CallableIterator>>("__reduce__(self, /)"),
};

const NativeType CallableIterator::native_type = {
    .name = "callable_iterator",
    .base = nullptr,
    .kind = Kind::Native,
    .size = sizeof(CallableIterator),
    .flags = Type::FINAL | Type::NO_NEW,
    .visit = visit_callable_iterator,
    .members = callable_iterator_members,
    .member_count = std::size(callable_iterator_members),
    .next = callable_iterator_next,
};

Object* make_callable_iterator(VM& vm, Value callable, Value sentinel) {
    auto* iterator = make_iterator<CallableIterator>(vm);
    iterator->callable = callable;
    iterator->sentinel = sentinel;
    return iterator;
}

} // namespace ouro::vm
