/* rv32i 2.1: its words for software, in C99 and C++17. Generated from the definition: edit the C#, then `make gen`.
   Encoders assert that operands are legal; define RV32I_ASSERT to have it done otherwise. */
#ifndef RV32I_ISA_H
#define RV32I_ISA_H

#include <stdint.h>

#ifndef RV32I_ASSERT
#include <assert.h>
#define RV32I_ASSERT(condition) assert(condition)
#endif

#ifdef __cplusplus
extern "C" {
#endif

#define RV32I_ISA_VERSION "2.1"
#define RV32I_ISA_HASH "010e7403766dd28021c279422cc47ceae4827a8e3c81e86b3cc396246722171c"
#define RV32I_WORD_BITS 32
#define RV32I_WORD_BYTES 4

/* Queues. */
#define RV32I_QUEUE_CORE 0

/* Why a program stopped. */
#define RV32I_TRAP_NONE               0
#define RV32I_TRAP_ILLEGAL_OPCODE     1 /* The word is no instruction. */
#define RV32I_TRAP_RESERVED_BITS      2 /* A bit is set that must be 0. */
#define RV32I_TRAP_BAD_OPERAND        3 /* An operand has no legal value, or one that does not go with the others. */
#define RV32I_TRAP_BAD_RANGE          4 /* What is read or written leaves its memory, or is not aligned as it must be. */
#define RV32I_TRAP_RUN_OFF            5 /* The program counter left the program. */
#define RV32I_TRAP_SEMAPHORE_OVERFLOW 6 /* A semaphore would be above its greatest value. */
#define RV32I_TRAP_DEADLOCK           7 /* A wait that nothing can satisfy; in hardware, the watchdog. */
#define RV32I_TRAP_AXI_READ           8 /* Memory answered a read with an error. */
#define RV32I_TRAP_AXI_WRITE          9 /* Memory answered a write with an error. */
#define RV32I_TRAP_FETCH_ERROR        10 /* Memory answered the fetch of an instruction with an error. */
#define RV32I_TRAP_MISALIGNED         11 /* A jump to an address where no instruction can stand. */
#define RV32I_TRAP_BREAKPOINT         12 /* An instruction that calls a debugger, and there is none. */

/* Sets of accesses, written as letters: input and output of devices, reads and writes of memory. */
typedef int64_t rv32i_accesses;
#define RV32I_ACCESSES_W INT64_C(1)
#define RV32I_ACCESSES_R INT64_C(2)
#define RV32I_ACCESSES_O INT64_C(4)
#define RV32I_ACCESSES_I INT64_C(8)

static inline int rv32i_in_(int64_t value, int64_t least, int64_t most)
{
    return value >= least && value <= most;
}

/* A word. In memory it lies little-endian. */
typedef uint32_t rv32i_word;

static inline void rv32i_store(rv32i_word word, unsigned char *bytes)
{
    for (int i = 0; i < 4; i++) bytes[i] = (unsigned char)(word >> 8 * i);
}

static inline rv32i_word rv32i_put_(rv32i_word word, unsigned shift, unsigned width, uint64_t value)
{
    return word | (rv32i_word)((value & ((UINT64_C(1) << width) - 1)) << shift);
}

/* lb: rd = the byte at rs1 + imm, sign-extended. */
#define RV32I_LB_OPCODE 0x03
#define RV32I_LB_MATCH UINT32_C(0x00000003)
#define RV32I_LB_MASK UINT32_C(0x0000707f)
#define RV32I_LB_RD_SHIFT 7
#define RV32I_LB_RD_WIDTH 5
#define RV32I_LB_RD_FIELD UINT32_C(0x00000f80)
#define RV32I_LB_RS1_SHIFT 15
#define RV32I_LB_RS1_WIDTH 5
#define RV32I_LB_RS1_FIELD UINT32_C(0x000f8000)
#define RV32I_LB_IMM_SHIFT 20
#define RV32I_LB_IMM_WIDTH 12
#define RV32I_LB_IMM_FIELD UINT32_C(0xfff00000)

static inline rv32i_word rv32i_encode_lb(int64_t rd, int64_t rs1, int64_t imm)
{
    rv32i_word word = UINT32_C(0x00000003);
    RV32I_ASSERT((rv32i_in_(rd, INT64_C(0), INT64_C(31))));
    word = rv32i_put_(word, 7, 5, (uint64_t)rd);
    RV32I_ASSERT((rv32i_in_(rs1, INT64_C(0), INT64_C(31))));
    word = rv32i_put_(word, 15, 5, (uint64_t)rs1);
    RV32I_ASSERT((rv32i_in_(imm, INT64_C(-2048), INT64_C(2047))));
    word = rv32i_put_(word, 20, 12, (uint64_t)imm);
    return word;
}

/* lh: rd = the two bytes at rs1 + imm, sign-extended. */
#define RV32I_LH_OPCODE 0x03
#define RV32I_LH_MATCH UINT32_C(0x00001003)
#define RV32I_LH_MASK UINT32_C(0x0000707f)
#define RV32I_LH_RD_SHIFT 7
#define RV32I_LH_RD_WIDTH 5
#define RV32I_LH_RD_FIELD UINT32_C(0x00000f80)
#define RV32I_LH_RS1_SHIFT 15
#define RV32I_LH_RS1_WIDTH 5
#define RV32I_LH_RS1_FIELD UINT32_C(0x000f8000)
#define RV32I_LH_IMM_SHIFT 20
#define RV32I_LH_IMM_WIDTH 12
#define RV32I_LH_IMM_FIELD UINT32_C(0xfff00000)

static inline rv32i_word rv32i_encode_lh(int64_t rd, int64_t rs1, int64_t imm)
{
    rv32i_word word = UINT32_C(0x00001003);
    RV32I_ASSERT((rv32i_in_(rd, INT64_C(0), INT64_C(31))));
    word = rv32i_put_(word, 7, 5, (uint64_t)rd);
    RV32I_ASSERT((rv32i_in_(rs1, INT64_C(0), INT64_C(31))));
    word = rv32i_put_(word, 15, 5, (uint64_t)rs1);
    RV32I_ASSERT((rv32i_in_(imm, INT64_C(-2048), INT64_C(2047))));
    word = rv32i_put_(word, 20, 12, (uint64_t)imm);
    return word;
}

/* lw: rd = the four bytes at rs1 + imm. */
#define RV32I_LW_OPCODE 0x03
#define RV32I_LW_MATCH UINT32_C(0x00002003)
#define RV32I_LW_MASK UINT32_C(0x0000707f)
#define RV32I_LW_RD_SHIFT 7
#define RV32I_LW_RD_WIDTH 5
#define RV32I_LW_RD_FIELD UINT32_C(0x00000f80)
#define RV32I_LW_RS1_SHIFT 15
#define RV32I_LW_RS1_WIDTH 5
#define RV32I_LW_RS1_FIELD UINT32_C(0x000f8000)
#define RV32I_LW_IMM_SHIFT 20
#define RV32I_LW_IMM_WIDTH 12
#define RV32I_LW_IMM_FIELD UINT32_C(0xfff00000)

static inline rv32i_word rv32i_encode_lw(int64_t rd, int64_t rs1, int64_t imm)
{
    rv32i_word word = UINT32_C(0x00002003);
    RV32I_ASSERT((rv32i_in_(rd, INT64_C(0), INT64_C(31))));
    word = rv32i_put_(word, 7, 5, (uint64_t)rd);
    RV32I_ASSERT((rv32i_in_(rs1, INT64_C(0), INT64_C(31))));
    word = rv32i_put_(word, 15, 5, (uint64_t)rs1);
    RV32I_ASSERT((rv32i_in_(imm, INT64_C(-2048), INT64_C(2047))));
    word = rv32i_put_(word, 20, 12, (uint64_t)imm);
    return word;
}

/* lbu: rd = the byte at rs1 + imm. */
#define RV32I_LBU_OPCODE 0x03
#define RV32I_LBU_MATCH UINT32_C(0x00004003)
#define RV32I_LBU_MASK UINT32_C(0x0000707f)
#define RV32I_LBU_RD_SHIFT 7
#define RV32I_LBU_RD_WIDTH 5
#define RV32I_LBU_RD_FIELD UINT32_C(0x00000f80)
#define RV32I_LBU_RS1_SHIFT 15
#define RV32I_LBU_RS1_WIDTH 5
#define RV32I_LBU_RS1_FIELD UINT32_C(0x000f8000)
#define RV32I_LBU_IMM_SHIFT 20
#define RV32I_LBU_IMM_WIDTH 12
#define RV32I_LBU_IMM_FIELD UINT32_C(0xfff00000)

static inline rv32i_word rv32i_encode_lbu(int64_t rd, int64_t rs1, int64_t imm)
{
    rv32i_word word = UINT32_C(0x00004003);
    RV32I_ASSERT((rv32i_in_(rd, INT64_C(0), INT64_C(31))));
    word = rv32i_put_(word, 7, 5, (uint64_t)rd);
    RV32I_ASSERT((rv32i_in_(rs1, INT64_C(0), INT64_C(31))));
    word = rv32i_put_(word, 15, 5, (uint64_t)rs1);
    RV32I_ASSERT((rv32i_in_(imm, INT64_C(-2048), INT64_C(2047))));
    word = rv32i_put_(word, 20, 12, (uint64_t)imm);
    return word;
}

/* lhu: rd = the two bytes at rs1 + imm. */
#define RV32I_LHU_OPCODE 0x03
#define RV32I_LHU_MATCH UINT32_C(0x00005003)
#define RV32I_LHU_MASK UINT32_C(0x0000707f)
#define RV32I_LHU_RD_SHIFT 7
#define RV32I_LHU_RD_WIDTH 5
#define RV32I_LHU_RD_FIELD UINT32_C(0x00000f80)
#define RV32I_LHU_RS1_SHIFT 15
#define RV32I_LHU_RS1_WIDTH 5
#define RV32I_LHU_RS1_FIELD UINT32_C(0x000f8000)
#define RV32I_LHU_IMM_SHIFT 20
#define RV32I_LHU_IMM_WIDTH 12
#define RV32I_LHU_IMM_FIELD UINT32_C(0xfff00000)

static inline rv32i_word rv32i_encode_lhu(int64_t rd, int64_t rs1, int64_t imm)
{
    rv32i_word word = UINT32_C(0x00005003);
    RV32I_ASSERT((rv32i_in_(rd, INT64_C(0), INT64_C(31))));
    word = rv32i_put_(word, 7, 5, (uint64_t)rd);
    RV32I_ASSERT((rv32i_in_(rs1, INT64_C(0), INT64_C(31))));
    word = rv32i_put_(word, 15, 5, (uint64_t)rs1);
    RV32I_ASSERT((rv32i_in_(imm, INT64_C(-2048), INT64_C(2047))));
    word = rv32i_put_(word, 20, 12, (uint64_t)imm);
    return word;
}

/* fence: Accesses of pred before this come before accesses of succ after it: here they do anyway. rd, rs1 and unknown modes are to be ignored. */
#define RV32I_FENCE_OPCODE 0x0f
#define RV32I_FENCE_MATCH UINT32_C(0x0000000f)
#define RV32I_FENCE_MASK UINT32_C(0x0000707f)
#define RV32I_FENCE_PRED_SHIFT 24
#define RV32I_FENCE_PRED_WIDTH 4
#define RV32I_FENCE_PRED_FIELD UINT32_C(0x0f000000)
#define RV32I_FENCE_SUCC_SHIFT 20
#define RV32I_FENCE_SUCC_WIDTH 4
#define RV32I_FENCE_SUCC_FIELD UINT32_C(0x00f00000)

static inline rv32i_word rv32i_encode_fence(rv32i_accesses pred, rv32i_accesses succ)
{
    rv32i_word word = UINT32_C(0x0000000f);
    RV32I_ASSERT((rv32i_in_(pred, INT64_C(0), INT64_C(15))));
    word = rv32i_put_(word, 24, 4, (uint64_t)pred);
    RV32I_ASSERT((rv32i_in_(succ, INT64_C(0), INT64_C(15))));
    word = rv32i_put_(word, 20, 4, (uint64_t)succ);
    return word;
}

/* pause: A hint that this is a loop that waits (Zihintpause). */
#define RV32I_PAUSE_OPCODE 0x0f
#define RV32I_PAUSE_MATCH UINT32_C(0x0100000f)
#define RV32I_PAUSE_MASK UINT32_C(0xffffffff)

static inline rv32i_word rv32i_encode_pause(void)
{
    rv32i_word word = UINT32_C(0x0100000f);
    return word;
}

/* fence.tso: As fence rw, rw, but writes need not come before reads. */
#define RV32I_FENCE_TSO_OPCODE 0x0f
#define RV32I_FENCE_TSO_MATCH UINT32_C(0x8330000f)
#define RV32I_FENCE_TSO_MASK UINT32_C(0xfff0707f)

static inline rv32i_word rv32i_encode_fence_tso(void)
{
    rv32i_word word = UINT32_C(0x8330000f);
    return word;
}

/* addi: rd = rs1 + imm, modulo 2^32. */
#define RV32I_ADDI_OPCODE 0x13
#define RV32I_ADDI_MATCH UINT32_C(0x00000013)
#define RV32I_ADDI_MASK UINT32_C(0x0000707f)
#define RV32I_ADDI_RD_SHIFT 7
#define RV32I_ADDI_RD_WIDTH 5
#define RV32I_ADDI_RD_FIELD UINT32_C(0x00000f80)
#define RV32I_ADDI_RS1_SHIFT 15
#define RV32I_ADDI_RS1_WIDTH 5
#define RV32I_ADDI_RS1_FIELD UINT32_C(0x000f8000)
#define RV32I_ADDI_IMM_SHIFT 20
#define RV32I_ADDI_IMM_WIDTH 12
#define RV32I_ADDI_IMM_FIELD UINT32_C(0xfff00000)

static inline rv32i_word rv32i_encode_addi(int64_t rd, int64_t rs1, int64_t imm)
{
    rv32i_word word = UINT32_C(0x00000013);
    RV32I_ASSERT((rv32i_in_(rd, INT64_C(0), INT64_C(31))));
    word = rv32i_put_(word, 7, 5, (uint64_t)rd);
    RV32I_ASSERT((rv32i_in_(rs1, INT64_C(0), INT64_C(31))));
    word = rv32i_put_(word, 15, 5, (uint64_t)rs1);
    RV32I_ASSERT((rv32i_in_(imm, INT64_C(-2048), INT64_C(2047))));
    word = rv32i_put_(word, 20, 12, (uint64_t)imm);
    return word;
}

/* slli: rd = rs1 shifted left by imm. */
#define RV32I_SLLI_OPCODE 0x13
#define RV32I_SLLI_MATCH UINT32_C(0x00001013)
#define RV32I_SLLI_MASK UINT32_C(0xfe00707f)
#define RV32I_SLLI_RD_SHIFT 7
#define RV32I_SLLI_RD_WIDTH 5
#define RV32I_SLLI_RD_FIELD UINT32_C(0x00000f80)
#define RV32I_SLLI_RS1_SHIFT 15
#define RV32I_SLLI_RS1_WIDTH 5
#define RV32I_SLLI_RS1_FIELD UINT32_C(0x000f8000)
#define RV32I_SLLI_IMM_SHIFT 20
#define RV32I_SLLI_IMM_WIDTH 5
#define RV32I_SLLI_IMM_FIELD UINT32_C(0x01f00000)

static inline rv32i_word rv32i_encode_slli(int64_t rd, int64_t rs1, int64_t imm)
{
    rv32i_word word = UINT32_C(0x00001013);
    RV32I_ASSERT((rv32i_in_(rd, INT64_C(0), INT64_C(31))));
    word = rv32i_put_(word, 7, 5, (uint64_t)rd);
    RV32I_ASSERT((rv32i_in_(rs1, INT64_C(0), INT64_C(31))));
    word = rv32i_put_(word, 15, 5, (uint64_t)rs1);
    RV32I_ASSERT((rv32i_in_(imm, INT64_C(0), INT64_C(31))));
    word = rv32i_put_(word, 20, 5, (uint64_t)imm);
    return word;
}

/* slti: rd = 1 if rs1 is less than imm, both signed, else 0. */
#define RV32I_SLTI_OPCODE 0x13
#define RV32I_SLTI_MATCH UINT32_C(0x00002013)
#define RV32I_SLTI_MASK UINT32_C(0x0000707f)
#define RV32I_SLTI_RD_SHIFT 7
#define RV32I_SLTI_RD_WIDTH 5
#define RV32I_SLTI_RD_FIELD UINT32_C(0x00000f80)
#define RV32I_SLTI_RS1_SHIFT 15
#define RV32I_SLTI_RS1_WIDTH 5
#define RV32I_SLTI_RS1_FIELD UINT32_C(0x000f8000)
#define RV32I_SLTI_IMM_SHIFT 20
#define RV32I_SLTI_IMM_WIDTH 12
#define RV32I_SLTI_IMM_FIELD UINT32_C(0xfff00000)

static inline rv32i_word rv32i_encode_slti(int64_t rd, int64_t rs1, int64_t imm)
{
    rv32i_word word = UINT32_C(0x00002013);
    RV32I_ASSERT((rv32i_in_(rd, INT64_C(0), INT64_C(31))));
    word = rv32i_put_(word, 7, 5, (uint64_t)rd);
    RV32I_ASSERT((rv32i_in_(rs1, INT64_C(0), INT64_C(31))));
    word = rv32i_put_(word, 15, 5, (uint64_t)rs1);
    RV32I_ASSERT((rv32i_in_(imm, INT64_C(-2048), INT64_C(2047))));
    word = rv32i_put_(word, 20, 12, (uint64_t)imm);
    return word;
}

/* sltiu: rd = 1 if rs1 is less than imm, sign-extended and then both unsigned, else 0. */
#define RV32I_SLTIU_OPCODE 0x13
#define RV32I_SLTIU_MATCH UINT32_C(0x00003013)
#define RV32I_SLTIU_MASK UINT32_C(0x0000707f)
#define RV32I_SLTIU_RD_SHIFT 7
#define RV32I_SLTIU_RD_WIDTH 5
#define RV32I_SLTIU_RD_FIELD UINT32_C(0x00000f80)
#define RV32I_SLTIU_RS1_SHIFT 15
#define RV32I_SLTIU_RS1_WIDTH 5
#define RV32I_SLTIU_RS1_FIELD UINT32_C(0x000f8000)
#define RV32I_SLTIU_IMM_SHIFT 20
#define RV32I_SLTIU_IMM_WIDTH 12
#define RV32I_SLTIU_IMM_FIELD UINT32_C(0xfff00000)

static inline rv32i_word rv32i_encode_sltiu(int64_t rd, int64_t rs1, int64_t imm)
{
    rv32i_word word = UINT32_C(0x00003013);
    RV32I_ASSERT((rv32i_in_(rd, INT64_C(0), INT64_C(31))));
    word = rv32i_put_(word, 7, 5, (uint64_t)rd);
    RV32I_ASSERT((rv32i_in_(rs1, INT64_C(0), INT64_C(31))));
    word = rv32i_put_(word, 15, 5, (uint64_t)rs1);
    RV32I_ASSERT((rv32i_in_(imm, INT64_C(-2048), INT64_C(2047))));
    word = rv32i_put_(word, 20, 12, (uint64_t)imm);
    return word;
}

/* xori: rd = rs1 xor imm. */
#define RV32I_XORI_OPCODE 0x13
#define RV32I_XORI_MATCH UINT32_C(0x00004013)
#define RV32I_XORI_MASK UINT32_C(0x0000707f)
#define RV32I_XORI_RD_SHIFT 7
#define RV32I_XORI_RD_WIDTH 5
#define RV32I_XORI_RD_FIELD UINT32_C(0x00000f80)
#define RV32I_XORI_RS1_SHIFT 15
#define RV32I_XORI_RS1_WIDTH 5
#define RV32I_XORI_RS1_FIELD UINT32_C(0x000f8000)
#define RV32I_XORI_IMM_SHIFT 20
#define RV32I_XORI_IMM_WIDTH 12
#define RV32I_XORI_IMM_FIELD UINT32_C(0xfff00000)

static inline rv32i_word rv32i_encode_xori(int64_t rd, int64_t rs1, int64_t imm)
{
    rv32i_word word = UINT32_C(0x00004013);
    RV32I_ASSERT((rv32i_in_(rd, INT64_C(0), INT64_C(31))));
    word = rv32i_put_(word, 7, 5, (uint64_t)rd);
    RV32I_ASSERT((rv32i_in_(rs1, INT64_C(0), INT64_C(31))));
    word = rv32i_put_(word, 15, 5, (uint64_t)rs1);
    RV32I_ASSERT((rv32i_in_(imm, INT64_C(-2048), INT64_C(2047))));
    word = rv32i_put_(word, 20, 12, (uint64_t)imm);
    return word;
}

/* srli: rd = rs1 shifted right by imm; zeros come in. */
#define RV32I_SRLI_OPCODE 0x13
#define RV32I_SRLI_MATCH UINT32_C(0x00005013)
#define RV32I_SRLI_MASK UINT32_C(0xfe00707f)
#define RV32I_SRLI_RD_SHIFT 7
#define RV32I_SRLI_RD_WIDTH 5
#define RV32I_SRLI_RD_FIELD UINT32_C(0x00000f80)
#define RV32I_SRLI_RS1_SHIFT 15
#define RV32I_SRLI_RS1_WIDTH 5
#define RV32I_SRLI_RS1_FIELD UINT32_C(0x000f8000)
#define RV32I_SRLI_IMM_SHIFT 20
#define RV32I_SRLI_IMM_WIDTH 5
#define RV32I_SRLI_IMM_FIELD UINT32_C(0x01f00000)

static inline rv32i_word rv32i_encode_srli(int64_t rd, int64_t rs1, int64_t imm)
{
    rv32i_word word = UINT32_C(0x00005013);
    RV32I_ASSERT((rv32i_in_(rd, INT64_C(0), INT64_C(31))));
    word = rv32i_put_(word, 7, 5, (uint64_t)rd);
    RV32I_ASSERT((rv32i_in_(rs1, INT64_C(0), INT64_C(31))));
    word = rv32i_put_(word, 15, 5, (uint64_t)rs1);
    RV32I_ASSERT((rv32i_in_(imm, INT64_C(0), INT64_C(31))));
    word = rv32i_put_(word, 20, 5, (uint64_t)imm);
    return word;
}

/* ori: rd = rs1 or imm. */
#define RV32I_ORI_OPCODE 0x13
#define RV32I_ORI_MATCH UINT32_C(0x00006013)
#define RV32I_ORI_MASK UINT32_C(0x0000707f)
#define RV32I_ORI_RD_SHIFT 7
#define RV32I_ORI_RD_WIDTH 5
#define RV32I_ORI_RD_FIELD UINT32_C(0x00000f80)
#define RV32I_ORI_RS1_SHIFT 15
#define RV32I_ORI_RS1_WIDTH 5
#define RV32I_ORI_RS1_FIELD UINT32_C(0x000f8000)
#define RV32I_ORI_IMM_SHIFT 20
#define RV32I_ORI_IMM_WIDTH 12
#define RV32I_ORI_IMM_FIELD UINT32_C(0xfff00000)

static inline rv32i_word rv32i_encode_ori(int64_t rd, int64_t rs1, int64_t imm)
{
    rv32i_word word = UINT32_C(0x00006013);
    RV32I_ASSERT((rv32i_in_(rd, INT64_C(0), INT64_C(31))));
    word = rv32i_put_(word, 7, 5, (uint64_t)rd);
    RV32I_ASSERT((rv32i_in_(rs1, INT64_C(0), INT64_C(31))));
    word = rv32i_put_(word, 15, 5, (uint64_t)rs1);
    RV32I_ASSERT((rv32i_in_(imm, INT64_C(-2048), INT64_C(2047))));
    word = rv32i_put_(word, 20, 12, (uint64_t)imm);
    return word;
}

/* andi: rd = rs1 and imm. */
#define RV32I_ANDI_OPCODE 0x13
#define RV32I_ANDI_MATCH UINT32_C(0x00007013)
#define RV32I_ANDI_MASK UINT32_C(0x0000707f)
#define RV32I_ANDI_RD_SHIFT 7
#define RV32I_ANDI_RD_WIDTH 5
#define RV32I_ANDI_RD_FIELD UINT32_C(0x00000f80)
#define RV32I_ANDI_RS1_SHIFT 15
#define RV32I_ANDI_RS1_WIDTH 5
#define RV32I_ANDI_RS1_FIELD UINT32_C(0x000f8000)
#define RV32I_ANDI_IMM_SHIFT 20
#define RV32I_ANDI_IMM_WIDTH 12
#define RV32I_ANDI_IMM_FIELD UINT32_C(0xfff00000)

static inline rv32i_word rv32i_encode_andi(int64_t rd, int64_t rs1, int64_t imm)
{
    rv32i_word word = UINT32_C(0x00007013);
    RV32I_ASSERT((rv32i_in_(rd, INT64_C(0), INT64_C(31))));
    word = rv32i_put_(word, 7, 5, (uint64_t)rd);
    RV32I_ASSERT((rv32i_in_(rs1, INT64_C(0), INT64_C(31))));
    word = rv32i_put_(word, 15, 5, (uint64_t)rs1);
    RV32I_ASSERT((rv32i_in_(imm, INT64_C(-2048), INT64_C(2047))));
    word = rv32i_put_(word, 20, 12, (uint64_t)imm);
    return word;
}

/* srai: rd = rs1 shifted right by imm; its sign comes in. */
#define RV32I_SRAI_OPCODE 0x13
#define RV32I_SRAI_MATCH UINT32_C(0x40005013)
#define RV32I_SRAI_MASK UINT32_C(0xfe00707f)
#define RV32I_SRAI_RD_SHIFT 7
#define RV32I_SRAI_RD_WIDTH 5
#define RV32I_SRAI_RD_FIELD UINT32_C(0x00000f80)
#define RV32I_SRAI_RS1_SHIFT 15
#define RV32I_SRAI_RS1_WIDTH 5
#define RV32I_SRAI_RS1_FIELD UINT32_C(0x000f8000)
#define RV32I_SRAI_IMM_SHIFT 20
#define RV32I_SRAI_IMM_WIDTH 5
#define RV32I_SRAI_IMM_FIELD UINT32_C(0x01f00000)

static inline rv32i_word rv32i_encode_srai(int64_t rd, int64_t rs1, int64_t imm)
{
    rv32i_word word = UINT32_C(0x40005013);
    RV32I_ASSERT((rv32i_in_(rd, INT64_C(0), INT64_C(31))));
    word = rv32i_put_(word, 7, 5, (uint64_t)rd);
    RV32I_ASSERT((rv32i_in_(rs1, INT64_C(0), INT64_C(31))));
    word = rv32i_put_(word, 15, 5, (uint64_t)rs1);
    RV32I_ASSERT((rv32i_in_(imm, INT64_C(0), INT64_C(31))));
    word = rv32i_put_(word, 20, 5, (uint64_t)imm);
    return word;
}

/* auipc: rd = pc + imm · 2^12. */
#define RV32I_AUIPC_OPCODE 0x17
#define RV32I_AUIPC_MATCH UINT32_C(0x00000017)
#define RV32I_AUIPC_MASK UINT32_C(0x0000007f)
#define RV32I_AUIPC_RD_SHIFT 7
#define RV32I_AUIPC_RD_WIDTH 5
#define RV32I_AUIPC_RD_FIELD UINT32_C(0x00000f80)
#define RV32I_AUIPC_IMM_SHIFT 12
#define RV32I_AUIPC_IMM_WIDTH 20
#define RV32I_AUIPC_IMM_FIELD UINT32_C(0xfffff000)

static inline rv32i_word rv32i_encode_auipc(int64_t rd, int64_t imm)
{
    rv32i_word word = UINT32_C(0x00000017);
    RV32I_ASSERT((rv32i_in_(rd, INT64_C(0), INT64_C(31))));
    word = rv32i_put_(word, 7, 5, (uint64_t)rd);
    RV32I_ASSERT((rv32i_in_(imm, INT64_C(0), INT64_C(1048575))));
    word = rv32i_put_(word, 12, 20, (uint64_t)imm);
    return word;
}

/* sb: The byte at rs1 + imm = the low byte of rs2. */
#define RV32I_SB_OPCODE 0x23
#define RV32I_SB_MATCH UINT32_C(0x00000023)
#define RV32I_SB_MASK UINT32_C(0x0000707f)
#define RV32I_SB_RS2_SHIFT 20
#define RV32I_SB_RS2_WIDTH 5
#define RV32I_SB_RS2_FIELD UINT32_C(0x01f00000)
#define RV32I_SB_RS1_SHIFT 15
#define RV32I_SB_RS1_WIDTH 5
#define RV32I_SB_RS1_FIELD UINT32_C(0x000f8000)
#define RV32I_SB_IMM_FIELD UINT32_C(0xfe000f80)

static inline rv32i_word rv32i_encode_sb(int64_t rs2, int64_t rs1, int64_t imm)
{
    rv32i_word word = UINT32_C(0x00000023);
    RV32I_ASSERT((rv32i_in_(rs2, INT64_C(0), INT64_C(31))));
    word = rv32i_put_(word, 20, 5, (uint64_t)rs2);
    RV32I_ASSERT((rv32i_in_(rs1, INT64_C(0), INT64_C(31))));
    word = rv32i_put_(word, 15, 5, (uint64_t)rs1);
    RV32I_ASSERT((rv32i_in_(imm, INT64_C(-2048), INT64_C(2047))));
    word = rv32i_put_(word, 25, 7, (uint64_t)imm >> 5);
    word = rv32i_put_(word, 7, 5, (uint64_t)imm);
    return word;
}

/* sh: The two bytes at rs1 + imm = the low half of rs2. */
#define RV32I_SH_OPCODE 0x23
#define RV32I_SH_MATCH UINT32_C(0x00001023)
#define RV32I_SH_MASK UINT32_C(0x0000707f)
#define RV32I_SH_RS2_SHIFT 20
#define RV32I_SH_RS2_WIDTH 5
#define RV32I_SH_RS2_FIELD UINT32_C(0x01f00000)
#define RV32I_SH_RS1_SHIFT 15
#define RV32I_SH_RS1_WIDTH 5
#define RV32I_SH_RS1_FIELD UINT32_C(0x000f8000)
#define RV32I_SH_IMM_FIELD UINT32_C(0xfe000f80)

static inline rv32i_word rv32i_encode_sh(int64_t rs2, int64_t rs1, int64_t imm)
{
    rv32i_word word = UINT32_C(0x00001023);
    RV32I_ASSERT((rv32i_in_(rs2, INT64_C(0), INT64_C(31))));
    word = rv32i_put_(word, 20, 5, (uint64_t)rs2);
    RV32I_ASSERT((rv32i_in_(rs1, INT64_C(0), INT64_C(31))));
    word = rv32i_put_(word, 15, 5, (uint64_t)rs1);
    RV32I_ASSERT((rv32i_in_(imm, INT64_C(-2048), INT64_C(2047))));
    word = rv32i_put_(word, 25, 7, (uint64_t)imm >> 5);
    word = rv32i_put_(word, 7, 5, (uint64_t)imm);
    return word;
}

/* sw: The four bytes at rs1 + imm = rs2. */
#define RV32I_SW_OPCODE 0x23
#define RV32I_SW_MATCH UINT32_C(0x00002023)
#define RV32I_SW_MASK UINT32_C(0x0000707f)
#define RV32I_SW_RS2_SHIFT 20
#define RV32I_SW_RS2_WIDTH 5
#define RV32I_SW_RS2_FIELD UINT32_C(0x01f00000)
#define RV32I_SW_RS1_SHIFT 15
#define RV32I_SW_RS1_WIDTH 5
#define RV32I_SW_RS1_FIELD UINT32_C(0x000f8000)
#define RV32I_SW_IMM_FIELD UINT32_C(0xfe000f80)

static inline rv32i_word rv32i_encode_sw(int64_t rs2, int64_t rs1, int64_t imm)
{
    rv32i_word word = UINT32_C(0x00002023);
    RV32I_ASSERT((rv32i_in_(rs2, INT64_C(0), INT64_C(31))));
    word = rv32i_put_(word, 20, 5, (uint64_t)rs2);
    RV32I_ASSERT((rv32i_in_(rs1, INT64_C(0), INT64_C(31))));
    word = rv32i_put_(word, 15, 5, (uint64_t)rs1);
    RV32I_ASSERT((rv32i_in_(imm, INT64_C(-2048), INT64_C(2047))));
    word = rv32i_put_(word, 25, 7, (uint64_t)imm >> 5);
    word = rv32i_put_(word, 7, 5, (uint64_t)imm);
    return word;
}

/* add: rd = rs1 + rs2, modulo 2^32. */
#define RV32I_ADD_OPCODE 0x33
#define RV32I_ADD_MATCH UINT32_C(0x00000033)
#define RV32I_ADD_MASK UINT32_C(0xfe00707f)
#define RV32I_ADD_RD_SHIFT 7
#define RV32I_ADD_RD_WIDTH 5
#define RV32I_ADD_RD_FIELD UINT32_C(0x00000f80)
#define RV32I_ADD_RS1_SHIFT 15
#define RV32I_ADD_RS1_WIDTH 5
#define RV32I_ADD_RS1_FIELD UINT32_C(0x000f8000)
#define RV32I_ADD_RS2_SHIFT 20
#define RV32I_ADD_RS2_WIDTH 5
#define RV32I_ADD_RS2_FIELD UINT32_C(0x01f00000)

static inline rv32i_word rv32i_encode_add(int64_t rd, int64_t rs1, int64_t rs2)
{
    rv32i_word word = UINT32_C(0x00000033);
    RV32I_ASSERT((rv32i_in_(rd, INT64_C(0), INT64_C(31))));
    word = rv32i_put_(word, 7, 5, (uint64_t)rd);
    RV32I_ASSERT((rv32i_in_(rs1, INT64_C(0), INT64_C(31))));
    word = rv32i_put_(word, 15, 5, (uint64_t)rs1);
    RV32I_ASSERT((rv32i_in_(rs2, INT64_C(0), INT64_C(31))));
    word = rv32i_put_(word, 20, 5, (uint64_t)rs2);
    return word;
}

/* sll: rd = rs1 shifted left by the low five bits of rs2. */
#define RV32I_SLL_OPCODE 0x33
#define RV32I_SLL_MATCH UINT32_C(0x00001033)
#define RV32I_SLL_MASK UINT32_C(0xfe00707f)
#define RV32I_SLL_RD_SHIFT 7
#define RV32I_SLL_RD_WIDTH 5
#define RV32I_SLL_RD_FIELD UINT32_C(0x00000f80)
#define RV32I_SLL_RS1_SHIFT 15
#define RV32I_SLL_RS1_WIDTH 5
#define RV32I_SLL_RS1_FIELD UINT32_C(0x000f8000)
#define RV32I_SLL_RS2_SHIFT 20
#define RV32I_SLL_RS2_WIDTH 5
#define RV32I_SLL_RS2_FIELD UINT32_C(0x01f00000)

static inline rv32i_word rv32i_encode_sll(int64_t rd, int64_t rs1, int64_t rs2)
{
    rv32i_word word = UINT32_C(0x00001033);
    RV32I_ASSERT((rv32i_in_(rd, INT64_C(0), INT64_C(31))));
    word = rv32i_put_(word, 7, 5, (uint64_t)rd);
    RV32I_ASSERT((rv32i_in_(rs1, INT64_C(0), INT64_C(31))));
    word = rv32i_put_(word, 15, 5, (uint64_t)rs1);
    RV32I_ASSERT((rv32i_in_(rs2, INT64_C(0), INT64_C(31))));
    word = rv32i_put_(word, 20, 5, (uint64_t)rs2);
    return word;
}

/* slt: rd = 1 if rs1 is less than rs2, both signed, else 0. */
#define RV32I_SLT_OPCODE 0x33
#define RV32I_SLT_MATCH UINT32_C(0x00002033)
#define RV32I_SLT_MASK UINT32_C(0xfe00707f)
#define RV32I_SLT_RD_SHIFT 7
#define RV32I_SLT_RD_WIDTH 5
#define RV32I_SLT_RD_FIELD UINT32_C(0x00000f80)
#define RV32I_SLT_RS1_SHIFT 15
#define RV32I_SLT_RS1_WIDTH 5
#define RV32I_SLT_RS1_FIELD UINT32_C(0x000f8000)
#define RV32I_SLT_RS2_SHIFT 20
#define RV32I_SLT_RS2_WIDTH 5
#define RV32I_SLT_RS2_FIELD UINT32_C(0x01f00000)

static inline rv32i_word rv32i_encode_slt(int64_t rd, int64_t rs1, int64_t rs2)
{
    rv32i_word word = UINT32_C(0x00002033);
    RV32I_ASSERT((rv32i_in_(rd, INT64_C(0), INT64_C(31))));
    word = rv32i_put_(word, 7, 5, (uint64_t)rd);
    RV32I_ASSERT((rv32i_in_(rs1, INT64_C(0), INT64_C(31))));
    word = rv32i_put_(word, 15, 5, (uint64_t)rs1);
    RV32I_ASSERT((rv32i_in_(rs2, INT64_C(0), INT64_C(31))));
    word = rv32i_put_(word, 20, 5, (uint64_t)rs2);
    return word;
}

/* sltu: rd = 1 if rs1 is less than rs2, both unsigned, else 0. */
#define RV32I_SLTU_OPCODE 0x33
#define RV32I_SLTU_MATCH UINT32_C(0x00003033)
#define RV32I_SLTU_MASK UINT32_C(0xfe00707f)
#define RV32I_SLTU_RD_SHIFT 7
#define RV32I_SLTU_RD_WIDTH 5
#define RV32I_SLTU_RD_FIELD UINT32_C(0x00000f80)
#define RV32I_SLTU_RS1_SHIFT 15
#define RV32I_SLTU_RS1_WIDTH 5
#define RV32I_SLTU_RS1_FIELD UINT32_C(0x000f8000)
#define RV32I_SLTU_RS2_SHIFT 20
#define RV32I_SLTU_RS2_WIDTH 5
#define RV32I_SLTU_RS2_FIELD UINT32_C(0x01f00000)

static inline rv32i_word rv32i_encode_sltu(int64_t rd, int64_t rs1, int64_t rs2)
{
    rv32i_word word = UINT32_C(0x00003033);
    RV32I_ASSERT((rv32i_in_(rd, INT64_C(0), INT64_C(31))));
    word = rv32i_put_(word, 7, 5, (uint64_t)rd);
    RV32I_ASSERT((rv32i_in_(rs1, INT64_C(0), INT64_C(31))));
    word = rv32i_put_(word, 15, 5, (uint64_t)rs1);
    RV32I_ASSERT((rv32i_in_(rs2, INT64_C(0), INT64_C(31))));
    word = rv32i_put_(word, 20, 5, (uint64_t)rs2);
    return word;
}

/* xor: rd = rs1 xor rs2. */
#define RV32I_XOR__OPCODE 0x33
#define RV32I_XOR__MATCH UINT32_C(0x00004033)
#define RV32I_XOR__MASK UINT32_C(0xfe00707f)
#define RV32I_XOR__RD_SHIFT 7
#define RV32I_XOR__RD_WIDTH 5
#define RV32I_XOR__RD_FIELD UINT32_C(0x00000f80)
#define RV32I_XOR__RS1_SHIFT 15
#define RV32I_XOR__RS1_WIDTH 5
#define RV32I_XOR__RS1_FIELD UINT32_C(0x000f8000)
#define RV32I_XOR__RS2_SHIFT 20
#define RV32I_XOR__RS2_WIDTH 5
#define RV32I_XOR__RS2_FIELD UINT32_C(0x01f00000)

static inline rv32i_word rv32i_encode_xor_(int64_t rd, int64_t rs1, int64_t rs2)
{
    rv32i_word word = UINT32_C(0x00004033);
    RV32I_ASSERT((rv32i_in_(rd, INT64_C(0), INT64_C(31))));
    word = rv32i_put_(word, 7, 5, (uint64_t)rd);
    RV32I_ASSERT((rv32i_in_(rs1, INT64_C(0), INT64_C(31))));
    word = rv32i_put_(word, 15, 5, (uint64_t)rs1);
    RV32I_ASSERT((rv32i_in_(rs2, INT64_C(0), INT64_C(31))));
    word = rv32i_put_(word, 20, 5, (uint64_t)rs2);
    return word;
}

/* srl: rd = rs1 shifted right by the low five bits of rs2; zeros come in. */
#define RV32I_SRL_OPCODE 0x33
#define RV32I_SRL_MATCH UINT32_C(0x00005033)
#define RV32I_SRL_MASK UINT32_C(0xfe00707f)
#define RV32I_SRL_RD_SHIFT 7
#define RV32I_SRL_RD_WIDTH 5
#define RV32I_SRL_RD_FIELD UINT32_C(0x00000f80)
#define RV32I_SRL_RS1_SHIFT 15
#define RV32I_SRL_RS1_WIDTH 5
#define RV32I_SRL_RS1_FIELD UINT32_C(0x000f8000)
#define RV32I_SRL_RS2_SHIFT 20
#define RV32I_SRL_RS2_WIDTH 5
#define RV32I_SRL_RS2_FIELD UINT32_C(0x01f00000)

static inline rv32i_word rv32i_encode_srl(int64_t rd, int64_t rs1, int64_t rs2)
{
    rv32i_word word = UINT32_C(0x00005033);
    RV32I_ASSERT((rv32i_in_(rd, INT64_C(0), INT64_C(31))));
    word = rv32i_put_(word, 7, 5, (uint64_t)rd);
    RV32I_ASSERT((rv32i_in_(rs1, INT64_C(0), INT64_C(31))));
    word = rv32i_put_(word, 15, 5, (uint64_t)rs1);
    RV32I_ASSERT((rv32i_in_(rs2, INT64_C(0), INT64_C(31))));
    word = rv32i_put_(word, 20, 5, (uint64_t)rs2);
    return word;
}

/* or: rd = rs1 or rs2. */
#define RV32I_OR__OPCODE 0x33
#define RV32I_OR__MATCH UINT32_C(0x00006033)
#define RV32I_OR__MASK UINT32_C(0xfe00707f)
#define RV32I_OR__RD_SHIFT 7
#define RV32I_OR__RD_WIDTH 5
#define RV32I_OR__RD_FIELD UINT32_C(0x00000f80)
#define RV32I_OR__RS1_SHIFT 15
#define RV32I_OR__RS1_WIDTH 5
#define RV32I_OR__RS1_FIELD UINT32_C(0x000f8000)
#define RV32I_OR__RS2_SHIFT 20
#define RV32I_OR__RS2_WIDTH 5
#define RV32I_OR__RS2_FIELD UINT32_C(0x01f00000)

static inline rv32i_word rv32i_encode_or_(int64_t rd, int64_t rs1, int64_t rs2)
{
    rv32i_word word = UINT32_C(0x00006033);
    RV32I_ASSERT((rv32i_in_(rd, INT64_C(0), INT64_C(31))));
    word = rv32i_put_(word, 7, 5, (uint64_t)rd);
    RV32I_ASSERT((rv32i_in_(rs1, INT64_C(0), INT64_C(31))));
    word = rv32i_put_(word, 15, 5, (uint64_t)rs1);
    RV32I_ASSERT((rv32i_in_(rs2, INT64_C(0), INT64_C(31))));
    word = rv32i_put_(word, 20, 5, (uint64_t)rs2);
    return word;
}

/* and: rd = rs1 and rs2. */
#define RV32I_AND__OPCODE 0x33
#define RV32I_AND__MATCH UINT32_C(0x00007033)
#define RV32I_AND__MASK UINT32_C(0xfe00707f)
#define RV32I_AND__RD_SHIFT 7
#define RV32I_AND__RD_WIDTH 5
#define RV32I_AND__RD_FIELD UINT32_C(0x00000f80)
#define RV32I_AND__RS1_SHIFT 15
#define RV32I_AND__RS1_WIDTH 5
#define RV32I_AND__RS1_FIELD UINT32_C(0x000f8000)
#define RV32I_AND__RS2_SHIFT 20
#define RV32I_AND__RS2_WIDTH 5
#define RV32I_AND__RS2_FIELD UINT32_C(0x01f00000)

static inline rv32i_word rv32i_encode_and_(int64_t rd, int64_t rs1, int64_t rs2)
{
    rv32i_word word = UINT32_C(0x00007033);
    RV32I_ASSERT((rv32i_in_(rd, INT64_C(0), INT64_C(31))));
    word = rv32i_put_(word, 7, 5, (uint64_t)rd);
    RV32I_ASSERT((rv32i_in_(rs1, INT64_C(0), INT64_C(31))));
    word = rv32i_put_(word, 15, 5, (uint64_t)rs1);
    RV32I_ASSERT((rv32i_in_(rs2, INT64_C(0), INT64_C(31))));
    word = rv32i_put_(word, 20, 5, (uint64_t)rs2);
    return word;
}

/* sub: rd = rs1 − rs2, modulo 2^32. */
#define RV32I_SUB_OPCODE 0x33
#define RV32I_SUB_MATCH UINT32_C(0x40000033)
#define RV32I_SUB_MASK UINT32_C(0xfe00707f)
#define RV32I_SUB_RD_SHIFT 7
#define RV32I_SUB_RD_WIDTH 5
#define RV32I_SUB_RD_FIELD UINT32_C(0x00000f80)
#define RV32I_SUB_RS1_SHIFT 15
#define RV32I_SUB_RS1_WIDTH 5
#define RV32I_SUB_RS1_FIELD UINT32_C(0x000f8000)
#define RV32I_SUB_RS2_SHIFT 20
#define RV32I_SUB_RS2_WIDTH 5
#define RV32I_SUB_RS2_FIELD UINT32_C(0x01f00000)

static inline rv32i_word rv32i_encode_sub(int64_t rd, int64_t rs1, int64_t rs2)
{
    rv32i_word word = UINT32_C(0x40000033);
    RV32I_ASSERT((rv32i_in_(rd, INT64_C(0), INT64_C(31))));
    word = rv32i_put_(word, 7, 5, (uint64_t)rd);
    RV32I_ASSERT((rv32i_in_(rs1, INT64_C(0), INT64_C(31))));
    word = rv32i_put_(word, 15, 5, (uint64_t)rs1);
    RV32I_ASSERT((rv32i_in_(rs2, INT64_C(0), INT64_C(31))));
    word = rv32i_put_(word, 20, 5, (uint64_t)rs2);
    return word;
}

/* sra: rd = rs1 shifted right by the low five bits of rs2; its sign comes in. */
#define RV32I_SRA_OPCODE 0x33
#define RV32I_SRA_MATCH UINT32_C(0x40005033)
#define RV32I_SRA_MASK UINT32_C(0xfe00707f)
#define RV32I_SRA_RD_SHIFT 7
#define RV32I_SRA_RD_WIDTH 5
#define RV32I_SRA_RD_FIELD UINT32_C(0x00000f80)
#define RV32I_SRA_RS1_SHIFT 15
#define RV32I_SRA_RS1_WIDTH 5
#define RV32I_SRA_RS1_FIELD UINT32_C(0x000f8000)
#define RV32I_SRA_RS2_SHIFT 20
#define RV32I_SRA_RS2_WIDTH 5
#define RV32I_SRA_RS2_FIELD UINT32_C(0x01f00000)

static inline rv32i_word rv32i_encode_sra(int64_t rd, int64_t rs1, int64_t rs2)
{
    rv32i_word word = UINT32_C(0x40005033);
    RV32I_ASSERT((rv32i_in_(rd, INT64_C(0), INT64_C(31))));
    word = rv32i_put_(word, 7, 5, (uint64_t)rd);
    RV32I_ASSERT((rv32i_in_(rs1, INT64_C(0), INT64_C(31))));
    word = rv32i_put_(word, 15, 5, (uint64_t)rs1);
    RV32I_ASSERT((rv32i_in_(rs2, INT64_C(0), INT64_C(31))));
    word = rv32i_put_(word, 20, 5, (uint64_t)rs2);
    return word;
}

/* lui: rd = imm · 2^12. */
#define RV32I_LUI_OPCODE 0x37
#define RV32I_LUI_MATCH UINT32_C(0x00000037)
#define RV32I_LUI_MASK UINT32_C(0x0000007f)
#define RV32I_LUI_RD_SHIFT 7
#define RV32I_LUI_RD_WIDTH 5
#define RV32I_LUI_RD_FIELD UINT32_C(0x00000f80)
#define RV32I_LUI_IMM_SHIFT 12
#define RV32I_LUI_IMM_WIDTH 20
#define RV32I_LUI_IMM_FIELD UINT32_C(0xfffff000)

static inline rv32i_word rv32i_encode_lui(int64_t rd, int64_t imm)
{
    rv32i_word word = UINT32_C(0x00000037);
    RV32I_ASSERT((rv32i_in_(rd, INT64_C(0), INT64_C(31))));
    word = rv32i_put_(word, 7, 5, (uint64_t)rd);
    RV32I_ASSERT((rv32i_in_(imm, INT64_C(0), INT64_C(1048575))));
    word = rv32i_put_(word, 12, 20, (uint64_t)imm);
    return word;
}

/* beq: Goes to pc + imm if rs1 = rs2. */
#define RV32I_BEQ_OPCODE 0x63
#define RV32I_BEQ_MATCH UINT32_C(0x00000063)
#define RV32I_BEQ_MASK UINT32_C(0x0000707f)
#define RV32I_BEQ_RS1_SHIFT 15
#define RV32I_BEQ_RS1_WIDTH 5
#define RV32I_BEQ_RS1_FIELD UINT32_C(0x000f8000)
#define RV32I_BEQ_RS2_SHIFT 20
#define RV32I_BEQ_RS2_WIDTH 5
#define RV32I_BEQ_RS2_FIELD UINT32_C(0x01f00000)
#define RV32I_BEQ_IMM_FIELD UINT32_C(0xfe000f80)

static inline rv32i_word rv32i_encode_beq(int64_t rs1, int64_t rs2, int64_t imm)
{
    rv32i_word word = UINT32_C(0x00000063);
    RV32I_ASSERT((rv32i_in_(rs1, INT64_C(0), INT64_C(31))));
    word = rv32i_put_(word, 15, 5, (uint64_t)rs1);
    RV32I_ASSERT((rv32i_in_(rs2, INT64_C(0), INT64_C(31))));
    word = rv32i_put_(word, 20, 5, (uint64_t)rs2);
    RV32I_ASSERT(imm % 2 == 0 && (rv32i_in_(imm, INT64_C(-4096), INT64_C(4094))));
    word = rv32i_put_(word, 31, 1, (uint64_t)(imm / 2) >> 11);
    word = rv32i_put_(word, 7, 1, (uint64_t)(imm / 2) >> 10);
    word = rv32i_put_(word, 25, 6, (uint64_t)(imm / 2) >> 4);
    word = rv32i_put_(word, 8, 4, (uint64_t)(imm / 2));
    return word;
}

/* bne: Goes to pc + imm if rs1 ≠ rs2. */
#define RV32I_BNE_OPCODE 0x63
#define RV32I_BNE_MATCH UINT32_C(0x00001063)
#define RV32I_BNE_MASK UINT32_C(0x0000707f)
#define RV32I_BNE_RS1_SHIFT 15
#define RV32I_BNE_RS1_WIDTH 5
#define RV32I_BNE_RS1_FIELD UINT32_C(0x000f8000)
#define RV32I_BNE_RS2_SHIFT 20
#define RV32I_BNE_RS2_WIDTH 5
#define RV32I_BNE_RS2_FIELD UINT32_C(0x01f00000)
#define RV32I_BNE_IMM_FIELD UINT32_C(0xfe000f80)

static inline rv32i_word rv32i_encode_bne(int64_t rs1, int64_t rs2, int64_t imm)
{
    rv32i_word word = UINT32_C(0x00001063);
    RV32I_ASSERT((rv32i_in_(rs1, INT64_C(0), INT64_C(31))));
    word = rv32i_put_(word, 15, 5, (uint64_t)rs1);
    RV32I_ASSERT((rv32i_in_(rs2, INT64_C(0), INT64_C(31))));
    word = rv32i_put_(word, 20, 5, (uint64_t)rs2);
    RV32I_ASSERT(imm % 2 == 0 && (rv32i_in_(imm, INT64_C(-4096), INT64_C(4094))));
    word = rv32i_put_(word, 31, 1, (uint64_t)(imm / 2) >> 11);
    word = rv32i_put_(word, 7, 1, (uint64_t)(imm / 2) >> 10);
    word = rv32i_put_(word, 25, 6, (uint64_t)(imm / 2) >> 4);
    word = rv32i_put_(word, 8, 4, (uint64_t)(imm / 2));
    return word;
}

/* blt: Goes to pc + imm if rs1 is less than rs2, both signed. */
#define RV32I_BLT_OPCODE 0x63
#define RV32I_BLT_MATCH UINT32_C(0x00004063)
#define RV32I_BLT_MASK UINT32_C(0x0000707f)
#define RV32I_BLT_RS1_SHIFT 15
#define RV32I_BLT_RS1_WIDTH 5
#define RV32I_BLT_RS1_FIELD UINT32_C(0x000f8000)
#define RV32I_BLT_RS2_SHIFT 20
#define RV32I_BLT_RS2_WIDTH 5
#define RV32I_BLT_RS2_FIELD UINT32_C(0x01f00000)
#define RV32I_BLT_IMM_FIELD UINT32_C(0xfe000f80)

static inline rv32i_word rv32i_encode_blt(int64_t rs1, int64_t rs2, int64_t imm)
{
    rv32i_word word = UINT32_C(0x00004063);
    RV32I_ASSERT((rv32i_in_(rs1, INT64_C(0), INT64_C(31))));
    word = rv32i_put_(word, 15, 5, (uint64_t)rs1);
    RV32I_ASSERT((rv32i_in_(rs2, INT64_C(0), INT64_C(31))));
    word = rv32i_put_(word, 20, 5, (uint64_t)rs2);
    RV32I_ASSERT(imm % 2 == 0 && (rv32i_in_(imm, INT64_C(-4096), INT64_C(4094))));
    word = rv32i_put_(word, 31, 1, (uint64_t)(imm / 2) >> 11);
    word = rv32i_put_(word, 7, 1, (uint64_t)(imm / 2) >> 10);
    word = rv32i_put_(word, 25, 6, (uint64_t)(imm / 2) >> 4);
    word = rv32i_put_(word, 8, 4, (uint64_t)(imm / 2));
    return word;
}

/* bge: Goes to pc + imm if rs1 is at least rs2, both signed. */
#define RV32I_BGE_OPCODE 0x63
#define RV32I_BGE_MATCH UINT32_C(0x00005063)
#define RV32I_BGE_MASK UINT32_C(0x0000707f)
#define RV32I_BGE_RS1_SHIFT 15
#define RV32I_BGE_RS1_WIDTH 5
#define RV32I_BGE_RS1_FIELD UINT32_C(0x000f8000)
#define RV32I_BGE_RS2_SHIFT 20
#define RV32I_BGE_RS2_WIDTH 5
#define RV32I_BGE_RS2_FIELD UINT32_C(0x01f00000)
#define RV32I_BGE_IMM_FIELD UINT32_C(0xfe000f80)

static inline rv32i_word rv32i_encode_bge(int64_t rs1, int64_t rs2, int64_t imm)
{
    rv32i_word word = UINT32_C(0x00005063);
    RV32I_ASSERT((rv32i_in_(rs1, INT64_C(0), INT64_C(31))));
    word = rv32i_put_(word, 15, 5, (uint64_t)rs1);
    RV32I_ASSERT((rv32i_in_(rs2, INT64_C(0), INT64_C(31))));
    word = rv32i_put_(word, 20, 5, (uint64_t)rs2);
    RV32I_ASSERT(imm % 2 == 0 && (rv32i_in_(imm, INT64_C(-4096), INT64_C(4094))));
    word = rv32i_put_(word, 31, 1, (uint64_t)(imm / 2) >> 11);
    word = rv32i_put_(word, 7, 1, (uint64_t)(imm / 2) >> 10);
    word = rv32i_put_(word, 25, 6, (uint64_t)(imm / 2) >> 4);
    word = rv32i_put_(word, 8, 4, (uint64_t)(imm / 2));
    return word;
}

/* bltu: Goes to pc + imm if rs1 is less than rs2, both unsigned. */
#define RV32I_BLTU_OPCODE 0x63
#define RV32I_BLTU_MATCH UINT32_C(0x00006063)
#define RV32I_BLTU_MASK UINT32_C(0x0000707f)
#define RV32I_BLTU_RS1_SHIFT 15
#define RV32I_BLTU_RS1_WIDTH 5
#define RV32I_BLTU_RS1_FIELD UINT32_C(0x000f8000)
#define RV32I_BLTU_RS2_SHIFT 20
#define RV32I_BLTU_RS2_WIDTH 5
#define RV32I_BLTU_RS2_FIELD UINT32_C(0x01f00000)
#define RV32I_BLTU_IMM_FIELD UINT32_C(0xfe000f80)

static inline rv32i_word rv32i_encode_bltu(int64_t rs1, int64_t rs2, int64_t imm)
{
    rv32i_word word = UINT32_C(0x00006063);
    RV32I_ASSERT((rv32i_in_(rs1, INT64_C(0), INT64_C(31))));
    word = rv32i_put_(word, 15, 5, (uint64_t)rs1);
    RV32I_ASSERT((rv32i_in_(rs2, INT64_C(0), INT64_C(31))));
    word = rv32i_put_(word, 20, 5, (uint64_t)rs2);
    RV32I_ASSERT(imm % 2 == 0 && (rv32i_in_(imm, INT64_C(-4096), INT64_C(4094))));
    word = rv32i_put_(word, 31, 1, (uint64_t)(imm / 2) >> 11);
    word = rv32i_put_(word, 7, 1, (uint64_t)(imm / 2) >> 10);
    word = rv32i_put_(word, 25, 6, (uint64_t)(imm / 2) >> 4);
    word = rv32i_put_(word, 8, 4, (uint64_t)(imm / 2));
    return word;
}

/* bgeu: Goes to pc + imm if rs1 is at least rs2, both unsigned. */
#define RV32I_BGEU_OPCODE 0x63
#define RV32I_BGEU_MATCH UINT32_C(0x00007063)
#define RV32I_BGEU_MASK UINT32_C(0x0000707f)
#define RV32I_BGEU_RS1_SHIFT 15
#define RV32I_BGEU_RS1_WIDTH 5
#define RV32I_BGEU_RS1_FIELD UINT32_C(0x000f8000)
#define RV32I_BGEU_RS2_SHIFT 20
#define RV32I_BGEU_RS2_WIDTH 5
#define RV32I_BGEU_RS2_FIELD UINT32_C(0x01f00000)
#define RV32I_BGEU_IMM_FIELD UINT32_C(0xfe000f80)

static inline rv32i_word rv32i_encode_bgeu(int64_t rs1, int64_t rs2, int64_t imm)
{
    rv32i_word word = UINT32_C(0x00007063);
    RV32I_ASSERT((rv32i_in_(rs1, INT64_C(0), INT64_C(31))));
    word = rv32i_put_(word, 15, 5, (uint64_t)rs1);
    RV32I_ASSERT((rv32i_in_(rs2, INT64_C(0), INT64_C(31))));
    word = rv32i_put_(word, 20, 5, (uint64_t)rs2);
    RV32I_ASSERT(imm % 2 == 0 && (rv32i_in_(imm, INT64_C(-4096), INT64_C(4094))));
    word = rv32i_put_(word, 31, 1, (uint64_t)(imm / 2) >> 11);
    word = rv32i_put_(word, 7, 1, (uint64_t)(imm / 2) >> 10);
    word = rv32i_put_(word, 25, 6, (uint64_t)(imm / 2) >> 4);
    word = rv32i_put_(word, 8, 4, (uint64_t)(imm / 2));
    return word;
}

/* jalr: rd = pc + 4, and goes to rs1 + imm with the lowest bit cleared. */
#define RV32I_JALR_OPCODE 0x67
#define RV32I_JALR_MATCH UINT32_C(0x00000067)
#define RV32I_JALR_MASK UINT32_C(0x0000707f)
#define RV32I_JALR_RD_SHIFT 7
#define RV32I_JALR_RD_WIDTH 5
#define RV32I_JALR_RD_FIELD UINT32_C(0x00000f80)
#define RV32I_JALR_RS1_SHIFT 15
#define RV32I_JALR_RS1_WIDTH 5
#define RV32I_JALR_RS1_FIELD UINT32_C(0x000f8000)
#define RV32I_JALR_IMM_SHIFT 20
#define RV32I_JALR_IMM_WIDTH 12
#define RV32I_JALR_IMM_FIELD UINT32_C(0xfff00000)

static inline rv32i_word rv32i_encode_jalr(int64_t rd, int64_t rs1, int64_t imm)
{
    rv32i_word word = UINT32_C(0x00000067);
    RV32I_ASSERT((rv32i_in_(rd, INT64_C(0), INT64_C(31))));
    word = rv32i_put_(word, 7, 5, (uint64_t)rd);
    RV32I_ASSERT((rv32i_in_(rs1, INT64_C(0), INT64_C(31))));
    word = rv32i_put_(word, 15, 5, (uint64_t)rs1);
    RV32I_ASSERT((rv32i_in_(imm, INT64_C(-2048), INT64_C(2047))));
    word = rv32i_put_(word, 20, 12, (uint64_t)imm);
    return word;
}

/* jal: rd = pc + 4, and goes to pc + imm. */
#define RV32I_JAL_OPCODE 0x6f
#define RV32I_JAL_MATCH UINT32_C(0x0000006f)
#define RV32I_JAL_MASK UINT32_C(0x0000007f)
#define RV32I_JAL_RD_SHIFT 7
#define RV32I_JAL_RD_WIDTH 5
#define RV32I_JAL_RD_FIELD UINT32_C(0x00000f80)
#define RV32I_JAL_IMM_FIELD UINT32_C(0xfffff000)

static inline rv32i_word rv32i_encode_jal(int64_t rd, int64_t imm)
{
    rv32i_word word = UINT32_C(0x0000006f);
    RV32I_ASSERT((rv32i_in_(rd, INT64_C(0), INT64_C(31))));
    word = rv32i_put_(word, 7, 5, (uint64_t)rd);
    RV32I_ASSERT(imm % 2 == 0 && (rv32i_in_(imm, INT64_C(-1048576), INT64_C(1048574))));
    word = rv32i_put_(word, 31, 1, (uint64_t)(imm / 2) >> 19);
    word = rv32i_put_(word, 12, 8, (uint64_t)(imm / 2) >> 11);
    word = rv32i_put_(word, 20, 1, (uint64_t)(imm / 2) >> 10);
    word = rv32i_put_(word, 21, 10, (uint64_t)(imm / 2));
    return word;
}

/* ecall: Asks the environment: a7 says for what, a0 … a2 are arguments, a0 is the answer. */
#define RV32I_ECALL_OPCODE 0x73
#define RV32I_ECALL_MATCH UINT32_C(0x00000073)
#define RV32I_ECALL_MASK UINT32_C(0xffffffff)

static inline rv32i_word rv32i_encode_ecall(void)
{
    rv32i_word word = UINT32_C(0x00000073);
    return word;
}

/* ebreak: Gives control to the debugger; here there is none, so it traps. */
#define RV32I_EBREAK_OPCODE 0x73
#define RV32I_EBREAK_MATCH UINT32_C(0x00100073)
#define RV32I_EBREAK_MASK UINT32_C(0xffffffff)

static inline rv32i_word rv32i_encode_ebreak(void)
{
    rv32i_word word = UINT32_C(0x00100073);
    return word;
}

#ifdef __cplusplus
}
#endif

#endif
