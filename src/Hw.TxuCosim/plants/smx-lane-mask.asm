; expect: Mismatch, SMX a2, lane 2
SETA a0, 0
SETA a1, 0
SETS s0, 64, st0=1
LD a0, a1, s0, ACC                  signal(1)       ; scores
SETC c0, 0x00800000, 0, 6                           ; 2^-126, so that scores are small; 6 keys
SETA a2, 1000                       ; weights
SETA a3, 2                          ; query
SETA a4, 0                          ; key
SETS s1, 8, st0=2, st1=1
SMX a2, a0, a3, a4, s1, v4, c0, BF16, first, causal     wait(1)
HALT
