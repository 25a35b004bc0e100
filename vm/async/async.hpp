// SPDX-License-Identifier: MIT
//
// Native coroutines written as C++20 coroutines:
//
//     Async<> wait_until(VM& vm, Condition& self, Value predicate) {
//         for (;;) {
//             Value result = co_await call(vm, predicate, {});           // a Result<T>: an error ends the coroutine
//             if (co_await truth(vm, result))
//                 co_return result;
//             co_await condition_wait(vm, self);                         // any awaitable, as `await` takes it
//         }
//     }
//
// A function bound with fn<> returns the coroutine object to the script that calls it. What can be awaited:
//
//     co_await value             whatever `await` takes: coroutines of either kind, futures, tasks, objects with
//                                __await__, operations of async generators. Its result; an exception ends this one
//     co_await caught(value)     the same as a Result<Value>: `except` and `finally` are plain code behind it
//     co_await result            a Result<T>: the T; an error ends this coroutine
//     co_await next_turn()       one turn of the loop
//
// An exception that is not caught, and close(), end the coroutine at its co_await: the locals are destroyed, so RAII
// cleans up. Cleanup that has to await stands behind caught(). GeneratorExit comes through caught() like any exception
// and has to be returned; whoever awaits again then is told that the coroutine ignored it.
//
// The C++ frame stands in the coroutine's own cell of the heap, behind the object, and is scanned conservatively; so
// Values and pointers to objects are locals and parameters like any others, and RootVector is not needed. Parameters
// are references to objects of the heap, pointers and values; the body must not be a lambda.
//
// A pending coroutine's size is what many of them cost. g++ gives each local variable, each co_await and each temporary
// of its expression a place of its own in the frame, whether it lives across a suspension or not. So a body of which
// many wait at once calls plain functions for all that happens between its awaits, and has few variables.
#pragma once

#include "vm/async/native_coroutine.hpp"
#include "vm/model/core.hpp"
#include "vm/model/native.hpp"

#include <coroutine>

namespace ouro::vm {

struct AsyncPromise;

// A native coroutine with a C++ frame, which follows it in memory. Of a host's, what follows is a header of the same
// size as a frame's with the handle of the frame in it, and the promise.
struct AsyncCoroutine : NativeCoroutine {
    // The next script member outwards in its chain; of a root, the outermost one; or null (chain.cpp).
    alignas(Heap::GRANULE) Generator* script;
    union {
        NativeFunction* function; // that returned it to a script and so names it, or null
        const char* qualname;     // of one without a function: has_qualname
    };
    uint32_t frame_bytes; // of what follows, scanned conservatively
    bool has_qualname;
    bool catches;     // the co_await at which it waits takes exceptions
    bool awaits_turn; // of the loop, not an object
    bool has_ended;

    AsyncPromise& promise(); // until it is closed
    void set_qualname(const char* constant) {
        qualname = constant;
        has_qualname = true;
    }
};
// What follows is aligned like memory of operator new: the compiler relies on it.
static_assert(alignof(AsyncCoroutine) >= __STDCPP_DEFAULT_NEW_ALIGNMENT__);
extern const NativeCoroutine::Code ASYNC_CODE;

inline AsyncCoroutine* as_async(Coroutine* coroutine) {
    return coroutine->is_native() && !static_cast<NativeCoroutine*>(coroutine)->is_one_phase()
               ? static_cast<AsyncCoroutine*>(coroutine)
               : nullptr;
}

// A new coroutine object with room for a C++ frame.
AsyncCoroutine* make_async_coroutine(VM& vm, size_t frame_bytes, const NativeCoroutine::Code& code = ASYNC_CODE);
// The body of every C++20 coroutine: resumes the frame.
Result<Value> resume_async(VM& vm, NativeCoroutine& self, Result<Value> outcome);
// Ends a suspended one without giving it the word: its locals are destroyed. What it awaited stands alone then.
void destroy_async(VM& vm, AsyncCoroutine& coroutine);

// What the driver and a C++ frame tell each other. Also the base of the promises of hosts.
struct AsyncPromise {
    VM* vm;
    Result<Value> outcome = Value(); // to the frame: of what it waited for. From it, once it has ended: its own

    AsyncCoroutine& coroutine() {
        void* frame = std::coroutine_handle<AsyncPromise>::from_promise(*this).address();
        return *(static_cast<AsyncCoroutine*>(frame) - 1);
    }
    std::suspend_always initial_suspend() noexcept { return {}; }
    std::suspend_always final_suspend() noexcept { return {}; }
    void unhandled_exception() { end(vm->memory_error()); } // the engine throws nothing but std::bad_alloc
    void end(Result<Value> result) {
        outcome = result;
        coroutine().has_ended = true;
    }
    void wait_for(Value awaitable, bool catches_exceptions, bool turn = false) {
        AsyncCoroutine& self = coroutine();
        self.awaited = awaitable;
        self.catches = catches_exceptions;
        self.awaits_turn = turn;
    }
};

inline AsyncPromise& AsyncCoroutine::promise() {
    return std::coroutine_handle<AsyncPromise>::from_address(this + 1).promise();
}
inline std::coroutine_handle<> frame_of(AsyncCoroutine& coroutine) {
    if (coroutine.has_outside_frame())
        return *reinterpret_cast<std::coroutine_handle<>*>(&coroutine + 1);
    return std::coroutine_handle<>::from_address(&coroutine + 1);
}

struct Caught {
    Value awaitable;
};
inline Caught caught(Value awaitable) {
    return {awaitable};
}
struct NextTurn {};
inline NextTurn next_turn() {
    return {};
}

namespace detail {

// The promise knows already what is awaited, so that a C++ frame need not keep it as well.
template <bool CATCHES>
struct AwaitValue {
    AsyncPromise& promise;
    bool await_ready() const noexcept { return false; }
    void await_suspend(std::coroutine_handle<>) const noexcept {}
    auto await_resume() const noexcept {
        if constexpr (CATCHES)
            return promise.outcome;
        else
            return promise.outcome.release();
    }
};

template <class T>
struct AwaitResult {
    Result<T> result;
    bool await_ready() const noexcept { return !result.is_error(); }
    template <class Promise>
    void await_suspend(std::coroutine_handle<Promise> handle) const noexcept {
        handle.promise().end(result.error());
    }
    T await_resume() noexcept { return result.release(); }
};

} // namespace detail

// T: what it returns, void or anything that fn<> can return.
template <class T = Value>
class [[nodiscard]] Async {
public:
    struct promise_type;

    explicit Async(AsyncCoroutine* coroutine) : m_coroutine(coroutine) {}
    AsyncCoroutine* object() const { return m_coroutine; }
    operator Value() const { return m_coroutine; }
    // The name of one that no script's call of a native function returns as it is. `qualname` is constant data.
    Async named(const char* qualname) const {
        m_coroutine->set_qualname(qualname);
        return *this;
    }

private:
    AsyncCoroutine* m_coroutine;
};

namespace detail {

template <class T>
struct AsyncPromiseOf : AsyncPromise {
    // Inlined, for g++ takes it for a mismatch of the operator below.
    template <class... P>
    __attribute__((always_inline)) static void* operator new(size_t bytes, VM& vm, P&...) {
        return make_async_coroutine(vm, bytes) + 1;
    }
    static void operator delete(void*, size_t) {} // the collector's
    template <class... P>
    explicit AsyncPromiseOf(VM& given, P&...) {
        vm = &given;
    }
    // `self` is the promise of the type that stands in the frame.
    template <class Promise>
    AsyncCoroutine* attach(Promise& self) {
        static_assert(alignof(Promise) == alignof(AsyncPromise)); // both stand at the same place in the frame
        auto handle = std::coroutine_handle<Promise>::from_promise(self);
        return static_cast<AsyncCoroutine*>(handle.address()) - 1;
    }

    AwaitValue<false> await_transform(Value value) {
        wait_for(value, false);
        return {*this};
    }
    AwaitValue<true> await_transform(Caught value) {
        wait_for(value.awaitable, true);
        return {*this};
    }
    AwaitValue<false> await_transform(NextTurn) {
        wait_for(Value::none(), false, true);
        return {*this};
    }
    template <class U>
    AwaitResult<U> await_transform(Result<U>&& result) {
        return {std::move(result)};
    }
    template <class U>
    AwaitValue<false> await_transform(Async<U> coroutine) {
        return await_transform(Value(coroutine));
    }
};

} // namespace detail

template <class T>
struct Async<T>::promise_type : detail::AsyncPromiseOf<T> {
    using detail::AsyncPromiseOf<T>::AsyncPromiseOf;
    Async get_return_object() { return Async(this->attach(*this)); }
    void return_value(Result<T> result) {
        this->end(Result<Value>::from_bits(detail::to_value(*this->vm, std::move(result)).bits()));
    }
};
template <>
struct Async<void>::promise_type : detail::AsyncPromiseOf<void> {
    using detail::AsyncPromiseOf<void>::AsyncPromiseOf;
    Async get_return_object() { return Async(attach(*this)); }
    void return_void() { end(Value::none()); }
};

// --- Binding ------------------------------------------------------------------------------------------------------

namespace detail {

template <auto F>
concept ReturnsAsync = requires {
    typename Callable<decltype(F)>::Result::promise_type;
};

// The function that returns a coroutine to a script names it.
template <auto F>
Value async_thunk(VM& vm, Value* arguments, NativeFunction& callee) {
    Value made = thunk<F>(vm, arguments, callee);
    if (!made.is_raised())
        static_cast<AsyncCoroutine*>(made.object())->function = &callee;
    return made;
}

} // namespace detail

// fn<> for functions that return an Async.
template <auto F>
requires detail::ReturnsAsync<F>
consteval NativeDef fn(const char* signature, const char* doc = nullptr) {
    auto shape = detail::signature_shape(signature);
    if (shape.count != detail::Callable<decltype(F)>::count)
        throw "the signature and the C++ function have different parameters";
    return {.type = NativeDef::Type::Function,
            .parameter_count = uint8_t(shape.count),
            .simple = shape.simple,
            .signature = signature,
            .doc = doc,
            .entry = detail::async_thunk<F>};
}

} // namespace ouro::vm
