using Hw.Isa;

[InstructionSet("corpus", "1", WordBits = 32, Opcode = "7:0")]
[Format("f")]
[Region(0x0B, 0x0F, Policy.Custom, "custom-0")]
public static class Corpus;

[Instruction("MINE", Format = "f", Opcode = 0x0C)]
public readonly record struct Mine : IInstruction;
