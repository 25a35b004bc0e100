// SPDX-License-Identifier: MIT
//
// Driving generators and coroutines from native code: resuming, throwing into and closing them, and what they wait for.
// What is thrown into the root of a chain goes to its innermost generator, or to the foreign iterator at which that waits.
#include "vm/model/code.hpp"
#include "vm/async/future.hpp"
#include "vm/async/generator.hpp"
#include "vm/run/instructions.hpp"
#include "vm/async/native_coroutine.hpp"
#include "vm/async/resume.hpp"
#include "vm/run/interpreter.hpp"

namespace ouro::vm {

void set_thrown_context(Generator& root, Exception& exception) {
    for (Generator* g = chain_leaf(root); g; g = g == &root ? nullptr : g->awaiter) {
        if (g->frame.handled)
            return exception_set_context(exception, as<Exception>(g->frame.handled));
    }
}

static ResumeResult finish_resume(VM& vm, Value result) {
    if (result.is_raised())
        return {ResumeResult::Kind::Raised, {}, Result<Value>::from_bits(result.bits()).exception()};
    return {vm.thread->yielded ? ResumeResult::Kind::Yielded : ResumeResult::Kind::Returned, result, nullptr};
}

ResumeResult generator_resume(VM& vm, Generator& generator, Value sent) {
    if (auto room = vm.check_native_stack(); room.is_error())
        return raised(room.error());
    if (generator.state == Generator::State::Closed)
        return {ResumeResult::Kind::Returned, Value::none(), nullptr};
    if (is_running(generator))
        return raised(already_executing(vm, generator));
    if (generator.state == Generator::State::Created && !sent.is_none()) {
        static constexpr const char* names[] = {"generator", "coroutine", "async generator"};
        return raised(vm.type_error("can't send non-None value to a just-started {}", names[unsigned(generator.flavor)]));
    }
    detach_from_awaiter(vm, generator);
    Frame* frame = activate(vm, vm.thread->frame, nullptr, generator, ReturnAction::Exit, 0, sent);
    if (!frame)
        return raised(Raised{vm.thread->raised});
    return finish_resume(vm, run(vm, frame));
}

// Somebody else advanced a generator at which the leaf of `root` waits, which broke the link between them: they are a chain
// again, for what is thrown into the root goes to the innermost.
static Result<void> mend_chain(VM& vm, Generator& root) {
    for (;;) {
        Generator* leaf = chain_leaf(root);
        Generator* delegate = as<Generator>(generator_awaited(*leaf));
        if (!delegate || delegate->state == Generator::State::Closed)
            return {};
        if (is_running(*delegate))
            return already_executing(vm, *delegate);
        detach_from_awaiter(vm, *delegate);
        Generator* end = chain_leaf(*delegate);
        link_delegate(&leaf->frame, leaf->frame.pc, *delegate);
        Heap::store(&root, root.link, end);
    }
}

// Closes what `generator` delegates to, innermost first, each as its close() does; afterwards `generator` is its own leaf.
// An exception other than GeneratorExit and StopIteration is what the awaiter gets instead.
static Result<void> close_delegates(VM& vm, Generator& generator) {
    RootVector chain(vm.heap);
    for (Generator* g = generator.link; g && g != &generator; g = g->awaiter)
        chain.push(g);
    for (Value item : chain.items) {
        auto* delegate = static_cast<Generator*>(item.object());
        detach_from_awaiter(vm, *delegate);
        TRY(generator_close(vm, *delegate));
    }
    return {};
}

// Raises `exception` in the native coroutine at which the leaf waits; afterwards as throw_to_foreign.
static bool throw_to_native(VM& vm, Generator& leaf, NativeCoroutine& coroutine, Exception*& exception,
                            ResumeResult& outcome) {
    if (coroutine.state() == NativeCoroutine::State::Closed)
        return false;
    ResumeResult result = native_coroutine_resume(vm, coroutine, exception);
    exception = result.exception;
    if (result.kind == ResumeResult::Kind::Yielded) {
        outcome = result;
        return true;
    }
    if (result.kind == ResumeResult::Kind::Returned) {
        leaf.frame.registers[instruction::a(*leaf.frame.pc)] = result.value;
        leaf.frame.pc++;
        Heap::barrier(&leaf);
    }
    return false;
}

// Passes `exception` to a foreign iterator at which the leaf waits: its throw() method, or close() for GeneratorExit.
// Nothing when the leaf waits at no such iterator or that has no throw: the exception is raised in the leaf itself.
static Result<bool> throw_to_foreign(VM& vm, Generator& leaf, Exception*& exception, std::span<const Value> given,
                                     ResumeResult& outcome, Generator& root) {
    if (leaf.state == Generator::State::Created)
        return false;
    Value awaited = generator_awaited(leaf);
    if (!awaited || as<Generator>(awaited) || awaited.object()->kind == Kind::Future)
        return false;
    if (NativeCoroutine* native = as<NativeCoroutine>(awaited))
        return throw_to_native(vm, leaf, *native, exception, outcome);
    if (is_exception_of(exception, vm, ExceptionId::GeneratorExit)) {
        Value method = TRY(find_attribute(vm, awaited, vm.names.close));
        if (method)
            TRY(call(vm, method, {}));
        return false;
    }
    Value method = TRY(find_attribute(vm, awaited, vm.names.throw_));
    if (!method)
        return false;
    const uint32_t* at = leaf.frame.pc;
    Generator::State state = root.state;
    root.state = Generator::State::Running;
    Value only = exception;
    auto result = call(vm, method, given.empty() ? std::span<const Value>(&only, 1) : given);
    root.state = state;
    if (!result.is_error()) {
        outcome = {ResumeResult::Kind::Yielded, result.release(), nullptr};
        return true;
    }
    if (!is_exception_of(result.exception(), vm, ExceptionId::StopIteration)) {
        exception = result.exception();
        return false;
    }
    // The iterator ended: the delegation is over, its value is the exception's.
    Value value = result.exception()->field(field::VALUE);
    leaf.frame.registers[instruction::a(*at)] = value ? value : Value::none();
    leaf.frame.pc = at + 1;
    exception = nullptr;
    return false;
}

ResumeResult generator_throw(VM& vm, Generator& generator, Exception* exception, std::span<const Value> given) {
    if (auto room = vm.check_native_stack(); room.is_error())
        return raised(room.error());
    if (is_running(generator))
        return raised(already_executing(vm, generator));
    if (generator.state == Generator::State::Closed) {
        if (generator.flavor == Generator::Flavor::Coroutine)
            return raised(vm.runtime_error("cannot reuse already awaited coroutine"));
        return raised(Raised{exception});
    }
    detach_from_awaiter(vm, generator);
    if (generator.state == Generator::State::Created) {
        instructions::add_traceback(vm, *exception, &generator.frame);
        close_frame(generator);
        return raised(Raised{exception});
    }
    if (auto mended = mend_chain(vm, generator); mended.is_error()) {
        exception = mended.exception();
    } else if (is_exception_of(exception, vm, ExceptionId::GeneratorExit)) {
        if (auto closed = close_delegates(vm, generator); closed.is_error())
            exception = closed.exception();
    }
    Generator& leaf = *chain_leaf(generator);
    ResumeResult outcome;
    auto passed = throw_to_foreign(vm, leaf, exception, given, outcome, generator);
    if (passed.is_error())
        exception = passed.exception();
    else if (passed.release())
        return outcome;
    Frame* frame = activate(vm, vm.thread->frame, nullptr, generator, ReturnAction::Exit, 0, Value());
    if (!frame)
        return raised(Raised{vm.thread->raised});
    if (exception)
        set_thrown_context(generator, *exception);
    // A delegating instruction counts as under way, so that its handlers see the exception.
    if (exception && !leaf.position)
        leaf.frame.pc++;
    leaf.position = nullptr;
    return finish_resume(vm, run(vm, frame, exception));
}

Result<Value> generator_next(VM& vm, Generator& generator) {
    ResumeResult result = generator_resume(vm, generator, Value::none());
    if (result.kind == ResumeResult::Kind::Raised)
        return Raised{result.exception};
    return result.kind == ResumeResult::Kind::Yielded ? result.value : Value();
}

Result<Value> generator_close(VM& vm, Generator& generator) {
    if (generator.state == Generator::State::Closed)
        return Value::none();
    if (is_running(generator))
        return already_executing(vm, generator);
    if (generator.state == Generator::State::Created) {
        detach_from_awaiter(vm, generator);
        close_frame(generator);
        return Value::none();
    }
    Exception* exit = make_exception(vm, ExceptionId::GeneratorExit, "");
    exception_set_context(*exit, handled_exception(vm.thread->frame));
    ResumeResult result = generator_throw(vm, generator, exit);
    if (result.kind == ResumeResult::Kind::Yielded) {
        static constexpr const char* names[] = {"generator", "coroutine", "async generator"};
        return vm.runtime_error("{} ignored GeneratorExit", names[unsigned(generator.flavor)]);
    }
    if (result.kind == ResumeResult::Kind::Returned)
        return result.value;
    if (is_exception_of(result.exception, vm, ExceptionId::GeneratorExit) ||
        is_exception_of(result.exception, vm, ExceptionId::StopIteration))
        return Value::none();
    return Raised{result.exception};
}

Value generator_awaited(Generator& generator) {
    if (generator.state == Generator::State::Closed || generator.state == Generator::State::Created || generator.position)
        return {};
    const uint32_t* at = generator.frame.pc;
    if (at >= generator.frame.code->words + generator.frame.code->word_count)
        return {};
    Op op = instruction::op(*at);
    if (op != Op::YieldFrom && op != Op::Await)
        return {};
    return generator.frame.registers[instruction::b(*at)];
}

void Generator::visit(Object* object, Visitor& visitor) {
    auto* self = static_cast<Generator*>(object);
    visitor.visit(self->awaiter);
    visitor.visit(self->link);
    visitor.visit(self->extra);
    visitor.visit(self->frame.code);
    visitor.visit(self->frame.function);
    visitor.visit(self->frame.handled);
    visitor.visit(self->frame.operand);
    visitor.visit(self->frame.ns);
    visitor.visit(self->frame.frame_object);
    visitor.visit(self->registers(), self->frame.code->register_count);
}

} // namespace ouro::vm
