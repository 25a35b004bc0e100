// SPDX-License-Identifier: MIT
//
// functools.Placeholder, which partial() leaves out.
#pragma once

#include "vm/vm.hpp"

namespace ouro::stdlib {

// The object functools.Placeholder.
vm::Value make_placeholder(vm::VM& vm);

} // namespace ouro::stdlib
