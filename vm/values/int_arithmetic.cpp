// SPDX-License-Identifier: MIT
//
// + - * and the divisions of ints (Reference 6.7). Small ints are added and multiplied in machine words; everything
// else goes to GMP's mpn functions on sign and magnitude.

#include "vm/values/int.hpp"
#include "vm/values/int_limbs.hpp"
#include "vm/values/tuple.hpp"

#include <cmath>

namespace ouro::vm {

// |a| + |b|
static Result<Value> add_magnitudes(VM& vm, const IntView& a, const IntView& b, bool negative) {
    if (a.count() < b.count())
        return add_magnitudes(vm, b, a, negative);
    if (a.count() <= 1)
        return make_wide(vm, UInt128(a.low()) + b.low(), negative);
    BigInt* sum = TRY(allocate_raw_bigint(vm, a.count() + 1));
    mp_limb_t* limbs = mp(sum->limbs());
    mp_limb_t carry = 0;
    if (b.is_zero())
        mpn_copyi(limbs, a.limbs(), mp_size_t(a.count()));
    else
        carry = mpn_add(limbs, a.limbs(), mp_size_t(a.count()), b.limbs(), mp_size_t(b.count()));
    limbs[a.count()] = carry;
    return finish_bigint(vm, sum, a.count() + 1, negative);
}

// |a| - |b|, with the sign turned when `negative`
static Result<Value> subtract_magnitudes(VM& vm, const IntView& a, const IntView& b, bool negative) {
    int order = compare_magnitudes(a, b);
    if (order == 0)
        return Value::small_int(0);
    if (order < 0)
        return subtract_magnitudes(vm, b, a, !negative);
    if (a.count() == 1)
        return make_wide(vm, UInt128(a.low() - b.low()), negative);
    BigInt* difference = TRY(allocate_raw_bigint(vm, a.count()));
    mp_limb_t* limbs = mp(difference->limbs());
    if (b.is_zero())
        mpn_copyi(limbs, a.limbs(), mp_size_t(a.count()));
    else
        mpn_sub(limbs, a.limbs(), mp_size_t(a.count()), b.limbs(), mp_size_t(b.count()));
    return finish_bigint(vm, difference, a.count(), negative);
}

Result<Value> int_add(VM& vm, Value a, Value b) {
    int64_t x, y;
    if (immediate_int(a, x) && immediate_int(b, y))
        return make_int(vm, x + y);
    Int128 wide, other;
    if (wide_int(a, wide) && wide_int(b, other))
        return make_wide(vm, wide + other);
    IntView left(a), right(b);
    if (left.negative() == right.negative())
        return add_magnitudes(vm, left, right, left.negative());
    return subtract_magnitudes(vm, left, right, left.negative());
}

Result<Value> int_sub(VM& vm, Value a, Value b) {
    int64_t x, y;
    if (immediate_int(a, x) && immediate_int(b, y))
        return make_int(vm, x - y);
    Int128 wide, other;
    if (wide_int(a, wide) && wide_int(b, other))
        return make_wide(vm, wide - other);
    IntView left(a), right(b);
    if (left.negative() != right.negative())
        return add_magnitudes(vm, left, right, left.negative());
    return subtract_magnitudes(vm, left, right, left.negative());
}

Result<Value> int_mul(VM& vm, Value a, Value b) {
    int64_t x, y, product;
    if (immediate_int(a, x) && immediate_int(b, y) && !__builtin_mul_overflow(x, y, &product))
        return make_int(vm, product);
    IntView left(a), right(b);
    bool negative = left.negative() != right.negative();
    const IntView& longer = left.count() >= right.count() ? left : right;
    const IntView& shorter = left.count() >= right.count() ? right : left;
    if (shorter.is_zero())
        return Value::small_int(0);
    if (longer.count() == 1)
        return make_wide(vm, UInt128(longer.low()) * shorter.low(), negative);
    size_t count = longer.count() + shorter.count();
    BigInt* result = TRY(allocate_raw_bigint(vm, count));
    if (count > SMALL_WORK_LIMBS)
        TRY(reserve_scratch(vm, count * sizeof(uint64_t) * 4));
    mp_limb_t* limbs = mp(result->limbs());
    if (shorter.count() == 1)
        limbs[count - 1] = mpn_mul_1(limbs, longer.limbs(), mp_size_t(longer.count()), shorter.low());
    else if (longer.limbs() == shorter.limbs())
        mpn_sqr(limbs, longer.limbs(), mp_size_t(longer.count()));
    else
        mpn_mul(limbs, longer.limbs(), mp_size_t(longer.count()), shorter.limbs(), mp_size_t(shorter.count()));
    return finish_bigint(vm, result, count, negative);
}

// Not exact ones are copied, so that +x of a bool or of a subclass's instance is an int.
Result<Value> int_negate(VM& vm, Value a) {
    int64_t small;
    if (immediate_int(a, small))
        return make_int(vm, -small);
    auto* big = static_cast<BigInt*>(a.object());
    return make_bigint(vm, big->limbs(), big->limb_count(), !big->negative());
}

Result<Value> int_abs(VM& vm, Value value) {
    return int_sign(value) < 0 ? int_negate(vm, value) : int_exact(vm, value);
}

// --- Floor division ------------------------------------------------------------------------------------------------

static void divide_small(VM& vm, int64_t a, int64_t b, Value* quotient, Value* remainder) {
    int64_t q = a / b, r = a % b;
    if (r != 0 && (r < 0) != (b < 0)) {
        q--;
        r += b;
    }
    if (quotient)
        *quotient = make_int(vm, q); // -2**47 / -1 does not fit 48 bits
    if (remainder)
        *remainder = Value::small_int(r);
}

// |a| < |b|: the truncated quotient is 0 and the remainder a.
static Result<void> divide_by_larger(VM& vm, Value a, Value b, bool signs_differ, Value* quotient, Value* remainder) {
    bool adjust = signs_differ && int_sign(a) != 0;
    if (quotient)
        *quotient = Value::small_int(adjust ? -1 : 0);
    if (remainder)
        *remainder = adjust ? TRY(int_add(vm, a, b)) : TRY(int_exact(vm, a));
    return {};
}

// Floors a truncated division's results: the remainder takes the divisor's sign.
static Result<void> floor_results(VM& vm, BigInt* q, size_t q_count, BigInt* r, const IntView& b, bool signs_differ,
                                  Value* quotient, Value* remainder) {
    mp_limb_t* r_limbs = mp(r->limbs());
    bool adjust = signs_differ && !mpn_zero_p(r_limbs, mp_size_t(b.count()));
    if (adjust) {
        mpn_sub_n(r_limbs, b.limbs(), r_limbs, mp_size_t(b.count()));
        q->limbs()[q_count] = mpn_add_1(mp(q->limbs()), mp(q->limbs()), mp_size_t(q_count), 1);
    }
    if (quotient)
        *quotient = finish_bigint(vm, q, q_count + 1, signs_differ);
    if (remainder)
        *remainder = finish_bigint(vm, r, b.count(), b.negative());
    return {};
}

Result<void> int_divide(VM& vm, Value a, Value b, Value* quotient, Value* remainder) {
    int64_t x, y;
    if (immediate_int(a, x) && immediate_int(b, y)) {
        divide_small(vm, x, y, quotient, remainder);
        return {};
    }
    Int128 wide, by;
    if (wide_int(a, wide) && wide_int(b, by)) {
        Int128 q = wide / by, r = wide - q * by;
        bool adjust = r != 0 && (r < 0) != (by < 0);
        if (quotient)
            *quotient = make_wide(vm, q - adjust);
        if (remainder)
            *remainder = make_wide(vm, adjust ? r + by : r);
        return {};
    }
    IntView dividend(a), divisor(b);
    bool signs_differ = dividend.negative() != divisor.negative();
    if (compare_magnitudes(dividend, divisor) < 0)
        return divide_by_larger(vm, a, b, signs_differ, quotient, remainder);
    size_t q_count = dividend.count() - divisor.count() + 1;
    BigInt* q = TRY(allocate_raw_bigint(vm, q_count + 1));
    q->limbs()[q_count] = 0;
    BigInt* r = TRY(allocate_raw_bigint(vm, divisor.count()));
    if (dividend.count() > SMALL_WORK_LIMBS)
        TRY(reserve_scratch(vm, dividend.count() * sizeof(uint64_t) * 3));
    if (divisor.count() == 1)
        r->limbs()[0] = mpn_divrem_1(mp(q->limbs()), 0, dividend.limbs(), mp_size_t(dividend.count()), divisor.low());
    else
        mpn_tdiv_qr(mp(q->limbs()), mp(r->limbs()), 0, dividend.limbs(), mp_size_t(dividend.count()), divisor.limbs(),
                    mp_size_t(divisor.count()));
    return floor_results(vm, q, q_count, r, divisor, signs_differ, quotient, remainder);
}

Result<Value> int_floor_div(VM& vm, Value a, Value b) {
    if (int_sign(b) == 0)
        return vm.zero_division_error("division by zero");
    Value quotient;
    TRY(int_divide(vm, a, b, &quotient, nullptr));
    return quotient;
}

Result<Value> int_mod(VM& vm, Value a, Value b) {
    if (int_sign(b) == 0)
        return vm.zero_division_error("division by zero");
    Value remainder;
    TRY(int_divide(vm, a, b, nullptr, &remainder));
    return remainder;
}

Result<Tuple*> int_divmod(VM& vm, Value a, Value b) {
    if (int_sign(b) == 0)
        return vm.zero_division_error("division by zero");
    Value quotient, remainder;
    TRY(int_divide(vm, a, b, &quotient, &remainder));
    return make_tuple(vm, {quotient, remainder});
}

// --- True division -------------------------------------------------------------------------------------------------

// |number| << shift into `limbs` (count + shift/64 + 1 of them, zeroed); returns the used count.
static size_t shift_left_into(mp_limb_t* limbs, const IntView& number, size_t shift) {
    size_t whole = shift / LIMB_BITS;
    unsigned bits = shift % LIMB_BITS;
    mpn_zero(limbs, mp_size_t(whole));
    size_t count = whole + number.count();
    limbs[count] = 0;
    if (bits)
        limbs[count] = mpn_lshift(limbs + whole, number.limbs(), mp_size_t(number.count()), bits);
    else
        mpn_copyi(limbs + whole, number.limbs(), mp_size_t(number.count()));
    return limbs[count] ? count + 1 : count;
}

// |a| / |b| correctly rounded: a quotient of 63 or 64 bits is computed exactly, what is left of the remainder is
// sticky.
static Result<double> divide_to_double(VM& vm, const IntView& a, const IntView& b) {
    int64_t shift = 63 - (int64_t(a.bit_length()) - int64_t(b.bit_length()));
    if (shift > 1074 + 64 + 64)
        return 0.0;
    size_t a_shift = shift > 0 ? size_t(shift) : 0;
    size_t b_shift = shift < 0 ? size_t(-shift) : 0;
    LimbScratch a_scratch, b_scratch, q_scratch, r_scratch;
    mp_limb_t* dividend = TRY(a_scratch.allocate(vm, a.count() + a_shift / LIMB_BITS + 1));
    mp_limb_t* divisor = TRY(b_scratch.allocate(vm, b.count() + b_shift / LIMB_BITS + 1));
    size_t dividend_count = shift_left_into(dividend, a, a_shift);
    size_t divisor_count = shift_left_into(divisor, b, b_shift);
    size_t q_count = dividend_count - divisor_count + 1;
    mp_limb_t* q = TRY(q_scratch.allocate(vm, q_count));
    mp_limb_t* r = TRY(r_scratch.allocate(vm, divisor_count));
    mpn_tdiv_qr(q, r, 0, dividend, mp_size_t(dividend_count), divisor, mp_size_t(divisor_count));
    bool sticky = !mpn_zero_p(r, mp_size_t(divisor_count));
    return round_to_double(q[0], -shift, sticky);
}

Result<Value> int_true_div(VM& vm, Value a, Value b) {
    if (int_sign(b) == 0)
        return vm.zero_division_error("division by zero");
    int64_t x, y;
    if (immediate_int(a, x) && immediate_int(b, y))
        return Value::number(double(x) / double(y));
    IntView dividend(a), divisor(b);
    bool negative = dividend.negative() != divisor.negative();
    if (dividend.is_zero())
        return Value::number(negative ? -0.0 : 0.0);
    double quotient = TRY(divide_to_double(vm, dividend, divisor));
    if (std::isinf(quotient))
        return vm.overflow_error("integer division result too large for a float");
    return Value::number(negative ? -quotient : quotient);
}

} // namespace ouro::vm
