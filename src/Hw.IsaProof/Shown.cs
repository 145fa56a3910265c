namespace Hw.IsaProof;

/// <summary>One output of the decoder: what it has to show for a word, by the table.</summary>
/// <param name="Value">As an unsigned number of Width bits.</param>
/// <param name="Verilog">The same as an expression over the wires of <see cref="TableVerilog"/>.</param>
sealed record Shown(string Port, int Width, Func<UInt128, Finding, UInt128> Value, string Verilog);

/// <summary>All outputs of a decoder side by side, the first in the lowest bits, as rows of 32-bit words.</summary>
sealed class AnswerLayout(ImmutableArray<Shown> outputs)
{
    public ImmutableArray<Shown> Outputs => outputs;
    public int Width { get; } = outputs.Sum(o => o.Width);
    public int Words => (Width + 31) / 32;

    /// <summary>What a sound decoder shows.</summary>
    public void Expect(UInt128 word, Finding finding, Span<uint> row)
    {
        row.Clear();
        var at = 0;
        foreach (var output in outputs)
        {
            var value = output.Value(word, finding);
            for (var bit = 0; bit < output.Width; bit++, at++)
                if ((value >> bit & 1) != 0) row[at / 32] |= 1u << at % 32;
        }
    }

    /// <summary>The outputs that are not what they should be: `is_mm 0 for 1, cause 2 for 0`.</summary>
    public string Differences(ReadOnlySpan<uint> expected, ReadOnlySpan<uint> seen)
    {
        var texts = new List<string>();
        var at = 0;
        foreach (var output in outputs)
        {
            if (Cut(expected, at, output.Width) is var should && Cut(seen, at, output.Width) is var shows && should != shows) texts.Add($"{output.Port} is {Text(shows, output.Width)}, not {Text(should, output.Width)}");
            at += output.Width;
        }
        return string.Join("; ", texts);
    }

    static string Text(UInt128 value, int width) => width <= 4 ? $"{value}" : $"0x{value:X}";

    static UInt128 Cut(ReadOnlySpan<uint> row, int at, int width)
    {
        var value = UInt128.Zero;
        for (var bit = 0; bit < width; bit++) value |= (UInt128)(row[(at + bit) / 32] >> (at + bit) % 32 & 1) << bit;
        return value;
    }
}
