// SPDX-License-Identifier: MIT
//
// What asend(), athrow(), aclose() and __anext__() of an async generator return (PEP 525): awaitable once, and, for
// whoever drives it by hand, an iterator with send(), throw() and close(). At most one operation of a generator is
// under way.
//
// `await` runs the generator as a delegate without coming through here (generator.cpp, await_operation); both begin by
// begin_operation, and what ends the generator's turn ends the operation.
#include "vm/async/async_operation.hpp"

#include "vm/async/generator.hpp"
#include "vm/model/code.hpp"
#include "vm/model/iterators.hpp"
#include "vm/model/core.hpp"
#include "vm/run/instructions.hpp"

namespace ouro::vm {

// Of athrow() and aclose().
extern const NativeType async_closing_type;

AsyncOperation* make_async_operation(VM& vm, Generator& generator, AsyncOperation::Method method, Value argument) {
    bool iterates = method == AsyncOperation::Method::Next || method == AsyncOperation::Method::Send;
    Type* type = iterates ? vm.types.async_operation : vm.native(async_closing_type);
    auto* operation = vm.heap.make<AsyncOperation>(type->root_shape);
    operation->generator = &generator;
    operation->method = method;
    operation->argument = argument;
    if (Frame* frame = vm.thread->frame)
        operation->creation = {frame->code, frame->pc};
    vm.heap.add_finalizable(operation); // never awaited: reported
    return operation;
}

AsyncOperation* current_operation(const Generator& generator) {
    Value operation = generator.extra ? generator.extra->operation : Value();
    return operation ? static_cast<AsyncOperation*>(operation.object()) : nullptr;
}

void end_operation(Generator& generator) {
    generator.set_async_running(false);
    if (AsyncOperation* operation = current_operation(generator)) {
        operation->state = AsyncOperation::State::Done;
        generator.extra->operation = {};
    }
}

// --- Beginning ----------------------------------------------------------------------------------------------------

static bool iterates(const AsyncOperation& operation) {
    return operation.method == AsyncOperation::Method::Next || operation.method == AsyncOperation::Method::Send;
}

static const char* operation_name(AsyncOperation::Method method) {
    static constexpr const char* names[] = {"anext", "anext", "athrow", "aclose"};
    return names[unsigned(method)];
}

static Raised already_running(VM& vm, AsyncOperation::Method method) {
    return vm.runtime_error("{}(): asynchronous generator is already running", operation_name(method));
}

Result<void> begin_iteration(VM& vm, Generator& generator) {
    if (generator.async_running())
        return already_running(vm, AsyncOperation::Method::Next);
    if (generator.state() == Coroutine::State::Closed)
        return vm.raise(ExceptionId::StopAsyncIteration, "");
    if (!generator.hooks_inited())
        TRY(vm.async_generator_started(generator));
    generator.set_async_running(true);
    return {};
}

static Raised cannot_reuse(VM& vm, const AsyncOperation& operation) {
    return vm.runtime_error("cannot reuse already awaited {}",
                            iterates(operation) ? "__anext__()/asend()" : "aclose()/athrow()");
}

static void become_current(VM& vm, AsyncOperation& operation) {
    Generator& generator = *operation.generator;
    operation.state = AsyncOperation::State::Running;
    generator.set_async_running(true);
    GeneratorExtra& extra = generator_extra(vm, generator);
    Heap::store(&extra, extra.operation, Value(&operation));
}

Result<bool> begin_operation(VM& vm, AsyncOperation& operation, Exception*& thrown) {
    Generator& generator = *operation.generator;
    using Method = AsyncOperation::Method;
    if (operation.state == AsyncOperation::State::Done)
        return cannot_reuse(vm, operation);
    operation.state = AsyncOperation::State::Done; // unless it begins
    operation.flags &= uint8_t(~Object::FINALIZABLE); // it is awaited
    if (iterates(operation)) {
        if (generator.state() == Coroutine::State::Created && operation.method == Method::Send &&
            !operation.argument.is_none())
            return vm.type_error("can't send non-None value to a just-started async generator");
        TRY(begin_iteration(vm, generator));
    } else if (generator.async_running()) {
        return already_running(vm, operation.method);
    } else if (generator.state() == Coroutine::State::Closed) {
        return false;
    } else if (generator.extra && generator.extra->was_closed) {
        return vm.raise(ExceptionId::StopAsyncIteration, "");
    } else if (generator.state() == Coroutine::State::Created) { // nothing of the body has run, so nothing will
        bool throws = operation.method == Method::Throw;
        auto* exception = throws ? static_cast<Exception*>(operation.argument.object()) : nullptr;
        if (throws)
            instructions::add_traceback(vm, *exception, &generator.frame);
        TRY(coroutine_close(vm, generator));
        if (!throws)
            return false;
        exception->flags |= Exception::THROWN; // raised as it is
        return Raised{exception};
    }
    become_current(vm, operation);
    if (operation.method == Method::Throw) {
        thrown = static_cast<Exception*>(operation.argument.object());
    } else if (operation.method == Method::Close) {
        generator.extra->was_closed = true;
        thrown = make_exception(vm, ExceptionId::GeneratorExit, "");
    }
    return true;
}

// --- Driving it by hand -------------------------------------------------------------------------------------------

// aclose() is over when the body ended by GeneratorExit or by being finished.
static Result<Value> finish_step(VM& vm, AsyncOperation& operation, ResumeResult result) {
    if (result.kind == ResumeResult::Kind::Yielded)
        return result.value;
    if (operation.state == AsyncOperation::State::Running) // the body, which would end it, did not run
        end_operation(*operation.generator);
    bool closes = operation.method == AsyncOperation::Method::Close;
    if (result.kind == ResumeResult::Kind::Returned)
        return closes ? vm.stop_iteration() : vm.raise(ExceptionId::StopIteration, result.value);
    if (closes && (is_exception_of(result.exception, vm, ExceptionId::GeneratorExit) ||
                   is_exception_of(result.exception, vm, ExceptionId::StopAsyncIteration)))
        return vm.stop_iteration();
    return Raised{result.exception};
}

static Result<Value> operation_send(VM& vm, AsyncOperation& self, Value value) {
    Generator& generator = *self.generator;
    if (self.state == AsyncOperation::State::Running)
        return finish_step(vm, self, coroutine_resume(vm, generator, value));
    if (self.state == AsyncOperation::State::Created && !iterates(self) && !value.is_none())
        return vm.runtime_error("can't send non-None value to a just-started coroutine");
    Exception* thrown = nullptr;
    if (!TRY(begin_operation(vm, self, thrown)))
        return vm.stop_iteration();
    if (thrown)
        return finish_step(vm, self, coroutine_throw(vm, generator, thrown));
    Value sent = value.is_none() && self.argument ? self.argument : value;
    return finish_step(vm, self, coroutine_resume(vm, generator, sent));
}

static Result<Value> operation_next(VM& vm, AsyncOperation& self) { return operation_send(vm, self, Value::none()); }

static Result<Value> throw_into(VM& vm, AsyncOperation& self, Exception* exception, ThrowArguments arguments = {}) {
    if (self.state == AsyncOperation::State::Done)
        return cannot_reuse(vm, self);
    if (self.state == AsyncOperation::State::Created) {
        self.flags &= uint8_t(~Object::FINALIZABLE);
        self.state = AsyncOperation::State::Done;
        if (self.generator->async_running())
            return already_running(vm, self.method);
        become_current(vm, self);
    }
    return finish_step(vm, self, coroutine_throw(vm, *self.generator, exception, arguments));
}

static Result<Value> operation_throw(VM& vm, AsyncOperation& self, Value type, Value value, Value traceback) {
    auto [exception, is_refused] = TRY(thrown_exception(vm, type, value, traceback));
    const Value given[] = {type, value, traceback};
    return throw_into(vm, self, exception, {std::span(given, given_count(value, traceback)), is_refused});
}

static Result<void> operation_close(VM& vm, AsyncOperation& self) {
    if (self.state == AsyncOperation::State::Done)
        return {};
    auto result = throw_into(vm, self, make_exception(vm, ExceptionId::GeneratorExit, ""));
    if (!result.is_error())
        return vm.runtime_error("coroutine ignored GeneratorExit");
    for (ExceptionId expected :
         {ExceptionId::StopIteration, ExceptionId::StopAsyncIteration, ExceptionId::GeneratorExit}) {
        if (is_exception_of(result.exception(), vm, expected))
            return {};
    }
    return result.error();
}

static constexpr NativeDef async_operation_members[] = {
    fn<iterator_self>("__await__(self, /)"),
    fn<iterator_self>("__iter__(self, /)"),
    fn<operation_next>("__next__(self, /)"),
    fn<operation_send>("send(self, value, /)"),
    fn<operation_throw>("throw(self, type, value=<unset>, traceback=<unset>, /)"),
    fn<operation_close>("close(self, /)"),
};

void report_never_awaited(VM& vm, AsyncOperation& operation) {
    static constexpr const char* names[] = {"asend", "asend", "athrow", "aclose"};
    operation.flags &= uint8_t(~Object::FINALIZABLE);
    operation.state = AsyncOperation::State::Done; // once
    std::string text = fmt::format("coroutine method '{}' of '{}' was never awaited",
                                   names[unsigned(operation.method)], operation.generator->qualname()->view());
    vm.warn_at(ExceptionId::RuntimeWarning, text, operation.creation.code, operation.creation.at);
}

static void operation_finalize(VM& vm, Object* object) {
    auto& self = *static_cast<AsyncOperation*>(object);
    if (self.state == AsyncOperation::State::Created)
        report_never_awaited(vm, self);
}

static void operation_visit(Object* object, Visitor& visitor) {
    auto& self = *static_cast<AsyncOperation*>(object);
    visitor.visit(self.generator);
    visitor.visit(self.argument);
    visitor.visit(const_cast<Code*>(self.creation.code));
}

const NativeType async_operation_type = {
    .name = "async_generator_asend", .base = nullptr, .kind = Kind::Native, .size = sizeof(AsyncOperation),
    .flags = Type::FINAL | Type::NO_NEW, .visit = operation_visit,
    .members = async_operation_members, .member_count = std::size(async_operation_members),
    .finalize = operation_finalize,
};
const NativeType& AsyncOperation::native_type = async_operation_type;

// Differs: it inherits from the other one, so that both are known as AsyncOperations.
const NativeType async_closing_type = {
    .name = "async_generator_athrow", .base = &async_operation_type, .kind = Kind::Native,
    .size = sizeof(AsyncOperation), .flags = Type::FINAL | Type::NO_NEW, .visit = operation_visit,
    .members = nullptr, .member_count = 0, .finalize = operation_finalize,
};

Result<void> VM::async_generator_started(Generator& generator) {
    generator.set_hooks_inited(true);
    heap.add_finalizable(&generator);
    GeneratorExtra& extra = generator_extra(*this, generator);
    Heap::store(&extra, extra.async_finalizer, thread->async_finalizer);
    if (thread->async_firstiter)
        TRY(call(*this, thread->async_firstiter, {&generator}));
    return {};
}

} // namespace ouro::vm
