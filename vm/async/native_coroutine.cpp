// SPDX-License-Identifier: MIT
//
// Driving native coroutines: one loop calls their bodies, whatever awaits what, until a script's frame goes on or the
// chain is suspended.
#include "vm/async/native_coroutine.hpp"

#include "vm/async/async.hpp"
#include "vm/async/async_operation.hpp"
#include "vm/async/chain.hpp"
#include "vm/async/future.hpp"
#include "vm/model/awaitable.hpp"
#include "vm/model/code.hpp"
#include "vm/run/instructions.hpp"

namespace ouro::vm {

using State = Coroutine::State;

// --- Making and ending --------------------------------------------------------------------------------------------

void note_creation(VM& vm, NativeCoroutine& coroutine) {
    coroutine.set_flavor(Coroutine::Flavor::Coroutine);
    if (Frame* frame = vm.thread->frame)
        coroutine.creation = {frame->code, frame->pc};
    vm.heap.add_finalizable(&coroutine);
}

NativeCoroutine* make_native_coroutine(VM& vm, const NativeCoroutine::Code& code, Value self, Value argument) {
    auto* coroutine = vm.heap.make<OnePhaseCoroutine>(vm.types.coroutine->root_shape);
    coroutine->code = &code;
    coroutine->self = self;
    coroutine->argument = argument;
    note_creation(vm, *coroutine);
    return coroutine;
}

void close_native(NativeCoroutine& coroutine) {
    if (coroutine.is_closed())
        return;
    coroutine.leave_created(State::Closed);
    coroutine.awaited = {};
    coroutine.flags &= uint8_t(~Object::FINALIZABLE);
    if (AsyncCoroutine* async = as_async(&coroutine))
        frame_of(*async).destroy();
    else
        one_phase(coroutine).self = one_phase(coroutine).argument = {};
}

static constexpr NativeType renamed_code_type = {
    .name = "_RenamedCode",
    .base = nullptr,
    .kind = Kind::Native,
    .size = sizeof(RenamedCode),
    .flags = Type::FINAL | Type::NO_NEW,
    .visit =
        [](Object* object, Visitor& visitor) {
            visitor.visit(static_cast<RenamedCode*>(object)->name);
            visitor.visit(static_cast<RenamedCode*>(object)->given_qualname);
        },
    .members = nullptr,
    .member_count = 0,
};

RenamedCode& rename_code(VM& vm, NativeCoroutine& coroutine) {
    if (!coroutine.is_renamed()) {
        auto* renamed = static_cast<RenamedCode*>(allocate_instance(vm, vm.native(renamed_code_type)));
        static_cast<NativeCoroutine::Code&>(*renamed) = *coroutine.code;
        coroutine.code = renamed;
        coroutine.set_renamed();
        Heap::barrier(&coroutine);
    }
    return *const_cast<RenamedCode*>(renamed_code(coroutine));
}

void visit_native(NativeCoroutine& coroutine, Visitor& visitor) {
    visitor.visit(renamed_code(coroutine));
    visitor.visit(coroutine.awaited);
    AsyncCoroutine* async = as_async(&coroutine);
    if (!async) {
        visitor.visit(one_phase(coroutine).self);
        visitor.visit(one_phase(coroutine).argument);
        return;
    }
    visitor.visit(async->script);
    if (!async->has_qualname)
        visitor.visit(async->function);
    auto* frame = reinterpret_cast<std::byte*>(async + 1);
    if (!async->is_closed())
        visitor.visit_conservatively(frame, frame + async->frame_bytes);
}

// --- Bodies -------------------------------------------------------------------------------------------------------

Result<Value> wait_on(NativeCoroutine& self, Value future_or_none) {
    Heap::store(&self, self.awaited, future_or_none);
    return Value();
}

Result<Value> end_by(VM& vm, OnePhaseCoroutine& self, Value awaitable) {
    Value awaited = TRY(awaitable_iterator(vm, awaitable));
    Coroutine* awaiter = self.chain.awaiter;
    self.set_passes_on();
    Heap::store(&self, self.argument, Value(awaiter ? outer_of_delegates(*awaiter) : nullptr));
    Heap::store(&self, self.awaited, awaited);
    return Value();
}

// --- What a body waits for ----------------------------------------------------------------------------------------

namespace {

// What goes on after a step: a body with an outcome, or what a function that returns a frame has returned.
struct NativeStep {
    NativeCoroutine* next = nullptr; // null: `frame` it is
    Result<Value> outcome = Value::none();
    Frame* frame = nullptr;
};

NativeStep body_goes_on(NativeCoroutine& self, Result<Value> outcome) {
    return {&self, outcome, nullptr};
}
NativeStep leaves(Frame* frame) {
    return {nullptr, Value::none(), frame};
}

NativeStep wait_for_awaited(VM& vm, NativeCoroutine& self, Value sent, bool is_resumed);

// `self` delegates to `delegate`; `thrown` is raised there, if it is not null.
NativeStep delegate(VM& vm, NativeCoroutine& self, Coroutine& delegate, Value sent, Exception* thrown = nullptr) {
    if (vm.thread->frame && vm.thread->frame->depth + 1 > vm.recursion_limit)
        return body_goes_on(self, vm.recursion_error("maximum recursion depth exceeded"));
    bool begins = delegate.state() == State::Created;
    Coroutine& leaf = switch_to_delegate(vm, self, nullptr, delegate, sent);
    if (thrown) {
        thrown->flags |= Exception::THROWN;
        return leaves(raise_in(vm, Raised{thrown}));
    }
    if (!leaf.is_native())
        return leaves(vm.thread->frame);
    auto& native = static_cast<NativeCoroutine&>(leaf);
    return begins ? body_goes_on(native, Value::none()) : wait_for_awaited(vm, native, sent, true);
}

NativeStep wait_for_coroutine(VM& vm, NativeCoroutine& self, Coroutine& awaited, Value sent) {
    if (awaited.is_coroutine()) {
        if (auto checked = check_can_await(vm, awaited); checked.is_error())
            return body_goes_on(self, checked.error());
    } else {
        if (awaited.is_closed())
            return body_goes_on(self, Value::none());
        if (is_running(awaited))
            return body_goes_on(self, already_executing(vm, awaited));
        detach_from_awaiter(vm, awaited);
    }
    return delegate(vm, self, awaited, awaited.state() == State::Created ? Value::none() : sent);
}

NativeStep wait_for_operation(VM& vm, NativeCoroutine& self, AsyncOperation& operation, Value sent) {
    Generator& generator = *operation.generator;
    if (operation.state == AsyncOperation::State::Running) { // the link was broken: go on where it is
        detach_from_awaiter(vm, generator);
        return delegate(vm, self, generator, sent);
    }
    Exception* thrown = nullptr;
    auto begun = begin_operation(vm, operation, thrown);
    if (begun.is_error())
        return body_goes_on(self, begun.error());
    if (!begun.release())
        return body_goes_on(self, Value::none());
    if (thrown)
        set_thrown_context(generator, *thrown);
    return delegate(vm, self, generator, operation.argument && !thrown ? operation.argument : Value::none(), thrown);
}

NativeStep wait_for_iterator(VM& vm, NativeCoroutine& self, Value sent) {
    Value iterator = self.awaited;
    Result<Value> item =
        sent.is_none() ? iterator_step(vm, iterator) : call_method(vm, iterator, vm.names.send, {sent});
    if (!item.is_error())
        return leaves(suspend_chain(vm, self, item.release()));
    if (!is_exception_of(item.exception(), vm, ExceptionId::StopIteration))
        return body_goes_on(self, item);
    Value value = item.exception()->field(field::VALUE);
    return body_goes_on(self, value ? value : Value::none());
}

// Waits, or goes on at once, for `self.awaited`. `is_resumed`: it has waited before, and was resumed.
NativeStep wait_for_awaited(VM& vm, NativeCoroutine& self, Value sent, bool is_resumed) {
    Value awaited = self.awaited;
    if (awaited.is_none())
        return is_resumed ? body_goes_on(self, awaited) : leaves(suspend_chain(vm, self, awaited));
    if (Future* future = as<Future>(awaited)) {
        if (future->is_done())
            return body_goes_on(self, vm.hooks.future_result(vm, future));
        if (future->flags & Future::BLOCKING) // whoever resumed this has not waited for it
            return body_goes_on(self, vm.runtime_error("await wasn't used with future"));
        future->flags |= Future::BLOCKING;
        return leaves(suspend_chain(vm, self, awaited));
    }
    if (Coroutine* coroutine = as_coroutine(awaited))
        return wait_for_coroutine(vm, self, *coroutine, sent);
    if (auto* operation = detail::native_cast<AsyncOperation>(awaited))
        return wait_for_operation(vm, self, *operation, sent);
    return wait_for_iterator(vm, self, sent);
}

// `self` has ended: who awaits it goes on.
NativeStep end(VM& vm, NativeCoroutine& self, Result<Value> result) {
    Coroutine* awaiter = self.chain.awaiter;
    if (result.is_error() && is_exception_of(result.exception(), vm, ExceptionId::StopIteration))
        result = Raised{stop_iteration_raised(vm, flavor_name(self), result.exception(), "StopIteration")};
    close_native(self);
    note_reached(vm, awaiter, result);
    if (!awaiter)
        return leaves(leave_loop(vm, result, false));
    if (awaiter->is_native())
        return body_goes_on(static_cast<NativeCoroutine&>(*awaiter), result);
    return leaves(deliver_to_script(vm, &static_cast<Generator*>(awaiter)->frame, result));
}

// The commonest ways to go on after a body are told first.
Frame* drive(VM& vm, NativeCoroutine* self, Result<Value> outcome) {
    for (;;) {
        Result<Value> result = self->passes_on() ? outcome : self->code->body(vm, *self, outcome);
        NativeStep step;
        if (result.is_error()) {
            step = end(vm, *self, result);
        } else if (!result.release().is_empty()) {
            Coroutine* awaiter = self->chain.awaiter;
            if (awaiter && !awaiter->is_native()) [[likely]] {
                close_native(*self);
                note_reached(vm, awaiter, result);
                return deliver_to_script(vm, &static_cast<Generator*>(awaiter)->frame, result);
            }
            step = end(vm, *self, result);
        } else if (self->awaited.is_none()) {
            return suspend_chain(vm, *self, self->awaited);
        } else {
            step = wait_for_awaited(vm, *self, Value::none(), false);
        }
        if (!step.next)
            return step.frame;
        self = step.next;
        outcome = step.outcome;
    }
}

Frame* drive(VM& vm, const NativeStep& step) {
    return step.next ? drive(vm, step.next, step.outcome) : step.frame;
}

} // namespace

Frame* run_native(VM& vm, NativeCoroutine& coroutine, Result<Value> outcome) {
    return drive(vm, &coroutine, outcome);
}

Frame* continue_native(VM& vm, NativeCoroutine& leaf, Value sent) {
    if (leaf.awaited.is_empty() || leaf.awaited.is_none())
        return drive(vm, &leaf, Value::none());
    return drive(vm, wait_for_awaited(vm, leaf, sent, true));
}

// Most need not wait: they are linked to who awaits them only when they do.
Frame* begin_native(VM& vm, Frame* frame, const uint32_t* at, NativeCoroutine& coroutine) {
    coroutine.leave_created(State::Running);
    Result<Value> result = coroutine.code->body(vm, coroutine, Value::none());
    if (result.is_error() || !result.release().is_empty()) {
        frame->pc = at;
        coroutine.chain.awaiter = frame->generator();
        return drive(vm, end(vm, coroutine, result));
    }
    frame->pc = at; // not left until the coroutine ends
    link_delegate(vm, *frame->generator(), at, coroutine);
    return drive(vm, wait_for_awaited(vm, coroutine, Value::none(), false));
}

} // namespace ouro::vm
