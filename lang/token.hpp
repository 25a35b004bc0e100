// SPDX-License-Identifier: MIT
//
// Tokens: what the lexer and layout make of the text and the parser reads. 40 bytes each; `text` points into the
// Source, decoded values are owned by the Arena, so both must outlive the tokens.
//
// Which value a token carries:
//   NAME (also soft keywords that stand as names)  name(): the NFKC-normalised identifier
//   NUMBER                                         literal(): Int, Float or Imaginary
//   STRING                                         literal(): Str or Bytes, escapes decoded
//   FSTRING_MIDDLE, TSTRING_MIDDLE                 literal(): Str, escapes and doubled braces decoded
//   FCONVERSION (`!r`)                             name(): the letter after the exclamation mark
#pragma once

#include "lang/ast.hpp"
#include "lang/span.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace ouro::lang {

enum class TokenKind : uint8_t {
    ENDMARKER,
    ERRORTOKEN, // stands last, instead of ENDMARKER, where the text could not be read any further
#define TOKEN(name, text) name,
#include "lang/tokens.def"
};

inline constexpr size_t TOKEN_KIND_COUNT = 2
#define TOKEN(name, text) +1
#include "lang/tokens.def"
    ;

struct Token {
    Span span;
    const char* start = nullptr;
    uint32_t length = 0;
    TokenKind kind = TokenKind::ENDMARKER;
    Literal::Kind literal_kind = Literal::Kind::None; // says which member of the union is valid for NUMBER and STRING
    union {
        Text value = nullptr;
        double number;
    };

    std::string_view text() const { return {start, length}; }
    const char* end() const { return start + length; }
    Name name() const { return value; }
    Literal literal() const {
        bool is_number = literal_kind == Literal::Kind::Float || literal_kind == Literal::Kind::Imaginary;
        return is_number ? Literal{literal_kind, number, nullptr} : Literal{literal_kind, 0, value};
    }
};

// The enumerator's name: "NAME", "LPAR", "KW_IF".
const char* token_name(TokenKind kind);
// The spelling of operators and keywords, and what diagnostics call the others.
const char* token_text(TokenKind kind);
bool is_keyword(TokenKind kind); // hard keywords only
bool is_binary_operator(TokenKind kind); // arithmetic and bitwise
// Behind a name: it is no name that a pattern captures.
bool continues_captured_name(TokenKind kind);
// `pass`, `break` and `continue`: statements that are one keyword.
bool is_bare_statement(TokenKind kind);

// The source text after `left` and before `right`, which may span lines: for `f'{x = }'`, from the brace to the end of
// the field. Comments are left out, as CPython does.
std::string text_between(const Token& left, const Token& right);

// One token a line: `line:column-line:column NAME 'text'`.
std::string dump_tokens(const std::vector<Token>& tokens);

} // namespace ouro::lang
