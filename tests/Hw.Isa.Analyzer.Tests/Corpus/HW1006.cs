using Hw.Isa;

[InstructionSet("corpus", "1", WordBits = 32, Opcode = "7:0")]
[Format("plain")]
[Format("sem")]
public static class Corpus;

[Instruction("NAMES", Format = "plian", Opcode = 0x01)]
public readonly record struct Names : IInstruction;
