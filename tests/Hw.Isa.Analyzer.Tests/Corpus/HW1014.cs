using Hw.Isa;

[InstructionSet("corpus", "1", WordBits = 32, Opcode = "7:0")]
[Format("f")]
[Region(0x10, 0x1F, Policy.Hint)]
[Region(0x20, 0x2F, Policy.MustBeZero)]
[Region(0x3F, 0x30, Policy.Trap)]
[Region(0xF0, 0x100, Policy.Trap)]
[Region(0x40, 0x4F, Policy.Trap, "first")]
[Region(0x48, 0x5F, Policy.Custom, "second")]
public static class Corpus;


