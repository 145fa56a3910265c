using Hw.Isa;

namespace Hw.IsaProof.Tests;

/// <summary>A definition with everything a decoder has to know: opcodes told apart by more bits, a word that is more special, split and scaled fields, one name in several places, every kind of operand and of unclaimed bit.</summary>
[InstructionSet("toy", "1.0", WordBits = 32, Opcode = "6:0")]
[Format("R", Fields = "Rd 11:7, Rs1 19:15, Rs2 24:20")]
[Format("I", Fields = "Rd 11:7, Rs1 19:15, Imm 31:20 signed")]
[Format("B", Fields = "Rs1 19:15, Rs2 24:20, Imm 31 7 30:25 11:8 signed *2")]
[Format("plain"), Format("sync", Waits = "10:7", Signals = "14:11")]
[Region(0x0B, 0x0B, Policy.Custom, "for others")]
static class Toy
{
    public static readonly IsaDefinition Definition = IsaDefinition.Define(IsaShape.Of(typeof(Toy)) with { Semaphores = new(Count: 6, Max: 3) }, typeof(Toy).GetNestedTypes());

    /// <summary>Fewer registers than the field has numbers.</summary>
    [Register("x", 24)] public readonly record struct X(int Index);
    public enum Mode { Off = 0, Slow = 1, Fast = 4, Safe = 6 }
    [Flags] public enum Rights { Read = 1, Run = 4 }

    [Instruction("add", Opcode = 0x33, Format = "R"), Fixed(14, 12, 0), Fixed(31, 25, 0)] public readonly record struct Add(X Rd, X Rs1, X Rs2) : IInstruction;
    [Instruction("sub", Opcode = 0x33, Format = "R"), Fixed(14, 12, 0), Fixed(31, 25, 0x20)] public readonly record struct Sub(X Rd, X Rs1, X Rs2) : IInstruction;
    [Instruction("addi", Opcode = 0x13, Format = "I"), Fixed(14, 12, 0)] public readonly record struct Addi(X Rd, X Rs1, int Imm) : IInstruction;
    [Instruction("li", Opcode = 0x13, Format = "I"), Fixed(14, 12, 0), Fixed(19, 15, 0), Specializes(typeof(Addi))] public readonly record struct Li(X Rd, int Imm) : IInstruction;
    [Instruction("nop", Opcode = 0x13, Format = "plain"), Fixed(31, 7, 0), Specializes(typeof(Li))] public readonly record struct Nop : IInstruction;
    [Instruction("beq", Opcode = 0x63, Format = "B"), Fixed(14, 12, 0)] public readonly record struct Beq(X Rs1, X Rs2, int Imm) : IInstruction;
    [Instruction("fence.i", Opcode = 0x0F, Format = "plain"), Reserved(31, 20, Policy.Hint), Reserved(19, 16, Policy.Trap), Reserved(15, 15, Policy.Custom)] public readonly record struct FenceI : IInstruction;
    [Instruction("set", Opcode = 0x02, Format = "sync")]
    public readonly record struct Set([Field(17, 15)] Mode With, [Field(23, 18, Min = 3, Max = 40)] int Count, [Field(26, 24)] Rights Rights, [Field(27)] bool Imm, [Field(31, 28)] int Reg) : IInstruction;
    [Instruction("set.far", Opcode = 0x03, Format = "sync")]
    public readonly record struct SetFar([Field(22, 15, Signed = true, Min = -100, Max = 99)] int Reg, [Field("31 23", Multiple = 8)] int Count) : IInstruction;
}
