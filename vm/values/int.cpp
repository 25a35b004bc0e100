// SPDX-License-Identifier: MIT
//
// The representation of ints: making them, looking into them, comparing, hashing and converting to and from doubles.
// Arithmetic is in int_arithmetic.cpp, int_bits.cpp and int_power.cpp, text in int_text.cpp, the Python type in
// int_type.cpp.
//
// Invariant: exact ints have one representation each. A BigInt that is exact never fits 48 bits and has no leading zero
// limb; only instances of script subclasses hold small numbers in limbs.

#include "vm/values/int.hpp"

#include "vm/values/int_limbs.hpp"

#include <cmath>

namespace ouro::vm {

static constexpr size_t SMALL_ALLOCATION_LIMBS = 128; // never fails: within the heap's slack

static BigInt* new_bigint(VM& vm, size_t count) {
    return vm.heap.make<BigInt>(vm.types.int_->root_shape, sizeof(BigInt) + count * sizeof(uint64_t));
}

// A BigInt of one or two limbs that fits no small int.
static Value box_magnitude(VM& vm, UInt128 magnitude, bool negative) {
    uint32_t count = magnitude >> 64 ? 2 : 1;
    BigInt* big = vm.heap.make_raw<BigInt>(vm.types.int_->root_shape, sizeof(BigInt) + count * sizeof(uint64_t));
    big->limbs()[0] = uint64_t(magnitude);
    if (count == 2)
        big->limbs()[1] = uint64_t(magnitude >> 64);
    big->aux = count;
    big->flags = negative ? BigInt::NEGATIVE : 0;
    return big;
}

Value make_wide(VM& vm, UInt128 magnitude, bool negative) {
    if (magnitude <= UInt128(uint64_t(Value::INT_MAX_VALUE) + negative))
        return Value::small_int(negative ? -int64_t(magnitude) : int64_t(magnitude));
    return box_magnitude(vm, magnitude, negative);
}

Value make_int(VM& vm, int64_t integer) {
    if (Value::fits_small_int(integer)) [[likely]]
        return Value::small_int(integer);
    return box_magnitude(vm, integer < 0 ? -uint64_t(integer) : uint64_t(integer), integer < 0);
}

Value make_int_unsigned(VM& vm, uint64_t integer) {
    if (integer <= uint64_t(Value::INT_MAX_VALUE)) [[likely]]
        return Value::small_int(int64_t(integer));
    return box_magnitude(vm, integer, false);
}

static Result<void> reserve_limbs(VM& vm, size_t count) {
    if (count > SMALL_ALLOCATION_LIMBS) {
        if (count > MAX_LIMBS)
            return vm.memory_error();
        TRY(vm.heap.reserve(sizeof(BigInt) + count * sizeof(uint64_t)));
    }
    return {};
}

// What is smaller than 64 KiB GMP takes from the native stack, a few times over.
static constexpr size_t GMP_STACK_BYTES = 160 * 1024;

// Does malloc have so much now?
static bool can_allocate(size_t bytes) {
    void* memory = std::malloc(bytes);
    __asm__ volatile("" : "+r"(memory)); // or the compiler leaves out the pair
    std::free(memory);
    return memory;
}

Result<void> reserve_scratch(VM& vm, size_t bytes) {
    if (vm.thread->native_stack_reserve < GMP_STACK_BYTES)
        return vm.recursion_error("this thread's native stack is too small for numbers of such a size");
    if (vm.heap.limit() != SIZE_MAX)
        TRY(vm.heap.reserve(bytes)); // which counts it
    if (can_allocate(bytes))
        return {};
    vm.heap.collect(true);
    vm.heap.pages().trim(0, 0);
    if (!can_allocate(bytes))
        return vm.memory_error();
    return {};
}

Result<BigInt*> allocate_bigint(VM& vm, size_t count) {
    TRY(reserve_limbs(vm, count));
    return new_bigint(vm, count);
}

Result<BigInt*> allocate_raw_bigint(VM& vm, size_t count) {
    TRY(reserve_limbs(vm, count));
    return vm.heap.make_raw<BigInt>(vm.types.int_->root_shape, sizeof(BigInt) + count * sizeof(uint64_t));
}

Value finish_bigint(VM& vm, BigInt* big, size_t count, bool negative) {
    const uint64_t* limbs = big->limbs();
    size_t allocated = count;
    while (count > 0 && limbs[count - 1] == 0)
        count--;
    if (count <= 1) {
        uint64_t magnitude = count ? limbs[0] : 0;
        if (magnitude <= uint64_t(Value::INT_MAX_VALUE) + negative)
            return Value::small_int(negative ? -int64_t(magnitude) : int64_t(magnitude));
    }
    // A result far smaller than its estimate must not hold the estimate's memory.
    if (allocated > 16 && count < allocated / 2) {
        BigInt* smaller = new_bigint(vm, count);
        mpn_copyi(mp(smaller->limbs()), mp(limbs), mp_size_t(count));
        big = smaller;
    }
    big->aux = uint32_t(count);
    if (negative)
        big->flags |= BigInt::NEGATIVE;
    return big;
}

Result<Value> make_bigint(VM& vm, const uint64_t* limbs, size_t count, bool negative) {
    while (count > 0 && limbs[count - 1] == 0)
        count--;
    BigInt* big = TRY(allocate_bigint(vm, count));
    for (size_t i = 0; i < count; i++)
        big->limbs()[i] = limbs[i];
    return finish_bigint(vm, big, count, negative);
}

Result<Value> int_from_mpz(VM& vm, const mpz_t number) {
    return make_bigint(vm, reinterpret_cast<const uint64_t*>(mpz_limbs_read(number)), mpz_size(number),
                       mpz_sgn(number) < 0);
}

bool is_int(Value value) {
    return value.is_small_int() || value.is_bool() || as<BigInt>(value);
}

std::optional<int64_t> to_int64(Value value) {
    int64_t integer;
    if (immediate_int(value, integer))
        return integer;
    BigInt* big = as<BigInt>(value);
    if (!big || big->limb_count() > 1)
        return {};
    uint64_t magnitude = big->limb_count() ? big->limbs()[0] : 0;
    if (magnitude > uint64_t(INT64_MAX) + big->negative())
        return {};
    return int64_t(big->negative() ? -magnitude : magnitude);
}

Result<Value> int_exact(VM& vm, Value value) {
    int64_t integer;
    if (immediate_int(value, integer))
        return Value::small_int(integer);
    BigInt* big = as<BigInt>(value);
    if (big->is_exact())
        return value;
    return make_bigint(vm, big->limbs(), big->limb_count(), big->negative());
}

int int_sign(Value value) {
    IntView view(value);
    return view.is_zero() ? 0 : view.negative() ? -1 : 1;
}

size_t int_bit_length(Value value) {
    return IntView(value).bit_length();
}

// --- Comparison ----------------------------------------------------------------------------------------------------

int compare_magnitudes(const IntView& a, const IntView& b) {
    if (a.count() != b.count())
        return a.count() < b.count() ? -1 : 1;
    return a.is_zero() ? 0 : mpn_cmp(a.limbs(), b.limbs(), mp_size_t(a.count()));
}

int int_compare(Value a, Value b) {
    int64_t x, y;
    if (immediate_int(a, x) && immediate_int(b, y))
        return x < y ? -1 : x > y;
    IntView left(a), right(b);
    if (left.negative() != right.negative())
        return left.negative() ? -1 : 1;
    int order = compare_magnitudes(left, right);
    order = order < 0 ? -1 : order > 0;
    return left.negative() ? -order : order;
}

// |a| against the finite b >= 0, exactly: by bit length, then by the integer part's bits, then by the fraction.
static int compare_magnitude_to_double(const IntView& a, double b) {
    if (b < 1)
        return a.is_zero() ? (b > 0 ? -1 : 0) : 1;
    int exponent;
    double mantissa = std::frexp(b, &exponent); // b's integer part has `exponent` bits
    size_t bits = a.bit_length();
    if (bits != size_t(exponent))
        return bits < size_t(exponent) ? -1 : 1;
    uint64_t b_top = uint64_t(std::ldexp(mantissa, 64)); // all 53 bits of b
    uint64_t a_top = bits > 64 ? high_bits(a, bits - 64) : a.low() << (64 - bits);
    if (a_top != b_top)
        return a_top < b_top ? -1 : 1;
    return bits > 64 && has_low_bits(a, bits - 64) ? 1 : 0;
}

int int_compare_double(Value a, double b) {
    int64_t small;
    if (immediate_int(a, small)) // 48 bits are exact in a double
        return double(small) < b ? -1 : double(small) > b;
    if (std::isinf(b))
        return b > 0 ? -1 : 1;
    IntView view(a);
    if (view.negative() != (b < 0))
        return view.negative() ? -1 : 1;
    int order = compare_magnitude_to_double(view, std::fabs(b));
    return view.negative() ? -order : order;
}

uint64_t int_hash(Value a) {
    constexpr uint64_t MODULUS = (1ull << 61) - 1;
    int64_t result;
    if (!immediate_int(a, result)) {
        IntView view(a);
        result = view.is_zero() ? 0 : int64_t(mpn_mod_1(view.limbs(), mp_size_t(view.count()), MODULUS));
        if (view.negative())
            result = -result;
    }
    return uint64_t(result == -1 ? -2 : result);
}

// --- Doubles -------------------------------------------------------------------------------------------------------

bool has_low_bits(const IntView& value, size_t bits) {
    size_t whole = std::min(bits / LIMB_BITS, value.count());
    for (size_t i = 0; i < whole; i++) {
        if (value[i])
            return true;
    }
    return whole < value.count() && bits % LIMB_BITS && (value[whole] << (LIMB_BITS - bits % LIMB_BITS));
}

uint64_t high_bits(const IntView& value, size_t shift) {
    size_t index = shift / LIMB_BITS;
    unsigned offset = shift % LIMB_BITS;
    if (index >= value.count())
        return 0;
    uint64_t bits = value[index] >> offset;
    if (offset && index + 1 < value.count())
        bits |= value[index + 1] << (LIMB_BITS - offset);
    return bits;
}

double round_to_double(uint64_t mantissa, int64_t exponent, bool sticky) {
    if (mantissa == 0)
        return 0.0;
    int64_t length = 64 - __builtin_clzll(mantissa);
    // Subnormals keep fewer bits: the last one kept is worth at least 2**-1074.
    int64_t dropped = std::max(length - 53, -1074 - exponent);
    if (dropped > 64)
        return 0.0;
    if (length + exponent > 1024)
        return HUGE_VAL;
    if (dropped > 0) {
        uint64_t kept = dropped == 64 ? 0 : mantissa >> dropped;
        uint64_t rest = dropped == 64 ? mantissa : mantissa & ((1ull << dropped) - 1);
        uint64_t half = 1ull << (dropped - 1);
        if (rest > half || (rest == half && (sticky || (kept & 1))))
            kept++;
        mantissa = kept;
        exponent += dropped;
    }
    return std::ldexp(double(mantissa), int(std::min<int64_t>(exponent, 2000)));
}

double int_frexp(Value value, int64_t& exponent) {
    IntView view(value);
    if (view.is_zero()) {
        exponent = 0;
        return 0.0;
    }
    size_t bits = view.bit_length();
    size_t shift = bits > 64 ? bits - 64 : 0;
    double mantissa =
        round_to_double(high_bits(view, shift), -int64_t(std::min<size_t>(bits, 64)), has_low_bits(view, shift));
    exponent = int64_t(bits);
    return view.negative() ? -mantissa : mantissa;
}

Result<double> int_to_double(VM& vm, Value value) {
    int64_t small;
    if (immediate_int(value, small))
        return double(small);
    int64_t exponent;
    double mantissa = int_frexp(value, exponent);
    double number = exponent > 1024 ? HUGE_VAL : std::ldexp(mantissa, int(exponent));
    if (std::isinf(number))
        return vm.overflow_error("int too large to convert to float");
    return number;
}

Result<Value> int_from_double(VM& vm, double number) {
    number = std::trunc(number);
    if (number >= -0x1p47 && number < 0x1p47)
        return Value::small_int(int64_t(number));
    int exponent;
    double mantissa = std::frexp(std::fabs(number), &exponent);
    uint64_t bits = uint64_t(std::ldexp(mantissa, 64)); // number == bits * 2**(exponent - 64)
    uint64_t limbs[17] = {};
    if (exponent <= 64) {
        limbs[0] = bits >> (64 - exponent);
    } else {
        size_t shift = size_t(exponent) - 64;
        limbs[shift / LIMB_BITS] = bits << (shift % LIMB_BITS);
        if (shift % LIMB_BITS)
            limbs[shift / LIMB_BITS + 1] = bits >> (LIMB_BITS - shift % LIMB_BITS);
    }
    return make_bigint(vm, limbs, 17, number < 0);
}

Result<Value> make_int_instance(VM& vm, Type& cls, Value value) {
    IntView view(value);
    size_t bytes = sizeof(BigInt) + view.count() * sizeof(uint64_t);
    if (bytes > 1024)
        TRY(vm.heap.reserve(bytes));
    auto* big = static_cast<BigInt*>(allocate_variable_instance(vm, &cls, bytes));
    big->aux = uint32_t(view.count());
    if (view.negative())
        big->flags |= BigInt::NEGATIVE;
    if (view.count())
        mpn_copyi(mp(big->limbs()), view.limbs(), mp_size_t(view.count()));
    return big;
}

} // namespace ouro::vm
