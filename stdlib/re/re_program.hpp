// SPDX-License-Identifier: MIT
//
// Program: one regular expression as PCRE2 code. It is compiled on demand for each way of being applied: search, match
// and fullmatch (PCRE2's JIT cannot anchor at run time), and for octets or code points: ASCII text is matched as
// octets, without the cost of UTF-8. JIT code is made once a variant has proved to be used.
#pragma once

#include "stdlib/re/re_syntax.hpp"
#include "vm/model/core.hpp"

#include <memory>

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

namespace ouro::vm::re {

enum class Mode : uint8_t { Search, Match, FullMatch };

// What matching needs besides code: one per VM.
class Engine {
public:
    Engine();
    ~Engine();
    Engine(const Engine&) = delete;
    Engine& operator=(const Engine&) = delete;

    pcre2_compile_context* compile_context;
    pcre2_match_context* match_context;
    // Room for so many pairs of offsets; null when there is no memory.
    pcre2_match_data* match_data(uint32_t pairs);
    void set_subject_size(size_t bytes);
    // Once more, for a match that needs more memory than the usual one, up to `room` bytes.
    int match_with_jit_stack(const pcre2_code* code, std::string_view subject, size_t start, uint32_t options,
                             pcre2_match_data* data, size_t room);
    int match_with_heap(const pcre2_code* code, std::string_view subject, size_t start, uint32_t options,
                        pcre2_match_data* data, size_t room);

private:
    pcre2_match_data* m_match_data = nullptr;
    pcre2_jit_stack* m_jit_stack;
    uint32_t m_pairs = 0;
    bool m_has_heap = false; // m_match_data holds much memory
};

class Program {
public:
    // `translation` without a fault, in the alphabet that `source` asks for.
    Program(std::string text, bool is_text, uint32_t flags, Translation translation);
    ~Program();
    Program(const Program&) = delete;
    Program& operator=(const Program&) = delete;

    unsigned group_count() const { return m_translation.group_count; }
    uint32_t flags() const { return m_translation.flags; }
    const std::vector<GroupName>& names() const { return m_translation.names; }
    bool is_text() const { return m_is_text; }

    // Matches at or after `start`; `not_empty` forbids an empty match at `start`. The offsets of the groups stand in
    // offsets() until the engine is used again. Raises RuntimeError when the search takes too long, MemoryError.
    Result<bool> run(VM& vm, Engine& engine, Mode mode, std::string_view subject, bool subject_is_ascii, size_t start,
                     bool not_empty);
    // Compiles what search() needs, so that what PCRE2 cannot do is known at once. Null or PCRE2's message.
    std::string check(VM& vm, Engine& engine);
    // The group that was closed last in a match with these offsets (pairs; UINT32_MAX: unset), or 0.
    unsigned last_group(const uint32_t* offsets) const;

private:
    struct Variant {
        pcre2_code* code = nullptr;
        uint32_t uses = 0;
        enum : uint8_t { NotYet, Ready, Refused } jit = NotYet;
    };
    static constexpr uint32_t USES_BEFORE_JIT = 3;
    static constexpr size_t BYTES_BEFORE_JIT = 400;

    int compile(VM& vm, Engine& engine, Variant& variant, Mode mode, Alphabet alphabet);
    Variant& variant(Mode mode, Alphabet alphabet) { return m_variants[unsigned(mode)][unsigned(alphabet)]; }

    std::string m_text;
    bool m_is_text;
    uint32_t m_flags; // as given
    Translation m_translation;
    Variant m_variants[3][2];
};

// What translate() asks at each nested group.
bool stack_is_low(void* vm);

} // namespace ouro::vm::re
