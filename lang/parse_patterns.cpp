// SPDX-License-Identifier: MIT
//
// The Builder's match statement and patterns (Language Reference 8.6, PEP 634).
#include "lang/parse_actions.hpp"

namespace ouro::lang {

Expr* Builder::subject(Mark elements, bool trailing_comma, Span span) {
    auto* first = item<Expr>(elements.index);
    if (count(elements) > 1 || trailing_comma)
        return tuple(elements, span);
    m_stack.resize(elements.index);
    if (first->kind == ExprKind::Starred)
        fail("invalid syntax", m_current->span);
    return first;
}

Stmt* Builder::match_statement(Expr* subject, Mark cases, Span span) {
    auto* node = make<Match>(span);
    node->subject = subject;
    node->cases = take<MatchCase>(cases);
    return node;
}

MatchCase* Builder::match_case(Pattern* pattern, Expr* guard, Block body, Span span) {
    auto* node = make<MatchCase>(span);
    node->pattern = pattern;
    node->guard = guard;
    node->body = body;
    return node;
}

Pattern* Builder::match_sequence(Mark patterns, Span span) {
    auto* node = make<MatchSequence>(span);
    node->patterns = take<Pattern>(patterns);
    return node;
}

Pattern* Builder::open_sequence(Mark patterns, bool trailing_comma, Span span) {
    auto* first = item<Pattern>(patterns.index);
    if (count(patterns) > 1 || trailing_comma)
        return match_sequence(patterns, span);
    m_stack.resize(patterns.index);
    if (first->kind == PatternKind::MatchStar)
        fail("invalid syntax", m_current->span);
    return first;
}

// One pattern in parentheses is itself; `(*rest)` is a sequence only with a comma.
Pattern* Builder::match_group(Mark patterns, Span span) {
    auto* first = item<Pattern>(patterns.index);
    if (count(patterns) > 1)
        return match_sequence(patterns, span);
    m_stack.resize(patterns.index);
    if (first->kind == PatternKind::MatchStar)
        fail("invalid syntax", m_current->span);
    return first;
}

static bool is_wildcard(const Token* name) { return *name->name() == "_"; }

Pattern* Builder::match_star(const Token* name, Span span) {
    auto* node = make<MatchStar>(span);
    node->name = is_wildcard(name) ? nullptr : name->name();
    return node;
}

Pattern* Builder::match_as(Pattern* pattern, Expr* target, Span span) {
    auto* node = make<MatchAs>(span);
    node->pattern = pattern;
    auto* name = as<NameExpr>(target);
    const Token* first = token_from(target->span.begin);
    bool begins_with_name = !target->parenthesized && first->kind == TokenKind::NAME;
    if (!name && begins_with_name && !continues_captured_name(first[1].kind))
        fail("invalid syntax", first[1].span);
    else if (!name || name->parenthesized)
        fail(std::string("cannot use ") + describe(target) + " as pattern target", target->span);
    else if (*name->id == "_")
        fail("cannot use '_' as a target", target->span);
    else
        node->name = name->id;
    return node;
}

Pattern* Builder::match_or(Mark alternatives, Span span) {
    auto* node = make<MatchOr>(span);
    node->patterns = take<Pattern>(alternatives);
    return node;
}

Pattern* Builder::match_capture(const Token* name, Span span) {
    auto* node = make<MatchAs>(span);
    node->name = is_wildcard(name) ? nullptr : name->name();
    return node;
}

Pattern* Builder::match_value(Expr* value, Span span) {
    auto* node = make<MatchValue>(span);
    node->value = value;
    return node;
}

Pattern* Builder::match_singleton(Literal::Kind kind, Span span) {
    auto* node = make<MatchSingleton>(span);
    node->value.kind = kind;
    return node;
}

// ---- Mappings: keys and patterns in turn, then the rest with tag 1 ----

Mark Builder::add_mapping_rest(Mark items, const Token* name) {
    bool is_second = count(items) > 0 && m_stack.back().tag == 1;
    if (is_second || is_wildcard(name))
        fail("invalid syntax", is_second ? name[-1].span : name->span);
    return add(items, Entry{name->name(), 1});
}

Pattern* Builder::match_mapping(Mark items, Span span) {
    auto* node = make<MatchMapping>(span);
    std::vector<Expr*> keys;
    std::vector<Pattern*> patterns;
    for (size_t i = items.index; i < m_stack.size();) {
        if (m_stack[i].tag == 1) {
            node->rest = static_cast<Name>(m_stack[i++].item);
            continue;
        }
        if (node->rest)
            fail("invalid syntax", token_from(item<Expr>(i)->span.begin)->span);
        keys.push_back(item<Expr>(i++));
        patterns.push_back(item<Pattern>(i++));
    }
    m_stack.resize(items.index);
    node->keys = m_arena.list(keys);
    node->patterns = m_arena.list(patterns);
    return node;
}

// ---- Classes: positional patterns, then names (tag 1) and patterns in turn ----

Mark Builder::add_keyword_pattern(Mark items, const Token* name, Pattern* pattern) {
    add(items, Entry{name->name(), 1});
    return add(items, pattern);
}

Pattern* Builder::match_class(Expr* cls, Mark items, Span span) {
    auto* node = make<MatchClass>(span);
    node->cls = cls;
    std::vector<Pattern*> positional, keyword_patterns;
    std::vector<Name> keywords;
    const Pattern *first_late = nullptr, *last_late = nullptr;
    for (size_t i = items.index; i < m_stack.size(); i++) {
        if (m_stack[i].tag == 1) {
            keywords.push_back(static_cast<Name>(m_stack[i++].item));
            keyword_patterns.push_back(item<Pattern>(i));
            continue;
        }
        positional.push_back(item<Pattern>(i));
        if (!keywords.empty() && (!last_late || last_late == item<Pattern>(i - 1))) {
            last_late = positional.back();
            first_late = first_late ? first_late : last_late;
        }
    }
    if (first_late)
        fail("positional patterns follow keyword patterns", first_late->span + last_late->span);
    m_stack.resize(items.index);
    node->patterns = m_arena.list(positional);
    node->keyword_attrs = m_arena.list(keywords);
    node->keyword_patterns = m_arena.list(keyword_patterns);
    return node;
}

// ---- Literals ----

Expr* Builder::pattern_strings(Mark pieces, Span span) {
    Expr* value = strings(pieces, span);
    if (value->kind != ExprKind::Constant)
        fail("patterns may only match literals and attribute lookups", value->span);
    return value;
}

Expr* Builder::negative(const Token* number, Span span) {
    return unary(UnaryOperator::USub, constant(number), span);
}

Expr* Builder::complex_pattern(Expr* real, Operator op, const Token* imaginary, Span span) {
    auto* sign = as<UnaryOp>(real);
    auto* number = static_cast<Constant*>(sign ? sign->operand : real);
    if (number->value.kind == Literal::Kind::Imaginary)
        fail("real number required in complex literal", number->span);
    if (imaginary->literal_kind != Literal::Kind::Imaginary)
        fail("imaginary number required in complex literal", imaginary->span);
    return binary(real, op, constant(imaginary), span);
}

} // namespace ouro::lang
