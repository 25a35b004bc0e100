// SPDX-License-Identifier: MIT
//
// What stands in brackets: displays and comprehensions, arguments, subscripts, parameters; and the mistakes in them.
#include "lang/syntax_walk.hpp"

#include <fmt/format.h>

namespace ouro::lang {

// ---- Displays ----

SyntaxWalk::Part SyntaxWalk::parenthesized(size_t at) {
    if (is(at + 1, TokenKind::RPAR))
        return part(at, at + 2, Shape::Tuple);
    Part first = star_named(at + 1);
    if (first && is(first.next, TokenKind::COMMA)) {
        Part rest = star_named_list(first.next + 1);
        size_t end = rest ? rest.next : first.next + 1;
        if (is(end, TokenKind::RPAR))
            return part(at, end + 1, Shape::Tuple);
    }
    Part value = group(at);
    return value ? value : generator(at);
}

// One expression in parentheses. Messages mark it without them.
SyntaxWalk::Part SyntaxWalk::group(size_t at) {
    Part value = is(at + 1, TokenKind::KW_YIELD) ? yield_expression(at + 1) : named_expression(at + 1);
    if (value && is(value.next, TokenKind::RPAR)) {
        ++value.next;
        return value;
    }
    if (!m_checks)
        return {};
    Part star = starred(at + 1);
    if (star && is(star.next, TokenKind::RPAR))
        return fail_range(star.first, star.last, "cannot use starred expression here");
    if (is(at + 1, TokenKind::DOUBLESTAR)) {
        Part operand = expression(at + 2);
        if (operand && is(operand.next, TokenKind::RPAR))
            return fail_at(at + 1, "cannot use double starred expression here");
    }
    return {};
}

SyntaxWalk::Part SyntaxWalk::generator(size_t at) {
    Part element = assignment_expression(at + 1);
    Part loops = element ? clauses(element.next) : Part{};
    if (loops && is(loops.next, TokenKind::RPAR))
        return part(at, loops.next + 1, Shape::Generator);
    if (m_checks)
        check_comprehension(at);
    return {};
}

SyntaxWalk::Part SyntaxWalk::list_display(size_t at) {
    Part items = star_named_list(at + 1);
    size_t end = items ? items.next : at + 1;
    if (is(end, TokenKind::RSQB))
        return part(at, end + 1, Shape::List);
    return comprehension(at, Shape::ListComprehension, TokenKind::RSQB);
}

SyntaxWalk::Part SyntaxWalk::comprehension(size_t at, Shape shape, TokenKind closer) {
    Part element = named_expression(at + 1);
    Part loops = element ? clauses(element.next) : Part{};
    if (loops && is(loops.next, closer))
        return part(at, loops.next + 1, shape);
    if (m_checks)
        check_comprehension(at);
    return {};
}

void SyntaxWalk::check_comprehension(size_t at) {
    Part star = starred(at + 1);
    if (star && clauses(star.next)) {
        fail_range(star.first, star.last, "iterable unpacking cannot be used in comprehension");
        return;
    }
    if (is(at, TokenKind::LPAR))
        return;
    Part first = star_named(at + 1);
    if (!first || !is(first.next, TokenKind::COMMA))
        return;
    Part rest = star_named_list(first.next + 1);
    if (clauses(rest ? rest.next : first.next + 1))
        fail_range(first.first, rest ? rest.last : first.next,
                   "did you forget parentheses around the comprehension target?");
}

SyntaxWalk::Part SyntaxWalk::braces(size_t at) {
    if (Part dict = dict_display(at))
        return dict;
    Part items = star_named_list(at + 1);
    if (items && is(items.next, TokenKind::RBRACE))
        return part(at, items.next + 1, Shape::Set);
    Part pair = key_value(at + 1);
    Part loops = pair ? clauses(pair.next) : Part{};
    if (loops && is(loops.next, TokenKind::RBRACE))
        return part(at, loops.next + 1, Shape::DictComprehension);
    return comprehension(at, Shape::SetComprehension, TokenKind::RBRACE);
}

SyntaxWalk::Part SyntaxWalk::dict_display(size_t at) {
    size_t end = at + 1;
    for (Part pair = key_value(end); pair; pair = key_value(end)) {
        end = pair.next;
        if (!is(end, TokenKind::COMMA))
            break;
        ++end;
    }
    if (is(end, TokenKind::RBRACE))
        return part(at, end + 1, Shape::Dict);
    bool is_behind_comma = end > at + 1 && is(end - 1, TokenKind::COMMA);
    if (is_behind_comma)
        check_key_value(end);
    else if (end == at + 1)
        check_dict_display(end);
    return {};
}

// `key: value` or `**mapping`.
SyntaxWalk::Part SyntaxWalk::key_value(size_t at) {
    if (is(at, TokenKind::DOUBLESTAR)) {
        Part mapping = bitwise_or(at + 1);
        return mapping ? part(at, mapping.next, Shape::Dict) : Part{};
    }
    Part key = expression(at);
    if (!key || !is(key.next, TokenKind::COLON))
        return {};
    Part value = expression(key.next + 1);
    return value ? part(at, value.next, Shape::Dict) : Part{};
}

// A pair that is none although pairs stand before it.
void SyntaxWalk::check_key_value(size_t at) {
    Part key = expression(at);
    if (key && !is(key.next, TokenKind::COLON) && !m_error) {
        // The caret stands below the key's last character.
        Position end = token(key.last).span.end;
        Position where{token(key.first).span.begin.line, end.column > 0 ? end.column - 1 : 0};
        fail({where, where}, "':' expected after dictionary key");
        return;
    }
    check_dict_display(at);
}

// A key and a colon, but no value.
void SyntaxWalk::check_dict_display(size_t at) {
    Part key = expression(at);
    if (!key || !is(key.next, TokenKind::COLON))
        return;
    size_t value = key.next + 1;
    if (is(value, TokenKind::STAR)) {
        if (Part operand = bitwise_or(value + 1))
            fail_range(value, operand.last, "cannot use a starred expression in a dictionary value");
    } else if (is(value, TokenKind::RBRACE) || is(value, TokenKind::COMMA)) {
        fail_at(key.next, "expression expected after dictionary key and ':'");
    }
}

// ---- Comprehension clauses ----

SyntaxWalk::Part SyntaxWalk::clauses(size_t at) {
    Part last = clause(at);
    if (!last)
        return {};
    for (Part next = clause(last.next); next; next = clause(last.next))
        last = next;
    return part(at, last.next, Shape::Generator);
}

SyntaxWalk::Part SyntaxWalk::clause(size_t at) {
    size_t loop = at + is(at, TokenKind::KW_ASYNC);
    if (!is(loop, TokenKind::KW_FOR))
        return {};
    Part targets = target_list(loop + 1);
    if (!targets)
        return {};
    if (!is(targets.next, TokenKind::KW_IN))
        return m_checks ? fail_at(m_furthest, "'in' expected after for-loop variables") : Part{};
    Part last = disjunction(targets.next + 1);
    while (last && is(last.next, TokenKind::KW_IF)) {
        Part condition = disjunction(last.next + 1);
        if (!condition)
            break;
        last = condition;
    }
    return last ? part(at, last.next, Shape::Generator) : Part{};
}

// The targets of a loop, as operands: they stop before `in`.
SyntaxWalk::Part SyntaxWalk::target_list(size_t at) {
    size_t end = at;
    for (;;) {
        Part target = bitwise_or(end + is(end, TokenKind::STAR));
        if (!target)
            break;
        end = target.next;
        if (!is(end, TokenKind::COMMA))
            break;
        ++end;
    }
    return end > at ? part(at, end, Shape::Tuple) : Part{};
}

// ---- Calls and subscripts ----

// `*iterable` as an argument or element.
SyntaxWalk::Part SyntaxWalk::starred(size_t at) {
    if (!is(at, TokenKind::STAR))
        return {};
    Part value = expression(at + 1);
    if (!value)
        return m_checks ? fail_at(m_furthest, "Invalid star expression") : Part{};
    if (m_checks && is(value.next, TokenKind::EQUAL)) {
        if (Part right = expression(value.next + 1))
            return fail_range(at, right.last, "cannot assign to iterable argument unpacking");
    }
    return part(at, value.next, Shape::Starred);
}

SyntaxWalk::Part SyntaxWalk::subscript(size_t at) {
    size_t end = at + 1;
    for (;;) {
        Part item = slice(end);
        if (!item)
            item = starred(end);
        if (!item)
            break;
        end = item.next;
        if (!is(end, TokenKind::COMMA))
            break;
        ++end;
    }
    return end > at + 1 && is(end, TokenKind::RSQB) ? part(at, end + 1, Shape::Subscript) : Part{};
}

SyntaxWalk::Part SyntaxWalk::slice(size_t at) {
    Part lower = expression(at);
    size_t end = lower ? lower.next : at;
    if (!is(end, TokenKind::COLON))
        return named_expression(at);
    for (int colons = 0; colons < 2 && is(end, TokenKind::COLON); ++colons) {
        Part bound = expression(end + 1);
        end = bound ? bound.next : end + 1;
    }
    return part(at, end, Shape::Subscript);
}

SyntaxWalk::Part SyntaxWalk::call(size_t at) {
    if (is(at + 1, TokenKind::RPAR))
        return part(at, at + 2, Shape::Call);
    Part list = arguments(at + 1);
    return list ? part(at, list.next + 1, Shape::Call) : Part{};
}

// Arguments up to the closing parenthesis.
SyntaxWalk::Part SyntaxWalk::arguments(size_t at) {
    Part list = argument_list(at);
    if (list) {
        size_t end = list.next + is(list.next, TokenKind::COMMA);
        if (is(end, TokenKind::RPAR))
            return part(at, end, Shape::Tuple);
    }
    if (m_checks)
        check_arguments(at);
    return {};
}

// Positional arguments, then keyword arguments; no comma behind the last.
SyntaxWalk::Part SyntaxWalk::argument_list(size_t at) {
    Part last = positional(at);
    if (!last)
        return keyword_arguments(at);
    while (is(last.next, TokenKind::COMMA)) {
        Part next = positional(last.next + 1);
        if (!next)
            break;
        last = next;
    }
    if (is(last.next, TokenKind::COMMA)) {
        if (Part keywords = keyword_arguments(last.next + 1))
            last = keywords;
    }
    return part(at, last.next, Shape::Tuple);
}

SyntaxWalk::Part SyntaxWalk::positional(size_t at) {
    if (is(at, TokenKind::STAR))
        return starred(at);
    Part value = assignment_expression(at);
    return value && !is(value.next, TokenKind::EQUAL) ? value : Part{};
}

SyntaxWalk::Part SyntaxWalk::keyword_arguments(size_t at) {
    Part last = keyword_argument(at);
    if (!last)
        return {};
    while (is(last.next, TokenKind::COMMA)) {
        Part next = keyword_argument(last.next + 1);
        if (!next)
            break;
        last = next;
    }
    return part(at, last.next, Shape::Tuple);
}

SyntaxWalk::Part SyntaxWalk::keyword_argument(size_t at) {
    if (m_checks)
        check_keyword_argument(at);
    if (is(at, TokenKind::STAR))
        return starred(at);
    bool is_double_star = is(at, TokenKind::DOUBLESTAR);
    if (!is_double_star && (!is(at, TokenKind::NAME) || !is(at + 1, TokenKind::EQUAL)))
        return {};
    Part value = expression(at + (is_double_star ? 1 : 2));
    return value ? part(at, value.next, Shape::Named) : Part{};
}

void SyntaxWalk::check_keyword_argument(size_t at) {
    if (is(at, TokenKind::DOUBLESTAR)) {
        Part mapping = expression(at + 1);
        Part value = mapping && is(mapping.next, TokenKind::EQUAL) ? expression(mapping.next + 1) : Part{};
        if (value)
            fail_range(at, value.last, "cannot assign to keyword argument unpacking");
        return;
    }
    bool has_name = is(at, TokenKind::NAME) && is(at + 1, TokenKind::EQUAL);
    if (has_name) {
        Part value = expression(at + 2);
        if (value && clauses(value.next))
            fail_range(at, at + 1, "invalid syntax. Maybe you meant '==' or ':=' instead of '='?");
        return;
    }
    Part name = expression(at);
    if (!name || !is(name.next, TokenKind::EQUAL))
        return;
    bool is_constant = name.shape == Shape::True || name.shape == Shape::False || name.shape == Shape::None;
    fail_range(name.first, name.next,
               is_constant ? fmt::format("cannot assign to {}", describe(name.shape))
                           : std::string("expression cannot contain assignment, perhaps you meant \"==\"?"));
}

// Arguments that do not reach the closing parenthesis.
void SyntaxWalk::check_arguments(size_t at) {
    Part element = expression(at);
    Part loops = element ? clauses(element.next) : Part{};
    if (loops && is(loops.next, TokenKind::COMMA)) {
        fail_range(element.first, loops.last, "Generator expression must be parenthesized");
        return;
    }
    Part list = argument_list(at);
    size_t next = list && is(list.next, TokenKind::COMMA) ? list.next + 1 : at;
    bool has_no_value = is(next, TokenKind::NAME) && is(next + 1, TokenKind::EQUAL) &&
                        (is(next + 2, TokenKind::COMMA) || is(next + 2, TokenKind::RPAR));
    if (has_no_value) {
        fail_range(next, next + 1, "expected argument value expression");
        return;
    }
    if (!list || next == at)
        return;
    element = expression(next);
    loops = element ? clauses(element.next) : Part{};
    if (loops)
        fail_range(element.first, loops.last, "Generator expression must be parenthesized");
    else if (argument_list(next))
        fail_at(m_furthest, "positional argument follows keyword argument");
}

// ---- Parameters ----

// Parameters of a function or lambda, up to the token that ends them.
SyntaxWalk::Part SyntaxWalk::parameters(size_t at, bool is_lambda) {
    size_t end = at;
    for (;;) {
        if (m_checks)
            check_parenthesized_parameters(end, is_lambda);
        Part next = parameter(end, is_lambda);
        if (!next)
            break;
        end = next.next;
        if (m_checks && is(end - 1, TokenKind::SLASH) && is(end, TokenKind::STAR))
            return fail_at(end, "expected comma between / and *");
        if (!is(end, TokenKind::COMMA))
            break;
        ++end;
    }
    return end > at ? part(at, end, Shape::Tuple) : Part{};
}

SyntaxWalk::Part SyntaxWalk::parameter(size_t at, bool is_lambda) {
    if (is(at, TokenKind::SLASH))
        return part(at, at + 1, Shape::Name);
    bool has_star = is(at, TokenKind::STAR);
    size_t name = at + (has_star || is(at, TokenKind::DOUBLESTAR));
    if (!is(name, TokenKind::NAME))
        return has_star ? part(at, name, Shape::Name) : Part{};
    size_t end = name + 1;
    if (!is_lambda && is(end, TokenKind::COLON)) {
        Part annotation = star_expression(end + 1);
        if (!annotation)
            return {};
        end = annotation.next;
    }
    if (!is(end, TokenKind::EQUAL))
        return part(at, end, Shape::Name);
    Part value = expression(end + 1);
    if (value)
        return part(at, value.next, Shape::Name);
    bool is_missing = is(end + 1, TokenKind::COMMA) || is(end + 1, TokenKind::RPAR);
    return m_checks && is_missing ? fail_at(end, "expected default value expression") : Part{};
}

// Python 2's tuple parameters.
void SyntaxWalk::check_parenthesized_parameters(size_t at, bool is_lambda) {
    if (!is(at, TokenKind::LPAR))
        return;
    size_t end = at + 1;
    while (is(end, TokenKind::NAME)) {
        ++end;
        if (!is(end, TokenKind::COMMA))
            break;
        ++end;
    }
    if (end > at + 1 && is(end, TokenKind::RPAR))
        fail_range(at, end,
                   is_lambda ? "Lambda expression parameters cannot be parenthesized"
                             : "Function parameters cannot be parenthesized");
}

// Type parameters are only skipped: `[T: bound = default, *Ts, **P]`.
SyntaxWalk::Part SyntaxWalk::type_parameters(size_t at) {
    if (!is(at, TokenKind::LSQB))
        return part(at, at, Shape::Tuple);
    m_is_exact = false;
    size_t end = at + 1;
    for (;;) {
        Part next = parameter(end, false);
        if (!next)
            break;
        end = next.next;
        if (!is(end, TokenKind::COMMA))
            break;
        ++end;
    }
    return is(end, TokenKind::RSQB) ? part(at, end + 1, Shape::Tuple) : Part{};
}

} // namespace ouro::lang
