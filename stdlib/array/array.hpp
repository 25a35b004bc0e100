// SPDX-License-Identifier: MIT
//
// array.array: items of one of C's own types side by side (Library Reference, array). Its octets are those of a
// bytearray, which grow, shrink and are exported in the same way; positions here count items.
//
// Script code (__index__, iterables, comparisons) runs before the length is looked at, or that is done again.
#pragma once

#include "vm/model/bytearray.hpp"
#include "vm/model/core.hpp"

namespace ouro::stdlib {

extern const vm::NativeType array_type, array_iterator_type;

// One of C's types as a type of items.
struct ItemType {
    char code;        // as scripts name it
    uint8_t size;     // octets
    uint8_t format;   // how pickles name the layout, in little-endian order where there is one
    const char* name; // the code as a string
    vm::Result<vm::Value> (*load)(vm::VM&, const char* from);
    vm::Result<void> (*store)(vm::VM&, char* to, vm::Value value); // TypeError, OverflowError; runs __index__

    bool is_unicode() const { return code == 'u' || code == 'w'; }
};

// Null for other codes.
const ItemType* find_item_type(char32_t code);
// The first integer type of that size.
const ItemType* find_integer_type(size_t size, bool is_signed);

struct Array : vm::ByteArray {
    static constexpr const vm::NativeType& native_type = array_type;
    const ItemType* item;

    size_t size() const { return length / item->size; }
    char* at(size_t position) { return data() + position * item->size; }
};

// --- array_items.cpp ---
inline constexpr size_t LARGEST_ITEM = 8;

// --- array_type.cpp: what the module's functions need of it ---
// A new, empty array of the class.
Array* make_array(vm::VM& vm, vm::Type* type, const ItemType* item);
// array(typecode, initializer), the latter empty where none is given.
vm::Result<Array*> array_of(vm::VM& vm, vm::Type* type, const ItemType* item, vm::Value initializer);
// BufferError while there are exports: before the length changes. Finalizers may run.
vm::Result<void> check_resizable(vm::VM& vm, Array& self);
vm::Result<void> append_octets(vm::VM& vm, Array& self, std::string_view octets);
void array_byteswap(Array& self);
vm::Result<void> append_text(vm::VM& vm, Array& self, std::string_view text);
vm::Result<vm::Value> array_item(vm::VM& vm, Array& self, size_t position);

// --- array_transfer.cpp: to and from octets, text, lists, files; copies ---
vm::Result<vm::Bytes*> array_tobytes(vm::VM& vm, Array& self);
vm::Result<void> array_frombytes(vm::VM& vm, Array& self, vm::Value buffer);
vm::Result<vm::List*> array_tolist(vm::VM& vm, Array& self);
vm::Result<void> array_fromlist(vm::VM& vm, Array& self, vm::Value list);
vm::Result<vm::Str*> array_tounicode(vm::VM& vm, Array& self);
vm::Result<void> array_fromunicode(vm::VM& vm, Array& self, std::string_view text);
vm::Result<void> array_tofile(vm::VM& vm, Array& self, vm::Value file);
vm::Result<void> array_fromfile(vm::VM& vm, Array& self, vm::Value file, int64_t count);
vm::Result<vm::Str*> array_repr(vm::VM& vm, Array& self);
vm::Result<vm::Tuple*> array_reduce_ex(vm::VM& vm, Array& self, vm::Value protocol);
vm::Result<Array*> array_reconstructor(vm::VM& vm, vm::Value type, vm::Value code, int64_t format, vm::Value octets);

} // namespace ouro::stdlib
