namespace Hw.Ip.Tests;

public class StallInjectorTests
{
    [Theory]
    [InlineData(StallProfile.P0, 0, 0), InlineData(StallProfile.P1, 2.4, 3.6), InlineData(StallProfile.P2, 9, 11)]
    public void WithholdsTheShareOfItsProfileInBurstsOf1To16(StallProfile profile, double low, double high)
    {
        const int cycles = 60_000;
        var stalls = Run(profile, seed: 12345, cycles);
        Assert.InRange(100.0 * stalls.Count(s => s) / cycles, low, high);

        var bursts = new List<int>();
        for (var i = 0; i < cycles; i++)
            if (stalls[i] && i > 0 && stalls[i - 1]) bursts[^1]++;
            else if (stalls[i]) bursts.Add(1);
        if (profile == StallProfile.P0) Assert.Empty(bursts);
        else Assert.Equal(Enumerable.Range(1, 16), bursts.Distinct().Order());
    }

    [Fact]
    public void TheSeedDecides()
    {
        Assert.Equal(Run(StallProfile.P2, 1, 2000), Run(StallProfile.P2, 1, 2000));
        Assert.NotEqual(Run(StallProfile.P2, 1, 2000), Run(StallProfile.P2, 2, 2000));
        Assert.Contains(true, Run(StallProfile.P2, 0, 2000));
    }

    [Fact]
    public void WhatIsOfferedIsNotWithdrawn()
    {
        var sim = Reset(StallProfile.P2, 5);
        var free = Run(StallProfile.P2, 5, 2000);
        sim["waiting"] = 1;
        sim.Step();
        for (var i = 1; i < 2000; i++, sim.Step()) Assert.Equal(0, sim["stall"]);
        Assert.Contains(true, free);
    }

    static Interpreter Reset(StallProfile profile, int seed)
    {
        var sim = new Interpreter(Design.Elaborate(() => new StallInjector()));
        (sim["profile"], sim["seed"], sim["reset"]) = ((int)profile, seed, 1);
        sim.Step();
        sim["reset"] = 0;
        return sim;
    }

    static bool[] Run(StallProfile profile, int seed, int cycles)
    {
        var sim = Reset(profile, seed);
        var stalls = new bool[cycles];
        for (var i = 0; i < cycles; i++, sim.Step()) stalls[i] = !sim["stall"].IsZero;
        return stalls;
    }
}
