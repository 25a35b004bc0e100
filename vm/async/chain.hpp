// SPDX-License-Identifier: MIT
//
// Chains of coroutines: linking a delegate to who awaits it, entering a chain at its innermost member, leaving it when
// that suspends or ends. frame.hpp explains awaiter, root and leaf.
#pragma once

#include "vm/async/generator.hpp"
#include "vm/async/native_coroutine.hpp"
#include "vm/model/code.hpp"
#include "vm/model/core.hpp"

namespace ouro::vm {

// The outermost member of the chain that `coroutine` is in.
Coroutine* chain_root(Coroutine& coroutine);
// The innermost member of the chain whose root `root` is.
inline Coroutine* chain_leaf(Coroutine& root) {
    return root.state() != Coroutine::State::Created && root.chain.link ? root.chain.link : &root;
}
// Is it, or the chain it is in, running now?
bool is_running(Coroutine& coroutine);
// The next script member outwards of what `awaiter` delegates to, or null.
Generator* outer_of_delegates(Coroutine& awaiter);
// Takes a suspended delegate out of the chain of who awaits it: someone else is about to advance it. The awaiter will
// find out when its turn comes.
void detach_from_awaiter(VM& vm, Coroutine& coroutine);
// Makes `delegate`, which stands in no chain but its own, wait for `awaiter`, whose instruction at `at` delegates (null
// for native ones).
void link_delegate(VM& vm, Coroutine& awaiter, const uint32_t* at, Coroutine& delegate);

// Lets the chain of `root` (Created or Suspended, not running, no awaiter) run on behalf of `frame`, whose instruction
// at `at` resumes it if the action says so. Returns its leaf: a script's, whose frame is thread->frame now and gets
// `sent` as the value of its yield, or a native one, for the caller to go on with. Null when RecursionError is to be
// raised in `frame`.
Coroutine* activate(VM& vm, Frame* frame, const uint32_t* at, Coroutine& root, ReturnAction action, Value sent);
// The same for `delegate`, not running and awaited by nobody, for which the running `awaiter` begins to wait.
Coroutine& switch_to_delegate(VM& vm, Coroutine& awaiter, const uint32_t* at, Coroutine& delegate, Value sent);

// These return what the interpreter loop goes on with, as instructions do: a frame; or null, when an exception is to be
// raised in thread->frame or, without one, the loop is left with thread->result.

// Goes on with a leaf that activate or switch_to_delegate returned.
inline Frame* enter_leaf(VM& vm, Coroutine& leaf, Value sent) {
    return leaf.is_native() ? continue_native(vm, static_cast<NativeCoroutine&>(leaf), sent) : vm.thread->frame;
}
// Suspends the chain in which `leaf` runs and gives `value` to whoever resumed its root.
Frame* suspend_chain(VM& vm, Coroutine& leaf, Value value);
// Ends the interpreter loop that was entered to resume a root.
Frame* leave_loop(VM& vm, Result<Value> result, bool yielded);
// Gives the result of a script delegate that ended, or whose operation ended, to `awaiter`: as its frame and
// ReturnAction say.
Frame* deliver_to_awaiter(VM& vm, Generator& delegate, Coroutine* awaiter, Result<Value> result);

// The same for the instruction of a script awaiter at which it waits.
inline Frame* deliver_to_script(VM& vm, Frame* frame, Result<Value> result) {
    const uint32_t* at = frame->pc;
    frame->pc = at + 1;
    if (result.is_error()) {
        vm.thread->raised = result.exception();
        return nullptr;
    }
    frame->registers[instruction::a(*at)] = result.release();
    return frame;
}

// --- Parts of linking and entering --------------------------------------------------------------------------------

// Hands `sent` to the instruction at which a suspended generator will go on.
inline void deliver_sent(Generator& leaf, Value sent) {
    if (leaf.state() == Coroutine::State::Created || !sent)
        return;
    // A yield is over: its value goes to its register. A delegation runs again and finds the value in `sent`.
    if (leaf.yield_at)
        leaf.frame.registers[instruction::a(*leaf.yield_at)] = sent;
    else
        leaf.frame.sent = sent;
    leaf.yield_at = nullptr;
}

inline void join_chain(Coroutine& awaiter, Coroutine& delegate) {
    delegate.set_state(Coroutine::State::Suspended); // a root's state says it for all
    delegate.chain = {&awaiter, awaiter.chain.awaiter ? awaiter.chain.link : &awaiter};
    Heap::barrier(&awaiter);
    Heap::barrier(&delegate);
}

// A script member runs on behalf of `caller`'s instruction at `at`.
inline void set_caller(Generator& generator, Frame* caller, const uint32_t* at, ReturnAction action) {
    generator.frame.caller = caller;
    generator.frame.at = at;
    generator.frame.action = action;
    generator.frame.depth = caller ? caller->depth + 1 : 1;
}

// switch_to_delegate for the commonest case: a script's instruction awaits a script coroutine that awaits nothing yet.
inline Frame* enter_script(VM& vm, Frame* frame, const uint32_t* at, Generator& delegate, Value sent) {
    deliver_sent(delegate, sent);
    if (delegate.is_coroutine())
        delegate.flags &= uint8_t(~Object::FINALIZABLE);
    join_chain(*frame->generator(), delegate);
    set_caller(delegate, frame, at, ReturnAction::Delegate);
    delegate.frame.top = frame->top;
    vm.thread->frame = &delegate.frame;
    return &delegate.frame;
}

// A generator ends: it leaves its chain, and its frame lets go of everything.
void close_frame(Generator& generator);
// What is thrown into a chain has as context what its leaf is handling, and then, on its way outwards, what each member
// that it reaches is handling; as is any other exception that comes out of a member instead. What the thrower is
// handling is no context of it.
void set_thrown_context(Coroutine& member, Exception& exception);
// What `awaiter` awaited has ended, by raising `raised` or with a value (null): it goes on.
inline void note_reached(VM& vm, Coroutine* awaiter, Exception* raised) {
    if (awaiter && awaiter == vm.thread->unwinding) [[unlikely]] {
        vm.thread->unwinding = awaiter->chain.awaiter;
        if (raised)
            set_thrown_context(*awaiter, *raised);
    }
}
inline void note_reached(VM& vm, Coroutine* awaiter, Result<Value> result) {
    note_reached(vm, awaiter, result.is_error() ? result.exception() : nullptr);
}
// What a body's StopIteration or StopAsyncIteration (`name`) becomes: RuntimeError "coroutine raised StopIteration".
Exception* stop_iteration_raised(VM& vm, const char* flavor, Exception* exception, const char* name);
Raised already_executing(VM& vm, Coroutine& coroutine); // ValueError "generator already executing"
// May a coroutine be awaited now? RuntimeError or ValueError when it ended, runs, or is awaited by somebody else.
Result<void> check_can_await(VM& vm, Coroutine& coroutine);

} // namespace ouro::vm
