using Hw.Isa;

[InstructionSet("corpus", "1", WordBits = 32, Opcode = "7:0")]
[Format("f")]
public static class Corpus;

[Instruction("ADD", Format = "f", Opcode = 0x01)]
public readonly record struct Add([Field(12, 8)] int Rd, [Field(17, 13)] int RD) : IInstruction;

[Instruction("add", Format = "f", Opcode = 0x02)]
public readonly record struct Add2 : IInstruction;
