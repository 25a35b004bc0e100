// SPDX-License-Identifier: MIT
//
// Backslash escapes and character classes.
#include "stdlib/re/re_parser.hpp"

#include "vm/text/unicode_names.hpp"
#include "vm/text/utf8.hpp"

namespace ouro::vm::re {

static bool is_ascii_letter(uint32_t c) { return (c | 0x20) - 'a' < 26; }
static bool is_octal(uint32_t c) { return c - '0' < 8; }
static bool is_digit(uint32_t c) { return c - '0' < 10; }

static int hex_value(uint32_t c) {
    if (is_digit(c))
        return int(c - '0');
    uint32_t letter = c | 0x20;
    return c != UINT32_MAX && letter - 'a' < 6 ? int(letter - 'a' + 10) : -1;
}

// \xhh has exactly two digits, \u four, \U eight. `start` is at the backslash.
bool Parser::parse_hex_escape(uint32_t& c, size_t start, unsigned digits) {
    c = 0;
    unsigned count = 0;
    for (; count < digits && hex_value(peek()) >= 0; count++)
        c = c << 4 | uint32_t(hex_value(m_characters[m_at++]));
    if (count < digits)
        return fail("incomplete escape " + text(start, m_at), start);
    if (c > MAX_CODE_POINT)
        return fail("bad escape " + text(start, m_at), start);
    return true;
}

// Escapes that mean one character both inside classes and outside: the letter is taken. `known` is false for others.
bool Parser::parse_character_escape(uint32_t& c, size_t start, bool& known) {
    static constexpr std::string_view LETTERS = "afnrtv\\", VALUES = "\a\f\n\r\t\v\\";
    known = true;
    if (c == 'x')
        return parse_hex_escape(c, start, 2);
    if (c == 'u' && m_source.is_text)
        return parse_hex_escape(c, start, 4);
    if (c == 'U' && m_source.is_text)
        return parse_hex_escape(c, start, 8);
    if (c == 'N' && m_source.is_text) {
        std::string name;
        if (!take('{'))
            return fail("missing {", m_at);
        if (!take_until('}', "character name", name))
            return false;
        auto character = unicode::find_character(name);
        if (!character)
            return fail("undefined character name '" + name + "'", start);
        c = *character;
        return true;
    }
    size_t found = c < 0x80 ? LETTERS.find(char(c)) : LETTERS.npos;
    if (found != LETTERS.npos) {
        c = uint8_t(VALUES[found]);
        return true;
    }
    known = !is_ascii_letter(c) && !is_digit(c);
    return true;
}

static std::string octal_message(const std::string& escape) {
    return "octal escape value " + escape + " outside of range 0-0o377";
}

// \0 and octal numbers of three digits are characters, other numbers are references to groups.
bool Parser::parse_digit_escape(Item& item, size_t start) {
    item.kind = Item::Other;
    item.width = {1, 1};
    uint32_t first = m_characters[m_at++];
    if (first == '0') {
        uint32_t c = 0;
        for (unsigned i = 0; i < 2 && is_octal(peek()); i++)
            c = c * 8 + (m_characters[m_at++] - '0');
        emit_single(c);
        return true;
    }
    unsigned group = first - '0';
    if (is_digit(peek())) {
        uint32_t second = m_characters[m_at++];
        if (is_octal(first) && is_octal(second) && is_octal(peek())) {
            uint32_t c = (first - '0') * 64 + (second - '0') * 8 + (m_characters[m_at++] - '0');
            if (c > 0377)
                return fail(octal_message(text(start, m_at)), start);
            emit_single(c);
            return true;
        }
        group = group * 10 + (second - '0');
    }
    if (group >= m_group_widths.size())
        return fail("invalid group reference " + std::to_string(group), start + 1);
    return refer_to_group(item, group, start);
}

bool Parser::parse_escape(Item& item) {
    size_t start = m_at++;
    uint32_t c = peek();
    if (c == END)
        return fail("bad escape (end of pattern)", start);
    if (is_digit(c))
        return parse_digit_escape(item, start);
    m_at++;
    item.kind = Item::Position;
    switch (c) {
    case 'A': emit("\\A"); return true;
    case 'Z':
    case 'z': emit("\\z"); return true; // \z is new in Python 3.14
    case 'b':
    case 'B': emit_boundary(char(c)); return true;
    default: break;
    }
    item.kind = Item::Other;
    item.width = {1, 1};
    if (c == 'd' || c == 'D' || c == 's' || c == 'S' || c == 'w' || c == 'W') {
        emit_category(char(c), false);
        return true;
    }
    bool known;
    if (!parse_character_escape(c, start, known))
        return false;
    if (!known)
        return fail("bad escape " + text(start, m_at), start);
    emit_single(c);
    return true;
}

// --- Classes -------------------------------------------------------------------------------------------------------

bool Parser::parse_class_escape(uint32_t& c, bool& is_category) {
    size_t start = m_at - 1; // the backslash is taken
    c = peek();
    if (c == END)
        return fail("bad escape (end of pattern)", start);
    m_at++;
    if (c == 'd' || c == 'D' || c == 's' || c == 'S' || c == 'w' || c == 'W') {
        is_category = true;
        return true;
    }
    if (c == 'b') {
        c = '\b';
        return true;
    }
    if (is_octal(c)) {
        c -= '0';
        for (unsigned i = 0; i < 2 && is_octal(peek()); i++)
            c = c * 8 + (m_characters[m_at++] - '0');
        return c <= 0377 || fail(octal_message(text(start, m_at)), start);
    }
    bool known;
    if (!parse_character_escape(c, start, known))
        return false;
    return known || fail("bad escape " + text(start, m_at), start);
}

bool Parser::parse_class_member(size_t class_start, uint32_t& c, bool& is_category) {
    is_category = false;
    c = peek();
    if (c == END)
        return fail("unterminated character set", class_start);
    m_at++;
    return c != '\\' || parse_class_escape(c, is_category);
}

bool Parser::parse_class(Item& item) {
    size_t start = m_at++;
    item.kind = Item::Other;
    item.width = {1, 1};
    begin_class();
    if (take('^'))
        emit("^");
    for (size_t first = m_at; m_at == first || peek() != ']';) {
        size_t member = m_at;
        uint32_t low, high;
        bool low_category, high_category;
        if (!parse_class_member(start, low, low_category))
            return false;
        bool is_range = peek() == '-' && peek(1) != ']';
        if (low_category)
            emit_category(char(low), true);
        else if (!is_range)
            emit_class_range(low, low);
        if (!is_range)
            continue;
        m_at++;
        if (!parse_class_member(start, high, high_category))
            return false;
        if (low_category || high_category || high < low)
            return fail("bad character range " + text(member, m_at), member);
        emit_class_range(low, high);
    }
    m_at++;
    end_class();
    return true;
}

} // namespace ouro::vm::re
