// SPDX-License-Identifier: MIT
//
// _socket.socket: making and closing, connections, attributes; the table of the type (Library Reference, socket).
#include "stdlib/os/descriptors.hpp"
#include "stdlib/socket/address.hpp"
#include "stdlib/socket/messages.hpp"
#include "stdlib/socket/options.hpp"
#include "stdlib/socket/transfer.hpp"
#include "vm/grants.hpp"
#include "vm/model/exception.hpp"

#include <algorithm>
#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

namespace ouro::stdlib {

using namespace ouro::vm;

// --- Making --------------------------------------------------------------------------------------------------------

static Result<Value> socket_new(VM& vm, Type* type, Args, Kwargs) {
    auto* self = static_cast<Socket*>(allocate_instance(vm, type));
    self->fd = -1;
    self->timeout = Socket::NO_TIMEOUT;
    return self;
}

// Sockets that nobody refers to any more may still be open: when descriptors run out, they go.
static void close_unreachable(VM& vm) {
    vm.heap.collect(true);
    vm.run_finalizers();
}

static Result<int> socket_option(VM& vm, int fd, int option) {
    int value = 0;
    socklen_t size = sizeof value;
    if (::getsockopt(fd, SOL_SOCKET, option, &value, &size) < 0)
        return vm.os_error(errno);
    return value;
}

static Result<void> set_blocking(VM& vm, int fd, bool blocks) {
    int flags = ::fcntl(fd, F_GETFL);
    int wanted = blocks ? flags & ~O_NONBLOCK : flags | O_NONBLOCK;
    if (flags < 0 || (wanted != flags && ::fcntl(fd, F_SETFL, wanted) < 0))
        return vm.os_error(errno);
    return {};
}

// Makes the new descriptor the socket's. The default timeout is its own, unless the system was asked not to block.
static Result<void> adopt(VM& vm, Socket& self, int fd, int family, int kind, int protocol) {
    self.fd = fd;
    self.family = family;
    self.kind_of_socket = kind & ~(SOCK_NONBLOCK | SOCK_CLOEXEC);
    self.protocol = protocol;
    self.timeout = kind & SOCK_NONBLOCK ? 0 : default_timeout(vm);
    if (self.timeout >= 0 && !(kind & SOCK_NONBLOCK))
        return set_blocking(vm, fd, false);
    return {};
}

// What the system says of the socket that a descriptor is, where the script did not.
static Result<void> adopt_descriptor(VM& vm, Socket& self, Value value, int family, int kind, int protocol) {
    int fd = TRY(c_int(vm, value));
    if (fd < 0)
        return vm.value_error("negative file descriptor");
    TRY(check_descriptor(vm, fd));
    SocketAddress address;
    address.make_room();
    if (::getsockname(fd, address.system(), &address.length) < 0) {
        if (family == -1 || errno == EBADF || errno == ENOTSOCK)
            return vm.os_error(errno);
    } else if (family == -1) {
        family = address.storage.ss_family;
    }
    if (kind == -1)
        kind = TRY(socket_option(vm, fd, SO_TYPE));
    if (protocol == -1)
        protocol = TRY(socket_option(vm, fd, SO_PROTOCOL));
    return adopt(vm, self, fd, family, kind, protocol);
}

static Result<void> socket_init(VM& vm, Socket& self, Value family, Value kind, Value protocol, Value fileno) {
    int numbers[] = {TRY(c_int(vm, family)), TRY(c_int(vm, kind)), TRY(c_int(vm, protocol))};
    if (!fileno.is_none())
        return adopt_descriptor(vm, self, fileno, numbers[0], numbers[1], numbers[2]);
    TRY(check_sockets_granted(vm));
    static constexpr int DEFAULTS[] = {AF_INET, SOCK_STREAM, 0};
    for (size_t i = 0; i < std::size(numbers); i++)
        numbers[i] = numbers[i] == -1 ? DEFAULTS[i] : numbers[i];
    int fd = ::socket(numbers[0], numbers[1] | SOCK_CLOEXEC, numbers[2]);
    if (fd < 0 && errno == EMFILE) {
        close_unreachable(vm);
        fd = ::socket(numbers[0], numbers[1] | SOCK_CLOEXEC, numbers[2]);
    }
    if (fd < 0)
        return vm.os_error(errno);
    int before = self.fd;
    TRY(adopt(vm, self, fd, numbers[0], numbers[1], numbers[2]));
    if (before >= 0)
        TRY(close_descriptor(vm, before)); // __init__ was called again
    return {};
}

// --- Closing -------------------------------------------------------------------------------------------------------

// A connection that the peer has reset is closed all the same.
static Result<void> close_socket(VM& vm, int64_t fd) {
    TRY(check_descriptor(vm, fd));
    if (vm.grants)
        vm.grants->descriptors.erase(int(fd));
    if (blocking(vm, [&] { return ::close(int(fd)); }) < 0 && errno != ECONNRESET)
        return vm.os_error(errno);
    return {};
}

static Result<void> socket_close(VM& vm, Socket& self) {
    int fd = std::exchange(self.fd, -1);
    return fd < 0 ? Result<void>() : close_socket(vm, fd);
}

static int64_t socket_detach(Socket& self) { return std::exchange(self.fd, -1); }
static int64_t socket_fileno(Socket& self) { return self.fd; }

static void finalize_socket(VM& vm, Object* object) {
    auto& self = *static_cast<Socket*>(object);
    if (self.fd < 0)
        return;
    vm.warn_at(ExceptionId::ResourceWarning, "unclosed " + repr_text(vm, &self), nullptr, nullptr);
    int fd = std::exchange(self.fd, -1);
    if (fd >= 0)
        (void)close_socket(vm, fd); // nobody is there to hear of an error
}

// --- Connections ---------------------------------------------------------------------------------------------------

// The descriptor of the next connection. `again`: a second try, after descriptors ran out.
static Result<ssize_t> accept_connection(VM& vm, Socket& self, SocketAddress& peer, bool again = false) {
    Deadline deadline(vm, self.timeout);
    SocketAddress address; // of this thread alone, while the VM is not held
    auto call = [&](int fd) {
        address.make_room();
        return ::accept4(fd, address.system(), &address.length, SOCK_CLOEXEC);
    };
    auto fd = socket_call(vm, self, POLLIN, deadline, call);
    peer = address;
    Value number = fd.is_error() && !again ? fd.exception()->field(field::ERRNO) : Value();
    if (!number || to_int64(number) != EMFILE)
        return fd;
    close_unreachable(vm);
    return accept_connection(vm, self, peer, true);
}

static Result<Value> socket_accept(VM& vm, Socket& self) {
    TRY(check_sockets_granted(vm));
    SocketAddress peer;
    ssize_t fd = TRY(accept_connection(vm, self, peer));
    auto address = address_value(vm, peer);
    if (address.is_error()) {
        ::close(int(fd));
        return address;
    }
    return make_tuple(vm, {make_int(vm, fd), address.release()});
}

static Result<void> socket_bind(VM& vm, Socket& self, Value value) {
    SocketAddress address = TRY(address_argument(vm, self, value, "bind"));
    int fd = TRY(usable_descriptor(vm, self));
    if (blocking(vm, [&] { return ::bind(fd, address.system(), address.length); }) < 0)
        return vm.os_error(errno);
    return {};
}

static Result<void> socket_listen(VM& vm, Socket& self, Value backlog) {
    static constexpr int DEFAULT_BACKLOG = 128;
    int count = backlog.is_empty() ? std::min(DEFAULT_BACKLOG, SOMAXCONN) : TRY(c_int(vm, backlog));
    int fd = TRY(usable_descriptor(vm, self));
    if (::listen(fd, std::max(count, 0)) < 0)
        return vm.os_error(errno);
    return {};
}

// The number of the error with which connecting ended, 0 for success. A connection goes on while a signal is handled:
// then, and when there is a timeout, the end is waited for, and the system asked how it was.
static Result<int> connect_to(VM& vm, Socket& self, const SocketAddress& address) {
    Deadline deadline(vm, self.timeout);
    int fd = TRY(usable_descriptor(vm, self));
    if (blocking(vm, [&] { return ::connect(fd, address.system(), address.length); }) == 0)
        return 0;
    int error = errno;
    if (error == EINTR)
        TRY(vm.handle_safepoint());
    bool goes_on = (error == EINTR && self.timeout != 0) || (error == EINPROGRESS && self.timeout > 0);
    if (!goes_on)
        return error;
    if (!TRY(wait_for_descriptor(vm, fd, POLLOUT, deadline)))
        return timed_out(vm);
    TRY(usable_descriptor(vm, self));
    return TRY(socket_option(vm, fd, SO_ERROR));
}

static Result<void> socket_connect(VM& vm, Socket& self, Value value) {
    SocketAddress address = TRY(address_argument(vm, self, value, "connect"));
    int error = TRY(connect_to(vm, self, address));
    return error ? Result<void>(vm.os_error(error)) : Result<void>();
}

static Result<int64_t> socket_connect_ex(VM& vm, Socket& self, Value value) {
    SocketAddress address = TRY(address_argument(vm, self, value, "connect_ex"));
    if (self.fd < 0)
        return EBADF;
    auto error = connect_to(vm, self, address);
    if (error.is_error() && is_exception_of(error.exception(), vm, ExceptionId::TimeoutError))
        return EWOULDBLOCK;
    return TRY(std::move(error));
}

static Result<void> socket_shutdown(VM& vm, Socket& self, Value how) {
    int value = TRY(c_int(vm, how));
    int fd = TRY(usable_descriptor(vm, self));
    if (blocking(vm, [&] { return ::shutdown(fd, value); }) < 0)
        return vm.os_error(errno);
    return {};
}

// --- Attributes ----------------------------------------------------------------------------------------------------

template <auto call>
static Result<Value> name_of(VM& vm, Socket& self) {
    int fd = TRY(usable_descriptor(vm, self));
    SocketAddress address;
    address.make_room();
    if (call(fd, address.system(), &address.length) < 0)
        return vm.os_error(errno);
    return address_value(vm, address);
}

static Result<void> change_timeout(VM& vm, Socket& self, int64_t timeout) {
    int fd = TRY(usable_descriptor(vm, self));
    self.timeout = timeout;
    return set_blocking(vm, fd, timeout < 0);
}
static Result<void> socket_settimeout(VM& vm, Socket& self, Value value) {
    return change_timeout(vm, self, TRY(timeout_argument(vm, value)));
}
static Result<void> socket_setblocking(VM& vm, Socket& self, bool blocks) {
    return change_timeout(vm, self, blocks ? Socket::NO_TIMEOUT : 0);
}
static Value socket_gettimeout(Socket& self) { return timeout_value(self.timeout); }
static bool socket_getblocking(Socket& self) { return self.timeout != 0; }
static int64_t socket_family(Socket& self) { return self.family; }
static int64_t socket_kind(Socket& self) { return self.kind_of_socket; }
static int64_t socket_protocol(Socket& self) { return self.protocol; }

static std::string socket_repr(Socket& self) {
    return fmt::format("<socket object, fd={}, family={}, type={}, proto={}>", self.fd, self.family,
                       self.kind_of_socket, self.protocol);
}

static constexpr NativeDef MEMBERS[] = {
    fn<socket_new>("__new__(cls, /, *args, **kwargs)"),
    fn<socket_init>("__init__(self, family=-1, type=-1, proto=-1, fileno=None)"),
    fn<socket_repr>("__repr__(self, /)"),
    fn<socket_accept>("_accept(self, /)", "Accept a connection: (descriptor, address of the peer)."),
    fn<socket_bind>("bind(self, address, /)", "Bind the socket to a local address."),
    fn<socket_close>("close(self, /)", "Close the socket."),
    fn<socket_connect>("connect(self, address, /)", "Connect the socket to a remote address."),
    fn<socket_connect_ex>("connect_ex(self, address, /)", "Connect; the number of the error, 0 for success."),
    fn<socket_detach>("detach(self, /)", "Close the socket object, but not its descriptor, which is returned."),
    fn<socket_fileno>("fileno(self, /)", "The file descriptor, or -1."),
    fn<name_of<::getpeername>>("getpeername(self, /)", "The address of the peer."),
    fn<name_of<::getsockname>>("getsockname(self, /)", "The local address."),
    fn<socket_listen>("listen(self, backlog=<unset>, /)", "Let others connect."),
    fn<socket_recv>("recv(self, bufsize, flags=0, /)", "Receive at most so many bytes; b'' at the end."),
    fn<socket_recv_into>("recv_into(self, buffer, nbytes=0, flags=0)", "Receive into a buffer: how many bytes."),
    fn<socket_recvfrom>("recvfrom(self, bufsize, flags=0, /)", "Receive: (bytes, address of the sender)."),
    fn<socket_recvfrom_into>("recvfrom_into(self, buffer, nbytes=0, flags=0)",
                             "Receive into a buffer: (how many bytes, address of the sender)."),
    fn<socket_send>("send(self, data, flags=0, /)", "Send bytes: how many were sent."),
    fn<socket_sendall>("sendall(self, data, flags=0, /)", "Send all of the bytes."),
    fn<socket_sendfile>("_sendfile(self, file, offset, count, /)"),
    fn<socket_sendto>("sendto(self, /, *args)", "sendto(data, [flags,] address): send to an address."),
    fn<socket_sendmsg>("sendmsg(self, buffers, ancdata=(), flags=0, address=None, /)",
                       "Send the bytes of several buffers, and ancillary data."),
    fn<socket_recvmsg>("recvmsg(self, bufsize, ancbufsize=0, flags=0, /)",
                       "Receive: (bytes, ancillary data, flags, address of the sender)."),
    fn<socket_recvmsg_into>("recvmsg_into(self, buffers, ancbufsize=0, flags=0, /)",
                            "Receive into buffers: (how many bytes, ancillary data, flags, address)."),
    fn<socket_getsockopt>("getsockopt(self, level, option, buflen=0, /)",
                          "An option of the socket: an int, or with a size its bytes."),
    fn<socket_setsockopt>("setsockopt(self, /, *args)",
                          "setsockopt(level, option, value), (level, option, None, size): set an option."),
    fn<socket_setblocking>("setblocking(self, flag, /)", "Shall calls wait, or fail when they would have to?"),
    fn<socket_getblocking>("getblocking(self, /)", "Do calls wait?"),
    fn<socket_settimeout>("settimeout(self, timeout, /)", "Set for how long calls wait; None: for ever."),
    fn<socket_gettimeout>("gettimeout(self, /)", "For how long calls wait; None: for ever."),
    fn<socket_shutdown>("shutdown(self, how, /)", "Shut down one half of the connection, or both."),
    get<socket_gettimeout>("timeout", "For how long calls wait; None: for ever."),
    get<socket_family>("family", "The family of the socket's addresses."),
    get<socket_kind>("type", "The type of the socket."),
    get<socket_protocol>("proto", "The protocol of the socket."),
};

constinit const NativeType socket_type = {
    .name = "_socket.socket",
    .base = nullptr,
    .kind = Kind::Native,
    .size = sizeof(Socket),
    .visit = nullptr,
    .members = MEMBERS,
    .member_count = std::size(MEMBERS),
    .doc = "An endpoint of a connection, or of a network without connections.",
    .finalize = finalize_socket,
};

} // namespace ouro::stdlib
