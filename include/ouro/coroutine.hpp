// SPDX-License-Identifier: MIT
//
// Async<T>: a host function that is a C++20 coroutine. To scripts it is like one written with `async def`: what it
// returns is a coroutine object, to be awaited, made a task, cancelled.
//
//     host.def("total(orders)", [](ouro::Value orders) -> ouro::Async<double> {
//         double sum = 0;
//         for (ouro::Value order : orders)
//             sum += (co_await order.call("price")).as<double>();
//         co_return sum;
//     });
//
// What can be awaited, on the Runtime's thread:
//
//     co_await value      a Value that scripts could await: coroutines, tasks, futures, objects with __await__. A Value
//     co_await task       a Task: a Value
//     co_await promise    a Promise<T>: a T
//     co_await other()    an Async<T> of the host: a T
//
// What the awaited raises is thrown at the co_await, as an Error; so is what is thrown into the coroutine while it
// waits there: CancelledError when its task is cancelled (error.is("CancelledError")), GeneratorExit when it is closed.
// Who catches these two has to end soon, or throw them on. What the coroutine throws raises a script exception, as in
// any host function.
//
// The body begins when the coroutine is first awaited or its task gets its first turn. It takes its parameters by
// value, for they outlive the call; what a lambda has captured lives as long as its coroutines, if Module::def or
// Runtime::function made a function of it. When a coroutine is dropped or the Runtime ends while it waits, its locals
// are destroyed. A Value among them keeps its object alive: one that leads to the coroutine's own task is a cycle.
#pragma once

#include "ouro/async.hpp"
#include "ouro/convert.hpp"
#include "ouro/value.hpp"

#include <coroutine>
#include <utility>

namespace ouro {

template <class T>
class Async;

namespace detail {

struct HostCoroutine; // the engine's side of a coroutine
class CoroutinePromise;

// Makes the coroutine object, which owns the C++ frame behind `handle` from then on. `callee`: the function that names
// it, or null.
Bits make_coroutine(Realm& realm, CoroutinePromise& promise, std::coroutine_handle<> handle, const void* callee);
Realm& realm_of(HostCoroutine& coroutine);
// It waits for `awaitable` when it suspends next.
void coroutine_awaits(HostCoroutine& coroutine, Bits awaitable);
// What it waited for has come to; throws what that raised.
Bits coroutine_outcome(HostCoroutine& coroutine);
// It ends: with a result, or with the C++ exception that is being handled.
void coroutine_returns(HostCoroutine& coroutine, Bits result);
void coroutine_raises(HostCoroutine& coroutine);
// The C++ frame is being destroyed.
void coroutine_ends(HostCoroutine& coroutine) noexcept;

// A co_await: T is the type of its value.
template <class T>
class Awaiting {
public:
    explicit Awaiting(HostCoroutine& coroutine) : m_coroutine(coroutine) {}
    bool await_ready() const noexcept { return false; }
    void await_suspend(std::coroutine_handle<>) const noexcept {}
    T await_resume() const {
        [[maybe_unused]] Bits outcome = coroutine_outcome(m_coroutine);
        if constexpr (!std::is_void_v<T>)
            return Converter<T>::from(Origin{realm_of(m_coroutine)}, outcome);
    }

private:
    HostCoroutine& m_coroutine;
};

// The promise of the C++ coroutine, whatever it returns. No Bits are kept in it, nor in what it awaits: the collector
// does not look there.
class CoroutinePromise {
public:
    CoroutinePromise() = default;
    CoroutinePromise(const CoroutinePromise&) = delete;
    CoroutinePromise& operator=(const CoroutinePromise&) = delete;
    ~CoroutinePromise() {
        if (m_inside)
            coroutine_ends(*m_inside);
    }
    std::suspend_always initial_suspend() const noexcept { return {}; }
    std::suspend_always final_suspend() const noexcept { return {}; }
    void unhandled_exception() { coroutine_raises(*m_inside); }

    Awaiting<Value> await_transform(const Value& value) { return await<Value>(value); }
    Awaiting<Value> await_transform(const Task& task) { return await<Value>(task); }
    template <class T>
    Awaiting<T> await_transform(const Promise<T>& promise) {
        return await<T>(promise);
    }
    template <class T>
    Awaiting<T> await_transform(Async<T>&& other) {
        coroutine_awaits(*m_inside, std::move(other).to_object(realm_of(*m_inside), nullptr));
        return Awaiting<T>(*m_inside);
    }

protected:
    HostCoroutine* m_inside = nullptr; // null until there is a coroutine object

private:
    friend Bits make_coroutine(Realm&, CoroutinePromise&, std::coroutine_handle<>, const void*);
    template <class T, class Awaitable>
    Awaiting<T> await(const Awaitable& awaitable) {
        coroutine_awaits(*m_inside, to_bits(realm_of(*m_inside), awaitable));
        return Awaiting<T>(*m_inside);
    }
};

template <class T>
class CoroutinePromiseOf : public CoroutinePromise {
public:
    void return_value(const T& value) { coroutine_returns(*m_inside, to_bits(realm_of(*m_inside), value)); }
};
template <>
class CoroutinePromiseOf<void> : public CoroutinePromise {
public:
    void return_void() { coroutine_returns(*m_inside, none()); }
};

} // namespace detail

// T: any type that a host function can return, or void. Movable; one that nobody ever awaits, hands to a Runtime or
// returns to a script never runs.
template <class T = Value>
class [[nodiscard]] Async {
public:
    struct promise_type : detail::CoroutinePromiseOf<T> {
        Async get_return_object() { return Async(std::coroutine_handle<promise_type>::from_promise(*this)); }
    };

    Async(Async&& other) noexcept : m_handle(std::exchange(other.m_handle, nullptr)) {}
    Async& operator=(Async&& other) noexcept {
        std::swap(m_handle, other.m_handle);
        return *this;
    }
    ~Async() {
        if (m_handle)
            m_handle.destroy();
    }

    // The coroutine object, which scripts can await. This Async is empty afterwards, and must not have been before.
    Value object(Runtime& runtime) &&; // runtime.hpp

private:
    template <class F, class Parameters>
    friend class detail::BoundFunction;
    friend class detail::CoroutinePromise;

    explicit Async(std::coroutine_handle<promise_type> handle) : m_handle(handle) {}
    detail::Bits to_object(detail::Realm& realm, const void* callee) && {
        detail::Bits object = detail::make_coroutine(realm, m_handle.promise(), m_handle, callee);
        m_handle = nullptr;
        return object;
    }

    std::coroutine_handle<promise_type> m_handle;
};

} // namespace ouro
