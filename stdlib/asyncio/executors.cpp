// SPDX-License-Identifier: MIT
//
// Executors of a loop. What touches concurrent.futures is Python (_executors.py).
#include "stdlib/asyncio/executors.hpp"

#include "stdlib/asyncio/state.hpp"

namespace ouro::stdlib {

using namespace vm;

static Result<Value> default_executor(VM& vm, Loop& loop) {
    if (loop.default_executor.is_none()) {
        Value made = TRY(call_library(vm, "asyncio._executors", "make_default_executor", {}));
        Heap::store(&loop, loop.default_executor, made);
    }
    return loop.default_executor;
}

Result<Value> run_in_executor(VM& vm, Loop& loop, Value executor, Value function, Args arguments) {
    TRY(check_open(vm, loop));
    if (executor.is_none()) {
        if (loop.executor_shut_down)
            return vm.runtime_error("Executor shutdown has been called");
        executor = TRY(default_executor(vm, loop));
    }
    RootVector all(vm.heap);
    all.push(function);
    for (Value argument : arguments)
        all.push(argument);
    Value submit = TRY(get_attribute(vm, executor, "submit"));
    Value future = TRY(call(vm, submit, all.items));
    return call_library(vm, "asyncio.futures", "wrap_future_on", {future, &loop});
}

Result<void> set_default_executor(VM& vm, Loop& loop, Value executor) {
    if (!TRY(truth(vm, TRY(call_library(vm, "asyncio._executors", "is_thread_pool", {executor})))))
        return vm.type_error("executor must be ThreadPoolExecutor instance");
    Heap::store(&loop, loop.default_executor, executor);
    return {};
}

static Result<Value> begin_shutdown(VM& vm, Loop& loop, Value timeout) {
    return call_library(vm, "asyncio._executors", "shutdown", {&loop, loop.default_executor, timeout});
}

Async<> shutdown_default_executor(VM& vm, Loop& loop, Value timeout) {
    loop.executor_shut_down = true;
    if (loop.default_executor.is_none())
        co_return Value::none();
    Value waiting = co_await begin_shutdown(vm, loop, timeout);
    co_return co_await caught(waiting);
}

} // namespace ouro::stdlib
