; expect: Mismatch, trap ReservedBits
SETA a0, 16
.word 0x80000000000000000000000000000001
HALT
