// SPDX-License-Identifier: MIT
//
// select.epoll objects, for the table of module select.
#pragma once

#include "vm/model/core.hpp"

namespace ouro::stdlib {

extern const vm::NativeType epoll_type;

} // namespace ouro::stdlib
