; expect: Mismatch, VQ a4, SPAD row, lane
SETA a0, 16                         ; moving rows
SETA a1, 0
SETS s0, 64, st0=1
LD a0, a1, s0                       signal(1)
SETA a2, 100                        ; accumulators
SETA a3, 48                         ; stationary rows
SETS s1, 8, st0=1
MM a2, a0, a3, s1                   wait(1) signal(2)
SETA a4, 7000
SETS s2, 8, st0=1, st1=1
VQ a4, a2, s2, 100, 18              wait(2)
HALT
