// SPDX-License-Identifier: MIT
//
// int and bool. Integers of 48 bits are immediate Values; larger ones are BigInts: sign and magnitude in GMP limbs.
// Every integer has exactly one representation (normalized by make_int and make_bigint), so that equal exact ints are
// compared fast; instances of int's script subclasses are always BigInts, whatever their size.
#pragma once

#include "vm/object.hpp"
#include "vm/result.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace ouro::vm {

struct Str;
struct Tuple;
struct Type;

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

int int_sign(Value value); // -1, 0, 1
Result<Value> int_abs(VM& vm, Value value);
size_t int_bit_length(Value value);
// divmod(a, b): ZeroDivisionError.
Result<Tuple*> int_divmod(VM& vm, Value a, Value b);
// pow(a, b, modulus): ValueError for modulus 0 and for inverses that do not exist.
Result<Value> int_pow_modulo(VM& vm, Value a, Value b, Value modulus);
Result<Value> int_gcd(VM& vm, Value a, Value b);
// The integer square root; ValueError "isqrt() argument must be nonnegative".
Result<Value> int_isqrt(VM& vm, Value value);
// round(value, digits): half to even. `digits` is any int.
Result<Value> int_round(VM& vm, Value value, Value digits);
// An instance of int's script subclass `cls`.
Result<Value> make_int_instance(VM& vm, Type& cls, Value value);
// The value as an exact int: instances of bool and of int's subclasses are copied.
Result<Value> int_exact(VM& vm, Value value);

// repr(int), without a detour through std::string for small ones.
Result<Str*> int_repr(VM& vm, Value value);
// bin(), oct(), hex(): digits with "0b", "0o", "0x".
Result<std::string> int_to_prefixed_text(VM& vm, Value value, int base);
// Digits of `value` in big-endian or little-endian order; OverflowError when they do not fit `size`.
Result<void> int_to_octets(VM& vm, Value value, char* octets, size_t size, bool little_endian, bool is_signed);
Result<Value> int_from_octets(VM& vm, std::string_view octets, bool little_endian, bool is_signed);

// int() of bytes: as int_from_text for their ASCII characters.
Result<Value> int_from_bytes_text(VM& vm, std::string_view octets, int base);

} // namespace ouro::vm
