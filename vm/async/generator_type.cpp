// SPDX-License-Identifier: MIT
//
// The types generator, coroutine, async_generator and the awaitables that belong to them: methods and attributes. The
// mechanism is generator.cpp's.
#include "vm/model/code.hpp"
#include "vm/async/future.hpp"
#include "vm/async/generator.hpp"
#include "vm/objects/frame_object.hpp"
#include "vm/model/generic_alias.hpp"
#include "vm/model/iterators.hpp"
#include "vm/async/resume.hpp"
#include "vm/model/core.hpp"

namespace ouro::vm {

// --- Shared -------------------------------------------------------------------------------------------------------

// The value of a step as a script sees it: StopIteration(value) at the end.
static Result<Value> as_script_step(VM& vm, ResumeResult result) {
    if (result.kind == ResumeResult::Kind::Raised)
        return Raised{result.exception};
    if (result.kind == ResumeResult::Kind::Yielded)
        return result.value;
    return vm.stop_iteration(result.value);
}

Result<Exception*> thrown_exception(VM& vm, Value type, Value value, Value traceback) {
    if (!value.is_none() || !traceback.is_none())
        vm.warn_deprecated("the (type, exc, tb) signature of throw() is deprecated, use the single-arg signature instead.");
    if (!traceback.is_none() && !as<Traceback>(traceback))
        return vm.type_error("throw() third argument must be a traceback object");
    Exception* exception = as<Exception>(type);
    if (exception) {
        if (!value.is_none())
            return vm.type_error("instance exception may not have a separate value");
    } else if (Type* cls = as<Type>(type); cls && cls->has(Type::EXCEPTION)) {
        if (as<Exception>(value)) {
            exception = as<Exception>(value);
        } else {
            Value made = value.is_none() ? TRY(call(vm, type, {})) : TRY(call(vm, type, {value}));
            exception = as<Exception>(made);
        }
    }
    if (!exception)
        return vm.type_error("exceptions must be classes or instances deriving from BaseException, not {}", vm.type_name(type));
    if (Traceback* given = as<Traceback>(traceback))
        Heap::store(exception, exception->traceback, given);
    return exception;
}

static Result<Value> iterate(VM& vm, Generator& self) {
    if (self.state == Generator::State::Closed) {
        if (self.flavor == Generator::Flavor::Coroutine)
            return vm.runtime_error("cannot reuse already awaited coroutine");
        return vm.stop_iteration();
    }
    return as_script_step(vm, generator_resume(vm, self, Value::none()));
}

static Result<Value> send(VM& vm, Generator& self, Value value) {
    if (self.state == Generator::State::Closed)
        return iterate(vm, self);
    return as_script_step(vm, generator_resume(vm, self, value));
}

static Result<Value> throw_into(VM& vm, Generator& self, Value type, Value value, Value traceback) {
    Exception* exception = TRY(thrown_exception(vm, type, value, traceback));
    const Value given[] = {type, value, traceback};
    size_t count = !traceback.is_none() ? 3 : !value.is_none() ? 2 : 1;
    return as_script_step(vm, generator_throw(vm, self, exception, std::span(given, count)));
}

static void visit_extra(Object* object, Visitor& visitor) {
    auto& self = *static_cast<GeneratorExtra*>(object);
    visitor.visit(self.name);
    visitor.visit(self.qualname);
    visitor.visit(self.async_finalizer);
    visitor.visit(self.operation);
}

static constexpr NativeType generator_extra_type = {
    .name = "_GeneratorExtra",
    .base = nullptr,
    .kind = Kind::Native,
    .size = sizeof(GeneratorExtra),
    .flags = Type::FINAL | Type::NO_NEW,
    .visit = visit_extra,
    .members = nullptr,
    .member_count = 0,
};

GeneratorExtra& generator_extra(VM& vm, Generator& generator) {
    if (!generator.extra)
        Heap::store(&generator, generator.extra,
                    static_cast<GeneratorExtra*>(allocate_instance(vm, vm.native(generator_extra_type))));
    return *generator.extra;
}

static const char* flavor_name(const Generator& self) {
    static constexpr const char* names[] = {"generator", "coroutine", "async_generator"};
    return names[unsigned(self.flavor)];
}

static std::string generator_repr(Generator& self) {
    return fmt::format("<{} object {} at {:#x}>", flavor_name(self), self.qualname()->view(), reinterpret_cast<uintptr_t>(&self));
}

static Str* get_name(Generator& self) { return self.name(); }
static Str* get_qualname(Generator& self) { return self.qualname(); }
static Result<void> set_name(VM& vm, Generator& self, Value value) {
    if (!as<Str>(value))
        return vm.type_error("__name__ must be set to a string object");
    GeneratorExtra& extra = generator_extra(vm, self);
    Heap::store(&extra, extra.name, as<Str>(value));
    return {};
}
static Result<void> set_qualname(VM& vm, Generator& self, Value value) {
    if (!as<Str>(value))
        return vm.type_error("__qualname__ must be set to a string object");
    GeneratorExtra& extra = generator_extra(vm, self);
    Heap::store(&extra, extra.qualname, as<Str>(value));
    return {};
}
static bool get_running(Generator& self) { return is_running(self); }
static bool get_suspended(Generator& self) { return self.state == Generator::State::Suspended && !is_running(self); }
static Code* get_code(Generator& self) { return self.frame.code; }
static Value get_awaited(Generator& self) {
    Value awaited = generator_awaited(self);
    return awaited ? awaited : Value::none();
}
static Value get_frame(VM& vm, Generator& self) {
    return self.state == Generator::State::Closed ? Value::none() : Value(frame_object(vm, self.frame));
}

void close_abandoned(VM& vm, Generator& generator) {
    generator.is_abandoned = true;
    Value finalizer = generator.async_finalizer();
    auto result = finalizer ? call(vm, finalizer, {&generator}) : generator_close(vm, generator);
    if (result.is_error())
        vm.report_unraisable(result.exception(), repr_text(vm, &generator));
}

static void finalize(VM& vm, Object* object) {
    Generator& self = *static_cast<Generator*>(object);
    if (self.state == Generator::State::Created && self.flavor == Generator::Flavor::Coroutine) {
        report_never_awaited(vm, self);
        return;
    }
    // Whoever awaits it is unreachable, too.
    if (self.state != Generator::State::Suspended || is_running(self))
        return;
    close_abandoned(vm, self);
}

// --- generator ----------------------------------------------------------------------------------------------------

static constexpr NativeDef generator_members[] = {
    class_fn<class_getitem>("__class_getitem__(cls, item, /)"),
    fn<generator_repr>("__repr__(self, /)"),
    fn<iterator_self>("__iter__(self, /)"),
    fn<iterate>("__next__(self, /)"),
    fn<send>("send(self, value, /)"),
    fn<throw_into>("throw(self, type, value=None, traceback=None, /)"),
    fn<generator_close>("close(self, /)"),
    get<get_name, set_name>("__name__"),
    get<get_qualname, set_qualname>("__qualname__"),
    get<get_running>("gi_running"),
    get<get_suspended>("gi_suspended"),
    get<get_code>("gi_code"),
    get<get_frame>("gi_frame"),
    get<get_awaited>("gi_yieldfrom"),
};

const NativeType generator_type = {
    .name = "generator", .base = nullptr, .kind = Kind::Generator, .size = sizeof(Generator),
    .flags = Type::FINAL | Type::NO_NEW | Type::WEAKLY_REFERENCEABLE,
    .visit = Generator::visit, .members = generator_members,
    .member_count = std::size(generator_members), .finalize = finalize,
};

// --- coroutine ----------------------------------------------------------------------------------------------------

// What coroutine.__await__() returns: the coroutine as an iterator.
struct CoroutineWrapper : Object {
    static constexpr Kind KIND = Kind::Native;
    static const NativeType& native_type;
    Generator* coroutine;
};

static CoroutineWrapper* coroutine_await(VM& vm, Generator& self) {
    auto* wrapper = vm.heap.make<CoroutineWrapper>(vm.native(coroutine_wrapper_type)->root_shape);
    wrapper->coroutine = &self;
    return wrapper;
}
static Result<Value> wrapper_next(VM& vm, CoroutineWrapper& self) { return iterate(vm, *self.coroutine); }
static Result<Value> wrapper_send(VM& vm, CoroutineWrapper& self, Value value) { return send(vm, *self.coroutine, value); }
static Result<Value> wrapper_throw(VM& vm, CoroutineWrapper& self, Value type, Value value, Value traceback) {
    return throw_into(vm, *self.coroutine, type, value, traceback);
}
static Result<Value> wrapper_close(VM& vm, CoroutineWrapper& self) { return generator_close(vm, *self.coroutine); }

static constexpr NativeDef coroutine_wrapper_members[] = {
    fn<iterator_self>("__iter__(self, /)"),
    fn<wrapper_next>("__next__(self, /)"),
    fn<wrapper_send>("send(self, value, /)"),
    fn<wrapper_throw>("throw(self, type, value=None, traceback=None, /)"),
    fn<wrapper_close>("close(self, /)"),
};

const NativeType coroutine_wrapper_type = {
    .name = "coroutine_wrapper", .base = nullptr, .kind = Kind::Native, .size = sizeof(CoroutineWrapper),
    .flags = Type::FINAL | Type::NO_NEW,
    .visit = [](Object* object, Visitor& visitor) { visitor.visit(static_cast<CoroutineWrapper*>(object)->coroutine); },
    .members = coroutine_wrapper_members, .member_count = std::size(coroutine_wrapper_members),
};
const NativeType& CoroutineWrapper::native_type = coroutine_wrapper_type;

static Value get_origin(Generator&) { return Value::none(); }

static constexpr NativeDef coroutine_members[] = {
    class_fn<class_getitem>("__class_getitem__(cls, item, /)"),
    fn<generator_repr>("__repr__(self, /)"),
    fn<coroutine_await>("__await__(self, /)"),
    fn<send>("send(self, value, /)"),
    fn<throw_into>("throw(self, type, value=None, traceback=None, /)"),
    fn<generator_close>("close(self, /)"),
    get<get_name, set_name>("__name__"),
    get<get_qualname, set_qualname>("__qualname__"),
    get<get_running>("cr_running"),
    get<get_suspended>("cr_suspended"),
    get<get_code>("cr_code"),
    get<get_frame>("cr_frame"),
    get<get_awaited>("cr_await"),
    get<get_origin>("cr_origin"),
};

const NativeType coroutine_type = {
    .name = "coroutine", .base = nullptr, .kind = Kind::Generator, .size = sizeof(Generator),
    .flags = Type::FINAL | Type::NO_NEW | Type::WEAKLY_REFERENCEABLE,
    .visit = Generator::visit, .members = coroutine_members,
    .member_count = std::size(coroutine_members), .finalize = finalize,
};

// --- async_generator ----------------------------------------------------------------------------------------------

static AsyncOperation* agen_anext(VM& vm, Generator& self) {
    return make_async_operation(vm, self, AsyncOperation::Method::Next, {});
}
static AsyncOperation* agen_asend(VM& vm, Generator& self, Value value) {
    return make_async_operation(vm, self, AsyncOperation::Method::Send, value);
}
static Result<AsyncOperation*> agen_athrow(VM& vm, Generator& self, Value type, Value value, Value traceback) {
    Exception* exception = TRY(thrown_exception(vm, type, value, traceback));
    return make_async_operation(vm, self, AsyncOperation::Method::Throw, exception);
}
static AsyncOperation* agen_aclose(VM& vm, Generator& self) {
    return make_async_operation(vm, self, AsyncOperation::Method::Close, {});
}
static bool agen_get_running(Generator& self) { return self.async_running; }

static constexpr NativeDef async_generator_members[] = {
    class_fn<class_getitem>("__class_getitem__(cls, item, /)"),
    fn<generator_repr>("__repr__(self, /)"),
    fn<iterator_self>("__aiter__(self, /)"),
    fn<agen_anext>("__anext__(self, /)"),
    fn<agen_asend>("asend(self, value, /)"),
    fn<agen_athrow>("athrow(self, type, value=None, traceback=None, /)"),
    fn<agen_aclose>("aclose(self, /)"),
    get<get_name, set_name>("__name__"),
    get<get_qualname, set_qualname>("__qualname__"),
    get<agen_get_running>("ag_running"),
    get<get_suspended>("ag_suspended"),
    get<get_code>("ag_code"),
    get<get_frame>("ag_frame"),
    get<get_awaited>("ag_await"),
};

const NativeType async_generator_type = {
    .name = "async_generator", .base = nullptr, .kind = Kind::Generator, .size = sizeof(Generator),
    .flags = Type::FINAL | Type::NO_NEW | Type::WEAKLY_REFERENCEABLE,
    .visit = Generator::visit, .members = async_generator_members,
    .member_count = std::size(async_generator_members), .finalize = finalize,
};

// --- Awaitables ---------------------------------------------------------------------------------------------------

Result<void> check_awaited_iterator(VM& vm, Value value) {
    if (Generator* generator = as<Generator>(value); generator && generator->flavor == Generator::Flavor::Coroutine)
        return vm.type_error("__await__() returned a coroutine");
    if (!vm.type_of(value)->special(vm, Special::Next))
        return vm.type_error("__await__() returned non-iterator of type '{}'", vm.type_name(value));
    return {};
}

Result<Value> awaitable_iterator(VM& vm, Value value) {
    if (Generator* generator = as<Generator>(value)) {
        if (generator->flavor == Generator::Flavor::Coroutine || generator->frame.code->has(Code::ITERABLE_COROUTINE))
            return value;
    } else if (value.is_object() && (value.object()->kind == Kind::Future || value.object()->kind == Kind::NativeCoroutine ||
                                    detail::native_cast<AsyncOperation>(value))) {
        return value;
    }
    Value method = vm.type_of(value)->special(vm, Special::Await);
    if (!method || method.is_none())
        return vm.type_error("'{}' object can't be awaited", vm.type_name(value));
    Value iterator = TRY(call_special(vm, value, Special::Await));
    TRY(check_awaited_iterator(vm, iterator));
    return iterator;
}

Result<Value> iterator_step(VM& vm, Value iterator) {
    Type* type = vm.type_of(iterator);
    if (type->native->next && !type->has(Type::HEAP)) {
        Value item = TRY(type->native->next(vm, iterator.object()));
        if (!item)
            return vm.stop_iteration();
        return item;
    }
    Value method = type->special(vm, Special::Next);
    if (!method || method.is_none())
        return vm.type_error("'{}' object is not an iterator", type->name->view());
    return call(vm, method, {iterator});
}

void report_never_awaited(VM& vm, Generator& coroutine) {
    std::string text = fmt::format("coroutine '{}' was never awaited", coroutine.qualname()->view());
    vm.warn_at(ExceptionId::RuntimeWarning, text, coroutine.creator(), coroutine.position);
}

} // namespace ouro::vm
