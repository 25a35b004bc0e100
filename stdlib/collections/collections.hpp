// SPDX-License-Identifier: MIT
//
// The native types of package collections (module _collections). The rest of the package is Python:
// stdlib/collections/.
#pragma once

#include "vm/type.hpp"

namespace ouro::stdlib {

extern const vm::NativeType deque_type;        // deque.cpp
extern const vm::NativeType defaultdict_type;  // collections.cpp
extern const vm::NativeType ordered_dict_type; // ordered_dict.cpp
extern const vm::NativeType tuple_getter_type; // namedtuple.cpp

} // namespace ouro::stdlib
