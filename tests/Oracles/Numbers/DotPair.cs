namespace Hw.Oracles;

/// <summary>Which operands DOT32 takes, and by which rule.</summary>
static class DotPair
{
    public static bool IsAligned(string a, string b) => IsWide(a) || IsWide(b);

    static bool IsWide(string format) => format is "bf16" or "fp16" or "e5m2";

    static bool IsElement(string format) => format != "fp32" && FloatFormat.Exists(format);

    public static bool Exists(string a, string b) =>
        IntegerFormat.Bits(a) is 8 or 4 && IntegerFormat.Bits(b) is 8 or 4
        || IsElement(a) && IsElement(b)
        || BlockFormat.Find(a) is { } x && BlockFormat.Find(b) is { } y
           && (x == y || x.Size == y.Size && IsElement(x.Element) && IsElement(y.Element));

    public static void Check(string formatA, long[] a, string formatB, long[] b, long[]? scaleA, long[]? scaleB)
    {
        if (!Exists(formatA, formatB))
            throw new ArgumentException($"docs/numerics.md defines no DOT32 of {formatA} and {formatB}.");
        var scales = BlockFormat.Find(formatA) is { } block ? 32 / block.Size : 0;
        if (a.Length != 32 || b.Length != 32 || (scaleA?.Length ?? 0) != scales || (scaleB?.Length ?? 0) != scales)
            throw new ArgumentException($"DOT32 of {formatA} and {formatB} takes 32 elements and {scales} scales on each side; " +
                $"got {a.Length} and {scaleA?.Length ?? 0}, {b.Length} and {scaleB?.Length ?? 0}.");
    }
}
