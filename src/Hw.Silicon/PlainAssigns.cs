using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;

namespace Hw.Silicon;

/// <summary>OpenSTA reads no concatenation on the left of an assignment, and Yosys writes them: each becomes one assignment a bit.</summary>
static partial class PlainAssigns
{
    [GeneratedRegex(@"^  (?:input|output|wire) (?:\[(?<high>\d+):(?<low>\d+)\] )?(?<name>\\\S+ |\w+);", RegexOptions.Multiline)]
    private static partial Regex Declaration { get; }

    [GeneratedRegex(@"^  assign \{(?<to>[^=]*)\} = (?<from>[^;]*);", RegexOptions.Multiline)]
    private static partial Regex Concatenated { get; }

    [GeneratedRegex(@"(?<bits>\d+)'h(?<value>[0-9a-fxz]+)|(?<name>\\\S+ |[a-zA-Z_]\w*)(?:\[(?<high>\d+)(?::(?<low>\d+))?\])?")]
    private static partial Regex Piece { get; }

    public static string In(string gates)
    {
        var ranges = new Dictionary<string, (int High, int Low)?>();
        foreach (Match m in Declaration.Matches(gates))
            ranges[m.Groups["name"].Value] = m.Groups["high"].Success ? (Number(m.Groups["high"]), Number(m.Groups["low"])) : null;
        return Concatenated.Replace(gates, match => string.Join('\n', Bits(match.Groups["to"].Value).Zip(Bits(match.Groups["from"].Value), (to, from) => $"  assign {to} = {from};")));

        IEnumerable<string> Bits(string pieces) => Piece.Matches(pieces).SelectMany(Of);

        IEnumerable<string> Of(Match m)
        {
            if (m.Groups["bits"].Success)
            {
                var value = BigInteger.Parse("0" + m.Groups["value"].Value.Replace('x', '0').Replace('z', '0'), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
                return Down(Number(m.Groups["bits"]) - 1, 0).Select(bit => (value >> bit & 1).IsOne ? "1'h1" : "1'h0");
            }
            var name = m.Groups["name"].Value;
            if (m.Groups["low"].Success) return Down(Number(m.Groups["high"]), Number(m.Groups["low"])).Select(bit => $"{name}[{bit}]");
            if (m.Groups["high"].Success) return [$"{name}[{m.Groups["high"].Value}]"];
            return ranges[name] is { } range ? Down(range.High, range.Low).Select(bit => $"{name}[{bit}]") : [name];
        }
    }

    static IEnumerable<int> Down(int high, int low) => Enumerable.Range(0, high - low + 1).Select(i => high - i);
    static int Number(Group digits) => int.Parse(digits.ValueSpan, CultureInfo.InvariantCulture);
}
