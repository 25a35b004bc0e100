// SPDX-License-Identifier: MIT
//
// Python's regular expression syntax, checked and rewritten in PCRE2's. The two are close, but names, escapes,
// character classes, flags, repetition counts and many errors differ, so every pattern is parsed here and each of its
// parts is written anew; PCRE2 never sees what a script wrote. Library Reference, module re, "Regular Expression
// Syntax".
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace ouro::vm::re {

// The values of re.RegexFlag.
enum Flag : uint32_t {
    IGNORECASE = 2,
    LOCALE = 4,
    MULTILINE = 8,
    DOTALL = 16,
    UNICODE = 32,
    VERBOSE = 64,
    DEBUG = 128,
    ASCII = 256,
};

// What the compiled pattern will be applied to.
enum class Alphabet : uint8_t {
    Octets,   // bytes; or the UTF-8 of ASCII text, where code points and octets are the same
    CodePoints, // UTF-8 with code points above 127
};

struct Source {
    std::string_view text; // UTF-8 of a str, or octets
    bool is_text;          // a str pattern
    uint32_t flags;        // as given to compile()
};

struct GroupName {
    std::string name;
    unsigned number;
};

// What is wrong with a pattern: the parts of re.PatternError, or an OverflowError.
struct Fault {
    enum Kind : uint8_t { None, Syntax, SyntaxWithoutPosition, Overflow, Nesting } kind = None;
    std::string message;
    size_t position = 0; // in characters
};

struct Translation {
    std::string text;      // in PCRE2's syntax
    uint32_t flags = 0;    // with the global inline flags and the default UNICODE
    unsigned group_count = 0;
    std::vector<GroupName> names;
    std::vector<unsigned> close_order; // group numbers in the order of their closing parentheses
    bool loop_over_groups = false;     // a repeated part holds several groups: any of them may be closed last
    bool is_ascii = true;              // names no code point above 127
    Fault fault;
};

// `alphabet` must be Octets for bytes patterns. `stack_is_low` is asked at each nested group.
Translation translate(const Source& source, Alphabet alphabet, bool (*stack_is_low)(void*), void* context);

} // namespace ouro::vm::re
