// SPDX-License-Identifier: MIT
//
// Sequences, alternatives and repetitions of regular expressions.
#include "stdlib/re/re_parser.hpp"

#include "vm/text/utf8.hpp"

#include <algorithm>

namespace ouro::vm::re {

static uint64_t capped(uint64_t width) { return std::min(width, Width::LIMIT); }

Width Width::operator+(Width other) const { return {capped(least + other.least), capped(most + other.most)}; }

Width Width::repeated(uint64_t low, uint64_t high) const {
    // Both factors are at most 2^32: their product fits after the cap only if one of them is small, so divide first.
    auto product = [](uint64_t a, uint64_t b) { return a && b > LIMIT / a ? LIMIT : capped(a * b); };
    return {product(least, low), product(most, high)};
}

Parser::Parser(const Source& source, Alphabet alphabet, bool (*stack_is_low)(void*), void* context)
    : m_source(source), m_alphabet(alphabet), m_stack_is_low(stack_is_low), m_context(context), m_flags(source.flags) {
    const char* at = source.text.data();
    for (const char* end = at + source.text.size(); at < end;)
        m_characters.push_back(source.is_text ? utf8_next(at) : uint8_t(*at++));
}

Translation translate(const Source& source, Alphabet alphabet, bool (*stack_is_low)(void*), void* context) {
    return Parser(source, alphabet, stack_is_low, context).run();
}

// --- Characters ----------------------------------------------------------------------------------------------------

bool Parser::take(uint32_t c) {
    if (peek() != c)
        return false;
    m_at++;
    return true;
}

std::string Parser::text(size_t from, size_t to) const {
    std::string characters;
    for (size_t i = from; i < std::min(to, m_characters.size()); i++)
        utf8_append(characters, m_characters[i]);
    return characters;
}

bool Parser::fail(std::string message, size_t position) {
    m_result.fault = {Fault::Syntax, std::move(message), position};
    return false;
}

// The characters before `terminator`, which is taken too.
bool Parser::take_until(uint32_t terminator, const char* what, std::string& name) {
    size_t from = m_at;
    while (peek() != terminator) {
        if (peek() == END && m_at == from)
            return fail(std::string("missing ") + what, m_at);
        if (peek() == END)
            return fail(std::string("missing ") + char(terminator) + ", unterminated name", from);
        m_at++;
    }
    if (m_at == from)
        return fail(std::string("missing ") + what, m_at);
    name = text(from, m_at);
    m_at++;
    return true;
}

// --- The whole pattern ---------------------------------------------------------------------------------------------

Translation Parser::run() {
    if (m_source.is_text && !(m_flags & ASCII))
        m_flags |= UNICODE;
    for (;;) {
        m_group_widths.assign(1, {});
        m_group_closed.assign(1, true);
        m_result = {};
        m_conditions.clear();
        m_definitions.clear();
        m_definition_count = 0;
        m_at = 0;
        m_restart = m_variable_look_behind = false;
        Width width;
        bool good = parse_alternatives(width, true);
        if (m_restart)
            continue;
        if (good && peek() != END)
            good = fail("unbalanced parenthesis", m_at);
        for (auto [group, position] : m_conditions) {
            if (good && group >= m_group_widths.size())
                good = fail("invalid group reference " + std::to_string(group), position);
        }
        if (good && m_variable_look_behind)
            m_result.fault = {Fault::SyntaxWithoutPosition, "look-behind requires fixed-width pattern", 0};
        if (!m_definitions.empty())
            emit("(?(DEFINE)" + m_definitions + ")");
        m_result.flags = m_flags;
        m_result.group_count = unsigned(m_group_widths.size() - 1);
        return std::move(m_result);
    }
}

bool Parser::parse_alternatives(Width& width, bool at_start) {
    width = {Width::LIMIT, 0};
    for (;;) {
        Width branch;
        if (!parse_sequence(branch, at_start))
            return false;
        width = {std::min(width.least, branch.least), std::max(width.most, branch.most)};
        if (!take('|'))
            return true;
        emit("|");
        at_start = false;
    }
}

void Parser::skip_blanks_and_comments() {
    while (m_flags & VERBOSE) {
        uint32_t c = peek();
        if (c == ' ' || (c >= '\t' && c <= '\r')) {
            m_at++;
        } else if (c == '#') {
            while (peek() != END && peek() != '\n')
                m_at++;
        } else {
            return;
        }
    }
}

bool Parser::parse_sequence(Width& width, bool at_start) {
    Item item; // the last one, which a repetition applies to
    for (;;) {
        skip_blanks_and_comments();
        uint32_t c = peek();
        if (c == END || c == '|' || c == ')') {
            width = width + item.width;
            return true;
        }
        if (c == '*' || c == '+' || c == '?' || c == '{') {
            if (!parse_repeat(item, width))
                return false;
            at_start = false;
            continue;
        }
        Item next;
        next.first_group = unsigned(m_group_widths.size());
        next.text = m_result.text.size();
        if (!parse_item(next, at_start))
            return false;
        if (next.kind == Item::Nothing) // a comment or global flags
            continue;
        at_start = false;
        width = width + item.width;
        item = next;
    }
}

bool Parser::parse_item(Item& item, bool at_start) {
    uint32_t c = peek();
    switch (c) {
    case '\\': return parse_escape(item);
    case '[': return parse_class(item);
    case '(': return parse_group(item, at_start);
    case '^':
    case '$':
        m_at++;
        item.kind = Item::Position;
        m_result.text += char(c);
        return true;
    case '.':
        m_at++;
        item.kind = Item::Other;
        item.width = {1, 1};
        emit(".");
        return true;
    default:
        m_at++;
        item.kind = Item::Other;
        item.width = {1, 1};
        emit_single(c);
        return true;
    }
}

// --- Repetition ----------------------------------------------------------------------------------------------------

// What stands behind `{`. `is_repeat` is false when it is no count: then the brace is a character.
bool Parser::parse_repeat_counts(uint64_t& low, uint64_t& high, bool& is_repeat) {
    size_t start = m_at;
    is_repeat = false;
    if (peek() == '}')
        return true;
    auto number = [this](uint64_t& value) {
        size_t from = m_at;
        value = 0;
        for (; peek() - '0' < 10; m_at++)
            value = std::min(value * 10 + (peek() - '0'), Width::LIMIT);
        return m_at > from;
    };
    bool has_low = number(low);
    bool has_high = has_low;
    high = low;
    if (take(','))
        has_high = number(high);
    if (!take('}')) {
        m_at = start;
        return true;
    }
    is_repeat = true;
    if (!has_high)
        high = Width::LIMIT;
    if (low >= Width::LIMIT - 1 || (has_high && high >= Width::LIMIT - 1)) {
        m_result.fault = {Fault::Overflow, "the repetition number is too large", 0};
        return false;
    }
    if (high < low)
        return fail("min repeat greater than max repeat", start);
    return true;
}

// `width` is that of the sequence before `item`.
bool Parser::parse_repeat(Item& item, Width& width) {
    size_t start = m_at;
    uint32_t c = peek();
    m_at++;
    uint64_t low = c == '+' ? 1 : 0, high = c == '?' ? 1 : Width::LIMIT;
    if (c == '{') {
        bool is_repeat;
        if (!parse_repeat_counts(low, high, is_repeat))
            return false;
        if (!is_repeat) {
            width = width + item.width;
            item = {Item::Other, {1, 1}, unsigned(m_group_widths.size()), m_result.text.size()};
            emit_character('{');
            return true;
        }
    }
    if (item.kind == Item::Nothing || item.kind == Item::Position)
        return fail("nothing to repeat", start);
    if (item.kind == Item::Repeat)
        return fail("multiple repeat", start);
    const char* mode = take('?') ? "?" : take('+') ? "+" : "";
    if (c != '{')
        emit(char(c) + std::string(mode));
    else if (!emit_repeat(item, low, high, mode))
        return false;
    if (high > 1 && m_group_widths.size() > item.first_group + 1)
        m_result.loop_over_groups = true;
    item.kind = Item::Repeat;
    item.width = item.width.repeated(low, high);
    return true;
}

// --- Output --------------------------------------------------------------------------------------------------------

static bool is_word(uint32_t c) { return (c | 0x20) - 'a' < 26 || c - '0' < 10 || c == '_'; }

// One character, literally, inside a class or outside.
void Parser::emit_character(uint32_t c) {
    static constexpr char HEX_DIGITS[] = "0123456789abcdef";
    if (c >= 0x80)
        m_result.is_ascii = false;
    if (is_word(c)) {
        m_result.text += char(c);
    } else if (c > ' ' && c < 0x7F) {
        m_result.text += '\\';
        m_result.text += char(c);
    } else {
        emit("\\x{");
        for (int shift = 20; shift >= 0; shift -= 4) {
            if (c >> shift || shift == 0)
                m_result.text += HEX_DIGITS[c >> shift & 15];
        }
        emit("}");
    }
}

// White space and its complement, as ranges for a class. Python's includes U+001C to U+001F, which PCRE2's does not.
static constexpr std::string_view ASCII_SPACES = "\\t-\\r\\x20";
static constexpr std::string_view NO_ASCII_SPACES_OCTETS = "\\x00-\\x08\\x0e-\\x1f\\x21-\\xff";
static constexpr std::string_view NO_ASCII_SPACES = "\\x00-\\x08\\x0e-\\x1f\\x21-\\x{10ffff}";
static constexpr std::string_view SPACES_OCTETS = "\\t-\\r\\x1c-\\x20";
static constexpr std::string_view NO_SPACES_OCTETS = "\\x00-\\x08\\x0e-\\x1b\\x21-\\xff";
static constexpr std::string_view SPACES =
    "\\t-\\r\\x1c-\\x20\\x{85}\\x{a0}\\x{1680}\\x{2000}-\\x{200a}\\x{2028}\\x{2029}"
    "\\x{202f}\\x{205f}\\x{3000}";
static constexpr std::string_view NO_SPACES =
    "\\x00-\\x08\\x0e-\\x1b\\x21-\\x{84}\\x{86}-\\x{9f}\\x{a1}-\\x{167f}\\x{1681}-\\x{1fff}\\x{200b}-\\x{2027}"
    "\\x{202a}-\\x{202e}\\x{2030}-\\x{205e}\\x{2060}-\\x{2fff}\\x{3001}-\\x{10ffff}";

// \d \D \s \S \w \W. In Octets without Unicode PCRE2's own \d and \w are ASCII's; with CodePoints they are Unicode's.
void Parser::emit_category(char letter, bool in_class) {
    bool octets = m_alphabet == Alphabet::Octets;
    bool ascii = is_ascii_scope();
    std::string_view ranges;
    if (letter == 's')
        ranges = ascii ? ASCII_SPACES : octets ? SPACES_OCTETS : SPACES;
    else if (letter == 'S')
        ranges = ascii ? (octets ? NO_ASCII_SPACES_OCTETS : NO_ASCII_SPACES) : octets ? NO_SPACES_OCTETS : NO_SPACES;
    else if (ascii && !octets)
        ranges = letter == 'd'   ? "0-9"
                 : letter == 'D' ? "\\x00-\\x2f\\x3a-\\x{10ffff}"
                 : letter == 'w' ? "0-9A-Z_a-z"
                                 : "\\x00-\\x2f\\x3a-\\x40\\x5b-\\x5e\\x60\\x7b-\\x{10ffff}";
    if (ranges.empty()) {
        m_result.text += '\\';
        m_result.text += letter;
        return;
    }
    if (!in_class)
        emit("[");
    emit(ranges);
    if (!in_class)
        emit("]");
}

void Parser::emit_boundary(char letter) {
    if (is_ascii_scope() && m_alphabet == Alphabet::CodePoints) {
        emit(letter == 'b' ? "(?:(?<=[0-9A-Z_a-z])(?![0-9A-Z_a-z])|(?<![0-9A-Z_a-z])(?=[0-9A-Z_a-z]))"
                           : "(?:(?<=[0-9A-Z_a-z])(?=[0-9A-Z_a-z])|(?<![0-9A-Z_a-z])(?![0-9A-Z_a-z]))");
    } else {
        m_result.text += '\\';
        m_result.text += letter;
    }
}

} // namespace ouro::vm::re
