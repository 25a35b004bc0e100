// SPDX-License-Identifier: MIT
//
// Assignment targets. The grammar parses what may turn out to be a target as an expression; here such an expression is
// checked and converted, with CPython's messages for what cannot be one (Language Reference 7.2 to 7.5).
#pragma once

#include "lang/ast.hpp"
#include "lang/token.hpp"

#include <string>

namespace ouro::lang {

enum class TargetKind : uint8_t { Assign, For, Delete };

// What diagnostics call an expression: "function call", "literal", "tuple".
const char* describe(const Expr* expr);

// The first part of `target` that cannot be assigned to or deleted, or null.
const Expr* find_invalid_target(const Expr* target, TargetKind kind);

// "cannot assign to function call", "cannot delete literal".
std::string invalid_target_message(const Expr* invalid, TargetKind kind);

// Marks a valid target, with all parts of tuples and lists in it.
void set_context(Expr* target, Context context);

// Whether CPython's advice about `==` fits an assignment to `target`: it takes both sides for operands of a comparison.
// `equal` is the token of the sign; it stands in a vector of tokens that ends in ENDMARKER or ERRORTOKEN.
bool looks_like_comparison(const Expr* target, const Token* equal);

// The end of the operand that begins with `token`: the first token after it. Null where none begins.
const Token* skip_operand(const Token* token);

} // namespace ouro::lang
