using System.Numerics;
using Hw.Bits;
using Hw.Hdl;

namespace Hw.Cli.Bench.Simulators;

/// <summary>What a unit is fed: pseudo-random rows, the same for every simulator.</summary>
/// <param name="Says">For the table.</param>
/// <param name="Changes">Chance that an input takes a new random value in a cycle; it holds its value otherwise.</param>
sealed record Stimulus(string Says, double Changes = 1)
{
    /// <summary>Every input random in every cycle: nothing to gate.</summary>
    public static Stimulus Random { get; } = new("random");

    /// <summary>Inputs that are not plain random numbers, by port: what they hold, given the row.</summary>
    public IReadOnlyDictionary<string, Func<Random, int, BigInteger>> Ports { get; init; } = new Dictionary<string, Func<Random, int, BigInteger>>();

    public static Func<Random, int, BigInteger> Often(double chance) => (random, _) => random.NextDouble() < chance ? 1 : 0;
    public static Func<Random, int, BigInteger> Every(int rows, int at = 0) => (_, row) => row % rows == at ? 1 : 0;
    /// <summary>A row of elements, each from the same source.</summary>
    public static Func<Random, int, BigInteger> Each(int count, int bits, Func<Random, long> element) => (random, _) =>
    {
        var value = BigInteger.Zero;
        for (var i = 0; i < count; i++) value |= (BigInteger)(element(random) & ((1L << bits) - 1)) << (i * bits);
        return value;
    };

    /// <summary>The rows as words to be played into the poke ports of a rig: valid, address, data.</summary>
    public uint[] Rows(Rig rig)
    {
        var (random, width) = (new Random(1), rig.Words + 2);
        var rows = new uint[Rig.Rows * width];
        var held = new BigInteger[rig.Places.Count];
        for (var r = 0; r < Rig.Rows; r++)
        {
            var row = rows.AsSpan(r * width, width);
            (row[0], row[1]) = (1, (uint)r);
            foreach (var (k, (port, low)) in rig.Places.Index())
            {
                held[k] = Ports.TryGetValue(port.Name, out var source) ? source(random, r) : r == 0 || random.NextDouble() < Changes ? Draw(random, port.Shape) : held[k];
                var bytes = (held[k] << (low % 32)).ToByteArray(isUnsigned: true);
                for (var b = 0; b < bytes.Length; b++) row[2 + low / 32 + b / 4] |= (uint)bytes[b] << (b % 4 * 8);
            }
        }
        return rows;
    }

    static BigInteger Draw(Random random, Shape shape)
    {
        var (value, bits) = (BigInteger.Zero, shape.Element.Width);
        for (var i = 0; i < Math.Max(1, shape.Count); i++) value |= Interval.UInt(bits).Wrap(Within(random, shape.Element)) << (i * bits);
        return value;
    }

    static BigInteger Within(Random random, Interval range)
    {
        if (range.Width <= 62) return random.NextInt64((long)range.Min, (long)range.Max + 1);
        var bytes = new byte[(range.Width + 7) / 8 + 1];
        random.NextBytes(bytes.AsSpan(0, bytes.Length - 1));
        return range.Wrap(new BigInteger(bytes));
    }
}
