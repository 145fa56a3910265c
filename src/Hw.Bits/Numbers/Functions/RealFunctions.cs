namespace Hw.Bits.Numbers;

/// <summary>The catalogue of functions, a list for each kind.</summary>
public static partial class Functions
{
    /// <summary>The real-valued functions, FP32 to FP32.</summary>
    public static IReadOnlyList<NumberFunction> Real { get; } =
    [
        new Exp2Function(), new ReciprocalFunction(), new ReciprocalSqrtFunction(), new SigmoidFunction(), new SiluFunction(), new TanhFunction(), new GeluFunction(),
    ];

    abstract class Unary(string name, string summary)
        : NumberFunction(name, summary, [new("x", FloatFormat.Fp32)], [new("y", FloatFormat.Fp32)])
    {
        public sealed override void Apply<T>(ReadOnlySpan<T> takes, Span<T> gives) => gives[0] = Of(takes[0]);
        protected abstract T Of<T>(T x) where T : struct, IBits<T>;
    }

    sealed class Exp2Function() : Unary("exp2", "2^x, monotone, within 1 ulp.")
    {
        protected override T Of<T>(T x) => Exp2.Of(x);
    }

    sealed class ReciprocalFunction() : Unary("rcp", "1/x, within 1 ulp.")
    {
        protected override T Of<T>(T x) => Reciprocal.Of(x);
    }

    sealed class ReciprocalSqrtFunction() : Unary("rsqrt", "1/√x, within 2 ulp.")
    {
        protected override T Of<T>(T x) => ReciprocalSqrt.Of(x);
    }

    sealed class SigmoidFunction() : Unary("sigmoid", "1/(1 + e^−x), within 2 ulp.")
    {
        protected override T Of<T>(T x) => Sigmoid.Of(x);
    }

    sealed class SiluFunction() : Unary("silu", "x · sigmoid(x), within 2 ulp.")
    {
        protected override T Of<T>(T x) => Silu.Of(x);
    }

    sealed class TanhFunction() : Unary("tanh", "tanh x, within 2 ulp.")
    {
        protected override T Of<T>(T x) => Tanh.Of(x);
    }

    sealed class GeluFunction() : Unary("gelu", "x · sigmoid(2·√(2/π)·(x + 0.044715·x³)), within 2 ulp.")
    {
        protected override T Of<T>(T x) => Gelu.Of(x);
    }
}
