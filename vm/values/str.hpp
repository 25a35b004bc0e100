// SPDX-License-Identifier: MIT
//
// str: immutable UTF-8 (lone surrogates as three bytes) with an ASCII flag.
//
// The bytes stand in the object, or, for the results of `s += t` in loops and of big concatenations, in a shared buffer
// that grows at its end: appending to the string that ends where the buffer's used part ends costs only the new text.
// Constant-time indexing for ASCII; others build an index table on demand, kept in a small cache of the VM.
#pragma once

#include "vm/heap.hpp"
#include "vm/object.hpp"

#include <string>
#include <string_view>

namespace ouro::vm {

struct Str : Object { // aux: hash, 0 while not computed
    static constexpr Kind KIND = Kind::Str;
    static constexpr uint8_t ASCII = FLAG_A, INTERNED = FLAG_B, EXTERNAL = FLAG_C;
    static constexpr uint64_t MAX_BYTES = UINT32_MAX - 64;

    uint32_t byte_length;
    uint32_t length; // in code points
    union {
        char inline_bytes[8]; // byte_length bytes and a NUL
        Storage* buffer;      // EXTERNAL: the first byte_length bytes of it are the text
    };

    bool is_ascii() const { return flags & ASCII; }
    bool is_interned() const { return flags & INTERNED; }
    const char* data() const {
        return flags & EXTERNAL ? reinterpret_cast<const char*>(buffer->bytes()) : inline_bytes;
    }
    std::string_view view() const { return {data(), byte_length}; }
};

// A str of this UTF-8 text, which must be valid (or WTF-8). MemoryError when it is too long.
Result<Str*> make_str(VM& vm, std::string_view utf8);
// The same for text that is short and bounded (names, messages): never fails.
Str* make_short_str(VM& vm, std::string_view utf8);
// An uninitialized ASCII str of `length` bytes to be filled by the caller before anything else is allocated.
Result<Str*> make_ascii_str(VM& vm, size_t length, char*& bytes);
// From untrusted bytes: invalid sequences become U+FFFD.
Result<Str*> make_str_lossy(VM& vm, std::string_view bytes);
Str* make_char(VM& vm, uint32_t code_point); // cached for Latin-1

// The one Str with this text among the interned ones (attribute names, identifiers).
Str* intern(VM& vm, std::string_view utf8);
Str* intern(VM& vm, Str* text);
// The interned string of that text, or null.
Str* find_interned(VM& vm, std::string_view utf8);

uint32_t str_hash(Str* text); // never 0; the same for equal texts
inline bool str_equal(const Str* a, const Str* b) {
    if (a == b)
        return true;
    if (a->is_interned() && b->is_interned())
        return false;
    return a->view() == b->view();
}
int str_compare(const Str* a, const Str* b); // by code points
Result<Str*> str_concat(VM& vm, Str* a, Str* b);
// The code point at `index` (0 <= index < length).
uint32_t str_code_point_at(VM& vm, Str* text, size_t index);
// The byte offset of code point `index` (0 <= index <= length).
size_t str_byte_offset(VM& vm, Str* text, size_t index);
// The code point index of a byte offset.
size_t str_index_of_byte(VM& vm, Str* text, size_t byte);
Result<Str*> str_substring(VM& vm, Str* text, size_t first, size_t last);
// repr(str): quotes and escapes as CPython chooses them.
std::string str_repr(std::string_view text);

// --- For natives that make text ---
// Raises MemoryError when a str of so many bytes cannot be had. To be called before text of a size that a script
// chooses is built in any other place (std::string).
Result<void> str_reserve(VM& vm, size_t bytes);
// An uninitialized str of so many bytes and code points, to be filled before anything else is allocated.
Result<Str*> make_str_uninitialized(VM& vm, size_t byte_length, size_t length, char*& bytes);
// The bytes [begin, end) of `text`, which are `length` code points, as a str.
Result<Str*> make_substring(VM& vm, Str* text, size_t begin, size_t end, size_t length);
// `text` itself, or the plain str with the text of a subclass's instance.
Str* str_exact(VM& vm, Str* text);
// The hash of str and bytes: never 0.
uint32_t hash_bytes(std::string_view text);
// Size of the native part of an instance with so many bytes of text.
constexpr size_t str_native_bytes(size_t byte_length) { return sizeof(Object) + 8 + byte_length + 1; }

// Traces a str: its shared buffer.
void str_visit(Object* object, Visitor& visitor);

} // namespace ouro::vm
