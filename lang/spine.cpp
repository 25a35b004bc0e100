// SPDX-License-Identifier: MIT
//
// One step down a spine.
#include "lang/spine.hpp"

namespace ouro::lang {

const Expr* spine_child(const Expr* node) {
    switch (node->kind) {
    case ExprKind::BinOp:
        return as<BinOp>(node)->left;
    case ExprKind::Call:
        return as<Call>(node)->func;
    case ExprKind::Attribute:
        return as<Attribute>(node)->value;
    case ExprKind::Subscript:
        return as<Subscript>(node)->value;
    default:
        return nullptr;
    }
}

} // namespace ouro::lang
