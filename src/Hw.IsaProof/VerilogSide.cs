using System.Globalization;
using Hw.Hdl;
using Hw.Hdl.Verilog;
using Hw.IsaRtl;
using Hw.Silicon;
using Hw.Sim;

namespace Hw.IsaProof;

/// <summary>The decoder as Verilog: run by Verilator on the words, and compared with the table's own Verilog on all words there are.</summary>
sealed class VerilogSide : IDisposable
{
    const int Batch = 1 << 16;
    static readonly TimeSpan solverLimit = TimeSpan.FromSeconds(120);

    readonly Questions questions;
    readonly string folder = Directory.CreateTempSubdirectory("hw-isa-proof-").FullName;
    readonly string decoder, probe;
    readonly string decoderName, probeName;

    /// <param name="text">The decoder's Verilog as somebody has it; null for the Verilog that the definition gives.</param>
    public VerilogSide(Questions questions, string? text)
    {
        this.questions = questions;
        var files = VerilogWriter.Write(Design.Elaborate(() => new DecoderProbe(questions.Isa, questions.Layout))).Where(f => f.File.EndsWith(".sv", StringComparison.Ordinal)).ToList();
        (decoderName, probeName) = (Path.GetFileNameWithoutExtension(files[0].File), Path.GetFileNameWithoutExtension(files[1].File));
        Generated = files[0].Text;
        decoder = Write(files[0].File, text ?? Generated);
        probe = Write(files[1].File, files[1].Text);
    }

    /// <summary>The Verilog that the definition gives.</summary>
    public string Generated { get; }

    public static string Emit(IsaDefinition isa) => VerilogWriter.Write(Design.Elaborate(() => new Decoder(isa)))[0].Text;

    string Write(string name, string text)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllText(path, text);
        return path;
    }

    /// <summary>Words on which it shows something else than the table, by their place in the list, with what it shows.</summary>
    public List<(int Index, string Shows)> Run(VerilatorBuilder builder, int limit, CancellationToken token)
    {
        SimPort[] ports = [SimPort.In("word", questions.Isa.Shape.WordBits), SimPort.Out("answer", questions.Layout.Width)];
        using var built = builder.Build(new(probeName, [decoder, probe], ports), BuildOptions.Quick, token);
        using var simulation = ((IBuiltDesign)built).Start();
        var wrong = new List<(int, string)>();
        for (var first = 0; first < questions.Count && wrong.Count < limit; first += Batch)
        {
            token.ThrowIfCancellationRequested();
            var (count, width) = (Math.Min(Batch, questions.Count - first), questions.Layout.Words);
            var seen = new uint[count * width];
            simulation.Capture([simulation["word"]], questions.Asked(first, count), simulation["answer"], seen);
            var expected = questions.Expected(first, count);
            if (expected.SequenceEqual(seen)) continue;
            for (var i = 0; i < count && wrong.Count < limit; i++)
                if (!expected.Slice(i * width, width).SequenceEqual(seen.AsSpan(i * width, width)))
                    wrong.Add((first + i, questions.Layout.Differences(expected.Slice(i * width, width), seen.AsSpan(i * width, width))));
        }
        return wrong;
    }

    /// <summary>Proves that it shows what the table says, for every word; or gives a word for which it does not.</summary>
    public (bool Proven, UInt128? Witness, string? Shows, string? Undecided) Solve(CancellationToken token)
    {
        var table = Write($"{TableVerilog.Name(questions.Isa)}.v", TableVerilog.Write(questions.Table, questions.Layout));
        switch (Equivalence.Prove([decoder], decoderName, [table], TableVerilog.Name(questions.Isa), solverLimit, token: token))
        {
            case Verdict.Proven: return (true, null, null, null);
            case Verdict.Undecided undecided: return (false, null, null, undecided.Reason);
            case Verdict.Different { Cycles: [var cycle, ..] }:
                var shows = string.Join("; ", cycle.A.Where(a => cycle.B.TryGetValue(a.Key, out var b) && a.Value != b).Select(a => string.Create(CultureInfo.InvariantCulture, $"{a.Key} is {a.Value}, not {cycle.B[a.Key]}")));
                return (false, (UInt128)cycle.Inputs["word"], shows, null);
            case var other: throw new InvalidOperationException($"{other}");
        }
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
