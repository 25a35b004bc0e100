// SPDX-License-Identifier: MIT
//
// The rules of match statements (Language Reference 8.6, PEP 634). Patterns nest only in brackets, which the lexer
// bounds at 200, so plain recursion is safe.
#include "lang/checks.hpp"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>
#include <set>
#include <unordered_set>

namespace ouro::lang {

namespace {

class PatternChecker {
public:
    std::optional<SyntaxError> check(const Match& statement);

private:
    using Names = std::unordered_set<Name>;

    void fail(std::string message, Span span) {
        if (!m_error)
            m_error = SyntaxError{SyntaxError::Type::SyntaxError, std::move(message), span};
    }
    void bind(Name name, Span span);
    // `may_match_all`: nothing that comes after the pattern would be unreachable.
    void visit(const Pattern& pattern, bool may_match_all);
    void visit_all(List<Pattern*> patterns);
    void visit_as(const MatchAs& pattern, bool may_match_all);
    void visit_or(const MatchOr& pattern, bool may_match_all);
    void visit_sequence(const MatchSequence& pattern);
    void visit_mapping(const MatchMapping& pattern);
    void visit_class(const MatchClass& pattern);

    Names m_names; // bound so far in the pattern, or in the alternative
    std::optional<SyntaxError> m_error;
};

void PatternChecker::bind(Name name, Span span) {
    if (*name == "__debug__")
        fail("cannot assign to __debug__", span);
    if (!m_names.insert(name).second)
        fail("multiple assignments to name '" + *name + "' in pattern", span);
}

void PatternChecker::visit_all(List<Pattern*> patterns) {
    for (const Pattern* pattern : patterns)
        visit(*pattern, true);
}

void PatternChecker::visit_as(const MatchAs& pattern, bool may_match_all) {
    if (pattern.pattern)
        visit(*pattern.pattern, may_match_all);
    else if (!may_match_all)
        fail(pattern.name ? "name capture '" + *pattern.name + "' makes remaining patterns unreachable"
                          : "wildcard makes remaining patterns unreachable",
             pattern.span);
    if (pattern.name)
        bind(pattern.name, pattern.span);
}

void PatternChecker::visit_or(const MatchOr& pattern, bool may_match_all) {
    Names outer = std::exchange(m_names, {});
    Names first;
    for (const Pattern* alternative : pattern.patterns) {
        m_names.clear();
        bool is_last = alternative == pattern.patterns.back();
        visit(*alternative, is_last && may_match_all);
        if (alternative == pattern.patterns.front())
            first = m_names;
        else if (m_names != first)
            fail("alternative patterns bind different names", pattern.span);
    }
    m_names = std::move(outer);
    for (Name name : first)
        bind(name, pattern.span);
}

void PatternChecker::visit_sequence(const MatchSequence& pattern) {
    auto is_star = [](const Pattern* item) { return item->kind == PatternKind::MatchStar; };
    if (std::count_if(pattern.patterns.begin(), pattern.patterns.end(), is_star) > 1)
        fail("multiple starred names in sequence pattern", pattern.span);
    visit_all(pattern.patterns);
}

// ---- Keys ----

// A literal key, for comparing and as CPython's repr shows it. Numbers that are equal have equal values.
struct Key {
    enum Kind : uint8_t { None, Number, Text, Bytes, Other } kind = Other;
    std::string value;
    std::string shown;
};

std::string float_text(double number) {
    std::string text = fmt::format("{}", number);
    return text.find_first_not_of("-0123456789") == std::string::npos ? text + ".0" : text;
}

std::string quoted(const std::string& text) {
    char quote = text.find('\'') != std::string::npos && text.find('"') == std::string::npos ? '"' : '\'';
    std::string out(1, quote);
    for (char c : text) {
        if (c == quote || c == '\\')
            (out += '\\') += c;
        else if (c == '\n')
            out += "\\n";
        else if (static_cast<unsigned char>(c) < 0x20)
            out += fmt::format("\\x{:02x}", static_cast<unsigned char>(c));
        else
            out += c;
    }
    return out += quote;
}

// Decimal where it fits 64 bits; larger numbers are compared as they are written.
std::string int_text(const std::string& digits) {
    bool has_base = digits.size() > 2 && digits[0] == '0' && !(digits[1] >= '0' && digits[1] <= '9');
    int base = !has_base ? 10 : (digits[1] | 0x20) == 'x' ? 16 : (digits[1] | 0x20) == 'o' ? 8 : 2;
    uint64_t value = 0;
    const char* end = digits.data() + digits.size();
    auto [rest, error] = std::from_chars(digits.data() + (has_base ? 2 : 0), end, value, base);
    return error == std::errc() && rest == end ? std::to_string(value) : digits;
}

Key number_key(const std::string& sign, const Literal& literal) {
    if (literal.kind == Literal::Kind::Int) {
        std::string text = int_text(*literal.text);
        return {Key::Number, text == "0" ? text : sign + text, sign + text};
    }
    std::string text = float_text(literal.number);
    std::string value = text.ends_with(".0") ? text.substr(0, text.size() - 2) : text;
    return {Key::Number, value == "0" ? value : sign + value, sign + text};
}

Key key_of(const Expr& expr) {
    if (auto* unary = as<UnaryOp>(&expr))
        return number_key("-", static_cast<const Constant*>(unary->operand)->value);
    auto* constant = as<Constant>(&expr);
    if (!constant)
        return {}; // an attribute, or a complex number, which Ouro refuses anyway
    switch (const Literal& value = constant->value; value.kind) {
    case Literal::Kind::None:
        return {Key::None, "", "None"};
    case Literal::Kind::True:
        return {Key::Number, "1", "True"};
    case Literal::Kind::False:
        return {Key::Number, "0", "False"};
    case Literal::Kind::Str:
        return {Key::Text, *value.text, quoted(*value.text)};
    case Literal::Kind::Bytes:
        return {Key::Bytes, *value.text, "b" + quoted(*value.text)};
    case Literal::Kind::Int:
    case Literal::Kind::Float:
        return number_key("", value);
    default:
        return {};
    }
}

void PatternChecker::visit_mapping(const MatchMapping& pattern) {
    std::set<std::pair<Key::Kind, std::string>> seen;
    for (const Expr* expr : pattern.keys) {
        Key key = key_of(*expr);
        if (key.kind == Key::Other)
            continue;
        if (!seen.emplace(key.kind, key.value).second)
            fail("mapping pattern checks duplicate key (" + key.shown + ")", pattern.span);
    }
    visit_all(pattern.patterns);
    if (pattern.rest)
        bind(pattern.rest, pattern.span);
}

void PatternChecker::visit_class(const MatchClass& pattern) {
    Names seen;
    for (size_t i = 0; i < pattern.keyword_attrs.size(); i++) {
        Name attribute = pattern.keyword_attrs[i];
        if (*attribute == "__debug__")
            fail("cannot assign to __debug__", pattern.keyword_patterns[i]->span);
        if (!seen.insert(attribute).second)
            fail("attribute name repeated in class pattern: " + *attribute, pattern.keyword_patterns[i]->span);
    }
    visit_all(pattern.patterns);
    visit_all(pattern.keyword_patterns);
}

void PatternChecker::visit(const Pattern& pattern, bool may_match_all) {
    if (m_error)
        return;
    switch (pattern.kind) {
    case PatternKind::MatchAs:
        return visit_as(static_cast<const MatchAs&>(pattern), may_match_all);
    case PatternKind::MatchOr:
        return visit_or(static_cast<const MatchOr&>(pattern), may_match_all);
    case PatternKind::MatchSequence:
        return visit_sequence(static_cast<const MatchSequence&>(pattern));
    case PatternKind::MatchMapping:
        return visit_mapping(static_cast<const MatchMapping&>(pattern));
    case PatternKind::MatchClass:
        return visit_class(static_cast<const MatchClass&>(pattern));
    case PatternKind::MatchStar:
        if (Name name = static_cast<const MatchStar&>(pattern).name)
            bind(name, pattern.span);
        return;
    case PatternKind::MatchValue:
    case PatternKind::MatchSingleton:
        return;
    }
}

std::optional<SyntaxError> PatternChecker::check(const Match& statement) {
    for (const MatchCase* item : statement.cases) {
        m_names.clear();
        visit(*item->pattern, item->guard || item == statement.cases.back());
    }
    return std::move(m_error);
}

} // namespace

std::optional<SyntaxError> check_match(const Match& statement) { return PatternChecker().check(statement); }

} // namespace ouro::lang
