// SPDX-License-Identifier: MIT
//
// Module unicodedata (Library Reference): names and numeric values by vm/text/unicode_names.cpp, the rest by utf8proc.
//
// Not here: decomposition, ucd_3_2_0, UCD.
//
// Differs: Unicode 15.0, as in vm/text/unicode.hpp; `unidata_version` says so.
#include "vm/objects/str/str_members.hpp"
#include "vm/values/text_builder.hpp"
#include "vm/text/unicode.hpp"
#include "vm/text/unicode_names.hpp"
#include "vm/text/unicode_tables.hpp"

#include <algorithm>
#include <array>
#include <utf8proc.h>
#include <vector>

namespace ouro::stdlib {

using namespace vm;

// --- Properties of one character -------------------------------------------------------------------------------------

// `where` begins the message: "name() argument 1".
static Result<uint32_t> character_of(VM& vm, Value value, const char* where) {
    Str* text = as<Str>(value);
    if (!text)
        return vm.type_error("{} must be a unicode character, not {}", where,
                             value.is_none() ? "None" : vm.type_name(value));
    if (text->length != 1) {
        std::string_view all = where, name = all.substr(0, all.find(' '));
        return vm.type_error("{}:{} must be a unicode character, not a string of length {}", name,
                             all.substr(name.size()), text->length);
    }
    return str_code_point_at(vm, text, 0);
}

static Result<Value> or_default(VM& vm, Value default_value, const char* problem) {
    if (default_value.is_empty())
        return vm.value_error("{}", problem);
    return default_value;
}

static Result<Value> unicodedata_name(VM& vm, Value character, Value default_value) {
    std::string name;
    if (!unicode::append_name(name, TRY(character_of(vm, character, "name() argument 1"))))
        return or_default(vm, default_value, "no such name");
    return Value(TRY(make_str(vm, name)));
}

static Result<Str*> unicodedata_lookup(VM& vm, std::string_view name) {
    if (name.size() > unicode::MAX_NAME_LENGTH)
        return vm.key_error(make_short_str(vm, "name too long"));
    std::string text = unicode::find_named_text(name);
    if (text.empty())
        return vm.key_error(TRY(make_str(vm, fmt::format("undefined character name '{}'", name))));
    return make_str(vm, text);
}

static Result<Value> unicodedata_decimal(VM& vm, Value character, Value default_value) {
    uint32_t c = TRY(character_of(vm, character, "decimal() argument 1"));
    if (auto value = unicode::decimal_value(c))
        return Value::small_int(*value);
    return or_default(vm, default_value, "not a decimal");
}

static Result<Value> unicodedata_digit(VM& vm, Value character, Value default_value) {
    uint32_t c = TRY(character_of(vm, character, "digit() argument 1"));
    if (unicode::is_digit(c))
        return Value::small_int(int64_t(unicode::numeric_value(c).value_or(0)));
    return or_default(vm, default_value, "not a digit");
}

static Result<Value> unicodedata_numeric(VM& vm, Value character, Value default_value) {
    uint32_t c = TRY(character_of(vm, character, "numeric() argument 1"));
    if (auto value = unicode::numeric_value(c))
        return Value::number(*value);
    return or_default(vm, default_value, "not a numeric character");
}

static const utf8proc_property_t& properties_of(uint32_t c) { return *utf8proc_get_property(utf8proc_int32_t(c)); }

static Result<std::string> unicodedata_category(VM& vm, Value character) {
    uint32_t c = TRY(character_of(vm, character, "category() argument"));
    return std::string(utf8proc_category_string(utf8proc_int32_t(c)));
}

static Result<std::string> unicodedata_bidirectional(VM& vm, Value character) {
    // In the order of utf8proc_bidi_class_t; unassigned characters have none.
    static constexpr const char* NAMES[] = {
        "", "L", "LRE", "LRO", "R", "AL", "RLE", "RLO", "PDF", "EN", "ES", "ET", "AN", "CS", "NSM", "BN", "B", "S",
        "WS", "ON", "LRI", "RLI", "FSI", "PDI",
    };
    uint32_t c = TRY(character_of(vm, character, "bidirectional() argument"));
    return std::string(NAMES[properties_of(c).bidi_class]);
}

static Result<int64_t> unicodedata_combining(VM& vm, Value character) {
    return int64_t(properties_of(TRY(character_of(vm, character, "combining() argument"))).combining_class);
}

static Result<int64_t> unicodedata_mirrored(VM& vm, Value character) {
    return int64_t(properties_of(TRY(character_of(vm, character, "mirrored() argument"))).bidi_mirrored);
}

static Result<std::string> unicodedata_east_asian_width(VM& vm, Value character) {
    static constexpr const char* NAMES[] = {"N", "Na", "W", "H", "F", "A"};
    uint32_t c = TRY(character_of(vm, character, "east_asian_width() argument"));
    auto behind = std::ranges::upper_bound(unicode::TABLES.widths, c << 8 | 0xFF);
    return std::string(NAMES[behind[-1] & 0xFF]);
}

// --- Normalization (Unicode Standard Annex #15) ----------------------------------------------------------------------

namespace {

// Characters go through a segment: a starter (combining class 0) and the marks behind it, which are put in order, and
// composed if the form asks for it, when the next starter arrives. So the memory needed is that of the longest run of
// marks, which is charged.
class Normalizer {
public:
    Normalizer(VM& vm, bool composes, bool is_compatible) : m_vm(vm), m_composes(composes), m_out(vm) {
        m_options = is_compatible ? UTF8PROC_COMPAT : UTF8PROC_STABLE;
    }

    Result<Str*> run(std::string_view text) {
        for (const char* at = text.data(); at < text.data() + text.size();)
            TRY(decompose(utf8_next(at)));
        finish_segment();
        flush();
        return m_out.finish();
    }

private:
    static constexpr int MAX_DECOMPOSITION = 32; // the longest is 18
    static constexpr utf8proc_int32_t BEFORE_TRAILS = 0x11A7;

    Result<void> decompose(uint32_t c) {
        utf8proc_int32_t parts[MAX_DECOMPOSITION];
        int boundary = 0;
        auto options = utf8proc_option_t(UTF8PROC_STABLE | UTF8PROC_DECOMPOSE | m_options);
        if (c < 128)
            return add(utf8proc_int32_t(c));
        auto count = utf8proc_decompose_char(utf8proc_int32_t(c), parts, MAX_DECOMPOSITION, options, &boundary);
        for (utf8proc_ssize_t i = 0; i < count; i++)
            TRY(add(parts[i]));
        return {};
    }

    Result<void> add(utf8proc_int32_t c) {
        bool is_starter = combining_class(c) == 0;
        if (is_starter) {
            finish_segment();
            if (m_composes && m_segment.size() == 1 && compose_starters(c))
                return {};
            flush();
        }
        if (m_segment.size() == m_segment.capacity() && m_segment.size() >= FIRST_CHECK)
            TRY(m_vm.heap.reserve(m_segment.size() * 3 * sizeof c));
        m_segment.push_back(c);
        return {};
    }

    static int combining_class(utf8proc_int32_t c) { return properties_of(uint32_t(c)).combining_class; }

    bool compose_starters(utf8proc_int32_t second) {
        if (second == BEFORE_TRAILS) // utf8proc 2.8 takes it for a trailing consonant that adds nothing
            return false;
        utf8proc_int32_t pair[] = {m_segment[0], second};
        if (compose(pair, 2) != 1)
            return false;
        m_segment[0] = pair[0];
        return true;
    }

    static utf8proc_ssize_t compose(utf8proc_int32_t* characters, size_t count) {
        return utf8proc_normalize_utf32(characters, utf8proc_ssize_t(count),
                                        utf8proc_option_t(UTF8PROC_STABLE | UTF8PROC_COMPOSE));
    }

    void finish_segment() {
        if (m_segment.size() < 2)
            return;
        std::ranges::stable_sort(m_segment, {}, combining_class);
        if (m_composes)
            m_segment.resize(size_t(compose(m_segment.data(), m_segment.size())));
    }

    void flush() {
        for (utf8proc_int32_t c : m_segment)
            m_out.append_code_point(uint32_t(c));
        m_segment.clear();
    }

    static constexpr size_t FIRST_CHECK = 1024;
    VM& m_vm;
    bool m_composes;
    int m_options;
    TextBuilder m_out;
    std::vector<utf8proc_int32_t> m_segment;
};

} // namespace

static Result<Str*> unicodedata_normalize(VM& vm, std::string_view form, Str& text) {
    bool is_compatible = form.starts_with("NFK");
    std::string_view last = form.substr(std::min<size_t>(form.size(), is_compatible ? 3 : 2));
    if (!form.starts_with("NF") || (last != "C" && last != "D"))
        return vm.value_error("invalid normalization form");
    if (text.is_ascii())
        return str_exact(vm, &text);
    return Normalizer(vm, last == "C", is_compatible).run(text.view());
}

static Result<bool> unicodedata_is_normalized(VM& vm, std::string_view form, Str& text) {
    return TRY(unicodedata_normalize(vm, form, text))->view() == text.view();
}

static constexpr NativeDef unicodedata_members[] = {
    fn<unicodedata_bidirectional>("bidirectional(chr, /)", "The bidirectional class of a character."),
    fn<unicodedata_category>("category(chr, /)", "The general category of a character."),
    fn<unicodedata_combining>("combining(chr, /)", "The canonical combining class of a character."),
    fn<unicodedata_decimal>("decimal(chr, default=<unset>, /)", "The value of a decimal digit."),
    fn<unicodedata_digit>("digit(chr, default=<unset>, /)", "The value of a digit."),
    fn<unicodedata_east_asian_width>("east_asian_width(chr, /)", "The East Asian width of a character."),
    fn<unicodedata_is_normalized>("is_normalized(form, unistr, /)", "Whether the string is in that normal form."),
    fn<unicodedata_lookup>("lookup(name, /)", "The character, or sequence of characters, of that name."),
    fn<unicodedata_mirrored>("mirrored(chr, /)", "Whether a character is mirrored in text from right to left: 1 or 0."),
    fn<unicodedata_name>("name(chr, default=<unset>, /)", "The name of a character."),
    fn<unicodedata_normalize>("normalize(form, unistr, /)", "The string in the form NFC, NFD, NFKC or NFKD."),
    fn<unicodedata_numeric>("numeric(chr, default=<unset>, /)", "The numeric value of a character, as float."),
};

static Result<void> initialize(VM& vm, Module& module) {
    module_set(vm, module, "unidata_version", make_short_str(vm, unicode::TABLES.version));
    return {};
}

extern const NativeModule unicodedata_module;
const NativeModule unicodedata_module = {
    .name = "unicodedata",
    .doc = "The Unicode Character Database: properties, names and normal forms of characters.",
    .members = unicodedata_members,
    .member_count = std::size(unicodedata_members),
    .initialize = initialize,
};

} // namespace ouro::stdlib
