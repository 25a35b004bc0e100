// SPDX-License-Identifier: MIT
//
// Accepting connections for asyncio's servers.
#pragma once

#include "stdlib/asyncio/loop.hpp"

namespace ouro::stdlib {

extern const vm::NativeType acceptor_type;

} // namespace ouro::stdlib
