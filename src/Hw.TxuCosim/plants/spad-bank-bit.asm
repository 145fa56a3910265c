; expect: Mismatch, ST a0, DRAM[0x10000] byte 0
SETA a0, 16
SETA a1, 0
SETS s0, 64, st0=1
LD a0, a1, s0                       signal(1)
SETA a4, 0x10000
ST a0, a4, s0                       wait(1)
HALT
