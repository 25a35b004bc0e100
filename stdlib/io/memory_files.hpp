// SPDX-License-Identifier: MIT
//
// io.StringIO and io.BytesIO: text and bytes in memory as files (Library Reference, io). Their contents stand in one
// growing buffer of the heap. Part of module _io.
#pragma once

#include "stdlib/io/files.hpp"
#include "stdlib/io/newlines.hpp"

namespace ouro::stdlib {

extern const vm::NativeType string_io_type, bytes_io_type;

// --- memory_file.cpp: what both have in common ---

// Octets of a file in memory. `used` of the storage's bytes are its contents.
struct MemoryBuffer {
    vm::Storage* storage; // null while nothing was written
    uint64_t used;

    char* data() const { return storage ? reinterpret_cast<char*>(storage->bytes()) : nullptr; }
    std::string_view view() const { return {data(), used}; }
    // The contents from `begin` to `end`.
    std::string_view part(size_t begin, size_t end) const { return {data() + begin, end - begin}; }
};

// Replaces the octets [begin, end) of the buffer, which belongs to `owner`. MemoryError.
vm::Result<void> memory_replace(vm::VM& vm, vm::Object* owner, MemoryBuffer& buffer, size_t begin, size_t end,
                                std::string_view fresh);
// Fills with zeros up to `size`, which is not less than what is used. MemoryError.
vm::Result<void> memory_extend(vm::VM& vm, vm::Object* owner, MemoryBuffer& buffer, uint64_t size);


// --- string_io.cpp ---

struct StringIO : vm::Object {
    static constexpr vm::Kind KIND = vm::Kind::Native;
    static constexpr const vm::NativeType& native_type = string_io_type;
    MemoryBuffer buffer; // UTF-8
    uint64_t length;     // of the contents in code points
    uint64_t position;   // in code points; may lie behind the end
    uint64_t at;         // its place in the buffer; the end for positions behind it
    Newline newline;
    uint8_t seen;        // kinds of line ends that were written (Translate and Keep)
    bool initialized, closed;
};

// The StringIO that `file` is, if writing to it can mean nothing but string_io_write: no script class or attribute can
// have another write(). Null for everything else.
StringIO* plain_string_io(vm::Value file);
// Writes at the position. ValueError when the file is closed, MemoryError.
vm::Result<void> string_io_write(vm::VM& vm, StringIO& self, vm::Str& text);

} // namespace ouro::stdlib
