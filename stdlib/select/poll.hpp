// SPDX-License-Identifier: MIT
//
// select.poll objects, for the table of module select.
#pragma once

#include "vm/model/core.hpp"

namespace ouro::stdlib {

extern const vm::NativeType poll_type;

// select.poll(): one that nothing is registered with.
vm::Result<vm::Value> make_poll(vm::VM& vm);

} // namespace ouro::stdlib
