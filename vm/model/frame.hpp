// SPDX-License-Identifier: MIT
//
// Frames, and how calls and suspensions move between them.
//
// A frame is a small record (Frame) and a window of registers. Frames of functions stand on the thread's frame stack,
// their registers on its register stack: both are mapped once and never move. A call lays the arguments where the
// callee's window begins, so nothing is copied:
//
//      caller's window                           callee's window
//      [ parameters | locals | ... | callable ][ argument 0 | argument 1 | locals ... ]
//
// Frames of generators and coroutines stand in their Generator object on the heap, registers behind them; calls that
// they make use windows at the thread's `top` (arguments are copied there).
//
// Script calls never recurse on the native stack: the interpreter loop switches `frame`. A call made on behalf of an
// instruction that does more with the result than to store it (operators, __init__, properties, iterators, truth tests)
// is entered with a ReturnAction, which the Return instruction carries out in the caller.
//
// Suspension. Who delegates (`yield from`, `await`) to a coroutine is its `awaiter`; the two stay linked while both are
// suspended, and so form a chain:
//
//      task --resumes--> root <--awaiter-- member <--awaiter-- ... <--awaiter-- leaf, which waits for a future
//                         |                                                      ^
//                         +----------------------- link -------------------------+
//
// The outermost member, the root, knows the innermost one, the leaf, so that resuming the root continues the leaf at
// once, and a suspension returns straight to the root's resumer, at any depth. A member is a script's (a Frame and its
// registers in a Generator) or native (a body in C++, native_coroutine.hpp), in any order. When one ends, its result
// goes to its awaiter (deliver_to_awaiter, run_native): into the register of the awaiting instruction, whose frame the
// interpreter loop goes on with, or into the native body, which is called. The native body may then await something
// else, whose frame the loop switches to. So neither recurses on the native stack: a chain is driven by one interpreter
// loop and one loop over native bodies inside it, however the two kinds alternate.
//
// `caller` of a coroutine's frame is the frame of the next script member outwards; for the outermost script member it
// is the frame that resumed the chain, while it runs. While a native member runs, thread->frame is the same: the next
// script member's outwards (which native members know, chain.cpp), or the resumer's.
//
// The instruction that delegates is not left until the delegate ends: whenever the links were broken (someone else
// advanced or closed the delegate), the awaiter is resumed at that instruction, which just runs again and finds out how
// things are. A native awaiter keeps what it waits for (`awaited`) and does the same.
#pragma once

#include "vm/object.hpp"

#include <cstddef>
#include <cstdint>

namespace ouro::vm {

struct Code;
struct Dict;
struct Exception;
struct Function;
struct Generator;
struct Thread;
struct Traceback;

// What happens in the caller when a frame returns (or raises).
enum class ReturnAction : uint8_t {
    Store,            // r[dst] = result
    Exit,             // leave the interpreter loop with the result
    Discard,          // forget the result (__setattr__, __setitem__, __delitem__, ...)
    Init,             // result must be None; r[dst] = `instance`
    Truth,            // the result's truth is stored or decides the jump
    Binary,           // r[dst] = result unless NotImplemented: then the next step of the operator protocol
    Compare,          // the same for comparisons
    GetAttrFallback,  // AttributeError: __getattr__ is called
    ForNext,          // StopIteration ends the loop; else r[dst] = result and jump
    Iter,             // result of __iter__ must be an iterator; r[dst] = it, cursors emptied
    YieldFromNext,    // result of __next__ is yielded on; StopIteration ends the delegation
    AwaitIter,        // result of __await__ must be an iterator
    AsyncNext,        // result of __anext__ must be awaitable
    Delegate,         // a coroutine that a script's awaits: its result is that of the instruction, which is done
    DelegateNative,   // a coroutine that a native one awaits: its body goes on with the result
};

// Which method of a protocol a frame runs: what its ReturnAction makes of the result, and where the protocol goes on.
enum class ProtocolStep : uint8_t {
    // Truth
    Length,
    Bool,
    Contains,
    // Binary, and without the first Compare, in the order in which they are tried
    InPlace,
    SubclassReflected, // the right operand's, whose class derives from the left one's
    Plain,
    Reflected,
    End,
};
inline ProtocolStep next_step(ProtocolStep step) { return ProtocolStep(uint8_t(step) + 1); }

struct Frame {
    Frame* caller;
    const uint32_t* pc; // of the next instruction; saved before anything that can raise, allocate or look
    Value* registers;
    Code* code;
    Function* function;
    Value* top;         // first register of the register stack above this frame's window
    Value handled;      // the exception being handled in this frame, or empty
    const uint32_t* at; // of the ReturnAction: the caller's instruction on whose behalf this frame runs
    union {
        Value instance = {}; // ReturnAction::Init: the new one, whose __init__ this is
        Value sent;          // a generator's frame: what was sent to the YieldFrom or Await at which it waits, or empty
    };
    Dict* ns; // namespace of class bodies and modules, or null
    ReturnAction action;
    uint8_t dst;        // register of the caller that receives the result
    ProtocolStep step;  // of the ReturnAction
    uint8_t flags;      // Flag
    uint32_t depth;     // script frames below, itself included
    Value frame_object; // what sys._getframe or a traceback gave out for this frame, or empty

    enum Flag : uint8_t {
        IN_PLACE_CALLS = 1, // callees' windows may overlap this frame's: not for generators, nor with far registers
        IN_GENERATOR = 2,   // the frame of a Generator
    };
    bool in_place_calls() const { return flags & IN_PLACE_CALLS; }
    static constexpr size_t OFFSET_IN_GENERATOR = 32; // which generator.hpp asserts
    // Whose frame this is, or null.
    Generator* generator() {
        return flags & IN_GENERATOR
                   ? reinterpret_cast<Generator*>(reinterpret_cast<std::byte*>(this) - OFFSET_IN_GENERATOR)
                   : nullptr;
    }
    uint32_t pc_offset() const; // word offset of the instruction being executed
};

// The innermost script frame, skipping `skip` ones; null when there are fewer.
Frame* current_frame(VM& vm, unsigned skip = 0);
// The exception that is being handled by `frame` or its callers, or null.
Exception* handled_exception(Frame* frame);

// Traces a thread's frames, its registers and what it names.
void visit_thread(Thread& thread, Visitor& visitor);

} // namespace ouro::vm
