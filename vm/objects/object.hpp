// SPDX-License-Identifier: MIT
//
// The types at the root: object, type, and those of None, Ellipsis and NotImplemented.
#pragma once

#include "vm/type.hpp"

#include <string>

namespace ouro::vm {

extern const NativeType object_type, type_type, none_type, ellipsis_type, not_implemented_type;

} // namespace ouro::vm
