using Hw.Isa;

[InstructionSet("corpus", "1", WordBits = 32, Opcode = "7:0")]
[Format("f")]
[Format("wide", Waits = "31:8")]
public static class Corpus;

public enum Five { A, B, C, D, E }
public enum Below { A = -1, B }
[System.Flags] public enum Bits { A = 1, B = 8 }
public enum Nothing;
[Register("r", 32)] public readonly record struct R(int Index);
[Register("q", 4)] public readonly record struct Q(long Index);

[Instruction("WIDTHS", Format = "f", Opcode = 0x01)]
public readonly record struct Widths(
    [Field(9, 8)] Five A,
    [Field(11, 10)] Below B,
    [Field(13, 12)] Bits C,
    [Field(15, 14)] Nothing D,
    [Field(19, 16)] R E,
    [Field(21, 20)] Q F,
    [Field(23, 22)] bool G,
    [Field(31, 24)] double H) : IInstruction;

[Instruction("NUMBERS", Format = "f", Opcode = 0x02)]
public readonly record struct Numbers([Field(19, 8)] byte A, [Field(23, 20, Max = 16)] int B, [Field(31, 24, Signed = true)] uint C) : IInstruction;
