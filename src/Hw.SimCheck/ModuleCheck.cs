namespace Hw.SimCheck;

/// <summary>What the comparison of one module came to.</summary>
/// <param name="Cycles">Cycles compared.</param>
/// <param name="EndedBy">The promise of the module that no random input kept; null when the run was as long as asked.</param>
public sealed record ModuleVerdict(string Name, int Registers, int Memories, int Cycles, string? EndedBy, Mismatch? Mismatch);

/// <summary>
/// The modules of a design, each as its own top, from a legal state on random inputs. Surroundings keep promises to a module that random
/// inputs break; the interpreter notices, and inputs are drawn again. Where no draw helps, the run ends there.
/// </summary>
public sealed class ModuleCheck(Subjects subjects)
{
    /// <summary>Cycles of a module of some thousand values; larger ones run for fewer, because the reference is slow.</summary>
    const int MostCycles = 300, LeastCycles = 20, Work = 500_000;

    public IReadOnlyList<ModuleVerdict> Run(IReadOnlyList<Design> modules, Action<string, double> progress, CancellationToken token)
    {
        var probe = new VerilatorProbe();
        List<(View View, List<Trace> Traces, string? EndedBy)> runs = [];
        foreach (var (i, design) in modules.Index())
        {
            token.ThrowIfCancellationRequested();
            progress(design.Name, (double)i / modules.Count / 2);
            var view = new View(design);
            var cycles = Math.Clamp(Work / (view.Words + view.MemoryWords / 10 + 1), LeastCycles, MostCycles);
            var (stimulus, trace, endedBy) = Reference.Run(view, (ulong)i + 1, cycles, resetFirst: 1);
            List<Trace> traces = [trace];
            if (subjects.HasFlag(Subjects.BuiltIn)) traces.AddRange(Configuration.All.SelectMany(c => BuiltInRun.Run(view, design, stimulus, c)));
            probe.Add(view, stimulus);
            runs.Add((view, traces, endedBy));
        }
        if (subjects.HasFlag(Subjects.Verilator))
        {
            progress($"Verilator, {modules.Count} modules", 0.5);
            foreach (var (i, trace) in probe.Run(token).GetAwaiter().GetResult().Index()) runs[i].Traces.Add(trace);
        }
        return [.. runs.Select(r => new ModuleVerdict(r.View.Design.Name, r.View.State.Count, r.View.Memories.Count, r.Traces[0].Frames.Count, r.EndedBy,
            Mismatch.First(r.View, r.View.Design.Name, r.Traces, "./hw sim check --modules")))];
    }
}
