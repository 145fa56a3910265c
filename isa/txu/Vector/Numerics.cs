using Hw.Bits;
using Hw.Bits.Numbers;

namespace Hw.Isa.Txu;

public enum BinaryOp { ADD, SUB, MUL, MAX, MIN }

/// <summary>COPY is the identity: for moving rows between memories and formats.</summary>
public enum Activation { COPY, EXP2, RCP, RSQRT, SIGMOID, SILU }

public enum Reduction { SUM, SUMSQ, MAX }

/// <summary>Arithmetic of the vector unit, FP32 patterns in and out, each operation as docs/numerics.md defines it.</summary>
public static partial class Numerics
{
    static readonly FloatFormat F = FloatFormat.Fp32;

    /// <summary>−Inf: the maximum of nothing.</summary>
    public const long MinusInfinity = 0xFF800000;
    public const long One = 0x3F800000;
    /// <summary>Attention weights in E4M3 are stored times 2^8: their sums too, so that it cancels.</summary>
    public const long WeightScale = 0x43800000;

    public static T Binary<T>(BinaryOp op, T a, T b) where T : struct, IBits<T> => op switch
    {
        BinaryOp.ADD => Arithmetic.Add(F, a, b),
        BinaryOp.SUB => Arithmetic.Subtract(F, a, b),
        BinaryOp.MUL => Arithmetic.Multiply(F, a, b),
        BinaryOp.MAX => Compare.Maximum(F, a, b),
        _ => Compare.Minimum(F, a, b),
    };

    public static T Function<T>(Activation fn, T x) where T : struct, IBits<T> => fn switch
    {
        Activation.EXP2 => Exp2.Of(x),
        Activation.RCP => Reciprocal.Of(x),
        Activation.RSQRT => ReciprocalSqrt.Of(x),
        Activation.SIGMOID => Sigmoid.Of(x),
        Activation.SILU => Silu.Of(x),
        _ => x,
    };

    /// <summary>fl(fl(x · scale) + bias).</summary>
    public static T Affine<T>(T x, T scale, T bias) where T : struct, IBits<T> => Arithmetic.Add(F, Arithmetic.Multiply(F, x, scale), bias);

    public static T Add<T>(T a, T b) where T : struct, IBits<T> => Arithmetic.Add(F, a, b);
    public static T Subtract<T>(T a, T b) where T : struct, IBits<T> => Arithmetic.Subtract(F, a, b);
    public static T Multiply<T>(T a, T b) where T : struct, IBits<T> => Arithmetic.Multiply(F, a, b);
    public static T Maximum<T>(T a, T b) where T : struct, IBits<T> => Compare.Maximum(F, a, b);

    /// <summary>Whether the query at a position sees a key. All are numbers; window 0 is no window.</summary>
    public static T Visible<T>(T position, T key, T keys, T window, T causal) where T : struct, IBits<T> =>
        (key < keys) & (!causal | (key <= position)) & ((window == 0) | (position < key + window));

    /// <summary>A score as softmax sees it: scaled, −Inf where it is masked (also where it is NaN).</summary>
    public static T Score<T>(T sum, T scale, T visible) where T : struct, IBits<T> => visible.Mux(Arithmetic.Multiply(F, sum, scale), MinusInfinity);

    /// <summary>The factor for what was summed under the old maximum; 1 while nothing has been seen.</summary>
    public static T Alpha<T>(T old, T maximum) where T : struct, IBits<T> => (maximum == MinusInfinity).Mux(One, Exp2.Of(Arithmetic.Subtract(F, old, maximum)));

    /// <summary>The weight of a score in the format it is stored in, and the FP32 number that pattern stands for.</summary>
    public static (T Pattern, T Value) Weight<T>(bool e4m3, T score, T maximum) where T : struct, IBits<T>
    {
        var weight = (maximum == MinusInfinity).Mux(0, Exp2.Of(Arithmetic.Subtract(F, score, maximum)));
        var format = e4m3 ? FloatFormat.E4M3 : FloatFormat.Bf16;
        var pattern = Conversion.Of(F, format, e4m3 ? Arithmetic.Multiply(F, weight, WeightScale) : weight);
        return (pattern, Conversion.Of(format, F, pattern));
    }
}
