// SPDX-License-Identifier: MIT
//
// Chains: who is the root, who the leaf, and how a chain is entered and left. Links change when a delegation begins or
// ends and when somebody advances a member by hand; switching back and forth between a suspended chain and its resumer
// touches the root, the leaf and the outermost script member only.
#include "vm/async/chain.hpp"

#include "vm/async/async.hpp"
#include "vm/model/code.hpp"
#include "vm/model/core.hpp"
#include "vm/run/instructions.hpp"

#include <algorithm>

namespace ouro::vm {

using State = Coroutine::State;

static Generator* as_script(Coroutine* coroutine) {
    return coroutine && !coroutine->is_native() ? static_cast<Generator*>(coroutine) : nullptr;
}

// --- Roots and links ----------------------------------------------------------------------------------------------

Coroutine* chain_root(Coroutine& coroutine) {
    if (coroutine.state() == State::Created)
        return &coroutine;
    Coroutine* root = &coroutine;
    while (root->chain.awaiter)
        root = root->chain.link;
    // Compress the path for the next time.
    for (Coroutine* member = &coroutine; member->chain.awaiter && member->chain.link != root;) {
        Coroutine* up = member->chain.link;
        Heap::store(member, member->chain.link, root);
        member = up;
    }
    return root;
}

bool is_running(Coroutine& coroutine) {
    if (coroutine.state() == State::Closed || coroutine.state() == State::Created)
        return false;
    return chain_root(coroutine)->state() == State::Running;
}

// What a native member that can have delegates knows of its chain: the next script member outwards; a root, the
// outermost one; or null. Others know nothing.
static Generator* known_script(NativeCoroutine& member) {
    if (!member.is_one_phase())
        return static_cast<AsyncCoroutine&>(member).script;
    return member.passes_on() ? static_cast<Generator*>(one_phase(member).argument.object()) : nullptr;
}
static void set_known_script(NativeCoroutine& member, Generator* script) {
    if (!member.is_one_phase())
        Heap::store(&member, static_cast<AsyncCoroutine&>(member).script, script);
    else if (member.passes_on())
        Heap::store(&member, one_phase(member).argument, Value(script));
}

static NativeCoroutine* as_native(Coroutine* coroutine) {
    return coroutine->is_native() ? static_cast<NativeCoroutine*>(coroutine) : nullptr;
}

static Generator* outermost_script(Coroutine& root) {
    return root.is_native() ? known_script(static_cast<NativeCoroutine&>(root)) : static_cast<Generator*>(&root);
}

// `script`, the outermost script member of the chain of `root`, leaves it.
static void forget_outermost(Coroutine& root, const Generator* script) {
    if (NativeCoroutine* native = as_native(&root); native && known_script(*native) == script)
        set_known_script(*native, nullptr);
}

Generator* outer_of_delegates(Coroutine& awaiter) {
    NativeCoroutine* native = as_native(&awaiter);
    if (!native)
        return static_cast<Generator*>(&awaiter);
    return native->chain.awaiter ? known_script(*native) : nullptr;
}

// Tells the native members from `top` to the first script member below it, which may be `leaf` or missing, what the
// next script member outwards of `top` is. Returns that first script member.
static Generator* set_outer(Coroutine& top, Coroutine& leaf, Generator* outer) {
    Generator* first = nullptr;
    for (Coroutine* member = &leaf;; member = member->chain.awaiter) {
        if (Generator* script = as_script(member))
            first = script;
        if (member == &top)
            break;
    }
    for (Coroutine* member = first ? first : &leaf;; member = member->chain.awaiter) {
        if (NativeCoroutine* native = as_native(member))
            set_known_script(*native, outer);
        if (member == &top)
            return first;
    }
}

void detach_from_awaiter(VM& vm, Coroutine& coroutine) {
    Coroutine* awaiter = coroutine.awaiter();
    if (!awaiter)
        return;
    Coroutine* root = chain_root(coroutine);
    // The innermost member of what is left is the awaiter, at its delegation; what hung below `coroutine` stays its own
    // chain, with the same leaf.
    Coroutine* leaf = root->chain.link;
    for (Coroutine* member = leaf; member != &coroutine; member = member->chain.awaiter)
        Heap::store(member, member->chain.link, &coroutine);
    Generator* first = set_outer(coroutine, *leaf, nullptr);
    forget_outermost(*root, first);
    if (NativeCoroutine* native = as_native(&coroutine))
        set_known_script(*native, first);
    if (first)
        first->frame.caller = nullptr;
    Heap::store(root, root->chain.link, awaiter);
    Heap::store(&coroutine, coroutine.chain.link, leaf);
    coroutine.chain.awaiter = nullptr;
    vm.heap.add_finalizable(&coroutine);
}

void link_delegate(VM& vm, Coroutine& awaiter, const uint32_t* at, Coroutine& delegate) {
    if (delegate.is_coroutine() && !delegate.has_outside_frame()) // the root is finalizable, and closes its delegates
        delegate.flags &= uint8_t(~Object::FINALIZABLE);
    if (!awaiter.is_coroutine() && delegate.is_native()) // a generator need not be
        vm.heap.add_finalizable(&awaiter);
    Coroutine* leaf = chain_leaf(delegate);
    join_chain(awaiter, delegate);
    Generator* outer = outer_of_delegates(awaiter);
    bool is_one_script = leaf == &delegate && !delegate.is_native();
    Generator* first = is_one_script ? static_cast<Generator*>(leaf) : set_outer(delegate, *leaf, outer);
    if (first)
        set_caller(*first, outer ? &outer->frame : vm.thread->frame, at,
                   first == &delegate && !awaiter.is_native() ? ReturnAction::Delegate : ReturnAction::DelegateNative);
    if (first && !outer) // the root is native, as there is no script outwards
        set_known_script(static_cast<NativeCoroutine&>(*chain_root(awaiter)), first);
}

// --- Entering and leaving -----------------------------------------------------------------------------------------

static Value* top_of(VM& vm, Frame* frame) {
    return frame ? frame->top : vm.thread->registers;
}

// The leaf is about to run on behalf of thread->frame: its own frame is the running one now, or for a native leaf that
// of the next script member outwards.
static void make_current(VM& vm, Coroutine& leaf) {
    Coroutine* awaiter = leaf.chain.awaiter;
    Generator* current =
        leaf.is_native() ? (awaiter ? outer_of_delegates(*awaiter) : nullptr) : static_cast<Generator*>(&leaf);
    if (!current)
        return;
    current->frame.top = top_of(vm, vm.thread->frame);
    vm.thread->frame = &current->frame;
}

Coroutine& switch_to_delegate(VM& vm, Coroutine& awaiter, const uint32_t* at, Coroutine& delegate, Value sent) {
    Coroutine& leaf = *chain_leaf(delegate);
    if (!leaf.is_native())
        deliver_sent(static_cast<Generator&>(leaf), sent);
    link_delegate(vm, awaiter, at, delegate);
    make_current(vm, leaf);
    return leaf;
}

Coroutine* activate(VM& vm, Frame* frame, const uint32_t* at, Coroutine& root, ReturnAction action, Value sent) {
    uint32_t depth = frame ? frame->depth + 1 : 1;
    if (depth > vm.recursion_limit) {
        (void)raise_in(vm, vm.recursion_error("maximum recursion depth exceeded"));
        return nullptr;
    }
    Coroutine& leaf = *chain_leaf(root);
    Generator* script_leaf = as_script(&leaf);
    if (script_leaf)
        deliver_sent(*script_leaf, sent);
    if (root.state() == State::Created)
        root.leave_created(State::Running);
    root.set_state(State::Running);
    Generator* outermost = outermost_script(root);
    if (outermost == &root)
        outermost->frame.action = action;
    if (outermost) {
        outermost->frame.caller = frame;
        outermost->frame.at = at;
        outermost->frame.depth = depth;
    }
    if (script_leaf && script_leaf != outermost)
        script_leaf->frame.depth = std::max(script_leaf->frame.depth, depth + 1);
    make_current(vm, leaf);
    return &leaf;
}

Frame* leave_loop(VM& vm, Result<Value> result, bool yielded) {
    vm.thread->raised = nullptr;
    vm.thread->result = Value::from_bits(result.bits());
    vm.thread->yielded = yielded;
    return nullptr;
}

Frame* suspend_chain(VM& vm, Coroutine& leaf, Value value) {
    Coroutine* root = chain_root(leaf);
    root->set_state(State::Suspended);
    root->chain.link = &leaf;
    Heap::barrier(root);
    Heap::barrier(&leaf);
    Generator* outermost = outermost_script(*root);
    if (!outermost)
        return leave_loop(vm, value, true);
    Frame& base = outermost->frame;
    Frame* resumer = base.caller;
    base.caller = nullptr;
    vm.thread->frame = resumer;
    if (base.action != ReturnAction::ForNext)
        return leave_loop(vm, value, true);
    resumer->registers[base.dst] = value;
    resumer->pc = base.at + 2 + int32_t(base.at[1]);
    return resumer;
}

// --- Results ------------------------------------------------------------------------------------------------------

Frame* deliver_to_awaiter(VM& vm, Generator& delegate, Coroutine* awaiter, Result<Value> result) {
    note_reached(vm, awaiter, result);
    Frame* caller = delegate.frame.caller;
    vm.thread->frame = caller;
    if (delegate.frame.action == ReturnAction::Delegate) [[likely]] {
        caller->top = delegate.frame.top;
        return deliver_to_script(vm, caller, result);
    }
    if (delegate.frame.action == ReturnAction::Exit)
        return leave_loop(vm, result, false);
    if (caller)
        caller->top = delegate.frame.top;
    forget_outermost(*chain_root(*awaiter), &delegate);
    return run_native(vm, *static_cast<NativeCoroutine*>(awaiter), result);
}

void close_frame(Generator& generator) {
    generator.set_state(State::Closed);
    generator.chain = {nullptr, nullptr};
    generator.frame.caller = nullptr;
    generator.flags &= uint8_t(~Object::FINALIZABLE);
    std::fill_n(generator.registers(), generator.frame.code->register_count, Value());
}

// --- For who resumes, throws and awaits ---------------------------------------------------------------------------

void set_thrown_context(Coroutine& member, Exception& exception) {
    if (Generator* script = as_script(&member); script && script->frame.handled)
        exception_set_context(exception, as<Exception>(script->frame.handled));
}

Exception* stop_iteration_raised(VM& vm, const char* flavor, Exception* exception, const char* name) {
    Raised error = vm.runtime_error("{} raised {}", flavor, name);
    Heap::store(error.exception, error.exception->cause, exception);
    Heap::store(error.exception, error.exception->context, exception);
    error.exception->flags |= Exception::SUPPRESS_CONTEXT;
    return error.exception;
}

Raised already_executing(VM& vm, Coroutine& coroutine) {
    return vm.value_error("{} already executing", flavor_name(coroutine));
}

Result<void> check_can_await(VM& vm, Coroutine& coroutine) {
    if (coroutine.is_closed())
        return vm.runtime_error("cannot reuse already awaited coroutine");
    if (is_running(coroutine))
        return already_executing(vm, coroutine);
    if (coroutine.awaiter())
        return vm.runtime_error("coroutine is being awaited already");
    return {};
}

} // namespace ouro::vm
