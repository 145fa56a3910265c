using Hw.Hdl.Verilog;
using Hw.SimCheck.Graphs;

namespace Hw.SimCheck;

/// <summary>A fault put on one side on purpose, and whether the comparison saw it.</summary>
/// <param name="Side">The simulator that got the fault.</param>
/// <param name="Tried">Graphs that had a place for it.</param>
/// <param name="Found">The first difference.</param>
public sealed record PlantVerdict(string Name, string Side, int Tried, Mismatch? Found);

/// <summary>
/// Shows that the comparison is not blind. The built-in simulator gets graphs with one choice made otherwise (<see cref="Twist"/>);
/// Verilator gets texts with one operator changed. A group of graphs is left as it is and has to agree.
/// </summary>
public sealed class PlantCheck(Subjects subjects)
{
    /// <summary>One operator of the emitted text for another, in the first line of a file that has it. One arithmetic shift shows only where
    /// its operand is negative, so all of a file's are broken.</summary>
    static readonly (string From, string To, int Share)[] operators =
    [
        (" >>> ", " >> ", 4), (" < ", " >= ", 1), (" == ", " != ", 1), (" && ", " || ", 1), (" ^ ", " | ", 1), (" + ", " - ", 1), ("$signed(", "$unsigned(", 4), (" ? ", " == 1'b0 ? ", 1), ("    case (", "    case (~", 1), (" <= ", " <= ~", 1),
    ];

    public IReadOnlyList<PlantVerdict> Run(IReadOnlyList<ulong> numbers, Action<string> progress, CancellationToken token)
    {
        List<PlantVerdict> verdicts = [];
        if (subjects.HasFlag(Subjects.BuiltIn))
            foreach (var twist in Enum.GetValues<Twist>().Where(t => t != Twist.None))
            {
                token.ThrowIfCancellationRequested();
                progress($"the built-in simulator with the fault {twist}");
                verdicts.Add(InBuiltIn(twist, numbers));
            }
        if (subjects.HasFlag(Subjects.Verilator))
        {
            progress("Verilator with changed operators");
            verdicts.AddRange(InVerilog([.. numbers.Take(RandomCheck.Batch)], token));
        }
        return verdicts;
    }

    static PlantVerdict InBuiltIn(Twist twist, IReadOnlyList<ulong> numbers)
    {
        var tried = 0;
        foreach (var graph in numbers.Select(Graph.Of))
        {
            var (sound, twisted) = (graph.Design, graph.Elaborate(twist));
            if (Text(sound) == Text(twisted)) continue;
            tried++;
            var view = new View(sound);
            var (stimulus, trace, _) = Reference.Run(view, graph.Number, RandomCheck.Cycles);
            if (Mismatch.First(view, $"{graph}", [trace, BuiltInRun.Run(view, twisted, stimulus, Configuration.All[0]).First()], "") is { } found) return new($"{twist}", "built-in", tried, found);
        }
        return new($"{twist}", "built-in", tried, null);
    }

    static string Text(Design design) => string.Concat(VerilogWriter.Write(design).Select(f => f.Text));

    static List<PlantVerdict> InVerilog(IReadOnlyList<ulong> numbers, CancellationToken token)
    {
        var probe = new VerilatorProbe();
        List<(Graph Graph, View View, Trace Trace, int Plant)> entries = [];
        var tried = new int[operators.Length];
        foreach (var (i, number) in numbers.Index())
        {
            token.ThrowIfCancellationRequested();
            var graph = Graph.Of(number);
            var view = new View(graph.Design);
            var (stimulus, trace, _) = Reference.Run(view, graph.Number, RandomCheck.Cycles);
            probe.Add(view, stimulus);
            // each graph gets the fault that was tried least; what shows in few of them is tried in more
            var own = VerilogWriter.Write(view.Design).Select(f => f.File).ToList();
            var plant = i % (operators.Length + 1) == 0 ? -1 : Enumerable.Range(0, operators.Length).OrderBy(k => tried[k] / operators[k].Share).FirstOrDefault(k => Change(probe.Files, own, operators[k]), -1);
            if (plant >= 0) tried[plant]++;
            entries.Add((graph, view, trace, plant));
        }
        var traces = probe.Run(token).GetAwaiter().GetResult();
        var found = entries.Select((e, i) => (e.Plant, Mismatch: Mismatch.First(e.View, $"{e.Graph}", [e.Trace, traces[i]], ""))).ToList();
        if (found.Find(f => f.Plant < 0 && f.Mismatch is not null).Mismatch is { } wrong)
            throw new InvalidOperationException($"a graph without a fault differs, so nothing is known of those with one: {wrong}");
        return [.. operators.Select((o, k) => new PlantVerdict($"`{o.From.Trim()}` → `{o.To.Trim()}`", "verilator", tried[k], found.Where(f => f.Plant == k).Select(f => f.Mismatch).FirstOrDefault(m => m is not null)))];
    }

    /// <summary>In the last file of the design that has a place for it; the heads of loops are none.</summary>
    static bool Change(IDictionary<string, string> files, IEnumerable<string> own, (string From, string To, int Share) change)
    {
        foreach (var file in own.Where(files.ContainsKey).Reverse())
        {
            var lines = files[file].Split('\n');
            var at = Array.FindIndex(lines, Math.Max(0, Array.IndexOf(lines, "")), l => l.Contains(change.From, StringComparison.Ordinal) && !l.Contains("for (", StringComparison.Ordinal));
            if (at < 0) continue;
            for (var i = at; i < (change.From == " >>> " ? lines.Length : at + 1); i++) lines[i] = lines[i].Replace(change.From, change.To, StringComparison.Ordinal);
            files[file] = string.Join('\n', lines);
            return true;
        }
        return false;
    }
}
