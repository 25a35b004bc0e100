// SPDX-License-Identifier: MIT
//
// Which C++ types become which Python types, in arguments, results, as<T>() and everywhere else:
//
//     bool                          bool; from any object: its truth
//     integers, unsigned ones too   int; from what has __index__; OverflowError out of range
//     float, double                 float; from any real number
//     std::string, string_view,     str; must be UTF-8 (UnicodeDecodeError). A string_view parameter is valid during
//       const char*                 the call, one from as<>() as long as the Value; const char* cannot be read back
//     std::vector<std::byte>        bytes
//     std::vector<T>                list; from any iterable but str, bytes and dict
//     std::array, pair, tuple       tuple; from a tuple or list of that length
//     std::map, unordered_map<K,T>  dict
//     std::optional<T>              None or T
//     nullptr, std::monostate       None
//     std::function<R(A...)>        a function that calls the C++ function; from any callable: calls it
//     lambdas, function pointers    a function that calls them (not back)
//     Value                         any object
//
// Your own types: specialise ouro::Convert.
//
//     template <> struct ouro::Convert<Vec2> {
//         static Vec2 from(const ouro::Value& value) { return {value[0].as<double>(), value[1].as<double>()}; }
//         static ouro::Value to(ouro::Runtime& runtime, const Vec2& v) { return runtime.value(std::pair(v.x, v.y)); }
//     };
//
// `from` may throw ouro::Error; an optional `static bool matches(const ouro::Value&)` answers is<Vec2>().
#pragma once

#include "ouro/value.hpp"

#include <array>
#include <concepts>
#include <cstddef>
#include <functional>
#include <limits>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <unordered_map>
#include <utility>
#include <variant>
#include <vector>

namespace ouro {

template <class T>
struct Convert;

namespace detail {

// Throw the TypeErrors "f() argument 'x' must be WHAT, not TYPE" and "... must be WHAT of length 2, not 3".
[[noreturn]] void fail_type(const Origin& origin, const char* what, Bits value);
[[noreturn]] void fail_length(const Origin& origin, const char* what, size_t wanted, size_t found);

// --- To C++ ---
int64_t to_signed(const Origin& origin, Bits value, int64_t least, int64_t most);
uint64_t to_unsigned(const Origin& origin, Bits value, uint64_t most);
double to_double(const Origin& origin, Bits value);
bool to_bool(const Origin& origin, Bits value);
std::string_view to_text(const Origin& origin, Bits value);
std::vector<std::byte> to_bytes(const Origin& origin, Bits value);
bool is_none(Bits value);

// Reads the items of an iterable one after the other; like Bits, a local variable only.
class ItemReader {
public:
    // TypeError unless `value` can be iterated and is no str, bytes or dict.
    ItemReader(const Origin& origin, Bits value);
    bool next(Bits& item);
    size_t size_hint() const { return m_size_hint; }

private:
    Realm& m_realm;
    Bits m_source;
    size_t m_size_hint;
    size_t m_position = 0;
};
// The same for the entries of a dict.
class EntryReader {
public:
    EntryReader(const Origin& origin, Bits value);
    bool next(Bits& key, Bits& value);

private:
    Bits m_source;
    size_t m_position = 0;
};
// The number of items of a tuple or list, or SIZE_MAX for other objects; and one of them, which must exist.
size_t sequence_size(Bits value);
Bits sequence_item(Bits value, size_t index);

// --- What it is ---
bool is_int(Bits value, int64_t least, uint64_t most); // no bool
bool is_float(Bits value);
bool is_bool(Bits value);
bool is_str(Bits value);
bool is_bytes(Bits value);
bool is_dict(Bits value);
bool is_callable(Realm& realm, Bits value);

// --- From C++ ---
Bits from_signed(Realm& realm, int64_t number);
Bits from_unsigned(Realm& realm, uint64_t number);
Bits from_double(double number);
Bits from_bool(bool truth);
Bits from_text(Realm& realm, std::string_view text);
Bits from_bytes(Realm& realm, std::span<const std::byte> bytes);
Bits none();
Bits make_list(Realm& realm, size_t capacity);
void list_append(Realm& realm, Bits list, Bits item);
Bits make_tuple(Realm& realm, std::span<const Bits> items);
Bits make_dict(Realm& realm);
void dict_set(Realm& realm, Bits dict, Bits key, Bits value);
// The object behind a Value; None for a null one. std::invalid_argument when it belongs to another Runtime.
Bits from_value(Realm& realm, Slot* slot);
Runtime& runtime_of(Realm& realm);

// --- The table of types ---

template <class T>
concept UserConvertible = requires { sizeof(Convert<T>); };

template <class T>
struct CallableTraits;

template <class T>
concept PlainCallable = requires { typename CallableTraits<std::decay_t<T>>::Result; };

// Lambdas and functions, made into a function object: function.hpp.
template <class F>
Bits from_callable(Realm& realm, F&& function);

template <class T>
struct Converter {
    static_assert(UserConvertible<T> || PlainCallable<T>, "this type has no conversion: specialise ouro::Convert");

    static T from(const Origin& origin, Bits value) { return Convert<T>::from(Value::make(origin.realm, value)); }
    static bool matches(Realm& realm, Bits value) { return Convert<T>::matches(Value::make(realm, value)); }
    static Bits to(Realm& realm, const T& value) {
        if constexpr (UserConvertible<T>) {
            Value made = Convert<T>::to(runtime_of(realm), value);
            return from_value(realm, made.m_slot);
        } else {
            return from_callable(realm, value);
        }
    }
};

template <>
struct Converter<Value> {
    static Value from(const Origin& origin, Bits value) { return Value::make(origin.realm, value); }
    static bool matches(Realm&, Bits) { return true; }
    static Bits to(Realm& realm, const Value& value) { return from_value(realm, value.m_slot); }
};

template <>
struct Converter<bool> {
    static bool from(const Origin& origin, Bits value) { return to_bool(origin, value); }
    static bool matches(Realm&, Bits value) { return is_bool(value); }
    static Bits to(Realm&, bool value) { return from_bool(value); }
};

template <class T>
concept Integer = std::integral<T> && !std::same_as<T, bool> && !std::same_as<T, char> && !std::same_as<T, wchar_t> &&
                  !std::same_as<T, char8_t> && !std::same_as<T, char16_t> && !std::same_as<T, char32_t>;

template <Integer T>
struct Converter<T> {
    using Limits = std::numeric_limits<T>;
    static T from(const Origin& origin, Bits value) {
        if constexpr (std::is_signed_v<T>)
            return T(to_signed(origin, value, Limits::min(), Limits::max()));
        else
            return T(to_unsigned(origin, value, Limits::max()));
    }
    static bool matches(Realm&, Bits value) { return is_int(value, int64_t(Limits::min()), uint64_t(Limits::max())); }
    static Bits to(Realm& realm, T value) {
        if constexpr (std::is_signed_v<T>)
            return from_signed(realm, value);
        else
            return from_unsigned(realm, value);
    }
};

template <std::floating_point T>
struct Converter<T> {
    static T from(const Origin& origin, Bits value) { return T(to_double(origin, value)); }
    static bool matches(Realm&, Bits value) { return is_float(value); }
    static Bits to(Realm&, T value) { return from_double(double(value)); }
};

template <>
struct Converter<std::string_view> {
    static std::string_view from(const Origin& origin, Bits value) { return to_text(origin, value); }
    static bool matches(Realm&, Bits value) { return is_str(value); }
    static Bits to(Realm& realm, std::string_view text) { return from_text(realm, text); }
};

template <>
struct Converter<std::string> {
    static std::string from(const Origin& origin, Bits value) { return std::string(to_text(origin, value)); }
    static bool matches(Realm&, Bits value) { return is_str(value); }
    static Bits to(Realm& realm, std::string_view text) { return from_text(realm, text); }
};

template <>
struct Converter<const char*> {
    static Bits to(Realm& realm, const char* text) { return text ? from_text(realm, text) : none(); }
};

template <>
struct Converter<std::nullptr_t> {
    static Bits to(Realm&, std::nullptr_t) { return none(); }
};

template <>
struct Converter<std::monostate> {
    static std::monostate from(const Origin& origin, Bits value) {
        if (!is_none(value))
            fail_type(origin, "None", value);
        return {};
    }
    static bool matches(Realm&, Bits value) { return is_none(value); }
    static Bits to(Realm&, std::monostate) { return none(); }
};

template <class T>
struct Converter<std::optional<T>> {
    static std::optional<T> from(const Origin& origin, Bits value) {
        if (is_none(value))
            return std::nullopt;
        return Converter<T>::from(origin, value);
    }
    static bool matches(Realm& realm, Bits value) { return is_none(value) || Converter<T>::matches(realm, value); }
    static Bits to(Realm& realm, const std::optional<T>& value) {
        return value ? Converter<T>::to(realm, *value) : none();
    }
};

template <>
struct Converter<std::vector<std::byte>> {
    static std::vector<std::byte> from(const Origin& origin, Bits value) { return to_bytes(origin, value); }
    static bool matches(Realm&, Bits value) { return is_bytes(value); }
    static Bits to(Realm& realm, const std::vector<std::byte>& value) { return from_bytes(realm, value); }
};

// Items that are views would outlive what they view.
template <class T>
inline constexpr bool is_owning = !std::same_as<T, std::string_view> && !std::same_as<T, const char*>;

template <class T, class A>
struct Converter<std::vector<T, A>> {
    static std::vector<T, A> from(const Origin& origin, Bits value) {
        static_assert(is_owning<T>, "use std::string for the items");
        std::vector<T, A> result;
        ItemReader reader(origin, value);
        result.reserve(reader.size_hint());
        for (Bits item; reader.next(item);)
            result.push_back(Converter<T>::from(origin.at(int64_t(result.size())), item));
        return result;
    }
    static bool matches(Realm& realm, Bits value) {
        size_t size = sequence_size(value);
        for (size_t i = 0; size != SIZE_MAX && i < size; i++) {
            if (!Converter<T>::matches(realm, sequence_item(value, i)))
                return false;
        }
        return size != SIZE_MAX;
    }
    static Bits to(Realm& realm, const std::vector<T, A>& items) {
        Bits list = make_list(realm, items.size());
        for (const auto& item : items)
            list_append(realm, list, Converter<T>::to(realm, item));
        return list;
    }
};

template <class M>
struct MapConverter {
    using Key = typename M::key_type;
    using Item = typename M::mapped_type;
    static M from(const Origin& origin, Bits value) {
        static_assert(is_owning<Key> && is_owning<Item>, "use std::string for keys and items");
        M result;
        EntryReader reader(origin, value);
        for (Bits key, item; reader.next(key, item);) {
            auto number = int64_t(result.size());
            auto converted = Converter<Key>::from(origin.at(number), key);
            result.insert_or_assign(std::move(converted), Converter<Item>::from(origin.at(number), item));
        }
        return result;
    }
    static bool matches(Realm& realm, Bits value) {
        if (!is_dict(value))
            return false;
        EntryReader reader(Origin{realm}, value);
        for (Bits key, item; reader.next(key, item);) {
            if (!Converter<Key>::matches(realm, key) || !Converter<Item>::matches(realm, item))
                return false;
        }
        return true;
    }
    static Bits to(Realm& realm, const M& items) {
        Bits dict = make_dict(realm);
        for (const auto& [key, item] : items) {
            Bits raw_key = Converter<Key>::to(realm, key);
            dict_set(realm, dict, raw_key, Converter<Item>::to(realm, item));
        }
        return dict;
    }
};
template <class K, class T, class C, class A>
struct Converter<std::map<K, T, C, A>> : MapConverter<std::map<K, T, C, A>> {};
template <class K, class T, class H, class E, class A>
struct Converter<std::unordered_map<K, T, H, E, A>> : MapConverter<std::unordered_map<K, T, H, E, A>> {};

// std::tuple, std::pair, std::array: whatever std::get and std::tuple_element know.
template <class T>
struct TupleConverter {
    static constexpr size_t COUNT = std::tuple_size_v<T>;
    template <size_t I>
    using Item = std::tuple_element_t<I, T>;

    static T from(const Origin& origin, Bits value) { return from(origin, value, std::make_index_sequence<COUNT>()); }
    static bool matches(Realm& realm, Bits value) { return matches(realm, value, std::make_index_sequence<COUNT>()); }
    static Bits to(Realm& realm, const T& items) { return to(realm, items, std::make_index_sequence<COUNT>()); }

private:
    // Converting an item may run script code, which may change a list: the length is checked before each.
    static Bits item_of(const Origin& origin, Bits value, size_t index) {
        size_t size = sequence_size(value);
        if (size == SIZE_MAX)
            fail_type(origin, "tuple", value);
        if (size != COUNT)
            fail_length(origin, "tuple", COUNT, size);
        return sequence_item(value, index);
    }
    template <size_t... I>
    static T from(const Origin& origin, Bits value, std::index_sequence<I...>) {
        if (sequence_size(value) != COUNT)
            item_of(origin, value, 0);
        return T{Converter<Item<I>>::from(origin.at(I), item_of(origin, value, I))...};
    }
    template <size_t... I>
    static bool matches(Realm& realm, Bits value, std::index_sequence<I...>) {
        return sequence_size(value) == COUNT && (Converter<Item<I>>::matches(realm, sequence_item(value, I)) && ...);
    }
    template <size_t... I>
    static Bits to(Realm& realm, const T& items, std::index_sequence<I...>) {
        Bits raw[COUNT + 1] = {Converter<Item<I>>::to(realm, std::get<I>(items))...};
        return make_tuple(realm, {raw, COUNT});
    }
};
template <class... T>
struct Converter<std::tuple<T...>> : TupleConverter<std::tuple<T...>> {};
template <class A, class B>
struct Converter<std::pair<A, B>> : TupleConverter<std::pair<A, B>> {};
template <class T, size_t N>
struct Converter<std::array<T, N>> : TupleConverter<std::array<T, N>> {};

// Any script callable as a C++ function. It keeps the callable alive.
template <class R, class... A>
struct Converter<std::function<R(A...)>> {
    static std::function<R(A...)> from(const Origin& origin, Bits value) {
        if (!is_callable(origin.realm, value))
            fail_type(origin, "callable", value);
        return [callable = Value::make(origin.realm, value)](A... arguments) -> R {
            if constexpr (std::is_void_v<R>)
                callable(arguments...);
            else
                return callable(arguments...).template as<R>();
        };
    }
    static bool matches(Realm& realm, Bits value) { return is_callable(realm, value); }
    static Bits to(Realm& realm, const std::function<R(A...)>& function) {
        return function ? from_callable(realm, function) : none();
    }
};

// The type whose Converter serves for T: char* is as good as const char*.
template <class T>
using Converted = std::conditional_t<std::same_as<std::decay_t<T>, char*>, const char*, std::decay_t<T>>;

template <class T>
Bits to_bits(Realm& realm, const T& value) {
    return Converter<Converted<T>>::to(realm, value);
}

} // namespace detail
} // namespace ouro

#include "ouro/function.hpp"
