namespace Hw.Ip;

/// <summary>How much a channel is disturbed: the profiles every figure is quoted with.</summary>
public enum StallProfile
{
    /// <summary>Not at all.</summary>
    P0,
    /// <summary>3 % of beats withheld, in bursts of 1 to 16.</summary>
    P1,
    /// <summary>10 % of beats withheld, in bursts of 1 to 16.</summary>
    P2,
}

/// <summary>Says when a channel withholds: bursts of 1 to 16 cycles of random length and distance. The seed is taken during reset and decides everything.</summary>
public sealed class StallInjector : Module
{
    // A burst lasts 8.5 cycles on average, so starting one with chance p in a free cycle withholds 8.5p / (1 + 8.5p) of all cycles.
    const int ChanceOfP1 = 238, ChanceOfP2 = 857;   // of 65,536: 3.00 % and 10.00 %

    /// <summary>a StallProfile</summary>
    public In Profile { get; } = Input(UpTo((int)StallProfile.P2));
    public In Seed { get; } = Input(UInt(31));
    /// <summary>something is offered and not taken: it must not be withdrawn</summary>
    public In Waiting { get; } = Input(Bit);
    public Out Stall { get; } = Output(Bit);

    readonly Reg seeded = Register(Bit, 0), held = Register(Bit, 0), left = Register(UpTo(16), 0);
    readonly Reg random = Register(UInt(32));

    protected override void Build()
    {
        // Marsaglia's xorshift32; the 1 beside the seed keeps it off the all-zero state
        var a = (random ^ (random << 13)).Wrap(UInt(32));
        var b = a ^ (a >> 17);
        random.Next = Mux(seeded, (b ^ (b << 5)).Wrap(UInt(32)), Concat(1, Seed));
        seeded.Next = 1;

        var chance = Mux(Profile == (int)StallProfile.P2, ChanceOfP2, Mux(Profile == (int)StallProfile.P1, ChanceOfP1, 0));
        var starts = (seeded & (random[31, 16] < chance)).Named("starts");
        left.Next = Mux(left != 0, left - 1, Mux(starts, random[3, 0] + 1, 0)).Fits(UpTo(16), "it counts down only from above 0");

        held.Next = Waiting;
        Stall.Drive((left != 0) & !held);
    }
}
