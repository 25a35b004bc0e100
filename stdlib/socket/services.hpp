// SPDX-License-Identifier: MIT
//
// Functions of module _socket about services, protocols and interfaces. They raise OSError for unknown ones.
#pragma once

#include "stdlib/socket/socket.hpp"

#include <string>
#include <string_view>

namespace ouro::stdlib {

vm::Result<int64_t> socket_getservbyname(vm::VM& vm, std::string_view name, vm::Value protocol);
vm::Result<std::string> socket_getservbyport(vm::VM& vm, vm::Value port, vm::Value protocol);
vm::Result<int64_t> socket_getprotobyname(vm::VM& vm, std::string_view name);
vm::Result<vm::Value> socket_if_nameindex(vm::VM& vm); // a list of (index, name)
vm::Result<int64_t> socket_if_nametoindex(vm::VM& vm, vm::Value name);
vm::Result<std::string> socket_if_indextoname(vm::VM& vm, vm::Value number);

} // namespace ouro::stdlib
