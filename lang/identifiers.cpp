// SPDX-License-Identifier: MIT
//
// Identifiers beyond ASCII. Unicode defines XID_Start and XID_Continue by general category plus short lists of
// exceptions: utf8proc knows the categories, the lists stand here (UAX #31 and PropList.txt, Unicode 15.1).
#include "lang/identifiers.hpp"

#include <algorithm>
#include <cstdlib>
#include <iterator>
#include <utf8proc.h>

namespace ouro::lang {

namespace {

struct Range {
    uint32_t first;
    uint32_t last;
};

// Letters by category that NFKC turns into something that is no identifier.
constexpr Range NEVER[] = {
    {0x037a, 0x037a}, {0x2e2f, 0x2e2f}, {0xfc5e, 0xfc63}, {0xfdfa, 0xfdfb}, {0xfe70, 0xfe70}, {0xfe72, 0xfe72},
    {0xfe74, 0xfe74}, {0xfe76, 0xfe76}, {0xfe78, 0xfe78}, {0xfe7a, 0xfe7a}, {0xfe7c, 0xfe7c}, {0xfe7e, 0xfe7e},
};
constexpr Range NEVER_FIRST[] = {{0x0e33, 0x0e33}, {0x0eb3, 0x0eb3}, {0xff9e, 0xff9f}};
// Other_ID_Start, and the CJK extension I that Unicode 15.1 added.
constexpr Range ALSO_FIRST[] = {{0x1885, 0x1886}, {0x2118, 0x2118}, {0x212e, 0x212e}, {0x2ebf0, 0x2ee5d}};
// Other_ID_Continue.
constexpr Range ALSO_LATER[] = {
    {0x00b7, 0x00b7}, {0x0387, 0x0387}, {0x1369, 0x1371}, {0x19da, 0x19da},
    {0x200c, 0x200d}, {0x30fb, 0x30fb}, {0xff65, 0xff65},
};

template <size_t N>
bool contains(const Range (&ranges)[N], uint32_t code_point) {
    return std::any_of(std::begin(ranges), std::end(ranges),
                       [=](Range range) { return code_point >= range.first && code_point <= range.last; });
}

bool is_letter_category(utf8proc_category_t category) {
    return (category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_LO) || category == UTF8PROC_CATEGORY_NL;
}

bool is_mark_or_digit(utf8proc_category_t category) {
    return category == UTF8PROC_CATEGORY_MN || category == UTF8PROC_CATEGORY_MC || category == UTF8PROC_CATEGORY_ND ||
           category == UTF8PROC_CATEGORY_PC;
}

bool may_begin(uint32_t code_point) {
    if (code_point == '_' || contains(ALSO_FIRST, code_point))
        return true;
    return is_letter_category(utf8proc_category(static_cast<utf8proc_int32_t>(code_point))) &&
           !contains(NEVER, code_point) && !contains(NEVER_FIRST, code_point);
}

bool may_continue(uint32_t code_point) {
    if (contains(ALSO_FIRST, code_point) || contains(ALSO_LATER, code_point))
        return true;
    auto category = utf8proc_category(static_cast<utf8proc_int32_t>(code_point));
    return (is_letter_category(category) || is_mark_or_digit(category)) && !contains(NEVER, code_point);
}

} // namespace

Character first_character(std::string_view utf8) {
    utf8proc_int32_t code_point = 0;
    auto length = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(utf8.data()),
                                   static_cast<utf8proc_ssize_t>(utf8.size()), &code_point);
    if (length <= 0) // not well-formed: no Source holds such text
        return {0xfffd, 1};
    return {static_cast<uint32_t>(code_point), static_cast<uint32_t>(length)};
}

size_t count_characters(std::string_view utf8) {
    return static_cast<size_t>(std::count_if(utf8.begin(), utf8.end(), [](char c) { return (c & 0xc0) != 0x80; }));
}

void append_utf8(std::string& out, uint32_t code_point) {
    auto byte = [&](uint32_t bits) { out += static_cast<char>(bits); };
    if (code_point < 0x80) {
        byte(code_point);
    } else if (code_point < 0x800) {
        byte(0xc0 | code_point >> 6);
        byte(0x80 | (code_point & 0x3f));
    } else if (code_point < 0x10000) {
        byte(0xe0 | code_point >> 12);
        byte(0x80 | (code_point >> 6 & 0x3f));
        byte(0x80 | (code_point & 0x3f));
    } else {
        byte(0xf0 | code_point >> 18);
        byte(0x80 | (code_point >> 12 & 0x3f));
        byte(0x80 | (code_point >> 6 & 0x3f));
        byte(0x80 | (code_point & 0x3f));
    }
}

size_t find_invalid_identifier_character(std::string_view identifier) {
    for (size_t at = 0; at < identifier.size();) {
        Character character = first_character(identifier.substr(at));
        bool is_valid = at == 0 ? may_begin(character.code_point) : may_continue(character.code_point);
        if (!is_valid)
            return at;
        at += character.length;
    }
    return std::string_view::npos;
}

std::string normalize_identifier(std::string_view identifier) {
    utf8proc_uint8_t* mapped = nullptr;
    auto options = static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_COMPAT);
    auto length = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(identifier.data()),
                               static_cast<utf8proc_ssize_t>(identifier.size()), &mapped, options);
    if (length < 0)
        return std::string(identifier);
    std::string normal(reinterpret_cast<const char*>(mapped), static_cast<size_t>(length));
    std::free(mapped);
    return normal;
}

bool is_printable(uint32_t code_point) {
    auto category = utf8proc_category(static_cast<utf8proc_int32_t>(code_point));
    bool is_space = category >= UTF8PROC_CATEGORY_ZS && category <= UTF8PROC_CATEGORY_ZP;
    bool is_other = category == UTF8PROC_CATEGORY_CN || category >= UTF8PROC_CATEGORY_CC;
    return code_point == ' ' || (!is_space && !is_other);
}

} // namespace ouro::lang
