// SPDX-License-Identifier: MIT
//
// Functions on ints beyond the operators: what builtins, math and the formatting code ask of int.
#pragma once

#include "vm/objects/int/int.hpp"
#include "vm/result.hpp"

#include <string>
#include <string_view>

namespace ouro::vm {

struct Str;
struct Tuple;
struct Type;

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
// int(value): TypeError, ValueError, OverflowError.
Result<Value> int_from_object(VM& vm, Value value);
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

// Numeric text with other scripts' digits and spaces replaced by ASCII; what is neither becomes '?'.
std::string numeric_text_to_ascii(std::string_view text);

} // namespace ouro::vm
