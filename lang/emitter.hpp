// SPDX-License-Identifier: MIT
//
// The emitter: turns calls like `emit.Add(dst, left, right)` into the words of one Code, and keeps what belongs to it:
// jumps to labels, inline caches, the line table, the handler table, registers in use.
//
// The functions that emit are made from vm/model/opcodes.def: one argument per operand that the table names, a Label
// for jumps, an interned Str for names and caches.
//
// Code is emitted in one walk from top to bottom, and the emitter knows along it whether the next instruction can be
// reached and which local variables are surely bound there (BoundSet). Nothing is emitted where it cannot be reached.
// Jumps carry that knowledge to their labels; where a label is jumped to from below, the code generator says what
// holds.
#pragma once

#include "lang/constants.hpp"
#include "lang/span.hpp"
#include "vm/model/code.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <deque>
#include <type_traits>
#include <utility>
#include <vector>

namespace ouro::lang {

using Reg = unsigned;

// A set of registers of named locals.
class BoundSet {
public:
    bool has(Reg reg) const { return m_words[reg / 64] >> (reg % 64) & 1; }
    void add(Reg reg) { m_words[reg / 64] |= 1ull << (reg % 64); }
    void remove(Reg reg) { m_words[reg / 64] &= ~(1ull << (reg % 64)); }
    void remove(const BoundSet& other) {
        for (size_t i = 0; i < m_words.size(); i++)
            m_words[i] &= ~other.m_words[i];
    }
    void intersect(const BoundSet& other) {
        for (size_t i = 0; i < m_words.size(); i++)
            m_words[i] &= other.m_words[i];
    }

private:
    std::array<uint64_t, 4> m_words{};
};

// A place to jump to. Jumps to a label that is not placed yet are chained through their own words.
class Label {
public:
    bool is_reached() const { return m_reached; }

private:
    friend class Emitter;
    static constexpr uint32_t NOWHERE = UINT32_MAX;
    uint32_t m_position = NOWHERE;
    uint32_t m_last_jump = 0; // of the chain: 0 none, else 2 * word offset + (1 for a 24-bit jump)
    bool m_reached = false;
    BoundSet m_bound; // at all jumps so far
};

// A stretch of code whose exceptions go to one handler. Code in it that must not be covered (a `finally` body run on
// the way out) splits it into several ranges.
struct Region {
    Reg exception = 0; // where the handler finds the exception
    BoundSet bound;    // what is surely bound anywhere in it
    uint32_t start = 0;
    Reg outer_floor = 0; // Emitter::spill_floor() outside of it
    bool is_open = false;
    bool is_used = false; // some instruction is covered
    uint32_t target = 0;
};

class Emitter {
public:
    static constexpr Reg REGISTER_LIMIT = vm::NEAR_REGISTERS;
    static constexpr Reg FAR_LIMIT = 1 << 30;
    static constexpr unsigned ROOM = 40;
    static constexpr uint32_t SHORT_JUMPS_LIMIT = 1 << 22;
    static constexpr uint32_t WORD_LIMIT = 1 << 30;

    // For a frame with so many named locals; temporaries come behind the near ones. Behind far locals one register is
    // for begin_frame, which moves parameters there, then come far temporaries.
    Emitter(vm::VM& vm, unsigned local_count, bool has_long_jumps)
        : m_constants(vm), m_has_long_jumps(has_long_jumps), m_next(std::min(local_count, vm::NEAR_LOCALS)),
          m_highest(m_next), m_spill_floor(m_next),
          m_far_next(local_count > vm::NEAR_LOCALS ? vm::local_register(local_count) + 1 : REGISTER_LIMIT),
          m_far_highest(m_far_next) {}

    // --- Instructions ---
#define OP(name, a, b, c, x)                                                                                           \
    template <class... A>                                                                                              \
    void name(A&&... arguments) {                                                                                      \
        emit<vm::Op::name>(std::forward<A>(arguments)...);                                                             \
    }
#include "vm/model/opcodes.def"

    // The same, for opcodes chosen by a table; all three operands in the low byte's word.
    void put(vm::Op op, uint32_t a, uint32_t b, uint32_t c);
    void put_jump(vm::Op op, uint32_t a, uint32_t b, uint32_t c, Label& target);

    // The source range of the instructions that follow.
    Emitter& at(const Span& span) {
        m_span = span;
        return *this;
    }
    const Span& span() const {
        return m_span;
    }
    uint32_t position() const {
        return uint32_t(m_words.size());
    }

    // --- Labels and reachability ---
    void place(Label& label);
    // A label that is jumped to from below only (the top of a loop).
    void place_top(Label& label);
    bool is_reachable() const {
        return m_reachable;
    }
    // Starts code that is reached in some other way, with `bound` bound.
    void resume(const BoundSet& bound) {
        m_reachable = true;
        m_bound = bound;
    }
    void set_unreachable() {
        m_reachable = false;
    }
    BoundSet& bound() {
        return m_bound;
    }

    // --- Handlers ---
    Region& open_region(Reg exception, const BoundSet& bound);
    void suspend(Region& region);
    void reopen(Region& region);
    void close_region(Region& region); // inner ones first
    const std::vector<Region*>& regions() const {
        return m_regions;
    }
    void enter_handler(Region& region);
    // Covers [start, now) by all of `regions`, innermost last: for code that was moved out of its place.
    void cover(uint32_t start, const std::vector<Region*>& regions);

    // --- Registers ---
    Reg allocate(unsigned count = 1) {
        Reg first = m_next;
        m_next += count;
        if (m_next > m_highest)
            note_highest();
        return first < REGISTER_LIMIT && m_next <= REGISTER_LIMIT ? first : 0;
    }
    Reg next_register() const {
        return m_next;
    }
    void release_to(Reg next) {
        m_next = next;
    }
    // Whether so many registers leave enough others for what else a construct needs at once.
    bool has_room(size_t count) const {
        return m_next + count + ROOM <= REGISTER_LIMIT;
    }
    // Far temporaries: as many as a frame can have, but only instructions with a FarReg reach them.
    Reg allocate_far(size_t count = 1);
    Reg next_far() const {
        return m_far_next;
    }
    void release_far_to(Reg next) {
        m_far_next = next;
    }
    // The temporaries from here on are of no use to any handler that covers this place: between instructions they may
    // be moved away and back.
    Reg spill_floor() const {
        return m_spill_floor;
    }
    bool out_of_registers() const {
        return m_highest > REGISTER_LIMIT;
    }
    const Span& overflow_span() const {
        return m_overflow_span;
    }
    bool too_long() const {
        return m_words.size() > (m_has_long_jumps ? WORD_LIMIT : SHORT_JUMPS_LIMIT);
    }
    // Must be empty at entry.
    void need_clear(Reg reg);

    Constants& constants() {
        return m_constants;
    }
    // Moves everything into `parts`.
    void finish(vm::CodeParts& parts);

private:
    static constexpr unsigned operand_count(const vm::OpInfo& info) {
        using K = vm::OperandKind;
        return (info.a != K::None) + (info.b != K::None) + (info.c != K::None) + (info.x != K::None);
    }
    static constexpr bool is_wide(vm::OperandKind kind) {
        return kind == vm::OperandKind::K16 || kind == vm::OperandKind::SImm16;
    }

    struct Operands {
        uint32_t word = 0;
        uint32_t x = 0;
        Label* label = nullptr;
    };

    // Puts one argument in its place: `shift` of the word, or X for 32.
    template <vm::OperandKind KIND, unsigned SHIFT, class Argument>
    void set(Operands& operands, Argument&& argument) {
        using K = vm::OperandKind;
        if constexpr (KIND == K::Jump || KIND == K::SJ) {
            Label& label = argument;
            operands.label = &label;
        } else if constexpr (KIND == K::Cache) {
            vm::Str* name = argument;
            operands.x = m_reachable ? add_cache(name) : 0;
        } else if constexpr (KIND == K::Name) {
            vm::Str* name = argument;
            operands.x = m_reachable ? m_constants.add(vm::Value(reinterpret_cast<vm::Object*>(name))) : 0;
        } else {
            static_assert(std::is_integral_v<std::remove_cvref_t<Argument>>);
            if constexpr (SHIFT == 32)
                operands.x = uint32_t(argument);
            else
                operands.word |= (uint32_t(argument) & (is_wide(KIND) ? 0xFFFF : 0xFF)) << SHIFT;
        }
    }

    template <vm::Op OPCODE, class... A>
    void emit(A&&... arguments) {
        using K = vm::OperandKind;
        constexpr vm::OpInfo info = vm::OP_INFO[unsigned(OPCODE)];
        static_assert(sizeof...(A) == operand_count(info), "one argument per operand in opcodes.def");
        Operands operands{.word = uint32_t(OPCODE)};
        [[maybe_unused]] auto all = std::forward_as_tuple(std::forward<A>(arguments)...);
        constexpr unsigned b = info.a != K::None, c = b + (info.b != K::None), x = c + (info.c != K::None);
        if constexpr (info.a != K::None)
            set<info.a, 8>(operands, std::get<0>(all));
        if constexpr (info.b != K::None)
            set<info.b, 16>(operands, std::get<b>(all));
        if constexpr (info.c != K::None)
            set<info.c, 24>(operands, std::get<c>(all));
        if constexpr (info.x != K::None)
            set<info.x, 32>(operands, std::get<x>(all));
        if constexpr (info.a == K::SJ)
            append_short_jump(operands);
        else if constexpr (info.x == K::Jump)
            append_jump(operands);
        else if constexpr (info.x != K::None)
            append(operands.word, operands.x);
        else
            append(operands.word);
        if constexpr (OPCODE == vm::Op::Return || OPCODE == vm::Op::ReturnNone || OPCODE == vm::Op::Raise ||
                      OPCODE == vm::Op::RaiseFrom || OPCODE == vm::Op::RaiseAgain || OPCODE == vm::Op::Reraise)
            m_reachable = false;
    }

    void append(uint32_t word);
    void append(uint32_t word, uint32_t x);
    void append_jump(const Operands& operands);
    void append_short_jump(const Operands& operands);
    void note_position();
    void note_highest();
    void note_jump(Label& label);
    uint32_t add_cache(vm::Str* name);

    struct Covered {
        uint32_t start, end;
        Region* region;
    };

    Constants m_constants;
    const bool m_has_long_jumps; // Jump is emitted as JumpFar
    std::vector<uint32_t> m_words;
    std::vector<vm::Str*> m_cache_names;
    std::vector<vm::LineEntry> m_lines;
    std::vector<Covered> m_covered;
    std::deque<Region> m_all_regions;
    std::vector<Region*> m_regions; // open or suspended now, outermost first
    Span m_span;
    Span m_overflow_span; // where the registers ran out
    BoundSet m_bound;
    bool m_reachable = true;
    Reg m_next, m_highest, m_spill_floor;
    Reg m_far_next, m_far_highest;
    Reg m_clear_from = UINT32_MAX, m_clear_to = 0;
};

// Registers allocated while it lives are free again afterwards.
class RegisterScope {
public:
    explicit RegisterScope(Emitter& emit) : m_emit(emit), m_next(emit.next_register()), m_far_next(emit.next_far()) {}
    ~RegisterScope() {
        m_emit.release_to(m_next);
        m_emit.release_far_to(m_far_next);
    }
    RegisterScope(const RegisterScope&) = delete;
    RegisterScope& operator=(const RegisterScope&) = delete;

private:
    Emitter& m_emit;
    Reg m_next, m_far_next;
};

} // namespace ouro::lang
