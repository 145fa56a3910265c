; expect: HarnessViolation, the store bus, ResponseUnrequested
SETA a0, 16
SETA a1, 0
SETS s0, 8, st0=1
LD a0, a1, s0                       signal(1)
SETA a4, 0x10000
ST a0, a4, s0                       wait(1)
HALT
