using System.Runtime.InteropServices;
using Hw.Bits;
using Hw.Bits.Numbers;

namespace Hw.Isa.Txu;

/// <summary>BF16 and E4M3, eight lanes at a time. A chunk is taken apart once, when it is loaded, a moving row once for all lanes.</summary>
sealed class FloatChunk(FloatFormat format, int lanes) : StationaryChunk
{
    readonly DotPair pair = Pair(format);
    readonly bool isWide = format.Width > 8;
    readonly DotRow<Lanes8>[] stationary = new DotRow<Lanes8>[(lanes + Patterns.Count - 1) / Patterns.Count];
    readonly Lanes8[] column = new Lanes8[Dot32.Depth];
    DotRow<Lanes8> row;
    int depth;

    internal static DotPair Pair(FloatFormat format) => DotPair.All.Single(p => p.A == format && p.B == format && p.ScalesA is null);

    /// <summary>SPAD rows that hold the first n elements of a row.</summary>
    int Rows(int n) => isWide && 2 * n > TxuIsa.RowBytes ? TxuIsa.PairRows : 1;

    public override void Load(RowMemory<sbyte> spad, long first, int features, int live)
    {
        depth = features;
        var (rows, step) = (Rows(live), isWide ? TxuIsa.PairRows : 1);
        for (var g = 0; g < stationary.Length; g++)
        {
            var (at, lives) = (g * Patterns.Count, g * Patterns.Count + Patterns.Numbers < live);
            column.AsSpan().Clear();
            for (var j = 0; j < features && at < live; j++)
            {
                var bytes = spad.ReadPadded(first + j * step, rows);
                column[j] = lives.Mux(isWide ? Patterns.Load16(bytes[(2 * at)..]) : Patterns.Load8(bytes[at..]), 0);
            }
            stationary[g].Unpack(format, column);
        }
    }

    public override void Step(RowMemory<sbyte> spad, long moving, Span<int> acc, ReadOnlySpan<int> alpha)
    {
        var bytes = spad.ReadPadded(moving, Rows(depth));
        column.AsSpan(depth).Clear();
        if (isWide)
        {
            var elements = MemoryMarshal.Cast<sbyte, ushort>(bytes);
            for (var j = 0; j < depth; j++) column[j] = (long)elements[j];
        }
        else
            for (var j = 0; j < depth; j++) column[j] = (long)(byte)bytes[j];
        row.Unpack(format, column);
        for (var g = 0; g < stationary.Length; g++)
        {
            var sums = acc[(g * Patterns.Count)..];
            var old = Patterns.Load32(sums);
            if (!alpha.IsEmpty) old = Numerics.Multiply(Patterns.Load32(alpha[(g * Patterns.Count)..]), old);
            Patterns.Store32(Numerics.Add(old, Dot.OfRows(pair, in row, in stationary[g])), sums);
        }
    }
}
