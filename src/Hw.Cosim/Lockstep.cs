using System.Diagnostics;
using Hw.Golden;
using Hw.Hdl;
using Hw.Isa;
using Hw.Sim;

namespace Hw.Cosim;

/// <summary>
/// Golden and RTL side by side. The golden runs ahead on its own thread and leaves a hash per instruction; the RTL runs in batches,
/// one native call each, and reports a hash per instruction too. Only when two differ is the run done again with everything recorded.
/// </summary>
public static class Lockstep
{
    public static Verdict Run(ILockstepTarget target, LockstepOptions? options = null, CancellationToken token = default)
    {
        options ??= LockstepOptions.Default;
        ILockstepSession session;
        try { session = target.Start(token: token); }
        catch (Exception e) when (e is SimException or HdlException)
        {
            return new(VerdictKind.BuildFailed) { Summary = e.Message, Title = target.Title, Replay = target.Replay };
        }
        using (session)
        using (var golden = new GoldenRun(target, options.MaxInstructions, token))
            return new LockstepRun(target, options, session, golden, token).Run();
    }
}

/// <summary>One run of the fast pass.</summary>
sealed class LockstepRun(ILockstepTarget target, LockstepOptions options, ILockstepSession session, GoldenRun golden, CancellationToken token)
{
    readonly ISimulation sim = session.Simulation;
    readonly Comparison comparison = new(golden, session.Simulation.Design, target.Views, options.Retired);
    readonly Stopwatch clock = new();
    ulong started;

    public Verdict Run()
    {
        started = sim.Cycle;
        try { session.Begin(); }
        catch (SimException e) { return Violated(e.Message, (e as SimAssertException)?.Cycle ?? sim.Cycle, traceable: false); }
        started = sim.Cycle;
        clock.Start();
        sim.ClearRecords();
        sim.Recording = RecordMode.Hashes;
        var lastLook = 0ul;
        while (true)
        {
            token.ThrowIfCancellationRequested();
            StopReason reason;
            RtlEnd? end = null;
            try
            {
                reason = sim.Run(options.Batch, session.StopPort);
                if (reason == StopReason.StopPort) end = session.End();
            }
            catch (SimException e) { return Violated(e.Message, (e as SimAssertException)?.Cycle ?? sim.Cycle, traceable: false); }
            if (end is not null && end.Cause != Trap.Deadlock) sim.FlushRecords();
            var found = Take();
            if (session.Violation is { } rule) return Violated(rule, lastLook, traceable: true);
            if (found is not null) return Mismatch(found);
            if (end is not null) return Ended(end);
            if (reason == StopReason.Finished) return Hung("the simulation ran $finish before the program ended");
            if (sim.Cycle - Math.Max(started, comparison.LastCycle) > options.Patience) return Hung($"nothing has retired for {sim.Cycle - Math.Max(started, comparison.LastCycle):N0} cycles");
            if (sim.Cycle - started >= options.MaxCycles) return Hung($"the program still runs after {sim.Cycle - started:N0} cycles");
            lastLook = sim.Cycle;
            options.Progress?.Invoke(new(comparison.Instructions, sim.Cycle));
        }
    }

    Found? Take()
    {
        Found? found = null;
        foreach (ref readonly var record in sim.Records)
            if ((found = comparison.Take(record)) is not null) break;
        sim.ClearRecords();
        return found;
    }

    Verdict Ended(RtlEnd end)
    {
        comparison.Drain();
        clock.Stop();
        var outcome = golden.Outcome;
        if (IsProgramError(outcome) is { } wrong) return wrong;
        if (outcome.Cause == Trap.Deadlock && (end.Cause, end.Pc) != (Trap.Deadlock, outcome.Pc) && SignalsTooLate(outcome.Pc))
            return Make(VerdictKind.ProgramError, $"{outcome.Message}; the RTL goes on because something later signals it", end) with { Golden = outcome };
        if (end.Cause == Trap.Deadlock && outcome.Cause != Trap.Deadlock)
            return Hung($"the watchdog of the RTL says deadlock at pc {end.Pc}, the golden {Ends(outcome)}", end);
        if (comparison.Finish(sim.Cycle) is { } missing) return Mismatch(missing, end);
        var same = end.Cause == outcome.Cause && end.Pc == outcome.Pc && end.HaltCode == outcome.HaltCode;
        if (!same)
            return Mismatch(new(DifferenceKind.End, $"the RTL ends with {end}, the golden {Ends(outcome)}", outcome.Executed - (outcome.Ending == Ending.Halted ? 1 : 0), -1, sim.Cycle, sim.Cycle), end);
        if (options.CompareMemory && session.MemoryDifference(golden.Machine) is { } memory)
            return Mismatch(new(DifferenceKind.Memory, memory, -1, -1, sim.Cycle, sim.Cycle), end);
        if (!IsLoose(outcome.Cause) && session.CounterDifference(golden.Machine, end) is { } counter)
            return Mismatch(new(DifferenceKind.Counter, counter, -1, -1, sim.Cycle, sim.Cycle), end);
        return Make(VerdictKind.Pass, $"{comparison.Instructions:N0} instructions and {comparison.Writes:N0} writes agree; {end}", end) with { Golden = outcome };
    }

    /// <summary>Some instruction signals what this one waits for; program order does not, so the program depends on the timing.</summary>
    bool SignalsTooLate(int pc)
    {
        var isa = target.Program.Isa;
        return isa.TryDecode(target.Program.Words[pc], out var waiting, out _)
            && target.Program.Words.Any(w => isa.TryDecode(w, out var other, out _) && other.Signals.Intersect(waiting.Waits).Any());
    }

    /// <summary>Instructions younger than the one that trapped may have begun, and nothing of them is compared.</summary>
    internal static bool IsLoose(Trap cause) => cause is Trap.AxiRead or Trap.AxiWrite or Trap.Deadlock;

    static string Ends(Outcome o) => o.Ending == Ending.Halted ? $"halts with code {o.HaltCode} at pc {o.Pc}" : $"takes trap {o.Cause} at pc {o.Pc}";

    Verdict Mismatch(Found found, RtlEnd? end = null)
    {
        comparison.Drain();
        if (IsProgramError(golden.Outcome) is { } wrong) return wrong;
        var investigation = new Investigation(target, options, token);
        var difference = investigation.Explain(found, comparison);
        return Make(VerdictKind.Mismatch, difference.Message, end) with { Golden = golden.Outcome, First = difference, WaveFile = investigation.Waves(found.Cycle) };
    }

    Verdict Hung(string why, RtlEnd? end = null)
    {
        comparison.Drain();
        if (IsProgramError(golden.Outcome) is { } wrong) return wrong;
        var cycle = Math.Max(started, comparison.LastCycle);
        var investigation = new Investigation(target, options, token);
        var difference = investigation.Describe(DifferenceKind.NotRetired, why, comparison.InFlight.Select(i => (long?)i.Order).FirstOrDefault() ?? comparison.Oldest, cycle, comparison);
        return Make(VerdictKind.Hang, why, end) with { Golden = golden.Outcome, First = difference, WaveFile = investigation.Waves(cycle) };
    }

    /// <param name="traceable">The cycle is only a lower bound, and running again finds the right one.</param>
    Verdict Violated(string rule, ulong cycle, bool traceable)
    {
        comparison.Drain();
        if (IsProgramError(golden.Outcome) is { } wrong) return wrong;
        var investigation = new Investigation(target, options, token);
        if (traceable) cycle = investigation.CycleOfViolation(cycle);
        var difference = investigation.Describe(DifferenceKind.Protocol, rule, comparison.Oldest, cycle, comparison);
        return Make(VerdictKind.HarnessViolation, rule, null) with { Golden = golden.Outcome, First = difference, WaveFile = investigation.Waves(cycle) };
    }

    Verdict? IsProgramError(Outcome outcome) => outcome.Ending switch
    {
        Ending.ProgramError => Make(VerdictKind.ProgramError, outcome.Message, null) with { Golden = outcome },
        Ending.Limit => Make(VerdictKind.ProgramError, outcome.Message, null) with { Golden = outcome },
        _ => null,
    };

    Verdict Make(VerdictKind kind, string summary, RtlEnd? end) => new(kind)
    {
        Summary = summary, Title = target.Title, Replay = target.Replay, Instructions = comparison.Instructions, Writes = comparison.Writes,
        Rtl = end, Cycles = end?.Cycles ?? sim.Cycle - started, Elapsed = clock.Elapsed,
    };
}
