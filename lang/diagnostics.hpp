// SPDX-License-Identifier: MIT
//
// What the front end reports: syntax errors and syntax warnings, with their text form.
//
// Every stage of lang/ returns a SyntaxError as a value; nothing is printed here. The printed form, and the offsets
// that become attributes of a script's SyntaxError object, are CPython 3.13's to the character.
#pragma once

#include "lang/span.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace ouro::lang {

class Source;

// A column for errors that belong to a line but to no place in it; they are shown without a caret.
inline constexpr uint32_t NO_COLUMN = UINT32_MAX;

struct SyntaxError {
    enum class Type : uint8_t { SyntaxError, IndentationError, TabError, RecursionError };

    Type type = Type::SyntaxError;
    std::string message;
    Span span; // line 0: the error has no position; begin == end: a single caret
};

// A warning about the source that does not stop compilation, such as an invalid escape sequence.
struct SyntaxWarning {
    std::string message;
    Span span;
    std::string as_error = {}; // what it says when a filter makes it a SyntaxError; empty: the same
};

// Positions as the attributes of a SyntaxError object have them: columns are 1-based and count characters.
struct ErrorOffsets {
    int64_t lineno = 0;
    int64_t offset = 0;
    int64_t end_lineno = 0;
    int64_t end_offset = 0;
};

// "SyntaxError", "IndentationError", "TabError" or "RecursionError".
const char* type_name(SyntaxError::Type type);

// Where `error` lies in `source`, in characters.
ErrorOffsets error_offsets(const SyntaxError& error, const Source& source);

// The report of an uncaught syntax error: file and line, source line, carets, type and message; ends in a newline.
std::string format_syntax_error(const SyntaxError& error, const Source& source);

// The same where there is no Source because the bytes could not be decoded: only file, line, type and message.
std::string format_syntax_error(const SyntaxError& error, std::string_view filename);

} // namespace ouro::lang
