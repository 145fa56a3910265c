/* txu 0.3: its words for software, in C99 and C++17. Generated from the definition: edit the C#, then `make gen`.
   Encoders assert that operands are legal; define TXU_ASSERT to have it done otherwise. */
#ifndef TXU_ISA_H
#define TXU_ISA_H

#include <stdint.h>

#ifndef TXU_ASSERT
#include <assert.h>
#define TXU_ASSERT(condition) assert(condition)
#endif

#ifdef __cplusplus
extern "C" {
#endif

#define TXU_ISA_VERSION "0.3"
#define TXU_ISA_HASH "7ba7151b01895c362e8523d7c93f4b8eaac019f2c476c69baed208f598592113"
#define TXU_WORD_BITS 128
#define TXU_WORD_BYTES 16
#define TXU_SEMAPHORES 32
#define TXU_SEMAPHORE_MAX 63

/* Why a program stopped. */
#define TXU_TRAP_NONE               0
#define TXU_TRAP_ILLEGAL_OPCODE     1 /* The word is no instruction. */
#define TXU_TRAP_RESERVED_BITS      2 /* A bit is set that must be 0. */
#define TXU_TRAP_BAD_OPERAND        3 /* An operand has no legal value, or one that does not go with the others. */
#define TXU_TRAP_BAD_RANGE          4 /* What is read or written leaves its memory, or is not aligned as it must be. */
#define TXU_TRAP_RUN_OFF            5 /* The program counter left the program. */
#define TXU_TRAP_SEMAPHORE_OVERFLOW 6 /* A semaphore would be above its greatest value. */
#define TXU_TRAP_DEADLOCK           7 /* A wait that nothing can satisfy; in hardware, the watchdog. */
#define TXU_TRAP_AXI_READ           8 /* Memory answered a read with an error. */
#define TXU_TRAP_AXI_WRITE          9 /* Memory answered a write with an error. */
#define TXU_TRAP_FETCH_ERROR        10 /* Memory answered the fetch of an instruction with an error. */
#define TXU_TRAP_MISALIGNED         11 /* A jump to an address where no instruction can stand. */
#define TXU_TRAP_BREAKPOINT         12 /* An instruction that calls a debugger, and there is none. */

/* Control and status registers: byte addresses. */
#define TXU_CSR_ID           0x000 /* The first 64 bits of the instruction set's hash, low half first; software refuses to run on another. */
#define TXU_CSR_LANES        0x004 /* C. */
#define TXU_CSR_DOORBELL     0x008 /* Writing starts the program; taken only while status is not running. */
#define TXU_CSR_STATUS       0x00c /* Bit 0 running, bit 1 a program has ended since the last doorbell, bit 2 it trapped. */
#define TXU_CSR_PROGRAM_LOW  0x010 /* Byte address of the program, a multiple of 512 (the low 9 bits read 0). */
#define TXU_CSR_PROGRAM_HIGH 0x014 /* Byte address of the program, a multiple of 512 (the low 9 bits read 0). */
#define TXU_CSR_LENGTH       0x018 /* Instructions in the program. */
#define TXU_CSR_WATCHDOG     0x01c /* Cycles without progress that count as a deadlock; 0 never. */
#define TXU_CSR_INTERRUPT    0x020 /* Bit 0: raise the interrupt when a program ends. Writing also clears a raised one. */
#define TXU_CSR_CAUSE        0x024
#define TXU_CSR_EPC          0x028
#define TXU_CSR_CODE         0x02c
#define TXU_CSR_ID_HIGH      0x030 /* The first 64 bits of the instruction set's hash, low half first; software refuses to run on another. */

/* Counters: byte addresses of their low halves; the high half is 4 bytes on. */
#define TXU_COUNTER_CYCLES          0x100 /* from the doorbell to the end; depends on timing */
#define TXU_COUNTER_INSTRUCTIONS    0x108 /* executed, those of CT included */
#define TXU_COUNTER_LD_INSTRUCTIONS 0x110 /* executed by queue LD, its NOPs included */
#define TXU_COUNTER_LD_BUSY         0x118 /* cycles with an instruction under way that has its semaphores; depends on timing */
#define TXU_COUNTER_LD_WAITS        0x120 /* cycles in which the head of the queue waits for a semaphore; depends on timing */
#define TXU_COUNTER_LD_BLOCKED      0x128 /* cycles in which a row or a beat could move and its bank or bus is not free; depends on timing */
#define TXU_COUNTER_ST_INSTRUCTIONS 0x130 /* executed by queue ST, its NOPs included */
#define TXU_COUNTER_ST_BUSY         0x138 /* cycles with an instruction under way that has its semaphores; depends on timing */
#define TXU_COUNTER_ST_WAITS        0x140 /* cycles in which the head of the queue waits for a semaphore; depends on timing */
#define TXU_COUNTER_ST_BLOCKED      0x148 /* cycles in which a row or a beat could move and its bank or bus is not free; depends on timing */
#define TXU_COUNTER_MM_INSTRUCTIONS 0x150 /* executed by queue MM, its NOPs included */
#define TXU_COUNTER_MM_BUSY         0x158 /* cycles with an instruction under way that has its semaphores; depends on timing */
#define TXU_COUNTER_MM_WAITS        0x160 /* cycles in which the head of the queue waits for a semaphore; depends on timing */
#define TXU_COUNTER_MM_BLOCKED      0x168 /* cycles in which a row or a beat could move and its bank or bus is not free; depends on timing */
#define TXU_COUNTER_VX_INSTRUCTIONS 0x170 /* executed by queue VX, its NOPs included */
#define TXU_COUNTER_VX_BUSY         0x178 /* cycles with an instruction under way that has its semaphores; depends on timing */
#define TXU_COUNTER_VX_WAITS        0x180 /* cycles in which the head of the queue waits for a semaphore; depends on timing */
#define TXU_COUNTER_VX_BLOCKED      0x188 /* cycles in which a row or a beat could move and its bank or bus is not free; depends on timing */
#define TXU_COUNTER_BYTES_LOADED    0x190 /* by LD and LDT */
#define TXU_COUNTER_BYTES_STORED    0x198 /* by ST and STT */
#define TXU_COUNTER_MATRIX_ROWS     0x1a0 /* moving rows × chunks: one a cycle at best */
#define TXU_COUNTER_USEFUL_MA_CS    0x1a8 /* products of live features and live lanes, as MM's tail and lanes say */
#define TXU_COUNTER_VECTOR_ROWS     0x1b0 /* rows of the vector instructions; VROPE takes two at a time */

/* The asynchronous queues: load, store, matrix, vector, control. Control executes in order, at dispatch. */
typedef enum { TXU_QUEUE_LD = 0, TXU_QUEUE_ST = 1, TXU_QUEUE_MM = 2, TXU_QUEUE_VX = 3, TXU_QUEUE_CT = 4 } txu_queue;

/* A set of queues, one bit each. */
typedef int64_t txu_queues;
#define TXU_QUEUES_NONE INT64_C(0)
#define TXU_QUEUES_LD INT64_C(1)
#define TXU_QUEUES_ST INT64_C(2)
#define TXU_QUEUES_MM INT64_C(4)
#define TXU_QUEUES_VX INT64_C(8)

/* An on-chip memory, as LD and ST name it. */
typedef enum { TXU_SPACE_SPAD = 0, TXU_SPACE_ACC = 1 } txu_space;

/* Size of the elements that a transposing transfer moves. */
typedef enum { TXU_ELEMENT_SIZE_B8 = 0, TXU_ELEMENT_SIZE_B16 = 1 } txu_element_size;

/* What the first chunk does with the accumulator: starts from 0, adds to it, or adds to it times α, lane by lane. */
typedef enum { TXU_MM_MODE_SET = 0, TXU_MM_MODE_ADD = 1, TXU_MM_MODE_SCALE = 2 } txu_mm_mode;

/* What MM multiplies: INT8 into INT32 sums; BF16 or FP8 E4M3 into FP32 sums. */
typedef enum { TXU_MM_TYPE_INT8 = 0, TXU_MM_TYPE_BF16 = 1, TXU_MM_TYPE_E4M3 = 2 } txu_mm_type;

/* What VQ makes: INT8 of INT32 sums; BF16 or FP8 E4M3 of FP32 ones. */
typedef enum { TXU_VQ_TYPE_INT8 = 0, TXU_VQ_TYPE_BF16 = 1, TXU_VQ_TYPE_E4M3 = 2 } txu_vq_type;

/* What VDQ takes: INT8, BF16 or E4M3 rows of SPAD, or INT32 rows of ACC. */
typedef enum { TXU_VDQ_TYPE_INT8 = 0, TXU_VDQ_TYPE_BF16 = 1, TXU_VDQ_TYPE_E4M3 = 2, TXU_VDQ_TYPE_INT32 = 3 } txu_vdq_type;

/* BinaryOp */
typedef enum { TXU_BINARY_OP_ADD = 0, TXU_BINARY_OP_SUB = 1, TXU_BINARY_OP_MUL = 2, TXU_BINARY_OP_MAX = 3, TXU_BINARY_OP_MIN = 4 } txu_binary_op;

/* Where rows of FP32 go: rounded to BF16 or E4M3 rows of SPAD, or as they are to ACC or STATE. What an instruction writes it may read only in place, row by row: the same place, first row, stride and count. */
typedef enum { TXU_TARGET_BF16 = 0, TXU_TARGET_E4M3 = 1, TXU_TARGET_ACC = 2, TXU_TARGET_STATE = 3 } txu_target;

/* Where rows come from: BF16 or E4M3 rows of SPAD, FP32 rows of ACC or STATE. A stride of 0 reads one row again and again. A BF16 element is the upper half of an FP32 number, also when it is NaN. */
typedef enum { TXU_SOURCE_BF16 = 0, TXU_SOURCE_E4M3 = 1, TXU_SOURCE_ACC = 2, TXU_SOURCE_STATE = 3 } txu_source;

/* A second operand: BF16 rows of SPAD; one BF16 element for all lanes of a row, element i of consecutive SPAD rows of 16; FP32 rows of ACC or STATE. */
typedef enum { TXU_OTHER_BF16 = 0, TXU_OTHER_SCALAR = 1, TXU_OTHER_ACC = 2, TXU_OTHER_STATE = 3 } txu_other;

/* COPY is the identity: for moving rows between memories and formats. */
typedef enum { TXU_ACTIVATION_COPY = 0, TXU_ACTIVATION_EXP2 = 1, TXU_ACTIVATION_RCP = 2, TXU_ACTIVATION_RSQRT = 3, TXU_ACTIVATION_SIGMOID = 4, TXU_ACTIVATION_SILU = 5 } txu_activation;

/* Reduction */
typedef enum { TXU_REDUCTION_SUM = 0, TXU_REDUCTION_SUMSQ = 1, TXU_REDUCTION_MAX = 2 } txu_reduction;

/* What SMX stores its weights as. E4M3 weights, and with them their sums, are times 2^8. */
typedef enum { TXU_SMX_TYPE_BF16 = 1, TXU_SMX_TYPE_E4M3 = 2 } txu_smx_type;

static inline int txu_in_(int64_t value, int64_t least, int64_t most)
{
    return value >= least && value <= most;
}

/* A word: bits 63 … 0 and the bits above. In memory it lies little-endian. */
typedef struct { uint64_t lo, hi; } txu_word;

static inline void txu_store(txu_word word, unsigned char *bytes)
{
    for (int i = 0; i < 16; i++) bytes[i] = (unsigned char)(i < 8 ? word.lo >> 8 * i : word.hi >> 8 * (i - 8));
}

static inline txu_word txu_put_(txu_word word, unsigned shift, unsigned width, uint64_t value)
{
    value &= (UINT64_C(1) << width) - 1;
    if (shift >= 64) word.hi |= value << (shift - 64);
    else
    {
        word.lo |= value << shift;
        if (shift + width > 64) word.hi |= value >> (64 - shift);
    }
    return word;
}

/* The word of an instruction of format unit that also waits for a semaphore; it has room for 2. */
static inline txu_word txu_unit_wait(txu_word word, int slot, int semaphore)
{
    static const unsigned char shift[] = { 8, 14 }, width[] = { 6, 6 };
    TXU_ASSERT(slot >= 0 && slot < 2);
    TXU_ASSERT(semaphore >= 0 && semaphore < 32);
    return txu_put_(word, shift[slot], width[slot], (UINT64_C(1) << (width[slot] - 1)) | (uint64_t)semaphore);
}

/* The word of an instruction of format unit that also signals a semaphore; it has room for 2. */
static inline txu_word txu_unit_signal(txu_word word, int slot, int semaphore)
{
    static const unsigned char shift[] = { 20, 26 }, width[] = { 6, 6 };
    TXU_ASSERT(slot >= 0 && slot < 2);
    TXU_ASSERT(semaphore >= 0 && semaphore < 32);
    return txu_put_(word, shift[slot], width[slot], (UINT64_C(1) << (width[slot] - 1)) | (uint64_t)semaphore);
}

/* The word of an instruction of format vector that also waits for a semaphore; it has room for 2. */
static inline txu_word txu_vector_wait(txu_word word, int slot, int semaphore)
{
    static const unsigned char shift[] = { 8, 14 }, width[] = { 6, 6 };
    TXU_ASSERT(slot >= 0 && slot < 2);
    TXU_ASSERT(semaphore >= 0 && semaphore < 32);
    return txu_put_(word, shift[slot], width[slot], (UINT64_C(1) << (width[slot] - 1)) | (uint64_t)semaphore);
}

/* The word of an instruction of format vector that also signals a semaphore; it has room for 2. */
static inline txu_word txu_vector_signal(txu_word word, int slot, int semaphore)
{
    static const unsigned char shift[] = { 20, 26 }, width[] = { 6, 6 };
    TXU_ASSERT(slot >= 0 && slot < 2);
    TXU_ASSERT(semaphore >= 0 && semaphore < 32);
    return txu_put_(word, shift[slot], width[slot], (UINT64_C(1) << (width[slot] - 1)) | (uint64_t)semaphore);
}

/* NOP: Waits and signals in the given queue and does nothing else: a third wait, or a barrier between two queues. */
#define TXU_NOP_OPCODE 0x01
#define TXU_NOP_MATCH_LO UINT64_C(0x0000000000000001)
#define TXU_NOP_MATCH_HI UINT64_C(0x0000000000000000)
#define TXU_NOP_MASK_LO UINT64_C(0x00000000000000ff)
#define TXU_NOP_MASK_HI UINT64_C(0x0000000000000000)
#define TXU_NOP_QUEUE_SHIFT 44
#define TXU_NOP_QUEUE_WIDTH 3
#define TXU_NOP_QUEUE_FIELD_LO UINT64_C(0x0000700000000000)
#define TXU_NOP_QUEUE_FIELD_HI UINT64_C(0x0000000000000000)

static inline txu_word txu_encode_nop(txu_queue queue)
{
    txu_word word = { UINT64_C(0x0000000000000001), UINT64_C(0x0000000000000000) };
    TXU_ASSERT((txu_in_((int64_t)queue, INT64_C(0), INT64_C(4))));
    word = txu_put_(word, 44, 3, (uint64_t)queue);
    return word;
}

/* HALT: Ends the program once every queue has drained, with a code for the host. */
#define TXU_HALT_OPCODE 0x02
#define TXU_HALT_MATCH_LO UINT64_C(0x0000000000000002)
#define TXU_HALT_MATCH_HI UINT64_C(0x0000000000000000)
#define TXU_HALT_MASK_LO UINT64_C(0x00000000000000ff)
#define TXU_HALT_MASK_HI UINT64_C(0x0000000000000000)
#define TXU_HALT_CODE_SHIFT 44
#define TXU_HALT_CODE_WIDTH 16
#define TXU_HALT_CODE_FIELD_LO UINT64_C(0x0ffff00000000000)
#define TXU_HALT_CODE_FIELD_HI UINT64_C(0x0000000000000000)

static inline txu_word txu_encode_halt(int64_t code)
{
    txu_word word = { UINT64_C(0x0000000000000002), UINT64_C(0x0000000000000000) };
    TXU_ASSERT((txu_in_(code, INT64_C(0), INT64_C(65535))));
    word = txu_put_(word, 44, 16, (uint64_t)code);
    return word;
}

/* FENCE: Dispatch goes on when the listed queues are empty and idle. */
#define TXU_FENCE_OPCODE 0x03
#define TXU_FENCE_MATCH_LO UINT64_C(0x0000000000000003)
#define TXU_FENCE_MATCH_HI UINT64_C(0x0000000000000000)
#define TXU_FENCE_MASK_LO UINT64_C(0x00000000000000ff)
#define TXU_FENCE_MASK_HI UINT64_C(0x0000000000000000)
#define TXU_FENCE_QUEUES_SHIFT 44
#define TXU_FENCE_QUEUES_WIDTH 4
#define TXU_FENCE_QUEUES_FIELD_LO UINT64_C(0x0000f00000000000)
#define TXU_FENCE_QUEUES_FIELD_HI UINT64_C(0x0000000000000000)

static inline txu_word txu_encode_fence(txu_queues queues)
{
    txu_word word = { UINT64_C(0x0000000000000003), UINT64_C(0x0000000000000000) };
    TXU_ASSERT((txu_in_(queues, INT64_C(0), INT64_C(15))));
    word = txu_put_(word, 44, 4, (uint64_t)queues);
    return word;
}

/* LOOP: Runs the instructions up to the matching ENDL count + grow · i times, i being the iteration of the loop around it (0 where there is none). Loops nest four deep; level 0 is the outermost. */
#define TXU_LOOP_OPCODE 0x04
#define TXU_LOOP_MATCH_LO UINT64_C(0x0000000000000004)
#define TXU_LOOP_MATCH_HI UINT64_C(0x0000000000000000)
#define TXU_LOOP_MASK_LO UINT64_C(0x00000000000000ff)
#define TXU_LOOP_MASK_HI UINT64_C(0x0000000000000000)
#define TXU_LOOP_COUNT_SHIFT 8
#define TXU_LOOP_COUNT_WIDTH 16
#define TXU_LOOP_COUNT_FIELD_LO UINT64_C(0x0000000000ffff00)
#define TXU_LOOP_COUNT_FIELD_HI UINT64_C(0x0000000000000000)
#define TXU_LOOP_GROW_SHIFT 24
#define TXU_LOOP_GROW_WIDTH 16
#define TXU_LOOP_GROW_FIELD_LO UINT64_C(0x000000ffff000000)
#define TXU_LOOP_GROW_FIELD_HI UINT64_C(0x0000000000000000)

static inline txu_word txu_encode_loop(int64_t count, int64_t grow)
{
    txu_word word = { UINT64_C(0x0000000000000004), UINT64_C(0x0000000000000000) };
    TXU_ASSERT((txu_in_(count, INT64_C(1), INT64_C(65535))));
    word = txu_put_(word, 8, 16, (uint64_t)count);
    TXU_ASSERT((txu_in_(grow, INT64_C(-32768), INT64_C(32767))));
    word = txu_put_(word, 24, 16, (uint64_t)grow);
    return word;
}

/* ENDL: Ends the body of the innermost loop: back to its start, or on when it has run its count. */
#define TXU_ENDL_OPCODE 0x05
#define TXU_ENDL_MATCH_LO UINT64_C(0x0000000000000005)
#define TXU_ENDL_MATCH_HI UINT64_C(0x0000000000000000)
#define TXU_ENDL_MASK_LO UINT64_C(0x00000000000000ff)
#define TXU_ENDL_MASK_HI UINT64_C(0x0000000000000000)

static inline txu_word txu_encode_endl(void)
{
    txu_word word = { UINT64_C(0x0000000000000005), UINT64_C(0x0000000000000000) };
    return word;
}

/* SETA: Sets an address register's base and clears its four loop strides. */
#define TXU_SETA_OPCODE 0x08
#define TXU_SETA_MATCH_LO UINT64_C(0x0000000000000008)
#define TXU_SETA_MATCH_HI UINT64_C(0x0000000000000000)
#define TXU_SETA_MASK_LO UINT64_C(0x00000000000000ff)
#define TXU_SETA_MASK_HI UINT64_C(0x0000000000000000)
#define TXU_SETA_REG_SHIFT 8
#define TXU_SETA_REG_WIDTH 5
#define TXU_SETA_REG_FIELD_LO UINT64_C(0x0000000000001f00)
#define TXU_SETA_REG_FIELD_HI UINT64_C(0x0000000000000000)
#define TXU_SETA_BASE_SHIFT 13
#define TXU_SETA_BASE_WIDTH 40
#define TXU_SETA_BASE_FIELD_LO UINT64_C(0x001fffffffffe000)
#define TXU_SETA_BASE_FIELD_HI UINT64_C(0x0000000000000000)

static inline txu_word txu_encode_seta(int64_t reg, int64_t base)
{
    txu_word word = { UINT64_C(0x0000000000000008), UINT64_C(0x0000000000000000) };
    TXU_ASSERT((txu_in_(reg, INT64_C(0), INT64_C(31))));
    word = txu_put_(word, 8, 5, (uint64_t)reg);
    TXU_ASSERT((txu_in_(base, INT64_C(0), INT64_C(1099511627775))));
    word = txu_put_(word, 13, 40, (uint64_t)base);
    return word;
}

/* SETL: Sets the stride that an address register advances by with each iteration of one loop level. */
#define TXU_SETL_OPCODE 0x09
#define TXU_SETL_MATCH_LO UINT64_C(0x0000000000000009)
#define TXU_SETL_MATCH_HI UINT64_C(0x0000000000000000)
#define TXU_SETL_MASK_LO UINT64_C(0x00000000000000ff)
#define TXU_SETL_MASK_HI UINT64_C(0x0000000000000000)
#define TXU_SETL_REG_SHIFT 8
#define TXU_SETL_REG_WIDTH 5
#define TXU_SETL_REG_FIELD_LO UINT64_C(0x0000000000001f00)
#define TXU_SETL_REG_FIELD_HI UINT64_C(0x0000000000000000)
#define TXU_SETL_LEVEL_SHIFT 13
#define TXU_SETL_LEVEL_WIDTH 2
#define TXU_SETL_LEVEL_FIELD_LO UINT64_C(0x0000000000006000)
#define TXU_SETL_LEVEL_FIELD_HI UINT64_C(0x0000000000000000)
#define TXU_SETL_STRIDE_SHIFT 15
#define TXU_SETL_STRIDE_WIDTH 32
#define TXU_SETL_STRIDE_FIELD_LO UINT64_C(0x00007fffffff8000)
#define TXU_SETL_STRIDE_FIELD_HI UINT64_C(0x0000000000000000)

static inline txu_word txu_encode_setl(int64_t reg, int64_t level, int64_t stride)
{
    txu_word word = { UINT64_C(0x0000000000000009), UINT64_C(0x0000000000000000) };
    TXU_ASSERT((txu_in_(reg, INT64_C(0), INT64_C(31))));
    word = txu_put_(word, 8, 5, (uint64_t)reg);
    TXU_ASSERT((txu_in_(level, INT64_C(0), INT64_C(3))));
    word = txu_put_(word, 13, 2, (uint64_t)level);
    TXU_ASSERT((txu_in_(stride, INT64_C(-2147483648), INT64_C(2147483647))));
    word = txu_put_(word, 15, 32, (uint64_t)stride);
    return word;
}

/* SETS: Sets a shape register: extents of three nested walks (0 is the innermost) and their strides, in rows or 32-byte units. */
#define TXU_SETS_OPCODE 0x0a
#define TXU_SETS_MATCH_LO UINT64_C(0x000000000000000a)
#define TXU_SETS_MATCH_HI UINT64_C(0x0000000000000000)
#define TXU_SETS_MASK_LO UINT64_C(0x00000000000000ff)
#define TXU_SETS_MASK_HI UINT64_C(0x0000000000000000)
#define TXU_SETS_REG_SHIFT 8
#define TXU_SETS_REG_WIDTH 4
#define TXU_SETS_REG_FIELD_LO UINT64_C(0x0000000000000f00)
#define TXU_SETS_REG_FIELD_HI UINT64_C(0x0000000000000000)
#define TXU_SETS_E0_SHIFT 12
#define TXU_SETS_E0_WIDTH 13
#define TXU_SETS_E0_FIELD_LO UINT64_C(0x0000000001fff000)
#define TXU_SETS_E0_FIELD_HI UINT64_C(0x0000000000000000)
#define TXU_SETS_E1_SHIFT 25
#define TXU_SETS_E1_WIDTH 13
#define TXU_SETS_E1_FIELD_LO UINT64_C(0x0000003ffe000000)
#define TXU_SETS_E1_FIELD_HI UINT64_C(0x0000000000000000)
#define TXU_SETS_E2_SHIFT 38
#define TXU_SETS_E2_WIDTH 13
#define TXU_SETS_E2_FIELD_LO UINT64_C(0x0007ffc000000000)
#define TXU_SETS_E2_FIELD_HI UINT64_C(0x0000000000000000)
#define TXU_SETS_ST0_SHIFT 51
#define TXU_SETS_ST0_WIDTH 24
#define TXU_SETS_ST0_FIELD_LO UINT64_C(0xfff8000000000000)
#define TXU_SETS_ST0_FIELD_HI UINT64_C(0x00000000000007ff)
#define TXU_SETS_ST1_SHIFT 75
#define TXU_SETS_ST1_WIDTH 24
#define TXU_SETS_ST1_FIELD_LO UINT64_C(0x0000000000000000)
#define TXU_SETS_ST1_FIELD_HI UINT64_C(0x00000007fffff800)
#define TXU_SETS_ST2_SHIFT 99
#define TXU_SETS_ST2_WIDTH 24
#define TXU_SETS_ST2_FIELD_LO UINT64_C(0x0000000000000000)
#define TXU_SETS_ST2_FIELD_HI UINT64_C(0x07fffff800000000)

static inline txu_word txu_encode_sets(int64_t reg, int64_t e0, int64_t e1, int64_t e2, int64_t st0, int64_t st1, int64_t st2)
{
    txu_word word = { UINT64_C(0x000000000000000a), UINT64_C(0x0000000000000000) };
    TXU_ASSERT((txu_in_(reg, INT64_C(0), INT64_C(15))));
    word = txu_put_(word, 8, 4, (uint64_t)reg);
    TXU_ASSERT((txu_in_(e0, INT64_C(1), INT64_C(8191))));
    word = txu_put_(word, 12, 13, (uint64_t)e0);
    TXU_ASSERT((txu_in_(e1, INT64_C(1), INT64_C(8191))));
    word = txu_put_(word, 25, 13, (uint64_t)e1);
    TXU_ASSERT((txu_in_(e2, INT64_C(1), INT64_C(8191))));
    word = txu_put_(word, 38, 13, (uint64_t)e2);
    TXU_ASSERT((txu_in_(st0, INT64_C(0), INT64_C(16777215))));
    word = txu_put_(word, 51, 24, (uint64_t)st0);
    TXU_ASSERT((txu_in_(st1, INT64_C(0), INT64_C(16777215))));
    word = txu_put_(word, 75, 24, (uint64_t)st1);
    TXU_ASSERT((txu_in_(st2, INT64_C(0), INT64_C(16777215))));
    word = txu_put_(word, 99, 24, (uint64_t)st2);
    return word;
}

/* SETQ: Waits until every queue has drained, then gives a semaphore its value. */
#define TXU_SETQ_OPCODE 0x0b
#define TXU_SETQ_MATCH_LO UINT64_C(0x000000000000000b)
#define TXU_SETQ_MATCH_HI UINT64_C(0x0000000000000000)
#define TXU_SETQ_MASK_LO UINT64_C(0x00000000000000ff)
#define TXU_SETQ_MASK_HI UINT64_C(0x0000000000000000)
#define TXU_SETQ_SEM_SHIFT 8
#define TXU_SETQ_SEM_WIDTH 5
#define TXU_SETQ_SEM_FIELD_LO UINT64_C(0x0000000000001f00)
#define TXU_SETQ_SEM_FIELD_HI UINT64_C(0x0000000000000000)
#define TXU_SETQ_VALUE_SHIFT 13
#define TXU_SETQ_VALUE_WIDTH 6
#define TXU_SETQ_VALUE_FIELD_LO UINT64_C(0x000000000007e000)
#define TXU_SETQ_VALUE_FIELD_HI UINT64_C(0x0000000000000000)

static inline txu_word txu_encode_setq(int64_t sem, int64_t value)
{
    txu_word word = { UINT64_C(0x000000000000000b), UINT64_C(0x0000000000000000) };
    TXU_ASSERT((txu_in_(sem, INT64_C(0), INT64_C(31))));
    word = txu_put_(word, 8, 5, (uint64_t)sem);
    TXU_ASSERT((txu_in_(value, INT64_C(0), INT64_C(63))));
    word = txu_put_(word, 13, 6, (uint64_t)value);
    return word;
}

/* SETC: Sets a constant register: two FP32 numbers by their bits, and the limits of an attention mask. */
#define TXU_SETC_OPCODE 0x0c
#define TXU_SETC_MATCH_LO UINT64_C(0x000000000000000c)
#define TXU_SETC_MATCH_HI UINT64_C(0x0000000000000000)
#define TXU_SETC_MASK_LO UINT64_C(0x00000000000000ff)
#define TXU_SETC_MASK_HI UINT64_C(0x0000000000000000)
#define TXU_SETC_REG_SHIFT 8
#define TXU_SETC_REG_WIDTH 4
#define TXU_SETC_REG_FIELD_LO UINT64_C(0x0000000000000f00)
#define TXU_SETC_REG_FIELD_HI UINT64_C(0x0000000000000000)
#define TXU_SETC_SCALE_SHIFT 12
#define TXU_SETC_SCALE_WIDTH 32
#define TXU_SETC_SCALE_FIELD_LO UINT64_C(0x00000ffffffff000)
#define TXU_SETC_SCALE_FIELD_HI UINT64_C(0x0000000000000000)
#define TXU_SETC_BIAS_SHIFT 44
#define TXU_SETC_BIAS_WIDTH 32
#define TXU_SETC_BIAS_FIELD_LO UINT64_C(0xfffff00000000000)
#define TXU_SETC_BIAS_FIELD_HI UINT64_C(0x0000000000000fff)
#define TXU_SETC_KEYS_SHIFT 76
#define TXU_SETC_KEYS_WIDTH 20
#define TXU_SETC_KEYS_FIELD_LO UINT64_C(0x0000000000000000)
#define TXU_SETC_KEYS_FIELD_HI UINT64_C(0x00000000fffff000)
#define TXU_SETC_WINDOW_SHIFT 96
#define TXU_SETC_WINDOW_WIDTH 20
#define TXU_SETC_WINDOW_FIELD_LO UINT64_C(0x0000000000000000)
#define TXU_SETC_WINDOW_FIELD_HI UINT64_C(0x000fffff00000000)

static inline txu_word txu_encode_setc(int64_t reg, int64_t scale, int64_t bias, int64_t keys, int64_t window)
{
    txu_word word = { UINT64_C(0x000000000000000c), UINT64_C(0x0000000000000000) };
    TXU_ASSERT((txu_in_(reg, INT64_C(0), INT64_C(15))));
    word = txu_put_(word, 8, 4, (uint64_t)reg);
    TXU_ASSERT((txu_in_(scale, INT64_C(0), INT64_C(4294967295))));
    word = txu_put_(word, 12, 32, (uint64_t)scale);
    TXU_ASSERT((txu_in_(bias, INT64_C(0), INT64_C(4294967295))));
    word = txu_put_(word, 44, 32, (uint64_t)bias);
    TXU_ASSERT((txu_in_(keys, INT64_C(0), INT64_C(1048575))));
    word = txu_put_(word, 76, 20, (uint64_t)keys);
    TXU_ASSERT((txu_in_(window, INT64_C(0), INT64_C(1048575))));
    word = txu_put_(word, 96, 20, (uint64_t)window);
    return word;
}

/* LD: Loads rows dst, dst+1, … from 32-byte pieces of DRAM on a three-level walk. A SPAD row is a piece; an ACC row is four, 32 slots of 4 bytes, of which the machine takes the first C. */
#define TXU_LD_OPCODE 0x10
#define TXU_LD_MATCH_LO UINT64_C(0x0000000000000010)
#define TXU_LD_MATCH_HI UINT64_C(0x0000000000000000)
#define TXU_LD_MASK_LO UINT64_C(0x00000000000000ff)
#define TXU_LD_MASK_HI UINT64_C(0x0000000000000000)
#define TXU_LD_DST_SHIFT 44
#define TXU_LD_DST_WIDTH 5
#define TXU_LD_DST_FIELD_LO UINT64_C(0x0001f00000000000)
#define TXU_LD_DST_FIELD_HI UINT64_C(0x0000000000000000)
#define TXU_LD_SRC_SHIFT 49
#define TXU_LD_SRC_WIDTH 5
#define TXU_LD_SRC_FIELD_LO UINT64_C(0x003e000000000000)
#define TXU_LD_SRC_FIELD_HI UINT64_C(0x0000000000000000)
#define TXU_LD_SHAPE_SHIFT 54
#define TXU_LD_SHAPE_WIDTH 4
#define TXU_LD_SHAPE_FIELD_LO UINT64_C(0x03c0000000000000)
#define TXU_LD_SHAPE_FIELD_HI UINT64_C(0x0000000000000000)
#define TXU_LD_SPACE_SHIFT 58
#define TXU_LD_SPACE_WIDTH 1
#define TXU_LD_SPACE_FIELD_LO UINT64_C(0x0400000000000000)
#define TXU_LD_SPACE_FIELD_HI UINT64_C(0x0000000000000000)

static inline txu_word txu_encode_ld(int64_t dst, int64_t src, int64_t shape, txu_space space)
{
    txu_word word = { UINT64_C(0x0000000000000010), UINT64_C(0x0000000000000000) };
    TXU_ASSERT((txu_in_(dst, INT64_C(0), INT64_C(31))));
    word = txu_put_(word, 44, 5, (uint64_t)dst);
    TXU_ASSERT((txu_in_(src, INT64_C(0), INT64_C(31))));
    word = txu_put_(word, 49, 5, (uint64_t)src);
    TXU_ASSERT((txu_in_(shape, INT64_C(0), INT64_C(15))));
    word = txu_put_(word, 54, 4, (uint64_t)shape);
    TXU_ASSERT((txu_in_((int64_t)space, INT64_C(0), INT64_C(1))));
    word = txu_put_(word, 58, 1, (uint64_t)space);
    return word;
}

/* ST: Stores 32-byte pieces to DRAM on the walk of LD. From SPAD a piece is a row; from ACC a quarter of a row of 32 slots × 4 bytes, slots beyond the machine's lanes being zero, so that DRAM looks the same for every lane count. */
#define TXU_ST_OPCODE 0x11
#define TXU_ST_MATCH_LO UINT64_C(0x0000000000000011)
#define TXU_ST_MATCH_HI UINT64_C(0x0000000000000000)
#define TXU_ST_MASK_LO UINT64_C(0x00000000000000ff)
#define TXU_ST_MASK_HI UINT64_C(0x0000000000000000)
#define TXU_ST_SRC_SHIFT 44
#define TXU_ST_SRC_WIDTH 5
#define TXU_ST_SRC_FIELD_LO UINT64_C(0x0001f00000000000)
#define TXU_ST_SRC_FIELD_HI UINT64_C(0x0000000000000000)
#define TXU_ST_DST_SHIFT 49
#define TXU_ST_DST_WIDTH 5
#define TXU_ST_DST_FIELD_LO UINT64_C(0x003e000000000000)
#define TXU_ST_DST_FIELD_HI UINT64_C(0x0000000000000000)
#define TXU_ST_SHAPE_SHIFT 54
#define TXU_ST_SHAPE_WIDTH 4
#define TXU_ST_SHAPE_FIELD_LO UINT64_C(0x03c0000000000000)
#define TXU_ST_SHAPE_FIELD_HI UINT64_C(0x0000000000000000)
#define TXU_ST_SPACE_SHIFT 58
#define TXU_ST_SPACE_WIDTH 1
#define TXU_ST_SPACE_FIELD_LO UINT64_C(0x0400000000000000)
#define TXU_ST_SPACE_FIELD_HI UINT64_C(0x0000000000000000)

static inline txu_word txu_encode_st(int64_t src, int64_t dst, int64_t shape, txu_space space)
{
    txu_word word = { UINT64_C(0x0000000000000011), UINT64_C(0x0000000000000000) };
    TXU_ASSERT((txu_in_(src, INT64_C(0), INT64_C(31))));
    word = txu_put_(word, 44, 5, (uint64_t)src);
    TXU_ASSERT((txu_in_(dst, INT64_C(0), INT64_C(31))));
    word = txu_put_(word, 49, 5, (uint64_t)dst);
    TXU_ASSERT((txu_in_(shape, INT64_C(0), INT64_C(15))));
    word = txu_put_(word, 54, 4, (uint64_t)shape);
    TXU_ASSERT((txu_in_((int64_t)space, INT64_C(0), INT64_C(1))));
    word = txu_put_(word, 58, 1, (uint64_t)space);
    return word;
}

/* LDT: Loads tiles through the transposer: element e of memory row j becomes slot j of on-chip row e, so that tokens side by side become lanes. Slots from e0 on are zero. A 16-bit on-chip row is two SPAD rows, the first even. */
#define TXU_LDT_OPCODE 0x12
#define TXU_LDT_MATCH_LO UINT64_C(0x0000000000000012)
#define TXU_LDT_MATCH_HI UINT64_C(0x0000000000000000)
#define TXU_LDT_MASK_LO UINT64_C(0x00000000000000ff)
#define TXU_LDT_MASK_HI UINT64_C(0x0000000000000000)
#define TXU_LDT_DST_SHIFT 44
#define TXU_LDT_DST_WIDTH 5
#define TXU_LDT_DST_FIELD_LO UINT64_C(0x0001f00000000000)
#define TXU_LDT_DST_FIELD_HI UINT64_C(0x0000000000000000)
#define TXU_LDT_SRC_SHIFT 49
#define TXU_LDT_SRC_WIDTH 5
#define TXU_LDT_SRC_FIELD_LO UINT64_C(0x003e000000000000)
#define TXU_LDT_SRC_FIELD_HI UINT64_C(0x0000000000000000)
#define TXU_LDT_SHAPE_SHIFT 54
#define TXU_LDT_SHAPE_WIDTH 4
#define TXU_LDT_SHAPE_FIELD_LO UINT64_C(0x03c0000000000000)
#define TXU_LDT_SHAPE_FIELD_HI UINT64_C(0x0000000000000000)
#define TXU_LDT_SIZE_SHIFT 58
#define TXU_LDT_SIZE_WIDTH 1
#define TXU_LDT_SIZE_FIELD_LO UINT64_C(0x0400000000000000)
#define TXU_LDT_SIZE_FIELD_HI UINT64_C(0x0000000000000000)

static inline txu_word txu_encode_ldt(int64_t dst, int64_t src, int64_t shape, txu_element_size size)
{
    txu_word word = { UINT64_C(0x0000000000000012), UINT64_C(0x0000000000000000) };
    TXU_ASSERT((txu_in_(dst, INT64_C(0), INT64_C(31))));
    word = txu_put_(word, 44, 5, (uint64_t)dst);
    TXU_ASSERT((txu_in_(src, INT64_C(0), INT64_C(31))));
    word = txu_put_(word, 49, 5, (uint64_t)src);
    TXU_ASSERT((txu_in_(shape, INT64_C(0), INT64_C(15))));
    word = txu_put_(word, 54, 4, (uint64_t)shape);
    TXU_ASSERT((txu_in_((int64_t)size, INT64_C(0), INT64_C(1))));
    word = txu_put_(word, 58, 1, (uint64_t)size);
    return word;
}

/* STT: Stores tiles through the transposer: slot j of on-chip row e becomes element e of memory row j, so that a lane's features lie side by side. Slots from e0 on are not stored. A 16-bit on-chip row is two SPAD rows, the first even. */
#define TXU_STT_OPCODE 0x13
#define TXU_STT_MATCH_LO UINT64_C(0x0000000000000013)
#define TXU_STT_MATCH_HI UINT64_C(0x0000000000000000)
#define TXU_STT_MASK_LO UINT64_C(0x00000000000000ff)
#define TXU_STT_MASK_HI UINT64_C(0x0000000000000000)
#define TXU_STT_SRC_SHIFT 44
#define TXU_STT_SRC_WIDTH 5
#define TXU_STT_SRC_FIELD_LO UINT64_C(0x0001f00000000000)
#define TXU_STT_SRC_FIELD_HI UINT64_C(0x0000000000000000)
#define TXU_STT_DST_SHIFT 49
#define TXU_STT_DST_WIDTH 5
#define TXU_STT_DST_FIELD_LO UINT64_C(0x003e000000000000)
#define TXU_STT_DST_FIELD_HI UINT64_C(0x0000000000000000)
#define TXU_STT_SHAPE_SHIFT 54
#define TXU_STT_SHAPE_WIDTH 4
#define TXU_STT_SHAPE_FIELD_LO UINT64_C(0x03c0000000000000)
#define TXU_STT_SHAPE_FIELD_HI UINT64_C(0x0000000000000000)
#define TXU_STT_SIZE_SHIFT 58
#define TXU_STT_SIZE_WIDTH 1
#define TXU_STT_SIZE_FIELD_LO UINT64_C(0x0400000000000000)
#define TXU_STT_SIZE_FIELD_HI UINT64_C(0x0000000000000000)

static inline txu_word txu_encode_stt(int64_t src, int64_t dst, int64_t shape, txu_element_size size)
{
    txu_word word = { UINT64_C(0x0000000000000013), UINT64_C(0x0000000000000000) };
    TXU_ASSERT((txu_in_(src, INT64_C(0), INT64_C(31))));
    word = txu_put_(word, 44, 5, (uint64_t)src);
    TXU_ASSERT((txu_in_(dst, INT64_C(0), INT64_C(31))));
    word = txu_put_(word, 49, 5, (uint64_t)dst);
    TXU_ASSERT((txu_in_(shape, INT64_C(0), INT64_C(15))));
    word = txu_put_(word, 54, 4, (uint64_t)shape);
    TXU_ASSERT((txu_in_((int64_t)size, INT64_C(0), INT64_C(1))));
    word = txu_put_(word, 58, 1, (uint64_t)size);
    return word;
}

/* MM: ACC[acc + r] (+)= Σ over K chunks of moving row · stationary chunk: e0 moving rows, e1 chunks, each chunk 32 feature rows of SPAD. Lane t takes element t of the stationary rows. A BF16 row is two SPAD rows, the first even. Every chunk is one DOT32, one step of the accumulator (saturating for INT32, rounded for FP32) and one write of the ACC row; with SCALE the first is acc = fl(fl(α · acc) + dot), α lane by lane from a state vector. Of the last chunk only the first tail features count (0: all); the others are zero on both sides. Only the first lanes lanes multiply (0: all); in the others the stationary side is zero. What is zero is not read. */
#define TXU_MM_OPCODE 0x20
#define TXU_MM_MATCH_LO UINT64_C(0x0000000000000020)
#define TXU_MM_MATCH_HI UINT64_C(0x0000000000000000)
#define TXU_MM_MASK_LO UINT64_C(0x00000000000000ff)
#define TXU_MM_MASK_HI UINT64_C(0x0000000000000000)
#define TXU_MM_ACC_SHIFT 44
#define TXU_MM_ACC_WIDTH 5
#define TXU_MM_ACC_FIELD_LO UINT64_C(0x0001f00000000000)
#define TXU_MM_ACC_FIELD_HI UINT64_C(0x0000000000000000)
#define TXU_MM_MOVING_SHIFT 49
#define TXU_MM_MOVING_WIDTH 5
#define TXU_MM_MOVING_FIELD_LO UINT64_C(0x003e000000000000)
#define TXU_MM_MOVING_FIELD_HI UINT64_C(0x0000000000000000)
#define TXU_MM_STATIONARY_SHIFT 54
#define TXU_MM_STATIONARY_WIDTH 5
#define TXU_MM_STATIONARY_FIELD_LO UINT64_C(0x07c0000000000000)
#define TXU_MM_STATIONARY_FIELD_HI UINT64_C(0x0000000000000000)
#define TXU_MM_SHAPE_SHIFT 59
#define TXU_MM_SHAPE_WIDTH 4
#define TXU_MM_SHAPE_FIELD_LO UINT64_C(0x7800000000000000)
#define TXU_MM_SHAPE_FIELD_HI UINT64_C(0x0000000000000000)
#define TXU_MM_MODE_SHIFT 36
#define TXU_MM_MODE_WIDTH 2
#define TXU_MM_MODE_FIELD_LO UINT64_C(0x0000003000000000)
#define TXU_MM_MODE_FIELD_HI UINT64_C(0x0000000000000000)
#define TXU_MM_TYPE_SHIFT 32
#define TXU_MM_TYPE_WIDTH 4
#define TXU_MM_TYPE_FIELD_LO UINT64_C(0x0000000f00000000)
#define TXU_MM_TYPE_FIELD_HI UINT64_C(0x0000000000000000)
#define TXU_MM_ALPHA_SHIFT 63
#define TXU_MM_ALPHA_WIDTH 5
#define TXU_MM_ALPHA_FIELD_LO UINT64_C(0x8000000000000000)
#define TXU_MM_ALPHA_FIELD_HI UINT64_C(0x000000000000000f)
#define TXU_MM_TAIL_SHIFT 68
#define TXU_MM_TAIL_WIDTH 5
#define TXU_MM_TAIL_FIELD_LO UINT64_C(0x0000000000000000)
#define TXU_MM_TAIL_FIELD_HI UINT64_C(0x00000000000001f0)
#define TXU_MM_LANES_SHIFT 73
#define TXU_MM_LANES_WIDTH 5
#define TXU_MM_LANES_FIELD_LO UINT64_C(0x0000000000000000)
#define TXU_MM_LANES_FIELD_HI UINT64_C(0x0000000000003e00)

static inline txu_word txu_encode_mm(int64_t acc, int64_t moving, int64_t stationary, int64_t shape, txu_mm_mode mode, txu_mm_type type, int64_t alpha, int64_t tail, int64_t lanes)
{
    txu_word word = { UINT64_C(0x0000000000000020), UINT64_C(0x0000000000000000) };
    TXU_ASSERT((txu_in_(acc, INT64_C(0), INT64_C(31))));
    word = txu_put_(word, 44, 5, (uint64_t)acc);
    TXU_ASSERT((txu_in_(moving, INT64_C(0), INT64_C(31))));
    word = txu_put_(word, 49, 5, (uint64_t)moving);
    TXU_ASSERT((txu_in_(stationary, INT64_C(0), INT64_C(31))));
    word = txu_put_(word, 54, 5, (uint64_t)stationary);
    TXU_ASSERT((txu_in_(shape, INT64_C(0), INT64_C(15))));
    word = txu_put_(word, 59, 4, (uint64_t)shape);
    TXU_ASSERT((txu_in_((int64_t)mode, INT64_C(0), INT64_C(2))));
    word = txu_put_(word, 36, 2, (uint64_t)mode);
    TXU_ASSERT((txu_in_((int64_t)type, INT64_C(0), INT64_C(2))));
    word = txu_put_(word, 32, 4, (uint64_t)type);
    TXU_ASSERT((txu_in_(alpha, INT64_C(0), INT64_C(31))));
    word = txu_put_(word, 63, 5, (uint64_t)alpha);
    TXU_ASSERT((txu_in_(tail, INT64_C(0), INT64_C(31))));
    word = txu_put_(word, 68, 5, (uint64_t)tail);
    TXU_ASSERT((txu_in_(lanes, INT64_C(0), INT64_C(31))));
    word = txu_put_(word, 73, 5, (uint64_t)lanes);
    return word;
}

/* VQ: Narrows ACC rows into SPAD rows. INT8: INT32 · scale / 2^shift, rounded to nearest even, saturated. BF16 and E4M3: FP32, with scaled first times the scale of c, rounded to nearest even. Slots beyond the machine's lanes become zero. e0 rows, strides st0 and st1. */
#define TXU_VQ_OPCODE 0x30
#define TXU_VQ_MATCH_LO UINT64_C(0x0000000000000030)
#define TXU_VQ_MATCH_HI UINT64_C(0x0000000000000000)
#define TXU_VQ_MASK_LO UINT64_C(0x00000000000000ff)
#define TXU_VQ_MASK_HI UINT64_C(0x0000000000000000)
#define TXU_VQ_DST_SHIFT 44
#define TXU_VQ_DST_WIDTH 5
#define TXU_VQ_DST_FIELD_LO UINT64_C(0x0001f00000000000)
#define TXU_VQ_DST_FIELD_HI UINT64_C(0x0000000000000000)
#define TXU_VQ_SRC_SHIFT 49
#define TXU_VQ_SRC_WIDTH 5
#define TXU_VQ_SRC_FIELD_LO UINT64_C(0x003e000000000000)
#define TXU_VQ_SRC_FIELD_HI UINT64_C(0x0000000000000000)
#define TXU_VQ_SHAPE_SHIFT 59
#define TXU_VQ_SHAPE_WIDTH 4
#define TXU_VQ_SHAPE_FIELD_LO UINT64_C(0x7800000000000000)
#define TXU_VQ_SHAPE_FIELD_HI UINT64_C(0x0000000000000000)
#define TXU_VQ_SCALE_SHIFT 87
#define TXU_VQ_SCALE_WIDTH 16
#define TXU_VQ_SCALE_FIELD_LO UINT64_C(0x0000000000000000)
#define TXU_VQ_SCALE_FIELD_HI UINT64_C(0x0000007fff800000)
#define TXU_VQ_SHIFT_SHIFT 103
#define TXU_VQ_SHIFT_WIDTH 6
#define TXU_VQ_SHIFT_FIELD_LO UINT64_C(0x0000000000000000)
#define TXU_VQ_SHIFT_FIELD_HI UINT64_C(0x00001f8000000000)
#define TXU_VQ_TYPE_SHIFT 32
#define TXU_VQ_TYPE_WIDTH 4
#define TXU_VQ_TYPE_FIELD_LO UINT64_C(0x0000000f00000000)
#define TXU_VQ_TYPE_FIELD_HI UINT64_C(0x0000000000000000)
#define TXU_VQ_C_SHIFT 68
#define TXU_VQ_C_WIDTH 4
#define TXU_VQ_C_FIELD_LO UINT64_C(0x0000000000000000)
#define TXU_VQ_C_FIELD_HI UINT64_C(0x00000000000000f0)
#define TXU_VQ_SCALED_SHIFT 36
#define TXU_VQ_SCALED_WIDTH 1
#define TXU_VQ_SCALED_FIELD_LO UINT64_C(0x0000001000000000)
#define TXU_VQ_SCALED_FIELD_HI UINT64_C(0x0000000000000000)

static inline txu_word txu_encode_vq(int64_t dst, int64_t src, int64_t shape, int64_t scale, int64_t shift, txu_vq_type type, int64_t c, int64_t scaled)
{
    txu_word word = { UINT64_C(0x0000000000000030), UINT64_C(0x0000000000000000) };
    TXU_ASSERT((txu_in_(dst, INT64_C(0), INT64_C(31))));
    word = txu_put_(word, 44, 5, (uint64_t)dst);
    TXU_ASSERT((txu_in_(src, INT64_C(0), INT64_C(31))));
    word = txu_put_(word, 49, 5, (uint64_t)src);
    TXU_ASSERT((txu_in_(shape, INT64_C(0), INT64_C(15))));
    word = txu_put_(word, 59, 4, (uint64_t)shape);
    TXU_ASSERT((txu_in_(scale, INT64_C(0), INT64_C(65535))));
    word = txu_put_(word, 87, 16, (uint64_t)scale);
    TXU_ASSERT((txu_in_(shift, INT64_C(0), INT64_C(63))));
    word = txu_put_(word, 103, 6, (uint64_t)shift);
    TXU_ASSERT((txu_in_((int64_t)type, INT64_C(0), INT64_C(2))));
    word = txu_put_(word, 32, 4, (uint64_t)type);
    TXU_ASSERT((txu_in_(c, INT64_C(0), INT64_C(15))));
    word = txu_put_(word, 68, 4, (uint64_t)c);
    TXU_ASSERT((txu_in_(scaled, INT64_C(0), INT64_C(1))));
    word = txu_put_(word, 36, 1, (uint64_t)scaled);
    return word;
}

/* VDQ: Widens rows into FP32 rows of ACC, with scaled times the scale of c; an integer is rounded once before. e0 rows, strides st0 and st1. */
#define TXU_VDQ_OPCODE 0x31
#define TXU_VDQ_MATCH_LO UINT64_C(0x0000000000000031)
#define TXU_VDQ_MATCH_HI UINT64_C(0x0000000000000000)
#define TXU_VDQ_MASK_LO UINT64_C(0x00000000000000ff)
#define TXU_VDQ_MASK_HI UINT64_C(0x0000000000000000)
#define TXU_VDQ_DST_SHIFT 44
#define TXU_VDQ_DST_WIDTH 5
#define TXU_VDQ_DST_FIELD_LO UINT64_C(0x0001f00000000000)
#define TXU_VDQ_DST_FIELD_HI UINT64_C(0x0000000000000000)
#define TXU_VDQ_SRC_SHIFT 49
#define TXU_VDQ_SRC_WIDTH 5
#define TXU_VDQ_SRC_FIELD_LO UINT64_C(0x003e000000000000)
#define TXU_VDQ_SRC_FIELD_HI UINT64_C(0x0000000000000000)
#define TXU_VDQ_SHAPE_SHIFT 59
#define TXU_VDQ_SHAPE_WIDTH 4
#define TXU_VDQ_SHAPE_FIELD_LO UINT64_C(0x7800000000000000)
#define TXU_VDQ_SHAPE_FIELD_HI UINT64_C(0x0000000000000000)
#define TXU_VDQ_TYPE_SHIFT 32
#define TXU_VDQ_TYPE_WIDTH 4
#define TXU_VDQ_TYPE_FIELD_LO UINT64_C(0x0000000f00000000)
#define TXU_VDQ_TYPE_FIELD_HI UINT64_C(0x0000000000000000)
#define TXU_VDQ_C_SHIFT 68
#define TXU_VDQ_C_WIDTH 4
#define TXU_VDQ_C_FIELD_LO UINT64_C(0x0000000000000000)
#define TXU_VDQ_C_FIELD_HI UINT64_C(0x00000000000000f0)
#define TXU_VDQ_SCALED_SHIFT 36
#define TXU_VDQ_SCALED_WIDTH 1
#define TXU_VDQ_SCALED_FIELD_LO UINT64_C(0x0000001000000000)
#define TXU_VDQ_SCALED_FIELD_HI UINT64_C(0x0000000000000000)

static inline txu_word txu_encode_vdq(int64_t dst, int64_t src, int64_t shape, txu_vdq_type type, int64_t c, int64_t scaled)
{
    txu_word word = { UINT64_C(0x0000000000000031), UINT64_C(0x0000000000000000) };
    TXU_ASSERT((txu_in_(dst, INT64_C(0), INT64_C(31))));
    word = txu_put_(word, 44, 5, (uint64_t)dst);
    TXU_ASSERT((txu_in_(src, INT64_C(0), INT64_C(31))));
    word = txu_put_(word, 49, 5, (uint64_t)src);
    TXU_ASSERT((txu_in_(shape, INT64_C(0), INT64_C(15))));
    word = txu_put_(word, 59, 4, (uint64_t)shape);
    TXU_ASSERT((txu_in_((int64_t)type, INT64_C(0), INT64_C(3))));
    word = txu_put_(word, 32, 4, (uint64_t)type);
    TXU_ASSERT((txu_in_(c, INT64_C(0), INT64_C(15))));
    word = txu_put_(word, 68, 4, (uint64_t)c);
    TXU_ASSERT((txu_in_(scaled, INT64_C(0), INT64_C(1))));
    word = txu_put_(word, 36, 1, (uint64_t)scaled);
    return word;
}

/* VBIN: Row i of dst = a op b, element by element: e0 rows, strides st0, st1, st2. MAX and MIN are those of IEEE 754-2019. */
#define TXU_VBIN_OPCODE 0x32
#define TXU_VBIN_MATCH_LO UINT64_C(0x0000000000000032)
#define TXU_VBIN_MATCH_HI UINT64_C(0x0000000000000000)
#define TXU_VBIN_MASK_LO UINT64_C(0x00000000000000ff)
#define TXU_VBIN_MASK_HI UINT64_C(0x0000000000000000)
#define TXU_VBIN_DST_SHIFT 44
#define TXU_VBIN_DST_WIDTH 5
#define TXU_VBIN_DST_FIELD_LO UINT64_C(0x0001f00000000000)
#define TXU_VBIN_DST_FIELD_HI UINT64_C(0x0000000000000000)
#define TXU_VBIN_A_SHIFT 49
#define TXU_VBIN_A_WIDTH 5
#define TXU_VBIN_A_FIELD_LO UINT64_C(0x003e000000000000)
#define TXU_VBIN_A_FIELD_HI UINT64_C(0x0000000000000000)
#define TXU_VBIN_B_SHIFT 54
#define TXU_VBIN_B_WIDTH 5
#define TXU_VBIN_B_FIELD_LO UINT64_C(0x07c0000000000000)
#define TXU_VBIN_B_FIELD_HI UINT64_C(0x0000000000000000)
#define TXU_VBIN_SHAPE_SHIFT 59
#define TXU_VBIN_SHAPE_WIDTH 4
#define TXU_VBIN_SHAPE_FIELD_LO UINT64_C(0x7800000000000000)
#define TXU_VBIN_SHAPE_FIELD_HI UINT64_C(0x0000000000000000)
#define TXU_VBIN_OP_SHIFT 83
#define TXU_VBIN_OP_WIDTH 4
#define TXU_VBIN_OP_FIELD_LO UINT64_C(0x0000000000000000)
#define TXU_VBIN_OP_FIELD_HI UINT64_C(0x0000000000780000)
#define TXU_VBIN_TO_SHIFT 77
#define TXU_VBIN_TO_WIDTH 2
#define TXU_VBIN_TO_FIELD_LO UINT64_C(0x0000000000000000)
#define TXU_VBIN_TO_FIELD_HI UINT64_C(0x0000000000006000)
#define TXU_VBIN_FROM_SHIFT 79
#define TXU_VBIN_FROM_WIDTH 2
#define TXU_VBIN_FROM_FIELD_LO UINT64_C(0x0000000000000000)
#define TXU_VBIN_FROM_FIELD_HI UINT64_C(0x0000000000018000)
#define TXU_VBIN_WITH_SHIFT 81
#define TXU_VBIN_WITH_WIDTH 2
#define TXU_VBIN_WITH_FIELD_LO UINT64_C(0x0000000000000000)
#define TXU_VBIN_WITH_FIELD_HI UINT64_C(0x0000000000060000)

static inline txu_word txu_encode_vbin(int64_t dst, int64_t a, int64_t b, int64_t shape, txu_binary_op op, txu_target to, txu_source from, txu_other with)
{
    txu_word word = { UINT64_C(0x0000000000000032), UINT64_C(0x0000000000000000) };
    TXU_ASSERT((txu_in_(dst, INT64_C(0), INT64_C(31))));
    word = txu_put_(word, 44, 5, (uint64_t)dst);
    TXU_ASSERT((txu_in_(a, INT64_C(0), INT64_C(31))));
    word = txu_put_(word, 49, 5, (uint64_t)a);
    TXU_ASSERT((txu_in_(b, INT64_C(0), INT64_C(31))));
    word = txu_put_(word, 54, 5, (uint64_t)b);
    TXU_ASSERT((txu_in_(shape, INT64_C(0), INT64_C(15))));
    word = txu_put_(word, 59, 4, (uint64_t)shape);
    TXU_ASSERT((txu_in_((int64_t)op, INT64_C(0), INT64_C(4))));
    word = txu_put_(word, 83, 4, (uint64_t)op);
    TXU_ASSERT((txu_in_((int64_t)to, INT64_C(0), INT64_C(3))));
    word = txu_put_(word, 77, 2, (uint64_t)to);
    TXU_ASSERT((txu_in_((int64_t)from, INT64_C(0), INT64_C(3))));
    word = txu_put_(word, 79, 2, (uint64_t)from);
    TXU_ASSERT((txu_in_((int64_t)with, INT64_C(0), INT64_C(3))));
    word = txu_put_(word, 81, 2, (uint64_t)with);
    return word;
}

/* VACT: Row i of dst = fn(a), or with affine fn(fl(fl(a · scale) + bias)) with the constants of c: e0 rows, strides st0 and st1. */
#define TXU_VACT_OPCODE 0x33
#define TXU_VACT_MATCH_LO UINT64_C(0x0000000000000033)
#define TXU_VACT_MATCH_HI UINT64_C(0x0000000000000000)
#define TXU_VACT_MASK_LO UINT64_C(0x00000000000000ff)
#define TXU_VACT_MASK_HI UINT64_C(0x0000000000000000)
#define TXU_VACT_DST_SHIFT 44
#define TXU_VACT_DST_WIDTH 5
#define TXU_VACT_DST_FIELD_LO UINT64_C(0x0001f00000000000)
#define TXU_VACT_DST_FIELD_HI UINT64_C(0x0000000000000000)
#define TXU_VACT_A_SHIFT 49
#define TXU_VACT_A_WIDTH 5
#define TXU_VACT_A_FIELD_LO UINT64_C(0x003e000000000000)
#define TXU_VACT_A_FIELD_HI UINT64_C(0x0000000000000000)
#define TXU_VACT_SHAPE_SHIFT 59
#define TXU_VACT_SHAPE_WIDTH 4
#define TXU_VACT_SHAPE_FIELD_LO UINT64_C(0x7800000000000000)
#define TXU_VACT_SHAPE_FIELD_HI UINT64_C(0x0000000000000000)
#define TXU_VACT_FN_SHIFT 83
#define TXU_VACT_FN_WIDTH 4
#define TXU_VACT_FN_FIELD_LO UINT64_C(0x0000000000000000)
#define TXU_VACT_FN_FIELD_HI UINT64_C(0x0000000000780000)
#define TXU_VACT_TO_SHIFT 77
#define TXU_VACT_TO_WIDTH 2
#define TXU_VACT_TO_FIELD_LO UINT64_C(0x0000000000000000)
#define TXU_VACT_TO_FIELD_HI UINT64_C(0x0000000000006000)
#define TXU_VACT_FROM_SHIFT 79
#define TXU_VACT_FROM_WIDTH 2
#define TXU_VACT_FROM_FIELD_LO UINT64_C(0x0000000000000000)
#define TXU_VACT_FROM_FIELD_HI UINT64_C(0x0000000000018000)
#define TXU_VACT_C_SHIFT 68
#define TXU_VACT_C_WIDTH 4
#define TXU_VACT_C_FIELD_LO UINT64_C(0x0000000000000000)
#define TXU_VACT_C_FIELD_HI UINT64_C(0x00000000000000f0)
#define TXU_VACT_AFFINE_SHIFT 36
#define TXU_VACT_AFFINE_WIDTH 1
#define TXU_VACT_AFFINE_FIELD_LO UINT64_C(0x0000001000000000)
#define TXU_VACT_AFFINE_FIELD_HI UINT64_C(0x0000000000000000)

static inline txu_word txu_encode_vact(int64_t dst, int64_t a, int64_t shape, txu_activation fn, txu_target to, txu_source from, int64_t c, int64_t affine)
{
    txu_word word = { UINT64_C(0x0000000000000033), UINT64_C(0x0000000000000000) };
    TXU_ASSERT((txu_in_(dst, INT64_C(0), INT64_C(31))));
    word = txu_put_(word, 44, 5, (uint64_t)dst);
    TXU_ASSERT((txu_in_(a, INT64_C(0), INT64_C(31))));
    word = txu_put_(word, 49, 5, (uint64_t)a);
    TXU_ASSERT((txu_in_(shape, INT64_C(0), INT64_C(15))));
    word = txu_put_(word, 59, 4, (uint64_t)shape);
    TXU_ASSERT((txu_in_((int64_t)fn, INT64_C(0), INT64_C(5))));
    word = txu_put_(word, 83, 4, (uint64_t)fn);
    TXU_ASSERT((txu_in_((int64_t)to, INT64_C(0), INT64_C(3))));
    word = txu_put_(word, 77, 2, (uint64_t)to);
    TXU_ASSERT((txu_in_((int64_t)from, INT64_C(0), INT64_C(3))));
    word = txu_put_(word, 79, 2, (uint64_t)from);
    TXU_ASSERT((txu_in_(c, INT64_C(0), INT64_C(15))));
    word = txu_put_(word, 68, 4, (uint64_t)c);
    TXU_ASSERT((txu_in_(affine, INT64_C(0), INT64_C(1))));
    word = txu_put_(word, 36, 1, (uint64_t)affine);
    return word;
}

/* VGLU: Row i of dst = silu(a) · b: e0 rows, strides st0, st1, st2. */
#define TXU_VGLU_OPCODE 0x34
#define TXU_VGLU_MATCH_LO UINT64_C(0x0000000000000034)
#define TXU_VGLU_MATCH_HI UINT64_C(0x0000000000000000)
#define TXU_VGLU_MASK_LO UINT64_C(0x00000000000000ff)
#define TXU_VGLU_MASK_HI UINT64_C(0x0000000000000000)
#define TXU_VGLU_DST_SHIFT 44
#define TXU_VGLU_DST_WIDTH 5
#define TXU_VGLU_DST_FIELD_LO UINT64_C(0x0001f00000000000)
#define TXU_VGLU_DST_FIELD_HI UINT64_C(0x0000000000000000)
#define TXU_VGLU_A_SHIFT 49
#define TXU_VGLU_A_WIDTH 5
#define TXU_VGLU_A_FIELD_LO UINT64_C(0x003e000000000000)
#define TXU_VGLU_A_FIELD_HI UINT64_C(0x0000000000000000)
#define TXU_VGLU_B_SHIFT 54
#define TXU_VGLU_B_WIDTH 5
#define TXU_VGLU_B_FIELD_LO UINT64_C(0x07c0000000000000)
#define TXU_VGLU_B_FIELD_HI UINT64_C(0x0000000000000000)
#define TXU_VGLU_SHAPE_SHIFT 59
#define TXU_VGLU_SHAPE_WIDTH 4
#define TXU_VGLU_SHAPE_FIELD_LO UINT64_C(0x7800000000000000)
#define TXU_VGLU_SHAPE_FIELD_HI UINT64_C(0x0000000000000000)
#define TXU_VGLU_TO_SHIFT 77
#define TXU_VGLU_TO_WIDTH 2
#define TXU_VGLU_TO_FIELD_LO UINT64_C(0x0000000000000000)
#define TXU_VGLU_TO_FIELD_HI UINT64_C(0x0000000000006000)
#define TXU_VGLU_FROM_SHIFT 79
#define TXU_VGLU_FROM_WIDTH 2
#define TXU_VGLU_FROM_FIELD_LO UINT64_C(0x0000000000000000)
#define TXU_VGLU_FROM_FIELD_HI UINT64_C(0x0000000000018000)
#define TXU_VGLU_WITH_SHIFT 81
#define TXU_VGLU_WITH_WIDTH 2
#define TXU_VGLU_WITH_FIELD_LO UINT64_C(0x0000000000000000)
#define TXU_VGLU_WITH_FIELD_HI UINT64_C(0x0000000000060000)

static inline txu_word txu_encode_vglu(int64_t dst, int64_t a, int64_t b, int64_t shape, txu_target to, txu_source from, txu_other with)
{
    txu_word word = { UINT64_C(0x0000000000000034), UINT64_C(0x0000000000000000) };
    TXU_ASSERT((txu_in_(dst, INT64_C(0), INT64_C(31))));
    word = txu_put_(word, 44, 5, (uint64_t)dst);
    TXU_ASSERT((txu_in_(a, INT64_C(0), INT64_C(31))));
    word = txu_put_(word, 49, 5, (uint64_t)a);
    TXU_ASSERT((txu_in_(b, INT64_C(0), INT64_C(31))));
    word = txu_put_(word, 54, 5, (uint64_t)b);
    TXU_ASSERT((txu_in_(shape, INT64_C(0), INT64_C(15))));
    word = txu_put_(word, 59, 4, (uint64_t)shape);
    TXU_ASSERT((txu_in_((int64_t)to, INT64_C(0), INT64_C(3))));
    word = txu_put_(word, 77, 2, (uint64_t)to);
    TXU_ASSERT((txu_in_((int64_t)from, INT64_C(0), INT64_C(3))));
    word = txu_put_(word, 79, 2, (uint64_t)from);
    TXU_ASSERT((txu_in_((int64_t)with, INT64_C(0), INT64_C(3))));
    word = txu_put_(word, 81, 2, (uint64_t)with);
    return word;
}

/* VRED: Reduces e0 rows (stride st1), lane by lane, into a state vector. SUM and SUMSQ keep four partial sums, row i in partial i mod 4, from +0; state = fl(state + fl(fl(p0 + p1) + fl(p2 + p3))). MAX is that of IEEE 754-2019. With first the state counts as +0, for MAX as −Inf, whatever it holds. */
#define TXU_VRED_OPCODE 0x35
#define TXU_VRED_MATCH_LO UINT64_C(0x0000000000000035)
#define TXU_VRED_MATCH_HI UINT64_C(0x0000000000000000)
#define TXU_VRED_MASK_LO UINT64_C(0x00000000000000ff)
#define TXU_VRED_MASK_HI UINT64_C(0x0000000000000000)
#define TXU_VRED_STATE_SHIFT 63
#define TXU_VRED_STATE_WIDTH 5
#define TXU_VRED_STATE_FIELD_LO UINT64_C(0x8000000000000000)
#define TXU_VRED_STATE_FIELD_HI UINT64_C(0x000000000000000f)
#define TXU_VRED_A_SHIFT 49
#define TXU_VRED_A_WIDTH 5
#define TXU_VRED_A_FIELD_LO UINT64_C(0x003e000000000000)
#define TXU_VRED_A_FIELD_HI UINT64_C(0x0000000000000000)
#define TXU_VRED_SHAPE_SHIFT 59
#define TXU_VRED_SHAPE_WIDTH 4
#define TXU_VRED_SHAPE_FIELD_LO UINT64_C(0x7800000000000000)
#define TXU_VRED_SHAPE_FIELD_HI UINT64_C(0x0000000000000000)
#define TXU_VRED_FN_SHIFT 83
#define TXU_VRED_FN_WIDTH 4
#define TXU_VRED_FN_FIELD_LO UINT64_C(0x0000000000000000)
#define TXU_VRED_FN_FIELD_HI UINT64_C(0x0000000000780000)
#define TXU_VRED_FROM_SHIFT 79
#define TXU_VRED_FROM_WIDTH 2
#define TXU_VRED_FROM_FIELD_LO UINT64_C(0x0000000000000000)
#define TXU_VRED_FROM_FIELD_HI UINT64_C(0x0000000000018000)
#define TXU_VRED_FIRST_SHIFT 36
#define TXU_VRED_FIRST_WIDTH 1
#define TXU_VRED_FIRST_FIELD_LO UINT64_C(0x0000001000000000)
#define TXU_VRED_FIRST_FIELD_HI UINT64_C(0x0000000000000000)

static inline txu_word txu_encode_vred(int64_t state, int64_t a, int64_t shape, txu_reduction fn, txu_source from, int64_t first)
{
    txu_word word = { UINT64_C(0x0000000000000035), UINT64_C(0x0000000000000000) };
    TXU_ASSERT((txu_in_(state, INT64_C(0), INT64_C(31))));
    word = txu_put_(word, 63, 5, (uint64_t)state);
    TXU_ASSERT((txu_in_(a, INT64_C(0), INT64_C(31))));
    word = txu_put_(word, 49, 5, (uint64_t)a);
    TXU_ASSERT((txu_in_(shape, INT64_C(0), INT64_C(15))));
    word = txu_put_(word, 59, 4, (uint64_t)shape);
    TXU_ASSERT((txu_in_((int64_t)fn, INT64_C(0), INT64_C(2))));
    word = txu_put_(word, 83, 4, (uint64_t)fn);
    TXU_ASSERT((txu_in_((int64_t)from, INT64_C(0), INT64_C(3))));
    word = txu_put_(word, 79, 2, (uint64_t)from);
    TXU_ASSERT((txu_in_(first, INT64_C(0), INT64_C(1))));
    word = txu_put_(word, 36, 1, (uint64_t)first);
    return word;
}

/* VNRM: Row i of dst = fl(fl(a · state) · w[i]), the state lane by lane, the weight one for all lanes: the end of RMSNorm. e0 rows, strides st0 and st1; w in SPAD as BF16, 16 to a row. */
#define TXU_VNRM_OPCODE 0x36
#define TXU_VNRM_MATCH_LO UINT64_C(0x0000000000000036)
#define TXU_VNRM_MATCH_HI UINT64_C(0x0000000000000000)
#define TXU_VNRM_MASK_LO UINT64_C(0x00000000000000ff)
#define TXU_VNRM_MASK_HI UINT64_C(0x0000000000000000)
#define TXU_VNRM_DST_SHIFT 44
#define TXU_VNRM_DST_WIDTH 5
#define TXU_VNRM_DST_FIELD_LO UINT64_C(0x0001f00000000000)
#define TXU_VNRM_DST_FIELD_HI UINT64_C(0x0000000000000000)
#define TXU_VNRM_A_SHIFT 49
#define TXU_VNRM_A_WIDTH 5
#define TXU_VNRM_A_FIELD_LO UINT64_C(0x003e000000000000)
#define TXU_VNRM_A_FIELD_HI UINT64_C(0x0000000000000000)
#define TXU_VNRM_W_SHIFT 54
#define TXU_VNRM_W_WIDTH 5
#define TXU_VNRM_W_FIELD_LO UINT64_C(0x07c0000000000000)
#define TXU_VNRM_W_FIELD_HI UINT64_C(0x0000000000000000)
#define TXU_VNRM_SHAPE_SHIFT 59
#define TXU_VNRM_SHAPE_WIDTH 4
#define TXU_VNRM_SHAPE_FIELD_LO UINT64_C(0x7800000000000000)
#define TXU_VNRM_SHAPE_FIELD_HI UINT64_C(0x0000000000000000)
#define TXU_VNRM_STATE_SHIFT 63
#define TXU_VNRM_STATE_WIDTH 5
#define TXU_VNRM_STATE_FIELD_LO UINT64_C(0x8000000000000000)
#define TXU_VNRM_STATE_FIELD_HI UINT64_C(0x000000000000000f)
#define TXU_VNRM_TO_SHIFT 77
#define TXU_VNRM_TO_WIDTH 2
#define TXU_VNRM_TO_FIELD_LO UINT64_C(0x0000000000000000)
#define TXU_VNRM_TO_FIELD_HI UINT64_C(0x0000000000006000)
#define TXU_VNRM_FROM_SHIFT 79
#define TXU_VNRM_FROM_WIDTH 2
#define TXU_VNRM_FROM_FIELD_LO UINT64_C(0x0000000000000000)
#define TXU_VNRM_FROM_FIELD_HI UINT64_C(0x0000000000018000)

static inline txu_word txu_encode_vnrm(int64_t dst, int64_t a, int64_t w, int64_t shape, int64_t state, txu_target to, txu_source from)
{
    txu_word word = { UINT64_C(0x0000000000000036), UINT64_C(0x0000000000000000) };
    TXU_ASSERT((txu_in_(dst, INT64_C(0), INT64_C(31))));
    word = txu_put_(word, 44, 5, (uint64_t)dst);
    TXU_ASSERT((txu_in_(a, INT64_C(0), INT64_C(31))));
    word = txu_put_(word, 49, 5, (uint64_t)a);
    TXU_ASSERT((txu_in_(w, INT64_C(0), INT64_C(31))));
    word = txu_put_(word, 54, 5, (uint64_t)w);
    TXU_ASSERT((txu_in_(shape, INT64_C(0), INT64_C(15))));
    word = txu_put_(word, 59, 4, (uint64_t)shape);
    TXU_ASSERT((txu_in_(state, INT64_C(0), INT64_C(31))));
    word = txu_put_(word, 63, 5, (uint64_t)state);
    TXU_ASSERT((txu_in_((int64_t)to, INT64_C(0), INT64_C(3))));
    word = txu_put_(word, 77, 2, (uint64_t)to);
    TXU_ASSERT((txu_in_((int64_t)from, INT64_C(0), INT64_C(3))));
    word = txu_put_(word, 79, 2, (uint64_t)from);
    return word;
}

/* VROPE: Turns e0 pairs of rows, i and i + e0, by an angle for each pair and lane: y[i] = x[i]·cos − x[i+e0]·sin, y[i+e0] = x[i]·sin + x[i+e0]·cos (Su et al., RoFormer, 2021). The rows of b are e0 cosines, then e0 sines. Strides st0 of dst, st1 of a, st2 of b. */
#define TXU_VROPE_OPCODE 0x37
#define TXU_VROPE_MATCH_LO UINT64_C(0x0000000000000037)
#define TXU_VROPE_MATCH_HI UINT64_C(0x0000000000000000)
#define TXU_VROPE_MASK_LO UINT64_C(0x00000000000000ff)
#define TXU_VROPE_MASK_HI UINT64_C(0x0000000000000000)
#define TXU_VROPE_DST_SHIFT 44
#define TXU_VROPE_DST_WIDTH 5
#define TXU_VROPE_DST_FIELD_LO UINT64_C(0x0001f00000000000)
#define TXU_VROPE_DST_FIELD_HI UINT64_C(0x0000000000000000)
#define TXU_VROPE_A_SHIFT 49
#define TXU_VROPE_A_WIDTH 5
#define TXU_VROPE_A_FIELD_LO UINT64_C(0x003e000000000000)
#define TXU_VROPE_A_FIELD_HI UINT64_C(0x0000000000000000)
#define TXU_VROPE_B_SHIFT 54
#define TXU_VROPE_B_WIDTH 5
#define TXU_VROPE_B_FIELD_LO UINT64_C(0x07c0000000000000)
#define TXU_VROPE_B_FIELD_HI UINT64_C(0x0000000000000000)
#define TXU_VROPE_SHAPE_SHIFT 59
#define TXU_VROPE_SHAPE_WIDTH 4
#define TXU_VROPE_SHAPE_FIELD_LO UINT64_C(0x7800000000000000)
#define TXU_VROPE_SHAPE_FIELD_HI UINT64_C(0x0000000000000000)
#define TXU_VROPE_TO_SHIFT 77
#define TXU_VROPE_TO_WIDTH 2
#define TXU_VROPE_TO_FIELD_LO UINT64_C(0x0000000000000000)
#define TXU_VROPE_TO_FIELD_HI UINT64_C(0x0000000000006000)
#define TXU_VROPE_FROM_SHIFT 79
#define TXU_VROPE_FROM_WIDTH 2
#define TXU_VROPE_FROM_FIELD_LO UINT64_C(0x0000000000000000)
#define TXU_VROPE_FROM_FIELD_HI UINT64_C(0x0000000000018000)
#define TXU_VROPE_ANGLES_SHIFT 81
#define TXU_VROPE_ANGLES_WIDTH 2
#define TXU_VROPE_ANGLES_FIELD_LO UINT64_C(0x0000000000000000)
#define TXU_VROPE_ANGLES_FIELD_HI UINT64_C(0x0000000000060000)

static inline txu_word txu_encode_vrope(int64_t dst, int64_t a, int64_t b, int64_t shape, txu_target to, txu_source from, txu_source angles)
{
    txu_word word = { UINT64_C(0x0000000000000037), UINT64_C(0x0000000000000000) };
    TXU_ASSERT((txu_in_(dst, INT64_C(0), INT64_C(31))));
    word = txu_put_(word, 44, 5, (uint64_t)dst);
    TXU_ASSERT((txu_in_(a, INT64_C(0), INT64_C(31))));
    word = txu_put_(word, 49, 5, (uint64_t)a);
    TXU_ASSERT((txu_in_(b, INT64_C(0), INT64_C(31))));
    word = txu_put_(word, 54, 5, (uint64_t)b);
    TXU_ASSERT((txu_in_(shape, INT64_C(0), INT64_C(15))));
    word = txu_put_(word, 59, 4, (uint64_t)shape);
    TXU_ASSERT((txu_in_((int64_t)to, INT64_C(0), INT64_C(3))));
    word = txu_put_(word, 77, 2, (uint64_t)to);
    TXU_ASSERT((txu_in_((int64_t)from, INT64_C(0), INT64_C(3))));
    word = txu_put_(word, 79, 2, (uint64_t)from);
    TXU_ASSERT((txu_in_((int64_t)angles, INT64_C(0), INT64_C(3))));
    word = txu_put_(word, 81, 2, (uint64_t)angles);
    return word;
}

/* SMX: One tile of the online softmax (Milakov and Gimelshein, 2018): e0 rows of scores in ACC (stride st1), row r being the key at position key + r, become rows of weights in SPAD (stride st0). Lane t is the query at position query + t, with same every lane the one at query. It sees a key k below the key count of c, with causal none after its own position p, and with a window w of c only those where k + w > p. The scale of c includes log2 e. State vectors m, m+1, m+2 hold the running maximum, the factor α for what was summed before, and the running sum: m' = max(m, all scores), α = 2^(m − m'), weights p = 2^(s − m') rounded to their format; l' = fl(fl(α·l) + Σ) over the rounded weights, in four partial sums as VRED. While no key has been seen α = 1 and p = 0. With first m counts as −Inf and l as +0, whatever they hold. */
#define TXU_SMX_OPCODE 0x38
#define TXU_SMX_MATCH_LO UINT64_C(0x0000000000000038)
#define TXU_SMX_MATCH_HI UINT64_C(0x0000000000000000)
#define TXU_SMX_MASK_LO UINT64_C(0x00000000000000ff)
#define TXU_SMX_MASK_HI UINT64_C(0x0000000000000000)
#define TXU_SMX_DST_SHIFT 44
#define TXU_SMX_DST_WIDTH 5
#define TXU_SMX_DST_FIELD_LO UINT64_C(0x0001f00000000000)
#define TXU_SMX_DST_FIELD_HI UINT64_C(0x0000000000000000)
#define TXU_SMX_SRC_SHIFT 49
#define TXU_SMX_SRC_WIDTH 5
#define TXU_SMX_SRC_FIELD_LO UINT64_C(0x003e000000000000)
#define TXU_SMX_SRC_FIELD_HI UINT64_C(0x0000000000000000)
#define TXU_SMX_QUERY_SHIFT 54
#define TXU_SMX_QUERY_WIDTH 5
#define TXU_SMX_QUERY_FIELD_LO UINT64_C(0x07c0000000000000)
#define TXU_SMX_QUERY_FIELD_HI UINT64_C(0x0000000000000000)
#define TXU_SMX_KEY_SHIFT 72
#define TXU_SMX_KEY_WIDTH 5
#define TXU_SMX_KEY_FIELD_LO UINT64_C(0x0000000000000000)
#define TXU_SMX_KEY_FIELD_HI UINT64_C(0x0000000000001f00)
#define TXU_SMX_SHAPE_SHIFT 59
#define TXU_SMX_SHAPE_WIDTH 4
#define TXU_SMX_SHAPE_FIELD_LO UINT64_C(0x7800000000000000)
#define TXU_SMX_SHAPE_FIELD_HI UINT64_C(0x0000000000000000)
#define TXU_SMX_M_SHIFT 63
#define TXU_SMX_M_WIDTH 5
#define TXU_SMX_M_FIELD_LO UINT64_C(0x8000000000000000)
#define TXU_SMX_M_FIELD_HI UINT64_C(0x000000000000000f)
#define TXU_SMX_C_SHIFT 68
#define TXU_SMX_C_WIDTH 4
#define TXU_SMX_C_FIELD_LO UINT64_C(0x0000000000000000)
#define TXU_SMX_C_FIELD_HI UINT64_C(0x00000000000000f0)
#define TXU_SMX_TYPE_SHIFT 32
#define TXU_SMX_TYPE_WIDTH 4
#define TXU_SMX_TYPE_FIELD_LO UINT64_C(0x0000000f00000000)
#define TXU_SMX_TYPE_FIELD_HI UINT64_C(0x0000000000000000)
#define TXU_SMX_FIRST_SHIFT 36
#define TXU_SMX_FIRST_WIDTH 1
#define TXU_SMX_FIRST_FIELD_LO UINT64_C(0x0000001000000000)
#define TXU_SMX_FIRST_FIELD_HI UINT64_C(0x0000000000000000)
#define TXU_SMX_CAUSAL_SHIFT 37
#define TXU_SMX_CAUSAL_WIDTH 1
#define TXU_SMX_CAUSAL_FIELD_LO UINT64_C(0x0000002000000000)
#define TXU_SMX_CAUSAL_FIELD_HI UINT64_C(0x0000000000000000)
#define TXU_SMX_SAME_SHIFT 38
#define TXU_SMX_SAME_WIDTH 1
#define TXU_SMX_SAME_FIELD_LO UINT64_C(0x0000004000000000)
#define TXU_SMX_SAME_FIELD_HI UINT64_C(0x0000000000000000)

static inline txu_word txu_encode_smx(int64_t dst, int64_t src, int64_t query, int64_t key, int64_t shape, int64_t m, int64_t c, txu_smx_type type, int64_t first, int64_t causal, int64_t same)
{
    txu_word word = { UINT64_C(0x0000000000000038), UINT64_C(0x0000000000000000) };
    TXU_ASSERT((txu_in_(dst, INT64_C(0), INT64_C(31))));
    word = txu_put_(word, 44, 5, (uint64_t)dst);
    TXU_ASSERT((txu_in_(src, INT64_C(0), INT64_C(31))));
    word = txu_put_(word, 49, 5, (uint64_t)src);
    TXU_ASSERT((txu_in_(query, INT64_C(0), INT64_C(31))));
    word = txu_put_(word, 54, 5, (uint64_t)query);
    TXU_ASSERT((txu_in_(key, INT64_C(0), INT64_C(31))));
    word = txu_put_(word, 72, 5, (uint64_t)key);
    TXU_ASSERT((txu_in_(shape, INT64_C(0), INT64_C(15))));
    word = txu_put_(word, 59, 4, (uint64_t)shape);
    TXU_ASSERT((txu_in_(m, INT64_C(0), INT64_C(31))));
    word = txu_put_(word, 63, 5, (uint64_t)m);
    TXU_ASSERT((txu_in_(c, INT64_C(0), INT64_C(15))));
    word = txu_put_(word, 68, 4, (uint64_t)c);
    TXU_ASSERT((txu_in_((int64_t)type, INT64_C(1), INT64_C(2))));
    word = txu_put_(word, 32, 4, (uint64_t)type);
    TXU_ASSERT((txu_in_(first, INT64_C(0), INT64_C(1))));
    word = txu_put_(word, 36, 1, (uint64_t)first);
    TXU_ASSERT((txu_in_(causal, INT64_C(0), INT64_C(1))));
    word = txu_put_(word, 37, 1, (uint64_t)causal);
    TXU_ASSERT((txu_in_(same, INT64_C(0), INT64_C(1))));
    word = txu_put_(word, 38, 1, (uint64_t)same);
    return word;
}

/* SMXF: Row i of dst = a · rcp(l), l being the sum that SMX keeps in state vector l; 0 where l is 0, a query that saw no key. e0 rows, strides st0 and st1. */
#define TXU_SMXF_OPCODE 0x39
#define TXU_SMXF_MATCH_LO UINT64_C(0x0000000000000039)
#define TXU_SMXF_MATCH_HI UINT64_C(0x0000000000000000)
#define TXU_SMXF_MASK_LO UINT64_C(0x00000000000000ff)
#define TXU_SMXF_MASK_HI UINT64_C(0x0000000000000000)
#define TXU_SMXF_DST_SHIFT 44
#define TXU_SMXF_DST_WIDTH 5
#define TXU_SMXF_DST_FIELD_LO UINT64_C(0x0001f00000000000)
#define TXU_SMXF_DST_FIELD_HI UINT64_C(0x0000000000000000)
#define TXU_SMXF_A_SHIFT 49
#define TXU_SMXF_A_WIDTH 5
#define TXU_SMXF_A_FIELD_LO UINT64_C(0x003e000000000000)
#define TXU_SMXF_A_FIELD_HI UINT64_C(0x0000000000000000)
#define TXU_SMXF_SHAPE_SHIFT 59
#define TXU_SMXF_SHAPE_WIDTH 4
#define TXU_SMXF_SHAPE_FIELD_LO UINT64_C(0x7800000000000000)
#define TXU_SMXF_SHAPE_FIELD_HI UINT64_C(0x0000000000000000)
#define TXU_SMXF_L_SHIFT 63
#define TXU_SMXF_L_WIDTH 5
#define TXU_SMXF_L_FIELD_LO UINT64_C(0x8000000000000000)
#define TXU_SMXF_L_FIELD_HI UINT64_C(0x000000000000000f)
#define TXU_SMXF_TO_SHIFT 77
#define TXU_SMXF_TO_WIDTH 2
#define TXU_SMXF_TO_FIELD_LO UINT64_C(0x0000000000000000)
#define TXU_SMXF_TO_FIELD_HI UINT64_C(0x0000000000006000)

static inline txu_word txu_encode_smxf(int64_t dst, int64_t a, int64_t shape, int64_t l, txu_target to)
{
    txu_word word = { UINT64_C(0x0000000000000039), UINT64_C(0x0000000000000000) };
    TXU_ASSERT((txu_in_(dst, INT64_C(0), INT64_C(31))));
    word = txu_put_(word, 44, 5, (uint64_t)dst);
    TXU_ASSERT((txu_in_(a, INT64_C(0), INT64_C(31))));
    word = txu_put_(word, 49, 5, (uint64_t)a);
    TXU_ASSERT((txu_in_(shape, INT64_C(0), INT64_C(15))));
    word = txu_put_(word, 59, 4, (uint64_t)shape);
    TXU_ASSERT((txu_in_(l, INT64_C(0), INT64_C(31))));
    word = txu_put_(word, 63, 5, (uint64_t)l);
    TXU_ASSERT((txu_in_((int64_t)to, INT64_C(0), INT64_C(3))));
    word = txu_put_(word, 77, 2, (uint64_t)to);
    return word;
}

/* VRELU: Row i of dst = max(a, +0), NaN stays NaN (IEEE 754-2019 maximum): the rectifier of a feed-forward layer. e0 rows, strides st0 and st1. */
#define TXU_VRELU_OPCODE 0x40
#define TXU_VRELU_MATCH_LO UINT64_C(0x0000000000000040)
#define TXU_VRELU_MATCH_HI UINT64_C(0x0000000000000000)
#define TXU_VRELU_MASK_LO UINT64_C(0x00000000000000ff)
#define TXU_VRELU_MASK_HI UINT64_C(0x0000000000000000)
#define TXU_VRELU_DST_SHIFT 44
#define TXU_VRELU_DST_WIDTH 5
#define TXU_VRELU_DST_FIELD_LO UINT64_C(0x0001f00000000000)
#define TXU_VRELU_DST_FIELD_HI UINT64_C(0x0000000000000000)
#define TXU_VRELU_A_SHIFT 49
#define TXU_VRELU_A_WIDTH 5
#define TXU_VRELU_A_FIELD_LO UINT64_C(0x003e000000000000)
#define TXU_VRELU_A_FIELD_HI UINT64_C(0x0000000000000000)
#define TXU_VRELU_SHAPE_SHIFT 59
#define TXU_VRELU_SHAPE_WIDTH 4
#define TXU_VRELU_SHAPE_FIELD_LO UINT64_C(0x7800000000000000)
#define TXU_VRELU_SHAPE_FIELD_HI UINT64_C(0x0000000000000000)
#define TXU_VRELU_TO_SHIFT 77
#define TXU_VRELU_TO_WIDTH 2
#define TXU_VRELU_TO_FIELD_LO UINT64_C(0x0000000000000000)
#define TXU_VRELU_TO_FIELD_HI UINT64_C(0x0000000000006000)
#define TXU_VRELU_FROM_SHIFT 79
#define TXU_VRELU_FROM_WIDTH 2
#define TXU_VRELU_FROM_FIELD_LO UINT64_C(0x0000000000000000)
#define TXU_VRELU_FROM_FIELD_HI UINT64_C(0x0000000000018000)

static inline txu_word txu_encode_vrelu(int64_t dst, int64_t a, int64_t shape, txu_target to, txu_source from)
{
    txu_word word = { UINT64_C(0x0000000000000040), UINT64_C(0x0000000000000000) };
    TXU_ASSERT((txu_in_(dst, INT64_C(0), INT64_C(31))));
    word = txu_put_(word, 44, 5, (uint64_t)dst);
    TXU_ASSERT((txu_in_(a, INT64_C(0), INT64_C(31))));
    word = txu_put_(word, 49, 5, (uint64_t)a);
    TXU_ASSERT((txu_in_(shape, INT64_C(0), INT64_C(15))));
    word = txu_put_(word, 59, 4, (uint64_t)shape);
    TXU_ASSERT((txu_in_((int64_t)to, INT64_C(0), INT64_C(3))));
    word = txu_put_(word, 77, 2, (uint64_t)to);
    TXU_ASSERT((txu_in_((int64_t)from, INT64_C(0), INT64_C(3))));
    word = txu_put_(word, 79, 2, (uint64_t)from);
    return word;
}

/* VCLIP: Row i of dst = a clipped to −|b| … |b|, that is min(max(a, −|b|), |b|), NaN if either is NaN: queries, keys and values kept within bounds. e0 rows, strides st0, st1, st2. */
#define TXU_VCLIP_OPCODE 0x41
#define TXU_VCLIP_MATCH_LO UINT64_C(0x0000000000000041)
#define TXU_VCLIP_MATCH_HI UINT64_C(0x0000000000000000)
#define TXU_VCLIP_MASK_LO UINT64_C(0x00000000000000ff)
#define TXU_VCLIP_MASK_HI UINT64_C(0x0000000000000000)
#define TXU_VCLIP_DST_SHIFT 44
#define TXU_VCLIP_DST_WIDTH 5
#define TXU_VCLIP_DST_FIELD_LO UINT64_C(0x0001f00000000000)
#define TXU_VCLIP_DST_FIELD_HI UINT64_C(0x0000000000000000)
#define TXU_VCLIP_A_SHIFT 49
#define TXU_VCLIP_A_WIDTH 5
#define TXU_VCLIP_A_FIELD_LO UINT64_C(0x003e000000000000)
#define TXU_VCLIP_A_FIELD_HI UINT64_C(0x0000000000000000)
#define TXU_VCLIP_B_SHIFT 54
#define TXU_VCLIP_B_WIDTH 5
#define TXU_VCLIP_B_FIELD_LO UINT64_C(0x07c0000000000000)
#define TXU_VCLIP_B_FIELD_HI UINT64_C(0x0000000000000000)
#define TXU_VCLIP_SHAPE_SHIFT 59
#define TXU_VCLIP_SHAPE_WIDTH 4
#define TXU_VCLIP_SHAPE_FIELD_LO UINT64_C(0x7800000000000000)
#define TXU_VCLIP_SHAPE_FIELD_HI UINT64_C(0x0000000000000000)
#define TXU_VCLIP_TO_SHIFT 77
#define TXU_VCLIP_TO_WIDTH 2
#define TXU_VCLIP_TO_FIELD_LO UINT64_C(0x0000000000000000)
#define TXU_VCLIP_TO_FIELD_HI UINT64_C(0x0000000000006000)
#define TXU_VCLIP_FROM_SHIFT 79
#define TXU_VCLIP_FROM_WIDTH 2
#define TXU_VCLIP_FROM_FIELD_LO UINT64_C(0x0000000000000000)
#define TXU_VCLIP_FROM_FIELD_HI UINT64_C(0x0000000000018000)
#define TXU_VCLIP_WITH_SHIFT 81
#define TXU_VCLIP_WITH_WIDTH 2
#define TXU_VCLIP_WITH_FIELD_LO UINT64_C(0x0000000000000000)
#define TXU_VCLIP_WITH_FIELD_HI UINT64_C(0x0000000000060000)

static inline txu_word txu_encode_vclip(int64_t dst, int64_t a, int64_t b, int64_t shape, txu_target to, txu_source from, txu_other with)
{
    txu_word word = { UINT64_C(0x0000000000000041), UINT64_C(0x0000000000000000) };
    TXU_ASSERT((txu_in_(dst, INT64_C(0), INT64_C(31))));
    word = txu_put_(word, 44, 5, (uint64_t)dst);
    TXU_ASSERT((txu_in_(a, INT64_C(0), INT64_C(31))));
    word = txu_put_(word, 49, 5, (uint64_t)a);
    TXU_ASSERT((txu_in_(b, INT64_C(0), INT64_C(31))));
    word = txu_put_(word, 54, 5, (uint64_t)b);
    TXU_ASSERT((txu_in_(shape, INT64_C(0), INT64_C(15))));
    word = txu_put_(word, 59, 4, (uint64_t)shape);
    TXU_ASSERT((txu_in_((int64_t)to, INT64_C(0), INT64_C(3))));
    word = txu_put_(word, 77, 2, (uint64_t)to);
    TXU_ASSERT((txu_in_((int64_t)from, INT64_C(0), INT64_C(3))));
    word = txu_put_(word, 79, 2, (uint64_t)from);
    TXU_ASSERT((txu_in_((int64_t)with, INT64_C(0), INT64_C(3))));
    word = txu_put_(word, 81, 2, (uint64_t)with);
    return word;
}

#ifdef __cplusplus
}
#endif

#endif
