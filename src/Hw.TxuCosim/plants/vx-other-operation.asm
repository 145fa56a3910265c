; expect: Mismatch, VCLIP a4, SPAD row, lane
SETA a0, 0
SETA a1, 0
SETS s0, 64, st0=1
LD a0, a1, s0, ACC                  signal(1)       ; 16 rows of patterns
SETA a2, 100                        ; bounds, in BF16
SETA a3, 8
SETS s1, 8, st0=2, st1=1, st2=2
VACT a2, a3, s1, COPY, BF16, ACC    wait(1)
SETA a4, 7000
VCLIP a4, a0, a2, s1, BF16, ACC, BF16
HALT
