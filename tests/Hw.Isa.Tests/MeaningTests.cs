using System.Collections.Immutable;
using System.Numerics;
using Hw.Bits;
using Hw.Bits.Numbers;
using Hw.Isa.Txu;

namespace Hw.Isa.Tests;

/// <summary>A graph says what its text says, through the lock and back; texts that differ are told apart with an input, texts that mean the same are not.</summary>
public class MeaningTests
{
    static readonly FloatFormat f = FloatFormat.Fp32;
    static readonly IsaDefinition txu = TxuIsa.Definition;

    static Meaning Fp(Func<Signal, Signal, Signal> text) => new("text", [new("a", Interval.UInt32), new("b", Interval.UInt32)], x => text(x[0], x[1]));
    static Meaning Of(Interval input, Func<Signal, Signal> text) => new("text", [new("x", input)], x => text(x[0]));
    static MeaningGraph Graph(Meaning m) => MeaningGraph.Of(m, new());
    static MeaningVerdict Compare(Meaning old, Meaning now) => MeaningComparison.Compare(Graph(old), Graph(now));

    static IEnumerable<Meaning> MeaningsOf<T>() where T : IHasMeaning => T.Meanings;
    static IEnumerable<Meaning> MeaningsOf(InstructionInfo i) => typeof(IHasMeaning).IsAssignableFrom(i.Type)
        ? (IEnumerable<Meaning>)((Func<IEnumerable<Meaning>>)MeaningsOf<Vbin>).Method.GetGenericMethodDefinition().MakeGenericMethod(i.Type).Invoke(null, null)! : [];

    [Fact]
    public void Every_meaning_of_the_TXU_survives_the_lock()
    {
        var back = LockText.Read(IsaLock.Write(txu, null), "lock");
        var (random, count) = (new CaseRandom(5), 0);
        foreach (var (i, m) in txu.Instructions.SelectMany(i => MeaningsOf(i).Select(m => (i, m))))
        {
            var graph = back.Instructions[i.Mnemonic].Texts[m.Name];
            for (var n = 0; n < 12; n++)
            {
                var inputs = m.Inputs.Select(x => x.Range.Min + random.Bits() % (UInt128)(x.Range.Max - x.Range.Min + 1)).Select(v => n < 3 && random.Flip() ? m.Inputs[0].Range.Contains(0) ? 0 : v : v).ToArray();
                // the text once more, of numbers: every operation folds
                var value = m.Text([.. inputs.Select(v => Signal.Constant(v))]);
                Assert.True(value.IsConstant, $"{i}.{m.Name}");
                Assert.Equal(value.Node.Value, graph.Evaluate(inputs));
            }
            count++;
        }
        Assert.InRange(count, 40, 1000);
    }

    /// <summary>The same against the numbers that the golden computes with, which share nothing with graphs.</summary>
    [Fact]
    public void Graphs_mean_what_the_golden_computes()
    {
        var texts = IsaLock.Of(txu).Instructions.SelectMany(i => i.Value.Texts.Select(t => (Name: $"{i.Key}.{t.Key}", t.Value))).ToDictionary(t => t.Name, t => t.Value);
        var random = new CaseRandom(6);
        void Check(string name, Func<Int[], Int> golden)
        {
            for (var n = 0; n < 60; n++)
            {
                var inputs = texts[name].Inputs.Select(i => random.Next((long)i.Range.Min, (long)i.Range.Max)).ToArray();
                Assert.Equal(golden([.. inputs.Select(v => new Int(v))]).Value, (long)texts[name].Evaluate([.. inputs.Select(v => (BigInteger)v)]));
            }
        }
        foreach (var op in Enum.GetValues<BinaryOp>()) Check($"VBIN.{op}", x => Numerics.Binary(op, x[0], x[1]));
        foreach (var fn in Enum.GetValues<Activation>()) Check($"VACT.{fn}", x => Numerics.Function(fn, x[0]));
        Check("VQ.INT8", x => Numerics.Requantize(x[0], x[1], x[2]));
        Check("MM.INT8", x => Dot32.Accumulate(x[0], Dot32.Of<Int>(x.AsSpan(1, 32), x.AsSpan(33))));
        Check("MM.BF16", x => Dot.Of<Int>(DotPair.All.First(p => p.A == FloatFormat.Bf16), x.AsSpan(0, 32), x.AsSpan(32)));
        Check("SMX.alpha", x => Numerics.Alpha(x[0], x[1]));
    }

    [Fact]
    public void Order_and_names_are_not_in_a_graph()
    {
        Assert.Equal(Sameness.Same, Compare(Fp((a, b) => a + b * 3), Fp((a, b) => (3 * b).Named("product") + a)).Sameness);
        Assert.Equal(Sameness.Same, Compare(Fp((a, b) => (a & b) | (b ^ a)), Fp((a, b) => (a ^ b) | (b & a))).Sameness);
        Assert.NotEqual(Graph(Fp((a, b) => a - b)).Digest, Graph(Fp((a, b) => b - a)).Digest);
    }

    [Fact]
    public void Few_inputs_are_all_tried()
    {
        var v = Compare(Of(Interval.UInt16, x => x * 2), Of(Interval.UInt16, x => x + x));
        Assert.Equal((Sameness.Proven, "all 65,536 inputs give the same"), (v.Sameness, v.Because));
        // one input of 65,536: no corner, so that only going through all of them finds it
        Assert.Equal(0xB0C5, Compare(Of(Interval.UInt16, x => x + 1), Of(Interval.UInt16, x => (x == 0xB0C5).Mux(7, x + 1))).Inputs[0]);
    }

    [Fact]
    public void What_is_not_proven_counts_as_a_change()
    {
        var v = Compare(Fp((a, b) => a * 2 + b), Fp((a, b) => a + a + b));
        Assert.Equal(Sameness.Unknown, v.Sameness);
        Assert.Contains("no solver was asked", v.Because);
    }

    public static TheoryData<string> Plants => [.. Planted.Keys];

    /// <summary>What the text was, what somebody made of it, and what shows it.</summary>
    static readonly Dictionary<string, (Meaning Old, Meaning Now)> Planted = new()
    {
        ["a tie rounded up, not to even"] = (Of(Interval.Int32, x => x.RoundShiftRight(8)), Of(Interval.Int32, x => (x + 128) >> 8)),
        ["the sum rounded towards zero"] = (Fp((a, b) => Arithmetic.Add(f, a, b)), Fp((a, b) => Arithmetic.Add(f, a, b) & 0xFFFFFFFE)),
        ["a NaN that keeps its payload"] = (Fp((a, b) => Arithmetic.Multiply(f, a, b)), Fp((a, b) => Float.IsNaN(f, a).Mux(a, Arithmetic.Multiply(f, a, b)))),
        ["the larger of −0 and +0 is the second"] = (Fp((a, b) => Compare2.Maximum(a, b)), Fp((a, b) => (((a | b) & 0x7FFFFFFF) == 0).Mux(b, Compare2.Maximum(a, b)))),
        ["a NaN that loses against a number"] = (Fp((a, b) => Compare2.Minimum(a, b)), Fp((a, b) => Float.IsNaN(f, a).Mux(b, Compare2.Minimum(a, b)))),
        ["one entry of a table, one place"] = (Of(Interval.UInt16, x => x.Slice(11, 6).Lookup(Table(0)) * x.Slice(5, 0)), Of(Interval.UInt16, x => x.Slice(11, 6).Lookup(Table(1)) * x.Slice(5, 0))),
        ["saturation one short of the end"] = (Of(Interval.Int32, x => x.Saturate(Interval.Int8)), Of(Interval.Int32, x => x.Saturate(new(-128, 126)))),
        ["subnormals that become zero"] = (Fp((a, b) => Arithmetic.Add(f, a, b)), Fp((a, b) => ((a & 0x7F800000) == 0).Mux(Arithmetic.Add(f, a & 0x80000000, b), Arithmetic.Add(f, a, b)))),
    };

    static Rom Table(int change) => new("table", [.. Enumerable.Range(0, 64).Select(i => i * 37L % 101 + (i == 41 ? change : 0))]);

    static class Compare2
    {
        public static Signal Maximum(Signal a, Signal b) => Hw.Bits.Numbers.Compare.Maximum(f, a, b);
        public static Signal Minimum(Signal a, Signal b) => Hw.Bits.Numbers.Compare.Minimum(f, a, b);
    }

    [Theory]
    [MemberData(nameof(Plants))]
    public void A_changed_meaning_is_shown_by_an_input(string plant)
    {
        var (old, now) = Planted[plant];
        var v = Compare(old, now);
        Assert.Equal(Sameness.Different, v.Sameness);
        Assert.NotEqual(v.Old, v.New);
        Assert.Equal(v.Old, Graph(old).Evaluate(v.Inputs.AsSpan()));
        Assert.Equal(v.New, Graph(now).Evaluate(v.Inputs.AsSpan()));
    }

    [Fact]
    public void Other_inputs_are_another_text() =>
        Assert.Equal("it was a text of x UInt(8) and is one of x UInt(16)", Compare(Of(Interval.UInt8, x => x + 1), Of(Interval.UInt16, x => x + 1)).Because);
}
