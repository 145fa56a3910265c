# rv32i 2.1: its words for software. Generated from the definition: edit the C#, then `make gen`.
from enum import IntEnum, IntFlag
from typing import NamedTuple

VERSION = "2.1"
HASH = "010e7403766dd28021c279422cc47ceae4827a8e3c81e86b3cc396246722171c"
WORD_BITS = 32
WORD_BYTES = 4
OPCODE = (6, 0)
SEMAPHORES = 0
SEMAPHORE_MAX = 0
QUEUES = ("Core",)


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
CSR = {}

# Counters: byte addresses of their low halves; the high half is 4 bytes on.
COUNTERS = {}


class Accesses(IntFlag):
    "Sets of accesses, written as letters: input and output of devices, reads and writes of memory."
    W = 1
    R = 2
    O = 4
    I = 8


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
    Instruction("lb", 0x3, 0x707f, 0x0, 0, (
        Field("rd", ((11, 7),), False, 1, ((0, 31),), None, int),
        Field("rs1", ((19, 15),), False, 1, ((0, 31),), None, int),
        Field("imm", ((31, 20),), True, 1, ((-2048, 2047),), None, int),
    ), (), ()),
    Instruction("lh", 0x1003, 0x707f, 0x0, 0, (
        Field("rd", ((11, 7),), False, 1, ((0, 31),), None, int),
        Field("rs1", ((19, 15),), False, 1, ((0, 31),), None, int),
        Field("imm", ((31, 20),), True, 1, ((-2048, 2047),), None, int),
    ), (), ()),
    Instruction("lw", 0x2003, 0x707f, 0x0, 0, (
        Field("rd", ((11, 7),), False, 1, ((0, 31),), None, int),
        Field("rs1", ((19, 15),), False, 1, ((0, 31),), None, int),
        Field("imm", ((31, 20),), True, 1, ((-2048, 2047),), None, int),
    ), (), ()),
    Instruction("lbu", 0x4003, 0x707f, 0x0, 0, (
        Field("rd", ((11, 7),), False, 1, ((0, 31),), None, int),
        Field("rs1", ((19, 15),), False, 1, ((0, 31),), None, int),
        Field("imm", ((31, 20),), True, 1, ((-2048, 2047),), None, int),
    ), (), ()),
    Instruction("lhu", 0x5003, 0x707f, 0x0, 0, (
        Field("rd", ((11, 7),), False, 1, ((0, 31),), None, int),
        Field("rs1", ((19, 15),), False, 1, ((0, 31),), None, int),
        Field("imm", ((31, 20),), True, 1, ((-2048, 2047),), None, int),
    ), (), ()),
    Instruction("pause", 0x100000f, 0xffffffff, 0x0, 0, (
    ), (), ()),
    Instruction("fence.tso", 0x8330000f, 0xfff0707f, 0x0, 0, (
    ), (), ()),
    Instruction("fence", 0xf, 0x707f, 0x0, 0, (
        Field("pred", ((27, 24),), False, 1, ((0, 15),), None, Accesses),
        Field("succ", ((23, 20),), False, 1, ((0, 15),), None, Accesses),
    ), (), ()),
    Instruction("slli", 0x1013, 0xfe00707f, 0x0, 0, (
        Field("rd", ((11, 7),), False, 1, ((0, 31),), None, int),
        Field("rs1", ((19, 15),), False, 1, ((0, 31),), None, int),
        Field("imm", ((24, 20),), False, 1, ((0, 31),), None, int),
    ), (), ()),
    Instruction("srli", 0x5013, 0xfe00707f, 0x0, 0, (
        Field("rd", ((11, 7),), False, 1, ((0, 31),), None, int),
        Field("rs1", ((19, 15),), False, 1, ((0, 31),), None, int),
        Field("imm", ((24, 20),), False, 1, ((0, 31),), None, int),
    ), (), ()),
    Instruction("srai", 0x40005013, 0xfe00707f, 0x0, 0, (
        Field("rd", ((11, 7),), False, 1, ((0, 31),), None, int),
        Field("rs1", ((19, 15),), False, 1, ((0, 31),), None, int),
        Field("imm", ((24, 20),), False, 1, ((0, 31),), None, int),
    ), (), ()),
    Instruction("addi", 0x13, 0x707f, 0x0, 0, (
        Field("rd", ((11, 7),), False, 1, ((0, 31),), None, int),
        Field("rs1", ((19, 15),), False, 1, ((0, 31),), None, int),
        Field("imm", ((31, 20),), True, 1, ((-2048, 2047),), None, int),
    ), (), ()),
    Instruction("slti", 0x2013, 0x707f, 0x0, 0, (
        Field("rd", ((11, 7),), False, 1, ((0, 31),), None, int),
        Field("rs1", ((19, 15),), False, 1, ((0, 31),), None, int),
        Field("imm", ((31, 20),), True, 1, ((-2048, 2047),), None, int),
    ), (), ()),
    Instruction("sltiu", 0x3013, 0x707f, 0x0, 0, (
        Field("rd", ((11, 7),), False, 1, ((0, 31),), None, int),
        Field("rs1", ((19, 15),), False, 1, ((0, 31),), None, int),
        Field("imm", ((31, 20),), True, 1, ((-2048, 2047),), None, int),
    ), (), ()),
    Instruction("xori", 0x4013, 0x707f, 0x0, 0, (
        Field("rd", ((11, 7),), False, 1, ((0, 31),), None, int),
        Field("rs1", ((19, 15),), False, 1, ((0, 31),), None, int),
        Field("imm", ((31, 20),), True, 1, ((-2048, 2047),), None, int),
    ), (), ()),
    Instruction("ori", 0x6013, 0x707f, 0x0, 0, (
        Field("rd", ((11, 7),), False, 1, ((0, 31),), None, int),
        Field("rs1", ((19, 15),), False, 1, ((0, 31),), None, int),
        Field("imm", ((31, 20),), True, 1, ((-2048, 2047),), None, int),
    ), (), ()),
    Instruction("andi", 0x7013, 0x707f, 0x0, 0, (
        Field("rd", ((11, 7),), False, 1, ((0, 31),), None, int),
        Field("rs1", ((19, 15),), False, 1, ((0, 31),), None, int),
        Field("imm", ((31, 20),), True, 1, ((-2048, 2047),), None, int),
    ), (), ()),
    Instruction("auipc", 0x17, 0x7f, 0x0, 0, (
        Field("rd", ((11, 7),), False, 1, ((0, 31),), None, int),
        Field("imm", ((31, 12),), False, 1, ((0, 1048575),), None, int),
    ), (), ()),
    Instruction("sb", 0x23, 0x707f, 0x0, 0, (
        Field("rs2", ((24, 20),), False, 1, ((0, 31),), None, int),
        Field("rs1", ((19, 15),), False, 1, ((0, 31),), None, int),
        Field("imm", ((31, 25), (11, 7),), True, 1, ((-2048, 2047),), None, int),
    ), (), ()),
    Instruction("sh", 0x1023, 0x707f, 0x0, 0, (
        Field("rs2", ((24, 20),), False, 1, ((0, 31),), None, int),
        Field("rs1", ((19, 15),), False, 1, ((0, 31),), None, int),
        Field("imm", ((31, 25), (11, 7),), True, 1, ((-2048, 2047),), None, int),
    ), (), ()),
    Instruction("sw", 0x2023, 0x707f, 0x0, 0, (
        Field("rs2", ((24, 20),), False, 1, ((0, 31),), None, int),
        Field("rs1", ((19, 15),), False, 1, ((0, 31),), None, int),
        Field("imm", ((31, 25), (11, 7),), True, 1, ((-2048, 2047),), None, int),
    ), (), ()),
    Instruction("add", 0x33, 0xfe00707f, 0x0, 0, (
        Field("rd", ((11, 7),), False, 1, ((0, 31),), None, int),
        Field("rs1", ((19, 15),), False, 1, ((0, 31),), None, int),
        Field("rs2", ((24, 20),), False, 1, ((0, 31),), None, int),
    ), (), ()),
    Instruction("sll", 0x1033, 0xfe00707f, 0x0, 0, (
        Field("rd", ((11, 7),), False, 1, ((0, 31),), None, int),
        Field("rs1", ((19, 15),), False, 1, ((0, 31),), None, int),
        Field("rs2", ((24, 20),), False, 1, ((0, 31),), None, int),
    ), (), ()),
    Instruction("slt", 0x2033, 0xfe00707f, 0x0, 0, (
        Field("rd", ((11, 7),), False, 1, ((0, 31),), None, int),
        Field("rs1", ((19, 15),), False, 1, ((0, 31),), None, int),
        Field("rs2", ((24, 20),), False, 1, ((0, 31),), None, int),
    ), (), ()),
    Instruction("sltu", 0x3033, 0xfe00707f, 0x0, 0, (
        Field("rd", ((11, 7),), False, 1, ((0, 31),), None, int),
        Field("rs1", ((19, 15),), False, 1, ((0, 31),), None, int),
        Field("rs2", ((24, 20),), False, 1, ((0, 31),), None, int),
    ), (), ()),
    Instruction("xor", 0x4033, 0xfe00707f, 0x0, 0, (
        Field("rd", ((11, 7),), False, 1, ((0, 31),), None, int),
        Field("rs1", ((19, 15),), False, 1, ((0, 31),), None, int),
        Field("rs2", ((24, 20),), False, 1, ((0, 31),), None, int),
    ), (), ()),
    Instruction("srl", 0x5033, 0xfe00707f, 0x0, 0, (
        Field("rd", ((11, 7),), False, 1, ((0, 31),), None, int),
        Field("rs1", ((19, 15),), False, 1, ((0, 31),), None, int),
        Field("rs2", ((24, 20),), False, 1, ((0, 31),), None, int),
    ), (), ()),
    Instruction("or", 0x6033, 0xfe00707f, 0x0, 0, (
        Field("rd", ((11, 7),), False, 1, ((0, 31),), None, int),
        Field("rs1", ((19, 15),), False, 1, ((0, 31),), None, int),
        Field("rs2", ((24, 20),), False, 1, ((0, 31),), None, int),
    ), (), ()),
    Instruction("and", 0x7033, 0xfe00707f, 0x0, 0, (
        Field("rd", ((11, 7),), False, 1, ((0, 31),), None, int),
        Field("rs1", ((19, 15),), False, 1, ((0, 31),), None, int),
        Field("rs2", ((24, 20),), False, 1, ((0, 31),), None, int),
    ), (), ()),
    Instruction("sub", 0x40000033, 0xfe00707f, 0x0, 0, (
        Field("rd", ((11, 7),), False, 1, ((0, 31),), None, int),
        Field("rs1", ((19, 15),), False, 1, ((0, 31),), None, int),
        Field("rs2", ((24, 20),), False, 1, ((0, 31),), None, int),
    ), (), ()),
    Instruction("sra", 0x40005033, 0xfe00707f, 0x0, 0, (
        Field("rd", ((11, 7),), False, 1, ((0, 31),), None, int),
        Field("rs1", ((19, 15),), False, 1, ((0, 31),), None, int),
        Field("rs2", ((24, 20),), False, 1, ((0, 31),), None, int),
    ), (), ()),
    Instruction("lui", 0x37, 0x7f, 0x0, 0, (
        Field("rd", ((11, 7),), False, 1, ((0, 31),), None, int),
        Field("imm", ((31, 12),), False, 1, ((0, 1048575),), None, int),
    ), (), ()),
    Instruction("beq", 0x63, 0x707f, 0x0, 0, (
        Field("rs1", ((19, 15),), False, 1, ((0, 31),), None, int),
        Field("rs2", ((24, 20),), False, 1, ((0, 31),), None, int),
        Field("imm", ((31, 31), (7, 7), (30, 25), (11, 8),), True, 2, ((-4096, 4094),), None, int),
    ), (), ()),
    Instruction("bne", 0x1063, 0x707f, 0x0, 0, (
        Field("rs1", ((19, 15),), False, 1, ((0, 31),), None, int),
        Field("rs2", ((24, 20),), False, 1, ((0, 31),), None, int),
        Field("imm", ((31, 31), (7, 7), (30, 25), (11, 8),), True, 2, ((-4096, 4094),), None, int),
    ), (), ()),
    Instruction("blt", 0x4063, 0x707f, 0x0, 0, (
        Field("rs1", ((19, 15),), False, 1, ((0, 31),), None, int),
        Field("rs2", ((24, 20),), False, 1, ((0, 31),), None, int),
        Field("imm", ((31, 31), (7, 7), (30, 25), (11, 8),), True, 2, ((-4096, 4094),), None, int),
    ), (), ()),
    Instruction("bge", 0x5063, 0x707f, 0x0, 0, (
        Field("rs1", ((19, 15),), False, 1, ((0, 31),), None, int),
        Field("rs2", ((24, 20),), False, 1, ((0, 31),), None, int),
        Field("imm", ((31, 31), (7, 7), (30, 25), (11, 8),), True, 2, ((-4096, 4094),), None, int),
    ), (), ()),
    Instruction("bltu", 0x6063, 0x707f, 0x0, 0, (
        Field("rs1", ((19, 15),), False, 1, ((0, 31),), None, int),
        Field("rs2", ((24, 20),), False, 1, ((0, 31),), None, int),
        Field("imm", ((31, 31), (7, 7), (30, 25), (11, 8),), True, 2, ((-4096, 4094),), None, int),
    ), (), ()),
    Instruction("bgeu", 0x7063, 0x707f, 0x0, 0, (
        Field("rs1", ((19, 15),), False, 1, ((0, 31),), None, int),
        Field("rs2", ((24, 20),), False, 1, ((0, 31),), None, int),
        Field("imm", ((31, 31), (7, 7), (30, 25), (11, 8),), True, 2, ((-4096, 4094),), None, int),
    ), (), ()),
    Instruction("jalr", 0x67, 0x707f, 0x0, 0, (
        Field("rd", ((11, 7),), False, 1, ((0, 31),), None, int),
        Field("rs1", ((19, 15),), False, 1, ((0, 31),), None, int),
        Field("imm", ((31, 20),), True, 1, ((-2048, 2047),), None, int),
    ), (), ()),
    Instruction("jal", 0x6f, 0x7f, 0x0, 0, (
        Field("rd", ((11, 7),), False, 1, ((0, 31),), None, int),
        Field("imm", ((31, 31), (19, 12), (20, 20), (30, 21),), True, 2, ((-1048576, 1048574),), None, int),
    ), (), ()),
    Instruction("ecall", 0x73, 0xffffffff, 0x0, 0, (
    ), (), ()),
    Instruction("ebreak", 0x100073, 0xffffffff, 0x0, 0, (
    ), (), ()),
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


def lb(rd, rs1, imm):
    "rd = the byte at rs1 + imm, sign-extended."
    return encode("lb", rd=rd, rs1=rs1, imm=imm)


def lh(rd, rs1, imm):
    "rd = the two bytes at rs1 + imm, sign-extended."
    return encode("lh", rd=rd, rs1=rs1, imm=imm)


def lw(rd, rs1, imm):
    "rd = the four bytes at rs1 + imm."
    return encode("lw", rd=rd, rs1=rs1, imm=imm)


def lbu(rd, rs1, imm):
    "rd = the byte at rs1 + imm."
    return encode("lbu", rd=rd, rs1=rs1, imm=imm)


def lhu(rd, rs1, imm):
    "rd = the two bytes at rs1 + imm."
    return encode("lhu", rd=rd, rs1=rs1, imm=imm)


def fence(pred, succ):
    "Accesses of pred before this come before accesses of succ after it: here they do anyway. rd, rs1 and unknown modes are to be ignored."
    return encode("fence", pred=pred, succ=succ)


def pause():
    "A hint that this is a loop that waits (Zihintpause)."
    return encode("pause")


def fence_tso():
    "As fence rw, rw, but writes need not come before reads."
    return encode("fence.tso")


def addi(rd, rs1, imm):
    "rd = rs1 + imm, modulo 2^32."
    return encode("addi", rd=rd, rs1=rs1, imm=imm)


def slli(rd, rs1, imm):
    "rd = rs1 shifted left by imm."
    return encode("slli", rd=rd, rs1=rs1, imm=imm)


def slti(rd, rs1, imm):
    "rd = 1 if rs1 is less than imm, both signed, else 0."
    return encode("slti", rd=rd, rs1=rs1, imm=imm)


def sltiu(rd, rs1, imm):
    "rd = 1 if rs1 is less than imm, sign-extended and then both unsigned, else 0."
    return encode("sltiu", rd=rd, rs1=rs1, imm=imm)


def xori(rd, rs1, imm):
    "rd = rs1 xor imm."
    return encode("xori", rd=rd, rs1=rs1, imm=imm)


def srli(rd, rs1, imm):
    "rd = rs1 shifted right by imm; zeros come in."
    return encode("srli", rd=rd, rs1=rs1, imm=imm)


def ori(rd, rs1, imm):
    "rd = rs1 or imm."
    return encode("ori", rd=rd, rs1=rs1, imm=imm)


def andi(rd, rs1, imm):
    "rd = rs1 and imm."
    return encode("andi", rd=rd, rs1=rs1, imm=imm)


def srai(rd, rs1, imm):
    "rd = rs1 shifted right by imm; its sign comes in."
    return encode("srai", rd=rd, rs1=rs1, imm=imm)


def auipc(rd, imm):
    "rd = pc + imm \u00b7 2^12."
    return encode("auipc", rd=rd, imm=imm)


def sb(rs2, rs1, imm):
    "The byte at rs1 + imm = the low byte of rs2."
    return encode("sb", rs2=rs2, rs1=rs1, imm=imm)


def sh(rs2, rs1, imm):
    "The two bytes at rs1 + imm = the low half of rs2."
    return encode("sh", rs2=rs2, rs1=rs1, imm=imm)


def sw(rs2, rs1, imm):
    "The four bytes at rs1 + imm = rs2."
    return encode("sw", rs2=rs2, rs1=rs1, imm=imm)


def add(rd, rs1, rs2):
    "rd = rs1 + rs2, modulo 2^32."
    return encode("add", rd=rd, rs1=rs1, rs2=rs2)


def sll(rd, rs1, rs2):
    "rd = rs1 shifted left by the low five bits of rs2."
    return encode("sll", rd=rd, rs1=rs1, rs2=rs2)


def slt(rd, rs1, rs2):
    "rd = 1 if rs1 is less than rs2, both signed, else 0."
    return encode("slt", rd=rd, rs1=rs1, rs2=rs2)


def sltu(rd, rs1, rs2):
    "rd = 1 if rs1 is less than rs2, both unsigned, else 0."
    return encode("sltu", rd=rd, rs1=rs1, rs2=rs2)


def xor(rd, rs1, rs2):
    "rd = rs1 xor rs2."
    return encode("xor", rd=rd, rs1=rs1, rs2=rs2)


def srl(rd, rs1, rs2):
    "rd = rs1 shifted right by the low five bits of rs2; zeros come in."
    return encode("srl", rd=rd, rs1=rs1, rs2=rs2)


def or_(rd, rs1, rs2):
    "rd = rs1 or rs2."
    return encode("or", rd=rd, rs1=rs1, rs2=rs2)


def and_(rd, rs1, rs2):
    "rd = rs1 and rs2."
    return encode("and", rd=rd, rs1=rs1, rs2=rs2)


def sub(rd, rs1, rs2):
    "rd = rs1 \u2212 rs2, modulo 2^32."
    return encode("sub", rd=rd, rs1=rs1, rs2=rs2)


def sra(rd, rs1, rs2):
    "rd = rs1 shifted right by the low five bits of rs2; its sign comes in."
    return encode("sra", rd=rd, rs1=rs1, rs2=rs2)


def lui(rd, imm):
    "rd = imm \u00b7 2^12."
    return encode("lui", rd=rd, imm=imm)


def beq(rs1, rs2, imm):
    "Goes to pc + imm if rs1 = rs2."
    return encode("beq", rs1=rs1, rs2=rs2, imm=imm)


def bne(rs1, rs2, imm):
    "Goes to pc + imm if rs1 \u2260 rs2."
    return encode("bne", rs1=rs1, rs2=rs2, imm=imm)


def blt(rs1, rs2, imm):
    "Goes to pc + imm if rs1 is less than rs2, both signed."
    return encode("blt", rs1=rs1, rs2=rs2, imm=imm)


def bge(rs1, rs2, imm):
    "Goes to pc + imm if rs1 is at least rs2, both signed."
    return encode("bge", rs1=rs1, rs2=rs2, imm=imm)


def bltu(rs1, rs2, imm):
    "Goes to pc + imm if rs1 is less than rs2, both unsigned."
    return encode("bltu", rs1=rs1, rs2=rs2, imm=imm)


def bgeu(rs1, rs2, imm):
    "Goes to pc + imm if rs1 is at least rs2, both unsigned."
    return encode("bgeu", rs1=rs1, rs2=rs2, imm=imm)


def jalr(rd, rs1, imm):
    "rd = pc + 4, and goes to rs1 + imm with the lowest bit cleared."
    return encode("jalr", rd=rd, rs1=rs1, imm=imm)


def jal(rd, imm):
    "rd = pc + 4, and goes to pc + imm."
    return encode("jal", rd=rd, imm=imm)


def ecall():
    "Asks the environment: a7 says for what, a0 \u2026 a2 are arguments, a0 is the answer."
    return encode("ecall")


def ebreak():
    "Gives control to the debugger; here there is none, so it traps."
    return encode("ebreak")
