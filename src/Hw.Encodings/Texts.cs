using System.Linq;

namespace Hw.Encodings;

/// <summary>Bits as messages write them.</summary>
static class Texts
{
    /// <summary>bits 63:33, 7</summary>
    public static string Bits(Word bits) => $"{(bits.Count > 1 ? "bits" : "bit")} {string.Join(", ", bits.Runs)}";

    public static string Reserve(Word bits, string policy) => string.Join(", ", bits.Runs.Select(r => $"[Reserved({r.Hi}, {r.Lo}, Policy.{policy})]"));
}
