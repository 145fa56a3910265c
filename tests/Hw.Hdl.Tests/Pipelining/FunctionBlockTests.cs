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

    /// <summary>The halves of a number, and a promise that holds of one and not of the other.</summary>
    sealed class Halves() : NumberFunction("halves", "One promise kept, one broken.", [new("a", IntegerFormat.Int8), new("b", IntegerFormat.Int8)], [new("y", IntegerFormat.Int8)])
    {
        public override void Apply<T>(ReadOnlySpan<T> takes, Span<T> gives)
        {
            var difference = (takes[0] < takes[1]).Mux(takes[1] - takes[0], takes[0] - takes[1]).Fits(Interval.UInt8, "kept: a difference without its sign");
            gives[0] = (takes[0] + takes[1] - (difference >> 1)).Fits(new(-300, 253), "broken: 127 + 127 is 254").Slice(7, 0).Wrap(Interval.Int8);
        }
    }

    [Fact]
    public void A_solver_tells_kept_promises_from_broken_ones()
    {
        PromiseBlock? block = null;
        var files = VerilogWriter.Write(Design.Elaborate(() => block = new PromiseBlock(new Halves())));
        using var folder = new Tools.Folder();
        foreach (var (file, text) in files) folder.Write(file, text);
        Assert.Equal(["broken: 127 + 127 is 254", "kept: a difference without its sign"], block!.Reasons);
        for (var i = 1; i <= 2; i++)
        {
            var proof = Tools.Run(folder.Path, "yosys", "-p", $"read_verilog -sv halves_promises.sv; proc; opt; sat -verify -prove kept_{i} 1 halves_promises");
            Assert.Equal(block.Reasons[i - 1].StartsWith("kept", StringComparison.Ordinal), proof.ExitCode == 0);
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
