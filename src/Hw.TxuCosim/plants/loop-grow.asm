; expect: Mismatch, ENDL, has not retired
SETA a0, 0
LOOP 4
LOOP 1, 1
NOP CT
ENDL
ENDL
HALT
