using System.Diagnostics;
using Hw.Sim;

namespace Hw.IsaProof;

/// <summary>How a proof is run.</summary>
public sealed record ProofOptions
{
    /// <summary>The decoder's Verilog as it is checked in; null where it is not, and then what the definition gives is taken.</summary>
    public string? Verilog { get; init; }
    /// <summary>Hears what is going on, and which part of the whole is done.</summary>
    public Action<string, double>? Progress { get; init; }
    /// <summary>Stop looking after so many wrong words.</summary>
    public int Mismatches { get; init; } = 8;
    public VerilatorBuilder Builder { get; init; } = new();
}

/// <summary>What a proof found. Without a failure all three decoders agree, and <see cref="SolverProven"/> says whether of Verilog and table that is so for all words.</summary>
public sealed record ProofReport(Questions Questions)
{
    public IReadOnlyList<Mismatch> Mismatches { get; init; } = [];
    /// <summary>Everything else that is wrong, in one line each.</summary>
    public IReadOnlyList<string> Failures { get; init; } = [];
    public bool SolverProven { get; init; }
    public IReadOnlyList<(string What, TimeSpan Time)> Times { get; init; } = [];
    public bool Passed => Mismatches.Count == 0 && Failures.Count == 0;
}

/// <summary>
/// Golden decoder ≡ Verilog decoder ≡ independent table. Of all three on the words of <see cref="WordList"/>, which have some of every legal, reserved and illegal part of the space and of every
/// gap; of Verilog and table on all words, by a solver. And what is encoded decodes, what is disassembled assembles.
/// </summary>
public static class DecoderProof
{
    /// <exception cref="ToolMissingException">Verilator, the C++ compiler or Yosys is not installed.</exception>
    public static ProofReport Run(IsaDefinition isa, ProofOptions? options = null, CancellationToken token = default)
    {
        options ??= new();
        var times = new List<(string, TimeSpan)>();
        var clock = Stopwatch.StartNew();
        options.Progress?.Invoke("words", 0);
        var questions = new Questions(isa, token);
        using var verilog = new VerilogSide(questions, options.Verilog);
        Lap("words and table");

        // the tools take a core each while the rest runs on what is left of the others
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(token);
        var solver = Task.Run(() => Timed(() => verilog.Solve(stop.Token)), CancellationToken.None);
        var simulator = Task.Run(() => Timed(() => verilog.Run(options.Builder, options.Mismatches, stop.Token)), CancellationToken.None);
        try
        {
            options.Progress?.Invoke("golden", 0.1);
            var golden = new GoldenSide(isa);
            var failures = questions.Unasked().Select(cell => $"no word was tried of: {cell}").ToList();
            var disagree = Disagreements(questions, golden, options.Mismatches, token);
            Lap("golden");
            options.Progress?.Invoke("round trips", 0.3);
            failures.AddRange(RoundTrips.Run(questions, options.Mismatches, token).Select(r => $"{Place(questions, r.Index)}0x{questions.Word(r.Index):x}: {r.How}"));
            Lap("round trips");
            options.Progress?.Invoke("Verilator", 0.4);
            var (shown, simulated) = simulator.GetAwaiter().GetResult();
            times.Add(("Verilator, build and run", simulated));
            options.Progress?.Invoke("Yosys", 0.6);
            var (verdict, solved) = solver.GetAwaiter().GetResult();
            times.Add(("Yosys", solved));
            if (verdict.Undecided is { } why) failures.Add($"the solver did not come to an end: {why}");

            var wrong = disagree.Select(i => (questions.Word(i), (string?)null)).Concat(shown.Select(s => (questions.Word(s.Index), (string?)s.Shows))).ToList();
            if (shown.Count == 0 && verdict.Witness is { } witness) wrong.Add((witness, verdict.Shows));
            return new(questions)
            {
                SolverProven = verdict.Proven, Failures = failures, Times = times,
                Mismatches = [.. wrong.GroupBy(w => w.Item1).Take(options.Mismatches).Select(w => Mismatch(questions, golden, w.Key, w.Select(s => s.Item2).FirstOrDefault(s => s is not null)))],
            };
        }
        finally
        {
            stop.Cancel();
            Task.WhenAll(simulator, solver).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default).Wait(CancellationToken.None);
        }

        void Lap(string what)
        {
            times.Add((what, clock.Elapsed));
            clock.Restart();
        }
    }

    static (T, TimeSpan) Timed<T>(Func<T> work)
    {
        var clock = Stopwatch.StartNew();
        return (work(), clock.Elapsed);
    }

    internal static List<int> Disagreements(Questions questions, GoldenSide golden, int limit, CancellationToken token)
    {
        var wrong = new List<int>();
        Questions.InChunks(questions.Count, (first, end) =>
        {
            for (var i = first; i < end; i++)
                if (!golden.Agrees(questions.Word(i), questions.Finding(i)))
                    lock (wrong) if (wrong.Count < limit) wrong.Add(i);
        }, token);
        wrong.Sort();
        return wrong;
    }

    static Mismatch Mismatch(Questions questions, GoldenSide golden, UInt128 word, string? verilog)
    {
        var finding = questions.Table.Find(word);
        return new(questions.Isa, word, questions.Cells.Name(questions.Cells.Of(word, finding)), finding, golden.Agrees(word, finding) ? null : golden.Says(word), verilog);
    }

    static string Place(Questions questions, int index) => questions.Finding(index).Row is { } row ? $"{row.Instruction.Place}: {row.Name}: " : "";
}
