using Hw.SimCheck.Graphs;

namespace Hw.SimCheck;

/// <summary>What a simulator showed: a frame for each cycle, just before its edge, and the memories at some of them.</summary>
public sealed record Trace(string By, IReadOnlyList<uint[]> Frames, IReadOnlyDictionary<int, uint[]> Memories)
{
    /// <summary>Memories are looked at in every tenth cycle and in the last.</summary>
    public static bool ShowsMemories(int cycle, int cycles) => cycle % 10 == 9 || cycle == cycles - 1;
}

/// <summary>
/// A run of the graph interpreter, which decides what is right. It also decides what is legal: inputs that break a promise of the
/// design (`Fits`) are drawn again, and where no draw helps the run ends.
/// </summary>
public static class Reference
{
    const string Name = "interpreter";
    const int Draws = 24;

    /// <param name="resetFirst">Cycles of reset at the beginning; later it comes at random.</param>
    public static (Stimulus Stimulus, Trace Trace, string? EndedBy) Run(View view, ulong seed, int cycles, int resetFirst = 0)
    {
        var choose = new Choices(seed);
        var interpreter = new Interpreter(view.Design);
        var stimulus = Stimulus.Begin(view, choose);
        Load(interpreter, view, stimulus);
        var (frames, memories, endedBy) = (new List<uint[]>(), new Dictionary<int, uint[]>(), (string?)null);
        for (var cycle = 0; cycle < cycles && endedBy is null; cycle++)
        {
            var frame = new uint[view.Words];
            for (var draw = 1; ; draw++)
            {
                var row = Stimulus.Row(view, stimulus.Cycles.LastOrDefault(), cycle < resetFirst || choose.OneIn(16) || draw > Draws / 2, choose);
                try
                {
                    Apply(interpreter, view, row);
                    Look(interpreter, view, frame);
                    if (Trace.ShowsMemories(cycle, cycles)) memories[cycle] = Memories(interpreter, view);
                    interpreter.Step();
                    stimulus.Cycles.Add(row);
                    frames.Add(frame);
                    break;
                }
                catch (BitsException e)
                {
                    memories.Remove(cycle);
                    if (draw == Draws) { endedBy = e.Message; break; }
                }
            }
        }
        return (stimulus, new(Name, frames, memories), endedBy);
    }

    /// <summary>The first cycles of inputs that are given.</summary>
    public static Trace Replay(View view, Stimulus stimulus, int cycles)
    {
        var (interpreter, frames) = (new Interpreter(view.Design), new List<uint[]>());
        Load(interpreter, view, stimulus);
        foreach (var row in stimulus.Cycles.Take(cycles))
        {
            Apply(interpreter, view, row);
            frames.Add(new uint[view.Words]);
            Look(interpreter, view, frames[^1]);
            interpreter.Step();
        }
        return new(Name, frames, new Dictionary<int, uint[]>());
    }

    static void Load(Interpreter interpreter, View view, Stimulus stimulus)
    {
        foreach (var (i, element) in view.State) interpreter[element] = stimulus.State[i][0];
        foreach (var (i, memory) in view.Memories)
            for (var address = 0; address < memory.Depth; address++) interpreter[memory, address] = stimulus.State[i][address];
    }

    static void Apply(Interpreter interpreter, View view, BigInteger[] row)
    {
        if (view.Design.HasReset) interpreter["reset"] = row[0];
        for (var i = 0; i < view.Inputs.Count; i++) interpreter[view.Inputs[i].Name] = row[i + 1];
    }

    static void Look(Interpreter interpreter, View view, uint[] frame)
    {
        for (var i = 0; i < view.Fields.Count; i++)
        {
            var f = view.Fields[i];
            View.Put(i < view.State.Count ? interpreter[view.State[i].Element] : interpreter[f.Path], f.Width, frame.AsSpan(f.Word));
        }
    }

    static uint[] Memories(Interpreter interpreter, View view)
    {
        var (words, at) = (new uint[view.MemoryWords], 0);
        foreach (var (_, m) in view.Memories)
            for (var address = 0; address < m.Depth; address++, at += View.WordsOf(m.Width)) View.Put(interpreter[m, address], m.Width, words.AsSpan(at));
        return words;
    }
}
