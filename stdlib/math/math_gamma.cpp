// SPDX-License-Identifier: MIT
//
// The gamma function and the logarithm of its absolute value, by Lanczos' approximation with the thirteen coefficients
// that Boost.Math publishes for doubles (lanczos13m53, g = 6.0246800407767296). libm's tgamma is as accurate but rounds
// differently; scripts should print the digits that CPython prints, and CPython uses this approximation.

#include "stdlib/math/math_parts.hpp"

#include <cmath>
#include <iterator>
#include <numbers>

namespace ouro::stdlib {

using namespace vm;

static constexpr double LANCZOS_G = 6.024680040776729583740234375;

static constexpr double NUMERATOR[] = {
    23531376880.410759688572007674451636754734846804940, 42919803642.649098768957899047001988850926355848959,
    35711959237.355668049440185451547166705960488635843, 17921034426.037209699919755754458931112671403265390,
    6039542586.3520280050642916443072979210699388420708, 1439720407.3117216736632230727949123939715485786372,
    248874557.86205415651146038641322942321632125127801, 31426415.585400194380614231628318205362874684987640,
    2876370.6289353724412254090516208496135991145378768, 186056.26539522349504029498971604569928220784236328,
    8071.6720023658162106380029022722506138218516325024, 210.82427775157934587250973392071336271166969580291,
    2.5066282746310002701649081771338373386264310793408,
};
// x * (x + 1) * ... * (x + 11)
static constexpr double DENOMINATOR[] = {0,        39916800, 120543840, 150917976, 105258076, 45995730, 13339535,
                                         2637558,  357423,   32670,     1925,      66,        1};

// The rational function for x > 0; large x are put in as 1/x to avoid overflow.
static double lanczos_sum(double x) {
    double above = 0, below = 0;
    constexpr size_t COUNT = std::size(NUMERATOR);
    for (size_t i = 0; i < COUNT; i++) {
        size_t term = x < 5 ? COUNT - 1 - i : i;
        above = x < 5 ? above * x + NUMERATOR[term] : above / x + NUMERATOR[term];
        below = x < 5 ? below * x + DENOMINATOR[term] : below / x + DENOMINATOR[term];
    }
    return above / below;
}

// sin(pi * x), accurate near integers.
static double sine_of_pi_times(double x) {
    double y = std::fmod(std::fabs(x), 2.0);
    int quarter = int(std::round(2.0 * y));
    constexpr double PI = std::numbers::pi;
    double result = 0;
    switch (quarter) {
    case 0: result = std::sin(PI * y); break;
    case 1: result = std::cos(PI * (y - 0.5)); break;
    case 2: result = std::sin(PI * (1.0 - y)); break; // the exact form: 1 - y has no rounding error here
    case 3: result = -std::cos(PI * (y - 1.5)); break;
    default: result = std::sin(PI * (y - 2.0)); break;
    }
    return std::copysign(1.0, x) * result;
}

static double small_factorial(int n) { // exact up to 22!
    double product = 1;
    for (int i = 2; i <= n; i++)
        product *= i;
    return product;
}

// gamma(x) for 20 digits of room on either side: |x| in [1e-20, 200].
static double lanczos_gamma(double x) {
    double magnitude = std::fabs(x);
    double base = magnitude + (LANCZOS_G - 0.5);
    // What rounding took from `base`, as a relative correction of the power.
    double error = magnitude > LANCZOS_G - 0.5 ? (base - magnitude) - (LANCZOS_G - 0.5)
                                               : (base - (LANCZOS_G - 0.5)) - magnitude;
    error = error * LANCZOS_G / base;
    bool reflect = x < 0;
    double result;
    if (reflect) {
        result = -std::numbers::pi / sine_of_pi_times(magnitude) / magnitude * std::exp(base) / lanczos_sum(magnitude);
        result -= error * result;
    } else {
        result = lanczos_sum(magnitude) / std::exp(base);
        result += error * result;
    }
    // The power overflows before the result does: beyond 140 in two steps.
    bool halves = magnitude >= 140.0;
    double power = std::pow(base, halves ? magnitude / 2.0 - 0.25 : magnitude - 0.5);
    for (int i = 0; i < (halves ? 2 : 1); i++)
        result = reflect ? result / power : result * power;
    return result;
}

static constexpr const char* POLES = "a noninteger or positive integer";

Result<double> math_gamma(VM& vm, double x) {
    if (std::isnan(x) || (std::isinf(x) && x > 0))
        return x;
    if (std::isinf(x) || x == 0)
        return math_domain_error(vm, POLES, x);
    bool is_integer = x == std::floor(x);
    if (is_integer && x < 0)
        return math_domain_error(vm, POLES, x);
    if (is_integer && x <= 23)
        return small_factorial(int(x) - 1);
    double magnitude = std::fabs(x);
    double result;
    if (magnitude < 1e-20)
        result = 1.0 / x;
    else if (magnitude > 200.0)
        result = x < 0 ? 0.0 / sine_of_pi_times(x) : HUGE_VAL;
    else
        result = lanczos_gamma(x);
    if (std::isinf(result))
        return math_range_error(vm);
    return result;
}

Result<double> math_lgamma(VM& vm, double x) {
    if (std::isnan(x))
        return x;
    if (std::isinf(x))
        return HUGE_VAL;
    if (x == std::floor(x) && x <= 2.0) {
        if (x <= 0)
            return math_domain_error(vm, POLES, x);
        return 0.0;
    }
    double magnitude = std::fabs(x);
    if (magnitude < 1e-20)
        return -std::log(magnitude);
    double result = std::log(lanczos_sum(magnitude)) - LANCZOS_G;
    result += (magnitude - 0.5) * (std::log(magnitude + LANCZOS_G - 0.5) - 1);
    if (x < 0) {
        constexpr double LOG_PI = 1.144729885849400174143427351353058711647;
        result = LOG_PI - std::log(std::fabs(sine_of_pi_times(magnitude))) - std::log(magnitude) - result;
    }
    if (std::isinf(result))
        return math_range_error(vm);
    return result;
}

} // namespace ouro::stdlib
