// SPDX-License-Identifier: MIT
//
// collections.deque: the type, its methods and iterators. Library Reference, "deque objects".
#include "stdlib/collections/deque.hpp"
#include "vm/model/generic_alias.hpp"
#include "vm/model/iterators.hpp"

namespace ouro::stdlib {

using namespace ouro::vm;

static void visit_deque(Object* object, Visitor& visitor) {
    auto& self = *static_cast<Deque*>(object);
    visitor.visit(self.ring);
    if (self.ring)
        visitor.visit(self.ring->values(), self.capacity); // unused places are empty
}

// --- Making ------------------------------------------------------------------------------------------------------

static Result<Value> deque_new(VM& vm, Type* type, Args, Kwargs) {
    auto* self = static_cast<Deque*>(allocate_instance(vm, type));
    self->max_length = -1;
    return self;
}

static Result<void> deque_init(VM& vm, Deque& self, Value iterable, Value max_length) {
    int64_t limit = -1;
    if (!max_length.is_none()) {
        if (!is_int(max_length))
            return vm.type_error("an integer is required");
        limit = TRY(index_int64(vm, max_length));
        if (limit < 0)
            return vm.value_error("maxlen must be non-negative");
    }
    deque_clear(self);
    self.max_length = limit;
    return iterable.is_empty() ? Result<void>() : deque_extend(vm, self, iterable);
}

static Value deque_max_length(VM& vm, Deque& self) {
    return self.max_length < 0 ? Value::none() : make_int(vm, self.max_length);
}

// A copy of the same class, as copy.copy makes it.
static Result<Value> deque_copy_method(VM& vm, Deque& self) {
    if (self.is_exact())
        return TRY(deque_copy(vm, self));
    if (self.max_length < 0)
        return call(vm, self.type(), {&self});
    return call(vm, self.type(), {&self, make_int(vm, self.max_length)});
}

// --- Items -------------------------------------------------------------------------------------------------------

static int64_t deque_length(Deque& self) { return int64_t(self.size()); }

static Result<size_t> deque_position(VM& vm, Deque& self, Value index) {
    if (!is_int(index) && vm.type_of(index)->special(vm, Special::Index).is_empty())
        return vm.type_error("sequence index must be integer, not '{}'", vm.type_name(index));
    Value exact = TRY(vm::index(vm, index)); // may run script code: the size is taken afterwards
    return sequence_position(vm, exact, self.size(), "deque", "deque index out of range");
}

static Result<Value> deque_get_item(VM& vm, Deque& self, Value index) {
    return self[TRY(deque_position(vm, self, index))];
}

static Result<void> deque_set_item(VM& vm, Deque& self, Value index, Value value) {
    Heap::store(&self, self[TRY(deque_position(vm, self, index))], value);
    return {};
}

static Result<void> deque_delete_item(VM& vm, Deque& self, Value index) {
    deque_remove_at(self, TRY(deque_position(vm, self, index)));
    return {};
}

static Result<void> check_unchanged(VM& vm, Deque& self, uint64_t version) {
    if (self.version != version)
        return vm.runtime_error("deque mutated during iteration");
    return {};
}

// The first position in [start, stop) whose item equals `value`, or -1. RuntimeError when a comparison changes the
// deque.
static Result<int64_t> find(VM& vm, Deque& self, Value value, int64_t start, int64_t stop) {
    uint64_t version = self.version;
    for (int64_t i = start; i < stop && i < int64_t(self.size()); i++) {
        bool same = TRY(equal(vm, self[size_t(i)], value));
        TRY(check_unchanged(vm, self, version));
        if (same)
            return i;
    }
    return -1;
}

static Result<bool> deque_contains(VM& vm, Deque& self, Value value) {
    return TRY(find(vm, self, value, 0, INT64_MAX)) >= 0;
}

static Result<int64_t> deque_index(VM& vm, Deque& self, Value value, Value start, Value stop) {
    int64_t first = TRY(search_bound(vm, start, self.size()));
    int64_t last = TRY(search_bound(vm, stop, self.size()));
    int64_t position = TRY(find(vm, self, value, first, last));
    if (position < 0)
        return vm.value_error("deque.index(x): x not in deque");
    return position;
}

static Result<int64_t> deque_count(VM& vm, Deque& self, Value value) {
    uint64_t version = self.version;
    int64_t count = 0;
    for (size_t i = 0; i < self.size(); i++) {
        count += TRY(equal(vm, self[i], value));
        TRY(check_unchanged(vm, self, version));
    }
    return count;
}

static Result<void> deque_remove(VM& vm, Deque& self, Value value) {
    uint64_t version = self.version;
    for (size_t i = 0; i < self.size(); i++) {
        bool same = TRY(equal(vm, self[i], value));
        if (self.version != version)
            return vm.index_error("deque mutated during iteration");
        if (same) {
            deque_remove_at(self, i);
            return {};
        }
    }
    return vm.value_error("deque.remove(x): x not in deque");
}

// --- Changing ----------------------------------------------------------------------------------------------------

static Result<void> deque_append_method(VM& vm, Deque& self, Value value) { return deque_append(vm, self, value); }
static Result<void> deque_append_left_method(VM& vm, Deque& self, Value value) {
    return deque_append_left(vm, self, value);
}
static Result<void> deque_extend_method(VM& vm, Deque& self, Value iterable) {
    return deque_extend(vm, self, iterable);
}
static Result<void> deque_extend_left_method(VM& vm, Deque& self, Value iterable) {
    return deque_extend_left(vm, self, iterable);
}
static Result<void> deque_insert_method(VM& vm, Deque& self, int64_t position, Value value) {
    return deque_insert(vm, self, position, value);
}

static Result<Value> deque_pop(VM& vm, Deque& self) {
    if (self.size() == 0)
        return vm.index_error("pop from an empty deque");
    return deque_take_last(self);
}

static Result<Value> deque_pop_left(VM& vm, Deque& self) {
    if (self.size() == 0)
        return vm.index_error("pop from an empty deque");
    return deque_take_first(self);
}

static void deque_rotate_method(Deque& self, int64_t steps) { deque_rotate(self, steps); }
static void deque_clear_method(Deque& self) { deque_clear(self); }

static void deque_reverse(Deque& self) {
    for (size_t i = 0, k = self.size(); i + 1 < k; i++)
        std::swap(self[i], self[--k]);
}

// --- Operators ---------------------------------------------------------------------------------------------------

static Result<Value> deque_add(VM& vm, Deque& self, Value other) {
    if (!detail::native_cast<Deque>(other))
        return refuse_concatenation(vm, "deque", other);
    Value sum = TRY(deque_copy_method(vm, self));
    if (auto* deque = detail::native_cast<Deque>(sum))
        TRY(deque_extend(vm, *deque, other));
    return sum;
}

static Result<Value> deque_in_place_add(VM& vm, Deque& self, Value other) {
    TRY(deque_extend(vm, self, other));
    return &self;
}

static Result<Value> deque_in_place_multiply(VM& vm, Deque& self, Value factor) {
    int64_t count = TRY(repeat_count(vm, factor));
    TRY(deque_repeat(vm, self, count));
    return &self;
}

static Result<Value> deque_multiply(VM& vm, Deque& self, Value factor) {
    int64_t count = TRY(repeat_count(vm, factor));
    Value product = TRY(deque_copy_method(vm, self));
    if (auto* deque = detail::native_cast<Deque>(product))
        TRY(deque_repeat(vm, *deque, count));
    return product;
}

template <Special comparison>
static Result<Value> deque_compare(VM& vm, Deque& self, Value other) {
    auto* right = detail::native_cast<Deque>(other);
    return right ? compare_sequences(vm, comparison, self, *right) : Value::not_implemented();
}

static Result<std::string> deque_repr(VM& vm, Deque& self) {
    ReprGuard guard(vm, &self);
    if (guard.is_recursive())
        return std::string("[...]");
    TRY(vm.check_native_stack());
    List* items = TRY(list_from(vm, &self));
    std::string text = fmt::format("{}({}", self.type()->name->view(), TRY(repr(vm, items))->view());
    if (self.max_length >= 0)
        text += fmt::format(", maxlen={}", self.max_length);
    return text + ")";
}

// Items of a subclass's instance go in by extend(), which it may override; so do those of the class itself.
static Result<Value> deque_reduce(VM& vm, Deque& self) {
    Value state = TRY(call_method(vm, &self, "__getstate__", {}));
    Tuple* arguments = self.max_length < 0
                           ? make_tuple(vm, 0)
                           : make_tuple(vm, {make_tuple(vm, 0), make_int(vm, self.max_length)});
    return make_tuple(vm, {self.type(), arguments, state, TRY(get_iterator(vm, &self))});
}

// --- Iteration ---------------------------------------------------------------------------------------------------

template <bool backwards>
struct DequeIterator : Object {
    static constexpr Kind KIND = Kind::Native;
    static const NativeType native_type;
    Deque* deque; // null at the end
    uint64_t position; // items given
    uint64_t version;
};

template <bool backwards>
static Result<Value> deque_iterator_next(VM& vm, Object* object) {
    auto& self = *static_cast<DequeIterator<backwards>*>(object);
    if (!self.deque)
        return Value();
    Deque& deque = *self.deque;
    if (self.version != deque.version) {
        self.deque = nullptr;
        return vm.runtime_error("deque mutated during iteration");
    }
    if (self.position == deque.size()) {
        self.deque = nullptr;
        return Value();
    }
    size_t position = self.position++;
    return deque[backwards ? deque.size() - 1 - position : position];
}

template <bool backwards>
static void visit_deque_iterator(Object* object, Visitor& visitor) {
    visitor.visit(static_cast<DequeIterator<backwards>*>(object)->deque);
}

template <bool backwards>
static int64_t deque_iterator_hint(DequeIterator<backwards>& self) {
    return self.deque ? int64_t(self.deque->size() - std::min(self.position, self.deque->length)) : 0;
}

// Makes an iterator over the same deque that has given as many items.
template <bool backwards>
static Result<Value> deque_iterator_reduce(VM& vm, DequeIterator<backwards>& self) {
    Value deque = self.deque ? Value(self.deque) : TRY(call(vm, vm.native(deque_type), {}));
    Tuple* arguments = make_tuple(vm, {deque, make_int_unsigned(vm, self.deque ? self.position : 0)});
    return make_tuple(vm, {self.type(), arguments});
}

template <bool backwards>
static Result<Value> deque_iterator_new(VM& vm, Type*, Deque& deque, int64_t position) {
    auto* iterator =
        vm.heap.make<DequeIterator<backwards>>(vm.native(DequeIterator<backwards>::native_type)->root_shape);
    iterator->deque = &deque;
    iterator->version = deque.version;
    iterator->position = std::min(uint64_t(std::max<int64_t>(position, 0)), deque.length);
    return iterator;
}

template <bool backwards>
static constexpr NativeDef deque_iterator_members[] = {
    fn<deque_iterator_new<backwards>>("__new__(cls, deque, index=0, /)"),
    fn<deque_iterator_reduce<backwards>>("__reduce__(self, /)"),
    fn<iterator_self>("__iter__(self, /)"),
    fn<native_iterator_next>("__next__(self, /)"),
    fn<deque_iterator_hint<backwards>>("__length_hint__(self, /)"),
};

template <bool backwards>
const NativeType DequeIterator<backwards>::native_type = {
    .name = backwards ? "collections._deque_reverse_iterator" : "collections._deque_iterator",
    .base = nullptr,
    .kind = Kind::Native,
    .size = sizeof(DequeIterator),
    .flags = Type::FINAL,
    .visit = visit_deque_iterator<backwards>,
    .members = deque_iterator_members<backwards>,
    .member_count = std::size(deque_iterator_members<backwards>),
    .next = deque_iterator_next<backwards>,
};

template <bool backwards>
static Object* make_iterator(VM& vm, Deque& deque) {
    auto* iterator =
        vm.heap.make<DequeIterator<backwards>>(vm.native(DequeIterator<backwards>::native_type)->root_shape);
    iterator->deque = &deque;
    iterator->version = deque.version;
    return iterator;
}

static Object* deque_iter(VM& vm, Deque& self) { return make_iterator<false>(vm, self); }
static Object* deque_reversed(VM& vm, Deque& self) { return make_iterator<true>(vm, self); }

// --- The type ----------------------------------------------------------------------------------------------------

static constexpr NativeDef deque_members[] = {
    class_fn<class_getitem>("__class_getitem__(cls, item, /)"),
    fn<deque_new>("__new__(cls, /, *args, **kwargs)"),
    fn<deque_init>("__init__(self, iterable=<unset>, maxlen=None)"),
    fn<deque_repr>("__repr__(self, /)"),
    fn<deque_length>("__len__(self, /)"),
    fn<deque_get_item>("__getitem__(self, key, /)"),
    fn<deque_set_item>("__setitem__(self, key, value, /)"),
    fn<deque_delete_item>("__delitem__(self, key, /)"),
    fn<deque_contains>("__contains__(self, key, /)"),
    fn<deque_iter>("__iter__(self, /)"),
    fn<deque_reversed>("__reversed__(self, /)", "Return a reverse iterator over the deque."),
    fn<deque_add>("__add__(self, value, /)"),
    fn<deque_in_place_add>("__iadd__(self, value, /)"),
    fn<deque_multiply>("__mul__(self, value, /)"),
    fn<deque_multiply>("__rmul__(self, value, /)"),
    fn<deque_in_place_multiply>("__imul__(self, value, /)"),
    fn<deque_compare<Special::Lt>>("__lt__(self, value, /)"),
    fn<deque_compare<Special::Le>>("__le__(self, value, /)"),
    fn<deque_compare<Special::Eq>>("__eq__(self, value, /)"),
    fn<deque_compare<Special::Ne>>("__ne__(self, value, /)"),
    fn<deque_compare<Special::Gt>>("__gt__(self, value, /)"),
    fn<deque_compare<Special::Ge>>("__ge__(self, value, /)"),
    none_constant("__hash__"),
    fn<deque_copy_method>("__copy__(self, /)", "Return a shallow copy of a deque."),
    fn<deque_reduce>("__reduce__(self, /)"),
    fn<deque_append_method>("append(self, item, /)", "Add an element to the right side."),
    fn<deque_append_left_method>("appendleft(self, item, /)", "Add an element to the left side."),
    fn<deque_clear_method>("clear(self, /)", "Remove all elements."),
    fn<deque_copy_method>("copy(self, /)", "Return a shallow copy of a deque."),
    fn<deque_count>("count(self, value, /)", "Return the number of occurrences of value."),
    fn<deque_extend_method>("extend(self, iterable, /)", "Extend the right side with elements from the iterable."),
    fn<deque_extend_left_method>("extendleft(self, iterable, /)",
                                 "Extend the left side with elements from the iterable."),
    fn<deque_index>("index(self, value, start=0, stop=9223372036854775807, /)", "Return the first index of value."),
    fn<deque_insert_method>("insert(self, index, value, /)", "Insert value before index."),
    fn<deque_pop>("pop(self, /)", "Remove and return the rightmost element."),
    fn<deque_pop_left>("popleft(self, /)", "Remove and return the leftmost element."),
    fn<deque_remove>("remove(self, value, /)", "Remove the first occurrence of value."),
    fn<deque_reverse>("reverse(self, /)", "Reverse in place."),
    fn<deque_rotate_method>("rotate(self, n=1, /)", "Rotate n steps to the right, to the left when n is negative."),
    get<deque_max_length>("maxlen", "Maximum size of the deque, or None."),
};

const NativeType deque_type = {
    .name = "collections.deque",
    .base = nullptr,
    .kind = Kind::Native,
    .size = sizeof(Deque),
    .flags = Type::SEQUENCE | Type::WEAKLY_REFERENCEABLE,
    .visit = visit_deque,
    .members = deque_members,
    .member_count = std::size(deque_members),
    .doc = "A list-like sequence optimized for data accesses near its endpoints.",
};

} // namespace ouro::stdlib
