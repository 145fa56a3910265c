namespace Hw.Bits.Numbers;

using static FloatFormat;

/// <summary>FP32 to FP32 with two operands.</summary>
public abstract class Fp32Binary(string name, string summary) : NumberFunction(name, summary, [new("a", Fp32), new("b", Fp32)], [new("y", Fp32)]);

/// <summary>A question about two FP32 numbers.</summary>
public abstract class Fp32Relation(string name, string summary) : NumberFunction(name, summary, [new("a", Fp32), new("b", Fp32)], [new("y", IntegerFormat.Bit)]);

/// <param name="name">fp32-add; or acc-fp32, what an FP32 accumulator does with one dot product after another.</param>
public sealed class Fp32Add(string name = "fp32-add") : Fp32Binary(name, "a + b, rounded once; subnormal results are kept.")
{
    public override void Apply<T>(ReadOnlySpan<T> x, Span<T> y) => y[0] = Arithmetic.Add(Fp32, x[0], x[1]);
}

public sealed class Fp32Subtract() : Fp32Binary("fp32-sub", "a − b, rounded once; subnormal results are kept.")
{
    public override void Apply<T>(ReadOnlySpan<T> x, Span<T> y) => y[0] = Arithmetic.Subtract(Fp32, x[0], x[1]);
}

public sealed class Fp32Multiply() : Fp32Binary("fp32-mul", "a · b, rounded once; results below 2^-126 are flushed to zero.")
{
    public override void Apply<T>(ReadOnlySpan<T> x, Span<T> y) => y[0] = Arithmetic.Multiply(Fp32, x[0], x[1]);
}

public sealed class Fp32MultiplyAdd(string name, FloatFormat factors) : NumberFunction(
    name, $"a · b + c with one rounding, a and b in {factors}, c and the result in fp32; subnormal results are kept.", [new("a", factors), new("b", factors), new("c", Fp32)], [new("y", Fp32)])
{
    public override void Apply<T>(ReadOnlySpan<T> x, Span<T> y) => y[0] = Arithmetic.MultiplyAdd(factors, Fp32, x[0], x[1], x[2]);
}

public sealed class Fp32Maximum() : Fp32Binary("fp32-max", "The larger of a and b (IEEE 754-2019 maximum): NaN if either is, −0 below +0.")
{
    public override void Apply<T>(ReadOnlySpan<T> x, Span<T> y) => y[0] = Compare.Maximum(Fp32, x[0], x[1]);
}

public sealed class Fp32Minimum() : Fp32Binary("fp32-min", "The smaller of a and b (IEEE 754-2019 minimum): NaN if either is, −0 below +0.")
{
    public override void Apply<T>(ReadOnlySpan<T> x, Span<T> y) => y[0] = Compare.Minimum(Fp32, x[0], x[1]);
}

public sealed class Fp32Equal() : Fp32Relation("fp32-equal", "Whether a = b; false for NaN, −0 equals +0.")
{
    public override void Apply<T>(ReadOnlySpan<T> x, Span<T> y) => y[0] = Compare.Equal(Fp32, x[0], x[1]);
}

public sealed class Fp32Less() : Fp32Relation("fp32-less", "Whether a < b; false for NaN, −0 equals +0.")
{
    public override void Apply<T>(ReadOnlySpan<T> x, Span<T> y) => y[0] = Compare.Less(Fp32, x[0], x[1]);
}

public sealed class Fp32LessEqual() : Fp32Relation("fp32-less-equal", "Whether a ≤ b; false for NaN, −0 equals +0.")
{
    public override void Apply<T>(ReadOnlySpan<T> x, Span<T> y) => y[0] = Compare.LessEqual(Fp32, x[0], x[1]);
}
