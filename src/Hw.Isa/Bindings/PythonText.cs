namespace Hw.Isa;

/// <summary>What every module has in common.</summary>
static class PythonText
{
    public const string Head = """"
        from enum import IntEnum, IntFlag
        from typing import NamedTuple

        """";

    public const string Machinery = """"

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
        """";

    public const string Decoder = """"


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

        """";
}
