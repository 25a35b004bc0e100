// SPDX-License-Identifier: MIT
//
// Constant folding: the values of expressions that are the same at every evaluation.
//
// Folded: literals, operators on numbers and short strings, tuples and slices of constants, `__debug__`. Never folded:
// what raises, and what gets big. An operator chain of any length is folded in a loop.
#include "lang/codegen.hpp"

#include "vm/values/float.hpp"
#include "vm/model/range.hpp"
#include "vm/model/operators.hpp"
#include "vm/model/core.hpp"

namespace ouro::lang {

using vm::Special;
using vm::Value;

static constexpr Special BINARY_SPECIALS[] = {
    Special::Add,    Special::Sub,    Special::Mul, Special::MatMul, Special::TrueDiv, Special::Mod,      Special::Pow,
    Special::LShift, Special::RShift, Special::Or,  Special::Xor,    Special::And,     Special::FloorDiv,
};

Special special_of(Operator op) {
    return BINARY_SPECIALS[unsigned(op)];
}

Value Codegen::literal(const Literal& literal, const Span& span) {
    vm::Result<Value> value = m_compilation.literals.value(literal);
    if (!value.is_error())
        return value.release();
    vm::Exception* exception = value.exception();
    if (vm::is_exception_of(exception, vm(), vm::ExceptionId::ValueError)) {
        fail(vm::exception_str(vm(), *exception) +
                 " - Consider hexadecimal for huge integer literals to avoid decimal conversion limits.",
             span);
    } else if (!m_compilation.failed()) {
        m_compilation.raised = exception;
    }
    return Value::none();
}

static bool is_number(Value value) {
    return value.is_small_int() || value.is_double();
}

// An int of a few limbs at most.
static bool is_short_int(Value value) {
    static constexpr size_t FEW_LIMBS = 16;
    auto* big = vm::as<vm::BigInt>(value);
    return big ? big->limb_count() <= FEW_LIMBS : value.is_small_int();
}

// Results of these stay small, whatever they are.
static bool is_cheap(Operator op, Value left, Value right) {
    if (is_number(left) && is_number(right)) {
        if (op == Operator::Pow) {
            bool is_integer_power = left.is_small_int() && right.is_small_int();
            return !is_integer_power || (right.small_int() >= 0 && right.small_int() <= 100);
        }
        if (op == Operator::LShift)
            return right.is_small_int() && right.small_int() >= 0 && right.small_int() <= 100;
        return op != Operator::MatMult;
    }
    if (auto* text = vm::as<vm::Str>(left)) {
        if (op == Operator::Add)
            return vm::as<vm::Str>(right) && text->byte_length + vm::as<vm::Str>(right)->byte_length <= 4096;
        return op == Operator::Mult && right.is_small_int() && right.small_int() >= 0 && right.small_int() <= 4096 &&
               right.small_int() * text->byte_length <= 4096;
    }
    return is_short_int(left) && is_short_int(right) && op != Operator::Pow && op != Operator::LShift &&
           op != Operator::MatMult;
}

Value Codegen::fold_binary(Operator op, Value left, Value right) {
    if (!is_cheap(op, left, right))
        return {};
    vm::Result<Value> result = vm::binary_operation(vm(), special_of(op), left, right);
    return result.is_error() ? Value() : result.release();
}

Value Codegen::fold_unary(UnaryOperator op, Value operand) {
    bool is_number_or_big = is_number(operand) || vm::as<vm::BigInt>(operand);
    if (op == UnaryOperator::Not) {
        if (is_number_or_big || operand.is_bool() || operand.is_none()) {
            vm::Result<bool> truth = vm::truth(vm(), operand);
            return truth.is_error() ? Value() : Value::boolean(!truth.release());
        }
        return {};
    }
    if (!is_number_or_big || (op == UnaryOperator::Invert && operand.is_double()))
        return {};
    Special special = op == UnaryOperator::USub   ? Special::Neg
                      : op == UnaryOperator::UAdd ? Special::Pos
                                                  : Special::Invert;
    vm::Result<Value> result = vm::unary_operation(vm(), special, operand);
    return result.is_error() ? Value() : result.release();
}

Value Codegen::fold_spine(const BinOp& node) {
    size_t base = m_spine.size();
    const Expr* leaf = &node;
    for (; auto* inner = as<BinOp>(leaf); leaf = inner->left)
        m_spine.push_back(inner);
    Value value = constant(leaf);
    while (m_spine.size() > base) {
        auto* inner = as<BinOp>(m_spine.back());
        m_spine.pop_back();
        Value right = value.is_empty() ? Value() : constant(inner->right);
        value = right.is_empty() ? Value() : fold_binary(inner->op, value, right);
    }
    return value;
}

Value Codegen::fold_tuple(const List<Expr*>& elements) {
    if (elements.size() > 10000)
        return {};
    vm::RootVector items(vm().heap);
    for (const Expr* element : elements) {
        Value value = constant(element);
        if (value.is_empty())
            return {};
        items.push(value);
    }
    return m_emit.constants().tuple(items.items);
}

Value Codegen::fold_slice(const Slice& node) {
    Value parts[3];
    const Expr* nodes[3] = {node.lower, node.upper, node.step};
    for (int i = 0; i < 3; i++) {
        parts[i] = nodes[i] ? constant(nodes[i]) : Value::none();
        if (parts[i].is_empty())
            return {};
    }
    return vm::make_slice(vm(), parts[0], parts[1], parts[2]);
}

Value Codegen::constant(const Expr* node) {
    switch (node->kind) {
    case ExprKind::Constant:
        return literal(as<Constant>(node)->value, node->span);
    case ExprKind::NameExpr:
        return *as<NameExpr>(node)->id == "__debug__" ? Value::boolean(m_compilation.optimize_level == 0) : Value();
    case ExprKind::UnaryOp: {
        if (is_too_deep())
            return {};
        Value operand = constant(as<UnaryOp>(node)->operand);
        return operand.is_empty() ? operand : fold_unary(as<UnaryOp>(node)->op, operand);
    }
    case ExprKind::BinOp:
        return is_too_deep() ? Value() : fold_spine(*as<BinOp>(node));
    case ExprKind::TupleExpr:
        return is_too_deep() ? Value() : fold_tuple(as<TupleExpr>(node)->elements);
    case ExprKind::Slice:
        return fold_slice(*as<Slice>(node));
    default:
        return {};
    }
}

// The constant that stands for a list or set display where it is only searched or iterated: a tuple, a frozenset.
Value Codegen::fold_container(const Expr* node) {
    if (auto* list = as<ListExpr>(node))
        return fold_tuple(list->elements);
    auto* set = as<Set>(node);
    if (!set)
        return {};
    Value items = fold_tuple(set->elements);
    if (items.is_empty())
        return {};
    vm::Set* frozen = vm::make_set(vm(), true);
    vm::Result<void> filled = vm::set_update(vm(), *frozen, items);
    return filled.is_error() ? Value() : Value(frozen);
}

std::optional<bool> Codegen::known_truth(const Expr* node) {
    Value value = constant(node);
    if (value.is_empty())
        return std::nullopt;
    vm::Result<bool> truth = vm::truth(vm(), value);
    return truth.is_error() ? std::nullopt : std::optional<bool>(truth.release());
}

} // namespace ouro::lang
