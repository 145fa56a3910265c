namespace Hw.Oracles;

/// <summary>int32, int8 and int4: two's complement, carried sign-extended.</summary>
static class IntegerFormat
{
    public static int? Bits(string name) => name switch { "int32" => 32, "int8" => 8, "int4" => 4, _ => null };

    public static (long Smallest, long Largest) Range(int bits) => (-1L << bits - 1, (1L << bits - 1) - 1);

    /// <summary>The value of a pattern, which may come sign-extended or with zeros above.</summary>
    public static long Decode(long pattern, int bits) => pattern << 64 - bits >> 64 - bits;
}
