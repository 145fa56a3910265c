using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;
using Hw.Bits;
using Hw.Sim;

namespace Hw.IsaProof;

/// <summary>Asks z3 whether two texts can give different results: what <see cref="MeaningComparison"/> turns to when searching found nothing.</summary>
public static partial class MeaningSolver
{
    public static readonly TimeSpan DefaultLimit = TimeSpan.FromSeconds(20);

    /// <exception cref="ToolMissingException">z3 is not installed.</exception>
    public static Solver Z3(TimeSpan limit, CancellationToken token = default) => (smt, inputs) =>
    {
        var z3 = Tools.System.Require("z3");
        var file = Path.Combine(Path.GetTempPath(), $"hw-meaning-{Environment.ProcessId}-{Guid.NewGuid():N}.smt2");
        try
        {
            File.WriteAllText(file, smt);
            var seconds = (int)Math.Ceiling(limit.TotalSeconds);
            var (_, output) = ToolRun.Run(z3, [$"-T:{seconds}", "-memory:2000", file], Path.GetTempPath(), token).GetAwaiter().GetResult();
            var answer = output.Split('\n')[0].Trim();
            return answer switch
            {
                "unsat" => (false, [], $"proven by {Tools.System.Version("z3")}"),
                "sat" => (true, Values(output, inputs), "z3 says that they differ, on inputs that do not show it"),
                "timeout" or "unknown" => (null, [], $"z3 could not tell within {seconds} s"),
                _ => (null, [], $"z3 could not tell: {answer}"),
            };
        }
        finally { File.Delete(file); }
    };

    /// <summary>((i0 #x3f800000) (i1 #b01)): two's complement, one bit wider than the input where that is not negative.</summary>
    static ImmutableArray<BigInteger> Values(string model, int inputs)
    {
        var values = new BigInteger[inputs];
        foreach (Match m in Value().Matches(model))
        {
            var (digits, isHex) = (m.Groups[3].Value, m.Groups[2].Value == "x");
            var number = digits.Aggregate(BigInteger.Zero, (n, d) => n * (isHex ? 16 : 2) + Convert.ToInt32($"{d}", 16));
            if (int.Parse(m.Groups[1].Value, CultureInfo.InvariantCulture) is var i && i < inputs) values[i] = Interval.Int(digits.Length * (isHex ? 4 : 1)).Wrap(number);
        }
        return [.. values];
    }

    [GeneratedRegex(@"\(i(\d+) #([xb])([0-9a-f]+)\)")]
    private static partial Regex Value();
}
