// SPDX-License-Identifier: MIT
//
// Expressions back to text, as `from __future__ import annotations` stores them (PEP 563): one line, normalised spaces,
// only the parentheses that are needed.
#pragma once

#include "lang/ast.hpp"

#include <string>

namespace ouro::lang {

std::string unparse(const Expr& expression);

} // namespace ouro::lang
