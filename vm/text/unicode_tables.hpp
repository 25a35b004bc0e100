// SPDX-License-Identifier: MIT
//
// The tables that tools/unicode_tables.cpp makes of the Unicode Character Database when Ouro is built: names, numeric
// values, widths. Constants, so a program that never asks costs nothing; unicode_names.cpp and unicode.cpp read them.
//
// Names are sequences of words, which are numbered from the most frequent one on. A number below `short_words` is one
// byte; others are two: the high one counts on from `short_words`. An entry is one name: a byte that says how many
// words it shares with the entry before (high half) and how many follow (low half), and these. Each 16th shares none.
//
//     before alias_begin  the named characters by code point, found through `named`
//     from there on       aliases and named sequences: what they stand for is in `alias_texts`
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace ouro::vm::unicode {

struct NamedRange {
    uint32_t first, last;
    uint32_t entry; // of `first`
};

// Characters whose name is a prefix with their code point in hexadecimal digits behind it.
struct NumberedRange {
    uint32_t first, last;
    std::string_view prefix;
    bool is_ideograph; // of a range without names in the database: the digits may have a leading zero
};

// The value of `first` is numerator / denominator; that of each further one is more by step.
struct NumericRange {
    uint32_t first, last;
    int64_t numerator;
    int32_t denominator, step;
};

struct Tables {
    static constexpr unsigned GROUP = 16;     // words and entries for which one position is kept
    static constexpr unsigned MAX_WORDS = 15; // of a name

    std::string_view version; // of Unicode
    std::string_view words;   // each a byte with its length and the text
    std::span<const uint32_t> word_groups; // where each group begins
    unsigned short_words;
    std::string_view entries;
    std::span<const uint32_t> entry_groups;
    std::span<const NamedRange> named;
    std::span<const NumberedRange> numbered;
    std::span<const uint16_t> sorted; // all entries by name
    unsigned alias_begin;
    std::string_view alias_texts; // each a byte with its length and the UTF-8
    std::span<const NumericRange> numeric;
    std::span<const uint32_t> widths; // runs: where one begins << 8 | index of its East_Asian_Width in "N Na W H F A"
};

extern const Tables TABLES;

} // namespace ouro::vm::unicode
