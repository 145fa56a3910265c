using System.Diagnostics;
using Hw.TxuCosim;

namespace Hw.Cli.Bench;

/// <summary>From C# to a simulation that can be started: with an empty cache, and with a full one.</summary>
static class BuildTime
{
    const int Lanes = 32;

    public static IEnumerable<Figure> Measure(Terminal terminal, CancellationToken token)
    {
        var cache = Directory.CreateTempSubdirectory("hw-bench-").FullName;
        try
        {
            foreach (var state in new[] { "cold", "warm" })
            {
                token.ThrowIfCancellationRequested();
                var clock = Stopwatch.StartNew();
                using (var target = new TxuTarget(Lanes, new() { Cache = cache, Progress = terminal.Progress })) target.Built(token: token);
                yield return new("build", $"build of the chip in its harness, C={Lanes}, {state}", clock.Elapsed.TotalSeconds, null, v => $"{v:F1} s");
            }
        }
        finally { Directory.Delete(cache, recursive: true); }
    }
}
