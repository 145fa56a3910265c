using Hw.Bits;
using Hw.Bits.Numbers;

namespace Hw.NumberCheck.Tests;

/// <summary>Laws that the numbers obey whatever the inputs are: null where a text obeys, else the first case in which it does not.</summary>
static class Laws
{
    public const long One = 0x3F800000, MinusInf = 0xFF800000, SignBit = 1L << 31, Inf = 0x7F800000;

    static long[] Read(NumberFunction function, params long[] takes)
    {
        var gives = new Int[function.Gives.Count];
        function.Apply<Int>([.. takes.Select(t => (Int)t)], gives);
        return [.. gives.Select(g => g.Value)];
    }

    static string Shown(NumberFunction function, long[] takes, string law) => $"{law}: {Notation.Case(function, takes)} gives {Notation.All(function, Read(function, takes))}";

    /// <summary>Chosen rows, specials among them, in three other orders each. Elements move within their block; blocks move with their scales.</summary>
    public static string? Order(DotFunction shape, NumberFunction text)
    {
        var (source, random, row) = (new CaseSource(shape), new Random(1), new long[shape.Takes.Count]);
        for (var i = 0; i < 400; i++)
        {
            source.Fill(source.Complete + i, row);
            var expected = Read(text, row)[0];
            for (var n = 0; n < 3; n++)
            {
                var moved = Moved(row, shape.Pair.ScalesA?.Block ?? 32, random);
                if (Read(text, moved)[0] != expected) return Shown(text, moved, $"another order than of 0x{expected:X}");
            }
        }
        return null;
    }

    static long[] Moved(long[] row, int block, Random random)
    {
        var (places, blocks) = (Enumerable.Range(0, 32).ToArray(), Enumerable.Range(0, 32 / block).ToArray());
        random.Shuffle(blocks);
        for (var b = 0; b < blocks.Length; b++)
        {
            var from = Enumerable.Range(blocks[b] * block, block).ToArray();
            random.Shuffle(from);
            from.CopyTo(places, b * block);
        }
        var scales = row.Length > 64 ? blocks : [];
        return [.. places.Select(k => row[k]), .. places.Select(k => row[32 + k]), .. scales.Select(b => row[64 + b]), .. scales.Select(b => row[64 + scales.Length + b])];
    }

    /// <summary>All of a, or its scales, times 2^k: the result times 2^k, as long as all of it stays normal.</summary>
    public static string? Scaling(DotFunction shape, NumberFunction text)
    {
        var (random, counted) = (new Random(1), 0);
        for (var i = 0; i < 1000; i++)
        {
            var row = shape.Takes.Select(t => Normal(t.Format, random)).ToArray();
            var k = random.Next(1, 3);
            var scaled = row.ToArray();
            var places = shape.Pair.ScalesA is { } s ? Enumerable.Range(64, 32 / s.Block) : Enumerable.Range(0, 32);
            if (places.Any(at => Times(shape.Takes[at].Format, row[at], k) is null)) continue;
            foreach (var at in places) scaled[at] = Times(shape.Takes[at].Format, row[at], k)!.Value;
            var (before, after) = (Read(text, row)[0], Read(text, scaled)[0]);
            var exponent = (before & ~SignBit) >> 23;
            if (before == 0 ? after != 0 : exponent is > 0 and < 250 && after != before + ((long)k << 23)) return Shown(text, scaled, $"2^{k} times what gave 0x{before:X}");
            if (exponent is > 0 and < 250) counted++;
        }
        return counted > 200 ? null : $"{shape}: only {counted} of 1000 rows could be scaled";
    }

    /// <summary>A number around 1, or at times 0.</summary>
    static long Normal(NumberFormat format, Random random) => format switch
    {
        FloatFormat f when random.Next(8) == 0 && f.Width > 4 => 0,
        FloatFormat f => ((long)random.Next(Math.Max(1, f.Bias - 12), Math.Min(f.TopExponent - 1, f.Bias + 6) + 1) << f.FractionBits) | (long)random.Next(1 << f.FractionBits) | (random.Next(2) == 0 ? 0 : f.SignBit),
        ScaleFormat => random.Next(100, 150),
        _ => random.Next((int)format.Range.Min, (int)format.Range.Max + 1),
    };

    /// <summary>x · 2^k; null where that overflows.</summary>
    static long? Times(NumberFormat format, long x, int k) => format switch
    {
        FloatFormat when x == 0 => 0,
        FloatFormat f => (x & (f.SignBit - 1)) + ((long)k << f.FractionBits) is var y && y <= f.Largest ? y | (x & f.SignBit) : null,
        _ => x + k,
    };

    /// <summary>Over neighbours near every place where a table, a sign or a range begins, and over values from all of the line.</summary>
    public static string? Rising(NumberFunction exp2)
    {
        var random = new Random(1);
        var places = Enumerable.Range(-150, 280).SelectMany(n => Enumerable.Range(0, 8).Select(s => BitConverter.SingleToInt32Bits(n + s / 64f))).Append(0)
            .SelectMany(b => Enumerable.Range(-40, 81).Select(d => b + d)).Concat(Enumerable.Range(0, 100_000).Select(_ => random.Next(int.MinValue, int.MaxValue)));
        var (last, at) = (0L, 0f);
        foreach (var x in places.Select(BitConverter.Int32BitsToSingle).Where(x => !float.IsNaN(x)).Distinct().Order())
        {
            var y = Read(exp2, BitConverter.SingleToUInt32Bits(x))[0];
            if (y < last) return $"exp2 falls from 0x{last:X} at {at:R} to 0x{y:X} at {x:R}";
            (last, at) = (y, x);
        }
        foreach (var n in Enumerable.Range(-126, 254))
            if (Read(exp2, BitConverter.SingleToUInt32Bits(n))[0] != (long)(n + 127) << 23) return $"exp2({n}) is no power of two";
        return Read(exp2, SignBit)[0] == One ? null : "exp2(−0) is not 1";
    }

    static readonly long[] Scores = [0, SignBit, One, 0x40490FDB, 0xC2F6E979, 0x00000001, 0x7F7FFFFF, 0xFF7FFFFF];

    /// <summary>n equal scores: every weight 1, their sum n, and an output is divided by n exactly where n is a power of two.</summary>
    public static string? EqualScores(NumberFunction step, NumberFunction finish)
    {
        foreach (var s in Scores)
        {
            var (m, l) = (MinusInf, 0L);
            for (var n = 4; n <= 1024; n += 4)
            {
                var y = Read(step, m, l, s, s, s, s);
                (m, l) = (y[0], y[2]);
                if (m != s || y[3..].Any(p => p != One) || l != BitConverter.SingleToUInt32Bits(n)) return $"score {n} of equal ones 0x{s:X}: {Notation.All(step, y)}";
                if (!int.IsPow2(n)) continue;
                foreach (var o in new[] { 1.5f, -3.25e10f, 1.1754944e-30f, 0f })
                    if (Read(finish, l, BitConverter.SingleToUInt32Bits(o))[0] != BitConverter.SingleToUInt32Bits(o / n)) return $"{o} / {n}";
            }
        }
        return null;
    }

    /// <summary>Masked scores are −Inf. They weigh nothing, before the first key and after it, and a row of nothing else ends as +0.</summary>
    public static string? NoKey(NumberFunction step, NumberFunction finish)
    {
        var (m, l) = (MinusInf, 0L);
        for (var n = 0; n < 8; n++)
        {
            var y = Read(step, m, l, MinusInf, MinusInf, MinusInf, MinusInf);
            (m, l) = (y[0], y[2]);
            if (m != MinusInf || l != 0 || y[1] != One || y[3..].Any(p => p != 0)) return $"a masked row: {Notation.All(step, y)}";
        }
        if (new[] { 0, SignBit, One, Inf, MinusInf, 0x7FC00000 }.Any(o => Read(finish, l, o)[0] != 0)) return "the end of a masked row is not +0";
        var first = Read(step, m, l, MinusInf, One, MinusInf, MinusInf);
        return first[0] == One && first[2] == One && first.AsSpan(3).SequenceEqual([0, One, 0, 0]) ? null : $"the first key: {Notation.All(step, first)}";
    }

    /// <summary>Where no score is above the maximum, α is 1 and the old sum enters the new one as it is.</summary>
    public static string? SameMaximum(NumberFunction step)
    {
        var random = new Random(1);
        for (var i = 0; i < 2000; i++)
        {
            float m = random.NextSingle() * 200 - 100, l = random.NextSingle() * 1000;
            long[] takes = [BitConverter.SingleToUInt32Bits(m), BitConverter.SingleToUInt32Bits(l), .. Enumerable.Range(0, 4).Select(_ => (long)BitConverter.SingleToUInt32Bits(m - random.NextSingle() * 20))];
            var y = Read(step, takes);
            var p = y[3..].Select(v => BitConverter.UInt32BitsToSingle((uint)v)).ToArray();
            if (y[0] != takes[0] || y[1] != One || y[2] != BitConverter.SingleToUInt32Bits(l + (p[0] + p[1] + (p[2] + p[3])))) return Shown(step, takes, "the same maximum");
        }
        return null;
    }
}
