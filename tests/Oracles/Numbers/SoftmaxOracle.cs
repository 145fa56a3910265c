using static Hw.Oracles.FastFloatOracle;

namespace Hw.Oracles;

/// <summary>One step of online softmax: the maximum and the sums to the bit, the exponentials to 1 ulp, and the end's product to the bit.</summary>
public static class SoftmaxOracle
{
    const uint MinusInf = 0xFF800000, One = 0x3F800000;

    /// <summary>Null, or what is wrong first. Scores are in units of log2 e; m0 and l0 come in; m, alpha, p, l go out.</summary>
    public static string? Check(uint m0, uint l0, uint[] scores, uint m, uint alpha, uint[] p, uint l)
    {
        if (p.Length != scores.Length) return $"{scores.Length} scores give {scores.Length} weights; got {p.Length}";
        var maximum = scores.Aggregate(m0, Maximum);
        if (m != maximum) return $"m' is 0x{m:X8}, the maximum is 0x{maximum:X8}";
        return Weight("alpha", m0, m, alpha, One)
            ?? scores.Select((score, i) => Weight($"p[{i}]", score, m, p[i], 0)).FirstOrDefault(fault => fault is not null)
            ?? (l == Total(alpha, l0, p) ? null : $"l' is 0x{l:X8}, from this alpha and these p it is 0x{Total(alpha, l0, p):X8}");
    }

    /// <summary>exp2(score − m), or a fixed value while every score is masked.</summary>
    static string? Weight(string name, uint score, uint m, uint weight, uint masked)
    {
        if (m == MinusInf) return weight == masked ? null : $"{name} is 0x{weight:X8}, and 0x{masked:X8} where every score is masked";
        var error = UlpOracle.Error("exp2", Sub(score, m), weight);
        return error <= 1 ? null : $"{name} is 0x{weight:X8}, {error:G4} ulp off 2^x of x = 0x{Sub(score, m):X8}";
    }

    /// <summary>fl(α·l) + the four partial sums, partial j over p[j], p[j+4], …</summary>
    static uint Total(uint alpha, uint l, uint[] p)
    {
        var partial = new uint[4];
        for (var i = 0; i < p.Length; i++) partial[i % 4] = Add(partial[i % 4], p[i]);
        return Add(Mul(alpha, l), Add(Add(partial[0], partial[1]), Add(partial[2], partial[3])));
    }

    /// <summary>o / l by the given reciprocal of l, which UlpOracle judges; a fully masked row (l = ±0) gives +0.</summary>
    public static uint Finish(uint l, uint o, uint reciprocal) => (l & 0x7FFFFFFF) == 0 ? 0 : Mul(o, reciprocal);
}
