// SPDX-License-Identifier: MIT
//
// The order of octets in the network, and addresses of hosts as digits. Nothing here asks the network.
#include "stdlib/socket/numbers.hpp"

#include "stdlib/socket/socket.hpp"
#include "vm/model/buffer.hpp"

#include <arpa/inet.h>
#include <cstring>
#include <netinet/in.h>

namespace ouro::stdlib {

using namespace ouro::vm;

static Result<uint16_t> short_argument(VM& vm, Value value, const char* function) {
    auto number = to_int64(TRY(index(vm, value)));
    if (!number || *number > INT32_MAX || *number < INT32_MIN)
        return vm.overflow_error("Python int too large to convert to C int");
    if (*number < 0)
        return vm.overflow_error("{}: can't convert negative Python int to C 16-bit unsigned integer", function);
    if (*number > UINT16_MAX)
        return vm.overflow_error("{}: Python int too large to convert to C 16-bit unsigned integer", function);
    return uint16_t(*number);
}
Result<int64_t> socket_htons(VM& vm, Value number) { return htons(TRY(short_argument(vm, number, "htons"))); }
Result<int64_t> socket_ntohs(VM& vm, Value number) { return ntohs(TRY(short_argument(vm, number, "ntohs"))); }

static Result<uint32_t> long_argument(VM& vm, Value value) {
    if (!is_int(value))
        return vm.type_error("expected int, {} found", vm.type_name(value));
    if (int_sign(value) < 0)
        return vm.overflow_error("can't convert negative value to unsigned int");
    if (int_bit_length(value) > 64)
        return vm.overflow_error("Python int too large to convert to C unsigned long");
    if (int_bit_length(value) > 32)
        return vm.overflow_error("int larger than 32 bits");
    return uint32_t(*to_int64(value));
}
Result<int64_t> socket_htonl(VM& vm, Value number) { return htonl(TRY(long_argument(vm, number))); }
Result<int64_t> socket_ntohl(VM& vm, Value number) { return ntohl(TRY(long_argument(vm, number))); }

static Result<std::string> text_argument(VM& vm, std::string_view text) {
    if (text.find('\0') != std::string_view::npos)
        return vm.value_error("embedded null character");
    return std::string(text);
}

Result<Value> socket_inet_aton(VM& vm, std::string_view text) {
    std::string digits = TRY(text_argument(vm, text));
    in_addr host;
    if (!::inet_aton(digits.c_str(), &host))
        return vm.raise(ExceptionId::OSError, "illegal IP address string passed to inet_aton");
    return TRY(make_bytes(vm, {reinterpret_cast<const char*>(&host), sizeof host}));
}

static std::string digits_of(int family, const char* octets) {
    char text[INET6_ADDRSTRLEN];
    return ::inet_ntop(family, octets, text, sizeof text) ? text : "";
}

Result<std::string> socket_inet_ntoa(VM& vm, Value value) {
    Buffer octets = TRY(Buffer::of(vm, value));
    if (octets.view.length != sizeof(in_addr))
        return vm.raise(ExceptionId::OSError, "packed IP wrong length for inet_ntoa");
    return digits_of(AF_INET, octets.view.data);
}

Result<Value> socket_inet_pton(VM& vm, Value family, std::string_view text) {
    int number = TRY(c_int(vm, family));
    std::string digits = TRY(text_argument(vm, text));
    char octets[sizeof(in6_addr)];
    int result = ::inet_pton(number, digits.c_str(), octets);
    if (result < 0)
        return vm.os_error(errno);
    if (result == 0)
        return vm.raise(ExceptionId::OSError, "illegal IP address string passed to inet_pton");
    return TRY(make_bytes(vm, {octets, number == AF_INET ? sizeof(in_addr) : sizeof(in6_addr)}));
}

Result<std::string> socket_inet_ntop(VM& vm, Value family, Value value) {
    int number = TRY(c_int(vm, family));
    Buffer octets = TRY(Buffer::of(vm, value));
    if (number != AF_INET && number != AF_INET6)
        return vm.value_error("unknown address family {}", number);
    if (octets.view.length != (number == AF_INET ? sizeof(in_addr) : sizeof(in6_addr)))
        return vm.value_error("invalid length of packed IP address string");
    return digits_of(number, octets.view.data);
}

} // namespace ouro::stdlib
