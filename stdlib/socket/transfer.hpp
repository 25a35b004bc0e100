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
// Sends what the system can read of an open file from `offset` on, at most `count` octets: how many; 0 at its end.
vm::Result<int64_t> socket_sendfile(vm::VM& vm, Socket& self, vm::Value file, int64_t offset, int64_t count);
vm::Result<int64_t> socket_sendto(vm::VM& vm, Socket& self, vm::Args arguments);

} // namespace ouro::stdlib
