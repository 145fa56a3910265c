; expect: Mismatch, MM a2, ACC row 100 lane 0, in lanes 0..3
SETA a0, 16
SETA a1, 0
SETS s0, 64, st0=1
LD a0, a1, s0                       signal(1)
SETA a2, 100
SETA a3, 48
SETS s1, 8, st0=1
MM a2, a0, a3, s1                   wait(1)         ; adds to whatever the accumulators held
MM a2, a0, a3, s1
HALT
