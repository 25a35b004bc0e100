// SPDX-License-Identifier: MIT
//
// The JSON parser: a recursive descent, guarded against deep nesting.
#include "stdlib/json/json_reader.hpp"

#include "vm/values/float.hpp"
#include "vm/text/utf8.hpp"

#include <bit>
#include <charconv>
#include <limits>

namespace ouro::vm::json {

Reader::Reader(VM& vm, Str& source, const ReadOptions& options)
    : m_vm(vm), m_source(source), m_options(options), m_begin(source.data()), m_at(m_begin),
      m_end(m_begin + source.byte_length) {}

Raised Reader::fail(std::string_view message, const char* at) {
    int64_t position = int64_t(str_index_of_byte(m_vm, &m_source, size_t(at - m_begin)));
    Result<Value> made = call(m_vm, m_options.error_type,
                              {make_short_str(m_vm, message), &m_source, Value::small_int(position)});
    if (made.is_error())
        return made.error();
    Result<Exception*> exception = exception_from_raise_operand(m_vm, made.release());
    return exception.is_error() ? exception.error() : m_vm.raise(exception.release());
}

Result<void> Reader::check_depth(const char* what) {
    if (m_vm.check_native_stack().is_error())
        return m_vm.recursion_error("maximum recursion depth exceeded while decoding a JSON {} from a unicode string",
                                    what);
    return {};
}

Result<Value> Reader::read_all() {
    skip_white_space();
    Value value = TRY(read_value());
    skip_white_space();
    if (m_at < m_end)
        return fail("Extra data", m_at);
    return value;
}

Result<Value> Reader::read_at(size_t index) {
    m_at = m_begin + str_byte_offset(m_vm, &m_source, index);
    return read_value();
}

size_t Reader::read_end() const { return str_index_of_byte(m_vm, &m_source, size_t(m_at - m_begin)); }

bool Reader::take_word(std::string_view word) {
    if (!std::string_view(m_at, size_t(m_end - m_at)).starts_with(word))
        return false;
    m_at += word.size();
    return true;
}

Result<Value> Reader::read_constant(const char* name, Value value) {
    if (!m_options.parse_constant)
        return value;
    return call(m_vm, m_options.parse_constant, {make_short_str(m_vm, name)});
}

Result<Value> Reader::read_value() {
    const char* start = m_at;
    switch (m_at < m_end ? *m_at : '\0') {
    case '"': return TRY(read_string());
    case '{': return read_object();
    case '[': return read_array();
    case 'n':
        if (take_word("null"))
            return Value::none();
        break;
    case 't':
        if (take_word("true"))
            return Value::boolean(true);
        break;
    case 'f':
        if (take_word("false"))
            return Value::boolean(false);
        break;
    case 'N':
        if (take_word("NaN"))
            return read_constant("NaN", Value::number(std::numeric_limits<double>::quiet_NaN()));
        break;
    case 'I':
        if (take_word("Infinity"))
            return read_constant("Infinity", Value::number(std::numeric_limits<double>::infinity()));
        break;
    case '-':
        if (take_word("-Infinity"))
            return read_constant("-Infinity", Value::number(-std::numeric_limits<double>::infinity()));
        return read_number();
    default: return read_number();
    }
    return fail("Expecting value", start);
}

// --- Arrays and objects --------------------------------------------------------------------------------------------

Result<Value> Reader::read_array() {
    TRY(check_depth("array"));
    m_at++;
    List* list = make_list(m_vm);
    skip_white_space();
    if (is_next(']')) {
        m_at++;
        return list;
    }
    for (;;) {
        TRY(list_append(m_vm, *list, TRY(read_value())));
        skip_white_space();
        if (is_next(']')) {
            m_at++;
            return list;
        }
        if (!is_next(','))
            return fail("Expecting ',' delimiter", m_at);
        const char* comma = m_at++;
        skip_white_space();
        if (is_next(']'))
            return fail("Illegal trailing comma before end of array", comma);
    }
}

// The members behind `{`, up to and with `}`; into the list of pairs when there is one.
Result<void> Reader::read_members(Dict* dict, List* pairs) {
    for (;;) {
        if (!is_next('"'))
            return fail("Expecting property name enclosed in double quotes", m_at);
        Str* key = TRY(read_key());
        skip_white_space();
        if (!is_next(':'))
            return fail("Expecting ':' delimiter", m_at);
        m_at++;
        skip_white_space();
        Value value = TRY(read_value());
        if (pairs)
            TRY(list_append(m_vm, *pairs, make_tuple(m_vm, {key, value})));
        else
            TRY(dict_set(m_vm, *dict, key, str_hash(key), value));
        skip_white_space();
        if (is_next('}')) {
            m_at++;
            return {};
        }
        if (!is_next(','))
            return fail("Expecting ',' delimiter", m_at);
        const char* comma = m_at++;
        skip_white_space();
        if (is_next('}'))
            return fail("Illegal trailing comma before end of object", comma);
    }
}

Result<Value> Reader::finish_object(Dict* dict, List* pairs) {
    if (pairs)
        return call(m_vm, m_options.object_pairs_hook, {pairs});
    if (m_options.object_hook)
        return call(m_vm, m_options.object_hook, {dict});
    return dict;
}

Result<Value> Reader::read_object() {
    TRY(check_depth("object"));
    m_at++;
    List* pairs = m_options.object_pairs_hook ? make_list(m_vm) : nullptr;
    Dict* dict = pairs ? nullptr : make_dict(m_vm);
    skip_white_space();
    if (is_next('}'))
        m_at++;
    else
        TRY(read_members(dict, pairs));
    return finish_object(dict, pairs);
}

// --- Strings -------------------------------------------------------------------------------------------------------

// The first byte at or after `at` that is a quote, a backslash or a control character; m_end when there is none.
const char* Reader::skip_plain(const char* at) const {
    constexpr uint64_t ONES = 0x0101010101010101ull, HIGHS = ONES * 0x80;
    auto zero_bytes = [](uint64_t word) { return (word - ONES) & ~word & HIGHS; };
    for (; m_end - at >= 8; at += 8) {
        uint64_t word;
        memcpy(&word, at, sizeof word);
        uint64_t special = zero_bytes(word ^ ONES * '"') | zero_bytes(word ^ ONES * '\\') |
                           ((word - ONES * 0x20) & ~word & HIGHS);
        if (special) // the lowest mark is exact, those above it may be borrowed
            return at + std::countr_zero(special) / 8;
    }
    while (at < m_end && *at != '"' && *at != '\\' && uint8_t(*at) >= 0x20)
        at++;
    return at;
}

static Result<Str*> copy_plain(VM& vm, Str& source, const char* begin, const char* end) {
    size_t first = size_t(begin - source.data()), last = size_t(end - source.data());
    size_t length = source.is_ascii() ? last - first : count_code_points({begin, size_t(end - begin)});
    return make_substring(vm, &source, first, last, length);
}

Result<Str*> Reader::read_string() {
    const char* begin = ++m_at;
    m_at = skip_plain(m_at);
    if (!is_next('"'))
        return read_string_with_escapes(begin);
    return copy_plain(m_vm, m_source, begin, m_at++);
}

// Keys repeat: the same text gives the same str, whose hash is known.
Result<Str*> Reader::read_key() {
    const char* begin = m_at + 1;
    const char* end = skip_plain(begin);
    std::string_view text(begin, size_t(end - begin));
    if (end == m_end || *end != '"' || text.size() > LONGEST_CACHED_KEY || text.empty())
        return read_string();
    m_at = end + 1;
    uint32_t hash = hash_bytes(text);
    Str*& cached = m_keys[hash % KEY_CACHE_SIZE];
    if (!cached || cached->view() != text) {
        cached = TRY(copy_plain(m_vm, m_source, begin, end));
        cached->aux = hash;
    }
    return cached;
}

Result<Str*> Reader::read_string_with_escapes(const char* begin) {
    const char* quote = begin - 1;
    TextBuilder out(m_vm);
    out.append({begin, size_t(m_at - begin)});
    for (;;) {
        if (m_at == m_end)
            return fail("Unterminated string starting at", quote);
        char c = *m_at;
        if (c == '"') {
            m_at++;
            return out.finish();
        }
        if (c == '\\') {
            TRY(read_escape(out, quote));
        } else {
            if (m_options.strict)
                return fail("Invalid control character at", m_at);
            out.append(c);
            m_at++;
        }
        const char* plain_end = skip_plain(m_at);
        out.append({m_at, size_t(plain_end - m_at)});
        m_at = plain_end;
    }
}

// Four hexadecimal digits; m_at is at the `u`.
Result<uint32_t> Reader::read_unit(const char* escape) {
    uint32_t unit = 0;
    if (m_end - m_at < 6) // the digits and the closing quote
        return fail("Invalid \\uXXXX escape", escape);
    auto [end, error] = std::from_chars(m_at + 1, m_at + 5, unit, 16);
    if (error != std::errc() || end != m_at + 5)
        return fail("Invalid \\uXXXX escape", escape);
    m_at += 5;
    return unit;
}

Result<void> Reader::read_escape(TextBuilder& out, const char* quote) {
    static constexpr std::string_view LETTERS = "\"\\/bfnrt", VALUES = "\"\\/\b\f\n\r\t";
    const char* backslash = m_at++;
    if (m_at == m_end)
        return fail("Unterminated string starting at", quote);
    if (*m_at != 'u') {
        size_t found = LETTERS.find(*m_at);
        if (found == LETTERS.npos)
            return fail("Invalid \\escape", backslash);
        out.append(VALUES[found]);
        m_at++;
        return {};
    }
    uint32_t c = TRY(read_unit(m_at));
    // A pair of surrogates is one character; a lone one stays.
    if ((c & 0xFC00) == 0xD800 && m_end - m_at > 6 && m_at[0] == '\\' && m_at[1] == 'u') {
        const char* second = m_at++;
        uint32_t low = TRY(read_unit(m_at));
        if ((low & 0xFC00) == 0xDC00)
            c = 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00);
        else
            m_at = second;
    }
    out.append_code_point(c);
    return {};
}

// --- Numbers -------------------------------------------------------------------------------------------------------

static const char* skip_digits(const char* at, const char* end) {
    while (at < end && uint8_t(*at - '0') < 10)
        at++;
    return at;
}

Result<Value> Reader::read_number() {
    const char* begin = m_at;
    const char* at = m_at;
    if (at < m_end && *at == '-')
        at++;
    const char* digits = at;
    at = at < m_end && *at == '0' ? at + 1 : skip_digits(at, m_end);
    if (at == digits)
        return fail("Expecting value", begin);
    bool is_float = false;
    if (at + 1 < m_end && *at == '.' && uint8_t(at[1] - '0') < 10) {
        at = skip_digits(at + 1, m_end);
        is_float = true;
    }
    if (at < m_end && (*at | 0x20) == 'e') {
        const char* exponent = at + 1;
        if (exponent < m_end && (*exponent == '+' || *exponent == '-'))
            exponent++;
        if (exponent < m_end && uint8_t(*exponent - '0') < 10) {
            at = skip_digits(exponent, m_end);
            is_float = true;
        }
    }
    m_at = at;
    return number_value(begin, is_float);
}

static double parse_double(const char* begin, const char* end) {
    double number = 0;
    if (std::from_chars(begin, end, number).ec != std::errc::result_out_of_range)
        return number;
    // Too large or too small: strtod tells which, and needs an end.
    return strtod(std::string(begin, end).c_str(), nullptr);
}

Result<Value> Reader::number_value(const char* begin, bool is_float) {
    std::string_view text(begin, size_t(m_at - begin));
    Value function = is_float ? m_options.parse_float : m_options.parse_int;
    if (function)
        return call(m_vm, function, {TRY(make_str(m_vm, text))});
    if (is_float)
        return Value::number(parse_double(begin, m_at));
    if (text.size() > 18)
        return int_from_text(m_vm, text, 10);
    int64_t integer = 0;
    std::from_chars(begin, m_at, integer);
    return make_int(m_vm, integer);
}

} // namespace ouro::vm::json
