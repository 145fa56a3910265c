/* Every operator on operands at the edges, 32 and 64 bits, signed and not. */
#include "programs.h"

static const uint32_t edges[] = { 0, 1, 2, 31, 32, 0x7FF, 0x800, 0xFFF, 0x1000, 0x7FFFFFFF, 0x80000000, 0x80000001, 0xFFFFF800, 0xFFFFFFFE, 0xFFFFFFFF, 0x12345678 };
enum { EDGES = sizeof edges / sizeof edges[0] };

static uint64_t fold(uint64_t hash, uint64_t value) { return (hash ^ value) * 0x100000001B3u; }

void arithmetic(void)
{
    uint64_t narrow = 0xCBF29CE484222325u, wide = narrow, order = narrow;
    for (int i = 0; i < EDGES; i++)
        for (int j = 0; j < EDGES; j++)
        {
            uint32_t a = edges[i], b = edges[j];
            int32_t sa = (int32_t)a, sb = (int32_t)b;
            narrow = fold(narrow, a + b);
            narrow = fold(narrow, a - b);
            narrow = fold(narrow, a ^ b);
            narrow = fold(narrow, a & b);
            narrow = fold(narrow, a | ~b);
            narrow = fold(narrow, a << (b & 31));
            narrow = fold(narrow, a >> (b & 31));
            narrow = fold(narrow, (uint32_t)(sa >> (b & 31)));
            order = order * 2 + (a < b) + 3 * (sa < sb) + 5 * (a <= b) + 7 * (sa >= sb) + 11 * (a == b) + 13 * (a != b) + 17 * (sa < 100) + 19 * (a > 2000);
            uint64_t x = (uint64_t)a << 32 | b, y = (uint64_t)b << 17 | a;
            wide = fold(wide, x + y);
            wide = fold(wide, x - y);
            wide = fold(wide, x * y);
            wide = fold(wide, x << (b & 63));
            wide = fold(wide, x >> (b & 63));
            wide = fold(wide, (uint64_t)((int64_t)x >> (b & 63)));
            wide = fold(wide, (uint64_t)((int64_t)sa * sb));
            wide = fold(wide, ((int64_t)x < (int64_t)y) + 2 * (x < y));
        }
    show("arithmetic.narrow", narrow);
    show("arithmetic.wide", wide);
    show("arithmetic.order", order);
}
