// SPDX-License-Identifier: MIT
//
// The Builder's parameters (of functions, lambdas and types) and call arguments. The grammar takes any list of items;
// their order is checked here, because CPython has a message for each way to get it wrong.
#include "lang/parse_actions.hpp"

namespace ouro::lang {

// ---- Parameters (Language Reference 8.7) ----

Parameter* Builder::parameter(Parameter::Kind kind, Span span) {
    auto* node = make<Parameter>(span);
    node->kind = kind;
    return node;
}

Parameter* Builder::parameter(Parameter::Kind kind, const Token* name, Expr* annotation, Expr* default_value,
                              Span arg_span, Span span) {
    Parameter* node = parameter(kind, span);
    node->arg = make<Arg>(arg_span);
    node->arg->name = name->name();
    node->arg->annotation = annotation;
    node->default_value = default_value;
    return node;
}

namespace {

// What has been seen on the way through a parameter list.
struct ParameterOrder {
    bool slash = false;
    bool star = false;
    bool double_star = false;
    bool default_value = false;
};

} // namespace

// The parameter's first token, or all of a plain parameter but its default.
static Span parameter_head(const Parameter& item, const Token* first) {
    return item.kind == Parameter::Plain ? item.arg->span : first->span;
}

void Builder::check_slash(const ParameterList& list, size_t index, bool seen_slash, bool seen_star) {
    Span span = list[index]->span;
    if (index == 0)
        fail(list.size() == 1 ? "invalid syntax" : "at least one argument must precede /", span);
    else if (seen_slash)
        fail("/ may appear only once", span);
    else if (seen_star)
        fail("/ must be ahead of *", span);
}

// What stands behind a parameter. Behind anything else no list of parameters goes on: the parser will say so.
static bool ends_parameter(const Token& next, bool is_lambda) {
    return next.kind == TokenKind::COMMA || next.kind == (is_lambda ? TokenKind::COLON : TokenKind::RPAR);
}

void Builder::check_star(const ParameterList& list, size_t index, bool seen_star, bool is_lambda) {
    const Parameter& item = *list[index];
    const Token* star = token_from(item.span.begin);
    if (seen_star)
        return fail(item.arg ? "* argument may appear only once" : "invalid syntax", star->span);
    if (item.default_value)
        return fail("var-positional argument cannot have default value", token_from(item.arg->span.end)->span);
    if (item.arg || (index + 1 < list.size() && list[index + 1]->kind != Parameter::DoubleStar))
        return;
    TokenKind next = star[1].kind;
    if (!ends_parameter(star[1], is_lambda))
        return;
    if (is_lambda) // CPython points behind the star here
        star += next == TokenKind::COMMA ? 2 : 1;
    fail("named arguments must follow bare *", star->span);
}

void Builder::check_parameters(const ParameterList& list, bool is_lambda) {
    ParameterOrder seen;
    for (size_t i = 0; i < list.size() && !failed(); i++) {
        const Parameter& item = *list[i];
        if (seen.double_star)
            return fail("arguments cannot follow var-keyword argument",
                        parameter_head(item, token_from(item.span.begin)));
        switch (item.kind) {
        case Parameter::Plain:
            if (!item.default_value && seen.default_value && !seen.star &&
                ends_parameter(*token_from(item.span.end), is_lambda))
                fail("parameter without a default follows parameter with a default", item.arg->span);
            seen.default_value |= item.default_value != nullptr;
            break;
        case Parameter::Slash:
            check_slash(list, i, seen.slash, seen.star);
            seen.slash = true;
            break;
        case Parameter::Star:
            check_star(list, i, seen.star, is_lambda);
            seen.star = true;
            break;
        case Parameter::DoubleStar:
            if (item.default_value)
                fail("var-keyword argument cannot have default value", token_from(item.arg->span.end)->span);
            seen.double_star = true;
            break;
        }
    }
}

Arguments* Builder::parameters(Mark items, bool is_lambda) {
    ParameterList list = take<Parameter>(items);
    auto* node = make<Arguments>(list.empty() ? Span() : list.front()->span + list.back()->span);
    if (list.empty())
        return node;
    check_parameters(list, is_lambda);
    std::vector<Arg*> positional, keyword_only;
    std::vector<Expr*> defaults, keyword_defaults;
    bool seen_star = false;
    for (Parameter* item : list) {
        if (item->kind == Parameter::Slash) {
            node->posonlyargs = m_arena.list(positional);
            positional.clear();
        } else if (item->kind == Parameter::DoubleStar) {
            node->kwarg = item->arg;
        } else if (item->kind == Parameter::Star) {
            node->vararg = item->arg;
            seen_star = true;
        } else if (seen_star) {
            keyword_only.push_back(item->arg);
            keyword_defaults.push_back(item->default_value);
        } else {
            positional.push_back(item->arg);
            if (item->default_value)
                defaults.push_back(item->default_value);
        }
    }
    node->args = m_arena.list(positional);
    node->kwonlyargs = m_arena.list(keyword_only);
    node->kw_defaults = m_arena.list(keyword_defaults);
    node->defaults = m_arena.list(defaults);
    return node;
}

// ---- Type parameters (PEP 695, PEP 696) ----

TypeParam* Builder::type_param(TypeParamKind kind, const Token* name, Expr* bound, Expr* default_value, Span span) {
    auto* node = make<TypeParam>(span);
    node->kind = kind;
    node->name = name->name();
    node->bound = bound;
    node->default_value = default_value;
    if (bound && kind != TypeParamKind::TypeVar)
        fail(std::string("cannot use ") + (bound->kind == ExprKind::TupleExpr ? "constraints" : "bound") + " with " +
                 (kind == TypeParamKind::ParamSpec ? "ParamSpec" : "TypeVarTuple"),
             token_from(name->span.end)->span + bound->span);
    if (default_value && kind != TypeParamKind::TypeVarTuple && default_value->kind == ExprKind::Starred)
        fail("invalid syntax", token_from(default_value->span.begin)->span);
    return node;
}

List<TypeParam*> Builder::fail_type_params(Span closing) {
    fail("Type parameter list cannot be empty", {closing.begin, closing.begin});
    return {};
}

List<TypeParam*> Builder::type_params(Mark items) {
    List<TypeParam*> list = take<TypeParam>(items);
    bool seen_default = false;
    for (const TypeParam* item : list) {
        if (seen_default && !item->default_value)
            fail("non-default type parameter '" + *item->name + "' follows default type parameter", item->span);
        seen_default |= item->default_value != nullptr;
    }
    return list;
}

// ---- Arguments (Language Reference 6.3.4) ----

Expr* Builder::named_argument(Expr* target, Expr* value, Span sign, Span span) {
    if (target->kind != ExprKind::NameExpr)
        fail("invalid syntax", sign);
    return named(target, value, span);
}

Keyword* Builder::double_star(Expr* value, Span span) {
    auto* node = make<Keyword>(span);
    node->value = value;
    return node;
}

Keyword* Builder::keyword(Expr* name, Expr* value, Span equal, Span span) {
    Keyword* node = double_star(value, span);
    auto* variable = as<NameExpr>(name);
    if (variable && !variable->parenthesized) {
        node->arg = variable->id;
        return node;
    }
    auto* constant = as<Constant>(name);
    bool is_keyword = constant && !constant->parenthesized && constant->value.kind <= Literal::Kind::False;
    fail(is_keyword ? std::string("cannot assign to ") + describe(name)
                    : "expression cannot contain assignment, perhaps you meant \"==\"?",
         name->span + equal);
    return node;
}

// `closing` is the bracket, which CPython has read already when it finds these errors.
void Builder::check_arguments(Mark arguments, bool trailing_comma, Span closing) {
    for (size_t i = arguments.index; i < m_stack.size(); i++)
        if (m_stack[i].tag == Argument::Generator && (count(arguments) > 1 || trailing_comma))
            return fail("Generator expression must be parenthesized", item<Expr>(i)->span);
    bool seen_keyword = false, seen_double_star = false;
    for (size_t i = arguments.index; i < m_stack.size(); i++) {
        uint32_t tag = m_stack[i].tag;
        seen_keyword |= tag == Argument::Named;
        seen_double_star |= tag == Argument::DoubleStar;
        if (tag != Argument::Positional)
            continue;
        auto* value = item<Expr>(i);
        bool is_starred = value->kind == ExprKind::Starred && !value->parenthesized;
        if (is_starred && seen_double_star)
            return fail("iterable argument unpacking follows keyword argument unpacking",
                        token_from(value->span.begin)[-1].span + value->span);
        if (!is_starred && (seen_keyword || seen_double_star))
            return fail(seen_double_star ? "positional argument follows keyword argument unpacking"
                                         : "positional argument follows keyword argument",
                        closing);
    }
}

// Keywords are moved behind the other arguments, both in order; Python evaluates them in that order, too.
CallArguments Builder::split_arguments(Mark arguments) {
    size_t keywords = 0;
    for (size_t i = arguments.index; i < m_stack.size(); i++)
        keywords += m_stack[i].tag >= Argument::Named;
    if (keywords == 0)
        return {take<Expr>(arguments), {}};
    size_t positional = count(arguments) - keywords;
    Expr** args = m_arena.array<Expr*>(positional);
    Keyword** named = m_arena.array<Keyword*>(keywords);
    CallArguments result{{args, positional}, {named, keywords}};
    for (size_t i = arguments.index; i < m_stack.size(); i++) {
        if (m_stack[i].tag >= Argument::Named)
            *named++ = item<Keyword>(i);
        else
            *args++ = item<Expr>(i);
    }
    m_stack.resize(arguments.index);
    return result;
}

Expr* Builder::call(Expr* func, Span span) {
    auto* node = make<Call>(span);
    node->func = func;
    return node;
}

Expr* Builder::call(Expr* func, Mark arguments, bool trailing_comma, Span opening, Span span) {
    Span closing = m_current->span;
    check_arguments(arguments, trailing_comma, closing);
    if (m_stack[arguments.index].tag == Argument::Generator) // the call's brackets are the generator's
        item<Expr>(arguments.index)->span = opening + closing;
    CallArguments split = split_arguments(arguments);
    auto* node = make<Call>(span);
    node->func = func;
    node->args = split.args;
    node->keywords = split.keywords;
    return node;
}

CallArguments Builder::class_arguments(Mark arguments, bool trailing_comma, Span closing) {
    check_arguments(arguments, trailing_comma, closing);
    if (m_stack[arguments.index].tag == Argument::Generator) {
        auto* generator = static_cast<GeneratorExp*>(item<Expr>(arguments.index));
        fail("invalid syntax", token_from(generator->generators[0]->span.begin)->span);
    }
    return split_arguments(arguments);
}

} // namespace ouro::lang
