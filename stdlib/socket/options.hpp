// SPDX-License-Identifier: MIT
//
// Options of sockets, for the table of the type; OSError.
#pragma once

#include "stdlib/socket/socket.hpp"

namespace ouro::stdlib {

vm::Result<vm::Value> socket_getsockopt(vm::VM& vm, Socket& self, vm::Value level, vm::Value option, vm::Value size);
vm::Result<void> socket_setsockopt(vm::VM& vm, Socket& self, vm::Args arguments);

} // namespace ouro::stdlib
