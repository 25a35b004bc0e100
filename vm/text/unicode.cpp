// SPDX-License-Identifier: MIT
//
// Character properties: utf8proc's categories and simple case mappings, and small tables of what follows from neither:
// facts of the Unicode Character Database (PropList, DerivedCoreProperties, SpecialCasing, UnicodeData, Unihan),
// written as what must be added to, or taken from, a rule on categories.
#include "vm/text/unicode.hpp"

#include "vm/text/utf8.hpp"

#include <algorithm>
#include <utf8proc.h>

namespace ouro::vm::unicode {

struct Range {
    uint32_t first, last;
};

// XID_Start against categories L* and Nl.
static constexpr Range START_ADDED[] = {
    {0x5F, 0x5F}, {0x1885, 0x1886}, {0x2118, 0x2118}, {0x212E, 0x212E},
};
static constexpr Range START_REMOVED[] = {
    {0x37A, 0x37A}, {0xE33, 0xE33}, {0xEB3, 0xEB3}, {0x2E2F, 0x2E2F}, {0xFC5E, 0xFC63}, {0xFDFA, 0xFDFB},
    {0xFE70, 0xFE70}, {0xFE72, 0xFE72}, {0xFE74, 0xFE74}, {0xFE76, 0xFE76}, {0xFE78, 0xFE78}, {0xFE7A, 0xFE7A},
    {0xFE7C, 0xFE7C}, {0xFE7E, 0xFE7E}, {0xFF9E, 0xFF9F},
};

// XID_Continue against L*, Nl, Mn, Mc, Nd and Pc.
static constexpr Range CONTINUE_ADDED[] = {
    {0xB7, 0xB7}, {0x387, 0x387}, {0x1369, 0x1371}, {0x19DA, 0x19DA}, {0x200C, 0x200D}, {0x2118, 0x2118},
    {0x212E, 0x212E}, {0x30FB, 0x30FB}, {0xFF65, 0xFF65},
};
static constexpr Range CONTINUE_REMOVED[] = {
    {0x37A, 0x37A}, {0x2E2F, 0x2E2F}, {0xFC5E, 0xFC63}, {0xFDFA, 0xFDFB}, {0xFE70, 0xFE70}, {0xFE72, 0xFE72},
    {0xFE74, 0xFE74}, {0xFE76, 0xFE76}, {0xFE78, 0xFE78}, {0xFE7A, 0xFE7A}, {0xFE7C, 0xFE7C}, {0xFE7E, 0xFE7E},
};

// Lowercase against Ll, Uppercase against Lu.
static constexpr Range OTHER_LOWERCASE[] = {
    {0xAA, 0xAA}, {0xBA, 0xBA}, {0x2B0, 0x2B8}, {0x2C0, 0x2C1}, {0x2E0, 0x2E4}, {0x345, 0x345}, {0x37A, 0x37A},
    {0x10FC, 0x10FC}, {0x1D2C, 0x1D6A}, {0x1D78, 0x1D78}, {0x1D9B, 0x1DBF}, {0x2071, 0x2071}, {0x207F, 0x207F},
    {0x2090, 0x209C}, {0x2170, 0x217F}, {0x24D0, 0x24E9}, {0x2C7C, 0x2C7D}, {0xA69C, 0xA69D}, {0xA770, 0xA770},
    {0xA7F2, 0xA7F4}, {0xA7F8, 0xA7F9}, {0xAB5C, 0xAB5F}, {0xAB69, 0xAB69}, {0x10780, 0x10780}, {0x10783, 0x10785},
    {0x10787, 0x107B0}, {0x107B2, 0x107BA}, {0x1E030, 0x1E06D},
};
static constexpr Range OTHER_UPPERCASE[] = {
    {0x2160, 0x216F}, {0x24B6, 0x24CF}, {0x1F130, 0x1F149}, {0x1F150, 0x1F169}, {0x1F170, 0x1F189},
};

// Case_Ignorable against Mn, Me, Cf, Lm and Sk.
static constexpr Range IGNORABLE_PUNCTUATION[] = {
    {0x27, 0x27}, {0x2E, 0x2E}, {0x3A, 0x3A}, {0xB7, 0xB7}, {0x387, 0x387}, {0x55F, 0x55F}, {0x5F4, 0x5F4},
    {0x2018, 0x2019}, {0x2024, 0x2024}, {0x2027, 0x2027}, {0xFE13, 0xFE13}, {0xFE52, 0xFE52}, {0xFE55, 0xFE55},
    {0xFF07, 0xFF07}, {0xFF0E, 0xFF0E}, {0xFF1A, 0xFF1A},
};

// Numeric_Type=Digit, and ideographs with a numeric value.
static constexpr Range OTHER_DIGITS[] = {
    {0xB2, 0xB3}, {0xB9, 0xB9}, {0x1369, 0x1371}, {0x19DA, 0x19DA}, {0x2070, 0x2070}, {0x2074, 0x2079},
    {0x2080, 0x2089}, {0x2460, 0x2468}, {0x2474, 0x247C}, {0x2488, 0x2490}, {0x24EA, 0x24EA}, {0x24F5, 0x24FD},
    {0x24FF, 0x24FF}, {0x2776, 0x277E}, {0x2780, 0x2788}, {0x278A, 0x2792}, {0x10A40, 0x10A43}, {0x10E60, 0x10E68},
    {0x11052, 0x1105A}, {0x1F100, 0x1F10A},
};
static constexpr Range NUMERIC_IDEOGRAPHS[] = {
    {0x3405, 0x3405}, {0x3483, 0x3483}, {0x382A, 0x382A}, {0x3B4D, 0x3B4D}, {0x4E00, 0x4E00}, {0x4E03, 0x4E03},
    {0x4E07, 0x4E07}, {0x4E09, 0x4E09}, {0x4E24, 0x4E24}, {0x4E5D, 0x4E5D}, {0x4E8C, 0x4E8C}, {0x4E94, 0x4E94},
    {0x4E96, 0x4E96}, {0x4EAC, 0x4EAC}, {0x4EBF, 0x4EC0}, {0x4EDF, 0x4EDF}, {0x4EE8, 0x4EE8}, {0x4F0D, 0x4F0D},
    {0x4F70, 0x4F70}, {0x4FE9, 0x4FE9}, {0x5006, 0x5006}, {0x5104, 0x5104}, {0x5146, 0x5146}, {0x5169, 0x5169},
    {0x516B, 0x516B}, {0x516D, 0x516D}, {0x5341, 0x5341}, {0x5343, 0x5345}, {0x534C, 0x534C}, {0x53C1, 0x53C4},
    {0x56DB, 0x56DB}, {0x58F1, 0x58F1}, {0x58F9, 0x58F9}, {0x5E7A, 0x5E7A}, {0x5EFE, 0x5EFF}, {0x5F0C, 0x5F0E},
    {0x5F10, 0x5F10}, {0x62D0, 0x62D0}, {0x62FE, 0x62FE}, {0x634C, 0x634C}, {0x67D2, 0x67D2}, {0x6D1E, 0x6D1E},
    {0x6F06, 0x6F06}, {0x7396, 0x7396}, {0x767E, 0x767E}, {0x7695, 0x7695}, {0x79ED, 0x79ED}, {0x8086, 0x8086},
    {0x842C, 0x842C}, {0x8CAE, 0x8CAE}, {0x8CB3, 0x8CB3}, {0x8D30, 0x8D30}, {0x920E, 0x920E}, {0x94A9, 0x94A9},
    {0x9621, 0x9621}, {0x9646, 0x9646}, {0x964C, 0x964C}, {0x9678, 0x9678}, {0x96F6, 0x96F6}, {0xF96B, 0xF96B},
    {0xF973, 0xF973}, {0xF978, 0xF978}, {0xF9B2, 0xF9B2}, {0xF9D1, 0xF9D1}, {0xF9D3, 0xF9D3}, {0xF9FD, 0xF9FD},
    {0x20001, 0x20001}, {0x20064, 0x20064}, {0x200E2, 0x200E2}, {0x20121, 0x20121}, {0x2092A, 0x2092A},
    {0x20983, 0x20983}, {0x2098C, 0x2098C}, {0x2099C, 0x2099C}, {0x20AEA, 0x20AEA}, {0x20AFD, 0x20AFD},
    {0x20B19, 0x20B19}, {0x22390, 0x22390}, {0x22998, 0x22998}, {0x23B1B, 0x23B1B}, {0x2626D, 0x2626D},
    {0x2F890, 0x2F890},
};

// Code points whose upper or title case is more than one code point, or differs from the simple mapping.
struct SpecialCase {
    uint16_t code_point;
    char upper[10], title[10];
};
static constexpr SpecialCase SPECIAL_CASES[] = {
    {0xDF, "SS", "Ss"}, {0x149, "\u02BCN", "\u02BCN"}, {0x1F0, "J\u030C", "J\u030C"},
    {0x390, "\u0399\u0308\u0301", "\u0399\u0308\u0301"}, {0x3B0, "\u03A5\u0308\u0301", "\u03A5\u0308\u0301"},
    {0x587, "\u0535\u0552", "\u0535\u0582"}, {0x1E96, "H\u0331", "H\u0331"}, {0x1E97, "T\u0308", "T\u0308"},
    {0x1E98, "W\u030A", "W\u030A"}, {0x1E99, "Y\u030A", "Y\u030A"}, {0x1E9A, "A\u02BE", "A\u02BE"},
    {0x1F50, "\u03A5\u0313", "\u03A5\u0313"}, {0x1F52, "\u03A5\u0313\u0300", "\u03A5\u0313\u0300"},
    {0x1F54, "\u03A5\u0313\u0301", "\u03A5\u0313\u0301"}, {0x1F56, "\u03A5\u0313\u0342", "\u03A5\u0313\u0342"},
    {0x1F80, "\u1F08\u0399", "\u1F88"}, {0x1F81, "\u1F09\u0399", "\u1F89"}, {0x1F82, "\u1F0A\u0399", "\u1F8A"},
    {0x1F83, "\u1F0B\u0399", "\u1F8B"}, {0x1F84, "\u1F0C\u0399", "\u1F8C"}, {0x1F85, "\u1F0D\u0399", "\u1F8D"},
    {0x1F86, "\u1F0E\u0399", "\u1F8E"}, {0x1F87, "\u1F0F\u0399", "\u1F8F"}, {0x1F88, "\u1F08\u0399", "\u1F88"},
    {0x1F89, "\u1F09\u0399", "\u1F89"}, {0x1F8A, "\u1F0A\u0399", "\u1F8A"}, {0x1F8B, "\u1F0B\u0399", "\u1F8B"},
    {0x1F8C, "\u1F0C\u0399", "\u1F8C"}, {0x1F8D, "\u1F0D\u0399", "\u1F8D"}, {0x1F8E, "\u1F0E\u0399", "\u1F8E"},
    {0x1F8F, "\u1F0F\u0399", "\u1F8F"}, {0x1F90, "\u1F28\u0399", "\u1F98"}, {0x1F91, "\u1F29\u0399", "\u1F99"},
    {0x1F92, "\u1F2A\u0399", "\u1F9A"}, {0x1F93, "\u1F2B\u0399", "\u1F9B"}, {0x1F94, "\u1F2C\u0399", "\u1F9C"},
    {0x1F95, "\u1F2D\u0399", "\u1F9D"}, {0x1F96, "\u1F2E\u0399", "\u1F9E"}, {0x1F97, "\u1F2F\u0399", "\u1F9F"},
    {0x1F98, "\u1F28\u0399", "\u1F98"}, {0x1F99, "\u1F29\u0399", "\u1F99"}, {0x1F9A, "\u1F2A\u0399", "\u1F9A"},
    {0x1F9B, "\u1F2B\u0399", "\u1F9B"}, {0x1F9C, "\u1F2C\u0399", "\u1F9C"}, {0x1F9D, "\u1F2D\u0399", "\u1F9D"},
    {0x1F9E, "\u1F2E\u0399", "\u1F9E"}, {0x1F9F, "\u1F2F\u0399", "\u1F9F"}, {0x1FA0, "\u1F68\u0399", "\u1FA8"},
    {0x1FA1, "\u1F69\u0399", "\u1FA9"}, {0x1FA2, "\u1F6A\u0399", "\u1FAA"}, {0x1FA3, "\u1F6B\u0399", "\u1FAB"},
    {0x1FA4, "\u1F6C\u0399", "\u1FAC"}, {0x1FA5, "\u1F6D\u0399", "\u1FAD"}, {0x1FA6, "\u1F6E\u0399", "\u1FAE"},
    {0x1FA7, "\u1F6F\u0399", "\u1FAF"}, {0x1FA8, "\u1F68\u0399", "\u1FA8"}, {0x1FA9, "\u1F69\u0399", "\u1FA9"},
    {0x1FAA, "\u1F6A\u0399", "\u1FAA"}, {0x1FAB, "\u1F6B\u0399", "\u1FAB"}, {0x1FAC, "\u1F6C\u0399", "\u1FAC"},
    {0x1FAD, "\u1F6D\u0399", "\u1FAD"}, {0x1FAE, "\u1F6E\u0399", "\u1FAE"}, {0x1FAF, "\u1F6F\u0399", "\u1FAF"},
    {0x1FB2, "\u1FBA\u0399", "\u1FBA\u0345"}, {0x1FB3, "\u0391\u0399", "\u1FBC"},
    {0x1FB4, "\u0386\u0399", "\u0386\u0345"}, {0x1FB6, "\u0391\u0342", "\u0391\u0342"},
    {0x1FB7, "\u0391\u0342\u0399", "\u0391\u0342\u0345"}, {0x1FBC, "\u0391\u0399", "\u1FBC"},
    {0x1FC2, "\u1FCA\u0399", "\u1FCA\u0345"}, {0x1FC3, "\u0397\u0399", "\u1FCC"},
    {0x1FC4, "\u0389\u0399", "\u0389\u0345"}, {0x1FC6, "\u0397\u0342", "\u0397\u0342"},
    {0x1FC7, "\u0397\u0342\u0399", "\u0397\u0342\u0345"}, {0x1FCC, "\u0397\u0399", "\u1FCC"},
    {0x1FD2, "\u0399\u0308\u0300", "\u0399\u0308\u0300"}, {0x1FD3, "\u0399\u0308\u0301", "\u0399\u0308\u0301"},
    {0x1FD6, "\u0399\u0342", "\u0399\u0342"}, {0x1FD7, "\u0399\u0308\u0342", "\u0399\u0308\u0342"},
    {0x1FE2, "\u03A5\u0308\u0300", "\u03A5\u0308\u0300"}, {0x1FE3, "\u03A5\u0308\u0301", "\u03A5\u0308\u0301"},
    {0x1FE4, "\u03A1\u0313", "\u03A1\u0313"}, {0x1FE6, "\u03A5\u0342", "\u03A5\u0342"},
    {0x1FE7, "\u03A5\u0308\u0342", "\u03A5\u0308\u0342"}, {0x1FF2, "\u1FFA\u0399", "\u1FFA\u0345"},
    {0x1FF3, "\u03A9\u0399", "\u1FFC"}, {0x1FF4, "\u038F\u0399", "\u038F\u0345"},
    {0x1FF6, "\u03A9\u0342", "\u03A9\u0342"}, {0x1FF7, "\u03A9\u0342\u0399", "\u03A9\u0342\u0345"},
    {0x1FFC, "\u03A9\u0399", "\u1FFC"}, {0xFB00, "FF", "Ff"}, {0xFB01, "FI", "Fi"}, {0xFB02, "FL", "Fl"},
    {0xFB03, "FFI", "Ffi"}, {0xFB04, "FFL", "Ffl"}, {0xFB05, "ST", "St"}, {0xFB06, "ST", "St"},
    {0xFB13, "\u0544\u0546", "\u0544\u0576"}, {0xFB14, "\u0544\u0535", "\u0544\u0565"},
    {0xFB15, "\u0544\u053B", "\u0544\u056B"}, {0xFB16, "\u054E\u0546", "\u054E\u0576"},
    {0xFB17, "\u0544\u053D", "\u0544\u056D"},
};

template <size_t N>
static bool is_in(const Range (&ranges)[N], uint32_t c) {
    auto found = std::ranges::lower_bound(ranges, c, {}, &Range::last);
    return found != std::end(ranges) && found->first <= c;
}

static utf8proc_category_t category(uint32_t c) {
    return c <= MAX_CODE_POINT ? utf8proc_category(utf8proc_int32_t(c)) : UTF8PROC_CATEGORY_CN;
}

static bool is_letter(utf8proc_category_t kind) { return kind >= UTF8PROC_CATEGORY_LU && kind <= UTF8PROC_CATEGORY_LO; }

static bool is_ascii_letter(uint32_t c) { return (c | 0x20) - 'a' < 26; }

bool is_alpha(uint32_t c) { return c < 128 ? is_ascii_letter(c) : is_letter(category(c)); }

bool is_decimal(uint32_t c) { return c < 128 ? c - '0' < 10 : category(c) == UTF8PROC_CATEGORY_ND; }

bool is_digit(uint32_t c) { return is_decimal(c) || (c >= 128 && is_in(OTHER_DIGITS, c)); }

bool is_numeric(uint32_t c) {
    if (c < 128)
        return c - '0' < 10;
    utf8proc_category_t kind = category(c);
    return kind == UTF8PROC_CATEGORY_ND || kind == UTF8PROC_CATEGORY_NL || kind == UTF8PROC_CATEGORY_NO ||
           (kind == UTF8PROC_CATEGORY_LO && is_in(NUMERIC_IDEOGRAPHS, c));
}

bool is_alnum(uint32_t c) { return is_alpha(c) || is_numeric(c); }

bool is_space(uint32_t c) {
    if (c < 128)
        return c == ' ' || c - 9 < 5 || c - 0x1C < 4;
    // Category Zs, U+0085 and the two separators: written out, as this is asked for every character of a split.
    return c == 0x85 || c == 0xA0 || c == 0x1680 || c - 0x2000 < 11 || c == 0x2028 || c == 0x2029 || c == 0x202F ||
           c == 0x205F || c == 0x3000;
}

bool is_printable(uint32_t c) {
    if (c < 128)
        return c >= 32 && c < 127;
    // Two blocks without gaps in them, of which much text is made: Latin and Cyrillic.
    if (c - 0xA1 <= 0x24F - 0xA1)
        return c != 0xAD;
    if (c - 0x400 <= 0x52F - 0x400)
        return true;
    switch (category(c)) {
    case UTF8PROC_CATEGORY_CC:
    case UTF8PROC_CATEGORY_CF:
    case UTF8PROC_CATEGORY_CS:
    case UTF8PROC_CATEGORY_CO:
    case UTF8PROC_CATEGORY_CN:
    case UTF8PROC_CATEGORY_ZL:
    case UTF8PROC_CATEGORY_ZP:
    case UTF8PROC_CATEGORY_ZS: return false;
    default: return true;
    }
}

bool is_lower(uint32_t c) {
    if (c < 128)
        return c - 'a' < 26;
    return category(c) == UTF8PROC_CATEGORY_LL || is_in(OTHER_LOWERCASE, c);
}

bool is_upper(uint32_t c) {
    if (c < 128)
        return c - 'A' < 26;
    return category(c) == UTF8PROC_CATEGORY_LU || is_in(OTHER_UPPERCASE, c);
}

bool is_title(uint32_t c) { return c >= 128 && category(c) == UTF8PROC_CATEGORY_LT; }

bool is_cased(uint32_t c) {
    if (c < 128)
        return is_ascii_letter(c);
    if (c - 0xC0 < 0x40) // Latin-1 and Cyrillic letters without a table
        return c != 0xD7 && c != 0xF7;
    if (c - 0x400 < 0x82)
        return true;
    return is_lower(c) || is_upper(c) || is_title(c);
}

bool is_case_ignorable(uint32_t c) {
    switch (category(c)) {
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_ME:
    case UTF8PROC_CATEGORY_CF:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_SK: return true;
    default: return is_in(IGNORABLE_PUNCTUATION, c);
    }
}

bool is_line_break(uint32_t c) {
    return c - 0xA < 4 || c - 0x1C < 3 || c == 0x85 || c == 0x2028 || c == 0x2029;
}

bool is_identifier_start(uint32_t c) {
    if (c < 128)
        return is_ascii_letter(c) || c == '_';
    utf8proc_category_t kind = category(c);
    if (is_letter(kind) || kind == UTF8PROC_CATEGORY_NL)
        return !is_in(START_REMOVED, c);
    return is_in(START_ADDED, c);
}

bool is_identifier_continue(uint32_t c) {
    if (c < 128)
        return is_ascii_letter(c) || c == '_' || c - '0' < 10;
    utf8proc_category_t kind = category(c);
    if (is_letter(kind) || kind == UTF8PROC_CATEGORY_NL || kind == UTF8PROC_CATEGORY_MN ||
        kind == UTF8PROC_CATEGORY_MC || kind == UTF8PROC_CATEGORY_ND || kind == UTF8PROC_CATEGORY_PC)
        return !is_in(CONTINUE_REMOVED, c);
    return is_in(CONTINUE_ADDED, c);
}

// Decimal digits stand in runs of ten from 0 to 9 (a property that Unicode guarantees), so the value is the place in
// the run.
std::optional<unsigned> decimal_value(uint32_t c) {
    if (c < 128)
        return c - '0' < 10 ? std::optional(unsigned(c - '0')) : std::nullopt;
    if (!is_decimal(c))
        return std::nullopt;
    uint32_t first = c;
    while (is_decimal(first - 1))
        first--;
    return (c - first) % 10;
}

// Null for most code points, which the table's few blocks tell without a search.
static const SpecialCase* special_case(uint32_t c) {
    if (c - 0x1E96 > 0x1FFC - 0x1E96 && c - 0xFB00 > 0x17 && c != 0xDF && c != 0x149 && c != 0x1F0 && c != 0x390 &&
        c != 0x3B0 && c != 0x587)
        return nullptr;
    auto found = std::ranges::lower_bound(SPECIAL_CASES, c, {}, &SpecialCase::code_point);
    return found != std::end(SPECIAL_CASES) && found->code_point == c ? &*found : nullptr;
}

// The alphabets of most texts are spared the table: Latin-1, Greek and Cyrillic letters stand in two rows, 32 (or 80)
// apart.
uint32_t simple_lower(uint32_t c) {
    if (c < 128)
        return c - 'A' < 26 ? c + 32 : c;
    if (c - 0x410 < 0x40)
        return c < 0x430 ? c + 32 : c;
    if (c - 0x400 < 0x10)
        return c + 80;
    if (c - 0xC0 < 0x1F && c != 0xD7)
        return c + 32;
    if (c - 0x430 < 0x30 || c - 0xDF < 0x21 || c - 0x2000 < 0x70) // small letters, punctuation
        return c;
    return uint32_t(utf8proc_tolower(utf8proc_int32_t(c)));
}

static uint32_t simple_upper(uint32_t c) {
    if (c - 0x410 < 0x40)
        return c < 0x430 ? c : c - 32;
    if (c - 0x450 < 0x10)
        return c - 80;
    if (c - 0xE0 < 0x1F && c != 0xF7)
        return c - 32;
    if (c - 0x2000 < 0x70) // punctuation
        return c;
    return uint32_t(utf8proc_toupper(utf8proc_int32_t(c)));
}

static unsigned put_text(const char* text, char* out) {
    size_t length = strlen(text);
    memcpy(out, text, length);
    return unsigned(length);
}

unsigned put_lower(uint32_t c, char* out) {
    if (c == 0x130) // the one code point whose full lower case is longer: i and a dot above
        return put_text("i\u0307", out);
    return utf8_encode(simple_lower(c), out);
}

static unsigned put_ascii_upper(uint32_t c, char* out) {
    *out = char(c - 'a' < 26 ? c - 32 : c);
    return 1;
}

unsigned put_upper(uint32_t c, char* out) {
    if (c < 128)
        return put_ascii_upper(c, out);
    if (const SpecialCase* special = special_case(c))
        return put_text(special->upper, out);
    return utf8_encode(simple_upper(c), out);
}

unsigned put_title(uint32_t c, char* out) {
    if (c < 128)
        return put_ascii_upper(c, out);
    if (const SpecialCase* special = special_case(c))
        return put_text(special->title, out);
    return utf8_encode(uint32_t(utf8proc_totitle(utf8proc_int32_t(c))), out);
}

unsigned put_folded(uint32_t c, char* out) {
    if (c < 128)
        return utf8_encode(simple_lower(c), out);
    utf8proc_int32_t folded[8];
    int boundary = 0;
    utf8proc_ssize_t count = utf8proc_decompose_char(utf8proc_int32_t(c), folded, 8, UTF8PROC_CASEFOLD, &boundary);
    unsigned length = 0;
    for (utf8proc_ssize_t i = 0; i < count; i++)
        length += utf8_encode(uint32_t(folded[i]), out + length);
    return length;
}

bool is_identifier(std::string_view text) {
    const char* at = text.data();
    const char* end = at + text.size();
    if (at == end || !is_identifier_start(utf8_next(at)))
        return false;
    while (at < end) {
        if (!is_identifier_continue(utf8_next(at)))
            return false;
    }
    return true;
}

} // namespace ouro::vm::unicode
