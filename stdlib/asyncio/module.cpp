// SPDX-License-Identifier: MIT
//
// Module _asyncio: the native part of package asyncio. The rest of the package is Python: stdlib/asyncio/*.py.
#include "stdlib/asyncio/handle.hpp"

#include "stdlib/asyncio/children.hpp"
#include "stdlib/asyncio/locks.hpp"
#include "stdlib/asyncio/loop.hpp"
#include "stdlib/asyncio/policy.hpp"
#include "stdlib/asyncio/runner.hpp"
#include "stdlib/asyncio/sleep.hpp"
#include "stdlib/asyncio/queue.hpp"
#include "stdlib/asyncio/task.hpp"
#include "stdlib/asyncio/task_group.hpp"
#include "vm/model/module.hpp"
#include "vm/model/sequence.hpp"

namespace ouro::stdlib {

using namespace vm;

// --- Loops --------------------------------------------------------------------------------------------------------

static Result<Value> get_running_loop(VM& vm) { return TRY(require_running_loop(vm)); }
static Value get_running_loop_or_none(VM& vm) {
    Loop* loop = running_loop(vm);
    return loop ? Value(loop) : Value::none();
}
static Result<Value> get_event_loop(VM& vm) { return TRY(current_loop(vm)); }
static Result<Value> new_event_loop(VM& vm) { return TRY(new_loop(vm)); }

// The given loop, or the running one.
static Result<Loop*> loop_or_running(VM& vm, Value value) {
    return value.is_none() ? require_running_loop(vm) : loop_argument(vm, value);
}

// --- Tasks --------------------------------------------------------------------------------------------------------

static Result<Value> current_task_of(VM& vm, Value loop_value) {
    Loop* loop = TRY(loop_or_running(vm, loop_value));
    Task* task = loop == running_loop(vm) ? current_task(vm) : nullptr;
    return task ? Value(task) : Value::none();
}

static Result<Value> all_tasks(VM& vm, Value loop_value) {
    Loop* loop = TRY(loop_or_running(vm, loop_value));
    RootVector tasks(vm.heap);
    for (Task* task = loop->first_task; task; task = task->next)
        tasks.push(task);
    return call(vm, vm.types.set, {make_list(vm, tasks.items)});
}

static Result<Value> create_task_function(VM& vm, Value coroutine, Value name, Value context, Value eager_start) {
    return create_task(vm, *TRY(require_running_loop(vm)), coroutine, name, context, eager_start);
}

static Result<Value> ensure_future_function(VM& vm, Value awaitable, Value loop_value) {
    Loop* loop = loop_value.is_none() ? nullptr : TRY(loop_argument(vm, loop_value));
    Future* future = as<Future>(awaitable);
    if (future && loop && future->loop != loop)
        return vm.value_error("The future belongs to a different loop than the one specified as the loop argument");
    return ensure_future(vm, awaitable, loop);
}

// The lock or queue whose method a coroutine is, for reports.
// The generator of an operation of an async generator, or None.
static Value generator_of(Value operation) {
    AsyncOperation* known = detail::native_cast<AsyncOperation>(operation);
    return known ? Value(known->generator) : Value::none();
}

// All locks, events, conditions, semaphores, barriers, queues and groups that there are: only reports ask.
static Value all_waitables(VM& vm) {
    struct Search {
        RootVector found;
        Type* types[10];
    } search{RootVector(vm.heap), {}};
    static constexpr const NativeType* natives[] = {
        &lock_type,    &event_type, &condition_type,  &semaphore_type,      &bounded_semaphore_type,
        &barrier_type, &queue_type, &lifo_queue_type, &priority_queue_type, &task_group_type,
    };
    for (size_t i = 0; i < std::size(natives); i++)
        search.types[i] = vm.native(*natives[i]);
    vm.heap.for_each_object(
        [](void* context, Object* object) {
            auto& search = *static_cast<Search*>(context);
            auto is_one = [&](Type* type) { return object->type()->is_subtype_of(type); };
            if (object->kind == Kind::Native && std::any_of(search.types, std::end(search.types), is_one))
                search.found.push(object);
        },
        &search);
    return make_list(vm, search.found.items);
}

static void debug_by_default(VM& vm) { asyncio_state(vm).debugs_by_default = true; }

// --- The module ---------------------------------------------------------------------------------------------------

static Result<void> initialize(VM& vm, Module& module) {
    AsyncioState& state = asyncio_state(vm);
    module_set(vm, module, "CancelledError", vm.exception_type(ExceptionId::CancelledError));
    module_set(vm, module, "InvalidStateError", state.invalid_state_error);
    module_set(vm, module, "QueueEmpty", state.queue_empty);
    module_set(vm, module, "QueueFull", state.queue_full);
    module_set(vm, module, "QueueShutDown", state.queue_shut_down);
    module_set(vm, module, "BrokenBarrierError", state.broken_barrier_error);
    module_set(vm, module, "Future", vm.native(future_type));
    module_set(vm, module, "Task", vm.native(task_type));
    module_set(vm, module, "Handle", vm.native(handle_type));
    module_set(vm, module, "TimerHandle", vm.native(timer_handle_type));
    module_set(vm, module, "Runner", vm.native(runner_type));
    module_set(vm, module, "_UnixSelectorEventLoop", vm.native(loop_type));
    add_synchronisation_types(vm, module);
    return {};
}

static constexpr NativeDef asyncio_functions[] = {
    fn<get_running_loop>("get_running_loop()", "Return the running event loop; RuntimeError if there is none."),
    fn<get_running_loop_or_none>("_get_running_loop()"),
    fn<get_event_loop>("get_event_loop()", "Return the running event loop or the one that was set."),
    fn<set_event_loop>("set_event_loop(loop)", "Set the event loop of this thread."),
    fn<new_event_loop>("new_event_loop()", "Return a new event loop."),
    fn<event_loop_policy>("_event_loop_policy()"),
    fn<set_event_loop_policy>("_set_event_loop_policy(policy, /)"),
    fn<own_loop_of_thread>("_own_loop_of_thread()"),
    fn<set_own_loop_of_thread>("_set_own_loop_of_thread(loop, /)"),
    fn<current_task_of>("current_task(loop=None)", "Return the task that runs now, or None."),
    fn<all_tasks>("all_tasks(loop=None)", "Return the set of the tasks that are not finished."),
    fn<create_task_function>("create_task(coro, *, name=<unset>, context=<unset>, eager_start=<unset>)",
                             "(coro, **kwargs)\n--\n\nReturn a new task that runs the coroutine."),
    fn<ensure_future_function>("ensure_future(coro_or_future, *, loop=None)",
                               "Return a future: a new task for awaitables."),
    fn<is_future>("isfuture(obj)", "Return True for futures."),
    fn<is_coroutine>("iscoroutine(obj)", "Return True for coroutine objects."),
    fn<sleep>("sleep(delay, result=None)", "Wait some seconds, then return the result."),
    fn<run_on_new_loop>("run(main, *, debug=None, loop_factory=None)",
                        "Run a coroutine, or await an awaitable, on a new event loop; return its result."),
    fn<generator_of>("_generator_of(operation, /)"),
    fn<all_waitables>("_all_waitables()"),
    fn<debug_by_default>("_debug_by_default()"),
};

extern const NativeModule asyncio_module;
const NativeModule asyncio_module = {
    .name = "_asyncio",
    .doc = "The native part of asyncio.",
    .members = asyncio_functions,
    .member_count = std::size(asyncio_functions),
    .initialize = initialize,
};

} // namespace ouro::stdlib
