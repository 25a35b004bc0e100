// SPDX-License-Identifier: MIT
//
// Contexts: what context variables are set to (PEP 567). Thread::context holds the current Context; while it is empty,
// the context has no variables and no object exists for it, so programs without context variables pay nothing. Whoever
// runs code in a context of its own (a task's step, a callback) either enters and leaves a Context, or, where its
// context may be the empty one, keeps Thread::context aside, sets its own, and takes back what the code left there.
//
// A Context is an open-addressed table from ContextVar to value. Copies share the table until one of them is written
// to.
#pragma once

#include "vm/model/core.hpp"

namespace ouro::stdlib {

struct ContextVar : vm::Object {
    static constexpr vm::Kind KIND = vm::Kind::Native;
    static const vm::NativeType native_type;
    vm::Str* name;
    vm::Value default_value; // empty: none
};

struct Context : vm::Object {
    static constexpr vm::Kind KIND = vm::Kind::Native;
    static const vm::NativeType native_type;
    struct Binding {
        ContextVar* variable; // null: free
        vm::Value value;
    };
    vm::Storage* table;  // Binding[capacity], or null
    uint32_t capacity;   // a power of two, or 0
    uint32_t count;
    bool shared;         // the table belongs to a copy as well: cloned before it is written
    bool entered;        // run() is under way, or a task's step
    vm::Value previous;  // while entered: Thread::context before

    Binding* bindings() { return table ? reinterpret_cast<Binding*>(table->values()) : nullptr; }
};

// The current context of the running thread; made when Thread::context is empty.
Context* current_context(vm::VM& vm);
// contextvars.copy_context(): a copy of the current context, in constant time.
Context* copy_current_context(vm::VM& vm);
Context* copy_context(vm::VM& vm, Context& original);

// Makes `context` the current one until leave_context. RuntimeError "cannot enter context: ... is already entered".
vm::Result<void> enter_context(vm::VM& vm, Context& context);
// Back to the context from which `context` was entered. RuntimeError when it is not the current one.
vm::Result<void> leave_context(vm::VM& vm, Context& context);

// The value of `variable` in `context`, or empty.
vm::Value context_find(Context& context, const ContextVar& variable);
void context_set(vm::VM& vm, Context& context, ContextVar& variable, vm::Value value);
void context_remove(vm::VM& vm, Context& context, ContextVar& variable);

extern const vm::NativeType token_type, token_missing_type;

} // namespace ouro::stdlib
