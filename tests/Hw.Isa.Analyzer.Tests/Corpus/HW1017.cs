using Hw.Isa;

[InstructionSet("corpus", "1", WordBits = 32, Opcode = "7:0")]
[Format("f")]
public static class Corpus;

[Instruction("VALUES", Format = "f", Opcode = 0x01)]
public readonly record struct Values(
    [Field(12, 8, Multiple = 3)] int A,
    [Field(13, Signed = true)] bool B,
    [Field(19, 14, Min = 1)] int C = 0,
    [Field(25, 20, Multiple = 4)] int D = 6,
    [Field(31, 26, Multiple = -1)] int E = 0) : IInstruction;
