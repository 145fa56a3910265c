namespace Hw.Oracles;

/// <summary>What a bit pattern stands for: NaN, an infinity, or an exact value; a zero keeps its sign beside the value.</summary>
readonly struct Number
{
    enum Kind { Finite, Infinite, Nan }

    readonly Kind kind;
    readonly Exact value;

    Number(Kind kind, bool negative, Exact value) => (this.kind, Negative, this.value) = (kind, negative, value);

    public static readonly Number NaN = new(Kind.Nan, false, new(0));
    public static Number Infinity(bool negative) => new(Kind.Infinite, negative, new(0));
    public static Number Finite(bool negative, Exact magnitude) => new(Kind.Finite, negative, negative ? -magnitude : magnitude);
    public static Number Of(Exact value) => new(Kind.Finite, value.Sign < 0, value);

    public bool Negative { get; }
    public bool IsNaN => kind == Kind.Nan;
    public bool IsInfinite => kind == Kind.Infinite;
    public bool IsFinite => kind == Kind.Finite;
    public bool IsZero => IsFinite && value.Sign == 0;
    public Exact Value => IsFinite ? value : throw new InvalidOperationException("NaN and infinities have no exact value: ask first.");

    /// <summary>The product as IEEE 754 has it before rounding: signs multiply, 0·Inf is NaN.</summary>
    public static Number operator *(Number a, Number b)
    {
        var negative = a.Negative != b.Negative;
        if (a.IsNaN || b.IsNaN || a.IsInfinite && b.IsZero || a.IsZero && b.IsInfinite) return NaN;
        return a.IsInfinite || b.IsInfinite ? Infinity(negative) : Finite(negative, (a.Value * b.Value).Abs);
    }

    /// <summary>The sum as IEEE 754 has it before rounding: a zero is −0 only as the sum of two −0; Inf − Inf is NaN.</summary>
    public static Number operator +(Number a, Number b)
    {
        if (a.IsNaN || b.IsNaN || a.IsInfinite && b.IsInfinite && a.Negative != b.Negative) return NaN;
        if (a.IsInfinite || b.IsInfinite) return Infinity((a.IsInfinite ? a : b).Negative);
        return a.IsZero && b.IsZero ? Finite(a.Negative && b.Negative, new(0)) : Of(a.Value + b.Value);
    }

    /// <summary>−1, 0 or 1; both are not NaN; −0 equals +0.</summary>
    public static int Compare(Number a, Number b) =>
        (a.IsInfinite, b.IsInfinite) switch
        {
            (false, false) => (a.Value - b.Value).Sign,
            _ => Rank(a).CompareTo(Rank(b)),
        };

    static int Rank(Number a) => !a.IsInfinite ? 0 : a.Negative ? -1 : 1;
}
