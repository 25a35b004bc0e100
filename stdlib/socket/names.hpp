// SPDX-License-Identifier: MIT
//
// Functions of module _socket about hosts, services, protocols and interfaces, and the system's constants.
#pragma once

#include "stdlib/socket/socket.hpp"

#include <string>
#include <string_view>

namespace ouro::stdlib {

// --- names.cpp: what the resolver knows; gaierror, herror, OSError ---

// A list of (family, type, proto, canonical name, address).
vm::Result<vm::Value> socket_getaddrinfo(vm::VM& vm, vm::Value host, vm::Value port, vm::Value family, vm::Value kind,
                                         vm::Value protocol, vm::Value flags);
vm::Result<vm::Value> socket_getnameinfo(vm::VM& vm, vm::Value address, vm::Value flags);
vm::Result<std::string> socket_gethostname(vm::VM& vm);
vm::Result<std::string> socket_gethostbyname(vm::VM& vm, vm::Value name);
// (canonical name, aliases, addresses)
vm::Result<vm::Value> socket_gethostbyname_ex(vm::VM& vm, vm::Value name);
vm::Result<vm::Value> socket_gethostbyaddr(vm::VM& vm, vm::Value address);

// --- services.cpp: services, protocols, interfaces; OSError ---

vm::Result<int64_t> socket_getservbyname(vm::VM& vm, std::string_view name, vm::Value protocol);
vm::Result<std::string> socket_getservbyport(vm::VM& vm, vm::Value port, vm::Value protocol);
vm::Result<int64_t> socket_getprotobyname(vm::VM& vm, std::string_view name);
vm::Result<vm::Value> socket_if_nameindex(vm::VM& vm); // a list of (index, name)
vm::Result<int64_t> socket_if_nametoindex(vm::VM& vm, vm::Value name);
vm::Result<std::string> socket_if_indextoname(vm::VM& vm, vm::Value number);

// --- numbers.cpp: the order of octets, and addresses as digits; OverflowError, OSError, ValueError ---

vm::Result<int64_t> socket_htons(vm::VM& vm, vm::Value number);
vm::Result<int64_t> socket_ntohs(vm::VM& vm, vm::Value number);
vm::Result<int64_t> socket_htonl(vm::VM& vm, vm::Value number);
vm::Result<int64_t> socket_ntohl(vm::VM& vm, vm::Value number);
vm::Result<vm::Value> socket_inet_aton(vm::VM& vm, std::string_view text);
vm::Result<std::string> socket_inet_ntoa(vm::VM& vm, vm::Value octets);
vm::Result<vm::Value> socket_inet_pton(vm::VM& vm, vm::Value family, std::string_view text);
vm::Result<std::string> socket_inet_ntop(vm::VM& vm, vm::Value family, vm::Value octets);

// --- constants.cpp ---

// Adds the system's numbers to the module.
void add_socket_constants(vm::VM& vm, vm::Module& module);

} // namespace ouro::stdlib
