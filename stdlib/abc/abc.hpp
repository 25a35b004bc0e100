// SPDX-License-Identifier: MIT
//
// The native types of module abc (module _abc). The rest of it is Python: stdlib/abc/abc.py.
#pragma once

#include "vm/type.hpp"

namespace ouro::stdlib {

extern const vm::NativeType abc_data_type;

// How many classes have been registered with abstract classes so far: what was found out before is stale afterwards.
int64_t class_registrations(vm::VM& vm);

} // namespace ouro::stdlib
