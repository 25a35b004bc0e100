// SPDX-License-Identifier: MIT
//
// Iteration over str gives one-character strings, over bytes ints.
#include "vm/objects/str/text_iterators.hpp"

#include "vm/objects/bytes/bytes_members.hpp"
#include "vm/objects/iterators.hpp"
#include "vm/objects/str/str_members.hpp"
#include "vm/text/utf8.hpp"
#include "vm/vm.hpp"

namespace ouro::vm {

// --- str -----------------------------------------------------------------------------------------------------------

static Result<Value> str_iterator_next(VM& vm, Object* object) {
    auto& self = *static_cast<StrIterator*>(object);
    if (!self.text)
        return Value();
    if (self.byte >= self.text->byte_length) {
        self.text = nullptr;
        return Value();
    }
    const char* at = self.text->data() + self.byte;
    const char* from = at;
    uint32_t c = utf8_next(at);
    self.byte += uint32_t(at - from);
    self.index++;
    return make_char(vm, c);
}

static void visit_str_iterator(Object* object, Visitor& visitor) { visitor.visit(static_cast<StrIterator*>(object)->text); }

static int64_t str_iterator_hint(StrIterator& self) { return self.text ? self.text->length - self.index : 0; }

static constexpr NativeDef str_iterator_members[] = {
    fn<iterator_self>("__iter__(self, /)"),
    fn<native_iterator_next>("__next__(self, /)"),
    fn<str_iterator_hint>("__length_hint__(self, /)"),
};

// Differs: CPython calls the type str_ascii_iterator when the text is ASCII.
const NativeType StrIterator::native_type = {
    .name = "str_iterator",
    .base = nullptr,
    .kind = Kind::Native,
    .size = sizeof(StrIterator),
    .flags = Type::IMMUTABLE | Type::FINAL | Type::NO_NEW,
    .visit = visit_str_iterator,
    .members = str_iterator_members,
    .member_count = std::size(str_iterator_members),
    .next = str_iterator_next,
};

Object* make_str_iterator(VM& vm, Str& text) {
    auto* iterator = vm.heap.make<StrIterator>(vm.native(StrIterator::native_type)->root_shape);
    iterator->text = &text;
    return iterator;
}

Object* str_dunder_iter(VM& vm, Str& self) { return make_str_iterator(vm, self); }

// --- bytes ---------------------------------------------------------------------------------------------------------

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
    .flags = Type::IMMUTABLE | Type::FINAL | Type::NO_NEW,
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
