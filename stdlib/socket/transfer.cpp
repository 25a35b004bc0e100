// SPDX-License-Identifier: MIT
//
// Sending and receiving. The octets of scripts' objects are held by a Buffer while the system works on them; with other
// threads about it works on a copy, since the heap may end before it does (vm/thread.hpp).
#include "stdlib/socket/transfer.hpp"

#include "stdlib/socket/address.hpp"

#include <algorithm>
#include <cstring>
#include <new>
#include <poll.h>
#include <sys/sendfile.h>

namespace ouro::stdlib {

using namespace ouro::vm;

Result<void> OwnOctets::allocate(VM& vm, size_t size) {
    TRY(vm.heap.reserve(size));
    m_octets.reset(new (std::nothrow) char[size]);
    return m_octets ? Result<void>() : vm.memory_error();
}

Result<char*> OwnOctets::target(VM& vm, char* octets, size_t size) {
    if (vm.threads.size() == 1)
        return octets;
    TRY(allocate(vm, size));
    return m_octets.get();
}

Result<const char*> OwnOctets::source(VM& vm, std::string_view octets) {
    if (vm.threads.size() == 1)
        return octets.data();
    TRY(allocate(vm, octets.size()));
    memcpy(m_octets.get(), octets.data(), octets.size());
    return m_octets.get();
}

Result<int64_t> size_value(VM& vm, Value value) {
    auto size = to_int64(TRY(index(vm, value)));
    if (!size)
        return vm.overflow_error("Python int too large to convert to C ssize_t");
    return *size;
}

// --- Receiving -----------------------------------------------------------------------------------------------------

// Receives into `target`; `from` is filled in where it is not null.
static Result<size_t> receive(VM& vm, Socket& self, char* target, size_t size, int flags, SocketAddress* from) {
    if (size == 0 && !from)
        return size_t(0); // as in CPython, without asking the system, which would wait for something to come
    Deadline deadline(vm, self.timeout);
    SocketAddress address; // of this thread alone, while the VM is not held
    auto call = [&](int fd) {
        if (!from)
            return ::recv(fd, target, size, flags);
        address.make_room();
        return ::recvfrom(fd, target, size, flags, address.system(), &address.length);
    };
    ssize_t count = TRY(socket_call(vm, self, POLLIN, deadline, call));
    if (from)
        *from = address;
    return size_t(count);
}

static Result<Bytes*> receive_bytes(VM& vm, Socket& self, int64_t size, int flags, SocketAddress* from,
                                    const char* method) {
    static constexpr size_t SMALL = 4096;
    if (size < 0)
        return vm.value_error("negative buffersize in {}", method);
    char small[SMALL];
    OwnOctets own;
    char* target = small;
    if (size_t(size) > SMALL) {
        TRY(own.allocate(vm, size_t(size)));
        target = own.data();
    }
    size_t count = TRY(receive(vm, self, target, size_t(size), flags, from));
    return make_bytes(vm, {target, count});
}

Result<Value> socket_recv(VM& vm, Socket& self, Value size, Value flags) {
    int64_t wanted = TRY(size_value(vm, size));
    return TRY(receive_bytes(vm, self, wanted, TRY(c_int(vm, flags)), nullptr, "recv"));
}

Result<Value> socket_recvfrom(VM& vm, Socket& self, Value size, Value flags) {
    int64_t wanted = TRY(size_value(vm, size));
    SocketAddress from;
    Value octets = TRY(receive_bytes(vm, self, wanted, TRY(c_int(vm, flags)), &from, "recvfrom"));
    Value address = TRY(address_value(vm, from));
    return make_tuple(vm, {octets, address});
}

static Result<size_t> receive_into(VM& vm, Socket& self, Value buffer, Value size, Value flags, SocketAddress* from,
                                   const char* method) {
    Buffer target = TRY(Buffer::writable(vm, buffer, fmt::format("{}() argument 1", method)));
    int64_t wanted = TRY(size_value(vm, size));
    int bits = TRY(c_int(vm, flags));
    if (wanted < 0)
        return vm.value_error("negative buffersize in {}", method);
    size_t room = target.view.length;
    if (size_t(wanted) > room)
        return vm.value_error("{}", from ? "nbytes is greater than the length of the buffer"
                                         : "buffer too small for requested bytes");
    size_t most = wanted ? size_t(wanted) : room;
    OwnOctets own;
    char* octets = TRY(own.target(vm, target.view.data, most));
    size_t count = TRY(receive(vm, self, octets, most, bits, from));
    if (octets != target.view.data)
        memcpy(target.view.data, octets, count);
    return count;
}

Result<int64_t> socket_recv_into(VM& vm, Socket& self, Value buffer, Value size, Value flags) {
    return int64_t(TRY(receive_into(vm, self, buffer, size, flags, nullptr, "recv_into")));
}

Result<Value> socket_recvfrom_into(VM& vm, Socket& self, Value buffer, Value size, Value flags) {
    SocketAddress from;
    size_t count = TRY(receive_into(vm, self, buffer, size, flags, &from, "recvfrom_into"));
    Value address = TRY(address_value(vm, from));
    return make_tuple(vm, {make_int(vm, int64_t(count)), address});
}

// --- Sending -------------------------------------------------------------------------------------------------------

Result<int64_t> socket_send(VM& vm, Socket& self, Value data, Value flags) {
    Buffer buffer = TRY(Buffer::of(vm, data));
    int bits = TRY(c_int(vm, flags));
    OwnOctets own;
    size_t size = buffer.view.length;
    const char* octets = TRY(own.source(vm, buffer.view.octets()));
    Deadline deadline(vm, self.timeout);
    auto call = [&](int fd) { return ::send(fd, octets, size, bits); };
    return int64_t(TRY(socket_call(vm, self, POLLOUT, deadline, call)));
}

// The timeout is of all of it, and signals are handled between the parts.
Result<void> socket_sendall(VM& vm, Socket& self, Value data, Value flags) {
    Buffer buffer = TRY(Buffer::of(vm, data));
    int bits = TRY(c_int(vm, flags));
    OwnOctets own;
    size_t size = buffer.view.length;
    const char* octets = TRY(own.source(vm, buffer.view.octets()));
    Deadline deadline(vm, self.timeout);
    size_t sent = 0;
    do {
        auto call = [&](int fd) { return ::send(fd, octets + sent, size - sent, bits); };
        sent += size_t(TRY(socket_call(vm, self, POLLOUT, deadline, call)));
        TRY(vm.handle_safepoint());
        if (sent < size && self.timeout > 0 && deadline.left(vm) == 0)
            return timed_out(vm);
    } while (sent < size);
    return {};
}

Result<int64_t> socket_sendfile(VM& vm, Socket& self, Value file, int64_t offset, int64_t count) {
    int source = TRY(granted_descriptor_of(vm, file));
    Deadline deadline(vm, self.timeout);
    off_t from = offset;
    auto call = [&](int fd) { return ::sendfile(fd, source, &from, size_t(std::max<int64_t>(count, 0))); };
    return int64_t(TRY(socket_call(vm, self, POLLOUT, deadline, call)));
}

// sendto(data, address), sendto(data, flags, address)
Result<int64_t> socket_sendto(VM& vm, Socket& self, Args arguments) {
    if (arguments.size() < 2 || arguments.size() > 3)
        return vm.type_error("sendto() takes 2 or 3 arguments ({} given)", arguments.size());
    Buffer buffer = TRY(Buffer::of(vm, arguments[0]));
    int bits = arguments.size() == 3 ? TRY(c_int(vm, arguments[1])) : 0;
    TRY(usable_descriptor(vm, self));
    SocketAddress address = TRY(address_argument(vm, self, arguments.back(), "sendto"));
    OwnOctets own;
    size_t size = buffer.view.length;
    const char* octets = TRY(own.source(vm, buffer.view.octets()));
    Deadline deadline(vm, self.timeout);
    auto call = [&](int fd) { return ::sendto(fd, octets, size, bits, address.system(), address.length); };
    return int64_t(TRY(socket_call(vm, self, POLLOUT, deadline, call)));
}

} // namespace ouro::stdlib
