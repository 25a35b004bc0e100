// SPDX-License-Identifier: MIT
//
// Expressions outside brackets, and the mistakes in them.
#include "lang/syntax_walk.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace ouro::lang {

namespace {

constexpr size_t MAXIMUM_TOKENS = 200'000;
constexpr size_t MAXIMUM_DEPTH = 400;

bool opens(TokenKind kind) {
    return kind == TokenKind::LPAR || kind == TokenKind::LSQB || kind == TokenKind::LBRACE;
}

bool closes(TokenKind kind) {
    return kind == TokenKind::RPAR || kind == TokenKind::RSQB || kind == TokenKind::RBRACE;
}

// The operators behind which `not` has a message of its own; as a sign, in front of an operand, PLUS, MINUS and TILDE
// do.
bool is_arithmetic_operator(TokenKind kind) {
    switch (kind) {
    case TokenKind::PLUS:
    case TokenKind::MINUS:
    case TokenKind::STAR:
    case TokenKind::SLASH:
    case TokenKind::DOUBLESLASH:
    case TokenKind::PERCENT:
    case TokenKind::AT:
        return true;
    default:
        return false;
    }
}

// What may follow the expression of a replacement field.
bool ends_field_value(TokenKind kind) {
    return kind == TokenKind::EQUAL || kind == TokenKind::EXCLAMATION || kind == TokenKind::FCONVERSION ||
           kind == TokenKind::COLON || kind == TokenKind::RBRACE;
}

} // namespace

const char* describe(Shape shape) {
    static constexpr const char* NAMES[] = {
        "expression",
        "name",
        "attribute",
        "subscript",
        "function call",
        "literal",
        "True",
        "False",
        "None",
        "ellipsis",
        "f-string expression",
        "t-string expression",
        "tuple",
        "list",
        "dict literal",
        "set display",
        "generator expression",
        "list comprehension",
        "set comprehension",
        "dict comprehension",
        "expression",
        "comparison",
        "conditional expression",
        "lambda",
        "named expression",
        "yield expression",
        "await expression",
        "starred",
    };
    return NAMES[static_cast<size_t>(shape)];
}

SyntaxWalk::SyntaxWalk(const Tokenized& tokenized, size_t line)
    : m_tokenized(tokenized), m_tokens(tokenized.tokens), m_line(line) {
    uint32_t level = 0;
    for (size_t i = line; i < m_tokens.size() && m_tokens[i].kind != TokenKind::NEWLINE; ++i) {
        level += opens(m_tokens[i].kind);
        level -= closes(m_tokens[i].kind) && level > 0;
        m_levels.push_back(level);
    }
    m_gave_up = m_levels.size() > MAXIMUM_TOKENS;
}

std::optional<SyntaxError> SyntaxWalk::run() {
    statement(m_line);
    if (!m_error && !m_gave_up) {
        if (m_is_exact)
            m_stop = m_furthest;
        m_checks = true;
        statement(m_line);
    }
    return std::move(m_error);
}

// ---- Tokens and errors ----

TokenKind SyntaxWalk::kind(size_t index) {
    if (m_error || m_gave_up)
        return TokenKind::ENDMARKER;
    m_furthest = std::max(m_furthest, index);
    if (index + 1 == m_tokens.size() && m_tokens[index].kind == TokenKind::ERRORTOKEN) {
        m_error = m_tokenized.literal_error ? m_tokenized.literal_error : m_tokenized.error;
        return TokenKind::ENDMARKER;
    }
    return m_tokens[index].kind;
}

bool SyntaxWalk::is_name(size_t index, std::string_view name) {
    return is(index, TokenKind::NAME) && token(index).text() == name;
}

uint32_t SyntaxWalk::level(size_t index) const {
    return index - m_line < m_levels.size() ? m_levels[index - m_line] : 0;
}

SyntaxWalk::Part SyntaxWalk::fail(Span span, std::string message) {
    if (!m_error && !m_gave_up)
        m_error = SyntaxError{SyntaxError::Type::SyntaxError, std::move(message), span};
    return {};
}

SyntaxWalk::Part SyntaxWalk::fail_at(size_t index, std::string message) {
    return fail(token(index).span, std::move(message));
}

SyntaxWalk::Part SyntaxWalk::fail_range(size_t first, size_t last, std::string message) {
    return fail(span_of(first, last), std::move(message));
}

// ---- Expressions ----

SyntaxWalk::Part SyntaxWalk::expression(size_t at) {
    Memo& memo = m_expressions[m_checks];
    if (auto found = memo.find(at); found != memo.end())
        return found->second;
    if (++m_depth > MAXIMUM_DEPTH)
        m_gave_up = true;
    if (m_checks)
        check_expression(at);
    Part result = unchecked_expression(at);
    --m_depth;
    if (!m_gave_up)
        memo[at] = result;
    return result;
}

SyntaxWalk::Part SyntaxWalk::unchecked_expression(size_t at) {
    if (is(at, TokenKind::KW_LAMBDA))
        return lambda(at);
    Part value = disjunction(at);
    if (!value || !is(value.next, TokenKind::KW_IF))
        return value;
    Part test = disjunction(value.next + 1);
    if (!test || !is(test.next, TokenKind::KW_ELSE))
        return value;
    Part otherwise = expression(test.next + 1);
    return otherwise ? part(at, otherwise.next, Shape::Conditional) : value;
}

void SyntaxWalk::check_expression(size_t at) {
    check_inner_quotes(at);
    check_missing_comma(at);
    check_conditional(at);
    check_statement_in_conditional(at);
    check_legacy_call(at);
}

// `value if test`, and no expression behind `else`.
void SyntaxWalk::check_conditional(size_t at) {
    Part value = disjunction(at);
    if (!value || !is(value.next, TokenKind::KW_IF))
        return;
    Part test = disjunction(value.next + 1);
    if (!test)
        return;
    if (is(test.next, TokenKind::KW_ELSE)) {
        if (!expression(test.next + 1))
            fail_at(test.next + 1, "expected expression after 'else', but statement is given");
    } else if (!is(test.next, TokenKind::COLON)) {
        fail_range(value.first, test.last, "expected 'else' after 'if' expression");
    }
}

// `pass if test else ...`
void SyntaxWalk::check_statement_in_conditional(size_t at) {
    if (!is_bare_statement(kind(at)) || !is(at + 1, TokenKind::KW_IF))
        return;
    Part test = disjunction(at + 2);
    if (!test || !is(test.next, TokenKind::KW_ELSE))
        return;
    if (expression(test.next + 1) || is_bare_statement(kind(test.next + 1)))
        fail_at(at, "expected expression before 'if', but statement is given");
}

// Expressions between two strings, which may be meant as one: "say "hello" to them".
void SyntaxWalk::check_inner_quotes(size_t at) {
    if (!is(at, TokenKind::STRING))
        return;
    Part inner, last;
    size_t next = at + 1;
    m_checks = false;
    while (!is(next, TokenKind::STRING) && (last = expression(next))) {
        if (!inner)
            inner = last;
        next = last.next;
    }
    m_checks = true;
    if (inner && last)
        fail_range(inner.first, last.last, "invalid syntax. Is this intended to be part of the string?");
}

// Two expressions side by side, inside brackets. Names in front of a string may be meant as its prefix, and soft
// keywords as keywords.
void SyntaxWalk::check_missing_comma(size_t at) {
    if (is(at, TokenKind::NAME) && is(at + 1, TokenKind::STRING))
        return;
    if (is_name(at, "match") || is_name(at, "case") || is_name(at, "type") || is_name(at, "_"))
        return;
    Part left = disjunction(at);
    if (!left)
        return;
    // Mistakes inside the second expression come later, if at all, but for those of a display in braces.
    m_checks = is(left.next, TokenKind::LBRACE);
    Part right = unchecked_expression(left.next);
    m_checks = true;
    bool is_statement = left.shape == Shape::Name && left.first == left.last &&
                        (token(left.first).text() == "print" || token(left.first).text() == "exec");
    if (right && !is_statement && level(right.next - 1) > 0)
        fail_range(left.first, right.last, "invalid syntax. Perhaps you forgot a comma?");
}

// Python 2's statements. What stands behind any other name is looked at too, because CPython does so, and mistakes in
// it are reported.
void SyntaxWalk::check_legacy_call(size_t at) {
    if (!is(at, TokenKind::NAME) || is(at + 1, TokenKind::LPAR))
        return;
    Part operands = star_expressions(at + 1);
    if (operands && (is_name(at, "print") || is_name(at, "exec")))
        fail_range(at, operands.last,
                   fmt::format("Missing parentheses in call to '{0}'. Did you mean {0}(...)?", token(at).text()));
}

SyntaxWalk::Part SyntaxWalk::disjunction(size_t at) {
    Memo& memo = m_disjunctions[m_checks];
    if (auto found = memo.find(at); found != memo.end())
        return found->second;
    Part result = read_disjunction(at);
    if (!m_gave_up)
        memo[at] = result;
    return result;
}

SyntaxWalk::Part SyntaxWalk::read_disjunction(size_t at) {
    Part left = inversion(at);
    while (left && (is(left.next, TokenKind::KW_AND) || is(left.next, TokenKind::KW_OR))) {
        Part right = inversion(left.next + 1);
        if (!right)
            break;
        left = part(at, right.next, Shape::Operation);
    }
    return left;
}

SyntaxWalk::Part SyntaxWalk::inversion(size_t at) {
    size_t begin = at;
    while (is(begin, TokenKind::KW_NOT))
        ++begin;
    Part operand = comparison(begin);
    return operand && begin > at ? part(at, operand.next, Shape::Operation) : operand;
}

// The index behind a comparison operator at `at`, or 0.
size_t SyntaxWalk::comparison_operator(size_t at) {
    switch (kind(at)) {
    case TokenKind::EQEQUAL:
    case TokenKind::NOTEQUAL:
    case TokenKind::LESS:
    case TokenKind::LESSEQUAL:
    case TokenKind::GREATER:
    case TokenKind::GREATEREQUAL:
    case TokenKind::KW_IN:
        return at + 1;
    case TokenKind::KW_NOT:
        return is(at + 1, TokenKind::KW_IN) ? at + 2 : 0;
    case TokenKind::KW_IS:
        return is(at + 1, TokenKind::KW_NOT) ? at + 2 : at + 1;
    default:
        return 0;
    }
}

SyntaxWalk::Part SyntaxWalk::comparison(size_t at) {
    Part left = bitwise_or(at);
    while (left) {
        size_t right_at = comparison_operator(left.next);
        Part right = right_at ? bitwise_or(right_at) : Part{};
        if (!right)
            break;
        left = part(at, right.next, Shape::Comparison);
    }
    return left;
}

// Operands and binary operators; where the parts end does not depend on precedence.
SyntaxWalk::Part SyntaxWalk::bitwise_or(size_t at) {
    Part left = operand(at);
    while (left && is_binary_operator(kind(left.next))) {
        Part right = operand(left.next + 1);
        if (!right) {
            check_negated_operand(left.next);
            break;
        }
        left = part(at, right.next, Shape::Operation);
    }
    return left;
}

// `a + not b`
void SyntaxWalk::check_negated_operand(size_t operation) {
    if (!m_checks || !is_arithmetic_operator(kind(operation)) || !is(operation + 1, TokenKind::KW_NOT))
        return;
    if (Part negated = inversion(operation + 1))
        fail_range(operation + 1, negated.last, "'not' after an operator must be parenthesized");
}

SyntaxWalk::Part SyntaxWalk::operand(size_t at) {
    size_t begin = at;
    while (is(begin, TokenKind::PLUS) || is(begin, TokenKind::MINUS) || is(begin, TokenKind::TILDE))
        ++begin;
    if (m_checks && begin == at + 1 && is(begin, TokenKind::KW_NOT)) {
        if (Part negated = operand(begin + 1))
            return fail_range(begin, negated.last, "'not' after an operator must be parenthesized");
    }
    bool has_await = is(begin, TokenKind::KW_AWAIT);
    Part value = primary(begin + has_await);
    if (value && has_await)
        value = part(begin, value.next, Shape::Await);
    return value && begin > at ? part(at, value.next, Shape::Operation) : value;
}

SyntaxWalk::Part SyntaxWalk::primary(size_t at) {
    Part value = atom(at);
    while (value) {
        Part trailer;
        Shape shape = Shape::Attribute;
        if (is(value.next, TokenKind::DOT)) {
            if (is(value.next + 1, TokenKind::NAME))
                trailer = part(value.next, value.next + 2, shape);
        } else if (is(value.next, TokenKind::LPAR)) {
            shape = Shape::Call;
            trailer = generator(value.next);
            if (!trailer)
                trailer = call(value.next);
        } else if (is(value.next, TokenKind::LSQB)) {
            shape = Shape::Subscript;
            trailer = subscript(value.next);
        }
        if (!trailer)
            break;
        value = part(at, trailer.next, shape);
    }
    return value;
}

SyntaxWalk::Part SyntaxWalk::atom(size_t at) {
    switch (kind(at)) {
    case TokenKind::NAME:
        return part(at, at + 1, Shape::Name);
    case TokenKind::NUMBER:
        return part(at, at + 1, Shape::Literal);
    case TokenKind::STRING:
    case TokenKind::FSTRING_START:
    case TokenKind::TSTRING_START:
        return strings(at);
    case TokenKind::KW_TRUE:
        return part(at, at + 1, Shape::True);
    case TokenKind::KW_FALSE:
        return part(at, at + 1, Shape::False);
    case TokenKind::KW_NONE:
        return part(at, at + 1, Shape::None);
    case TokenKind::ELLIPSIS:
        return part(at, at + 1, Shape::Ellipsis);
    case TokenKind::LPAR:
        return parenthesized(at);
    case TokenKind::LSQB:
        return list_display(at);
    case TokenKind::LBRACE:
        return braces(at);
    default:
        return {};
    }
}

SyntaxWalk::Part SyntaxWalk::lambda(size_t at) {
    Part params = parameters(at + 1, true);
    size_t colon = params ? params.next : at + 1;
    if (!is(colon, TokenKind::COLON))
        return {};
    if (m_checks && (is(colon + 1, TokenKind::FSTRING_MIDDLE) || is(colon + 1, TokenKind::TSTRING_MIDDLE)))
        return fail_range(at, colon, "f-string: lambda expressions are not allowed without parentheses");
    Part body = expression(colon + 1);
    return body ? part(at, body.next, Shape::Lambda) : Part{};
}

SyntaxWalk::Part SyntaxWalk::named_expression(size_t at) {
    Memo& memo = m_named[m_checks];
    if (auto found = memo.find(at); found != memo.end())
        return found->second;
    Part result = read_named_expression(at);
    if (!m_gave_up)
        memo[at] = result;
    return result;
}

SyntaxWalk::Part SyntaxWalk::read_named_expression(size_t at) {
    if (is(at, TokenKind::NAME) && is(at + 1, TokenKind::COLONEQUAL)) {
        Part value = expression(at + 2);
        return value ? part(at, value.next, Shape::Named) : Part{};
    }
    if (m_checks)
        check_named_expression(at);
    Part value = expression(at);
    return value && !is(value.next, TokenKind::COLONEQUAL) ? value : Part{};
}

// `=` where only `==` or `:=` can stand.
void SyntaxWalk::check_named_expression(size_t at) {
    Part target = expression(at);
    if (target && is(target.next, TokenKind::COLONEQUAL) && expression(target.next + 1)) {
        fail_range(target.first, target.last,
                   fmt::format("cannot use assignment expressions with {}", describe(target.shape)));
        return;
    }
    bool is_plain_name = is(at, TokenKind::NAME) && is(at + 1, TokenKind::EQUAL);
    Part left = is_plain_name ? part(at, at + 1, Shape::Name) : bitwise_or(at);
    if (!left || !is(left.next, TokenKind::EQUAL) || (!is_plain_name && is_tuple_or_list(at)))
        return;
    Part right = bitwise_or(left.next + 1);
    if (!right || is(right.next, TokenKind::EQUAL) || is(right.next, TokenKind::COLONEQUAL))
        return;
    if (is_plain_name)
        fail_range(at, right.last, "invalid syntax. Maybe you meant '==' or ':=' instead of '='?");
    else
        fail_range(left.first, left.last,
                   fmt::format("cannot assign to {} here. Maybe you meant '==' instead of '='?", describe(left.shape)));
}

// Displays that may be meant as targets, and the constants that have messages of their own.
bool SyntaxWalk::is_tuple_or_list(size_t at) {
    Shape shape = atom(at).shape;
    if (is(at, TokenKind::LSQB))
        return shape == Shape::List;
    if (is(at, TokenKind::LPAR))
        return shape == Shape::Tuple || shape == Shape::Generator;
    return shape == Shape::True || shape == Shape::False || shape == Shape::None;
}

// `name := value` or an expression that no `:=` follows.
SyntaxWalk::Part SyntaxWalk::assignment_expression(size_t at) {
    if (is(at, TokenKind::NAME) && is(at + 1, TokenKind::COLONEQUAL)) {
        Part value = expression(at + 2);
        return value ? part(at, value.next, Shape::Named) : Part{};
    }
    Part value = expression(at);
    return value && !is(value.next, TokenKind::COLONEQUAL) ? value : Part{};
}

SyntaxWalk::Part SyntaxWalk::star_expression(size_t at) {
    if (!is(at, TokenKind::STAR))
        return expression(at);
    Part value = bitwise_or(at + 1);
    return value ? part(at, value.next, Shape::Starred) : Part{};
}

SyntaxWalk::Part SyntaxWalk::star_expressions(size_t at) {
    Part first = star_expression(at);
    if (!first || !is(first.next, TokenKind::COMMA))
        return first;
    size_t end = first.next + 1;
    for (Part next = star_expression(end); next; next = star_expression(end)) {
        end = next.next;
        if (!is(end, TokenKind::COMMA))
            break;
        ++end;
    }
    return part(at, end, Shape::Tuple);
}

SyntaxWalk::Part SyntaxWalk::star_named(size_t at) {
    if (!is(at, TokenKind::STAR))
        return named_expression(at);
    Part value = bitwise_or(at + 1);
    return value ? part(at, value.next, Shape::Starred) : Part{};
}

// One or more, with an optional comma behind them; `last` is the last element's last token.
SyntaxWalk::Part SyntaxWalk::star_named_list(size_t at) {
    Part item = star_named(at);
    Part list;
    while (item) {
        list = Part{static_cast<uint32_t>(at), item.last, item.next, Shape::List};
        if (!is(list.next, TokenKind::COMMA))
            break;
        ++list.next;
        item = star_named(list.next);
    }
    return list;
}

SyntaxWalk::Part SyntaxWalk::yield_expression(size_t at) {
    if (is(at + 1, TokenKind::KW_FROM)) {
        Part value = expression(at + 2);
        return value ? part(at, value.next, Shape::Yield) : Part{};
    }
    Part value = star_expressions(at + 1);
    return part(at, value ? value.next : at + 1, Shape::Yield);
}

// What may stand right of an assignment's sign.
SyntaxWalk::Part SyntaxWalk::right_side(size_t at) {
    return is(at, TokenKind::KW_YIELD) ? yield_expression(at) : star_expressions(at);
}

// ---- Strings ----

SyntaxWalk::Part SyntaxWalk::strings(size_t at) {
    Shape shape = Shape::Literal;
    size_t end = at;
    for (;;) {
        if (is(end, TokenKind::STRING)) {
            ++end;
        } else if (is(end, TokenKind::FSTRING_START) || is(end, TokenKind::TSTRING_START)) {
            Part piece = fstring(end);
            if (!piece)
                return {};
            shape = piece.shape;
            end = piece.next;
        } else {
            return end > at ? part(at, end, shape) : Part{};
        }
    }
}

SyntaxWalk::Part SyntaxWalk::fstring(size_t at) {
    bool is_template = is(at, TokenKind::TSTRING_START);
    const char* word = is_template ? "t-string" : "f-string";
    size_t end = at + 1;
    for (;;) {
        if (is(end, TokenKind::FSTRING_MIDDLE) || is(end, TokenKind::TSTRING_MIDDLE)) {
            ++end;
        } else if (is(end, TokenKind::LBRACE)) {
            Part next = field(end, word);
            if (!next)
                return {};
            end = next.next;
        } else if (is(end, TokenKind::FSTRING_END) || is(end, TokenKind::TSTRING_END)) {
            return part(at, end + 1, is_template ? Shape::TString : Shape::FString);
        } else {
            return {};
        }
    }
}

// A replacement field: `{value = !conversion: specification}`.
SyntaxWalk::Part SyntaxWalk::field(size_t at, const char* word) {
    Part head = field_head(at, word);
    if (!head)
        return {};
    if (is(head.next, TokenKind::RBRACE))
        return part(at, head.next + 1, Shape::FString);
    return is(head.next, TokenKind::COLON) ? format_spec(head.next, word) : Part{};
}

// The field up to its colon or closing brace.
SyntaxWalk::Part SyntaxWalk::field_head(size_t at, const char* word) {
    if (m_checks && ends_field_value(kind(at + 1))) {
        Position begin = token(at + 1).span.begin;
        return fail({begin, {begin.line, begin.column + 1}},
                    fmt::format("{}: valid expression required before '{}'", word, *token(at + 1).start));
    }
    auto complain = [&](size_t where, const char* what) {
        return m_checks ? fail_at(where, fmt::format("{}: {}", word, what)) : Part{};
    };
    Part value = right_side(at + 1);
    if (!value)
        return complain(at + 1, "expecting a valid expression after '{'");
    size_t next = value.next;
    if (!ends_field_value(kind(next)))
        return complain(next, "expecting '=', or '!', or ':', or '}'");
    if (is(next, TokenKind::EQUAL)) {
        ++next;
        if (is(next, TokenKind::EQUAL) || !ends_field_value(kind(next)))
            return complain(next, "expecting '!', or ':', or '}'");
    }
    if (is(next, TokenKind::EXCLAMATION)) {
        bool is_missing = is(next + 1, TokenKind::COLON) || is(next + 1, TokenKind::RBRACE);
        return complain(next + 1, is_missing ? "missing conversion character" : "invalid conversion character");
    }
    if (is(next, TokenKind::FCONVERSION)) {
        ++next;
        if (!is(next, TokenKind::COLON) && !is(next, TokenKind::RBRACE))
            return complain(next, "expecting ':' or '}'");
    }
    return part(at, next, Shape::FString);
}

SyntaxWalk::Part SyntaxWalk::format_spec(size_t at, const char* word) {
    size_t end = at + 1;
    while (!is(end, TokenKind::RBRACE)) {
        if (is(end, TokenKind::FSTRING_MIDDLE) || is(end, TokenKind::TSTRING_MIDDLE)) {
            ++end;
        } else if (is(end, TokenKind::LBRACE)) {
            Part next = field(end, word);
            if (!next)
                return {};
            end = next.next;
        } else {
            return m_checks ? fail_at(end, fmt::format("{}: expecting '}}', or format specs", word)) : Part{};
        }
    }
    return part(at, end + 1, Shape::FString);
}

} // namespace ouro::lang
