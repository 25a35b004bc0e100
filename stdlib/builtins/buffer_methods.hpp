// SPDX-License-Identifier: MIT
//
// __buffer__ and __release_buffer__ of native types (PEP 688).
#pragma once

#include "vm/model/core.hpp"

namespace ouro::stdlib {

// A view by the type's own hooks, and its end. BufferError "Object is not writable.", ValueError where the view is none
// of the object.
vm::Result<vm::Object*> serve_buffer(vm::VM& vm, vm::Value self, int64_t flags);
vm::Result<void> take_back_buffer(vm::VM& vm, vm::Value self, vm::Value view);
// Gives these methods to the types of vm/ that serve buffers.
void add_buffer_methods(vm::VM& vm);

} // namespace ouro::stdlib
