// SPDX-License-Identifier: MIT
//
// PCRE2: compiling, JIT, matching, limits.
#include "stdlib/re/re_program.hpp"

#include <algorithm>
#include <unistd.h>

namespace ouro::vm::re {

static constexpr size_t SMALLEST_JIT_STACK = 32 * 1024, LARGEST_JIT_STACK = 64 * 1024 * 1024;
static constexpr uint32_t HEAP_LIMIT_KIB = 64 * 1024; // of the matcher that runs when the JIT's stack is too small
static constexpr uint32_t PARENTHESES_LIMIT = 1000;
static constexpr uint32_t STEPS = 200'000'000; // some seconds; more for long subjects

// --- Engine --------------------------------------------------------------------------------------------------------

Engine::Engine()
    : compile_context(pcre2_compile_context_create(nullptr)), match_context(pcre2_match_context_create(nullptr)),
      m_jit_stack(pcre2_jit_stack_create(SMALLEST_JIT_STACK, LARGEST_JIT_STACK, nullptr)) {
    pcre2_set_newline(compile_context, PCRE2_NEWLINE_LF);
    pcre2_set_parens_nest_limit(compile_context, PARENTHESES_LIMIT);
    pcre2_set_compile_extra_options(compile_context, PCRE2_EXTRA_ALLOW_SURROGATE_ESCAPES);
    pcre2_set_heap_limit(match_context, HEAP_LIMIT_KIB);
    pcre2_set_match_limit(match_context, STEPS);
    if (m_jit_stack)
        pcre2_jit_stack_assign(match_context, nullptr, m_jit_stack);
}

Engine::~Engine() {
    pcre2_match_data_free(m_match_data);
    pcre2_jit_stack_free(m_jit_stack);
    pcre2_match_context_free(match_context);
    pcre2_compile_context_free(compile_context);
}

pcre2_match_data* Engine::match_data(uint32_t pairs) {
    if (pairs > m_pairs || !m_match_data || m_has_heap) {
        m_has_heap = false;
        pcre2_match_data_free(m_match_data);
        m_pairs = std::max(pairs, 16u);
        m_match_data = pcre2_match_data_create(m_pairs, nullptr);
    }
    return m_match_data;
}

void Engine::set_subject_size(size_t bytes) {
    pcre2_set_match_limit(match_context, uint32_t(std::min<size_t>(STEPS + bytes * 16, UINT32_MAX)));
}

int Engine::match_with_jit_stack(const pcre2_code* code, std::string_view subject, size_t start, uint32_t options,
                                 pcre2_match_data* data, size_t room) {
    pcre2_jit_stack* stack = nullptr; // only address space at first, of which there may be less than memory
    for (; !stack && room > LARGEST_JIT_STACK; room /= 2)
        stack = pcre2_jit_stack_create(SMALLEST_JIT_STACK, room, nullptr);
    if (!stack)
        return PCRE2_ERROR_JIT_STACKLIMIT;
    pcre2_jit_stack_assign(match_context, nullptr, stack);
    auto* text = reinterpret_cast<const uint8_t*>(subject.data());
    int count = pcre2_jit_match(code, text, subject.size(), start, options, data, match_context);
    pcre2_jit_stack_assign(match_context, nullptr, m_jit_stack);
    pcre2_jit_stack_free(stack);
    return count;
}

int Engine::match_with_heap(const pcre2_code* code, std::string_view subject, size_t start, uint32_t options,
                            pcre2_match_data* data, size_t room) {
    pcre2_set_heap_limit(match_context, uint32_t(std::min<size_t>(room / 1024, UINT32_MAX)));
    auto* text = reinterpret_cast<const uint8_t*>(subject.data());
    int count = pcre2_match(code, text, subject.size(), start, options, data, match_context);
    pcre2_set_heap_limit(match_context, HEAP_LIMIT_KIB);
    m_has_heap = true;
    return count;
}

// How much a match may take at most: of the machine's memory a part, and no more than the VM may have.
static size_t room_for_match(VM& vm) {
    size_t machine = size_t(sysconf(_SC_PHYS_PAGES)) * size_t(sysconf(_SC_PAGESIZE)) / 4;
    return std::max(std::min(machine, vm.heap.limit()), LARGEST_JIT_STACK);
}

bool stack_is_low(void* vm) { return static_cast<VM*>(vm)->check_native_stack().is_error(); }

// --- Program -------------------------------------------------------------------------------------------------------

Program::Program(std::string text, bool is_text, uint32_t flags, Translation translation)
    : m_text(std::move(text)), m_is_text(is_text), m_flags(flags), m_translation(std::move(translation)) {}

Program::~Program() {
    for (auto& row : m_variants) {
        for (Variant& variant : row)
            pcre2_code_free(variant.code);
    }
}

// 0 or PCRE2's error number.
int Program::compile(VM& vm, Engine& engine, Variant& variant, Mode mode, Alphabet alphabet) {
    Source source{m_text, m_is_text, m_flags};
    std::string text = translate(source, alphabet, stack_is_low, &vm).text;
    uint32_t options = PCRE2_ALT_CIRCUMFLEX;
    if (alphabet == Alphabet::CodePoints)
        options |= PCRE2_UTF | PCRE2_UCP | PCRE2_NO_UTF_CHECK;
    if (m_translation.flags & IGNORECASE)
        options |= PCRE2_CASELESS;
    if (m_translation.flags & MULTILINE)
        options |= PCRE2_MULTILINE;
    if (m_translation.flags & DOTALL)
        options |= PCRE2_DOTALL;
    if (mode != Mode::Search)
        options |= PCRE2_ANCHORED;
    if (mode == Mode::FullMatch)
        options |= PCRE2_ENDANCHORED;
    int error = 0;
    size_t offset = 0;
    variant.code = pcre2_compile(reinterpret_cast<const uint8_t*>(text.data()), text.size(), options, &error, &offset,
                                 engine.compile_context);
    return variant.code ? 0 : error;
}

static std::string message_of(int error) {
    uint8_t text[256];
    pcre2_get_error_message(error, text, sizeof text);
    return reinterpret_cast<const char*>(text);
}

std::string Program::check(VM& vm, Engine& engine) {
    Alphabet alphabet = m_is_text && !m_translation.is_ascii ? Alphabet::CodePoints : Alphabet::Octets;
    Variant& search = variant(Mode::Search, alphabet);
    int error = search.code ? 0 : compile(vm, engine, search, Mode::Search, alphabet);
    return error ? message_of(error) : "";
}

static Raised raise_match_error(VM& vm, int error) {
    if (error == PCRE2_ERROR_MATCHLIMIT || error == PCRE2_ERROR_DEPTHLIMIT)
        return vm.runtime_error("the regular expression needs too many steps on this text");
    if (error == PCRE2_ERROR_HEAPLIMIT || error == PCRE2_ERROR_NOMEMORY || error == PCRE2_ERROR_JIT_STACKLIMIT)
        return vm.memory_error();
    return vm.runtime_error("regular expression: {}", message_of(error));
}

Result<bool> Program::run(VM& vm, Engine& engine, Mode mode, std::string_view subject, bool subject_is_ascii,
                          size_t start, bool not_empty) {
    bool octets = !m_is_text || (subject_is_ascii && m_translation.is_ascii);
    Variant& use = variant(mode, octets ? Alphabet::Octets : Alphabet::CodePoints);
    if (!use.code) {
        if (int error = compile(vm, engine, use, mode, octets ? Alphabet::Octets : Alphabet::CodePoints))
            return vm.runtime_error("regular expression: {}", message_of(error));
    }
    if (use.jit == Variant::NotYet && (++use.uses > USES_BEFORE_JIT || subject.size() - start > BYTES_BEFORE_JIT))
        use.jit = pcre2_jit_compile(use.code, PCRE2_JIT_COMPLETE) == 0 ? Variant::Ready : Variant::Refused;
    pcre2_match_data* data = engine.match_data(m_translation.group_count + 1);
    if (!data)
        return vm.memory_error();
    if (subject.size() > STEPS / 16)
        engine.set_subject_size(subject.size());
    auto* text = reinterpret_cast<const uint8_t*>(subject.data());
    uint32_t options = (not_empty ? PCRE2_NOTEMPTY_ATSTART : 0) | (octets ? 0 : PCRE2_NO_UTF_CHECK);
    int count = PCRE2_ERROR_JIT_STACKLIMIT;
    if (use.jit == Variant::Ready)
        count = pcre2_jit_match(use.code, text, subject.size(), start, options, data, engine.match_context);
    if (count == PCRE2_ERROR_JIT_STACKLIMIT && use.jit == Variant::Ready)
        count = engine.match_with_jit_stack(use.code, subject, start, options, data, room_for_match(vm));
    if (count == PCRE2_ERROR_JIT_STACKLIMIT) // no JIT code, or its stack is too small
        count = pcre2_match(use.code, text, subject.size(), start, options | PCRE2_NO_JIT, data, engine.match_context);
    if (count == PCRE2_ERROR_HEAPLIMIT)
        count = engine.match_with_heap(use.code, subject, start, options | PCRE2_NO_JIT, data, room_for_match(vm));
    if (count > 0)
        return true;
    if (count == PCRE2_ERROR_NOMATCH)
        return false;
    if (vm.safepoint.load(std::memory_order_relaxed)) // Ctrl-C, perhaps, which tells more than the engine's error
        TRY(vm.handle_safepoint());
    return raise_match_error(vm, count);
}

// Groups close in the order of their closing parentheses, except in a loop over several of them: there the one that
// ends furthest right was closed in the last round.
unsigned Program::last_group(const uint32_t* offsets) const {
    unsigned last = 0;
    for (unsigned group : m_translation.close_order) {
        if (offsets[2 * group] == UINT32_MAX)
            continue;
        if (!last || !m_translation.loop_over_groups || offsets[2 * group + 1] >= offsets[2 * last + 1])
            last = group;
    }
    return last;
}

} // namespace ouro::vm::re
