// SPDX-License-Identifier: MIT
//
// The order of a binary operator's methods, with what is special of builtin sequences (sequence.hpp).
#include "vm/model/operator_order.hpp"

#include "vm/model/core.hpp"
#include "vm/model/sequence.hpp"

namespace ouro::vm {

bool has_own_reflection(VM& vm, Type* left, Type* right, Special reflection) {
    return left != right && right->is_subtype_of(left) && right->special(vm, reflection) &&
           !(right->special(vm, reflection) == left->special(vm, reflection));
}

OperatorOrder::OperatorOrder(VM& vm, Special special, Value left, Value right, bool is_in_place)
    : m_left(left), m_right(right), m_special(special), m_is_in_place(is_in_place),
      m_yields(yields_to_right(vm, special, left, right)),
      m_right_first(m_yields || has_own_reflection(vm, vm.type_of(left), vm.type_of(right), reflected(special))) {}

Value OperatorOrder::in_place_method(VM& vm) const {
    Type* left = vm.type_of(m_left);
    Value method = left->special(vm, in_place(m_special));
    return method || !m_yields ? method : left->special(vm, m_special);
}

Value OperatorOrder::reflected_method(VM& vm, ProtocolStep step) const {
    if (m_right_first != (step == ProtocolStep::SubclassReflected))
        return {};
    if (!m_right_first && vm.type_of(m_left) == vm.type_of(m_right))
        return {};
    if (m_is_in_place && m_special == Special::Mul && is_foreign_repeat(vm, m_left, m_right))
        return {};
    return vm.type_of(m_right)->special(vm, reflected(m_special));
}

OperatorOrder::Call OperatorOrder::call_of(VM& vm, ProtocolStep step) const {
    Call call = {{}, m_left, m_right};
    if (m_is_in_place && step == (m_yields ? ProtocolStep::Plain : ProtocolStep::InPlace))
        call.method = in_place_method(vm);
    else if (step == ProtocolStep::Plain)
        call.method = vm.type_of(m_left)->special(vm, m_special);
    else if (step != ProtocolStep::InPlace)
        call = {reflected_method(vm, step), m_right, m_left};
    if (m_special == Special::Mul && is_unfit_count(vm, call.method, call.other))
        call.method = {};
    return call;
}

} // namespace ouro::vm
