using Hw.Isa;

[InstructionSet("corpus", "1", WordBits = 32, Opcode = "7:0")]
[Format("f")]
public static class Corpus;

public readonly record struct Other;

[Instruction("WIDE", Format = "f", Opcode = 0x10), Fixed(8, 8, 1)]
public readonly record struct Wide([Field(13, 9)] int By) : IInstruction;

[Instruction("PART", Format = "f", Opcode = 0x10), Fixed(13, 13, 1), Specializes(typeof(Wide))]
public readonly record struct Part([Field(8)] bool A) : IInstruction;

[Instruction("SAME", Format = "f", Opcode = 0x10), Fixed(8, 8, 1), Specializes(typeof(Wide))]
public readonly record struct Same([Field(13, 9)] int By) : IInstruction;

[Instruction("APART", Format = "f", Opcode = 0x11), Specializes(typeof(Wide))]
public readonly record struct Apart : IInstruction;

[Instruction("SELF", Format = "f", Opcode = 0x12), Specializes(typeof(Self))]
public readonly record struct Self : IInstruction;

[Instruction("NONE", Format = "f", Opcode = 0x13), Specializes(typeof(Other))]
public readonly record struct None : IInstruction;
