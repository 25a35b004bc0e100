// SPDX-License-Identifier: MIT
//
// The session's loop is that of one asyncio.Runner.
#include "stdlib/asyncio/runner.hpp"

#include "stdlib/asyncio/state.hpp"
#include "vm/generator.hpp"

namespace ouro::stdlib {

using namespace vm;

Result<Value> run_main_coroutine(VM& vm, Generator& coroutine) {
    AsyncioState& state = asyncio_state(vm);
    if (!state.main_runner)
        Heap::store(&state, state.main_runner, TRY(call_library(vm, "asyncio.runners", "Runner", {})));
    return call_method(vm, state.main_runner, "run", {&coroutine});
}

Result<void> close_main_runner(VM& vm) {
    if (!vm.asyncio)
        return {};
    AsyncioState& state = asyncio_state(vm);
    Value runner = std::exchange(state.main_runner, {});
    if (runner)
        TRY(call_method(vm, runner, "close", {}));
    return {};
}

bool has_lost_error(VM& vm) { return vm.asyncio && asyncio_state(vm).has_lost_error; }

} // namespace ouro::stdlib
