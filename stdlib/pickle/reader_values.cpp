// SPDX-License-Identifier: MIT
//
// Numbers, text and octets in pickles.
#include "stdlib/pickle/reader.hpp"

#include "stdlib/builtins/memoryview.hpp"
#include "stdlib/pickle/errors.hpp"
#include "vm/model/buffer.hpp"
#include "vm/model/bytearray.hpp"
#include "vm/objects/codecs/codec.hpp"
#include "vm/values/float.hpp"
#include "vm/values/text_builder.hpp"

#include <algorithm>
#include <bit>
#include <cctype>
#include <charconv>
#include <cmath>

namespace ouro::stdlib {

using namespace ouro::vm;

// --- Numbers -------------------------------------------------------------------------------------------------------

// I00 and I01 are the bools of protocols 0 and 1.
// A line that is to be a number; one with octets beyond ASCII is none, and must not pass for UTF-8 in a message.
Result<std::string> PickleReader::number_line(const char* kind) {
    std::string text(TRY(m_source.line(2)));
    if (std::ranges::any_of(text, [](char c) { return static_cast<unsigned char>(c) > 127; }))
        return m_vm.value_error("could not convert string to {}", kind);
    return text;
}

Result<void> PickleReader::load_int_text() {
    std::string text = TRY(number_line("int"));
    if (text == "00" || text == "01") {
        push(Value::boolean(text == "01"));
        return {};
    }
    auto number = int_from_text(m_vm, text, 10);
    if (number.is_error())
        number = int_from_text(m_vm, text, 0);
    if (number.is_error())
        return m_vm.value_error("could not convert string to int");
    push(number.release());
    return {};
}

Result<void> PickleReader::load_long_text() {
    std::string text = TRY(number_line("int"));
    if (text.ends_with('L'))
        text.pop_back();
    else
        text += '\n';
    push(TRY(int_from_text(m_vm, text, 0)));
    return {};
}

static Value float_value(VM& vm, double number) {
    return std::isnan(number) ? fresh_nan(vm, std::signbit(number)) : Value::number(number);
}

Result<void> PickleReader::load_float_text() {
    std::string text = TRY(number_line("float"));
    auto number = float_from_text(m_vm, text);
    if (number.is_error())
        return m_vm.value_error("could not convert string to float: '{}\n'", text);
    push(float_value(m_vm, number.release()));
    return {};
}

Result<void> PickleReader::load_binfloat() {
    uint64_t bits = __builtin_bswap64(TRY(m_source.number(8)));
    push(float_value(m_vm, std::bit_cast<double>(bits)));
    return {};
}

Result<void> PickleReader::load_long(unsigned count_octets) {
    uint64_t count = TRY(m_source.number(count_octets));
    if (count_octets == 4 && int32_t(count) < 0)
        return error("LONG pickle has negative byte count");
    std::string_view octets(TRY(m_source.take(count)), count);
    push(count ? TRY(int_from_octets(m_vm, octets, true, true)) : Value::small_int(0));
    return {};
}

// --- Text ----------------------------------------------------------------------------------------------------------

// The count in front of text or octets, and where these are.
Result<const char*> PickleReader::counted(unsigned count_octets, const char* what, size_t& count) {
    count = TRY(m_source.number(count_octets));
    if (count > size_t(INT64_MAX))
        return m_vm.overflow_error("{} exceeds system's maximum size of {} bytes", what, INT64_MAX);
    return m_source.take(count);
}

// UTF-8 in which surrogates may stand, as the engine has it itself.
static Result<Str*> text_from(VM& vm, std::string_view utf8) {
    if (is_ascii(utf8)) {
        if (utf8.size() <= 1)
            return utf8.empty() ? vm.names.empty : make_char(vm, uint8_t(utf8[0]));
        char* to;
        Str* text = TRY(make_ascii_str(vm, utf8.size(), to));
        utf8.copy(to, utf8.size());
        return text;
    }
    if (!scan_utf8(utf8).reason)
        return make_str(vm, utf8);
    return decode_octets(vm, utf8, "utf-8", "surrogatepass");
}

Result<void> PickleReader::load_unicode(unsigned count_octets) {
    size_t count;
    const char* from = TRY(counted(count_octets, "BINUNICODE", count));
    push(TRY(text_from(m_vm, {from, count})));
    return {};
}

// Value of so many hexadecimal digits; nothing when they are not all there.
static std::optional<uint32_t> hexadecimal(std::string_view text, size_t at, size_t digits) {
    if (text.size() - at < digits)
        return std::nullopt;
    uint32_t value = 0;
    auto [end, code] = std::from_chars(text.data() + at, text.data() + at + digits, value, 16);
    return code == std::errc() && end == text.data() + at + digits ? std::optional(value) : std::nullopt;
}

// Latin-1 with \uXXXX and \UXXXXXXXX (codec raw_unicode_escape). A backslash behind another one begins nothing.
Result<void> PickleReader::load_unicode_text() {
    std::string text(TRY(m_source.line(0)));
    TextBuilder out(m_vm);
    for (size_t at = 0; at < text.size();) {
        size_t digits = 0;
        if (text[at] == '\\' && at + 1 < text.size())
            digits = text[at + 1] == 'u' ? 4 : text[at + 1] == 'U' ? 8 : 0;
        if (!digits) {
            bool is_pair = text[at] == '\\' && at + 1 < text.size();
            out.append_code_point(uint8_t(text[at++]));
            if (is_pair)
                out.append_code_point(uint8_t(text[at++]));
            continue;
        }
        std::optional<uint32_t> code_point = hexadecimal(text, at + 2, digits);
        if (!code_point || *code_point > MAX_CODE_POINT) {
            size_t end = at + 2;
            while (end < text.size() && end < at + 2 + digits && std::isxdigit(uint8_t(text[end])))
                end++;
            const char* reason = code_point ? "\\Uxxxxxxxx out of range"
                                 : digits == 4 ? "truncated \\uXXXX escape" : "truncated \\UXXXXXXXX escape";
            Value octets = TRY(make_bytes(m_vm, text));
            return m_vm.raise_with(ExceptionId::UnicodeDecodeError,
                                   make_tuple(m_vm, {intern(m_vm, "rawunicodeescape"), octets,
                                                     make_int(m_vm, int64_t(at)), make_int(m_vm, int64_t(end)),
                                                     intern(m_vm, reason)}));
        }
        out.append_code_point(*code_point);
        at += 2 + digits;
    }
    push(TRY(out.finish()));
    return {};
}

// --- The strings of Python 2 ---------------------------------------------------------------------------------------

Result<void> PickleReader::push_old_string(std::string_view octets) {
    if (m_options.encoding->view() == "bytes")
        push(TRY(make_bytes(m_vm, octets)));
    else
        push(TRY(decode_octets(m_vm, octets, m_options.encoding->view(), m_options.errors->view())));
    return {};
}

Result<void> PickleReader::load_string(unsigned count_octets) {
    uint64_t count = TRY(m_source.number(count_octets));
    if (count_octets == 4 && int32_t(count) < 0)
        return error("BINSTRING pickle has negative byte count");
    std::string octets(TRY(m_source.take(count)), count); // decoding may run the script's code
    return push_old_string(octets);
}

// What follows a backslash in a literal of Python 2; `at` is behind the backslash.
static Result<void> unescape(VM& vm, std::string_view text, size_t& at, std::string& out) {
    static constexpr std::string_view LETTERS = "\\'\"abfnrtv", VALUES = "\\'\"\a\b\f\n\r\t\v";
    size_t backslash = at - 1;
    if (at == text.size())
        return vm.value_error("Trailing \\ in string");
    char letter = text[at++];
    if (size_t found = LETTERS.find(letter); found != LETTERS.npos) {
        out += VALUES[found];
    } else if (letter == 'x') {
        std::optional<uint32_t> octet = hexadecimal(text, at, 2);
        if (!octet)
            return vm.value_error("invalid \\x escape at position {}", backslash);
        out += char(*octet);
        at += 2;
    } else if (letter >= '0' && letter <= '7') {
        unsigned octet = unsigned(letter - '0');
        for (int i = 0; i < 2 && at < text.size() && text[at] >= '0' && text[at] <= '7'; i++)
            octet = octet * 8 + unsigned(text[at++] - '0');
        out += char(octet);
    } else if (letter != '\n') {
        out += '\\';
        out += letter;
    }
    return {};
}

Result<void> PickleReader::load_string_text() {
    std::string line(TRY(m_source.line(0)));
    bool is_quoted = line.size() >= 2 && line.front() == line.back() && (line[0] == '\'' || line[0] == '"');
    if (!is_quoted)
        return error("the STRING opcode argument must be quoted");
    std::string_view text = std::string_view(line).substr(1, line.size() - 2);
    std::string octets;
    for (size_t at = 0; at < text.size();) {
        if (text[at++] == '\\')
            TRY(unescape(m_vm, text, at, octets));
        else
            octets += text[at - 1];
    }
    return push_old_string(octets);
}

// --- Octets --------------------------------------------------------------------------------------------------------

Result<void> PickleReader::load_bytes(unsigned count_octets) {
    size_t count;
    const char* from = TRY(counted(count_octets, "BINBYTES", count));
    push(TRY(make_bytes(m_vm, {from, count})));
    return {};
}

Result<void> PickleReader::load_bytearray() {
    size_t count;
    const char* from = TRY(counted(8, "BYTEARRAY8", count));
    push(TRY(make_bytearray(m_vm, {from, count})));
    return {};
}

Result<void> PickleReader::load_next_buffer() {
    if (!m_options.buffers)
        return error("pickle stream refers to out-of-band data but no *buffers* argument was given");
    Value buffer = TRY(next(m_vm, m_options.buffers));
    if (!buffer)
        return error("not enough out-of-band buffers");
    push(buffer);
    return {};
}

Result<void> PickleReader::load_readonly_buffer() {
    if (!has(1))
        return underflow();
    Buffer buffer = TRY(Buffer::of(m_vm, top()));
    if (buffer.view.readonly)
        return {};
    Value view = TRY(make_memoryview(m_vm, top()));
    top() = TRY(call_method(m_vm, view, "toreadonly", {}));
    return {};
}

} // namespace ouro::stdlib
