namespace Hw.Oracles;

/// <summary>Blocks of FP32 values: their largest magnitude, to scale and elements, and back. OCP MX 1.0 §6.3; NVFP4.</summary>
public static class BlockOracle
{
    const long E8m0NaN = 0xFF, E4m3NaN = 0x7F;

    public static uint Amax(IEnumerable<uint> values) =>
        values.Select(bits => bits & 0x7FFFFFFF).Aggregate(0u, FloatOracle.Maximum);

    /// <summary>32 values (16 for nvfp4) to one scale and their elements; int8 elements come sign-extended.</summary>
    public static (long Scale, long[] Elements) Quantize(string format, uint[] values)
    {
        var block = BlockFormat.Named(format);
        if (values.Length != block.Size)
            throw new ArgumentException($"A block of {format} holds {block.Size} values; got {values.Length}.");
        var amax = FloatOracle.Decode(Amax(values));
        if (!amax.IsFinite) return (block.Scale == "e8m0" ? E8m0NaN : E4m3NaN, new long[block.Size]);
        return block.Scale == "e8m0" ? QuantizeMx(block, values, amax.Value) : QuantizeNv(values, amax.Value);
    }

    static (long, long[]) QuantizeMx(BlockFormat block, uint[] values, Exact amax)
    {
        var exponent = amax.Sign == 0 ? -127 : Math.Clamp(amax.Binade() - block.TopExponent, -127, 127);
        return (exponent + 127, [.. values.Select(bits => Element(FloatOracle.Decode(bits)))]);

        long Element(Number v) => block.Element == "int8"
            ? Rounding.ToInteger(Scaled(v, -exponent - block.ElementExponent), -127, 127)
            : Rounding.Round(Scaled(v, -exponent), FloatFormat.Named(block.Element), saturating: true);
    }

    static (long, long[]) QuantizeNv(uint[] values, Exact amax)
    {
        var bits = Rounding.Round(Number.Of(amax / new Exact(6)), FloatFormat.Named("e4m3"), saturating: true);
        var scale = FloatFormat.Named("e4m3").Decode(bits).Value;
        return (bits, [.. values.Select(v => Rounding.Round(Quotient(FloatOracle.Decode(v)), FloatFormat.Named("e2m1"), saturating: true))]);

        Number Quotient(Number v) => Number.Finite(v.Negative, scale.Sign == 0 ? new(0) : (v.Value / scale).Abs);
    }

    /// <summary>−0 stays −0.</summary>
    static Number Scaled(Number v, int exponent) => Number.Finite(v.Negative, (v.Value * Exact.Pow2(exponent)).Abs);

    /// <summary>One element as FP32. Signs multiply, as in any product: −0 elements give −0, and an nvfp4 scale's sign counts.</summary>
    public static uint Dequantize(string format, long element, long scale)
    {
        var block = BlockFormat.Named(format);
        return FloatOracle.Round(ConversionOracle.Decode(block.Element, element) * Number.Of(Exact.Pow2(block.ElementExponent))
            * ConversionOracle.Decode(block.Scale, scale));
    }
}
