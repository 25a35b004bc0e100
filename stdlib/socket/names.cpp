// SPDX-License-Identifier: MIT
//
// What the resolver knows of hosts. It may ask the network: the VM is given up meanwhile, and all that it is given and
// gives is the caller's own.
#include "stdlib/socket/names.hpp"

#include "stdlib/socket/address.hpp"
#include "vm/objects/codecs/codec.hpp"

#include <algorithm>
#include <climits>
#include <cstring>
#include <memory>
#include <netdb.h>
#include <netinet/in.h>
#include <optional>
#include <unistd.h>
#include <vector>

namespace ouro::stdlib {

using namespace ouro::vm;

namespace {

struct FreeAddressList {
    void operator()(addrinfo* list) const { freeaddrinfo(list); }
};
using AddressList = std::unique_ptr<addrinfo, FreeAddressList>;

const char* text_or_null(const std::optional<std::string>& text) { return text ? text->c_str() : nullptr; }

SocketAddress address_of(const addrinfo& entry) {
    SocketAddress address;
    address.length = socklen_t(std::min<size_t>(entry.ai_addrlen, sizeof address.storage));
    memcpy(&address.storage, entry.ai_addr, address.length);
    return address;
}

} // namespace

// --- getaddrinfo, getnameinfo ---------------------------------------------------------------------------------------

static Result<std::optional<std::string>> host_or_none(VM& vm, Value host) {
    if (host.is_none())
        return std::optional<std::string>();
    if (!as<Str>(host) && !as<Bytes>(host))
        return vm.type_error("getaddrinfo() argument 1 must be string or None");
    std::string name = TRY(host_argument(vm, host));
    return std::optional(std::move(name));
}

static Result<std::optional<std::string>> service_or_none(VM& vm, Value port) {
    if (port.is_none())
        return std::optional<std::string>();
    if (is_int(port)) {
        if (!to_int64(port))
            return vm.overflow_error("Python int too large to convert to C long");
        return std::optional(TRY(int_to_text(vm, port, 10)));
    }
    Str* text = as<Str>(port);
    Bytes* octets = text ? TRY(encode_text(vm, *text, "utf-8", "strict")) : as<Bytes>(port);
    if (!octets)
        return vm.raise(ExceptionId::OSError, "Int or String expected");
    return std::optional(std::string(octets->view()));
}

Result<Value> socket_getaddrinfo(VM& vm, Value host, Value port, Value family, Value kind, Value protocol,
                                 Value flags) {
    addrinfo hints{};
    hints.ai_family = TRY(c_int(vm, family));
    hints.ai_socktype = TRY(c_int(vm, kind));
    hints.ai_protocol = TRY(c_int(vm, protocol));
    hints.ai_flags = TRY(c_int(vm, flags));
    auto name = TRY(host_or_none(vm, host));
    auto service = TRY(service_or_none(vm, port));
    TRY(check_sockets_granted(vm));
    addrinfo* found = nullptr;
    int error = blocking(vm, [&] { return ::getaddrinfo(text_or_null(name), text_or_null(service), &hints, &found); });
    if (error)
        return raise_gaierror(vm, error);
    AddressList list(found);
    List* result = make_list(vm);
    for (addrinfo* entry = found; entry; entry = entry->ai_next) {
        Value address = TRY(address_value(vm, address_of(*entry)));
        Value canonical = TRY(make_str_lossy(vm, entry->ai_canonname ? entry->ai_canonname : ""));
        TRY(list_append(vm, *result,
                        make_tuple(vm, {make_int(vm, entry->ai_family), make_int(vm, entry->ai_socktype),
                                        make_int(vm, entry->ai_protocol), canonical, address})));
    }
    return result;
}

// The address of (host, port, flowinfo, scope_id), whose host must be digits.
static Result<SocketAddress> digits_argument(VM& vm, Tuple& parts) {
    std::string numbers = TRY(int_to_text(vm, TRY(index(vm, parts[1])), 10));
    Str* host = as<Str>(parts[0]);
    if (!host)
        return vm.type_error("getnameinfo(): illegal sockaddr argument");
    uint32_t flow = parts.size() > 2 ? TRY(low_bits(vm, parts[2])) : 0;
    uint32_t scope = parts.size() > 3 ? TRY(low_bits(vm, parts[3])) : 0;
    if (flow > 0xfffff)
        return vm.overflow_error("getnameinfo(): flowinfo must be 0-1048575.");
    std::string name(host->view());
    addrinfo hints{};
    hints.ai_socktype = SOCK_DGRAM; // so that each address comes once
    hints.ai_flags = AI_NUMERICHOST;
    addrinfo* found = nullptr;
    int error = blocking(vm, [&] { return ::getaddrinfo(name.c_str(), numbers.c_str(), &hints, &found); });
    if (error)
        return raise_gaierror(vm, error);
    AddressList list(found);
    if (found->ai_next)
        return vm.raise(ExceptionId::OSError, "sockaddr resolved to multiple addresses");
    SocketAddress address = address_of(*found);
    if (found->ai_family == AF_INET && parts.size() != 2)
        return vm.raise(ExceptionId::OSError, "IPv4 sockaddr must be 2 tuple");
    if (found->ai_family == AF_INET6) {
        auto* inet6 = reinterpret_cast<sockaddr_in6*>(&address.storage);
        inet6->sin6_flowinfo = htonl(flow);
        inet6->sin6_scope_id = scope;
    }
    return address;
}

Result<Value> socket_getnameinfo(VM& vm, Value value, Value flags) {
    int bits = TRY(c_int(vm, flags));
    Tuple* parts = as<Tuple>(value);
    if (!parts)
        return vm.type_error("getnameinfo() argument 1 must be a tuple");
    if (parts->size() < 2 || parts->size() > 4)
        return vm.type_error("getnameinfo(): illegal sockaddr argument");
    TRY(check_sockets_granted(vm));
    SocketAddress address = TRY(digits_argument(vm, *parts));
    char host[NI_MAXHOST], service[NI_MAXSERV];
    int error = blocking(vm, [&] {
        return ::getnameinfo(address.system(), address.length, host, sizeof host, service, sizeof service, bits);
    });
    if (error)
        return raise_gaierror(vm, error);
    Value name = TRY(make_str_lossy(vm, host));
    return make_tuple(vm, {name, Value(TRY(make_str_lossy(vm, service)))});
}

// --- gethostby... ---------------------------------------------------------------------------------------------------

Result<std::string> socket_gethostname(VM& vm) {
    TRY(check_sockets_granted(vm));
    char name[HOST_NAME_MAX + 1];
    if (::gethostname(name, sizeof name) < 0)
        return vm.os_error(errno);
    return std::string(name);
}

Result<std::string> socket_gethostbyname(VM& vm, Value name) {
    std::string host = TRY(host_argument(vm, name, "gethostbyname"));
    TRY(check_sockets_granted(vm));
    return host_digits(TRY(resolve_host(vm, host, AF_INET)));
}

namespace {

// What the resolver says of a host, in memory of its own.
struct HostEntry {
    hostent entry{};
    hostent* found = nullptr;
    int error = 0;
    std::vector<char> room;

    // `ask(room, size)` returns ERANGE while there is too little room.
    template <class Ask>
    void look_up(VM& vm, Ask&& ask) {
        blocking(vm, [&] {
            for (room.resize(4096); ask(room.data(), room.size()) == ERANGE && room.size() < (1 << 24);)
                room.resize(room.size() * 2);
            return 0;
        });
    }
};

} // namespace

static Result<Value> host_value(VM& vm, const HostEntry& host) {
    if (!host.found)
        return raise_herror(vm, host.error);
    List* aliases = make_list(vm);
    for (char** alias = host.found->h_aliases; alias && *alias; alias++)
        TRY(list_append(vm, *aliases, TRY(make_str_lossy(vm, *alias))));
    List* addresses = make_list(vm);
    for (char** octets = host.found->h_addr_list; octets && *octets; octets++) {
        SocketAddress address;
        address.storage.ss_family = sa_family_t(host.found->h_addrtype);
        bool is_inet = host.found->h_addrtype == AF_INET;
        address.length = is_inet ? sizeof(sockaddr_in) : sizeof(sockaddr_in6);
        void* place = is_inet ? static_cast<void*>(&reinterpret_cast<sockaddr_in*>(&address.storage)->sin_addr)
                              : &reinterpret_cast<sockaddr_in6*>(&address.storage)->sin6_addr;
        memcpy(place, *octets, is_inet ? sizeof(in_addr) : sizeof(in6_addr));
        TRY(list_append(vm, *addresses, Value(make_short_str(vm, host_digits(address)))));
    }
    Value name = TRY(make_str_lossy(vm, host.found->h_name));
    return make_tuple(vm, {name, Value(aliases), Value(addresses)});
}

Result<Value> socket_gethostbyname_ex(VM& vm, Value value) {
    std::string name = TRY(host_argument(vm, value, "gethostbyname_ex"));
    TRY(check_sockets_granted(vm));
    TRY(resolve_host(vm, name, AF_INET)); // its errors are gaierrors
    HostEntry host;
    host.look_up(vm, [&](char* room, size_t size) {
        return ::gethostbyname_r(name.c_str(), &host.entry, room, size, &host.found, &host.error);
    });
    return host_value(vm, host);
}

Result<Value> socket_gethostbyaddr(VM& vm, Value value) {
    std::string name = TRY(host_argument(vm, value, "gethostbyaddr"));
    TRY(check_sockets_granted(vm));
    SocketAddress address = TRY(resolve_host(vm, name, AF_UNSPEC));
    bool is_inet = address.storage.ss_family == AF_INET;
    if (!is_inet && address.storage.ss_family != AF_INET6)
        return vm.raise(ExceptionId::OSError, "unsupported address family");
    const void* octets = is_inet
                             ? static_cast<const void*>(&reinterpret_cast<sockaddr_in*>(&address.storage)->sin_addr)
                             : &reinterpret_cast<sockaddr_in6*>(&address.storage)->sin6_addr;
    socklen_t size = is_inet ? sizeof(in_addr) : sizeof(in6_addr);
    HostEntry host;
    host.look_up(vm, [&](char* room, size_t room_size) {
        return ::gethostbyaddr_r(octets, size, address.storage.ss_family, &host.entry, room, room_size, &host.found,
                                 &host.error);
    });
    return host_value(vm, host);
}

} // namespace ouro::stdlib
