using Hw.Bits;
using Hw.Hdl;
using Hw.Sim;
using Hw.Txu;

namespace Hw.SimCheck.Tests;

/// <summary>Every module of the TXU alone, and what the checks of modules say of a fault.</summary>
public class ModuleTests
{
    static readonly Design system = Design.Elaborate(() => new TxuSystem(lanes: 4, words: 1 << 8));

    [Fact]
    public void Every_module_of_the_txu_agrees()
    {
        var verdicts = new ModuleCheck(Subjects.BuiltIn).Run(system.Parts, (_, _) => { }, default);
        Assert.Contains(verdicts, v => v.Name == "txu_4");
        Assert.All(verdicts, v => Assert.True(v.Mismatch is null, $"{v.Mismatch}"));
        Assert.All(verdicts, v => Assert.True(v.Cycles >= 20, $"{v.Name}: {v.Cycles} cycles, then no input keeps the promise `{v.EndedBy}`"));
    }

    sealed class Counter(int step) : Module
    {
        public In Go { get; } = Input(Bit);
        public Out Count { get; } = Output(UInt8);
        readonly Reg value = Register(UInt8, 0);

        protected override void Build()
        {
            When(Go, () => value.Next = (value + step).Wrap(UInt8));
            Count.Drive(value);
        }
    }

    [Theory]
    [InlineData(1, null)]
    [InlineData(3, "value")]
    public void A_driven_design_with_a_fault_is_found(int step, string? path)
    {
        var verdict = new DrivenCheck(Subjects.BuiltIn).Run(Design.Elaborate(() => new Counter(1)), Drive, "replay", default, faulty: Design.Elaborate(() => new Counter(step)));
        Assert.Equal((path, 12), (verdict.Mismatch?.Path, verdict.Cycles));

        static void Drive(ISimulation simulation)
        {
            simulation.Reset(2);
            simulation["go"].Value = 1;
            simulation.Step(10);
        }
    }

    sealed class Promising : Module
    {
        public In A { get; } = Input(UInt(4));
        public Out Sum { get; } = Output(UInt(4));
        readonly Reg held = Register(UInt(4));

        protected override void Build()
        {
            held.Next = A;
            Sum.Drive((held + A).Fits(UInt(4), "the two are never large together"));
        }
    }

    sealed class Impossible : Module
    {
        public In A { get; } = Input(UInt(4));
        public Out Sum { get; } = Output(UInt(4));
        protected override void Build() => Sum.Drive((A + 16).Fits(UInt(4), "nothing keeps this"));
    }

    [Fact]
    public void Inputs_that_break_a_promise_are_drawn_again() =>
        Assert.Equal((300, (string?)null), Assert.Single(new ModuleCheck(Subjects.BuiltIn).Run([Design.Elaborate(() => new Promising())], (_, _) => { }, default)) is var v ? (v.Cycles, v.EndedBy) : default);

    [Fact]
    public void A_run_that_nothing_keeps_legal_ends_and_says_why() =>
        Assert.Contains("nothing keeps this", Assert.Single(new ModuleCheck(Subjects.BuiltIn).Run([Design.Elaborate(() => new Impossible())], (_, _) => { }, default)).EndedBy);
}
