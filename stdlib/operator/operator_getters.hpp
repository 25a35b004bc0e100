// SPDX-License-Identifier: MIT
//
// The callable types of module operator.
#pragma once

#include "vm/type.hpp"

namespace ouro::stdlib {

extern const vm::NativeType item_getter_type, attribute_getter_type, method_caller_type;

} // namespace ouro::stdlib
