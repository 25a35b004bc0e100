// SPDX-License-Identifier: MIT
//
// The types generator, coroutine, async_generator and the awaitables that belong to them: methods and attributes. The
// mechanism is generator.cpp's.
#include "vm/model/code.hpp"
#include "vm/async/async.hpp"
#include "vm/async/chain.hpp"
#include "vm/async/future.hpp"
#include "vm/async/generator.hpp"
#include "vm/objects/frame_object.hpp"
#include "vm/model/deprecation.hpp"
#include "vm/model/generic_alias.hpp"
#include "vm/model/iterators.hpp"
#include "vm/async/async_operation.hpp"
#include "vm/run/suspension.hpp"
#include "vm/model/core.hpp"

namespace ouro::vm {

// Methods of the three types take either kind of coroutine object.
namespace detail {
template <>
Coroutine* native_cast<Coroutine>(Value value) {
    return as_coroutine(value);
}
template <>
const char* native_name<Coroutine>() {
    return kind_name(Kind::Generator);
}
} // namespace detail

// --- Shared -------------------------------------------------------------------------------------------------------

// The value of a step as a script sees it: StopIteration(value) at the end.
static Result<Value> as_script_step(VM& vm, ResumeResult result) {
    if (result.kind == ResumeResult::Kind::Raised)
        return Raised{result.exception};
    if (result.kind == ResumeResult::Kind::Yielded)
        return result.value;
    return vm.stop_iteration(result.value);
}

// An instance of `cls`, as `raise` makes one: of `value`, which may be one already, or the tuple of arguments.
static Result<Exception*> make_thrown(VM& vm, Type* cls, Value value) {
    if (Exception* instance = as<Exception>(value); instance && instance->type()->is_subtype_of(cls))
        return instance;
    std::span<const Value> given(&value, value.is_none() ? 0 : 1);
    if (Tuple* arguments = as<Tuple>(value))
        given = std::span<const Value>(arguments->items(), arguments->size());
    Value made = TRY(call(vm, cls, given));
    if (Exception* exception = as<Exception>(made))
        return exception;
    return vm.type_error("calling {} should have returned an instance of BaseException, not {}", repr_text(vm, cls),
                         vm.type_name(made));
}

Result<ThrownException> thrown_exception(VM& vm, Value type, Value value, Value traceback) {
    if (value || traceback)
        TRY(warn_deprecated(
            vm, "the (type, exc, tb) signature of throw() is deprecated, use the single-arg signature instead."));
    value = value ? value : Value::none();
    auto refuse = [](Raised error) { return ThrownException{error.exception, true}; };
    if (traceback && !traceback.is_none() && !as<Traceback>(traceback))
        return refuse(vm.type_error("throw() third argument must be a traceback object"));
    Exception* exception = as<Exception>(type);
    Type* cls = as<Type>(type);
    if (exception) {
        if (!value.is_none())
            return refuse(vm.type_error("instance exception may not have a separate value"));
    } else if (cls && cls->has(Type::EXCEPTION)) {
        auto made = make_thrown(vm, cls, value);
        exception = made.is_error() ? made.exception() : made.release();
    } else {
        return refuse(vm.type_error("exceptions must be classes or instances deriving from BaseException, not {}",
                                    vm.type_name(type)));
    }
    if (Traceback* given = as<Traceback>(traceback))
        Heap::store(exception, exception->traceback, given);
    return ThrownException{exception};
}

static Result<Value> send(VM& vm, Coroutine& self, Value value) {
    if (!self.is_closed())
        return as_script_step(vm, coroutine_resume(vm, self, value));
    if (self.is_coroutine())
        return vm.runtime_error("cannot reuse already awaited coroutine");
    return vm.stop_iteration();
}

static Result<Value> iterate(VM& vm, Coroutine& self) { return send(vm, self, Value::none()); }

static Result<Value> throw_into(VM& vm, Coroutine& self, Value type, Value value, Value traceback) {
    auto [exception, is_refused] = TRY(thrown_exception(vm, type, value, traceback));
    const Value given[] = {type, value, traceback};
    if (self.is_closed() && !self.is_coroutine())
        exception->flags |= Exception::THROWN; // raised as it is
    ThrowArguments arguments = {std::span(given, given_count(value, traceback)), is_refused};
    return as_script_step(vm, coroutine_throw(vm, self, exception, arguments));
}

static std::string coroutine_repr(VM& vm, Coroutine& self) {
    static constexpr const char* names[] = {"generator", "coroutine", "async_generator"};
    return fmt::format("<{} object {} at {:#x}>", names[unsigned(self.flavor())], coroutine_qualname(vm, self)->view(),
                       reinterpret_cast<uintptr_t>(&self));
}

static Result<void> set_text(VM& vm, Coroutine& self, Value value, const char* attribute,
                             Str* GeneratorExtra::*of_script, Str* RenamedCode::*of_native) {
    Str* text = as<Str>(value);
    if (!text)
        return vm.type_error("{} must be set to a string object", attribute);
    if (self.is_native()) {
        RenamedCode& code = rename_code(vm, static_cast<NativeCoroutine&>(self));
        Heap::store(&code, code.*of_native, text);
    } else {
        GeneratorExtra& extra = generator_extra(vm, static_cast<Generator&>(self));
        Heap::store(&extra, extra.*of_script, text);
    }
    return {};
}
static Result<void> set_name(VM& vm, Coroutine& self, Value value) {
    return set_text(vm, self, value, "__name__", &GeneratorExtra::name, &RenamedCode::name);
}
static Result<void> set_qualname(VM& vm, Coroutine& self, Value value) {
    return set_text(vm, self, value, "__qualname__", &GeneratorExtra::qualname, &RenamedCode::given_qualname);
}
static bool get_running(Coroutine& self) { return is_running(self); }
static bool get_suspended(Coroutine& self) { return self.state() == Coroutine::State::Suspended && !is_running(self); }
static Value get_code(Coroutine& self) {
    return self.is_native() ? Value::none() : Value(static_cast<Generator&>(self).frame.code);
}
// While what it waits for runs, so does it itself, and waits for nothing.
static Value get_awaited(Coroutine& self) {
    Value awaited = is_running(self) ? Value() : coroutine_awaited(self);
    return awaited ? awaited : Value::none();
}
static Value get_frame(VM& vm, Coroutine& self) {
    if (self.is_native() || self.is_closed())
        return Value::none();
    return Value(frame_object(vm, static_cast<Generator&>(self).frame));
}

static void finalize(VM& vm, Object* object) {
    auto& self = *static_cast<Coroutine*>(object);
    if (self.state() == Coroutine::State::Created && self.is_coroutine()) {
        report_never_awaited(vm, self);
        return;
    }
    // Whoever awaits it is unreachable, too, and closes it.
    if (self.state() != Coroutine::State::Suspended || is_running(self))
        return;
    close_abandoned(vm, self);
    if (AsyncCoroutine* native = as_async(&self); native && native->has_outside_frame() && !native->is_closed())
        destroy_async(vm, *native); // it ignored GeneratorExit
}

// --- generator ----------------------------------------------------------------------------------------------------

static constexpr NativeDef generator_members[] = {
    class_fn<class_getitem>("__class_getitem__(cls, item, /)"),
    fn<coroutine_repr>("__repr__(self, /)"),
    fn<iterator_self>("__iter__(self, /)"),
    fn<iterate>("__next__(self, /)"),
    fn<send>("send(self, object, /)"),
    fn<throw_into>("throw(self, type, value=<unset None>, traceback=<unset None>, /)"),
    fn<coroutine_close>("close(self, /)"),
    get<coroutine_name, set_name>("__name__"),
    get<coroutine_qualname, set_qualname>("__qualname__"),
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
    Coroutine* coroutine;
};

static CoroutineWrapper* coroutine_await(VM& vm, Coroutine& self) {
    auto* wrapper = vm.heap.make<CoroutineWrapper>(vm.native(coroutine_wrapper_type)->root_shape);
    wrapper->coroutine = &self;
    return wrapper;
}
static Result<Value> wrapper_next(VM& vm, CoroutineWrapper& self) { return iterate(vm, *self.coroutine); }
static Result<Value> wrapper_send(VM& vm, CoroutineWrapper& self, Value value) {
    return send(vm, *self.coroutine, value);
}
static Result<Value> wrapper_throw(VM& vm, CoroutineWrapper& self, Value type, Value value, Value traceback) {
    return throw_into(vm, *self.coroutine, type, value, traceback);
}
static Result<Value> wrapper_close(VM& vm, CoroutineWrapper& self) { return coroutine_close(vm, *self.coroutine); }

static constexpr NativeDef coroutine_wrapper_members[] = {
    fn<iterator_self>("__iter__(self, /)"),
    fn<wrapper_next>("__next__(self, /)"),
    fn<wrapper_send>("send(self, object, /)"),
    fn<wrapper_throw>("throw(self, type, value=<unset None>, traceback=<unset None>, /)"),
    fn<wrapper_close>("close(self, /)"),
};

const NativeType coroutine_wrapper_type = {
    .name = "coroutine_wrapper", .base = nullptr, .kind = Kind::Native, .size = sizeof(CoroutineWrapper),
    .flags = Type::FINAL | Type::NO_NEW,
    .visit = [](Object* object, Visitor& visitor) { visitor.visit(static_cast<CoroutineWrapper*>(object)->coroutine); },
    .members = coroutine_wrapper_members, .member_count = std::size(coroutine_wrapper_members),
};
const NativeType& CoroutineWrapper::native_type = coroutine_wrapper_type;

static Value get_origin(Coroutine&) { return Value::none(); }

static constexpr NativeDef coroutine_members[] = {
    class_fn<class_getitem>("__class_getitem__(cls, item, /)"),
    fn<coroutine_repr>("__repr__(self, /)"),
    fn<coroutine_await>("__await__(self, /)"),
    fn<send>("send(self, object, /)"),
    fn<throw_into>("throw(self, type, value=<unset None>, traceback=<unset None>, /)"),
    fn<coroutine_close>("close(self, /)"),
    get<coroutine_name, set_name>("__name__"),
    get<coroutine_qualname, set_qualname>("__qualname__"),
    get<get_running>("cr_running"),
    get<get_suspended>("cr_suspended"),
    get<get_code>("cr_code"),
    get<get_frame>("cr_frame"),
    get<get_awaited>("cr_await"),
    get<get_origin>("cr_origin"),
};

static void visit_coroutine(Object* object, Visitor& visitor) {
    auto* self = static_cast<Coroutine*>(object);
    if (!self->is_native())
        return Generator::visit(object, visitor);
    self->visit_links(visitor);
    visit_native(static_cast<NativeCoroutine&>(*self), visitor);
}

const NativeType coroutine_type = {
    .name = "coroutine", .base = nullptr, .kind = Kind::Generator, .size = sizeof(Generator),
    .flags = Type::FINAL | Type::NO_NEW | Type::WEAKLY_REFERENCEABLE,
    .visit = visit_coroutine, .members = coroutine_members,
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
    ThrownException thrown = TRY(thrown_exception(vm, type, value, traceback));
    if (thrown.is_refused)
        return Raised{thrown.exception};
    return make_async_operation(vm, self, AsyncOperation::Method::Throw, thrown.exception);
}
static AsyncOperation* agen_aclose(VM& vm, Generator& self) {
    return make_async_operation(vm, self, AsyncOperation::Method::Close, {});
}
static bool agen_get_running(Generator& self) { return self.async_running(); }

static constexpr NativeDef async_generator_members[] = {
    class_fn<class_getitem>("__class_getitem__(cls, item, /)"),
    fn<coroutine_repr>("__repr__(self, /)"),
    fn<iterator_self>("__aiter__(self, /)"),
    fn<agen_anext>("__anext__(self, /)"),
    fn<agen_asend>("asend(self, object, /)"),
    fn<agen_athrow>("athrow(self, type, value=<unset None>, traceback=<unset None>, /)"),
    fn<agen_aclose>("aclose(self, /)"),
    get<coroutine_name, set_name>("__name__"),
    get<coroutine_qualname, set_qualname>("__qualname__"),
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

} // namespace ouro::vm
