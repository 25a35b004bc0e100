// SPDX-License-Identifier: MIT
//
// Whom a binary operator asks, and in which order (Data model 3.3.8): for native callers, which call the methods, and
// for the interpreter, which enters those of scripts.
//
// First comes left.__iadd__, when it is `left += right`, then left.__add__, then right.__radd__. The right operand is
// asked before left.__add__ when its class derives from the left one's and has a reflected method of its own; also when
// the left one is a builtin sequence and the right one of a script's class, and then even before left.__iadd__.
#pragma once

#include "vm/model/frame.hpp"
#include "vm/model/sequence.hpp"
#include "vm/vm.hpp"

namespace ouro::vm {

// Does `right`, of a subclass, get its reflected method from another class than `left`? Then it is asked first.
inline bool has_own_reflection(VM& vm, Type* left, Type* right, Special reflection) {
    return left != right && right->is_subtype_of(left) && right->special(vm, reflection) &&
           !(right->special(vm, reflection) == left->special(vm, reflection));
}

class OperatorOrder {
public:
    OperatorOrder(VM& vm, Special special, Value left, Value right, bool is_in_place)
        : m_left(left), m_right(right), m_left_type(vm.type_of(left)), m_right_type(vm.type_of(right)),
          m_special(special), m_is_in_place(is_in_place) {
        bool may_yield = special == Special::Add || special == Special::Mul;
        m_yields = may_yield && yields_to_right(vm, special, left, right);
        m_right_first = m_yields || has_own_reflection(vm, m_left_type, m_right_type, reflected(special));
    }

    // The first in which anybody may have to be asked.
    ProtocolStep first_step() const {
        if (m_is_in_place)
            return ProtocolStep::InPlace;
        return m_right_first ? ProtocolStep::SubclassReflected : ProtocolStep::Plain;
    }

    struct Call {
        Value method; // to be called with the others; empty: nothing is to be done in this step
        Value self, other;
    };
    // `step` from InPlace to Reflected.
    Call call_of(VM& vm, ProtocolStep step) const {
        Call call = {{}, m_left, m_right};
        if (step == ProtocolStep::Plain && !m_yields)
            call.method = m_left_type->special(vm, m_special);
        else if (step == ProtocolStep::InPlace || step == ProtocolStep::Plain)
            call.method = late_or_in_place_method(vm, step);
        else if (m_right_first == (step == ProtocolStep::SubclassReflected))
            call = {reflected_method(vm), m_right, m_left};
        if (m_special == Special::Mul && is_unfit_count(vm, call.method, call.other))
            call.method = {};
        return call;
    }

private:
    Value late_or_in_place_method(VM& vm, ProtocolStep step) const;
    Value reflected_method(VM& vm) const;

    Value m_left, m_right;
    Type* m_left_type;
    Type* m_right_type;
    Special m_special;
    bool m_is_in_place;
    bool m_yields; // the builtin sequence on the left is asked last
    bool m_right_first;
};

} // namespace ouro::vm
