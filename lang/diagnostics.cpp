// SPDX-License-Identifier: MIT
//
// The text form of syntax errors.
#include "lang/diagnostics.hpp"

#include "lang/identifiers.hpp"
#include "lang/source.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace ouro::lang {

namespace {

constexpr std::string_view INDENT = "    ";

int64_t character_offset(const Source& source, Position position) {
    if (position.column == NO_COLUMN)
        return 0;
    std::string_view line = source.line(position.line);
    size_t inside = std::min<size_t>(position.column, line.size());
    return static_cast<int64_t>(count_characters(line.substr(0, inside)) + (position.column - inside)) + 1;
}

// The blanks that bring a caret under the character number `column` of `text`: tabs are kept, so that they line up.
std::string blanks_up_to(std::string_view text, size_t column) {
    std::string blanks;
    size_t at = 0;
    for (size_t i = 0; i < column && at < text.size(); ++i) {
        Character character = first_character(text.substr(at));
        bool is_blank = character.length == 1 && (text[at] == '\t' || text[at] == '\f' || text[at] == '\v');
        blanks += is_blank ? text[at] : ' ';
        at += character.length;
    }
    blanks.append(column - std::min(column, blanks.size()), ' ');
    return blanks;
}

// The line of carets below `shown`, or nothing where the error lies before it. Offsets count in the whole line,
// of which `hidden` characters are not shown.
std::string caret_line(std::string_view shown, size_t hidden, const ErrorOffsets& offsets) {
    auto length = static_cast<int64_t>(count_characters(shown) + hidden);
    int64_t begin = std::min(offsets.offset, length + 1);
    int64_t end = offsets.lineno == offsets.end_lineno ? offsets.end_offset : length + 1;
    end = std::max(std::min(end, length + 1), begin);
    if (begin == end)
        end = begin + 1;
    begin -= 1 + static_cast<int64_t>(hidden);
    end -= 1 + static_cast<int64_t>(hidden);
    if (begin < 0)
        return "";
    return fmt::format("{}{}{}\n", INDENT, blanks_up_to(shown, static_cast<size_t>(begin)),
                       std::string(static_cast<size_t>(end - begin), '^'));
}

} // namespace

const char* type_name(SyntaxError::Type type) {
    switch (type) {
    case SyntaxError::Type::IndentationError:
        return "IndentationError";
    case SyntaxError::Type::TabError:
        return "TabError";
    case SyntaxError::Type::RecursionError:
        return "RecursionError";
    default:
        return "SyntaxError";
    }
}

ErrorOffsets error_offsets(const SyntaxError& error, const Source& source) {
    const Span& span = error.span;
    return {span.begin.line, character_offset(source, span.begin), span.end.line, character_offset(source, span.end)};
}

std::string format_syntax_error(const SyntaxError& error, const Source& source) {
    if (error.span.begin.line == 0)
        return format_syntax_error(error, source.filename());
    std::string_view line = source.line(error.span.begin.line);
    size_t hidden = std::min(line.find_first_not_of(" \f"), line.size());
    std::string_view shown = line.substr(hidden);
    std::string out = fmt::format("  File \"{}\", line {}\n", source.filename(), error.span.begin.line);
    if (error.span.begin.line <= source.line_count()) {
        out += fmt::format("{}{}\n", INDENT, shown);
        out += caret_line(shown, hidden, error_offsets(error, source));
    }
    return out + fmt::format("{}: {}\n", type_name(error.type), error.message);
}

std::string format_syntax_error(const SyntaxError& error, std::string_view filename) {
    std::string out;
    if (error.span.begin.line != 0)
        out = fmt::format("  File \"{}\", line {}\n", filename, error.span.begin.line);
    return out + fmt::format("{}: {}\n", type_name(error.type), error.message);
}

} // namespace ouro::lang
