// SPDX-License-Identifier: MIT
//
// memoryview: the octets of another object, seen as items (Library Reference, "Memory Views"; PEP 3118).
#pragma once

#include "vm/model/buffer.hpp"
#include "vm/model/core.hpp"

namespace ouro::stdlib {

extern const vm::NativeType memoryview_type, memory_iterator_type;

// A view of the whole of a bytes-like object. TypeError "memoryview: a bytes-like object is required, not 'int'".
vm::Result<vm::Object*> make_memoryview(vm::VM& vm, vm::Value object);

// A view of what the buffer holds, as which it keeps it.
vm::Object* make_memoryview(vm::VM& vm, vm::Buffer buffer);

} // namespace ouro::stdlib
