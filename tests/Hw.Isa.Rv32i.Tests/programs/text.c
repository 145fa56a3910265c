/* The functions of string.h that compilers call, and some text work. There is no library, so they are here. */
#include "programs.h"

void *memcpy(void *to, const void *from, size_t count) { char *t = to; const char *f = from; while (count--) *t++ = *f++; return to; }
void *memset(void *to, int value, size_t count) { char *t = to; while (count--) *t++ = (char)value; return to; }

void *memmove(void *to, const void *from, size_t count)
{
    char *t = to;
    const char *f = from;
    if (t <= f) while (count--) *t++ = *f++;
    else while (count--) t[count] = f[count];
    return to;
}

static unsigned length(const char *s) { unsigned n = 0; while (s[n]) n++; return n; }

static int compare(const char *a, const char *b) { while (*a && *a == *b) a++, b++; return (int)(unsigned char)*a - (int)(unsigned char)*b; }

static void reverse(char *s) { for (char *e = s + length(s); s < e;) { char t = *s; *s++ = *--e; *e = t; } }

static const char poem[] = "fence, ecall, ebreak: in order, out of order; a hart has thirty-two registers and one of them is zero";

void text(void)
{
    char copy[160], words[24][16];
    memset(copy, '#', sizeof copy);
    memcpy(copy + 3, poem, sizeof poem);
    memmove(copy, copy + 3, sizeof poem);
    memmove(copy + 20, copy + 5, 30);
    copy[sizeof poem + 8] = 0;
    put(copy, sizeof poem - 1);
    put("\n", 1);
    reverse(copy);
    put(copy, length(copy));
    put("\n", 1);

    unsigned count = 0, at = 0;
    for (unsigned i = 0; i < sizeof poem; i++)
    {
        char c = poem[i];
        if (c >= 'a' && c <= 'z') { if (at < 15) words[count][at++] = c; }
        else if (at) { words[count++][at] = 0; at = 0; }
    }
    for (unsigned i = 1; i < count; i++)
        for (unsigned j = i; j > 0 && compare(words[j - 1], words[j]) > 0; j--)
        {
            char t[16];
            memcpy(t, words[j], 16);
            memcpy(words[j], words[j - 1], 16);
            memcpy(words[j - 1], t, 16);
        }
    for (unsigned i = 0; i < count; i++) { put(words[i], length(words[i])); put(" ", 1); }
    put("\n", 1);
    show("text.words", count);
}
