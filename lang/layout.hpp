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

// When an error of the lexer is reported although the parser could not accept a token before it.
enum class LexicalErrorRank : uint8_t {
    First,           // always: CPython reads the rest of the text for errors like these before it says `invalid syntax`
    UnclosedBracket, // if the parser failed on a later line than the bracket's
    InOrder,         // never: the parser's error stands (so it is for errors of indentation and inside f-strings)
};

struct Tokenized {
    // Ends in ENDMARKER; in ERRORTOKEN when `error` or `literal_error` is set. The parser still reads the tokens before
    // it, because an error of the grammar further up may come first: syntax_error.hpp decides. An ERRORTOKEN elsewhere
    // is a character that begins no token; no rule of the grammar accepts it.
    std::vector<Token> tokens;
    std::optional<SyntaxError> error;
    LexicalErrorRank rank = LexicalErrorRank::First;
    // A well-formed literal without a value, such as a string with a bad escape. It is the last token but one.
    std::optional<SyntaxError> literal_error;
    std::vector<SyntaxWarning> warnings;
    // `error` is that the text ends too early (open bracket, open triple-quoted string, backslash at the end).
    bool ends_early = false;
    // For the prompt: more lines are needed, because of ends_early or because a block is still open.
    bool incomplete = false;
};

// Reads all of `source`. Names, literals' texts and strings become the arena's; both must outlive the result.
Tokenized tokenize(const Source& source, Arena& arena);

} // namespace ouro::lang
