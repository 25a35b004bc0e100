// SPDX-License-Identifier: MIT
//
// _signal: handlers, timers and the wakeup descriptor as signal.py gives them to scripts, which sees numbers as enums.
#include "stdlib/signal/signals.hpp"

#include "stdlib/os/descriptors.hpp"
#include "vm/blocking.hpp"
#include "vm/process_signals.hpp"
#include "vm/run/import.hpp"
#include "vm/values/float.hpp"

#include <algorithm>
#include <cerrno>
#include <cmath>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <unistd.h>

namespace ouro::stdlib {

using namespace vm;

// --- Handlers -------------------------------------------------------------------------------------------------------

static Raised default_int_handler(VM& vm, int64_t, Value) { return vm.raise(ExceptionId::KeyboardInterrupt, ""); }

static Result<Value> signal_signal(VM& vm, int64_t number, Value handler) {
    SignalState& state = *TRY(signal_state_of(vm));
    TRY(check_main_thread(vm, "signal"));
    return set_handler(vm, state, TRY(signal_number(vm, number)), handler);
}

static Result<Value> signal_getsignal(VM& vm, int64_t number) {
    SignalState& state = *TRY(signal_state_of(vm));
    return state.handlers[TRY(signal_number(vm, number))];
}

static Result<void> signal_siginterrupt(VM& vm, int64_t given, bool interrupts) {
    TRY(check_owns_signals(vm));
    int number = TRY(signal_number(vm, given));
    struct sigaction action;
    if (sigaction(number, nullptr, &action) != 0)
        return vm.os_error(errno);
    action.sa_flags = interrupts ? action.sa_flags & ~SA_RESTART : action.sa_flags | SA_RESTART;
    if (sigaction(number, &action, nullptr) != 0)
        return vm.os_error(errno);
    return {};
}

static Result<Value> signal_strsignal(VM& vm, int64_t number) {
    const char* text = strsignal(TRY(signal_number(vm, number)));
    if (!text || std::strstr(text, "Unknown signal"))
        return Value::none();
    return TRY(make_str(vm, text));
}

static Result<Value> signal_valid_signals(VM& vm) {
    sigset_t all;
    sigfillset(&all);
    Set* numbers = make_set(vm);
    for (int number = 1; number < NSIG; number++) {
        if (sigismember(&all, number) == 1)
            TRY(set_add(vm, *numbers, Value::small_int(number)));
    }
    return numbers;
}

// --- Sending --------------------------------------------------------------------------------------------------------

static Result<void> signal_raise(VM& vm, int64_t number) {
    TRY(check_owns_signals(vm));
    if (blocking(vm, [&] { return ::raise(int(number)); }) != 0)
        return vm.os_error(errno);
    return vm.handle_safepoint();
}

static Result<void> signal_pthread_kill(VM& vm, int64_t thread, int64_t number) {
    TRY(check_owns_signals(vm));
    auto is_meant = [&](const Thread* other) { return int64_t(other->native) == thread; };
    if (std::ranges::none_of(vm.threads, is_meant))
        return vm.os_error(ESRCH); // the system would look at memory that is no thread's
    if (int error = ::pthread_kill(pthread_t(thread), int(number)))
        return vm.os_error(error);
    return vm.handle_safepoint();
}

static Result<void> signal_pidfd_send(VM& vm, int64_t pidfd, int64_t number, Value info, int64_t flags) {
    TRY(check_owns_signals(vm));
    if (!info.is_none())
        return vm.type_error("siginfo must be None");
    if (::syscall(SYS_pidfd_send_signal, int(pidfd), int(number), nullptr, unsigned(flags)) < 0)
        return vm.os_error(errno);
    return vm.handle_safepoint();
}

// --- Timers ---------------------------------------------------------------------------------------------------------

static Result<int64_t> signal_alarm(VM& vm, int64_t seconds) {
    TRY(check_owns_signals(vm));
    return int64_t(::alarm(unsigned(seconds)));
}

// Waits with all signals blocked but during the wait itself, so that none comes between the look and the wait.
static Result<void> signal_pause(VM& vm) {
    TRY(check_owns_signals(vm));
    sigset_t all, before;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before);
    if (vm.safepoint.load() == 0)
        blocking(vm, [&] { return sigsuspend(&before); });
    pthread_sigmask(SIG_SETMASK, &before, nullptr);
    return vm.handle_safepoint();
}

static Raised itimer_error(VM& vm, int error) {
    auto made = [&]() -> Result<Value> {
        Value type = TRY(get_attribute(vm, TRY(import_absolute(vm, "_signal")), "ItimerError"));
        return call(vm, type, {Value::small_int(error), make_short_str(vm, std::strerror(error))});
    }();
    if (made.is_error())
        return made.error();
    return vm.raise(static_cast<Exception*>(made.release().object()));
}

static timeval to_timeval(double seconds) {
    double whole = std::floor(seconds);
    auto microseconds = int64_t(std::ceil((seconds - whole) * 1e6));
    return {time_t(whole) + microseconds / 1'000'000, suseconds_t(microseconds % 1'000'000)};
}
static Value from_timeval(const timeval& time) {
    return Value::number(double(time.tv_sec) + double(time.tv_usec) / 1e6);
}
static Value timer_value(VM& vm, const itimerval& timer) {
    return make_tuple(vm, {from_timeval(timer.it_value), from_timeval(timer.it_interval)});
}

static Result<Value> signal_setitimer(VM& vm, int64_t which, double seconds, double interval) {
    TRY(check_owns_signals(vm));
    if (std::isnan(seconds) || std::isnan(interval))
        return vm.value_error("Invalid value NaN (not a number)");
    if (std::fabs(seconds) > 9e18 || std::fabs(interval) > 9e18)
        return vm.overflow_error("timestamp out of range for platform time_t");
    itimerval timer{to_timeval(interval), to_timeval(seconds)}, former{};
    if (::setitimer(__itimer_which_t(which), &timer, &former) != 0)
        return itimer_error(vm, errno);
    TRY(vm.handle_safepoint()); // a short one is over by now
    return timer_value(vm, former);
}

static Result<Value> signal_getitimer(VM& vm, int64_t which) {
    TRY(check_owns_signals(vm));
    itimerval timer{};
    if (::getitimer(__itimer_which_t(which), &timer) != 0)
        return itimer_error(vm, errno);
    return timer_value(vm, timer);
}

// --- The wakeup descriptor ------------------------------------------------------------------------------------------

static Result<int64_t> signal_set_wakeup_fd(VM& vm, int64_t fd, bool warns) {
    TRY(check_owns_signals(vm));
    TRY(check_main_thread(vm, "set_wakeup_fd"));
    if (fd != -1) {
        TRY(check_descriptor(vm, fd));
        struct stat status;
        TRY(status_of_descriptor(vm, fd, status));
        int flags = ::fcntl(int(fd), F_GETFL);
        if (flags < 0)
            return vm.os_error(errno);
        if (!(flags & O_NONBLOCK))
            return vm.value_error("the fd {} must be in non-blocking mode", fd);
    }
    return int64_t(set_wakeup_descriptor(int(fd), warns));
}

// --- The module -----------------------------------------------------------------------------------------------------

#define NUMBER(name) constant(#name, int64_t(name))

static constexpr NativeDef MEMBERS[] = {
    fn<default_int_handler>("default_int_handler(signalnum, frame, /)",
                            "The default handler of SIGINT: raises KeyboardInterrupt."),
    fn<signal_signal>("signal(signalnum, handler, /)"),
    fn<signal_getsignal>("getsignal(signalnum, /)"),
    fn<signal_siginterrupt>("siginterrupt(signalnum, flag, /)"),
    fn<signal_strsignal>("strsignal(signalnum, /)"),
    fn<signal_valid_signals>("valid_signals()"),
    fn<signal_raise>("raise_signal(signalnum, /)", "Send a signal to the calling thread."),
    fn<signal_pthread_kill>("pthread_kill(thread_id, signalnum, /)", "Send a signal to a thread."),
    fn<signal_pidfd_send>("pidfd_send_signal(pidfd, signalnum, siginfo=None, flags=0, /)",
                          "Send a signal to the process of a descriptor."),
    fn<signal_alarm>("alarm(seconds, /)", "Have SIGALRM come after some seconds; return what was left of the former."),
    fn<signal_pause>("pause()", "Wait until a signal comes."),
    fn<signal_setitimer>("setitimer(which, seconds, interval=0.0, /)", "Set a timer; return what it was."),
    fn<signal_getitimer>("getitimer(which, /)", "What is left of a timer, and its interval."),
    fn<signal_set_wakeup_fd>("set_wakeup_fd(fd, /, *, warn_on_full_buffer=True)",
                             "Have the numbers of signals written to a descriptor; return the former one."),
    NUMBER(SIGHUP), NUMBER(SIGINT), NUMBER(SIGQUIT), NUMBER(SIGILL), NUMBER(SIGTRAP), NUMBER(SIGABRT),
    NUMBER(SIGIOT), NUMBER(SIGBUS), NUMBER(SIGFPE), NUMBER(SIGKILL), NUMBER(SIGUSR1), NUMBER(SIGSEGV),
    NUMBER(SIGUSR2), NUMBER(SIGPIPE), NUMBER(SIGALRM), NUMBER(SIGTERM), NUMBER(SIGSTKFLT), NUMBER(SIGCHLD),
    NUMBER(SIGCLD), NUMBER(SIGCONT), NUMBER(SIGSTOP), NUMBER(SIGTSTP), NUMBER(SIGTTIN), NUMBER(SIGTTOU),
    NUMBER(SIGURG), NUMBER(SIGXCPU), NUMBER(SIGXFSZ), NUMBER(SIGVTALRM), NUMBER(SIGPROF), NUMBER(SIGWINCH),
    NUMBER(SIGIO), NUMBER(SIGPOLL), NUMBER(SIGPWR), NUMBER(SIGSYS), NUMBER(NSIG),
    constant("SIG_DFL", int64_t(0)), constant("SIG_IGN", int64_t(1)),
    NUMBER(SIG_BLOCK), NUMBER(SIG_UNBLOCK), NUMBER(SIG_SETMASK),
    NUMBER(ITIMER_REAL), NUMBER(ITIMER_VIRTUAL), NUMBER(ITIMER_PROF),
};
#undef NUMBER

static Result<void> initialize(VM& vm, Module& module) {
    Dict* ns = make_dict(vm);
    dict_set(vm, *ns, vm.names.dunder_module, intern(vm, "signal"));
    Tuple* bases = make_tuple(vm, {vm.exception_type(ExceptionId::OSError)});
    module_set(vm, module, "ItimerError", TRY(call(vm, vm.types.type, {intern(vm, "itimer_error"), bases, ns})));
    module_set(vm, module, "SIGRTMIN", Value::small_int(SIGRTMIN)); // which the C library knows when it runs
    module_set(vm, module, "SIGRTMAX", Value::small_int(SIGRTMAX));
    return {};
}

extern const NativeModule signal_module;
constinit const NativeModule signal_module = {"_signal", "Signals: the native part of module signal.", MEMBERS,
                                              std::size(MEMBERS), initialize};

} // namespace ouro::stdlib
