// SPDX-License-Identifier: MIT
//
// Watching descriptors for scripts: arguments, handles and grants; the loop's reactor does the rest.
#include "stdlib/asyncio/readers.hpp"

#include "stdlib/asyncio/context_scope.hpp"
#include "stdlib/asyncio/handle.hpp"
#include "stdlib/asyncio/transport.hpp"
#include "vm/grants.hpp"
#include "vm/values/int.hpp"

#include <climits>

namespace ouro::stdlib {

using namespace vm;

using Direction = EventLoop::Direction;

// "Invalid file object", for what has no usable fileno(); other errors of fileno() are the script's own.
static Raised refuse_object(VM& vm, Value object, Raised error) {
    bool is_misuse = false;
    for (ExceptionId id : {ExceptionId::AttributeError, ExceptionId::TypeError, ExceptionId::ValueError})
        is_misuse |= is_exception_of(error.exception, vm, id);
    if (!is_misuse)
        return error;
    Raised refused = vm.value_error("Invalid file object: {}", repr_text(vm, object));
    Heap::store(refused.exception, refused.exception->context, error.exception);
    refused.exception->flags |= Exception::SUPPRESS_CONTEXT;
    return refused;
}

static Result<Value> ask_fileno(VM& vm, Value object) {
    return call(vm, vm.types.int_, {TRY(call_method(vm, object, "fileno", {}))});
}

// The int that a descriptor is given by, of any size.
static Result<Value> descriptor_number(VM& vm, Value descriptor) {
    if (is_int(descriptor))
        return descriptor;
    auto asked = ask_fileno(vm, descriptor);
    return asked.is_error() ? Result<Value>(refuse_object(vm, descriptor, asked.error())) : asked;
}

static Result<void> check_not_negative(VM& vm, Value number) {
    if (TRY(compare_bool(vm, Special::Lt, number, Value::small_int(0))))
        return vm.value_error("Invalid file descriptor: {}", repr_text(vm, number));
    return {};
}

// As the system takes it, if scripts of this VM may use it.
static Result<int> usable_descriptor(VM& vm, Value number) {
    std::optional<int64_t> fd = to_int64(number);
    if (!fd || *fd > INT_MAX)
        return vm.overflow_error("Python int too large to convert to C int");
    if (vm.grants && !vm.grants->descriptors.contains(int(*fd)))
        return vm.raise(ExceptionId::PermissionError, "this runtime was not granted access to this file descriptor");
    if (number.is_bool())
        vm.warn_at(ExceptionId::RuntimeWarning, "bool is used as a file descriptor", nullptr, nullptr);
    return int(*fd);
}

// The descriptor of a transport is watched by nobody else.
static Result<void> check_not_of_transport(VM& vm, Loop& loop, Value descriptor, Value number) {
    std::optional<int64_t> fd = to_int64(number);
    Transport* transport = fd && *fd >= 0 && *fd <= INT_MAX ? transport_of_descriptor(loop, int(*fd)) : nullptr;
    if (!transport)
        return {};
    return vm.runtime_error("File descriptor {} is used by transport {}", repr_text(vm, descriptor),
                            repr_text(vm, transport));
}

static void cancel_callback(VM& vm, const EventLoop::Callback& callback) {
    if (callback.run)
        cancel_handle(vm, *static_cast<Handle*>(callback.target.object()));
}

static Result<void> add(VM& vm, Loop& loop, Direction direction, Value descriptor, Value callback, Args arguments) {
    Value number = TRY(descriptor_number(vm, descriptor));
    TRY(check_not_of_transport(vm, loop, descriptor, number));
    TRY(check_open(vm, loop));
    TRY(check_not_negative(vm, number));
    int fd = TRY(usable_descriptor(vm, number));
    Handle* handle = make_handle(vm, loop, callback, arguments, captured_context(vm));
    cancel_callback(vm, TRY(loop.engine->watch(fd, direction, callback_of(*handle))));
    return {};
}

static Result<bool> remove(VM& vm, Loop& loop, Direction direction, Value descriptor) {
    Value number = TRY(descriptor_number(vm, descriptor));
    TRY(check_not_of_transport(vm, loop, descriptor, number));
    if (loop.is_closed)
        return false;
    TRY(check_not_negative(vm, number));
    std::optional<int64_t> fd = to_int64(number);
    if (!fd || *fd > INT_MAX)
        return false;
    EventLoop::Callback removed = TRY(loop.engine->unwatch(int(*fd), direction));
    cancel_callback(vm, removed);
    return removed.run != nullptr;
}

Result<void> add_reader(VM& vm, Loop& loop, Value descriptor, Value callback, Args arguments) {
    return add(vm, loop, Direction::Read, descriptor, callback, arguments);
}
Result<void> add_writer(VM& vm, Loop& loop, Value descriptor, Value callback, Args arguments) {
    return add(vm, loop, Direction::Write, descriptor, callback, arguments);
}
Result<bool> remove_reader(VM& vm, Loop& loop, Value descriptor) {
    return remove(vm, loop, Direction::Read, descriptor);
}
Result<bool> remove_writer(VM& vm, Loop& loop, Value descriptor) {
    return remove(vm, loop, Direction::Write, descriptor);
}

} // namespace ouro::stdlib
