// SPDX-License-Identifier: MIT
//
// Tasks: making them, their steps, cancellation.
#include "stdlib/asyncio/task.hpp"

#include "stdlib/asyncio/context_scope.hpp"
#include "stdlib/asyncio/gather.hpp"
#include "stdlib/asyncio/loop.hpp"
#include "vm/async/generator.hpp"
#include "vm/model/code.hpp"
#include "vm/model/frame.hpp"
#include "vm/run/enter.hpp"

namespace ouro::stdlib {

using namespace vm;

// --- Resuming the coroutine ---------------------------------------------------------------------------------------

// send() or throw() of an object that only looks like a coroutine.
static ResumeResult resume_foreign(VM& vm, Value coroutine, Exception* thrown) {
    auto result = thrown ? call_method(vm, coroutine, vm.names.throw_, {thrown})
                         : call_method(vm, coroutine, vm.names.send, {Value::none()});
    if (!result.is_error())
        return {ResumeResult::Kind::Yielded, result.release()};
    Exception* exception = result.exception();
    if (!is_exception_of(exception, vm, ExceptionId::StopIteration))
        return raised(Raised{exception});
    Value value = exception->field(field::VALUE);
    return {ResumeResult::Kind::Returned, value ? value : Value::none()};
}

static ResumeResult resume_known(VM& vm, Coroutine& coroutine, Exception* thrown) {
    if (thrown)
        return coroutine_throw(vm, coroutine, thrown);
    if (coroutine.is_closed())
        return raised(vm.runtime_error("cannot reuse already awaited coroutine"));
    return coroutine_resume(vm, coroutine, Value::none());
}

// What native code raised where no script awaits it gets the context of what the caller of the loop handles, too.
static ResumeResult resume(VM& vm, Value coroutine, Exception* thrown) {
    Coroutine* known = as_coroutine(coroutine);
    ResumeResult result = known ? resume_known(vm, *known, thrown) : resume_foreign(vm, coroutine, thrown);
    Exception* exception = result.kind == ResumeResult::Kind::Raised ? result.exception : nullptr;
    if (exception && exception != thrown && !exception->context && !exception->traceback)
        exception_set_context(*exception, handled_exception(vm.thread->frame));
    return result;
}

// --- What the coroutine yields ------------------------------------------------------------------------------------

static Result<void> run_step(VM& vm, Value target, Value thrown);
static Result<void> run_wakeup(VM& vm, Value target, Value future);

static void schedule_step(Task& task, Value thrown = {}) { loop_of(task).engine->push(run_step, &task, thrown); }

static void schedule_error(VM& vm, Task& task, std::string_view message) {
    schedule_step(task, make_exception(vm, ExceptionId::RuntimeError, message));
}

// A cancellation that was asked for while the task ran reaches what it waits for now.
static Result<void> pass_cancellation_on(VM& vm, Task& task) {
    if (task.must_cancel && TRY(cancel(vm, task.waiter, task.cancel_message)))
        task.must_cancel = false;
    return {};
}

// A future that was not awaited but yielded.
static void schedule_missing_await(VM& vm, Task& task, Value future) {
    schedule_error(vm, task,
                   fmt::format("yield was used instead of yield from in task {} with {}", repr_text(vm, &task),
                               repr_text(vm, future)));
}

static Result<void> wait_for_future(VM& vm, Task& task, Future& future) {
    if (&future == &task) {
        schedule_error(vm, task, fmt::format("Task cannot await on itself: {}", repr_text(vm, &task)));
        return {};
    }
    if (future.loop != task.loop) {
        schedule_error(vm, task, fmt::format("Task {} got Future {} attached to a different loop", repr_text(vm, &task),
                                             repr_text(vm, &future)));
        return {};
    }
    if (!(future.flags & Future::BLOCKING)) {
        schedule_missing_await(vm, task, &future);
        return {};
    }
    future.flags &= uint8_t(~Future::BLOCKING);
    Heap::store(&task, task.waiter, Value(&future));
    add_done_callback(vm, future, {run_wakeup, &task});
    return pass_cancellation_on(vm, task);
}

// An object with the attributes of a future: scripts may define their own (asyncio.isfuture).
static Result<void> wait_for_foreign(VM& vm, Task& task, Value future, Value blocking) {
    if (!TRY(truth(vm, blocking))) {
        schedule_missing_await(vm, task, future);
        return {};
    }
    TRY(set_attribute(vm, future, intern(vm, "_asyncio_future_blocking"), Value::boolean(false)));
    Value wakeup = TRY(get_attribute(vm, &task, "_wakeup"));
    TRY(call_method(vm, future, "add_done_callback", {wakeup}));
    Heap::store(&task, task.waiter, future);
    return pass_cancellation_on(vm, task);
}

static Result<void> take_yielded(VM& vm, Task& task, Value yielded) {
    if (Future* future = as<Future>(yielded))
        return wait_for_future(vm, task, *future);
    if (yielded.is_none()) {
        schedule_step(task);
        return {};
    }
    Coroutine* coroutine = as_coroutine(yielded);
    if (!coroutine) {
        Value blocking = TRY(find_attribute(vm, yielded, "_asyncio_future_blocking"));
        if (blocking && !blocking.is_none())
            return wait_for_foreign(vm, task, yielded, blocking);
    } else if (coroutine->flavor() == Coroutine::Flavor::Generator) {
        schedule_error(vm, task, fmt::format("yield was used instead of yield from for generator in task {} with {}",
                                             repr_text(vm, &task), repr_text(vm, yielded)));
        return {};
    }
    schedule_error(vm, task, fmt::format("Task got bad yield: {}", repr_text(vm, yielded)));
    return {};
}

// --- Steps --------------------------------------------------------------------------------------------------------

// What goes wrong in a step outside the coroutine is reported as the error of a callback; the loop goes on.
static Result<void> report_step(VM& vm, Task& task, Raised raised) {
    if (leaves_loop(vm, raised.exception))
        return raised;
    return report_callback_error(vm, loop_of(task), "Exception in callback Task.task_step()", "task", &task,
                                 raised.exception);
}

static Result<void> take_result(VM& vm, Task& task, ResumeResult result) {
    if (result.kind == ResumeResult::Kind::Returned) {
        if (task.must_cancel) { // cancelled while it was returning: the result is lost
            task.must_cancel = false;
            set_cancelled(vm, task);
        } else {
            set_result(vm, task, result.value);
        }
        return {};
    }
    if (result.kind == ResumeResult::Kind::Yielded) {
        auto taken = take_yielded(vm, task, result.value);
        if (!taken.is_error())
            return {};
        if (task.waiter) // its own cancel() has failed
            return report_step(vm, task, taken.error());
        schedule_step(task, taken.error().exception); // of a script's own future class
        return {};
    }
    if (is_exception_of(result.exception, vm, ExceptionId::CancelledError)) {
        task.cancel_message = {}; // it is in the exception, which goes to the first who asks
        set_cancelled(vm, task, result.exception);
        return {};
    }
    set_exception(vm, task, result.exception);
    return leaves_loop(vm, result.exception) ? Result<void>(Raised{result.exception}) : Result<void>();
}

static Result<void> step(VM& vm, Task& task, Exception* thrown) {
    if (task.is_done())
        return report_step(vm, task, raise_of(vm, asyncio_state(vm).invalid_state_error,
                                              fmt::format("step(): already done: {}", repr_text(vm, &task))));
    if (task.must_cancel) {
        if (!thrown || !is_exception_of(thrown, vm, ExceptionId::CancelledError))
            thrown = cancelled_error(vm, task);
        task.must_cancel = false;
    }
    task.waiter = {};
    Thread& thread = *vm.thread;
    Value previous_context;
    if (auto entered = enter_captured(vm, task.context, previous_context); entered.is_error())
        return report_step(vm, task, entered.error());
    Value previous_task = std::exchange(thread.current_task, Value(&task));
    ResumeResult result = resume(vm, task.coroutine, thrown);
    thread.current_task = previous_task;
    Heap::store(&task, task.context, leave_captured(vm, previous_context));
    return take_result(vm, task, result);
}

static Result<void> run_step(VM& vm, Value target, Value thrown) {
    return step(vm, *static_cast<Task*>(target.object()), thrown ? static_cast<Exception*>(thrown.object()) : nullptr);
}

// The failure of what the task waited for is raised where the task waits. Cancellations, and what gather() gives, are
// raised here first: the caller of the loop may be handling an exception.
static Result<Value> awaited_outcome(VM& vm, Value awaited) {
    Future* future = as<Future>(awaited);
    if (!future || !future->is_exact())
        return call_method(vm, awaited, "result", {});
    bool is_stored = future->state() == Future::State::Failed && !is_gathering(*future);
    return is_stored ? future_outcome(vm, *future) : future_result(vm, *future);
}

Result<void> wake_task(VM& vm, Task& task, Value awaited) {
    Future* future = as<Future>(awaited);
    if (future && future->is_exact() && future->state() == Future::State::Finished) [[likely]]
        return step(vm, task, nullptr);
    Result<Value> outcome = awaited_outcome(vm, awaited);
    return step(vm, task, outcome.is_error() ? outcome.exception() : nullptr);
}

static Result<void> run_wakeup(VM& vm, Value target, Value future) {
    return wake_task(vm, *static_cast<Task*>(target.object()), future);
}

// --- Making tasks -------------------------------------------------------------------------------------------------

Result<bool> is_coroutine(VM& vm, Value value) {
    if (Coroutine* coroutine = as_coroutine(value))
        return coroutine->is_coroutine();
    if (!value.is_object())
        return false;
    // collections.abc.Coroutine: registered, or by the methods that its class has.
    Type* type = vm.type_of(value);
    if (!type->special(vm, Special::Await))
        return false;
    for (Str* name : {vm.names.send, vm.names.throw_, vm.names.close}) {
        Value method = type->lookup(vm, name);
        if (!method || method.is_none())
            return false;
    }
    return true;
}

static constexpr NativeType task_origin_type = {
    .name = "asyncio._TaskOrigin",
    .base = nullptr,
    .kind = Kind::Native,
    .size = sizeof(TaskOrigin),
    .flags = Type::FINAL | Type::NO_NEW,
    .visit =
        [](Object* object, Visitor& visitor) {
            visitor.visit(static_cast<TaskOrigin*>(object)->code);
            visitor.visit(static_cast<TaskOrigin*>(object)->parent_name);
        },
    .members = nullptr,
    .member_count = 0,
};

static TaskOrigin* origin_of_next_task(VM& vm, Loop& loop) {
    Frame* frame = current_frame(vm);
    if (!frame)
        return nullptr;
    Task* parent = current_task(vm);
    Value parent_name = parent ? parent->name : Value();
    TaskOrigin* last = loop.last_origin;
    if (last && last->at == frame->pc && last->code == frame->code && last->parent_name == parent_name)
        return last;
    auto* origin = static_cast<TaskOrigin*>(allocate_instance(vm, vm.native(task_origin_type)));
    origin->code = frame->code;
    origin->at = frame->pc;
    origin->parent_name = parent_name;
    Heap::store(&loop, loop.last_origin, origin);
    return origin;
}

Result<void> initialize_task(VM& vm, Loop& loop, Task& task, Value coroutine, const TaskOptions& options) {
    Value context = TRY(captured_context(vm, options.context));
    if (!TRY(is_coroutine(vm, coroutine)))
        return vm.type_error("a coroutine was expected, got {}", repr_text(vm, coroutine));
    TRY(check_open(vm, loop));
    if (options.name.is_empty() || options.name.is_none())
        task.name = Value::small_int(int64_t(++asyncio_state(vm).last_task_number));
    else
        task.name = TRY(str(vm, options.name));
    task.context = context;
    task.loop = &loop;
    task.coroutine = coroutine;
    task.origin = origin_of_next_task(vm, loop);
    // The loop closes the coroutines of tasks that it leaves unfinished.
    if (Coroutine* known = as_coroutine(coroutine))
        known->flags &= uint8_t(~Object::FINALIZABLE);
    Heap::barrier(&task);
    link_task(loop, task);
    if (!options.eager || running_loop(vm) != &loop) {
        schedule_step(task);
        return {};
    }
    TRY(step(vm, task, nullptr));
    if (task.is_done())
        task.coroutine = Value::none();
    return {};
}

Result<Task*> make_task(VM& vm, Loop& loop, Value coroutine, const TaskOptions& options) {
    auto* task = static_cast<Task*>(allocate_unwatched_instance(vm, vm.native(task_type)));
    task->flags |= Task::IS_TASK;
    TRY(initialize_task(vm, loop, *task, coroutine, options));
    return task;
}

Result<Value> create_task(VM& vm, Loop& loop, Value coroutine, Value name, Value context, Value eager_start) {
    TRY(check_open(vm, loop));
    if (loop.task_factory.is_none()) {
        bool eager = eager_start && TRY(truth(vm, eager_start));
        return Value(TRY(make_task(vm, loop, coroutine, {.name = name, .context = context, .eager = eager})));
    }
    Dict* keywords = make_dict(vm);
    auto pass = [&](const char* keyword, Value value) {
        if (value)
            dict_set(vm, *keywords, intern(vm, keyword), value);
    };
    pass("name", name);
    pass("context", context);
    pass("eager_start", eager_start);
    return call_with_dict(vm, loop.task_factory, std::initializer_list<Value>{&loop, coroutine}, keywords);
}

// Objects made by types.coroutine functions: generators that can be awaited.
static bool is_awaitable_generator(Value value) {
    Generator* generator = as<Generator>(value);
    return generator && generator->frame.code->has(Code::ITERABLE_COROUTINE);
}

static Result<Value> await_wrapped(VM& vm, NativeCoroutine& self, Result<Value>) {
    return end_by(vm, one_phase(self), one_phase(self).self);
}
static constexpr NativeCoroutine::Code WRAPPER = {"_wrap_awaitable", await_wrapped};

Value wrap_awaitable(VM& vm, Value awaitable) { return make_native_coroutine(vm, WRAPPER, awaitable); }

Result<Value> ensure_future(VM& vm, Value awaitable, Loop* loop) {
    if (as<Future>(awaitable))
        return awaitable;
    if (awaitable.is_object()) {
        Value blocking = TRY(find_attribute(vm, vm.type_of(awaitable), "_asyncio_future_blocking"));
        if (blocking)
            return awaitable;
    }
    bool is_wrapped = !TRY(is_coroutine(vm, awaitable));
    if (is_wrapped) {
        if (!vm.type_of(awaitable)->special(vm, Special::Await) && !is_awaitable_generator(awaitable))
            return vm.type_error("An asyncio.Future, a coroutine or an awaitable is required");
        awaitable = wrap_awaitable(vm, awaitable);
    }
    auto owner = loop ? Result<Loop*>(loop) : current_loop(vm);
    if (!owner.is_error())
        return create_task(vm, *owner.release(), awaitable);
    if (is_wrapped) // nobody else can await it
        TRY(coroutine_close(vm, *as_coroutine(awaitable)));
    return owner.error();
}

// --- Cancellation -------------------------------------------------------------------------------------------------

static void raise_at_next_step(Task& task, Value message) {
    task.must_cancel = true;
    Heap::store(&task, task.cancel_message, message.is_none() ? Value() : message);
}

static Result<void> look_away(VM&, Value, Value future) {
    mark_retrieved(*as<Future>(future));
    return {};
}

// The task waits, by way of others, for itself: nothing would ever end, so the CancelledError is raised right here.
static Result<void> break_circle(VM& vm, Task& task, Value message) {
    raise_at_next_step(task, message);
    Value waiter = task.waiter;
    if (Future* future = as<Future>(waiter)) {
        if (!remove_done_callbacks(*future, run_wakeup, &task))
            return {}; // it is woken already
        add_done_callback(vm, *future, {look_away, &task}); // how it ends is no news to anybody
    } else {
        TRY(call_method(vm, waiter, "remove_done_callback", {TRY(get_attribute(vm, &task, "_wakeup"))}));
    }
    task.waiter = {};
    schedule_step(task);
    return {};
}

namespace {

// A cancellation on its way along a line of tasks each of which waits for the next: however long, without recursion.
class CancellationPath {
public:
    explicit CancellationPath(VM& vm) : m_tasks(vm.heap) {}
    ~CancellationPath() {
        for (Value task : m_tasks.items)
            as_task(task)->is_being_cancelled = false;
    }
    CancellationPath(const CancellationPath&) = delete;
    CancellationPath& operator=(const CancellationPath&) = delete;

    void add(Task& task) {
        task.cancel_requests++;
        task.is_being_cancelled = true;
        m_tasks.push(&task);
    }
    Task& last() { return *as_task(m_tasks.items.back()); }

private:
    RootVector m_tasks;
};

} // namespace

// Does it wait for what waits for nobody else?
static bool is_end_of_line(const Task& task) {
    Future* future = task.waiter ? as<Future>(task.waiter) : nullptr;
    return !task.waiter || (future && future->is_exact() && future->type()->native == &future_type);
}

// Hands the cancellation to what the task waits for; if that is nothing or done, the task's next step raises it.
static Result<bool> cancel_waiter(VM& vm, Task& task, Value message) {
    if (!task.waiter || !TRY(cancel(vm, task.waiter, message)))
        raise_at_next_step(task, message);
    return true;
}

// The task whose cancel() is that of asyncio.Task, or null.
static Task* plain_task(Value value) {
    Task* task = value ? as_task(value) : nullptr;
    return task && task->is_exact() ? task : nullptr;
}

// Differs: CPython fails with RecursionError when tasks wait for each other in a circle, and in long lines.
Result<bool> cancel_task(VM& vm, Task& task, Value message) {
    mark_retrieved(task);
    if (task.is_done())
        return false;
    if (task.is_being_cancelled) {
        TRY(break_circle(vm, task, message));
        return true;
    }
    if (is_end_of_line(task)) {
        task.cancel_requests++;
        return cancel_waiter(vm, task, message);
    }
    CancellationPath path(vm);
    path.add(task);
    for (Task* next = plain_task(task.waiter); next && !next->is_done() && !next->is_being_cancelled;
         next = plain_task(next->waiter)) {
        mark_retrieved(*next);
        path.add(*next);
    }
    return cancel_waiter(vm, path.last(), message);
}

uint32_t uncancel(Task& task) {
    if (task.cancel_requests > 0 && --task.cancel_requests == 0)
        task.must_cancel = false;
    return task.cancel_requests;
}

// --- Who runs -----------------------------------------------------------------------------------------------------

Task* current_task(VM& vm) { return as_task(vm.thread->current_task); }

Value shown_task_name(VM& vm, Value name) {
    if (name.is_small_int())
        return make_short_str(vm, fmt::format("Task-{}", name.small_int()));
    return name ? name : Value::none();
}

} // namespace ouro::stdlib
