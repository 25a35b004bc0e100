// SPDX-License-Identifier: MIT
//
// The AST as text, for `ouro --ast` and the tests: one node a line, indented by its depth, children below it under the
// names of their fields. Absent children and empty lists are left out.
//
//     Assign
//       targets: NameExpr id='x' context=Store
//       value: BinOp op=Add
//         left: Constant value=1
//         right: NameExpr id='y' context=Load
#pragma once

#include "lang/ast.hpp"

#include <string>

namespace ouro::lang {

enum class DumpPositions : bool { No, Yes };

// With positions each node ends in ` @line:column-line:column`. Takes trees of any depth; beyond 40 levels the depth is
// written as a number, so that the text does not grow with its square.
std::string dump_ast(const Module& module, DumpPositions positions = DumpPositions::No);

} // namespace ouro::lang
