namespace Hw.Ip;

/// <summary>A queue whose words come out in order, none earlier than Latency cycles after it went in: exactly then where the way is free, from 2 cycles on.</summary>
/// <param name="depth">Words on their way; a full rate of one per cycle needs Latency of them.</param>
public sealed class LatencyQueue(Shape shape, int depth) : Module
{
    public const int MaxLatency = 4095;

    public override string VerilogName => $"latency_queue_{depth}x{shape.Width}{(shape.Range.IsSigned ? "s" : "")}";

    public DataStream Push { get; } = Sink(() => new DataStream(shape));
    public DataStream Pop { get; } = Source(() => new DataStream(shape));
    public In Latency { get; } = Input(UpTo(MaxLatency));

    readonly Fifo items = Instance(() => new Fifo(shape, depth)), stamps = Instance(() => new Fifo(UpTo(MaxLatency), depth));
    readonly Reg now = Register(UpTo(MaxLatency), 0), ripe = Register(UpTo(depth), 0);

    // The oldest unripe word is looked at in every cycle, so its age is taken before the 12-bit clock can lap it; a word that is
    // ripe has left `stamps` and may wait for ever.
    protected override void Build()
    {
        now.Next = (now + 1).Wrap(UpTo(MaxLatency));
        Bundle.Connect(Push, items.Push);
        stamps.Push.Valid.Drive(Push.Fires);
        stamps.Push.Data.Drive(now);
        Unused(stamps.Push.Ready, "there is a stamp for an item at most, and as many places");

        var age = (now - stamps.Pop.Data).Wrap(UpTo(MaxLatency)).Named("age");
        stamps.Pop.Ready.Drive(age + 1 >= Latency);
        ripe.Next = (ripe + stamps.Pop.Fires - Pop.Fires).Fits(UpTo(depth), "only ripe items leave");

        Pop.Valid.Drive(items.Pop.Valid & (ripe != 0));
        Pop.Data.Drive(items.Pop.Data);
        items.Pop.Ready.Drive(Pop.Fires);
    }
}
