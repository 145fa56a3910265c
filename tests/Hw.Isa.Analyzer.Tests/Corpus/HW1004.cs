using Hw.Isa;

[InstructionSet("corpus", "1", WordBits = 32, Opcode = "7:0")]
[Format("f", Fields = "X 13:8 x, Y")]
[Format("sem", Waits = "13:8 19-14", Signals = "8:13")]
public static class Corpus;

[Instruction("PLACES", Format = "f", Opcode = 0x01), Fixed(11, 8, 16), Fixed(12, 15, 0), Reserved(40, 32, Policy.Trap)]
public readonly record struct Places(
    [Field(16, 20)] int A,
    [Field(33, 30)] int B,
    [Field("31 7 30:25, eleven")] int C,
    [Field("")] int D,
    [Field("20:21 24")] int E) : IInstruction;

[Instruction("FAR", Format = "f", Opcode = 0x100)]
public readonly record struct Far : IInstruction;
