// SPDX-License-Identifier: MIT
//
// The one coroutine object as data: its links, and the layout of the flavour that scripts make (generators, coroutines
// and async generators: a frame and its registers on the heap). frame.hpp explains how they are linked and resumed;
// vm/async drives them.
#pragma once

#include "vm/model/frame.hpp"
#include "vm/model/function.hpp"
#include "vm/object.hpp"

namespace ouro::vm {

struct Code;
struct Str;

struct Coroutine : Object {
    enum class State : uint8_t { Created, Running, Suspended, Closed };
    // What scripts see it as. Native ones are coroutines.
    enum class Flavor : uint8_t { Generator, Coroutine, AsyncGenerator };

    // Where it was made. `at` is behind the instruction that called; null outside of scripts.
    struct Creation {
        const Code* code;
        const uint32_t* at;
    };
    struct Chain {
        Coroutine* awaiter; // who delegates to this one and waits for it; null for a root
        // A root: the innermost suspended member of its chain (leaf), null when that is itself. Others: their root, or
        // one that was their root and now has an awaiter; chain_root() compresses the path.
        Coroutine* link;
    };

    union {
        Creation creation; // Created
        Chain chain;       // all other states
    };

    State state() const { return State(spare); }
    void set_state(State state) { spare = uint8_t(state); }
    Flavor flavor() const { return Flavor(uint8_t(aux)); }
    void set_flavor(Flavor flavor) { aux = (aux & ~0xFFu) | uint8_t(flavor); }
    bool is_closed() const { return state() == State::Closed; }
    bool is_native() const { return kind == Kind::NativeCoroutine; }
    bool is_coroutine() const { return flavor() == Flavor::Coroutine; }
    Coroutine* awaiter() const { return state() == State::Created ? nullptr : chain.awaiter; }
    // Was it made by the instruction before `at` of `code`, and is untouched since?
    bool is_created_at(const uint32_t* at, const Code* code) const {
        return state() == State::Created && creation.at == at && creation.code == code;
    }
    // A host's, whose C++ frame lies outside of the heap and has to be destroyed, whatever becomes of the object.
    bool has_outside_frame() const { return bit(3); }
    void set_outside_frame() { set_bit(3, true); }
    // Ends the state Created: it stands in no chain yet.
    void leave_created(State next) {
        set_state(next);
        chain = {nullptr, nullptr};
    }
    void visit_links(Visitor& visitor);

protected:
    // Bits of `aux` above the flavor. 0 to 2 are the flavor's, 3 and 4 those of native ones.
    bool bit(unsigned index) const { return aux >> (8 + index) & 1; }
    void set_bit(unsigned index, bool on) { aux = (aux & ~(1u << (8 + index))) | uint32_t(on) << (8 + index); }
};

// The coroutine object, of either kind, or null.
inline Coroutine* as_coroutine(Value value) {
    if (!value.is_object())
        return nullptr;
    Kind kind = value.object()->kind;
    return kind == Kind::Generator || kind == Kind::NativeCoroutine ? static_cast<Coroutine*>(value.object()) : nullptr;
}
// The same for what `async def` and its native equals return; null for generators.
inline Coroutine* as_plain_coroutine(Value value) {
    Coroutine* coroutine = as_coroutine(value);
    return coroutine && coroutine->is_coroutine() ? coroutine : nullptr;
}

// --- Those of scripts ----------------------------------------------------------------------------------------------

// What few generators need: made on demand.
struct GeneratorExtra : Object {
    static constexpr Kind KIND = Kind::Native;
    Str* name; // as the script set them, or null: the function's
    Str* qualname;
    Value async_finalizer; // async generator: sys.set_asyncgen_hooks' when it was started, or empty
    Value operation;       // async generator: the AsyncOperation under way, or empty
    Value started_in;      // async generator: what the event loop keeps of where it was started
    bool was_closed;       // async generator: an aclose() has begun, even if the body ignored it
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
// Made when it is first needed.
GeneratorExtra& generator_extra(VM& vm, Generator& generator);

// What asend(), athrow(), aclose() and __anext__() of an async generator return: awaitable once.
struct AsyncOperation : Object {
    static constexpr Kind KIND = Kind::Native;
    static const NativeType& native_type;
    enum class Method : uint8_t { Next, Send, Throw, Close };
    enum class State : uint8_t { Created, Running, Done };
    Generator* generator;
    Value argument; // value to send, or exception to raise
    Coroutine::Creation creation;
    Method method;
    State state;

    // Was it made by the instruction before `at` of `code`, and is untouched since?
    bool is_created_at(const uint32_t* at, const Code* code) const {
        return state == State::Created && creation.at == at && creation.code == code;
    }
};

} // namespace ouro::vm
