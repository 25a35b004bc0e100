// SPDX-License-Identifier: MIT
//
// Module _random: the generator under stdlib/random/random.py. It is the Mersenne Twister MT19937 of Matsumoto and
// Nishimura
// ("Mersenne Twister: a 623-dimensionally equidistributed uniform pseudorandom number generator", 1998, and the
// initialisation by array of 2002), seeded and read as Python does it, so that the same seed gives the same numbers.

#include "stdlib/random/sha512.hpp"

#include "vm/model/native.hpp"
#include "vm/values/int.hpp"
#include "vm/values/int_limbs.hpp"
#include "vm/objects/int/number_arguments.hpp"

#include <uv.h>

namespace ouro::stdlib {

using namespace vm;

extern const NativeType random_type;

// --- The generator -------------------------------------------------------------------------------------------------

struct Random : Object {
    static constexpr Kind KIND = Kind::Native;
    static constexpr const NativeType& native_type = random_type;
    static constexpr uint32_t SIZE = 624, MIDDLE = 397;
    uint32_t state[SIZE];
    uint32_t position; // of the next number in state; SIZE: none is left
};

static void initialize_by_number(Random& random, uint32_t seed) {
    random.state[0] = seed;
    for (uint32_t i = 1; i < Random::SIZE; i++) {
        uint32_t previous = random.state[i - 1];
        random.state[i] = 1812433253u * (previous ^ previous >> 30) + i;
    }
    random.position = Random::SIZE;
}

static void initialize_by_array(Random& random, const uint32_t* key, size_t length) {
    initialize_by_number(random, 19650218u);
    uint32_t* state = random.state;
    uint32_t i = 1;
    auto step = [&](uint32_t factor) {
        uint32_t mixed = state[i] ^ ((state[i - 1] ^ state[i - 1] >> 30) * factor);
        return mixed;
    };
    auto advance = [&] {
        if (++i >= Random::SIZE) {
            state[0] = state[Random::SIZE - 1];
            i = 1;
        }
    };
    size_t j = 0;
    for (size_t count = std::max<size_t>(length, Random::SIZE); count > 0; count--) {
        state[i] = step(1664525u) + key[j] + uint32_t(j);
        advance();
        j = j + 1 < length ? j + 1 : 0;
    }
    for (uint32_t count = Random::SIZE - 1; count > 0; count--) {
        state[i] = step(1566083941u) - i;
        advance();
    }
    state[0] = 0x80000000u; // never all zeros
}

static void refill(Random& random) {
    uint32_t* state = random.state;
    for (uint32_t i = 0; i < Random::SIZE; i++) {
        uint32_t mixed = (state[i] & 0x80000000u) | (state[(i + 1) % Random::SIZE] & 0x7FFFFFFFu);
        uint32_t twisted = mixed >> 1 ^ (mixed & 1 ? 0x9908B0DFu : 0);
        state[i] = state[(i + Random::MIDDLE) % Random::SIZE] ^ twisted;
    }
    random.position = 0;
}

static uint32_t next_word(Random& random) {
    if (random.position >= Random::SIZE)
        refill(random);
    uint32_t y = random.state[random.position++];
    y ^= y >> 11;
    y ^= y << 7 & 0x9D2C5680u;
    y ^= y << 15 & 0xEFC60000u;
    return y ^ y >> 18;
}

// --- Seeding -------------------------------------------------------------------------------------------------------

static Result<void> fill_with_entropy(VM& vm, void* bytes, size_t size) {
    if (uv_random(nullptr, nullptr, bytes, size, 0, nullptr) != 0)
        return vm.not_implemented_error("the system gives no random numbers");
    return {};
}

static Result<void> seed_from_system(VM& vm, Random& random) {
    uint32_t key[Random::SIZE];
    TRY(fill_with_entropy(vm, key, sizeof(key)));
    initialize_by_array(random, key, Random::SIZE);
    return {};
}

static Result<void> random_seed(VM& vm, Random& self, Value seed) {
    if (seed.is_none())
        return seed_from_system(vm, self);
    Value number = is_int(seed) ? seed : make_int_unsigned(vm, TRY(hash(vm, seed)));
    IntView view(number);
    size_t words = std::max<size_t>((view.bit_length() + 31) / 32, 1);
    LimbScratch scratch;
    auto* key = reinterpret_cast<uint32_t*>(TRY(scratch.allocate(vm, (words + 1) / 2)));
    for (size_t i = 0; i < words; i++)
        key[i] = i / 2 < view.count() ? uint32_t(view[i / 2] >> (i % 2 * 32)) : 0;
    initialize_by_array(self, key, words);
    return {};
}

static Result<Value> random_new(VM& vm, Type& cls, Args, Kwargs) {
    auto* random = static_cast<Random*>(allocate_instance(vm, &cls));
    TRY(seed_from_system(vm, *random));
    return random;
}

// --- Numbers -------------------------------------------------------------------------------------------------------

static double random_random(Random& self) {
    uint32_t high = next_word(self) >> 5, low = next_word(self) >> 6;
    return (high * 67108864.0 + low) * (1.0 / 9007199254740992.0);
}

// `bits` random bits, 1 to 64; the first word makes the low half.
static uint64_t random_bits(Random& random, unsigned bits) {
    if (bits <= 32)
        return next_word(random) >> (32 - bits);
    uint64_t low = next_word(random);
    return low | uint64_t(next_word(random) >> (64 - bits)) << 32;
}

static Result<Value> big_random_bits(VM& vm, Random& random, size_t bits) {
    size_t count = (bits + LIMB_BITS - 1) / LIMB_BITS;
    BigInt* number = TRY(allocate_bigint(vm, count));
    for (size_t i = 0; i < count; i++)
        number->limbs()[i] = random_bits(random, unsigned(std::min<size_t>(bits - i * LIMB_BITS, LIMB_BITS)));
    return finish_bigint(vm, number, count, false);
}

static Result<Value> random_getrandbits(VM& vm, Random& self, int64_t k) {
    if (k < 0)
        return vm.value_error("Cannot convert negative int");
    if (k == 0)
        return Value::small_int(0);
    return k <= 64 ? Result<Value>(make_int_unsigned(vm, random_bits(self, unsigned(k))))
                   : big_random_bits(vm, self, size_t(k));
}

// A number in [0, n): as many bits as n has, again until they make a number below n.
static Result<Value> random_below(VM& vm, Random& self, IntSelf n) {
    size_t bits = int_bit_length(n.value);
    if (bits == 0)
        return Value::small_int(0);
    if (bits <= 64) {
        uint64_t limit = IntView(n.value).low(), number;
        do
            number = random_bits(self, unsigned(bits));
        while (number >= limit);
        return make_int_unsigned(vm, number);
    }
    for (;;) {
        Value number = TRY(big_random_bits(vm, self, bits));
        if (int_compare(number, n.value) < 0)
            return number;
    }
}

// --- State ---------------------------------------------------------------------------------------------------------

static Tuple* random_getstate(VM& vm, Random& self) {
    Tuple* state = make_tuple(vm, Random::SIZE + 1);
    for (uint32_t i = 0; i < Random::SIZE; i++)
        (*state)[i] = Value::small_int(self.state[i]);
    (*state)[Random::SIZE] = Value::small_int(self.position);
    return state;
}

static Result<void> random_setstate(VM& vm, Random& self, Value value) {
    Tuple* state = as<Tuple>(value);
    if (!state)
        return vm.type_error("state vector must be a tuple");
    if (state->size() != Random::SIZE + 1)
        return vm.value_error("state vector is the wrong size");
    uint32_t words[Random::SIZE];
    for (size_t i = 0; i <= Random::SIZE; i++) {
        if (!is_int((*state)[i]))
            return vm.type_error("an integer is required");
    }
    for (size_t i = 0; i < Random::SIZE; i++)
        words[i] = uint32_t(IntView((*state)[i]).low());
    std::optional<int64_t> position = to_int64((*state)[Random::SIZE]);
    if (!position || *position < 0 || *position > int64_t(Random::SIZE))
        return vm.value_error("invalid state");
    std::copy(words, words + Random::SIZE, self.state);
    self.position = uint32_t(*position);
    return {};
}

// --- The module ----------------------------------------------------------------------------------------------------

static constexpr NativeDef random_members[] = {
    fn<random_new>("__new__(cls, /, *args, **kwargs)"),
    fn<random_seed>("seed(self, n=None, /)",
                    "Start the generator anew from an int, from any other object's hash, or from "
                    "the system's entropy."),
    fn<random_random>("random(self, /)", "The next random number in the range 0.0 <= x < 1.0."),
    fn<random_getrandbits>("getrandbits(self, k, /)", "An int of k random bits."),
    fn<random_below>("_randbelow(self, n, /)", "A random int in the range 0 <= x < n; 0 when n is 0."),
    fn<random_getstate>("getstate(self, /)", "The state of the generator, for setstate()."),
    fn<random_setstate>("setstate(self, state, /)", "Go on from a state that getstate() gave."),
};

const NativeType random_type = {
    .name = "_random.Random",
    .base = nullptr,
    .kind = Kind::Native,
    .size = sizeof(Random),
    .flags = Type::WEAKLY_REFERENCEABLE,
    .visit = nullptr,
    .members = random_members,
    .member_count = std::size(random_members),
    .doc = "The Mersenne Twister.",
};

static Result<Bytes*> module_sha512(VM& vm, Bytes& data) {
    std::array<uint8_t, 64> digest = sha512(data.view());
    return make_bytes(vm, {reinterpret_cast<const char*>(digest.data()), digest.size()});
}

static Result<Bytes*> module_urandom(VM& vm, int64_t size) {
    if (size < 0)
        return vm.value_error("negative argument not allowed");
    Bytes* bytes = TRY(make_bytes_uninitialized(vm, size_t(size)));
    TRY(fill_with_entropy(vm, bytes->data(), size_t(size)));
    return bytes;
}

static constexpr NativeDef module_members[] = {
    type_constant("Random", random_type),
    fn<module_sha512>("sha512(data, /)", "The SHA-512 digest of a bytes object."),
    fn<module_urandom>("urandom(size, /)", "Random bytes from the operating system."),
};

extern const NativeModule random_core_module;
const NativeModule random_core_module = {
    .name = "_random",
    .doc = "The generator under module random.",
    .members = module_members,
    .member_count = std::size(module_members),
};

} // namespace ouro::stdlib
