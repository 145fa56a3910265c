using System.Runtime.InteropServices;
using Hw.Hdl.Verilog;
using Hw.Sim;

namespace Hw.SimCheck;

/// <summary>A batch of designs as one Verilator build, and what it showed.</summary>
public sealed class VerilatorProbe
{
    readonly List<(View View, Stimulus Stimulus)> entries = [];
    readonly SortedDictionary<string, string> files = new(StringComparer.Ordinal);

    /// <summary>clang builds what runs for 50 cycles two to five times faster.</summary>
    static string? Compiler => ((string[])["clang++", "g++"]).FirstOrDefault(c => Tools.System.Find(c) is not null);

    public static bool IsThere => Tools.System.Find("verilator") is not null && Compiler is not null;

    /// <summary>The Verilog of the designs so far, by file; a fault is planted by changing it.</summary>
    public IDictionary<string, string> Files => files;

    public void Add(View view, Stimulus stimulus)
    {
        foreach (var (file, text) in VerilogWriter.Write(view.Design))
            if (file.EndsWith(".sv", StringComparison.Ordinal) && !files.TryAdd(file, text) && files[file] != text)
                throw new ArgumentException($"two designs of one batch have different modules in {file}");
        entries.Add((view, stimulus));
    }

    /// <summary>Compiles and runs all of them; a run shorter than the longest goes on with its last inputs, and its frames end where it ended.</summary>
    /// <param name="optimization">For the C++ compiler: -O0 for many designs of few cycles, -O1 for few of many.</param>
    public async Task<IReadOnlyList<Trace>> Run(CancellationToken token, string optimization = "-O0")
    {
        var folder = Directory.CreateTempSubdirectory("hw-probe-").FullName;
        try
        {
            var text = new ProbeText();
            foreach (var (view, _) in entries) text.Add(view);
            foreach (var (file, content) in files) File.WriteAllText(Path.Combine(folder, file), content);
            File.WriteAllText(Path.Combine(folder, "probe.sv"), text.ToString());
            File.WriteAllText(Path.Combine(folder, "main.cpp"), ProbeText.Main);
            // -fno-const-bit-op-tree: Verilator 5.006 folds some trees of XORed conditions to the wrong value
            await Tool(folder, Tools.System.Require("verilator"), ["--cc", "--exe", "--build", "-j", "1", "-fno-const-bit-op-tree", "--noassert", "--x-initial", "fast", "--x-assign", "fast", "--no-timing", "-Wno-fatal", "-Wno-lint", "-Wno-style", "-Wno-BLKANDNBLK",
                "--output-split", "20000", "--unroll-count", "1024", "--unroll-stmts", "1000000", "-MAKEFLAGS", $"-s CXX={Compiler ?? throw Tools.Missing("clang++")} OPT_FAST={optimization} OPT_SLOW=-O0 OPT_GLOBAL={optimization}", "--top-module", "probe", .. files.Keys, "probe.sv", "main.cpp"], token).ConfigureAwait(false);
            var cycles = entries.Max(e => e.Stimulus.Cycles.Count);
            Write(Path.Combine(folder, "given.bin"), text.Sizes, cycles);
            await Tool(folder, Path.Combine(folder, "obj_dir", "Vprobe"), [$"{cycles}"], token).ConfigureAwait(false);
            return Read(Path.Combine(folder, "seen.bin"), text.Sizes, cycles);
        }
        finally { Directory.Delete(folder, recursive: true); }
    }

    static async Task Tool(string folder, string program, string[] arguments, CancellationToken token)
    {
        var (code, output) = await ToolRun.Run(program, arguments, folder, token).ConfigureAwait(false);
        if (code != 0) throw new SimBuildException($"{Path.GetFileName(program)} ended with {code}: {output[^Math.Min(1500, output.Length)..].Trim()}", ToolRun.Line(program, arguments), output, folder);
    }

    void Write(string file, (int Given, int Seen, int Words, int First) sizes, int cycles)
    {
        using var stream = File.Create(file);
        var words = new uint[sizes.First];
        var at = 0;
        foreach (var (view, stimulus) in entries)
            foreach (var (i, e) in view.State.Concat(view.Memories).OrderBy(e => e.Index))
                foreach (var value in stimulus.State[i]) { View.Put(value, e.Width, words.AsSpan(at)); at += View.WordsOf(e.Width); }
        stream.Write(MemoryMarshal.AsBytes(words.AsSpan()));
        words = new uint[sizes.Given];
        for (var cycle = 0; cycle < cycles; cycle++)
        {
            at = 0;
            foreach (var (view, stimulus) in entries)
            {
                var row = stimulus.Cycles.Count == 0 ? null : stimulus.Cycles[Math.Min(cycle, stimulus.Cycles.Count - 1)];
                View.Put(row?[0] ?? 0, 1, words.AsSpan(at++));
                foreach (var (i, port) in view.Inputs.Index()) { View.Put(row?[i + 1] ?? 0, port.Width, words.AsSpan(at)); at += View.WordsOf(port.Width); }
            }
            stream.Write(MemoryMarshal.AsBytes(words.AsSpan()));
        }
    }

    List<Trace> Read(string file, (int Given, int Seen, int Words, int First) sizes, int cycles)
    {
        using var stream = File.OpenRead(file);
        var traces = entries.ConvertAll(e => (Frames: new List<uint[]>(e.Stimulus.Cycles.Count), Memories: new Dictionary<int, uint[]>()));
        var (seen, words) = (new uint[sizes.Seen], new uint[sizes.Words]);
        for (var cycle = 0; cycle < cycles; cycle++)
        {
            stream.ReadExactly(MemoryMarshal.AsBytes(seen.AsSpan()));
            var (at, memory, shows) = (0, 0, Trace.ShowsMemories(cycle, cycles));
            if (shows) stream.ReadExactly(MemoryMarshal.AsBytes(words.AsSpan()));
            foreach (var (i, (view, stimulus)) in entries.Index())
            {
                if (cycle < stimulus.Cycles.Count)
                {
                    traces[i].Frames.Add(seen[at..(at + view.Words)]);
                    if (shows) traces[i].Memories[cycle] = words[memory..(memory + view.MemoryWords)];
                }
                at += view.Words;
                memory += view.MemoryWords;
            }
        }
        return traces.ConvertAll(t => new Trace("verilator", t.Frames, t.Memories));
    }
}
