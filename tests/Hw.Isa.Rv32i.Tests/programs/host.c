/* put() for a machine with a C library. */
#include <stdio.h>

void put(const char *text, unsigned length) { fwrite(text, 1, length, stdout); }
