// SPDX-License-Identifier: MIT
//
// The C handler, and who owns it. Handlers come at any time and in any thread, also while the owner goes: they are
// counted, and nobody leaves before none of them can still have seen it, as in wake_slot.cpp.
#include "vm/process_signals.hpp"

#include "vm/vm.hpp"

#include <atomic>
#include <bit>
#include <cerrno>
#include <sched.h>
#include <unistd.h>

namespace ouro::vm {

namespace {

static_assert(NSIG - 1 <= 64, "a bit per signal, number 1 being the first");

struct ProcessSignals {
    std::atomic<VM*> owner{nullptr};
    std::atomic<uint64_t> pending{0};  // that have come and were not delivered yet
    std::atomic<uint32_t> visitors{0}; // within signal_arrives()
    std::atomic<int> wakeup{-1};
    std::atomic<bool> warns{true};
    std::atomic<int> wakeup_error{0}; // errno of a write that has failed
    SignalDelivery deliver = nullptr;
    Object* state = nullptr;
};
constinit ProcessSignals process;

uint64_t bit_of(int number) { return uint64_t(1) << (number - 1); }

void write_wakeup(int number) {
    int fd = process.wakeup.load();
    if (fd < 0)
        return;
    auto octet = static_cast<unsigned char>(number);
    ssize_t written;
    do
        written = ::write(fd, &octet, 1);
    while (written < 0 && errno == EINTR);
    bool is_full = errno == EAGAIN || errno == EWOULDBLOCK;
    if (written < 0 && (process.warns.load() || !is_full))
        process.wakeup_error.store(errno);
}

void handle_signal(int number) {
    int error = errno;
    signal_arrives(number);
    errno = error;
}

void report_wakeup_error(VM& vm) {
    if (int error = process.wakeup_error.exchange(0))
        vm.report_unraisable(vm.os_error(error).exception, "the signal wakeup descriptor");
}

} // namespace

void signal_arrives(int number) {
    process.visitors.fetch_add(1);
    if (VM* vm = process.owner.load()) {
        process.pending.fetch_or(bit_of(number));
        write_wakeup(number);
        vm->safepoint.fetch_or(SAFEPOINT_SIGNALS); // first: who is about to wait is woken, or sees this
        vm->wake_slot.wake();
    }
    process.visitors.fetch_sub(1);
}

bool claim_signals(VM& vm, SignalDelivery deliver) {
    VM* nobody = nullptr;
    if (!process.owner.compare_exchange_strong(nobody, &vm))
        return nobody == &vm;
    process.pending = 0;
    process.deliver = deliver;
    return true;
}

void release_signals(VM& vm) {
    if (!owns_signals(vm))
        return;
    for (int number = 1; number < NSIG; number++) {
        struct sigaction action;
        if (sigaction(number, nullptr, &action) == 0 && action.sa_handler == handle_signal)
            ::signal(number, SIG_DFL);
    }
    process.wakeup = -1;
    process.state = nullptr;
    process.owner = nullptr;
    while (process.visitors.load() != 0)
        sched_yield();
}

bool owns_signals(const VM& vm) { return process.owner.load() == &vm; }
Object*& signal_state() { return process.state; }

int catch_signal(int number, bool restarts) {
    struct sigaction action = {};
    action.sa_handler = handle_signal;
    action.sa_flags = SA_ONSTACK | (restarts ? SA_RESTART : 0);
    return sigaction(number, &action, nullptr);
}

int set_wakeup_descriptor(int fd, bool warns) {
    process.warns = warns;
    return process.wakeup.exchange(fd);
}

void forget_signals() { process.pending = 0; }

Result<void> run_signal_handlers(VM& vm) {
    if (!owns_signals(vm))
        return {};
    report_wakeup_error(vm);
    while (uint64_t pending = process.pending.load()) {
        int number = std::countr_zero(pending) + 1;
        process.pending.fetch_and(~bit_of(number));
        auto delivered = process.deliver(vm, number);
        if (!delivered.is_error())
            continue;
        if (process.pending.load())
            vm.request_safepoint(SAFEPOINT_SIGNALS);
        return delivered;
    }
    return {};
}

} // namespace ouro::vm
