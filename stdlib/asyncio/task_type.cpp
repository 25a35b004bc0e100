// SPDX-License-Identifier: MIT
//
// asyncio.Task as scripts see it.
#include "stdlib/asyncio/context_scope.hpp"
#include "stdlib/asyncio/loop.hpp"
#include "stdlib/asyncio/task.hpp"
#include "vm/model/code.hpp"
#include "vm/model/sequence.hpp"

#include <algorithm>

namespace ouro::stdlib {

using namespace vm;

const NativeType& Task::native_type = task_type;

static Result<Value> task_new(VM& vm, Type* type, Args, Kwargs) {
    Object* task = allocate_unwatched_instance(vm, type);
    task->flags |= Task::IS_TASK;
    return task;
}

static Result<void> task_init(VM& vm, Task& self, Value coroutine, Value loop, Value name, Value context, bool eager) {
    Loop* owner = loop.is_none() ? TRY(current_loop(vm)) : TRY(loop_argument(vm, loop));
    return initialize_task(vm, *owner, self, coroutine, {.name = name, .context = context, .eager = eager});
}

// --- Text ---------------------------------------------------------------------------------------------------------

// A repr shows what the task waits for, and that what it waits for: a third task in it is shown briefly.
static constexpr ptrdiff_t MOST_SHOWN_TASKS = 2;

static bool stands_in_other_tasks(VM& vm) {
    const std::vector<Object*>& around = vm.thread->repr_stack;
    return std::count_if(around.begin(), around.end(), [](Object* object) { return as_task(object) != nullptr; }) >
           MOST_SHOWN_TASKS; // it is one of them itself
}

static uint32_t line_of(const TaskOrigin& origin) {
    const Code& code = *origin.code;
    return code.line_entry(origin.at > code.words ? uint32_t(origin.at - code.words) - 1 : 0).line;
}

static Result<std::string> task_repr(VM& vm, Task& self) {
    ReprGuard guard(vm, &self);
    if (guard.is_recursive())
        return std::string("...");
    if (!self.loop)
        return fmt::format("<{} not initialized>", self.type()->name->view());
    const char* state = self.cancel_requests && !self.is_done() ? "cancelling" : state_word(self);
    std::string text = fmt::format("<{} {} name={}", self.type()->name->view(), state,
                                   TRY(repr(vm, shown_task_name(vm, self.name)))->view());
    if (stands_in_other_tasks(vm))
        return text + " ...>";
    if (!self.coroutine.is_none()) {
        Value shown = TRY(call_library(vm, "asyncio.format_helpers", "_format_coroutine", {self.coroutine}));
        text += fmt::format(" coro=<{}>", TRY(str(vm, shown))->view());
    }
    if (self.waiter)
        text += fmt::format(" wait_for={}", TRY(repr(vm, self.waiter))->view());
    text += TRY(outcome_repr(vm, self));
    text += TRY(callbacks_repr(vm, self));
    if (self.origin && loop_of(self).is_debug)
        text += fmt::format(" created at {}:{}", self.origin->code->filename->view(), line_of(*self.origin));
    return text + ">";
}

// --- Methods ------------------------------------------------------------------------------------------------------

static Result<Value> refuse_set_result(VM& vm, Task&, Value) {
    return vm.runtime_error("Task does not support set_result operation");
}
static Result<Value> refuse_set_exception(VM& vm, Task&, Value) {
    return vm.runtime_error("Task does not support set_exception operation");
}

static Value get_name(VM& vm, Task& self) { return shown_task_name(vm, self.name); }
static Result<void> set_name(VM& vm, Task& self, Value name) {
    Str* text = TRY(str(vm, name));
    Heap::store(&self, self.name, Value(text));
    return {};
}
static Value get_coroutine(Task& self) { return self.coroutine ? self.coroutine : Value::none(); }
static Value get_context(VM& vm, Task& self) {
    // While the task runs, its context is the thread's.
    Value& captured = current_task(vm) == &self ? vm.thread->context : self.context;
    Value context = context_object(vm, captured);
    Heap::barrier(&self);
    return context;
}
static int64_t cancelling(Task& self) { return self.cancel_requests; }
static int64_t uncancel_method(Task& self) { return uncancel(self); }

static Result<void> wake_up(VM& vm, Task& self, Value future) {
    if (!self.loop) // a subclass may forget to call __init__ of its base
        return vm.runtime_error("Task object is not initialized.");
    return wake_task(vm, self, future);
}

static Result<Value> get_stack(VM& vm, Value self, Value limit) {
    return call_library(vm, "asyncio.format_helpers", "_task_get_stack", {self, limit});
}
static Result<Value> print_stack(VM& vm, Value self, Value limit, Value file) {
    return call_library(vm, "asyncio.format_helpers", "_task_print_stack", {self, limit, file});
}

static Value get_waiter(Task& self) { return self.waiter ? self.waiter : Value::none(); }
// (file name, line, name of the creating task or None), or None.
static Value get_origin(VM& vm, Task& self) {
    if (!self.origin)
        return Value::none();
    Value parent = shown_task_name(vm, self.origin->parent_name);
    return make_tuple(vm, {self.origin->code->filename, Value::small_int(line_of(*self.origin)), parent});
}
static bool get_must_cancel(Task& self) { return self.must_cancel; }

static void visit_task(Object* object, Visitor& visitor) {
    future_type.visit(object, visitor);
    auto& self = *static_cast<Task*>(object);
    visitor.visit(self.coroutine);
    visitor.visit(self.waiter);
    visitor.visit(self.name);
    visitor.visit(self.context);
    visitor.visit(self.previous);
    visitor.visit(self.next);
    visitor.visit(self.origin);
}

static constexpr NativeDef task_members[] = {
    fn<task_new>("__new__(cls, /, *args, **kwargs)"),
    fn<task_init>("__init__(self, coro, *, loop=None, name=None, context=None, eager_start=False)"),
    fn<task_repr>("__repr__(self, /)"),
    fn<refuse_set_result>("set_result(self, result, /)"),
    fn<refuse_set_exception>("set_exception(self, exception, /)"),
    fn<get_name>("get_name(self, /)", "Return the name of the task."),
    fn<set_name>("set_name(self, value, /)", "Set the name of the task."),
    fn<get_coroutine>("get_coro(self, /)", "Return the coroutine that the task runs."),
    fn<get_context>("get_context(self, /)", "Return the context in which the coroutine runs."),
    fn<cancel_task>("cancel(self, /, msg=None)",
                    "Ask for CancelledError to be raised in the coroutine at its next step."),
    fn<cancelling>("cancelling(self, /)", "Return how many requests to cancel the task are pending."),
    fn<uncancel_method>("uncancel(self, /)", "Take back one request to cancel the task; return how many remain."),
    fn<get_stack>("get_stack(self, /, *, limit=None)", "Return the list of stack frames of the coroutine."),
    fn<print_stack>("print_stack(self, /, *, limit=None, file=None)",
                    "Print the stack or the traceback of the coroutine."),
    fn<wake_up>("_wakeup(self, future, /)"),
    get<get_coroutine>("_coro"),
    get<get_waiter>("_fut_waiter"),
    get<get_origin>("_origin"),
    get<get_must_cancel>("_must_cancel"),
};

const NativeType task_type = {
    .name = "_asyncio.Task",
    .base = &future_type,
    .kind = Kind::Future,
    .size = sizeof(Task),
    .flags = Type::HAS_ATTRIBUTES,
    .visit = visit_task,
    .members = task_members,
    .member_count = std::size(task_members),
    .doc = "A coroutine that an event loop runs.",
    .finalize = finalize_future,
};

} // namespace ouro::stdlib
