using System.Collections.Generic;
using System.Linq;

namespace Hw.Encodings;

/// <summary>Bits as messages write them.</summary>
static class Texts
{
    /// <summary>Maximal runs of set bits, highest first.</summary>
    public static IReadOnlyList<Piece> Runs(Word bits)
    {
        var runs = new List<Piece>();
        for (var hi = Word.Bits - 1; hi >= 0; hi--)
        {
            if (!bits[hi]) continue;
            var lo = hi;
            while (lo > 0 && bits[lo - 1]) lo--;
            runs.Add(new(hi, lo));
            hi = lo;
        }
        return runs;
    }

    /// <summary>bits 63:33, 7</summary>
    public static string Bits(Word bits) => $"{(bits.Count > 1 ? "bits" : "bit")} {string.Join(", ", Runs(bits))}";

    public static string Reserve(Word bits, string policy) => string.Join(", ", Runs(bits).Select(r => $"[Reserved({r.Hi}, {r.Lo}, Policy.{policy})]"));
}
