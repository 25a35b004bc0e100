// SPDX-License-Identifier: MIT
//
// Handles: making, running, cancelling and showing them.
#include "stdlib/asyncio/handle.hpp"

#include "stdlib/asyncio/context_scope.hpp"
#include "vm/model/code.hpp"
#include "vm/model/frame.hpp"
#include "vm/values/float.hpp"
#include "vm/model/sequence.hpp"

namespace ouro::stdlib {

using namespace vm;

const NativeType& Handle::native_type = handle_type;

// --- Scheduling ---------------------------------------------------------------------------------------------------

// "FILE:LINE" of the innermost frame of the script.
static Value place_of_call(VM& vm) {
    unsigned skip = 0;
    Frame* frame = current_frame(vm, skip);
    while (frame && frame->code->filename->view().starts_with("<ouro>"))
        frame = current_frame(vm, ++skip);
    if (!frame)
        return Value();
    uint32_t line = frame->code->line_entry(frame->pc_offset()).line;
    return intern(vm, fmt::format("{}:{}", frame->code->filename->view(), line)); // few places, many handles
}

static Handle* new_handle(VM& vm, const NativeType& type, Loop& loop, Value callback, Args arguments, Value context) {
    Tuple* packed = make_tuple(vm, arguments);
    auto* handle = static_cast<Handle*>(allocate_instance(vm, vm.native(type)));
    handle->callback = callback;
    handle->arguments = packed;
    handle->context = context;
    handle->loop = &loop;
    if (loop.is_debug)
        Heap::store(handle, handle->created, place_of_call(vm));
    return handle;
}

Handle* make_handle(VM& vm, Loop& loop, Value callback, Args arguments, Value context) {
    return new_handle(vm, handle_type, loop, callback, arguments, context);
}

Result<void> take_callback_error(VM& vm, Handle& handle, Exception* exception) {
    if (leaves_loop(vm, exception))
        return Raised{exception};
    std::string text =
        TRY(callback_text(vm, handle.callback, Args(handle.arguments->items(), handle.arguments->size()),
                          handle.loop->is_debug));
    return report_callback_error(vm, *handle.loop, "Exception in callback " + text, "handle", &handle, exception);
}

static Result<void> run_handle(VM& vm, Value target, Value) {
    auto& handle = *static_cast<Handle*>(target.object());
    if (handle.is_cancelled())
        return {};
    handle.flags &= uint8_t(~Handle::SCHEDULED);
    Args arguments(handle.arguments->items(), handle.arguments->size());
    auto result = call_captured(vm, handle.context, handle.callback, arguments);
    return result.is_error() ? take_callback_error(vm, handle, result.exception()) : Result<void>();
}

EventLoop::Callback callback_of(Handle& handle) { return {run_handle, &handle}; }

Result<Handle*> call_soon(VM& vm, Loop& loop, Value callback, Args arguments, Value context) {
    TRY(check_open(vm, loop));
    Handle* handle = make_handle(vm, loop, callback, arguments, context);
    loop.engine->push(run_handle, handle);
    return handle;
}

Result<Handle*> call_at(VM& vm, Loop& loop, Value when, bool in_order, Value callback, Args arguments, Value context) {
    TRY(check_open(vm, loop));
    double deadline = TRY(detail::argument_to_double(vm, when));
    Handle* handle = new_handle(vm, timer_handle_type, loop, callback, arguments, context);
    handle->when = when;
    handle->flags |= Handle::SCHEDULED;
    loop.engine->add_timer(deadline, in_order, run_handle, handle);
    return handle;
}

void cancel_handle(VM& vm, Handle& handle) {
    if (handle.is_cancelled())
        return;
    handle.flags |= Handle::CANCELLED;
    if (handle.flags & Handle::SCHEDULED)
        handle.loop->engine->timer_cancelled();
    handle.callback = Value::none();
    handle.arguments = make_tuple(vm, size_t(0));
    Heap::barrier(&handle);
}

// --- Text ---------------------------------------------------------------------------------------------------------

Result<std::string> callback_text(VM& vm, Value callback, Args arguments, bool is_debug) {
    Value text = TRY(call_library(vm, "asyncio.format_helpers", "_format_callback_source",
                                  {callback, make_tuple(vm, arguments), Value::boolean(is_debug)}));
    return std::string(TRY(str(vm, text))->view());
}

static Result<std::string> handle_repr(VM& vm, Handle& self) {
    std::string text = fmt::format("<{}", self.type()->name->view());
    if (self.is_cancelled())
        text += " cancelled";
    if (self.is_timer())
        text += fmt::format(" when={}", TRY(repr(vm, self.when))->view());
    if (!self.callback.is_none())
        text += " " + TRY(callback_text(vm, self.callback, Args(self.arguments->items(), self.arguments->size()),
                                        self.loop && self.loop->is_debug));
    if (Str* place = as<Str>(self.created))
        text += fmt::format(" created at {}", place->view());
    return text + ">";
}

// --- What scripts see ---------------------------------------------------------------------------------------------

static bool is_cancelled(Handle& self) { return self.is_cancelled(); }
static Value get_context(VM& vm, Handle& self) {
    Value context = context_object(vm, self.context);
    Heap::barrier(&self);
    return context;
}
static Value get_callback(Handle& self) { return self.callback; }
static Value get_arguments(Handle& self) { return self.arguments; }
static Value get_when(Handle& self) { return self.when; }
static Result<int64_t> hash_by_deadline(VM& vm, Handle& self) { return int64_t(TRY(hash(vm, self.when))); }

static Result<bool> is_same_timer(VM& vm, Handle& self, Handle& other) {
    return TRY(equal(vm, self.when, other.when)) && TRY(equal(vm, self.callback, other.callback)) &&
           TRY(equal(vm, self.arguments, other.arguments)) && self.is_cancelled() == other.is_cancelled();
}

template <Special comparison>
static Result<Value> compare_deadlines(VM& vm, Handle& self, Value other) {
    auto* handle = detail::native_cast<Handle>(other);
    if (!handle || !handle->is_timer())
        return Value::not_implemented();
    constexpr bool is_strict = comparison == Special::Lt || comparison == Special::Gt;
    constexpr bool is_less = comparison == Special::Lt || comparison == Special::Le;
    constexpr Special order = is_less ? Special::Lt : Special::Gt;
    if (comparison != Special::Eq && TRY(compare_bool(vm, order, self.when, handle->when)))
        return Value::boolean(true);
    return Value::boolean(!is_strict && TRY(is_same_timer(vm, self, *handle)));
}

static void visit_handle(Object* object, Visitor& visitor) {
    auto& self = *static_cast<Handle*>(object);
    visitor.visit(self.callback);
    visitor.visit(self.arguments);
    visitor.visit(self.context);
    visitor.visit(self.loop);
    visitor.visit(self.created);
    visitor.visit(self.when);
}

static Object* handle_new(VM& vm, Type* type, Args, Kwargs) {
    auto* handle = static_cast<Handle*>(allocate_instance(vm, type));
    handle->callback = handle->when = Value::none();
    handle->arguments = make_tuple(vm, size_t(0));
    return handle;
}

static Result<void> handle_init(VM& vm, Handle& self, Value callback, Value arguments, Value loop, Value context) {
    Loop* owner = TRY(loop_argument(vm, loop));
    Tuple* packed = TRY(tuple_from(vm, arguments));
    self.context = TRY(captured_context(vm, context));
    self.callback = callback;
    self.arguments = packed;
    self.loop = owner;
    Heap::barrier(&self);
    return {};
}
static Result<void> timer_handle_init(VM& vm, Handle& self, Value when, Value callback, Value arguments, Value loop,
                                      Value context) {
    TRY(handle_init(vm, self, callback, arguments, loop, context));
    Heap::store(&self, self.when, when);
    return {};
}

static Result<void> run_method(VM& vm, Handle& self) {
    return self.loop ? run_handle(vm, &self, {}) : Result<void>();
}

static constexpr NativeDef handle_members[] = {
    fn<handle_new>("__new__(cls, /, *args, **kwargs)"),
    fn<handle_init>("__init__(self, callback, args, loop, context=None)"),
    fn<handle_repr>("__repr__(self, /)"),
    fn<+[](VM& vm, Handle& self) { cancel_handle(vm, self); }>("cancel(self)", "Cancel the callback."),
    fn<is_cancelled>("cancelled(self)", "Return True if the callback was cancelled."),
    fn<get_context>("get_context(self)", "Return the context in which the callback runs."),
    fn<run_method>("_run(self)"),
    get<is_cancelled>("_cancelled"),
    get<get_callback>("_callback"),
    get<get_arguments>("_args"),
};

const NativeType handle_type = {
    .name = "asyncio.events.Handle",
    .base = nullptr,
    .kind = Kind::Native,
    .size = sizeof(Handle),
    .flags = Type::WEAKLY_REFERENCEABLE,
    .visit = visit_handle,
    .members = handle_members,
    .member_count = std::size(handle_members),
    .doc = "A callback that was scheduled.",
};

static constexpr NativeDef timer_handle_members[] = {
    fn<handle_new>("__new__(cls, /, *args, **kwargs)"),
    fn<timer_handle_init>("__init__(self, when, callback, args, loop, context=None)"),
    get<get_when>("_when"),
    fn<get_when>("when(self)", "Return the time at which the callback runs, on the loop's clock."),
    fn<hash_by_deadline>("__hash__(self, /)"),
    fn<compare_deadlines<Special::Lt>>("__lt__(self, other, /)"),
    fn<compare_deadlines<Special::Le>>("__le__(self, other, /)"),
    fn<compare_deadlines<Special::Gt>>("__gt__(self, other, /)"),
    fn<compare_deadlines<Special::Ge>>("__ge__(self, other, /)"),
    fn<compare_deadlines<Special::Eq>>("__eq__(self, other, /)"),
};

const NativeType timer_handle_type = {
    .name = "asyncio.events.TimerHandle",
    .base = &handle_type,
    .kind = Kind::Native,
    .size = sizeof(Handle),
    .flags = 0,
    .visit = visit_handle,
    .members = timer_handle_members,
    .member_count = std::size(timer_handle_members),
    .doc = "A callback that was scheduled for a time.",
};

} // namespace ouro::stdlib
