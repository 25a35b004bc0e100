// SPDX-License-Identifier: MIT
//
// What select(), poll objects and epoll objects share: timeouts, descriptors of objects, and a wait that signals
// interrupt but do not end (PEP 475).
#pragma once

#include "vm/blocking.hpp"
#include "vm/model/core.hpp"

#include <cerrno>
#include <cstdint>
#include <ctime>

namespace ouro::stdlib {

inline constexpr int64_t WAIT_FOR_EVER = -1;

// A number of `unit` nanoseconds, rounded up where `away` from zero for negative ones too; TypeError `expected`,
// ValueError, OverflowError.
vm::Result<int64_t> wait_argument(vm::VM& vm, vm::Value value, int64_t unit, const char* expected);

// The low 32 bits of an int, whatever its sign and size; TypeError.
vm::Result<uint32_t> low_bits(vm::VM& vm, vm::Value value);

// The descriptor that `value` is or has by its fileno(). TypeError, ValueError for negative ones, OverflowError.
vm::Result<int> descriptor_of(vm::VM& vm, vm::Value value);
// The same, if the VM may use it: OSError EBADF of a loop's, PermissionError.
vm::Result<int> granted_descriptor_of(vm::VM& vm, vm::Value value);

// When a wait that begins now ends.
class Deadline {
public:
    Deadline(vm::VM& vm, int64_t nanoseconds); // negative: never
    // Nanoseconds that are left, 0 when it has passed; negative: for ever.
    int64_t left(vm::VM& vm) const;

private:
    static constexpr int64_t NEVER = INT64_MAX;
    int64_t m_end = NEVER;
};

// While it lives, virtual time goes by like real time: nobody knows what the world outside takes its time for.
class RealTime {
public:
    explicit RealTime(vm::VM& vm);
    ~RealTime();
    RealTime(const RealTime&) = delete;
    RealTime& operator=(const RealTime&) = delete;

private:
    vm::VM& m_vm;
    int64_t m_begin; // of the system's clock, or 0: time is real
};

// `call(timeout)` until it gives something else than EINTR: what it gives, or OSError. The timeout is a timespec, or
// null: for ever. Signals are handled in between, and what they raise is raised. What the call touches must outlast the
// VM.
template <class Call>
vm::Result<int> waiting_call(vm::VM& vm, const Deadline& deadline, Call&& call) {
    static constexpr int64_t SECOND = 1'000'000'000;
    for (;;) {
        int64_t left = deadline.left(vm);
        timespec timeout{time_t(left / SECOND), long(left % SECOND)};
        int result;
        {
            RealTime real_time(vm);
            result = vm::blocking(vm, [&] { return call(left < 0 ? nullptr : &timeout); });
        }
        if (result >= 0)
            return result;
        if (errno != EINTR)
            return vm.os_error(errno);
        TRY(vm.handle_safepoint());
    }
}

} // namespace ouro::stdlib
