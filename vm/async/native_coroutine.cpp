// SPDX-License-Identifier: MIT
//
// Coroutines with native bodies: driving them, and their script-visible type.
#include "vm/async/native_coroutine.hpp"

#include "vm/model/code.hpp"
#include "vm/model/frame.hpp"
#include "vm/async/future.hpp"
#include "vm/model/iterators.hpp"
#include "vm/async/resume.hpp"
#include "vm/model/core.hpp"

namespace ouro::vm {

NativeCoroutine* make_native_coroutine(VM& vm, const NativeCoroutine::Code& code, Value self, Value argument) {
    auto* coroutine = vm.heap.make<NativeCoroutine>(vm.types.native_coroutine->root_shape);
    coroutine->code = &code;
    coroutine->self = self;
    coroutine->argument = argument;
    if (Frame* frame = vm.thread->frame) {
        coroutine->created_at = frame->pc;
        coroutine->origin = frame->code;
    }
    vm.heap.add_finalizable(coroutine);
    return coroutine;
}

Result<Value> wait_on(NativeCoroutine& self, Value future_or_none) {
    Heap::store(&self, self.awaited, future_or_none);
    return Value();
}

Result<Value> wait_result(VM& vm, NativeCoroutine& self, Exception* thrown) {
    if (thrown)
        return Raised{thrown};
    auto* future = static_cast<Future*>(self.awaited.object());
    if (future->state() == Future::State::Pending)
        return vm.runtime_error("await wasn't used with future");
    return vm.hooks.future_result(vm, future);
}

// --- Driving ------------------------------------------------------------------------------------------------------

static void close(NativeCoroutine& coroutine) {
    coroutine.set_state(NativeCoroutine::State::Closed);
    coroutine.self = coroutine.argument = coroutine.local = coroutine.awaited = Value();
    coroutine.origin = nullptr;
    coroutine.flags &= uint8_t(~Object::FINALIZABLE);
}

ResumeResult native_coroutine_resume(VM& vm, NativeCoroutine& coroutine, Exception* thrown) {
    using State = NativeCoroutine::State;
    if (coroutine.state() == State::Closed)
        return raised(vm.runtime_error("cannot reuse already awaited coroutine"));
    if (coroutine.state() == State::Running)
        return raised(vm.value_error("coroutine already executing"));
    if (coroutine.state() == State::Created) {
        if (thrown) {
            close(coroutine);
            return raised(Raised{thrown});
        }
        coroutine.origin = nullptr;
        coroutine.awaited = Value();
    }
    coroutine.set_state(State::Running);
    Result<Value> result = coroutine.code->body(vm, coroutine, thrown);
    if (result.is_error()) {
        close(coroutine);
        return raised(result.error());
    }
    Value value = result.release();
    if (value) {
        close(coroutine);
        return {ResumeResult::Kind::Returned, value};
    }
    coroutine.set_state(State::Suspended);
    if (coroutine.awaited.is_object())
        coroutine.awaited.object()->flags |= Future::BLOCKING;
    return {ResumeResult::Kind::Yielded, coroutine.awaited};
}

void report_never_awaited(VM& vm, NativeCoroutine& coroutine) {
    std::string text = fmt::format("coroutine '{}' was never awaited", coroutine.code->qualname);
    vm.warn_at(ExceptionId::RuntimeWarning, text, static_cast<Code*>(coroutine.origin), coroutine.created_at);
    close(coroutine);
}

void NativeCoroutine::visit(Object* object, Visitor& visitor) {
    auto* coroutine = static_cast<NativeCoroutine*>(object);
    visitor.visit(coroutine->self);
    visitor.visit(coroutine->argument);
    visitor.visit(coroutine->local);
    if (coroutine->state() != State::Created)
        visitor.visit(coroutine->awaited);
    visitor.visit(coroutine->origin);
}

// --- The type -----------------------------------------------------------------------------------------------------

static Result<Value> as_script_step(VM& vm, ResumeResult result) {
    if (result.kind == ResumeResult::Kind::Raised)
        return Raised{result.exception};
    return result.kind == ResumeResult::Kind::Yielded ? Result<Value>(result.value) : vm.stop_iteration(result.value);
}

static Result<Value> send(VM& vm, NativeCoroutine& self, Value value) {
    if (self.state() == NativeCoroutine::State::Created && !value.is_none())
        return vm.type_error("can't send non-None value to a just-started coroutine");
    return as_script_step(vm, native_coroutine_resume(vm, self));
}
static Result<Value> next_method(VM& vm, NativeCoroutine& self) { return send(vm, self, Value::none()); }

static Result<Value> throw_into(VM& vm, NativeCoroutine& self, Value type, Value value, Value traceback) {
    Exception* exception = TRY(thrown_exception(vm, type, value, traceback));
    return as_script_step(vm, native_coroutine_resume(vm, self, exception));
}

static Result<void> close_method(VM& vm, NativeCoroutine& self) {
    if (self.state() == NativeCoroutine::State::Closed)
        return {};
    if (self.state() == NativeCoroutine::State::Created) {
        close(self);
        return {};
    }
    ResumeResult result = native_coroutine_resume(vm, self, make_exception(vm, ExceptionId::GeneratorExit, ""));
    if (result.kind == ResumeResult::Kind::Yielded)
        return vm.runtime_error("coroutine ignored GeneratorExit");
    if (result.kind == ResumeResult::Kind::Raised && !is_exception_of(result.exception, vm, ExceptionId::GeneratorExit))
        return Raised{result.exception};
    return {};
}

static std::string repr_method(NativeCoroutine& self) {
    return fmt::format("<coroutine object {} at {:#x}>", self.code->qualname, reinterpret_cast<uintptr_t>(&self));
}
static std::string get_qualname(NativeCoroutine& self) { return self.code->qualname; }
static std::string get_name(NativeCoroutine& self) {
    std::string name = self.code->qualname;
    return name.substr(name.rfind('.') + 1);
}
static bool get_running(NativeCoroutine& self) { return self.state() == NativeCoroutine::State::Running; }
static bool get_suspended(NativeCoroutine& self) { return self.state() == NativeCoroutine::State::Suspended; }
static Value get_awaited(NativeCoroutine& self) { return get_suspended(self) ? self.awaited : Value::none(); }
static Value get_self(NativeCoroutine& self) { return self.self ? self.self : Value::none(); }
static Value get_none(NativeCoroutine&) { return Value::none(); }

// What the iterator protocol needs lives on the coroutine itself: `__await__` returns it.
static constexpr NativeDef native_coroutine_members[] = {
    fn<repr_method>("__repr__(self, /)"),
    fn<iterator_self>("__await__(self, /)"),
    fn<iterator_self>("__iter__(self, /)"),
    fn<next_method>("__next__(self, /)"),
    fn<send>("send(self, value, /)"),
    fn<throw_into>("throw(self, type, value=None, traceback=None, /)"),
    fn<close_method>("close(self, /)"),
    get<get_name>("__name__"),
    get<get_qualname>("__qualname__"),
    get<get_running>("cr_running"),
    get<get_suspended>("cr_suspended"),
    get<get_none>("cr_code"),
    get<get_none>("cr_frame"),
    get<get_awaited>("cr_await"),
    get<get_none>("cr_origin"),
    get<get_self>("_self", "The object whose method this is: a lock, a queue."),
};

// A suspended one that a generator awaits is closed by that one.
static void finalize(VM& vm, Object* object) {
    auto& self = *static_cast<NativeCoroutine*>(object);
    if (self.state() == NativeCoroutine::State::Created)
        return report_never_awaited(vm, self);
    if (self.state() != NativeCoroutine::State::Suspended) // whoever awaits it is unreachable, too
        return;
    auto closed = close_method(vm, self);
    if (closed.is_error())
        vm.report_unraisable(closed.exception(), repr_method(self));
}

const NativeType native_coroutine_type = {
    .name = "coroutine",
    .base = &coroutine_type,
    .kind = Kind::NativeCoroutine,
    .size = sizeof(NativeCoroutine),
    .flags = Type::FINAL | Type::NO_NEW | Type::WEAKLY_REFERENCEABLE,
    .visit = NativeCoroutine::visit,
    .members = native_coroutine_members,
    .member_count = std::size(native_coroutine_members),
    .finalize = finalize,
};

} // namespace ouro::vm
