// SPDX-License-Identifier: MIT
//
// From "the parser cannot go on here" to the message that helps. Bison only says which token does not fit; this file's
// functions look at the tokens around it and choose the words, type and range that CPython 3.13 would.
#pragma once

#include "lang/diagnostics.hpp"
#include "lang/layout.hpp"
#include "lang/source.hpp"

#include <cstddef>

namespace ouro::lang {

// The error to report when tokens[failing] is the first token that the grammar cannot accept (it may be the final
// ENDMARKER or ERRORTOKEN).
SyntaxError explain_syntax_error(const Source& source, const Tokenized& tokenized, size_t failing);

// The error to report when a check made during parsing (assignment targets, argument order) found `error`: errors of
// the lexer, wherever they are, come before it.
SyntaxError prefer_lexical_error(const Source& source, const Tokenized& tokenized, SyntaxError error);

} // namespace ouro::lang
