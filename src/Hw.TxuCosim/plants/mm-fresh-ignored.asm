; expect: Mismatch, instruction 9, ACC row 100 lane 0, in lanes 0..3
SETA a0, 16
SETA a1, 0
SETS s0, 64, st0=1
LD a0, a1, s0                       signal(1)
SETA a2, 100
SETA a3, 48
SETS s1, 8, st0=1
MM a2, a0, a3, s1                   wait(1)         ; the accumulators hold 0 before it, so this one is right
MM a2, a0, a3, s1
HALT
