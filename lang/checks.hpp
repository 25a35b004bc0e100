// SPDX-License-Identifier: MIT
//
// Rules that the grammar cannot express and that need no scopes: where `break`, `continue`, stars, future imports and
// `except:` may stand, repeated keywords, patterns that can never be reached. With them goes the table of what Ouro
// does not support (subset.hpp).
//
// Runs between the parser and scope analysis, which has the rules about names, functions and `await`.
#pragma once

#include "lang/ast.hpp"
#include "lang/diagnostics.hpp"

#include <optional>
#include <vector>

namespace ouro::lang {

// The first error in the order of the text, in CPython's words. Takes trees of any depth. What is worth a warning
// (syntax_warnings.hpp, jumps out of a `finally`) is added to `warnings`.
std::optional<SyntaxError> check_module(const Module& module, std::vector<SyntaxWarning>& warnings);

// The rules of one match statement (checks_patterns.cpp): unreachable patterns, names bound twice or not by all
// alternatives, repeated keys and attributes.
std::optional<SyntaxError> check_match(const Match& statement);

} // namespace ouro::lang
