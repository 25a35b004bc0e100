// SPDX-License-Identifier: MIT
//
// Everything that begins with a parenthesis. Names stay on our side: PCRE2 gets plain numbered groups, since its names
// are shorter and fewer than Python's.
#include "stdlib/re/re_parser.hpp"

#include "vm/values/str.hpp"
#include "vm/text/unicode.hpp"

#include <algorithm>

namespace ouro::vm::re {

static constexpr uint32_t TYPE_FLAGS = ASCII | LOCALE | UNICODE;

static uint32_t flag_of(uint32_t letter) {
    switch (letter) {
    case 'i': return IGNORECASE;
    case 'L': return LOCALE;
    case 'm': return MULTILINE;
    case 's': return DOTALL;
    case 'x': return VERBOSE;
    case 'a': return ASCII;
    case 'u': return UNICODE;
    default: return 0;
    }
}

static bool is_letter(uint32_t c) { return c != UINT32_MAX && ((c | 0x20) - 'a' < 26 || c > 0x7F); }

bool Parser::close_group(size_t start) {
    if (!take(')'))
        return fail("missing ), unterminated subpattern", start);
    emit(")");
    return true;
}

bool Parser::parse_group(Item& item, bool at_start) {
    size_t start = m_at++;
    if (m_stack_is_low(m_context)) {
        m_result.fault = {Fault::Nesting, "", start};
        return false;
    }
    item.kind = Item::Other;
    if (take('?'))
        return parse_extension(item, start, at_start);
    return parse_capture(item, start, "", 0);
}

// An escape counts as one character.
bool Parser::fail_extension(const char* opening, size_t at, size_t start) {
    size_t size = m_characters[at] == '\\' ? 2 : 1;
    return fail(std::string("unknown extension ") + opening + text(at, at + size), start + 1);
}

bool Parser::parse_extension(Item& item, size_t start, bool at_start) {
    uint32_t c = peek();
    if (c == END)
        return fail("unexpected end of pattern", m_at);
    m_at++;
    switch (c) {
    case 'P': return parse_named(item, start);
    case ':': return parse_plain_group(item, start, "(?:");
    case '>': return parse_plain_group(item, start, "(?>");
    case '#':
        while (!take(')')) {
            if (peek() == END)
                return fail("missing ), unterminated comment", start);
            m_at++;
        }
        item.kind = Item::Nothing;
        return true;
    case '=':
    case '!':
    case '<': m_at--; return parse_look_around(item, start);
    case '(': return parse_condition(item, start);
    default: break;
    }
    if (!flag_of(c) && c != '-')
        return fail_extension("?", m_at - 1, start);
    m_at--;
    return parse_inline_flags(item, start, at_start);
}

bool Parser::parse_plain_group(Item& item, size_t start, const char* opening) {
    emit(opening);
    return parse_alternatives(item.width, false) && close_group(start);
}

// --- Captures and references ---------------------------------------------------------------------------------------

bool Parser::is_valid_name(const std::string& name) const {
    bool ascii = std::ranges::all_of(name, [](char c) { return uint8_t(c) < 0x80; });
    return (m_source.is_text || ascii) && unicode::is_identifier(name);
}

static std::string bad_name(const std::string& name) { return "bad character in group name " + str_repr(name); }

bool Parser::parse_named(Item& item, size_t start) {
    size_t position = m_at + 1;
    std::string name;
    if (take('<')) {
        if (!take_until('>', "group name", name))
            return false;
        return is_valid_name(name) ? parse_capture(item, start, name, position) : fail(bad_name(name), position);
    }
    if (take('=')) {
        if (!take_until(')', "group name", name))
            return false;
        if (!is_valid_name(name))
            return fail(bad_name(name), position);
        auto found = std::ranges::find(m_result.names, name, &GroupName::name);
        if (found == m_result.names.end())
            return fail("unknown group name " + str_repr(name), position);
        return refer_to_group(item, found->number, position);
    }
    if (peek() == END)
        return fail("unexpected end of pattern", m_at);
    return fail_extension("?P", m_at, start);
}

bool Parser::parse_capture(Item& item, size_t start, const std::string& name, size_t name_position) {
    unsigned number = unsigned(m_group_widths.size());
    m_group_widths.push_back({});
    m_group_closed.push_back(false);
    if (!name.empty()) {
        auto found = std::ranges::find(m_result.names, name, &GroupName::name);
        if (found != m_result.names.end())
            return fail("redefinition of group name " + str_repr(name) + " as group " + std::to_string(number) +
                            "; was group " + std::to_string(found->number),
                        name_position);
        m_result.names.push_back({name, number});
    }
    if (!parse_plain_group(item, start, "("))
        return false;
    m_group_widths[number] = item.width;
    m_group_closed[number] = true;
    m_result.close_order.push_back(number);
    return true;
}

bool Parser::check_reference(unsigned group, size_t position) {
    if (group >= m_group_closed.size() || !m_group_closed[group])
        return fail("cannot refer to an open group", position);
    if (m_look_behind_groups && group >= m_look_behind_groups)
        return fail("cannot refer to group defined in the same lookbehind subpattern", position);
    return true;
}

bool Parser::refer_to_group(Item& item, unsigned group, size_t position) {
    if (!check_reference(group, position))
        return false;
    item.kind = Item::Other;
    item.width = m_group_widths[group];
    emit("\\g{" + std::to_string(group) + "}");
    return true;
}

// --- Look-around ---------------------------------------------------------------------------------------------------

bool Parser::parse_look_around(Item& item, size_t start) {
    bool behind = take('<');
    if (peek() == END)
        return fail("unexpected end of pattern", m_at);
    uint32_t c = m_characters[m_at++];
    if (c != '=' && c != '!')
        return fail_extension("?<", m_at - 1, start);
    unsigned enclosing = m_look_behind_groups;
    if (behind && !enclosing)
        m_look_behind_groups = unsigned(m_group_widths.size());
    emit(behind ? "(?<" : "(?");
    m_result.text += char(c);
    Width width;
    if (!parse_alternatives(width, false))
        return false;
    m_look_behind_groups = enclosing;
    if (!close_group(start))
        return false;
    if (behind && width.least != width.most)
        m_variable_look_behind = true; // an error, but faults of the syntax come first
    item.width = {};
    return true;
}

// --- (?(group)yes|no) ----------------------------------------------------------------------------------------------

bool Parser::parse_condition_group(unsigned& group) {
    size_t position = m_at;
    std::string name;
    if (!take_until(')', "group name", name))
        return false;
    if (unicode::is_identifier(name)) {
        if (!is_valid_name(name))
            return fail(bad_name(name), position);
        auto found = std::ranges::find(m_result.names, name, &GroupName::name);
        if (found == m_result.names.end())
            return fail("unknown group name " + str_repr(name), position);
        group = found->number;
    } else {
        if (!std::ranges::all_of(name, [](char c) { return uint8_t(c - '0') < 10; }))
            return fail(bad_name(name), position);
        group = name.size() > 6 ? 999999 : unsigned(std::stoul(name));
        if (group == 0)
            return fail("bad group number", position);
        m_conditions.emplace_back(group, position);
    }
    if (m_look_behind_groups)
        return check_reference(group, position);
    return true;
}

bool Parser::parse_condition(Item& item, size_t start) {
    unsigned group = 0;
    if (!parse_condition_group(group))
        return false;
    emit("(?(" + std::to_string(group) + ")");
    Width no;
    if (!parse_sequence(item.width, false))
        return false;
    if (take('|')) {
        emit("|");
        if (!parse_sequence(no, false))
            return false;
        if (peek() == '|')
            return fail("conditional backref with more than two branches", m_at);
    }
    item.width = {std::min(item.width.least, no.least), std::max(item.width.most, no.most)};
    return close_group(start);
}

// --- Flags ---------------------------------------------------------------------------------------------------------

bool Parser::read_added_flags(uint32_t& added) {
    for (;;) {
        uint32_t c = peek();
        uint32_t flag = flag_of(c);
        if (c == ')' || c == '-' || c == ':')
            return true;
        if (c == END)
            return fail("missing -, : or )", m_at);
        if (!flag)
            return fail(is_letter(c) ? "unknown flag" : "missing -, : or )", m_at);
        m_at++;
        if (m_source.is_text && flag == LOCALE)
            return fail("bad inline flags: cannot use 'L' flag with a str pattern", m_at);
        if (!m_source.is_text && flag == UNICODE)
            return fail("bad inline flags: cannot use 'u' flag with a bytes pattern", m_at);
        added |= flag;
        if ((flag & TYPE_FLAGS) && (added & TYPE_FLAGS) != flag)
            return fail("bad inline flags: flags 'a', 'u' and 'L' are incompatible", m_at);
    }
}

bool Parser::read_removed_flags(uint32_t& removed) {
    for (bool first = true;; first = false) {
        uint32_t c = peek();
        uint32_t flag = flag_of(c);
        if (!first && c == ':')
            return true;
        const char* missing = first ? "missing flag" : "missing :";
        if (c == END)
            return fail(missing, m_at);
        if (!flag)
            return fail(is_letter(c) ? "unknown flag" : missing, m_at);
        m_at++;
        if (flag & TYPE_FLAGS)
            return fail("bad inline flags: cannot turn off flags 'a', 'u' and 'L'", m_at);
        removed |= flag;
    }
}

void Parser::append_flags(std::string& out, uint32_t flags) {
    for (auto [flag, letter] : {std::pair(IGNORECASE, 'i'), {MULTILINE, 'm'}, {DOTALL, 's'}}) {
        if (flags & flag)
            out += letter;
    }
}

bool Parser::parse_inline_flags(Item& item, size_t start, bool at_start) {
    uint32_t added = 0, removed = 0;
    if (!read_added_flags(added))
        return false;
    if (take(')')) {
        item.kind = Item::Nothing;
        if (!at_start)
            return fail("global flags not at the start of the expression", start);
        // Blanks before these flags were taken for characters; now they are none.
        if ((added & VERBOSE) && !(m_flags & VERBOSE))
            m_restart = true;
        if (added & ASCII)
            m_flags &= ~uint32_t(UNICODE);
        m_flags |= added;
        return !m_restart;
    }
    if (take('-') && !read_removed_flags(removed))
        return false;
    m_at++; // ':'
    if (added & removed)
        return fail("bad inline flags: flag turned on and off", m_at - 1);
    uint32_t outer = m_flags;
    m_flags = (m_flags | added) & ~removed;
    if (added & TYPE_FLAGS)
        m_flags = (m_flags & ~TYPE_FLAGS) | (added & TYPE_FLAGS);
    emit("(?");
    append_flags(m_result.text, added);
    if (removed & (IGNORECASE | MULTILINE | DOTALL)) {
        emit("-");
        append_flags(m_result.text, removed);
    }
    emit(":");
    if (!parse_alternatives(item.width, false))
        return false;
    m_flags = outer;
    return close_group(start);
}

} // namespace ouro::vm::re
