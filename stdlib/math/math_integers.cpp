// SPDX-License-Identifier: MIT
//
// Integer functions of math. Long products are computed as balanced trees, so that big factors meet big factors, and
// look at the safepoint between multiplications.

#include "stdlib/math/math_parts.hpp"

#include "vm/values/int.hpp"
#include "vm/values/int_limbs.hpp"

namespace ouro::stdlib {

using namespace vm;

// first * (first + 1) * ... , `count` factors (at least one)
static Result<Value> product_of_range(VM& vm, Value first, uint64_t count) {
    if (count <= 8) {
        Value product = first;
        for (uint64_t i = 1; i < count; i++)
            product = TRY(int_mul(vm, product, TRY(int_add(vm, first, Value::small_int(int64_t(i))))));
        return product;
    }
    if (vm.safepoint.load(std::memory_order_relaxed))
        TRY(vm.handle_safepoint());
    uint64_t half = count / 2;
    Value left = TRY(product_of_range(vm, first, half));
    Value middle = TRY(int_add(vm, first, make_int_unsigned(vm, half)));
    return int_mul(vm, left, TRY(product_of_range(vm, middle, count - half)));
}

Result<Value> math_factorial(VM& vm, Value n) {
    Value integer = TRY(index(vm, n));
    if (int_sign(integer) < 0)
        return vm.value_error("factorial() not defined for negative values");
    std::optional<int64_t> count = to_int64(integer);
    if (!count)
        return vm.overflow_error("factorial() argument should not exceed {}", INT64_MAX);
    if (*count < 2)
        return Value::small_int(1);
    if (*count > 10000)
        return product_of_range(vm, Value::small_int(1), uint64_t(*count));
    Mpz result;
    mpz_fac_ui(result.value, uint64_t(*count));
    return int_from_mpz(vm, result.value);
}

static Result<void> check_not_negative(VM& vm, Value n, Value k) {
    if (int_sign(n) < 0)
        return vm.value_error("n must be a non-negative integer");
    if (int_sign(k) < 0)
        return vm.value_error("k must be a non-negative integer");
    return {};
}

// n * (n - 1) * ... , k factors
static Result<Value> falling_product(VM& vm, Value n, uint64_t k) {
    if (k == 0)
        return Value::small_int(1);
    Value first = TRY(int_sub(vm, n, make_int_unsigned(vm, k - 1)));
    return product_of_range(vm, TRY(int_exact(vm, first)), k);
}

Result<Value> math_perm(VM& vm, Value n, Value k) {
    if (k.is_none())
        return math_factorial(vm, n);
    n = TRY(index(vm, n));
    k = TRY(index(vm, k));
    TRY(check_not_negative(vm, n, k));
    if (int_compare(k, n) > 0)
        return Value::small_int(0);
    std::optional<int64_t> factors = to_int64(k);
    if (!factors)
        return vm.overflow_error("k must not exceed {}", INT64_MAX);
    return falling_product(vm, n, uint64_t(*factors));
}

Result<Value> math_comb(VM& vm, Value n, Value k) {
    n = TRY(index(vm, n));
    k = TRY(index(vm, k));
    TRY(check_not_negative(vm, n, k));
    Value rest = TRY(int_sub(vm, n, k));
    if (int_sign(rest) < 0)
        return Value::small_int(0);
    std::optional<int64_t> factors = to_int64(int_compare(rest, k) < 0 ? rest : k);
    if (!factors)
        return vm.overflow_error("min(n - k, k) must not exceed {}", INT64_MAX);
    std::optional<int64_t> small = to_int64(n);
    if (small && *factors <= 1000) {
        Mpz result;
        mpz_bin_uiui(result.value, uint64_t(*small), uint64_t(*factors));
        return int_from_mpz(vm, result.value);
    }
    Value numerator = TRY(falling_product(vm, n, uint64_t(*factors)));
    return int_floor_div(vm, numerator, TRY(math_factorial(vm, make_int(vm, *factors))));
}

Result<Value> math_gcd(VM& vm, Args integers) {
    Value result = Value::small_int(0);
    for (Value integer : integers)
        result = TRY(int_gcd(vm, result, TRY(index(vm, integer))));
    return result;
}

Result<Value> math_lcm(VM& vm, Args integers) {
    Value result = Value::small_int(1);
    for (Value item : integers) {
        Value integer = TRY(index(vm, item));
        if (int_sign(integer) == 0) {
            result = Value::small_int(0);
        } else if (int_sign(result) != 0) {
            Value divisor = TRY(int_gcd(vm, result, integer));
            result = TRY(int_abs(vm, TRY(int_mul(vm, TRY(int_floor_div(vm, result, divisor)), integer))));
        }
    }
    return result;
}

Result<Value> math_isqrt(VM& vm, Value n) { return int_isqrt(vm, TRY(index(vm, n))); }

} // namespace ouro::stdlib
