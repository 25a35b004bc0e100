// SPDX-License-Identifier: MIT
//
// int and bool. Integers of 48 bits are immediate Values; larger ones are BigInts: sign and magnitude in GMP limbs.
// Every integer has exactly one representation (normalized by make_int and make_bigint), so that equal exact ints are
// compared fast; instances of int's script subclasses are always BigInts, whatever their size.
#pragma once

#include "vm/object.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace ouro::vm {

struct BigInt : Object { // aux: count of limbs, 0 for zero (only in subclasses)
    static constexpr Kind KIND = Kind::BigInt;
    static constexpr uint8_t NEGATIVE = FLAG_A;
    bool negative() const { return flags & NEGATIVE; }
    uint32_t limb_count() const { return aux; }
    uint64_t* limbs() { return reinterpret_cast<uint64_t*>(this + 1); }
    const uint64_t* limbs() const { return reinterpret_cast<const uint64_t*>(this + 1); }
};

// The int `integer`, boxed if it must be.
Value make_int(VM& vm, int64_t integer);
Value make_int_unsigned(VM& vm, uint64_t integer);
// From limbs, least significant first; leading zero limbs are dropped. Charged: MemoryError.
Result<Value> make_bigint(VM& vm, const uint64_t* limbs, size_t count, bool negative);

// True for int, bool and instances of int's subclasses.
bool is_int(Value value);
// The integer when `value` is an int that fits 64 bits; nothing otherwise (also for other types).
std::optional<int64_t> to_int64(Value value);
// An int as double: OverflowError "int too large to convert to float".
Result<double> int_to_double(VM& vm, Value value);
// The exact int from a finite double, truncated.
Result<Value> int_from_double(VM& vm, double number);

// Arithmetic on any two ints (bools included), as the operators of Python. Raise ZeroDivisionError, ValueError
// ("negative shift count"), OverflowError, MemoryError.
Result<Value> int_add(VM& vm, Value a, Value b);
Result<Value> int_sub(VM& vm, Value a, Value b);
Result<Value> int_mul(VM& vm, Value a, Value b);
Result<Value> int_true_div(VM& vm, Value a, Value b); // correctly rounded
Result<Value> int_floor_div(VM& vm, Value a, Value b);
Result<Value> int_mod(VM& vm, Value a, Value b);
Result<Value> int_pow(VM& vm, Value a, Value b); // a float for negative exponents
Result<Value> int_lshift(VM& vm, Value a, Value b);
Result<Value> int_rshift(VM& vm, Value a, Value b);
Result<Value> int_and(VM& vm, Value a, Value b);
Result<Value> int_or(VM& vm, Value a, Value b);
Result<Value> int_xor(VM& vm, Value a, Value b);
Result<Value> int_negate(VM& vm, Value a);
Result<Value> int_invert(VM& vm, Value a);
// -1, 0, 1. Ints only; against doubles exactly.
int int_compare(Value a, Value b);
int int_compare_double(Value a, double b); // b is not NaN
uint64_t int_hash(Value a);                // as CPython's hash(int): modulo 2**61-1

// Text to int as int(text, base) parses it (whitespace, sign, underscores, prefixes; base 0 or 2..36).
// Raises ValueError "invalid literal for int() with base 10: '...'" and the 4300-digit limit.
Result<Value> int_from_text(VM& vm, std::string_view text, int base);
// Digits in `base` (2..36) with '-' but no prefix. Raises ValueError beyond 4300 decimal digits.
Result<std::string> int_to_text(VM& vm, Value a, int base);

extern const NativeType int_type, bool_type;

} // namespace ouro::vm
