// SPDX-License-Identifier: MIT
//
// UTF-8 as the engine stores it: valid, except that lone surrogates (U+D800 to U+DFFF) may stand as three bytes
// (WTF-8). Functions that decode therefore trust their input; only `scan_utf8` looks at untrusted bytes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

namespace ouro::vm {

inline constexpr uint32_t MAX_CODE_POINT = 0x10FFFF;

constexpr bool is_surrogate(uint32_t code_point) { return (code_point & ~0x7FFu) == 0xD800; }
constexpr bool is_continuation(char byte) { return (uint8_t(byte) & 0xC0) == 0x80; }

// Bytes of the sequence that `lead` begins.
constexpr unsigned utf8_sequence_length(char lead) {
    uint8_t byte = uint8_t(lead);
    return byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
}

constexpr unsigned utf8_encoded_length(uint32_t code_point) {
    return code_point < 0x80 ? 1 : code_point < 0x800 ? 2 : code_point < 0x10000 ? 3 : 4;
}

// The code point at `text`, which is advanced past it.
inline uint32_t utf8_next(const char*& text) {
    uint8_t lead = uint8_t(*text++);
    if (lead < 0x80)
        return lead;
    auto continuation = [&] { return uint32_t(uint8_t(*text++)) & 0x3F; };
    if (lead < 0xE0)
        return (lead & 0x1Fu) << 6 | continuation();
    if (lead < 0xF0) {
        uint32_t high = (lead & 0xFu) << 12 | continuation() << 6;
        return high | continuation();
    }
    uint32_t high = (lead & 7u) << 18 | continuation() << 12;
    high |= continuation() << 6;
    return high | continuation();
}

// The code point that ends before `text`, which is moved back to its first byte.
inline uint32_t utf8_previous(const char*& text) {
    do
        text--;
    while (is_continuation(*text));
    const char* at = text;
    return utf8_next(at);
}

// Writes up to four bytes; returns how many.
inline unsigned utf8_encode(uint32_t code_point, char* out) {
    if (code_point < 0x80) {
        out[0] = char(code_point);
        return 1;
    }
    if (code_point < 0x800) {
        out[0] = char(0xC0 | code_point >> 6);
        out[1] = char(0x80 | (code_point & 0x3F));
        return 2;
    }
    if (code_point < 0x10000) {
        out[0] = char(0xE0 | code_point >> 12);
        out[1] = char(0x80 | (code_point >> 6 & 0x3F));
        out[2] = char(0x80 | (code_point & 0x3F));
        return 3;
    }
    out[0] = char(0xF0 | code_point >> 18);
    out[1] = char(0x80 | (code_point >> 12 & 0x3F));
    out[2] = char(0x80 | (code_point >> 6 & 0x3F));
    out[3] = char(0x80 | (code_point & 0x3F));
    return 4;
}

inline void utf8_append(std::string& text, uint32_t code_point) {
    char bytes[4];
    text.append(bytes, utf8_encode(code_point, bytes));
}

bool is_ascii(std::string_view text);
size_t count_code_points(std::string_view text);
// Bytes of the first `count` code points of `text`, which has at least so many.
size_t utf8_prefix_bytes(const char* text, size_t count);

// What a decoder says of the bytes at some place.
struct Utf8Fault {
    size_t start = 0;             // of the offending bytes; the length of the input when there is no fault
    size_t end = 0;               // behind the longest prefix of a sequence (Unicode 3.9, maximal subpart)
    const char* reason = nullptr; // CPython's word for it, null when all is valid
};
// The first place at or after `from` that is not strict UTF-8 (surrogates are faults).
Utf8Fault scan_utf8(std::string_view bytes, size_t from = 0);

// Appends \xNN, \uNNNN or \UNNNNNNNN, the shortest that holds the code point.
void append_escape(std::string& out, uint32_t code_point);

} // namespace ouro::vm
