// SPDX-License-Identifier: MIT
//
// Captured contexts.
#include "stdlib/asyncio/context_scope.hpp"

#include <utility>

namespace ouro::stdlib {

using namespace vm;

Value captured_context(VM& vm) { return vm.thread->context; }

Result<Value> captured_context(VM& vm, Value given) { return given.is_none() || given.is_empty() ? captured_context(vm) : given; }

Value context_object(VM&, Value& captured) { return captured; }

Result<void> enter_captured(VM& vm, Value captured, Value& previous) {
    previous = std::exchange(vm.thread->context, captured);
    return {};
}

Value leave_captured(VM& vm, Value previous) { return std::exchange(vm.thread->context, previous); }

} // namespace ouro::stdlib
