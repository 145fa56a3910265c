; expect: HarnessViolation, the load bus, BurstCrossesPage
SETA a0, 16
SETA a1, 0xF80
SETS s0, 8, st0=1
LD a0, a1, s0
HALT
