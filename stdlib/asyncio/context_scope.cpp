// SPDX-License-Identifier: MIT
//
// Captured contexts.
#include "stdlib/asyncio/context_scope.hpp"

#include "stdlib/contextvars/context.hpp"

#include <utility>

namespace ouro::stdlib {

using namespace vm;

static Context* as_context(Value captured) {
    return captured ? static_cast<Context*>(captured.object()) : nullptr;
}

Value captured_context(VM& vm) {
    Context* current = as_context(vm.thread->context);
    return current && current->count ? Value(copy_context(vm, *current)) : Value();
}

Result<Value> captured_context(VM& vm, Value given) {
    if (given.is_none() || given.is_empty())
        return captured_context(vm);
    if (!detail::native_cast<Context>(given))
        return vm.type_error("a contextvars.Context was expected, got {}", repr_text(vm, given));
    return given;
}

Value context_object(VM& vm, Value& captured) {
    if (!captured)
        captured = allocate_instance(vm, vm.native(Context::native_type));
    return captured;
}

Result<void> enter_captured(VM& vm, Value captured, Value& previous) {
    if (Context* context = as_context(captured)) {
        if (context->entered)
            return vm.runtime_error("cannot enter context: {} is already entered", repr_text(vm, context));
        context->entered = true;
    }
    previous = std::exchange(vm.thread->context, captured);
    return {};
}

Value leave_captured(VM& vm, Value previous) {
    Value left = std::exchange(vm.thread->context, previous);
    if (Context* context = as_context(left))
        context->entered = false;
    return left;
}

Result<Value> call_captured(VM& vm, Value captured, Value callable, Args arguments) {
    Value previous;
    TRY(enter_captured(vm, captured, previous));
    auto result = call(vm, callable, arguments);
    leave_captured(vm, previous);
    return result;
}

} // namespace ouro::stdlib
