// SPDX-License-Identifier: MIT
//
// The arithmetic of floats where it is more than the machine's: Python's floor division, modulo and power, rounding,
// hashing, conversions to ints. The Python type is in float_type.cpp, text in float_text.cpp and float_hex.cpp.

#include "vm/values/float.hpp"

#include "vm/values/int.hpp"
#include "vm/vm.hpp"
#include "vm/values/tuple.hpp"
#include "vm/values/str.hpp"

#include <charconv>
#include <cmath>

namespace ouro::vm {

bool is_float(Value value) {
    return value.is_double() || as<Float>(value);
}

double float_number(Value value) {
    return value.is_double() ? value.number() : static_cast<Float*>(value.object())->number;
}

static constexpr uint64_t QUIET_NAN = 0x7FF8ull << 48, SIGN = 1ull << 63;

Value fresh_nan(VM& vm, bool is_negative) {
    vm.last_nan = (vm.last_nan + 1) & 0xFFFFFFFFFFFF;
    return Value::number(std::bit_cast<double>(QUIET_NAN | (is_negative ? SIGN : 0) | vm.last_nan));
}

uint64_t canonical_bits(double number) {
    auto bits = std::bit_cast<uint64_t>(number);
    return std::isnan(number) ? QUIET_NAN | (bits & SIGN) : bits;
}

Value any_double(double number) {
    return Value::number(std::isnan(number) ? std::bit_cast<double>(canonical_bits(number)) : number);
}

// --- Conversion ----------------------------------------------------------------------------------------------------

Result<bool> float_operand(VM& vm, Value value, double& number) {
    if (is_float(value)) {
        number = float_number(value);
        return true;
    }
    if (!is_int(value))
        return false;
    number = TRY(int_to_double(vm, value));
    return true;
}

Result<Value> float_to_int(VM& vm, double number) {
    if (std::isnan(number))
        return vm.value_error("cannot convert float NaN to integer");
    if (std::isinf(number))
        return vm.overflow_error("cannot convert float infinity to integer");
    return int_from_double(vm, number);
}

Result<Value> float_to_int_rounded(VM& vm, double number) {
    return float_to_int(vm, std::isfinite(number) ? number - std::remainder(number, 1.0) : number);
}

Result<Tuple*> float_as_ratio(VM& vm, double number) {
    if (std::isnan(number))
        return vm.value_error("cannot convert NaN to integer ratio");
    if (std::isinf(number))
        return vm.overflow_error("cannot convert Infinity to integer ratio");
    int exponent;
    double mantissa = std::frexp(number, &exponent);
    for (int i = 0; i < 53 && mantissa != std::floor(mantissa); i++) {
        mantissa *= 2;
        exponent--;
    }
    Value numerator = Value::small_int(0), denominator = Value::small_int(1);
    numerator = TRY(int_from_double(vm, mantissa));
    Value shift = Value::small_int(std::abs(exponent));
    if (exponent > 0)
        numerator = TRY(int_lshift(vm, numerator, shift));
    else
        denominator = TRY(int_lshift(vm, denominator, shift));
    return make_tuple(vm, {numerator, denominator});
}

uint64_t float_hash(double number) {
    constexpr uint64_t MODULUS = (1ull << 61) - 1;
    if (std::isinf(number))
        return number > 0 ? 314159 : uint64_t(-314159);
    if (std::isnan(number)) // by identity, which is the payload
        return std::bit_cast<uint64_t>(number) * 0x9E3779B97F4A7C15ull >> 3;
    int exponent;
    double mantissa = std::frexp(std::fabs(number), &exponent);
    uint64_t bits = uint64_t(std::ldexp(mantissa, 53)); // below the modulus
    // 2**61 is 1 modulo 2**61 - 1: multiplying by a power of two rotates 61 bits.
    int rotation = ((exponent - 53) % 61 + 61) % 61;
    uint64_t hash = ((bits << rotation) & MODULUS) | (bits >> (61 - rotation));
    int64_t result = number < 0 ? -int64_t(hash) : int64_t(hash);
    return uint64_t(result == -1 ? -2 : result);
}

// --- Arithmetic ----------------------------------------------------------------------------------------------------

// The remainder has the divisor's sign, also when it is zero.
double float_mod(double a, double b) {
    double remainder = std::fmod(a, b);
    if (remainder == 0)
        return std::copysign(0.0, b);
    return (remainder < 0) != (b < 0) ? remainder + b : remainder;
}

// (a - remainder) / b is nearly an integer; the nearest one is the quotient.
double float_floor_div(double a, double b) {
    double remainder = std::fmod(a, b);
    double quotient = (a - remainder) / b;
    if (remainder != 0 && (remainder < 0) != (b < 0))
        quotient -= 1.0;
    if (quotient == 0)
        return std::copysign(0.0, a / b);
    double floored = std::floor(quotient);
    return quotient - floored > 0.5 ? floored + 1.0 : floored;
}

static bool has_fraction(double number) {
    return std::fmod(number, 1.0) != 0;
}

Result<Value> float_pow(VM& vm, double a, double b) {
    if (a == 0 && b < 0 && std::isfinite(b))
        return vm.zero_division_error("zero to a negative power");
    if (a < 0 && std::isfinite(a) && std::isfinite(b) && has_fraction(b))
        return vm.not_implemented_error("complex numbers are not supported: negative number to a fractional power");
    double result = std::pow(a, b);
    if (std::isinf(result) && std::isfinite(a) && std::isfinite(b)) {
        Value message = make_short_str(vm, "Numerical result out of range");
        return vm.raise_with(ExceptionId::OverflowError, make_tuple(vm, {Value::small_int(34), message}));
    }
    return Value::number(result);
}

// --- Rounding ------------------------------------------------------------------------------------------------------

// Rounds the decimal digits before the point at 10**places (places > 0), ties to even; exact, since a double's decimal
// expansion is finite and given whole.
static std::string round_decimal(std::string text, size_t places) {
    size_t point = text.find('.');
    std::string whole = "0" + text.substr(0, point);
    bool has_rest = text.find_first_of("123456789", point) != std::string::npos;
    if (whole.size() <= places)
        whole.insert(0, places + 1 - whole.size(), '0');
    size_t cut = whole.size() - places;
    std::string dropped = whole.substr(cut) + (has_rest ? "1" : "0");
    std::string half = "5" + std::string(dropped.size() - 1, '0');
    bool up = dropped > half || (dropped == half && (whole[cut - 1] - '0') % 2);
    std::fill(whole.begin() + int64_t(cut), whole.end(), '0');
    for (size_t i = cut; up && i-- > 0;) {
        up = whole[i] == '9';
        whole[i] = up ? '0' : char(whole[i] + 1);
    }
    return whole;
}

static double parse_rounded(std::string_view text) {
    double number = HUGE_VAL;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

Result<double> float_round(VM& vm, double number, int64_t digits) {
    if (!std::isfinite(number) || number == 0 || digits > 323)
        return number;
    if (digits < -308)
        return std::copysign(0.0, number);
    char buffer[1500];
    int precision = digits >= 0 ? int(digits) : 1080; // all digits of any double
    auto end = std::to_chars(buffer, buffer + sizeof(buffer), std::fabs(number), std::chars_format::fixed, precision);
    std::string text(buffer, end.ptr);
    double rounded = parse_rounded(digits >= 0 ? text : round_decimal(text, size_t(-digits)));
    if (std::isinf(rounded))
        return vm.overflow_error("rounded value too large to represent");
    return std::copysign(rounded, number);
}

} // namespace ouro::vm
