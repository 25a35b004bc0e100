// SPDX-License-Identifier: MIT
//
// The table of bytearray's members, and the type. Library Reference, "Bytearray Objects".
#include "vm/objects/bytes/octets_members.hpp"
#include "vm/type.hpp"
#include "vm/model/buffer.hpp"
#include "vm/model/core.hpp"

namespace ouro::vm {

static constexpr NativeDef bytearray_members[] = {
    fn<bytearray_new>("__new__(type, /, *args, **kwargs)"),
    fn<bytearray_init>("__init__(self, source=<unset>, encoding=<unset>, errors=<unset>)"),
    fn<bytearray_dunder_iter>("__iter__(self, /)"),
    fn<bytearray_setitem>("__setitem__(self, key, value, /)"),
    fn<bytearray_delitem>("__delitem__(self, key, /)"),
    fn<bytearray_iadd>("__iadd__(self, value, /)"),
    fn<bytearray_imul>("__imul__(self, value, /)"),
    none_constant("__hash__"),
    fn<bytearray_alloc>("__alloc__(self, /)", "How many octets are allocated."),
    fn<bytearray_sizeof>("__sizeof__(self, /)"),
    fn<bytearray_reduce>("__reduce__(self, /)"),
    fn<bytearray_reduce_ex>("__reduce_ex__(self, proto=0, /)"),
    OCTETS_MEMBERS,
    fn<bytearray_append_method>("append(self, item, /)", "Append one octet."),
    fn<bytearray_clear>("clear(self, /)", "Remove all octets."),
    fn<bytearray_copy>("copy(self, /)", "A copy."),
    fn<bytearray_extend>("extend(self, iterable_of_ints, /)", "Append octets of a bytes-like object or an iterable."),
    fn<bytearray_insert>("insert(self, index, item, /)", "Insert one octet before the index."),
    fn<bytearray_pop>("pop(self, index=-1, /)", "Remove and return the octet at the index (the last one by default)."),
    fn<bytearray_remove>("remove(self, value, /)", "Remove the first octet of that value; ValueError without one."),
    fn<bytearray_resize_method>("resize(self, size, /)", "Cut to that size, or append zeros up to it."),
    fn<bytearray_reverse>("reverse(self, /)", "Reverse the octets in place."),
};

static void visit_bytearray(Object* object, Visitor& visitor) {
    visitor.visit(static_cast<ByteArray*>(object)->storage);
}

static Result<void> bytearray_buffer(VM&, Object* object, BufferView& view) {
    auto* array = static_cast<ByteArray*>(object);
    array->exports++;
    view.data = array->data();
    view.length = array->length;
    view.readonly = false;
    return {};
}

static void release_bytearray_buffer(Object* object) { static_cast<ByteArray*>(object)->exports--; }

static constexpr BufferHooks BYTEARRAY_BUFFER = {bytearray_buffer, release_bytearray_buffer};

const NativeType bytearray_type = {
    .name = "bytearray",
    .base = nullptr,
    .kind = Kind::Native,
    .size = sizeof(ByteArray),
    .visit = visit_bytearray,
    .members = bytearray_members,
    .member_count = std::size(bytearray_members),
    .doc = "Octets that can be changed: a mutable sequence of integers from 0 to 255.",
    .buffer = &BYTEARRAY_BUFFER,
};

} // namespace ouro::vm
