using Hw.BuiltIn;
using Hw.Hdl;
using Hw.IsaRtl;
using Hw.Silicon;

namespace Hw.IsaProof;

public enum Side { Verilog, Golden, Assembler }

/// <summary>What became of a fault in one side. Killed by a word; or it changes nothing, and why that is certain; or it survived, perhaps with a word that the list lacks.</summary>
public sealed record Fate(Fault Fault, Side Side, int? KilledBy, string? Equivalent, UInt128? Lacking)
{
    /// <summary>The decoder has a port of another width, so it is not even compared: no word is needed to see that.</summary>
    public bool HasOtherPorts { get; init; }
    public bool Killed => KilledBy is not null || HasOtherPorts;
    public bool Survived => !Killed && Equivalent is null;
    public override string ToString() => $"{Side}: {Fault}{(Lacking is { } word ? $" (it is wrong about 0x{word:x})" : "")}";
}

/// <summary>
/// Does the word list see faults? Each is planted into a decoder (its graph, compiled by the built-in simulator), into a codec, and, where it changes what is written, into an assembler; the words made
/// for its instruction are asked first. What survives has to be proven to be no fault: the same Verilog, or the same for all words by a solver.
/// </summary>
public sealed class FaultRun(Questions questions)
{
    const int Batch = 1 << 10, Lines = 256;
    static readonly TimeSpan solverLimit = TimeSpan.FromSeconds(30);

    readonly GoldenSide golden = new(questions.Isa);
    readonly Dictionary<Type, TableRow> rows = questions.Table.Rows.ToDictionary(r => r.Instruction.Type);
    readonly string sound = VerilogSide.Emit(questions.Isa);

    public IReadOnlyList<Fate> Run(IReadOnlyList<Fault> faults, Action<string, double>? progress = null, CancellationToken token = default)
    {
        var tasks = faults.SelectMany(f => f.Sides, (f, side) => (Fault: f, Side: side)).ToArray();
        var fates = new Fate[tasks.Length];
        var done = 0;
        try
        {
            Parallel.For(0, tasks.Length, new ParallelOptions { CancellationToken = token, MaxDegreeOfParallelism = Environment.ProcessorCount }, i =>
            {
                fates[i] = tasks[i].Side switch
                {
                    Side.Verilog => Verilog(tasks[i].Fault, token),
                    Side.Golden => new(tasks[i].Fault, Side.Golden, Golden(tasks[i].Fault, token), null, null),
                    _ => new(tasks[i].Fault, Side.Assembler, Assembler(tasks[i].Fault), null, null),
                };
                if (Interlocked.Increment(ref done) is var n && n % 64 == 0) progress?.Invoke($"faults  {n:N0} of {tasks.Length:N0}", (double)n / tasks.Length);
            });
        }
        catch (AggregateException e) when (e.InnerExceptions is [var one, ..])
        {
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(one);
        }
        return [.. fates.Select(f => f is { Survived: true, Side: Side.Golden } && fates.FirstOrDefault(v => v.Fault == f.Fault && v.Side == Side.Verilog)?.Equivalent is not null
            ? f with { Equivalent = "the altered definition has the same decoder" } : f)];
    }

    Fate Verilog(Fault fault, CancellationToken token)
    {
        var altered = fault.Plant(questions.Isa);
        using var built = BuiltInDesign.Compile(Design.Elaborate(() => fault.OperandsFirst ? new DecoderProbe(questions.Isa, questions.Layout, altered) : new DecoderProbe(altered, questions.Layout)));
        using var simulation = built.Start();
        var width = questions.Layout.Words;
        foreach (var (first, count) in Order(fault))
        {
            token.ThrowIfCancellationRequested();
            var seen = new uint[count * width];
            simulation.Capture([simulation["word"]], questions.Asked(first, count), simulation["answer"], seen);
            var same = questions.Expected(first, count).CommonPrefixLength(seen);
            if (same < seen.Length) return new(fault, Side.Verilog, first + same / width, null, null);
        }
        return Adjudicate(fault, altered, token);
    }

    /// <summary>No word tells it from the sound one: is there any?</summary>
    Fate Adjudicate(Fault fault, IsaDefinition altered, CancellationToken token)
    {
        if (fault.OperandsFirst) return new(fault, Side.Verilog, null, null, null);
        if (!Ports(altered).SequenceEqual(Ports(questions.Isa))) return new(fault, Side.Verilog, null, null, null) { HasOtherPorts = true };
        var text = VerilogSide.Emit(altered);
        if (Code(text) == Code(sound)) return new(fault, Side.Verilog, null, "the Verilog is the same", null);
        var folder = Directory.CreateTempSubdirectory("hw-isa-fault-");
        try
        {
            var (a, b) = (Path.Combine(folder.FullName, "sound.sv"), Path.Combine(folder.FullName, "faulty.sv"));
            File.WriteAllText(a, sound);
            File.WriteAllText(b, text);
            var name = $"{questions.Isa.Name}_decoder";
            return Equivalence.Prove([a], name, [b], name, solverLimit, token: token) switch
            {
                Verdict.Proven => new(fault, Side.Verilog, null, "proven by Yosys", null),
                Verdict.Different { Cycles: [var cycle, ..] } => new(fault, Side.Verilog, null, null, (UInt128)cycle.Inputs["word"]),
                _ => new(fault, Side.Verilog, null, null, null),
            };
        }
        finally { folder.Delete(recursive: true); }
    }

    static IEnumerable<(string, int)> Ports(IsaDefinition isa) => DecodedField.Of(isa).Select(f => (f.Port, f.Range.Width)).Order();

    /// <summary>Without its comments: they name the hash of the definition.</summary>
    static string Code(string verilog) => string.Join('\n', verilog.Split('\n').Select(line => line.Split("//")[0].TrimEnd()));

    int? Golden(Fault fault, CancellationToken token)
    {
        var faulty = new GoldenSide(golden, fault.Plant(questions.Isa), fault.OperandsFirst);
        foreach (var (first, count) in Order(fault))
        {
            token.ThrowIfCancellationRequested();
            for (var i = first; i < first + count; i++)
                if (!faulty.Agrees(questions.Word(i), questions.Finding(i))) return i;
        }
        return null;
    }

    int? Assembler(Fault fault)
    {
        var altered = fault.Plant(questions.Isa);
        var (first, end) = questions.List.Of(rows[fault.Instruction.Type]);
        foreach (var i in Enumerable.Range(first, end - first).Where(i => questions.Finding(i).IsLegal && questions.Finding(i).Row!.Instruction == fault.Instruction).DistinctBy(questions.Word).Chunk(Lines).SelectMany(c => c))
        {
            var word = questions.Word(i);
            var text = questions.Isa.Text(word);
            try { if (Isa.Assembler.Assemble(altered, text, "text").Words is not [var back] || back != word) return i; }
            catch (IsaException) { return i; }
        }
        return null;
    }

    /// <summary>The words of the fault's own instruction, in small steps, then all.</summary>
    IEnumerable<(int First, int Count)> Order(Fault fault)
    {
        var (first, end) = questions.List.Of(rows[fault.Instruction.Type]);
        for (var i = first; i < end; i += Batch) yield return (i, Math.Min(Batch, end - i));
        for (var i = 0; i < questions.Count; i += Batch) yield return (i, Math.Min(Batch, questions.Count - i));
    }
}
