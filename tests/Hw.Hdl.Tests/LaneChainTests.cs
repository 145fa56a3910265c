namespace Hw.Hdl.Tests;

/// <summary>A chain from lane to lane within one cycle is not a loop; closing it into a ring is.</summary>
public class LaneChainTests
{
    sealed class Adder : Module
    {
        public In Carry { get; } = Input(UInt8);
        public In Term { get; } = Input(UInt(4));
        public Out Sum { get; } = Output(UInt8);
        protected override void Build() => Sum.Drive((Carry + Term).Wrap(UInt8));
    }

    sealed class Chain(bool ring) : Module
    {
        public In Start { get; } = Input(UInt8);
        public In Terms { get; } = Input(Row(4, UInt(4)));
        public Out Sums { get; } = Output(Row(4, UInt8));
        readonly LaneArray<Adder> adders = Instances(4, () => new Adder());

        protected override void Build()
        {
            var sums = adders.All(a => a.Sum);
            var carries = ring ? sums : Signal.Concat([(Start, 8), (sums, 32)]);
            adders.Each(a =>
            {
                a.Carry.Drive(Signal.Element(carries, ring ? (a.Index + 1) % 4 : a.Index, UInt8));
                a.Term.Drive(Terms.Element(a.Index));
            });
            if (ring) Unused(Start, "a ring has no start");
            Sums.Drive(sums);
        }
    }

    [Fact]
    public void A_chain_is_no_loop_and_computes()
    {
        var chain = new Interpreter(Design.Elaborate(() => new Chain(ring: false))) { ["start"] = 100, ["terms"] = 0x4321 };
        Assert.Equal(new BigInteger(101 | 103 << 8 | 106 << 16 | 110 << 24), chain["sums"]);
    }

    [Fact]
    public void A_ring_is_a_loop() =>
        Assert.Contains("error HW0105: ", Assert.Throws<HdlException>(() => Design.Elaborate(() => new Chain(ring: true))).Message);
}
