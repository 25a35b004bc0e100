// SPDX-License-Identifier: MIT
//
// Statements and the heads of compound statements, and the mistakes in them.
#include "lang/syntax_walk.hpp"

#include <fmt/format.h>

namespace ouro::lang {

namespace {

bool is_augmented_assignment(TokenKind kind) {
    return kind >= TokenKind::PLUSEQUAL && kind <= TokenKind::RIGHTSHIFTEQUAL;
}

// Tokens behind which a pattern is not complete.
bool wants_more_pattern(TokenKind kind) {
    switch (kind) {
    case TokenKind::VBAR:
    case TokenKind::DOT:
    case TokenKind::MINUS:
    case TokenKind::PLUS:
    case TokenKind::STAR:
    case TokenKind::EQUAL:
    case TokenKind::KW_AS:
    case TokenKind::KW_CASE:
    case TokenKind::ERRORTOKEN:
        return true;
    default:
        return false;
    }
}

} // namespace

void SyntaxWalk::statement(size_t at) {
    switch (kind(at)) {
    case TokenKind::AT:
        named_expression(at + 1);
        return;
    case TokenKind::KW_ASYNC:
        return statement(at + 1);
    case TokenKind::KW_IF:
    case TokenKind::KW_ELIF:
    case TokenKind::KW_WHILE:
        return condition(at);
    case TokenKind::KW_FOR:
        return for_statement(at);
    case TokenKind::KW_WITH:
        return with_statement(at);
    case TokenKind::KW_TRY:
    case TokenKind::KW_ELSE:
    case TokenKind::KW_FINALLY:
        return forced_block(at + 1);
    case TokenKind::KW_EXCEPT:
        return except_clause(at);
    case TokenKind::KW_DEF:
        return function(at);
    case TokenKind::KW_CLASS:
        return class_statement(at);
    case TokenKind::KW_MATCH:
        return match_statement(at);
    case TokenKind::KW_CASE:
        return case_clause(at);
    default:
        break;
    }
    if (m_checks && is_name(at, "match"))
        match_statement(at);
    simple_statements(at);
}

// ---- Simple statements ----

void SyntaxWalk::simple_statements(size_t at) {
    while (!is(at, TokenKind::NEWLINE)) {
        size_t end = simple_statement(at);
        if (end == 0 || !is(end, TokenKind::SEMI))
            return;
        at = end + 1;
    }
}

// The index behind the statement, or 0 where it cannot be read to its end.
size_t SyntaxWalk::simple_statement(size_t at) {
    switch (kind(at)) {
    case TokenKind::KW_PASS:
    case TokenKind::KW_BREAK:
    case TokenKind::KW_CONTINUE:
        if (m_checks)
            check_statement_in_conditional(at);
        return at + 1;
    case TokenKind::KW_RETURN: {
        Part value = star_expressions(at + 1);
        return value ? value.next : at + 1;
    }
    case TokenKind::KW_DEL:
        return behind(star_expressions(at + 1));
    case TokenKind::KW_RAISE: {
        Part exception = expression(at + 1);
        if (exception && is(exception.next, TokenKind::KW_FROM))
            return behind(expression(exception.next + 1));
        return exception ? exception.next : at + 1;
    }
    case TokenKind::KW_ASSERT: {
        Part test = expression(at + 1);
        return test && is(test.next, TokenKind::COMMA) ? behind(expression(test.next + 1)) : behind(test);
    }
    case TokenKind::KW_GLOBAL:
    case TokenKind::KW_NONLOCAL:
        return names(at + 1);
    case TokenKind::KW_IMPORT:
        return import_statement(at);
    case TokenKind::KW_FROM:
        return from_statement(at);
    case TokenKind::KW_TYPE: {
        Part parameters = type_parameters(at + 2);
        return parameters && is(parameters.next, TokenKind::EQUAL) ? behind(expression(parameters.next + 1)) : 0;
    }
    default:
        return expression_statement(at);
    }
}

size_t SyntaxWalk::names(size_t at) {
    while (is(at, TokenKind::NAME) && is(at + 1, TokenKind::COMMA))
        at += 2;
    return is(at, TokenKind::NAME) ? at + 1 : 0;
}

// A statement that looks like a tuple, but is no assignment: its elements are read as those of a display, where `=` has
// messages of its own.
void SyntaxWalk::check_no_assignment(size_t at) {
    Part first = star_named(at);
    if (!first || !is(first.next, TokenKind::COMMA))
        return;
    for (Part more = star_named_list(first.next + 1); more; more = star_named_list(more.next)) {
    }
}

// Expressions and all kinds of assignments.
size_t SyntaxWalk::expression_statement(size_t at) {
    Part value = right_side(at);
    if (m_checks && value && !is(value.next, TokenKind::EQUAL))
        check_no_assignment(at);
    bool is_target = value.shape == Shape::Name || value.shape == Shape::Attribute || value.shape == Shape::Subscript;
    if (value && is(value.next, TokenKind::COLON) && (m_checks || is_target)) {
        Part annotation = expression(value.next + 1);
        if (!annotation || !is(annotation.next, TokenKind::EQUAL))
            return behind(annotation);
        value = annotation;
    }
    if (value && is_augmented_assignment(kind(value.next)))
        return behind(right_side(value.next + 1));
    while (value && is(value.next, TokenKind::EQUAL))
        value = right_side(value.next + 1);
    return behind(value);
}

// The line ends where an import's names should begin; a comment there is marked.
void SyntaxWalk::fail_missing_names(size_t line_end) {
    Span span = token(line_end).span;
    fail({span.begin, {span.end.line, span.end.column - 1}}, "Expected one or more names after 'import'");
}

size_t SyntaxWalk::import_statement(size_t at) {
    size_t end = at + 1;
    if (m_checks && is(end, TokenKind::NEWLINE)) {
        fail_missing_names(end);
        return 0;
    }
    auto dotted_name = [&](size_t from) {
        while (is(from, TokenKind::NAME) && is(from + 1, TokenKind::DOT))
            from += 2;
        return is(from, TokenKind::NAME) ? from + 1 : 0;
    };
    end = dotted_name(end);
    bool has_alias = false;
    while (end != 0) {
        if (is(end, TokenKind::KW_AS)) {
            has_alias = true;
            check_import_alias(end + 1);
            end = is(end + 1, TokenKind::NAME) ? end + 2 : 0;
        } else if (is(end, TokenKind::COMMA)) {
            end = dotted_name(end + 1);
        } else {
            break;
        }
    }
    if (m_checks && end != 0 && !has_alias && is(end, TokenKind::KW_FROM)) {
        if (size_t module_end = dotted_name(end + 1))
            fail_range(at, module_end - 1, "Did you mean to use 'from ... import ...' instead?");
    }
    return end;
}

size_t SyntaxWalk::from_statement(size_t at) {
    m_is_exact = false;
    size_t end = at + 1;
    while (is(end, TokenKind::DOT) || is(end, TokenKind::ELLIPSIS))
        ++end;
    bool has_module = end > at + 1;
    if (is(end, TokenKind::NAME)) {
        while (is(end + 1, TokenKind::DOT) && is(end + 2, TokenKind::NAME))
            end += 2;
        ++end;
        has_module = true;
    }
    if (!has_module || !is(end, TokenKind::KW_IMPORT))
        return 0;
    if (m_checks && is(end + 1, TokenKind::NEWLINE))
        fail_missing_names(end + 1);
    else
        check_imported_names(end + 1);
    return 0; // nothing else in it is explained, and nothing but `;` could follow
}

void SyntaxWalk::check_imported_names(size_t at) {
    at += is(at, TokenKind::LPAR);
    while (is(at, TokenKind::NAME)) {
        if (is(at + 1, TokenKind::KW_AS)) {
            check_import_alias(at + 2);
            at += 2;
        }
        if (!is(at + 1, TokenKind::COMMA))
            return;
        at += 2;
    }
}

// Behind `as`: a name, and nothing more.
void SyntaxWalk::check_import_alias(size_t at) {
    if (!m_checks)
        return;
    if (is(at, TokenKind::NAME) && (is(at + 1, TokenKind::COMMA) || is(at + 1, TokenKind::RPAR) ||
                                    is(at + 1, TokenKind::NEWLINE) || is(at + 1, TokenKind::SEMI)))
        return;
    if (Part target = expression(at))
        fail_range(target.first, target.last, fmt::format("cannot use {} as import target", describe(target.shape)));
}

// ---- Compound statements ----

// At the colon of a compound statement's head, or where it is missing.
void SyntaxWalk::block(size_t at) {
    if (is(at, TokenKind::COLON))
        simple_statements(at + 1);
    else if (m_checks && is(at, TokenKind::NEWLINE))
        fail_at(at, "expected ':'");
}

// The same where nothing but the colon can stand, so that anything else is reported at once.
void SyntaxWalk::forced_block(size_t at) {
    if (is(at, TokenKind::COLON))
        simple_statements(at + 1);
    else
        fail_at(at, "expected ':'");
}

void SyntaxWalk::condition(size_t at) {
    if (Part test = named_expression(at + 1))
        block(test.next);
}

void SyntaxWalk::for_statement(size_t at) {
    Part targets = target_list(at + 1);
    if (!targets || !is(targets.next, TokenKind::KW_IN))
        return;
    if (Part values = star_expressions(targets.next + 1))
        block(values.next);
}

void SyntaxWalk::with_statement(size_t at) {
    if (is(at + 1, TokenKind::LPAR)) {
        size_t end = with_items(at + 2);
        end += end != 0 && is(end, TokenKind::COMMA);
        if (end != 0 && is(end, TokenKind::RPAR) && (is(end + 1, TokenKind::COLON) || is(end + 1, TokenKind::NEWLINE)))
            return block(end + 1);
    }
    if (size_t end = with_items(at + 1))
        block(end);
}

// The index behind `expression [as target]`, several with commas between them, or 0.
size_t SyntaxWalk::with_items(size_t at) {
    for (;;) {
        Part value = expression(at);
        if (value && is(value.next, TokenKind::KW_AS))
            value = star_expression(value.next + 1);
        if (!value)
            return 0;
        at = value.next;
        if (!is(at, TokenKind::COMMA) || is(at + 1, TokenKind::RPAR))
            return at;
        ++at;
    }
}

void SyntaxWalk::except_clause(size_t at) {
    size_t begin = at + 1;
    bool has_star = is(begin, TokenKind::STAR);
    begin += has_star;
    if (is(begin, TokenKind::NEWLINE) || is(begin, TokenKind::COLON)) {
        if (has_star && m_checks)
            fail_at(begin, "expected one or more exception types");
        return block(begin);
    }
    Part types = star_expressions(begin);
    if (types && is(types.next, TokenKind::KW_AS)) {
        if (is(types.next + 1, TokenKind::NAME) &&
            (is(types.next + 2, TokenKind::COLON) || is(types.next + 2, TokenKind::NEWLINE)))
            return block(types.next + 2);
        bool is_one = m_checks && expression(begin).next == types.next;
        Part target = is_one ? expression(types.next + 1) : Part{};
        if (target && is(target.next, TokenKind::COLON))
            fail_range(
                target.first, target.last,
                fmt::format("cannot use except{} statement with {}", has_star ? "*" : "", describe(target.shape)));
    } else if (types) {
        block(types.next);
    }
}

void SyntaxWalk::function(size_t at) {
    if (!is(at + 1, TokenKind::NAME))
        return;
    Part type_params = type_parameters(at + 2);
    if (!type_params)
        return;
    size_t end = type_params.next;
    if (!is(end, TokenKind::LPAR)) {
        fail_at(end, "expected '('");
        return;
    }
    Part params = parameters(end + 1, false);
    end = params ? params.next : end + 1;
    if (!is(end, TokenKind::RPAR))
        return;
    ++end;
    if (is(end, TokenKind::RARROW)) {
        if (Part result = expression(end + 1))
            end = result.next;
    }
    forced_block(end);
}

void SyntaxWalk::class_statement(size_t at) {
    if (!is(at + 1, TokenKind::NAME))
        return;
    Part type_params = type_parameters(at + 2);
    if (!type_params)
        return;
    size_t end = type_params.next;
    if (is(end, TokenKind::LPAR)) {
        Part bases = call(end);
        if (!bases)
            return;
        end = bases.next;
    }
    block(end);
}

void SyntaxWalk::match_statement(size_t at) {
    Part subject = star_named_list(at + 1);
    if (subject && (is(subject.next, TokenKind::NEWLINE) || is(at, TokenKind::KW_MATCH)))
        block(subject.next);
}

// Patterns are not read again: their end is the guard, the colon or the line's end outside of brackets.
void SyntaxWalk::case_clause(size_t at) {
    m_is_exact = false;
    size_t end = at + 1;
    while (!is(end, TokenKind::NEWLINE) && !is(end, TokenKind::ENDMARKER) &&
           !(level(end) == 0 && (is(end, TokenKind::COLON) || is(end, TokenKind::KW_IF))))
        ++end;
    if (m_checks)
        check_pattern_targets(at + 1, end);
    if (wants_more_pattern(token(end - 1).kind))
        return;
    if (is(end, TokenKind::KW_IF))
        return condition(end);
    block(end);
}

// Behind `as` in a pattern: a name, and nothing that would make an expression of it.
void SyntaxWalk::check_pattern_targets(size_t first, size_t end) {
    for (size_t at = first; at < end; at++) {
        if (!is(at, TokenKind::KW_AS))
            continue;
        bool is_name = is(at + 1, TokenKind::NAME) && !continues_captured_name(kind(at + 2));
        Part target = is_name ? Part{} : expression(at + 1);
        if (target)
            fail_range(target.first, target.last,
                       fmt::format("cannot use {} as pattern target", describe(target.shape)));
    }
}

} // namespace ouro::lang
