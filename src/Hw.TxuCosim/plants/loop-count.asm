; expect: Mismatch, instruction 9 of 9, HALT
SETA a0, 16
SETA a1, 0
SETL a1, 0, 256
SETS s0, 8, st0=1
LOOP 1
LD a0, a1, s0
FENCE LD
ENDL
HALT
