; expect: Mismatch, MM a2, of 8 rows
SETA a0, 16                         ; moving rows
SETA a1, 0
SETS s0, 64, st0=1
LD a0, a1, s0                       signal(1)
SETA a2, 100                        ; accumulators
SETA a3, 48                         ; stationary rows
SETS s1, 8, st0=1
MM a2, a0, a3, s1                   wait(1) signal(2)
SETA a4, 0x10000
SETS s2, 4, 8, st0=1, st1=4
ST a2, a4, s2, ACC                  wait(2)
HALT
