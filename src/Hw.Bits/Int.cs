using System.Numerics;
using System.Runtime.CompilerServices;

namespace Hw.Bits;

/// <summary>
/// The scalar reading: one 64-bit number. It does not check for overflow, because the hardware reading of the same text
/// proves that no value needs more than 63 bits and a sign (see <see cref="Signal"/>).
/// </summary>
#pragma warning disable CS0660, CS0661 // == compares as hardware does and yields 0 or 1; Equals of the record struct stays what it is
public readonly record struct Int(long Value) : IBits<Int>
#pragma warning restore
{
    const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining;

    [MethodImpl(Inline)] public static Int Constant(long value) => new(value);
    [MethodImpl(Inline)] public static implicit operator Int(long value) => new(value);
    [MethodImpl(Inline)] public static explicit operator long(Int a) => a.Value;

    [MethodImpl(Inline)] public static Int operator +(Int a, Int b) => new(a.Value + b.Value);
    [MethodImpl(Inline)] public static Int operator -(Int a, Int b) => new(a.Value - b.Value);
    [MethodImpl(Inline)] public static Int operator *(Int a, Int b) => new(a.Value * b.Value);
    [MethodImpl(Inline)] public static Int operator -(Int a) => new(-a.Value);
    [MethodImpl(Inline)] public static Int operator &(Int a, Int b) => new(a.Value & b.Value);
    [MethodImpl(Inline)] public static Int operator |(Int a, Int b) => new(a.Value | b.Value);
    [MethodImpl(Inline)] public static Int operator ^(Int a, Int b) => new(a.Value ^ b.Value);
    [MethodImpl(Inline)] public static Int operator !(Int c) => new(c.Value ^ 1);
    [MethodImpl(Inline)] public static Int operator <<(Int a, int n) => new(a.Value << n);
    [MethodImpl(Inline)] public static Int operator >>(Int a, int n) => new(a.Value >> Math.Min(n, 63));
    [MethodImpl(Inline)] public static Int ShiftLeft(Int a, Int n, int max) => new(a.Value << (int)n.Value);
    [MethodImpl(Inline)] public static Int ShiftRight(Int a, Int n, int max) => new(a.Value >> (int)Math.Min(n.Value, 63));
    [MethodImpl(Inline)] public static Int Mux(Int c, Int t, Int f) => c.Value != 0 ? t : f;

    [MethodImpl(Inline)] public static Int operator <(Int a, Int b) => Condition(a.Value < b.Value);
    [MethodImpl(Inline)] public static Int operator <=(Int a, Int b) => Condition(a.Value <= b.Value);
    [MethodImpl(Inline)] public static Int operator >(Int a, Int b) => Condition(a.Value > b.Value);
    [MethodImpl(Inline)] public static Int operator >=(Int a, Int b) => Condition(a.Value >= b.Value);
    [MethodImpl(Inline)] static Int IBits<Int>.operator ==(Int a, Int b) => Condition(a.Value == b.Value);
    [MethodImpl(Inline)] static Int IBits<Int>.operator !=(Int a, Int b) => Condition(a.Value != b.Value);
    [MethodImpl(Inline)] static Int Condition(bool c) => new(c ? 1 : 0);

    [MethodImpl(Inline)] public static Int Min(Int a, Int b) => new(Math.Min(a.Value, b.Value));
    [MethodImpl(Inline)] public static Int Max(Int a, Int b) => new(Math.Max(a.Value, b.Value));

    [MethodImpl(Inline)]
    public static Int Slice(Int a, int hi, int lo) =>
        new((a.Value >> Math.Min(lo, 63)) & (hi - lo >= 63 ? -1L : (1L << (hi - lo + 1)) - 1));

    [MethodImpl(Inline)]
    public static Int Wrap(Int a, Interval target)
    {
        var spare = Math.Max(0, 64 - target.Width);
        return new(target.IsSigned ? a.Value << spare >> spare : (long)((ulong)a.Value << spare >> spare));
    }

    [MethodImpl(Inline)] public static Int Join(Int high, Int low, int lowWidth) => new(high.Value << lowWidth | low.Value);
    [MethodImpl(Inline)] public static Int Lookup(Rom table, Int index) => new(table.Entries[(int)index.Value]);
    [MethodImpl(Inline)] public static Int LeadingZeros(Int a, int width) => new(BitOperations.LeadingZeroCount((ulong)a.Value) - (64 - width));

    [MethodImpl(Inline)]
    public static (Int Value, Int Places) Normalize(Int a, int width, Int limit, Int fill)
    {
        var most = (1L << (64 - BitOperations.LeadingZeroCount((ulong)width - 1))) - 1;
        var zeros = a.Value != 0 ? BitOperations.LeadingZeroCount((ulong)a.Value) - (64 - width) : fill.Value != 0 ? Math.Min(width, most) : most;
        var places = Math.Min(zeros, limit.Value);
        return (new(a.Value << (int)places | (fill.Value << (int)places) - fill.Value), new(places));
    }

    [MethodImpl(Inline)]
    public static Int ShiftRightSticky(Int a, Int n, int max)
    {
        var shift = (int)Math.Min(n.Value, 63);
        var kept = a.Value >> shift;
        return new(kept << shift == a.Value ? kept : kept | 1);
    }

    [MethodImpl(Inline)] public static bool IsPossible(Int condition) => condition.Value != 0;
    public static Int Wide(Int a) => throw new BitsException($"a 64-bit number cannot read a text that says Wide; read it with {nameof(Big)}");

    [MethodImpl(Inline)] public static Int Outside(Int a, Interval target) => Condition(a.Value < target.Low || a.Value > target.High);
    [MethodImpl(Inline)] public static Int Saturate(Int a, Interval target) => new(Math.Clamp(a.Value, target.Low, target.High));

    public static Int Fits(Int a, Interval target, string because) =>
        a.Value >= target.Low && a.Value <= target.High ? a : throw new BitsException($"{a.Value} was promised to fit {target.Describe()}: {because}");
}
