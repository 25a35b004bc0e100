// SPDX-License-Identifier: MIT
//
// asyncio.sleep(). Library Reference, "Sleeping".
#include "stdlib/asyncio/sleep.hpp"

#include "stdlib/asyncio/loop.hpp"
#include "vm/async/native_coroutine.hpp"

#include <cmath>

namespace ouro::stdlib {

using namespace vm;

enum Phase : uint32_t { Begin, NextTurn, Timer };

// The timer's target is the future itself: nothing else has to be made.
static Result<void> end_sleep(VM& vm, Value target, Value) {
    Future& future = *as<Future>(target);
    if (!future.is_done())
        set_result(vm, future, Value::none());
    return {};
}

static Result<Value> begin_sleep(VM& vm, NativeCoroutine& self) {
    Value delay = self.argument;
    if (TRY(compare_bool(vm, Special::Le, delay, Value::small_int(0)))) {
        self.phase() = NextTurn;
        return wait_on(self, Value::none());
    }
    double seconds = TRY(detail::argument_to_double(vm, delay));
    if (std::isnan(seconds))
        return vm.value_error("Invalid delay: NaN (not a number)");
    Loop& loop = *TRY(require_running_loop(vm));
    Future* future = make_future(vm, loop);
    loop.engine->add_timer(loop.engine->time() + seconds, true, end_sleep, future);
    self.phase() = Timer;
    return wait_on(self, future);
}

// self.self: the result. self.argument: the delay.
static Result<Value> run_sleep(VM& vm, NativeCoroutine& self, Exception* thrown) {
    if (self.phase() == Begin)
        return begin_sleep(vm, self);
    if (self.phase() == NextTurn)
        return thrown ? Result<Value>(Raised{thrown}) : Result<Value>(self.self);
    Future& future = *as<Future>(self.awaited);
    auto waited = wait_result(vm, self, thrown);
    if (!waited.is_error())
        return self.self;
    if (!(future.flags & EventLoop::TIMER_CANCELLED) && future.state() != Future::State::Finished) {
        future.flags |= EventLoop::TIMER_CANCELLED;
        loop_of(future).engine->timer_cancelled();
    }
    return waited.error();
}

static constexpr NativeCoroutine::Code SLEEP = {"sleep", run_sleep};
Value sleep(VM& vm, Value delay, Value result) {
    return make_native_coroutine(vm, SLEEP, result, delay);
}

} // namespace ouro::stdlib
