// SPDX-License-Identifier: MIT
//
// Exceptions: how they are made, matched and chained (Reference 7.8 and PEP 3134).
#include "vm/model/exception.hpp"

#include "vm/model/core.hpp"
#include "vm/model/frame.hpp"
#include "vm/thread.hpp"

namespace ouro::vm {

Exception* make_exception(VM& vm, ExceptionId id, Tuple* args) {
    auto* exception = static_cast<Exception*>(allocate_instance(vm, vm.exception_type(id)));
    Heap::store(exception, exception->args, args);
    // Arguments that do not suit the family leave its fields unset: the engine's own raise cannot fail.
    (void)initialize_fields(vm, id, *exception, Args(args->items(), args->size()));
    return exception;
}

Exception* make_exception(VM& vm, ExceptionId id, std::string_view message) {
    if (message.empty())
        return make_exception(vm, id, make_tuple(vm, 0));
    auto text = make_str(vm, message);
    if (text.is_error())
        return text.exception();
    return make_exception(vm, id, make_tuple(vm, {Value(text.release())}));
}

void exception_set_field(VM& vm, Exception& exception, unsigned index, Value value) {
    if (!exception.fields)
        Heap::store(&exception, exception.fields, vm.heap.allocate_storage(Exception::FIELD_COUNT * sizeof(Value)));
    exception.fields->values()[index] = value;
    Heap::barrier(exception.fields);
    Heap::barrier(&exception);
}

void exception_forget_origin(Exception& exception) {
    exception.traceback = nullptr;
    exception.context = nullptr;
    exception.cause = nullptr;
}

bool is_exception_of(const Exception* exception, VM& vm, ExceptionId id) {
    return exception->type()->is_subtype_of(vm.exception_type(id));
}

static bool is_exception_class(Value value) {
    Type* type = as<Type>(value);
    return type && type->has(Type::EXCEPTION);
}

static bool given_matches(Exception* exception, Value type) {
    if (Tuple* types = as<Tuple>(type)) {
        for (size_t i = 0; i < types->size(); i++) {
            if (given_matches(exception, (*types)[i]))
                return true;
        }
        return false;
    }
    return is_exception_class(type) && exception->type()->is_subtype_of(as<Type>(type));
}

Result<bool> exception_matches(VM& vm, Exception* exception, Value type) {
    constexpr const char* message = "catching classes that do not inherit from BaseException is not allowed";
    if (Tuple* types = as<Tuple>(type)) {
        for (size_t i = 0; i < types->size(); i++) {
            if (!is_exception_class((*types)[i]))
                return vm.type_error("{}", message);
        }
    } else if (!is_exception_class(type)) {
        return vm.type_error("{}", message);
    }
    return given_matches(exception, type);
}

Result<Exception*> exception_from_raise_operand(VM& vm, Value value) {
    if (Exception* exception = as<Exception>(value))
        return exception;
    if (!is_exception_class(value))
        return vm.type_error("exceptions must derive from BaseException");
    Value made = TRY(call(vm, value, {}));
    if (Exception* exception = as<Exception>(made))
        return exception;
    return vm.type_error("calling {} should have returned an instance of BaseException, not {}", repr_text(vm, value),
                         repr_text(vm, vm.type_of(made)));
}

void exception_set_context(Exception& exception, Exception* handled) {
    if (!handled || handled == &exception)
        return;
    // A chain that leads back to `exception` is cut there. It may already loop elsewhere (scripts can assign
    // __context__): a second, slower walker notices.
    Exception* slow = handled;
    bool step = false;
    for (Exception* at = handled; at->context; at = at->context) {
        if (at->context == &exception) {
            at->context = nullptr;
            break;
        }
        if (step)
            slow = slow->context;
        step = !step;
        if (at->context == slow)
            break;
    }
    Heap::store(&exception, exception.context, handled);
}

Raised raise_stored(VM& vm, Exception& exception) {
    exception_set_context(exception, handled_exception(vm.thread->frame));
    return {&exception};
}

std::string exception_str(VM& vm, Exception& exception) {
    auto text = str(vm, &exception);
    if (text.is_error())
        return "<exception str() failed>";
    return std::string(text.release()->view());
}

} // namespace ouro::vm
