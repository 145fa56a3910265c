using Hw.Isa;

[InstructionSet("corpus", "1", WordBits = 32, Opcode = "7:0")]
[Format("f")]
public static class Corpus;

[Instruction("LW", Format = "f", Opcode = 0x01, Syntax = "rd, offset(base)")]
public readonly record struct Lw([Field(12, 8)] int Rd, [Field(17, 13)] int Base, [Field(25, 18)] int Ofset) : IInstruction;

[Instruction("LH", Format = "f", Opcode = 0x02, Syntax = "rd, rd")]
public readonly record struct Lh([Field(12, 8)] int Rd, [Field(13)] bool Aligned = false) : IInstruction;
