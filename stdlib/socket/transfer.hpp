// SPDX-License-Identifier: MIT
//
// Methods of sockets that move octets, for the table of the type, and the memory that the system reads and writes.
#pragma once

#include "stdlib/socket/socket.hpp"
#include "vm/model/buffer.hpp"

#include <memory>
#include <string_view>

namespace ouro::stdlib {

// What a system call reads and writes: the octets of an object, or, with other threads about, memory of its own.
class OwnOctets {
public:
    // MemoryError.
    vm::Result<void> allocate(vm::VM& vm, size_t size);
    char* data() { return m_octets.get(); }
    // Where to write what is meant for `octets`; the caller copies it there if that is another place.
    vm::Result<char*> target(vm::VM& vm, char* octets, size_t size);
    // Where to read `octets`.
    vm::Result<const char*> source(vm::VM& vm, std::string_view octets);

private:
    std::unique_ptr<char[]> m_octets;
};

// A size as C's ssize_t; OverflowError.
vm::Result<int64_t> size_value(vm::VM& vm, vm::Value value);

// They raise what socket_call does; TypeError, ValueError, OverflowError for arguments.
vm::Result<vm::Value> socket_recv(vm::VM& vm, Socket& self, vm::Value size, vm::Value flags);
vm::Result<int64_t> socket_recv_into(vm::VM& vm, Socket& self, vm::Value buffer, vm::Value size, vm::Value flags);
vm::Result<vm::Value> socket_recvfrom(vm::VM& vm, Socket& self, vm::Value size, vm::Value flags);
vm::Result<vm::Value> socket_recvfrom_into(vm::VM& vm, Socket& self, vm::Value buffer, vm::Value size, vm::Value flags);
vm::Result<int64_t> socket_send(vm::VM& vm, Socket& self, vm::Value data, vm::Value flags);
vm::Result<void> socket_sendall(vm::VM& vm, Socket& self, vm::Value data, vm::Value flags);
vm::Result<int64_t> socket_sendto(vm::VM& vm, Socket& self, vm::Args arguments);

// --- messages.cpp ---

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

// --- options.cpp ---

vm::Result<vm::Value> socket_getsockopt(vm::VM& vm, Socket& self, vm::Value level, vm::Value option, vm::Value size);
vm::Result<void> socket_setsockopt(vm::VM& vm, Socket& self, vm::Args arguments);

} // namespace ouro::stdlib
