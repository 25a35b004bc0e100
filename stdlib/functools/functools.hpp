// SPDX-License-Identifier: MIT
//
// The native types of module functools (module _functools). The rest of it is Python: stdlib/functools/functools.py.
#pragma once

#include "vm/type.hpp"

namespace ouro::stdlib {

extern const vm::NativeType partial_type, placeholder_type; // partial.cpp
extern const vm::NativeType lru_cache_type;                 // lru_cache.cpp
extern const vm::NativeType key_wrapper_type;               // functools.cpp
extern const vm::NativeType class_cache_type;               // class_cache.cpp

} // namespace ouro::stdlib
