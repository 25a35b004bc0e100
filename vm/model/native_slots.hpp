// SPDX-License-Identifier: MIT
//
// What CPython calls through slots of a native type: methods with types and errors of their own.
#pragma once

#include "vm/model/function.hpp"

namespace ouro::vm {

// Its errors speak of arguments without naming the method.
bool is_slot(VM& vm, const NativeFunction& function);
// It is a wrapper_descriptor, and bound a method-wrapper.
bool is_slot_wrapper(VM& vm, const NativeFunction& function);

// The types of native methods, besides vm.types.native_function (builtin_function_or_method).
extern const NativeType method_descriptor_type, wrapper_descriptor_type, method_wrapper_type;
extern const NativeType class_method_descriptor_type;

} // namespace ouro::vm
