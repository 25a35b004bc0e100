// SPDX-License-Identifier: MIT
//
// From source text to the parser's tokens. On top of the lexer's rules this adds what depends on context: INDENT,
// DEDENT and NEWLINE, brackets (inside which lines join), the nesting of f-strings, and the soft keywords.
//
// `match`, `case` and `type` come as KW_MATCH, KW_CASE and KW_TYPE exactly where a match statement, a case clause or a
// type alias begins, and as NAME elsewhere, so that the LALR(1) grammar needs no backtracking.
//
// Language Reference, chapter 2 (Lexical analysis); PEP 701 (f-strings), PEP 750 (t-strings).
#pragma once

#include "lang/ast.hpp"
#include "lang/diagnostics.hpp"
#include "lang/source.hpp"
#include "lang/token.hpp"

#include <optional>
#include <vector>

namespace ouro::lang {

struct Tokenized {
    // Ends in ENDMARKER; in ERRORTOKEN when `error` is set. The parser still reads the tokens before it, because an
    // error of the grammar further up may come first: syntax_error.hpp decides.
    std::vector<Token> tokens;
    std::optional<SyntaxError> error;
    std::vector<SyntaxWarning> warnings;
    // `error` is that the text ends too early (open bracket, open triple-quoted string, backslash at the end).
    bool ends_early = false;
    // For the prompt: more lines are needed, because of ends_early or because a block is still open.
    bool incomplete = false;
};

Tokenized tokenize(const Source& source, Arena& arena);

} // namespace ouro::lang
