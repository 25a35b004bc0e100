// SPDX-License-Identifier: MIT
//
// ProcessSignals: the signals of the process and the one VM that owns them. Signals are the process's, so this, like
// loop_descriptors.hpp, is not a VM's; a VM gets them only by claiming them, one at a time, and everybody else leaves
// them alone.
//
// The C handler does four things, all of them allowed in a handler: it sets the signal's bit, writes the wakeup
// descriptor, raises SAFEPOINT_SIGNALS in the owner and wakes what its main thread waits in (wake_slot.hpp). Scripts'
// handlers run later, in the main thread, at a safepoint: VM::handle_safepoint calls run_signal_handlers. A call of the
// system that the signal has interrupted returns EINTR; whoever made it handles the safepoint and goes on (PEP 475).
#pragma once

#include "vm/result.hpp"

#include <cstdint>
#include <signal.h>

namespace ouro::vm {

class VM;
struct Object;

// A bit of VM::safepoint, beside those of vm.hpp: a signal has come.
inline constexpr uint32_t SAFEPOINT_SIGNALS = 16;

// What handles one signal in the owner's main thread; what it raises is raised there.
using SignalDelivery = Result<void> (*)(VM& vm, int number);

// Makes `vm` the owner. False when another VM is.
bool claim_signals(VM& vm, SignalDelivery deliver);
// Gives them up: what is caught gets back what the system does with it. Does nothing for others than the owner.
void release_signals(VM& vm);
bool owns_signals(const VM& vm);
// The owner's object that keeps the scripts' handlers, or null; whoever sets it keeps it alive.
Object*& signal_state();

// By the owner. 0, or -1 with errno. `restarts`: interrupted system calls go on by themselves (siginterrupt).
int catch_signal(int number, bool restarts = false);
// Where the numbers of signals that come are written, as octets; -1: nowhere. The former one. `warns`: a descriptor
// that takes no more is reported.
int set_wakeup_descriptor(int fd, bool warns);
// As if the signal had come.
void signal_arrives(int number);

// At a safepoint of the main thread: delivers what has come, in order of numbers. After an error the rest waits for the
// next safepoint.
Result<void> run_signal_handlers(VM& vm);
// In a forked process: what had come was meant for the parent.
void forget_signals();

} // namespace ouro::vm
