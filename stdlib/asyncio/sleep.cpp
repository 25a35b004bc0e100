// SPDX-License-Identifier: MIT
//
// asyncio.sleep(). Library Reference, "Sleeping".
#include "stdlib/asyncio/sleep.hpp"

#include "stdlib/asyncio/loop.hpp"
#include "vm/async/native_coroutine.hpp"

#include <cmath>

namespace ouro::stdlib {

using namespace vm;

// The timer's target is the future itself: nothing else has to be made.
static Result<void> end_sleep(VM& vm, Value target, Value) {
    Future& future = *as<Future>(target);
    if (!future.is_done())
        set_result(vm, future, Value::none());
    return {};
}

void start_timer(Future& future, double seconds) {
    EventLoop& engine = *loop_of(future).engine;
    engine.add_timer(engine.time() + seconds, true, end_sleep, &future);
}

// One that has run set the result.
void cancel_timer(Future& future) {
    if (future.flags & EventLoop::TIMER_CANCELLED || future.state() == Future::State::Finished)
        return;
    future.flags |= EventLoop::TIMER_CANCELLED;
    loop_of(future).engine->timer_cancelled();
}

static Result<Value> begin_sleep(VM& vm, OnePhaseCoroutine& self) {
    Value delay = self.argument;
    if (TRY(compare_bool(vm, Special::Le, delay, Value::small_int(0))))
        return wait_on(self, Value::none());
    double seconds = TRY(detail::argument_to_double(vm, delay));
    if (std::isnan(seconds))
        return vm.value_error("Invalid delay: NaN (not a number)");
    Future* future = make_future(vm, *TRY(require_running_loop(vm)));
    start_timer(*future, seconds);
    return wait_on(self, future);
}

// self.self: the result. self.argument: the delay.
static Result<Value> run_sleep(VM& vm, NativeCoroutine& coroutine, Result<Value> outcome) {
    auto& self = one_phase(coroutine);
    if (self.begins())
        return begin_sleep(vm, self);
    Future* future = as<Future>(self.awaited); // none for one turn
    if (!outcome.is_error() && (!future || future->is_done()))
        return self.self;
    if (future) // the outcome was thrown: an exception, or StopIteration's value
        cancel_timer(*future);
    return outcome;
}

static constexpr NativeCoroutine::Code SLEEP = {"sleep", run_sleep};
Value sleep(VM& vm, Value delay, Value result) {
    return make_native_coroutine(vm, SLEEP, result, delay);
}

} // namespace ouro::stdlib
