using System.Diagnostics;
using Hw.Cosim;
using Hw.Ip;
using Hw.Isa;
using Hw.Isa.Txu;

namespace Hw.TxuCosim;

/// <summary>A program on which golden and chip do not agree.</summary>
public sealed record FuzzFailure(int Seed, string Text, Verdict Verdict);

/// <param name="Failure">Of all, the one with the lowest seed.</param>
public sealed record FuzzResult(int Programs, long Instructions, long Writes, ulong Cycles, TimeSpan Elapsed, FuzzCoverage Coverage, FuzzFailure? Failure)
{
    public double PerMinute => Programs / Elapsed.TotalMinutes;
}

/// <summary>Random programs, golden and chip in lockstep, each under a timing of its own. A seed is a program, its image and its timing; programs seed, seed + 1, … are the same by however many workers.</summary>
/// <param name="with">An elementwise instruction that every program uses; null for any.</param>
/// <param name="plant">A fault of the target's build to switch on.</param>
public sealed class Fuzz(TxuTarget target, InstructionInfo? with = null, string? plant = null)
{
    /// <summary>What the memory of a target for fuzzing holds: image, results, program.</summary>
    public const int MemoryBytes = 1 << 17;

    /// <summary>Programs with successive seeds that find the same image in memory.</summary>
    const int PerImage = 32;

    /// <param name="done">Hears how many programs have agreed.</param>
    public FuzzResult Run(int seed, int programs, int workers, Func<int, string>? replay = null, Action<int>? done = null, CancellationToken token = default)
    {
        var (clock, gate, coverage) = (Stopwatch.StartNew(), new Lock(), new FuzzCoverage());
        var (failure, agreed, instructions, writes, cycles) = ((FuzzFailure?)null, 0, 0L, 0L, 0ul);
        var blocks = Enumerable.Range(0, (programs + PerImage - 1) / PerImage).Select(b => (First: seed + b * PerImage, Count: Math.Min(PerImage, programs - b * PerImage)));
        var options = new ParallelOptions { MaxDegreeOfParallelism = workers, CancellationToken = token };
        Parallel.ForEach(System.Collections.Concurrent.Partitioner.Create(blocks, System.Collections.Concurrent.EnumerablePartitionerOptions.NoBuffering), options, block =>
        {
            LoadedChip? chip = null;
            var imageOf = 0;
            try
            {
                for (var s = block.First; s < block.First + block.Count; s++)
                {
                    if (failure is { } earlier && earlier.Seed < s) return;
                    var image = s / PerImage;
                    if (chip is null || imageOf != image)
                    {
                        chip?.Dispose();
                        (chip, imageOf) = (new(target, RandomProgram.Image(image)), image);
                    }
                    var (program, settings, text) = Make(s);
                    var verdict = chip.Run(program, settings, replay?.Invoke(s) ?? "", token);
                    lock (gate)
                    {
                        coverage.Add(program);
                        (agreed, instructions, writes, cycles) = (agreed + (verdict.Passed ? 1 : 0), instructions + verdict.Instructions, writes + verdict.Writes, cycles + verdict.Cycles);
                        if (!verdict.Passed && (failure is null || s < failure.Seed)) failure = new(s, text, verdict);
                        done?.Invoke(agreed);
                    }
                }
            }
            finally { chip?.Dispose(); }
        });
        return new(agreed, instructions, writes, cycles, clock.Elapsed, coverage, failure);
    }

    (IsaProgram Program, TxuSettings Settings, string Text) Make(int seed)
    {
        var random = new Random(seed);
        var text = new RandomProgram(random, with).Text;
        var settings = new TxuSettings { Seed = (seed & 0xFFFFFF) + 1, Latency = random.Next(4, 120), Stalls = (StallProfile)random.Next(3), Plant = plant };
        return (Assembler.Assemble(TxuIsa.Definition, text, $"fuzz-{seed}.asm"), settings, text);
    }
}
