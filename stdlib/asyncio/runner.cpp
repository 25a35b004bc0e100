// SPDX-License-Identifier: MIT
//
// Runners. The session's loop is that of one of them.
#include "stdlib/asyncio/runner.hpp"

#include "stdlib/asyncio/children.hpp"
#include "stdlib/asyncio/context_scope.hpp"
#include "stdlib/asyncio/gather.hpp"
#include "stdlib/asyncio/loop.hpp"
#include "stdlib/asyncio/policy.hpp"
#include "stdlib/asyncio/state.hpp"
#include "stdlib/asyncio/task.hpp"
#include "stdlib/contextvars/context.hpp"
#include "vm/async/generator.hpp"
#include "vm/model/frame.hpp"
#include "vm/model/sequence.hpp"

namespace ouro::stdlib {

using namespace vm;

// --- Ctrl-C -------------------------------------------------------------------------------------------------------

// The first Ctrl-C asks the main task to end; later ones, and those after its end, raise KeyboardInterrupt at once.
static bool cancel_main_task(VM& vm) {
    AsyncioState& state = asyncio_state(vm);
    if (!state.interrupted_task)
        return false;
    state.interrupt_count++;
    if (state.interrupt_count > 1 || state.interrupted_task->is_done())
        return false;
    auto cancelled = cancel(vm, state.interrupted_task);
    if (cancelled.is_error())
        vm.report_unraisable(cancelled.exception(), "the main task's cancel()");
    return true;
}

namespace {

// While it lives, the first Ctrl-C cancels the task, in the main thread and unless the script has a handler of its own
// (stdlib/signal/signals.cpp), which may also take its place meanwhile.
class InterruptWatch {
public:
    InterruptWatch(VM& vm, Task* task)
        : m_vm(vm), m_state(asyncio_state(vm)), m_is_main(vm.thread == vm.main_thread.get()) {
        if (!m_is_main)
            return;
        Heap::store(&m_state, m_state.interrupted_task, task);
        m_state.interrupt_count = 0;
        vm.hooks.on_interrupt = cancel_main_task;
    }
    ~InterruptWatch() {
        if (!m_is_main)
            return;
        m_state.interrupted_task = nullptr;
        m_vm.hooks.on_interrupt = nullptr;
    }
    InterruptWatch(const InterruptWatch&) = delete;
    InterruptWatch& operator=(const InterruptWatch&) = delete;
    bool was_interrupted() const { return m_is_main && m_state.interrupt_count > 0; }

private:
    VM& m_vm;
    AsyncioState& m_state;
    bool m_is_main;
};

} // namespace

// --- Beginning ----------------------------------------------------------------------------------------------------

static Result<void> start(VM& vm, Runner& self) {
    if (self.is_closed)
        return vm.runtime_error("Runner is closed");
    if (self.loop)
        return {};
    if (self.loop_factory.is_none()) {
        Heap::store(&self, self.loop, TRY(new_loop(vm)));
        TRY(set_event_loop(vm, self.loop));
    } else {
        Loop* loop = TRY(loop_argument(vm, TRY(call(vm, self.loop_factory, {}))));
        Heap::store(&self, self.loop, loop);
    }
    if (!self.debug.is_none())
        set_debug(*self.loop, TRY(truth(vm, self.debug)));
    Value context = captured_context(vm);
    Heap::store(&self, self.context, context_object(vm, context));
    return {};
}

// --- Running ------------------------------------------------------------------------------------------------------

static Result<Value> to_coroutine(VM& vm, Value awaitable) {
    if (TRY(is_coroutine(vm, awaitable)))
        return awaitable;
    if (!TRY(is_future(vm, awaitable)) && !vm.type_of(awaitable)->special(vm, Special::Await))
        return vm.type_error("An asyncio.Future, a coroutine or an awaitable is required");
    return wrap_awaitable(vm, awaitable);
}

// KeyboardInterrupt when the task ended by the cancellation that Ctrl-C had asked for.
static Result<bool> ended_by_interrupt(VM& vm, Value task, Exception* exception) {
    if (!is_exception_of(exception, vm, ExceptionId::CancelledError))
        return false;
    if (Task* known = as_task(task); known && known->is_exact())
        return uncancel(*known) == 0;
    Value method = TRY(find_attribute(vm, task, "uncancel"));
    if (!method)
        return false;
    return equal(vm, TRY(call(vm, method, {})), Value::small_int(0));
}

// For who calls run() in a script whose top level has awaited, and so runs on a loop already.
static const char* advice(VM& vm) {
    AsyncioState& state = asyncio_state(vm);
    bool is_session = state.main_runner && static_cast<Runner*>(state.main_runner.object())->loop == running_loop(vm);
    return is_session ? ": use 'await' instead, as the top level of this program does" : "";
}

static Result<Value> run_in_runner(VM& vm, Runner& self, Value awaitable, Value context) {
    if (running_loop(vm))
        return vm.runtime_error("Runner.run() cannot be called from a running event loop{}", advice(vm));
    TRY(start(vm, self));
    Value coroutine = TRY(to_coroutine(vm, awaitable));
    Value task = TRY(create_task(vm, *self.loop, coroutine, {}, context.is_none() ? self.context : context));
    bool was_interrupted = false;
    Result<Value> result = [&] {
        InterruptWatch watch(vm, as_task(task));
        auto run = run_until_complete(vm, *self.loop, task);
        was_interrupted = watch.was_interrupted();
        return run;
    }();
    if (result.is_error() && was_interrupted && TRY(ended_by_interrupt(vm, task, result.exception()))) {
        Raised interrupt = vm.raise(ExceptionId::KeyboardInterrupt, "");
        exception_set_context(*interrupt.exception, result.exception());
        return interrupt;
    }
    return result;
}

// --- Ending -------------------------------------------------------------------------------------------------------

static Result<void> cancel_all_tasks(VM& vm, Loop& loop) {
    RootVector tasks(vm.heap);
    for (Task* task = loop.first_task; task; task = task->next) // in order of creation
        tasks.push(task);
    if (!tasks.size())
        return {};
    for (Value task : tasks.items)
        TRY(cancel(vm, task));
    TRY(run_until_complete(vm, loop, TRY(gather(vm, tasks.items, true))));
    for (Value task : tasks.items) {
        if (Exception* exception = TRY(failure_of(vm, task)))
            TRY(call_exception_handler(vm, loop, "unhandled exception during asyncio.run() shutdown", "task", task,
                                       exception));
    }
    return {};
}

static Result<void> end_loop(VM& vm, Loop& loop) {
    TRY(cancel_all_tasks(vm, loop));
    TRY(run_until_complete(vm, loop, TRY(call_method(vm, &loop, "shutdown_asyncgens", {}))));
    TRY(run_until_complete(vm, loop,
                           TRY(call_method(vm, &loop, "shutdown_default_executor", {Value::small_int(300)}))));
    return {};
}

static Result<void> close_runner(VM& vm, Runner& self) {
    Loop* loop = self.loop;
    if (!loop)
        return {};
    auto ended = end_loop(vm, *loop);
    auto unset = self.loop_factory.is_none() ? set_event_loop(vm, Value::none()) : Result<void>();
    auto closed = close_loop(vm, *loop);
    self.loop = nullptr;
    self.is_closed = true;
    for (Result<void>* result : {&unset, &closed}) {
        if (result->is_error())
            return std::move(*result);
    }
    return ended;
}

// --- What scripts see ---------------------------------------------------------------------------------------------

static Runner* make_runner(VM& vm, Type* type) {
    auto* self = static_cast<Runner*>(allocate_instance(vm, type));
    self->debug = self->loop_factory = Value::none();
    return self;
}

static Result<Object*> runner_new(VM& vm, Type* type, Args, Kwargs) {
    return make_runner(vm, type);
}

static void runner_init(Runner& self, Value debug, Value loop_factory) {
    Heap::store(&self, self.debug, debug);
    Heap::store(&self, self.loop_factory, loop_factory);
}

static Result<Value> runner_enter(VM& vm, Runner& self) {
    TRY(start(vm, self));
    return &self;
}
static Result<void> runner_exit(VM& vm, Runner& self, Value, Value, Value) {
    return close_runner(vm, self);
}

static Result<Value> runner_get_loop(VM& vm, Runner& self) {
    TRY(start(vm, self));
    return self.loop;
}

namespace {

// While it lives, the calling script function handles the exception, as it would in the `with` statement that this
// stands for: what is raised meanwhile has it as its context.
class Handling {
public:
    Handling(VM& vm, Exception* exception) : m_frame(exception ? current_frame(vm) : nullptr) {
        if (m_frame)
            m_previous = std::exchange(m_frame->handled, exception);
    }
    ~Handling() {
        if (m_frame)
            m_frame->handled = m_previous;
    }
    Handling(const Handling&) = delete;
    Handling& operator=(const Handling&) = delete;

private:
    Frame* m_frame;
    Value m_previous;
};

} // namespace

Result<Value> run_on_new_loop(VM& vm, Value awaitable, Value debug, Value loop_factory) {
    if (running_loop(vm))
        return vm.runtime_error("asyncio.run() cannot be called from a running event loop{}", advice(vm));
    Runner& runner = *make_runner(vm, vm.native(runner_type));
    runner_init(runner, debug, loop_factory);
    TRY(start(vm, runner));
    auto result = run_in_runner(vm, runner, awaitable, Value::none());
    Handling handling(vm, result.is_error() ? result.exception() : nullptr);
    auto closed = close_runner(vm, runner);
    if (!closed.is_error())
        return result;
    if (result.is_error())
        exception_set_context(*closed.exception(), result.exception());
    return closed.error();
}

static void visit_runner(Object* object, Visitor& visitor) {
    auto& self = *static_cast<Runner*>(object);
    visitor.visit(self.debug);
    visitor.visit(self.loop_factory);
    visitor.visit(self.loop);
    visitor.visit(self.context);
}

static constexpr NativeDef runner_members[] = {
    fn<runner_new>("__new__(cls, /, *args, **kwargs)"),
    fn<runner_init>("__init__(self, *, debug=None, loop_factory=None)"),
    fn<runner_enter>("__enter__(self)"),
    fn<runner_exit>("__exit__(self, exc_type, exc_val, exc_tb)"),
    fn<runner_get_loop>("get_loop(self)", "Return the event loop."),
    fn<run_in_runner>("run(self, coro, *, context=None)",
                      "Run a coroutine, or await an awaitable, on the event loop; return its result."),
    fn<close_runner>("close(self)",
                     "Cancel and await all tasks, close the asynchronous generators and the event loop."),
};

const NativeType runner_type = {
    .name = "asyncio.runners.Runner",
    .base = nullptr,
    .kind = Kind::Native,
    .size = sizeof(Runner),
    .flags = Type::HAS_ATTRIBUTES | Type::BARE_NAME,
    .visit = visit_runner,
    .members = runner_members,
    .member_count = std::size(runner_members),
    .doc = "Owns an event loop: made by the first use, run any number of times, brought to an end by close().",
};

// --- The session's ------------------------------------------------------------------------------------------------

static Runner& main_runner(VM& vm) {
    AsyncioState& state = asyncio_state(vm);
    if (!state.main_runner)
        Heap::store(&state, state.main_runner, Value(make_runner(vm, vm.native(runner_type))));
    return *static_cast<Runner*>(state.main_runner.object());
}

Result<Value> run_main_coroutine(VM& vm, Generator& coroutine) {
    return run_in_runner(vm, main_runner(vm), &coroutine, Value::none());
}

Result<Loop*> main_loop(VM& vm) {
    Runner& runner = main_runner(vm);
    TRY(start(vm, runner));
    return runner.loop;
}

Result<Loop*> find_main_loop(VM& vm) {
    AsyncioState* state = find_asyncio_state(vm);
    if (!state || !state->main_runner)
        return static_cast<Loop*>(nullptr);
    return main_loop(vm);
}

void serve_prompt(VM& vm) {
    asyncio_state(vm).serves_prompt = true;
}

Result<void> close_main_runner(VM& vm) {
    AsyncioState* state = find_asyncio_state(vm);
    if (!state)
        return {};
    if (!state->main_runner)
        return {};
    auto* runner = static_cast<Runner*>(state->main_runner.object());
    if (runner->loop && runner->loop->is_running)
        return vm.runtime_error("Cannot close a running event loop");
    state->main_runner = {};
    return close_runner(vm, *runner);
}

void abandon_loops(VM& vm) {
    if (!find_asyncio_state(vm))
        return;
    RootVector loops(vm.heap);
    vm.heap.for_each_object(
        [](void* found, Object* object) {
            if (object->kind == Kind::Native && detail::native_cast<Loop>(object))
                static_cast<RootVector*>(found)->push(object);
        },
        &loops);
    for (Value loop : loops.items)
        abandon_loop(vm, *static_cast<Loop*>(loop.object()));
}

bool has_lost_error(VM& vm) {
    AsyncioState* state = find_asyncio_state(vm);
    return state && state->has_lost_error;
}

} // namespace ouro::stdlib
