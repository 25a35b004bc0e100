// SPDX-License-Identifier: MIT
//
// Parameter types for the methods of numbers: `self` of int's methods (small ints and bools are no objects, so that
// `T& self` cannot describe them), `self` of float's methods, and the check that every __new__ makes of its class.
#pragma once

#include "vm/values/float.hpp"
#include "vm/values/int.hpp"
#include "vm/model/core.hpp"

namespace ouro::vm {

struct IntSelf { // any int, bools and instances of subclasses included
    Value value;
};

struct FloatSelf {
    double number;
    Value value;
};

namespace detail {

template <>
struct Argument<IntSelf> {
    static Result<IntSelf> convert(VM& vm, NativeFunction& callee, unsigned index, Value value) {
        if (!is_int(value))
            return argument_type_error(vm, callee, index, value, "int");
        return IntSelf{value};
    }
};

template <>
struct Argument<FloatSelf> {
    static Result<FloatSelf> convert(VM& vm, NativeFunction& callee, unsigned index, Value value) {
        if (!is_float(value))
            return argument_type_error(vm, callee, index, value, "float");
        return FloatSelf{float_number(value), value};
    }
};

} // namespace detail

} // namespace ouro::vm
