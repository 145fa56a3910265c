using Hw.Bits;
using Hw.Bits.Numbers;
using Hw.BuiltIn;
using Hw.Hdl;
using Hw.Isa.Txu;
using Hw.Txu.Vector;

namespace Hw.Txu.Tests.Vector;

/// <summary>The block for any list of elementwise instructions: none, one, many, shallow and as deep as the functions; one that is too deep is refused with its name.</summary>
public class ElementwiseBlockTests
{
    static readonly FloatFormat f = FloatFormat.Fp32;

    sealed record Text(Elementwise Operation, Func<Int, Int, Int> Number);

    static Text Of<TName>(bool binary, Func<Signal, Signal, Signal> signal, Func<Int, Int, Int> number) => new(new(typeof(TName), binary, signal), number);

    static readonly Text[] texts =
    [
        Of<Vrelu>(false, (a, _) => Vrelu.Apply(a), (a, _) => Vrelu.Apply(a)),
        Of<Vclip>(true, Vclip.Apply, Vclip.Apply),
        Of<Vbin>(true, (a, b) => Arithmetic.Multiply(f, a, b), (a, b) => Arithmetic.Multiply(f, a, b)),
        Of<Vact>(false, (a, _) => Silu.Of(a), (a, _) => Silu.Of(a)),
        Of<Vglu>(false, (a, _) => Tanh.Of(a), (a, _) => Tanh.Of(a)),
    ];

    [Theory, InlineData(0), InlineData(1), InlineData(2), InlineData(5)]
    public void Each_row_is_as_it_is_or_as_its_text_says(int count)
    {
        var used = texts[..count];
        var design = BuiltInDesign.Compile(Design.Elaborate(() => new ElementwiseBlock([.. used.Select(t => t.Operation)])), new() { RandomState = true });
        using var sim = design.Start(3);
        var (layout, random, second, expected) = (new ElementwiseControl(count), new Random(count), 0L, new Queue<long?>());
        for (var cycle = 0; cycle < 2_000; cycle++)
        {
            var x = random.Next(4) == 0 ? random.NextInt64(1L << 32) : BitConverter.SingleToUInt32Bits((float)((random.NextDouble() - 0.5) * Math.Pow(2, random.Next(-10, 12))));
            var (number, holds) = (random.Next(count + 1), cycle == 0 || random.Next(3) == 0);
            sim["control"].Value = (ulong)((long)number << layout.Number.Low | (holds ? 1L : 0) << layout.Hold.Low);
            sim["x"].Value = (ulong)x;
            expected.Enqueue(number == 0 ? x : cycle == 0 ? null : used[number - 1].Number(x, second).Value);
            if (holds) second = x;
            if (expected.Count > ElementwiseBlock.Latency && expected.Dequeue() is { } want) Assert.Equal((ulong)want, sim["y"].Value);
            sim.Step();
        }
    }

    [Fact]
    public void Too_deep_a_text_is_refused_with_its_depth()
    {
        var error = Assert.Throws<HdlException>(() => Design.Elaborate(() => new ElementwiseBlock([texts[0].Operation, new(typeof(Vact), false, (a, _) => Silu.Of(Silu.Of(a)))])));
        Assert.Contains("Vact.Apply is ", error.Message);
        Assert.Contains("hold 84 ns", error.Message);
    }
}
