// SPDX-License-Identifier: MIT
//
// float: doubles are immediate Values; only instances of script subclasses are boxed.
#pragma once

#include "vm/object.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace ouro::vm {

struct Float : Object {
    static constexpr Kind KIND = Kind::Float;
    double number;
};

bool is_float(Value value); // subclasses included
double float_number(Value value); // of a float, boxed or not
// int, float (with subclasses) as double; nothing for other types. OverflowError for large ints is the caller's wish.
Result<double> to_double(VM& vm, Value value); // int, float, __float__, __index__; TypeError "must be real number, not X"
// repr(float): the shortest digits that round-trip.
std::string float_repr(double number);
// float(text): ValueError "could not convert string to float: '...'".
Result<double> float_from_text(VM& vm, std::string_view text);
uint64_t float_hash(double number); // equal to int_hash for integral values
// Python's float // and % (sign of the divisor) and **.
double float_floor_div(double a, double b);
double float_mod(double a, double b);
Result<Value> float_pow(VM& vm, double a, double b);

extern const NativeType float_type;

} // namespace ouro::vm
