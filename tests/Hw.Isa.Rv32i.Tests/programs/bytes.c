/* Loads and stores of every size, aligned and not; a checksum by table. */
#include "programs.h"

static uint32_t table[256];
static uint8_t area[512];

static uint32_t crc(const uint8_t *at, unsigned length)
{
    uint32_t sum = 0xFFFFFFFF;
    while (length--) sum = table[(sum ^ *at++) & 0xFF] ^ sum >> 8;
    return ~sum;
}

struct __attribute__((packed)) parcel { uint8_t kind; int16_t small; int32_t large; int8_t tail; uint64_t wide; };

void bytes(void)
{
    for (uint32_t i = 0; i < 256; i++)
    {
        uint32_t c = i;
        for (int k = 0; k < 8; k++) c = c & 1 ? 0xEDB88320 ^ c >> 1 : c >> 1;
        table[i] = c;
    }
    show("bytes.crc", crc((const uint8_t *)"123456789", 9));

    uint32_t state = 1;
    for (unsigned i = 0; i < sizeof area; i++) area[i] = (uint8_t)next(&state);
    show("bytes.area", crc(area, sizeof area));

    int64_t sums = 0;
    for (unsigned at = 0; at + 16 < sizeof area; at += 17)
    {
        struct parcel *p = (struct parcel *)(area + at);
        sums += p->kind + 3 * p->small + 5LL * p->large + 7 * p->tail;
        p->small = (int16_t)(p->small - p->tail);
        p->large ^= (int32_t)p->kind << 11;
        p->wide = p->wide << 5 | p->wide >> 59;
    }
    show("bytes.parcels", (uint64_t)sums);
    show("bytes.after", crc(area, sizeof area));
}
