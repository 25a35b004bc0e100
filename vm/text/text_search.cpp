// SPDX-License-Identifier: MIT
//
// Substring search. Candidates are places where the first and the last byte of the needle stand, found 16 at a time;
// when too many of them turn out to be wrong, the C library's memmem takes over, whose worst case is linear.
#include "vm/text/text_search.hpp"

#include <bit>
#include <cstdint>
#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace ouro::vm {

static size_t find_by_library(std::string_view text, std::string_view needle, size_t from) {
    const void* found = memmem(text.data() + from, text.size() - from, needle.data(), needle.size());
    return found ? size_t(static_cast<const char*>(found) - text.data()) : NOT_FOUND;
}

#if defined(__SSE2__)

size_t find_long_text(std::string_view text, std::string_view needle, size_t from) {
    const char* data = text.data();
    size_t last = needle.size() - 1;
    __m128i first_bytes = _mm_set1_epi8(needle[0]), last_bytes = _mm_set1_epi8(needle[last]);
    size_t at = from, misses = 0;
    for (; text.size() - at >= last + 16; at += 16) {
        auto load = [&](size_t offset) { return _mm_loadu_si128(reinterpret_cast<const __m128i*>(data + offset)); };
        __m128i both =
            _mm_and_si128(_mm_cmpeq_epi8(load(at), first_bytes), _mm_cmpeq_epi8(load(at + last), last_bytes));
        for (unsigned mask = unsigned(_mm_movemask_epi8(both)); mask; mask &= mask - 1) {
            size_t place = at + size_t(std::countr_zero(mask));
            if (memcmp(data + place + 1, needle.data() + 1, last - 1) == 0)
                return place;
            misses++;
        }
        if (misses > 16 + (at - from) / 16)
            return find_by_library(text, needle, at);
    }
    return find_by_library(text, needle, at);
}

size_t count_byte(std::string_view text, char byte) {
    const char* at = text.data();
    const char* end = at + text.size();
    size_t count = 0;
    for (__m128i wanted = _mm_set1_epi8(byte); end - at >= 16; at += 16) {
        __m128i equal = _mm_cmpeq_epi8(_mm_loadu_si128(reinterpret_cast<const __m128i*>(at)), wanted);
        count += unsigned(std::popcount(unsigned(_mm_movemask_epi8(equal))));
    }
    for (; at < end; at++)
        count += *at == byte;
    return count;
}

#else

size_t find_long_text(std::string_view text, std::string_view needle, size_t from) {
    return find_by_library(text, needle, from);
}

size_t count_byte(std::string_view text, char byte) {
    size_t count = 0;
    for (char c : text)
        count += c == byte;
    return count;
}

#endif

} // namespace ouro::vm
