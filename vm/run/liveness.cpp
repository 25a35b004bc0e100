// SPDX-License-Identifier: MIT
//
// Liveness of registers, computed from the code when it is asked for: the usual backward data flow over the
// instructions, whose operand kinds say what they read and write.
//
// A register is live before an instruction if the instruction reads it, or if it is live behind it, on any way, and not
// written by it. Whatever is not known errs on the side of life: reads are never left out, writes may be. Named locals
// are always live, since locals() and debuggers see them; so are far registers, which hold few temporaries.
#include "vm/run/liveness.hpp"

#include "vm/model/code.hpp"
#include "vm/model/frame.hpp"
#include "vm/vm.hpp"

#include <algorithm>
#include <array>
#include <bitset>
#include <unordered_map>
#include <vector>

namespace ouro::vm {

namespace {

using RegisterSet = std::bitset<256>;

struct Range {
    uint32_t first = 0, count = 0;
};

void add(RegisterSet& set, Range range) {
    for (uint32_t i = range.first; i < std::min<uint32_t>(range.first + range.count, uint32_t(set.size())); i++)
        set.set(i);
}

// The consecutive registers that the instruction's Base operand `base` names, and whether it only writes them.
struct Row {
    Range range;
    bool is_written = false;
};

Row row_of(const uint32_t* at, uint32_t base) {
    uint32_t c = instruction::c(*at);
    switch (instruction::op(*at)) {
    case Op::GetMethod:
    case Op::GetMethodCached:
    case Op::GetMethodSlot:
    case Op::GetMethodModule:
    case Op::GetMethodType:
    case Op::GetSuperMethod:
    case Op::GetSpecial:
    case Op::MatchGroup:
        return {{base, 2}, true};
    case Op::PrepareFor:
        return {{base, 3}, true};
    case Op::Unpack:
        return {{base, c}, true};
    case Op::UnpackStar:
        return {{base, c + 1 + at[1]}, true};
    case Op::RestoreFar:
        return {{base, instruction::b(*at)}, true};
    case Op::SaveFar:
        return {{base, instruction::b(*at)}};
    case Op::ForNext:
    case Op::EndFor:
    case Op::GetSlice:
    case Op::BuildSlice:
        return {{base, 3}};
    case Op::Call:
    case Op::CallKw:
        return {{base, 1 + c}};
    case Op::CallMethod:
    case Op::CallMethodKw:
        return {{base, 2 + c}};
    case Op::CallEx:
        return {{base, 2 + c}};
    case Op::WithExit:
    case Op::MatchClass:
        return {{base, 2}};
    case Op::BuildTuple:
    case Op::BuildList:
    case Op::BuildSet:
    case Op::BuildString:
        return {{base, c}};
    case Op::BuildMap:
        return {{base, 2 * c}};
    case Op::MakeFunction:
        return {{base, uint32_t(std::popcount(c))}};
    default:
        return {{base, NEAR_REGISTERS}};
    }
}

struct Effect {
    RegisterSet reads, writes;
};

void add_operand(Effect& effect, const uint32_t* at, OperandKind kind, uint32_t operand) {
    switch (kind) {
    case OperandKind::Dst:
        effect.writes.set(operand);
        return;
    case OperandKind::Src:
    case OperandKind::SrcDst:
        effect.reads.set(operand);
        return;
    case OperandKind::FarReg: // some write it: counted as read
        if (operand < NEAR_REGISTERS)
            add(effect.reads, {operand, NEAR_REGISTERS});
        return;
    case OperandKind::Base: {
        Row row = row_of(at, operand);
        add(row.is_written ? effect.writes : effect.reads, row.range);
        return;
    }
    default:
        return;
    }
}

Effect effect_of(const uint32_t* at) {
    Effect effect;
    const OpInfo& info = OP_INFO[uint8_t(*at)];
    add_operand(effect, at, info.a, instruction::a(*at));
    add_operand(effect, at, info.b, instruction::b(*at));
    add_operand(effect, at, info.c, instruction::c(*at));
    if (info.x == OperandKind::FarReg)
        add_operand(effect, at, info.x, at[1]);
    return effect;
}

// Of one Code: the registers that are live before each of its instructions.
class Liveness {
public:
    explicit Liveness(const Code& code) : m_code(code), m_live(code.word_count), m_handler(code.word_count) {
        for (uint32_t pc = 0; pc < code.word_count; pc += size_at(pc))
            m_starts.push_back(pc);
        for (uint32_t i = code.handler_count; i-- > 0;) { // inner ones, which stand first, have the last word
            const Handler& handler = code.handlers[i];
            std::fill(m_handler.begin() + handler.start, m_handler.begin() + handler.end, &handler);
        }
        while (flow_once())
            ;
    }

    // What the instruction that contains word `pc` and those after it may read, and what it is about to write bit by
    // bit.
    RegisterSet while_running(uint32_t pc) const {
        uint32_t start = *std::prev(std::upper_bound(m_starts.begin(), m_starts.end(), pc));
        const uint32_t* at = m_code.words + start;
        RegisterSet live = m_live[start];
        add_rows(live, at);
        if (instruction::op(*at) == Op::ForNext) // may unpack the item for the instruction that it jumps to
            add_rows(live, at + 2 + int32_t(at[1]));
        return live;
    }

private:
    uint32_t size_at(uint32_t pc) const { return OP_INFO[m_code.words[pc] & 0xFF].has_x() ? 2 : 1; }

    static void add_rows(RegisterSet& live, const uint32_t* at) {
        const OpInfo& info = OP_INFO[uint8_t(*at)];
        if (info.a == OperandKind::Base)
            add(live, row_of(at, instruction::a(*at)).range);
        if (info.b == OperandKind::Base)
            add(live, row_of(at, instruction::b(*at)).range);
        if (info.c == OperandKind::Base)
            add(live, row_of(at, instruction::c(*at)).range);
    }

    RegisterSet live_before(int64_t pc) const {
        return pc >= 0 && pc < int64_t(m_live.size()) ? m_live[size_t(pc)] : RegisterSet();
    }

    static bool goes_on(Op op) {
        switch (op) {
        case Op::Jump:
        case Op::JumpFar:
        case Op::Return:
        case Op::ReturnNone:
        case Op::Raise:
        case Op::RaiseFrom:
        case Op::RaiseAgain:
        case Op::Reraise:
            return false;
        default:
            return true;
        }
    }

    // Live behind the instruction and written by it no more.
    RegisterSet live_behind(uint32_t pc, const RegisterSet& writes) const {
        const uint32_t* at = m_code.words + pc;
        const OpInfo& info = OP_INFO[uint8_t(*at)];
        RegisterSet next = goes_on(instruction::op(*at)) ? live_before(pc + size_at(pc)) : RegisterSet();
        RegisterSet jumped;
        if (info.a == OperandKind::SJ)
            jumped = live_before(int64_t(pc) + 1 + instruction::sj(*at));
        if (info.x == OperandKind::Jump)
            jumped = live_before(int64_t(pc) + 2 + int32_t(at[1]));
        if (instruction::op(*at) == Op::ForNext) // writes the item only where it jumps
            return next | (jumped & ~writes);
        return (next | jumped) & ~writes;
    }

    // One pass over the code, backwards. Did it change anything?
    bool flow_once() {
        bool has_changed = false;
        for (size_t i = m_starts.size(); i-- > 0;) {
            uint32_t pc = m_starts[i];
            Effect effect = effect_of(m_code.words + pc);
            RegisterSet live = effect.reads | live_behind(pc, effect.writes);
            if (const Handler* handler = m_handler[pc]) {
                RegisterSet in_handler = live_before(handler->target);
                if (handler->exception < in_handler.size())
                    in_handler.reset(handler->exception);
                live |= in_handler;
            }
            has_changed |= live != m_live[pc];
            m_live[pc] = live;
        }
        return has_changed;
    }

    const Code& m_code;
    std::vector<uint32_t> m_starts;
    std::vector<RegisterSet> m_live;         // by word
    std::vector<const Handler*> m_handler;   // by word: the innermost that covers it, or null
};

} // namespace

// Windows of calls overlap from the arguments on, so a caller's registers end where its callee's begin.
void clear_dead_registers(VM& vm) {
    std::unordered_map<const Code*, Liveness> known;
    Value* inner = vm.thread->registers_end; // where the windows of the frames further in begin
    for (Frame* frame = vm.thread->frame; frame; frame = frame->caller) {
        const Code& code = *frame->code;
        unsigned count = std::min<unsigned>(code.register_count, NEAR_REGISTERS);
        bool is_on_stack = frame->registers >= vm.thread->registers && frame->registers < vm.thread->registers_end;
        if (code.local_count < count) {
            const Liveness& liveness = known.try_emplace(&code, code).first->second;
            RegisterSet live = liveness.while_running(frame->pc_offset());
            if (frame->generator()) // waits at an instruction that will run again
                live |= liveness.while_running(uint32_t(frame->pc - code.words));
            for (unsigned i = code.local_count; i < count; i++) {
                if (!live[i] && !(is_on_stack && frame->registers + i >= inner))
                    frame->registers[i] = {};
            }
        }
        if (is_on_stack)
            inner = std::min(inner, frame->registers);
    }
}

} // namespace ouro::vm
