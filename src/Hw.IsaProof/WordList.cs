using Hw.Encodings;

namespace Hw.IsaProof;

/// <summary>
/// The words that all three are asked about. For each instruction: corners of every field, all patterns of narrow ones, neighbouring fields in pairs, every reserved and every fixed bit
/// turned alone, in pairs and together, what is illegal twice over; for each gap its corners; and every value of the bits that most instructions fix.
/// </summary>
public sealed class WordList
{
    /// <summary>Fields up to this width are tried with every pattern.</summary>
    const int NarrowField = 10;
    /// <summary>So many of the bits that instructions fix are tried with every value.</summary>
    const int DecodeBits = 17;
    const int RandomFills = 64, RandomFillsOfAll = 4;

    readonly EncodingTable table;
    readonly List<UInt128> words = [];
    readonly Dictionary<TableRow, (int First, int End)> ofRow = [];
    readonly UInt128 all;

    public WordList(EncodingTable table)
    {
        this.table = table;
        all = table.Isa.Shape.WordBits == 128 ? UInt128.MaxValue : (UInt128.One << table.Isa.Shape.WordBits) - 1;
        Gaps = [.. FindGaps()];
        foreach (var row in table.Rows)
        {
            var first = words.Count;
            Add(row);
            ofRow[row] = (first, words.Count);
        }
        foreach (var gap in Gaps) Add(gap);
        AddDecodeBits();
    }

    public IReadOnlyList<UInt128> Words => words;
    /// <summary>Words that are no instruction, as cubes that do not meet.</summary>
    public ImmutableArray<Cube> Gaps { get; }
    /// <summary>The words made for an instruction, by their place in the list.</summary>
    public (int First, int End) Of(TableRow row) => ofRow[row];

    void Say(UInt128 word) => words.Add(word & all);

    List<Cube> FindGaps()
    {
        var rest = new List<Cube> { new((~all).ToWord(), Word.Zero) };
        foreach (var row in table.Rows)
        {
            var taken = new Cube(row.Mask.ToWord(), row.Match.ToWord());
            rest = [.. rest.SelectMany(cube => cube.Without(taken))];
        }
        return rest;
    }

    void Add(TableRow row)
    {
        var random = new RandomStream(row.Name);
        ImmutableArray<TableField> fields = [.. row.References, .. row.Operands];
        var byPlace = fields.OrderBy(f => f.Places.Min()).ToList();
        var (zero, fixedBits) = (Positions(row.Zero), Positions(row.Mask));
        UInt128 least = row.Match, greatest = row.Match;
        foreach (var field in fields)
        {
            var legal = field.LegalPatterns();
            (least, greatest) = (field.Put(least, legal[0].Least), field.Put(greatest, legal[^1].Greatest));
        }
        UInt128[] bases = [least, greatest, Legal(), Legal()];

        foreach (var word in bases)
        {
            Say(word);
            foreach (var field in fields)
                foreach (var raw in word == bases[0] || word == bases[2] ? Patterns(field, random) : Corners(field)) Say(field.Put(word, raw));
            foreach (var bits in (List<int>[])[zero, Positions(row.Ignored), fixedBits])
            {
                foreach (var bit in bits) Say(word ^ UInt128.One << bit);
                for (var i = 1; i < bits.Count; i++) Say(word ^ UInt128.One << bits[i] ^ UInt128.One << bits[i - 1]);
            }
            Say(word | row.Zero);
            Say(word | row.Ignored);
        }
        for (var i = 0; i < fixedBits.Count; i++)
            for (var j = 0; j < i; j++) Say(bases[2] ^ UInt128.One << fixedBits[i] ^ UInt128.One << fixedBits[j]);
        for (var i = 1; i < byPlace.Count; i++)
            foreach (var a in Corners(byPlace[i - 1]))
                foreach (var b in Corners(byPlace[i])) Say(byPlace[i].Put(byPlace[i - 1].Put(bases[2], a), b));

        // wrong in two ways: which is told?
        foreach (var field in fields)
            foreach (var (bad, worst) in field.Gaps())
                foreach (var raw in (long[])[bad, worst])
                {
                    var wrong = field.Put(Legal(), raw);
                    Say(wrong);
                    foreach (var bit in zero) Say(wrong | UInt128.One << bit);
                    foreach (var other in fields)
                        foreach (var (also, _) in other.Gaps()) Say(other.Put(wrong, also));
                }
        for (var i = 0; i < RandomFills; i++)
        {
            Say(Legal());
            Say(Legal() | random.Word() & row.Ignored);
            Say(random.Word() & ~row.Mask & ~row.Zero | row.Match);
            Say(random.Word() & ~row.Mask | row.Match);
        }

        UInt128 Legal() => fields.Aggregate(row.Match, (word, field) => field.Put(word, random.Legal(field)));
    }

    void Add(Cube gap)
    {
        var random = new RandomStream(gap.ToString());
        var (mask, value) = (gap.Mask.ToUInt128(), gap.Value.ToUInt128());
        Say(value);
        Say(value | ~mask);
        foreach (var bit in Positions(~mask & all)) Say(value | UInt128.One << bit);
        for (var i = 0; i < RandomFills; i++) Say(value | random.Word() & ~mask);
    }

    /// <summary>Every value of the bits that most instructions fix, the others once zero, once one, and at random.</summary>
    void AddDecodeBits()
    {
        ExhaustiveBits = [.. Enumerable.Range(0, table.Isa.Shape.WordBits).Select(bit => (Bit: bit, Times: table.Rows.Count(r => (r.Mask >> bit & 1) != 0)))
            .Where(b => b.Times > 0).OrderByDescending(b => b.Times).ThenBy(b => b.Bit).Take(DecodeBits).Select(b => b.Bit).Order()];
        var random = new RandomStream(table.Isa.Name);
        var mask = ExhaustiveBits.Aggregate(UInt128.Zero, (m, bit) => m | UInt128.One << bit);
        for (var value = 0; value < 1 << ExhaustiveBits.Length; value++)
        {
            var word = UInt128.Zero;
            for (var i = 0; i < ExhaustiveBits.Length; i++) word |= (UInt128)(value >> i & 1) << ExhaustiveBits[i];
            Say(word);
            Say(word | ~mask);
            for (var i = 0; i < RandomFillsOfAll; i++) Say(word | random.Word() & ~mask);
        }
    }

    /// <summary>The bits that were tried with every value, whatever else there is.</summary>
    public ImmutableArray<int> ExhaustiveBits { get; private set; } = [];

    static IEnumerable<long> Patterns(TableField field, RandomStream random)
    {
        if (field.Width <= NarrowField) return Enumerable.Range(0, (int)field.Patterns).Select(v => (long)v);
        var last = field.Patterns - 1;
        return Corners(field).Concat(Enumerable.Range(0, field.Width).SelectMany(i => (long[])[1L << i, last ^ 1L << i])).Concat(Enumerable.Range(0, RandomFills).Select(_ => random.Below(field.Patterns))).Distinct();
    }

    /// <summary>The ends of the field, of its sign, and of what is legal, each with its neighbours.</summary>
    static IEnumerable<long> Corners(TableField field)
    {
        var ends = new List<long> { 0, field.Patterns - 1, field.Patterns / 2 };
        foreach (var (least, greatest) in field.LegalPatterns()) ends.AddRange([least, greatest]);
        return ends.SelectMany(v => (long[])[v - 1, v, v + 1]).Where(v => v >= 0 && v < field.Patterns).Distinct().Order();
    }

    static List<int> Positions(UInt128 bits) => [.. Enumerable.Range(0, 128).Where(i => (bits >> i & 1) != 0)];
}
