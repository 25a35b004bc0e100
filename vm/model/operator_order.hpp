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
#include "vm/special.hpp"

namespace ouro::vm {

// Does `right`, of a subclass, get its reflected method from another class than `left`? Then it is asked first.
bool has_own_reflection(VM& vm, Type* left, Type* right, Special reflection);

class OperatorOrder {
public:
    OperatorOrder(VM& vm, Special special, Value left, Value right, bool is_in_place);

    struct Call {
        Value method; // to be called with the others; empty: nothing is to be done in this step
        Value self, other;
    };
    // `step` from InPlace to Reflected.
    Call call_of(VM& vm, ProtocolStep step) const;

private:
    Value in_place_method(VM& vm) const;
    Value reflected_method(VM& vm, ProtocolStep step) const;

    Value m_left, m_right;
    Special m_special;
    bool m_is_in_place;
    bool m_yields; // the builtin sequence on the left is asked last
    bool m_right_first;
};

} // namespace ouro::vm
