// SPDX-License-Identifier: MIT
//
// The rarer steps of a binary operator: with what is special of builtin sequences (sequence.hpp).
#include "vm/model/operator_order.hpp"

namespace ouro::vm {

// left.__iadd__, or of a builtin sequence that has yielded, what it has.
Value OperatorOrder::late_or_in_place_method(VM& vm, ProtocolStep step) const {
    bool is_due = step == (m_yields ? ProtocolStep::Plain : ProtocolStep::InPlace);
    Value method = m_is_in_place && is_due ? m_left_type->special(vm, in_place(m_special)) : Value();
    return method || step == ProtocolStep::InPlace ? method : m_left_type->special(vm, m_special);
}

Value OperatorOrder::reflected_method(VM& vm) const {
    if (!m_right_first && m_left_type == m_right_type)
        return {};
    if (m_is_in_place && m_special == Special::Mul && is_foreign_repeat(vm, m_left, m_right))
        return {};
    return m_right_type->special(vm, reflected(m_special));
}

} // namespace ouro::vm
