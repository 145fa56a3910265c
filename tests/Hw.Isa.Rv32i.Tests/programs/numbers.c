/* Primes by sieve; digits of e in fixed point; a matrix product. */
#include "programs.h"

static uint8_t composite[4000];
static int32_t left[12][12], right[12][12], product[12][12];

void numbers(void)
{
    unsigned count = 0, last = 0;
    for (unsigned i = 2; i < sizeof composite; i++)
    {
        if (composite[i]) continue;
        count++, last = i;
        for (unsigned j = i * i; j < sizeof composite; j += i) composite[j] = 1;
    }
    show("numbers.primes", (uint64_t)count << 32 | last);

    uint64_t e = 0, term = 1ULL << 60;
    for (unsigned n = 1; term; n++) e += term, term /= n;
    show("numbers.e", e);

    uint32_t state = 3, trace = 0;
    for (int i = 0; i < 12; i++) for (int j = 0; j < 12; j++) left[i][j] = (int32_t)next(&state) >> 12, right[i][j] = (int32_t)next(&state) >> 20;
    for (int i = 0; i < 12; i++) for (int j = 0; j < 12; j++) for (int k = 0; k < 12; k++) product[i][j] += left[i][k] * right[k][j] / 64;
    for (int i = 0; i < 12; i++) trace = trace * 7 + (uint32_t)product[i][11 - i];
    show("numbers.matrix", trace);
}
