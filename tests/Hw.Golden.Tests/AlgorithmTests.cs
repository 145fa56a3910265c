using Hw.Isa.Txu;
using Hw.Oracles;
using static Hw.Isa.Txu.Registers;

namespace Hw.Golden.Tests;

/// <summary>
/// Whole algorithms of a few instructions each, against FP64: what the formats and the order of operations cost. FP32 results, before any last rounding.
/// </summary>
public class AlgorithmTests
{
    const int Lanes = 32;
    static readonly double scale = 1 / Math.Sqrt(64);

    /// <summary>The goals are those of the accuracy figures; E4M3 has 3 fraction bits, so its own error of 2^-4 shows.</summary>
    [Theory]
    [InlineData("bf16", false, 2e-3, 3e-4)]
    [InlineData("bf16", true, 2e-3, 3e-4)]
    [InlineData("e4m3", false, 3e-2, 1e-2)]
    [InlineData("e4m3", true, 3e-2, 1e-2)]
    public void Attention(string format, bool outliers, double relative, double rootMeanSquare)
    {
        const int keys = 384, depth = 64;
        var inputs = new Inputs(1);
        Func<double> number = outliers ? inputs.WithOutliers : inputs.Normal;
        var (q, k, v) = (Inputs.Matrix(Lanes, depth, number, format), Inputs.Matrix(keys, depth, number, format), Inputs.Matrix(keys, depth, number, format));
        var got = Attend(format, q, k, v, query: keys - Lanes);
        var accuracy = Accuracy.Of(AttentionOracle.Run(q, k, v, scale, causal: true, query: keys - Lanes), got);
        Assert.True(accuracy.MaxRelativeToMax <= relative && accuracy.RootMeanSquare <= rootMeanSquare, $"{accuracy}");
    }

    /// <summary>The measure itself sees what it should: a query that is one position off, a scale that is 1 % off.</summary>
    [Fact]
    public void Mistakes_show()
    {
        var inputs = new Inputs(2);
        var (q, k, v) = (Inputs.Matrix(Lanes, 64, inputs.Normal, "bf16"), Inputs.Matrix(128, 64, inputs.Normal, "bf16"), Inputs.Matrix(128, 64, inputs.Normal, "bf16"));
        var got = Attend("bf16", q, k, v, query: 96);
        Assert.InRange(Accuracy.Of(AttentionOracle.Run(q, k, v, scale, true, 96), got).MaxRelativeToMax, 1e-6, 2e-3);
        Assert.True(Accuracy.Of(AttentionOracle.Run(q, k, v, scale, true, 95), got).MaxRelativeToMax > 1e-2);
        Assert.True(Accuracy.Of(AttentionOracle.Run(q, k, v, scale * 1.01, true, 96), got).MaxRelativeToMax > 2e-3);
        Assert.True(Accuracy.Of(AttentionOracle.Run(q, k, v, scale, true, 96, window: 100), got).MaxRelativeToMax > 1e-2);
    }

    /// <summary>A block of 32 queries over tiles of 128 keys: S = K·Q, SMX, O = α·O + Vᵀ·P, at the end SMXF.</summary>
    static float[,] Attend(string format, float[,] q, float[,] k, float[,] v, int query)
    {
        const int tile = 128;
        var (depth, width, type) = (q.GetLength(1), format == "bf16" ? 2 : 1, format == "bf16" ? MmType.BF16 : MmType.E4M3);
        var m = new TxuMachine(Lanes);
        m.Reset();
        // SPAD: Q at 0 (a row for each feature), K at 512 (a key's features side by side), V at 1536 (a feature's keys), P at 3072
        (m.Addresses[1].Base, m.Addresses[2].Base, m.Addresses[3].Base, m.Addresses[4].Base) = (0, 512, 1536, 3072);
        // ACC: S at 0, O at 512
        (m.Addresses[5].Base, m.Addresses[6].Base, m.Addresses[7].Base) = (0, 512, query);
        m.Constants[0] = new((uint)BitConverter.SingleToInt32Bits((float)(scale * Math.Log2(Math.E))), 0, k.GetLength(0), 0);
        m.Shapes[1] = new Shape(tile, depth / 32, 1, depth / 32 * width, width, 32 * width);
        m.Shapes[2] = new Shape(tile, 1, 1, width, 1, 0);
        m.Shapes[3] = new Shape(depth, tile / 32, 1, tile / 32 * width, width, 32 * width);
        m.Shapes[4] = new Shape(depth, 1, 1, 1, 1, 0);
        for (var f = 0; f < depth; f++) Put(m, format, f * width, t => q[t, f]);
        for (var first = 0; first < k.GetLength(0); first += tile)
        {
            for (var key = 0; key < tile; key++)
                for (var c = 0; c < depth / 32; c++) Put(m, format, 512 + (key * depth / 32 + c) * width, j => k[first + key, c * 32 + j]);
            for (var f = 0; f < depth; f++)
                for (var c = 0; c < tile / 32; c++) Put(m, format, 1536 + (f * tile / 32 + c) * width, j => v[first + c * 32 + j, f]);
            m.Addresses[8].Base = first;
            Bench.Execute(m, new Mm(A(5), A(2), A(1), S(1), MmMode.SET, type));
            Bench.Execute(m, new Smx(A(4), A(5), A(7), A(8), S(2), V(0), C(0), type == MmType.BF16 ? SmxType.BF16 : SmxType.E4M3, First: first == 0, Causal: true));
            Bench.Execute(m, new Mm(A(6), A(3), A(4), S(3), first == 0 ? MmMode.SET : MmMode.SCALE, type, V(Smx.Alpha)));
        }
        Bench.Execute(m, new Smxf(A(5), A(6), S(4), V(Smx.Sum), Target.ACC));
        return Rows(m, Source.ACC, 0, depth);
    }

    /// <summary>x·rsqrt(mean of x² + ε)·w in three instructions, BF16 in and out.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void RmsNorm(bool outliers)
    {
        const int width = 768;
        var inputs = new Inputs(3);
        var x = Inputs.Matrix(Lanes, width, outliers ? inputs.WithOutliers : inputs.Normal, "bf16");
        var w = Inputs.Matrix(1, width, inputs.Normal, "bf16");
        var m = new TxuMachine(Lanes);
        m.Reset();
        for (var f = 0; f < width; f++) Put(m, "bf16", 2 * f, t => x[t, f]);
        for (var i = 0; i < width / 16; i++) Put(m, "bf16", 7000 + i, j => j < 16 ? w[0, i * 16 + j] : 0, rows: 1);
        (m.Addresses[1].Base, m.Addresses[2].Base, m.Addresses[3].Base, m.Addresses[4].Base) = (0, 7000, 2000, 3);
        m.Shapes[1] = new Shape(width, 1, 1, 2, 2, 0);
        m.Constants[1] = new(BitConverter.SingleToUInt32Bits(1f / width), BitConverter.SingleToUInt32Bits(1e-5f), 0, 0);
        Bench.Execute(m, new Vred(V(3), A(1), S(1), Reduction.SUMSQ, Source.BF16, First: true));
        Bench.Execute(m, new Vact(A(4), A(4), S(0), Activation.RSQRT, Target.STATE, Source.STATE, C(1), Affine: true));
        Bench.Execute(m, new Vnrm(A(3), A(1), A(2), S(1), V(3)));
        var exact = LayerOracle.RmsNorm(x, [.. Enumerable.Range(0, width).Select(j => w[0, j])], 1e-5f);
        Assert.InRange(Accuracy.MaxBf16Ulp(exact, Rows(m, Source.BF16, 2000, width)), 0.4, 2);
    }

    [Fact]
    public void SwiGlu()
    {
        const int rows = 200;
        var inputs = new Inputs(4);
        var (gate, up) = (Inputs.Matrix(Lanes, rows, inputs.WithOutliers, "fp32"), Inputs.Matrix(Lanes, rows, inputs.WithOutliers, "fp32"));
        var m = new TxuMachine(Lanes);
        m.Reset();
        for (var i = 0; i < rows; i++)
            for (var t = 0; t < Lanes; t++) (m.Acc.Write(i)[t], m.Acc.Write(500 + i)[t]) = (BitConverter.SingleToInt32Bits(gate[t, i]), BitConverter.SingleToInt32Bits(up[t, i]));
        (m.Addresses[2].Base, m.Addresses[3].Base) = (0, 500);
        m.Shapes[1] = new Shape(rows, 1, 1, 2, 1, 1);
        Bench.Execute(m, new Vglu(A(1), A(2), A(3), S(1)));
        Assert.InRange(Accuracy.MaxBf16Ulp(LayerOracle.SwiGlu(gate, up), Rows(m, Source.BF16, 0, rows)), 0.4, 0.6);
    }

    /// <summary>32 elements as one row of a format.</summary>
    static void Put(TxuMachine m, string format, int row, Func<int, float> element, int rows = 2)
    {
        for (var j = 0; j < 32; j++)
        {
            var bits = Inputs.Bits(element(j), format);
            if (format == "e4m3") m.Spad.Write(row)[j] = (sbyte)bits;
            else if (j / 16 < rows) (m.Spad.Write(row + j / 16)[2 * (j % 16)], m.Spad.Write(row + j / 16)[2 * (j % 16) + 1]) = ((sbyte)bits, (sbyte)(bits >> 8));
        }
    }

    /// <summary>Rows of FP32 or BF16 numbers, turned: [lane, row].</summary>
    static float[,] Rows(TxuMachine m, Source place, int first, int count)
    {
        var result = new float[Lanes, count];
        for (var i = 0; i < count; i++)
            for (var t = 0; t < Lanes; t++)
                result[t, i] = BitConverter.Int32BitsToSingle(place == Source.ACC ? m.Acc.Read(first + i)[t]
                    : ((byte)m.Spad.Read(first + 2 * i + t / 16)[2 * (t % 16)] | (byte)m.Spad.Read(first + 2 * i + t / 16)[2 * (t % 16) + 1] << 8) << 16);
        return result;
    }
}
