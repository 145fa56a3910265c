using Hw.Bits;
using Hw.Bits.Numbers;

namespace Hw.Isa.Txu;

/// <summary>BF16 and E4M3, eight lanes at a time. A chunk is taken apart once, when it is loaded, a moving row once for all lanes.</summary>
sealed class FloatChunk : StationaryChunk
{
    static readonly int width = Lanes<long>.Count;
    readonly DotPair pair;
    readonly FloatFormat format;
    readonly int lanes, groups, rowsPerFeature;
    readonly DotRow<Lanes<long>>[] stationary;
    readonly long[,] patterns;

    public FloatChunk(MmType type, int lanes)
    {
        this.lanes = lanes;
        (format, rowsPerFeature) = type == MmType.BF16 ? (FloatFormat.Bf16, TxuIsa.PairRows) : (FloatFormat.E4M3, 1);
        pair = DotPair.All.Single(p => p.A == format && p.B == format && p.ScalesA is null);
        groups = (lanes + width - 1) / width;
        (stationary, patterns) = (new DotRow<Lanes<long>>[groups], new long[Dot32.Depth, groups * width]);
    }

    int depth;

    public override void Load(RowMemory<sbyte> spad, long row, int features, int live)
    {
        depth = features;
        Array.Clear(patterns);
        for (var j = 0; j < features; j++)
            for (var t = 0; t < live; t++) patterns[j, t] = Element(spad, row + j * rowsPerFeature, t);
        Span<Lanes<long>> column = new Lanes<long>[Dot32.Depth];
        Span<long> part = stackalloc long[width];
        for (var g = 0; g < groups; g++)
        {
            for (var j = 0; j < Dot32.Depth; j++)
            {
                for (var t = 0; t < width; t++) part[t] = patterns[j, g * width + t];
                column[j] = Lanes<long>.Load(part);
            }
            stationary[g].Unpack(format, column);
        }
    }

    public override void Step(RowMemory<sbyte> spad, long moving, Span<int> acc, ReadOnlySpan<int> alpha)
    {
        Span<Lanes<long>> elements = new Lanes<long>[Dot32.Depth];
        for (var j = 0; j < Dot32.Depth; j++) elements[j] = j < depth ? Element(spad, moving + (rowsPerFeature == 1 ? 0 : j / (Dot32.Depth / 2)), rowsPerFeature == 1 ? j : j % (Dot32.Depth / 2)) : 0;
        var row = new DotRow<Lanes<long>>();
        row.Unpack(format, elements);
        Span<long> part = stackalloc long[width];
        for (var g = 0; g < groups; g++)
        {
            var n = Math.Min(width, lanes - g * width);
            var sums = acc.Slice(g * width, n);
            for (var t = 0; t < n; t++) part[t] = (uint)sums[t];
            var old = Lanes<long>.Load(part);
            if (!alpha.IsEmpty)
            {
                for (var t = 0; t < n; t++) part[t] = (uint)alpha[g * width + t];
                old = Arithmetic.Multiply(FloatFormat.Fp32, Lanes<long>.Load(part), old);
            }
            Arithmetic.Add(FloatFormat.Fp32, old, Dot.OfRows(pair, in row, in stationary[g])).Store(part);
            for (var t = 0; t < n; t++) sums[t] = (int)part[t];
        }
    }

    /// <summary>Element t of a row: of 16 bits and 32 elements when it is a pair of SPAD rows.</summary>
    long Element(RowMemory<sbyte> spad, long row, int t)
    {
        if (rowsPerFeature == 1) return (byte)spad.Read(row)[t];
        var bytes = spad.Read(row + t / (Dot32.Depth / 2));
        var at = 2 * (t % (Dot32.Depth / 2));
        return (byte)bytes[at] | (long)(byte)bytes[at + 1] << 8;
    }
}
