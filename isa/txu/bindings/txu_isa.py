# txu 0.3: its words for software. Generated from the definition: edit the C#, then `make gen`.
from enum import IntEnum, IntFlag
from typing import NamedTuple

VERSION = "0.3"
HASH = "7ba7151b01895c362e8523d7c93f4b8eaac019f2c476c69baed208f598592113"
WORD_BITS = 128
WORD_BYTES = 16
OPCODE = (7, 0)
SEMAPHORES = 32
SEMAPHORE_MAX = 63
QUEUES = ("LD", "ST", "MM", "VX", "CT",)


class Trap(IntEnum):
    """Why a program stopped."""
    NONE = 0
    ILLEGAL_OPCODE = 1
    RESERVED_BITS = 2
    BAD_OPERAND = 3
    BAD_RANGE = 4
    RUN_OFF = 5
    SEMAPHORE_OVERFLOW = 6
    DEADLOCK = 7
    AXI_READ = 8
    AXI_WRITE = 9
    FETCH_ERROR = 10
    MISALIGNED = 11
    BREAKPOINT = 12

# Control and status registers: byte addresses.
CSR = {
    "Id": 0x000,  # The first 64 bits of the instruction set's hash, low half first; software refuses to run on another.
    "Lanes": 0x004,  # C.
    "Doorbell": 0x008,  # Writing starts the program; taken only while status is not running.
    "Status": 0x00c,  # Bit 0 running, bit 1 a program has ended since the last doorbell, bit 2 it trapped.
    "ProgramLow": 0x010,  # Byte address of the program, a multiple of 512 (the low 9 bits read 0).
    "ProgramHigh": 0x014,  # Byte address of the program, a multiple of 512 (the low 9 bits read 0).
    "Length": 0x018,  # Instructions in the program.
    "Watchdog": 0x01c,  # Cycles without progress that count as a deadlock; 0 never.
    "Interrupt": 0x020,  # Bit 0: raise the interrupt when a program ends. Writing also clears a raised one.
    "Cause": 0x024,
    "Epc": 0x028,
    "Code": 0x02c,
    "IdHigh": 0x030,  # The first 64 bits of the instruction set's hash, low half first; software refuses to run on another.
}

# Counters: byte addresses of their low halves; the high half is 4 bytes on.
COUNTERS = {
    "cycles": 0x100,  # from the doorbell to the end; depends on timing
    "instructions": 0x108,  # executed, those of CT included
    "LD instructions": 0x110,  # executed by queue LD, its NOPs included
    "LD busy": 0x118,  # cycles with an instruction under way that has its semaphores; depends on timing
    "LD waits": 0x120,  # cycles in which the head of the queue waits for a semaphore; depends on timing
    "LD blocked": 0x128,  # cycles in which a row or a beat could move and its bank or bus is not free; depends on timing
    "ST instructions": 0x130,  # executed by queue ST, its NOPs included
    "ST busy": 0x138,  # cycles with an instruction under way that has its semaphores; depends on timing
    "ST waits": 0x140,  # cycles in which the head of the queue waits for a semaphore; depends on timing
    "ST blocked": 0x148,  # cycles in which a row or a beat could move and its bank or bus is not free; depends on timing
    "MM instructions": 0x150,  # executed by queue MM, its NOPs included
    "MM busy": 0x158,  # cycles with an instruction under way that has its semaphores; depends on timing
    "MM waits": 0x160,  # cycles in which the head of the queue waits for a semaphore; depends on timing
    "MM blocked": 0x168,  # cycles in which a row or a beat could move and its bank or bus is not free; depends on timing
    "VX instructions": 0x170,  # executed by queue VX, its NOPs included
    "VX busy": 0x178,  # cycles with an instruction under way that has its semaphores; depends on timing
    "VX waits": 0x180,  # cycles in which the head of the queue waits for a semaphore; depends on timing
    "VX blocked": 0x188,  # cycles in which a row or a beat could move and its bank or bus is not free; depends on timing
    "bytes loaded": 0x190,  # by LD and LDT
    "bytes stored": 0x198,  # by ST and STT
    "matrix rows": 0x1a0,  # moving rows × chunks: one a cycle at best
    "useful MACs": 0x1a8,  # products of live features and live lanes, as MM's tail and lanes say
    "vector rows": 0x1b0,  # rows of the vector instructions; VROPE takes two at a time
}


class Queue(IntEnum):
    "The asynchronous queues: load, store, matrix, vector, control. Control executes in order, at dispatch."
    LD = 0
    ST = 1
    MM = 2
    VX = 3
    CT = 4


class Queues(IntFlag):
    "A set of queues, one bit each."
    None_ = 0
    LD = 1
    ST = 2
    MM = 4
    VX = 8


class Space(IntEnum):
    "An on-chip memory, as LD and ST name it."
    SPAD = 0
    ACC = 1


class ElementSize(IntEnum):
    "Size of the elements that a transposing transfer moves."
    B8 = 0
    B16 = 1


class MmMode(IntEnum):
    "What the first chunk does with the accumulator: starts from 0, adds to it, or adds to it times \u03b1, lane by lane."
    SET = 0
    ADD = 1
    SCALE = 2


class MmType(IntEnum):
    "What MM multiplies: INT8 into INT32 sums; BF16 or FP8 E4M3 into FP32 sums."
    INT8 = 0
    BF16 = 1
    E4M3 = 2


class VqType(IntEnum):
    "What VQ makes: INT8 of INT32 sums; BF16 or FP8 E4M3 of FP32 ones."
    INT8 = 0
    BF16 = 1
    E4M3 = 2


class VdqType(IntEnum):
    "What VDQ takes: INT8, BF16 or E4M3 rows of SPAD, or INT32 rows of ACC."
    INT8 = 0
    BF16 = 1
    E4M3 = 2
    INT32 = 3


class BinaryOp(IntEnum):
    "BinaryOp"
    ADD = 0
    SUB = 1
    MUL = 2
    MAX = 3
    MIN = 4


class Target(IntEnum):
    "Where rows of FP32 go: rounded to BF16 or E4M3 rows of SPAD, or as they are to ACC or STATE. What an instruction writes it may read only in place, row by row: the same place, first row, stride and count."
    BF16 = 0
    E4M3 = 1
    ACC = 2
    STATE = 3


class Source(IntEnum):
    "Where rows come from: BF16 or E4M3 rows of SPAD, FP32 rows of ACC or STATE. A stride of 0 reads one row again and again. A BF16 element is the upper half of an FP32 number, also when it is NaN."
    BF16 = 0
    E4M3 = 1
    ACC = 2
    STATE = 3


class Other(IntEnum):
    "A second operand: BF16 rows of SPAD; one BF16 element for all lanes of a row, element i of consecutive SPAD rows of 16; FP32 rows of ACC or STATE."
    BF16 = 0
    SCALAR = 1
    ACC = 2
    STATE = 3


class Activation(IntEnum):
    "COPY is the identity: for moving rows between memories and formats."
    COPY = 0
    EXP2 = 1
    RCP = 2
    RSQRT = 3
    SIGMOID = 4
    SILU = 5


class Reduction(IntEnum):
    "Reduction"
    SUM = 0
    SUMSQ = 1
    MAX = 2


class SmxType(IntEnum):
    "What SMX stores its weights as. E4M3 weights, and with them their sums, are times 2^8."
    BF16 = 1
    E4M3 = 2


class IllegalWord(ValueError):
    """A word that is no instruction; `cause` is the trap that it raises."""

    def __init__(self, cause, message):
        super().__init__(message)
        self.cause = cause


class Field(NamedTuple):
    name: str
    pieces: tuple  # (hi, lo) of the word, the most significant bits of the value first
    signed: bool
    multiple: int
    legal: tuple  # (least, greatest), one after the other
    default: object
    kind: type

    def is_legal(self, value):
        return value % self.multiple == 0 and any(least <= value <= most for least, most in self.legal)

    def of(self, word):
        value = _get(word, self.pieces)
        width = _width(self.pieces)
        return (value - (1 << width) if self.signed and value >> (width - 1) else value) * self.multiple


class Instruction(NamedTuple):
    mnemonic: str
    match: int
    mask: int
    reserved: int
    queue: object  # its number, or the operand that names it
    operands: tuple
    waits: tuple
    signals: tuple


class Decoded(NamedTuple):
    mnemonic: str
    operands: dict
    waits: tuple
    signals: tuple
    queue: int


def _width(pieces):
    return sum(hi - lo + 1 for hi, lo in pieces)


def _get(word, pieces):
    value = 0
    for hi, lo in pieces:
        value = value << (hi - lo + 1) | word >> lo & ((1 << (hi - lo + 1)) - 1)
    return value


def _put(value, pieces):
    word = 0
    for hi, lo in reversed(pieces):
        word |= (value & ((1 << (hi - lo + 1)) - 1)) << lo
        value >>= hi - lo + 1
    return word

# By mnemonic. Of two that match a word it is the first.
INSTRUCTIONS = {i.mnemonic: i for i in (
    Instruction("NOP", 0x1, 0xff, 0xffffffffffffffffffff8fff00000000, "queue", (
        Field("queue", ((46, 44),), False, 1, ((0, 4),), None, Queue),
    ), (((13, 8),), ((19, 14),),), (((25, 20),), ((31, 26),),)),
    Instruction("HALT", 0x2, 0xff, 0xfffffffffffffffff0000fff00000000, 4, (
        Field("code", ((59, 44),), False, 1, ((0, 65535),), 0, int),
    ), (((13, 8),), ((19, 14),),), (((25, 20),), ((31, 26),),)),
    Instruction("FENCE", 0x3, 0xff, 0xffffffffffffffffffff0fff00000000, 4, (
        Field("queues", ((47, 44),), False, 1, ((0, 15),), None, Queues),
    ), (((13, 8),), ((19, 14),),), (((25, 20),), ((31, 26),),)),
    Instruction("LOOP", 0x4, 0xff, 0xffffffffffffffffffffff0000000000, 4, (
        Field("count", ((23, 8),), False, 1, ((1, 65535),), None, int),
        Field("grow", ((39, 24),), True, 1, ((-32768, 32767),), 0, int),
    ), (), ()),
    Instruction("ENDL", 0x5, 0xff, 0xffffffffffffffffffffffffffffff00, 4, (
    ), (), ()),
    Instruction("SETA", 0x8, 0xff, 0xffffffffffffffffffe0000000000000, 4, (
        Field("reg", ((12, 8),), False, 1, ((0, 31),), None, int),
        Field("base", ((52, 13),), False, 1, ((0, 1099511627775),), None, int),
    ), (), ()),
    Instruction("SETL", 0x9, 0xff, 0xffffffffffffffffffff800000000000, 4, (
        Field("reg", ((12, 8),), False, 1, ((0, 31),), None, int),
        Field("level", ((14, 13),), False, 1, ((0, 3),), None, int),
        Field("stride", ((46, 15),), True, 1, ((-2147483648, 2147483647),), None, int),
    ), (), ()),
    Instruction("SETS", 0xa, 0xff, 0xf8000000000000000000000000000000, 4, (
        Field("reg", ((11, 8),), False, 1, ((0, 15),), None, int),
        Field("e0", ((24, 12),), False, 1, ((1, 8191),), None, int),
        Field("e1", ((37, 25),), False, 1, ((1, 8191),), 1, int),
        Field("e2", ((50, 38),), False, 1, ((1, 8191),), 1, int),
        Field("st0", ((74, 51),), False, 1, ((0, 16777215),), 0, int),
        Field("st1", ((98, 75),), False, 1, ((0, 16777215),), 0, int),
        Field("st2", ((122, 99),), False, 1, ((0, 16777215),), 0, int),
    ), (), ()),
    Instruction("SETQ", 0xb, 0xff, 0xfffffffffffffffffffffffffff80000, 4, (
        Field("sem", ((12, 8),), False, 1, ((0, 31),), None, int),
        Field("value_", ((18, 13),), False, 1, ((0, 63),), None, int),
    ), (), ()),
    Instruction("SETC", 0xc, 0xff, 0xfff00000000000000000000000000000, 4, (
        Field("reg", ((11, 8),), False, 1, ((0, 15),), None, int),
        Field("scale", ((43, 12),), False, 1, ((0, 4294967295),), None, int),
        Field("bias", ((75, 44),), False, 1, ((0, 4294967295),), 0, int),
        Field("keys", ((95, 76),), False, 1, ((0, 1048575),), 1048575, int),
        Field("window", ((115, 96),), False, 1, ((0, 1048575),), 0, int),
    ), (), ()),
    Instruction("LD", 0x10, 0xff, 0xfffffffffffffffff8000fff00000000, 0, (
        Field("dst", ((48, 44),), False, 1, ((0, 31),), None, int),
        Field("src", ((53, 49),), False, 1, ((0, 31),), None, int),
        Field("shape", ((57, 54),), False, 1, ((0, 15),), None, int),
        Field("space", ((58, 58),), False, 1, ((0, 1),), 0, Space),
    ), (((13, 8),), ((19, 14),),), (((25, 20),), ((31, 26),),)),
    Instruction("ST", 0x11, 0xff, 0xfffffffffffffffff8000fff00000000, 1, (
        Field("src", ((48, 44),), False, 1, ((0, 31),), None, int),
        Field("dst", ((53, 49),), False, 1, ((0, 31),), None, int),
        Field("shape", ((57, 54),), False, 1, ((0, 15),), None, int),
        Field("space", ((58, 58),), False, 1, ((0, 1),), 0, Space),
    ), (((13, 8),), ((19, 14),),), (((25, 20),), ((31, 26),),)),
    Instruction("LDT", 0x12, 0xff, 0xfffffffffffffffff8000fff00000000, 0, (
        Field("dst", ((48, 44),), False, 1, ((0, 31),), None, int),
        Field("src", ((53, 49),), False, 1, ((0, 31),), None, int),
        Field("shape", ((57, 54),), False, 1, ((0, 15),), None, int),
        Field("size", ((58, 58),), False, 1, ((0, 1),), 1, ElementSize),
    ), (((13, 8),), ((19, 14),),), (((25, 20),), ((31, 26),),)),
    Instruction("STT", 0x13, 0xff, 0xfffffffffffffffff8000fff00000000, 1, (
        Field("src", ((48, 44),), False, 1, ((0, 31),), None, int),
        Field("dst", ((53, 49),), False, 1, ((0, 31),), None, int),
        Field("shape", ((57, 54),), False, 1, ((0, 15),), None, int),
        Field("size", ((58, 58),), False, 1, ((0, 1),), 1, ElementSize),
    ), (((13, 8),), ((19, 14),),), (((25, 20),), ((31, 26),),)),
    Instruction("MM", 0x20, 0xff, 0xffffffffffffc00000000fc000000000, 2, (
        Field("acc", ((48, 44),), False, 1, ((0, 31),), None, int),
        Field("moving", ((53, 49),), False, 1, ((0, 31),), None, int),
        Field("stationary", ((58, 54),), False, 1, ((0, 31),), None, int),
        Field("shape", ((62, 59),), False, 1, ((0, 15),), None, int),
        Field("mode", ((37, 36),), False, 1, ((0, 2),), 0, MmMode),
        Field("type_", ((35, 32),), False, 1, ((0, 2),), 0, MmType),
        Field("alpha", ((67, 63),), False, 1, ((0, 31),), 0, int),
        Field("tail", ((72, 68),), False, 1, ((0, 31),), 0, int),
        Field("lanes", ((77, 73),), False, 1, ((0, 31),), 0, int),
    ), (((13, 8),), ((19, 14),),), (((25, 20),), ((31, 26),),)),
    Instruction("VQ", 0x30, 0xff, 0xffffe000007fff0f87c00fe000000000, 3, (
        Field("dst", ((48, 44),), False, 1, ((0, 31),), None, int),
        Field("src", ((53, 49),), False, 1, ((0, 31),), None, int),
        Field("shape", ((62, 59),), False, 1, ((0, 15),), None, int),
        Field("scale", ((102, 87),), False, 1, ((0, 65535),), 0, int),
        Field("shift", ((108, 103),), False, 1, ((0, 63),), 0, int),
        Field("type_", ((35, 32),), False, 1, ((0, 2),), 0, VqType),
        Field("c", ((71, 68),), False, 1, ((0, 15),), 0, int),
        Field("scaled", ((36, 36),), False, 1, ((0, 1),), 0, bool),
    ), (((13, 8),), ((19, 14),),), (((25, 20),), ((31, 26),),)),
    Instruction("VDQ", 0x31, 0xff, 0xffffffffffffff0f87c00fe000000000, 3, (
        Field("dst", ((48, 44),), False, 1, ((0, 31),), None, int),
        Field("src", ((53, 49),), False, 1, ((0, 31),), None, int),
        Field("shape", ((62, 59),), False, 1, ((0, 15),), None, int),
        Field("type_", ((35, 32),), False, 1, ((0, 3),), 0, VdqType),
        Field("c", ((71, 68),), False, 1, ((0, 15),), 0, int),
        Field("scaled", ((36, 36),), False, 1, ((0, 1),), 0, bool),
    ), (((13, 8),), ((19, 14),),), (((25, 20),), ((31, 26),),)),
    Instruction("VBIN", 0x32, 0xff, 0xffffffffff801fff80000fff00000000, 3, (
        Field("dst", ((48, 44),), False, 1, ((0, 31),), None, int),
        Field("a", ((53, 49),), False, 1, ((0, 31),), None, int),
        Field("b", ((58, 54),), False, 1, ((0, 31),), None, int),
        Field("shape", ((62, 59),), False, 1, ((0, 15),), None, int),
        Field("op", ((86, 83),), False, 1, ((0, 4),), None, BinaryOp),
        Field("to", ((78, 77),), False, 1, ((0, 3),), 0, Target),
        Field("from_", ((80, 79),), False, 1, ((0, 3),), 2, Source),
        Field("with_", ((82, 81),), False, 1, ((0, 3),), 0, Other),
    ), (((13, 8),), ((19, 14),),), (((25, 20),), ((31, 26),),)),
    Instruction("VACT", 0x33, 0xff, 0xffffffffff861f0f87c00fef00000000, 3, (
        Field("dst", ((48, 44),), False, 1, ((0, 31),), None, int),
        Field("a", ((53, 49),), False, 1, ((0, 31),), None, int),
        Field("shape", ((62, 59),), False, 1, ((0, 15),), None, int),
        Field("fn", ((86, 83),), False, 1, ((0, 5),), None, Activation),
        Field("to", ((78, 77),), False, 1, ((0, 3),), 0, Target),
        Field("from_", ((80, 79),), False, 1, ((0, 3),), 2, Source),
        Field("c", ((71, 68),), False, 1, ((0, 15),), 0, int),
        Field("affine", ((36, 36),), False, 1, ((0, 1),), 0, bool),
    ), (((13, 8),), ((19, 14),),), (((25, 20),), ((31, 26),),)),
    Instruction("VGLU", 0x34, 0xff, 0xfffffffffff81fff80000fff00000000, 3, (
        Field("dst", ((48, 44),), False, 1, ((0, 31),), None, int),
        Field("a", ((53, 49),), False, 1, ((0, 31),), None, int),
        Field("b", ((58, 54),), False, 1, ((0, 31),), None, int),
        Field("shape", ((62, 59),), False, 1, ((0, 15),), None, int),
        Field("to", ((78, 77),), False, 1, ((0, 3),), 0, Target),
        Field("from_", ((80, 79),), False, 1, ((0, 3),), 2, Source),
        Field("with_", ((82, 81),), False, 1, ((0, 3),), 2, Other),
    ), (((13, 8),), ((19, 14),),), (((25, 20),), ((31, 26),),)),
    Instruction("VRED", 0x35, 0xff, 0xffffffffff867ff007c1ffef00000000, 3, (
        Field("state", ((67, 63),), False, 1, ((0, 31),), None, int),
        Field("a", ((53, 49),), False, 1, ((0, 31),), None, int),
        Field("shape", ((62, 59),), False, 1, ((0, 15),), None, int),
        Field("fn", ((86, 83),), False, 1, ((0, 2),), None, Reduction),
        Field("from_", ((80, 79),), False, 1, ((0, 3),), 2, Source),
        Field("first", ((36, 36),), False, 1, ((0, 1),), 0, bool),
    ), (((13, 8),), ((19, 14),),), (((25, 20),), ((31, 26),),)),
    Instruction("VNRM", 0x36, 0xff, 0xfffffffffffe1ff000000fff00000000, 3, (
        Field("dst", ((48, 44),), False, 1, ((0, 31),), None, int),
        Field("a", ((53, 49),), False, 1, ((0, 31),), None, int),
        Field("w", ((58, 54),), False, 1, ((0, 31),), None, int),
        Field("shape", ((62, 59),), False, 1, ((0, 15),), None, int),
        Field("state", ((67, 63),), False, 1, ((0, 31),), None, int),
        Field("to", ((78, 77),), False, 1, ((0, 3),), 0, Target),
        Field("from_", ((80, 79),), False, 1, ((0, 3),), 0, Source),
    ), (((13, 8),), ((19, 14),),), (((25, 20),), ((31, 26),),)),
    Instruction("VROPE", 0x37, 0xff, 0xfffffffffff81fff80000fff00000000, 3, (
        Field("dst", ((48, 44),), False, 1, ((0, 31),), None, int),
        Field("a", ((53, 49),), False, 1, ((0, 31),), None, int),
        Field("b", ((58, 54),), False, 1, ((0, 31),), None, int),
        Field("shape", ((62, 59),), False, 1, ((0, 15),), None, int),
        Field("to", ((78, 77),), False, 1, ((0, 3),), 0, Target),
        Field("from_", ((80, 79),), False, 1, ((0, 3),), 2, Source),
        Field("angles", ((82, 81),), False, 1, ((0, 3),), 2, Source),
    ), (((13, 8),), ((19, 14),),), (((25, 20),), ((31, 26),),)),
    Instruction("SMX", 0x38, 0xff, 0xffffffffffffe00000000f8000000000, 3, (
        Field("dst", ((48, 44),), False, 1, ((0, 31),), None, int),
        Field("src", ((53, 49),), False, 1, ((0, 31),), None, int),
        Field("query", ((58, 54),), False, 1, ((0, 31),), None, int),
        Field("key", ((76, 72),), False, 1, ((0, 31),), None, int),
        Field("shape", ((62, 59),), False, 1, ((0, 15),), None, int),
        Field("m", ((67, 63),), False, 1, ((0, 31),), None, int),
        Field("c", ((71, 68),), False, 1, ((0, 15),), None, int),
        Field("type_", ((35, 32),), False, 1, ((1, 2),), 1, SmxType),
        Field("first", ((36, 36),), False, 1, ((0, 1),), 0, bool),
        Field("causal", ((37, 37),), False, 1, ((0, 1),), 0, bool),
        Field("same", ((38, 38),), False, 1, ((0, 1),), 0, bool),
    ), (((13, 8),), ((19, 14),),), (((25, 20),), ((31, 26),),)),
    Instruction("SMXF", 0x39, 0xff, 0xffffffffffff9ff007c00fff00000000, 3, (
        Field("dst", ((48, 44),), False, 1, ((0, 31),), None, int),
        Field("a", ((53, 49),), False, 1, ((0, 31),), None, int),
        Field("shape", ((62, 59),), False, 1, ((0, 15),), None, int),
        Field("l", ((67, 63),), False, 1, ((0, 31),), None, int),
        Field("to", ((78, 77),), False, 1, ((0, 3),), 0, Target),
    ), (((13, 8),), ((19, 14),),), (((25, 20),), ((31, 26),),)),
    Instruction("VRELU", 0x40, 0xff, 0xfffffffffffe1fff87c00fff00000000, 3, (
        Field("dst", ((48, 44),), False, 1, ((0, 31),), None, int),
        Field("a", ((53, 49),), False, 1, ((0, 31),), None, int),
        Field("shape", ((62, 59),), False, 1, ((0, 15),), None, int),
        Field("to", ((78, 77),), False, 1, ((0, 3),), 0, Target),
        Field("from_", ((80, 79),), False, 1, ((0, 3),), 2, Source),
    ), (((13, 8),), ((19, 14),),), (((25, 20),), ((31, 26),),)),
    Instruction("VCLIP", 0x41, 0xff, 0xfffffffffff81fff80000fff00000000, 3, (
        Field("dst", ((48, 44),), False, 1, ((0, 31),), None, int),
        Field("a", ((53, 49),), False, 1, ((0, 31),), None, int),
        Field("b", ((58, 54),), False, 1, ((0, 31),), None, int),
        Field("shape", ((62, 59),), False, 1, ((0, 15),), None, int),
        Field("to", ((78, 77),), False, 1, ((0, 3),), 0, Target),
        Field("from_", ((80, 79),), False, 1, ((0, 3),), 2, Source),
        Field("with_", ((82, 81),), False, 1, ((0, 3),), 0, Other),
    ), (((13, 8),), ((19, 14),),), (((25, 20),), ((31, 26),),)),
)}


def encode(mnemonic, *, wait=(), signal=(), **operands):
    """The word of an instruction. Raises ValueError where an operand or a semaphore is not legal."""
    i = INSTRUCTIONS.get(mnemonic)
    if i is None:
        raise ValueError(f"there is no instruction {mnemonic!r}")
    word = i.match
    for f in i.operands:
        value = operands.pop(f.name, f.default)
        if value is None:
            raise ValueError(f"{mnemonic} lacks its operand {f.name}")
        if int(value) != value or not f.is_legal(int(value)):
            raise ValueError(f"{mnemonic}: {f.name} is {value}; legal: {f.legal}, multiples of {f.multiple}")
        word |= _put(int(value) // f.multiple, f.pieces)
    if operands:
        raise ValueError(f"{mnemonic} has no operand {sorted(operands)[0]!r}; it has {[f.name for f in i.operands]}")
    for what, given, places in (("wait", wait, i.waits), ("signal", signal, i.signals)):
        if len(given) > len(places):
            raise ValueError(f"{mnemonic} has room for {len(places)} {what} semaphores, got {len(given)}")
        for semaphore, pieces in zip(given, places):
            if not 0 <= semaphore < SEMAPHORES:
                raise ValueError(f"{mnemonic}: {what}({semaphore}): there are semaphores 0 to {SEMAPHORES - 1}")
            word |= _put((1 << (_width(pieces) - 1)) + semaphore, pieces)
    return word


def decode(word):
    """The instruction that a word is. Raises IllegalWord for what the machine refuses, with the machine's cause."""
    if not 0 <= word < 1 << WORD_BITS:
        raise ValueError(f"a word has {WORD_BITS} bits")
    i = next((i for i in _BY_OPCODE.get(_get(word, (OPCODE,)), ()) if word & i.mask == i.match), None)
    if i is None:
        raise IllegalWord(Trap.ILLEGAL_OPCODE, f"0x{word:0{2 * WORD_BYTES}x} is no instruction")
    if word & i.reserved:
        raise IllegalWord(Trap.RESERVED_BITS, f"{i.mnemonic}: reserved bits 0x{word & i.reserved:x} are set")
    for pieces in i.waits + i.signals:
        value, used = _get(word, pieces), 1 << (_width(pieces) - 1)
        if value and not used <= value < used + SEMAPHORES:
            raise IllegalWord(Trap.RESERVED_BITS, f"{i.mnemonic}: an unused semaphore reference must be 0")
    for f in sorted(i.operands, key=lambda f: min(lo for _, lo in f.pieces)):
        if not f.is_legal(f.of(word)):
            raise IllegalWord(Trap.BAD_OPERAND, f"{i.mnemonic}: {f.name} is {f.of(word)}; legal: {f.legal}")
    values = {f.name: f.kind(f.of(word)) for f in i.operands}
    waits, signals = (tuple(_get(word, p) - (1 << (_width(p) - 1)) for p in places if _get(word, p)) for places in (i.waits, i.signals))
    return Decoded(i.mnemonic, values, waits, signals, values[i.queue] if isinstance(i.queue, str) else i.queue)


def to_bytes(words):
    """As a program lies in memory."""
    return b"".join(word.to_bytes(WORD_BYTES, "little") for word in words)


_BY_OPCODE = {}
for _i in INSTRUCTIONS.values():
    _BY_OPCODE.setdefault(_get(_i.match, (OPCODE,)), []).append(_i)


def nop(queue, wait=(), signal=()):
    "Waits and signals in the given queue and does nothing else: a third wait, or a barrier between two queues."
    return encode("NOP", queue=queue, wait=wait, signal=signal)


def halt(code=0, wait=(), signal=()):
    "Ends the program once every queue has drained, with a code for the host."
    return encode("HALT", code=code, wait=wait, signal=signal)


def fence(queues, wait=(), signal=()):
    "Dispatch goes on when the listed queues are empty and idle."
    return encode("FENCE", queues=queues, wait=wait, signal=signal)


def loop(count, grow=0):
    "Runs the instructions up to the matching ENDL count + grow \u00b7 i times, i being the iteration of the loop around it (0 where there is none). Loops nest four deep; level 0 is the outermost."
    return encode("LOOP", count=count, grow=grow)


def endl():
    "Ends the body of the innermost loop: back to its start, or on when it has run its count."
    return encode("ENDL")


def seta(reg, base):
    "Sets an address register's base and clears its four loop strides."
    return encode("SETA", reg=reg, base=base)


def setl(reg, level, stride):
    "Sets the stride that an address register advances by with each iteration of one loop level."
    return encode("SETL", reg=reg, level=level, stride=stride)


def sets(reg, e0, e1=1, e2=1, st0=0, st1=0, st2=0):
    "Sets a shape register: extents of three nested walks (0 is the innermost) and their strides, in rows or 32-byte units."
    return encode("SETS", reg=reg, e0=e0, e1=e1, e2=e2, st0=st0, st1=st1, st2=st2)


def setq(sem, value_):
    "Waits until every queue has drained, then gives a semaphore its value."
    return encode("SETQ", sem=sem, value_=value_)


def setc(reg, scale, bias=0, keys=1048575, window=0):
    "Sets a constant register: two FP32 numbers by their bits, and the limits of an attention mask."
    return encode("SETC", reg=reg, scale=scale, bias=bias, keys=keys, window=window)


def ld(dst, src, shape, space=Space.SPAD, wait=(), signal=()):
    "Loads rows dst, dst+1, \u2026 from 32-byte pieces of DRAM on a three-level walk. A SPAD row is a piece; an ACC row is four, 32 slots of 4 bytes, of which the machine takes the first C."
    return encode("LD", dst=dst, src=src, shape=shape, space=space, wait=wait, signal=signal)


def st(src, dst, shape, space=Space.SPAD, wait=(), signal=()):
    "Stores 32-byte pieces to DRAM on the walk of LD. From SPAD a piece is a row; from ACC a quarter of a row of 32 slots \u00d7 4 bytes, slots beyond the machine's lanes being zero, so that DRAM looks the same for every lane count."
    return encode("ST", src=src, dst=dst, shape=shape, space=space, wait=wait, signal=signal)


def ldt(dst, src, shape, size=ElementSize.B16, wait=(), signal=()):
    "Loads tiles through the transposer: element e of memory row j becomes slot j of on-chip row e, so that tokens side by side become lanes. Slots from e0 on are zero. A 16-bit on-chip row is two SPAD rows, the first even."
    return encode("LDT", dst=dst, src=src, shape=shape, size=size, wait=wait, signal=signal)


def stt(src, dst, shape, size=ElementSize.B16, wait=(), signal=()):
    "Stores tiles through the transposer: slot j of on-chip row e becomes element e of memory row j, so that a lane's features lie side by side. Slots from e0 on are not stored. A 16-bit on-chip row is two SPAD rows, the first even."
    return encode("STT", src=src, dst=dst, shape=shape, size=size, wait=wait, signal=signal)


def mm(acc, moving, stationary, shape, mode=MmMode.SET, type_=MmType.INT8, alpha=0, tail=0, lanes=0, wait=(), signal=()):
    "ACC[acc + r] (+)= \u03a3 over K chunks of moving row \u00b7 stationary chunk: e0 moving rows, e1 chunks, each chunk 32 feature rows of SPAD. Lane t takes element t of the stationary rows. A BF16 row is two SPAD rows, the first even. Every chunk is one DOT32, one step of the accumulator (saturating for INT32, rounded for FP32) and one write of the ACC row; with SCALE the first is acc = fl(fl(\u03b1 \u00b7 acc) + dot), \u03b1 lane by lane from a state vector. Of the last chunk only the first tail features count (0: all); the others are zero on both sides. Only the first lanes lanes multiply (0: all); in the others the stationary side is zero. What is zero is not read."
    return encode("MM", acc=acc, moving=moving, stationary=stationary, shape=shape, mode=mode, type_=type_, alpha=alpha, tail=tail, lanes=lanes, wait=wait, signal=signal)


def vq(dst, src, shape, scale=0, shift=0, type_=VqType.INT8, c=0, scaled=False, wait=(), signal=()):
    "Narrows ACC rows into SPAD rows. INT8: INT32 \u00b7 scale / 2^shift, rounded to nearest even, saturated. BF16 and E4M3: FP32, with scaled first times the scale of c, rounded to nearest even. Slots beyond the machine's lanes become zero. e0 rows, strides st0 and st1."
    return encode("VQ", dst=dst, src=src, shape=shape, scale=scale, shift=shift, type_=type_, c=c, scaled=scaled, wait=wait, signal=signal)


def vdq(dst, src, shape, type_=VdqType.INT8, c=0, scaled=False, wait=(), signal=()):
    "Widens rows into FP32 rows of ACC, with scaled times the scale of c; an integer is rounded once before. e0 rows, strides st0 and st1."
    return encode("VDQ", dst=dst, src=src, shape=shape, type_=type_, c=c, scaled=scaled, wait=wait, signal=signal)


def vbin(dst, a, b, shape, op, to=Target.BF16, from_=Source.ACC, with_=Other.BF16, wait=(), signal=()):
    "Row i of dst = a op b, element by element: e0 rows, strides st0, st1, st2. MAX and MIN are those of IEEE 754-2019."
    return encode("VBIN", dst=dst, a=a, b=b, shape=shape, op=op, to=to, from_=from_, with_=with_, wait=wait, signal=signal)


def vact(dst, a, shape, fn, to=Target.BF16, from_=Source.ACC, c=0, affine=False, wait=(), signal=()):
    "Row i of dst = fn(a), or with affine fn(fl(fl(a \u00b7 scale) + bias)) with the constants of c: e0 rows, strides st0 and st1."
    return encode("VACT", dst=dst, a=a, shape=shape, fn=fn, to=to, from_=from_, c=c, affine=affine, wait=wait, signal=signal)


def vglu(dst, a, b, shape, to=Target.BF16, from_=Source.ACC, with_=Other.ACC, wait=(), signal=()):
    "Row i of dst = silu(a) \u00b7 b: e0 rows, strides st0, st1, st2."
    return encode("VGLU", dst=dst, a=a, b=b, shape=shape, to=to, from_=from_, with_=with_, wait=wait, signal=signal)


def vred(state, a, shape, fn, from_=Source.ACC, first=False, wait=(), signal=()):
    "Reduces e0 rows (stride st1), lane by lane, into a state vector. SUM and SUMSQ keep four partial sums, row i in partial i mod 4, from +0; state = fl(state + fl(fl(p0 + p1) + fl(p2 + p3))). MAX is that of IEEE 754-2019. With first the state counts as +0, for MAX as \u2212Inf, whatever it holds."
    return encode("VRED", state=state, a=a, shape=shape, fn=fn, from_=from_, first=first, wait=wait, signal=signal)


def vnrm(dst, a, w, shape, state, to=Target.BF16, from_=Source.BF16, wait=(), signal=()):
    "Row i of dst = fl(fl(a \u00b7 state) \u00b7 w[i]), the state lane by lane, the weight one for all lanes: the end of RMSNorm. e0 rows, strides st0 and st1; w in SPAD as BF16, 16 to a row."
    return encode("VNRM", dst=dst, a=a, w=w, shape=shape, state=state, to=to, from_=from_, wait=wait, signal=signal)


def vrope(dst, a, b, shape, to=Target.BF16, from_=Source.ACC, angles=Source.ACC, wait=(), signal=()):
    "Turns e0 pairs of rows, i and i + e0, by an angle for each pair and lane: y[i] = x[i]\u00b7cos \u2212 x[i+e0]\u00b7sin, y[i+e0] = x[i]\u00b7sin + x[i+e0]\u00b7cos (Su et al., RoFormer, 2021). The rows of b are e0 cosines, then e0 sines. Strides st0 of dst, st1 of a, st2 of b."
    return encode("VROPE", dst=dst, a=a, b=b, shape=shape, to=to, from_=from_, angles=angles, wait=wait, signal=signal)


def smx(dst, src, query, key, shape, m, c, type_=SmxType.BF16, first=False, causal=False, same=False, wait=(), signal=()):
    "One tile of the online softmax (Milakov and Gimelshein, 2018): e0 rows of scores in ACC (stride st1), row r being the key at position key + r, become rows of weights in SPAD (stride st0). Lane t is the query at position query + t, with same every lane the one at query. It sees a key k below the key count of c, with causal none after its own position p, and with a window w of c only those where k + w > p. The scale of c includes log2 e. State vectors m, m+1, m+2 hold the running maximum, the factor \u03b1 for what was summed before, and the running sum: m' = max(m, all scores), \u03b1 = 2^(m \u2212 m'), weights p = 2^(s \u2212 m') rounded to their format; l' = fl(fl(\u03b1\u00b7l) + \u03a3) over the rounded weights, in four partial sums as VRED. While no key has been seen \u03b1 = 1 and p = 0. With first m counts as \u2212Inf and l as +0, whatever they hold."
    return encode("SMX", dst=dst, src=src, query=query, key=key, shape=shape, m=m, c=c, type_=type_, first=first, causal=causal, same=same, wait=wait, signal=signal)


def smxf(dst, a, shape, l, to=Target.BF16, wait=(), signal=()):
    "Row i of dst = a \u00b7 rcp(l), l being the sum that SMX keeps in state vector l; 0 where l is 0, a query that saw no key. e0 rows, strides st0 and st1."
    return encode("SMXF", dst=dst, a=a, shape=shape, l=l, to=to, wait=wait, signal=signal)


def vrelu(dst, a, shape, to=Target.BF16, from_=Source.ACC, wait=(), signal=()):
    "Row i of dst = max(a, +0), NaN stays NaN (IEEE 754-2019 maximum): the rectifier of a feed-forward layer. e0 rows, strides st0 and st1."
    return encode("VRELU", dst=dst, a=a, shape=shape, to=to, from_=from_, wait=wait, signal=signal)


def vclip(dst, a, b, shape, to=Target.BF16, from_=Source.ACC, with_=Other.BF16, wait=(), signal=()):
    "Row i of dst = a clipped to \u2212|b| \u2026 |b|, that is min(max(a, \u2212|b|), |b|), NaN if either is NaN: queries, keys and values kept within bounds. e0 rows, strides st0, st1, st2."
    return encode("VCLIP", dst=dst, a=a, b=b, shape=shape, to=to, from_=from_, with_=with_, wait=wait, signal=signal)
