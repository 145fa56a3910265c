namespace Hw.Hdl.Tests;

/// <summary>Bundles join source to sink whichever end is named first, between children and between child and parent.</summary>
public class StreamTests
{
    sealed class Words : Stream
    {
        public Words() => Data = Forward(Interval.UInt8, "data");
        public Port Data { get; }
    }

    /// <summary>One word of storage.</summary>
    sealed class Slot : Module
    {
        public Words Taken { get; } = Sink(() => new Words());
        public Words Given { get; } = Source(() => new Words());
        readonly Reg full = Register(Bit, 0), word = Register(UInt8);

        protected override void Build()
        {
            Taken.Ready.Drive(!full | Given.Ready);
            Given.Valid.Drive(full);
            Given.Data.Drive(word);
            When(Taken.Fires, () => { full.Next = 1; word.Next = Taken.Data; })
                .ElseWhen(Given.Ready, () => full.Next = 0);
        }
    }

    sealed class Pipe(bool swapped) : Module
    {
        public override string VerilogName => swapped ? "pipe_swapped" : "pipe";
        public Words In { get; } = Sink(() => new Words());
        public Words Out { get; } = Source(() => new Words());
        readonly Slot first = Instance(() => new Slot()), second = Instance(() => new Slot());

        protected override void Build()
        {
            void Join(Bundle a, Bundle b) { if (swapped) Bundle.Connect(b, a); else Bundle.Connect(a, b); }
            Join(In, first.Taken);
            Join(first.Given, second.Taken);
            Join(second.Given, Out);
        }
    }

    [Theory, InlineData(false), InlineData(true)]
    public void Words_go_through_in_order(bool swapped)
    {
        var pipe = new Interpreter(Design.Elaborate(() => new Pipe(swapped)));
        var (random, sent, received) = (new System.Random(1), new Queue<BigInteger>(), 0);
        pipe["reset"] = 1; pipe.Step(); pipe["reset"] = 0;
        for (var cycle = 0; cycle < 500; cycle++)
        {
            pipe["in_valid"] = random.Next(2); pipe["in_data"] = random.Next(256); pipe["out_ready"] = random.Next(2);
            if (pipe["in_valid"] == 1 && pipe["in_ready"] == 1) sent.Enqueue(pipe["in_data"]);
            if (pipe["out_valid"] == 1 && pipe["out_ready"] == 1) { Assert.Equal(sent.Dequeue(), pipe["out_data"]); received++; }
            pipe.Step();
        }
        Assert.True(received > 150, $"{received} words");
    }

    [Fact]
    public void Either_order_gives_the_same_text() =>
        Assert.Equal(Body(swapped: false), Body(swapped: true).Replace("pipe_swapped", "pipe", StringComparison.Ordinal));

    static string Body(bool swapped) => VerilogWriter.Write(Design.Elaborate(() => new Pipe(swapped)))[^2].Text;

    sealed class TwoSources : Module
    {
        readonly Slot first = Instance(() => new Slot()), second = Instance(() => new Slot());
        protected override void Build() => Bundle.Connect(first.Given, second.Given);
    }

    [Fact]
    public void Two_sources_are_refused() => Assert.Contains("error HW0103: TwoSources: `given_", Assert.Throws<HdlException>(() => Design.Elaborate(() => new TwoSources())).Message);
}
