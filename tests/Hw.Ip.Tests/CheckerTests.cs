namespace Hw.Ip.Tests;

/// <summary>
/// Every rule has violations planted that its checker must name, and near misses that it must let pass. A scenario is one
/// string per cycle, naming the signals that are not 0.
/// </summary>
public class CheckerTests
{
    const string Ar = "ar_valid ar_ready", R = "r_valid r_ready r_last", Aw = "aw_valid aw_ready", W = "w_valid w_ready w_last", B = "b_valid b_ready";

    static readonly (AxiRule Rule, string[] Cycles)[] Reads =
    [
        (AxiRule.None, [Ar, R, "ar_valid", Ar, "", "r_valid r_last", R]),
        (AxiRule.None, [$"{Ar} ar_addr=4064", $"{Ar} ar_addr=3584 ar_len=15 r_valid r_ready r_last", .. Enumerable.Repeat("r_valid r_ready", 15), R]),
        (AxiRule.None, [Ar, Ar, R, Ar, R, R]),
        (AxiRule.None, [Ar, $"{R} r_resp=2", Ar, $"{R} r_resp=3"]),
        (AxiRule.AddressDropped, ["ar_valid", ""]),
        (AxiRule.AddressChanged, ["ar_valid ar_len=1", "ar_valid ar_len=2"]),
        (AxiRule.AddressChanged, ["ar_valid", "ar_valid ar_addr=32"]),
        (AxiRule.AddressMisaligned, ["ar_valid ar_addr=16"]),
        (AxiRule.BurstTooLong, ["ar_valid ar_len=16"]),
        (AxiRule.BurstCrossesPage, ["ar_valid ar_addr=4064 ar_len=1"]),
        (AxiRule.BurstCrossesPage, ["ar_valid ar_addr=3616 ar_len=15"]),
        (AxiRule.TooManyOutstanding, [Ar, Ar, Ar]),
        (AxiRule.DataDropped, [Ar, "r_valid r_last", ""]),
        (AxiRule.DataChanged, [Ar, "r_valid r_last r_data=1", "r_valid r_last r_data=3"]),
        (AxiRule.DataChanged, [Ar, "r_valid r_last", "r_valid r_last r_resp=2"]),
        (AxiRule.DataUnrequested, ["r_valid r_last"]),
        (AxiRule.DataUnrequested, [$"{Ar} r_valid r_last"]),
        (AxiRule.DataUnrequested, [Ar, R, R]),
        (AxiRule.LastEarly, [$"{Ar} ar_len=1", R]),
        (AxiRule.LastEarly, [$"{Ar} ar_len=2", "r_valid r_ready", R]),
        (AxiRule.LastMissing, [Ar, "r_valid r_ready"]),
        (AxiRule.LastMissing, [Ar, $"{Ar} ar_len=1 r_valid r_ready r_last", "r_valid r_ready", "r_valid r_ready"]),
        (AxiRule.ResponseIllegal, [Ar, $"{R} r_resp=1"]),
    ];

    static readonly (AxiRule Rule, string[] Cycles)[] Writes =
    [
        (AxiRule.None, [Aw, W, B]),
        (AxiRule.None, [$"{Aw} w_valid w_ready w_last", B]),
        (AxiRule.None, [W, "", Aw, "b_valid", B]),
        (AxiRule.None, [W, W, Aw, $"{Aw} b_valid b_ready", B]),
        (AxiRule.None, [$"{Aw} aw_addr=3584 aw_len=15", .. Enumerable.Repeat("w_valid w_ready", 15), W, "aw_valid", "aw_valid w_valid w_last", $"{Aw} w_valid w_last", W, $"{B} b_resp=3"]),
        (AxiRule.AddressDropped, ["aw_valid", ""]),
        (AxiRule.AddressChanged, ["aw_valid", "aw_valid aw_addr=64"]),
        (AxiRule.AddressMisaligned, ["aw_valid aw_addr=1"]),
        (AxiRule.BurstTooLong, ["aw_valid aw_len=255"]),
        (AxiRule.BurstCrossesPage, ["aw_valid aw_addr=8160 aw_len=1"]),
        (AxiRule.TooManyOutstanding, [Aw, Aw, Aw]),
        (AxiRule.TooManyOutstanding, [$"{Aw} w_valid w_ready w_last", $"{Aw} w_valid w_ready w_last", "", Aw]),
        (AxiRule.TooManyOutstanding, [W, W, W]),
        (AxiRule.DataDropped, ["w_valid", ""]),
        (AxiRule.DataChanged, ["w_valid w_data=1", "w_valid"]),
        (AxiRule.DataChanged, ["w_valid w_strb=1", "w_valid w_strb=3"]),
        (AxiRule.DataChanged, ["w_valid", "w_valid w_last"]),
        (AxiRule.LastEarly, [$"{Aw} aw_len=1", W]),
        (AxiRule.LastEarly, [W, $"{Aw} aw_len=1"]),
        (AxiRule.LastMissing, [Aw, "w_valid w_ready", W]),
        (AxiRule.LastMissing, ["w_valid w_ready", W, Aw]),
        (AxiRule.LastMissing, [$"{Aw} aw_len=15", .. Enumerable.Repeat("w_valid w_ready", 16)]),
        (AxiRule.ResponseDropped, [Aw, W, "b_valid", ""]),
        (AxiRule.ResponseChanged, [Aw, W, "b_valid", "b_valid b_resp=2"]),
        (AxiRule.ResponseUnrequested, ["b_valid"]),
        (AxiRule.ResponseUnrequested, [Aw, "b_valid"]),
        (AxiRule.ResponseUnrequested, [W, "b_valid"]),
        (AxiRule.ResponseUnrequested, [Aw, $"{W} b_valid"]),
        (AxiRule.ResponseUnrequested, [$"{Aw} aw_len=1", "w_valid w_ready", "b_valid"]),
        (AxiRule.ResponseUnrequested, [Aw, W, B, B]),
        (AxiRule.ResponseIllegal, [Aw, W, $"{B} b_resp=1"]),
    ];

    public static TheoryData<int, AxiRule> ReadScenarios => Number(Reads);
    public static TheoryData<int, AxiRule> WriteScenarios => Number(Writes);

    [Theory, MemberData(nameof(ReadScenarios))]
    public void TheReadCheckerNamesTheRule(int scenario, AxiRule rule) =>
        Assert.Equal(rule, Play(Design.Elaborate(() => new AxiReadChecker(outstanding: 2)), Reads[scenario].Cycles));

    [Theory, MemberData(nameof(WriteScenarios))]
    public void TheWriteCheckerNamesTheRule(int scenario, AxiRule rule) =>
        Assert.Equal(rule, Play(Design.Elaborate(() => new AxiWriteChecker(outstanding: 2)), Writes[scenario].Cycles));

    [Fact]
    public void EveryRuleIsPlanted() =>
        Assert.Equal(Enum.GetValues<AxiRule>(), Reads.Concat(Writes).Select(s => s.Rule).Distinct().Order());

    static TheoryData<int, AxiRule> Number((AxiRule Rule, string[])[] scenarios)
    {
        var data = new TheoryData<int, AxiRule>();
        for (var i = 0; i < scenarios.Length; i++) data.Add(i, scenarios[i].Rule);
        return data;
    }

    /// <summary>The verdict at the end; the cycles before the last must pass, and a reset forgets.</summary>
    static AxiRule Play(Design design, string[] cycles)
    {
        var sim = new Interpreter(design);
        var inputs = design.Ports.Where(p => p.Direction == Direction.In).Select(p => p.Name).ToList();
        AxiRule Verdict() => (AxiRule)(int)sim["violation"];
        sim["reset"] = 1;
        sim.Step();
        sim["reset"] = 0;
        foreach (var cycle in cycles)
        {
            Assert.Equal(AxiRule.None, Verdict());
            var set = cycle.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(t => t.Split('=')).ToDictionary(t => $"bus_{t[0]}", t => t.Length > 1 ? BigInteger.Parse(t[1]) : 1);
            Assert.Subset(inputs.ToHashSet(), set.Keys.ToHashSet());
            foreach (var name in inputs) sim[name] = set.GetValueOrDefault(name);
            sim.Step();
        }
        foreach (var name in inputs.Where(n => n.EndsWith("_ready"))) sim[name] = 0;
        foreach (var name in inputs.Where(n => n.EndsWith("_valid"))) sim[name] = 0;
        sim.Step(2);   // the lengths of a write meet a cycle after its last beat
        var verdict = Verdict();
        sim["reset"] = 1;
        sim.Step();
        Assert.Equal(AxiRule.None, Verdict());
        return verdict;
    }
}
