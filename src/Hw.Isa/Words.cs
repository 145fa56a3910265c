using Hw.Encodings;

namespace Hw.Isa;

/// <summary>A word as the algebra has it (the compiler's library knows no UInt128), and as everything else has it.</summary>
public static class Words
{
    public static Word ToWord(this UInt128 word) => new((ulong)(word >> 64), (ulong)word);
    public static UInt128 ToUInt128(this Word word) => new(word.High, word.Low);
}
