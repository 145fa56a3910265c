namespace Hw.Bits;

/// <summary>
/// Exact integers, and the whole vocabulary that arithmetic is written in. A text is an ordinary generic method over
/// <c>T : struct, IBits&lt;T&gt;</c>; it is read as numbers (<see cref="Int"/>), as SIMD lanes (<see cref="Lanes{E}"/>)
/// or as hardware (<see cref="Signal"/>).
/// <para>Laws. No operation overflows: a result is the integer that arithmetic says. Only <see cref="Wrap"/>,
/// <see cref="Slice"/> and <see cref="Fits"/> narrow, and they say so. A condition is the integer 0 or 1. Both arms of a
/// <see cref="Mux"/> are evaluated, so every operation is total.</para>
/// </summary>
public interface IBits<T> where T : struct, IBits<T>
{
    static abstract T Constant(long value);
    static virtual implicit operator T(long value) => T.Constant(value);

    static abstract T operator +(T a, T b);
    static abstract T operator -(T a, T b);
    static abstract T operator *(T a, T b);
    static virtual T operator -(T a) => T.Constant(0) - a;

    /// <summary>Bitwise on two's complement of unlimited length; on conditions, logic.</summary>
    static abstract T operator &(T a, T b);
    static abstract T operator |(T a, T b);
    static abstract T operator ^(T a, T b);

    /// <summary>Negation of a condition: 1 − c.</summary>
    static abstract T operator !(T condition);

    static abstract T operator ==(T a, T b);
    static abstract T operator !=(T a, T b);
    static abstract T operator <(T a, T b);
    static abstract T operator <=(T a, T b);
    static virtual T operator >(T a, T b) => b < a;
    static virtual T operator >=(T a, T b) => b <= a;

    /// <summary>a · 2^n.</summary>
    static abstract T operator <<(T a, int n);
    /// <summary>⌊a / 2^n⌋, also for negative a.</summary>
    static abstract T operator >>(T a, int n);
    /// <summary>a · 2^n for n in 0 … max.</summary>
    static abstract T ShiftLeft(T a, T n, int max);
    /// <summary>The low <paramref name="width"/> bits of a · 2^n, for a ≥ 0 and n in 0 … max: a shift that moves ones up and out, or up to the top.</summary>
    static virtual T ShiftLeftWithin(T a, T n, int max, int width) => T.Slice(T.ShiftLeft(a, n, max), width - 1, 0);
    /// <summary>⌊a / 2^n⌋ for n in 0 … max.</summary>
    static abstract T ShiftRight(T a, T n, int max);

    /// <summary>Bits hi … lo of the two's complement of a, as an unsigned number.</summary>
    static abstract T Slice(T a, int hi, int lo);

    /// <summary>t where the condition is 1, f where it is 0.</summary>
    static abstract T Mux(T condition, T t, T f);

    /// <summary>Keeps the low bits: the value of <paramref name="target"/> (Int(n) or UInt(n)) congruent to a modulo 2^n.</summary>
    static abstract T Wrap(T a, Interval target);

    /// <summary>
    /// Promises that a is in <paramref name="target"/>, for a reason the intervals cannot see. A truncation in Verilog, an
    /// assertion in every simulation and in the golden model.
    /// </summary>
    static abstract T Fits(T a, Interval target, string because);

    static virtual T Min(T a, T b) => T.Mux(a < b, a, b);
    static virtual T Max(T a, T b) => T.Mux(a < b, b, a);
    static virtual T Abs(T a) => T.Mux(a < T.Constant(0), -a, a);

    /// <summary>Whether a is not in <paramref name="target"/>: what a wrap would change and a clamp would clamp.</summary>
    static virtual T Outside(T a, Interval target) => (a < T.Constant(target.Low)) | (T.Constant(target.High) < a);

    /// <summary>The nearest value of <paramref name="target"/>: clamps at its two ends.</summary>
    static virtual T Saturate(T a, Interval target) => T.Min(T.Max(a, T.Constant(target.Low)), T.Constant(target.High));

    /// <summary>(a + b) clamped to <paramref name="target"/>; a and b are both in it. Its own operation because a SIMD lane has no bit to spare for the sum.</summary>
    static virtual T AddSaturate(T a, T b, Interval target) => T.Saturate(a + b, target);

    /// <summary>high · 2^lowWidth + low, side by side: low is in 0 … 2^lowWidth − 1 and high is not negative.</summary>
    static virtual T Join(T high, T low, int lowWidth) => high << lowWidth | low;

    /// <summary>Entry <paramref name="index"/> of a table of constants. Hardware makes it a ROM.</summary>
    static abstract T Lookup(Rom table, T index);

    /// <summary>Zeros above the highest one in the <paramref name="width"/> bits of a; width itself where a is 0.</summary>
    static virtual T LeadingZeros(T a, int width) => Derived.CountByHalves(a, width);

    /// <summary>Moves a up until the highest one stands on top of <paramref name="width"/> bits, but by no more than <paramref name="limit"/> ≥ 0 places; ones come in
    /// below where <paramref name="fill"/> is 1. Of nothing but zeros the top is never reached: they move min(limit, 2^⌈log2 width⌉ − 1) places.</summary>
    static virtual (T Value, T Places) Normalize(T a, int width, T limit, T fill) => Derived.NormalizeByStages(a, width, limit, fill);

    /// <summary>⌊a / 2^n⌋ for n in 0 … max and a ≥ 0, with bit 0 set where a one was shifted out: all that rounding needs to know of what was lost.</summary>
    static virtual T ShiftRightSticky(T a, T n, int max) => Derived.ShiftByStages(a, n, max);

    /// <summary>The same value; hardware shows it under this name.</summary>
    static virtual T Named(T a, string name) => a;

    /// <summary>The same value, and leave for what is made of it to be wider than 63 bits and a sign. Only <see cref="Big"/> and
    /// <see cref="Signal"/> can read such a text.</summary>
    static abstract T Wide(T a);

    /// <summary>False where the condition is known to be 0: then a text may leave out what would follow from it.</summary>
    static virtual bool IsPossible(T condition) => true;

    /// <summary>The largest value; hardware makes it a tree.</summary>
    static virtual T Largest(ReadOnlySpan<T> values)
    {
        var largest = values[0];
        for (var k = 1; k < values.Length; k++) largest = T.Max(largest, values[k]);
        return largest;
    }

    /// <summary>Σ terms. Exact, so any order is the same; hardware makes it a tree.</summary>
    static virtual T Sum(ReadOnlySpan<T> terms)
    {
        var sum = terms[0];
        for (var k = 1; k < terms.Length; k++) sum += terms[k];
        return sum;
    }

    /// <summary>Σ a[k] · b[k]. Exact, so any order is the same; hardware makes it a tree.</summary>
    static virtual T Dot(ReadOnlySpan<T> a, ReadOnlySpan<T> b)
    {
        var sum = a[0] * b[0];
        for (var k = 1; k < a.Length; k++) sum += a[k] * b[k];
        return sum;
    }
}
