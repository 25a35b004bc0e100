// SPDX-License-Identifier: MIT
//
// _socket.socket, and what its parts share: the object, one system call with its waiting, and errors.
//
//   socket_type.cpp      making, closing, connecting; the table of the type
//   transfer.cpp         send, recv and their like
//   messages.cpp         sendmsg and recvmsg, ancillary data
//   options.cpp          getsockopt, setsockopt
//   address.cpp          addresses of the system to and from Values
//   names.cpp            names of hosts
//   services.cpp         names of services, protocols, interfaces
//   numbers.cpp          the order of octets, addresses as digits
//   constants.cpp        the system's numbers
//
// A socket whose timeout is None waits in the system call itself. One with a timeout, 0 included, has a descriptor that
// does not block: calls are tried first, and repeated after poll(2) has said that they may succeed. In both cases the
// VM is given up meanwhile (vm/blocking.hpp), and another thread may close the socket; the descriptor is then gone
// for the next call, while the one under way goes on as the system sees fit, as in CPython.
#pragma once

#include "stdlib/select/waiting.hpp"
#include "vm/blocking.hpp"
#include "vm/model/core.hpp"

#include <cerrno>
#include <cstdint>
#include <sys/socket.h>

namespace ouro::stdlib {

extern const vm::NativeType socket_type;

struct Socket : vm::Object {
    static constexpr vm::Kind KIND = vm::Kind::Native;
    static constexpr const vm::NativeType& native_type = socket_type;
    static constexpr int64_t NO_TIMEOUT = -1;
    int64_t timeout; // nanoseconds; NO_TIMEOUT: the descriptor blocks
    int32_t fd;      // -1: not opened, or closed
    int32_t family, kind_of_socket, protocol;
};

// --- Arguments and grants ---

// PermissionError in a runtime of a host, which is granted no sockets.
vm::Result<void> check_sockets_granted(vm::VM& vm);
// An int that fits C's; OverflowError in CPython's words.
vm::Result<int> c_int(vm::VM& vm, vm::Value value);
// None, or a number of seconds: nanoseconds, or NO_TIMEOUT. ValueError for negative ones, OverflowError.
vm::Result<int64_t> timeout_argument(vm::VM& vm, vm::Value value);

// The same back: None, or seconds.
vm::Value timeout_value(int64_t timeout);
// What setdefaulttimeout() has set for the VM's new sockets.
int64_t default_timeout(vm::VM& vm);
void set_default_timeout(vm::VM& vm, int64_t timeout);

// socket.gaierror, socket.herror: OSErrors with the resolver's numbers.
vm::Type* gaierror_class(vm::VM& vm);
vm::Type* herror_class(vm::VM& vm);
vm::Raised raise_gaierror(vm::VM& vm, int error);
vm::Raised raise_herror(vm::VM& vm, int error);

// --- Waiting ---

// Waits until the descriptor is ready for `events` of poll(2). False: the deadline came first. Signals are handled
// meanwhile, and what they raise is raised.
vm::Result<bool> wait_for_descriptor(vm::VM& vm, int fd, short events, const Deadline& deadline);

vm::Raised timed_out(vm::VM& vm); // TimeoutError "timed out"

// The descriptor of an open socket that the VM may use; OSError EBADF, PermissionError.
vm::Result<int> usable_descriptor(vm::VM& vm, Socket& self);

// `call(fd)`, a system call of the socket that gives -1 and errno, made again when a signal interrupted it, and after
// a wait for `events` when it would have had to wait. What it touches must outlast the VM: nothing of the heap when
// other threads are about.
template <class Call>
vm::Result<ssize_t> socket_call(vm::VM& vm, Socket& self, short events, const Deadline& deadline, Call&& call) {
    for (;;) {
        int fd = TRY(usable_descriptor(vm, self));
        ssize_t result = vm::blocking(vm, [&] { return ssize_t(call(fd)); });
        if (result >= 0)
            return result;
        if (errno == EINTR) {
            TRY(vm.handle_safepoint());
        } else if ((errno == EAGAIN || errno == EWOULDBLOCK) && self.timeout > 0) {
            if (!TRY(wait_for_descriptor(vm, fd, events, deadline)))
                return timed_out(vm);
        } else {
            return vm.os_error(errno);
        }
    }
}

} // namespace ouro::stdlib
