// SPDX-License-Identifier: MIT
//
// The verifier: what must hold of all Code for the interpreter to stay inside its arrays. It reads opcodes.def's
// operand kinds, so that a new opcode is checked without a change here.
#include "vm/run/verify.hpp"

#include "vm/model/code.hpp"

#include "vm/values/str.hpp"
#include "vm/values/tuple.hpp"

#include <fmt/format.h>

namespace ouro::vm {

namespace {

class Verifier {
public:
    explicit Verifier(const Code& code) : m_code(code), m_starts(code.word_count, false) {}

    std::string run() {
        if (m_code.word_count == 0)
            return "no instructions";
        if (find_starts()) {
            for (uint32_t pc = 0; pc < m_code.word_count && m_problem.empty(); pc += size_at(pc))
                check_instruction(pc);
            check_end();
            check_handlers();
            check_lines();
        }
        return std::move(m_problem);
    }

private:
    template <class... A>
    bool fail(uint32_t pc, fmt::format_string<A...> format, A&&... arguments) {
        if (m_problem.empty())
            m_problem = fmt::format("{} at {}: {}", m_code.qualname->view(), pc,
                                    fmt::vformat(fmt::string_view(format), fmt::make_format_args(arguments...)));
        return false;
    }

    const OpInfo& info_at(uint32_t pc) const { return OP_INFO[m_code.words[pc] & 0xFF]; }
    uint32_t size_at(uint32_t pc) const { return info_at(pc).has_x() ? 2 : 1; }

    bool find_starts() {
        for (uint32_t pc = 0; pc < m_code.word_count; pc += size_at(pc)) {
            m_starts[pc] = true;
            if ((m_code.words[pc] & 0xFF) >= OP_COUNT)
                return fail(pc, "unknown opcode {}", m_code.words[pc] & 0xFF);
            if (pc + size_at(pc) > m_code.word_count)
                return fail(pc, "{} is cut off", info_at(pc).name);
        }
        return true;
    }

    bool is_start(uint32_t pc) const { return pc < m_code.word_count && m_starts[pc]; }

    void check_instruction(uint32_t pc) {
        uint32_t word = m_code.words[pc];
        const OpInfo& info = info_at(pc);
        check_operand(pc, info.a, instruction::a(word));
        check_operand(pc, info.b, instruction::b(word));
        check_operand(pc, info.c, instruction::c(word));
        if (info.a == OperandKind::SJ)
            check_jump(pc, int64_t(pc) + 1 + instruction::sj(word));
        if (info.b == OperandKind::K16 && instruction::bx(word) >= m_code.constant_count)
            fail(pc, "constant {} of {}", instruction::bx(word), m_code.constant_count);
        if (info.has_x())
            check_x(pc, info.x, m_code.words[pc + 1]);
    }

    void check_operand(uint32_t pc, OperandKind kind, uint32_t value) {
        switch (kind) {
        case OperandKind::Dst:
        case OperandKind::Src:
        case OperandKind::SrcDst:
            if (value >= m_code.register_count)
                fail(pc, "{}: register {} of {}", info_at(pc).name, value, m_code.register_count);
            return;
        case OperandKind::Base: // may begin just behind the last register where it counts none
            if (value > m_code.register_count)
                fail(pc, "{}: register {} of {}", info_at(pc).name, value, m_code.register_count);
            return;
        case OperandKind::K:
            if (value >= m_code.constant_count)
                fail(pc, "{}: constant {} of {}", info_at(pc).name, value, m_code.constant_count);
            return;
        case OperandKind::Free:
            if (value >= m_code.free_count)
                fail(pc, "{}: free variable {} of {}", info_at(pc).name, value, m_code.free_count);
            return;
        default:
            return;
        }
    }

    void check_x(uint32_t pc, OperandKind kind, uint32_t x) {
        switch (kind) {
        case OperandKind::Jump:
            return check_jump(pc, int64_t(pc) + 2 + int32_t(x));
        case OperandKind::FarReg:
            if (x >= m_code.register_count)
                fail(pc, "{}: register {} of {}", info_at(pc).name, x, m_code.register_count);
            return;
        case OperandKind::FarFree:
            if (x >= m_code.free_count)
                fail(pc, "{}: free variable {} of {}", info_at(pc).name, x, m_code.free_count);
            return;
        case OperandKind::Cache:
            if (x >= m_code.cache_count)
                fail(pc, "{}: cache {} of {}", info_at(pc).name, x, m_code.cache_count);
            return;
        case OperandKind::Const:
        case OperandKind::Name:
            if (x >= m_code.constant_count)
                fail(pc, "{}: constant {} of {}", info_at(pc).name, x, m_code.constant_count);
            else if (kind == OperandKind::Name && !as<Str>(m_code.constants[x]))
                fail(pc, "{}: the name is no str", info_at(pc).name);
            return;
        default:
            return;
        }
    }

    void check_jump(uint32_t pc, int64_t target) {
        if (target < 0 || target >= m_code.word_count || !m_starts[size_t(target)])
            fail(pc, "{}: jump to {}, where no instruction begins", info_at(pc).name, target);
    }

    // Control must not run off the end.
    void check_end() {
        uint32_t last = m_code.word_count - 1;
        if (!m_starts[last])
            last--;
        switch (instruction::op(m_code.words[last])) {
        case Op::Return:
        case Op::ReturnNone:
        case Op::Jump:
        case Op::JumpFar:
        case Op::Raise:
        case Op::RaiseFrom:
        case Op::RaiseAgain:
        case Op::Reraise:
        case Op::EndAsyncFor:
        case Op::Unsupported:
            return;
        default:
            fail(last, "the code ends in {}", info_at(last).name);
        }
    }

    void check_handlers() {
        for (uint32_t i = 0; i < m_code.handler_count; i++) {
            const Handler& handler = m_code.handlers[i];
            bool has_end = handler.end == m_code.word_count || is_start(handler.end);
            if (handler.start >= handler.end || !is_start(handler.start) || !has_end || !is_start(handler.target))
                fail(handler.start, "handler {} covers {} to {}, target {}", i, handler.start, handler.end,
                     handler.target);
            if (handler.exception >= m_code.register_count)
                fail(handler.target, "handler {}: register {} of {}", i, handler.exception, m_code.register_count);
        }
    }

    void check_lines() {
        for (uint32_t i = 0; i < m_code.line_count; i++) {
            if (!is_start(m_code.lines[i].pc) || (i > 0 && m_code.lines[i].pc <= m_code.lines[i - 1].pc))
                fail(m_code.lines[i].pc, "line entry {} is out of order", i);
        }
    }

    const Code& m_code;
    std::vector<bool> m_starts;
    std::string m_problem;
};

} // namespace

std::string verify(const Code& code) {
    return Verifier(code).run();
}

} // namespace ouro::vm
