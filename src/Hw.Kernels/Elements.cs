namespace Hw.Kernels;

/// <summary>What follows from an element's type: bytes, which are also the SPAD rows that 32 of them fill.</summary>
static class Elements
{
    public static int Bytes(this MmType type) => type == MmType.BF16 ? 2 : 1;
    public static int Bytes(this VqType type) => type == VqType.BF16 ? 2 : 1;
}

/// <summary>A run of outputs, features, keys or token blocks.</summary>
readonly record struct Span(int Start, int Count)
{
    public int End => Start + Count;
    public override string ToString() => $"{Start}…{End - 1}";

    /// <summary>Near-equal spans of at most <paramref name="most"/>, all but the last of them multiples of 32.</summary>
    public static List<Span> Cut(int total, int most)
    {
        const int granule = Hw.Bits.Dot32.Depth;
        var (granules, parts) = ((total + granule - 1) / granule, (total + most - 1) / most);
        return [.. Enumerable.Range(0, parts).Select(i => (From: granules * i / parts * granule, To: Math.Min(total, granules * (i + 1) / parts * granule))).Select(p => new Span(p.From, p.To - p.From))];
    }
}
