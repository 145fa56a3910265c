using System.Globalization;

namespace Hw.IsaProof;

/// <summary>A word on which the three do not agree: what each of them says, and where the instruction is declared.</summary>
/// <param name="Golden">Null: it agrees with the table; so with Verilog.</param>
public sealed record Mismatch(IsaDefinition Isa, UInt128 Word, string Cell, Finding Table, string? Golden, string? Verilog)
{
    public string WordText => $"0x{Word.ToString("x" + Isa.WordBytes * 2, CultureInfo.InvariantCulture)}";

    public override string ToString() => string.Join('\n', (string[])
    [
        $"{(Table.Row is { } row ? $"{row.Instruction.Place}: " : "")}{WordText} ({Cell})",
        $"    table    {Table}",
        $"    golden   {Golden ?? "the same"}",
        $"    verilog  {Verilog ?? "the same"}",
    ]);
}
