// SPDX-License-Identifier: MIT
//
// The objects of module re: Pattern, Match, and the state that a VM keeps for them.
#pragma once

#include "stdlib/re/re_program.hpp"
#include "vm/model/core.hpp"

namespace ouro::vm::re {

struct Pattern;

// Compiled patterns by text and flags; the matching engine; the class PatternError, which is written in Python.
struct State : Object {
    static constexpr Kind KIND = Kind::Native;
    static const NativeType native_type;
    struct Entry {
        Value source;
        uint64_t flags;
        Pattern* pattern;
    };
    static constexpr size_t CACHE_SIZE = 256; // direct-mapped
    Entry cache[CACHE_SIZE];
    Engine* engine; // owned
    Value error_type;
};

struct Pattern : Object {
    static constexpr Kind KIND = Kind::Native;
    static const NativeType native_type;
    Value source; // str or bytes
    Program* program; // owned
    State* state;
    Dict* group_index;
    Tuple* group_names; // by number; None for groups without a name
};

struct Match : Object {
    static constexpr Kind KIND = Kind::Native;
    static const NativeType native_type;
    static constexpr uint32_t UNSET = UINT32_MAX;
    Pattern* pattern;
    Value subject;
    int64_t position, end_position; // as given to search(), in characters
    uint32_t group_count;           // group 0 included
    uint32_t padding;
    uint32_t* offsets() { return reinterpret_cast<uint32_t*>(this + 1); } // pairs of byte offsets
};

// What is matched against: a str or bytes, cut at endpos.
struct Subject {
    Value object;
    std::string_view text; // ends at endpos
    bool is_text, is_ascii;
    size_t start;                   // pos as byte offset
    int64_t position, end_position; // in characters
};

State& state_of(VM& vm);

// re.compile: from the cache or new. Raises PatternError, TypeError, ValueError, OverflowError, RecursionError.
Result<Pattern*> compile_pattern(VM& vm, Value source, int64_t flags);

// TypeError "expected string or bytes-like object, got 'int'", "cannot use a string pattern on a bytes-like object".
Result<Subject> make_subject(VM& vm, Pattern& pattern, Value object, int64_t position, int64_t end_position);
// Runs the pattern from byte `start`; true leaves the offsets in the engine.
Result<bool> run_pattern(VM& vm, Pattern& pattern, Mode mode, const Subject& subject, size_t start, bool not_empty);
// Offsets of the last successful run.
const size_t* last_offsets(Pattern& pattern);
// A Match of the last successful run.
Result<Match*> make_match(VM& vm, Pattern& pattern, const Subject& subject);
// text[begin:end] as str or bytes.
Result<Value> subject_part(VM& vm, Value object, size_t begin, size_t end);

// --- re_match.cpp ---
Result<Value> match_group_or(VM& vm, Match& match, unsigned group, Value otherwise);

// --- re_template.cpp ---
// A replacement text, taken apart: literal texts and group numbers by turns.
struct Template {
    struct Piece {
        std::string literal;
        int group; // appended behind the literal; -1: none
    };
    std::vector<Piece> pieces;
};
// Raises PatternError, IndexError "unknown group name 'x'".
Result<Template> parse_template(VM& vm, Pattern& pattern, Value source);
Raised raise_pattern_error(VM& vm, State& state, std::string_view message, Value source, int64_t position);

// --- re_substitute.cpp ---
struct Substituted {
    Value text;
    int64_t count;
};
Result<Substituted> substitute(VM& vm, Pattern& pattern, Value replacement, Value string, int64_t limit);

} // namespace ouro::vm::re
