// SPDX-License-Identifier: MIT
//
// Counting, skipping and checking of UTF-8. ASCII runs are taken eight bytes at a time.
#include "vm/text/utf8.hpp"

namespace ouro::vm {

static constexpr uint64_t HIGH_BITS = 0x8080808080808080ull;

static constexpr uint64_t EVEN_BYTES = 0x00FF00FF00FF00FFull;

static uint64_t load_word(const char* text) {
    uint64_t word;
    memcpy(&word, text, sizeof word);
    return word;
}

bool is_ascii(std::string_view text) {
    const char* at = text.data();
    const char* end = at + text.size();
    for (; end - at >= 32; at += 32) {
        uint64_t word = load_word(at) | load_word(at + 8) | load_word(at + 16) | load_word(at + 24);
        if (word & HIGH_BITS)
            return false;
    }
    for (; end - at >= 8; at += 8) {
        if (load_word(at) & HIGH_BITS)
            return false;
    }
    for (; at < end; at++) {
        if (*at & 0x80)
            return false;
    }
    return true;
}

// One in each of the eight bytes that continues a sequence (10xxxxxx).
static uint64_t continuation_ones(uint64_t word) { return (word & ~(word << 1) & HIGH_BITS) >> 7; }

// The sum of the eight bytes, which must be below 256.
static unsigned sum_of_bytes(uint64_t word) { return unsigned((word * 0x0101010101010101ull) >> 56); }

static unsigned continuations_in(uint64_t word) { return sum_of_bytes(continuation_ones(word)); }

size_t count_code_points(std::string_view text) {
    const char* at = text.data();
    const char* end = at + text.size();
    size_t continuations = 0;
    while (end - at >= 32) {
        uint64_t sums = 0; // by bytes, at most 31 times 4 each
        for (unsigned round = 0; round < 31 && end - at >= 32; round++, at += 32) {
            sums += continuation_ones(load_word(at)) + continuation_ones(load_word(at + 8)) +
                    continuation_ones(load_word(at + 16)) + continuation_ones(load_word(at + 24));
        }
        uint64_t pairs = (sums & EVEN_BYTES) + (sums >> 8 & EVEN_BYTES);
        continuations += (pairs * 0x0001000100010001ull) >> 48;
    }
    for (; end - at >= 8; at += 8)
        continuations += continuations_in(load_word(at));
    for (; at < end; at++)
        continuations += is_continuation(*at);
    return text.size() - continuations;
}

size_t utf8_prefix_bytes(const char* text, size_t count) {
    const char* at = text;
    // A word holds at most eight code points, so while more are wanted a whole word may be skipped.
    while (count > 8) {
        count -= 8 - continuations_in(load_word(at));
        at += 8;
    }
    while (is_continuation(*at) && at != text) // the word may have ended within a sequence, whose start was counted
        at++;
    for (; count > 0; count--)
        at += utf8_sequence_length(*at);
    return size_t(at - text);
}

// Length of the valid sequence at bytes[at], or 0; then `fault` says what is wrong.
static unsigned check_sequence(std::string_view bytes, size_t at, Utf8Fault& fault) {
    uint8_t lead = uint8_t(bytes[at]);
    fault.start = at;
    if (lead < 0xC2 || lead > 0xF4) {
        fault.end = at + 1;
        fault.reason = "invalid start byte";
        return 0;
    }
    unsigned length = utf8_sequence_length(char(lead));
    // The second byte is narrowed by overlong forms, surrogates and the end of Unicode (table 3-7 of the standard).
    uint8_t low = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
    uint8_t high = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
    for (unsigned i = 1; i < length; i++) {
        fault.end = at + i;
        if (at + i >= bytes.size()) {
            fault.reason = "unexpected end of data";
            return 0;
        }
        uint8_t byte = uint8_t(bytes[at + i]);
        if (byte < low || byte > high) {
            fault.reason = "invalid continuation byte";
            return 0;
        }
        low = 0x80;
        high = 0xBF;
    }
    return length;
}

// Length of a sequence whose first bytes say already that it is valid; 0 for those that need a closer look.
static unsigned plain_sequence(const char* at, size_t room) {
    uint8_t lead = uint8_t(at[0]);
    if (lead >= 0xC2 && lead < 0xE0 && room >= 2 && is_continuation(at[1]))
        return 2;
    if (lead > 0xE0 && lead < 0xED && room >= 3 && is_continuation(at[1]) && is_continuation(at[2]))
        return 3;
    return 0;
}

Utf8Fault scan_utf8(std::string_view bytes, size_t from) {
    size_t at = from;
    Utf8Fault fault;
    while (at < bytes.size()) {
        if (bytes.size() - at >= 8 && !(load_word(bytes.data() + at) & HIGH_BITS)) {
            at += 8;
        } else if (!(bytes[at] & 0x80)) {
            at++;
        } else if (unsigned quick = plain_sequence(bytes.data() + at, bytes.size() - at)) {
            at += quick;
        } else if (unsigned length = check_sequence(bytes, at, fault)) {
            at += length;
        } else {
            return fault;
        }
    }
    return {bytes.size(), bytes.size(), nullptr};
}

void append_escape(std::string& out, uint32_t code_point) {
    static constexpr char HEX_DIGITS[] = "0123456789abcdef";
    unsigned digits = code_point < 0x100 ? 2 : code_point < 0x10000 ? 4 : 8;
    out += '\\';
    out += digits == 2 ? 'x' : digits == 4 ? 'u' : 'U';
    while (digits-- > 0)
        out += HEX_DIGITS[code_point >> (4 * digits) & 15];
}

} // namespace ouro::vm
