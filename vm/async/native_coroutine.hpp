// SPDX-License-Identifier: MIT
//
// Coroutines whose body is C++: what asyncio.sleep(), Queue.get() and their like return. To scripts they are coroutines
// like any other: awaited once, sent to, thrown into, closed, made into tasks, reported when nobody awaits them.
//
// A body is a state machine: it is called to begin, and again each time what it waits for is done. `aux` holds its phase.
#pragma once

#include "vm/async/generator.hpp"
#include "vm/object.hpp"

namespace ouro::vm {

struct Future;

struct NativeCoroutine : Object {
    static constexpr Kind KIND = Kind::NativeCoroutine;
    enum class State : uint8_t { Created, Running, Suspended, Closed };
    // Goes on with the body, by raising `thrown` where it waits unless that is null. Its result, an exception, or the empty
    // Value after wait_for(): it waits. The first call is never one with `thrown`.
    using Body = Result<Value> (*)(VM& vm, NativeCoroutine& self, Exception* thrown);

    State state() const { return State(spare); }
    void set_state(State state) { spare = uint8_t(state); }
    uint32_t& phase() { return aux; }

    struct Code { // constant data
        const char* qualname;
        Body body;
    };

    const Code* code;
    Value self, argument, local; // what the body makes of them
    Object* origin; // Created: the code that made it; afterwards the Generator that awaits it, or null
    union {
        Value awaited;               // Suspended: a Future, or None for one turn of the loop
        const uint32_t* created_at;  // Created: the instruction of `origin` behind the call that made it
    };

    static void visit(Object* object, Visitor& visitor);
};

NativeCoroutine* make_native_coroutine(VM& vm, const NativeCoroutine::Code& code, Value self = {}, Value argument = {});

// For bodies: `return wait_on(self, future)` suspends until the future is done; None instead of a future: for one turn.
Result<Value> wait_on(NativeCoroutine& self, Value future_or_none);
// For bodies that go on after wait_on(future): the future's result, its exception, or `thrown`.
Result<Value> wait_result(VM& vm, NativeCoroutine& self, Exception* thrown);

// Runs it to its next suspension, as generator_resume and generator_throw do.
ResumeResult native_coroutine_resume(VM& vm, NativeCoroutine& coroutine, Exception* thrown = nullptr);

void report_never_awaited(VM& vm, NativeCoroutine& coroutine);

} // namespace ouro::vm
