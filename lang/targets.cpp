// SPDX-License-Identifier: MIT
//
// Which expressions are targets, what the others are called, and the guess that `=` was meant to be `==`.
//
// The nesting of targets is that of brackets, which the lexer bounds at 200, so plain recursion is safe here.
#include "lang/targets.hpp"

namespace ouro::lang {

static const char* describe_constant(const Literal& value) {
    switch (value.kind) {
    case Literal::Kind::None:
        return "None";
    case Literal::Kind::True:
        return "True";
    case Literal::Kind::False:
        return "False";
    case Literal::Kind::Ellipsis:
        return "ellipsis";
    default:
        return "literal";
    }
}

const char* describe(const Expr* expr) {
    switch (expr->kind) {
    case ExprKind::Attribute:
        return "attribute";
    case ExprKind::Subscript:
        return "subscript";
    case ExprKind::Starred:
        return "starred";
    case ExprKind::NameExpr:
        return "name";
    case ExprKind::ListExpr:
        return "list";
    case ExprKind::TupleExpr:
        return "tuple";
    case ExprKind::Lambda:
        return "lambda";
    case ExprKind::Call:
        return "function call";
    case ExprKind::BoolOp:
    case ExprKind::BinOp:
    case ExprKind::UnaryOp:
        return "expression";
    case ExprKind::GeneratorExp:
        return "generator expression";
    case ExprKind::Yield:
    case ExprKind::YieldFrom:
        return "yield expression";
    case ExprKind::Await:
        return "await expression";
    case ExprKind::ListComp:
        return "list comprehension";
    case ExprKind::SetComp:
        return "set comprehension";
    case ExprKind::DictComp:
        return "dict comprehension";
    case ExprKind::Dict:
        return "dict literal";
    case ExprKind::Set:
        return "set display";
    case ExprKind::JoinedStr:
    case ExprKind::FormattedValue:
        return "f-string expression";
    case ExprKind::TemplateStr:
    case ExprKind::Interpolation:
        return "t-string expression";
    case ExprKind::Constant:
        return describe_constant(static_cast<const Constant*>(expr)->value);
    case ExprKind::Compare:
        return "comparison";
    case ExprKind::IfExp:
        return "conditional expression";
    case ExprKind::NamedExpr:
        return "named expression";
    case ExprKind::Slice:
        return "slice";
    }
    return "expression";
}

static const Expr* find_invalid_element(List<Expr*> elements, TargetKind kind) {
    for (const Expr* element : elements)
        if (const Expr* invalid = find_invalid_target(element, kind))
            return invalid;
    return nullptr;
}

const Expr* find_invalid_target(const Expr* target, TargetKind kind) {
    switch (target->kind) {
    case ExprKind::NameExpr:
    case ExprKind::Attribute:
    case ExprKind::Subscript:
        return nullptr;
    case ExprKind::Starred:
        return kind == TargetKind::Delete ? target
                                          : find_invalid_target(static_cast<const Starred*>(target)->value, kind);
    case ExprKind::ListExpr:
        return find_invalid_element(static_cast<const ListExpr*>(target)->elements, kind);
    case ExprKind::TupleExpr:
        return find_invalid_element(static_cast<const TupleExpr*>(target)->elements, kind);
    default:
        return target;
    }
}

std::string invalid_target_message(const Expr* invalid, TargetKind kind) {
    return std::string(kind == TargetKind::Delete ? "cannot delete " : "cannot assign to ") + describe(invalid);
}

void set_context(Expr* target, Context context) {
    switch (target->kind) {
    case ExprKind::NameExpr:
        static_cast<NameExpr*>(target)->context = context;
        break;
    case ExprKind::Attribute:
        static_cast<Attribute*>(target)->context = context;
        break;
    case ExprKind::Subscript:
        static_cast<Subscript*>(target)->context = context;
        break;
    case ExprKind::Starred:
        static_cast<Starred*>(target)->context = context;
        set_context(static_cast<Starred*>(target)->value, context);
        break;
    case ExprKind::ListExpr:
        static_cast<ListExpr*>(target)->context = context;
        for (Expr* element : static_cast<ListExpr*>(target)->elements)
            set_context(element, context);
        break;
    case ExprKind::TupleExpr:
        static_cast<TupleExpr*>(target)->context = context;
        for (Expr* element : static_cast<TupleExpr*>(target)->elements)
            set_context(element, context);
        break;
    default:
        break;
    }
}

// Whether the expression could be an operand of a comparison as it is written.
static bool is_operand(const Expr* expr) {
    if (expr->parenthesized)
        return true;
    switch (expr->kind) {
    case ExprKind::UnaryOp:
        return static_cast<const UnaryOp*>(expr)->op != UnaryOperator::Not;
    case ExprKind::Compare:
    case ExprKind::BoolOp:
    case ExprKind::IfExp:
    case ExprKind::Lambda:
    case ExprKind::NamedExpr:
    case ExprKind::Starred:
    case ExprKind::Yield:
    case ExprKind::YieldFrom:
        return false;
    default:
        return true;
    }
}

// The atom that the text of an operand begins with.
static const Expr* leftmost_atom(const Expr* expr) {
    while (!expr->parenthesized) {
        if (auto* binary = as<BinOp>(expr))
            expr = binary->left;
        else if (auto* attribute = as<Attribute>(expr))
            expr = attribute->value;
        else if (auto* subscript = as<Subscript>(expr))
            expr = subscript->value;
        else if (auto* call = as<Call>(expr))
            expr = call->func;
        else
            break;
    }
    return expr;
}

// CPython leaves out the advice where the text begins with one of these.
static bool begins_like_display(const Expr* expr) {
    const Expr* atom = leftmost_atom(expr);
    if (auto* constant = as<Constant>(atom))
        return !atom->parenthesized && constant->value.kind <= Literal::Kind::False;
    return atom->kind == ExprKind::ListExpr || atom->kind == ExprKind::TupleExpr ||
           atom->kind == ExprKind::GeneratorExp;
}

static bool opens(TokenKind kind) {
    return kind == TokenKind::LPAR || kind == TokenKind::LSQB || kind == TokenKind::LBRACE ||
           kind == TokenKind::FSTRING_START || kind == TokenKind::TSTRING_START;
}

static bool closes(TokenKind kind) {
    return kind == TokenKind::RPAR || kind == TokenKind::RSQB || kind == TokenKind::RBRACE ||
           kind == TokenKind::FSTRING_END || kind == TokenKind::TSTRING_END;
}

static bool ends_text(TokenKind kind) { return kind == TokenKind::ENDMARKER || kind == TokenKind::ERRORTOKEN; }

// The token after the bracket that closes what `token` opens, or the last token.
static const Token* skip_brackets(const Token* token) {
    for (int depth = 0; !ends_text(token->kind); token++) {
        depth += opens(token->kind) - closes(token->kind);
        if (depth == 0)
            return token + 1;
    }
    return token;
}

static bool is_prefix_operator(TokenKind kind) {
    return kind == TokenKind::MINUS || kind == TokenKind::PLUS || kind == TokenKind::TILDE ||
           kind == TokenKind::KW_AWAIT;
}

static bool is_atom_token(TokenKind kind) {
    return kind == TokenKind::NAME || kind == TokenKind::NUMBER || kind == TokenKind::STRING ||
           kind == TokenKind::ELLIPSIS || kind == TokenKind::KW_NONE || kind == TokenKind::KW_TRUE ||
           kind == TokenKind::KW_FALSE || opens(kind);
}

static bool is_string_token(TokenKind kind) {
    return kind == TokenKind::STRING || kind == TokenKind::FSTRING_START || kind == TokenKind::TSTRING_START;
}

// One atom with its attributes, calls and subscripts.
static const Token* skip_primary(const Token* token) {
    bool is_string = is_string_token(token->kind);
    token = opens(token->kind) ? skip_brackets(token) : token + 1;
    while (is_string && is_string_token(token->kind))
        token = opens(token->kind) ? skip_brackets(token) : token + 1;
    while (true) {
        if (token->kind == TokenKind::DOT && token[1].kind == TokenKind::NAME)
            token += 2;
        else if (token->kind == TokenKind::LPAR || token->kind == TokenKind::LSQB)
            token = skip_brackets(token);
        else
            return token;
    }
}

const Token* skip_operand(const Token* token) {
    const Token* end = nullptr; // after the operators and operands so far
    while (true) {
        while (is_prefix_operator(token->kind))
            token++;
        if (!is_atom_token(token->kind))
            return end;
        token = end = skip_primary(token);
        if (!is_binary_operator(token->kind))
            return end;
        token++;
    }
}

bool looks_like_comparison(const Expr* target, const Token* equal) {
    if (!is_operand(target) || begins_like_display(target))
        return false;
    const Token* after = skip_operand(equal + 1);
    return after && after->kind != TokenKind::EQUAL && after->kind != TokenKind::COLONEQUAL;
}

} // namespace ouro::lang
