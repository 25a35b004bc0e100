// SPDX-License-Identifier: MIT
//
// Addresses of sockets: what scripts write as tuples and paths (Library Reference, socket, "Socket families").
#pragma once

#include "stdlib/socket/socket.hpp"

#include <string>
#include <string_view>

namespace ouro::stdlib {

struct SocketAddress {
    sockaddr_storage storage{};
    socklen_t length = 0;
    sockaddr* system() { return reinterpret_cast<sockaddr*>(&storage); }
    const sockaddr* system() const { return reinterpret_cast<const sockaddr*>(&storage); }
    // To be filled in by a system call.
    void make_room() { length = sizeof storage; }
};

// The address that `value` is for the socket. `method` begins the messages. TypeError, OverflowError, OSError for what
// is none; gaierror for a name of a host that cannot be found.
vm::Result<SocketAddress> address_argument(vm::VM& vm, Socket& self, vm::Value value, const char* method);

// What scripts see: (host, port), (host, port, flowinfo, scope_id), a path, or (family, bytes) of unknown ones. None
// for the empty address.
vm::Result<vm::Value> address_value(vm::VM& vm, const SocketAddress& address);

// The name of a host as the system takes it: str in IDNA's form, bytes, bytearray. TypeError, about the first argument
// of `function` where that is not null.
vm::Result<std::string> host_argument(vm::VM& vm, vm::Value value, const char* function = nullptr);

// The address of a host, by its digits or by asking the resolver, in the family (AF_UNSPEC: any). "" is the wildcard.
vm::Result<SocketAddress> resolve_host(vm::VM& vm, const std::string& name, int family);

// The digits of the host of an address of IPv4 or IPv6.
std::string host_digits(const SocketAddress& address);

} // namespace ouro::stdlib
