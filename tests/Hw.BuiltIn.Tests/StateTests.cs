using System.Numerics;
using Hw.Bits;
using Hw.Hdl;
using Hw.Sim;

namespace Hw.BuiltIn.Tests;

/// <summary>State can be looked at, set, kept, restored and forked; power-up is random where asked; broken promises are said.</summary>
public class StateTests
{
    sealed class Counter : Module
    {
        public In Up { get; } = Input(Bit);
        public In Down { get; } = Input(Bit);
        public In Address { get; } = Input(UInt(10));
        public Out Word { get; } = Output(UInt(96));
        public Out Now { get; } = Output(UpTo(5));
        readonly Reg count = Register(UpTo(5), reset: 0), free = Register(UpTo(5));
        readonly Memory words = Memory(1024, UInt(96));

        protected override void Build()
        {
            count.Next = (count + Up - Down).Fits(UpTo(5), "nobody counts beyond the ends");
            free.Next = Mux(Up, count, free);
            words.Write(Up, Address, Concat(count, free, Address).Wrap(UInt(96)));
            Word.Drive(words.Read(Address, 1));
            Now.Drive(count);
        }
    }

    static BuiltInDesign Compile(BuiltInOptions? options = null) => BuiltInDesign.Compile(Design.Elaborate(() => new Counter()), options);

    static StateElement Element(BuiltInSimulation sim, string path) => sim.State.Single(e => e.Path == path);

    [Fact]
    public void A_fork_goes_its_own_way()
    {
        using var sim = Compile().Start();
        sim["up"].Value = 1;
        sim.Step(3);
        using var fork = sim.Fork();
        fork.Step();
        Assert.Equal((3ul, 4ul, 3ul, 4ul), (sim["now"].Value, fork["now"].Value, sim.Cycle, fork.Cycle));
        sim.Restore(fork.Save());
        Assert.Equal((4ul, 4ul), (sim["now"].Value, sim.Cycle));
    }

    [Fact]
    public void Snapshots_share_the_pages_that_did_not_change()
    {
        using var sim = Compile().Start();
        var first = sim.Save();
        sim.Write(Element(sim, "words"), 1000, 7);
        var second = sim.Save();
        sim.Write(Element(sim, "words"), 0, 9);
        var third = sim.Save();
        Assert.All(first.Pages[0], Assert.Null);
        Assert.Same(second.Pages[0][^1], third.Pages[0][^1]);
        Assert.NotSame(second.Pages[0][0], third.Pages[0][0]);
        sim.Restore(first);
        Assert.Equal(BigInteger.Zero, sim.Read(Element(sim, "words"), 1000));
        sim.Restore(third);
        Assert.Equal((9, 7), (sim.Read(Element(sim, "words"), 0), sim.Read(Element(sim, "words"), 1000)));
    }

    [Fact]
    public void A_snapshot_of_another_design_is_refused()
    {
        using var one = Compile().Start();
        using var other = Compile().Start();
        Assert.Contains("compiled at another time", Assert.Throws<SimException>(() => one.Restore(other.Save())).Message);
    }

    [Fact]
    public void A_value_outside_its_range_is_refused()
    {
        using var sim = Compile().Start();
        Assert.Contains("`count` holds 0 … 5", Assert.Throws<SimException>(() => sim.Write(Element(sim, "count"), 6)).Message);
        Assert.Contains("words 0 … 1023", Assert.Throws<SimException>(() => sim.Read(Element(sim, "words"), 1024)).Message);
    }

    [Fact]
    public void Power_up_is_random_legal_and_the_seed_s()
    {
        var design = Compile(new() { RandomState = true });
        using var sim = design.Start(5);
        using var same = design.Start(5);
        using var other = design.Start(6);
        List<BigInteger> All(BuiltInSimulation s) => [.. s.State.SelectMany(e => e.Kind == StateKind.Memory ? Enumerable.Range(0, e.Depth).Select(a => s.Read(e, a)) : [s.Read(e)])];
        Assert.Equal(All(sim), All(same));
        Assert.NotEqual(All(sim), All(other));
        foreach (var (i, e) in sim.State.Index())
            for (var a = 0; a < Math.Max(1, e.Depth); a++)
            {
                var value = e.Kind == StateKind.Memory ? sim.Read(e, a) : sim.Read(e);
                Assert.True(e.Shape.Range.Contains(value));
                Assert.Equal(InitialState.Of(e, i, a, 5), value);
            }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_broken_promise_is_said_with_its_reason_when_asked(bool assertions)
    {
        using var sim = Compile(new() { Assertions = assertions }).Start();
        sim["up"].Value = 1;
        sim.Step(5);
        sim["reset"].Value = 1;
        sim.Step();                 // under reset nothing is promised
        sim["reset"].Value = 0;
        sim.Step(5);
        if (!assertions)
        {
            sim.Step();
            Assert.Equal(6ul, sim["now"].Value);   // truncated to its three bits, as in Verilog
            return;
        }
        var broken = Assert.Throws<SimAssertException>(() => sim.Step());
        Assert.Contains("nobody counts beyond the ends", broken.Message);
        Assert.Equal(12ul, broken.Cycle);
    }

    [Fact]
    public void A_unit_whose_inputs_rest_is_not_evaluated()
    {
        using var sim = Compile().Start();
        sim.Step(10);
        Assert.Equal(0, Assert.Single(sim.Profile(samples: 10), u => u.Unit == "top").Open);
        sim["up"].Value = 1;
        sim["down"].Value = 1;      // writes a word in every cycle
        Assert.Equal(1, Assert.Single(sim.Profile(samples: 10), u => u.Unit == "top").Open);
    }
}
