// SPDX-License-Identifier: MIT
//
// asyncio's state in a VM, and the exception classes that native code raises.
#include "stdlib/asyncio/state.hpp"

#include "stdlib/asyncio/task.hpp"
#include "vm/run/import.hpp"
#include "vm/model/class.hpp"

namespace ouro::stdlib {

using namespace vm;

static void visit_state(Object* object, Visitor& visitor) {
    auto* state = static_cast<AsyncioState*>(object);
    visitor.visit(state->invalid_state_error);
    visitor.visit(state->queue_empty);
    visitor.visit(state->queue_full);
    visitor.visit(state->queue_shut_down);
    visitor.visit(state->broken_barrier_error);
    visitor.visit(state->policy);
    visitor.visit(state->main_runner);
    visitor.visit(state->interrupted_task);
}

static constexpr NativeType asyncio_state_type = {
    .name = "asyncio._State",
    .base = nullptr,
    .kind = Kind::Native,
    .size = sizeof(AsyncioState),
    .flags = Type::FINAL | Type::NO_NEW,
    .visit = visit_state,
    .members = nullptr,
    .member_count = 0,
};
const NativeType& AsyncioState::native_type = asyncio_state_type;

static Type* make_exception_class(VM& vm, const char* name, ExceptionId base, const char* module, const char* doc) {
    Dict* ns = make_dict(vm);
    dict_set(vm, *ns, vm.names.dunder_module, make_short_str(vm, module));
    dict_set(vm, *ns, vm.names.dunder_doc, make_short_str(vm, doc));
    Tuple* bases = make_tuple(vm, {vm.exception_type(base)});
    return MUST(make_class(vm, vm.types.type, intern(vm, name), bases, ns, nullptr));
}

AsyncioState& asyncio_state(VM& vm) {
    if (AsyncioState* state = find_asyncio_state(vm))
        return *state;
    auto* state = static_cast<AsyncioState*>(allocate_instance(vm, vm.native(asyncio_state_type)));
    library_state(vm, LibrarySlot::Asyncio) = state;
    auto make = [&](Type*& field, const char* name, ExceptionId base, const char* module, const char* doc) {
        Type* type = make_exception_class(vm, name, base, module, doc);
        Heap::store(state, field, type);
    };
    make(state->invalid_state_error, "InvalidStateError", ExceptionId::Exception, "asyncio.exceptions",
         "The operation is not allowed in this state.");
    make(state->queue_empty, "QueueEmpty", ExceptionId::Exception, "asyncio.queues",
         "Raised when Queue.get_nowait() is called on an empty Queue.");
    make(state->queue_full, "QueueFull", ExceptionId::Exception, "asyncio.queues",
         "Raised when Queue.put_nowait() is called on a full Queue.");
    make(state->queue_shut_down, "QueueShutDown", ExceptionId::Exception, "asyncio.queues",
         "Raised when putting on to or getting from a queue that was shut down.");
    make(state->broken_barrier_error, "BrokenBarrierError", ExceptionId::RuntimeError, "asyncio.exceptions",
         "The barrier was aborted or reset.");
    return *state;
}

Raised raise_of(VM& vm, Type* type, std::string_view message) {
    auto made = message.empty() ? call(vm, type, std::initializer_list<Value>{})
                                : call(vm, type, {make_short_str(vm, message)});
    if (made.is_error())
        return made.error();
    return vm.raise(static_cast<Exception*>(made.release().object()));
}

Result<Value> call_library(VM& vm, std::string_view module, const char* function,
                           std::initializer_list<Value> arguments) {
    Value loaded = TRY(import_absolute(vm, module));
    return call(vm, TRY(get_attribute(vm, loaded, function)), arguments);
}

} // namespace ouro::stdlib
