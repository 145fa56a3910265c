/* Products, quotients and remainders, which RV32I leaves to the compiler's library. */
#include "programs.h"

static uint32_t gcd(uint32_t a, uint32_t b)
{
    while (b) { uint32_t t = a % b; a = b; b = t; }
    return a;
}

void division(void)
{
    uint32_t state = 99, hash = 0;
    uint64_t wide = 0;
    for (int i = 0; i < 300; i++)
    {
        uint32_t a = next(&state) >> (next(&state) & 31), b = (next(&state) >> (next(&state) & 31)) | 1;
        int32_t sa = (int32_t)a, sb = (int32_t)b;
        hash = hash * 31 + a / b + a % b;
        if (!(sa == INT32_MIN && sb == -1)) hash = hash * 31 + (uint32_t)(sa / sb) + (uint32_t)(sa % sb);
        uint64_t x = (uint64_t)a << 32 | next(&state), y = (uint64_t)b << 3 | 1;
        wide = wide * 31 + x / y + x % y + (uint64_t)((int64_t)x / (int64_t)y);
        hash ^= gcd(a, b);
    }
    show("division.narrow", hash);
    show("division.wide", wide);
}
