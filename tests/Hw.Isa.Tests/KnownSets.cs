using Hw.Isa.Txu;

namespace Hw.Isa.Tests;

/// <summary>The instruction sets that manuals and bindings are tried on, and the checkout that their C# is quoted from.</summary>
static class KnownSets
{
    public static TheoryData<string> Names => ["txu", "rv32i", "hostile"];
    public static IsaDefinition Of(string name) => name switch { "txu" => TxuIsa.Definition, "rv32i" => Rv32i.Rv32i.Definition, _ => Hostile.Definition };

    public static string Checkout { get; } = FindCheckout();

    static string FindCheckout()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Hw.sln"))) return folder.FullName;
        throw new InvalidOperationException("these tests quote the checkout they were built in");
    }
}

/// <summary>A set whose every string is meant to break out of the page or file that it is put into.</summary>
public static class Hostile
{
    public const string Text = "<script>alert('1')</script> | \"q\" & */ /* ``` [x](y) ??/ \\";

    [Flags] public enum Flags { None = 0, In = 1, Or = 2, Class = 4 }
    public enum Choice { True = 1, If = 3, None = 7 }
    [Register("r", 12)] public readonly record struct Reg(int Index);

    /// <summary>Is <![CDATA[<script>alert('1')</script> | "q" & */ /* ``` [x](y)]]> done.</summary>
    [Instruction("IF", Opcode = 1, Format = "odd", Since = Text)]
    public readonly record struct If([Field("47 33:30 9:8")] long Lambda, [Field(22, 19)] Reg From, [Field(29, 27)] Choice Class, [Field(46, 44, Signed = true, Multiple = 4)] int In = 4, [Field(48)] bool Not = false) : IInstruction;

    [Instruction("FOR", Opcode = 0xFE, Format = "odd"), Fixed(63, 60, 9), Reserved(59, 56, Policy.Hint), Reserved(55, 52, Policy.Custom)]
    public readonly record struct For([Field(51, 49)] Flags Word = Flags.None, [Field(48, 30, Signed = true, Min = -5, Max = 77)] int Int = 0) : IInstruction;

    public static IsaDefinition Definition { get; } = IsaDefinition.Define(new()
    {
        Name = "hostile", Version = "1.0", WordBits = 64, Opcode = new(7, 0), Formats = [new("odd") { Waits = [new(14, 11)], Signals = [new(18, 15)] }], Semaphores = new(5, 3),
        Memories = [new("M", 12, Text)], Counters = [new(0x10, Text, Text)], Regions = [new(0x20, 0x2F, Policy.Custom, Text, default), new(0x40, 0x40, Policy.Trap, Text, default)],
    }, [typeof(If), typeof(For)]);
}
