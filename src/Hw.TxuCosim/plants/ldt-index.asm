; expect: Mismatch, LDT a0, SPAD row
SETA a0, 16
SETA a1, 0
SETS s0, 32, st0=2
LDT a0, a1, s0
HALT
