// SPDX-License-Identifier: MIT
//
// Thread: what belongs to one thread of execution in a VM: its frames and registers, the bounds of its native stack, and
// what is running in it now. VM::threads lists them all, VM::thread is the one that holds the VM.
#pragma once

#include "vm/value.hpp"

#include <cstdint>
#include <vector>

namespace ouro::vm {

class VM;
struct Exception;
struct Frame;
struct Object;

struct Thread {
    explicit Thread(VM& vm);
    ~Thread();
    Thread(const Thread&) = delete;
    Thread& operator=(const Thread&) = delete;

    // Learns the bounds of the native stack it runs on now: called by whoever enters the VM from a new thread.
    void attach_native_stack();

    VM& vm;
    Frame* frame = nullptr;       // running now; saved by the interpreter before it leaves its loop or calls out
    Frame* frames = nullptr;      // frame stack
    Frame* frames_end = nullptr;
    Value* registers = nullptr;   // register stack
    Value* registers_end = nullptr;
    Value* laid_out_end = nullptr; // of the registers above the innermost frame that a call is laying out, or null
    Frame* next_frame = nullptr;  // first unused record of the frame stack
    uintptr_t native_stack_base = 0;  // highest address to scan
    uintptr_t native_stack_limit = 0; // natives recurse no deeper
    Value current_task;           // of the running loop, or None
    Object* running_loop = nullptr; // asyncio's loop that runs in this thread, or null
    Object* event_loop = nullptr;   // the one that asyncio.set_event_loop named, or null
    Exception* raised = nullptr;  // hands an exception from an instruction's function to the interpreter loop
    Value result;                 // what the loop is left with when an instruction's function returns null, raising nothing
    bool yielded = false;         // whether the loop was left by a yield, not by a return
    Value context;                // the current contextvars.Context, or empty: the empty one
    Value async_firstiter, async_finalizer; // sys.set_asyncgen_hooks, or empty
    std::vector<Object*> repr_stack; // containers whose repr is being made
};

// While a call's parameters are being bound in a window that no frame has yet, the collector traces the registers up to
// `end`.
class LaidOutRegisters {
public:
    LaidOutRegisters(Thread& thread, Value* end) : m_thread(thread) { thread.laid_out_end = end; }
    ~LaidOutRegisters() { m_thread.laid_out_end = nullptr; }
    LaidOutRegisters(const LaidOutRegisters&) = delete;
    LaidOutRegisters& operator=(const LaidOutRegisters&) = delete;

private:
    Thread& m_thread;
};

} // namespace ouro::vm
