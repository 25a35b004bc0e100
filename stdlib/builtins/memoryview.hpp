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

// bytes.__buffer__(flags) and its like: a view by the type's own hooks, and its end (PEP 688). BufferError "Object is not
// writable.", ValueError where the view is none of the object.
vm::Result<vm::Object*> serve_buffer(vm::VM& vm, vm::Value self, int64_t flags);
vm::Result<void> take_back_buffer(vm::VM& vm, vm::Value self, vm::Value view);
// Gives these methods to the types of vm/ that serve buffers.
void add_buffer_methods(vm::VM& vm);

} // namespace ouro::stdlib
