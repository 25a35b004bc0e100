// SPDX-License-Identifier: MIT
//
// Escape sequences in string and bytes literals.
//
// CPython decodes text in a form in which every character beyond ASCII is first written as a ten-byte escape, and its
// error messages count bytes in that form; `m_shift` keeps the difference so that our messages say the same.
#include "lang/string_literals.hpp"

#include "lang/identifiers.hpp"
#include "vm/text/unicode_names.hpp"

#include <fmt/format.h>
#include <utf8proc.h>

namespace ouro::lang {

namespace {

int hex_value(char c) {
    if (c >= '0' && c <= '9')
        return c - '0';
    char lower = static_cast<char>(c | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

bool is_octal(char c) {
    return c >= '0' && c <= '7';
}

class EscapeDecoder {
public:
    EscapeDecoder(std::string_view body, StringPrefix prefix) : m_body(body), m_prefix(prefix) {}

    DecodedString run() {
        m_result.value.reserve(m_body.size());
        while (m_at < m_body.size() && m_result.error.empty())
            decode_one();
        return std::move(m_result);
    }

private:
    void decode_one() {
        char c = m_body[m_at];
        if (c == '\\' && !m_prefix.is_raw)
            return decode_escape();
        size_t length = 1;
        if (c & 0x80) {
            length = first_character(m_body.substr(m_at)).length;
            m_shift += 10 - static_cast<long>(length);
        } else if (m_prefix.is_format && (c == '{' || c == '}') && m_at + 1 < m_body.size() && m_body[m_at + 1] == c) {
            ++m_at;
        }
        m_result.value.append(m_body, m_at, length);
        m_at += length;
    }

    void decode_escape() {
        m_escape = m_at++;
        if (m_at == m_body.size()) {
            m_result.value += '\\';
            return;
        }
        char c = m_body[m_at++];
        if (c == 'x')
            return decode_hex(2, "truncated \\xXX escape");
        if (c == 'u' && !m_prefix.is_bytes)
            return decode_hex(4, "truncated \\uXXXX escape");
        if (c == 'U' && !m_prefix.is_bytes)
            return decode_hex(8, "truncated \\UXXXXXXXX escape");
        if (c == 'N' && !m_prefix.is_bytes)
            return decode_name();
        if (is_octal(c))
            return decode_octal(c);
        decode_simple(c);
    }

    void decode_simple(char c) {
        static constexpr std::string_view LETTERS = "\\'\"abfnrtv";
        static constexpr std::string_view VALUES = "\\'\"\a\b\f\n\r\t\v";
        if (c == '\n')
            return;
        size_t index = LETTERS.find(c);
        if (index != LETTERS.npos) {
            m_result.value += VALUES[index];
            return;
        }
        --m_at;
        Character character = first_character(m_body.substr(m_at));
        if (character.length > 1)
            m_shift += 5;
        else
            warn("an invalid escape sequence", m_body.substr(m_at, 1));
        m_result.value += '\\';
    }

    void decode_octal(char first) {
        uint32_t value = static_cast<uint32_t>(first - '0');
        for (int i = 0; i < 2 && m_at < m_body.size() && is_octal(m_body[m_at]); ++i)
            value = value * 8 + static_cast<uint32_t>(m_body[m_at++] - '0');
        if (value > 0xff)
            warn("an invalid octal escape sequence", fmt::format("{:o}", value));
        append(value);
    }

    void decode_hex(int digits, const char* problem) {
        uint32_t value = 0;
        int count = 0;
        for (; count < digits && m_at < m_body.size() && hex_value(m_body[m_at]) >= 0; ++count)
            value = value * 16 + static_cast<uint32_t>(hex_value(m_body[m_at++]));
        if (count < digits)
            return fail(problem);
        if (value > 0x10ffff)
            return fail("illegal Unicode character");
        append(value);
    }

    void decode_name() {
        if (m_at == m_body.size() || m_body[m_at] != '{')
            return fail("malformed \\N character escape");
        size_t close = m_body.find('}', m_at + 1);
        bool is_closed = close != m_body.npos;
        std::string_view name = m_body.substr(m_at + 1, (is_closed ? close : m_body.size()) - m_at - 1);
        m_at = !is_closed ? m_body.size() : name.empty() ? close : close + 1;
        if (!is_closed || name.empty())
            return fail("malformed \\N character escape", name);
        if (auto character = vm::unicode::find_character(name))
            append(*character);
        else
            fail("unknown Unicode character name", name);
    }

    void append(uint32_t value) {
        if (m_prefix.is_bytes)
            m_result.value += static_cast<char>(value);
        else
            append_utf8(m_result.value, value);
    }

    void warn(const char* kind, std::string_view escape) {
        if (!m_result.warning.message.empty())
            return;
        std::string is = fmt::format("\"\\{}\" is {}.", escape, kind);
        std::string help = fmt::format("Did you mean \"\\\\{}\"? A raw string is also an option.", escape);
        m_result.warning.message = is + " Such sequences will not work in the future. " + help;
        m_result.warning.as_error = is + " " + help;
        m_result.warning_at = m_escape;
    }

    // `name` is what may hold characters beyond ASCII between the two positions that are reported.
    void fail(const char* problem, std::string_view name = {}) {
        long first = static_cast<long>(m_escape) + m_shift;
        while (!name.empty()) {
            size_t length = first_character(name).length;
            m_shift += length > 1 ? 10 - static_cast<long>(length) : 0;
            name.remove_prefix(length);
        }
        long last = static_cast<long>(m_at) + m_shift - 1;
        if (m_prefix.is_bytes)
            m_result.error = fmt::format("(value error) invalid \\x escape at position {}", first);
        else
            m_result.error = fmt::format(
                "(unicode error) 'unicodeescape' codec can't decode bytes in position {}-{}: {}", first, last, problem);
    }

    std::string_view m_body;
    StringPrefix m_prefix;
    size_t m_at = 0;
    size_t m_escape = 0; // where the escape at work begins
    long m_shift = 0;
    DecodedString m_result;
};

} // namespace

StringPrefix read_prefix(std::string_view prefix) {
    StringPrefix result;
    for (char c : prefix) {
        char lower = static_cast<char>(c | 0x20);
        result.is_raw |= lower == 'r';
        result.is_bytes |= lower == 'b';
        result.is_format |= lower == 'f';
        result.is_template |= lower == 't';
    }
    return result;
}

DecodedString decode_string(std::string_view body, StringPrefix prefix) {
    if (prefix.is_bytes) {
        for (char c : body) {
            if (c & 0x80)
                return {.value = "", .error = "bytes can only contain ASCII literal characters"};
        }
    }
    return EscapeDecoder(body, prefix).run();
}

} // namespace ouro::lang
