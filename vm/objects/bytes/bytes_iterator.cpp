// SPDX-License-Identifier: MIT
//
// Iteration over bytes and bytearrays gives ints.
#include "vm/objects/bytes/bytes_iterator.hpp"

#include "vm/model/core.hpp"
#include "vm/model/iterators.hpp"
#include "vm/objects/bytes/bytes_members.hpp"
#include "vm/model/reduction.hpp"

namespace ouro::vm {

// An array may become longer or shorter between two steps.
template <class Owner>
static Result<Value> octets_iterator_next(VM&, Object* object) {
    auto& self = *static_cast<BytesIterator*>(object);
    auto* owner = static_cast<Owner*>(self.octets);
    if (!owner)
        return Value();
    if (self.index < owner->length)
        return Value::small_int(uint8_t(owner->data()[self.index++]));
    self.octets = nullptr;
    return Value();
}

static void visit_octets_iterator(Object* object, Visitor& visitor) {
    visitor.visit(static_cast<BytesIterator*>(object)->octets);
}

template <class Iterator>
static int64_t octets_iterator_hint(Iterator& self) {
    size_t length = self.octets ? Octets::from(self.octets)->length() : 0;
    return self.index < length ? int64_t(length - self.index) : 0;
}

template <class Iterator>
static Result<Value> octets_iterator_reduce(VM& vm, Iterator& self) {
    Value octets = self.octets ? Value(self.octets) : Value();
    return reduce_to_iterator(vm, octets, self.index, make_tuple(vm, 0));
}

template <class Iterator>
static Result<void> octets_iterator_set_state(VM& vm, Iterator& self, Value state) {
    if (self.octets)
        self.index = TRY(iterator_position(vm, state, Octets::from(self.octets)->length()));
    return {};
}

template <class Iterator>
static constexpr NativeDef ITERATOR_MEMBERS[] = {
    fn<octets_iterator_reduce<Iterator>>("__reduce__(self, /)"),
    fn<octets_iterator_set_state<Iterator>>("__setstate__(self, state, /)"),
    fn<iterator_self>("__iter__(self, /)"),
    fn<native_iterator_next>("__next__(self, /)"),
    fn<octets_iterator_hint<Iterator>>("__length_hint__(self, /)"),
};

template <class Iterator, class Owner>
static constexpr NativeType iterator_type(const char* name) {
    return {
        .name = name,
        .base = nullptr,
        .kind = Kind::Native,
        .size = sizeof(Iterator),
        .flags = Type::FINAL | Type::NO_NEW,
        .visit = visit_octets_iterator,
        .members = ITERATOR_MEMBERS<Iterator>,
        .member_count = std::size(ITERATOR_MEMBERS<Iterator>),
        .next = octets_iterator_next<Owner>,
    };
}

constinit const NativeType BytesIterator::native_type = iterator_type<BytesIterator, Bytes>("bytes_iterator");
constinit const NativeType ByteArrayIterator::native_type =
    iterator_type<ByteArrayIterator, ByteArray>("bytearray_iterator");

template <class Iterator>
static Object* make_iterator(VM& vm, Object& octets) {
    auto* iterator = vm.heap.make<Iterator>(vm.native(Iterator::native_type)->root_shape);
    iterator->octets = &octets;
    return iterator;
}

Object* bytes_dunder_iter(VM& vm, Bytes& self) { return make_iterator<BytesIterator>(vm, self); }
Object* bytearray_dunder_iter(VM& vm, ByteArray& self) { return make_iterator<ByteArrayIterator>(vm, self); }

} // namespace ouro::vm
