// SPDX-License-Identifier: MIT
//
// Iteration over str gives one-character strings.
#include "vm/objects/str/str_iterator.hpp"

#include "vm/model/iterators.hpp"
#include "vm/objects/str/str_members.hpp"
#include "vm/text/utf8.hpp"
#include "vm/model/core.hpp"

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

template <class Iterator>
static int64_t str_iterator_hint(Iterator& self) {
    return self.text ? self.text->length - self.index : 0;
}

template <class Iterator>
static constexpr NativeDef str_iterator_members[] = {
    fn<iterator_self>("__iter__(self, /)"),
    fn<native_iterator_next>("__next__(self, /)"),
    fn<str_iterator_hint<Iterator>>("__length_hint__(self, /)"),
};

template <class Iterator>
static constexpr NativeType str_iterator_type(const char* name) {
    return {
        .name = name,
        .base = nullptr,
        .kind = Kind::Native,
        .size = sizeof(Iterator),
        .flags = Type::FINAL | Type::NO_NEW,
        .visit = visit_str_iterator,
        .members = str_iterator_members<Iterator>,
        .member_count = std::size(str_iterator_members<Iterator>),
        .next = str_iterator_next,
    };
}

constinit const NativeType StrIterator::native_type = str_iterator_type<StrIterator>("str_iterator");
constinit const NativeType StrAsciiIterator::native_type = str_iterator_type<StrAsciiIterator>("str_ascii_iterator");

Object* make_str_iterator(VM& vm, Str& text) {
    const NativeType& type = text.is_ascii() ? StrAsciiIterator::native_type : StrIterator::native_type;
    auto* iterator = vm.heap.make<StrIterator>(vm.native(type)->root_shape);
    iterator->text = &text;
    return iterator;
}

Object* str_dunder_iter(VM& vm, Str& self) { return make_str_iterator(vm, self); }

} // namespace ouro::vm
