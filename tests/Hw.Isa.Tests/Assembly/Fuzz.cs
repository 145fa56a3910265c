using System.Diagnostics;

namespace Hw.Isa.Tests;

/// <summary>Random inputs by seed, for so long; HW_FUZZ_SECONDS makes it longer. What fails names the seed of its input.</summary>
static class Fuzz
{
    const long MostBytes = 512L << 20;
    static readonly TimeSpan patience = TimeSpan.FromSeconds(5);

    public static void For(TimeSpan time, int seed, Action<Random> one)
    {
        if (double.TryParse(Environment.GetEnvironmentVariable("HW_FUZZ_SECONDS"), out var seconds)) time = TimeSpan.FromSeconds(seconds);
        var clock = Stopwatch.StartNew();
        for (var n = 0; clock.Elapsed < time || n < 100; n++)
        {
            var (begun, allocated) = (clock.Elapsed, GC.GetAllocatedBytesForCurrentThread());
            try { one(new Random(seed + n * 1000)); }
            catch (Exception e) { throw new InvalidOperationException($"input {n} (seed {seed + n * 1000}): {e.Message}", e); }
            Assert.True(clock.Elapsed - begun < patience, $"input {n} took {clock.Elapsed - begun}");
            Assert.True(GC.GetAllocatedBytesForCurrentThread() - allocated < MostBytes, $"input {n} allocated {GC.GetAllocatedBytesForCurrentThread() - allocated:N0} bytes");
        }
    }

    /// <summary>Bits flipped, bytes set to ends of their range, pieces cut, doubled and moved.</summary>
    public static byte[] Mutated(byte[] bytes, Random random)
    {
        var all = bytes.ToList();
        for (var n = random.Next(1, 6); n > 0 && all.Count > 0; n--)
        {
            var at = random.Next(all.Count);
            var length = Math.Min(random.Next(1, 20), all.Count - at);
            switch (random.Next(6))
            {
                case 0: all[at] ^= (byte)(1 << random.Next(8)); break;
                case 1: all[at] = (byte)random.Next(256); break;
                case 2: for (var i = 0; i < length; i++) all[at + i] = (byte)(random.Next(2) * 255); break;
                case 3: all.RemoveRange(at, length); break;
                case 4: all.InsertRange(random.Next(all.Count), all.GetRange(at, length)); break;
                default: if (random.Next(4) == 0) all.RemoveRange(at, all.Count - at); break;
            }
        }
        return [.. all];
    }
}
