// SPDX-License-Identifier: MIT
//
// Timeouts and descriptors of module select.
#include "stdlib/select/waiting.hpp"

#include "stdlib/os/descriptors.hpp"
#include "vm/async/clock.hpp"
#include "vm/values/float.hpp"

#include <algorithm>
#include <cmath>

namespace ouro::stdlib {

using namespace ouro::vm;

Result<int64_t> wait_argument(VM& vm, Value value, int64_t unit, const char* expected) {
    if (is_float(value)) {
        double nanoseconds = float_number(value) * double(unit);
        if (std::isnan(nanoseconds))
            return vm.value_error("Invalid value NaN (not a number)");
        nanoseconds = nanoseconds < 0 ? std::floor(nanoseconds) : std::ceil(nanoseconds);
        if (std::fabs(nanoseconds) >= double(INT64_MAX))
            return vm.overflow_error("timestamp out of range for platform time_t");
        return int64_t(nanoseconds);
    }
    if (!is_int(value) && !vm.type_of(value)->special(vm, Special::Index))
        return vm.type_error("{}", expected);
    auto number = to_int64(TRY(index(vm, value)));
    int64_t nanoseconds;
    if (!number || __builtin_mul_overflow(*number, unit, &nanoseconds))
        return vm.overflow_error("timestamp too large to convert to C PyTime_t");
    return nanoseconds;
}

Result<uint32_t> low_bits(VM& vm, Value value) {
    Value low = TRY(int_and(vm, TRY(index(vm, value)), make_int(vm, UINT32_MAX)));
    return uint32_t(*to_int64(low));
}

Result<int> descriptor_of(VM& vm, Value value) {
    if (!is_int(value)) {
        Value method = TRY(find_attribute(vm, value, "fileno"));
        if (!method)
            return vm.type_error("argument must be an int, or have a fileno() method.");
        value = TRY(call(vm, method, {}));
        if (!is_int(value))
            return vm.type_error("fileno() returned a non-integer");
    }
    auto number = to_int64(value);
    if (!number || *number > INT32_MAX || *number < INT32_MIN)
        return vm.overflow_error("Python int too large to convert to C int");
    if (*number < 0)
        return vm.value_error("file descriptor cannot be a negative integer ({})", *number);
    return int(*number);
}

Result<int> granted_descriptor_of(VM& vm, Value value) {
    int fd = TRY(descriptor_of(vm, value));
    TRY(check_descriptor(vm, fd));
    return fd;
}

Deadline::Deadline(VM& vm, int64_t nanoseconds) {
    if (nanoseconds >= 0 && __builtin_add_overflow(monotonic_nanoseconds(vm), nanoseconds, &m_end))
        m_end = NEVER;
}

int64_t Deadline::left(VM& vm) const {
    return m_end == NEVER ? -1 : std::max<int64_t>(m_end - monotonic_nanoseconds(vm), 0);
}

RealTime::RealTime(VM& vm) : m_vm(vm), m_begin(time_may_jump(vm) ? system_monotonic_nanoseconds() : 0) {}

// errno is the call's.
RealTime::~RealTime() {
    if (!m_begin)
        return;
    int error = errno;
    if (time_may_jump(m_vm))
        advance_virtual_clock(m_vm, system_monotonic_nanoseconds() - m_begin);
    errno = error;
}

} // namespace ouro::stdlib
