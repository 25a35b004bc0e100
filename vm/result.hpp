// SPDX-License-Identifier: MIT
//
// Result<T>: a T, or the Python exception that was raised instead. Errors in the engine are values; nothing throws.
//
//     Result<Value> first_item(VM& vm, Value sequence) {
//         int64_t length = TRY(vm::length(vm, sequence));
//         if (length == 0)
//             return vm.value_error("empty sequence");
//         return get_item(vm, sequence, Value::small_int(0));
//     }
//
// Result<Value> and Result<void> are one register wide: the raised exception is a tagged pointer.
#pragma once

#include "vm/value.hpp"

#include <new>
#include <type_traits>
#include <utility>

namespace ouro::vm {

struct Exception;

// The exception that is being raised: what an error path returns.
struct [[nodiscard]] Raised {
    Exception* exception;
};

template <class T>
class [[nodiscard]] Result {
    static_assert(std::is_trivially_copyable_v<T> || std::is_move_constructible_v<T>);

public:
    Result(T value) : m_value(std::move(value)), m_exception(nullptr) {}
    template <class U>
        requires(std::is_convertible_v<U &&, T> && !std::is_same_v<std::remove_cvref_t<U>, T> &&
                 !std::is_same_v<std::remove_cvref_t<U>, Raised> && !std::is_same_v<std::remove_cvref_t<U>, Result<T>>)
    Result(U&& value) : m_value(std::forward<U>(value)), m_exception(nullptr) {}
    Result(Raised raised) : m_exception(raised.exception) {
        // Nobody reads it, but g++ cannot always prove that and warns.
        if constexpr (std::is_trivially_default_constructible_v<T>)
            m_value = T();
    }
    // A Result of a trivial type is trivial itself, so that it is returned in registers.
    Result(Result&&)
        requires(std::is_trivially_copyable_v<T>)
    = default;
    Result(Result&& other)
        requires(!std::is_trivially_copyable_v<T>)
        : m_exception(other.m_exception) {
        if (!m_exception)
            new (&m_value) T(std::move(other.m_value));
    }
    Result& operator=(Result&&) = delete;
    ~Result()
        requires(std::is_trivially_destructible_v<T>)
    = default;
    ~Result()
        requires(!std::is_trivially_destructible_v<T>)
    {
        if (!m_exception)
            m_value.~T();
    }

    bool is_error() const { return m_exception != nullptr; }
    Raised error() const { return {m_exception}; }
    Exception* exception() const { return m_exception; }
    T release() { return std::move(m_value); }

private:
    union {
        T m_value;
    };
    Exception* m_exception;
};

template <>
class [[nodiscard]] Result<Value> {
public:
    Result(Value value) : m_bits(value.bits()) {}
    template <class U>
        requires(std::is_base_of_v<Object, U>)
    Result(U* object) : m_bits(Value(object).bits()) {}
    Result(Raised raised) : m_bits(Value::RAISED_TAG | std::bit_cast<uint64_t>(raised.exception)) {}
    static Result from_bits(uint64_t bits) { return Result(Value::from_bits(bits)); }

    bool is_error() const { return (m_bits >> 48) == 0xFFFE; }
    Raised error() const { return {exception()}; }
    Exception* exception() const { return std::bit_cast<Exception*>(m_bits & ~(0xFFFFull << 48)); }
    Value release() const { return Value::from_bits(m_bits); }
    uint64_t bits() const { return m_bits; }

private:
    uint64_t m_bits;
};

template <>
class [[nodiscard]] Result<void> {
public:
    Result() = default;
    Result(Raised raised) : m_exception(raised.exception) {}
    bool is_error() const { return m_exception != nullptr; }
    Raised error() const { return {m_exception}; }
    Exception* exception() const { return m_exception; }
    void release() const {}

private:
    Exception* m_exception = nullptr;
};

// The value of a Result expression, or return its exception from the enclosing function.
#define TRY(...)                                                                                                       \
    ({                                                                                                                 \
        auto&& ouro_try_result = (__VA_ARGS__);                                                                        \
        if (ouro_try_result.is_error()) [[unlikely]]                                                                   \
            return ouro_try_result.error();                                                                            \
        ouro_try_result.release();                                                                                     \
    })

// The value of a Result that cannot be an error; say why beside each use.
#define MUST(...)                                                                                                      \
    ({                                                                                                                 \
        auto&& ouro_must_result = (__VA_ARGS__);                                                                       \
        OURO_VERIFY(!ouro_must_result.is_error());                                                                     \
        ouro_must_result.release();                                                                                    \
    })

// A broken invariant of the engine itself: ends the process with the place of the check.
[[noreturn]] void verification_failed(const char* expression, const char* file, int line);
#define OURO_VERIFY(expression)                                                                                        \
    ((expression) ? void() : ::ouro::vm::verification_failed(#expression, __FILE__, __LINE__))

} // namespace ouro::vm
