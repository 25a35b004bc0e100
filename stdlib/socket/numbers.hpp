// SPDX-License-Identifier: MIT
//
// Functions of module _socket about the order of octets, and addresses as digits. They raise OverflowError, OSError,
// ValueError.
#pragma once

#include "vm/model/core.hpp"

#include <string>
#include <string_view>

namespace ouro::stdlib {

vm::Result<int64_t> socket_htons(vm::VM& vm, vm::Value number);
vm::Result<int64_t> socket_ntohs(vm::VM& vm, vm::Value number);
vm::Result<int64_t> socket_htonl(vm::VM& vm, vm::Value number);
vm::Result<int64_t> socket_ntohl(vm::VM& vm, vm::Value number);
vm::Result<vm::Value> socket_inet_aton(vm::VM& vm, std::string_view text);
vm::Result<std::string> socket_inet_ntoa(vm::VM& vm, vm::Value octets);
vm::Result<vm::Value> socket_inet_pton(vm::VM& vm, vm::Value family, std::string_view text);
vm::Result<std::string> socket_inet_ntop(vm::VM& vm, vm::Value family, vm::Value octets);

} // namespace ouro::stdlib
