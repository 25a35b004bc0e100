// SPDX-License-Identifier: MIT
//
// asyncio.Future as scripts see it.
#include "stdlib/asyncio/awaited_by.hpp"
#include "stdlib/asyncio/context_scope.hpp"
#include "stdlib/asyncio/handle.hpp"
#include "stdlib/asyncio/loop.hpp"
#include "stdlib/asyncio/task.hpp"
#include "vm/async/generator.hpp"
#include "vm/model/deprecation.hpp"
#include "vm/model/generic_alias.hpp"
#include "vm/model/sequence.hpp"

const ouro::vm::NativeType& ouro::vm::Future::native_type = ouro::stdlib::future_type;

namespace ouro::stdlib {

using namespace vm;

// --- Construction -------------------------------------------------------------------------------------------------

static Result<Value> future_new(VM& vm, Type* type, Args, Kwargs) {
    return allocate_unwatched_instance(vm, type);
}

static Result<void> future_init(VM& vm, Future& self, Value loop) {
    Loop* owner = loop.is_none() ? TRY(current_loop(vm)) : TRY(loop_argument(vm, loop));
    Heap::store(&self, self.loop, owner);
    return {};
}

// A subclass may forget to call __init__ of its base.
static Result<void> check_initialized(VM& vm, Future& self) {
    if (!self.loop)
        return vm.runtime_error("Future object is not initialized.");
    return {};
}

// --- Outcome ------------------------------------------------------------------------------------------------------

static bool is_done(Future& self) { return self.is_done(); }
static bool is_cancelled(Future& self) { return self.state() == Future::State::Cancelled; }

static Result<Value> result(VM& vm, Future& self) {
    TRY(check_initialized(vm, self));
    return future_result(vm, self);
}

static Result<Value> exception(VM& vm, Future& self) {
    TRY(check_initialized(vm, self));
    if (self.state() == Future::State::Cancelled)
        return raise_stored(vm, *cancelled_error(vm, self));
    if (!self.is_done())
        return raise_of(vm, asyncio_state(vm).invalid_state_error, "Exception is not set.");
    mark_retrieved(self);
    Exception* exception = exception_of(self);
    return exception ? Value(exception) : Value::none();
}

static Result<void> check_pending(VM& vm, Future& self) {
    TRY(check_initialized(vm, self));
    if (self.is_done())
        return raise_of(vm, asyncio_state(vm).invalid_state_error, "invalid state");
    return self.aux ? check_open(vm, loop_of(self)) : Result<void>();
}

static Result<void> set_result_method(VM& vm, Future& self, Value result) {
    TRY(check_pending(vm, self));
    set_result(vm, self, result);
    return {};
}

static Result<void> set_exception_method(VM& vm, Future& self, Value value) {
    TRY(check_pending(vm, self));
    if (Type* type = as<Type>(value); type && type->is_subtype_of(vm.exception_type(ExceptionId::BaseException)))
        value = TRY(call(vm, value, std::initializer_list<Value>{}));
    Exception* exception = as<Exception>(value);
    if (!exception)
        return vm.type_error("invalid exception object");
    if (is_exception_of(exception, vm, ExceptionId::StopIteration)) {
        Exception* replacement =
            make_exception(vm, ExceptionId::RuntimeError,
                           "StopIteration interacts badly with generators and cannot be raised into a Future");
        replacement->cause = replacement->context = exception;
        exception = replacement;
    }
    set_exception(vm, self, exception);
    return {};
}

static Result<bool> cancel_method(VM& vm, Future& self, Value message) {
    TRY(check_initialized(vm, self));
    return cancel_plain(vm, self, message);
}

// --- Callbacks ----------------------------------------------------------------------------------------------------

static Result<void> add_done_callback_method(VM& vm, Future& self, Value function, Value context) {
    TRY(check_initialized(vm, self));
    Value captured = TRY(captured_context(vm, context));
    if (self.is_done())
        TRY(check_open(vm, loop_of(self)));
    add_done_callback(vm, self, script_callback(vm, function, captured));
    return {};
}

// Callbacks are compared with ==, so this asks scripts; the list may change meanwhile.
static Result<int64_t> remove_done_callback_method(VM& vm, Future& self, Value function) {
    RootVector functions(vm.heap), targets(vm.heap);
    std::vector<EventLoop::Callback> matching;
    for (const EventLoop::Callback& callback : done_callbacks(self)) {
        if (Value known = script_function(callback)) {
            functions.push(known);
            targets.push(callback.target);
            matching.push_back(callback);
        }
    }
    int64_t removed = 0;
    for (size_t i = 0; i < matching.size(); i++) {
        if (TRY(equal(vm, functions[i], function)))
            removed += int64_t(remove_done_callbacks(self, matching[i].run, matching[i].target));
    }
    return removed;
}

// --- Awaiting -----------------------------------------------------------------------------------------------------

// What await calls on futures from scripts' own __await__ methods: `yield from future.__await__()`.
struct FutureIterator : Object {
    static constexpr Kind KIND = Kind::Native;
    static const NativeType& native_type;
    Future* future; // null at the end
};

static Result<Value> iterator_send(VM& vm, FutureIterator& self, Value) {
    if (!self.future)
        return vm.stop_iteration();
    Future& future = *self.future;
    if (!future.is_done()) {
        if (future.flags & Future::BLOCKING)
            return vm.runtime_error("await wasn't used with future");
        future.flags |= Future::BLOCKING;
        return &future;
    }
    self.future = nullptr;
    return vm.stop_iteration(TRY(future_result(vm, future)));
}
static Result<Value> iterator_next(VM& vm, FutureIterator& self) { return iterator_send(vm, self, Value::none()); }
static Result<Value> iterator_throw(VM& vm, FutureIterator& self, Value type, Value value, Value traceback) {
    self.future = nullptr;
    if (value || traceback)
        TRY(warn_deprecated(
            vm, "the (type, exc, tb) signature of throw() is deprecated, use the single-arg signature instead."));
    Value given = !value || value.is_none() ? type : value;
    return Raised{TRY(exception_from_raise_operand(vm, given))};
}
static void iterator_close(FutureIterator& self) { self.future = nullptr; }
static Value identity(Value self) { return self; }

static constexpr NativeDef future_iterator_members[] = {
    fn<identity>("__iter__(self, /)"),
    fn<iterator_next>("__next__(self, /)"),
    fn<iterator_send>("send(self, value, /)"),
    fn<iterator_throw>("throw(self, type, value=<unset>, traceback=<unset>, /)"),
    fn<iterator_close>("close(self, /)"),
};

static constexpr NativeType future_iterator_type = {
    .name = "_asyncio.FutureIter",
    .base = nullptr,
    .kind = Kind::Native,
    .size = sizeof(FutureIterator),
    .flags = Type::FINAL | Type::NO_NEW,
    .visit = [](Object* object, Visitor& visitor) { visitor.visit(static_cast<FutureIterator*>(object)->future); },
    .members = future_iterator_members,
    .member_count = std::size(future_iterator_members),
};
const NativeType& FutureIterator::native_type = future_iterator_type;

static Result<Value> await_method(VM& vm, Future& self) {
    TRY(check_initialized(vm, self));
    auto* iterator = static_cast<FutureIterator*>(allocate_instance(vm, vm.native(future_iterator_type)));
    iterator->future = &self;
    return iterator;
}

// --- Text ---------------------------------------------------------------------------------------------------------

const char* state_word(const Future& future) {
    switch (future.state()) {
    case Future::State::Pending:
        return "pending";
    case Future::State::Cancelled:
        return "cancelled";
    default:
        return "finished";
    }
}

// How the callbacks of native code are shown: by the names that CPython's have.
static Result<std::string> callback_repr(VM& vm, const EventLoop::Callback& callback) {
    if (Value function = script_function(callback))
        return callback_text(vm, function, {});
    if (as_task(callback.target))
        return std::string("Task.task_wakeup()");
    if (detail::native_cast<Loop>(callback.target))
        return std::string("_run_until_complete_cb()");
    return fmt::format("{}()", vm.type_name(callback.target));
}

Result<std::string> callbacks_repr(VM& vm, Future& future) {
    DoneCallbacks callbacks = done_callbacks(future);
    size_t count = callbacks.count;
    if (count == 0)
        return std::string();
    EventLoop::Callback first = *callbacks.begin(), last = callbacks.end()[-1];
    std::string text = " cb=[" + TRY(callback_repr(vm, first));
    if (count > 2)
        text += fmt::format(", <{} more>", count - 2);
    if (count > 1)
        text += ", " + TRY(callback_repr(vm, last));
    return text + "]";
}

Result<std::string> outcome_repr(VM& vm, Future& future) {
    if (Exception* exception = exception_of(future))
        return fmt::format(" exception={}", TRY(repr(vm, exception))->view());
    if (future.state() != Future::State::Finished)
        return std::string();
    Value text = TRY(call_library(vm, "reprlib", "repr", {future.outcome}));
    return fmt::format(" result={}", TRY(str(vm, text))->view());
}

static Result<std::string> future_repr(VM& vm, Future& self) {
    ReprGuard guard(vm, &self);
    if (guard.is_recursive())
        return std::string("...");
    return fmt::format("<{} {}{}{}>", self.type()->name->view(), state_word(self), TRY(outcome_repr(vm, self)),
                       TRY(callbacks_repr(vm, self)));
}

// --- Attributes ---------------------------------------------------------------------------------------------------

static Result<Value> get_loop(VM& vm, Future& self) {
    TRY(check_initialized(vm, self));
    return Value(self.loop);
}
static Value get_loop_attribute(Future& self) { return self.loop ? Value(self.loop) : Value::none(); }
static bool get_blocking(Future& self) { return self.flags & Future::BLOCKING; }
static void set_blocking(Future& self, bool blocking) {
    self.flags = uint8_t((self.flags & ~Future::BLOCKING) | (blocking ? Future::BLOCKING : 0));
}
static std::string get_state(Future& self) {
    std::string word = state_word(self);
    std::transform(word.begin(), word.end(), word.begin(), [](char c) { return char(c - 'a' + 'A'); });
    return word;
}
static bool get_log_traceback(Future& self) { return self.flags & Future::LOG_TRACEBACK; }
static Result<void> set_log_traceback(VM& vm, Future& self, bool log) {
    if (log)
        return vm.value_error("_log_traceback can only be set to False");
    mark_retrieved(self);
    return {};
}
static Value get_cancel_message(Future& self) {
    Value message = message_of_cancel(self);
    return message ? message : Value::none();
}
static Value get_result_attribute(Future& self) {
    return self.state() == Future::State::Finished ? self.outcome : Value::none();
}
static Value get_exception_attribute(Future& self) {
    Exception* exception = exception_of(self);
    return exception ? Value(exception) : Value::none();
}

static void visit_future(Object* object, Visitor& visitor) {
    auto& self = *static_cast<Future*>(object);
    visitor.visit(self.outcome);
    visitor.visit(self.loop);
    visitor.visit(self.cancel_message);
    visitor.visit(self.callbacks);
    if (self.aux > UINT8_MAX) {
        for (const EventLoop::Callback& callback : done_callbacks(self))
            visitor.visit(callback.target);
    }
}

// A failure that nobody looked at is reported when the future goes.
void finalize_future(VM& vm, Object* object) {
    auto& self = *static_cast<Future*>(object);
    Exception* exception = exception_of(self);
    if (!exception || !(self.flags & Future::LOG_TRACEBACK))
        return;
    mark_retrieved(self);
    std::string message = fmt::format("{} {}", self.type()->name->view(), NEVER_RETRIEVED);
    auto reported = call_exception_handler(vm, loop_of(self), message, "future", &self, exception);
    if (reported.is_error())
        vm.report_unraisable(reported.error().exception, message);
}

static constexpr NativeDef future_members[] = {
    class_fn<class_getitem>("__class_getitem__(cls, item, /)"),
    fn<future_new>("__new__(cls, /, *args, **kwargs)"),
    fn<future_init>("__init__(self, *, loop=None)"),
    fn<future_repr>("__repr__(self, /)"),
    fn<await_method>("__await__(self, /)"),
    fn<await_method>("__iter__(self, /)"),
    fn<is_done>("done(self, /)", "Return True if the future is done: it has a result, an exception, or was cancelled."),
    fn<is_cancelled>("cancelled(self, /)", "Return True if the future was cancelled."),
    fn<result>("result(self, /)", "Return the result, or raise the exception, of a future that is done."),
    fn<exception>("exception(self, /)", "Return the exception of a future that is done, or None."),
    fn<set_result_method>("set_result(self, result, /)", "Mark the future done and set its result."),
    fn<set_exception_method>("set_exception(self, exception, /)", "Mark the future done and set its exception."),
    fn<cancel_method>("cancel(self, /, msg=None)", "Cancel the future and schedule its callbacks."),
    fn<add_done_callback_method>("add_done_callback(self, fn, /, *, context=None)",
                                 "Add a function to be called when the future is done."),
    fn<remove_done_callback_method>("remove_done_callback(self, fn, /)",
                                    "Remove a callback; return how many were removed."),
    fn<get_loop>("get_loop(self, /)", "Return the event loop that the future belongs to."),
    get<get_loop_attribute>("_loop"),
    get<get_blocking, set_blocking>("_asyncio_future_blocking"),
    get<get_state>("_state"),
    get<get_log_traceback, set_log_traceback>("_log_traceback"),
    get<get_cancel_message>("_cancel_message"),
    get<get_result_attribute>("_result"),
    get<get_exception_attribute>("_exception"),
    get<awaited_by>("_asyncio_awaited_by"),
};

const NativeType future_type = {
    .name = "_asyncio.Future",
    .base = nullptr,
    .kind = Kind::Future,
    .size = sizeof(Future),
    .flags = Type::HAS_ATTRIBUTES | Type::WEAKLY_REFERENCEABLE,
    .visit = visit_future,
    .members = future_members,
    .member_count = std::size(future_members),
    .doc = "A result that is not there yet.",
    .finalize = finalize_future,
};

} // namespace ouro::stdlib
