// SPDX-License-Identifier: MIT
//
// The session's loop is that of one asyncio.Runner.
#include "stdlib/asyncio/runner.hpp"

#include "stdlib/asyncio/loop.hpp"
#include "stdlib/asyncio/state.hpp"
#include "vm/model/code.hpp"
#include "vm/async/generator.hpp"

namespace ouro::stdlib {

using namespace vm;

static Result<Value> main_runner(VM& vm) {
    AsyncioState& state = asyncio_state(vm);
    if (!state.main_runner)
        Heap::store(&state, state.main_runner, TRY(call_library(vm, "asyncio.runners", "Runner", {})));
    return state.main_runner;
}

// The script's own frames come first in a traceback: it has not called the runner.
static void hide_runner_frames(Exception& exception) {
    Traceback* first = exception.traceback;
    while (first && first->code->filename->view().starts_with("<ouro>/asyncio/"))
        first = first->next;
    if (first)
        Heap::store(&exception, exception.traceback, first);
}

Result<Value> run_main_coroutine(VM& vm, Generator& coroutine) {
    auto result = call_method(vm, TRY(main_runner(vm)), "run", {&coroutine});
    if (result.is_error())
        hide_runner_frames(*result.exception());
    return result;
}

Result<Loop*> main_loop(VM& vm) {
    Loop* loop = detail::native_cast<Loop>(TRY(call_method(vm, TRY(main_runner(vm)), "get_loop", {})));
    if (!loop)
        return vm.type_error("the loop of the main runner must be an event loop");
    return loop;
}

Result<Loop*> find_main_loop(VM& vm) {
    if (!vm.asyncio || !asyncio_state(vm).main_runner)
        return static_cast<Loop*>(nullptr);
    return main_loop(vm);
}

void serve_prompt(VM& vm) { asyncio_state(vm).serves_prompt = true; }

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
