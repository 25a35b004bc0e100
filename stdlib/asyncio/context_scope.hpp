// SPDX-License-Identifier: MIT
//
// Running something in a context that was captured earlier (PEP 567).
#pragma once

#include "vm/model/operators.hpp"
#include "vm/model/core.hpp"

namespace ouro::stdlib {

// A copy of the current context, to run a callback or a task in. Empty while no context variable is set in it.
vm::Value captured_context(vm::VM& vm);
// The same, unless the script has named a context: TypeError when that is none.
vm::Result<vm::Value> captured_context(vm::VM& vm, vm::Value given);
// The Context object of a captured context, for scripts that ask; an empty one is made, and remembered in `captured`.
vm::Value context_object(vm::VM& vm, vm::Value& captured);

// Callbacks and steps run between enter and leave. `captured` may be replaced: an empty one by a context that was made
// since. RuntimeError when the context is entered already.
vm::Result<void> enter_captured(vm::VM& vm, vm::Value captured, vm::Value& previous);
vm::Value leave_captured(vm::VM& vm, vm::Value previous); // what `captured` has become
// callable(*arguments) between the two.
vm::Result<vm::Value> call_captured(vm::VM& vm, vm::Value captured, vm::Value callable, vm::Args arguments);

} // namespace ouro::stdlib
