// SPDX-License-Identifier: MIT
//
// The Builder's tokens and errors, statements, and expressions other than calls and strings.
#include "lang/parse_actions.hpp"

#include "lang/parser.hpp"
#include "lang/syntax_error.hpp"

#include <algorithm>

namespace ouro::lang {

// ---- Tokens and errors ----

const Token* Builder::next_token(size_t depth) {
    if (m_error)
        return nullptr;
    const Token* token = &m_tokenized.tokens[m_next];
    if (depth > MAX_DEPTH) {
        m_error = SyntaxError{SyntaxError::Type::RecursionError,
                              "maximum recursion depth exceeded during compilation", token->span};
        return nullptr;
    }
    if (m_next + 1 < m_tokenized.tokens.size())
        m_next++;
    m_current = token;
    return token;
}

void Builder::syntax_error() {
    if (m_error)
        return;
    m_refused = m_current;
    m_error = explain_syntax_error(m_source, m_tokenized, static_cast<size_t>(m_current - m_tokenized.tokens.data()));
}

void Builder::fail(std::string message, Span span) {
    if (m_error)
        return;
    SyntaxError error{SyntaxError::Type::SyntaxError, std::move(message), span};
    m_error = prefer_lexical_error(m_source, m_tokenized, std::move(error));
}

const Token* Builder::token_from(Position position) const {
    const std::vector<Token>& tokens = m_tokenized.tokens;
    auto before = [](const Token& token, Position wanted) {
        return token.span.begin.line != wanted.line ? token.span.begin.line < wanted.line
                                                    : token.span.begin.column < wanted.column;
    };
    auto found = std::lower_bound(tokens.begin(), tokens.end(), position, before);
    return &*(found == tokens.end() ? found - 1 : found);
}

// ---- Lists and modules ----

List<Name> Builder::take_names(Mark mark) {
    size_t count = m_stack.size() - mark.index;
    Name* names = m_arena.array<Name>(count);
    for (size_t i = 0; i < count; i++)
        names[i] = static_cast<Name>(m_stack[mark.index + i].item);
    m_stack.resize(mark.index);
    return {names, count};
}

void Builder::finish_expression(Expr* value) { m_body = single<Stmt>(expression_statement(value, value->span)); }

// ---- Simple statements ----

Stmt* Builder::expression_statement(Expr* value, Span span) {
    auto* node = make<ExprStmt>(span);
    node->value = value;
    return node;
}

void Builder::convert(Expr* expr, TargetKind kind) {
    if (const Expr* invalid = find_invalid_target(expr, kind))
        fail(invalid_target_message(invalid, kind), invalid->span);
    else
        set_context(expr, kind == TargetKind::Delete ? Context::Del : Context::Store);
}

// The advice for `f() = 1`, or for `f(), a = 1` whose last part could be meant as a comparison.
void Builder::fail_assignment(const Expr* target, const Expr* invalid, const Token* equal) {
    const Expr* last = target;
    if (auto* tuple = as<TupleExpr>(target); tuple && !tuple->parenthesized && !tuple->elements.empty())
        last = tuple->elements.back();
    if (!looks_like_comparison(last, equal))
        return fail(invalid_target_message(invalid, TargetKind::Assign), invalid->span);
    if (last->kind == ExprKind::NameExpr && !last->parenthesized)
        return fail("invalid syntax. Maybe you meant '==' or ':=' instead of '='?",
                    last->span + skip_operand(equal + 1)[-1].span);
    fail(std::string("cannot assign to ") + describe(last) + " here. Maybe you meant '==' instead of '='?",
         last->span);
}

Expr* Builder::first_target(Expr* target, const Token* equal) {
    if (const Expr* invalid = find_invalid_target(target, TargetKind::Assign))
        fail_assignment(target, invalid, equal);
    else
        set_context(target, Context::Store);
    return target;
}

Expr* Builder::assign_target(Expr* target) {
    convert(target, TargetKind::Assign);
    return target;
}

Expr* Builder::yield_target(Expr* yield) {
    fail("assignment to yield expression not possible", yield->span);
    return yield;
}

Stmt* Builder::assign(Mark targets, Expr* value, Span span) {
    auto* node = make<Assign>(span);
    node->targets = take<Expr>(targets);
    node->value = value;
    return node;
}

void Builder::check_annotated(const Expr* target) {
    auto* tuple = as<TupleExpr>(target);
    if (tuple && !tuple->parenthesized)
        return fail("only single target (not tuple) can be annotated", tuple->elements[0]->span);
    if (tuple || target->kind == ExprKind::ListExpr)
        return fail(std::string("only single target (not ") + describe(target) + ") can be annotated", target->span);
    if (find_invalid_target(target, TargetKind::Assign))
        fail("illegal target for annotation", target->span);
}

Stmt* Builder::annotated(Expr* target, Expr* annotation, Expr* value, Span colon, Span span) {
    if (target->kind == ExprKind::Starred)
        fail("invalid syntax", colon);
    check_annotated(target);
    set_context(target, Context::Store);
    auto* node = make<AnnAssign>(span);
    node->target = target;
    node->annotation = annotation;
    node->value = value;
    node->simple = target->kind == ExprKind::NameExpr && !target->parenthesized;
    return node;
}

Stmt* Builder::augmented(Expr* target, Operator op, Expr* value, Span span) {
    if (target->kind != ExprKind::NameExpr && target->kind != ExprKind::Attribute &&
        target->kind != ExprKind::Subscript)
        fail(std::string("'") + describe(target) + "' is an illegal expression for augmented assignment",
             target->span);
    set_context(target, Context::Store);
    auto* node = make<AugAssign>(span);
    node->target = target;
    node->op = op;
    node->value = value;
    return node;
}

Stmt* Builder::return_value(Expr* value, Span span) {
    auto* node = make<Return>(span);
    node->value = value;
    return node;
}

Stmt* Builder::raise(Expr* exc, Expr* cause, Span span) {
    auto* node = make<Raise>(span);
    node->exc = exc;
    node->cause = cause;
    return node;
}

Stmt* Builder::assertion(Expr* test, Expr* msg, Span span) {
    auto* node = make<Assert>(span);
    node->test = test;
    node->msg = msg;
    return node;
}

Stmt* Builder::del(Expr* targets, Span span) {
    convert(targets, TargetKind::Delete);
    auto* node = make<Delete>(span);
    auto* tuple = as<TupleExpr>(targets);
    node->targets = tuple && !tuple->parenthesized ? tuple->elements : single(targets);
    return node;
}

Stmt* Builder::global(Mark names, Span span) {
    auto* node = make<Global>(span);
    node->names = take_names(names);
    return node;
}

Stmt* Builder::nonlocal(Mark names, Span span) {
    auto* node = make<Nonlocal>(span);
    node->names = take_names(names);
    return node;
}

Stmt* Builder::import(Mark names, Span span) {
    auto* node = make<Import>(span);
    node->names = take<Alias>(names);
    return node;
}

Stmt* Builder::import_from(uint32_t level, Name module, Mark names, Span span) {
    auto* node = make<ImportFrom>(span);
    node->module = module;
    node->names = take<Alias>(names);
    node->level = level;
    return node;
}

Stmt* Builder::type_alias(const Token* name, List<TypeParam*> type_params, Expr* value, Span span) {
    auto* node = make<TypeAlias>(span);
    node->name = this->name(name);
    set_context(node->name, Context::Store);
    node->type_params = type_params;
    node->value = value;
    return node;
}

Name Builder::dotted(Mark parts) {
    List<Name> names = take_names(parts);
    std::string text = *names[0];
    for (size_t i = 1; i < names.size(); i++) {
        text += '.';
        text += *names[i];
    }
    return m_arena.name(text);
}

Alias* Builder::alias(Name name, const Token* asname, Span span) {
    auto* node = make<Alias>(span);
    node->name = name;
    node->asname = asname ? asname->name() : nullptr;
    return node;
}

Mark Builder::fail_import_comma(Mark names) {
    bool ends_line = m_current->kind == TokenKind::NEWLINE;
    fail(ends_line ? "trailing comma not allowed without surrounding parentheses" : "invalid syntax", m_current->span);
    return names;
}

Alias* Builder::star_alias(Span span) { return alias(m_arena.name("*"), nullptr, span); }

// ---- Compound statements ----

Stmt* Builder::async_statement(Stmt* statement, Span span) {
    statement->span = span;
    if (auto* function = as<FunctionDef>(statement))
        function->is_async = true;
    else if (auto* loop = as<For>(statement))
        loop->is_async = true;
    else
        static_cast<With*>(statement)->is_async = true;
    return statement;
}

Stmt* Builder::decorate(Mark decorators, Stmt* definition) {
    List<Expr*> items = take<Expr>(decorators);
    if (auto* function = as<FunctionDef>(definition))
        function->decorators = items;
    else
        static_cast<ClassDef*>(definition)->decorators = items;
    return definition;
}

If* Builder::elif(Expr* test, Block body, Span span) {
    auto* node = make<If>(span);
    node->test = test;
    node->body = body;
    return node;
}

// Each `elif` is the whole `orelse` of what stands before it, and ends where the statement ends.
Stmt* Builder::if_statement(Expr* test, Block body, Mark elifs, Block orelse, Span span) {
    If* first = elif(test, body, span);
    for (size_t i = m_stack.size(); i > elifs.index; i--) {
        If* node = item<If>(i - 1);
        node->orelse = orelse;
        node->span.end = span.end;
        orelse = single<Stmt>(node);
    }
    m_stack.resize(elifs.index);
    first->orelse = orelse;
    return first;
}

Stmt* Builder::while_statement(Expr* test, Block body, Block orelse, Span span) {
    auto* node = make<While>(span);
    node->test = test;
    node->body = body;
    node->orelse = orelse;
    return node;
}

Stmt* Builder::for_statement(Expr* target, Expr* iter, Block body, Block orelse, Span span) {
    auto* node = make<For>(span);
    node->target = target;
    node->iter = iter;
    node->body = body;
    node->orelse = orelse;
    return node;
}

// A target follows its context expression on the stack; the tag tells them apart.
Mark Builder::add_with_target(Mark items, Expr* target) {
    convert(target, TargetKind::Assign);
    return add(items, Entry{target, 1});
}

With* Builder::make_with(Mark items, Block body, Span span) {
    std::vector<WithItem*> nodes;
    for (size_t i = items.index; i < m_stack.size(); i++) {
        auto* expr = item<Expr>(i);
        if (m_stack[i].tag == 1) {
            nodes.back()->optional_vars = expr;
            nodes.back()->span.end = expr->span.end;
        } else {
            nodes.push_back(make<WithItem>(expr->span));
            nodes.back()->context_expr = expr;
        }
    }
    m_stack.resize(items.index);
    auto* node = make<With>(span);
    node->items = m_arena.list(nodes);
    node->body = body;
    return node;
}

// The elements, where `with (a, b):` has a list of items that looked like a tuple until its colon.
const TupleExpr* Builder::tuple_of_items(Mark items, Span items_span) const {
    if (count(items) != 1)
        return nullptr;
    auto* tuple = as<TupleExpr>(item<Expr>(items.index));
    if (!tuple || !tuple->parenthesized || tuple->elements.empty() || tuple->span != items_span)
        return nullptr;
    for (const Expr* element : tuple->elements)
        if (element->kind == ExprKind::Starred || (element->kind == ExprKind::NamedExpr && !element->parenthesized))
            return nullptr;
    return tuple;
}

Stmt* Builder::with_statement(Mark items, Block body, Span items_span, Span span) {
    if (const TupleExpr* tuple = tuple_of_items(items, items_span)) {
        m_stack.resize(items.index);
        for (Expr* element : tuple->elements)
            add(items, element);
    }
    return make_with(items, body, span);
}

Stmt* Builder::with_parenthesized(Mark items, Block body, Span span) {
    for (size_t i = items.index; i < m_stack.size(); i++) {
        auto* expr = item<Expr>(i);
        bool is_target = m_stack[i].tag == 1;
        if (!is_target && !expr->parenthesized &&
            (expr->kind == ExprKind::Starred || expr->kind == ExprKind::NamedExpr))
            fail("invalid syntax", expr->span);
    }
    return make_with(items, body, span);
}

Stmt* Builder::try_statement(Block body, Mark handlers, Block orelse, Block finalbody, Span span) {
    auto* node = make<Try>(span);
    node->is_star = count(handlers) > 0 && m_stack[handlers.index].tag;
    for (size_t i = handlers.index; i < m_stack.size(); i++) {
        const Token* except = token_from(item<ExceptHandler>(i)->span.begin);
        while (except->kind != TokenKind::KW_EXCEPT) // DEDENTs stand at the same place
            except++;
        if ((m_stack[i].tag != 0) != node->is_star)
            fail("cannot have both 'except' and 'except*' on the same 'try'",
                 node->is_star ? except->span : except->span + except[1].span);
    }
    node->body = body;
    node->handlers = take<ExceptHandler>(handlers);
    node->orelse = orelse;
    node->finalbody = finalbody;
    return node;
}

Entry Builder::handler(Expr* type, const Token* name, Block body, Span span) {
    auto* node = make<ExceptHandler>(span);
    if (name && type->kind == ExprKind::TupleExpr && !type->parenthesized)
        fail("multiple exception types must be parenthesized when using 'as'", type->span + name->span);
    node->type = type;
    node->name = name ? name->name() : nullptr;
    node->body = body;
    return {node, 0};
}

Entry Builder::star_handler(Expr* type, const Token* name, Block body, Span span) {
    return {handler(type, name, body, span).item, 1};
}

Stmt* Builder::function(const Token* name, List<TypeParam*> type_params, Arguments* arguments, Expr* returns,
                        Block body, Span span) {
    auto* node = make<FunctionDef>(span);
    node->name = name->name();
    node->type_params = type_params;
    node->arguments = arguments;
    node->returns = returns;
    node->body = body;
    return node;
}

Stmt* Builder::class_statement(const Token* name, List<TypeParam*> type_params, CallArguments arguments, Block body,
                               Span span) {
    auto* node = make<ClassDef>(span);
    node->name = name->name();
    node->type_params = type_params;
    node->bases = arguments.args;
    node->keywords = arguments.keywords;
    node->body = body;
    return node;
}

} // namespace ouro::lang
