// SPDX-License-Identifier: MIT
//
// The other threads are not in the child, but their stacks and what they own are. None of it is freed: natives that
// stood in them may refer to anything. It is only forgotten, so the collector does not scan it any more.
#include "vm/fork.hpp"

#include "vm/monotonic_clock.hpp"
#include "vm/process_signals.hpp"
#include "vm/vm.hpp"

#include <new>
#include <signal.h>
#include <unistd.h>

namespace ouro::vm {

// Another thread may have held the lock's mutex just then, so the lock is made anew where it stands.
static void renew_lock(VM& vm) {
    int64_t interval = vm.lock.switch_interval.load();
    new (&vm.lock) ThreadLock(vm);
    vm.lock.switch_interval = interval;
}

static void forget_other_threads(VM& vm) {
    if (vm.threads.size() == 1)
        return;
    vm.threads.assign(1, vm.thread);
    if (vm.main_thread.get() != vm.thread) {
        (void)vm.main_thread.release();
        vm.main_thread.reset(vm.thread);
    }
    if (vm.time_is_virtual) // which had gone by like real time (vm/async/clock.cpp)
        vm.virtual_elapsed += monotonic_now();
    renew_lock(vm);
    vm.safepoint.fetch_and(~uint32_t(SAFEPOINT_SWITCH));
    new (&vm.import_lock) ImportLock();
}

pid_t fork_process(VM& vm) {
    sigset_t all, before;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before);
    pid_t child = ::fork();
    if (child == 0) {
        forget_signals();
        forget_other_threads(vm);
    }
    pthread_sigmask(SIG_SETMASK, &before, nullptr);
    return child;
}

} // namespace ouro::vm
