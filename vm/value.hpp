// SPDX-License-Identifier: MIT
//
// Value: one Python object reference in 64 bits (a NaN box).
//
//   0000 pppp pppp pppp   pointer to a heap Object; all zero is the empty Value (unbound variable, absent argument)
//   0001 .... to FFF9     a double, its bits plus 2^48
//   FFFD 0000 0000 000n   None, False, True, Ellipsis, NotImplemented
//   FFFE pppp pppp pppp   a raised exception: only inside Result<Value>, never in a register or on the heap
//   FFFF iiii iiii iiii   an integer of 48 bits, two's complement
//
// Pointers need no untagging, both operands are ints iff (a & b) >= INT_TAG, and 48-bit overflow is the hardware's when
// payloads are shifted up by 16. Integers that do not fit 48 bits are BigInt objects; every int has one representation.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>

namespace ouro::vm {

struct Object;

class Value {
public:
    static constexpr uint64_t DOUBLE_OFFSET = 1ull << 48;
    static constexpr uint64_t DOUBLE_LIMIT = 0xFFFAull << 48; // encoded doubles are below
    static constexpr uint64_t SINGLETON_TAG = 0xFFFDull << 48;
    static constexpr uint64_t RAISED_TAG = 0xFFFEull << 48;
    static constexpr uint64_t INT_TAG = 0xFFFFull << 48;
    static constexpr int64_t INT_MIN_VALUE = -(1ll << 47);
    static constexpr int64_t INT_MAX_VALUE = (1ll << 47) - 1;

    constexpr Value() = default;
    constexpr Value(const Object* object) : m_bits(std::bit_cast<uint64_t>(object)) {} // null gives the empty Value

    static constexpr Value from_bits(uint64_t bits) {
        Value value;
        value.m_bits = bits;
        return value;
    }
    static constexpr Value none() { return from_bits(SINGLETON_TAG | 1); }
    static constexpr Value boolean(bool b) { return from_bits(SINGLETON_TAG | 2 | uint64_t(b)); }
    static constexpr Value ellipsis() { return from_bits(SINGLETON_TAG | 4); }
    static constexpr Value not_implemented() { return from_bits(SINGLETON_TAG | 5); }
    // The integer must fit 48 bits; make_int (values/int.hpp) takes any.
    static constexpr Value small_int(int64_t integer) { return from_bits(INT_TAG | (uint64_t(integer) & ~INT_TAG)); }
    static constexpr bool fits_small_int(int64_t integer) {
        return integer >= INT_MIN_VALUE && integer <= INT_MAX_VALUE;
    }
    static Value number(double number) { return from_bits(std::bit_cast<uint64_t>(number) + DOUBLE_OFFSET); }

    constexpr uint64_t bits() const { return m_bits; }
    constexpr bool is_empty() const { return m_bits == 0; }
    constexpr explicit operator bool() const { return m_bits != 0; } // not empty; says nothing of Python's truth
    constexpr bool is_object() const { return m_bits < DOUBLE_OFFSET && m_bits != 0; }
    constexpr bool is_small_int() const { return m_bits >= INT_TAG; }
    constexpr bool is_double() const { return m_bits - DOUBLE_OFFSET < DOUBLE_LIMIT - DOUBLE_OFFSET; }
    constexpr bool is_none() const { return *this == none(); }
    constexpr bool is_bool() const { return (m_bits | 1) == (SINGLETON_TAG | 3); }
    constexpr bool is_true() const { return *this == boolean(true); }
    constexpr bool is_false() const { return *this == boolean(false); }
    constexpr bool is_ellipsis() const { return *this == ellipsis(); }
    constexpr bool is_not_implemented() const { return *this == not_implemented(); }
    constexpr bool is_raised() const { return (m_bits >> 48) == 0xFFFE; }

    Object* object() const { return std::bit_cast<Object*>(m_bits); }
    constexpr int64_t small_int() const { return int64_t(m_bits << 16) >> 16; }
    double number() const { return std::bit_cast<double>(m_bits - DOUBLE_OFFSET); }

    // Identity: the `is` operator. Numbers are identical when they are the same number.
    constexpr bool operator==(const Value&) const = default;

private:
    uint64_t m_bits = 0;
};

static_assert(sizeof(Value) == 8);

inline bool both_small_ints(Value a, Value b) { return (a.bits() & b.bits()) >= Value::INT_TAG; }

} // namespace ouro::vm
