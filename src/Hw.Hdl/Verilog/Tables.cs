namespace Hw.Hdl.Verilog;

/// <summary>
/// A table of constants as a function, once for each ROM of a module: a case that a person can read, and that synthesis makes
/// a ROM or logic of. Negative entries stand in two's complement of the table's width.
/// </summary>
static class Tables
{
    const int Columns = 116;

    /// <summary>Bits of an index that reaches every entry.</summary>
    public static int IndexWidth(Rom rom) => new Interval(0, rom.Entries.Length - 1).Width;

    /// <param name="index">What the function calls its argument.</param>
    public static IEnumerable<string> Function(Rom rom, string name, string index)
    {
        var (entries, address, width) = (rom.Entries, IndexWidth(rom), rom.Range.Width);
        var digits = $"{entries.Length - 1}".Length;
        string Word(BigInteger value) => $"{width}'h{(Interval.UInt(width).Wrap(value) + (BigInteger.One << 4 * Digits(width))).ToString("x")[^Digits(width)..]}";
        string Bits(int n) => n > 1 ? $" [{n - 1}:0]" : "";
        var items = entries.Select((e, i) => $"{$"{i}".PadLeft(digits).Insert(digits - $"{i}".Length, $"{address}'d")}: {name} = {Word(e)};").ToList();
        var row = 1 << Math.Min(4, BitOperations.Log2((uint)(Columns / (items[0].Length + 1))));
        yield return $"// {rom.Name}: {entries.Length} entries of {width} {(width == 1 ? "bit" : "bits")}";
        yield return $"function automatic logic{(rom.Range.IsSigned ? " signed" : "")}{Bits(width)} {name}(input logic{Bits(address)} {index});";
        yield return $"  case ({index})";
        foreach (var line in items.Chunk(row)) yield return $"    {string.Join(' ', line)}";
        if (entries.Length < 1 << address) yield return $"    default: {name} = {Word(0)};  // beyond the table";
        yield return "  endcase";
        yield return "endfunction";
    }

    static int Digits(int width) => (width + 3) / 4;
}
