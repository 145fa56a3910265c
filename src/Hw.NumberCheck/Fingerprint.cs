using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Hw.Bits;
using Hw.Bits.Numbers;

namespace Hw.NumberCheck;

/// <summary>
/// Twelve hexadecimal digits that stand for a function's text: its operations, constants and tables as hardware has them. Any of them
/// changed gives others, and so may a wire that was given a name: equal fingerprints say that the text is the same, others only that it may not be. A record of a
/// long run keeps it.
/// </summary>
public static class Fingerprint
{
    public static string Of(NumberFunction function)
    {
        using var _ = new NodeTable().Enter();
        var (text, numbers) = (new StringBuilder(), new Dictionary<Node, int>());
        foreach (var result in Cost.Read(function)) text.Append(CultureInfo.InvariantCulture, $"gives {Number(result.Node)}\n");
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())))[..12];

        int Number(Node n)
        {
            if (n.Op is Op.Named or Op.Wide) return Number(n.Operands[0]);
            if (numbers.TryGetValue(n, out var known)) return known;
            var operands = string.Join(',', n.Operands.Select(Number).ToArray());
            text.Append(CultureInfo.InvariantCulture, $"{numbers.Count} {n.Op} {n.Range.Min} {n.Range.Max} {n.High} {n.Low} [{operands}] {Detail(n)}\n");
            return numbers[n] = numbers.Count;
        }
    }

    static string Detail(Node n) => n.Detail switch
    {
        Rom rom => string.Join(',', rom.Entries),
        int[] widths => string.Join(',', widths),
        var name when n.Op == Op.Leaf => $"{name}",
        _ => "",
    };
}
