// SPDX-License-Identifier: MIT
//
// Coroutines whose body is C++: what asyncio.sleep(), Queue.get() and their like return. To scripts they are coroutines
// like any other, and they stand in chains as script coroutines do.
//
// A body is called to begin, and again each time what it waits for is done. It is written in one of two ways:
//
//     a C++20 coroutine (async.hpp)     co_awaits whatever it likes, as often as it likes, in straight code
//     a function of one phase           calls what it has to do, and at most waits for a future: then the same
//                                       function goes on. Nothing but this object is made, and nothing is suspended
//                                       when it need not wait: for what is awaited all the time (sleep, locks, queues)
//
// What takes more than one phase now and then is both: the function does what is common, and when it comes to the rest,
// it ends by awaiting in its place (end_by) a C++20 coroutine that does that in straight code.
#pragma once

#include "vm/async/coroutine.hpp"
#include "vm/result.hpp"

namespace ouro::vm {

struct Generator;

struct NativeCoroutine : Coroutine {
    static constexpr Kind KIND = Kind::NativeCoroutine;
    // Goes on with the body: `outcome` is what the object that it waited for came to, or what was thrown into it; None
    // at the first call. Its result, an exception, or the empty Value when it waits for `awaited`.
    using Body = Result<Value> (*)(VM& vm, NativeCoroutine& self, Result<Value> outcome);

    struct Code {             // constant data
        const char* qualname; // null for C++20 coroutines: that of the function that made it
        Body body;
    };
    bool is_one_phase() const { return code->qualname; }
    // Its body is over: it comes to what `awaited` comes to.
    bool passes_on() const { return bit(4); }
    void set_passes_on() { set_bit(4, true); }
    // A script has given it names: its code is a RenamedCode.
    bool is_renamed() const { return bit(5); }
    void set_renamed() { set_bit(5, true); }

    const Code* code;
    // A coroutine, a future, an iterator, an AsyncOperation, or None: one turn of the loop. Empty at first.
    Value awaited;
};

// One whose body has one phase. It waits for futures only, until it passes on.
struct OnePhaseCoroutine : NativeCoroutine {
    Value self;     // what the body makes of it, as of the next one
    Value argument; // once it passes on: what AsyncCoroutine::script is to others

    bool begins() const { return awaited.is_empty(); }
};

// A copy of a coroutine's code, in whose place it stands once a script gives the coroutine a name.
struct RenamedCode : Object, NativeCoroutine::Code {
    static constexpr Kind KIND = Kind::Native;
    Str* name; // as the script set them, or null
    Str* given_qualname;
};
// Of one that was renamed; else null.
inline const RenamedCode* renamed_code(const NativeCoroutine& coroutine) {
    return coroutine.is_renamed() ? static_cast<const RenamedCode*>(coroutine.code) : nullptr;
}
// Made when it is first needed.
RenamedCode& rename_code(VM& vm, NativeCoroutine& coroutine);

NativeCoroutine* make_native_coroutine(VM& vm, const NativeCoroutine::Code& code, Value self = {}, Value argument = {});
inline OnePhaseCoroutine& one_phase(NativeCoroutine& coroutine) {
    return static_cast<OnePhaseCoroutine&>(coroutine);
}

// A new one is noted for reports of coroutines that nobody awaits.
void note_creation(VM& vm, NativeCoroutine& coroutine);

// For bodies of one phase:

// `return wait_on(self, future)` suspends until the future is done; None instead of a future: for one turn.
Result<Value> wait_on(NativeCoroutine& self, Value future_or_none);
// `return end_by(vm, self, awaitable)` is `return await awaitable`: the body is not called again. `self.self` stays.
Result<Value> end_by(VM& vm, OnePhaseCoroutine& self, Value awaitable);

// Runs the body with `outcome`, and whatever goes on by it: those that await it, those that it awaits. Returns what the
// interpreter loop goes on with (chain.hpp).
Frame* run_native(VM& vm, NativeCoroutine& coroutine, Result<Value> outcome);
// Goes on with the leaf of a chain: with what it waits for, if that is done.
Frame* continue_native(VM& vm, NativeCoroutine& leaf, Value sent);
// `await coroutine` by the script at the instruction `at` of `frame`, for one that was never started.
Frame* begin_native(VM& vm, Frame* frame, const uint32_t* at, NativeCoroutine& coroutine);
// It ends without going on: a C++20 coroutine's locals are destroyed.
void close_native(NativeCoroutine& coroutine);
void visit_native(NativeCoroutine& coroutine, Visitor& visitor);

} // namespace ouro::vm
