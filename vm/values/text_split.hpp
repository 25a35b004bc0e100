// SPDX-License-Identifier: MIT
//
// Splitting, stripping and cutting into lines, shared by str and bytes. Pieces are handed to `emit(begin, end)`, byte
// offsets, which returns Result<void>. What counts as a character is said by a policy: OctetText or CodePointText.
#pragma once

#include "vm/result.hpp"
#include "vm/text/text_search.hpp"
#include "vm/text/unicode.hpp"
#include "vm/text/utf8.hpp"

#include <string_view>

namespace ouro::vm {

// bytes: each octet is a character, white space is ASCII's six.
struct OctetText {
    static bool is_space(uint32_t c) { return c == ' ' || c - 9 < 5; }
    static bool is_line_break(uint32_t c) { return c == '\n' || c == '\r'; }
    static uint32_t next(const char*& at) { return uint8_t(*at++); }
    static uint32_t previous(const char*& at) { return uint8_t(*--at); }
};

// str: code points in UTF-8.
struct CodePointText {
    static bool is_space(uint32_t c) {
        return c < 128 ? c == ' ' || c - 9 < 5 || c - 0x1C < 4 : unicode::is_space(c);
    }
    static bool is_line_break(uint32_t c) { return unicode::is_line_break(c); }
    static uint32_t next(const char*& at) { return utf8_next(at); }
    static uint32_t previous(const char*& at) { return utf8_previous(at); }
};

// str that is ASCII: the same characters, each of one byte.
struct AsciiText {
    static bool is_space(uint32_t c) { return CodePointText::is_space(c); }
    static bool is_line_break(uint32_t c) { return c - 10 < 4 || c - 0x1C < 3; }
    static uint32_t next(const char*& at) { return uint8_t(*at++); }
    static uint32_t previous(const char*& at) { return uint8_t(*--at); }
};

// Moves `begin` over all leading characters for which test(c).
template <class Text, class Test>
size_t skip_leading(std::string_view text, size_t begin, size_t end, Test test) {
    const char* at = text.data() + begin;
    const char* limit = text.data() + end;
    while (at < limit) {
        const char* next = at;
        if (!test(Text::next(next)))
            break;
        at = next;
    }
    return size_t(at - text.data());
}

// Moves `end` back over all trailing characters for which test(c).
template <class Text, class Test>
size_t skip_trailing(std::string_view text, size_t begin, size_t end, Test test) {
    const char* at = text.data() + end;
    const char* limit = text.data() + begin;
    while (at > limit) {
        const char* previous = at;
        if (!test(Text::previous(previous)))
            break;
        at = previous;
    }
    return size_t(at - text.data());
}

template <class Text, class Emit>
Result<void> split_white_space(std::string_view text, int64_t limit, Emit emit) {
    auto is_space = [](uint32_t c) { return Text::is_space(c); };
    auto is_word = [](uint32_t c) { return !Text::is_space(c); };
    for (size_t at = 0;;) {
        at = skip_leading<Text>(text, at, text.size(), is_space);
        if (at == text.size())
            return {};
        if (limit-- == 0)
            return emit(at, text.size());
        size_t end = skip_leading<Text>(text, at, text.size(), is_word);
        TRY(emit(at, end));
        at = end;
    }
}

// From the right; the pieces are handed out last first.
template <class Text, class Emit>
Result<void> split_white_space_last(std::string_view text, int64_t limit, Emit emit) {
    auto is_space = [](uint32_t c) { return Text::is_space(c); };
    auto is_word = [](uint32_t c) { return !Text::is_space(c); };
    for (size_t end = text.size();;) {
        end = skip_trailing<Text>(text, 0, end, is_space);
        if (end == 0)
            return {};
        if (limit-- == 0)
            return emit(0, end);
        size_t begin = skip_trailing<Text>(text, 0, end, is_word);
        TRY(emit(begin, end));
        end = begin;
    }
}

template <class Emit>
Result<void> split_separator(std::string_view text, std::string_view separator, int64_t limit, Emit emit) {
    size_t from = 0;
    for (; limit != 0; limit--) {
        size_t at = find_text(text, separator, from);
        if (at == NOT_FOUND)
            break;
        TRY(emit(from, at));
        from = at + separator.size();
    }
    return emit(from, text.size());
}

template <class Emit>
Result<void> split_separator_last(std::string_view text, std::string_view separator, int64_t limit, Emit emit) {
    size_t end = text.size();
    for (; limit != 0; limit--) {
        size_t at = find_text_last(text, separator, end);
        if (at == NOT_FOUND)
            break;
        TRY(emit(at + separator.size(), end));
        end = at;
    }
    return emit(0, end);
}

template <class Text, class Emit>
Result<void> split_lines(std::string_view text, bool keep_ends, Emit emit) {
    const char* data = text.data();
    const char* end = data + text.size();
    for (const char* at = data; at < end;) {
        const char* begin = at;
        const char* line_end = end;
        while (at < end) {
            const char* from = at;
            uint32_t c = Text::next(at);
            if (Text::is_line_break(c)) {
                line_end = from;
                if (c == '\r' && at < end && *at == '\n')
                    at++;
                break;
            }
        }
        TRY(emit(size_t(begin - data), size_t((keep_ends ? at : line_end) - data)));
    }
    return {};
}

} // namespace ouro::vm
