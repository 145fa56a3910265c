using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using Hw.Sim;

namespace Hw.Cli.Bench.Simulators;

/// <summary>What the race found, as a page to read and as a table on the terminal.</summary>
static class SimulatorPage
{
    static readonly string[] columns = ["", "stimulus", "g++ A ", "g++ B ", "clang A ", "clang B ", "AVX-512 ", "AVX2 ", "128 bits ", "AVX-512 ", "AVX2 ", "128 "];

    public static void Show(Terminal terminal, IReadOnlyList<Result> results)
    {
        terminal.Say("ns per cycle of Verilator by compiler and text and of the built-in simulator by vectors; then the built-in, times as fast as the fastest Verilator (*)");
        terminal.Table(columns, results.Select(r => Cells(r, "*")));
    }

    public static string Write(IReadOnlyList<Result> results, IReadOnlyList<Result> threaded,
        IReadOnlyList<(string Name, double CyclesPerSecond, double OfFirst)> lockstep, IReadOnlyList<Start> starts)
    {
        var page = new StringBuilder();
        page.Append(Head);
        page.Append(FormattableString.Invariant($"Measured on {Machine()}, {Tools.System.Version("verilator")}, {Tools.System.Version("g++")}, {Tools.System.Version("clang++")}, .NET {Environment.Version}.\n"));
        foreach (var (kind, title) in new[] { (Kind.Lanes, "Lane units"), (Kind.Scalar, "Scalar logic"), (Kind.Chip, "The whole TXU") })
        {
            page.Append(FormattableString.Invariant($"\n## {title}\n\nNanoseconds per cycle, and how many times as fast the built-in simulator is; the goal is {results.First(r => r.Kind == kind).Least:0} with vectors.\n\n"));
            page.Append("| | stimulus | g++ A | g++ B | clang A | clang B | AVX-512 | AVX2 | 128 bits | × AVX-512 | × AVX2 | × 128 |\n|---|---|---|---|---|---|---|---|---|---|---|---|\n");
            foreach (var r in results.Where(r => r.Kind == kind)) page.Append(CultureInfo.InvariantCulture, $"| {string.Join(" | ", Cells(r, "**"))} |\n");
        }
        page.Append("\n![Cycles per second over the number of lanes](pictures/sim-scaling.svg)\n\nThe TXU has at most 32 lanes; the array alone goes on to 128. Of Verilator's builds the curves take the faster of g++ and clang, text A, `-O3`.\n");
        page.Append(Losses(results));
        page.Append("\n## Two threads\n\nVerilator with `--threads 2` (clang, text A), and its speed as a part of its own on one thread. Its threads wait for each other by spinning, so another program on the second core costs much.\n\n| | nanoseconds per cycle | of one thread |\n|---|---|---|\n");
        foreach (var r in threaded)
            if (r.Threaded is { } t) page.Append(CultureInfo.InvariantCulture, $"| {r.Name}, {r.Stimulus} | {Ns(t.Median)} | {t.Over(r.Best):F3} |\n");
        page.Append("\n## In lockstep\n\nGolden and chip compared at every write, GEMM 512³ on C=32, by the wall clock; the golden runs on the second core.\n\n| | cycles per second | of the first |\n|---|---|---|\n");
        foreach (var (name, speed, part) in lockstep) page.Append(CultureInfo.InvariantCulture, $"| {name} | {speed:N0} | {part:F2} |\n");
        page.Append(Split(results));
        page.Append("\n## Compiling\n\nSeconds from the elaborated design to code that runs, and KiB of code (of the built-in: the IL that the runtime compiles). A Verilator build is quoted as when it was made, by the wall clock of a machine that may have been busy; later ones come from the cache. The built-in's time is without what the runtime compiles at the first call; the last table has it.\n\n");
        page.Append("| | g++ A | g++ B | clang A | clang B | built-in |\n|---|---|---|---|---|---|\n");
        foreach (var r in results.DistinctBy(r => r.Name))
            page.Append(CultureInfo.InvariantCulture, $"| {r.Name} | {string.Join(" | ", Verilators(r).Select(l => Build(r, l)).Append(Build(r, r.Laps.FirstOrDefault(l => l.Contender is BuiltInContender))))} |\n");
        page.Append("\n## To the first cycle\n\nA fresh process, from its start to the first cycle of the TXU at C=32, and the memory it holds then.\n\n| | seconds | MB |\n|---|---|---|\n");
        foreach (var s in starts) page.Append(CultureInfo.InvariantCulture, $"| {s.Name} | {s.Seconds:F2} | {s.Megabytes:F0} |\n");
        return page.ToString();
    }

    const string Head = """
        # The simulators compared

        Written by `./hw bench --only sim`; not edited. Verilator runs with its best flags: `-O3 --x-assign fast --x-initial fast --noassert`, and g++ or clang with
        `-O3 -march=native`, or clang with `-O1` where that is faster (marked ¹). Text A is what the writer prints. Text B is the second idiom: products multiplied
        unsigned, and the template of a lane array kept as a function where it is long (src/Hw.Cli/Bench/Simulators/VerilogTextB.cs). The fastest of the four is bold, and
        every ratio is to that one.

        A unit runs in a rig that is hardware too: a memory of 1024 stimulus rows played round and round, and a 32-bit checksum of all its outputs, so nobody pays for being
        driven. "random" gives every input a new random value in every cycle: nothing can be skipped. The other stimulus is nearer to life. All simulators take turns of
        the same cycles; the clock is the processor time of the one thread that works (on Linux; with two threads, and elsewhere, the wall's), a ratio is the median over
        rounds of neighbours in time, and when two checksums differ there is no table.


        """;

    /// <summary>Every row that misses its goal with AVX-512, and what is known of the reasons.</summary>
    static string Losses(IReadOnlyList<Result> results)
    {
        var missed = results.Select(r => (Result: r, Ratio: r.Ratio(Contender.BuiltIns[0])!.Value)).Where(m => m.Ratio < m.Result.Least).ToList();
        var lost = missed.Where(m => m.Ratio < 1).ToList();
        return string.Create(CultureInfo.InvariantCulture, $"\n## What misses its goal\n\nWith AVX-512, slower than Verilator: {Listed(lost)}. Faster, but short of the goal: {Listed([.. missed.Except(lost)])}.\n\n{Reasons}\n");

        static string Listed(IReadOnlyList<(Result Result, double Ratio)> rows) =>
            rows.Count == 0 ? "nothing" : string.Join("; ", rows.Select(m => string.Create(CultureInfo.InvariantCulture, $"{m.Result.Name}, {m.Result.Stimulus} ({m.Ratio:F2})")));
    }

    const string Reasons = """
        * A systolic array is a lane array for each row of cells, so 16 or 32 loops of one or two vectors, each with its own gate and with lanes copied over from the row before. The hand-written
          stand-in that was 20 times as fast keeps all cells in one array.
        * Scalar logic, all inputs random: what lets idle units sleep costs more than it saves where nothing is idle.
        * A chain of choices by one register (register reads, decoding) waits for each of them; a C++ compiler makes a tree or a table.
        * Semaphores are lanes of a few gates each: taking 32 single bits apart and putting them together again is most of their time.
        * Few lanes (C = 4, 8) leave most of a vector empty while the rig and the row that all lanes share cost the same.
        * Requantization has 48-bit products, so 8 lanes to a vector, and Verilator's C++ is vectorised there as well: g++ and clang turn the 32 equal lanes into SIMD code.
        * Lanes of floating point keep more values than there are vector registers.
        """;

    /// <summary>Where the chip's time goes: its lanes alone, in rigs, at the rate of the same product.</summary>
    static string Split(IReadOnlyList<Result> results)
    {
        var (array, vector, chip) = (results.First(r => r.Name == "DotArray, C=32" && r.Stimulus == Subject.Product), results.First(r => r.Name.StartsWith("VectorLane", StringComparison.Ordinal) && r.Stimulus != Stimulus.Random.Says), results.Last(r => r.Kind == Kind.Chip));
        var text = new StringBuilder("\n## Lanes and the rest\n\nNanoseconds per cycle of the TXU at C=32, and of its lanes alone in their rigs (rig included) at the rate of the same product.\n\n| | whole | matrix lanes | vector lanes | the rest |\n|---|---|---|---|---|\n");
        foreach (var (name, lap) in new (string, Func<Result, Lap?>)[] { ("Verilator, fastest", r => r.Best), ("built-in, AVX-512", r => r.Of(Contender.BuiltIns[0])), ("built-in, AVX2", r => r.Of(Contender.BuiltIns[1])) })
            if (lap(chip) is { } c && lap(array) is { } a && lap(vector) is { } v) text.Append(CultureInfo.InvariantCulture, $"| {name} | {Ns(c.Median)} | {Ns(a.Median)} | {Ns(v.Median)} | {Ns(c.Median - a.Median - v.Median)} |\n");
        return text.ToString();
    }

    static string[] Cells(Result r, string mark) =>
    [
        r.Name, r.Stimulus,
        .. Verilators(r).Select(l => l is null ? "—" : l == r.Best ? mark == "*" ? $"{Ns(l.Median)}{Level(l)}*" : $"{mark}{Ns(l.Median)}{Level(l)}{mark}" : $"{Ns(l.Median)}{Level(l)}"),
        .. Contender.BuiltIns.Select(c => r.Of(c) is { } l ? Ns(l.Median) : "—"),
        .. Contender.BuiltIns.Select(c => r.Ratio(c) is { } ratio ? ratio.ToString("F2", CultureInfo.InvariantCulture) : "—"),
    ];

    static IEnumerable<Lap?> Verilators(Result r) => [r.Fastest(Compiler.Gxx, false), r.Fastest(Compiler.Gxx, true), r.Fastest(Compiler.Clang, false), r.Fastest(Compiler.Clang, true)];

    static string Level(Lap lap) => lap.Contender is VerilatorContender { Flags: var flags } && flags.Contains("-O1") ? "¹" : "";

    static string Build(Result r, Lap? lap) => lap is null ? "—" : string.Create(CultureInfo.InvariantCulture, $"{r.Made[lap.Contender].Seconds:F2} s, {r.Made[lap.Contender].CodeBytes / 1024:N0}");

    static string Ns(double ns) => ns.ToString(ns < 100 ? "F1" : "N0", CultureInfo.InvariantCulture);

    static string Machine() => File.Exists("/proc/cpuinfo") && File.ReadLines("/proc/cpuinfo").FirstOrDefault(l => l.StartsWith("model name", StringComparison.Ordinal)) is { } line
        ? $"{line[(line.IndexOf(':') + 1)..].Trim()}, {Environment.ProcessorCount} cores" : RuntimeInformation.OSDescription;
}
