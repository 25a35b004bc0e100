// SPDX-License-Identifier: MIT
//
// _signal_masks: signals that a thread blocks, and waiting for those.
#include "stdlib/signal/signals.hpp"

#include "stdlib/sys/struct_sequence.hpp"
#include "vm/async/clock.hpp"
#include "vm/blocking.hpp"
#include "vm/process_signals.hpp"

#include <algorithm>
#include <cerrno>
#include <cmath>

namespace ouro::stdlib {

using namespace vm;

static Result<sigset_t> signal_set(VM& vm, Value iterable) {
    sigset_t set;
    sigemptyset(&set);
    TRY(for_each(vm, iterable, [&](Value item) -> Result<void> {
        std::optional<int64_t> found = to_int64(TRY(index(vm, item)));
        if (!found || *found < 1 || *found >= NSIG)
            return vm.value_error("signal number {} out of range [1; {}]", TRY(str(vm, item))->view(), NSIG - 1);
        int64_t number = *found;
        if (sigaddset(&set, int(number)) != 0)
            vm.warn_at(ExceptionId::RuntimeWarning,
                       fmt::format("invalid signal number {}, please use valid_signals()", number), nullptr, nullptr);
        return {};
    }));
    return set;
}

static Result<Value> set_value(VM& vm, const sigset_t& set) {
    Set* numbers = make_set(vm);
    for (int number = 1; number < NSIG; number++) {
        if (sigismember(&set, number) == 1)
            TRY(set_add(vm, *numbers, Value::small_int(number)));
    }
    return numbers;
}

static Result<Value> signal_pthread_sigmask(VM& vm, int64_t how, Value mask) {
    TRY(check_owns_signals(vm));
    sigset_t set = TRY(signal_set(vm, mask)), former;
    if (int error = ::pthread_sigmask(int(how), &set, &former))
        return vm.os_error(error);
    TRY(vm.handle_safepoint()); // what has waited for this
    return set_value(vm, former);
}

static Result<Value> signal_sigpending(VM& vm) {
    TRY(check_owns_signals(vm));
    sigset_t set;
    if (::sigpending(&set) != 0)
        return vm.os_error(errno);
    return set_value(vm, set);
}

// --- Waiting --------------------------------------------------------------------------------------------------------

static Result<Value> siginfo_new(VM& vm, Type*, Value sequence);

static constexpr NativeDef SIGINFO_MEMBERS[] = {
    fn<siginfo_new>("__new__(cls, sequence, /)"),
    sequence_field<0>("si_signo", "signal number"),
    sequence_field<1>("si_code", "signal code"),
    sequence_field<2>("si_errno", "errno associated with this signal"),
    sequence_field<3>("si_pid", "sending process ID"),
    sequence_field<4>("si_uid", "real user ID of sending process"),
    sequence_field<5>("si_status", "exit value or signal"),
    sequence_field<6>("si_band", "band event for SIGPOLL"),
    SEQUENCE_REPR,
};
static constexpr NativeType SIGINFO_TYPE =
    sequence_type("signal.struct_siginfo", SIGINFO_MEMBERS, std::size(SIGINFO_MEMBERS));

static Result<Value> siginfo_new(VM& vm, Type*, Value sequence) {
    Tuple* items = TRY(tuple_from(vm, sequence));
    if (items->size() != 7)
        return vm.type_error("signal.struct_siginfo() takes a 7-sequence ({}-sequence given)", items->size());
    Tuple& from = *items;
    return make_struct_sequence(vm, SIGINFO_TYPE, {from[0], from[1], from[2], from[3], from[4], from[5], from[6]});
}

static Value siginfo_value(VM& vm, const siginfo_t& info) {
    auto number = [&](int64_t value) { return make_int(vm, value); };
    return make_struct_sequence(vm, SIGINFO_TYPE,
                                {number(info.si_signo), number(info.si_code), number(info.si_errno),
                                 number(info.si_pid), number(info.si_uid), number(info.si_status),
                                 number(info.si_band)});
}

// Until a signal of the set comes, or `deadline`; nothing then. Handlers of others run meanwhile.
static Result<std::optional<siginfo_t>> wait_for(VM& vm, const sigset_t& set, std::optional<int64_t> deadline) {
    for (;;) {
        siginfo_t info{};
        int number = blocking(vm, [&] {
            if (!deadline)
                return ::sigwaitinfo(&set, &info);
            int64_t left = std::max<int64_t>(*deadline - system_monotonic_nanoseconds(), 0);
            timespec time{time_t(left / 1'000'000'000), long(left % 1'000'000'000)};
            return ::sigtimedwait(&set, &info, &time);
        });
        if (number >= 0)
            return std::optional(info);
        if (errno == EAGAIN)
            return std::optional<siginfo_t>();
        if (errno != EINTR)
            return vm.os_error(errno);
        TRY(vm.handle_safepoint());
    }
}

static Result<int64_t> signal_sigwait(VM& vm, Value sigset) {
    TRY(check_owns_signals(vm));
    sigset_t set = TRY(signal_set(vm, sigset));
    return int64_t(TRY(wait_for(vm, set, {}))->si_signo);
}

static Result<Value> signal_sigwaitinfo(VM& vm, Value sigset) {
    TRY(check_owns_signals(vm));
    sigset_t set = TRY(signal_set(vm, sigset));
    return siginfo_value(vm, *TRY(wait_for(vm, set, {})));
}

static Result<Value> signal_sigtimedwait(VM& vm, Value sigset, double timeout) {
    TRY(check_owns_signals(vm));
    if (std::isnan(timeout))
        return vm.value_error("Invalid value NaN (not a number)");
    if (timeout < 0)
        return vm.value_error("timeout must be non-negative");
    sigset_t set = TRY(signal_set(vm, sigset));
    int64_t deadline;
    if (__builtin_add_overflow(system_monotonic_nanoseconds(), to_nanoseconds(timeout), &deadline))
        deadline = INT64_MAX;
    std::optional<siginfo_t> info = TRY(wait_for(vm, set, deadline));
    return info ? siginfo_value(vm, *info) : Value::none();
}

static constexpr NativeDef MASKS[] = {
    type_constant("struct_siginfo", SIGINFO_TYPE),
    fn<signal_pthread_sigmask>("pthread_sigmask(how, mask, /)"),
    fn<signal_sigpending>("sigpending()"),
    fn<signal_sigwait>("sigwait(sigset, /)"),
    fn<signal_sigwaitinfo>("sigwaitinfo(sigset, /)", "Wait for a signal of a set; return what is known of it."),
    fn<signal_sigtimedwait>("sigtimedwait(sigset, timeout, /)", "The same, for so many seconds; None when none came."),
};

extern const NativeModule signal_masks_module;
constinit const NativeModule signal_masks_module = {"_signal_masks", "Signals that threads block.", MASKS,
                                                    std::size(MASKS)};

} // namespace ouro::stdlib
