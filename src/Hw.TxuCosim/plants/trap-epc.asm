; expect: Mismatch, takes trap BadRange at pc 3
SETA a0, 8190
SETA a1, 0
SETS s0, 8, st0=1
LD a0, a1, s0
HALT
