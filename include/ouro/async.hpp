// SPDX-License-Identifier: MIT
//
// Task: a coroutine of a script that runs on the Runtime's event loop. Promise: an operation of the host that scripts
// await. Runtime::spawn, poll and run_until_complete drive the loop (runtime.hpp).
#pragma once

#include "ouro/convert.hpp"
#include "ouro/error.hpp"
#include "ouro/value.hpp"

#include <concepts>
#include <exception>
#include <functional>
#include <memory>
#include <utility>

namespace ouro {

// A handle to an asyncio.Task or Future: cheap to copy, the Runtime's thread's. The loop keeps unfinished tasks
// alive, with or without a handle.
class Task {
public:
    // Null: all but is_null() throw std::logic_error.
    Task() = default;
    // `future`: an asyncio future or task.
    explicit Task(Value future) : m_future(std::move(future)) {}

    bool is_null() const noexcept { return m_future.is_null(); }
    bool done() const { return m_future.call("done").truth(); }
    bool cancelled() const { return m_future.call("cancelled").truth(); }
    // What the coroutine has returned; what it has raised is thrown. InvalidStateError while it is not done.
    Value result() const { return m_future.call("result"); }
    // Has CancelledError raised in it, where it waits. False when it is done already.
    bool cancel() const { return m_future.call("cancel").truth(); }
    // The asyncio object.
    const Value& value() const noexcept { return m_future; }

private:
    Value m_future;
};

namespace detail {

struct PromiseState;
std::shared_ptr<PromiseState> make_promise(Runtime& runtime);
Bits promise_future(PromiseState& state, Realm& realm);
Value promise_value(PromiseState& state);
bool settle(PromiseState& state, std::function<Bits(Realm&)> make_result);

} // namespace detail

// The result to come of an operation of the host. A host function returns it, the script awaits it, and any thread
// settles it once:
//
//     host.def("fetch(url: str)", [&](std::string url) {
//         ouro::Promise<std::string> page(runtime);
//         pool.submit([=] { page.set_value(download(url)); });
//         return page;
//     });
//
// Copies share one operation. When the last copy goes unsettled, awaiting it raises RuntimeError. It may outlive the
// Runtime; settling it then has no effect. T is any type of convert.hpp but those that hold Values, or void.
template <class T>
class Promise {
    static_assert(!std::same_as<T, Value>, "Values belong to the Runtime's thread: settle with a C++ type");

public:
    using Stored = std::conditional_t<std::is_void_v<T>, std::nullptr_t, T>;

    // On the Runtime's thread. It is awaited on the loop that runs now, or else on the Runtime's own.
    explicit Promise(Runtime& runtime) : m_state(detail::make_promise(runtime)) {}

    // The awaitable, an asyncio.Future. On the Runtime's thread, while the Runtime lives.
    Value future() const { return detail::promise_value(*m_state); }

    // From any thread: what awaiting it gives. False when it was settled before, or the loop is gone.
    bool set_value(Stored value) const
        requires(!std::is_void_v<T>)
    {
        auto kept = std::make_shared<Stored>(std::move(value));
        return detail::settle(*m_state, [kept](detail::Realm& realm) { return detail::to_bits(realm, *kept); });
    }
    bool set_value() const
        requires(std::is_void_v<T>)
    {
        return detail::settle(*m_state, [](detail::Realm&) { return detail::none(); });
    }
    // From any thread: awaiting it raises this, as if a host function had thrown it.
    bool set_error(std::exception_ptr error) const {
        return detail::settle(*m_state, [error](detail::Realm&) -> detail::Bits { std::rethrow_exception(error); });
    }
    template <class E>
        requires std::derived_from<E, std::exception>
    bool set_error(const E& error) const {
        return set_error(std::make_exception_ptr(error));
    }

private:
    template <class U>
    friend struct detail::Converter;
    std::shared_ptr<detail::PromiseState> m_state;
};

namespace detail {

template <class T>
struct Converter<Promise<T>> {
    static Bits to(Realm& realm, const Promise<T>& promise) { return promise_future(*promise.m_state, realm); }
};

template <>
struct Converter<Task> {
    static Bits to(Realm& realm, const Task& task) { return to_bits(realm, task.value()); }
};

} // namespace detail
} // namespace ouro
