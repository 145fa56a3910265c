namespace Hw.Isa.Tests;

/// <summary>A set that writes its operands in every way there is: pieces, distances, multiples, names, letters, a syntax, defaults, hints. No semaphores.</summary>
[InstructionSet("toy", "1.0", WordBits = 32, Opcode = "6:0")]
[Format("plain")]
static class Toy
{
    public static IsaDefinition Isa { get; } = IsaDefinition.Define(IsaShape.Of(typeof(Toy)), typeof(Toy).GetNestedTypes());

    [Register("x", 32, Names = "zero ra sp gp tp t0 t1 t2 s0/fp s1 a0 a1 a2 a3 a4 a5 a6 a7")]
    public readonly record struct X(int Index);

    [Flags]
    public enum Order { W = 1, R = 2, O = 4, I = 8 }

    public enum Mode { NEAR, FAR = 2 }

    [Instruction("addi", Opcode = 0x13, Format = "plain"), Fixed(14, 12, 0)]
    public readonly record struct Addi([Field(11, 7)] X Rd, [Field(19, 15)] X Rs1, [Field(31, 20, Signed = true)] int Imm) : IInstruction;

    [Instruction("lw", Opcode = 0x03, Format = "plain", Syntax = "rd, imm(rs1)"), Fixed(14, 12, 2)]
    public readonly record struct Lw([Field(11, 7)] X Rd, [Field(19, 15)] X Rs1, [Field(31, 20, Signed = true)] int Imm) : IInstruction;

    [Instruction("sw", Opcode = 0x23, Format = "plain", Syntax = "rs2, imm(rs1)"), Fixed(14, 12, 2)]
    public readonly record struct Sw([Field(19, 15)] X Rs1, [Field(24, 20)] X Rs2, [Field("31:25 11:7", Signed = true)] int Imm) : IInstruction;

    [Instruction("beq", Opcode = 0x63, Format = "plain"), Fixed(14, 12, 0)]
    public readonly record struct Beq([Field(19, 15)] X Rs1, [Field(24, 20)] X Rs2, [Field("31 7 30:25 11:8", Multiple = 2, Signed = true, Relative = true)] int Offset) : IInstruction;

    [Instruction("jal", Opcode = 0x6f, Format = "plain")]
    public readonly record struct Jal([Field(11, 7)] X Rd, [Field("31 19:12 20 30:21", Multiple = 2, Signed = true, Relative = true)] int Offset) : IInstruction;

    [Instruction("lui", Opcode = 0x37, Format = "plain")]
    public readonly record struct Lui([Field(11, 7)] X Rd, [Field(31, 12)] int Imm) : IInstruction;

    [Instruction("fence", Opcode = 0x0f, Format = "plain"), Fixed(14, 12, 0), Reserved(31, 28, Policy.Hint)]
    public readonly record struct Fence([Field(27, 24)] Order Pred, [Field(23, 20)] Order Succ) : IInstruction;

    [Instruction("move", Opcode = 0x2b, Format = "plain", Syntax = "to <- [from]")]
    public readonly record struct Move([Field(11, 7)] X To, [Field(19, 15)] X From, [Field(21, 20)] Mode Mode = Mode.NEAR, [Field(22)] bool Twice = false, [Field(31, 28, Max = 9)] int Count = 3) : IInstruction;

    [Instruction("stop", Opcode = 0x73, Format = "plain")]
    public readonly record struct Stop : IInstruction;
}

/// <summary>Files that are none: what a text includes and places.</summary>
sealed class Files : Dictionary<string, string>, IAssemblySources
{
    public Dictionary<string, Tensor> Tensors { get; } = [];
    public string Text(string path) => TryGetValue(path, out var text) ? text : throw new IsaException($"{path}: there is no such file");

    public Tensor Tensor(string path, string? name, long maxBytes) =>
        Tensors.TryGetValue($"{path}:{name}", out var tensor) && tensor.Bytes.Length <= maxBytes ? tensor : throw new IsaException($"{path}: there is no such tensor");
}
