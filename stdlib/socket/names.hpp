// SPDX-License-Identifier: MIT
//
// Functions of module _socket about hosts: what the resolver knows. They raise gaierror, herror, OSError.
#pragma once

#include "stdlib/socket/socket.hpp"

#include <string>

namespace ouro::stdlib {

// A list of (family, type, proto, canonical name, address).
vm::Result<vm::Value> socket_getaddrinfo(vm::VM& vm, vm::Value host, vm::Value port, vm::Value family, vm::Value kind,
                                         vm::Value protocol, vm::Value flags);
vm::Result<vm::Value> socket_getnameinfo(vm::VM& vm, vm::Value address, vm::Value flags);
vm::Result<std::string> socket_gethostname(vm::VM& vm);
vm::Result<std::string> socket_gethostbyname(vm::VM& vm, vm::Value name);
// (canonical name, aliases, addresses)
vm::Result<vm::Value> socket_gethostbyname_ex(vm::VM& vm, vm::Value name);
vm::Result<vm::Value> socket_gethostbyaddr(vm::VM& vm, vm::Value address);

} // namespace ouro::stdlib
