// SPDX-License-Identifier: MIT
//
// Suspension and resumption: chains, and the instructions of generators and coroutines. generator_drive.cpp is how native
// code resumes them. frame.hpp explains chains: awaiter, root and leaf.
#include "vm/async/generator.hpp"

#include "vm/model/code.hpp"
#include "vm/async/future.hpp"
#include "vm/run/instructions.hpp"
#include "vm/async/native_coroutine.hpp"
#include "vm/async/resume.hpp"
#include "vm/run/interpreter.hpp"

#include <algorithm>

namespace ouro::vm {

// --- Chains -------------------------------------------------------------------------------------------------------

Generator* chain_root(Generator& generator) {
    Generator* root = &generator;
    while (root->awaiter)
        root = root->link;
    // Compress the path for the next time.
    for (Generator* g = &generator; g->awaiter && g->link != root;) {
        Generator* up = g->link;
        Heap::store(g, g->link, root);
        g = up;
    }
    return root;
}

bool is_running(Generator& generator) {
    if (generator.state == Generator::State::Closed || generator.state == Generator::State::Created)
        return false;
    return chain_root(generator)->state == Generator::State::Running;
}

void detach_from_awaiter(VM& vm, Generator& generator) {
    Generator* awaiter = generator.awaiter;
    if (!awaiter)
        return;
    Generator* root = chain_root(generator);
    // The innermost frame of what is left is the awaiter, at its delegating instruction; what hung below `generator` stays
    // its own chain, with the same leaf.
    Generator* leaf = root->link;
    for (Generator* g = leaf; g && g != &generator && g->awaiter; g = g->awaiter)
        Heap::store(g, g->link, &generator);
    Heap::store(root, root->link, awaiter);
    Heap::store(&generator, generator.link, leaf);
    generator.awaiter = nullptr;
    vm.heap.add_finalizable(&generator);
}

void link_delegate(Frame* frame, const uint32_t* at, Generator& delegate) {
    Generator* awaiter = frame->generator();
    if (delegate.flavor == Generator::Flavor::Coroutine) // the root is finalizable, and closes its delegates
        delegate.flags &= uint8_t(~Object::FINALIZABLE);
    delegate.awaiter = awaiter;
    delegate.link = awaiter && awaiter->awaiter ? awaiter->link : awaiter;
    if (awaiter)
        Heap::barrier(awaiter);
    delegate.state = awaiter ? Generator::State::Suspended : Generator::State::Running; // a root's state says it for all
    delegate.frame.caller = frame;
    delegate.frame.at = at;
    delegate.frame.action = ReturnAction::Delegate;
    delegate.frame.depth = frame->depth + 1;
    Heap::barrier(&delegate);
}

// Hands `sent` to the instruction at which a suspended generator will go on.
static void deliver_sent(Generator& leaf, Value sent) {
    Frame& frame = leaf.frame;
    if (leaf.state == Generator::State::Created || !sent)
        return;
    // A yield is over: its value goes to its register. A delegation runs again and finds the value in `operand`.
    if (leaf.position)
        frame.registers[instruction::a(*leaf.position)] = sent;
    else
        frame.operand = sent;
    leaf.position = nullptr;
}

static void leave_created(Generator& generator) {
    if (generator.state == Generator::State::Created) {
        generator.state = Generator::State::Suspended;
        generator.position = nullptr;
        generator.frame.operand = {};
    }
}

Frame* activate(VM& vm, Frame* frame, const uint32_t* at, Generator& generator, ReturnAction action, uint8_t dst, Value sent) {
    uint32_t depth = frame ? frame->depth + 1 : 1;
    if (depth > vm.recursion_limit)
        return raise_in(vm, vm.recursion_error("maximum recursion depth exceeded"));
    Generator* leaf = chain_leaf(generator);
    deliver_sent(*leaf, sent);
    generator.frame.caller = frame;
    generator.frame.at = at;
    generator.frame.action = action;
    generator.frame.dst = dst;
    generator.frame.depth = depth;
    leaf->frame.top = frame ? frame->top : vm.thread->registers;
    if (leaf != &generator)
        leaf->frame.depth = std::max(leaf->frame.depth, depth + 1);
    leave_created(*leaf);
    generator.state = Generator::State::Running;
    vm.thread->frame = &leaf->frame;
    return &leaf->frame;
}

Raised already_executing(VM& vm, Generator& generator) {
    static constexpr const char* names[] = {"generator", "coroutine", "async generator"};
    return vm.value_error("{} already executing", names[unsigned(generator.flavor)]);
}

Frame* switch_to_generator(VM& vm, Frame* frame, const uint32_t* at, Generator& generator, ReturnAction action) {
    if (generator.state == Generator::State::Closed)
        return frame;
    if (is_running(generator))
        return raise_in(vm, already_executing(vm, generator));
    detach_from_awaiter(vm, generator);
    return activate(vm, frame, at, generator, action, uint8_t(instruction::a(*at)), Value::none());
}

// Suspends the chain in which `leaf` runs and gives `value` to whoever resumed its root.
static Frame* suspend_chain(VM& vm, Generator& leaf, Value value) {
    Generator* root = chain_root(leaf);
    root->state = Generator::State::Suspended;
    root->link = &leaf;
    Heap::barrier(root);
    Heap::barrier(&leaf);
    Frame& base = root->frame;
    Frame* resumer = base.caller;
    base.caller = nullptr;
    vm.thread->frame = resumer;
    if (base.action == ReturnAction::Exit) {
        vm.thread->raised = nullptr;
        vm.thread->result = value;
        vm.thread->yielded = true;
        return nullptr;
    }
    OURO_VERIFY(base.action == ReturnAction::ForNext);
    resumer->registers[base.dst] = value;
    resumer->pc = base.at + 2 + int32_t(base.at[1]);
    return resumer;
}

void close_frame(Generator& generator) {
    generator.state = Generator::State::Closed;
    generator.awaiter = nullptr;
    generator.link = nullptr;
    generator.frame.caller = nullptr;
    generator.flags &= uint8_t(~Object::FINALIZABLE);
    std::fill_n(generator.registers(), generator.frame.code->register_count, Value());
}

namespace instructions {

// --- Creation and end ---------------------------------------------------------------------------------------------

// Is the caller, who calls by a plain instruction, about to await what it gets?
static bool is_awaited_next(const Frame* caller, uint8_t dst, ReturnAction action) {
    return caller && caller->flags & Frame::IN_GENERATOR && action == ReturnAction::Store && instruction::op(*caller->pc) == Op::GetAwaitable &&
           instruction::b(*caller->pc) == dst;
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
    // Cells of captured parameters are made after this instruction, so the locals are all there is to move.
    std::copy_n(frame->registers, code.parameter_count(), generator->registers());
    generator->state = Generator::State::Created;
    generator->flavor = code.has(Code::COROUTINE)         ? Generator::Flavor::Coroutine
                        : code.has(Code::ASYNC_GENERATOR) ? Generator::Flavor::AsyncGenerator
                                                          : Generator::Flavor::Generator;
    if (caller) {
        generator->position = caller->pc; // of the instruction behind the call
        generator->frame.operand = caller->code;
    }
    ReturnAction action = frame->action;
    // A coroutine is finalizable to be reported if nobody awaits it, and as a root, to close its chain. One that is awaited by
    // the next instruction is neither.
    if (generator->flavor == Generator::Flavor::Coroutine ? !is_awaited_next(caller, frame->dst, action) : code.handler_count > 0)
        vm.heap.add_finalizable(generator);
    generator->frame.action = ReturnAction::Exit;
    vm.thread->next_frame = frame;
    vm.thread->frame = caller;
    if (action == ReturnAction::Exit) {
        vm.thread->raised = nullptr;
        vm.thread->result = generator;
        vm.thread->yielded = false;
        return nullptr;
    }
    if (action == ReturnAction::Store) {
        caller->registers[frame->dst] = generator;
        return caller;
    }
    return finish_return(vm, frame, generator);
}

// The result of a delegate: r[a] of the awaiter's instruction, which is done.
static Frame* deliver_to_awaiter(VM& vm, Generator& delegate, Value value) {
    Frame* frame = delegate.frame.caller;
    frame->top = delegate.frame.top;
    const uint32_t* at = delegate.frame.at;
    frame->registers[instruction::a(*at)] = value;
    frame->pc = at + 1;
    vm.thread->frame = frame;
    return frame;
}

static Frame* raise_in_awaiter(VM& vm, Frame& delegate, Raised raised) {
    delegate.caller->top = delegate.top;
    delegate.caller->pc = delegate.at + 1;
    return raise_in(vm, raised);
}

Frame* finish_generator(VM& vm, Frame* frame, Value value) {
    Generator& generator = *frame->generator();
    Frame* caller = frame->caller;
    ReturnAction action = frame->action;
    bool is_async = generator.flavor == Generator::Flavor::AsyncGenerator;
    AsyncOperation* operation = current_operation(generator);
    close_frame(generator);
    generator.frame.caller = caller;
    vm.thread->frame = caller;
    if (is_async) {
        end_operation(generator);
        bool quiet = operation && (operation->method == AsyncOperation::Method::Close);
        if (!quiet) {
            // The end of iteration is an exception of the awaiting instruction.
            Raised raised = vm.raise(ExceptionId::StopAsyncIteration, "");
            if (action == ReturnAction::Exit) {
                vm.thread->yielded = false;
                vm.thread->result = Value::from_bits(Result<Value>(raised).bits());
                vm.thread->raised = nullptr;
                return nullptr;
            }
            return raise_in_awaiter(vm, *frame, raised);
        }
        value = Value::none();
    }
    switch (action) {
    case ReturnAction::Exit:
        vm.thread->raised = nullptr;
        vm.thread->result = value;
        vm.thread->yielded = false;
        return nullptr;
    case ReturnAction::ForNext: // the loop ends: its pc stands behind the instruction
        return caller;
    default:
        return deliver_to_awaiter(vm, generator, value);
    }
}

Frame* close_raised_generator(VM& vm, Generator& generator) {
    Exception* exception = vm.thread->raised;
    AsyncOperation* operation = current_operation(generator);
    Frame* caller = generator.frame.caller;
    close_frame(generator);
    generator.frame.caller = caller;
    bool is_async = generator.flavor == Generator::Flavor::AsyncGenerator;
    const char* kind = generator.flavor == Generator::Flavor::Generator   ? "generator"
                       : generator.flavor == Generator::Flavor::Coroutine ? "coroutine"
                                                                          : "async generator";
    const char* name = is_exception_of(exception, vm, ExceptionId::StopIteration) ? "StopIteration"
                       : is_async && is_exception_of(exception, vm, ExceptionId::StopAsyncIteration) ? "StopAsyncIteration"
                                                                                                      : nullptr;
    if (is_async)
        end_operation(generator);
    bool closed = operation && operation->method == AsyncOperation::Method::Close &&
                  is_exception_of(exception, vm, ExceptionId::GeneratorExit);
    if (closed && generator.frame.action != ReturnAction::Exit)
        return deliver_to_awaiter(vm, generator, Value::none());
    if (!name)
        return nullptr;
    Raised error = vm.runtime_error("{} raised {}", kind, name);
    Heap::store(error.exception, error.exception->cause, exception);
    Heap::store(error.exception, error.exception->context, exception);
    error.exception->flags |= Exception::SUPPRESS_CONTEXT;
    add_traceback(vm, *error.exception, &generator.frame);
    vm.thread->raised = error.exception;
    return nullptr;
}

// --- yield --------------------------------------------------------------------------------------------------------

Frame* yield(VM& vm, Frame* frame, const uint32_t* at) {
    Generator& generator = *frame->generator();
    generator.position = at;
    return suspend_chain(vm, generator, frame->registers[instruction::b(*at)]);
}

// An async generator's yield ends the operation that drives it: the value is the result of the awaiting instruction.
Frame* yield_async(VM& vm, Frame* frame, const uint32_t* at) {
    Generator& generator = *frame->generator();
    Value value = frame->registers[instruction::b(*at)];
    generator.position = at;
    Frame* caller = frame->caller;
    ReturnAction action = frame->action;
    AsyncOperation* operation = current_operation(generator);
    generator.state = Generator::State::Suspended;
    generator.awaiter = nullptr;
    generator.link = nullptr;
    Heap::barrier(&generator);
    end_operation(generator);
    vm.thread->frame = caller;
    bool closing = operation && operation->method == AsyncOperation::Method::Close;
    if (action == ReturnAction::Exit) {
        vm.thread->yielded = false;
        Result<Value> result =
            closing ? Result<Value>(vm.runtime_error("async generator ignored GeneratorExit")) : Result<Value>(value);
        vm.thread->result = Value::from_bits(result.bits());
        vm.thread->raised = nullptr;
        return nullptr;
    }
    if (closing)
        return raise_in_awaiter(vm, *frame, vm.runtime_error("async generator ignored GeneratorExit"));
    return deliver_to_awaiter(vm, generator, value);
}

// --- Delegation ---------------------------------------------------------------------------------------------------

// Lets `delegate` run on behalf of the instruction at `at` of `frame`'s generator, with which it forms a chain.
static Frame* delegate_to(VM& vm, Frame* frame, const uint32_t* at, Generator& delegate, Value sent) {
    if (frame->depth + 1 > vm.recursion_limit)
        return raise_in(vm, vm.recursion_error("maximum recursion depth exceeded"));
    frame->pc = at; // not left until the delegate ends
    Generator* leaf = chain_leaf(delegate);
    deliver_sent(*leaf, sent);
    leave_created(delegate);
    link_delegate(frame, at, delegate);
    leaf->frame.top = frame->top;
    vm.thread->frame = &leaf->frame;
    return &leaf->frame;
}

// The value that a delegating instruction sends on: what was sent to its generator, None at first.
static Value take_sent(Frame* frame) {
    Value sent = frame->operand ? frame->operand : Value::none();
    frame->operand = {};
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
    Result<Value> item = sent.is_none() ? iterator_step(vm, iterator) : call_method(vm, iterator, vm.names.send, {sent});
    if (item.is_error())
        return finish_by_exception(vm, frame, at, item.exception());
    frame->pc = at;
    frame->generator()->position = nullptr;
    return suspend_chain(vm, *frame->generator(), item.release());
}

static Frame* await_native(VM& vm, Frame* frame, const uint32_t* at, NativeCoroutine& coroutine) {
    frame->pc = at + 1;
    frame->operand = {};
    if (coroutine.state() == NativeCoroutine::State::Suspended && coroutine.origin != frame->generator())
        return raise_in(vm, vm.runtime_error("coroutine is being awaited already"));
    ResumeResult result = native_coroutine_resume(vm, coroutine);
    if (result.kind == ResumeResult::Kind::Raised)
        return raise_in(vm, Raised{result.exception});
    if (result.kind == ResumeResult::Kind::Returned)
        return finish_delegation(frame, at, result.value);
    Heap::store(&coroutine, coroutine.origin, frame->generator());
    if (frame->generator()->flavor == Generator::Flavor::Coroutine) // whose root closes its delegates
        coroutine.flags &= uint8_t(~Object::FINALIZABLE);
    return suspend_for(vm, frame, at, result.value);
}

Frame* get_yield_from_iter(VM& vm, Frame* frame, const uint32_t* at) {
    Value iterable = frame->registers[instruction::b(*at)];
    Generator* generator = as<Generator>(iterable);
    if (generator && generator->flavor == Generator::Flavor::Coroutine &&
        !frame->code->has(Code::COROUTINE) && !frame->code->has(Code::ITERABLE_COROUTINE))
        return raise_in(vm, vm.type_error("cannot 'yield from' a coroutine object in a non-coroutine generator"));
    if (generator && generator->flavor != Generator::Flavor::AsyncGenerator) {
        frame->registers[instruction::a(*at)] = iterable;
        return frame;
    }
    return get_iter(vm, frame, at);
}

Frame* yield_from(VM& vm, Frame* frame, const uint32_t* at) {
    Value iterator = frame->registers[instruction::b(*at)];
    Value sent = take_sent(frame);
    Generator* delegate = as<Generator>(iterator);
    if (NativeCoroutine* native = as<NativeCoroutine>(iterator))
        return await_native(vm, frame, at, *native);
    if (!delegate || delegate->flavor == Generator::Flavor::AsyncGenerator)
        return step_iterator(vm, frame, at, iterator, sent);
    if (delegate->state == Generator::State::Closed) {
        if (delegate->flavor == Generator::Flavor::Coroutine)
            return raise_in(vm, vm.runtime_error("cannot reuse already awaited coroutine"));
        return finish_delegation(frame, at, Value::none());
    }
    if (is_running(*delegate))
        return raise_in(vm, already_executing(vm, *delegate));
    detach_from_awaiter(vm, *delegate);
    if (delegate->state == Generator::State::Created && !sent.is_none())
        return raise_in(vm, vm.type_error("can't send non-None value to a just-started generator"));
    return delegate_to(vm, frame, at, *delegate, sent);
}

// --- await --------------------------------------------------------------------------------------------------------

Frame* get_awaitable(VM& vm, Frame* frame, const uint32_t* at) {
    Value value = frame->registers[instruction::b(*at)];
    auto dst = uint8_t(instruction::a(*at));
    if (Generator* coroutine = as<Generator>(value);
        coroutine && coroutine->flavor == Generator::Flavor::Coroutine && generator_awaited(*coroutine))
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
        return raise_in(vm, vm.type_error("'async with' received an object from {} that does not implement __await__: {}",
                                          use == 1 ? "__aenter__" : "__aexit__", vm.type_name(value)));
    return raise_in(vm, iterator.error());
}

static Frame* await_coroutine(VM& vm, Frame* frame, const uint32_t* at, Generator& coroutine, Value sent) {
    if (coroutine.state == Generator::State::Closed)
        return raise_in(vm, vm.runtime_error("cannot reuse already awaited coroutine"));
    if (is_running(coroutine))
        return raise_in(vm, already_executing(vm, coroutine));
    if (coroutine.awaiter)
        return raise_in(vm, vm.runtime_error("coroutine is being awaited already"));
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
        return raise_in(vm, begun.error());
    if (!begun.release())
        return finish_delegation(frame, at, Value::none());
    if (thrown)
        set_thrown_context(generator, *thrown);
    Frame* next = delegate_to(vm, frame, at, generator, operation.argument && !thrown ? operation.argument : Value::none());
    if (!next || !thrown)
        return next;
    thrown->flags |= Exception::THROWN;
    return raise_in(vm, Raised{thrown});
}

// The next item of an async generator that `async for` iterates over.
static Frame* await_item(VM& vm, Frame* frame, const uint32_t* at, Generator& generator) {
    auto begun = begin_iteration(vm, generator);
    return begun.is_error() ? raise_in(vm, begun.error()) : delegate_to(vm, frame, at, generator, Value::none());
}

Frame* await(VM& vm, Frame* frame, const uint32_t* at) {
    Value awaited = frame->registers[instruction::b(*at)];
    if (Generator* coroutine = as<Generator>(awaited)) {
        Value sent = take_sent(frame);
        if (coroutine->flavor == Generator::Flavor::AsyncGenerator)
            return await_item(vm, frame, at, *coroutine);
        if (coroutine->flavor == Generator::Flavor::Coroutine)
            return await_coroutine(vm, frame, at, *coroutine, sent);
        frame->operand = sent;
        return yield_from(vm, frame, at);
    }
    if (awaited.is_object() && awaited.object()->kind == Kind::Future)
        return await_future(vm, frame, at, awaited.object());
    if (NativeCoroutine* coroutine = as<NativeCoroutine>(awaited))
        return await_native(vm, frame, at, *coroutine);
    if (AsyncOperation* operation = detail::native_cast<AsyncOperation>(awaited))
        return await_operation(vm, frame, at, *operation, take_sent(frame));
    return step_iterator(vm, frame, at, awaited, take_sent(frame));
}

// An expression statement dropped a coroutine that never ran: the await that was forgotten is reported at once.
Frame* drop_coroutine(VM& vm, Frame* frame, const uint32_t* at) {
    if (NativeCoroutine* native = as<NativeCoroutine>(frame->registers[instruction::a(*at)])) {
        if (native->state() == NativeCoroutine::State::Created && native->created_at == at && native->origin == frame->code)
            report_never_awaited(vm, *native);
        return frame;
    }
    Generator& generator = *static_cast<Generator*>(frame->registers[instruction::a(*at)].object());
    if (generator.flavor == Generator::Flavor::Coroutine && generator.is_created_at(at, frame->code)) {
        report_never_awaited(vm, generator);
        close_frame(generator);
    }
    return frame;
}

} // namespace instructions

// The exception leaves the delegate: the awaiter's instruction counts as under way when its handlers are looked for.
Frame* finish_delegate_raise(VM&, Frame* callee) {
    callee->caller->pc = callee->at + 1;
    return nullptr;
}

// Suspends the running chain until a future is done; used by await_future.
Frame* suspend_for(VM& vm, Frame* frame, const uint32_t* at, Value awaited) {
    frame->pc = at; // the instruction runs again
    frame->generator()->position = nullptr;
    frame->operand = {};
    return suspend_chain(vm, *frame->generator(), awaited);
}

Frame* await_future(VM& vm, Frame* frame, const uint32_t* at, Object* object) {
    auto* future = static_cast<Future*>(object);
    if (future->state() == Future::State::Pending) {
        if (frame->operand) { // something was sent: resumed although it is pending
            frame->operand = {};
            return raise_in(vm, vm.runtime_error("await wasn't used with future"));
        }
        future->flags |= Future::BLOCKING;
        return suspend_for(vm, frame, at, future);
    }
    frame->operand = {};
    auto result = vm.hooks.future_result(vm, future);
    if (result.is_error())
        return raise_in(vm, result.error());
    frame->registers[instruction::a(*at)] = result.release();
    return frame;
}

} // namespace ouro::vm
