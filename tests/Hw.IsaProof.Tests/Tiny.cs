namespace Hw.IsaProof.Tests;

/// <summary>A definition of 16-bit words, few enough to try them all, with everything that an encoding can have; and what it means, written once more by hand.</summary>
static class Tiny
{
    [Register("r", 10)] public readonly record struct R(int Index);
    public enum Op { None = 0, Two = 2, Five = 5 }
    [Flags] public enum Marks { A = 1, B = 2, D = 8 }

    /// <summary>A register file smaller than its field, and an offset in two pieces.</summary>
    [Instruction("HOP", Opcode = 1, Format = "plain")]
    public readonly record struct Hop([Field(7, 4)] R Reg, [Field("15 11:8", Signed = true, Multiple = 2)] int By) : IInstruction;

    /// <summary>As HOP, with its register one bit higher: for a table that reads the wrong declaration.</summary>
    [Instruction("HOP", Opcode = 1, Format = "plain")]
    public readonly record struct Misread([Field(8, 5)] R Reg, [Field("15 12:9", Signed = true, Multiple = 2)] int By) : IInstruction;

    /// <summary>An enum with holes, and an ignored bit.</summary>
    [Instruction("DO", Opcode = 2, Format = "plain"), Fixed(15, 14, 1), Reserved(7, 7, Policy.Hint)]
    public readonly record struct Do([Field(6, 4)] Op Op, [Field(11, 8, Min = 3, Max = 12)] int N = 3) : IInstruction;

    /// <summary>DO with its second operation and no number, for all bits that are not named.</summary>
    [Instruction("DOTWO", Opcode = 2, Format = "plain"), Fixed(15, 14, 1), Fixed(13, 12, 0), Fixed(6, 4, 2), Reserved(7, 7, Policy.Hint), Specializes(typeof(Do))]
    public readonly record struct DoTwo([Field(11, 8, Max = 13)] int M) : IInstruction;

    /// <summary>Semaphores, flags.</summary>
    [Instruction("MARK", Opcode = 3, Format = "sem")]
    public readonly record struct Mark([Field(15, 12)] Marks Marks) : IInstruction;

    /// <summary>Bits that others may take.</summary>
    [Instruction("NEG", Opcode = 4, Format = "plain"), Reserved(15, 14, Policy.Trap), Reserved(13, 12, Policy.Custom)]
    public readonly record struct Neg([Field(11, 8, Signed = true, Min = -5, Max = 4)] int V, [Field(4)] bool Flag) : IInstruction;

    public static IsaDefinition Isa { get; } = IsaDefinition.Define(new()
    {
        Name = "tiny", Version = "1.0", WordBits = 16, Opcode = new(3, 0), Semaphores = new(5, 3),
        Formats = [new("plain"), new("sem") { Waits = [new(7, 4)], Signals = [new(11, 8)] }],
    }, [typeof(Hop), typeof(Do), typeof(DoTwo), typeof(Mark), typeof(Neg)]);

    /// <summary>Name and cause of a word, straight from the declarations above.</summary>
    public static (string? Name, Trap Cause) Meaning(int word)
    {
        int Bits(int hi, int lo) => word >> lo & (1 << (hi - lo + 1)) - 1;
        bool Loose(int reference) => reference is > 0 and < 8 or > 12;
        (string?, Trap) Is(string name, bool reserved, bool bad) => (name, reserved ? Trap.ReservedBits : bad ? Trap.BadOperand : Trap.None);
        switch (Bits(3, 0))
        {
            case 1: return Is("HOP", Bits(14, 12) != 0, Bits(7, 4) > 9);
            case 2 when Bits(15, 14) == 1:
                if (Bits(13, 12) == 0 && Bits(6, 4) == 2) return Is("DOTWO", false, Bits(11, 8) > 13);
                return Is("DO", Bits(13, 12) != 0, Bits(6, 4) is not (0 or 2 or 5) || Bits(11, 8) is < 3 or > 12);
            case 3: return Is("MARK", Loose(Bits(7, 4)) || Loose(Bits(11, 8)), (Bits(15, 12) & 4) != 0);
            case 4 when Bits(15, 12) == 0: return Is("NEG", Bits(7, 5) != 0, Bits(11, 8) is > 4 and < 11);
            default: return (null, Trap.IllegalOpcode);
        }
    }
}
