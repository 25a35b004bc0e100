// SPDX-License-Identifier: MIT
//
// SHA-512 as FIPS 180-4 describes it, section by section.

#include "stdlib/random/sha512.hpp"

#include <bit>
#include <cstring>

namespace ouro::stdlib {

// 4.2.3: the first 64 bits of the fractional parts of the cube roots of the first eighty primes.
static constexpr uint64_t ROUND_CONSTANTS[80] = {
    0x428a2f98d728ae22, 0x7137449123ef65cd, 0xb5c0fbcfec4d3b2f, 0xe9b5dba58189dbbc,
    0x3956c25bf348b538, 0x59f111f1b605d019, 0x923f82a4af194f9b, 0xab1c5ed5da6d8118,
    0xd807aa98a3030242, 0x12835b0145706fbe, 0x243185be4ee4b28c, 0x550c7dc3d5ffb4e2,
    0x72be5d74f27b896f, 0x80deb1fe3b1696b1, 0x9bdc06a725c71235, 0xc19bf174cf692694,
    0xe49b69c19ef14ad2, 0xefbe4786384f25e3, 0x0fc19dc68b8cd5b5, 0x240ca1cc77ac9c65,
    0x2de92c6f592b0275, 0x4a7484aa6ea6e483, 0x5cb0a9dcbd41fbd4, 0x76f988da831153b5,
    0x983e5152ee66dfab, 0xa831c66d2db43210, 0xb00327c898fb213f, 0xbf597fc7beef0ee4,
    0xc6e00bf33da88fc2, 0xd5a79147930aa725, 0x06ca6351e003826f, 0x142929670a0e6e70,
    0x27b70a8546d22ffc, 0x2e1b21385c26c926, 0x4d2c6dfc5ac42aed, 0x53380d139d95b3df,
    0x650a73548baf63de, 0x766a0abb3c77b2a8, 0x81c2c92e47edaee6, 0x92722c851482353b,
    0xa2bfe8a14cf10364, 0xa81a664bbc423001, 0xc24b8b70d0f89791, 0xc76c51a30654be30,
    0xd192e819d6ef5218, 0xd69906245565a910, 0xf40e35855771202a, 0x106aa07032bbd1b8,
    0x19a4c116b8d2d0c8, 0x1e376c085141ab53, 0x2748774cdf8eeb99, 0x34b0bcb5e19b48a8,
    0x391c0cb3c5c95a63, 0x4ed8aa4ae3418acb, 0x5b9cca4f7763e373, 0x682e6ff3d6b2b8a3,
    0x748f82ee5defb2fc, 0x78a5636f43172f60, 0x84c87814a1f0ab72, 0x8cc702081a6439ec,
    0x90befffa23631e28, 0xa4506cebde82bde9, 0xbef9a3f7b2c67915, 0xc67178f2e372532b,
    0xca273eceea26619c, 0xd186b8c721c0c207, 0xeada7dd6cde0eb1e, 0xf57d4f7fee6ed178,
    0x06f067aa72176fba, 0x0a637dc5a2c898a6, 0x113f9804bef90dae, 0x1b710b35131c471b,
    0x28db77f523047d84, 0x32caab7b40c72493, 0x3c9ebe0a15c9bebc, 0x431d67c49c100d4c,
    0x4cc5d4becb3e42b6, 0x597f299cfc657e2a, 0x5fcb6fab3ad6faec, 0x6c44198c4a475817,
};

// 5.3.5: of the square roots of the first eight.
static constexpr uint64_t INITIAL_STATE[8] = {
    0x6a09e667f3bcc908, 0xbb67ae8584caa73b, 0x3c6ef372fe94f82b, 0xa54ff53a5f1d36f1,
    0x510e527fade682d1, 0x9b05688c2b3e6c1f, 0x1f83d9abfb41bd6b, 0x5be0cd19137e2179,
};

static constexpr size_t BLOCK_BYTES = 128;

static uint64_t load_big_endian(const uint8_t* octets) {
    uint64_t word = 0;
    for (int i = 0; i < 8; i++)
        word = word << 8 | octets[i];
    return word;
}

// 6.4.2, step 1
static void make_schedule(const uint8_t* block, uint64_t* schedule) {
    for (int t = 0; t < 16; t++)
        schedule[t] = load_big_endian(block + 8 * t);
    for (int t = 16; t < 80; t++) {
        uint64_t early = schedule[t - 15], late = schedule[t - 2];
        uint64_t small0 = std::rotr(early, 1) ^ std::rotr(early, 8) ^ early >> 7;
        uint64_t small1 = std::rotr(late, 19) ^ std::rotr(late, 61) ^ late >> 6;
        schedule[t] = small1 + schedule[t - 7] + small0 + schedule[t - 16];
    }
}

// 6.4.2, steps 2 to 4; the working variables a to h are v[0] to v[7].
static void add_block(uint64_t* state, const uint8_t* block) {
    uint64_t schedule[80], v[8];
    make_schedule(block, schedule);
    std::memcpy(v, state, sizeof(v));
    for (int t = 0; t < 80; t++) {
        uint64_t big1 = std::rotr(v[4], 14) ^ std::rotr(v[4], 18) ^ std::rotr(v[4], 41);
        uint64_t choice = (v[4] & v[5]) ^ (~v[4] & v[6]);
        uint64_t first = v[7] + big1 + choice + ROUND_CONSTANTS[t] + schedule[t];
        uint64_t big0 = std::rotr(v[0], 28) ^ std::rotr(v[0], 34) ^ std::rotr(v[0], 39);
        uint64_t majority = (v[0] & v[1]) ^ (v[0] & v[2]) ^ (v[1] & v[2]);
        std::memmove(v + 1, v, 7 * sizeof(uint64_t));
        v[4] += first;
        v[0] = first + big0 + majority;
    }
    for (int i = 0; i < 8; i++)
        state[i] += v[i];
}

std::array<uint8_t, 64> sha512(std::string_view message) {
    uint64_t state[8];
    std::memcpy(state, INITIAL_STATE, sizeof(state));
    auto* octets = reinterpret_cast<const uint8_t*>(message.data());
    size_t whole = message.size() / BLOCK_BYTES * BLOCK_BYTES;
    for (size_t i = 0; i < whole; i += BLOCK_BYTES)
        add_block(state, octets + i);
    // 5.1.2: the rest, a one bit, zeros, the length in bits.
    uint8_t padded[2 * BLOCK_BYTES] = {};
    size_t rest = message.size() - whole;
    if (rest)
        std::memcpy(padded, octets + whole, rest);
    padded[rest] = 0x80;
    size_t size = rest + 1 + 16 <= BLOCK_BYTES ? BLOCK_BYTES : 2 * BLOCK_BYTES;
    unsigned __int128 bits = (unsigned __int128)message.size() * 8;
    for (size_t i = 0; i < 16; i++)
        padded[size - 1 - i] = uint8_t(bits >> (8 * i));
    for (size_t i = 0; i < size; i += BLOCK_BYTES)
        add_block(state, padded + i);
    std::array<uint8_t, 64> digest;
    for (size_t i = 0; i < 64; i++)
        digest[i] = uint8_t(state[i / 8] >> (56 - i % 8 * 8));
    return digest;
}

} // namespace ouro::stdlib
