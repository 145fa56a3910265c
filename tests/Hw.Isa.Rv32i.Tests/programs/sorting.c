/* Three ways to sort, and a binary search. */
#include "programs.h"

enum { N = 300 };
static int32_t items[N];
static int16_t halves[N];

static void quick(int32_t *low, int32_t *high)
{
    if (low >= high) return;
    int32_t pivot = low[(high - low) / 2], *i = low, *j = high;
    while (i <= j)
    {
        while (*i < pivot) i++;
        while (*j > pivot) j--;
        if (i <= j) { int32_t t = *i; *i++ = *j; *j-- = t; }
    }
    quick(low, j);
    quick(i, high);
}

static void sift(int32_t *heap, int at, int count)
{
    for (int child; (child = 2 * at + 1) < count; at = child)
    {
        if (child + 1 < count && heap[child + 1] > heap[child]) child++;
        if (heap[at] >= heap[child]) return;
        int32_t t = heap[at]; heap[at] = heap[child]; heap[child] = t;
    }
}

static void heap(int32_t *at, int count)
{
    for (int i = count / 2; i-- > 0;) sift(at, i, count);
    for (int end = count; --end > 0;)
    {
        int32_t t = at[0]; at[0] = at[end]; at[end] = t;
        sift(at, 0, end);
    }
}

static void fill(uint32_t seed) { for (int i = 0; i < N; i++) items[i] = (int32_t)next(&seed) >> 4; }

static uint32_t checked(void)
{
    uint32_t hash = 0, ordered = 1;
    for (int i = 0; i < N; i++) { hash = hash * 33 ^ (uint32_t)items[i]; if (i && items[i - 1] > items[i]) ordered = 0; }
    return ordered ? hash : 0;
}

void sorting(void)
{
    fill(5);
    quick(items, items + N - 1);
    show("sorting.quick", checked());
    fill(6);
    heap(items, N);
    show("sorting.heap", checked());

    uint32_t state = 8, hash = 0;
    for (int i = 0; i < N; i++) halves[i] = (int16_t)next(&state);
    for (int i = 1; i < N; i++)
    {
        int16_t x = halves[i];
        int j = i;
        for (; j > 0 && halves[j - 1] > x; j--) halves[j] = halves[j - 1];
        halves[j] = x;
    }
    for (int i = 0; i < N; i++) hash = hash * 33 ^ (uint16_t)halves[i];
    show("sorting.insertion", hash);

    int found = 0;
    for (int key = -32000; key < 32000; key += 400)
    {
        int low = 0, high = N;
        while (low < high) { int mid = (low + high) / 2; if (halves[mid] < key) low = mid + 1; else high = mid; }
        found = found * 3 + low;
    }
    show("sorting.search", (uint32_t)found);
}
