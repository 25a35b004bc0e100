// SPDX-License-Identifier: MIT
//
// From source text to the AST: tokens by layout.cpp, grammar.yy run over them, nodes in the caller's Arena.
//
// The depth of the tree is bounded (Builder::MAX_DEPTH), except on the left sides of BinOp, Attribute, Subscript and
// Call, and in the `orelse` of If: `a + b + c + ...`, `a.b.c...` and `elif` chains may have any length, and passes over
// the tree must walk these iteratively.
#pragma once

#include "lang/ast.hpp"
#include "lang/diagnostics.hpp"
#include "lang/layout.hpp"
#include "lang/source.hpp"

#include <cstdint>
#include <variant>
#include <vector>

namespace ouro::lang {

enum class ParseMode : uint8_t {
    File,        // a module
    Interactive, // one statement, or one line of simple statements
    Expression,  // one expression, which becomes the module's only statement
};

// Parses `source`; the result lives as long as `arena`. Where `warnings` is given, what the lexer warns of is added.
// Errors: what CPython's parser raises, in its words; RecursionError for text nested too deeply. Errors that need
// scopes or the statement around (`'return' outside function`) are found later, in checks.cpp and scope analysis.
std::variant<Module, SyntaxError> parse(const Source& source, Arena& arena, ParseMode mode,
                                        std::vector<SyntaxWarning>* warnings = nullptr);

// The same for text that has been made into tokens, in the same arena.
std::variant<Module, SyntaxError> parse(const Source& source, const Tokenized& tokenized, Arena& arena, ParseMode mode);

// Whether more lines could make a statement of these tokens: the grammar accepts all of them, as far as they go.
bool may_go_on(const Source& source, const Tokenized& tokenized, Arena& arena);

} // namespace ouro::lang
