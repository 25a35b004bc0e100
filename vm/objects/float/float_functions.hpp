// SPDX-License-Identifier: MIT
//
// Functions on floats beyond the operators: what formatting, math and other modules ask of float.
#pragma once

#include "vm/objects/float/float.hpp"
#include "vm/result.hpp"

#include <string>
#include <string_view>

namespace ouro::vm {

class VM;
struct Tuple;

// A NaN of its own identity: containers compare by identity first, and float('nan') is never another float('nan').
Value fresh_nan(VM& vm);
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
// float(value): TypeError, ValueError, OverflowError.
Result<double> float_from_object(VM& vm, Value value);
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
