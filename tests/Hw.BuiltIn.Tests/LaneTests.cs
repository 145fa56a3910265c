using System.Numerics;
using Hw.Bits;
using Hw.Hdl;

namespace Hw.BuiltIn.Tests;

/// <summary>Arrays of instances become lanes where each lane does the same to values of its own; what they compute is the interpreter's on every vector width.</summary>
public class LaneTests
{
    enum Kind { Dot, Chain, Systolic, Stored }

    /// <summary>A lane with a row of its own, a sum of products, and something that goes to its neighbour.</summary>
    sealed class Processor(Kind kind) : Module
    {
        public In Moving { get; } = Input(Row(8, Interval.Int8));
        public In Load { get; } = Input(Bit);
        public In Feature { get; } = Input(Interval.Int8);
        public In Given { get; } = Input(Interval.Int32);
        public Out Handed { get; } = Output(Interval.Int32);
        readonly Reg row = Register(Row(8, Interval.Int8)), total = Register(Interval.Int32, 0);
        readonly Memory? store = kind == Kind.Stored ? Memory(4, Interval.Int8, name: "store") : null;

        protected override void Build()
        {
            When(Load, () => row.Next = row.ShiftIn(Feature));
            total.Next = (Signal.Dot(Moving.Elements, row.Elements) + Given).Saturate(Interval.Int32);
            var kept = 0L + total.Value;
            if (store is not null)
            {
                store.Write(Load, Feature[1, 0], Feature);
                kept = (kept + store.Read(Feature[1, 0], 1)).Wrap(Interval.Int32);
            }
            Handed.Drive(kind == Kind.Chain ? (Given + total).Wrap(Interval.Int32) : kept);
        }
    }

    sealed class Array(Kind kind, int count) : Module
    {
        public In Moving { get; } = Input(Row(8, Interval.Int8));
        public In Load { get; } = Input(Bit);
        public In Features { get; } = Input(Row(count, Interval.Int8));
        public In Start { get; } = Input(Interval.Int32);
        public Out Sums { get; } = Output(Row(count, Interval.Int32));
        readonly LaneArray<Processor> cells = Instances(count, () => new Processor(kind));

        protected override void Build()
        {
            var after = cells.All(c => c.Handed);
            var before = Signal.Concat([(Start, 32), (after, 32 * count)]);
            cells.Each(c =>
            {
                c.Moving.Drive(Moving);
                c.Load.Drive(Load);
                c.Feature.Drive(Features.Element(c.Index));
                c.Given.Drive(kind is Kind.Chain or Kind.Systolic ? Signal.Element(before, c.Index, Interval.Int32) : Start);
            });
            Sums.Drive(after);
        }
    }

    static BuiltInDesign Compile(Kind kind, int count, int? bits = null, bool gating = true) =>
        BuiltInDesign.Compile(Design.Elaborate(() => new Array(kind, count)), new() { VectorBits = bits, Gating = gating });

    [Theory]
    [InlineData("Dot", "")]
    [InlineData("Systolic", "")]
    [InlineData("Chain", "a value goes from lane to lane within a cycle")]
    [InlineData("Stored", "a lane has a memory")]
    public void The_report_says_what_became_of_an_array_and_why(string kind, string reason)
    {
        var report = Compile(Enum.Parse<Kind>(kind), 16).Report;
        Assert.Equal(reason.Length == 0 ? "cells: 16 lanes" : $"cells: 16 lanes, as single instances: {reason}", Assert.Single(report.Arrays));
        Assert.Equal(reason.Length == 0, report.LaneOperations > 0);
    }

    /// <summary>More lanes are more data, not more code.</summary>
    [Fact]
    public void Code_does_not_grow_with_the_lanes() => Assert.InRange(Compile(Kind.Dot, 128).Report.CodeBytes, 1, Compile(Kind.Dot, 32).Report.CodeBytes * 11 / 10);

    public static TheoryData<string, int, int, bool> Ways()
    {
        var ways = new TheoryData<string, int, int, bool>();
        foreach (var kind in Enum.GetNames<Kind>())
            foreach (var count in (int[])[4, 5, 19, 32])
                foreach (var bits in (int[])[512, 256, 128]) ways.Add(kind, count, bits, bits != 256);
        return ways;
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public void Lanes_compute_what_the_interpreter_computes(string kind, int count, int bits, bool gating)
    {
        using var sim = Compile(Enum.Parse<Kind>(kind), count, bits, gating).Start();
        var reference = new Interpreter(Design.Elaborate(() => new Array(Enum.Parse<Kind>(kind), count)));
        var random = new Random(count);
        for (var cycle = 0; cycle < 60; cycle++)
        {
            foreach (var port in (string[])["reset", "moving", "load", "features", "start"])
            {
                if (port != "load" && cycle % 3 == 2) continue;     // a cycle in which little changes
                var value = port == "reset" ? (cycle is 0 or 40 ? 1 : 0) : new BigInteger(random.NextInt64()) * random.NextInt64() * random.NextInt64() * random.NextInt64() & ((BigInteger.One << sim[port].Width) - 1);
                (sim[port].Wide, reference[port]) = (value, value);
            }
            Assert.Equal(reference["sums"] & ((BigInteger.One << 32 * count) - 1), sim["sums"].Wide);
            sim.Step();
            reference.Step();
        }
    }
}
