using Hw.Isa;

[InstructionSet("corpus", "1", WordBits = 32, Opcode = "7:0")]
[Format("f")]
public static class Corpus;

[Instruction("VMIN", Format = "f", Opcode = 0x22)]
public readonly record struct VMin([Field(15, 8)] int A) : IInstruction;

[Instruction("VMAX", Format = "f", Opcode = 0x22)]
public readonly record struct VMax([Field(23, 16)] int A) : IInstruction;

[Instruction("NEG", Format = "f", Opcode = 0x30)]
public readonly record struct Neg([Field(15, 8)] int A, [Field(16)] bool Fast) : IInstruction;

[Instruction("NEGF", Format = "f", Opcode = 0x30), Fixed(16, 16, 1)]
public readonly record struct NegFast([Field(15, 8)] int A) : IInstruction;

[Instruction("ABSA", Format = "f", Opcode = 0x40), Exclusive("ext", "a")]
public readonly record struct AbsA([Field(15, 8)] int A) : IInstruction;

[Instruction("ABSB", Format = "f", Opcode = 0x40), Exclusive("ext", "b")]
public readonly record struct AbsB([Field(15, 8)] int A) : IInstruction;

[Instruction("ABSC", Format = "f", Opcode = 0x40), Exclusive("ext", "b")]
public readonly record struct AbsC([Field(15, 8)] int A) : IInstruction;
