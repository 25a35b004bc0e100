// SPDX-License-Identifier: MIT
//
// Line ends of text files.
#include "stdlib/io/newlines.hpp"

#include <cstring>

namespace ouro::stdlib {

using namespace ouro::vm;

Result<Newline> newline_argument(VM& vm, Value value) {
    if (value.is_none())
        return Newline::Translate;
    Str* text = as<Str>(value);
    if (!text)
        return vm.type_error("newline must be str or None, not {}", vm.type_name(value));
    static constexpr std::pair<std::string_view, Newline> KINDS[] = {
        {"", Newline::Keep}, {"\n", Newline::LineFeed}, {"\r", Newline::Return}, {"\r\n", Newline::ReturnLineFeed}};
    for (auto [line_end, kind] : KINDS) {
        if (text->view() == line_end)
            return kind;
    }
    return vm.value_error("illegal newline value: {}", repr_text(vm, value));
}

static size_t behind(std::string_view text, char letter) {
    const void* found = text.empty() ? nullptr : memchr(text.data(), letter, text.size());
    return found ? size_t(static_cast<const char*>(found) - text.data()) + 1 : std::string_view::npos;
}

size_t find_line_end(Newline newline, std::string_view text) {
    switch (newline) {
    case Newline::Translate:
    case Newline::LineFeed: return behind(text, '\n');
    case Newline::Return: return behind(text, '\r');
    case Newline::ReturnLineFeed: {
        size_t end = text.find("\r\n");
        return end == std::string_view::npos ? end : end + 2;
    }
    case Newline::Keep: break;
    }
    size_t end = behind(text, '\n');
    size_t other = behind(text.substr(0, end), '\r');
    if (other == std::string_view::npos)
        return end;
    return other + (text.substr(other).starts_with('\n') ? 1 : 0);
}

uint8_t scan_line_ends(std::string_view text, std::string* translated) {
    uint8_t seen = 0;
    if (translated)
        translated->reserve(translated->size() + text.size());
    for (;;) { // from one '\r' to the next
        size_t end = behind(text, '\r');
        bool is_last = end == std::string_view::npos;
        std::string_view part = text.substr(0, is_last ? end : end - 1);
        if (!(seen & SEEN_LINE_FEED) && behind(part, '\n') != std::string_view::npos)
            seen |= SEEN_LINE_FEED;
        if (translated)
            translated->append(part);
        if (is_last)
            return seen;
        bool both = text.substr(end).starts_with('\n');
        seen |= both ? SEEN_BOTH : SEEN_RETURN;
        if (translated)
            *translated += '\n';
        text.remove_prefix(end + (both ? 1 : 0));
    }
}

std::string with_line_ends(std::string_view text, std::string_view line_end) {
    std::string result;
    for (size_t from = 0;;) {
        size_t end = text.find('\n', from);
        result.append(text.substr(from, end - from));
        if (end == std::string_view::npos)
            return result;
        result.append(line_end);
        from = end + 1;
    }
}

Value seen_newlines(VM& vm, uint8_t seen) {
    static constexpr std::pair<uint8_t, const char*> ENDS[] = {
        {SEEN_RETURN, "\r"}, {SEEN_LINE_FEED, "\n"}, {SEEN_BOTH, "\r\n"}};
    Value ends[3];
    size_t count = 0;
    for (auto [bit, text] : ENDS) {
        if (seen & bit)
            ends[count++] = make_short_str(vm, text);
    }
    if (count <= 1)
        return count ? ends[0] : Value::none();
    return make_tuple(vm, std::span<const Value>(ends, count));
}

} // namespace ouro::stdlib
