// SPDX-License-Identifier: MIT
//
// Running event loops.
#include "stdlib/asyncio/loop.hpp"

#include "stdlib/asyncio/context_scope.hpp"
#include "stdlib/asyncio/handle.hpp"
#include "stdlib/asyncio/policy.hpp"
#include "stdlib/asyncio/runner.hpp"
#include "stdlib/asyncio/signal_handlers.hpp"
#include "stdlib/asyncio/task.hpp"
#include "stdlib/signal/signals.hpp"
#include "vm/model/function.hpp"

namespace ouro::stdlib {

using namespace vm;

// The handle of a callback that was slow, or the task; nothing for what has no function of a script.
static Value slow_subject(VM& vm, Loop& loop, const EventLoop::Callback& callback, Value argument) {
    if (Value function = script_function(callback))
        return make_handle(vm, loop, function, Args(&argument, 1), {});
    bool is_known = as_task(callback.target) || detail::native_cast<Handle>(callback.target);
    return is_known ? callback.target : Value();
}

static Result<void> log_if_slow(VM& vm, Object* owner, const EventLoop::Callback& callback, Value argument,
                                int64_t nanoseconds) {
    auto& loop = *static_cast<Loop*>(owner);
    double seconds = double(nanoseconds) / 1e9;
    if (seconds < loop.slow_callback_duration)
        return {};
    if (Value subject = slow_subject(vm, loop, callback, argument))
        TRY(call_library(vm, "asyncio._reports", "log_slow", {subject, Value::number(seconds)}));
    return {};
}

void set_debug(Loop& loop, bool is_debug) {
    loop.is_debug = is_debug;
    loop.engine->observe(is_debug ? log_if_slow : nullptr);
}

Loop* make_loop(VM& vm, Type* type) {
    auto* loop = static_cast<Loop*>(allocate_instance(vm, type ? type : vm.native(loop_type)));
    loop->engine = new EventLoop(vm, loop);
    loop->exception_handler = loop->task_factory = loop->default_executor = Value::none();
    loop->slow_callback_duration = 0.1;
    set_debug(*loop, asyncio_state(vm).debugs_by_default);
    vm.hooks.future_result = [](VM& vm, Object* future) { return future_result(vm, *static_cast<Future*>(future)); };
    return loop;
}

Result<Loop*> require_running_loop(VM& vm) {
    if (Loop* loop = running_loop(vm)) [[likely]]
        return loop;
    if (AsyncioState* state = find_asyncio_state(vm); state && state->serves_prompt)
        return main_loop(vm);
    return vm.runtime_error("no running event loop");
}

Result<Loop*> current_loop(VM& vm) {
    if (Loop* loop = running_loop(vm))
        return loop;
    return loop_of_thread(vm);
}

Result<Loop*> loop_argument(VM& vm, Value value) {
    Loop* loop = detail::native_cast<Loop>(value);
    if (!loop)
        return vm.type_error("loop must be an event loop of this interpreter, not {}", vm.type_name(value));
    return loop;
}

Result<void> check_open(VM& vm, Loop& loop) {
    if (loop.is_closed) [[unlikely]]
        return vm.runtime_error("Event loop is closed");
    return {};
}

// --- Tasks --------------------------------------------------------------------------------------------------------

void link_task(Loop& loop, Task& task) {
    task.previous = loop.last_task;
    task.next = nullptr;
    task.is_linked = true;
    if (loop.last_task)
        Heap::store(loop.last_task, loop.last_task->next, &task);
    else
        loop.first_task = &task;
    Heap::store(&loop, loop.last_task, &task);
    Heap::barrier(&task);
}

void unlink_task(Task& task) {
    if (!task.is_linked)
        return;
    Loop& loop = loop_of(task);
    if (task.previous)
        Heap::store(task.previous, task.previous->next, task.next);
    else
        loop.first_task = task.next;
    if (task.next)
        Heap::store(task.next, task.next->previous, task.previous);
    else
        loop.last_task = task.previous;
    Heap::barrier(&loop);
    task.previous = task.next = nullptr;
    task.is_linked = false;
}

// --- Running ------------------------------------------------------------------------------------------------------

static Result<void> check_can_run(VM& vm, Loop& loop) {
    if (loop.is_running)
        return vm.runtime_error("This event loop is already running");
    if (vm.thread->running_loop)
        return vm.runtime_error("Cannot run the event loop while another loop is running");
    return {};
}

namespace {

// While a loop runs it is the thread's running one, and is told of the async generators that begin and vanish (PEP
// 525).
class Running {
public:
    Running(VM& vm, Loop& loop)
        : m_vm(vm), m_loop(loop), m_task(vm.thread->current_task), m_firstiter(vm.thread->async_firstiter),
          m_finalizer(vm.thread->async_finalizer) {
        loop.is_running = true;
        vm.thread->running_loop = &loop;
        vm.thread->current_task = Value::none();
        vm.thread->async_firstiter = hook("_asyncgen_firstiter_hook");
        vm.thread->async_finalizer = hook("_asyncgen_finalizer_hook");
    }
    ~Running() {
        m_loop.is_running = m_loop.is_stopping = false;
        m_vm.thread->running_loop = nullptr;
        m_vm.thread->current_task = m_task;
        m_vm.thread->async_firstiter = m_firstiter;
        m_vm.thread->async_finalizer = m_finalizer;
    }
    Running(const Running&) = delete;
    Running& operator=(const Running&) = delete;

private:
    Value hook(const char* name) { return MUST(get_attribute(m_vm, &m_loop, name)); } // a method of the native type

    VM& m_vm;
    Loop& m_loop;
    Value m_task, m_firstiter, m_finalizer;
};

} // namespace

Result<void> run_forever(VM& vm, Loop& loop) {
    TRY(check_open(vm, loop));
    TRY(check_can_run(vm, loop));
    Running running(vm, loop);
    TRY(loop.engine->begin_run());
    for (;;) {
        TRY(loop.engine->run_tick(!loop.is_stopping));
        if (loop.is_stopping)
            return {};
    }
}

// The callback of the future for which a loop runs. When SystemExit or KeyboardInterrupt has ended the run before this
// had its turn, a later run, for another future, must not be stopped.
static Result<void> stop_loop(VM&, Value target, Value argument) {
    auto* loop = static_cast<Loop*>(target.object());
    if (loop->awaited == argument.object())
        loop->is_stopping = true;
    return {};
}

// Nothing is ready, nothing is timed, and nothing outside can make it so: the future will never be done.
static Result<void> report_deadlock(VM& vm, Loop& loop, Future& future) {
    TRY(call_library(vm, "asyncio._deadlock", "report", {&loop, &future}));
    return vm.runtime_error("deadlock: every task waits for something that no task will do");
}

static Result<void> run_until_done(VM& vm, Loop& loop, Future& future) {
    Running running(vm, loop);
    Heap::store(&loop, loop.awaited, &future);
    TRY(loop.engine->begin_run());
    while (!loop.is_stopping) {
        if (!loop.engine->can_progress() && !scripts_handle_signals(vm))
            return report_deadlock(vm, loop, future);
        TRY(loop.engine->run_tick(true));
    }
    return {};
}

Result<Value> run_until_complete(VM& vm, Loop& loop, Value awaitable) {
    TRY(check_open(vm, loop));
    TRY(check_can_run(vm, loop));
    bool is_new_task = !as<Future>(awaitable);
    Value ensured = TRY(ensure_future(vm, awaitable, &loop));
    Future* future = as<Future>(ensured);
    if (!future)
        return vm.type_error("An asyncio.Future, a coroutine or an awaitable is required");
    if (future->loop != &loop)
        return vm.value_error("The future belongs to a different loop than the one specified as the loop argument");
    add_done_callback(vm, *future, {stop_loop, &loop});
    auto run = run_until_done(vm, loop, *future);
    loop.awaited = nullptr;
    remove_done_callbacks(*future, stop_loop, &loop);
    if (run.is_error()) {
        if (is_new_task || exception_of(*future) == run.exception())
            mark_retrieved(*future); // the exception that leaves is its own
        return run.error();
    }
    if (!future->is_done())
        return vm.runtime_error("Event loop stopped before Future completed.");
    return future->is_exact() ? future_result(vm, *future) : call_method(vm, future, "result", {});
}

Result<bool> run_ready(VM& vm, Loop& loop) {
    TRY(check_open(vm, loop));
    TRY(check_can_run(vm, loop));
    {
        Running running(vm, loop);
        TRY(loop.engine->run_tick(loop.engine->time_jumps() && loop.engine->has_timers()));
    }
    return loop.engine->can_progress();
}

Result<void> close_loop(VM& vm, Loop& loop) {
    if (loop.is_running)
        return vm.runtime_error("Cannot close a running event loop");
    if (!loop.is_closed)
        TRY(remove_signal_handlers(vm, loop));
    loop.is_closed = true;
    loop.engine->close();
    return {};
}

// --- Reports ------------------------------------------------------------------------------------------------------

bool leaves_loop(VM& vm, Exception* exception) {
    return is_exception_of(exception, vm, ExceptionId::SystemExit) ||
           is_exception_of(exception, vm, ExceptionId::KeyboardInterrupt);
}

static Result<Dict*> make_context(VM& vm, std::string_view message, const char* name, Value object,
                                  Exception* exception) {
    Dict* context = make_dict(vm);
    dict_set(vm, *context, intern(vm, "message"), TRY(make_str(vm, message)));
    if (exception)
        dict_set(vm, *context, intern(vm, "exception"), exception);
    dict_set(vm, *context, intern(vm, name), object);
    return context;
}

static Result<void> check_handled(VM& vm, Result<Value> called) {
    if (!called.is_error() || leaves_loop(vm, called.exception()))
        return called.is_error() ? Result<void>(called.error()) : Result<void>();
    vm.report_unraisable(called.exception(), "the exception handler of the event loop");
    return {};
}

Result<void> call_exception_handler(VM& vm, Loop& loop, Dict& context) {
    return check_handled(vm, call_library(vm, "asyncio._reports", "call_exception_handler", {&loop, &context}));
}

Result<void> call_exception_handler(VM& vm, Loop& loop, std::string_view message, const char* name, Value object,
                                    Exception* exception) {
    return call_exception_handler(vm, loop, *TRY(make_context(vm, message, name, object, exception)));
}

Result<void> report_callback_error(VM& vm, Loop& loop, std::string_view message, const char* name, Value object,
                                   Exception* exception) {
    Dict* context = TRY(make_context(vm, message, name, object, exception));
    return check_handled(
        vm, call_library(vm, "asyncio._reports", "report_callback_error", {&loop, context, exception}));
}

} // namespace ouro::stdlib
