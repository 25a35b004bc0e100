// SPDX-License-Identifier: MIT
//
// Making types from their descriptions (NativeType), and the parts of it that class.cpp and the set-up of a VM share.
#pragma once

#include "vm/type.hpp"

namespace ouro::vm {

// A new type from its description (its base's type must be describable too). Members are filled in on demand.
Type* make_native_type(VM& vm, const NativeType& native);

// The value of a constant among the members of a type or module (IntConstant and its like); empty for what is none.
Value constant_value(VM& vm, const NativeDef& def);

// Fills in what all types have once bases and MRO are set: shapes and flags.
void finish_type(VM& vm, Type* type);
// Links `type` into the subclass list of `base`, so that changes of the base reach it.
void add_subclass(VM& vm, Type* base, Type* type);

} // namespace ouro::vm
