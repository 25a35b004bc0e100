// SPDX-License-Identifier: MIT
//
// getsockopt and setsockopt: integers, or octets as the system has them.
#include "stdlib/socket/options.hpp"

#include "vm/model/buffer.hpp"

namespace ouro::stdlib {

using namespace ouro::vm;

Result<Value> socket_getsockopt(VM& vm, Socket& self, Value level, Value option, Value size) {
    static constexpr int MOST = 1024;
    int numbers[] = {TRY(c_int(vm, level)), TRY(c_int(vm, option)), TRY(c_int(vm, size))};
    int fd = TRY(usable_descriptor(vm, self));
    if (numbers[2] < 0 || numbers[2] > MOST)
        return vm.raise(ExceptionId::OSError, "getsockopt buflen out of range");
    int number = 0;
    char octets[MOST];
    void* place = numbers[2] ? static_cast<void*>(octets) : &number;
    socklen_t length = numbers[2] ? socklen_t(numbers[2]) : socklen_t(sizeof number);
    if (::getsockopt(fd, numbers[0], numbers[1], place, &length) < 0)
        return vm.os_error(errno);
    if (!numbers[2])
        return make_int(vm, number);
    return TRY(make_bytes(vm, {octets, length}));
}

static Result<void> set_option(VM& vm, Socket& self, int level, int option, const void* value, socklen_t size) {
    int fd = TRY(usable_descriptor(vm, self));
    if (::setsockopt(fd, level, option, value, size) < 0)
        return vm.os_error(errno);
    return {};
}

// setsockopt(level, option, number), (level, option, octets), (level, option, None, size)
Result<void> socket_setsockopt(VM& vm, Socket& self, Args arguments) {
    bool is_null = arguments.size() == 4 && arguments[2].is_none();
    if (arguments.size() != 3 && !is_null)
        return vm.type_error("setsockopt() takes exactly 3 arguments ({} given)", arguments.size());
    int level = TRY(c_int(vm, arguments[0])), option = TRY(c_int(vm, arguments[1]));
    if (is_null)
        return set_option(vm, self, level, option, nullptr, TRY(low_bits(vm, arguments[3])));
    auto number = to_int64(arguments[2]);
    if (number && *number >= INT32_MIN && *number <= INT32_MAX) {
        int value = int(*number);
        return set_option(vm, self, level, option, &value, sizeof value);
    }
    Buffer buffer = TRY(Buffer::of(vm, arguments[2]));
    if (buffer.view.length > INT32_MAX)
        return vm.overflow_error("socket option is larger than {} bytes", INT32_MAX);
    return set_option(vm, self, level, option, buffer.view.data, socklen_t(buffer.view.length));
}

} // namespace ouro::stdlib
