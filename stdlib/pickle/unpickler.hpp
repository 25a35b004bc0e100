// SPDX-License-Identifier: MIT
//
// What reads pickles in module _pickle (Library Reference, pickle, "Module Interface").
#pragma once

#include "vm/model/core.hpp"

namespace ouro::stdlib {

extern const vm::NativeType unpickler_type, unpickler_memo_proxy_type;

vm::Result<vm::Value> pickle_loads(vm::VM& vm, vm::Value data, bool fix_imports, vm::Str& encoding, vm::Str& errors,
                                   vm::Value buffers);
vm::Result<vm::Value> pickle_load(vm::VM& vm, vm::Value file, bool fix_imports, vm::Str& encoding, vm::Str& errors,
                                  vm::Value buffers);

} // namespace ouro::stdlib
