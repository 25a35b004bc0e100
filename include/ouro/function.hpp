// SPDX-License-Identifier: MIT
//
// Host functions: how a lambda or function is called with a script's arguments. Hosts use it through Module::def and
// Runtime::function; nothing here is called directly.
//
// A parameter may be a value, a const reference or an rvalue reference of any type of convert.hpp; `*args` is a
// std::vector<T>, `**kwargs` a std::map<std::string, T>. What the function throws becomes a script exception
// (error.hpp). Functions that return an Async are coroutine functions (coroutine.hpp).
#pragma once

#include "ouro/convert.hpp"

#include <memory>

namespace ouro::detail {

// An item's place in a list of its Realm.
template <class T>
struct Links {
    T *previous = nullptr, *next = nullptr;
};

// A C++ callable with its types erased. Owned by its Realm, which destroys it when no script can call it any more.
class HostFunction {
public:
    HostFunction() = default;
    HostFunction(const HostFunction&) = delete;
    HostFunction& operator=(const HostFunction&) = delete;
    virtual ~HostFunction() = default;
    // `arguments`: one per parameter. May throw anything.
    virtual Bits call(Realm& realm, const Bits* arguments, const void* callee) = 0;

    Links<HostFunction> links;

private:
    friend class Realm;
    friend struct HostClosure;
    HostFunction** m_owner = nullptr; // where its function object points to it
};

template <class T>
struct CallableTraits {};
template <class T>
    requires requires { &T::operator(); }
struct CallableTraits<T> : CallableTraits<decltype(&T::operator())> {};
template <class R, class... A>
struct CallableTraits<R(A...)> {
    using Result = R;
    using Parameters = std::tuple<A...>;
};
template <class R, class... A>
struct CallableTraits<R (*)(A...)> : CallableTraits<R(A...)> {};
template <class R, class... A>
struct CallableTraits<R (*)(A...) noexcept> : CallableTraits<R(A...)> {};
template <class C, class R, class... A>
struct CallableTraits<R (C::*)(A...)> : CallableTraits<R(A...)> {};
template <class C, class R, class... A>
struct CallableTraits<R (C::*)(A...) const> : CallableTraits<R(A...)> {};
template <class C, class R, class... A>
struct CallableTraits<R (C::*)(A...) noexcept> : CallableTraits<R(A...)> {};
template <class C, class R, class... A>
struct CallableTraits<R (C::*)(A...) const noexcept> : CallableTraits<R(A...)> {};

template <class F, class Parameters>
class BoundFunction;

template <class F, class... A>
class BoundFunction<F, std::tuple<A...>> final : public HostFunction {
    static_assert(((!std::is_lvalue_reference_v<A> || std::is_const_v<std::remove_reference_t<A>>) && ...),
                  "a script cannot see changes of a parameter: take it by value or const reference");

public:
    template <class G>
    explicit BoundFunction(G&& function) : m_function(std::forward<G>(function)) {}

    Bits call(Realm& realm, const Bits* arguments, const void* callee) override {
        return call(realm, arguments, callee, std::index_sequence_for<A...>());
    }

private:
    template <class T>
    using Plain = std::remove_cvref_t<T>;

    template <size_t... I>
    Bits call([[maybe_unused]] Realm& realm, [[maybe_unused]] const Bits* arguments,
              [[maybe_unused]] const void* callee, std::index_sequence<I...>) {
        // Braces: converted from left to right, so that the first that does not fit is what is raised.
        std::tuple<Plain<A>...> converted{
            Converter<Plain<A>>::from(Origin{realm, callee, unsigned(I)}, arguments[I])...};
        using Result = typename CallableTraits<F>::Result;
        if constexpr (requires { typename Result::promise_type; }) {
            static_assert(((!std::is_reference_v<A> && is_owning<A>) && ...),
                          "a coroutine outlives the call: take its parameters by value, text as std::string");
            return m_function(std::forward<A>(std::get<I>(converted))...).to_object(realm, callee);
        } else if constexpr (std::is_void_v<Result>) {
            m_function(std::forward<A>(std::get<I>(converted))...);
            return none();
        } else {
            return to_bits(realm, m_function(std::forward<A>(std::get<I>(converted))...));
        }
    }

    F m_function;
};

// Makes a function object. `signature`: as in a def statement, "name(a: int, b=2, *, c) -> int"; `parameters` of it
// must be the C++ function's. Throws Error: SyntaxError for the signature, TypeError for a wrong number of
// parameters.
Bits make_function(Realm& realm, std::unique_ptr<HostFunction> function, std::string_view signature, size_t parameters,
                   std::string_view doc);
// The same without names: all parameters are positional.
Bits make_function(Realm& realm, std::unique_ptr<HostFunction> function, size_t parameters);

template <class F>
std::unique_ptr<HostFunction> bind(F&& function) {
    using Function = std::decay_t<F>;
    using Parameters = typename CallableTraits<Function>::Parameters;
    return std::make_unique<BoundFunction<Function, Parameters>>(std::forward<F>(function));
}

template <class F>
inline constexpr size_t parameter_count = std::tuple_size_v<typename CallableTraits<std::decay_t<F>>::Parameters>;

template <class F>
Bits from_callable(Realm& realm, F&& function) {
    return make_function(realm, bind(std::forward<F>(function)), parameter_count<F>);
}

} // namespace ouro::detail
