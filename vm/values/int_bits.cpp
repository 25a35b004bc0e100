// SPDX-License-Identifier: MIT
//
// Shifts and bitwise operations (Reference 6.8, 6.9). Ints are sign and magnitude here but two's complement of
// unlimited width to scripts: operands with a negative one among them are converted, combined limb by limb, and
// converted back.

#include "vm/values/int.hpp"
#include "vm/values/int_limbs.hpp"

#include <algorithm>

namespace ouro::vm {

// The shift count behind `count`: nothing when it is beyond any memory.
static Result<std::optional<uint64_t>> shift_count(VM& vm, Value count) {
    if (int_sign(count) < 0)
        return vm.value_error("negative shift count");
    std::optional<int64_t> small = to_int64(count);
    return small ? std::optional<uint64_t>(*small) : std::optional<uint64_t>();
}

Result<Value> int_lshift(VM& vm, Value a, Value b) {
    std::optional<uint64_t> shift = TRY(shift_count(vm, b));
    int64_t small;
    if (immediate_int(a, small)) {
        if (small == 0)
            return Value::small_int(0);
        if (shift && *shift < 16)
            return make_int(vm, small * (int64_t(1) << *shift)); // 48 and 15 bits fit 63
    }
    Int128 wide;
    if (shift && *shift < 64 && wide_int(a, wide) && wide >> 62 == wide >> 63)
        return make_wide(vm, wide * (Int128(1) << *shift));
    IntView view(a);
    if (view.is_zero())
        return Value::small_int(0);
    if (!shift)
        return vm.overflow_error("too many digits in integer");
    size_t whole = *shift / LIMB_BITS;
    unsigned bits = *shift % LIMB_BITS;
    if (whole > MAX_LIMBS)
        return vm.memory_error();
    size_t count = view.count() + whole + 1;
    BigInt* result = TRY(allocate_bigint(vm, count));
    mp_limb_t* limbs = mp(result->limbs()) + whole; // those below are zero already
    if (bits)
        limbs[view.count()] = mpn_lshift(limbs, view.limbs(), mp_size_t(view.count()), bits);
    else
        mpn_copyi(limbs, view.limbs(), mp_size_t(view.count()));
    return finish_bigint(vm, result, count, view.negative());
}

Result<Value> int_rshift(VM& vm, Value a, Value b) {
    std::optional<uint64_t> shift = TRY(shift_count(vm, b));
    int64_t small;
    if (immediate_int(a, small))
        return Value::small_int(small >> (shift && *shift < 63 ? *shift : 63));
    Int128 wide;
    if (shift && *shift < 128 && wide_int(a, wide))
        return make_wide(vm, wide >> *shift);
    IntView view(a);
    if (!shift || *shift / LIMB_BITS >= view.count())
        return Value::small_int(view.negative() ? -1 : 0);
    size_t whole = *shift / LIMB_BITS;
    unsigned bits = *shift % LIMB_BITS;
    size_t count = view.count() - whole;
    BigInt* result = TRY(allocate_bigint(vm, count + 1));
    mp_limb_t* limbs = mp(result->limbs());
    if (bits)
        mpn_rshift(limbs, view.limbs() + whole, mp_size_t(count), bits);
    else
        mpn_copyi(limbs, view.limbs() + whole, mp_size_t(count));
    if (view.negative() && has_low_bits(view, *shift)) // towards minus infinity
        limbs[count] = mpn_add_1(limbs, limbs, mp_size_t(count), 1);
    return finish_bigint(vm, result, count + 1, view.negative());
}

// The lowest `count` limbs of `view` in two's complement.
static void to_twos_complement(mp_limb_t* limbs, size_t count, const IntView& view) {
    mpn_zero(limbs, mp_size_t(count));
    if (size_t copied = std::min(count, view.count()))
        mpn_copyi(limbs, view.limbs(), mp_size_t(copied));
    if (view.negative())
        mpn_neg(limbs, limbs, mp_size_t(count));
}

enum class BitOperation { And, Or, Xor };

static void combine(BitOperation operation, mp_limb_t* result, const mp_limb_t* a, const mp_limb_t* b, size_t count) {
    switch (operation) {
    case BitOperation::And:
        return mpn_and_n(result, a, b, mp_size_t(count));
    case BitOperation::Or:
        return mpn_ior_n(result, a, b, mp_size_t(count));
    case BitOperation::Xor:
        return mpn_xor_n(result, a, b, mp_size_t(count));
    }
}

static Result<Value> bit_operation(VM& vm, BitOperation operation, Value a, Value b) {
    IntView left(a), right(b);
    size_t count = std::max(left.count(), right.count()) + 1;
    if (operation == BitOperation::And) { // masks of big numbers stay small
        if (!left.negative())
            count = std::min(count, left.count() + 1);
        if (!right.negative())
            count = std::min(count, right.count() + 1);
    }
    LimbScratch a_scratch, b_scratch;
    mp_limb_t* a_limbs = TRY(a_scratch.allocate(vm, count));
    mp_limb_t* b_limbs = TRY(b_scratch.allocate(vm, count));
    to_twos_complement(a_limbs, count, left);
    to_twos_complement(b_limbs, count, right);
    BigInt* result = TRY(allocate_bigint(vm, count));
    mp_limb_t* limbs = mp(result->limbs());
    combine(operation, limbs, a_limbs, b_limbs, count);
    bool negative = limbs[count - 1] >> 63;
    if (negative)
        mpn_neg(limbs, limbs, mp_size_t(count));
    return finish_bigint(vm, result, count, negative);
}

Result<Value> int_and(VM& vm, Value a, Value b) {
    int64_t x, y;
    if (immediate_int(a, x) && immediate_int(b, y))
        return Value::small_int(x & y);
    Int128 wide, other;
    if (wide_int(a, wide) && wide_int(b, other))
        return make_wide(vm, wide & other);
    return bit_operation(vm, BitOperation::And, a, b);
}

Result<Value> int_or(VM& vm, Value a, Value b) {
    int64_t x, y;
    if (immediate_int(a, x) && immediate_int(b, y))
        return Value::small_int(x | y);
    Int128 wide, other;
    if (wide_int(a, wide) && wide_int(b, other))
        return make_wide(vm, wide | other);
    return bit_operation(vm, BitOperation::Or, a, b);
}

Result<Value> int_xor(VM& vm, Value a, Value b) {
    int64_t x, y;
    if (immediate_int(a, x) && immediate_int(b, y))
        return Value::small_int(x ^ y);
    Int128 wide, other;
    if (wide_int(a, wide) && wide_int(b, other))
        return make_wide(vm, wide ^ other);
    return bit_operation(vm, BitOperation::Xor, a, b);
}

Result<Value> int_invert(VM& vm, Value a) {
    int64_t small;
    if (immediate_int(a, small))
        return Value::small_int(~small);
    return int_sub(vm, Value::small_int(-1), a);
}

// --- Octets --------------------------------------------------------------------------------------------------------

static Result<void> check_octet_range(VM& vm, const IntView& view, size_t size, bool is_signed) {
    if (view.negative() && !is_signed)
        return vm.overflow_error("can't convert negative int to unsigned");
    size_t bits = view.bit_length() + is_signed;
    // -2**n needs no more bits than 2**n - 1.
    if (view.negative() && !has_low_bits(view, view.bit_length() - 1))
        bits--;
    if ((bits + 7) / 8 > size)
        return vm.overflow_error("int too big to convert");
    return {};
}

Result<void> int_to_octets(VM& vm, Value value, char* octets, size_t size, bool little_endian, bool is_signed) {
    IntView view(value);
    TRY(check_octet_range(vm, view, size, is_signed && !view.is_zero()));
    uint8_t carry = 1; // of the negation, octet by octet
    for (size_t i = 0; i < size; i++) {
        size_t limb = i / 8;
        uint8_t octet = limb < view.count() ? uint8_t(view[limb] >> (i % 8 * 8)) : 0;
        if (view.negative()) {
            octet = uint8_t(~octet + carry);
            carry = carry && octet == 0;
        }
        octets[little_endian ? i : size - 1 - i] = char(octet);
    }
    return {};
}

Result<Value> int_from_octets(VM& vm, std::string_view octets, bool little_endian, bool is_signed) {
    size_t size = octets.size();
    if (size == 0)
        return Value::small_int(0);
    size_t count = size / 8 + 1;
    BigInt* result = TRY(allocate_bigint(vm, count));
    uint64_t* limbs = result->limbs();
    for (size_t i = 0; i < size; i++)
        limbs[i / 8] |= uint64_t(uint8_t(octets[little_endian ? i : size - 1 - i])) << (i % 8 * 8);
    bool negative = is_signed && (octets[little_endian ? size - 1 : 0] & 0x80);
    if (negative) {
        limbs[count - 1] |= ~uint64_t(0) << (size % 8 * 8);
        mpn_neg(mp(limbs), mp(limbs), mp_size_t(count));
    }
    return finish_bigint(vm, result, count, negative);
}

} // namespace ouro::vm
