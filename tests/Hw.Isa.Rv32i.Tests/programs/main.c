#include "programs.h"

void show(const char *what, uint64_t value)
{
    char line[64];
    unsigned n = 0;
    while (what[n] && n < 40) { line[n] = what[n]; n++; }
    line[n++] = ' ';
    for (int shift = 60; shift >= 0; shift -= 4) line[n++] = "0123456789abcdef"[value >> shift & 15];
    line[n++] = '\n';
    put(line, n);
}

int main(void)
{
    arithmetic();
    bytes();
    control();
    division();
    numbers();
    sorting();
    text();
    return 7;
}
