using Hw.Isa;

[InstructionSet("corpus", "1", WordBits = 32, Opcode = "7:0")]
[Format("f")]
public static class Corpus;

[Instruction("ZERO", Format = "f")]
public readonly record struct Zero([Field(12, 8)] int A) : IInstruction;

[Instruction("NOT", Format = "f"), Fixed(31, 31, 1)]
public readonly record struct NotZero([Field(12, 8)] int A) : IInstruction;
