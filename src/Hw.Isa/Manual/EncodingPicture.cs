namespace Hw.Isa;

/// <summary>An instruction's word as hardware manuals draw it: rows of 32 bits, the highest first; bit numbers above, fixed bits by their values, names that are too wide for their box below it.</summary>
static class EncodingPicture
{
    const double Cell = 22, Left = 14, Right = 14, Box = 34, Numbers = 20, Label = 15;
    const int RowBits = 32;

    public static string Draw(IsaDefinition isa, InstructionInfo i) => Draw($"{i.Mnemonic}: its word", isa.Shape.WordBits, WordParts.Of(i, isa.Shape.WordBits));

    /// <param name="parts">Without gaps, the highest first.</param>
    public static string Draw(string title, int wordBits, IReadOnlyList<Part> parts)
    {
        var rows = Rows(wordBits).Select(row => (Row: row, Parts: parts.SelectMany(p => Within(p, row)).ToList())).Select(r => (r.Row, r.Parts, Below: Below(r.Row, r.Parts))).ToList();
        var heights = rows.Select(r => Numbers + Box + (r.Below.Count == 0 ? 6 : (r.Below.Max(b => b.Level) + 1) * Label + 10)).ToList();
        var legend = Legend(parts);
        var picture = new Picture(Left + Right + Cell * Math.Min(wordBits, RowBits), heights.Sum() + 8 + (legend.Count > 0 ? 26 : 0), title);
        var y = 4.0;
        foreach (var ((row, own, below), height) in rows.Zip(heights))
        {
            foreach (var part in own) Draw(picture, row, part, y + Numbers);
            foreach (var (part, x, level) in below)
            {
                var middle = (X(row, part.Bits.Hi) + X(row, part.Bits.Lo) + Cell) / 2;
                picture.Line(middle, y + Numbers + Box, middle, y + Numbers + Box + 5 + level * Label, Picture.Grid);
                picture.Text(x, y + Numbers + Box + 15 + level * Label, part.Text, "start", 11);
            }
            y += height;
        }
        var at = Left;
        foreach (var (policy, words) in legend)
        {
            picture.Shaded(at, y + 4, 16, 12, policy, Picture.Grid);
            picture.Text(at + 22, y + 14, words, "start", 11, Picture.Pale);
            at += 22 + Picture.WidthOf(words, 11) + 18;
        }
        return picture.Done();
    }

    static IEnumerable<BitRange> Rows(int wordBits)
    {
        for (var hi = wordBits - 1; hi >= 0; hi -= RowBits) yield return new(hi, Math.Max(0, hi - RowBits + 1));
    }

    static double X(BitRange row, int bit) => Left + (row.Hi - bit) * Cell;

    /// <summary>What of a part lies in a row: of a field cut in two, the bits of its value that do.</summary>
    static IEnumerable<Part> Within(Part part, BitRange row)
    {
        var (hi, lo) = (Math.Min(part.Bits.Hi, row.Hi), Math.Max(part.Bits.Lo, row.Lo));
        if (hi < lo) yield break;
        var bits = new BitRange(hi, lo);
        var low = (part.Of?.Lo ?? 0) + lo - part.Bits.Lo;
        yield return bits == part.Bits ? part : part with { Bits = bits, Of = new(low + bits.Width - 1, low), Value = part.Value >> (lo - part.Bits.Lo) };
    }

    static bool Fits(Part part) => part.Kind is PartKind.Fixed or PartKind.Unclaimed || Picture.WidthOf(part.Text) <= part.Bits.Width * Cell - 4;

    /// <summary>Names that stand below: each centred under its box, on the first level where it touches no other.</summary>
    static List<(Part Part, double X, int Level)> Below(BitRange row, List<Part> parts)
    {
        var placed = new List<(Part Part, double X, int Level)>();
        var right = X(row, row.Lo) + Cell;
        foreach (var part in parts.Where(p => !Fits(p)).Reverse())
        {
            var width = Picture.WidthOf(part.Text, 11);
            var middle = (X(row, part.Bits.Hi) + X(row, part.Bits.Lo) + Cell) / 2;
            var x = Math.Clamp(middle - width / 2, Left, Math.Max(Left, right - width));
            var level = 0;
            while (placed.Any(p => p.Level == level && x < p.X + Picture.WidthOf(p.Part.Text, 11) + 6 && p.X < x + width + 6 || p.Level > level && Middle(row, p.Part) > x - 4 && Middle(row, p.Part) < x + width + 4)) level++;
            placed.Add((part, x, level));
        }
        return placed;
    }

    static double Middle(BitRange row, Part part) => (X(row, part.Bits.Hi) + X(row, part.Bits.Lo) + Cell) / 2;

    static void Draw(Picture picture, BitRange row, Part part, double y)
    {
        var (x, width) = (X(row, part.Bits.Hi), part.Bits.Width * Cell);
        if (part.Kind == PartKind.Unclaimed) picture.Shaded(x, y, width, Box, part.Policy, Picture.Rule);
        else picture.Box(x, y, width, Box, part.Kind switch { PartKind.Fixed => Picture.Fixed, PartKind.Semaphore => Picture.Semaphore, _ => Picture.Operand }, Picture.Rule);
        for (var bit = part.Bits.Lo + 1; bit <= part.Bits.Hi; bit++)
        {
            var at = X(row, bit) + Cell;
            picture.Line(at, y, at, y + 4, Picture.Grid);
            picture.Line(at, y + Box - 4, at, y + Box, Picture.Grid);
        }
        picture.Text(x + Cell / 2, y - 6, $"{part.Bits.Hi}", size: 9.5, fill: Picture.Pale);
        if (part.Bits.Width > 1) picture.Text(x + width - Cell / 2, y - 6, $"{part.Bits.Lo}", size: 9.5, fill: Picture.Pale);
        if (part.Kind == PartKind.Fixed)
            for (var bit = part.Bits.Lo; bit <= part.Bits.Hi; bit++) picture.Text(X(row, bit) + Cell / 2, y + 22, $"{part.Value >> (bit - part.Bits.Lo) & 1}", size: 13, code: true);
        else if (part.Kind != PartKind.Unclaimed && Fits(part)) picture.Text(x + width / 2, y + 21.5, part.Text);
    }

    static List<(Policy, string)> Legend(IEnumerable<Part> parts) =>
        [.. parts.Where(p => p.Kind == PartKind.Unclaimed).Select(p => p.Policy).Distinct().Order().Select(p => (p, Says(p)))];

    public static string Says(Policy policy) => policy switch
    {
        Policy.MustBeZero => "must be 0",
        Policy.Hint => "ignored",
        Policy.Custom => "for others to extend; traps",
        _ => "traps",
    };
}
