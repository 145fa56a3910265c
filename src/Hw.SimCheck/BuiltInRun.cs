using Hw.BuiltIn;

namespace Hw.SimCheck;

/// <summary>A way of compiling for the built-in simulator.</summary>
public sealed record Configuration(string Name, BuiltInOptions Options)
{
    /// <summary>None of the options changes what a simulation shows, so all of them are tried.</summary>
    public static IReadOnlyList<Configuration> All { get; } =
    [
        new("built-in", new()), new("built-in-256", new() { VectorBits = 256 }), new("built-in-128", new() { VectorBits = 128 }),
        new("built-in-ungated", new() { Gating = false }), new("built-in-probes", new() { Probes = true }),
    ];
}

/// <summary>
/// A stimulus played to the built-in simulator. In the middle its state is kept and forked; the fork and the restored simulation
/// have to show the second half as the first run showed it.
/// </summary>
public static class BuiltInRun
{
    /// <param name="design">The design of the view, or one of the same ports and state with a fault in it.</param>
    public static IEnumerable<Trace> Run(View view, Design design, Stimulus stimulus, Configuration configuration)
    {
        using var compiled = BuiltInDesign.Compile(design, configuration.Options);
        using var simulation = compiled.Start();
        Load(simulation, view, stimulus);
        var (cycles, middle) = (stimulus.Cycles.Count, stimulus.Cycles.Count / 2);
        Dictionary<int, uint[]> memories = [];
        var first = Play(simulation, view, stimulus, 0, middle, memories);
        var kept = simulation.Save();
        using var fork = simulation.Fork();
        yield return new(configuration.Name, [.. first, .. Play(simulation, view, stimulus, middle, cycles, memories)], memories);
        if (middle == 0) yield break;
        memories = new(memories.Where(m => m.Key < middle));
        yield return new($"{configuration.Name}, forked in cycle {middle}", [.. first, .. Play(fork, view, stimulus, middle, cycles, memories)], memories);
        simulation.Restore(kept);
        memories = new(memories.Where(m => m.Key < middle));
        yield return new($"{configuration.Name}, restored to cycle {middle}", [.. first, .. Play(simulation, view, stimulus, middle, cycles, memories)], memories);
    }

    public static void Load(BuiltInSimulation simulation, View view, Stimulus stimulus)
    {
        foreach (var (i, _) in view.State) simulation.Write(simulation.State[i], stimulus.State[i][0]);
        foreach (var (i, memory) in view.Memories)
            for (var address = 0; address < memory.Depth; address++) simulation.Write(simulation.State[i], address, stimulus.State[i][address]);
    }

    static List<uint[]> Play(BuiltInSimulation simulation, View view, Stimulus stimulus, int from, int to, Dictionary<int, uint[]> memories)
    {
        List<uint[]> frames = [];
        var inputs = view.Inputs.Select(p => simulation[p.Name]).ToList();
        for (var cycle = from; cycle < to; cycle++)
        {
            var row = stimulus.Cycles[cycle];
            if (view.Design.HasReset) simulation["reset"].Value = (ulong)row[0];
            for (var i = 0; i < inputs.Count; i++) inputs[i].Wide = row[i + 1];
            frames.Add(Look(simulation, view));
            if (Trace.ShowsMemories(cycle, stimulus.Cycles.Count)) memories[cycle] = Memories(simulation, view);
            if (view.Design.HasClock) simulation.Step();
        }
        return frames;
    }

    public static uint[] Look(BuiltInSimulation simulation, View view)
    {
        var frame = new uint[view.Words];
        for (var i = 0; i < view.Fields.Count; i++)
        {
            var f = view.Fields[i];
            if (i < view.State.Count) View.Put(simulation.Read(simulation.State[view.State[i].Index]), f.Width, frame.AsSpan(f.Word));
            else simulation[f.Path].Read(frame.AsSpan(f.Word, View.WordsOf(f.Width)));
        }
        return frame;
    }

    static uint[] Memories(BuiltInSimulation simulation, View view)
    {
        var (words, at) = (new uint[view.MemoryWords], 0);
        foreach (var (i, m) in view.Memories)
            for (var address = 0; address < m.Depth; address++, at += View.WordsOf(m.Width)) View.Put(simulation.Read(simulation.State[i], address), m.Width, words.AsSpan(at));
        return words;
    }
}
