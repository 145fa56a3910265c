using System.Collections.Immutable;

namespace Hw.Isa;

enum PartKind { Fixed, Operand, Semaphore, Unclaimed }

/// <summary>
/// Neighbouring bits of an instruction's word that mean one thing: fixed bits with their value, a field or a piece of one (of whose value it is the bits <paramref name="Of"/>), or bits that nothing claims.
/// </summary>
sealed record Part(PartKind Kind, BitRange Bits, string Name = "", BitRange? Of = null, UInt128 Value = default, Policy Policy = default)
{
    public string Text => Name != "" && Of is { } of ? $"{Name}{of}" : Name;
}

/// <summary>An instruction's word from its highest bit to its lowest, without gaps.</summary>
static class WordParts
{
    public static ImmutableArray<Part> Of(InstructionInfo i, int wordBits) =>
        [.. Claimed(i, wordBits).Concat(Rest(i, wordBits)).OrderByDescending(p => p.Bits.Hi)];

    static IEnumerable<Part> Claimed(InstructionInfo i, int wordBits)
    {
        foreach (var run in Runs(i.Mask & ~i.Trapped & ~i.Custom, wordBits)) yield return new(PartKind.Fixed, run, Value: run.Of(i.Match));
        foreach (var f in i.AllFields)
        {
            var left = f.Bits.Width;
            foreach (var piece in f.Bits.Pieces)
            {
                left -= piece.Width;
                yield return new(f.Kind == FieldKind.Semaphore ? PartKind.Semaphore : PartKind.Operand, piece, f.Name, f.Bits.IsWhole ? null : Values(f, left, piece.Width));
            }
        }
    }

    /// <summary>The bits of the value that a piece holds; in an offset of multiples of 2 the lowest is bit 1.</summary>
    static BitRange Values(Field f, int low, int width)
    {
        var scale = int.IsPow2(f.Multiple) ? int.Log2(f.Multiple) : 0;
        return new(low + width - 1 + scale, low + scale);
    }

    static IEnumerable<Part> Rest(InstructionInfo i, int wordBits) => Enum.GetValues<Policy>().SelectMany(policy => Runs(Unclaimed(i, policy), wordBits).Select(run => new Part(PartKind.Unclaimed, run, Policy: policy)));

    static UInt128 Unclaimed(InstructionInfo i, Policy policy) => policy switch
    {
        Policy.MustBeZero => i.Reserved,
        Policy.Hint => i.Ignored,
        Policy.Custom => i.Custom,
        _ => i.Trapped,
    };

    public static IEnumerable<BitRange> Runs(UInt128 mask, int wordBits)
    {
        for (var hi = wordBits - 1; hi >= 0; hi--)
        {
            if ((mask >> hi & 1) == 0) continue;
            var lo = hi;
            while (lo > 0 && (mask >> (lo - 1) & 1) != 0) lo--;
            yield return new(hi, lo);
            hi = lo;
        }
    }
}
