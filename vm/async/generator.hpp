// SPDX-License-Identifier: MIT
//
// Generators, coroutines and async generators: one layout, a frame and its registers on the heap. frame.hpp explains how
// they are linked and resumed.
#pragma once

#include "vm/model/frame.hpp"
#include "vm/object.hpp"
#include "vm/model/function.hpp"

#include <span>

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

struct Generator : Object {
    static constexpr Kind KIND = Kind::Generator;
    enum class State : uint8_t { Created, Running, Suspended, Closed };
    enum class Flavor : uint8_t { Generator, Coroutine, AsyncGenerator };

    Frame frame;
    Generator* awaiter; // who delegates to this one and waits for it; null for a root
    // A root: the innermost suspended generator of its chain (leaf), null when that is itself. Others: their root, or one that
    // was their root and now has an awaiter; chain_root() compresses the path.
    Generator* link;
    State state;
    Flavor flavor;
    bool is_abandoned;   // async generator: the loop was told that nobody holds it
    bool hooks_inited;   // async generator: the loop knows it
    bool async_running;  // async generator: an operation is under way
    uint8_t padding[3];
    // Created: the instruction behind the call that made it, which identifies "fresh" ones and tells where.
    // Suspended: the yield at which it is suspended; null when at a delegation.
    const uint32_t* position;
    GeneratorExtra* extra; // or null
    // registers follow

    Value* registers() { return reinterpret_cast<Value*>(this + 1); }
    bool is_created_at(const uint32_t* at, const Code* code) const {
        return state == State::Created && position == at && creator() == code;
    }
    // Created: the code that contains `position`, or null. It stands where what is sent to a suspended one does.
    const Code* creator() const { return reinterpret_cast<const Code*>(frame.operand.bits()); }
    Str* name() const { return extra && extra->name ? extra->name : frame.function->name; }
    Str* qualname() const { return extra && extra->qualname ? extra->qualname : frame.function->qualname; }
    Value async_finalizer() const { return extra ? extra->async_finalizer : Value(); }
    static void visit(Object* object, Visitor& visitor);
};
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

// How a resumption ended.
struct ResumeResult {
    enum class Kind : uint8_t { Yielded, Returned, Raised } kind;
    Value value;           // yielded or returned
    Exception* exception = nullptr;
};
inline ResumeResult raised(Raised error) { return {ResumeResult::Kind::Raised, {}, error.exception}; }

// Continues `generator` with `sent` as the value of its yield (None to start it). Runs a nested interpreter loop.
// Raises ValueError "generator already executing", TypeError for a non-None first value, and what its body raises.
ResumeResult generator_resume(VM& vm, Generator& generator, Value sent);
// Raises `exception` where it is suspended. `given`: the arguments of throw() that it was made from, if any; a foreign
// iterator that it is passed on to gets them as they are.
ResumeResult generator_throw(VM& vm, Generator& generator, Exception* exception, std::span<const Value> given = {});
// next(generator) for a plain generator: the yielded value, or empty at its end.
Result<Value> generator_next(VM& vm, Generator& generator);
// generator.close(): GeneratorExit inside. The return value, None mostly.
Result<Value> generator_close(VM& vm, Generator& generator);
// The object that it awaits or delegates to now, or empty (gi_yieldfrom, cr_await).
Value generator_awaited(Generator& generator);

// A generator that was left unfinished and that nobody holds: the loop's finalizer hook for an async one that has it
// (PEP 525), close() for others. Exceptions are reported.
void close_abandoned(VM& vm, Generator& generator);

// RuntimeWarning "coroutine 'f' was never awaited" on stderr, with the line that made it.
void report_never_awaited(VM& vm, Generator& coroutine);

extern const NativeType coroutine_wrapper_type;

} // namespace ouro::vm
