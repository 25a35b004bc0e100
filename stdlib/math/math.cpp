// SPDX-License-Identifier: MIT
//
// Module math (Library Reference, "math"): libm's functions with Python's errors, functions on the representation of
// floats, and the module's table. A NaN out of numbers is a ValueError, an infinity out of finite numbers an
// OverflowError or, at a pole, a ValueError.

#include "stdlib/math/math_parts.hpp"

#include "vm/values/float.hpp"
#include "vm/values/int.hpp"
#include "vm/values/int_limbs.hpp"
#include "vm/model/numbers.hpp"
#include "vm/model/special_calls.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace ouro::stdlib {

using namespace vm;

// --- Functions of one number ---------------------------------------------------------------------------------------

using Function1 = double (*)(double);

enum class AtInfinity { DomainError, RangeError }; // what an infinite result of a finite number means

Raised math_domain_error(VM& vm, const char* wanted, double x) {
    return wanted ? vm.value_error("expected {}, got {}", wanted, float_repr(x)) : vm.value_error("math domain error");
}

// What the errors of functions with a limited domain ask for.
static constexpr char NONNEGATIVE[] = "a nonnegative input", POSITIVE[] = "a positive input",
                      FINITE[] = "a finite input", COSINE[] = "a number in range from -1 up to 1",
                      BELOW_ONE[] = "a number between -1 and 1", FROM_ONE[] = "argument value not less than 1",
                      ABOVE_MINUS_ONE[] = "argument value > -1";

template <Function1 F, AtInfinity INFINITE = AtInfinity::DomainError, const char* WANTED = nullptr>
static Result<double> apply(VM& vm, double x) {
    double result = F(x);
    if (std::isnan(result) && !std::isnan(x))
        return math_domain_error(vm, WANTED, x);
    if (std::isinf(result) && std::isfinite(x))
        return INFINITE == AtInfinity::RangeError ? math_range_error(vm) : math_domain_error(vm, WANTED, x);
    return result;
}
template <Function1 F, const char* WANTED>
static Result<double> apply_within(VM& vm, double x) {
    return apply<F, AtInfinity::DomainError, WANTED>(vm, x);
}

// libm's logarithms of negative numbers are NaN, of zero -inf: both domain errors through apply().
using LogFunction = Result<double> (*)(VM&, double);

// log of any number; an int too large for a double is taken apart.
template <LogFunction F>
static Result<double> log_of(VM& vm, Value value) {
    if (is_int(value) && int_sign(value) <= 0)
        return vm.value_error("expected {}", POSITIVE);
    if (!as<BigInt>(value))
        return F(vm, TRY(to_double(vm, value)));
    int64_t exponent;
    double mantissa = int_frexp(value, exponent);
    if (exponent <= 1024) {
        double number = std::ldexp(mantissa, int(exponent));
        if (std::isfinite(number))
            return F(vm, number);
    }
    return TRY(F(vm, mantissa)) + TRY(F(vm, 2.0)) * double(exponent);
}

static Result<double> math_log(VM& vm, Value x, Value base) {
    double result = TRY(log_of<apply_within<std::log, POSITIVE>>(vm, x));
    if (base.is_empty())
        return result;
    double divisor = TRY(log_of<apply_within<std::log, POSITIVE>>(vm, base));
    if (divisor == 0)
        return vm.zero_division_error("division by zero");
    return result / divisor;
}

static double math_fabs(double x) { return std::fabs(x); }
static double math_degrees(double x) { return x * (180.0 / std::numbers::pi); }
static double math_radians(double x) { return x * (std::numbers::pi / 180.0); }
static bool math_isfinite(double x) { return std::isfinite(x); }
static bool math_isinf(double x) { return std::isinf(x); }
static bool math_isnan(double x) { return std::isnan(x); }

// --- Functions of more numbers -------------------------------------------------------------------------------------

static double math_atan2(double y, double x) { return std::atan2(y, x); }
static double math_copysign(double x, double y) { return std::copysign(x, y); }

static Result<double> math_pow(VM& vm, double x, double y) {
    double result = std::pow(x, y);
    if (std::isnan(result) && !std::isnan(x) && !std::isnan(y))
        return math_domain_error(vm);
    if (std::isinf(result) && std::isfinite(x) && std::isfinite(y))
        return x == 0 ? math_domain_error(vm) : math_range_error(vm);
    return result;
}

template <double (*F)(double, double)>
static Result<double> division_rest(VM& vm, double x, double y) {
    if (!std::isnan(x) && !std::isnan(y) && (std::isinf(x) || y == 0))
        return math_domain_error(vm);
    return F(x, y);
}

static Result<double> math_fma(VM& vm, double x, double y, double z) {
    double result = std::fma(x, y, z);
    if (std::isnan(result) && !std::isnan(x) && !std::isnan(y) && !std::isnan(z))
        return vm.value_error("invalid operation in fma");
    if (std::isinf(result) && std::isfinite(x) && std::isfinite(y) && std::isfinite(z))
        return vm.overflow_error("overflow in fma");
    return result;
}

static Result<bool> math_isclose(VM& vm, double a, double b, double relative, double absolute) {
    if (relative < 0 || absolute < 0)
        return vm.value_error("tolerances must be non-negative");
    if (a == b)
        return true;
    if (std::isinf(a) || std::isinf(b))
        return false;
    double difference = std::fabs(b - a);
    return difference <= std::fabs(relative * b) || difference <= std::fabs(relative * a) || difference <= absolute;
}

// --- Rounding to integers ------------------------------------------------------------------------------------------

template <Special S, Function1 F>
static Result<Value> round_to_int(VM& vm, Value x) {
    if (!x.is_double()) {
        Value result = TRY(call_special_if_bound(vm, x, S));
        if (!result.is_empty())
            return result;
    }
    return float_to_int(vm, F(TRY(to_double(vm, x))));
}

static Result<Value> math_trunc(VM& vm, Value x) {
    if (x.is_double())
        return float_to_int(vm, x.number());
    Value result = TRY(call_special_if_bound(vm, x, Special::Trunc));
    if (result.is_empty())
        return vm.type_error("type {} doesn't define __trunc__ method", vm.type_name(x));
    return result;
}

// --- The representation of floats ----------------------------------------------------------------------------------

static Tuple* math_modf(VM& vm, double x) {
    double whole;
    double fraction = std::modf(x, &whole);
    return make_tuple(vm, {Value::number(fraction), Value::number(whole)});
}

static Tuple* math_frexp(VM& vm, double x) {
    int exponent = 0;
    double mantissa = std::isfinite(x) ? std::frexp(x, &exponent) : x;
    return make_tuple(vm, {Value::number(mantissa), Value::small_int(exponent)});
}

static Result<double> math_ldexp(VM& vm, double x, Value exponent) {
    if (!is_int(exponent))
        return vm.type_error("Expected an int as second argument to ldexp.");
    if (x == 0 || !std::isfinite(x))
        return x;
    int64_t shift = to_int64(exponent).value_or(int_sign(exponent) < 0 ? -5000 : 5000);
    double result = std::ldexp(x, int(std::clamp<int64_t>(shift, -5000, 5000)));
    if (std::isinf(result))
        return math_range_error(vm);
    return result;
}

// Doubles in order as integers: neighbours differ by one, and the two zeros are one.
static int64_t ordinal(double x) {
    int64_t bits = std::bit_cast<int64_t>(x);
    return bits < 0 ? INT64_MIN - bits : bits;
}

static double from_ordinal(int64_t ordinal, bool negative_zero) {
    if (ordinal == 0)
        return negative_zero ? -0.0 : 0.0;
    return std::bit_cast<double>(ordinal < 0 ? INT64_MIN - ordinal : ordinal);
}

static Result<double> math_nextafter(VM& vm, double x, double y, Value steps_value) {
    if (steps_value.is_none())
        return std::nextafter(x, y);
    Value steps = TRY(index(vm, steps_value));
    if (int_sign(steps) < 0)
        return vm.value_error("steps must be a non-negative integer");
    if (int_sign(steps) == 0)
        return x;
    if (std::isnan(x) || std::isnan(y))
        return std::isnan(x) ? x : y;
    int64_t from = ordinal(x), to = ordinal(y);
    uint64_t distance = to >= from ? uint64_t(to) - uint64_t(from) : uint64_t(from) - uint64_t(to);
    if (int_compare(steps, make_int_unsigned(vm, distance)) >= 0)
        return y;
    uint64_t moved = IntView(steps).low();
    int64_t target = int64_t(to >= from ? uint64_t(from) + moved : uint64_t(from) - moved);
    return from_ordinal(target, x < 0);
}

static double math_ulp(double x) {
    x = std::fabs(x);
    if (!std::isfinite(x))
        return x;
    double above = std::nextafter(x, HUGE_VAL);
    return std::isinf(above) ? x - std::nextafter(x, 0.0) : above - x;
}

// --- The module ----------------------------------------------------------------------------------------------------

static constexpr NativeDef math_members[] = {
    fn<apply_within<std::acos, COSINE>>("acos(x, /)", "The arc cosine of x, in radians, between 0 and pi."),
    fn<apply_within<std::acosh, FROM_ONE>>("acosh(x, /)", "The inverse hyperbolic cosine of x."),
    fn<apply_within<std::asin, COSINE>>("asin(x, /)", "The arc sine of x, in radians, between -pi/2 and pi/2."),
    fn<apply<std::asinh>>("asinh(x, /)", "The inverse hyperbolic sine of x."),
    fn<apply<std::atan>>("atan(x, /)", "The arc tangent of x, in radians, between -pi/2 and pi/2."),
    fn<math_atan2>("atan2(y, x, /)", "The arc tangent of y/x, in radians, in the quadrant of the point (x, y)."),
    fn<apply_within<std::atanh, BELOW_ONE>>("atanh(x, /)", "The inverse hyperbolic tangent of x."),
    fn<apply<std::cbrt>>("cbrt(x, /)", "The cube root of x."),
    fn<round_to_int<Special::Ceil, std::ceil>>("ceil(x, /)", "The smallest integer not below x."),
    fn<math_copysign>("copysign(x, y, /)", "The magnitude of x with the sign of y."),
    fn<apply_within<std::cos, FINITE>>("cos(x, /)", "The cosine of x radians."),
    fn<apply<std::cosh, AtInfinity::RangeError>>("cosh(x, /)", "The hyperbolic cosine of x."),
    fn<math_degrees>("degrees(x, /)", "The angle x, given in radians, in degrees."),
    fn<math_dist>("dist(p, q, /)", "The Euclidean distance between two points, given as sequences of coordinates."),
    fn<apply<std::erf>>("erf(x, /)", "The error function at x."),
    fn<apply<std::erfc>>("erfc(x, /)", "The complementary error function at x."),
    fn<apply<std::exp, AtInfinity::RangeError>>("exp(x, /)", "e raised to the power x."),
    fn<apply<std::exp2, AtInfinity::RangeError>>("exp2(x, /)", "2 raised to the power x."),
    fn<apply<std::expm1, AtInfinity::RangeError>>("expm1(x, /)", "exp(x) - 1, precise for small x."),
    fn<math_fabs>("fabs(x, /)", "The absolute value of x as float."),
    fn<math_factorial>("factorial(n, /)", "The product of the integers from 1 to n."),
    fn<round_to_int<Special::Floor, std::floor>>("floor(x, /)", "The largest integer not above x."),
    fn<math_fma>("fma(x, y, z, /)", "x * y + z with one rounding."),
    fn<division_rest<std::fmod>>("fmod(x, y, /)", "The rest of x / y with the sign of x, as C's fmod."),
    fn<math_frexp>("frexp(x, /)", "The pair (m, e) with x == m * 2**e and 0.5 <= |m| < 1."),
    fn<math_fsum>("fsum(seq, /)", "The accurate sum of the numbers in an iterable."),
    fn<math_gamma>("gamma(x, /)", "The gamma function at x."),
    fn<math_gcd>("gcd(*integers)", "The greatest common divisor."),
    fn<math_hypot>("hypot(*coordinates)", "The Euclidean length of the vector from the origin."),
    fn<math_isclose>("isclose(a, b, *, rel_tol=1e-09, abs_tol=0.0)", "Whether two numbers are close to each other."),
    fn<math_isfinite>("isfinite(x, /)", "Whether x is neither infinite nor NaN."),
    fn<math_isinf>("isinf(x, /)", "Whether x is infinite."),
    fn<math_isnan>("isnan(x, /)", "Whether x is NaN."),
    fn<math_isqrt>("isqrt(n, /)", "The integer part of the square root of n."),
    fn<math_lcm>("lcm(*integers)", "The least common multiple."),
    fn<math_ldexp>("ldexp(x, i, /)", "x * 2**i, the inverse of frexp()."),
    fn<math_lgamma>("lgamma(x, /)", "The natural logarithm of the absolute value of gamma(x)."),
    fn<math_log>("log(x, base=<unset>, /)", "The logarithm of x to the given base, which is e by default."),
    fn<apply_within<std::log1p, ABOVE_MINUS_ONE>>("log1p(x, /)",
                                                  "The natural logarithm of 1 + x, precise for small x."),
    fn<log_of<apply_within<std::log10, POSITIVE>>>("log10(x, /)", "The logarithm of x to base 10."),
    fn<log_of<apply_within<std::log2, POSITIVE>>>("log2(x, /)", "The logarithm of x to base 2."),
    fn<math_modf>("modf(x, /)", "The fractional and the integer part of x, both with its sign."),
    fn<math_nextafter>("nextafter(x, y, /, *, steps=None)", "The float `steps` steps from x towards y."),
    fn<math_perm>("perm(n, k=None, /)", "The number of ways to choose k of n items with order."),
    fn<math_comb>("comb(n, k, /)", "The number of ways to choose k of n items without order."),
    fn<math_pow>("pow(x, y, /)", "x raised to the power y, as float."),
    fn<math_prod>("prod(iterable, /, *, start=1)", "The product of the items of an iterable, times start."),
    fn<math_radians>("radians(x, /)", "The angle x, given in degrees, in radians."),
    fn<division_rest<std::remainder>>("remainder(x, y, /)", "x minus the multiple of y that is closest to it."),
    fn<apply_within<std::sin, FINITE>>("sin(x, /)", "The sine of x radians."),
    fn<apply<std::sinh, AtInfinity::RangeError>>("sinh(x, /)", "The hyperbolic sine of x."),
    fn<apply_within<std::sqrt, NONNEGATIVE>>("sqrt(x, /)", "The square root of x."),
    fn<math_sumprod>("sumprod(p, q, /)", "The sum of the products of the items of two iterables."),
    fn<apply_within<std::tan, FINITE>>("tan(x, /)", "The tangent of x radians."),
    fn<apply<std::tanh>>("tanh(x, /)", "The hyperbolic tangent of x."),
    fn<math_trunc>("trunc(x, /)", "x cut to an integer towards zero."),
    fn<math_ulp>("ulp(x, /)", "The value of the least significant bit of x."),
};

static Result<void> initialize(VM& vm, Module& module) {
    module_set(vm, module, "pi", Value::number(std::numbers::pi));
    module_set(vm, module, "e", Value::number(std::numbers::e));
    module_set(vm, module, "tau", Value::number(2 * std::numbers::pi));
    module_set(vm, module, "inf", Value::number(HUGE_VAL));
    module_set(vm, module, "nan", fresh_nan(vm));
    return {};
}

extern const NativeModule math_module;
const NativeModule math_module = {
    .name = "math",
    .doc = "Mathematical functions on ints and floats.",
    .members = math_members,
    .member_count = std::size(math_members),
    .initialize = initialize,
};

} // namespace ouro::stdlib
