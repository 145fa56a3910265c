using Hw.Isa;

[InstructionSet("corpus", "1", WordBits = 32, Opcode = "7:0")]
[Format("f")]
[Format("sem", Waits = "13:8", Signals = "15:12 9:4")]
public static class Corpus;

[Instruction("TWICE", Format = "f", Opcode = 0x01), Fixed(31, 30, 2)]
[Reserved(17, 16, Policy.Trap)]
public readonly record struct Twice(
    [Field(12, 8)] int A,
    [Field(16, 12)] int B,
    [Field(30, 25)] int C,
    [Field(7, 3)] int D,
    [Field("23:18 20:19")] int E) : IInstruction;

[Instruction("WAIT", Format = "sem", Opcode = 0x02)]
public readonly record struct Wait([Field(8)] bool A) : IInstruction;
