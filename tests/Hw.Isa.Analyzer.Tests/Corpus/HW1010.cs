using Hw.Isa;

[InstructionSet("corpus", "1", WordBits = 32, Opcode = "7:0")]
[Format("f")]
public static class Corpus;

[Instruction("SHIFT", Format = "f", Opcode = 0x10)]
public readonly record struct Shift([Field(8)] bool Left, [Field(13, 9)] int By) : IInstruction;

[Instruction("SHL", Format = "f", Opcode = 0x10), Fixed(8, 8, 1), Specializes(typeof(Shift))]
public readonly record struct Shl([Field(13, 9)] int By) : IInstruction;

[Instruction("SHR", Format = "f", Opcode = 0x10), Fixed(8, 8, 0), Specializes(typeof(Shift))]
public readonly record struct Shr([Field(13, 9)] int By) : IInstruction;
