using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Hw.Golden;
using Hw.Isa.Txu;

namespace Hw.Cli.Bench;

/// <summary>Multiply-adds per second of the golden model, one thread, over a whole program. BenchmarkDotNet in this process: the built command needs no project file to measure itself.</summary>
public class GoldenSpeed
{
    const int Size = 512, Lanes = 32;
    GemmWorkload work = null!;
    TxuMachine machine = null!;

    [GlobalSetup]
    public void Setup()
    {
        (work, machine) = (GemmWorkload.Make(Size, Size, Lanes), new TxuMachine(Lanes));
        foreach (var (address, bytes) in work.Memory.Pages) machine.Dram.Write(address, bytes);
    }

    [Benchmark]
    public long Gemm() => GoldenEngine.Run(machine, work.Program.Code).Executed;

    internal static IEnumerable<Figure> Measure(Terminal terminal, CancellationToken token)
    {
        token.ThrowIfCancellationRequested();
        terminal.Progress("golden GEMM, by BenchmarkDotNet");
        var config = ManualConfig.CreateEmpty()
            .AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance))
            .AddLogger(NullLogger.Instance)
            .AddColumnProvider(BenchmarkDotNet.Columns.DefaultColumnProviders.Instance)
            .WithOptions(ConfigOptions.DisableLogFile)
            .WithArtifactsPath(Checkout.Path("out", "bench"));
        yield return new("golden", $"golden INT8 per thread, GEMM {Size}³", (double)Size * Size * Size / Median<GoldenSpeed>(config), 4, v => $"{v:F1} GMAC/s");
        token.ThrowIfCancellationRequested();
        terminal.Progress("golden RV32I, by BenchmarkDotNet");
        yield return new("golden", "golden RV32I per thread, a sieve", HartSpeed.Instructions * 1000.0 / Median<HartSpeed>(config), 20, v => $"{v:F0} M instructions/s");
    }

    static double Median<T>(IConfig config) =>
        BenchmarkRunner.Run<T>(config).Reports.Single().ResultStatistics?.Median ?? throw new InvalidOperationException("BenchmarkDotNet measured nothing.");
}
