using System.Globalization;
using Hw.Bits.Numbers;

namespace Hw.NumberCheck;

/// <summary>
/// The page that keeps what exhaustive runs found: a row for each function, replaced when it is run again. A row names the text it is of by its
/// <see cref="Fingerprint"/>; that of another text is no longer true.
/// </summary>
public static class ExhaustiveRecord
{
    public const string Path = "docs/exhaustive.md";

    const string Head = """
        # Exhaustive checks

        Functions of one fp32 operand, tried on all 2^32 patterns against their oracles. Written by `./hw numbers check FUNCTION --exhaustive --record` and by
        nothing else; `make bench-numbers` and `make nightly` do it again. Text is the fingerprint of the function's operations and tables; a row of
        another text than the library's is no longer known to hold, and `./hw numbers check --list-stale` names it.

        | function | patterns | max ulp | at | mean ulp | in order | judged by | time | text |
        |---|---:|---:|---|---:|---|---|---:|---|

        """;

    /// <summary>The page with these verdicts in place of older ones of the same functions.</summary>
    /// <param name="before">The page as it is; empty where there is none.</param>
    /// <exception cref="ArgumentException">A verdict is not of all patterns, or found a failure.</exception>
    public static string Write(string before, IEnumerable<(Verdict Verdict, TimeSpan Time)> runs)
    {
        var rows = Rows(before);
        foreach (var (v, time) in runs)
            rows[v.Function.Name] = v is { Passed: true, Exhaustive: true } ? Row(v, time) : throw new ArgumentException($"{v.Function} did not pass on all patterns; there is nothing to record");
        return Head + string.Concat(NumberFunctions.All.Where(f => rows.ContainsKey(f.Name)).Select(f => rows[f.Name] + "\n"));
    }

    /// <summary>Functions whose row is of another text, or which are gone.</summary>
    public static IReadOnlyList<string> Stale(string page) =>
        [.. Rows(page).Where(row => NumberFunctions.All.FirstOrDefault(f => f.Name == row.Key) is not { } f
            || !row.Value.EndsWith($"| {Fingerprint.Of(f)} |", StringComparison.Ordinal)).Select(row => row.Key)];

    static Dictionary<string, string> Rows(string page) => page.ReplaceLineEndings("\n").Split('\n')
        .SkipWhile(line => !line.StartsWith("|---", StringComparison.Ordinal)).Skip(1).Where(line => line.StartsWith("| ", StringComparison.Ordinal))
        .ToDictionary(line => line.Split('|')[1].Trim());

    static string Row(Verdict v, TimeSpan time) => string.Create(CultureInfo.InvariantCulture,
        $"| {v.Function} | {v.Tried:N0} | {(v.Worst is null ? "0" : $"{v.MaxUlp:f4}")} | {v.Worst ?? "every bit is right"} | {(v.Worst is null ? "0" : $"{v.MeanUlp:f4}")} | ")
        + string.Create(CultureInfo.InvariantCulture, $"{(Judge.For(v.Function).Monotone ? "yes" : "not promised")} | {v.Oracle} | ")
        + string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:N0} s, {Environment.ProcessorCount} cores | {Fingerprint.Of(v.Function)} |");
}
