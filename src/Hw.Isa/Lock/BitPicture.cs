using System.Text;

namespace Hw.Isa;

/// <summary>Two encodings, one above the other, bit by bit: 0 and 1 where fixed, . must be zero, ~ ignored, a letter for each field, ^ below what differs. Rows of 64 bits that are equal are left out.</summary>
static class BitPicture
{
    const int Row = 64;

    public static IEnumerable<string> Of(LockedInstruction old, LockedInstruction now, int bits)
    {
        var letters = new Dictionary<string, char>();
        foreach (var f in now.Fields.Concat(old.Fields)) letters.TryAdd(f.Name, Letter(f.Name, letters.Values));
        var (before, after) = (Bits(old, bits, letters), Bits(now, bits, letters));
        var shown = new HashSet<char>();
        for (var hi = bits - 1; hi >= 0; hi -= Row)
        {
            var width = Math.Min(Row, hi + 1);
            var (a, b) = (before.Substring(bits - 1 - hi, width), after.Substring(bits - 1 - hi, width));
            if (a == b) continue;
            shown.UnionWith(a + b);
            yield return $"       {hi}{$"{hi - width + 1}".PadLeft(width - $"{hi}".Length)}";
            yield return $"  old  {a}";
            yield return $"  new  {b}";
            yield return $"       {string.Concat(a.Zip(b, (x, y) => x == y ? ' ' : '^')).TrimEnd()}";
        }
        var legend = letters.Where(l => shown.Contains(l.Value)).Select(l => $"{l.Value} {l.Key}").ToList();
        if (legend.Count > 0) yield return $"       {string.Join(", ", legend)}";
    }

    static char Letter(string name, IEnumerable<char> taken) =>
        name.Where(char.IsAsciiLetter).Select(char.ToUpperInvariant).Concat("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz").Except(taken).FirstOrDefault('?');

    static string Bits(LockedInstruction i, int bits, Dictionary<string, char> letters)
    {
        var text = new StringBuilder();
        for (var n = bits - 1; n >= 0; n--)
        {
            var bit = UInt128.One << n;
            text.Append((i.Mask & bit) != 0 ? (i.Match & bit) != 0 ? '1' : '0' : i.Fields.FirstOrDefault(f => (f.Bits.Mask & bit) != 0) is { } f ? letters[f.Name] : (i.Hint & bit) != 0 ? '~' : '.');
        }
        return text.ToString();
    }
}
