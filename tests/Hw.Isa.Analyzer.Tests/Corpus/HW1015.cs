using Hw.Isa;

[InstructionSet("corpus", "1", WordBits = 32, Opcode = "7:0")]
[Format("f")]
public static class Corpus;

[Instruction("OPEN", Format = "f", Opcode = 0x10), Reserved(31, 24, Policy.Custom)]
public readonly record struct Open([Field(15, 8)] int A) : IInstruction;

[Instruction("TAKER", Format = "f", Opcode = 0x10), Fixed(31, 24, 3)]
public readonly record struct Taker([Field(15, 8)] int A) : IInstruction;

[Instruction("FREE", Format = "f", Opcode = 0x11), Reserved(31, 24, Policy.Trap)]
public readonly record struct Free([Field(15, 8)] int A) : IInstruction;

[Instruction("GUEST", Format = "f", Opcode = 0x11), Fixed(31, 24, 3)]
public readonly record struct Guest([Field(15, 8)] int A) : IInstruction;
