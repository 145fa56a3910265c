namespace Hw.Oracles.Tests;

/// <summary>Bit patterns where arithmetic goes wrong: corners, and random ones with exponents and fractions drawn apart. Seeded.</summary>
sealed class Samples(int seed)
{
    readonly Random random = new(seed);

    public static readonly uint[] Corners =
    [
        .. from magnitude in new uint[]
           {
               0, 1, 2, 0x7FFFFF, 0x800000, 0x800001, 0xFFFFFF, 0x1000000, 0x33800000, 0x33800001, 0x3F7FFFFF, 0x3F800000, 0x3F800001, 0x3FC00000,
               0x40000000, 0x42FE0000, 0x43000000, 0x47800000, 0x4B7FFFFF, 0x4B800000, 0x4EFFFFFF, 0x4F000000, 0x7EFFFFFF, 0x7F000000, 0x7F7FFFFF,
               0x7F800000, 0x7F800001, 0x7FC00000, 0x7FFFFFFF,
           }
           from sign in new uint[] { 0, 0x80000000 }
           select magnitude | sign,
    ];

    /// <summary>Any fp32; fractions are random, or sparse (near ties of narrower formats), or one off a sparse one.</summary>
    public uint Fp32()
    {
        if (random.Next(8) == 0) return Corners[random.Next(Corners.Length)];
        var fraction = (uint)random.Next(1 << 23);
        if (random.Next(2) == 0) fraction &= uint.MaxValue << random.Next(23);
        if (random.Next(4) == 0) fraction += (uint)random.Next(-1, 2);
        return (uint)random.Next(2) << 31 | (uint)random.Next(256) << 23 | fraction & 0x7FFFFF;
    }

    /// <summary>An fp32 whose exponent is within the given distance of another's, so that sums cancel and round.</summary>
    public uint Near(uint other, int distance)
    {
        var exponent = Math.Clamp((int)(other >> 23 & 0xFF) + random.Next(-distance, distance + 1), 0, 255);
        return Fp32() & 0x807FFFFF | (uint)exponent << 23;
    }

    /// <summary>Any pattern of a format of so many bits.</summary>
    public long Bits(int width) => random.NextInt64(1L << width);

    public int Next(int below) => random.Next(below);
    public int Next(int from, int below) => random.Next(from, below);
}
