using Hw.Bits;

namespace Hw.NumberCheck;

/// <summary>
/// The scalar reading with one fault in it: one constant reads one too large, one table reads too large, one clamp stops one short, or one product of a sum is left out.
/// So a fault can be planted in every text without a word about it in the text.
/// </summary>
#pragma warning disable CS0660, CS0661 // == compares as hardware does and yields 0 or 1
public readonly record struct Planted(Int Value) : IBits<Planted>
#pragma warning restore
{
    [ThreadStatic] static Plant? plant;
    [ThreadStatic] static int seen;
    [ThreadStatic] static object? struck;

    /// <summary>A table entry packs the three numbers of a quadratic, the start on top: the fault is 2^-21 of that.</summary>
    const int TableFault = 42;

    /// <summary>What the fault hit since <see cref="Restart"/>: the constant's value or the table; null if the text never came to it.</summary>
    internal static object? Struck => struck;

    /// <summary>From here on this thread reads texts with the fault; null takes it out.</summary>
    internal static void With(Plant? fault) => plant = fault;

    /// <summary>Starts counting occurrences again: a text is about to be read.</summary>
    internal static void Restart() => (seen, struck) = (0, null);

    /// <summary>Whether the thing read now is the faulty one. Things of a kind are counted in the order in which the text comes to them.</summary>
    static bool Strikes(PlantKind kind) => plant?.Kind == kind && seen++ == plant.Occurrence;

    public static Planted Constant(long value)
    {
        if (!Strikes(PlantKind.Constant)) return new(value);
        struck = value;
        return new(value + 1);
    }
    public static implicit operator Planted(long value) => Constant(value);

    public static Planted Lookup(Rom table, Planted index)
    {
        var entry = Int.Lookup(table, index.Value);
        if (!Strikes(PlantKind.Table)) return new(entry);
        struck = table;
        return new(entry + (1L << TableFault));
    }

    public static Planted Outside(Planted a, Interval target) =>
        new(Int.Outside(a.Value, Strikes(PlantKind.Clamp) ? Short(target) : target));
    public static Planted Saturate(Planted a, Interval target) =>
        new(Int.Saturate(a.Value, Strikes(PlantKind.Clamp) ? Short(target) : target));

    static Interval Short(Interval target)
    {
        struck = (long)target.Max;
        return new(target.Min, target.Max - 1);
    }

    public static Planted Dot(ReadOnlySpan<Planted> a, ReadOnlySpan<Planted> b)
    {
        var (sum, count) = (new Int(0), a.Length);
        if (Strikes(PlantKind.Term)) (struck, count) = (a.Length - 1, a.Length - 1);
        for (var k = 0; k < count; k++) sum += a[k].Value * b[k].Value;
        return new(sum);
    }

    public static Planted operator +(Planted a, Planted b) => new(a.Value + b.Value);
    public static Planted operator -(Planted a, Planted b) => new(a.Value - b.Value);
    public static Planted operator *(Planted a, Planted b) => new(a.Value * b.Value);
    public static Planted operator &(Planted a, Planted b) => new(a.Value & b.Value);
    public static Planted operator |(Planted a, Planted b) => new(a.Value | b.Value);
    public static Planted operator ^(Planted a, Planted b) => new(a.Value ^ b.Value);
    public static Planted operator !(Planted c) => new(!c.Value);
    public static Planted operator <<(Planted a, int n) => new(a.Value << n);
    public static Planted operator >>(Planted a, int n) => new(a.Value >> n);
    public static Planted ShiftLeft(Planted a, Planted n, int max) => new(Int.ShiftLeft(a.Value, n.Value, max));
    public static Planted ShiftRight(Planted a, Planted n, int max) => new(Int.ShiftRight(a.Value, n.Value, max));
    public static Planted ShiftRightSticky(Planted a, Planted n, int max) => new(Int.ShiftRightSticky(a.Value, n.Value, max));
    public static Planted LeadingZeros(Planted a, int width) => new(Int.LeadingZeros(a.Value, width));
    public static (Planted Value, Planted Places) Normalize(Planted a, int width, Planted limit, Planted fill) =>
        Int.Normalize(a.Value, width, limit.Value, fill.Value) is var (value, places) ? (new(value), new(places)) : default;
    public static Planted Join(Planted high, Planted low, int lowWidth) => new(Int.Join(high.Value, low.Value, lowWidth));
    public static Planted operator <(Planted a, Planted b) => new(a.Value < b.Value);
    public static Planted operator <=(Planted a, Planted b) => new(a.Value <= b.Value);
    public static Planted operator >(Planted a, Planted b) => b < a;
    public static Planted operator >=(Planted a, Planted b) => b <= a;
    static Planted IBits<Planted>.operator ==(Planted a, Planted b) => new(a.Value.Value == b.Value.Value ? 1 : 0);
    static Planted IBits<Planted>.operator !=(Planted a, Planted b) => new(a.Value.Value != b.Value.Value ? 1 : 0);
    public static Planted Slice(Planted a, int hi, int lo) => new(Int.Slice(a.Value, hi, lo));
    public static Planted Mux(Planted c, Planted t, Planted f) => new(Int.Mux(c.Value, t.Value, f.Value));
    public static Planted Wrap(Planted a, Interval target) => new(Int.Wrap(a.Value, target));
    public static Planted Wide(Planted a) => new(Int.Wide(a.Value));

    /// <summary>A promise that the fault breaks is no result; the oracle shall see the number that would come out.</summary>
    public static Planted Fits(Planted a, Interval target, string because) => a;
}
