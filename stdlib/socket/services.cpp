// SPDX-License-Identifier: MIT
//
// Names of services, protocols and network interfaces, as the system's tables have them.
#include "stdlib/socket/services.hpp"

#include "stdlib/os/descriptors.hpp"
#include "vm/objects/codecs/codec.hpp"

#include <arpa/inet.h>
#include <memory>
#include <net/if.h>
#include <netdb.h>
#include <optional>
#include <vector>

namespace ouro::stdlib {

using namespace ouro::vm;

// Looks something up in a table, in memory of its own: `ask(entry, room, size, found)` returns ERANGE while there is
// too little room. Nothing when there is no such entry; else what `read` makes of it.
template <class Entry, class Ask, class Read>
static auto look_up(VM& vm, Ask&& ask, Read&& read) {
    std::optional<decltype(read(std::declval<Entry&>()))> result;
    blocking(vm, [&] {
        Entry entry{};
        Entry* found = nullptr;
        std::vector<char> room(1024);
        while (ask(&entry, room.data(), room.size(), &found) == ERANGE && room.size() < (1 << 20))
            room.resize(room.size() * 2);
        if (found)
            result = read(*found);
        return 0;
    });
    return result;
}

// The optional name of a protocol: nothing when it was left out.
static Result<std::optional<std::string>> protocol_argument(VM& vm, Value value, const char* function) {
    if (value.is_empty())
        return std::optional<std::string>();
    Str* text = as<Str>(value);
    if (!text && value.is_none())
        return vm.type_error("{}() argument 2 must be str, not None", function);
    if (!text)
        return vm.type_error("{}() argument 2 must be str, not {}", function, vm.type_name(value));
    return std::optional(std::string(text->view()));
}
static const char* text_or_null(const std::optional<std::string>& text) { return text ? text->c_str() : nullptr; }

Result<int64_t> socket_getservbyname(VM& vm, std::string_view name, Value protocol) {
    std::string service(name);
    auto of = TRY(protocol_argument(vm, protocol, "getservbyname"));
    TRY(check_sockets_granted(vm));
    auto port = look_up<servent>(
        vm,
        [&](servent* entry, char* room, size_t size, servent** found) {
            return ::getservbyname_r(service.c_str(), text_or_null(of), entry, room, size, found);
        },
        [](servent& entry) { return ntohs(uint16_t(entry.s_port)); });
    if (!port)
        return vm.raise(ExceptionId::OSError, "service/proto not found");
    return int64_t(*port);
}

Result<std::string> socket_getservbyport(VM& vm, Value port, Value protocol) {
    int number = TRY(c_int(vm, port));
    auto of = TRY(protocol_argument(vm, protocol, "getservbyport"));
    if (number < 0 || number > UINT16_MAX)
        return vm.overflow_error("getservbyport: port must be 0-65535.");
    TRY(check_sockets_granted(vm));
    auto name = look_up<servent>(
        vm,
        [&](servent* entry, char* room, size_t size, servent** found) {
            return ::getservbyport_r(htons(uint16_t(number)), text_or_null(of), entry, room, size, found);
        },
        [](servent& entry) { return std::string(entry.s_name); });
    if (!name)
        return vm.raise(ExceptionId::OSError, "port/proto not found");
    return *name;
}

Result<int64_t> socket_getprotobyname(VM& vm, std::string_view name) {
    std::string protocol(name);
    TRY(check_sockets_granted(vm));
    auto number = look_up<protoent>(
        vm,
        [&](protoent* entry, char* room, size_t size, protoent** found) {
            return ::getprotobyname_r(protocol.c_str(), entry, room, size, found);
        },
        [](protoent& entry) { return entry.p_proto; });
    if (!number)
        return vm.raise(ExceptionId::OSError, "protocol not found");
    return int64_t(*number);
}

// --- Interfaces ----------------------------------------------------------------------------------------------------

namespace {
struct FreeInterfaces {
    void operator()(struct if_nameindex* list) const { if_freenameindex(list); }
};
} // namespace

Result<Value> socket_if_nameindex(VM& vm) {
    TRY(check_sockets_granted(vm));
    std::unique_ptr<struct if_nameindex, FreeInterfaces> interfaces(::if_nameindex());
    if (!interfaces)
        return vm.os_error(errno);
    List* result = make_list(vm);
    for (struct if_nameindex* entry = interfaces.get(); entry->if_index; entry++) {
        Value name = TRY(decode_octets(vm, entry->if_name, "utf-8", "surrogateescape"));
        TRY(list_append(vm, *result, make_tuple(vm, {make_int(vm, entry->if_index), name})));
    }
    return result;
}

Result<int64_t> socket_if_nametoindex(VM& vm, Value value) {
    Value path = TRY(path_of(vm, value));
    Str* text = as<Str>(path);
    Bytes* octets = text ? TRY(encode_text(vm, *text, "utf-8", "surrogateescape")) : as<Bytes>(path);
    std::string name(octets->view());
    if (name.find('\0') != std::string::npos)
        return vm.value_error("embedded null byte");
    TRY(check_sockets_granted(vm));
    unsigned number = ::if_nametoindex(name.c_str());
    if (number == 0)
        return vm.raise(ExceptionId::OSError, "no interface with this name");
    return int64_t(number);
}

Result<std::string> socket_if_indextoname(VM& vm, Value value) {
    if (!is_int(value))
        return vm.type_error("an integer is required");
    if (int_sign(value) < 0)
        return vm.overflow_error("can't convert negative value to unsigned int");
    auto number = to_int64(value);
    if (!number)
        return vm.overflow_error("Python int too large to convert to C unsigned long");
    TRY(check_sockets_granted(vm));
    char name[IF_NAMESIZE + 1];
    if (*number > UINT32_MAX || !::if_indextoname(unsigned(*number), name))
        return vm.os_error(ENXIO);
    return std::string(name);
}

} // namespace ouro::stdlib
