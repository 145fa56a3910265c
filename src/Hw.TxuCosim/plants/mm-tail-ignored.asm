; expect: Mismatch, MM a2, in lanes 0..3
SETA a0, 16                         ; moving rows
SETA a1, 0
SETS s0, 64, st0=1
LD a0, a1, s0                       signal(1)
SETA a2, 100                        ; accumulators
SETA a3, 48                         ; stationary rows
SETS s1, 32, st0=1
MM a2, a0, a3, s1, SET, E4M3, v0, 1  wait(1)     ; a masked NaN is not multiplied by 0
HALT
