; expect: Mismatch, MM a2, ACC row 100 lane 0
SETA a0, 16                         ; moving rows
SETA a1, 0
SETS s0, 64, st0=1
LD a0, a1, s0
SETA a2, 100                        ; accumulators
SETA a3, 48                         ; stationary rows
SETS s1, 8, st0=1
FENCE LD
MM a2, a0, a3, s1
HALT
