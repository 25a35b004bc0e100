// SPDX-License-Identifier: MIT
//
// Decoding of text files. UTF-8 that is valid, which is nearly all, is checked and copied once.
#include "stdlib/io/text_decoder.hpp"

#include "vm/text/utf8.hpp"

namespace ouro::stdlib {

using namespace ouro::vm;

std::string NewlineTranslation::apply(std::string_view text, bool final) {
    std::string whole;
    if (pending_return && (final || !text.empty())) {
        whole = "\r";
        whole.append(text);
        text = whole;
        pending_return = false;
    }
    if (!final && text.ends_with('\r')) {
        text.remove_suffix(1);
        pending_return = true;
    }
    std::string translated;
    seen |= scan_line_ends(text, translates ? &translated : nullptr);
    return translates ? translated : std::string(text);
}

// --- State ---------------------------------------------------------------------------------------------------------

static bool begins_with_mark(Encoding encoding) {
    return encoding == Encoding::Utf8Sig || encoding == Encoding::Utf16 || encoding == Encoding::Utf32;
}

void TextDecoder::begin(Encoding wanted, Newline newline) {
    encoding = wanted;
    newlines.is_universal = newline == Newline::Translate || newline == Newline::Keep;
    newlines.translates = newline == Newline::Translate;
    reset();
}

void TextDecoder::reset() {
    at_start = begins_with_mark(encoding);
    big_endian = false;
    tail_size = 0;
    newlines.pending_return = false;
    newlines.seen = 0;
}

// The numbers are CPython's, so that positions are the same.
uint32_t TextDecoder::flags() const {
    uint32_t start_flag = encoding == Encoding::Utf8Sig ? 1 : 2;
    uint32_t codec = at_start ? start_flag : big_endian ? 1 : 0;
    return newlines.is_universal ? codec << 1 | newlines.pending_return : codec;
}

void TextDecoder::set_flags(uint32_t flags) {
    uint8_t seen = newlines.seen;
    reset();
    newlines.seen = seen;
    if (newlines.is_universal) {
        newlines.pending_return = flags & 1;
        flags >>= 1;
    }
    uint32_t start_flag = encoding == Encoding::Utf8Sig ? 1 : 2;
    at_start = begins_with_mark(encoding) && flags & start_flag;
    big_endian = encoding != Encoding::Utf8Sig && !at_start && flags & 1;
}

// --- Decoding ------------------------------------------------------------------------------------------------------

// How many octets of `text` are whole characters, but for those that can never become one.
static size_t whole_utf8(std::string_view text) {
    size_t most = std::min<size_t>(3, text.size());
    for (size_t back = 1; back <= most; back++) {
        uint8_t octet = uint8_t(text[text.size() - back]);
        if ((octet & 0xC0) == 0x80)
            continue;
        bool is_lead = octet >= 0xC2 && octet <= 0xF4;
        return is_lead && utf8_sequence_length(char(octet)) > back ? text.size() - back : text.size();
    }
    return text.size();
}

static size_t whole_utf16(std::string_view text, bool big_endian) {
    size_t size = text.size() & ~size_t(1);
    if (size < 2)
        return size;
    uint8_t high = uint8_t(text[size - (big_endian ? 2 : 1)]);
    return (high & 0xFC) == 0xD8 ? size - 2 : size; // the first half of a pair
}

static size_t whole_characters(Encoding encoding, std::string_view text, bool big_endian) {
    switch (encoding) {
    case Encoding::Utf8:
    case Encoding::Utf8Sig: return whole_utf8(text);
    case Encoding::Utf16:
    case Encoding::Utf16LE: return whole_utf16(text, big_endian);
    case Encoding::Utf16BE: return whole_utf16(text, true);
    case Encoding::Utf32:
    case Encoding::Utf32LE:
    case Encoding::Utf32BE: return text.size() & ~size_t(3);
    default: return text.size();
    }
}

static Raised no_mark(VM& vm, std::string_view octets, size_t size) {
    auto object = make_bytes(vm, octets);
    if (object.is_error())
        return object.error();
    auto made = call(vm, vm.exception_type(ExceptionId::UnicodeDecodeError),
                     {Value(make_short_str(vm, size == 2 ? "utf-16" : "utf-32")), Value(object.release()),
                      Value::small_int(0), Value::small_int(int64_t(size)),
                      Value(make_short_str(vm, "Stream does not start with BOM"))});
    return made.is_error() ? made.error() : vm.raise(as<Exception>(made.release()));
}

// Takes the byte order mark off `octets`. False while there are too few of them to tell.
Result<bool> TextDecoder::take_mark(VM& vm, std::string_view& octets, bool final) {
    if (!at_start)
        return true;
    size_t size = encoding == Encoding::Utf8Sig ? 3 : encoding == Encoding::Utf16 ? 2 : 4;
    static constexpr std::string_view UTF8_MARK = "\xEF\xBB\xBF";
    if (octets.size() < size) {
        if (encoding == Encoding::Utf8Sig) // the beginning of a mark alone is no text, also at the end
            return !UTF8_MARK.starts_with(octets);
        return final;
    }
    at_start = false;
    std::string_view mark = octets.substr(0, size);
    if (encoding == Encoding::Utf8Sig) {
        if (mark == UTF8_MARK)
            octets.remove_prefix(size);
        return true;
    }
    std::string_view little("\xFF\xFE\0\0", size), big = size == 2 ? std::string_view("\xFE\xFF", 2)
                                                                     : std::string_view("\0\0\xFE\xFF", 4);
    if (mark != little && mark != big)
        return no_mark(vm, octets, size);
    big_endian = mark == big;
    octets.remove_prefix(size);
    return true;
}

static const char* name_of(Encoding encoding, bool big_endian) {
    switch (encoding) {
    case Encoding::Utf8Sig: return "utf-8";
    case Encoding::Utf16: return big_endian ? "utf-16-be" : "utf-16-le";
    case Encoding::Utf32: return big_endian ? "utf-32-be" : "utf-32-le";
    default: return encoding_name(encoding);
    }
}

// Line ends are what is left to do.
Result<Str*> TextDecoder::finish(VM& vm, Str* text, bool final) {
    if (newlines.changes(text->view()))
        return make_str(vm, newlines.apply(text->view(), final));
    newlines.note(text->view());
    return text;
}

Result<Str*> TextDecoder::decode_slowly(VM& vm, std::string_view octets, std::string_view errors, bool final) {
    std::string joined;
    if (tail_size) {
        TRY(vm.heap.reserve(tail_size + octets.size()));
        joined.append(held()).append(octets);
        octets = joined;
        tail_size = 0;
    }
    auto keep = [&](std::string_view rest) {
        tail_size = uint8_t(rest.size());
        memcpy(tail, rest.data(), rest.size());
    };
    if (!TRY(take_mark(vm, octets, final))) {
        keep(octets);
        return finish(vm, vm.names.empty, final);
    }
    size_t whole = final ? octets.size() : whole_characters(encoding, octets, big_endian);
    if (std::string_view rest = octets.substr(whole); !rest.empty())
        keep(rest);
    octets = octets.substr(0, whole);
    Str* text = octets.empty() ? vm.names.empty
                               : TRY(decode_octets(vm, octets, name_of(encoding, big_endian), errors));
    return finish(vm, text, final);
}

Result<Str*> TextDecoder::decode(VM& vm, std::string_view octets, std::string_view errors, bool final,
                                 bool& is_identity) {
    bool is_utf8 = encoding == Encoding::Utf8 || encoding == Encoding::Ascii ||
                   (encoding == Encoding::Utf8Sig && !at_start);
    is_identity = is_utf8 && tail_size == 0 && !newlines.changes(octets) &&
                  (encoding == Encoding::Ascii ? is_ascii(octets) : !scan_utf8(octets).reason);
    if (!is_identity)
        return decode_slowly(vm, octets, errors, final);
    newlines.note(octets);
    return octets.empty() ? Result<Str*>(vm.names.empty) : make_str(vm, octets);
}

} // namespace ouro::stdlib
