/* Jump tables, function pointers, deep recursion: a small stack machine that runs a program of its own. */
#include "programs.h"

enum op { PUSH, ADD, SUB, MUL, DUP, SWAP, DROP, JNZ, CALL, RET, OVER, STOP };

static int32_t run(const int16_t *code)
{
    int32_t stack[32], *top = stack;
    const int16_t *back[8], **link = back, *at = code;
    for (;;)
        switch (*at++)
        {
            case PUSH: *top++ = *at++; break;
            case ADD: top--; top[-1] += top[0]; break;
            case SUB: top--; top[-1] -= top[0]; break;
            case MUL: top--; top[-1] = (int32_t)((uint32_t)top[-1] * (uint32_t)top[0]); break;
            case DUP: top[0] = top[-1]; top++; break;
            case SWAP: { int32_t t = top[-1]; top[-1] = top[-2]; top[-2] = t; break; }
            case DROP: top--; break;
            case OVER: top[0] = top[-2]; top++; break;
            case JNZ: at = *--top ? at + 1 + *at : at + 1; break;
            case CALL: *link++ = at + 1; at = code + *at; break;
            case RET: at = *--link; break;
            default: return top[-1];
        }
}

static uint32_t ackermann(uint32_t m, uint32_t n) { return m == 0 ? n + 1 : n == 0 ? ackermann(m - 1, 1) : ackermann(m - 1, ackermann(m, n - 1)); }

static uint32_t hanoi(unsigned n, unsigned from, unsigned to, unsigned by)
{
    if (n == 0) return 0;
    uint32_t left = hanoi(n - 1, from, by, to);
    return left * 3 + from * 5 + to + hanoi(n - 1, by, to, from);
}

static uint32_t twice(uint32_t x) { return x * 2; }
static uint32_t plus9(uint32_t x) { return x + 9; }
static uint32_t turned(uint32_t x) { return x << 7 | x >> 25; }

void control(void)
{
    /* 12!: below the counter lies the product, and the routine at 11 multiplies and counts down */
    static const int16_t factorial[] = { PUSH, 1, PUSH, 12, CALL, 11, DUP, JNZ, -5, DROP, STOP, SWAP, OVER, MUL, SWAP, PUSH, 1, SUB, RET };
    show("control.machine", (uint32_t)run(factorial));
    show("control.ackermann", ackermann(2, 9));
    show("control.hanoi", hanoi(9, 1, 2, 3));

    uint32_t (*const steps[])(uint32_t) = { twice, plus9, turned };
    uint32_t state = 7, x = 1;
    for (int i = 0; i < 200; i++) x = steps[next(&state) % 3](x);
    show("control.pointers", x);
}
