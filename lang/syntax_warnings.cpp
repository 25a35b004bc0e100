// SPDX-License-Identifier: MIT
//
// The type that an expression has for certain decides. CPython's wording.
#include "lang/syntax_warnings.hpp"

#include <fmt/format.h>

namespace ouro::lang {

namespace {

const char* type_of(const Literal& literal) {
    switch (literal.kind) {
    case Literal::Kind::None:
        return "NoneType";
    case Literal::Kind::True:
    case Literal::Kind::False:
        return "bool";
    case Literal::Kind::Ellipsis:
        return "ellipsis";
    case Literal::Kind::Int:
        return "int";
    case Literal::Kind::Float:
        return "float";
    case Literal::Kind::Imaginary:
        return "complex";
    case Literal::Kind::Str:
        return "str";
    case Literal::Kind::Bytes:
        return "bytes";
    }
    return nullptr;
}

// The name of the type that `node` has whatever happens, or null.
const char* type_of(const Expr& node) {
    switch (node.kind) {
    case ExprKind::Constant:
        return type_of(static_cast<const Constant&>(node).value);
    case ExprKind::TupleExpr:
        return "tuple";
    case ExprKind::ListExpr:
    case ExprKind::ListComp:
        return "list";
    case ExprKind::Dict:
    case ExprKind::DictComp:
        return "dict";
    case ExprKind::Set:
    case ExprKind::SetComp:
        return "set";
    case ExprKind::GeneratorExp:
        return "generator";
    case ExprKind::Lambda:
        return "function";
    case ExprKind::JoinedStr:
        return "str";
    case ExprKind::TemplateStr:
        return "string.templatelib.Template";
    default:
        return nullptr;
    }
}

bool is_one_of(std::string_view type, std::initializer_list<std::string_view> types) {
    for (std::string_view one : types) {
        if (type == one)
            return true;
    }
    return false;
}

std::optional<SyntaxWarning> warning_about_call(const Call& node) {
    const char* type = type_of(*node.func);
    if (!type || node.func->kind == ExprKind::Lambda)
        return {};
    return SyntaxWarning{fmt::format("'{}' object is not callable; perhaps you missed a comma?", type),
                         node.func->span};
}

std::optional<SyntaxWarning> warning_about_subscript(const Subscript& node) {
    const char* type = type_of(*node.value);
    if (!type || node.context != Context::Load)
        return {};
    if (!is_one_of(type, {"str", "bytes", "tuple", "list", "dict"}))
        return SyntaxWarning{fmt::format("'{}' object is not subscriptable; perhaps you missed a comma?", type),
                             node.value->span};
    const char* index = type_of(*node.index);
    if (!index || is_one_of(index, {"int", "bool"}) || std::string_view(type) == "dict")
        return {};
    return SyntaxWarning{fmt::format("{} indices must be integers or slices, not {}; perhaps you missed a comma?",
                                     type, index),
                         node.value->span};
}

// A literal that stands for a value, which need not be the same object each time.
const char* literal_type(const Expr& node) {
    if (auto* tuple = as<TupleExpr>(&node); tuple && tuple->elements.empty())
        return "tuple";
    auto* constant = as<Constant>(&node);
    if (!constant || is_one_of(type_of(constant->value), {"NoneType", "bool", "ellipsis"}))
        return nullptr;
    return type_of(constant->value);
}

std::optional<SyntaxWarning> warning_about_comparison(const Compare& node) {
    const char* left = literal_type(*node.left);
    for (size_t i = 0; i < node.ops.size(); i++) {
        const char* right = literal_type(*node.comparators[i]);
        bool is_negated = node.ops[i] == CompareOperator::IsNot;
        if ((left || right) && (is_negated || node.ops[i] == CompareOperator::Is))
            return SyntaxWarning{fmt::format("\"{}\" with '{}' literal. Did you mean \"{}\"?",
                                             is_negated ? "is not" : "is", left ? left : right,
                                             is_negated ? "!=" : "=="),
                                 node.span};
        left = right;
    }
    return {};
}

} // namespace

std::optional<SyntaxWarning> warning_about(const Expr& node) {
    switch (node.kind) {
    case ExprKind::Call:
        return warning_about_call(static_cast<const Call&>(node));
    case ExprKind::Subscript:
        return warning_about_subscript(static_cast<const Subscript&>(node));
    case ExprKind::Compare:
        return warning_about_comparison(static_cast<const Compare&>(node));
    default:
        return {};
    }
}

std::optional<SyntaxWarning> warning_about(const Assert& node) {
    auto* tuple = as<TupleExpr>(node.test);
    if (!tuple || tuple->elements.empty())
        return {};
    return SyntaxWarning{"assertion is always true, perhaps remove parentheses?", node.span};
}

} // namespace ouro::lang
