// SPDX-License-Identifier: MIT
//
// The system's numbers, for module _socket.
#pragma once

#include "vm/model/core.hpp"

namespace ouro::stdlib {

// Adds them to the module, each under its name.
void add_socket_constants(vm::VM& vm, vm::Module& module);

} // namespace ouro::stdlib
