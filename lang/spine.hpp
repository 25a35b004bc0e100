// SPDX-License-Identifier: MIT
//
// Spines: `a + b + c`, `x.y().z[0]`. Their nodes nest on the left as deep as the source is long, so they are walked by
// a loop.
#pragma once

#include "lang/ast.hpp"

namespace ouro::lang {

// The operand of a spine's node that is evaluated first and may be a spine itself; null for other nodes.
const Expr* spine_child(const Expr* node);

} // namespace ouro::lang
