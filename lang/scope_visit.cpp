// SPDX-License-Identifier: MIT
//
// The walk of the scope builder over statements, expressions and patterns.
//
// Chains of `elif` and left-nested operators, calls, attributes and subscripts are walked in loops, as they may be far
// longer than the native stack allows; other nesting is bounded by the parser, and by `stack_limit` all the same.
#include "lang/scope_builder.hpp"
#include "lang/spine.hpp"

namespace ouro::lang {

bool ScopeBuilder::is_too_deep(Span span) {
    char here = 0;
    if (reinterpret_cast<uintptr_t>(&here) >= m_options.stack_limit)
        return false;
    if (!m_tree.error)
        m_tree.error =
            SyntaxError{SyntaxError::Type::RecursionError, "too many nested statements or expressions", span};
    return true;
}

// --- Statements -----------------------------------------------------------------------------------------------------

void ScopeBuilder::visit(const Stmt* statement) {
    if (m_tree.error || is_too_deep(statement->span))
        return;
    switch (statement->kind) {
    case StmtKind::FunctionDef:
        return visit_function(*as<FunctionDef>(statement));
    case StmtKind::ClassDef:
        return visit_class(*as<ClassDef>(statement));
    case StmtKind::Return:
        return visit_return(*as<Return>(statement));
    case StmtKind::Delete:
        return visit_all(as<Delete>(statement)->targets);
    case StmtKind::Assign:
        visit_all(as<Assign>(statement)->targets);
        return visit(as<Assign>(statement)->value);
    case StmtKind::AugAssign:
        visit(as<AugAssign>(statement)->target);
        return visit(as<AugAssign>(statement)->value);
    case StmtKind::AnnAssign:
        return visit_annotated_assignment(*as<AnnAssign>(statement));
    case StmtKind::For:
        return visit_for(*as<For>(statement));
    case StmtKind::While:
        visit(as<While>(statement)->test);
        visit_body(as<While>(statement)->body);
        return visit_body(as<While>(statement)->orelse);
    case StmtKind::If:
        return visit_if(*as<If>(statement));
    case StmtKind::With:
        return visit_with(*as<With>(statement));
    case StmtKind::Match:
        return visit_match(*as<Match>(statement));
    case StmtKind::Raise:
        visit(as<Raise>(statement)->exc);
        return visit(as<Raise>(statement)->cause);
    case StmtKind::Try:
        return visit_try(*as<Try>(statement));
    case StmtKind::Assert:
        visit(as<Assert>(statement)->test);
        return visit(as<Assert>(statement)->msg);
    case StmtKind::Import:
        return visit_import(*as<Import>(statement));
    case StmtKind::ImportFrom:
        return visit_import_from(*as<ImportFrom>(statement));
    case StmtKind::Global:
        return declare(as<Global>(statement)->names, statement->span, Symbol::GLOBAL);
    case StmtKind::Nonlocal:
        if (m_scope->kind == ScopeKind::Module)
            return fail("nonlocal declaration not allowed at module level", statement->span);
        return declare(as<Nonlocal>(statement)->names, statement->span, Symbol::NONLOCAL);
    case StmtKind::ExprStmt:
        return visit(as<ExprStmt>(statement)->value);
    case StmtKind::TypeAlias: // refused before scopes are analyzed
    case StmtKind::Pass:
    case StmtKind::Break:
    case StmtKind::Continue:
        return;
    }
}

void ScopeBuilder::visit_for(const For& node) {
    if (node.is_async)
        require_async("async for", node.span);
    visit(node.target);
    visit(node.iter);
    visit_body(node.body);
    visit_body(node.orelse);
}

void ScopeBuilder::visit_match(const Match& node) {
    visit(node.subject);
    for (const MatchCase* match_case : node.cases) {
        visit(match_case->pattern);
        visit(match_case->guard);
        visit_body(match_case->body);
    }
}

void ScopeBuilder::visit_if(const If& first) {
    for (const If* node = &first;;) {
        visit(node->test);
        visit_body(node->body);
        const If* next = node->orelse.size() == 1 ? as<If>(node->orelse[0]) : nullptr;
        if (!next)
            return visit_body(node->orelse);
        node = next;
    }
}

void ScopeBuilder::visit_return(const Return& node) {
    if (m_scope->kind == ScopeKind::Module || m_scope->kind == ScopeKind::Class)
        return fail("'return' outside function", node.span);
    visit(node.value);
    if (node.value && !m_scope->value_return)
        m_scope->value_return = node.span;
}

void ScopeBuilder::visit_annotated_assignment(const AnnAssign& node) {
    auto* name = as<NameExpr>(node.target);
    if (!name) {
        visit(node.target);
    } else {
        Symbol* variable = symbol(name->id, *m_scope);
        bool is_declared = variable->has(Symbol::GLOBAL | Symbol::NONLOCAL);
        if (is_declared && m_scope->kind != ScopeKind::Module && node.simple)
            return fail("annotated name '" + *variable->name + "' can't be " +
                            (variable->has(Symbol::GLOBAL) ? "global" : "nonlocal"),
                        node.span);
        if (node.simple)
            bind(name->id, name->span, Symbol::ASSIGNED | Symbol::ANNOTATED);
        else if (node.value)
            bind(name->id, name->span, Symbol::ASSIGNED);
    }
    // Annotations of a function's own variables are never evaluated (PEP 649).
    if (!m_scope->is_function_like() && node.simple) {
        m_scope->annotated.push_back(&node);
        visit_annotation(*m_scope, node.annotation);
    }
    visit(node.value);
}

void ScopeBuilder::visit_import(const Import& node) {
    for (const Alias* alias : node.names) {
        if (alias->asname)
            bind(alias->asname, node.span, Symbol::ASSIGNED);
        else
            bind(m_arena.name(alias->name->substr(0, alias->name->find('.'))), node.span, Symbol::ASSIGNED);
    }
}

void ScopeBuilder::visit_import_from(const ImportFrom& node) {
    for (const Alias* alias : node.names) {
        if (*alias->name == "*") {
            if (m_scope->kind != ScopeKind::Module)
                fail("import * only allowed at module level", alias->span);
        } else {
            bind(alias->asname ? alias->asname : alias->name, node.span, Symbol::ASSIGNED);
        }
    }
}

void ScopeBuilder::visit_try(const Try& node) {
    visit_body(node.body);
    for (const ExceptHandler* handler : node.handlers) {
        visit(handler->type);
        if (handler->name)
            bind(handler->name, handler->span, Symbol::ASSIGNED | Symbol::DELETED);
        visit_body(handler->body);
    }
    visit_body(node.orelse);
    visit_body(node.finalbody);
}

void ScopeBuilder::visit_with(const With& node) {
    if (node.is_async)
        require_async("async with", node.span);
    for (const WithItem* item : node.items) {
        visit(item->context_expr);
        visit(item->optional_vars);
    }
    visit_body(node.body);
}

// --- Expressions ----------------------------------------------------------------------------------------------------

void ScopeBuilder::visit(const Expr* expression) {
    if (!expression || m_tree.error || is_too_deep(expression->span))
        return;
    switch (expression->kind) {
    case ExprKind::BinOp:
    case ExprKind::Call:
    case ExprKind::Attribute:
    case ExprKind::Subscript:
        return visit_spine(expression);
    default:
        visit_leaf(expression);
    }
}

void ScopeBuilder::visit_spine(const Expr* expression) {
    size_t base = m_spine.size();
    while (const Expr* child = spine_child(expression)) {
        m_spine.push_back(expression);
        expression = child;
    }
    visit_leaf(expression);
    while (m_spine.size() > base) {
        const Expr* node = m_spine.back();
        m_spine.pop_back();
        switch (node->kind) {
        case ExprKind::BinOp:
            visit(as<BinOp>(node)->right);
            break;
        case ExprKind::Call:
            visit_all(as<Call>(node)->args);
            for (const Keyword* keyword : as<Call>(node)->keywords)
                visit_keyword(*keyword);
            break;
        case ExprKind::Subscript:
            visit(as<Subscript>(node)->index);
            break;
        default:
            if (as<Attribute>(node)->context == Context::Store)
                check_target_name(as<Attribute>(node)->attr, node->span);
        }
    }
}

void ScopeBuilder::visit_keyword(const Keyword& keyword) {
    if (keyword.arg)
        check_target_name(keyword.arg, keyword.span);
    visit(keyword.value);
}

void ScopeBuilder::visit_name(const NameExpr& node) {
    if (node.context == Context::Load)
        return use(node.id);
    if (node.context == Context::Del) {
        if (node.id == m_debug)
            return fail("cannot delete __debug__", node.span);
        return bind(node.id, node.span, Symbol::ASSIGNED | Symbol::DELETED);
    }
    bind(node.id, node.span, Symbol::ASSIGNED);
}

void ScopeBuilder::visit_leaf(const Expr* expression) {
    switch (expression->kind) {
    case ExprKind::BoolOp:
        return visit_all(as<BoolOp>(expression)->values);
    case ExprKind::NamedExpr:
        return visit_named(*as<NamedExpr>(expression));
    case ExprKind::UnaryOp:
        return visit(as<UnaryOp>(expression)->operand);
    case ExprKind::Lambda:
        return visit_lambda(*as<Lambda>(expression));
    case ExprKind::IfExp:
        return visit_each(as<IfExp>(expression)->test, as<IfExp>(expression)->body, as<IfExp>(expression)->orelse);
    case ExprKind::Dict:
        visit_all(as<Dict>(expression)->keys);
        return visit_all(as<Dict>(expression)->values);
    case ExprKind::Set:
        return visit_all(as<Set>(expression)->elements);
    case ExprKind::ListComp:
    case ExprKind::SetComp:
    case ExprKind::DictComp:
    case ExprKind::GeneratorExp:
        return visit_comprehension(*expression);
    case ExprKind::Await:
        require_async("await", expression->span);
        return visit(as<Await>(expression)->value);
    case ExprKind::Yield:
        return visit_yield(*expression, as<Yield>(expression)->value);
    case ExprKind::YieldFrom:
        return visit_yield(*expression, as<YieldFrom>(expression)->value);
    case ExprKind::Compare:
        visit(as<Compare>(expression)->left);
        return visit_all(as<Compare>(expression)->comparators);
    case ExprKind::FormattedValue:
        visit(as<FormattedValue>(expression)->value);
        return visit(as<FormattedValue>(expression)->format_spec);
    case ExprKind::JoinedStr:
        return visit_all(as<JoinedStr>(expression)->values);
    case ExprKind::Starred:
        return visit(as<Starred>(expression)->value);
    case ExprKind::NameExpr:
        return visit_name(*as<NameExpr>(expression));
    case ExprKind::ListExpr:
        return visit_all(as<ListExpr>(expression)->elements);
    case ExprKind::TupleExpr:
        return visit_all(as<TupleExpr>(expression)->elements);
    case ExprKind::Slice:
        return visit_each(as<Slice>(expression)->lower, as<Slice>(expression)->upper, as<Slice>(expression)->step);
    case ExprKind::Constant:
    case ExprKind::TemplateStr: // refused before scopes are analyzed
    case ExprKind::Interpolation:
    case ExprKind::BinOp: // walked by visit_spine
    case ExprKind::Call:
    case ExprKind::Attribute:
    case ExprKind::Subscript:
        return;
    }
}

// --- Patterns -------------------------------------------------------------------------------------------------------

void ScopeBuilder::capture(Name name, Span span) {
    if (name)
        bind(name, span, Symbol::ASSIGNED);
}

void ScopeBuilder::visit(const Pattern* pattern) {
    if (!pattern || m_tree.error || is_too_deep(pattern->span))
        return;
    switch (pattern->kind) {
    case PatternKind::MatchValue:
        return visit(as<MatchValue>(pattern)->value);
    case PatternKind::MatchSingleton:
        return;
    case PatternKind::MatchSequence:
        return visit_all(as<MatchSequence>(pattern)->patterns);
    case PatternKind::MatchMapping:
        visit_all(as<MatchMapping>(pattern)->keys);
        visit_all(as<MatchMapping>(pattern)->patterns);
        return capture(as<MatchMapping>(pattern)->rest, pattern->span);
    case PatternKind::MatchClass:
        visit(as<MatchClass>(pattern)->cls);
        visit_all(as<MatchClass>(pattern)->patterns);
        for (Name attribute : as<MatchClass>(pattern)->keyword_attrs)
            check_target_name(attribute, pattern->span);
        return visit_all(as<MatchClass>(pattern)->keyword_patterns);
    case PatternKind::MatchStar:
        return capture(as<MatchStar>(pattern)->name, pattern->span);
    case PatternKind::MatchAs:
        visit(as<MatchAs>(pattern)->pattern);
        return capture(as<MatchAs>(pattern)->name, pattern->span);
    case PatternKind::MatchOr:
        return visit_all(as<MatchOr>(pattern)->patterns);
    }
}

} // namespace ouro::lang
