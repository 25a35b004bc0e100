// SPDX-License-Identifier: MIT
//
// Names of encodings and of error handlers.
#include "vm/objects/codecs/codec.hpp"

#include "vm/objects/codecs/codec_errors.hpp"
#include "vm/model/core.hpp"

namespace ouro::vm {

struct EncodingAlias {
    std::string_view name; // normalized
    Encoding encoding;
};

static constexpr EncodingAlias ALIASES[] = {
    {"utf_8", Encoding::Utf8},         {"utf8", Encoding::Utf8},          {"u8", Encoding::Utf8},
    {"utf", Encoding::Utf8},           {"cp65001", Encoding::Utf8},       {"utf8_ucs2", Encoding::Utf8},
    {"utf8_ucs4", Encoding::Utf8},     {"utf_8_sig", Encoding::Utf8Sig},  {"ascii", Encoding::Ascii},
    {"us_ascii", Encoding::Ascii},     {"646", Encoding::Ascii},          {"us", Encoding::Ascii},
    {"iso646_us", Encoding::Ascii},    {"ibm367", Encoding::Ascii},       {"cp367", Encoding::Ascii},
    {"ansi_x3.4_1968", Encoding::Ascii}, {"ansi_x3_4_1968", Encoding::Ascii}, {"csascii", Encoding::Ascii},
    {"latin_1", Encoding::Latin1},     {"latin1", Encoding::Latin1},      {"latin", Encoding::Latin1},
    {"l1", Encoding::Latin1},          {"iso_8859_1", Encoding::Latin1},  {"iso8859_1", Encoding::Latin1},
    {"iso8859", Encoding::Latin1},     {"8859", Encoding::Latin1},        {"cp819", Encoding::Latin1},
    {"ibm819", Encoding::Latin1},      {"utf_16", Encoding::Utf16},       {"utf16", Encoding::Utf16},
    {"u16", Encoding::Utf16},          {"utf_16_le", Encoding::Utf16LE},  {"utf_16le", Encoding::Utf16LE},
    {"utf_16_be", Encoding::Utf16BE},  {"utf_16be", Encoding::Utf16BE},   {"utf_32", Encoding::Utf32},
    {"utf32", Encoding::Utf32},        {"u32", Encoding::Utf32},          {"utf_32_le", Encoding::Utf32LE},
    {"utf_32le", Encoding::Utf32LE},   {"utf_32_be", Encoding::Utf32BE},  {"utf_32be", Encoding::Utf32BE},
};

// Lower case, and one underscore for each run of other characters than letters, digits and dots.
static std::string normalize(std::string_view name) {
    std::string normal;
    bool gap = false;
    for (char c : name) {
        bool is_letter = uint8_t((c | 0x20) - 'a') < 26;
        if (!is_letter && c != '.' && uint8_t(c - '0') >= 10) {
            gap = true;
            continue;
        }
        if (gap && !normal.empty())
            normal += '_';
        gap = false;
        normal += is_letter ? char(c | 0x20) : c;
    }
    return normal;
}

std::optional<Encoding> find_encoding(std::string_view name) {
    if (name == "utf-8")
        return Encoding::Utf8;
    if (name.size() > 32)
        return std::nullopt;
    std::string normal = normalize(name);
    for (const EncodingAlias& alias : ALIASES) {
        if (alias.name == normal)
            return alias.encoding;
    }
    return std::nullopt;
}

const char* encoding_name(Encoding encoding) {
    switch (encoding) {
    case Encoding::Utf8:
    case Encoding::Utf8Sig: return "utf-8";
    case Encoding::Ascii: return "ascii";
    case Encoding::Latin1: return "latin-1";
    case Encoding::Utf16: return "utf-16";
    case Encoding::Utf16LE: return "utf-16-le";
    case Encoding::Utf16BE: return "utf-16-be";
    case Encoding::Utf32: return "utf-32";
    case Encoding::Utf32LE: return "utf-32-le";
    case Encoding::Utf32BE: return "utf-32-be";
    }
    return "";
}

} // namespace ouro::vm
