namespace Hw.Bits.Numbers;

using static FloatFormat;

/// <summary>DOT32 of one operand pair: a0 … a31, b0 … b31, then the scales of a and of b where there are any.</summary>
public sealed class DotFunction(DotPair pair) : NumberFunction($"dot32-{pair.Name}", $"Σ a·b over 32 pairs of {pair.Name}, whatever their order; {Rule(pair)}.", Operands(pair),
    [new("y", pair.IsInteger && pair.ScalesA is null ? IntegerFormat.Int32 : Fp32)])
{
    public DotPair Pair => pair;

    static string Rule(DotPair pair) => (pair.IsInteger, pair.ScalesA is null) switch
    {
        (true, true) => "exact",
        _ when pair.IsAligned => "products cut at 2^-30 of the largest exponent, one rounding to fp32",
        _ => "exact, then one rounding to fp32",
    };

    static Operand[] Operands(DotPair pair) =>
        [.. Numbered("a", pair.A, 32), .. Numbered("b", pair.B, 32), .. Scales("scale_a", pair.ScalesA), .. Scales("scale_b", pair.ScalesB)];

    static IEnumerable<Operand> Scales(string name, BlockFormat? format) => format is null ? [] : Numbered(name, format.Scale, 32 / format.Block);

    internal static IEnumerable<Operand> Numbered(string name, NumberFormat format, int count) =>
        Enumerable.Range(0, count).Select(i => new Operand(count == 1 ? name : $"{name}{i}", format));

    public override void Apply<T>(ReadOnlySpan<T> x, Span<T> y)
    {
        var scales = (x.Length - 64) / 2;
        y[0] = scales == 0 ? Dot.Of(pair, x[..32], x[32..64]) : Dot.OfBlocks(pair, x[..32], x[32..64], x.Slice(64, scales), x.Slice(64 + scales, scales));
    }
}

public sealed class AccumulateInt32() : NumberFunction("acc-int32", "Adds a dot product to an accumulator, clamped at the ends of int32; the flag remembers that it was.",
    [new("acc", IntegerFormat.Int32), new("dot", IntegerFormat.Int32), new("flag", IntegerFormat.Bit)], [new("y", IntegerFormat.Int32), new("saturated", IntegerFormat.Bit)])
{
    public override void Apply<T>(ReadOnlySpan<T> x, Span<T> y) => (y[0], y[1]) = Accumulate.Int32(x[0], x[1], x[2]);
}

public sealed class MultiplyAccumulateInt8() : NumberFunction("mac-int8", "acc + a · b, clamped at the ends of int32; the flag says that it was.",
    [new("acc", IntegerFormat.Int32), new("a", IntegerFormat.Int8), new("b", IntegerFormat.Int8)], [new("y", IntegerFormat.Int32), new("saturated", IntegerFormat.Bit)])
{
    public override void Apply<T>(ReadOnlySpan<T> x, Span<T> y) => (y[0], y[1]) = Accumulate.MultiplyAccumulate(x[0], x[1], x[2]);
}

public sealed class AmaxFunction() : NumberFunction("amax", "The largest magnitude of 32 fp32 values; NaN if any is.", [.. DotFunction.Numbered("x", Fp32, 32)], [new("y", Fp32)])
{
    public override void Apply<T>(ReadOnlySpan<T> x, Span<T> y) => y[0] = Block.Amax(x);
}

public sealed class QuantizeFunction(BlockFormat format) : NumberFunction($"quantize-{format}", $"{format.Block} fp32 values to {format}: one scale, {format.Block} elements.",
    [.. DotFunction.Numbered("x", Fp32, format.Block)], [new("scale", format.Scale), .. DotFunction.Numbered("y", format.Element, format.Block)])
{
    public BlockFormat Format => format;
    public override void Apply<T>(ReadOnlySpan<T> x, Span<T> y) => y[0] = Block.Quantize(format, x, y[1..]);
}

public sealed class DequantizeFunction(BlockFormat format) : NumberFunction($"dequantize-{format}", $"One element of {format} times its scale, as fp32.",
    [new("x", format.Element), new("scale", format.Scale)], [new("y", Fp32)])
{
    public BlockFormat Format => format;
    public override void Apply<T>(ReadOnlySpan<T> x, Span<T> y) => y[0] = Block.Dequantize(format, x[0], x[1]);
}

public sealed class RopeFunction() : NumberFunction("rope", "The pair (x0, x1) turned by the angle with this cosine and sine.",
    [new("x0", Fp32), new("x1", Fp32), new("cos", Fp32), new("sin", Fp32)], [new("y0", Fp32), new("y1", Fp32)])
{
    public override void Apply<T>(ReadOnlySpan<T> x, Span<T> y) => (y[0], y[1]) = Attention.Rope(x[0], x[1], x[2], x[3]);
}

public sealed class SoftmaxStepFunction() : NumberFunction("softmax-step", "One step of the online softmax over four scores: maximum, α, sum, and the weights.",
    [new("m", Fp32), new("l", Fp32), .. DotFunction.Numbered("s", Fp32, 4)], [new("m_next", Fp32), new("alpha", Fp32), new("l_next", Fp32), .. DotFunction.Numbered("p", Fp32, 4)])
{
    public override void Apply<T>(ReadOnlySpan<T> x, Span<T> y) => (y[0], y[1], y[2]) = Attention.SoftmaxStep(x[0], x[1], x[2..], y[3..]);
}

public sealed class SoftmaxFinishFunction() : NumberFunction("softmax-finish", "An output divided by the sum of its weights; 0 where no key was left.",
    [new("l", Fp32), new("o", Fp32)], [new("y", Fp32)])
{
    public override void Apply<T>(ReadOnlySpan<T> x, Span<T> y) => y[0] = Attention.SoftmaxFinish(x[0], x[1]);
}
