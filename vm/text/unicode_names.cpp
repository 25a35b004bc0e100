// SPDX-License-Identifier: MIT
//
// Reading the tables of names (vm/text/unicode_tables.hpp describes them), and names that follow a rule: ideographs and
// Hangul syllables (The Unicode Standard, 4.8 "Name", rules NR1 and NR2).
#include "vm/text/unicode_names.hpp"

#include "vm/text/unicode.hpp"
#include "vm/text/unicode_tables.hpp"
#include "vm/text/utf8.hpp"

#include <algorithm>
#include <charconv>

namespace ouro::vm::unicode {

// --- Words and entries -----------------------------------------------------------------------------------------------

// The text that begins at `at` with a byte for its length.
static std::string_view counted_text(std::string_view bytes, size_t at) {
    return bytes.substr(at + 1, uint8_t(bytes[at]));
}

static std::string_view word_text(unsigned word) {
    size_t at = TABLES.word_groups[word / Tables::GROUP];
    for (unsigned skip = word % Tables::GROUP; skip > 0; skip--)
        at += 1 + uint8_t(TABLES.words[at]);
    return counted_text(TABLES.words, at);
}

namespace {

struct EntryWords {
    unsigned count = 0;
    uint16_t words[Tables::MAX_WORDS];
};

} // namespace

static EntryWords read_entry(unsigned entry) {
    EntryWords name;
    size_t at = TABLES.entry_groups[entry / Tables::GROUP];
    for (unsigned left = entry % Tables::GROUP + 1; left > 0; left--) {
        uint8_t header = uint8_t(TABLES.entries[at++]);
        name.count = header >> 4;
        for (unsigned i = header & 15; i > 0; i--) {
            unsigned word = uint8_t(TABLES.entries[at++]);
            if (word >= TABLES.short_words)
                word = TABLES.short_words + ((word - TABLES.short_words) << 8 | uint8_t(TABLES.entries[at++]));
            name.words[name.count++] = uint16_t(word);
        }
    }
    return name;
}

static void append_entry(std::string& text, unsigned entry) {
    EntryWords name = read_entry(entry);
    for (unsigned i = 0; i < name.count; i++) {
        if (i > 0)
            text += ' ';
        text += word_text(name.words[i]);
    }
}

template <class Range>
static const Range* find_range(std::span<const Range> ranges, uint32_t c) {
    auto found = std::ranges::lower_bound(ranges, c, {}, &Range::last);
    return found != ranges.end() && found->first <= c ? &*found : nullptr;
}

// --- Names by rule ---------------------------------------------------------------------------------------------------

static constexpr uint32_t FIRST_SYLLABLE = 0xAC00;
static constexpr std::string_view SYLLABLE_PREFIX = "HANGUL SYLLABLE ";
static constexpr std::string_view LEADS[] = {"G", "GG", "N", "D", "DD", "R", "M", "B", "BB", "S",
                                             "SS", "", "J", "JJ", "C", "K", "T", "P", "H"};
static constexpr std::string_view VOWELS[] = {"A", "AE", "YA", "YAE", "EO", "E", "YEO", "YE", "O", "WA", "WAE",
                                              "OE", "YO", "U", "WEO", "WE", "WI", "YU", "EU", "YI", "I"};
static constexpr std::string_view TRAILS[] = {"", "G", "GG", "GS", "N", "NJ", "NH", "D", "L", "LG", "LM", "LB", "LS",
                                              "LT", "LP", "LH", "M", "B", "BS", "S", "SS", "NG", "J", "C", "K", "T",
                                              "P", "H"};
static constexpr uint32_t SYLLABLE_COUNT = std::size(LEADS) * std::size(VOWELS) * std::size(TRAILS);

static void append_syllable(std::string& text, uint32_t index) {
    text += SYLLABLE_PREFIX;
    text += LEADS[index / (std::size(VOWELS) * std::size(TRAILS))];
    text += VOWELS[index / std::size(TRAILS) % std::size(VOWELS)];
    text += TRAILS[index % std::size(TRAILS)];
}

// Takes the longest of `parts` that `text` begins with; nothing when there is none.
static std::optional<uint32_t> take_longest(std::string_view& text, std::span<const std::string_view> parts) {
    std::optional<uint32_t> best;
    for (uint32_t i = 0; i < parts.size(); i++) {
        if (text.starts_with(parts[i]) && (!best || parts[i].size() > parts[*best].size()))
            best = i;
    }
    if (best)
        text.remove_prefix(parts[*best].size());
    return best;
}

static std::optional<uint32_t> find_syllable(std::string_view name) {
    name.remove_prefix(SYLLABLE_PREFIX.size());
    auto lead = take_longest(name, LEADS);
    auto vowel = take_longest(name, VOWELS);
    auto trail = take_longest(name, TRAILS);
    if (!lead || !vowel || !trail || !name.empty())
        return std::nullopt;
    return FIRST_SYLLABLE + uint32_t((*lead * std::size(VOWELS) + *vowel) * std::size(TRAILS) + *trail);
}

static std::optional<uint32_t> find_numbered(std::string_view name) {
    size_t dash = name.rfind('-');
    if (dash == name.npos)
        return std::nullopt;
    std::string_view digits = name.substr(dash + 1);
    uint32_t c = 0;
    auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), c, 16);
    if (error != std::errc() || end != digits.data() + digits.size() || (digits.size() != 4 && digits.size() != 5))
        return std::nullopt;
    const NumberedRange* range = find_range(TABLES.numbered, c);
    if (!range || range->prefix != name.substr(0, dash + 1))
        return std::nullopt;
    if (!range->is_ideograph && digits[0] == '0')
        return std::nullopt;
    return c;
}

// --- Questions -------------------------------------------------------------------------------------------------------

bool append_name(std::string& text, uint32_t c) {
    if (const NamedRange* range = find_range(TABLES.named, c)) {
        append_entry(text, range->entry + (c - range->first));
        return true;
    }
    if (const NumberedRange* range = find_range(TABLES.numbered, c)) {
        char digits[8];
        auto end = std::to_chars(digits, std::end(digits), c, 16).ptr;
        text += range->prefix;
        for (const char* digit = digits; digit < end; digit++)
            text += *digit >= 'a' ? char(*digit - 32) : *digit;
        return true;
    }
    if (c < FIRST_SYLLABLE || c - FIRST_SYLLABLE >= SYLLABLE_COUNT)
        return false;
    append_syllable(text, c - FIRST_SYLLABLE);
    return true;
}

static char ascii_upper(char c) { return uint8_t(c - 'a') < 26 ? char(c - 32) : c; }

std::optional<double> numeric_value(uint32_t c) {
    const NumericRange* range = find_range(TABLES.numeric, c);
    if (!range)
        return std::nullopt;
    return double(range->numerator + int64_t(c - range->first) * range->step) / range->denominator;
}

static std::optional<unsigned> find_entry(std::string_view name) {
    std::string text;
    auto text_of = [&](uint16_t entry) -> std::string_view {
        text.clear();
        append_entry(text, entry);
        return text;
    };
    auto found = std::ranges::lower_bound(TABLES.sorted, name, {}, text_of);
    if (found == TABLES.sorted.end() || text_of(*found) != name)
        return std::nullopt;
    return *found;
}

static std::string_view alias_text(unsigned index) {
    size_t at = 0;
    for (; index > 0; index--)
        at += 1 + uint8_t(TABLES.alias_texts[at]);
    return counted_text(TABLES.alias_texts, at);
}

static uint32_t character_of_entry(unsigned entry) {
    auto behind = std::ranges::upper_bound(TABLES.named, entry, {}, &NamedRange::entry);
    return behind[-1].first + (entry - behind[-1].entry);
}

std::string find_named_text(std::string_view name) {
    if (name.empty() || name.size() > MAX_NAME_LENGTH)
        return {};
    std::string upper(name);
    for (char& c : upper)
        c = ascii_upper(c);
    std::string text;
    auto character = upper.starts_with(SYLLABLE_PREFIX) ? find_syllable(upper) : find_numbered(upper);
    if (!character) {
        std::optional<unsigned> entry = find_entry(upper);
        if (!entry)
            return {};
        if (*entry >= TABLES.alias_begin)
            return std::string(alias_text(*entry - TABLES.alias_begin));
        character = character_of_entry(*entry);
    }
    utf8_append(text, *character);
    return text;
}

std::optional<uint32_t> find_character(std::string_view name) {
    std::string text = find_named_text(name);
    if (text.empty())
        return std::nullopt;
    const char* at = text.data();
    uint32_t c = utf8_next(at);
    if (at != text.data() + text.size())
        return std::nullopt;
    return c;
}

} // namespace ouro::vm::unicode
