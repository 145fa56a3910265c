namespace Hw.Ip;

/// <summary>A queue: what is pushed is there to pop one cycle later, in order. Both ends run at one word per cycle; push_ready depends on registers only.</summary>
/// <param name="depth">Words it holds, any number from 2.</param>
public sealed class Fifo(Shape shape, int depth) : Module
{
    public override string VerilogName => $"fifo_{depth}x{shape.Width}{(shape.Range.IsSigned ? "s" : "")}";

    public DataStream Push { get; } = Sink(() => new DataStream(shape));
    public DataStream Pop { get; } = Source(() => new DataStream(shape));

    readonly Memory words = Memory(depth, shape, Collision.WriteFirst);
    readonly Reg head = Register(UpTo(depth - 1), 0), tail = Register(UpTo(depth - 1), 0);
    readonly Reg count = Register(UpTo(depth), 0);

    protected override void Build()
    {
        Signal pushes = Push.Fires.Named("pushes"), pops = Pop.Fires.Named("pops");
        var nextHead = Mux(pops, After(head), head).Named("next_head");

        head.Next = nextHead;
        When(pushes, () => tail.Next = After(tail));
        count.Next = (count + pushes - pops).Fits(UpTo(depth), "nothing is pushed when full nor popped when empty");
        words.Write(pushes, tail, Push.Data);

        Push.Ready.Drive(count != depth);
        Pop.Valid.Drive(count != 0);
        Pop.Data.Drive(words.Read(nextHead, pushes | pops, "front"));
    }

    Signal After(Reg place) => BitOperations.IsPow2(depth) ? (place + 1).Wrap(UpTo(depth - 1))
        : Mux(place == depth - 1, 0, place + 1).Fits(UpTo(depth - 1), "the last place is followed by 0");
}
