using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Hw.Isa.Txu;
using Hw.Sim;
using Hw.TxuCosim;

namespace Hw.Cli.Bench.Simulators;

/// <summary>The whole TXU in its harness at an INT8 product of 16 blocks of tokens, whatever a block's lanes, from the doorbell to the interrupt. It shows how many cycles that took, and what it left in memory.</summary>
sealed class ChipRace(int lanes) : IDisposable
{
    const int Size = 512, Blocks = 16, Rounds = 5;
    readonly GemmWorkload work = GemmWorkload.Make(Blocks * lanes, Size, lanes);
    readonly TxuTarget target = new(lanes, new() { Records = false });

    public string Program => Blocks * lanes == Size ? Subject.Product : $"GEMM {Blocks * lanes} × {Size} × {Size}";

    /// <param name="cycles">As many as it may take.</param>
    public IReadOnlyList<Lap> Run(IReadOnlyList<(Contender Contender, Made Made)> field, ulong cycles, CancellationToken token)
    {
        var job = target.Job(work.Program.Code, work.Memory);
        var (memory, start, manyThreads) = (job.MemoryRows(), DoorbellRows.Of(job), field.Any(f => f.Contender.Threads > 1));
        return Race.Run($"TXU, C={lanes}", [.. field.Select(f => (f.Contender, (Func<Turn>)(() => Take(f.Made.Design, job, memory, start, cycles, manyThreads))))], Rounds, token);
    }

    Turn Take(IBuiltDesign design, TxuJob job, uint[] memory, uint[] start, ulong most, bool manyThreads)
    {
        using var simulation = design.Start();
        Port[] Named(params string[] names) => [.. names.Select(n => simulation[n])];
        (simulation["settings_latency"].Value, simulation["settings_stalls"].Value, simulation["seed"].Value) = ((ulong)job.Settings.Latency, (ulong)job.Settings.Stalls, (ulong)job.Settings.Seed);
        simulation.Reset(4);
        simulation.Play(Named("poke_valid", "poke_address", "poke_data"), memory, memory.Length / 10);
        simulation["poke_valid"].Value = 0;
        simulation.Play(Named(DoorbellRows.Ports), start, start.Length / DoorbellRows.Ports.Length);
        var (first, clock) = (simulation.Cycle, Work.Begin(manyThreads));
        simulation.Run(most, "irq");
        var (nanoseconds, cycles) = (clock.Nanoseconds, simulation.Cycle - first);
        var words = (int)work.Problem.QuantizedBytes / TxuIsa.RowBytes;
        var seen = new uint[words * TxuIsa.RowBytes / 4];
        simulation.Capture(Named("peek_address"), [.. Enumerable.Range(0, words).Select(i => (uint)(work.Problem.Quantized! / TxuIsa.RowBytes + i))], simulation["peek_data"], seen, latency: 1);
        return new(nanoseconds / cycles, $"{cycles:N0} cycles and {Convert.ToHexStringLower(SHA256.HashData(MemoryMarshal.AsBytes(seen.AsSpan())))[..16]} in memory");
    }

    public void Dispose() => target.Dispose();
}
