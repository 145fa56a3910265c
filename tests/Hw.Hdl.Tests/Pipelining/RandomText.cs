using Hw.Hdl.Tests.Random;

namespace Hw.Hdl.Tests.Pipelining;

/// <summary>A text of random operations over four inputs, in any number of stages, with or without a stall.</summary>
sealed class RandomText(ulong number, int stages, bool stalls = false) : Module
{
    static readonly Rom Table = new("curve", [.. Enumerable.Range(0, 50).Select(i => 700L - i * i)]);
    readonly Choices choose = new(number);
    readonly List<Signal> pool = [];

    public override string VerilogName => $"text_{number}_{stages}{(stalls ? "_stalls" : "")}";
    public In A { get; } = Input(Int(12));
    public In B { get; } = Input(UInt(10));
    public In C { get; } = Input(Int8);
    public In D { get; } = Input(new Interval(0, 37));
    public In? Enable { get; } = stalls ? Input(Bit) : null;
    public Out Y { get; } = Output(Int(24));
    public Out Z { get; } = Output(UInt(9));

    protected override void Build()
    {
        foreach (var input in new[] { A, B, C, D }) pool.Add(input);
        IReadOnlyList<Pipelined> results = Pipeline(stages, () =>
        {
            for (var i = 0; i < 8 + (int)(number % 12); i++) pool.Add(Number());
            var all = pool.Skip(4).Aggregate((Signal)A * B + C * D, (x, y) => (x ^ y).Wrap(Int(40)));
            return [all.Wrap(Int(24)), (all >> 11 ^ pool[^1]).Wrap(UInt(9)).Named("folded")];
        }, Enable?.Value);
        Y.Drive(results[0]);
        Z.Drive(results[1].Value);
    }

    Signal Any() => pool[choose.Below(pool.Count)];

    Signal Number()
    {
        Signal a = Any(), b = Any();
        var result = choose.Below(16) switch
        {
            0 => a + b,
            1 => a - b,
            2 or 3 => a * b,
            4 => Signal.Sum([a, b, Any(), Any(), Any()]),
            5 => Signal.ShiftRight(a, b.Wrap(UInt(4)), 15),
            6 => Signal.ShiftLeft(a, b.Wrap(UInt(3)), 7),
            7 => Mux(a < b, Any(), Any()),
            8 => a.Wrap(UInt(11)).LeadingZeros(11),
            9 => a.Wrap(UInt(13)).ShiftRightSticky(b.Wrap(UInt(4)), 15),
            10 => b.Wrap(UInt(5)).Lookup(Table),
            // only the arm that is chosen keeps the promise
            11 => Mux((a >= 0) & (a < 50), a.Fits(new(0, 49), "it is compared").Lookup(Table), b),
            12 => Signal.Named(a, "kept"),
            13 => a.Wrap(UInt(6)).Join(b.Wrap(UInt(5)), 5),
            14 => a.RoundShiftRight(3),
            _ => a.Max(b).Saturate(new(-900, 1000)),
        };
        return result.Width > 30 ? result.Wrap(Int(20)) : result;
    }
}
