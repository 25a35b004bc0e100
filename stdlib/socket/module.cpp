// SPDX-License-Identifier: MIT
//
// _socket: the native part of module socket (Library Reference, socket).
#include "stdlib/os/descriptors.hpp"
#include "stdlib/socket/constants.hpp"
#include "stdlib/socket/messages.hpp"
#include "stdlib/socket/names.hpp"
#include "stdlib/socket/numbers.hpp"
#include "stdlib/socket/services.hpp"
#include "vm/grants.hpp"

#include <fcntl.h>
#include <unistd.h>

namespace ouro::stdlib {

using namespace ouro::vm;

// --- Descriptors ---------------------------------------------------------------------------------------------------

static Result<void> close_number(VM& vm, Value value) {
    int fd = TRY(c_int(vm, value));
    TRY(check_descriptor(vm, fd));
    if (vm.grants)
        vm.grants->descriptors.erase(fd);
    if (blocking(vm, [&] { return ::close(fd); }) < 0 && errno != ECONNRESET)
        return vm.os_error(errno);
    return {};
}

static Result<int64_t> duplicate(VM& vm, Value value) {
    int fd = TRY(c_int(vm, value));
    TRY(check_descriptor(vm, fd));
    int made = ::fcntl(fd, F_DUPFD_CLOEXEC, 0);
    if (made < 0)
        return vm.os_error(errno);
    if (vm.grants)
        vm.grants->descriptors.insert(made);
    return made;
}

static Result<bool> is_inheritable(VM& vm, Value value) {
    int fd = TRY(c_int(vm, value));
    TRY(check_descriptor(vm, fd));
    int flags = ::fcntl(fd, F_GETFD);
    if (flags < 0)
        return vm.os_error(errno);
    return !(flags & FD_CLOEXEC);
}

static Result<void> set_inheritable(VM& vm, Value value, bool inheritable) {
    int fd = TRY(c_int(vm, value));
    TRY(check_descriptor(vm, fd));
    int flags = ::fcntl(fd, F_GETFD);
    if (flags < 0 || ::fcntl(fd, F_SETFD, inheritable ? flags & ~FD_CLOEXEC : flags | FD_CLOEXEC) < 0)
        return vm.os_error(errno);
    return {};
}

static Result<Value> make_pair(VM& vm, Value family, Value kind, Value protocol) {
    int numbers[] = {TRY(c_int(vm, family)), TRY(c_int(vm, kind)), TRY(c_int(vm, protocol))};
    TRY(check_sockets_granted(vm));
    int ends[2];
    if (::socketpair(numbers[0], numbers[1] | SOCK_CLOEXEC, numbers[2], ends) < 0)
        return vm.os_error(errno);
    auto socket_of = [&](int fd) {
        return call(vm, vm.native(socket_type),
                    {make_int(vm, numbers[0]), make_int(vm, numbers[1]), make_int(vm, numbers[2]), make_int(vm, fd)});
    };
    auto first = socket_of(ends[0]);
    if (first.is_error()) {
        ::close(ends[0]);
        ::close(ends[1]);
        return first;
    }
    auto second = socket_of(ends[1]);
    if (second.is_error()) {
        ::close(ends[1]);
        return second;
    }
    return make_tuple(vm, {first.release(), second.release()});
}

static Value get_default_timeout(VM& vm) { return timeout_value(default_timeout(vm)); }
static Result<void> change_default_timeout(VM& vm, Value timeout) {
    set_default_timeout(vm, TRY(timeout_argument(vm, timeout)));
    return {};
}

static constexpr NativeDef MEMBERS[] = {
    type_constant("socket", socket_type),
    type_constant("SocketType", socket_type),
    fn<close_number>("close(fd, /)", "Close the descriptor of a socket."),
    fn<duplicate>("dup(fd, /)", "A second descriptor of the same socket."),
    fn<is_inheritable>("_get_inheritable(fd, /)"),
    fn<set_inheritable>("_set_inheritable(fd, inheritable, /)"),
    fn<make_pair>("socketpair(family=1, type=1, proto=0, /)", "Two sockets that are connected with each other."),
    fn<get_default_timeout>("getdefaulttimeout()", "The timeout of new sockets, or None."),
    fn<change_default_timeout>("setdefaulttimeout(timeout, /)", "Set the timeout of new sockets."),
    fn<socket_getaddrinfo>("getaddrinfo(host, port, family=0, type=0, proto=0, flags=0)",
                           "The addresses of a host and service: (family, type, proto, canonical name, address)."),
    fn<socket_getnameinfo>("getnameinfo(sockaddr, flags, /)", "(host, service) of an address."),
    fn<socket_gethostname>("gethostname()", "The name of this host."),
    fn<socket_gethostbyname>("gethostbyname(host, /)", "The IPv4 address of a host."),
    fn<socket_gethostbyname_ex>("gethostbyname_ex(host, /)", "(name, aliases, IPv4 addresses) of a host."),
    fn<socket_gethostbyaddr>("gethostbyaddr(host, /)", "(name, aliases, addresses) of the host of an address."),
    fn<socket_getservbyname>("getservbyname(servicename, protocolname=<unset>, /)", "The port of a service."),
    fn<socket_getservbyport>("getservbyport(port, protocolname=<unset>, /)", "The service of a port."),
    fn<socket_getprotobyname>("getprotobyname(name, /)", "The number of a protocol."),
    fn<socket_if_nameindex>("if_nameindex()", "The interfaces: a list of (index, name)."),
    fn<socket_if_nametoindex>("if_nametoindex(oname, /)", "The index of an interface."),
    fn<socket_if_indextoname>("if_indextoname(if_index, /)", "The name of an interface."),
    fn<socket_htons>("htons(x, /)", "A 16-bit number in the network's order."),
    fn<socket_ntohs>("ntohs(x, /)", "A 16-bit number of the network in this host's order."),
    fn<socket_htonl>("htonl(x, /)", "A 32-bit number in the network's order."),
    fn<socket_ntohl>("ntohl(x, /)", "A 32-bit number of the network in this host's order."),
    fn<socket_inet_aton>("inet_aton(ip_addr, /)", "The four bytes of an IPv4 address."),
    fn<socket_inet_ntoa>("inet_ntoa(packed_ip, /)", "The text of the four bytes of an IPv4 address."),
    fn<socket_inet_pton>("inet_pton(address_family, ip_string, /)", "The bytes of an address."),
    fn<socket_inet_ntop>("inet_ntop(address_family, packed_ip, /)", "The text of the bytes of an address."),
    fn<cmsg_length>("CMSG_LEN(length, /)", "The size of an item of ancillary data."),
    fn<cmsg_space>("CMSG_SPACE(length, /)", "The size of an item of ancillary data with its padding."),
};

static Result<void> initialize_socket(VM& vm, Module& module) {
    module_set(vm, module, "error", vm.exception_type(ExceptionId::OSError));
    module_set(vm, module, "timeout", vm.exception_type(ExceptionId::TimeoutError));
    module_set(vm, module, "gaierror", gaierror_class(vm));
    module_set(vm, module, "herror", herror_class(vm));
    module_set(vm, module, "has_ipv6", Value::boolean(true));
    add_socket_constants(vm, module);
    return {};
}

extern const NativeModule socket_module;
constinit const NativeModule socket_module = {
    .name = "_socket",
    .doc = "Sockets of the system.",
    .members = MEMBERS,
    .member_count = std::size(MEMBERS),
    .initialize = initialize_socket,
};

} // namespace ouro::stdlib
