// SPDX-License-Identifier: MIT
//
// float: doubles are immediate Values; only instances of script subclasses are boxed.
#pragma once

#include "vm/object.hpp"
#include "vm/result.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace ouro::vm {

struct Tuple;

struct Float : Object {
    static constexpr Kind KIND = Kind::Float;
    double number;
};

bool is_float(Value value); // subclasses included
double float_number(Value value); // of a float, boxed or not
// repr(float): the shortest digits that round-trip.
std::string float_repr(double number);
// float(text): ValueError "could not convert string to float: '...'".
Result<double> float_from_text(VM& vm, std::string_view text);
uint64_t float_hash(double number); // equal to int_hash for integral values
// Python's float // and % (sign of the divisor) and **.
double float_floor_div(double a, double b);
double float_mod(double a, double b);
Result<Value> float_pow(VM& vm, double a, double b);

class VM;

// A NaN of its own identity: containers compare by identity first, and float('nan') is never another float('nan'). What
// makes it different stands in the payload, which nobody may see: what writes the bits of floats takes those of
// canonical_bits.
Value fresh_nan(VM& vm, bool is_negative = false);
// The bits of `number`; of a NaN, those of a quiet one of its sign without a payload.
uint64_t canonical_bits(double number);
// `number` as a Value, whatever bits it has: foreign NaNs (from bytes, from a host) could be mistaken for other Values.
Value any_double(double number);

// round(number, digits), correctly rounded, ties to even. OverflowError when the result is too large.
Result<double> float_round(VM& vm, double number, int64_t digits);
// round(number): the int. ValueError for NaN, OverflowError for infinities.
Result<Value> float_to_int_rounded(VM& vm, double number);
// int(number) truncated: ValueError for NaN, OverflowError for infinities.
Result<Value> float_to_int(VM& vm, double number);
Result<Tuple*> float_as_ratio(VM& vm, double number);
// float() of bytes.
Result<double> float_from_bytes_text(VM& vm, std::string_view octets);
std::string float_hex(double number);
// ValueError, OverflowError.
Result<double> float_from_hex(VM& vm, std::string_view text);
// A float method's operand: false when `value` is no int and no float.
Result<bool> float_operand(VM& vm, Value value, double& number);

// How a float is laid out as text.
struct FloatLayout {
    char code;              // e f g, or r: the shortest digits that round-trip
    int precision = 0;      // digits after the point (e, f) or in all (g); unused by r
    bool alternate = false; // keep the point and, with g, trailing zeros
    bool dot_zero = false;  // at least ".0" behind an integral number, as str(float) has it
};
// `number` with '-' where its sign bit is set; "inf" and "nan". Reserves memory for huge precisions.
Result<std::string> float_to_text(VM& vm, double number, const FloatLayout& layout);

} // namespace ouro::vm
