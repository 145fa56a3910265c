using System.Diagnostics;
using System.Globalization;
using Hw.BuiltIn;
using Hw.Cosim;
using Hw.Hdl;
using Hw.Hdl.Verilog;
using Hw.Sim;

namespace Hw.Cli.Bench.Simulators;

/// <summary>A simulator with its best flags, or one way of ours to compile; it makes designs ready.</summary>
abstract record Contender
{
    public abstract string Name { get; }
    public virtual int Threads => 1;

    public abstract Made Make(Design design, string cache, CancellationToken token);

    /// <summary>What each row of the table is raced between. Clang is fastest at one level on some designs and at the other on the rest, so it has both.</summary>
    public static IReadOnlyList<Contender> Verilators { get; } =
    [
        .. new[] { false, true }.SelectMany(idiom => new Contender[]
        {
            new VerilatorContender("g++ -O3", Compiler.Gxx, "-O3 -march=native", idiom),
            new VerilatorContender("clang -O3", Compiler.Clang, "-O3 -march=native", idiom),
            new VerilatorContender("clang -O1", Compiler.Clang, "-O1 -march=native", idiom),
        }),
    ];

    public static IReadOnlyList<BuiltInContender> BuiltIns { get; } = [new("AVX-512", 512), new("AVX2", 256), new("128 bits", 128)];
}

/// <summary>A design ready to run, and what it took: seconds to compile, bytes of code.</summary>
sealed record Made(IBuiltDesign Design, double Seconds, long CodeBytes) : IDisposable
{
    public void Dispose() => Design.Dispose();
}

/// <param name="OtherText">Text B instead of what the writer prints.</param>
sealed record VerilatorContender(string Compiled, Compiler Compiler, string Flags, bool OtherText, int Workers = 1) : Contender
{
    public override string Name => $"{Compiled}, text {(OtherText ? "B" : "A")}{(Workers > 1 ? $", {Workers} threads" : "")}";
    public override int Threads => Workers;

    public override Made Make(Design design, string cache, CancellationToken token)
    {
        var folder = Directory.CreateTempSubdirectory("hw-bench-");
        try
        {
            var texts = VerilogWriter.Write(design).Where(f => f.File.EndsWith(".sv", StringComparison.Ordinal)).ToList();
            if (OtherText) texts = [.. VerilogTextB.Of(texts)];
            var files = texts.Select(f => Path.Combine(folder.FullName, f.File)).ToList();
            foreach (var (file, (_, text)) in files.Zip(texts)) File.WriteAllText(file, text);
            var clock = Stopwatch.StartNew();
            var built = new VerilatorBuilder(cache, capacity: 1024).Build(new(design.Name, files, VerilogFolder.Ports(design)), new(Profile.Fast, Compiler) { Flags = Flags, Threads = Workers }, token);
            // a build that is found again took as long as when it was made
            var note = Path.Combine(Path.GetDirectoryName(built.LibraryPath)!, "seconds");
            if (!built.Cached) File.WriteAllText(note, clock.Elapsed.TotalSeconds.ToString("R", CultureInfo.InvariantCulture));
            return new(built, File.Exists(note) ? double.Parse(File.ReadAllText(note), CultureInfo.InvariantCulture) : double.NaN, Elf.TextBytes(built.LibraryPath));
        }
        finally { folder.Delete(recursive: true); }
    }
}

sealed record BuiltInContender(string Vectors, int VectorBits) : Contender
{
    public override string Name => $"built-in, {Vectors}";

    public override Made Make(Design design, string cache, CancellationToken token)
    {
        var clock = Stopwatch.StartNew();
        var built = BuiltInDesign.Compile(design, new() { VectorBits = VectorBits });
        return new(built, clock.Elapsed.TotalSeconds, built.Report.CodeBytes);
    }
}
