// SPDX-License-Identifier: MIT
//
// Iteration over str gives one-character strings.
#include "vm/objects/str/str_iterator.hpp"

#include "vm/model/iterators.hpp"
#include "vm/objects/str/str_members.hpp"
#include "vm/text/utf8.hpp"
#include "vm/model/core.hpp"
#include "vm/model/reduction.hpp"

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

static void visit_str_iterator(Object* object, Visitor& visitor) {
    visitor.visit(static_cast<StrIterator*>(object)->text);
}

template <class T>
static int64_t str_iterator_hint(T& self) {
    return self.text ? self.text->length - self.index : 0;
}

template <class T>
static Result<Value> str_iterator_reduce(VM& vm, T& self) {
    return reduce_to_iterator(vm, self.text, self.index, vm.names.empty);
}

template <class T>
static Result<void> str_iterator_set_state(VM& vm, T& self, Value state) {
    if (!self.text)
        return {};
    uint64_t index = TRY(iterator_position(vm, state, self.text->length));
    self.byte = uint32_t(str_byte_offset(vm, self.text, index));
    self.index = uint32_t(index);
    return {};
}

template <class T>
static constexpr NativeDef MEMBERS[] = {
    fn<str_iterator_reduce<T>>("__reduce__(self, /)"),
    fn<str_iterator_set_state<T>>("__setstate__(self, state, /)"),
    fn<iterator_self>("__iter__(self, /)"),
    fn<native_iterator_next>("__next__(self, /)"),
    fn<str_iterator_hint<T>>("__length_hint__(self, /)"),
};

template <class T>
static constexpr NativeType type_named(const char* name) {
    return {
        .name = name,
        .base = nullptr,
        .kind = Kind::Native,
        .size = sizeof(T),
        .flags = Type::FINAL | Type::NO_NEW,
        .visit = visit_str_iterator,
        .members = MEMBERS<T>,
        .member_count = std::size(MEMBERS<T>),
        .next = str_iterator_next,
    };
}

constinit const NativeType StrIterator::native_type = type_named<StrIterator>("str_iterator");
constinit const NativeType AsciiIterator::native_type = type_named<AsciiIterator>("str_ascii_iterator");

Object* make_str_iterator(VM& vm, Str& text) {
    bool is_ascii = text.length == text.byte_length;
    Type* type = vm.native(is_ascii ? AsciiIterator::native_type : StrIterator::native_type);
    auto* iterator = vm.heap.make<StrIterator>(type->root_shape);
    iterator->text = &text;
    return iterator;
}

Object* str_dunder_iter(VM& vm, Str& self) { return make_str_iterator(vm, self); }

} // namespace ouro::vm
