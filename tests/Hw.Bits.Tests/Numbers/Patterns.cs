namespace Hw.Bits.Tests.Numbers;

/// <summary>Patterns that find mistakes: corners of the format, neighbours of earlier patterns, and random ones. The same for every run of a seed.</summary>
sealed class Patterns(int seed)
{
    readonly Random random = new(seed);

    static readonly uint[] Corners =
    [
        0, 1, 2, 0x7FFFFF, 0x800000, 0x800001, 0xFFFFFF, 0x3F7FFFFF, 0x3F800000, 0x3F800001, 0x7F7FFFFF, 0x7F800000, 0x7F800001, 0x7FC00000, 0x4B000000, 0x4B7FFFFF,
    ];

    public uint Next(uint before = 0)
    {
        var sign = (uint)random.Next(2) << 31;
        return random.Next(8) switch
        {
            0 => Corners[random.Next(Corners.Length)] | sign,
            1 => before ^ 0x80000000 ^ (uint)random.Next(4),                                                    // nearly cancels
            2 => (before & 0x7F800000) + ((uint)random.Next(-30, 31) << 23) & 0x7F800000 | (uint)random.Next(1 << 23) | sign,   // exponents nearby
            3 => (uint)random.Next(1 << 24) | sign,                                                             // around the subnormals
            4 => (uint)random.Next(256) << 23 | (uint)random.Next(1 << 4) << random.Next(20) | sign,            // few ones: ties
            5 => (uint)random.Next(256) << 23 | (0x7FFFFF & ~((uint)random.Next(1 << 4) << random.Next(20))) | sign,
            _ => (uint)random.NextInt64(1L << 32),
        };
    }
}
