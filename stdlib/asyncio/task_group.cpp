// SPDX-License-Identifier: MIT
//
// asyncio.TaskGroup: an asynchronous context manager whose exit waits for all tasks made in it.
//
// A child that fails, the body that fails, and a cancellation from outside all abort the group: every unfinished child
// is cancelled, and no new ones are taken. When a child fails while the body runs or the exit waits, the parent task is
// cancelled too, to bring it to the exit; the exit takes that request back. Once no child is left the exit raises, in
// this order: SystemExit or KeyboardInterrupt bare; a cancellation that is not the group's own, if nothing failed; what
// failed, as a group.
#include "stdlib/asyncio/task_group.hpp"

#include "stdlib/asyncio/awaited_by.hpp"
#include "stdlib/asyncio/children.hpp"
#include "stdlib/asyncio/loop.hpp"
#include "stdlib/asyncio/task.hpp"
#include "vm/async/native_coroutine.hpp"
#include "vm/errors/exception_groups.hpp"
#include "vm/model/sequence.hpp"

namespace ouro::stdlib {

using namespace vm;

namespace {

struct TaskGroup : Object {
    static constexpr Kind KIND = Kind::Native;
    static constexpr const NativeType& native_type = task_group_type;
    Loop* loop;
    Task* parent;            // that entered it
    Dict* children;          // its keys are the unfinished tasks, in order of creation; null before the first one
    List* errors;            // of children in order of their ends, then of the body; null without any
    Exception* base_error;   // the first SystemExit or KeyboardInterrupt
    Exception* cancellation; // to be raised by the exit when all have ended, if nothing failed
    Future* completion;      // while the exit waits: is done when no child is left
    bool entered, exiting, aborting;
    bool parent_cancel_requested; // by the group itself

    size_t child_count() const { return children ? children->size() : 0; }
};

} // namespace

// --- Aborting -----------------------------------------------------------------------------------------------------

static Result<void> abort(VM& vm, TaskGroup& group) {
    group.aborting = true;
    if (!group.children)
        return {};
    List* tasks = make_list(vm);
    TRY(list_reserve(vm, *tasks, group.children->size()));
    for (DictEntry& entry : *group.children) {
        if (!entry.key.is_empty())
            TRY(list_append(vm, *tasks, entry.key));
    }
    for (size_t i = 0; i < tasks->size(); i++) {
        if (!TRY(is_done(vm, (*tasks)[i])))
            TRY(cancel(vm, (*tasks)[i]));
    }
    return {};
}

static bool is_base_error(VM& vm, Exception* exception) {
    return is_exception_of(exception, vm, ExceptionId::SystemExit) ||
           is_exception_of(exception, vm, ExceptionId::KeyboardInterrupt);
}

static void note_base_error(VM& vm, TaskGroup& group, Exception* exception) {
    if (!group.base_error && is_base_error(vm, exception))
        Heap::store(&group, group.base_error, exception);
}

static Result<void> add_error(VM& vm, TaskGroup& group, Exception* exception) {
    if (!group.errors)
        Heap::store(&group, group.errors, make_list(vm));
    return list_append(vm, *group.errors, exception);
}

// --- Ends of children ---------------------------------------------------------------------------------------------

static Result<void> report_orphan(VM& vm, TaskGroup& group, Value task, Exception* exception) {
    Value parent = group.parent ? Value(group.parent) : Value::none();
    std::string message = fmt::format("Task {} has errored out but its parent task {} is already completed",
                                      repr_text(vm, task), repr_text(vm, parent));
    return call_exception_handler(vm, *group.loop, message, "task", task, exception);
}

static Result<void> note_end(VM& vm, TaskGroup& group, Value task) {
    if (group.completion && group.child_count() == 0)
        wake(vm, *group.completion);
    Exception* exception = TRY(failure_of(vm, task));
    if (!exception)
        return {};
    TRY(add_error(vm, group, exception));
    note_base_error(vm, group, exception);
    if (!group.parent || group.parent->is_done())
        return report_orphan(vm, group, task, exception);
    if (group.aborting || group.parent_cancel_requested)
        return {};
    TRY(abort(vm, group));
    group.parent_cancel_requested = true;
    TRY(cancel(vm, group.parent));
    return {};
}

static Result<void> on_task_done(VM& vm, TaskGroup& self, Value task) {
    if (!self.children || !TRY(dict_remove(vm, *self.children, task)))
        return {};
    return note_end(vm, self, task);
}

// The callback of every child.
static Result<void> child_done(VM& vm, Value target, Value task) {
    auto& group = *static_cast<TaskGroup*>(target.object());
    return report_callback(vm, *group.loop, on_task_done(vm, group, task),
                           "Exception in callback TaskGroup._on_task_done()", "task", task);
}

// --- Making children ----------------------------------------------------------------------------------------------

static Raised refuse(VM& vm, TaskGroup& group, Value coroutine, const char* reason) {
    auto closed = call_method(vm, coroutine, vm.names.close, {});
    if (closed.is_error())
        return closed.error();
    return vm.runtime_error("TaskGroup {} {}", repr_text(vm, &group), reason);
}

static Result<void> adopt(VM& vm, TaskGroup& group, Value task) {
    if (!group.children)
        Heap::store(&group, group.children, make_dict(vm));
    TRY(dict_set(vm, *group.children, task, Value::none()));
    return watch_child(vm, task, child_done, group, "_on_task_done");
}

static Result<Value> group_create_task(VM& vm, TaskGroup& self, Value coroutine, Value name, Value context,
                                       Value eager_start) {
    if (!self.entered)
        return refuse(vm, self, coroutine, "has not been entered");
    if (self.exiting && self.child_count() == 0)
        return refuse(vm, self, coroutine, "is finished");
    if (self.aborting)
        return refuse(vm, self, coroutine, "is shutting down");
    Value task = TRY(create_task(vm, *self.loop, coroutine, name, context, eager_start));
    TRY(adopt(vm, self, task));
    return task;
}

// --- Entering and leaving -----------------------------------------------------------------------------------------

static Result<Value> enter(VM& vm, NativeCoroutine& coroutine, Result<Value>) {
    auto& group = *static_cast<TaskGroup*>(one_phase(coroutine).self.object());
    if (group.entered)
        return vm.runtime_error("TaskGroup {} has already been entered", repr_text(vm, &group));
    Loop* loop = TRY(require_running_loop(vm));
    Heap::store(&group, group.loop, loop);
    Task* parent = current_task(vm);
    if (!parent)
        return vm.runtime_error("TaskGroup {} cannot determine the parent task", repr_text(vm, &group));
    Heap::store(&group, group.parent, parent);
    group.entered = true;
    return &group;
}

// Everything has ended: what leaves the block. `failure` is the body's own exception, `cancellation` one from outside.
static Result<Value> conclude(VM& vm, TaskGroup& group, Exception* failure, Exception* cancellation) {
    List* errors = std::exchange(group.errors, nullptr);
    if (Exception* base_error = std::exchange(group.base_error, nullptr))
        return Raised{base_error};
    if (group.parent_cancel_requested && uncancel(*group.parent) == 0)
        cancellation = nullptr;
    if (cancellation && !errors)
        return Raised{cancellation};
    if (!failure && !errors)
        return Value::none();
    if (!errors)
        errors = make_list(vm);
    if (failure)
        TRY(list_append(vm, *errors, failure));
    // The parent was cancelled from outside as well: let it notice at its next await, with the same count of requests.
    if (group.parent->cancel_requests) {
        uncancel(*group.parent);
        TRY(cancel(vm, group.parent));
    }
    Exception* raised =
        TRY(make_exception_group(vm, "unhandled errors in a TaskGroup", {errors->items(), errors->size()}));
    raised->flags |= Exception::SUPPRESS_CONTEXT;
    return Raised{raised};
}

// Notes what the body has raised.
static Result<void> begin_exit(VM& vm, TaskGroup& group, Exception* raised) {
    group.exiting = true;
    if (!raised)
        return {};
    if (!group.entered)
        return vm.runtime_error("TaskGroup {} has not been entered", repr_text(vm, &group));
    note_base_error(vm, group, raised);
    if (!group.aborting)
        TRY(abort(vm, group));
    if (is_exception_of(raised, vm, ExceptionId::CancelledError))
        Heap::store(&group, group.cancellation, raised);
    return {};
}

// The exit's wait was ended by an exception: a cancellation aborts the group, and the wait goes on.
static Result<void> interrupt_exit(VM& vm, TaskGroup& group, Exception* raised) {
    group.completion = nullptr;
    if (!is_exception_of(raised, vm, ExceptionId::CancelledError))
        return Raised{raised};
    if (group.aborting)
        return {};
    Heap::store(&group, group.cancellation, raised);
    return abort(vm, group);
}

// Waits until there are no children. The argument is what the body has raised, or None.
static Result<Value> leave(VM& vm, NativeCoroutine& coroutine, Result<Value> outcome) {
    auto& group = *static_cast<TaskGroup*>(one_phase(coroutine).self.object());
    Exception* raised = as<Exception>(one_phase(coroutine).argument);
    if (one_phase(coroutine).begins())
        TRY(begin_exit(vm, group, raised));
    else if (outcome.is_error())
        TRY(interrupt_exit(vm, group, outcome.exception()));
    group.completion = nullptr;
    if (group.child_count()) {
        Heap::store(&group, group.completion, make_future(vm, *group.loop));
        return wait_on(coroutine, group.completion);
    }
    bool is_cancellation = raised && is_exception_of(raised, vm, ExceptionId::CancelledError);
    return conclude(vm, group, is_cancellation ? nullptr : raised, std::exchange(group.cancellation, nullptr));
}

// --- The type -----------------------------------------------------------------------------------------------------

static Result<Value> group_new(VM& vm, Type* type, Args, Kwargs) {
    return allocate_instance(vm, type);
}
static void group_init(TaskGroup&) {}

static std::string group_repr(TaskGroup& self) {
    std::string text = "<TaskGroup";
    if (self.child_count())
        text += fmt::format(" tasks={}", self.child_count());
    if (self.errors && self.errors->size())
        text += fmt::format(" errors={}", self.errors->size());
    if (self.aborting)
        text += " cancelling";
    else if (self.entered)
        text += " entered";
    return text + ">";
}

static constexpr NativeCoroutine::Code TASKGROUP_AENTER = {"TaskGroup.__aenter__", enter};
static Value enter_method(VM& vm, TaskGroup& self) {
    return make_native_coroutine(vm, TASKGROUP_AENTER, &self);
}
static constexpr NativeCoroutine::Code TASKGROUP_AEXIT = {"TaskGroup.__aexit__", leave};
static Value exit_method(VM& vm, TaskGroup& self, Value, Value exception, Value) {
    return make_native_coroutine(vm, TASKGROUP_AEXIT, &self, exception);
}

static void visit_group(Object* object, Visitor& visitor) {
    auto* group = static_cast<TaskGroup*>(object);
    visitor.visit(group->loop);
    visitor.visit(group->parent);
    visitor.visit(group->children);
    visitor.visit(group->errors);
    visitor.visit(group->base_error);
    visitor.visit(group->cancellation);
    visitor.visit(group->completion);
}

static Value get_completion(TaskGroup& self) { return self.completion ? Value(self.completion) : Value::none(); }

static Value get_parent(TaskGroup& self) { return self.parent ? Value(self.parent) : Value::none(); }

static constexpr NativeDef group_members[] = {
    fn<group_new>("__new__(cls, /, *args, **kwargs)"),
    fn<group_init>("__init__(self, /)"),
    fn<group_repr>("__repr__(self, /)"),
    fn<group_create_task>("create_task(self, coro, *, name=<unset>, context=<unset>, eager_start=<unset>)",
                          "(self, coro, **kwargs)\n--\n\nCreate a new task in this group and return it."),
    fn<on_task_done>("_on_task_done(self, task, /)"),
    get<get_completion>("_on_completed_fut"),
    get<get_parent>(AWAITING_MEMBER),
    fn<enter_method>("__aenter__(self, /)"),
    fn<exit_method>("__aexit__(self, /, et, exc, tb)"),
};

constinit const NativeType task_group_type = {
    .name = "asyncio.taskgroups.TaskGroup",
    .base = nullptr,
    .kind = Kind::Native,
    .size = sizeof(TaskGroup),
    .flags = Type::HAS_ATTRIBUTES | Type::WEAKLY_REFERENCEABLE,
    .visit = visit_group,
    .members = group_members,
    .member_count = std::size(group_members),
    .doc = "Asynchronous context manager for managing groups of tasks: its exit waits for all of them.",
};

} // namespace ouro::stdlib
