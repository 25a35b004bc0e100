// SPDX-License-Identifier: MIT
//
// asyncio.shield(): the inner future ends the outer one. Once the outer one was cancelled nobody else may learn of the
// inner one's exception, so that is reported.
#include "stdlib/asyncio/shield.hpp"

#include "stdlib/asyncio/awaited_by.hpp"
#include "stdlib/asyncio/children.hpp"
#include "stdlib/asyncio/loop.hpp"
#include "stdlib/asyncio/task.hpp"

namespace ouro::stdlib {

using namespace vm;

namespace {

extern const NativeType shield_type;

struct Shield : Object {
    static constexpr Kind KIND = Kind::Native;
    static constexpr const NativeType& native_type = shield_type;
    Value inner;
    Future* outer;
};

} // namespace

static Result<bool> was_cancelled(VM& vm, Value inner) {
    if (Future* future = as<Future>(inner))
        return future->state() == Future::State::Cancelled;
    return truth(vm, TRY(call_method(vm, inner, "cancelled", {})));
}

// A cancelled inner future is not asked for its exception, which goes to the first who does.
static Result<void> pass_on(VM& vm, Shield& self, Value inner) {
    Future& outer = *self.outer;
    if (outer.state() == Future::State::Cancelled)
        return {};
    if (TRY(was_cancelled(vm, inner))) {
        cancel_plain(vm, outer, {});
        return {};
    }
    ChildEnd end = TRY(child_end(vm, inner));
    if (end.exception)
        set_exception(vm, outer, end.exception);
    else
        set_result(vm, outer, end.result);
    return {};
}

static Result<void> inner_done(VM& vm, Value target, Value inner) {
    auto& self = *static_cast<Shield*>(target.object());
    return report_callback(vm, loop_of(*self.outer), pass_on(vm, self, inner),
                           "Exception in callback shield.<locals>._inner_done_callback()", "future", inner);
}

static Result<void> report_failure(VM& vm, Loop& loop, Value inner) {
    Exception* exception = TRY(failure_of(vm, inner));
    if (!exception)
        return {};
    std::string message = fmt::format("{} exception in shielded future", exception->type()->name->view());
    return call_exception_handler(vm, loop, message, "future", inner, exception);
}

// Its target is the inner future itself, so that several shields report once.
static Result<void> shielded_done(VM& vm, Value, Value inner) {
    return report_failure(vm, loop_of(*as<Future>(inner)), inner);
}
static Result<void> report_method(VM& vm, Shield& self, Value inner) {
    return report_failure(vm, loop_of(*self.outer), inner);
}

// The outer future is done.
static Result<void> outer_done(VM& vm, Value target, Value) {
    auto& self = *static_cast<Shield*>(target.object());
    if (TRY(is_done(vm, self.inner)))
        return {};
    TRY(unwatch_child(vm, self.inner, inner_done, self, "_inner_done"));
    if (Future* inner = as<Future>(self.inner)) {
        remove_done_callbacks(*inner, shielded_done, inner);
        add_done_callback(vm, *inner, {shielded_done, inner});
        return {};
    }
    return watch_child(vm, self.inner, nullptr, self, "_report_failure");
}

static Result<Loop*> loop_of_any(VM& vm, Value future) {
    if (Future* native = as<Future>(future))
        return &loop_of(*native);
    return loop_argument(vm, TRY(call_method(vm, future, "get_loop", {})));
}

Result<Value> shield(VM& vm, Value awaitable) {
    Value inner = TRY(ensure_future(vm, awaitable, nullptr));
    if (TRY(is_done(vm, inner)))
        return inner;
    auto* self = static_cast<Shield*>(allocate_instance(vm, vm.native(shield_type)));
    self->inner = inner;
    self->outer = make_future(vm, *TRY(loop_of_any(vm, inner)));
    TRY(watch_child(vm, inner, inner_done, *self, "_inner_done"));
    add_done_callback(vm, *self->outer, {outer_done, self});
    return self->outer;
}

static Value get_outer(Shield& self) { return self.outer; }

static constexpr NativeDef shield_members[] = {
    get<get_outer>(AWAITING_MEMBER),
    fn<pass_on>("_inner_done(self, inner, /)"),
    fn<report_method>("_report_failure(self, inner, /)"),
};

namespace {

const NativeType shield_type = {
    .name = "shield.<locals>._inner_done_callback",
    .base = nullptr,
    .kind = Kind::Native,
    .size = sizeof(Shield),
    .flags = Type::FINAL | Type::NO_NEW,
    .visit =
        [](Object* object, Visitor& visitor) {
            visitor.visit(static_cast<Shield*>(object)->inner);
            visitor.visit(static_cast<Shield*>(object)->outer);
        },
    .members = shield_members,
    .member_count = std::size(shield_members),
};

} // namespace

} // namespace ouro::stdlib
