namespace Hw.Bits.Numbers;

/// <summary>The catalogue of functions, a list for each kind.</summary>
public static partial class Functions
{
    /// <summary>The real-valued functions, FP32 to FP32.</summary>
    public static IReadOnlyList<NumberFunction> Real { get; } =
    [
        new Exp2Function(), new ReciprocalFunction(), new ReciprocalSqrtFunction(),
        new SigmoidFunction(), new SiluFunction(), new TanhFunction(), new GeluFunction(),
    ];

    abstract class Unary(string name, string summary)
        : NumberFunction(name, summary, [new("x", FloatFormat.Fp32)], [new("y", FloatFormat.Fp32)]);

    sealed class Exp2Function() : Unary("exp2", "2^x, monotone, within 1 ulp.")
    {
        public override void Apply<T>(ReadOnlySpan<T> takes, Span<T> gives) => gives[0] = Exp2.Of(takes[0]);
    }

    sealed class ReciprocalFunction() : Unary("rcp", "1/x, within 1 ulp.")
    {
        public override void Apply<T>(ReadOnlySpan<T> takes, Span<T> gives) => gives[0] = Reciprocal.Of(takes[0]);
    }

    sealed class ReciprocalSqrtFunction() : Unary("rsqrt", "1/√x, within 2 ulp.")
    {
        public override void Apply<T>(ReadOnlySpan<T> takes, Span<T> gives) => gives[0] = ReciprocalSqrt.Of(takes[0]);
    }

    sealed class SigmoidFunction() : Unary("sigmoid", "1/(1 + e^−x), within 2 ulp.")
    {
        public override void Apply<T>(ReadOnlySpan<T> takes, Span<T> gives) => gives[0] = Sigmoid.Of(takes[0]);
    }

    sealed class SiluFunction() : Unary("silu", "x · sigmoid(x), within 2 ulp.")
    {
        public override void Apply<T>(ReadOnlySpan<T> takes, Span<T> gives) => gives[0] = Silu.Of(takes[0]);
    }

    sealed class TanhFunction() : Unary("tanh", "tanh x, within 2 ulp.")
    {
        public override void Apply<T>(ReadOnlySpan<T> takes, Span<T> gives) => gives[0] = Tanh.Of(takes[0]);
    }

    sealed class GeluFunction() : Unary("gelu", "x · sigmoid(2·√(2/π)·(x + 0.044715·x³)), within 2 ulp.")
    {
        public override void Apply<T>(ReadOnlySpan<T> takes, Span<T> gives) => gives[0] = Gelu.Of(takes[0]);
    }
}
