// SPDX-License-Identifier: MIT
//
// bytes to str. Valid input is checked and copied; each fault goes to the error handler, which says where to go on.
#include "vm/objects/codecs/codec_errors.hpp"

#include "vm/model/core.hpp"

#include <algorithm>

namespace ouro::vm {

namespace {

struct Fault {
    size_t start, end;
    const char* reason;
};

class Decoder {
public:
    Decoder(VM& vm, Bytes* object, std::string_view octets, Encoding encoding, std::string_view errors)
        : m_vm(vm), m_object(object), m_octets(octets), m_encoding(encoding), m_errors(errors), m_out(vm) {}

    Result<Str*> run();

private:
    Result<void> run_utf8();
    Result<void> run_ascii();
    Result<Str*> run_latin1();
    Result<void> run_utf16();
    Result<void> run_utf32();
    template <unsigned bytes>
    size_t take_plain(size_t at);
    void take_mark();
    uint32_t unit_at(size_t at, unsigned bytes) const;
    // Handles a fault; returns where to go on.
    Result<size_t> handle(const Fault& fault);
    Raised fail(const Fault& fault);
    Result<size_t> escape_octets(const Fault& fault);
    Result<size_t> pass_surrogate(const Fault& fault);

    VM& m_vm;
    Bytes* m_object; // null: made from m_octets when an exception needs it
    std::string_view m_octets;
    Encoding m_encoding;
    std::string_view m_errors;
    TextBuilder m_out;
    bool m_big_endian = false;
};

Raised Decoder::fail(const Fault& fault) {
    if (!m_object) {
        Result<Bytes*> copy = make_bytes(m_vm, m_octets);
        if (copy.is_error())
            return copy.error();
        m_object = copy.release();
    }
    Value fields[] = {make_short_str(m_vm, encoding_name(m_encoding)), m_object,
                      Value::small_int(int64_t(fault.start)), Value::small_int(int64_t(fault.end)),
                      make_short_str(m_vm, fault.reason)};
    Exception* exception = make_exception(m_vm, ExceptionId::UnicodeDecodeError, make_tuple(m_vm, fields));
    for (unsigned i = 0; i < 5; i++)
        exception_set_field(m_vm, *exception, i, fields[i]);
    return m_vm.raise(exception);
}

// Octets above 127 become lone surrogates; the first that cannot be is where decoding goes on.
Result<size_t> Decoder::escape_octets(const Fault& fault) {
    size_t at = fault.start;
    for (; at < fault.end && uint8_t(m_octets[at]) >= 0x80; at++)
        m_out.append_code_point(0xDC00 + uint8_t(m_octets[at]));
    if (at == fault.start)
        return fail(fault);
    return at;
}

// A surrogate that stands in the input as if it were a character.
Result<size_t> Decoder::pass_surrogate(const Fault& fault) {
    uint32_t c = 0;
    size_t size = 0;
    if (m_encoding == Encoding::Utf8 && fault.start + 3 <= m_octets.size()) {
        size = 3;
        if ((uint8_t(m_octets[fault.start]) & 0xF0) == 0xE0 && is_continuation(m_octets[fault.start + 1]) &&
            is_continuation(m_octets[fault.start + 2])) {
            const char* at = m_octets.data() + fault.start;
            c = utf8_next(at);
        }
    } else if (m_encoding == Encoding::Utf16LE || m_encoding == Encoding::Utf16BE) {
        size = 2;
        c = fault.start + size <= m_octets.size() ? unit_at(fault.start, 2) : 0;
    } else if (m_encoding == Encoding::Utf32LE || m_encoding == Encoding::Utf32BE) {
        size = 4;
        c = fault.start + size <= m_octets.size() ? unit_at(fault.start, 4) : 0;
    }
    if (!is_surrogate(c))
        return fail(fault);
    m_out.append_code_point(c);
    return fault.start + size;
}

Result<size_t> Decoder::handle(const Fault& fault) {
    switch (find_error_handler(m_errors)) {
    case ErrorHandler::Strict: return fail(fault);
    case ErrorHandler::Ignore: return fault.end;
    case ErrorHandler::Replace: m_out.append("\uFFFD"); return fault.end;
    case ErrorHandler::BackslashReplace:
        for (size_t i = fault.start; i < fault.end; i++)
            m_out.append(fmt::format("\\x{:02x}", uint8_t(m_octets[i])));
        return fault.end;
    case ErrorHandler::SurrogateEscape: return escape_octets(fault);
    case ErrorHandler::SurrogatePass: return pass_surrogate(fault);
    case ErrorHandler::XmlCharRefReplace:
    case ErrorHandler::NameReplace:
        return m_vm.type_error("don't know how to handle UnicodeDecodeError in error callback");
    case ErrorHandler::Unknown: break;
    }
    return unknown_error_handler(m_vm, m_errors);
}

Result<void> Decoder::run_utf8() {
    for (size_t from = 0;;) {
        Utf8Fault fault = scan_utf8(m_octets, from);
        m_out.append(m_octets.substr(from, fault.start - from));
        if (!fault.reason)
            return {};
        from = TRY(handle({fault.start, fault.end, fault.reason}));
    }
}

Result<void> Decoder::run_ascii() {
    for (size_t at = 0; at < m_octets.size();) {
        if (uint8_t(m_octets[at]) < 0x80)
            m_out.append(m_octets[at++]);
        else
            at = TRY(handle({at, at + 1, "ordinal not in range(128)"}));
    }
    return {};
}

// Decodes units of so many bytes from `at` on, as far as they are code points by themselves; where it came to.
template <unsigned bytes>
size_t Decoder::take_plain(size_t at) {
    char piece[512];
    for (bool is_plain = true; is_plain && at + bytes <= m_octets.size();) {
        size_t used = 0;
        while (at + bytes <= m_octets.size() && used <= sizeof piece - 4) {
            uint32_t c = bytes == 1 ? uint8_t(m_octets[at]) : unit_at(at, bytes);
            is_plain = c <= MAX_CODE_POINT && !is_surrogate(c);
            if (!is_plain)
                break;
            used += utf8_encode(c, piece + used);
            at += bytes;
        }
        m_out.append({piece, used});
    }
    return at;
}

uint32_t Decoder::unit_at(size_t at, unsigned bytes) const {
    uint32_t unit = 0;
    for (unsigned i = 0; i < bytes; i++)
        unit |= uint32_t(uint8_t(m_octets[at + i])) << 8 * (m_big_endian ? bytes - 1 - i : i);
    return unit;
}

// A byte order mark at the start decides for UTF-16 and UTF-32 without a named order; without one it is little-endian.
void Decoder::take_mark() {
    unsigned bytes = m_encoding == Encoding::Utf16 ? 2 : m_encoding == Encoding::Utf32 ? 4 : 0;
    m_big_endian = m_encoding == Encoding::Utf16BE || m_encoding == Encoding::Utf32BE;
    if (bytes == 0)
        return;
    if (m_octets.size() >= bytes && unit_at(0, bytes) != 0xFEFF) {
        m_big_endian = true;
        m_big_endian = unit_at(0, bytes) == 0xFEFF;
    }
    m_encoding = bytes == 2 ? (m_big_endian ? Encoding::Utf16BE : Encoding::Utf16LE)
                            : (m_big_endian ? Encoding::Utf32BE : Encoding::Utf32LE);
}

Result<void> Decoder::run_utf16() {
    bool marked = m_encoding == Encoding::Utf16;
    take_mark();
    size_t size = m_octets.size();
    size_t at = marked && size >= 2 && unit_at(0, 2) == 0xFEFF ? 2 : 0;
    while (at < size) {
        at = take_plain<2>(at);
        if (at == size)
            break;
        if (size - at < 2) {
            at = TRY(handle({at, size, "truncated data"}));
            continue;
        }
        uint32_t unit = unit_at(at, 2);
        if (!is_surrogate(unit)) {
            m_out.append_code_point(unit);
            at += 2;
        } else if (unit >= 0xDC00) {
            at = TRY(handle({at, at + 2, "illegal encoding"}));
        } else if (size - at < 4) {
            at = TRY(handle({at, size, "unexpected end of data"}));
        } else if (uint32_t low = unit_at(at + 2, 2); low >= 0xDC00 && low <= 0xDFFF) {
            m_out.append_code_point(0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00));
            at += 4;
        } else {
            at = TRY(handle({at, at + 2, "illegal UTF-16 surrogate"}));
        }
    }
    return {};
}

Result<void> Decoder::run_utf32() {
    bool marked = m_encoding == Encoding::Utf32;
    take_mark();
    size_t size = m_octets.size();
    size_t at = marked && size >= 4 && unit_at(0, 4) == 0xFEFF ? 4 : 0;
    while (at < size) {
        at = take_plain<4>(at);
        if (at == size)
            break;
        if (size - at < 4) {
            at = TRY(handle({at, size, "truncated data"}));
            continue;
        }
        uint32_t c = unit_at(at, 4);
        if (c > MAX_CODE_POINT) {
            at = TRY(handle({at, at + 4, "code point not in range(0x110000)"}));
        } else if (is_surrogate(c)) {
            at = TRY(handle({at, at + 4, "code point in surrogate code point range(0xd800, 0xe000)"}));
        } else {
            m_out.append_code_point(c);
            at += 4;
        }
    }
    return {};
}

// Every octet is a code point, those above 127 two octets of the text.
Result<Str*> Decoder::run_latin1() {
    size_t high = size_t(std::ranges::count_if(m_octets, [](char octet) { return octet & 0x80; }));
    TRY(str_reserve(m_vm, m_octets.size() + high));
    char* out;
    Str* text = TRY(make_str_uninitialized(m_vm, m_octets.size() + high, m_octets.size(), out));
    for (char octet : m_octets) {
        if (octet & 0x80) {
            *out++ = char(0xC0 | uint8_t(octet) >> 6);
            *out++ = char(0x80 | (octet & 0x3F));
        } else {
            *out++ = octet;
        }
    }
    return text;
}

Result<Str*> Decoder::run() {
    switch (m_encoding) {
    case Encoding::Utf8Sig:
        if (m_octets.starts_with("\uFEFF")) {
            m_octets.remove_prefix(3);
            m_object = nullptr; // positions count from behind the mark, and so does the object that is reported
        }
        m_encoding = Encoding::Utf8;
        TRY(run_utf8());
        break;
    case Encoding::Utf8: TRY(run_utf8()); break;
    case Encoding::Ascii: TRY(run_ascii()); break;
    case Encoding::Latin1: return run_latin1();
    case Encoding::Utf16:
    case Encoding::Utf16LE:
    case Encoding::Utf16BE: TRY(run_utf16()); break;
    case Encoding::Utf32:
    case Encoding::Utf32LE:
    case Encoding::Utf32BE: TRY(run_utf32()); break;
    }
    return m_out.finish();
}

} // namespace

static Result<Str*> decode(VM& vm, Bytes* object, std::string_view octets, std::string_view encoding,
                           std::string_view errors) {
    auto found = find_encoding(encoding);
    if (!found)
        return octets.empty() ? Result<Str*>(vm.names.empty) : Result<Str*>(unknown_encoding(vm, encoding));
    bool is_byte_encoding = *found == Encoding::Utf8 || *found == Encoding::Ascii || *found == Encoding::Latin1;
    if (is_byte_encoding && is_ascii(octets))
        return make_str(vm, octets);
    if (*found == Encoding::Utf8 && !scan_utf8(octets).reason)
        return make_str(vm, octets);
    return Decoder(vm, object, octets, *found, errors).run();
}

Result<Str*> decode_bytes(VM& vm, Bytes& bytes, std::string_view encoding, std::string_view errors) {
    return decode(vm, &bytes, bytes.view(), encoding, errors);
}

Result<Str*> decode_octets(VM& vm, std::string_view octets, std::string_view encoding, std::string_view errors) {
    return decode(vm, nullptr, octets, encoding, errors);
}

} // namespace ouro::vm
