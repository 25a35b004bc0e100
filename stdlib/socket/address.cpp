// SPDX-License-Identifier: MIT
//
// Addresses between the system's structures and Values.
#include "stdlib/socket/address.hpp"

#include "vm/model/buffer.hpp"
#include "vm/model/bytearray.hpp"
#include "vm/objects/codecs/codec.hpp"

#include <algorithm>
#include <arpa/inet.h>
#include <cstddef>
#include <cstring>
#include <netdb.h>
#include <netinet/in.h>
#include <sys/un.h>

namespace ouro::stdlib {

using namespace ouro::vm;

// --- Hosts ---------------------------------------------------------------------------------------------------------

static bool is_ascii(std::string_view text) {
    return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 128; });
}

Result<std::string> host_argument(VM& vm, Value value, const char* function) {
    std::string name;
    if (Str* text = as<Str>(value)) {
        name = text->view();
        if (!is_ascii(name))
            name = TRY(encode_text(vm, *text, "idna", "strict"))->view();
    } else if (as<Bytes>(value) || as_bytearray(value)) {
        name = TRY(Buffer::of(vm, value)).view.octets();
    } else if (function) {
        return vm.type_error("{}() argument 1 must be str, bytes or bytearray, not {}", function, vm.type_name(value));
    } else {
        return vm.type_error("str, bytes or bytearray expected, not {}", vm.type_name(value));
    }
    bool has_null = name.find('\0') != std::string::npos;
    if (has_null && function)
        return vm.type_error("{}() argument 1 must be encoded string without null bytes, not {}", function,
                             vm.type_name(value));
    if (has_null)
        return vm.type_error("host name must not contain null character");
    return name;
}

static SocketAddress make_inet(in_addr_t host) {
    SocketAddress address;
    auto* inet = reinterpret_cast<sockaddr_in*>(&address.storage);
    inet->sin_family = AF_INET;
    inet->sin_addr.s_addr = host;
    address.length = sizeof(sockaddr_in);
    return address;
}

// The address when the name consists of its digits; else its length is 0. Digits with a scope ("fe80::1%eth0") are the
// resolver's.
static SocketAddress parse_digits(const std::string& name, int family) {
    SocketAddress address;
    in_addr host;
    if (family != AF_INET6 && inet_pton(AF_INET, name.c_str(), &host) == 1)
        return make_inet(host.s_addr);
    auto* inet6 = reinterpret_cast<sockaddr_in6*>(&address.storage);
    if (family != AF_INET && name.find('%') == std::string::npos &&
        inet_pton(AF_INET6, name.c_str(), &inet6->sin6_addr) == 1) {
        inet6->sin6_family = AF_INET6;
        address.length = sizeof(sockaddr_in6);
    }
    return address;
}

// The only answer, or the first, of the resolver.
static Result<SocketAddress> ask_resolver(VM& vm, const char* name, int family, bool only) {
    addrinfo hints{};
    hints.ai_family = family;
    if (only) {
        hints.ai_socktype = SOCK_DGRAM; // so that each address comes once
        hints.ai_flags = AI_PASSIVE;
    }
    addrinfo* found = nullptr;
    int error = blocking(vm, [&] { return getaddrinfo(name, only ? "0" : nullptr, &hints, &found); });
    if (error)
        return raise_gaierror(vm, error);
    SocketAddress address;
    bool has_more = found->ai_next;
    address.length = socklen_t(std::min<size_t>(found->ai_addrlen, sizeof address.storage));
    memcpy(&address.storage, found->ai_addr, address.length);
    freeaddrinfo(found);
    if (only && has_more)
        return vm.raise(ExceptionId::OSError, "wildcard resolved to multiple address");
    return address;
}

Result<SocketAddress> resolve_host(VM& vm, const std::string& name, int family) {
    if (name.empty())
        return ask_resolver(vm, nullptr, family, true);
    if (name == "<broadcast>" || name == "255.255.255.255") {
        if (family != AF_INET && family != AF_UNSPEC)
            return vm.raise(ExceptionId::OSError, "address family mismatched");
        return make_inet(htonl(INADDR_BROADCAST));
    }
    SocketAddress address = parse_digits(name, family);
    if (address.length)
        return address;
    return ask_resolver(vm, name.c_str(), family, false);
}

std::string host_digits(const SocketAddress& address) {
    bool is_inet = address.storage.ss_family == AF_INET;
    const void* host = is_inet
                           ? static_cast<const void*>(&reinterpret_cast<const sockaddr_in*>(&address.storage)->sin_addr)
                           : &reinterpret_cast<const sockaddr_in6*>(&address.storage)->sin6_addr;
    char text[INET6_ADDRSTRLEN];
    return inet_ntop(address.storage.ss_family, host, text, sizeof text) ? text : "";
}

// --- Values to addresses -------------------------------------------------------------------------------------------

// A number from 0 to `most` of a tuple; OverflowError.
static Result<uint32_t> number_argument(VM& vm, Value value, uint32_t most, const char* method, const char* what) {
    auto number = to_int64(TRY(index(vm, value)));
    if (!number || *number < 0 || *number > int64_t(most))
        return vm.overflow_error("{}(): {} must be 0-{}.", method, what, most);
    return uint32_t(*number);
}

static Result<Tuple*> tuple_argument(VM& vm, Value value, const char* method, const char* family) {
    Tuple* tuple = as<Tuple>(value);
    if (!tuple)
        return vm.type_error("{}(): {} address must be tuple, not {}", method, family, vm.type_name(value));
    return tuple;
}

static Result<SocketAddress> inet_argument(VM& vm, Value value, const char* method) {
    Tuple& parts = *TRY(tuple_argument(vm, value, method, "AF_INET"));
    if (parts.size() != 2)
        return vm.type_error("AF_INET address must be a pair (host, port)");
    std::string host = TRY(host_argument(vm, parts[0]));
    uint32_t port = TRY(number_argument(vm, parts[1], UINT16_MAX, method, "port"));
    SocketAddress address = TRY(resolve_host(vm, host, AF_INET));
    reinterpret_cast<sockaddr_in*>(&address.storage)->sin_port = htons(uint16_t(port));
    return address;
}

static Result<SocketAddress> inet6_argument(VM& vm, Value value, const char* method) {
    static constexpr uint32_t MOST_FLOW = 0xfffff;
    Tuple& parts = *TRY(tuple_argument(vm, value, method, "AF_INET6"));
    if (parts.size() < 2 || parts.size() > 4)
        return vm.type_error("AF_INET6 address must be a tuple (host, port[, flowinfo[, scopeid]])");
    std::string host = TRY(host_argument(vm, parts[0]));
    uint32_t port = TRY(number_argument(vm, parts[1], UINT16_MAX, method, "port"));
    uint32_t flow = parts.size() > 2 ? TRY(number_argument(vm, parts[2], MOST_FLOW, method, "flowinfo")) : 0;
    uint32_t scope = parts.size() > 3 ? TRY(low_bits(vm, parts[3])) : 0;
    SocketAddress address = TRY(resolve_host(vm, host, AF_INET6));
    auto* inet6 = reinterpret_cast<sockaddr_in6*>(&address.storage);
    inet6->sin6_port = htons(uint16_t(port));
    inet6->sin6_flowinfo = htonl(flow);
    inet6->sin6_scope_id = scope;
    return address;
}

// A path, or, when its first octet is NUL, a name outside of the file system, which has no end of its own.
static Result<SocketAddress> unix_argument(VM& vm, Value value) {
    std::string path;
    if (Str* text = as<Str>(value))
        path = TRY(encode_text(vm, *text, "utf-8", "surrogateescape"))->view();
    else
        path = TRY(Buffer::of(vm, value)).view.octets();
    SocketAddress address;
    auto* local = reinterpret_cast<sockaddr_un*>(&address.storage);
    bool is_abstract = !path.empty() && path[0] == '\0';
    if (path.size() + (is_abstract ? 0 : 1) > sizeof local->sun_path)
        return vm.raise(ExceptionId::OSError, "AF_UNIX path too long");
    local->sun_family = AF_UNIX;
    memcpy(local->sun_path, path.data(), path.size());
    address.length = socklen_t(offsetof(sockaddr_un, sun_path) + path.size() + (is_abstract ? 0 : 1));
    if (path.empty())
        address.length = offsetof(sockaddr_un, sun_path); // the system chooses a name
    return address;
}

Result<SocketAddress> address_argument(VM& vm, Socket& self, Value value, const char* method) {
    switch (self.family) {
    case AF_INET: return inet_argument(vm, value, method);
    case AF_INET6: return inet6_argument(vm, value, method);
    case AF_UNIX: return unix_argument(vm, value);
    default: return vm.raise(ExceptionId::OSError, fmt::format("{}(): bad family", method));
    }
}

// --- Addresses to Values -------------------------------------------------------------------------------------------

static Result<Value> unix_value(VM& vm, const SocketAddress& address) {
    auto* local = reinterpret_cast<const sockaddr_un*>(&address.storage);
    size_t begin = offsetof(sockaddr_un, sun_path);
    std::string_view path(local->sun_path, address.length > begin ? address.length - begin : 0);
    if (!path.empty() && path[0] == '\0')
        return TRY(make_bytes(vm, path));
    return TRY(decode_octets(vm, path.substr(0, path.find('\0')), "utf-8", "surrogateescape"));
}

Result<Value> address_value(VM& vm, const SocketAddress& address) {
    if (address.length == 0)
        return Value::none();
    switch (address.storage.ss_family) {
    case AF_INET: {
        auto* inet = reinterpret_cast<const sockaddr_in*>(&address.storage);
        Value host = make_short_str(vm, host_digits(address));
        return make_tuple(vm, {host, make_int(vm, ntohs(inet->sin_port))});
    }
    case AF_INET6: {
        auto* inet6 = reinterpret_cast<const sockaddr_in6*>(&address.storage);
        Value host = make_short_str(vm, host_digits(address));
        return make_tuple(vm, {host, make_int(vm, ntohs(inet6->sin6_port)), make_int(vm, ntohl(inet6->sin6_flowinfo)),
                               make_int(vm, inet6->sin6_scope_id)});
    }
    case AF_UNIX: return unix_value(vm, address);
    default: {
        std::string_view data(address.system()->sa_data,
                              address.length > sizeof(sa_family_t) ? address.length - sizeof(sa_family_t) : 0);
        Value octets = TRY(make_bytes(vm, data));
        return make_tuple(vm, {make_int(vm, address.storage.ss_family), octets});
    }
    }
}

} // namespace ouro::stdlib
