// SPDX-License-Identifier: MIT
//
// The coroutines of scripts: generators, coroutines and async generators. One layout, a frame and its registers on the
// heap. frame.hpp explains how they are linked and resumed.
#pragma once

#include "vm/async/coroutine.hpp"
#include "vm/model/frame.hpp"
#include "vm/model/function.hpp"

namespace ouro::vm {

struct Str;

// What few generators need: made on demand.
struct GeneratorExtra : Object {
    static constexpr Kind KIND = Kind::Native;
    Str* name; // as the script set them, or null: the function's
    Str* qualname;
    Value async_finalizer; // async generator: sys.set_asyncgen_hooks' when it was started, or empty
    Value operation;       // async generator: the AsyncOperation under way, or empty
};

struct Generator : Coroutine {
    static constexpr Kind KIND = Kind::Generator;

    Frame frame;
    const uint32_t* yield_at; // the yield at which it is suspended; null when at a delegation
    GeneratorExtra* extra;    // or null
    // registers follow

    // Of an async generator.
    bool is_abandoned() const { return bit(0); }  // the loop was told that nobody holds it
    void set_abandoned(bool on) { set_bit(0, on); }
    bool hooks_inited() const { return bit(1); }  // the loop knows it
    void set_hooks_inited(bool on) { set_bit(1, on); }
    bool async_running() const { return bit(2); } // an operation is under way
    void set_async_running(bool on) { set_bit(2, on); }

    Value* registers() { return reinterpret_cast<Value*>(this + 1); }
    Str* name() const { return extra && extra->name ? extra->name : frame.function->name; }
    Str* qualname() const { return extra && extra->qualname ? extra->qualname : frame.function->qualname; }
    Value async_finalizer() const { return extra ? extra->async_finalizer : Value(); }
    static void visit(Object* object, Visitor& visitor);
};
static_assert(sizeof(Coroutine) == Frame::OFFSET_IN_GENERATOR);
GeneratorExtra& generator_extra(VM& vm, Generator& generator);

// What asend(), athrow(), aclose() and __anext__() of an async generator return: awaitable once.
struct AsyncOperation : Object {
    static constexpr Kind KIND = Kind::Native;
    static const NativeType& native_type;
    enum class Method : uint8_t { Next, Send, Throw, Close };
    enum class State : uint8_t { Created, Running, Done };
    Generator* generator;
    Value argument; // value to send, or exception to raise
    Method method;
    State state;
};

// next(generator) for a plain generator: the yielded value, or empty at its end.
Result<Value> generator_next(VM& vm, Generator& generator);

// A generator that was left unfinished and that nobody holds: the loop's finalizer hook for an async one that has it
// (PEP 525), close() for others. Exceptions are reported.
void close_abandoned(VM& vm, Coroutine& generator);

extern const NativeType coroutine_wrapper_type;

} // namespace ouro::vm
