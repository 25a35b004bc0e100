// SPDX-License-Identifier: MIT
//
// The instructions of generators and coroutines. chain.cpp is how they are linked, coroutine.cpp how native code
// resumes them. frame.hpp explains chains: awaiter, root and leaf.
#include "vm/async/generator.hpp"

#include "vm/async/async_operation.hpp"
#include "vm/async/chain.hpp"
#include "vm/async/future.hpp"
#include "vm/errors/unraisable.hpp"
#include "vm/model/awaitable.hpp"
#include "vm/model/code.hpp"
#include "vm/run/enter.hpp"
#include "vm/run/instructions.hpp"
#include "vm/run/suspension.hpp"

#include <algorithm>

namespace ouro::vm {

using State = Coroutine::State;
using Flavor = Coroutine::Flavor;

Frame* switch_to_generator(VM& vm, Frame* frame, const uint32_t* at, Generator& generator, ReturnAction action) {
    if (generator.is_closed())
        return frame;
    if (is_running(generator))
        return raise_in(vm, already_executing(vm, generator));
    detach_from_awaiter(vm, generator);
    generator.frame.dst = uint8_t(instruction::a(*at));
    Coroutine* leaf = activate(vm, frame, at, generator, action, Value::none());
    return leaf ? enter_leaf(vm, *leaf, Value::none()) : nullptr;
}

Result<Value> generator_next(VM& vm, Generator& generator) {
    ResumeResult result = coroutine_resume(vm, generator, Value::none());
    if (result.kind == ResumeResult::Kind::Raised)
        return Raised{result.exception};
    if (result.kind == ResumeResult::Kind::Returned && !result.value.is_none()) [[unlikely]]
        return vm.stop_iteration(result.value);
    return result.kind == ResumeResult::Kind::Yielded ? result.value : Value();
}

namespace instructions {

// --- Creation and end ---------------------------------------------------------------------------------------------

// Is the caller, who calls by a plain instruction, about to await what it gets?
static bool is_awaited_next(const Frame* caller, uint8_t dst, ReturnAction action) {
    return caller && caller->flags & Frame::IN_GENERATOR && action == ReturnAction::Store &&
           instruction::op(*caller->pc) == Op::GetAwaitable && instruction::b(*caller->pc) == dst;
}

// Moves the frame that was just entered to the heap and returns the new generator to the caller.
Frame* return_generator(VM& vm, Frame* frame, const uint32_t*) {
    const Code& code = *frame->code;
    Type* type = code.has(Code::COROUTINE)         ? vm.types.coroutine
                 : code.has(Code::ASYNC_GENERATOR) ? vm.types.async_generator
                                                   : vm.types.generator;
    auto* generator =
        vm.heap.make<Generator>(type->root_shape, sizeof(Generator) + code.register_count * sizeof(Value));
    Frame* caller = frame->caller;
    generator->frame = *frame;
    generator->frame.registers = generator->registers();
    generator->frame.flags = Frame::IN_GENERATOR;
    generator->frame.caller = nullptr;
    generator->frame.at = nullptr;
    generator->frame.sent = {};
    // Cells of captured parameters are made after this instruction, so the locals are all there is to move.
    std::copy_n(frame->registers, code.parameter_count(), generator->registers());
    generator->set_flavor(code.has(Code::COROUTINE)         ? Flavor::Coroutine
                          : code.has(Code::ASYNC_GENERATOR) ? Flavor::AsyncGenerator
                                                            : Flavor::Generator);
    if (caller)
        generator->creation = {caller->code, caller->pc};
    ReturnAction action = frame->action;
    // A coroutine is finalizable to be reported if nobody awaits it, and as a root, to close its chain. One that is
    // awaited by the next instruction is neither.
    if (generator->is_coroutine() ? !is_awaited_next(caller, frame->dst, action) : code.handler_count > 0)
        vm.heap.add_finalizable(generator);
    generator->frame.action = ReturnAction::Exit;
    vm.thread->next_frame = frame;
    vm.thread->frame = caller;
    if (action == ReturnAction::Exit)
        return leave_loop(vm, generator, false);
    if (action == ReturnAction::Store) {
        caller->registers[frame->dst] = generator;
        return caller;
    }
    return finish_return(vm, frame, generator);
}

// The result of a delegate that has ended or, for an async generator, of its operation.
static Frame* finish_resumption(VM& vm, Generator& generator, Coroutine* awaiter, Result<Value> result) {
    if (generator.frame.action != ReturnAction::ForNext)
        return deliver_to_awaiter(vm, generator, awaiter, result);
    vm.thread->frame = generator.frame.caller; // the loop ends: its pc stands behind the instruction
    return generator.frame.caller;
}

// Closes it, but for what says where its result goes. Who awaited it.
static Coroutine* leave_generator(Generator& generator) {
    Frame* caller = generator.frame.caller;
    Coroutine* awaiter = generator.chain.awaiter;
    close_frame(generator);
    generator.frame.caller = caller;
    return awaiter;
}

static bool closes(const AsyncOperation* operation) {
    return operation && operation->method == AsyncOperation::Method::Close;
}

Frame* finish_generator(VM& vm, Frame* frame, Value value) {
    Generator& generator = *frame->generator();
    AsyncOperation* operation = current_operation(generator);
    Coroutine* awaiter = leave_generator(generator);
    if (generator.flavor() != Flavor::AsyncGenerator)
        return finish_resumption(vm, generator, awaiter, value);
    end_operation(generator);
    if (closes(operation))
        return finish_resumption(vm, generator, awaiter, Value::none());
    vm.thread->frame = frame->caller;
    return finish_resumption(vm, generator, awaiter, vm.raise(ExceptionId::StopAsyncIteration, ""));
}

Frame* close_raised_generator(VM& vm, Generator& generator) {
    Exception* exception = vm.thread->raised;
    AsyncOperation* operation = current_operation(generator);
    Coroutine* awaiter = leave_generator(generator);
    bool is_async = generator.flavor() == Flavor::AsyncGenerator;
    if (is_async)
        end_operation(generator);
    bool closed = closes(operation) && is_exception_of(exception, vm, ExceptionId::GeneratorExit);
    if (closed && generator.frame.action != ReturnAction::Exit) {
        vm.thread->raised = nullptr;
        return deliver_to_awaiter(vm, generator, awaiter, Value::none());
    }
    const char* name = is_exception_of(exception, vm, ExceptionId::StopIteration) ? "StopIteration"
                       : is_async && is_exception_of(exception, vm, ExceptionId::StopAsyncIteration)
                           ? "StopAsyncIteration"
                           : nullptr;
    if (name) // the frame has left its entry in the traceback of the cause
        vm.thread->raised = stop_iteration_raised(vm, flavor_name(generator), exception, name);
    if (generator.frame.action == ReturnAction::DelegateNative)
        return deliver_to_awaiter(vm, generator, awaiter, Raised{std::exchange(vm.thread->raised, nullptr)});
    note_reached(vm, awaiter, vm.thread->raised);
    return nullptr;
}

// --- yield --------------------------------------------------------------------------------------------------------

Frame* yield(VM& vm, Frame* frame, const uint32_t* at) {
    Generator& generator = *frame->generator();
    generator.yield_at = at;
    return suspend_chain(vm, generator, frame->registers[instruction::b(*at)]);
}

// An async generator's yield ends the operation that drives it: the value is the result of the awaiting instruction.
Frame* yield_async(VM& vm, Frame* frame, const uint32_t* at) {
    Generator& generator = *frame->generator();
    Value value = frame->registers[instruction::b(*at)];
    generator.yield_at = at;
    AsyncOperation* operation = current_operation(generator);
    Coroutine* awaiter = generator.chain.awaiter;
    generator.set_state(State::Suspended);
    generator.chain = {nullptr, nullptr};
    Heap::barrier(&generator);
    end_operation(generator);
    if (!closes(operation))
        return deliver_to_awaiter(vm, generator, awaiter, value);
    vm.thread->frame = frame->caller;
    return deliver_to_awaiter(vm, generator, awaiter, vm.runtime_error("async generator ignored GeneratorExit"));
}

// --- Delegation ---------------------------------------------------------------------------------------------------

// Lets `delegate` run on behalf of the instruction at `at` of `frame`'s generator, with which it forms a chain.
static Frame* delegate_to(VM& vm, Frame* frame, const uint32_t* at, Coroutine& delegate, Value sent) {
    if (frame->depth + 1 > vm.recursion_limit)
        return raise_in(vm, vm.recursion_error("maximum recursion depth exceeded"));
    frame->pc = at; // not left until the delegate ends
    if (!delegate.is_native() && chain_leaf(delegate) == &delegate) [[likely]]
        return enter_script(vm, frame, at, static_cast<Generator&>(delegate), sent);
    return enter_leaf(vm, switch_to_delegate(vm, *frame->generator(), at, delegate, sent), sent);
}

// The value that a delegating instruction sends on: what was sent to its generator, None at first.
static Value take_sent(Frame* frame) {
    Value sent = frame->sent ? frame->sent : Value::none();
    frame->sent = {};
    return sent;
}

static Frame* finish_delegation(Frame* frame, const uint32_t* at, Value value) {
    frame->registers[instruction::a(*at)] = value;
    frame->pc = at + 1;
    return frame;
}

// StopIteration's value when `exception` is one; else raises it on.
static Frame* finish_by_exception(VM& vm, Frame* frame, const uint32_t* at, Exception* exception) {
    if (!is_exception_of(exception, vm, ExceptionId::StopIteration)) {
        frame->pc = at + 1;
        return raise_in(vm, Raised{exception});
    }
    Value value = exception->field(field::VALUE);
    return finish_delegation(frame, at, value ? value : Value::none());
}

// One step of a delegation to something that is no script generator: its next(), or send() for a value.
static Frame* step_iterator(VM& vm, Frame* frame, const uint32_t* at, Value iterator, Value sent) {
    frame->pc = at + 1;
    Result<Value> item =
        sent.is_none() ? iterator_step(vm, iterator) : call_method(vm, iterator, vm.names.send, {sent});
    if (item.is_error())
        return finish_by_exception(vm, frame, at, item.exception());
    frame->pc = at;
    frame->generator()->yield_at = nullptr;
    return suspend_chain(vm, *frame->generator(), item.release());
}

Frame* get_yield_from_iter(VM& vm, Frame* frame, const uint32_t* at) {
    Value iterable = frame->registers[instruction::b(*at)];
    Coroutine* coroutine = as_coroutine(iterable);
    if (coroutine && coroutine->is_coroutine() && !frame->code->has(Code::COROUTINE) &&
        !frame->code->has(Code::ITERABLE_COROUTINE))
        return raise_in(vm, vm.type_error("cannot 'yield from' a coroutine object in a non-coroutine generator"));
    if (coroutine && coroutine->flavor() != Flavor::AsyncGenerator) {
        frame->registers[instruction::a(*at)] = iterable;
        return frame;
    }
    return get_iter(vm, frame, at);
}

Frame* yield_from(VM& vm, Frame* frame, const uint32_t* at) {
    Value iterator = frame->registers[instruction::b(*at)];
    Value sent = take_sent(frame);
    Coroutine* delegate = as_coroutine(iterator);
    if (!delegate || delegate->flavor() == Flavor::AsyncGenerator)
        return step_iterator(vm, frame, at, iterator, sent);
    if (delegate->is_closed()) {
        if (delegate->is_coroutine())
            return raise_in(vm, vm.runtime_error("cannot reuse already awaited coroutine"));
        return finish_delegation(frame, at, Value::none());
    }
    if (is_running(*delegate))
        return raise_in(vm, already_executing(vm, *delegate));
    detach_from_awaiter(vm, *delegate);
    if (delegate->state() == State::Created && !sent.is_none())
        return raise_in(vm, vm.type_error("can't send non-None value to a just-started generator"));
    return delegate_to(vm, frame, at, *delegate, sent);
}

// --- await --------------------------------------------------------------------------------------------------------

Frame* get_awaitable(VM& vm, Frame* frame, const uint32_t* at) {
    Value value = frame->registers[instruction::b(*at)];
    auto dst = uint8_t(instruction::a(*at));
    if (Coroutine* coroutine = as_plain_coroutine(value);
        coroutine && coroutine_awaited(*coroutine) && !is_running(*coroutine)) // `await` refuses one that runs
        return raise_in(vm, vm.runtime_error("coroutine is being awaited already"));
    Function* method = value.is_object() && value.object()->kind == Kind::Instance
                           ? as<Function>(vm.type_of(value)->special(vm, Special::Await))
                           : nullptr;
    if (method) {
        Frame* callee = enter_function(vm, frame, *method, {&value, 1}, ReturnAction::AwaitIter, dst);
        if (callee)
            callee->at = at;
        return callee;
    }
    auto iterator = awaitable_iterator(vm, value);
    if (!iterator.is_error()) {
        frame->registers[dst] = iterator.release();
        return frame;
    }
    uint32_t use = instruction::c(*at);
    if (use && !vm.type_of(value)->special(vm, Special::Await))
        return raise_in(vm,
                        vm.type_error("'async with' received an object from {} that does not implement __await__: {}",
                                      use == 1 ? "__aenter__" : "__aexit__", vm.type_name(value)));
    return raise_in(vm, iterator.error());
}

static Frame* await_coroutine(VM& vm, Frame* frame, const uint32_t* at, Coroutine& coroutine, Value sent) {
    if (coroutine.state() != State::Created) {
        if (auto checked = check_can_await(vm, coroutine); checked.is_error())
            return raise_in(vm, checked.error());
    } else if (coroutine.is_native()) {
        return begin_native(vm, frame, at, static_cast<NativeCoroutine&>(coroutine));
    }
    return delegate_to(vm, frame, at, coroutine, sent);
}

// Runs an async generator for the operation `operation` as a delegate of the awaiting instruction.
static Frame* await_operation(VM& vm, Frame* frame, const uint32_t* at, AsyncOperation& operation, Value sent) {
    Generator& generator = *operation.generator;
    if (operation.state == AsyncOperation::State::Running) { // the link was broken: go on where it is
        detach_from_awaiter(vm, generator);
        return delegate_to(vm, frame, at, generator, sent);
    }
    Exception* thrown = nullptr;
    auto begun = begin_operation(vm, operation, thrown);
    if (begun.is_error())
        return finish_by_exception(vm, frame, at, begun.exception());
    if (!begun.release())
        return finish_delegation(frame, at, Value::none());
    if (thrown)
        set_thrown_context(generator, *thrown);
    Value sent_first = operation.argument ? operation.argument : Value::none();
    Frame* next = delegate_to(vm, frame, at, generator, thrown ? Value() : sent_first);
    if (!next || !thrown)
        return next;
    generator.yield_at = nullptr; // the yield is over without a value: what its register holds stays
    thrown->flags |= Exception::THROWN;
    return raise_in(vm, Raised{thrown});
}

// `await future`: its result, its exception, or a suspension.
static Frame* await_future(VM& vm, Frame* frame, const uint32_t* at, Future& future) {
    frame->sent = {};
    if (future.is_done()) {
        auto result = vm.hooks.future_result(vm, &future);
        if (result.is_error())
            return raise_in(vm, result.error());
        frame->registers[instruction::a(*at)] = result.release();
        return frame;
    }
    if (future.flags & Future::BLOCKING) // whoever resumed this has not waited for it
        return raise_in(vm, vm.runtime_error("await wasn't used with future"));
    future.flags |= Future::BLOCKING;
    frame->pc = at; // the instruction runs again
    frame->generator()->yield_at = nullptr;
    return suspend_chain(vm, *frame->generator(), &future);
}

// The next item of an async generator that `async for` iterates over.
static Frame* await_item(VM& vm, Frame* frame, const uint32_t* at, Generator& generator) {
    auto begun = begin_iteration(vm, generator);
    return begun.is_error() ? raise_in(vm, begun.error()) : delegate_to(vm, frame, at, generator, Value::none());
}

Frame* await(VM& vm, Frame* frame, const uint32_t* at) {
    Value awaited = frame->registers[instruction::b(*at)];
    if (Coroutine* coroutine = as_coroutine(awaited)) {
        if (coroutine->is_coroutine())
            return await_coroutine(vm, frame, at, *coroutine, take_sent(frame));
        if (coroutine->flavor() == Flavor::Generator)
            return yield_from(vm, frame, at);
        frame->sent = {};
        return await_item(vm, frame, at, static_cast<Generator&>(*coroutine));
    }
    if (awaited.is_object() && awaited.object()->kind == Kind::Future)
        return await_future(vm, frame, at, *static_cast<Future*>(awaited.object()));
    if (AsyncOperation* operation = detail::native_cast<AsyncOperation>(awaited))
        return await_operation(vm, frame, at, *operation, take_sent(frame));
    return step_iterator(vm, frame, at, awaited, take_sent(frame));
}

// An expression statement dropped a coroutine that never ran: the await that was forgotten is reported at once.
Frame* drop_coroutine(VM& vm, Frame* frame, const uint32_t* at) {
    Value dropped = frame->registers[instruction::a(*at)];
    if (Coroutine* coroutine = as_plain_coroutine(dropped)) {
        if (coroutine->is_created_at(at, frame->code))
            report_never_awaited(vm, *coroutine);
    } else if (AsyncOperation* operation = detail::native_cast<AsyncOperation>(dropped)) {
        if (operation->is_created_at(at, frame->code))
            report_never_awaited(vm, *operation);
    }
    return frame;
}

} // namespace instructions

Frame* finish_delegate_raise(VM&, Frame* callee) {
    callee->caller->pc = callee->at + 1;
    return nullptr;
}

void close_abandoned(VM& vm, Coroutine& coroutine) {
    Value finalizer;
    if (coroutine.flavor() == Coroutine::Flavor::AsyncGenerator) {
        auto& generator = static_cast<Generator&>(coroutine);
        generator.set_abandoned(true);
        finalizer = generator.async_finalizer();
    }
    auto result = finalizer ? call(vm, finalizer, {&coroutine}) : coroutine_close(vm, coroutine);
    if (result.is_error())
        report_ignored(vm, *result.exception(),
                       fmt::format("Exception ignored while closing generator {}", repr_text(vm, &coroutine)));
}

} // namespace ouro::vm
