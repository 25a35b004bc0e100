// SPDX-License-Identifier: MIT
//
// The one coroutine object, of which script generators, coroutines and async generators (generator.hpp) and coroutines
// with bodies in C++ (native_coroutine.hpp) are flavours: what can be resumed, thrown into, closed and awaited, and how
// it is linked with others. frame.hpp explains chains; chain.hpp is what links and unlinks them.
#pragma once

#include "vm/object.hpp"

#include <span>
#include <string>

namespace ouro::vm {

struct Code;
struct Frame;

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
    // Ends the state Created: it stands in no chain yet.
    void leave_created(State next) {
        set_state(next);
        chain = {nullptr, nullptr};
    }
    void visit_links(Visitor& visitor);

protected:
    // Bits of `aux` above the flavor.
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

const char* flavor_name(const Coroutine& coroutine); // "generator", "coroutine", "async generator"
std::string coroutine_qualname(VM& vm, Coroutine& coroutine);

// How a resumption ended.
struct ResumeResult {
    enum class Kind : uint8_t { Yielded, Returned, Raised } kind;
    Value value; // yielded or returned
    Exception* exception = nullptr;
};
inline ResumeResult raised(Raised error) {
    return {ResumeResult::Kind::Raised, {}, error.exception};
}

// Continues `coroutine` with `sent` as the value of its yield (None to start it). Runs a nested interpreter loop.
// Raises ValueError "generator already executing", TypeError for a non-None first value, and what its body raises.
ResumeResult coroutine_resume(VM& vm, Coroutine& coroutine, Value sent);
// Raises `exception` where it is suspended. `given`: the arguments of throw() that it was made from, if any; a foreign
// iterator that it is passed on to gets them as they are.
ResumeResult coroutine_throw(VM& vm, Coroutine& coroutine, Exception* exception, std::span<const Value> given = {});
// coroutine.close(): GeneratorExit inside. The return value, None mostly.
Result<Value> coroutine_close(VM& vm, Coroutine& coroutine);
// The object that it awaits or delegates to now, or empty (gi_yieldfrom, cr_await).
Value coroutine_awaited(Coroutine& coroutine);

// RuntimeWarning "coroutine 'f' was never awaited" on stderr, with the line that made it.
void report_never_awaited(VM& vm, Coroutine& coroutine);

} // namespace ouro::vm
