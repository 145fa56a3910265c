using System.Numerics;

namespace Hw.Isa;

/// <summary>The opcode space as a square of cells: whose each opcode is, how full, and what is free. Beyond 8 bits a cell is as many neighbouring opcodes as it takes.</summary>
static class OpcodeMap
{
    const double Left = 46, Top = 26, Width = 43, Height = 30;

    public static string Draw(IsaDefinition isa)
    {
        var space = new OpcodeSpace(isa);
        var cellBits = Math.Min(space.Bits, 8);
        var (columns, each) = (1 << Math.Min(cellBits, 4), space.Opcodes >> cellBits);
        var rows = Rows(space, (1 << cellBits) / columns, columns * each);
        var picture = new Picture(Left + columns * Width + 14, Top + rows.Count * Height + 40, $"{isa.Name}: who has which opcode");
        string Hex(int opcode) => opcode.ToString("x" + (space.Bits + 3) / 4);
        for (var c = 0; c < columns; c++) picture.Text(Left + (c + 0.5) * Width, Top - 8, $"{c * each:x}", size: 10, fill: Picture.Pale, code: true);
        var y = Top;
        foreach (var (first, last) in rows)
        {
            picture.Text(Left - 8, y + Height / 2 + 4, Hex(first * columns * each), "end", 10, Picture.Pale, code: true);
            if (first == last)
                for (var c = 0; c < columns; c++) Cell(picture, space, Enumerable.Range((first * columns + c) * each, each), Left + c * Width, y);
            else
            {
                picture.Box(Left, y, columns * Width, Height, Picture.White, Picture.Grid);
                picture.Text(Left + columns * Width / 2, y + Height / 2 + 4, $"{Hex(first * columns * each)} … {Hex((last + 1) * columns * each - 1)}: {(last + 1 - first) * columns * each} free", fill: Picture.Pale, size: 11);
            }
            y += Height;
        }
        var at = Left;
        foreach (var (policy, fill, words) in Legend(isa))
        {
            if (policy is { } p) picture.Shaded(at, y + 16, 16, 12, p, Picture.Grid);
            else picture.Box(at, y + 16, 16, 12, fill, Picture.Grid);
            picture.Text(at + 22, y + 26, words, "start", 11, Picture.Pale);
            at += 22 + Picture.WidthOf(words, 11) + 10;
        }
        return picture.Done();
    }

    /// <summary>Rows of cells; neighbouring ones with nothing in them are one.</summary>
    static List<(int First, int Last)> Rows(OpcodeSpace space, int count, int opcodes)
    {
        var rows = new List<(int First, int Last)>();
        bool IsFree(int row) => Enumerable.Range(row * opcodes, opcodes).All(space.IsFree);
        for (var row = 0; row < count; row++)
            if (rows.Count > 0 && IsFree(row) && IsFree(rows[^1].Last)) rows[^1] = (rows[^1].First, row);
            else rows.Add((row, row));
        return rows;
    }

    static void Cell(Picture picture, OpcodeSpace space, IEnumerable<int> opcodes, double x, double y)
    {
        var who = opcodes.SelectMany(o => space.At(o)).ToList();
        var region = who.Count == 0 ? opcodes.Select(space.RegionOf).OfType<Region>().FirstOrDefault() : null;
        if (region is not null) picture.Shaded(x, y, Width, Height, region.Policy, Picture.Grid);
        else picture.Box(x, y, Width, Height, Picture.White, Picture.Grid);
        if (who.Count == 0) return;
        var (claimed, all) = opcodes.Select(space.Words).Aggregate((BigInteger.Zero, BigInteger.Zero), (sum, w) => (sum.Item1 + w.Claimed, sum.Item2 + w.All));
        // at least a line, so that it shows
        var full = Math.Max(0.06, (double)(claimed * 1000 / all) / 1000);
        picture.Box(x + 0.5, y + Height - 0.5 - full * (Height - 1), Width - 1, full * (Height - 1), Picture.Taken);
        picture.Box(x, y, Width, Height, "none", Picture.Rule);
        var name = who.Count == 1 ? who[0].Mnemonic : $"{who.Count} instr.";
        var size = Picture.WidthOf(name, 11) <= Width - 4 ? 11.0 : Picture.WidthOf(name, 9) <= Width - 3 ? 9 : 7.5;
        picture.Text(x + Width / 2, y + Height / 2 + 4, Picture.Fitting(name, Width - 1, size), size: size);
    }

    static IEnumerable<(Policy? Policy, string Fill, string Words)> Legend(IsaDefinition isa) =>
    [
        (null, Picture.Taken, "instructions, as high as they fill it"), (null, Picture.White, "free: traps"),
        .. isa.Shape.Regions.Select(r => r.Policy).Distinct().Order().Select(p => ((Policy?)p, "", p == Policy.Custom ? "kept for others to extend" : "kept free")),
    ];
}
