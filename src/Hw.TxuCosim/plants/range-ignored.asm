; expect: Mismatch, BadRange, MM a2
SETA a0, 8190                       ; three rows from here on are one too many
SETA a2, 100
SETA a3, 48
SETS s1, 3, st0=1
MM a2, a0, a3, s1
HALT
