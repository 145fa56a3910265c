using System.Numerics;

namespace Hw.Bits;

/// <summary>
/// The scalar reading without a limit: for texts that say <see cref="IBits{T}.Wide"/>, and to check that the 64-bit readings
/// of the others lose nothing. It is the law in its plainest form, and slow.
/// </summary>
#pragma warning disable CS0660, CS0661 // == compares as hardware does and yields 0 or 1
public readonly record struct Big(BigInteger Value) : IBits<Big>
#pragma warning restore
{
    public static Big Constant(long value) => new(value);
    public static implicit operator Big(long value) => new(value);

    public static Big operator +(Big a, Big b) => new(a.Value + b.Value);
    public static Big operator -(Big a, Big b) => new(a.Value - b.Value);
    public static Big operator *(Big a, Big b) => new(a.Value * b.Value);
    public static Big operator &(Big a, Big b) => new(a.Value & b.Value);
    public static Big operator |(Big a, Big b) => new(a.Value | b.Value);
    public static Big operator ^(Big a, Big b) => new(a.Value ^ b.Value);
    public static Big operator !(Big c) => new(BigInteger.One - c.Value);
    public static Big operator <<(Big a, int n) => new(a.Value << n);
    public static Big operator >>(Big a, int n) => new(a.Value >> n);
    public static Big ShiftLeft(Big a, Big n, int max) => new(a.Value << Distance(n, max));
    public static Big ShiftRight(Big a, Big n, int max) => new(a.Value >> Distance(n, max));

    public static Big operator <(Big a, Big b) => Condition(a.Value < b.Value);
    public static Big operator <=(Big a, Big b) => Condition(a.Value <= b.Value);
    public static Big operator >(Big a, Big b) => b < a;
    public static Big operator >=(Big a, Big b) => b <= a;
    static Big IBits<Big>.operator ==(Big a, Big b) => Condition(a.Value == b.Value);
    static Big IBits<Big>.operator !=(Big a, Big b) => Condition(a.Value != b.Value);
    static Big Condition(bool c) => new(c ? BigInteger.One : BigInteger.Zero);

    public static Big Slice(Big a, int hi, int lo) => new((a.Value >> lo) & Interval.UInt(hi - lo + 1).Max);
    public static Big Mux(Big c, Big t, Big f) => c.Value.IsZero ? f : t;
    public static Big Wrap(Big a, Interval target) => new(target.Wrap(a.Value));
    public static Big Outside(Big a, Interval target) => Condition(!target.Contains(a.Value));
    public static Big Saturate(Big a, Interval target) => new(BigInteger.Clamp(a.Value, target.Min, target.Max));
    public static Big Lookup(Rom table, Big index) => new(table.Entries[(int)index.Value]);
    public static Big Wide(Big a) => a;

    public static Big Fits(Big a, Interval target, string because) =>
        target.Contains(a.Value) ? a : throw new BitsException($"{a.Value} was promised to fit {target.Describe()}: {because}");

    static int Distance(Big n, int max) => n.Value >= 0 && n.Value <= max ? (int)n.Value
        : throw new BitsException($"a shift distance of {n.Value} is not within 0 … {max}");
}
