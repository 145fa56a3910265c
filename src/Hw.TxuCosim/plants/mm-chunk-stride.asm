; expect: Mismatch, MM a2, ACC row 100 lane 0, in 8 of 16 rows
SETA a0, 16                         ; moving rows
SETA a1, 0
SETS s0, 64, st0=1
LD a0, a1, s0                       signal(1)
SETA a2, 100                        ; accumulators
SETA a3, 48                         ; stationary rows
SETS s1, 8, 2, st0=1, st1=8, st2=32
SETA a3, 16
MM a2, a0, a3, s1                   wait(1)
HALT
