using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using Hw.Bits.Numbers;
using Hw.NumberCheck;

namespace Hw.Cli.Bench;

/// <summary>Nanoseconds per element of every function, in the scalar and in the SIMD reading, one thread; then the dot products that have goals.</summary>
static class NumberSpeed
{
    /// <summary>Rounds before the clock counts: the runtime compiles what it has seen often anew, in the background.</summary>
    const int WarmUps = 4, Rounds = 2;
    static readonly TimeSpan share = TimeSpan.FromMilliseconds(25), pause = TimeSpan.FromMilliseconds(200);

    public static IEnumerable<Figure> Measure(Terminal terminal, CancellationToken token)
    {
        Subject[] subjects = [.. NumberFunctions.All.Select(f => new Subject(f))];
        for (var round = 0; round < WarmUps + Rounds; round++)
        {
            foreach (var (i, subject) in subjects.Index())
            {
                token.ThrowIfCancellationRequested();
                terminal.Bar(round < WarmUps ? "warming up" : subject.Function.Name, (round + (double)i / subjects.Length) / (WarmUps + Rounds));
                subject.Run(round < WarmUps ? TimeSpan.Zero : share);
            }
            if (round < WarmUps) Thread.Sleep(pause);
        }
        terminal.Table(["function", "scalar, ns ", "SIMD, ns ", "ratio "], subjects.Select(s => new[] { s.Function.Name, Ns(s.Scalar), Ns(s.Simd), $"{s.Scalar / s.Simd:F1}" }));
        terminal.Result["nanoseconds"] = new JsonArray([.. subjects.Select(s =>
            new JsonObject { ["function"] = s.Function.Name, ["scalar"] = Math.Round(s.Scalar, 3), ["simd"] = Math.Round(s.Simd, 3) })]);
        return DotSpeed.Measure(terminal, token);
    }

    static string Ns(double ns) => ns.ToString(ns < 10 ? "F2" : "F1", CultureInfo.InvariantCulture);

    /// <summary>One function, a batch of stratified cases, and the best time so far of both readings.</summary>
    sealed class Subject
    {
        readonly long[][] takes, gives;

        public NumberFunction Function { get; }

        /// <summary>Nanoseconds per element.</summary>
        public double Scalar { get; private set; } = double.PositiveInfinity;
        public double Simd { get; private set; } = double.PositiveInfinity;

        public Subject(NumberFunction function)
        {
            Function = function;
            var count = function.Takes.Count > 6 ? 256 : 1024;
            (takes, gives) = ([.. function.Takes.Select(_ => new long[count])], [.. function.Gives.Select(_ => new long[count])]);
            var (source, row) = (new CaseSource(function), new long[function.Takes.Count]);
            for (var i = 0; i < count; i++)
            {
                source.Fill(source.IsExhaustive ? i * 7919L % source.Count : source.Complete + i, row);
                for (var k = 0; k < row.Length; k++) takes[k][i] = row[k];
            }
        }

        public void Run(TimeSpan time)
        {
            Scalar = Math.Min(Scalar, Best(Batch.Scalar, time));
            Simd = Math.Min(Simd, Best(Batch.Simd, time));
        }

        delegate void Reading(NumberFunction function, ReadOnlySpan<long[]> takes, ReadOnlySpan<long[]> gives);

        double Best(Reading reading, TimeSpan time)
        {
            var (best, all) = (double.PositiveInfinity, Stopwatch.StartNew());
            do
            {
                var start = Stopwatch.GetTimestamp();
                reading(Function, takes, gives);
                best = Math.Min(best, Stopwatch.GetElapsedTime(start).TotalNanoseconds);
            }
            while (all.Elapsed < time);
            return best / gives[0].Length;
        }
    }
}
