; expect: Mismatch, MM a2, SCALE, lane 0 
SETA a0, 0
SETA a1, 0
SETS s0, 128, st0=1
LD a0, a1, s0                       signal(1)
SETA a4, 256
SETA a5, 0x8000
SETS s2, 4, st0=1
LD a4, a5, s2, ACC                  signal(2)       ; a factor, to become α
SETA a6, 5
SETS s3, 1
VACT a6, a4, s3, SIGMOID, STATE     wait(2) signal(3)
SETA a2, 100                        ; accumulators
SETA a3, 64                         ; stationary rows
SETS s1, 8, st0=2
MM a2, a0, a3, s1, SET, E4M3        wait(1)
MM a2, a0, a3, s1, SCALE, E4M3, v5  wait(3)
HALT
