using Hw.Cosim;
using Hw.Ip;
using Hw.Sim;
using Hw.TxuCosim;

namespace Hw.Cli.Bench.Machine;

/// <summary>The short cases once more at P1, this time in lockstep: every write of every instruction compared with the golden's, not only the memory at the end.</summary>
static class MachineLockstep
{
    /// <returns>Whether all of them agree.</returns>
    public static bool Run(IEnumerable<MachineCase> cases, Engine engine, Terminal terminal, CancellationToken token)
    {
        using var target = new TxuTarget(MachineCase.Lanes, new() { Engine = engine, Progress = terminal.Progress });
        target.Built(token: token);
        var (instructions, writes, programs) = (0L, 0L, 0);
        foreach (var c in cases.Where(c => c.Quick))
        {
            terminal.Progress($"in lockstep: {c.Name} {c.Format}");
            var work = c.Make();
            var settings = new TxuSettings { Latency = MachineCase.Latency, Stalls = StallProfile.P1 };
            var verdict = Lockstep.Run(target.Job(work.Program.Code, work.Memory, settings, "hw bench --only machine --quick"), new() { CompareMemory = true }, token);
            if (!verdict.Passed)
            {
                terminal.Error($"hw bench: {c.Name}, {c.Format}, in lockstep: {verdict}");
                return false;
            }
            (instructions, writes, programs) = (instructions + verdict.Instructions, writes + verdict.Writes, programs + 1);
        }
        terminal.Say(FormattableString.Invariant($"in lockstep at C = {MachineCase.Lanes}, P1: {programs} programs, {instructions:N0} instructions, {writes:N0} writes compared, 0 mismatches"));
        return true;
    }
}
