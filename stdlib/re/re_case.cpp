// SPDX-License-Identifier: MIT
//
// IGNORECASE where Python's idea of it is not PCRE2's: Python folds some characters that PCRE2 keeps apart (`i` and the
// dotless and dotted ones of Turkish, letters that are newer than PCRE2's tables), and with ASCII it folds the letters
// of ASCII alone.
#include "stdlib/re/re_parser.hpp"

#include <algorithm>
#include <array>

namespace ouro::vm::re {

// Characters that match each other; 0 fills up. `count`: so many such rows, each one code point higher.
struct Alike {
    std::array<uint32_t, 4> characters;
    uint32_t count = 1;
};
static constexpr Alike ALIKE[] = {
    {{'I', 'i', 0x130, 0x131}}, {{0x19B, 0xA7DC}},  {{0x264, 0xA7CB}},  {{0x390, 0x1FD3}},  {{0x3B0, 0x1FE3}},
    {{0x1C89, 0x1C8A}},         {{0xA7CC, 0xA7CD}}, {{0xA7DA, 0xA7DB}}, {{0xFB05, 0xFB06}}, {{0x10D50, 0x10D70}, 22},
};

static bool is_ascii_letter(uint32_t c) { return (c | 0x20) - 'a' < 26; }

bool Parser::folds_text() const {
    return m_flags & IGNORECASE && m_alphabet == Alphabet::CodePoints;
}

// Behind the members low..high of a class: others that IGNORECASE makes members.
void Parser::emit_alike(uint32_t low, uint32_t high) {
    if (is_ascii_scope()) {
        for (uint32_t c = low; c <= std::min<uint32_t>(high, 'z'); c++) {
            if (is_ascii_letter(c))
                emit_character(c ^ 0x20);
        }
        return;
    }
    for (const Alike& row : ALIKE) {
        for (uint32_t i = 0; i < row.count; i++) {
            auto in_range = [&](uint32_t c) { return c && c + i >= low && c + i <= high; };
            if (!std::ranges::any_of(row.characters, in_range))
                continue;
            for (uint32_t c : row.characters) {
                if (c)
                    emit_character(c + i);
            }
        }
    }
}

// In a scope of ASCII PCRE2 must not fold for us.
void Parser::begin_class() { emit(folds_text() && is_ascii_scope() ? "(?-i:[" : "["); }
void Parser::end_class() { emit(folds_text() && is_ascii_scope() ? "])" : "]"); }

void Parser::emit_class_range(uint32_t low, uint32_t high) {
    emit_character(low);
    if (high != low) {
        emit("-");
        emit_character(high);
    }
    if (folds_text())
        emit_alike(low, high);
}

// A character outside of classes.
void Parser::emit_single(uint32_t c) {
    auto is_alike = [c](const Alike& row) {
        return std::ranges::any_of(row.characters, [&](uint32_t first) { return first && c - first < row.count; });
    };
    bool differs = is_ascii_scope() ? c >= 0x80 || (c | 0x20) == 'k' || (c | 0x20) == 's'
                                    : std::ranges::any_of(ALIKE, is_alike);
    if (!folds_text() || !differs)
        return emit_character(c);
    begin_class();
    emit_class_range(c, c);
    end_class();
}

} // namespace ouro::vm::re
