; expect: Mismatch, trap ReservedBits at pc 1
SETA a0, 16
.word 0x80000000000000000000000000000001
HALT
