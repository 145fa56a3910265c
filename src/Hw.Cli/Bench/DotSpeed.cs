using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Runtime.Intrinsics.X86;
using Hw.Bits;
using Hw.Bits.Numbers;

namespace Hw.Cli.Bench;

/// <summary>
/// Multiply-adds per second of the golden DOT32, one thread, as a matrix unit does it: a stationary block of 32 lanes is taken apart once for 32 moving rows, a
/// moving row once for all lanes. What the runtime may use of the processor is fixed when it starts, so other instruction sets are measured in a child.
/// </summary>
static class DotSpeed
{
    const int Rows = 32, Width = 32;
    static readonly DotPair pair = new(FloatFormat.Bf16);

    /// <summary>Makes `hw bench` a child that measures the SIMD kernel and prints what it ran on.</summary>
    public static readonly Option<bool> Child = new("--dot-speed") { Hidden = true };

    static string InstructionSet => Avx512F.IsSupported ? "AVX-512" : Avx2.IsSupported ? "AVX2" : "128-bit SIMD";

    public static IEnumerable<Figure> Measure(Terminal terminal, CancellationToken token)
    {
        terminal.Progress("golden DOT32");
        yield return Of("BF16 DOT32, scalar", Scalar(), 20e6);
        yield return Of($"BF16 DOT32, {InstructionSet}", Simd(), Avx512F.IsSupported ? 800e6 : 300e6);
        if (Avx512F.IsSupported)
        {
            var (set, speed) = Elsewhere("DOTNET_EnableAVX512", "DOTNET_EnableAVX512F");
            yield return Of($"BF16 DOT32, {set}", speed, set == "AVX2" ? 300e6 : null);
        }
        yield return Of($"INT8 DOT32, {InstructionSet}", Integers(), 4e9);
    }

    static Figure Of(string what, double perSecond, Goal? goal) => new("numbers", $"golden {what}, one thread", perSecond, goal, v =>
        v >= 1e9 ? string.Create(CultureInfo.InvariantCulture, $"{v / 1e9:F2} GMAC/s") : string.Create(CultureInfo.InvariantCulture, $"{v / 1e6:F1} MMAC/s"));

    public static int Report(Terminal terminal)
    {
        terminal.Say(string.Create(CultureInfo.InvariantCulture, $"{Simd():R} {InstructionSet}"));
        return ExitCode.Pass;
    }

    /// <summary>The SIMD kernel in a child whose runtime has these switched off: what it says it ran on, and how fast.</summary>
    static (string Set, double PerSecond) Elsewhere(params string[] off)
    {
        var host = Environment.ProcessPath!;
        string[] command = ["bench", Child.Name];
        var start = new ProcessStartInfo(host, Path.GetFileNameWithoutExtension(host) == "dotnet" ? [typeof(DotSpeed).Assembly.Location, .. command] : command) { RedirectStandardOutput = true };
        foreach (var name in off) start.Environment[name] = "0";
        using var process = Process.Start(start)!;
        var printed = process.StandardOutput.ReadToEnd().Trim();
        process.WaitForExit();
        return process.ExitCode == 0 && printed.Split(' ', 2) is [var speed, var set] ? (set, double.Parse(speed, CultureInfo.InvariantCulture))
            : throw new InvalidOperationException($"the child that measures DOT32 ended with exit code {process.ExitCode} and said '{printed}'");
    }

    static double Scalar()
    {
        var (moving, stationary) = (new DotRow<Int>[Rows], new DotRow<Int>[Width]);
        var (bits, results) = (Operands(Rows + Width), new long[Width]);
        for (var lane = 0; lane < Width; lane++) stationary[lane].Unpack(FloatFormat.Bf16, Row(bits, lane));
        return Fastest(() =>
        {
            for (var row = 0; row < Rows; row++)
            {
                moving[row].Unpack(FloatFormat.Bf16, Row(bits, Width + row));
                for (var lane = 0; lane < Width; lane++) results[lane] = Dot.OfRows(pair, in moving[row], in stationary[lane]).Value;
            }
        });

        static Int[] Row(long[] bits, int k) => [.. bits.AsSpan(k * Dot32.Depth, Dot32.Depth).ToArray().Select(b => (Int)b)];
    }

    static double Simd()
    {
        var groups = Width / Lanes<long>.Count;
        var (stationary, row) = (new DotRow<Lanes<long>>[groups], new DotRow<Lanes<long>>());
        var (bits, results) = (Operands(Rows + Width), new long[Width]);
        var broadcast = new Lanes<long>[Dot32.Depth];
        for (var g = 0; g < groups; g++)
        {
            var block = bits.AsSpan(g * Lanes<long>.Count * Dot32.Depth);
            for (var k = 0; k < Dot32.Depth; k++) broadcast[k] = Lanes<long>.Load(block[(k * Lanes<long>.Count)..]);
            stationary[g].Unpack(FloatFormat.Bf16, broadcast);
        }
        return Fastest(() =>
        {
            for (var r = 0; r < Rows; r++)
            {
                for (var k = 0; k < Dot32.Depth; k++) broadcast[k] = bits[(Width + r) * Dot32.Depth + k];
                row.Unpack(FloatFormat.Bf16, broadcast);
                for (var g = 0; g < groups; g++) Dot.OfRows(pair, in row, in stationary[g]).Store(results.AsSpan(g * Lanes<long>.Count));
            }
        });
    }

    static double Integers()
    {
        var groups = Width / Lanes<int>.Count;
        var (random, results) = (new Random(1), new int[Width]);
        int[] moving = [.. Enumerable.Range(0, Rows * Dot32.Depth).Select(_ => random.Next(-128, 128))];
        Lanes<int>[] stationary = [.. Enumerable.Range(0, groups * Dot32.Depth).Select(_ => Lanes<int>.Load([.. Enumerable.Range(0, Lanes<int>.Count).Select(_ => random.Next(-128, 128))]))];
        return Fastest(() =>
        {
            for (var r = 0; r < Rows; r++)
                for (var g = 0; g < groups; g++)
                    Lanes<int>.Dot(moving.AsSpan(r * Dot32.Depth, Dot32.Depth), stationary.AsSpan(g * Dot32.Depth, Dot32.Depth)).Store(results.AsSpan(g * Lanes<int>.Count));
        });
    }

    /// <summary>Rows of ordinary bf16 numbers: activations and weights, not the corners of the format.</summary>
    static long[] Operands(int rows)
    {
        var random = new Random(1);
        return [.. Enumerable.Range(0, rows * Dot32.Depth).Select(_ => (long)(BitConverter.SingleToUInt32Bits((float)(random.NextDouble() * 4 - 2)) >> 16))];
    }

    /// <summary>Multiply-adds per second of the best of many runs of the block, after the compiler has had time for its best.</summary>
    static double Fastest(Action block)
    {
        var (best, all) = (double.PositiveInfinity, Stopwatch.StartNew());
        while (all.ElapsedMilliseconds < 1500)
        {
            var clock = Stopwatch.StartNew();
            block();
            best = Math.Min(best, clock.Elapsed.TotalSeconds);
        }
        return Rows * Width * Dot32.Depth / best;
    }
}
