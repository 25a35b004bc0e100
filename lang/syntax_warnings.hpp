// SPDX-License-Identifier: MIT
//
// What the compiler warns of although it is no error: expressions that cannot work or do not say what they seem to, as
// CPython 3.14 finds them. Warnings of the lexer come from layout.cpp and string_literals.cpp.
#pragma once

#include "lang/ast.hpp"
#include "lang/diagnostics.hpp"

#include <optional>

namespace ouro::lang {

// The warning about the expression itself, not its parts: calls and subscripts of what has none, `is` with a literal.
std::optional<SyntaxWarning> warning_about(const Expr& node);
// `assert (test, message)`, which always holds.
std::optional<SyntaxWarning> warning_about(const Assert& node);

} // namespace ouro::lang
