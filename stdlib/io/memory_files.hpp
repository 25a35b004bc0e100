// SPDX-License-Identifier: MIT
//
// io.StringIO and io.BytesIO: text and bytes in memory as files (Library Reference, io). Their contents stand in one
// growing buffer of the heap. Part of module _streams; io.py registers them with the abstract classes.
#pragma once

#include "stdlib/modules.hpp"

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

// The optional size of read(), readline(), truncate(): `otherwise` for None. TypeError for what is no integer.
vm::Result<int64_t> size_argument(vm::VM& vm, vm::Value value, int64_t otherwise);
vm::Raised closed_file(vm::VM& vm); // ValueError "I/O operation on closed file."
vm::Raised unsupported(vm::VM& vm, std::string_view operation); // io.UnsupportedOperation

// --- string_io.cpp ---

struct StringIO : vm::Object {
    static constexpr vm::Kind KIND = vm::Kind::Native;
    static constexpr const vm::NativeType& native_type = string_io_type;
    // What newline= asks for: translate all line ends to '\n'; keep them, but know them all; or the one line end.
    enum class Newline : uint8_t { Translate, Keep, LineFeed, Return, ReturnLineFeed };

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
