using Hw.Isa;

[InstructionSet("corpus", "1", WordBits = 32, Opcode = "7:0", Unclaimed = null)]
[Format("f")]
public static class Corpus;

[Instruction("GAP", Format = "f", Opcode = 0x21)]
public readonly record struct Gap([Field(15, 8)] int A, [Field(30, 24)] int B) : IInstruction;

[Instruction("ALL", Format = "f", Opcode = 0x22), Reserved(31, 16, Policy.Hint)]
public readonly record struct AllSaid([Field(15, 8)] int A) : IInstruction;
