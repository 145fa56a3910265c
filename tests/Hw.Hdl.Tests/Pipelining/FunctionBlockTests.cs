using Hw.Bits.Numbers;
using Hw.Hdl.Tests.Random;
using Batch = Hw.Hdl.Tests.Random.Batch;

namespace Hw.Hdl.Tests.Pipelining;

/// <summary>A function of the number library as a block: the same patterns as its scalar reading, some cycles later.</summary>
public class FunctionBlockTests
{
    /// <summary>bf16 · bf16, rounded once, subnormal results flushed; no Inf or NaN. The promise in it is one that intervals cannot see.</summary>
    sealed class Product() : NumberFunction("product-bf16", "The product of two bf16 numbers.", [new("a", FloatFormat.Bf16), new("b", FloatFormat.Bf16)], [new("y", FloatFormat.Bf16)])
    {
        public override void Apply<T>(ReadOnlySpan<T> takes, Span<T> gives)
        {
            var (a, b) = (Float.Unpack(FloatFormat.Bf16, takes[0]), Float.Unpack(FloatFormat.Bf16, takes[1]));
            var product = (a.Significand * b.Significand).Named("product");
            var zeros = product.LeadingZeros(16);
            var normalized = T.ShiftLeft(product, zeros, 16).Wrap(Interval.UInt(16)).Named("normalized");
            gives[0] = Float.RoundFlush(FloatFormat.Bf16, a.Sign ^ b.Sign, a.Exponent + b.Exponent - 126 - zeros, normalized, 16).Named("rounded");
        }
    }

    [Theory, InlineData(0), InlineData(1), InlineData(3), InlineData(5)]
    public void Gives_the_patterns_of_the_scalar_reading(int stages)
    {
        FunctionBlock? block = null;
        var design = Design.Elaborate(() => block = new FunctionBlock(new Product(), stages));
        Assert.Equal((stages == 0 ? "product_bf16" : $"product_bf16_p{stages}", stages), (design.Name, block!.PipelineLatency));
        var (hardware, choose, expected) = (new Interpreter(design), new Choices(4), new Queue<long>());
        for (var cycle = 0; cycle < 300; cycle++)
        {
            Int a = (long)(choose.Next() & 0xFFFF), b = (long)(choose.Next() & 0xFFFF);
            var gives = new Int[1];
            new Product().Apply<Int>([a, b], gives);
            expected.Enqueue(gives[0].Value);
            (hardware["a"], hardware["b"]) = (a.Value, b.Value);
            if (expected.Count > stages) Assert.Equal(expected.Dequeue(), hardware["y"]);
            hardware.Step();
        }
    }

    [Fact]
    public void Every_tool_agrees()
    {
        var batch = new Batch();
        foreach (var stages in new[] { 0, 1, 2, 4 }) batch.Add(Design.Elaborate(() => new FunctionBlock(new Product(), stages)), 9);
        Assert.Empty(batch.Check());
        Assert.StartsWith("// The product of two bf16 numbers. The result comes 2 cycles after its operands.\n", batch["product_bf16_p2.sv"]);
    }
}
