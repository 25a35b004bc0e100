// SPDX-License-Identifier: MIT
//
// str to bytes. Text that needs no error handler, nearly all of it, is copied in one go or one code point at a time;
// runs of characters that an encoding of single octets lacks go to the handler together, as CPython's do.
#include "vm/objects/codecs/codec_errors.hpp"
#include "vm/objects/str/str_members.hpp"
#include "vm/text/unicode_names.hpp"

namespace ouro::vm {

namespace {

class Encoder {
public:
    Encoder(VM& vm, Str& text, Encoding encoding, std::string_view errors)
        : m_vm(vm), m_text(text), m_encoding(encoding), m_errors(errors), m_out(vm) {}

    Result<Bytes*> run();

private:
    bool has(uint32_t c) const;
    void put(uint32_t c);
    void put_unit(uint32_t unit, unsigned bytes);
    void put_ascii(std::string_view ascii);
    template <unsigned bytes>
    size_t put_plain(const char*& at, const char* end);
    size_t put_plain(const char*& at, const char* end);
    void put_mark();
    Result<void> handle(const char* from, const char* to, size_t index, size_t count);
    Raised fail(size_t start, size_t end);
    bool put_escaped(uint32_t c, ErrorHandler handler);
    unsigned unit_bytes() const;
    bool is_big_endian() const { return m_encoding == Encoding::Utf16BE || m_encoding == Encoding::Utf32BE; }

    VM& m_vm;
    Str& m_text;
    Encoding m_encoding;
    std::string_view m_errors;
    TextBuilder m_out;
};

unsigned Encoder::unit_bytes() const {
    switch (m_encoding) {
    case Encoding::Utf16:
    case Encoding::Utf16LE:
    case Encoding::Utf16BE: return 2;
    case Encoding::Utf32:
    case Encoding::Utf32LE:
    case Encoding::Utf32BE: return 4;
    default: return 1;
    }
}

bool Encoder::has(uint32_t c) const {
    if (m_encoding == Encoding::Ascii)
        return c < 0x80;
    if (m_encoding == Encoding::Latin1)
        return c < 0x100;
    return !is_surrogate(c);
}

void Encoder::put_unit(uint32_t unit, unsigned bytes) {
    char octets[4];
    bool big_endian = is_big_endian();
    for (unsigned i = 0; i < bytes; i++)
        octets[i] = char(unit >> 8 * (big_endian ? bytes - 1 - i : i));
    m_out.append({octets, bytes});
}

// Surrogates are written as they are: the caller has decided that they may.
void Encoder::put(uint32_t c) {
    unsigned bytes = unit_bytes();
    if (m_encoding == Encoding::Utf8 || m_encoding == Encoding::Utf8Sig) {
        m_out.append_code_point(c);
    } else if (bytes == 2 && c >= 0x10000) {
        put_unit(0xD800 + ((c - 0x10000) >> 10), 2);
        put_unit(0xDC00 + ((c - 0x10000) & 0x3FF), 2);
    } else {
        put_unit(c, bytes);
    }
}

void Encoder::put_ascii(std::string_view ascii) {
    for (char c : ascii)
        put_unit(uint8_t(c), unit_bytes());
}

// Encodes the code points at `at` that take one unit of so many bytes, up to the first that does not; their number.
template <unsigned bytes>
size_t Encoder::put_plain(const char*& at, const char* end) {
    char piece[512];
    size_t count = 0;
    unsigned first = is_big_endian() ? bytes - 1 : 0, step = is_big_endian() ? unsigned(-1) : 1;
    for (bool is_plain = true; is_plain && at < end;) {
        size_t used = 0;
        while (at < end && used < sizeof piece) {
            const char* next = at;
            uint32_t c = utf8_next(next);
            is_plain = has(c) && (bytes != 2 || c < 0x10000);
            if (!is_plain)
                break;
            for (unsigned i = 0, place = first; i < bytes; i++, place += step)
                piece[used + place] = char(c >> 8 * i);
            used += bytes;
            count++;
            at = next;
        }
        m_out.append({piece, used});
    }
    return count;
}

size_t Encoder::put_plain(const char*& at, const char* end) {
    if (m_encoding == Encoding::Utf8 || m_encoding == Encoding::Utf8Sig)
        return 0;
    switch (unit_bytes()) {
    case 1: return put_plain<1>(at, end);
    case 2: return put_plain<2>(at, end);
    default: return put_plain<4>(at, end);
    }
}

void Encoder::put_mark() {
    if (m_encoding == Encoding::Utf8Sig)
        m_out.append("\uFEFF");
    else if (m_encoding == Encoding::Utf16 || m_encoding == Encoding::Utf32)
        put_unit(0xFEFF, unit_bytes());
}

Raised Encoder::fail(size_t start, size_t end) {
    const char* reason = m_encoding == Encoding::Ascii    ? "ordinal not in range(128)"
                         : m_encoding == Encoding::Latin1 ? "ordinal not in range(256)"
                                                          : "surrogates not allowed";
    Value fields[] = {make_short_str(m_vm, encoding_name(m_encoding)), str_exact(m_vm, &m_text),
                      Value::small_int(int64_t(start)), Value::small_int(int64_t(end)), make_short_str(m_vm, reason)};
    Exception* exception = make_exception(m_vm, ExceptionId::UnicodeEncodeError, make_tuple(m_vm, fields));
    for (unsigned i = 0; i < 5; i++)
        exception_set_field(m_vm, *exception, i, fields[i]);
    return m_vm.raise(exception);
}

// False when this handler cannot stand for `c`.
bool Encoder::put_escaped(uint32_t c, ErrorHandler handler) {
    std::string text;
    switch (handler) {
    case ErrorHandler::Ignore: return true;
    case ErrorHandler::Replace: put_ascii("?"); return true;
    case ErrorHandler::BackslashReplace:
        append_escape(text, c);
        put_ascii(text);
        return true;
    case ErrorHandler::NameReplace:
        text = "\\N{";
        if (unicode::append_name(text, c))
            text += '}';
        else
            append_escape(text = {}, c);
        put_ascii(text);
        return true;
    case ErrorHandler::XmlCharRefReplace: put_ascii(fmt::format("&#{};", c)); return true;
    case ErrorHandler::SurrogateEscape:
        if (c < 0xDC80 || c > 0xDCFF || unit_bytes() != 1)
            return false;
        m_out.append(char(c - 0xDC00));
        return true;
    case ErrorHandler::SurrogatePass:
        if (!is_surrogate(c) || m_encoding == Encoding::Ascii || m_encoding == Encoding::Latin1)
            return false;
        put(c);
        return true;
    default: return false;
    }
}

// The code points from `index`, which stand in [from, to), are not in the encoding.
Result<void> Encoder::handle(const char* from, const char* to, size_t index, size_t count) {
    ErrorHandler handler = find_error_handler(m_errors);
    if (handler == ErrorHandler::Unknown)
        return unknown_error_handler(m_vm, m_errors);
    for (size_t i = index; from < to; i++) {
        if (!put_escaped(utf8_next(from), handler))
            return fail(i, index + count);
    }
    return {};
}

Result<Bytes*> Encoder::run() {
    put_mark();
    const char* at = m_text.data();
    const char* end = at + m_text.byte_length;
    size_t index = 0;
    while (at < end) {
        index += put_plain(at, end);
        if (at == end)
            break;
        const char* from = at;
        uint32_t c = utf8_next(at);
        if (has(c)) {
            put(c);
            index++;
            continue;
        }
        size_t count = 1;
        if (unit_bytes() == 1) {
            for (const char* next = at; next < end && !has(utf8_next(next)); count++)
                at = next;
        }
        TRY(handle(from, at, index, count));
        index += count;
    }
    return m_out.finish_bytes();
}

} // namespace

static bool has_surrogates(std::string_view text) {
    const char* at = text.data();
    const char* end = at + text.size();
    while ((at = static_cast<const char*>(memchr(at, 0xED, size_t(end - at))))) {
        if (uint8_t(at[1]) >= 0xA0)
            return true;
        if ((at += 3) >= end)
            return false;
    }
    return false;
}

Result<Bytes*> encode_text(VM& vm, Str& text, std::string_view encoding, std::string_view errors) {
    auto found = find_encoding(encoding);
    if (!found)
        return unknown_encoding(vm, encoding);
    bool is_byte_encoding = *found == Encoding::Utf8 || *found == Encoding::Ascii || *found == Encoding::Latin1;
    if (is_byte_encoding && text.is_ascii())
        return make_bytes(vm, text.view());
    if (*found == Encoding::Utf8 && !has_surrogates(text.view()))
        return make_bytes(vm, text.view());
    return Encoder(vm, text, *found, errors).run();
}

} // namespace ouro::vm
