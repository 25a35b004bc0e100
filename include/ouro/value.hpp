// SPDX-License-Identifier: MIT
//
// Value: a reference to a script object that keeps the object alive.
//
// Lifetime: a Value may be kept as long as you like and dies whenever it dies, also after its Runtime; then it can
// only be copied, assigned, destroyed and asked is_null() (other uses throw std::logic_error). A Value kept by a host
// function that itself is kept by the object is a cycle that nothing collects before the Runtime ends. Threads: a
// Value is its Runtime's thread's, copies and destruction included. Errors: whatever the script object does can
// raise; that is thrown as ouro::Error. A null Value throws std::logic_error.
#pragma once

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <utility>

namespace ouro {

class Runtime;
class Value;

namespace detail {

class Realm; // the inside of a Runtime
struct Slot; // where a Value's reference is seen by the collector

// A raw engine value. Only valid as a local variable: the collector finds it on the native stack, and nowhere else.
using Bits = uint64_t;

Slot* make_slot(Realm& realm, Bits bits);
Slot* share_slot(Slot* slot) noexcept;
void release_slot(Slot* slot) noexcept;
// Throw std::logic_error for null (a null Value) and for Values whose Runtime is gone.
Realm& realm_of(Slot* slot);
Bits bits_of(Slot* slot);

// --- Conversions of any T: convert.hpp ---

// Where a value that is converted comes from, for error messages: argument
// `index` of the host function `callee`, or, with null, as<T>(); within it item number `item`.
struct Origin {
    Realm& realm;
    const void* callee = nullptr;
    unsigned index = 0;
    int64_t item = -1;

    Origin at(int64_t number) const { return {realm, callee, index, number}; }
};

template <class T>
struct Converter;
template <class T>
Bits to_bits(Realm& realm, const T& value);

struct NamedBits {
    std::string_view name;
    Bits value;
};
// Calls `callable`; the result.
Bits call(Realm& realm, Bits callable, std::span<const Bits> arguments, std::span<const NamedBits> keywords);

Bits get_attribute(Realm& realm, Bits object, std::string_view name);
void set_attribute(Realm& realm, Bits object, std::string_view name, Bits value);
Bits get_item(Realm& realm, Bits object, Bits key);
void set_item(Realm& realm, Bits object, Bits key, Bits value);
void delete_item(Realm& realm, Bits object, Bits key);
bool contains(Realm& realm, Bits object, Bits key);
bool equal(Realm& realm, Bits a, Bits b);

} // namespace detail

// A keyword argument of a call: log("disk full", ouro::named("level", 2)).
template <class T>
struct Named {
    std::string_view name;
    const T& value;
};
template <class T>
Named<T> named(std::string_view name, const T& value) {
    return {name, value};
}

class Value {
public:
    // Null: no object at all (not None).
    Value() noexcept = default;
    Value(const Value& other) noexcept : m_slot(other.m_slot ? detail::share_slot(other.m_slot) : nullptr) {}
    Value(Value&& other) noexcept : m_slot(std::exchange(other.m_slot, nullptr)) {}
    Value& operator=(const Value& other) noexcept {
        Value copy(other);
        std::swap(m_slot, copy.m_slot);
        return *this;
    }
    Value& operator=(Value&& other) noexcept {
        std::swap(m_slot, other.m_slot);
        return *this;
    }
    ~Value() {
        if (m_slot)
            detail::release_slot(m_slot);
    }

    bool is_null() const noexcept { return !m_slot; }
    Runtime& runtime() const;

    // --- What it is ---
    bool is_none() const;
    bool is_callable() const;
    // Would as<T>() be the natural reading of the object? is<long>() for an int in range that is no bool,
    // is<double>() for a float, is<std::vector<T>>() for a list or tuple of such T, is<std::map<K, T>>() for a dict
    // of such.
    template <class T>
    bool is() const;
    // The object as a C++ value; convert.hpp lists the types. TypeError, OverflowError, what its conversion raises.
    template <class T>
    T as() const;
    // type(value).__name__; "module.Name" for classes of native modules.
    std::string type_name() const;
    std::string str() const;  // str(value)
    std::string repr() const; // repr(value)
    bool truth() const;       // bool(value)

    // --- Calls ---
    // value(arguments...), where ouro::named("name", x) passes a keyword argument.
    template <class... A>
    Value operator()(const A&... arguments) const;
    // value.name(arguments...)
    template <class... A>
    Value call(std::string_view method, const A&... arguments) const {
        return attr(method)(arguments...);
    }
    // value(*arguments, **keywords)
    Value apply(std::span<const Value> arguments, const std::map<std::string, Value>& keywords = {}) const;

    // --- Attributes ---
    Value attr(std::string_view name) const; // AttributeError
    // Null when there is no such attribute.
    Value find_attr(std::string_view name) const;
    bool has_attr(std::string_view name) const { return !find_attr(name).is_null(); }
    template <class T>
    void set_attr(std::string_view name, const T& value) const;
    void delete_attr(std::string_view name) const;

    // --- Items ---
    template <class K>
    Value operator[](const K& key) const; // IndexError, KeyError
    template <class K, class T>
    void set_item(const K& key, const T& value) const;
    template <class K>
    void delete_item(const K& key) const;
    // key in value
    template <class K>
    bool contains(const K& key) const;
    size_t length() const; // len(value)

    // --- Comparison ---
    // value == other, as the script compares
    template <class T>
    bool equals(const T& other) const;
    // value is other
    bool is_same(const Value& other) const;

    // --- Iteration --- for (ouro::Value item : value)
    class Iterator;
    Iterator begin() const;
    std::default_sentinel_t end() const noexcept { return {}; }

private:
    friend class Runtime;
    friend class detail::Realm;
    template <class T>
    friend struct detail::Converter;
    template <class T>
    friend class Async;

    explicit Value(detail::Slot* slot) noexcept : m_slot(slot) {}
    detail::Realm& realm() const { return detail::realm_of(m_slot); }
    detail::Bits bits() const { return detail::bits_of(m_slot); }
    static Value make(detail::Realm& realm, detail::Bits bits) { return Value(detail::make_slot(realm, bits)); }
    template <class A>
    static void add_argument(detail::Realm& realm, detail::Bits*& positional, detail::NamedBits*&, const A& argument);
    template <class A>
    static void add_argument(detail::Realm& realm, detail::Bits*&, detail::NamedBits*& named, const Named<A>& argument);

    detail::Slot* m_slot = nullptr;
};

// Walks an iterable once; the errors of the script's iterator are thrown from begin() and ++.
class Value::Iterator {
public:
    using value_type = Value;
    using difference_type = ptrdiff_t;
    using iterator_category = std::input_iterator_tag;

    explicit Iterator(Value iterator) : m_iterator(std::move(iterator)) { ++*this; }
    const Value& operator*() const noexcept { return m_item; }
    const Value* operator->() const noexcept { return &m_item; }
    Iterator& operator++();
    void operator++(int) { ++*this; }
    bool operator==(std::default_sentinel_t) const noexcept { return m_item.is_null(); }

private:
    Value m_iterator, m_item;
};

template <class T>
bool Value::is() const {
    return detail::Converter<T>::matches(realm(), bits());
}

template <class T>
T Value::as() const {
    return detail::Converter<T>::from(detail::Origin{realm()}, bits());
}

template <class A>
void Value::add_argument(detail::Realm& realm, detail::Bits*& positional, detail::NamedBits*&, const A& argument) {
    *positional++ = detail::to_bits(realm, argument);
}

template <class A>
void Value::add_argument(detail::Realm& realm, detail::Bits*&, detail::NamedBits*& named, const Named<A>& argument) {
    *named++ = {argument.name, detail::to_bits(realm, argument.value)};
}

template <class... A>
Value Value::operator()(const A&... arguments) const {
    detail::Realm& inside = realm();
    detail::Bits positional[sizeof...(A) + 1] = {};
    detail::NamedBits keywords[sizeof...(A) + 1] = {};
    detail::Bits* next = positional;
    detail::NamedBits* next_keyword = keywords;
    (add_argument(inside, next, next_keyword, arguments), ...);
    return make(inside, detail::call(inside, bits(), {positional, next}, {keywords, next_keyword}));
}

template <class T>
void Value::set_attr(std::string_view name, const T& value) const {
    detail::set_attribute(realm(), bits(), name, detail::to_bits(realm(), value));
}

template <class K>
Value Value::operator[](const K& key) const {
    return make(realm(), detail::get_item(realm(), bits(), detail::to_bits(realm(), key)));
}

template <class K, class T>
void Value::set_item(const K& key, const T& value) const {
    detail::Bits raw_key = detail::to_bits(realm(), key);
    detail::set_item(realm(), bits(), raw_key, detail::to_bits(realm(), value));
}

template <class K>
void Value::delete_item(const K& key) const {
    detail::delete_item(realm(), bits(), detail::to_bits(realm(), key));
}

template <class K>
bool Value::contains(const K& key) const {
    return detail::contains(realm(), bits(), detail::to_bits(realm(), key));
}

template <class T>
bool Value::equals(const T& other) const {
    return detail::equal(realm(), bits(), detail::to_bits(realm(), other));
}

} // namespace ouro

#include "ouro/convert.hpp"
