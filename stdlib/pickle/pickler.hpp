// SPDX-License-Identifier: MIT
//
// What writes pickles in module _pickle (Library Reference, pickle, "Module Interface").
#pragma once

#include "vm/model/core.hpp"

namespace ouro::stdlib {

extern const vm::NativeType pickler_type, pickler_memo_proxy_type;

vm::Result<vm::Bytes*> pickle_dumps(vm::VM& vm, vm::Value object, vm::Value protocol, bool fix_imports,
                                    vm::Value buffer_callback);
vm::Result<void> pickle_dump(vm::VM& vm, vm::Value object, vm::Value file, vm::Value protocol, bool fix_imports,
                             vm::Value buffer_callback);

} // namespace ouro::stdlib
