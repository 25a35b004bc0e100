// SPDX-License-Identifier: MIT
//
// The lexer: the re2c rules of lexer.re.cc, one call for each lexeme. It knows neither lines nor nesting; layout.cpp
// drives it and makes the parser's tokens of what it returns.
//
// All functions take a position inside a Source's text and rely on the zero bytes behind that text as their stop.
#pragma once

#include "lang/token.hpp"

#include <cstdint>

namespace ouro::lang {

// What a rule of the ordinary mode recognised.
enum class Lexeme : uint8_t {
    Token,        // an operator or keyword, as `kind` says
    Name,         // an ASCII identifier
    UnicodeName,  // an identifier with bytes beyond ASCII, not yet checked
    Int,          // a decimal integer
    RadixInt,     // 0x, 0o or 0b
    Float,        //
    Imaginary,    //
    StringStart,  // a prefix and the opening quotes; the body follows
    FStringStart, // the same of an f-string or t-string
    Newline,      // with the comment in front of it, if there is one
    JoinedLine,   // a backslash and the line end behind it
    Backslash,    // a backslash anywhere else
    End,          // the end of the text
    Unknown,      // a byte that begins no token, such as `$` or a control character
};

struct Scan {
    Lexeme lexeme;
    TokenKind kind; // of a Lexeme::Token
    const char* begin;
    const char* end;
};

// The lexeme at `cursor`, behind blanks and a comment.
Scan scan_token(const char* cursor);

// The body of a string, or the literal text of an f-string, from `cursor` on.
struct TextScan {
    const char* end;          // what stopped the scan: closing quotes, a line end, a brace, the end of the text
    const char* line;         // where the last line that the text reached begins, if newlines > 0
    uint32_t newlines = 0;    // line ends inside the text
    bool has_escapes = false; // a backslash or, in f-strings, a doubled brace
    bool has_unicode = false; // a byte beyond ASCII
    bool is_closed = false;   // `end` is the first of the closing quotes
};

TextScan scan_string(const char* cursor, char quote, bool triple);
// `raw`: backslashes mean themselves; `spec`: a format specification, where braces cannot be doubled.
TextScan scan_fstring(const char* cursor, char quote, bool triple, bool raw, bool spec);

} // namespace ouro::lang
