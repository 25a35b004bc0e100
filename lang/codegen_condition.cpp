// SPDX-License-Identifier: MIT
//
// Conditions: expressions of which only the truth matters, as jumps. `and`, `or`, `not` and comparisons jump without
// making a bool; comparisons are fused with the jump.
#include "lang/codegen.hpp"

namespace ouro::lang {

using vm::Op;

void Codegen::condition(const Expr* node, bool jump_if, Label& target) {
    if (is_too_deep())
        return;
    if (auto truth = known_truth(node)) {
        if (*truth == jump_if)
            m_emit.at(node->span).Jump(target);
        return;
    }
    if (auto* unary = as<UnaryOp>(node); unary && unary->op == UnaryOperator::Not)
        return condition(unary->operand, !jump_if, target);
    if (auto* bool_op = as<BoolOp>(node))
        return condition_all(bool_op->values, bool_op->op == BoolOperator::And, jump_if, target);
    if (auto* comparison = as<Compare>(node))
        return compare_condition(*comparison, jump_if, target);
    RegisterScope registers(m_emit);
    Reg value = operand(node);
    m_emit.at(node->span);
    if (jump_if)
        m_emit.JumpIfTrue(value, target);
    else
        m_emit.JumpIfFalse(value, target);
}

void Codegen::condition_all(const List<Expr*>& values, bool is_and, bool jump_if, Label& target) {
    // `a and b` is decided false by any value, true only by the last; `or` the other way round.
    bool any_decides = jump_if != is_and;
    Label skip;
    for (size_t i = 0; i + 1 < values.size(); i++)
        condition(values[i], !is_and, any_decides ? target : skip);
    condition(values.back(), jump_if, target);
    m_emit.place(skip);
}

static Op compare_jump(CompareOperator op, bool with_constant) {
    switch (op) {
    case CompareOperator::Eq:
        return with_constant ? Op::JumpIfEqualK : Op::JumpIfEqual;
    case CompareOperator::NotEq:
        return with_constant ? Op::JumpIfNotEqualK : Op::JumpIfNotEqual;
    case CompareOperator::Lt:
        return with_constant ? Op::JumpIfLessK : Op::JumpIfLess;
    case CompareOperator::LtE:
        return with_constant ? Op::JumpIfLessEqualK : Op::JumpIfLessEqual;
    case CompareOperator::Gt:
        return with_constant ? Op::JumpIfGreaterK : Op::JumpIfGreater;
    default:
        return with_constant ? Op::JumpIfGreaterEqualK : Op::JumpIfGreaterEqual;
    }
}

static bool is_none(const Expr* node) {
    auto* constant = as<Constant>(node);
    return constant && constant->value.kind == Literal::Kind::None;
}

// Jumps when (left op right) is `jump_if`. Leaves in `right_register`, where given, the register of the right value.
void Codegen::jump_on_comparison(CompareOperator op, Reg left, const Expr* right, bool jump_if, Label& target,
                                 Reg* right_register) {
    Span span = m_emit.span();
    bool is_identity = op == CompareOperator::Is || op == CompareOperator::IsNot;
    bool is_membership = op == CompareOperator::In || op == CompareOperator::NotIn;
    if (!right_register && is_identity && is_none(right)) {
        if (jump_if == (op == CompareOperator::Is))
            return m_emit.JumpIfNone(left, target);
        return m_emit.JumpIfNotNone(left, target);
    }
    if (!right_register && !is_identity && !is_membership) {
        if (auto constant = constant_operand(right))
            return m_emit.put_jump(compare_jump(op, true), left, *constant, jump_if, target);
    }
    RegisterScope registers(m_emit);
    Reg value;
    if (right_register) {
        value = *right_register;
        generate(right, value);
    } else if (vm::Value container = is_membership ? fold_container(right) : vm::Value()) {
        load_constant(container, value = m_emit.allocate());
    } else {
        value = operand(right);
    }
    m_emit.at(span);
    if (is_identity)
        return m_emit.JumpIfIs(left, value, jump_if == (op == CompareOperator::Is), target);
    if (is_membership)
        return m_emit.JumpIfContains(left, value, jump_if == (op == CompareOperator::In), target);
    m_emit.put_jump(compare_jump(op, false), left, value, jump_if, target);
}

void Codegen::compare_condition(const Compare& node, bool jump_if, Label& target) {
    RegisterScope registers(m_emit);
    Reg left = operand_before(node.left, node.comparators[0]);
    size_t last = node.ops.size() - 1;
    Label skip;
    // Middle values are compared twice: they get registers of their own, two in turn.
    Reg middle[2] = {last > 0 ? m_emit.allocate() : 0, last > 1 ? m_emit.allocate() : 0};
    for (size_t i = 0; i < last; i++) {
        m_emit.at(node.span);
        jump_on_comparison(node.ops[i], left, node.comparators[i], false, jump_if ? skip : target, &middle[i % 2]);
        left = middle[i % 2];
    }
    m_emit.at(node.span);
    jump_on_comparison(node.ops[last], left, node.comparators[last], jump_if, target, nullptr);
    m_emit.place(skip);
}

} // namespace ouro::lang
