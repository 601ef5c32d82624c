/* SHA-256 (FIPS 180-4) as hex, for the lines that all languages write: in C99 and in C++17. */
#ifndef SHA256_H
#define SHA256_H

#include <stddef.h>
#include <stdint.h>

struct sha256 {
    uint32_t state[8];
    uint32_t block[16];
};

static uint32_t sha256_turn(uint32_t word, unsigned count)
{
    return (word >> count) | (word << (32 - count));
}

/* The first 32 bits of the fractional parts of the cube roots of the first 64 primes. */
static const uint32_t sha256_rounds[64] = {
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2};

static void sha256_compress(struct sha256 *sha)
{
    uint32_t words[64], working[8];
    unsigned i;
    for (i = 0; i < 64; i++) {
        if (i < 16) {
            words[i] = sha->block[i];
        } else {
            uint32_t near = words[i - 15], far = words[i - 2];
            words[i] = words[i - 16] + words[i - 7] +
                       (sha256_turn(near, 7) ^ sha256_turn(near, 18) ^ (near >> 3)) +
                       (sha256_turn(far, 17) ^ sha256_turn(far, 19) ^ (far >> 10));
        }
    }
    for (i = 0; i < 8; i++) {
        working[i] = sha->state[i];
    }
    for (i = 0; i < 64; i++) {
        uint32_t a = working[0], e = working[4];
        uint32_t choice = (e & working[5]) ^ (~e & working[6]);
        uint32_t majority = (a & working[1]) ^ (a & working[2]) ^ (working[1] & working[2]);
        uint32_t first = working[7] + (sha256_turn(e, 6) ^ sha256_turn(e, 11) ^ sha256_turn(e, 25)) +
                         choice + sha256_rounds[i] + words[i];
        uint32_t second = (sha256_turn(a, 2) ^ sha256_turn(a, 13) ^ sha256_turn(a, 22)) + majority;
        unsigned place;
        for (place = 7; place > 0; place--) {
            working[place] = working[place - 1];
        }
        working[4] += first;
        working[0] = first + second;
    }
    for (i = 0; i < 8; i++) {
        sha->state[i] += working[i];
    }
}

/* The octet at a place of the padded message. */
static uint8_t sha256_octet(const uint8_t *octets, size_t length, size_t padded, size_t place)
{
    if (place < length) {
        return octets[place];
    }
    if (place == length) {
        return 0x80;
    }
    return padded - place > 8 ? 0 : (uint8_t)(((uint64_t)length * 8) >> (8 * (padded - place - 1)));
}

/* Writes 64 digits and a NUL. */
static void sha256_hex(const uint8_t *octets, size_t length, char hex[65])
{
    /* The first 32 bits of the fractional parts of the square roots of the first 8 primes. */
    struct sha256 sha = {{0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c,
                          0x1f83d9ab, 0x5be0cd19},
                         {0}};
    static const char digits[] = "0123456789abcdef";
    size_t padded = (length + 9 + 63) / 64 * 64, place;
    for (place = 0; place < padded; place++) {
        uint32_t *word = &sha.block[place % 64 / 4];
        *word = *word << 8 | sha256_octet(octets, length, padded, place);
        if (place % 64 == 63) {
            sha256_compress(&sha);
        }
    }
    for (place = 0; place < 64; place++) {
        hex[place] = digits[(sha.state[place / 8] >> (28 - 4 * (place % 8))) & 15];
    }
    hex[64] = '\0';
}

#endif
