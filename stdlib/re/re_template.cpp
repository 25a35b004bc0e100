// SPDX-License-Identifier: MIT
//
// Replacement templates of sub() and expand(), and errors about patterns.
#include "stdlib/re/re_objects.hpp"
#include "vm/text/utf8.hpp"
#include "vm/text/unicode.hpp"

#include <algorithm>

namespace ouro::vm::re {

// PatternError(message, pattern, position); `position` -1 for none.
Raised raise_pattern_error(VM& vm, State& state, std::string_view message, Value source, int64_t position) {
    if (!state.error_type)
        return vm.value_error("{}", message);
    Value place = position < 0 ? Value::none() : Value::small_int(position);
    Result<Value> made = call(vm, state.error_type, {make_short_str(vm, message), source, place});
    if (made.is_error())
        return made.error();
    Result<Exception*> exception = exception_from_raise_operand(vm, made.release());
    return exception.is_error() ? exception.error() : vm.raise(exception.release());
}

namespace {

class TemplateParser {
public:
    TemplateParser(VM& vm, Pattern& pattern, Value source, std::string_view text)
        : m_vm(vm), m_pattern(pattern), m_source(source), m_text(text) {}

    Result<Template> run();

private:
    char peek() const { return m_at < m_text.size() ? m_text[m_at] : '\0'; }
    bool is_digit(size_t at) const { return at < m_text.size() && uint8_t(m_text[at] - '0') < 10; }
    bool is_octal(size_t at) const { return at < m_text.size() && uint8_t(m_text[at] - '0') < 8; }
    Raised fail(std::string_view message, size_t byte);
    Result<void> parse_escape();
    Result<void> parse_group_name(size_t start);
    Result<void> parse_number(size_t start);
    Result<void> add_group(unsigned group, size_t position);
    void add_code(unsigned code);
    Result<unsigned> named_group(std::string_view name, size_t position);

    VM& m_vm;
    Pattern& m_pattern;
    Value m_source;
    std::string_view m_text;
    size_t m_at = 0;
    std::string m_literal;
    Template m_template;
};

Raised TemplateParser::fail(std::string_view message, size_t byte) {
    bool is_text = m_pattern.program->is_text();
    size_t position = is_text ? count_code_points(m_text.substr(0, byte)) : byte;
    return raise_pattern_error(m_vm, *m_pattern.state, message, m_source, int64_t(position));
}

Result<void> TemplateParser::add_group(unsigned group, size_t position) {
    if (group > m_pattern.program->group_count())
        return fail(fmt::format("invalid group reference {}", group), position);
    m_template.pieces.push_back({std::move(m_literal), int(group)});
    m_literal.clear();
    return {};
}

void TemplateParser::add_code(unsigned code) {
    if (m_pattern.program->is_text())
        utf8_append(m_literal, code);
    else
        m_literal += char(code);
}

Result<unsigned> TemplateParser::named_group(std::string_view name, size_t position) {
    bool is_number = std::ranges::all_of(name, [](char c) { return uint8_t(c - '0') < 10; });
    if (is_number)
        return name.size() > 6 ? 999999u : unsigned(std::stoul(std::string(name)));
    if (!unicode::is_identifier(name) || (!m_pattern.program->is_text() && !is_ascii(name)))
        return fail("bad character in group name " + str_repr(name), position);
    for (const GroupName& known : m_pattern.program->names()) {
        if (known.name == name)
            return known.number;
    }
    return m_vm.index_error("unknown group name {}", str_repr(name));
}

// \g<name> or \g<number>
Result<void> TemplateParser::parse_group_name(size_t) {
    if (peek() != '<')
        return fail("missing <", m_at);
    size_t from = ++m_at;
    size_t end = m_text.find('>', from);
    if (end == m_text.npos)
        return from == m_text.size() ? fail("missing group name", from) : fail("missing >, unterminated name", from);
    if (end == from)
        return fail("missing group name", from);
    m_at = end + 1;
    unsigned group = TRY(named_group(m_text.substr(from, end - from), from));
    return add_group(group, from);
}

// \0 and three octal digits are a character, other numbers a group.
Result<void> TemplateParser::parse_number(size_t start) {
    unsigned first = unsigned(m_text[m_at++] - '0');
    if (first == 0) {
        unsigned code = 0;
        for (unsigned i = 0; i < 2 && is_octal(m_at); i++)
            code = code * 8 + unsigned(m_text[m_at++] - '0');
        add_code(code);
        return {};
    }
    if (!is_digit(m_at))
        return add_group(first, start + 1);
    if (first < 8 && is_octal(m_at) && is_octal(m_at + 1)) {
        unsigned code = first * 64 + unsigned(m_text[m_at] - '0') * 8 + unsigned(m_text[m_at + 1] - '0');
        m_at += 2;
        if (code > 0377)
            return fail(
                fmt::format("octal escape value {} outside of range 0-0o377", m_text.substr(start, m_at - start)),
                start);
        add_code(code);
        return {};
    }
    unsigned group = first * 10 + unsigned(m_text[m_at++] - '0');
    return add_group(group, start + 1);
}

Result<void> TemplateParser::parse_escape() {
    static constexpr std::string_view LETTERS = "abfnrtv\\", VALUES = "\a\b\f\n\r\t\v\\";
    size_t start = m_at++;
    if (m_at == m_text.size())
        return fail("bad escape (end of pattern)", start);
    if (is_digit(m_at))
        return parse_number(start);
    char c = m_text[m_at++];
    if (c == 'g')
        return parse_group_name(start);
    if (size_t found = LETTERS.find(c); found != LETTERS.npos)
        m_literal += VALUES[found];
    else if (uint8_t((c | 0x20) - 'a') < 26)
        return fail(fmt::format("bad escape \\{}", c), start);
    else
        m_literal.append(m_text.substr(start, 2));
    return {};
}

Result<Template> TemplateParser::run() {
    while (m_at < m_text.size()) {
        size_t escape = std::min(m_text.find('\\', m_at), m_text.size());
        m_literal.append(m_text.substr(m_at, escape - m_at));
        m_at = escape;
        if (m_at < m_text.size())
            TRY(parse_escape());
    }
    if (!m_literal.empty())
        m_template.pieces.push_back({std::move(m_literal), -1});
    return std::move(m_template);
}

} // namespace

Result<Template> parse_template(VM& vm, Pattern& pattern, Value source) {
    Str* text = as<Str>(source);
    Bytes* octets = as<Bytes>(source);
    if (pattern.program->is_text() ? !text : !octets) {
        if (!text && !octets)
            return vm.type_error("decoding to str: need a bytes-like object, {} found", vm.type_name(source));
        return vm.type_error("sequence item 0: expected {}, {} found",
                             pattern.program->is_text() ? "str instance" : "a bytes-like object", vm.type_name(source));
    }
    return TemplateParser(vm, pattern, source, text ? text->view() : octets->view()).run();
}

} // namespace ouro::vm::re
