using static Hw.Oracles.FastFloatOracle;

namespace Hw.Oracles;

/// <summary>Rows of one place: the first, how far they are apart. Place SCALAR: BF16 elements one after another, 16 to a SPAD row, each for all lanes.</summary>
public readonly record struct Rows(string Place, long First, long Stride = 0);

/// <summary>
/// The vector instructions by plain loops over rows and lanes. Functions (exp2, rcp, rsqrt, sigmoid, silu) are given: their results are judged by
/// <see cref="UlpOracle"/>, not here; everything else is to the bit.
/// </summary>
public sealed class RowsOracle(Memories m, Func<string, uint, uint> function)
{
    uint Value(Rows rows, int i, int lane) => rows.Place == "SCALAR" ? (uint)m.Bf16(rows.First + i / 16, i % 16) << 16 : m.Read(rows.Place, rows.First + i * rows.Stride, lane);

    void Write(Rows rows, int i, Func<int, uint> lane) => m.Write(rows.Place, rows.First + i * rows.Stride, [.. Enumerable.Range(0, m.Lanes).Select(lane)]);

    public void Binary(string op, int count, Rows dst, Rows a, Rows b)
    {
        for (var i = 0; i < count; i++)
            Write(dst, i, t => Of(op, Value(a, i, t), Value(b, i, t)));

        static uint Of(string op, uint x, uint y) => op switch { "ADD" => Add(x, y), "SUB" => Sub(x, y), "MUL" => Mul(x, y), "MAX" => Maximum(x, y), "MIN" => Minimum(x, y), _ => throw new ArgumentException(op) };
    }

    /// <param name="of">An <see cref="ElementwiseOracle"/>.</param>
    /// <param name="b">Null where there is no second operand.</param>
    public void Elementwise(Func<uint, uint, uint> of, int count, Rows dst, Rows a, Rows? b)
    {
        for (var i = 0; i < count; i++) Write(dst, i, t => of(Value(a, i, t), b is { } rows ? Value(rows, i, t) : 0));
    }

    /// <param name="affine">Scale and bias, or null.</param>
    public void Activation(string fn, int count, Rows dst, Rows a, (uint Scale, uint Bias)? affine)
    {
        for (var i = 0; i < count; i++)
            Write(dst, i, t =>
            {
                var x = Value(a, i, t);
                if (affine is var (scale, bias)) x = Add(Mul(x, scale), bias);
                return fn == "COPY" ? x : function(fn.ToLowerInvariant(), x);
            });
    }

    public void Glu(int count, Rows dst, Rows a, Rows b)
    {
        for (var i = 0; i < count; i++) Write(dst, i, t => Mul(function("silu", Value(a, i, t)), Value(b, i, t)));
    }

    public void Norm(int count, Rows dst, Rows a, Rows w, int state)
    {
        var s = Enumerable.Range(0, m.Lanes).Select(t => m.State[state, t]).ToArray();
        for (var i = 0; i < count; i++) Write(dst, i, t => Mul(Mul(Value(a, i, t), s[t]), Value(w with { Place = "SCALAR" }, i, t)));
    }

    public void Finish(int count, Rows dst, Rows a, int l)
    {
        var s = Enumerable.Range(0, m.Lanes).Select(t => m.State[l, t]).ToArray();
        for (var i = 0; i < count; i++) Write(dst, i, t => SoftmaxOracle.Finish(s[t], Value(a, i, t), function("rcp", s[t])));
    }

    public void Rope(int count, Rows dst, Rows a, Rows angles)
    {
        for (var i = 0; i < count; i++)
        {
            var turned = Enumerable.Range(0, m.Lanes).Select(t =>
                RopeOracle.Rope(Value(a, i, t), Value(a, i + count, t), Value(angles, i, t), Value(angles, i + count, t))).ToArray();
            Write(dst, i, t => turned[t].Y0);
            Write(dst, i + count, t => turned[t].Y1);
        }
    }

    public void Reduce(string fn, int count, Rows a, int state, bool first)
    {
        var result = new uint[m.Lanes];
        for (var t = 0; t < m.Lanes; t++)
        {
            var x = Enumerable.Range(0, count).Select(i => Value(a, i, t)).ToArray();
            result[t] = fn == "MAX" ? x.Aggregate(first ? 0xFF800000 : m.State[state, t], Maximum)
                : Add(first ? 0 : m.State[state, t], Total(fn == "SUMSQ" ? [.. x.Select(v => Mul(v, v))] : x));
        }
        m.Write("STATE", state, result);
    }

    /// <summary>Four interleaved sums, each from +0, added in pairs.</summary>
    static uint Total(uint[] terms)
    {
        uint Part(int j) => terms.Where((_, i) => i % 4 == j).Aggregate(0u, Add);
        return Add(Add(Part(0), Part(1)), Add(Part(2), Part(3)));
    }

    /// <param name="scale">FP32, or null for none.</param>
    public void Narrow(int count, Rows dst, Rows a, uint? scale)
    {
        for (var i = 0; i < count; i++) Write(dst, i, t => scale is { } s ? Mul(Value(a, i, t), s) : Value(a, i, t));
    }

    public void Requantize(int count, Rows dst, Rows a, int scale, int shift)
    {
        for (var i = 0; i < count; i++)
            m.WritePatterns("INT8", dst.First + i * dst.Stride, [.. Enumerable.Range(0, m.Lanes).Select(t => (long)RequantizeOracle.Of((int)Value(a, i, t), scale, shift))]);
    }

    /// <param name="type">INT8, INT32, BF16 or E4M3.</param>
    public void Widen(string type, int count, Rows dst, Rows a, uint? scale)
    {
        for (var i = 0; i < count; i++)
            Write(dst, i, t =>
            {
                var row = a.First + i * a.Stride;
                var x = type switch
                {
                    "INT8" => (uint)FastConversionOracle.Convert("int8", "fp32", (sbyte)m.Spad[row, t]),
                    "INT32" => (uint)FastConversionOracle.Convert("int32", "fp32", (int)m.Acc[row, t]),
                    _ => m.Read(type, row, t),
                };
                return scale is { } s ? Mul(x, s) : x;
            });
    }

    /// <summary>Which keys the query at position p sees, said as ranges: from the first inside its window to the last before the key count and, if causal, itself.</summary>
    public static bool Sees(long p, long key, bool causal, long keys, long window)
    {
        var first = window == 0 ? 0 : p - window + 1;
        var last = Math.Min(keys - 1, causal ? p : long.MaxValue);
        return first <= key && key <= last;
    }

    public void Softmax(string type, int count, Rows dst, Rows scores, int state, uint scale, long query, bool same, long key, bool causal, long keys, long window, bool first)
    {
        const uint minusInf = 0xFF800000, one = 0x3F800000;
        var (m1, alpha, l1) = (new uint[m.Lanes], new uint[m.Lanes], new uint[m.Lanes]);
        var patterns = new long[count, m.Lanes];
        for (var t = 0; t < m.Lanes; t++)
        {
            var (m0, l0) = first ? (minusInf, 0u) : (m.State[state, t], m.State[state + 2, t]);
            var s = Enumerable.Range(0, count).Select(r => Sees(query + (same ? 0 : t), key + r, causal, keys, window) ? Mul(Value(scores, r, t), scale) : minusInf).ToArray();
            m1[t] = s.Aggregate(m0, Maximum);
            alpha[t] = m1[t] == minusInf ? one : function("exp2", Sub(m0, m1[t]));
            var rounded = new uint[count];
            for (var r = 0; r < count; r++)
            {
                var p = m1[t] == minusInf ? 0 : function("exp2", Sub(s[r], m1[t]));
                var format = type == "BF16" ? "bf16" : "e4m3";
                patterns[r, t] = FastConversionOracle.Convert("fp32", format, type == "BF16" ? p : Mul(p, BitConverter.SingleToUInt32Bits(256)));
                rounded[r] = (uint)FastConversionOracle.Convert(format, "fp32", patterns[r, t]);
            }
            l1[t] = Add(Mul(alpha[t], l0), Total(rounded));
        }
        m.Write("STATE", state, m1);
        m.Write("STATE", state + 1, alpha);
        for (var r = 0; r < count; r++) m.WritePatterns(type, dst.First + r * dst.Stride, [.. Enumerable.Range(0, m.Lanes).Select(t => patterns[r, t])]);
        m.Write("STATE", state + 2, l1);
    }
}
