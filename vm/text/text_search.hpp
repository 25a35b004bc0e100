// SPDX-License-Identifier: MIT
//
// Searching and cutting of bytes, shared by str and bytes. A match of valid UTF-8 within valid UTF-8 always begins and
// ends between code points, so str needs nothing of its own here.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <utility>

namespace ouro::vm {

inline constexpr size_t NOT_FOUND = SIZE_MAX;

// The same as find_text for a needle of two bytes or more that fits behind `from`.
size_t find_long_text(std::string_view text, std::string_view needle, size_t from);
size_t count_byte(std::string_view text, char byte);

// The first place at or after `from` where `needle` stands; NOT_FOUND when there is none.
inline size_t find_text(std::string_view text, std::string_view needle, size_t from = 0) {
    if (from > text.size() || needle.size() > text.size() - from)
        return NOT_FOUND;
    if (needle.empty())
        return from;
    if (needle.size() > 1)
        return find_long_text(text, needle, from);
    const void* found = memchr(text.data() + from, uint8_t(needle[0]), text.size() - from);
    return found ? size_t(static_cast<const char*>(found) - text.data()) : NOT_FOUND;
}

// The last place where `needle` stands and ends at or before `to`.
inline size_t find_text_last(std::string_view text, std::string_view needle, size_t to) {
    if (needle.size() > to)
        return NOT_FOUND;
    if (needle.empty())
        return to;
    // Candidates are found by the first byte, from the right.
    for (size_t limit = to - needle.size() + 1; limit > 0;) {
        const void* found = memrchr(text.data(), uint8_t(needle[0]), limit);
        if (!found)
            return NOT_FOUND;
        size_t at = size_t(static_cast<const char*>(found) - text.data());
        if (memcmp(text.data() + at, needle.data(), needle.size()) == 0)
            return at;
        limit = at;
    }
    return NOT_FOUND;
}

// How often a non-empty `needle` stands in `text`, without overlaps, up to `limit` times.
inline size_t count_text(std::string_view text, std::string_view needle, size_t limit = SIZE_MAX) {
    if (needle.size() == 1 && limit == SIZE_MAX)
        return count_byte(text, needle[0]);
    size_t count = 0;
    for (size_t at = 0; count < limit; count++) {
        at = find_text(text, needle, at);
        if (at == NOT_FOUND)
            break;
        at += needle.size();
    }
    return count;
}

// Positions of a slice [start:end] as the search methods take them: negative ones count from the end; clamped. When
// start lies beyond end nothing matches, not even the empty text.
struct SearchRange {
    int64_t start, end;
    bool is_empty_range() const { return start > end; }
};
inline SearchRange clamp_range(int64_t start, int64_t end, int64_t length) {
    auto clamp = [&](int64_t position) {
        if (position < 0)
            position += length;
        return position < 0 ? 0 : position;
    };
    return {clamp(start), end > length ? length : clamp(end)};
}

} // namespace ouro::vm
