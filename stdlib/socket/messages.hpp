// SPDX-License-Identifier: MIT
//
// sendmsg and recvmsg, for the table of the type. They raise what socket_call does; TypeError, ValueError,
// OverflowError for arguments.
#pragma once

#include "stdlib/socket/socket.hpp"

namespace ouro::stdlib {

vm::Result<int64_t> socket_sendmsg(vm::VM& vm, Socket& self, vm::Value buffers, vm::Value ancillary, vm::Value flags,
                                   vm::Value address);
// (bytes, ancillary data, flags, address)
vm::Result<vm::Value> socket_recvmsg(vm::VM& vm, Socket& self, vm::Value size, vm::Value control_size,
                                     vm::Value flags);
// (how many octets, ancillary data, flags, address)
vm::Result<vm::Value> socket_recvmsg_into(vm::VM& vm, Socket& self, vm::Value buffers, vm::Value control_size,
                                          vm::Value flags);
// The size of an item of so many octets of ancillary data, without and with its padding; OverflowError.
vm::Result<int64_t> cmsg_length(vm::VM& vm, vm::Value length);
vm::Result<int64_t> cmsg_space(vm::VM& vm, vm::Value length);

} // namespace ouro::stdlib
