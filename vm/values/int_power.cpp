// SPDX-License-Identifier: MIT
//
// Powers, modular powers and inverses, greatest common divisors and square roots of ints.
//
// Results can take long and be huge: memory is reserved for the estimated size before work begins, and loops look at
// the safepoint between multiplications of large numbers, so that an interrupt or a limit gets through.

#include "vm/values/float.hpp"
#include "vm/values/int.hpp"
#include "vm/values/int_limbs.hpp"

#include <utility>

namespace ouro::vm {

static constexpr size_t LONG_WORK_LIMBS = 1000; // multiplications of this size are worth a look at the safepoint

static Result<void> poll(VM& vm, size_t limbs) {
    if (limbs >= LONG_WORK_LIMBS && vm.safepoint.load(std::memory_order_relaxed))
        return vm.handle_safepoint();
    return {};
}

// --- a ** b --------------------------------------------------------------------------------------------------------

// Squares and multiplies from the exponent's top bit down; two buffers take turns.
static Result<Value> power_by_squaring(VM& vm, const IntView& base, uint64_t exponent, bool negative) {
    size_t bits = base.bit_length();
    size_t total_bits;
    if (__builtin_mul_overflow(bits, exponent, &total_bits) || total_bits / LIMB_BITS > MAX_LIMBS)
        return vm.memory_error();
    size_t capacity = total_bits / LIMB_BITS + base.count() + 2;
    BigInt* first = TRY(allocate_bigint(vm, capacity));
    BigInt* second = TRY(allocate_bigint(vm, capacity));
    if (capacity > SMALL_WORK_LIMBS)
        TRY(reserve_scratch(vm, capacity * sizeof(uint64_t) * 4));
    size_t count = base.count();
    mpn_copyi(mp(first->limbs()), base.limbs(), mp_size_t(count));
    for (int bit = 62 - __builtin_clzll(exponent); bit >= 0; bit--) {
        TRY(poll(vm, count));
        mpn_sqr(mp(second->limbs()), mp(first->limbs()), mp_size_t(count));
        count *= 2;
        count -= second->limbs()[count - 1] == 0;
        std::swap(first, second);
        if (exponent >> bit & 1) {
            mpn_mul(mp(second->limbs()), mp(first->limbs()), mp_size_t(count), base.limbs(), mp_size_t(base.count()));
            count += base.count();
            count -= second->limbs()[count - 1] == 0;
            std::swap(first, second);
        }
    }
    return finish_bigint(vm, first, count, negative);
}

// The power when it and all steps fit 64 bits.
static std::optional<int64_t> small_power(int64_t base, uint64_t exponent) {
    int64_t result = 1;
    for (;;) {
        if ((exponent & 1) && __builtin_mul_overflow(result, base, &result))
            return {};
        exponent >>= 1;
        if (exponent == 0)
            return result;
        if (__builtin_mul_overflow(base, base, &base))
            return {};
    }
}

Result<Value> int_pow(VM& vm, Value a, Value b) {
    if (int_sign(b) < 0)
        return float_pow(vm, TRY(int_to_double(vm, a)), TRY(int_to_double(vm, b)));
    IntView base(a), exponent(b);
    if (exponent.is_zero())
        return Value::small_int(1);
    if (base.count() == 0)
        return Value::small_int(0);
    bool negative = base.negative() && (exponent.low() & 1);
    if (base.count() == 1 && base.low() == 1)
        return Value::small_int(negative ? -1 : 1);
    if (exponent.count() > 1)
        return vm.memory_error();
    if (std::optional<int64_t> small = to_int64(a)) {
        if (std::optional<int64_t> result = small_power(*small, exponent.low()))
            return make_int(vm, *result);
    }
    // Powers of two in the base become one shift at the end.
    size_t zeros = mpn_scan1(base.limbs(), 0);
    size_t shift;
    if (__builtin_mul_overflow(zeros, exponent.low(), &shift))
        return vm.memory_error();
    if (zeros == 0)
        return power_by_squaring(vm, base, exponent.low(), negative);
    Value odd = TRY(int_rshift(vm, TRY(int_abs(vm, a)), make_int_unsigned(vm, zeros)));
    Value power = TRY(power_by_squaring(vm, IntView(odd), exponent.low(), negative));
    return int_lshift(vm, power, make_int_unsigned(vm, shift));
}

// --- pow(a, b, modulus) --------------------------------------------------------------------------------------------

static uint64_t power_modulo_word(uint64_t base, const IntView& exponent, uint64_t modulus) {
    uint64_t result = 1 % modulus;
    base %= modulus;
    for (size_t i = exponent.bit_length(); i-- > 0;) {
        result = uint64_t((unsigned __int128)result * result % modulus);
        if (exponent[i / LIMB_BITS] >> (i % LIMB_BITS) & 1)
            result = uint64_t((unsigned __int128)result * base % modulus);
    }
    return result;
}

// For sizes where one power takes so long that it must be interruptible.
static Result<Value> power_modulo_steps(VM& vm, Value base, const IntView& exponent, Value modulus) {
    Value result = Value::small_int(1);
    for (size_t i = exponent.bit_length(); i-- > 0;) {
        if (vm.safepoint.load(std::memory_order_relaxed))
            TRY(vm.handle_safepoint());
        result = TRY(int_mod(vm, TRY(int_mul(vm, result, result)), modulus));
        if (exponent[i / LIMB_BITS] >> (i % LIMB_BITS) & 1)
            result = TRY(int_mod(vm, TRY(int_mul(vm, result, base)), modulus));
    }
    return result;
}

// base ** exponent modulo |modulus|: base in [0, |modulus|), exponent >= 0.
static Result<Value> power_modulo(VM& vm, Value base, Value exponent, Value modulus) {
    IntView base_view(base), exponent_view(exponent), modulus_view(modulus);
    if (modulus_view.count() == 1)
        return make_int_unsigned(vm, power_modulo_word(base_view.low(), exponent_view, modulus_view.low()));
    if (modulus_view.count() * exponent_view.count() > 4096)
        return power_modulo_steps(vm, base, exponent_view, modulus);
    mpz_t b, e, m;
    mpz_view(b, base_view);
    mpz_view(e, exponent_view);
    mpz_view(m, modulus_view);
    Mpz result;
    mpz_powm(result.value, b, e, m);
    return int_from_mpz(vm, result.value);
}

static Result<Value> inverse_modulo(VM& vm, Value a, Value modulus) {
    IntView value(a), modulus_view(modulus);
    if (modulus_view.count() > SMALL_WORK_LIMBS)
        TRY(reserve_scratch(vm, modulus_view.count() * sizeof(uint64_t) * 8));
    mpz_t number, m;
    mpz_view(number, value);
    mpz_view(m, modulus_view);
    Mpz result;
    if (!mpz_invert(result.value, number, m))
        return vm.value_error("base is not invertible for the given modulus");
    return int_from_mpz(vm, result.value);
}

Result<Value> int_pow_modulo(VM& vm, Value a, Value b, Value modulus) {
    if (int_sign(modulus) == 0)
        return vm.value_error("pow() 3rd argument cannot be 0");
    Value positive = TRY(int_abs(vm, modulus));
    if (int_compare(positive, Value::small_int(1)) == 0)
        return Value::small_int(0);
    Value base = TRY(int_mod(vm, a, positive));
    Value exponent = b;
    if (int_sign(b) < 0) {
        base = TRY(inverse_modulo(vm, base, positive));
        exponent = TRY(int_negate(vm, b));
    }
    Value result = TRY(power_modulo(vm, base, exponent, positive));
    if (int_sign(modulus) < 0 && int_sign(result) != 0)
        return int_add(vm, result, modulus);
    return result;
}

// --- Others --------------------------------------------------------------------------------------------------------

static uint64_t gcd_words(uint64_t a, uint64_t b) {
    while (b) {
        uint64_t rest = a % b;
        a = b;
        b = rest;
    }
    return a;
}

Result<Value> int_gcd(VM& vm, Value a, Value b) {
    IntView left(a), right(b);
    if (left.count() <= 1 && right.count() <= 1)
        return make_int_unsigned(vm, gcd_words(left.low(), right.low()));
    if (std::max(left.count(), right.count()) > SMALL_WORK_LIMBS)
        TRY(reserve_scratch(vm, std::max(left.count(), right.count()) * sizeof(uint64_t) * 6));
    mpz_t x, y;
    mpz_view(x, left);
    mpz_view(y, right);
    Mpz result;
    mpz_gcd(result.value, x, y);
    return int_from_mpz(vm, result.value);
}

Result<Value> int_isqrt(VM& vm, Value value) {
    IntView view(value);
    if (view.negative())
        return vm.value_error("isqrt() argument must be nonnegative");
    if (view.is_zero())
        return Value::small_int(0);
    size_t count = (view.count() + 1) / 2;
    BigInt* root = TRY(allocate_bigint(vm, count));
    if (count > SMALL_WORK_LIMBS)
        TRY(reserve_scratch(vm, count * sizeof(uint64_t) * 4));
    mpn_sqrtrem(mp(root->limbs()), nullptr, view.limbs(), mp_size_t(view.count()));
    return finish_bigint(vm, root, count, false);
}

// The nearest multiple of 10**-digits, ties to the even multiple.
Result<Value> int_round(VM& vm, Value value, Value digits) {
    if (int_sign(digits) >= 0)
        return int_exact(vm, value);
    // Below half of the power of ten there is only zero: no need to make huge powers.
    Value count = TRY(int_negate(vm, digits));
    if (int_compare(count, Value::small_int(int64_t(int_bit_length(value)))) > 0)
        return Value::small_int(0);
    Value power = TRY(int_pow(vm, Value::small_int(10), count));
    Value quotient, remainder;
    TRY(int_divide(vm, value, power, &quotient, &remainder));
    int order = int_compare(TRY(int_lshift(vm, remainder, Value::small_int(1))), power);
    bool odd = IntView(quotient).low() & 1;
    Value result = TRY(int_sub(vm, value, remainder));
    return order > 0 || (order == 0 && odd) ? int_add(vm, result, power) : Result<Value>(result);
}

} // namespace ouro::vm
