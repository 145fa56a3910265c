namespace Hw.Bits.Numbers;

using static FloatFormat;
using static IntegerFormat;

/// <summary>Every function of the number library, by name: the list that checks, costs, manual and hardware blocks are made from.</summary>
public static class NumberFunctions
{
    public static readonly IReadOnlyList<NumberFunction> All =
    [
        .. Conversions(),
        new Fp32Add(), new Fp32Subtract(), new Fp32Multiply(), new Fp32MultiplyAdd("fp32-fma", Fp32), new Fp32MultiplyAdd("mac-bf16", Bf16),
        new Fp32Maximum(), new Fp32Minimum(), new Fp32Equal(), new Fp32Less(), new Fp32LessEqual(),
        .. Functions.Real,
        .. DotPair.All.Select(pair => new DotFunction(pair)), new Fp32Add("acc-fp32"), new AccumulateInt32(), new MultiplyAccumulateInt8(),
        new AmaxFunction(), .. BlockFormat.All.Select(b => new QuantizeFunction(b)), .. BlockFormat.All.Select(b => new DequantizeFunction(b)),
        new RopeFunction(), new SoftmaxStepFunction(), new SoftmaxFinishFunction(),
    ];

    static IReadOnlyList<FloatFormat> Narrow => [Bf16, Fp16, E5M2, E4M3, E3M2, E2M3, E2M1];

    static IEnumerable<NumberFunction> Conversions() =>
    [
        .. Narrow.Select(f => new ConvertFunction(Fp32, f)), new ConvertFunction(Fp32, E5M2, saturate: true),
        .. Narrow.Select(f => new ConvertFunction(f, Fp32)),
        .. Narrow.Skip(1).Select(f => new ConvertFunction(Bf16, f)), .. Narrow.Skip(1).Select(f => new ConvertFunction(f, Bf16)),
        new ConvertFunction(Fp16, E5M2), new ConvertFunction(Fp16, E4M3), new ConvertFunction(E5M2, Fp16), new ConvertFunction(E4M3, Fp16),
        new ConvertFunction(E4M3, E5M2), new ConvertFunction(E5M2, E4M3),
        .. Integers.Select(i => new FromIntegerFunction(i, Fp32)), .. Integers.Select(i => new ToIntegerFunction(Fp32, i)),
        new FromIntegerFunction(Int8, Bf16), new ToIntegerFunction(Bf16, Int8),
    ];

    static IReadOnlyList<IntegerFormat> Integers => [Int32, Int8, Int4];
}

public sealed class ConvertFunction(FloatFormat from, FloatFormat to, bool saturate = false) : NumberFunction(
    $"convert-{from}-{to}{(saturate ? "-saturating" : "")}", $"{from} to {to}, rounded once{(saturate ? "; overflow and Inf become the largest number" : "")}.", [new("x", from)], [new("y", to)])
{
    public override void Apply<T>(ReadOnlySpan<T> x, Span<T> y) => y[0] = Conversion.Of(from, to, x[0], saturate);
}

public sealed class FromIntegerFunction(IntegerFormat from, FloatFormat to) : NumberFunction($"convert-{from}-{to}", $"{from} to {to}, rounded once.", [new("x", from)], [new("y", to)])
{
    public override void Apply<T>(ReadOnlySpan<T> x, Span<T> y) => y[0] = Conversion.FromInteger(from, to, x[0]);
}

public sealed class ToIntegerFunction(FloatFormat from, IntegerFormat to) : NumberFunction(
    $"convert-{from}-{to}", $"{from} to the nearest {to}, ties to even, clamped; NaN is 0.", [new("x", from)], [new("y", to)])
{
    public override void Apply<T>(ReadOnlySpan<T> x, Span<T> y) => y[0] = Conversion.ToInteger(from, to, x[0]);
}
