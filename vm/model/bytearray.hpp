// SPDX-License-Identifier: MIT
//
// bytearray: octets that change, in a Storage.
//
//     storage  [ deleted in front | octets ............ | spare ]
//                                 ^ start      start + length
//
// Deleting in front moves `start`, so that a queue of octets costs what goes through it. A stale pointer to octets is
// never a wild one, since the collector keeps what the native stack points into; but it may show what was. So natives
// read `start` and `length` anew after whatever may run script code, or hold a Buffer (buffer.hpp), while which the
// array keeps its size.
#pragma once

#include "vm/heap.hpp"
#include "vm/type.hpp"

#include <string_view>

namespace ouro::vm {

extern const NativeType bytearray_type;

struct ByteArray : Object {
    static constexpr Kind KIND = Kind::Native;
    static constexpr const NativeType& native_type = bytearray_type;
    Storage* storage; // null while the capacity is 0
    char* start;
    uint64_t length;
    uint64_t exports; // Buffers: while there are some, the length stays

    // Never null, so that no octets can be copied from it.
    char* data() { return storage ? start : reinterpret_cast<char*>(this + 1); }
    const char* data() const { return storage ? start : reinterpret_cast<const char*>(this + 1); }
    std::string_view view() const { return {data(), length}; }
    size_t capacity() const { return storage ? storage->capacity_bytes() : 0; }
};

// Null for all else; instances of subclasses are bytearrays, too.
inline ByteArray* as_bytearray(Value value) {
    bool is_array = value.is_object() && value.object()->kind == Kind::Native &&
                    value.object()->type()->native == &bytearray_type;
    return is_array ? static_cast<ByteArray*>(value.object()) : nullptr;
}

Result<ByteArray*> make_bytearray(VM& vm, std::string_view octets);
Result<ByteArray*> make_bytearray_uninitialized(VM& vm, size_t length);

// Puts `size` octets, which the caller fills in, in the place of [begin, end), and returns where they are. BufferError
// when the length changes and there are exports; then finalizers may have run, and what has become of the array
// meanwhile is what changes. MemoryError.
Result<char*> bytearray_splice(VM& vm, ByteArray& array, size_t begin, size_t end, size_t size);
// The same with octets that are not the array's own.
Result<void> bytearray_replace(VM& vm, ByteArray& array, size_t begin, size_t end, std::string_view octets);
Result<void> bytearray_append(VM& vm, ByteArray& array, std::string_view octets);
// Cuts, or appends zeros.
Result<void> bytearray_resize(VM& vm, ByteArray& array, size_t length);

} // namespace ouro::vm
