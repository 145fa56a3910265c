using Hw.Ip;
using Hw.TxuCosim;

namespace Hw.Cli.Bench;

/// <summary>How much of the array a 512³ product keeps busy: from the doorbell to the halt, loads and stores included, behind a slow memory.</summary>
static class GemmUtilization
{
    const int Size = 512, Lanes = 32, Latency = 200;

    public static IEnumerable<Figure> Measure(Terminal terminal, CancellationToken token)
    {
        var work = GemmWorkload.Make(Size, Size, Lanes);
        using var target = new TxuTarget(Lanes, new() { Records = false, Progress = terminal.Progress });
        foreach (var stalls in Enum.GetValues<StallProfile>())
        {
            terminal.Progress($"GEMM {Size}³ with stalls {stalls}");
            using var session = target.Job(work.Program.Code, work.Memory, new() { Latency = Latency, Stalls = stalls }).Start(token: token);
            session.Begin();
            var end = session.RunToEnd(token: token);
            if (end is null || end.Cause != Isa.Trap.None) throw new UsageException($"the GEMM did not halt: {end?.ToString() ?? "it still runs"}");
            yield return new("utilization", $"MM use, GEMM {Size}³ INT8, C={Lanes}, {Latency}-cycle memory, {stalls}",
                work.Problem.MultiplyAdds / ((double)end.Cycles * Bits.Dot32.Depth * Lanes), 0.95, v => $"{v:P1}");
        }
    }
}
