using Hw.Isa;

[InstructionSet("corpus", "1", WordBits = 32, Opcode = "7:0")]
[Format("f")]
[Format("g", Fields = "Rd 12:8")]
public static class Corpus;

[Instruction("ONE", Format = "f", Opcode = 0x01)]
public readonly record struct One([Field(12, 8)] int A, int B) : IInstruction;

[Instruction("TWO", Format = "g", Opcode = 0x02)]
public readonly record struct Two(int Rd, int Rs);

[Instruction("THREE", Format = "f", Opcode = 0x03)]
public readonly struct Three : IInstruction
{
    public Three([Field(12, 8)] int a) { }
}
