// SPDX-License-Identifier: MIT
//
// Driving coroutines from outside of a chain: resuming, throwing into and closing them, and what they wait for. What is
// thrown into the root of a chain goes to its innermost member, or to the foreign iterator at which that waits.
#include "vm/async/coroutine.hpp"

#include "vm/async/anext.hpp"
#include "vm/async/async.hpp"
#include "vm/async/async_operation.hpp"
#include "vm/async/chain.hpp"
#include "vm/errors/unraisable.hpp"
#include "vm/model/code.hpp"
#include "vm/run/enter.hpp"
#include "vm/run/instructions.hpp"

namespace ouro::vm {

using State = Coroutine::State;

const char* flavor_name(const Coroutine& coroutine) {
    static constexpr const char* names[] = {"generator", "coroutine", "async generator"};
    return names[unsigned(coroutine.flavor())];
}

// Of the function that made it.
static std::string made_qualname(VM& vm, NativeCoroutine& coroutine) {
    AsyncCoroutine* async = as_async(&coroutine);
    if (!async)
        return coroutine.code->qualname;
    if (async->has_qualname || !async->function)
        return async->has_qualname ? async->qualname : "native";
    Value name = MUST(get_attribute(vm, async->function, vm.names.dunder_qualname)); // a getter of the native type
    return std::string(as<Str>(name)->view());
}

Str* coroutine_name(VM& vm, Coroutine& coroutine) {
    if (!coroutine.is_native())
        return static_cast<Generator&>(coroutine).name();
    auto& native = static_cast<NativeCoroutine&>(coroutine);
    if (const RenamedCode* renamed = renamed_code(native); renamed && renamed->name)
        return renamed->name;
    std::string qualname = made_qualname(vm, native);
    return intern(vm, std::string_view(qualname).substr(qualname.rfind('.') + 1));
}

Str* coroutine_qualname(VM& vm, Coroutine& coroutine) {
    if (!coroutine.is_native())
        return static_cast<Generator&>(coroutine).qualname();
    auto& native = static_cast<NativeCoroutine&>(coroutine);
    if (const RenamedCode* renamed = renamed_code(native); renamed && renamed->given_qualname)
        return renamed->given_qualname;
    return intern(vm, made_qualname(vm, native));
}

static void close_in_place(Coroutine& coroutine) {
    if (coroutine.is_native())
        close_native(static_cast<NativeCoroutine&>(coroutine));
    else
        close_frame(static_cast<Generator&>(coroutine));
}

// --- Resuming -----------------------------------------------------------------------------------------------------

static ResumeResult finish_resume(VM& vm, Value result) {
    if (result.is_raised())
        return {ResumeResult::Kind::Raised, {}, Result<Value>::from_bits(result.bits()).exception()};
    return {vm.thread->yielded ? ResumeResult::Kind::Yielded : ResumeResult::Kind::Returned, result, nullptr};
}

// Runs the interpreter loop, where there is a frame to run, until the chain is left. `thrown`: the exception that was
// thrown into the chain, if any, whose context is settled.
static ResumeResult run_chain(VM& vm, Frame* frame, const Exception* thrown = nullptr) {
    Thread& thread = *vm.thread;
    if (frame)
        return finish_resume(vm, run(vm, frame));
    Exception* exception = std::exchange(thread.raised, nullptr);
    if (!exception)
        return finish_resume(vm, thread.result);
    if (exception != thrown && !exception->context && !exception->traceback)
        exception_set_context(*exception, handled_exception(thread.frame));
    return finish_resume(vm, run(vm, thread.frame, exception));
}

ResumeResult coroutine_resume(VM& vm, Coroutine& coroutine, Value sent) {
    if (auto room = vm.check_native_stack(); room.is_error())
        return raised(room.error());
    if (coroutine.is_closed())
        return {ResumeResult::Kind::Returned, Value::none(), nullptr};
    if (is_running(coroutine))
        return raised(already_executing(vm, coroutine));
    if (coroutine.state() == State::Created && !sent.is_none())
        return raised(vm.type_error("can't send non-None value to a just-started {}", flavor_name(coroutine)));
    if (coroutine.awaiter())
        detach_from_awaiter(vm, coroutine);
    Coroutine* leaf = activate(vm, vm.thread->frame, nullptr, coroutine, ReturnAction::Exit, sent);
    if (!leaf)
        return raised(Raised{vm.thread->raised});
    return run_chain(vm, enter_leaf(vm, *leaf, sent));
}

// --- Throwing -----------------------------------------------------------------------------------------------------

// Somebody else advanced a coroutine at which the leaf of `root` waits, which broke the link between them: they are a
// chain again, for what is thrown into the root goes to the innermost. An error is that of throw() of the delegate, or
// of its close() when the root is being closed.
static Result<void> mend_chain(VM& vm, Coroutine& root, bool closes) {
    for (;;) {
        Coroutine* leaf = chain_leaf(root);
        Coroutine* delegate = as_coroutine(coroutine_awaited(*leaf));
        if (delegate && delegate->is_closed() && delegate->is_coroutine() && !closes)
            return vm.runtime_error("cannot reuse already awaited coroutine");
        if (!delegate || delegate->is_closed())
            return {};
        if (is_running(*delegate))
            return already_executing(vm, *delegate);
        detach_from_awaiter(vm, *delegate);
        Coroutine* end = chain_leaf(*delegate);
        link_delegate(vm, *leaf, leaf->is_native() ? nullptr : static_cast<Generator*>(leaf)->frame.pc, *delegate);
        Heap::store(&root, root.chain.link, end);
    }
}

namespace {

// What became of an exception that was thrown into a leaf.
struct Thrown {
    Exception* exception; // to be raised in the leaf; null when `value` is the result of its delegation
    Value value = {};
    bool is_yielded = false; // the foreign iterator took it and yielded `value`: the leaf is not resumed
    bool is_refused = false; // the iterator has no throw() that could be found out: the leaf is not resumed, either
};

} // namespace

// Calls a method of the iterator at which the chain waits: to whom looks, the chain runs meanwhile.
static Result<Value> call_while_running(VM& vm, Coroutine& root, Value method, std::span<const Value> arguments) {
    State state = root.state();
    root.set_state(State::Running);
    auto result = call(vm, method, arguments);
    root.set_state(state);
    return result;
}

static Result<Thrown> throw_to_iterator(VM& vm, Coroutine& root, Value iterator, Exception* exception,
                                        ThrowArguments arguments) {
    if (is_exception_of(exception, vm, ExceptionId::GeneratorExit)) {
        auto method = find_attribute(vm, iterator, vm.names.close);
        if (method.is_error())
            report_ignored(vm, *method.exception(),
                           fmt::format("Exception ignored while closing generator {}", repr_text(vm, iterator)));
        else if (method.release())
            TRY(call_while_running(vm, root, method.release(), {}));
        return Thrown{exception};
    }
    auto method = find_attribute(vm, iterator, vm.names.throw_);
    if (method.is_error())
        return Thrown{.exception = method.exception(), .is_refused = true};
    if (!method.release())
        return Thrown{.exception = exception, .is_refused = arguments.are_refused};
    Value only = exception;
    std::span<const Value> given = arguments.given.empty() ? std::span<const Value>(&only, 1) : arguments.given;
    auto result = call_while_running(vm, root, method.release(), given);
    if (!result.is_error())
        return Thrown{exception, result.release(), true};
    return result.error();
}

// What throw() of a future's iterator says of arguments that make no exception.
static Exception* refused_by_future(VM& vm, Exception* refusal, std::span<const Value> given) {
    if (given.size() == 3 && !given[2].is_none() && !as<Traceback>(given[2]))
        return vm.type_error("throw() third argument must be a traceback").exception;
    if (as<Exception>(given[0]))
        return refusal;
    return vm.type_error("exceptions must be classes deriving BaseException or instances of such a class").exception;
}

// Passes `exception` to what the leaf waits for: to the throw() method of a foreign iterator, or to close() for
// GeneratorExit. Without one, it is the leaf's own.
static Thrown throw_to_awaited(VM& vm, Coroutine& root, Coroutine& leaf, Exception* exception,
                               ThrowArguments arguments) {
    Value awaited = coroutine_awaited(leaf);
    bool is_refused = arguments.are_refused;
    if (awaited && awaited.is_object() && awaited.object()->kind == Kind::Future)
        return {is_refused ? refused_by_future(vm, exception, arguments.given) : exception};
    if (!awaited || !awaited.is_object() || as_coroutine(awaited)) // of a native one, it is one turn of the loop
        return {.exception = exception, .is_refused = is_refused && !leaf.is_native()};
    auto thrown = throw_to_iterator(vm, root, awaited, exception, arguments);
    return thrown.is_error() ? Thrown{thrown.exception()} : thrown.release();
}

static bool delegates(Coroutine& leaf) {
    return leaf.is_native() ? bool(static_cast<NativeCoroutine&>(leaf).awaited)
                            : !static_cast<Generator&>(leaf).yield_at;
}

// StopIteration ends what the leaf waits for, like any iterator: it is the result of the delegation. One turn of the
// loop, at which native ones wait, is the `yield` of a generator.
static Thrown end_delegation(VM& vm, Coroutine& leaf, const Thrown& thrown) {
    Exception* exception = thrown.exception;
    if (!exception || !is_exception_of(exception, vm, ExceptionId::StopIteration) || !delegates(leaf))
        return thrown;
    if (leaf.is_native() && static_cast<NativeCoroutine&>(leaf).awaited.is_none())
        return {stop_iteration_raised(vm, "generator", exception, "StopIteration")};
    Value value = exception->field(field::VALUE);
    return {nullptr, value ? value : Value::none()};
}

// The leaf, which activate() has returned, goes on with `thrown`.
static ResumeResult raise_in_leaf(VM& vm, Coroutine& leaf, const Thrown& thrown) {
    if (thrown.exception)
        set_thrown_context(leaf, *thrown.exception);
    Result<Value> outcome = thrown.exception ? Result<Value>(Raised{thrown.exception}) : Result<Value>(thrown.value);
    if (leaf.is_native())
        return run_chain(vm, run_native(vm, static_cast<NativeCoroutine&>(leaf), outcome), thrown.exception);
    auto& generator = static_cast<Generator&>(leaf);
    bool is_delegating = delegates(leaf);
    generator.yield_at = nullptr;
    if (!thrown.exception)
        return run_chain(vm, deliver_to_script(vm, &generator.frame, outcome));
    if (is_delegating) // the instruction counts as under way, so that its handlers see the exception
        generator.frame.pc++;
    return finish_resume(vm, run(vm, &generator.frame, thrown.exception));
}

// Lets the chain of `root` go on with `thrown` at its leaf.
static ResumeResult go_on_with(VM& vm, Coroutine& root, const Thrown& thrown) {
    Coroutine* leaf = activate(vm, vm.thread->frame, nullptr, root, ReturnAction::Exit, Value());
    if (!leaf)
        return raised(Raised{vm.thread->raised});
    Coroutine* unwinding = std::exchange(vm.thread->unwinding, leaf->awaiter());
    ResumeResult result = raise_in_leaf(vm, *leaf, end_delegation(vm, *leaf, thrown));
    vm.thread->unwinding = unwinding;
    return result;
}

// What close() returns or raises when that is how the coroutine took GeneratorExit. `flavor`: what it is called.
static Result<Value> close_result(VM& vm, const ResumeResult& result, const char* flavor) {
    if (result.kind == ResumeResult::Kind::Yielded)
        return vm.runtime_error("{} ignored GeneratorExit", flavor);
    if (result.kind == ResumeResult::Kind::Returned)
        return result.value;
    if (is_exception_of(result.exception, vm, ExceptionId::GeneratorExit) ||
        is_exception_of(result.exception, vm, ExceptionId::StopIteration))
        return Value::none();
    return Raised{result.exception};
}

// GeneratorExit as close() throws it.
static Exception* make_exit(VM& vm) {
    Exception* exit = make_exception(vm, ExceptionId::GeneratorExit, "");
    exception_set_context(*exit, handled_exception(vm.thread->frame));
    return exit;
}

// GeneratorExit as what delegates to `member` throws it. For an async generator that is an operation, which throws the
// class, so that there is no context.
static Exception* make_exit_of_delegate(VM& vm, Coroutine& member) {
    bool is_operation = member.flavor() == Coroutine::Flavor::AsyncGenerator;
    return is_operation ? make_exception(vm, ExceptionId::GeneratorExit, "") : make_exit(vm);
}

// Closes what `coroutine` delegates to, innermost first, each as its close() does; afterwards `coroutine` is its own
// leaf. What one raises, but for GeneratorExit and StopIteration, the next member outwards gets in place of
// GeneratorExit, and its delegate, which may have refused to end, is left alone.
static Result<void> close_delegates(VM& vm, Coroutine& coroutine) {
    RootVector chain(vm.heap);
    for (Coroutine* member = coroutine.chain.link; member && member != &coroutine; member = member->chain.awaiter)
        chain.push(member);
    Result<Value> closed = Value::none();
    State state = coroutine.state();
    coroutine.set_state(State::Running); // to whom looks meanwhile
    bool is_innermost = true;
    for (Value item : chain.items) {
        auto& member = *static_cast<Coroutine*>(item.object());
        detach_from_awaiter(vm, member);
        Exception* exception = closed.is_error() ? closed.exception() : make_exit_of_delegate(vm, member);
        ResumeResult result =
            is_innermost ? coroutine_throw(vm, member, exception) : go_on_with(vm, member, Thrown{exception});
        // An async generator is a delegate by way of its operation, which is like a coroutine.
        closed = close_result(vm, result, member.flavor() == Coroutine::Flavor::Generator ? "generator" : "coroutine");
        is_innermost = false;
    }
    coroutine.set_state(state);
    return closed.is_error() ? Result<void>(closed.error()) : Result<void>();
}

// What is thrown into `coroutine`, which is suspended, on its way through the chain to who gets it.
static Thrown throw_to_innermost(VM& vm, Coroutine& coroutine, Exception* exception, ThrowArguments arguments) {
    bool closes = is_exception_of(exception, vm, ExceptionId::GeneratorExit);
    if (auto mended = mend_chain(vm, coroutine, closes); mended.is_error())
        return {arguments.are_refused ? exception : mended.exception()};
    Coroutine& leaf = *chain_leaf(coroutine);
    if (closes && &leaf != &coroutine) {
        auto closed = close_delegates(vm, coroutine);
        return {closed.is_error() ? closed.exception() : exception};
    }
    return throw_to_awaited(vm, coroutine, leaf, exception, arguments);
}

ResumeResult coroutine_throw(VM& vm, Coroutine& coroutine, Exception* exception, ThrowArguments arguments) {
    if (auto room = vm.check_native_stack(); room.is_error())
        return raised(room.error());
    bool is_waiting = coroutine.state() != State::Created && !coroutine.is_closed() && !is_running(coroutine);
    if (arguments.are_refused && !is_waiting)
        return raised(Raised{exception});
    if (is_running(coroutine))
        return raised(already_executing(vm, coroutine));
    if (coroutine.is_closed()) {
        if (coroutine.is_coroutine())
            return raised(vm.runtime_error("cannot reuse already awaited coroutine"));
        return raised(Raised{exception});
    }
    detach_from_awaiter(vm, coroutine);
    if (coroutine.state() == State::Created) {
        if (!coroutine.is_native())
            instructions::add_traceback(vm, *exception, &static_cast<Generator&>(coroutine).frame);
        close_in_place(coroutine);
        return raised(Raised{exception});
    }
    Thrown thrown = throw_to_innermost(vm, coroutine, exception, arguments);
    if (thrown.is_yielded)
        return {ResumeResult::Kind::Yielded, thrown.value};
    if (thrown.is_refused) { // for who threw it: the root's resumer, or who awaits the leaf
        Coroutine& refusing = *chain_leaf(coroutine);
        if (&refusing == &coroutine)
            return raised(Raised{thrown.exception});
        detach_from_awaiter(vm, refusing);
    }
    return go_on_with(vm, coroutine, thrown);
}

Result<Value> coroutine_close(VM& vm, Coroutine& coroutine) {
    if (coroutine.is_closed())
        return Value::none();
    if (is_running(coroutine))
        return already_executing(vm, coroutine);
    if (coroutine.state() == State::Created) {
        close_in_place(coroutine);
        return Value::none();
    }
    return close_result(vm, coroutine_throw(vm, coroutine, make_exit(vm)), flavor_name(coroutine));
}

// --- Looking ------------------------------------------------------------------------------------------------------

static Value awaited_by_script(Generator& generator) {
    if (generator.yield_at)
        return {};
    const uint32_t* at = generator.frame.pc;
    if (at >= generator.frame.code->words + generator.frame.code->word_count)
        return {};
    Op op = instruction::op(*at);
    if (op != Op::YieldFrom && op != Op::Await)
        return {};
    return generator.frame.registers[instruction::b(*at)];
}

Value coroutine_awaited(Coroutine& coroutine) {
    if (coroutine.is_closed() || coroutine.state() == State::Created)
        return {};
    if (coroutine.is_native())
        return static_cast<NativeCoroutine&>(coroutine).awaited;
    return awaited_by_script(static_cast<Generator&>(coroutine));
}

// Of anext(iterator, default) what it would have awaited was forgotten.
static void report_never_awaited(VM& vm, Value awaitable) {
    if (auto* operation = detail::native_cast<AsyncOperation>(awaitable))
        report_never_awaited(vm, *operation);
    else if (Coroutine* coroutine = as_plain_coroutine(awaitable); coroutine && coroutine->state() == State::Created)
        report_never_awaited(vm, *coroutine);
}

void report_never_awaited(VM& vm, Coroutine& coroutine) {
    if (Value awaitable = awaitable_of_anext(coroutine)) {
        close_in_place(coroutine);
        return report_never_awaited(vm, awaitable);
    }
    std::string text = fmt::format("coroutine '{}' was never awaited", coroutine_qualname(vm, coroutine)->view());
    Coroutine::Creation creation = coroutine.creation;
    close_in_place(coroutine);
    vm.warn_at(ExceptionId::RuntimeWarning, text, creation.code, creation.at);
}

} // namespace ouro::vm
