// SPDX-License-Identifier: MIT
//
// What all calls of sockets share: arguments, errors, and waiting until a descriptor is ready.
#include "stdlib/os/descriptors.hpp"
#include "stdlib/socket/socket.hpp"
#include "vm/async/clock.hpp"
#include "vm/values/float.hpp"

#include <netdb.h>
#include <poll.h>

namespace ouro::vm {
extern const NativeType OSError_type;
}

namespace ouro::stdlib {

using namespace ouro::vm;

// --- Arguments -----------------------------------------------------------------------------------------------------

Result<void> check_sockets_granted(VM& vm) {
    return vm.grants ? Result<void>(refuse_access(vm, "sockets")) : Result<void>();
}

Result<int> c_int(VM& vm, Value value) {
    auto number = to_int64(TRY(index(vm, value)));
    if (!number)
        return vm.overflow_error("Python int too large to convert to C int");
    if (*number > INT32_MAX)
        return vm.overflow_error("signed integer is greater than maximum");
    if (*number < INT32_MIN)
        return vm.overflow_error("signed integer is less than minimum");
    return int(*number);
}

Result<int64_t> timeout_argument(VM& vm, Value value) {
    if (value.is_none())
        return Socket::NO_TIMEOUT;
    if (!is_float(value))
        value = TRY(index(vm, value));
    int64_t timeout = TRY(wait_argument(vm, value, 1'000'000'000, "timeout must be a number or None"));
    if (timeout < 0)
        return vm.value_error("Timeout value out of range");
    return timeout;
}

Value timeout_value(int64_t timeout) {
    return timeout < 0 ? Value::none() : Value::number(to_seconds(timeout));
}

// The default stands in the type's dictionary, under a name that no attribute has.
static constexpr std::string_view DEFAULT_TIMEOUT = "default timeout";

int64_t default_timeout(VM& vm) {
    DictEntry* entry = dict_find(*vm.native(socket_type)->attributes(vm), intern(vm, DEFAULT_TIMEOUT));
    return entry ? to_int64(entry->value).value_or(Socket::NO_TIMEOUT) : Socket::NO_TIMEOUT;
}

void set_default_timeout(VM& vm, int64_t timeout) {
    dict_set(vm, *vm.native(socket_type)->attributes(vm), intern(vm, DEFAULT_TIMEOUT), make_int(vm, timeout));
}

Result<int> usable_descriptor(VM& vm, Socket& self) {
    if (self.fd < 0)
        return vm.os_error(EBADF);
    TRY(check_descriptor(vm, self.fd));
    return self.fd;
}

// --- Errors --------------------------------------------------------------------------------------------------------

static void visit_error(Object* object, Visitor& visitor) { OSError_type.visit(object, visitor); }

static constexpr NativeType error_type(const char* name, const char* doc) {
    return {.name = name,
            .base = &OSError_type,
            .kind = Kind::Exception,
            .size = sizeof(Exception),
            .flags = Type::HAS_ATTRIBUTES | Type::EXCEPTION,
            .visit = visit_error,
            .members = nullptr,
            .member_count = 0,
            .doc = doc};
}
static constexpr NativeType gaierror_type = error_type("socket.gaierror", "The resolver found no address.");
static constexpr NativeType herror_type = error_type("socket.herror", "The resolver found no host.");

Type* gaierror_class(VM& vm) { return vm.native(gaierror_type); }
Type* herror_class(VM& vm) { return vm.native(herror_type); }

static Raised raise_numbered(VM& vm, Type* type, int number, const char* text) {
    auto made = call(vm, type, {make_int(vm, number), Value(make_short_str(vm, text))});
    return made.is_error() ? made.error() : vm.raise(as<Exception>(made.release()));
}

Raised raise_gaierror(VM& vm, int error) {
    if (error == EAI_SYSTEM)
        return vm.os_error(errno);
    return raise_numbered(vm, gaierror_class(vm), error, gai_strerror(error));
}

Raised raise_herror(VM& vm, int error) { return raise_numbered(vm, herror_class(vm), error, hstrerror(error)); }

Raised timed_out(VM& vm) { return vm.raise(ExceptionId::TimeoutError, "timed out"); }

// --- Waiting -------------------------------------------------------------------------------------------------------

Result<bool> wait_for_descriptor(VM& vm, int fd, short events, const Deadline& deadline) {
    pollfd entry{.fd = fd, .events = events, .revents = 0};
    return TRY(waiting_call(vm, deadline, [&](const timespec* left) { return ::ppoll(&entry, 1, left, nullptr); })) > 0;
}

} // namespace ouro::stdlib
