// SPDX-License-Identifier: MIT
//
// What is valid Python 3.14 but refused by Ouro at compile time. The parser knows the whole grammar, so each of these
// is found by name and with its position; docs/differences.md lists them for users.
#pragma once

#include "lang/ast.hpp"

namespace ouro::lang {

// What is refused, and where; `what` is null where the node is supported.
struct Refusal {
    const char* what = nullptr; // "template strings": the message ends in ` are not supported by Ouro`
    Span span;
};

// Looks at the node itself, not at its children.
Refusal refused(const Stmt& statement);
Refusal refused(const Expr& expression);

} // namespace ouro::lang
