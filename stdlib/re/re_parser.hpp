// SPDX-License-Identifier: MIT
//
// The parser behind translate(): a recursive descent over the pattern's characters that writes PCRE2 text as it goes.
// Functions return false once a fault is recorded; positions and messages are those that CPython's re gives.
#pragma once

#include "stdlib/re/re_syntax.hpp"

namespace ouro::vm::re {

// How many characters a part can match; the maximum is capped at LIMIT.
struct Width {
    static constexpr uint64_t LIMIT = uint64_t(1) << 32;
    uint64_t least = 0, most = 0;
    Width operator+(Width other) const;
    Width repeated(uint64_t low, uint64_t high) const;
};

// One item of a sequence, as far as a following repetition must know it.
struct Item {
    enum Kind : uint8_t { Nothing, Position, Repeat, Other } kind = Nothing;
    Width width;
    unsigned first_group = 0; // groups opened before it
    size_t text = 0;          // where it begins in the result
};

class Parser {
public:
    Parser(const Source& source, Alphabet alphabet, bool (*stack_is_low)(void*), void* context);
    Translation run();

private:
    static constexpr uint32_t END = UINT32_MAX;

    // --- Characters ---
    uint32_t peek(size_t ahead = 0) const {
        return m_at + ahead < m_characters.size() ? m_characters[m_at + ahead] : END;
    }
    bool take(uint32_t c);
    std::string text(size_t from, size_t to) const; // the pattern's characters as UTF-8
    bool fail(std::string message, size_t position);
    bool take_until(uint32_t terminator, const char* what, std::string& name);

    // --- Sequences and groups (re_syntax_parser.cpp, re_repeat.cpp, re_groups.cpp) ---
    bool parse_alternatives(Width& width, bool at_start);
    bool parse_sequence(Width& width, bool at_start);
    bool parse_item(Item& item, bool at_start);
    bool parse_repeat(Item& item, Width& width);
    bool parse_repeat_counts(uint64_t& low, uint64_t& high, bool& is_repeat);
    bool emit_repeat(const Item& item, uint64_t low, uint64_t high, const std::string& mode);
    bool emit_blocks(const Item& item, uint64_t low, uint64_t high, const std::string& mode, bool copied);
    std::string define(const std::string& part);
    std::string exactly(const std::string& part, uint64_t count, bool copied);
    std::string at_most(const std::string& part, const std::string& last, uint64_t least, uint64_t most,
                        const std::string& mode, bool copied);
    void skip_blanks_and_comments();
    bool parse_group(Item& item, bool at_start);
    bool parse_extension(Item& item, size_t start, bool at_start);
    bool parse_named(Item& item, size_t start);
    bool parse_capture(Item& item, size_t start, const std::string& name, size_t name_position);
    bool parse_plain_group(Item& item, size_t start, const char* opening);
    bool parse_look_around(Item& item, size_t start);
    bool parse_condition(Item& item, size_t start);
    bool parse_condition_group(unsigned& group);
    bool parse_inline_flags(Item& item, size_t start, bool at_start);
    static void append_flags(std::string& out, uint32_t flags); // those that PCRE2 has
    bool read_added_flags(uint32_t& added);
    bool read_removed_flags(uint32_t& removed);
    bool close_group(size_t start);
    bool fail_extension(const char* opening, size_t at, size_t start);
    bool refer_to_group(Item& item, unsigned group, size_t position);
    bool check_reference(unsigned group, size_t position);
    bool is_valid_name(const std::string& name) const;

    // --- Escapes and classes (re_escapes.cpp) ---
    bool parse_escape(Item& item);
    bool parse_digit_escape(Item& item, size_t start);
    bool parse_class(Item& item);
    bool parse_class_member(size_t class_start, uint32_t& c, bool& is_category);
    bool parse_class_escape(uint32_t& c, bool& is_category);
    bool parse_character_escape(uint32_t& c, size_t start, bool& known);
    bool parse_hex_escape(uint32_t& c, size_t start, unsigned digits);

    // --- Characters of which IGNORECASE makes several (re_case.cpp) ---
    bool folds_text() const;
    void emit_alike(uint32_t low, uint32_t high);
    void begin_class();
    void end_class();
    void emit_class_range(uint32_t low, uint32_t high);
    void emit_single(uint32_t c);

    // --- Output ---
    void emit(std::string_view pcre) { m_result.text += pcre; }
    void emit_character(uint32_t c);
    void emit_category(char letter, bool in_class);
    void emit_boundary(char letter);
    bool is_ascii_scope() const { return m_flags & ASCII || !m_source.is_text; }

    const Source& m_source;
    Alphabet m_alphabet;
    bool (*m_stack_is_low)(void*);
    void* m_context;
    std::vector<uint32_t> m_characters;
    size_t m_at = 0;
    uint32_t m_flags;           // in force here
    bool m_restart = false;     // VERBOSE was turned on: what was read so far must be read again
    std::vector<Width> m_group_widths; // by number; index 0 unused
    std::vector<bool> m_group_closed;
    std::vector<std::pair<unsigned, size_t>> m_conditions; // groups named by number before they may exist, and where
    bool m_variable_look_behind = false; // a look-behind of no fixed width was seen
    unsigned m_look_behind_groups = 0; // groups opened before the enclosing look-behind, plus one; 0 outside
    std::string m_definitions; // of what high counts repeat
    unsigned m_definition_count = 0;
    Translation m_result;
};

} // namespace ouro::vm::re
