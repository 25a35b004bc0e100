// SPDX-License-Identifier: MIT
//
// The text form of Code: a head line, one instruction a line with its operands by kind, the handler table, then the
// code objects among its constants. The interpreter's specialised opcodes are shown as they stand.
#include "vm/run/disassemble.hpp"

#include "vm/model/code.hpp"

#include "vm/model/operators.hpp"
#include "vm/model/core.hpp"

namespace ouro::vm {

namespace {

class Disassembler {
public:
    Disassembler(VM& vm, const Code& code) : m_vm(vm), m_code(code) {}

    std::string run() {
        m_text = fmt::format("{}: {} registers", m_code.qualname->view(), m_code.register_count);
        names(", locals", m_code.local_names);
        names(", free", m_code.free_names);
        if (m_code.clear_to > m_code.clear_from)
            m_text += fmt::format(", clears r{}..r{}", m_code.clear_from, m_code.clear_to - 1);
        m_text += '\n';
        uint32_t line = 0;
        for (uint32_t pc = 0; pc < m_code.word_count;) {
            uint32_t now = m_code.line_entry(pc).line;
            m_text += now != line ? fmt::format("{:>4} ", now) : "     ";
            line = now;
            pc += instruction(pc);
        }
        for (uint32_t i = 0; i < m_code.handler_count; i++) {
            const Handler& handler = m_code.handlers[i];
            m_text += fmt::format("     {} to {}: handler {}, r{}\n", handler.start, handler.end, handler.target,
                                  handler.exception);
        }
        return std::move(m_text);
    }

private:
    void names(const char* title, Tuple* tuple) {
        for (size_t i = 0; i < tuple->size(); i++) {
            m_text += i == 0 ? fmt::format("{} ", title) : " ";
            m_text += as<Str>((*tuple)[i])->view();
        }
    }

    uint32_t instruction(uint32_t pc) {
        uint32_t word = m_code.words[pc];
        const OpInfo& info = OP_INFO[word & 0xFF];
        uint32_t size = info.has_x() ? 2 : 1;
        m_text += info.a == OperandKind::None && info.b == OperandKind::None && !info.has_x()
                      ? fmt::format("{:>4} {}", pc, info.name)
                      : fmt::format("{:>4} {:<14}", pc, info.name);
        m_separator = " ";
        operand(info.a, instruction::a(word), word, pc);
        operand(info.b, instruction::b(word), word, pc);
        operand(info.c, instruction::c(word), word, pc);
        if (info.has_x())
            operand(info.x, m_code.words[pc + 1], word, pc);
        m_text += '\n';
        return size;
    }

    std::string constant(uint32_t index) {
        Value value = m_code.constants[index];
        if (auto* code = as<Code>(value))
            return fmt::format("<code {}>", code->qualname->view());
        return repr_text(m_vm, value);
    }

    void operand(OperandKind kind, uint32_t value, uint32_t word, uint32_t pc) {
        if (kind == OperandKind::None)
            return;
        m_text += m_separator;
        m_separator = ", ";
        switch (kind) {
        case OperandKind::None:
            return;
        case OperandKind::Dst:
        case OperandKind::Src:
        case OperandKind::SrcDst:
        case OperandKind::Base:
        case OperandKind::FarReg:
            m_text += fmt::format("r{}", value);
            return;
        case OperandKind::Imm:
            m_text += fmt::format("{}", value);
            return;
        case OperandKind::SImm16:
            m_text += fmt::format("{}", instruction::sbx(word));
            return;
        case OperandKind::K:
        case OperandKind::Const:
            m_text += constant(value);
            return;
        case OperandKind::K16:
            m_text += constant(instruction::bx(word));
            return;
        case OperandKind::SJ:
            m_text += fmt::format("to {}", int64_t(pc) + 1 + instruction::sj(word));
            return;
        case OperandKind::Jump:
            m_text += fmt::format("to {}", int64_t(pc) + 2 + int32_t(value));
            return;
        case OperandKind::Cache:
            m_text += m_code.caches[value].name ? m_code.caches[value].name->view() : "-";
            return;
        case OperandKind::Name:
            m_text += as<Str>(m_code.constants[value])->view();
            return;
        case OperandKind::Free:
        case OperandKind::FarFree:
            m_text += as<Str>((*m_code.free_names)[value])->view();
            return;
        }
    }

    VM& m_vm;
    const Code& m_code;
    std::string m_text;
    const char* m_separator = " ";
};

} // namespace

std::string disassemble(VM& vm, const Code& code) {
    std::string text;
    std::vector<const Code*> pending{&code}; // kept alive by `code`
    for (size_t i = 0; i < pending.size(); i++) {
        if (i > 0)
            text += '\n';
        text += Disassembler(vm, *pending[i]).run();
        for (uint32_t k = 0; k < pending[i]->constant_count; k++) {
            if (auto* inner = as<Code>(pending[i]->constants[k]))
                pending.push_back(inner);
        }
    }
    return text;
}

} // namespace ouro::vm
