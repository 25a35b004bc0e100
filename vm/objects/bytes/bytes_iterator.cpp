// SPDX-License-Identifier: MIT
//
// Iteration over bytes gives ints.
#include "vm/objects/bytes/bytes_iterator.hpp"

#include "vm/model/core.hpp"
#include "vm/model/iterators.hpp"
#include "vm/objects/bytes/bytes_members.hpp"

namespace ouro::vm {

static Result<Value> bytes_iterator_next(VM&, Object* object) {
    auto& self = *static_cast<BytesIterator*>(object);
    if (!self.bytes)
        return Value();
    if (self.index < self.bytes->length)
        return Value::small_int(uint8_t(self.bytes->data()[self.index++]));
    self.bytes = nullptr;
    return Value();
}

static void visit_bytes_iterator(Object* object, Visitor& visitor) {
    visitor.visit(static_cast<BytesIterator*>(object)->bytes);
}

static int64_t bytes_iterator_hint(BytesIterator& self) {
    return self.bytes ? int64_t(self.bytes->length - self.index) : 0;
}

static constexpr NativeDef bytes_iterator_members[] = {
    fn<iterator_self>("__iter__(self, /)"),
    fn<native_iterator_next>("__next__(self, /)"),
    fn<bytes_iterator_hint>("__length_hint__(self, /)"),
};

const NativeType BytesIterator::native_type = {
    .name = "bytes_iterator",
    .base = nullptr,
    .kind = Kind::Native,
    .size = sizeof(BytesIterator),
    .flags = Type::FINAL | Type::NO_NEW,
    .visit = visit_bytes_iterator,
    .members = bytes_iterator_members,
    .member_count = std::size(bytes_iterator_members),
    .next = bytes_iterator_next,
};

Object* make_bytes_iterator(VM& vm, Bytes& bytes) {
    auto* iterator = vm.heap.make<BytesIterator>(vm.native(BytesIterator::native_type)->root_shape);
    iterator->bytes = &bytes;
    return iterator;
}

Object* bytes_dunder_iter(VM& vm, Bytes& self) { return make_bytes_iterator(vm, self); }

} // namespace ouro::vm
