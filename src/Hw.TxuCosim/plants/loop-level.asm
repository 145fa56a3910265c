; expect: Mismatch, instruction 11, LD a0, SPAD row 16 byte 0
SETA a0, 16
SETA a1, 0
SETL a1, 0, 256
SETL a1, 1, 4096
SETS s0, 8, st0=1
LOOP 2
LOOP 2
LD a0, a1, s0                       ; the second one reads at 4096, not at 256
FENCE LD
ENDL
ENDL
HALT
