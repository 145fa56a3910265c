/* What the programs share: each prints what it found through show(). Integers have the sizes of stdint.h only, so that every machine finds the same. */
#include <stddef.h>
#include <stdint.h>

void put(const char *text, unsigned length);

/* The next of a sequence that looks random. */
static inline uint32_t next(uint32_t *state)
{
    uint32_t x = *state;
    x ^= x << 13;
    x ^= x >> 17;
    x ^= x << 5;
    return *state = x;
}

void show(const char *what, uint64_t value);

void arithmetic(void);
void bytes(void);
void control(void);
void division(void);
void numbers(void);
void sorting(void);
void text(void);
