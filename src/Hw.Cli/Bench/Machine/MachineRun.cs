using Hw.Cli.Tracing;
using Hw.Golden;
using Hw.Ip;
using Hw.Isa;
using Hw.Isa.Txu;
using Hw.Kernels;
using Hw.TxuCosim;

namespace Hw.Cli.Bench.Machine;

/// <summary>One case at one stall profile: how long the chip took, and whether memory holds what the golden says.</summary>
/// <param name="Wrong">Null when it does.</param>
sealed record MachineRun(MachineCase Case, StallProfile Stalls, long Cycles, double Utilization, string Bound, string? Wrong)
{
    const ulong MostCycles = 100_000_000;

    public static MachineRun OnChip(Prepared prepared, StallProfile stalls, TxuTarget target, CancellationToken token)
    {
        var (of, work) = (prepared.Case, prepared.Work);
        using var session = target.Job(work.Program.Code, work.Memory, new() { Latency = MachineCase.Latency, Stalls = stalls }).Start(token: token);
        session.Begin();
        if (session.RunToEnd(MostCycles, token) is not { } end) return Failed(of, stalls, $"it still runs after {MostCycles:N0} cycles");
        if (end.Cause != Trap.None) return Failed(of, stalls, end.ToString());
        var wrong = prepared.Outcome.Ending == Ending.Halted ? session.MemoryDifference(prepared.Golden) : prepared.Outcome.Message;
        return new(of, stalls, (long)end.Cycles, Share(work, (long)end.Cycles), new Roofline(MachineCase.Lanes, end.Counters).Bound, wrong);
    }

    /// <summary>What the queue model says, without a chip; it knows no stalls. The golden still has to come to its end.</summary>
    public static MachineRun OnModel(MachineCase of)
    {
        var work = of.Make();
        var machine = new TxuMachine(MachineCase.Lanes);
        foreach (var (address, bytes) in work.Memory.Pages) machine.Dram.Write(address, bytes);
        var outcome = GoldenEngine.Run(machine, work.Program.Code);
        var timeline = Timeline.Of(work.Program);
        return new(of, StallProfile.P0, timeline.Cycles, Share(work, timeline.Cycles), "", outcome.Ending == Ending.Halted ? null : outcome.Message);
    }

    static MachineRun Failed(MachineCase of, StallProfile stalls, string why) => new(of, stalls, 0, 0, "", why);
    static double Share(Work work, long cycles) => work.Macs / ((double)Bits.Dot32.Depth * MachineCase.Lanes * cycles);
}
