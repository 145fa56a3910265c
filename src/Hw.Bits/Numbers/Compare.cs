namespace Hw.Bits.Numbers;

/// <summary>Order of floats: IEEE 754-2019 maximum, minimum and the quiet comparisons. docs/numerics.md, FP32 arithmetic.</summary>
public static class Compare
{
    /// <summary>The larger; NaN if either is NaN; −0 is below +0.</summary>
    public static T Maximum<T>(FloatFormat f, T a, T b) where T : struct, IBits<T> => Chosen(f, Order(f, a) < Order(f, b), a, b);

    /// <summary>The smaller; NaN if either is NaN; −0 is below +0.</summary>
    public static T Minimum<T>(FloatFormat f, T a, T b) where T : struct, IBits<T> => Chosen(f, Order(f, b) < Order(f, a), a, b);

    static T Chosen<T>(FloatFormat f, T second, T a, T b) where T : struct, IBits<T> =>
        (Float.IsNaN(f, a) | Float.IsNaN(f, b)).Mux(f.CanonicalNaN, second.Mux(b, a));

    public static T Equal<T>(FloatFormat f, T a, T b) where T : struct, IBits<T> => Ordered(f, a, b) & (Value(f, a) == Value(f, b));
    public static T Less<T>(FloatFormat f, T a, T b) where T : struct, IBits<T> => Ordered(f, a, b) & (Value(f, a) < Value(f, b));
    public static T LessEqual<T>(FloatFormat f, T a, T b) where T : struct, IBits<T> => Ordered(f, a, b) & (Value(f, a) <= Value(f, b));

    static T Ordered<T>(FloatFormat f, T a, T b) where T : struct, IBits<T> => !(Float.IsNaN(f, a) | Float.IsNaN(f, b));

    /// <summary>An integer in the order of the values, −0 directly below +0.</summary>
    static T Order<T>(FloatFormat f, T x) where T : struct, IBits<T> => Float.Sign(f, x).Mux(-1 - Float.Magnitude(f, x), Float.Magnitude(f, x));

    /// <summary>An integer in the order of the values, the zeros equal.</summary>
    static T Value<T>(FloatFormat f, T x) where T : struct, IBits<T> => Float.Sign(f, x).Mux(-Float.Magnitude(f, x), Float.Magnitude(f, x));
}
