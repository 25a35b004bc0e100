// SPDX-License-Identifier: MIT
//
// types.SimpleNamespace: an object with the attributes it is given.
#pragma once

#include "vm/model/core.hpp"

namespace ouro::stdlib {

vm::Result<vm::Value> make_simple_namespace(vm::VM& vm,
                                            std::initializer_list<std::pair<const char*, vm::Value>> attributes);

extern const vm::NativeType simple_namespace_type;

} // namespace ouro::stdlib
