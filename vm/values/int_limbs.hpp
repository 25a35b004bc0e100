// SPDX-License-Identifier: MIT
//
// What the parts of int share: any int seen as sign and limbs, results under construction, scratch memory. Private to
// vm/objects/int*.cpp and stdlib/math*.cpp.
//
// A result is computed straight into the limbs of a new BigInt; finish_bigint then drops leading zeros and gives a
// small int when the number fits one. GMP aborts when it cannot allocate, so every operation whose size a script
// chooses reserves its memory first (reserve_scratch).
#pragma once

#include "vm/values/int.hpp"
#include "vm/vm.hpp"

#include <cstdlib>
#include <gmp.h>

namespace ouro::vm {

static_assert(GMP_LIMB_BITS == 64 && sizeof(mp_limb_t) == sizeof(uint64_t));

inline constexpr unsigned LIMB_BITS = 64;
inline constexpr size_t SMALL_WORK_LIMBS = 512; // up to which GMP's scratch memory needs no thought
inline constexpr size_t MAX_LIMBS = (1u << 31) - 64; // what BigInt::aux and GMP's mpz sizes can count

// GMP's limbs are unsigned long, ours uint64_t: on this platform two names of one type or layout.
inline mp_limb_t* mp(uint64_t* limbs) { return reinterpret_cast<mp_limb_t*>(limbs); }
inline const mp_limb_t* mp(const uint64_t* limbs) { return reinterpret_cast<const mp_limb_t*>(limbs); }

// The int behind a small int or bool; nothing for BigInts.
inline bool immediate_int(Value value, int64_t& integer) {
    if (value.is_small_int()) [[likely]] {
        integer = value.small_int();
        return true;
    }
    if (value.is_bool()) {
        integer = value.is_true();
        return true;
    }
    return false;
}

// Any int as sign and magnitude without leading zero limbs. Keep the Value alive while it is used.
class IntView {
public:
    explicit IntView(Value value) {
        int64_t integer;
        if (immediate_int(value, integer)) {
            m_own = integer < 0 ? -uint64_t(integer) : uint64_t(integer);
            m_limbs = &m_own;
            m_count = m_own != 0;
            m_negative = integer < 0;
        } else {
            auto* big = static_cast<const BigInt*>(value.object());
            m_limbs = big->limbs();
            m_count = big->limb_count();
            m_negative = big->negative();
        }
    }
    IntView(const IntView&) = delete;
    IntView& operator=(const IntView&) = delete;

    const mp_limb_t* limbs() const { return mp(m_limbs); }
    size_t count() const { return m_count; }
    bool negative() const { return m_negative; }
    bool is_zero() const { return m_count == 0; }
    uint64_t operator[](size_t index) const { return m_limbs[index]; }
    uint64_t low() const { return m_count ? m_limbs[0] : 0; }
    size_t bit_length() const {
        return m_count ? m_count * LIMB_BITS - size_t(__builtin_clzll(m_limbs[m_count - 1])) : 0;
    }

private:
    const uint64_t* m_limbs;
    size_t m_count;
    uint64_t m_own = 0;
    bool m_negative;
};

// Ints of up to two limbs, most of what scripts compute beyond 48 bits: their operations are the machine's.
using Int128 = __int128;
using UInt128 = unsigned __int128;

// The int behind `value` when its magnitude has at most 126 bits, so that a sum of two still fits.
inline bool wide_int(Value value, Int128& integer) {
    int64_t small;
    if (immediate_int(value, small)) {
        integer = small;
        return true;
    }
    auto* big = static_cast<const BigInt*>(value.object());
    size_t count = big->limb_count();
    if (count > 2 || (count == 2 && big->limbs()[1] >> 62))
        return false;
    UInt128 magnitude = count == 0   ? 0
                        : count == 1 ? big->limbs()[0]
                                     : UInt128(big->limbs()[1]) << 64 | big->limbs()[0];
    integer = big->negative() ? -Int128(magnitude) : Int128(magnitude);
    return true;
}
// The int of a two-limb magnitude.
Value make_wide(VM& vm, UInt128 magnitude, bool negative);
inline Value make_wide(VM& vm, Int128 integer) {
    if (integer >= Value::INT_MIN_VALUE && integer <= Value::INT_MAX_VALUE)
        return Value::small_int(int64_t(integer));
    return make_wide(vm, integer < 0 ? -UInt128(integer) : UInt128(integer), integer < 0);
}

// Memory for intermediate limbs: on the native stack while small. Freed with the object.
class LimbScratch {
public:
    LimbScratch() = default;
    LimbScratch(const LimbScratch&) = delete;
    LimbScratch& operator=(const LimbScratch&) = delete;
    ~LimbScratch() { std::free(m_heap); }

    // Room for `count` limbs, not zeroed; to be called once. MemoryError.
    Result<mp_limb_t*> allocate(VM& vm, size_t count) {
        if (count <= INLINE_LIMBS)
            return m_inline;
        if (count > 2 * MAX_LIMBS)
            return vm.memory_error();
        TRY(vm.heap.reserve(count * sizeof(mp_limb_t)));
        m_heap = static_cast<mp_limb_t*>(std::malloc(count * sizeof(mp_limb_t)));
        if (!m_heap)
            return vm.memory_error();
        return m_heap;
    }

private:
    static constexpr size_t INLINE_LIMBS = 32;
    mp_limb_t m_inline[INLINE_LIMBS];
    mp_limb_t* m_heap = nullptr;
};

// An mpz_t that is cleared at the end of its scope.
struct Mpz {
    Mpz() { mpz_init(value); }
    ~Mpz() { mpz_clear(value); }
    Mpz(const Mpz&) = delete;
    Mpz& operator=(const Mpz&) = delete;
    mpz_t value;
};

// To be called when the result has its memory, before GMP takes `bytes` of scratch memory for itself: it ends the
// process when malloc refuses them, so they are asked for first. MemoryError; RecursionError in a thread with a small
// native stack.
Result<void> reserve_scratch(VM& vm, size_t bytes);

// Room for a result of `count` limbs (the limbs are zero). Charged: MemoryError, also beyond MAX_LIMBS.
Result<BigInt*> allocate_bigint(VM& vm, size_t count);
// The same with limbs that hold anything.
Result<BigInt*> allocate_raw_bigint(VM& vm, size_t count);
// The int that the first `count` limbs of `big` make; `big` belongs to the callee.
Value finish_bigint(VM& vm, BigInt* big, size_t count, bool negative);
// An int from an mpz.
Result<Value> int_from_mpz(VM& vm, const mpz_t number);
// `view` as a read-only mpz that shares its limbs.
inline void mpz_view(mpz_t number, const IntView& view) {
    mpz_roinit_n(number, view.limbs(), view.negative() ? -mp_size_t(view.count()) : mp_size_t(view.count()));
}

// Quotient and remainder with floor semantics; either pointer may be null.
// ZeroDivisionError is the caller's: `b` is not zero.
Result<void> int_divide(VM& vm, Value a, Value b, Value* quotient, Value* remainder);
// |a| compared with |b|: negative, zero, positive.
int compare_magnitudes(const IntView& a, const IntView& b);
// True when |value| has one of its `bits` lowest bits set.
bool has_low_bits(const IntView& value, size_t bits);
// |value| >> shift, truncated, for results of at most 64 bits.
uint64_t high_bits(const IntView& value, size_t shift);

// A mantissa of up to 64 bits times 2**exponent as a double, rounded half to even; `sticky`: something nonzero follows
// the mantissa. Infinity when it is too large.
double round_to_double(uint64_t mantissa, int64_t exponent, bool sticky);
// |value| as mantissa in [0.5, 1) and exponent, correctly rounded (the mantissa may round to 1.0).
double int_frexp(Value value, int64_t& exponent);

} // namespace ouro::vm
