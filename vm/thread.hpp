// SPDX-License-Identifier: MIT
//
// Threads in a VM.
//
// A Thread is what one thread of execution owns: frames and registers, the bounds of its native stack, and what is
// running in it now (its event loop, task, context, reprs under way). Everything else belongs to the VM, and whoever
// touches it holds the VM: VM::thread is the holder, VM::threads lists all, parked ones too.
//
// When the VM changes hands. There are three places, and no others:
//   * a safepoint: a thread that waits sets SAFEPOINT_SWITCH, and the holder lets the first in line have its turn.
//     Natives without safepoints are atomic to other threads, so list.append and its like are, as in CPython;
//   * a BlockingScope (vm/blocking.hpp): a native that may block gives up the VM before and takes it back after;
//   * the end of a thread.
// vm/thread_lock.hpp decides who is next and when the holder is asked. A program with one thread does none of this:
// it pays a comparison where a native might block.
//
// Parked threads and the collector. A thread that does not hold the VM stands still as far as the heap is concerned.
// Its frames and registers are traced from here; its native stack is scanned conservatively from `parked_stack`,
// which it published when it gave up the VM with its registers spilled above, to its base. A native in a
// BlockingScope still writes into its own locals: the collector may see either word there, and neither is a reference
// that was not there before.
//
// What belongs to the main thread. Interrupts are raised there; finalizers run there or in a thread with a running
// loop. Another thread that meets their bits at a safepoint leaves them to the main thread (`pending`). But while that
// is blocked in a call, for nobody knows how long, finalizers run in the thread that meets them. VM::wake_slot serves
// these two alone, so there is one; the loop of another thread is woken by who gives it work, through its mailbox.
//
// The end. VM::end_threads() gives the VM to the thread that ends it for good: the others sleep for ever when they ask
// for it next, as CPython's daemon threads do. They see nothing of the VM then but what they own: their Thread, and
// the ThreadLock, which is shared for this. So where a call may take for ever, a native reads into and writes from
// memory of its own, not of the heap. Who wants a thread to finish joins it before.
//
// A Thread is made by a thread that holds the VM, before the native thread starts: so whoever blocks alone need not
// give up anything, since nobody can come meanwhile.
#pragma once

#include "vm/result.hpp"
#include "vm/thread_lock.hpp"
#include "vm/value.hpp"
#include "vm/wake_slot.hpp"

#include <cstdint>
#include <functional>
#include <memory>
#include <pthread.h>
#include <string_view>
#include <vector>
#ifndef __x86_64__
#include <ucontext.h>
#endif

namespace ouro::vm {

class VM;
struct Coroutine;
struct Dict;
struct Exception;
struct Frame;
struct Object;

// The registers that calls preserve, copied to where the collector finds them: into the frame of whoever captures them.
struct SpilledRegisters {
    __attribute__((always_inline)) void capture() {
#ifdef __x86_64__
        __asm__ volatile("movq %%rbx, 0(%0)\n\tmovq %%rbp, 8(%0)\n\tmovq %%r12, 16(%0)\n\t"
                         "movq %%r13, 24(%0)\n\tmovq %%r14, 32(%0)\n\tmovq %%r15, 40(%0)"
                         :
                         : "r"(words)
                         : "memory");
#else
        getcontext(&context);
#endif
    }
    // Keeps the copy in place up to here.
    __attribute__((always_inline)) void keep() { __asm__ volatile("" : : "r"(this) : "memory"); }
#ifdef __x86_64__
    uintptr_t words[6];
#else
    ucontext_t context;
#endif
};

struct Thread {
    explicit Thread(VM& vm); // by the holder of the VM
    ~Thread();               // likewise: by the thread itself, last of all
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
    size_t native_stack_reserve = 0;  // bytes below the limit, for calls that do not recurse
    Value current_task;           // of the running loop, or None
    Object* running_loop = nullptr; // asyncio's loop that runs in this thread, or null
    Object* event_loop = nullptr;   // the one that asyncio.set_event_loop named, or null
    Exception* raised = nullptr;  // hands an exception from an instruction's function to the interpreter loop
    Value result; // what the loop is left with when an instruction's function returns null without raised
    // While what was thrown into a chain of coroutines goes outwards: the innermost member that has not gone on
    // since, or null.
    Coroutine* unwinding = nullptr;
    bool yielded = false;         // whether the loop was left by a yield, not by a return
    Value context;                // the current contextvars.Context, or empty: the empty one
    Value async_firstiter, async_finalizer; // sys.set_asyncgen_hooks, or empty
    Dict* locals = nullptr; // values of threading.local objects: a dict for each, by its number; or null
    std::vector<Object*> repr_stack; // containers whose repr is being made
    uintptr_t parked_stack = 0; // while it does not hold the VM, or collects: the lowest address to scan; else 0
    bool is_blocked = false;    // in a call, or its host is (BlockingScope); until it holds the VM again
    std::string_view awaited_module; // that another thread is importing, or empty (vm/import_lock.hpp)
    bool is_idle = false;       // it waits for what only another thread of the VM, or the world outside, can do
    WakeHandle* idle_loop = nullptr; // and does so in an event loop: what makes that look again
    pthread_t native = {};      // the native thread it last was attached to
    std::shared_ptr<ThreadLock> lock; // of the VM
    uint32_t pending = 0;       // safepoint reasons that wait until it holds the VM
    Waiter waiter;              // its place in line
};

// While it lives, its thread waits without an end of its own: in an event loop that `loop` wakes, or parked. When all
// threads do, nobody will ever do anything: then loops look again, and say so.
class IdleScope {
public:
    IdleScope(Thread& thread, WakeHandle* loop);
    ~IdleScope();
    IdleScope(const IdleScope&) = delete;
    IdleScope& operator=(const IdleScope&) = delete;

private:
    Thread& m_thread;
};

// Might another thread than `self` still do something?
bool others_may_act(const Thread& self);

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

// A native thread that enters the VM, runs `body` holding it, and leaves. Joined or detached before this object goes.
class NativeThread {
public:
    using Body = std::function<void(VM&)>;

    NativeThread() = default;
    ~NativeThread(); // has been joined or detached
    NativeThread(const NativeThread&) = delete;
    NativeThread& operator=(const NativeThread&) = delete;

    // By the holder of the VM. RuntimeError when the system has no thread left. `stack_bytes`: of its native stack; 0:
    // as the system likes.
    Result<void> start(VM& vm, Body body, size_t stack_bytes = 0);
    // By the holder: gives up the VM until the thread has left.
    void join(VM& vm);
    // Nobody will join it; it may run until the VM ends.
    void detach();

private:
    pthread_t m_native = {};
    bool m_is_running = false;
};

} // namespace ouro::vm
