using System.Security.Cryptography;
using System.Text;

namespace Hw.Isa;

/// <summary>
/// What an instruction set is, in four numbers (SHA-256, hexadecimal). <see cref="Encoding"/>: which word is which instruction; a decoder depends on nothing else. <see cref="Numerics"/>: what every
/// arithmetic text computes, to the bit, tables included. <see cref="Semantics"/>: what the behaviour vectors show, for what is not arithmetic (walks, addresses, order of writes).
/// <see cref="Isa"/>: all of it. Names of C# things, comments and latencies are in none.
/// </summary>
public sealed record IsaHashes(string Encoding, string Semantics, string Numerics)
{
    public string Isa { get; } = Of($"encoding {Encoding}\nsemantics {Semantics}\nnumerics {Numerics}\n");

    internal static string Of(string text) => Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(text)));
}
