// SPDX-License-Identifier: MIT
//
// The handlers of scripts, in the runtime that owns the process's signals (vm/process_signals.hpp), and who may touch
// them. Library Reference, signal.
#pragma once

#include "vm/model/core.hpp"

#include <signal.h>

namespace ouro::stdlib {

// For the runtime that is to own them: catches SIGINT, unless the process was started to ignore it, and ignores SIGPIPE
// and SIGXFSZ, so that their errors arrive as OSError. False when another runtime owns them.
bool take_signals(vm::VM& vm);

struct SignalState : vm::Object {
    static constexpr vm::Kind KIND = vm::Kind::Native;
    static const vm::NativeType& native_type;

    vm::Value handlers[NSIG];      // a callable, the int SIG_DFL or SIG_IGN, or None: not set by a script
    vm::Value loop_handles[NSIG];  // the Handle that loop.add_signal_handler has made, or empty
    vm::Value default_int_handler; // _signal.default_int_handler
};

// The state, made for the first who asks. PermissionError in a runtime that does not own the signals.
vm::Result<SignalState*> signal_state_of(vm::VM& vm);
// PermissionError likewise.
vm::Result<void> check_owns_signals(vm::VM& vm);
// ValueError in another thread than the main one: "NAME only works in main thread of the main interpreter".
vm::Result<void> check_main_thread(vm::VM& vm, const char* name);
// ValueError "signal number out of range".
vm::Result<int> signal_number(vm::VM& vm, int64_t number);

// Has a script set a handler of its own? Then a signal may wake whatever waits.
bool scripts_handle_signals(vm::VM& vm);

// signal.signal(): the former handler. OSError, TypeError.
vm::Result<vm::Value> set_handler(vm::VM& vm, SignalState& state, int number, vm::Value handler);

} // namespace ouro::stdlib
