namespace Hw.Models;

/// <summary>Symmetric INT8: value ≈ element · scale, elements −127 … 127.</summary>
public static class Quantize
{
    const int Most = sbyte.MaxValue;

    /// <summary>The scale that maps the largest magnitude to 127; 1 for all zeros.</summary>
    public static double Scale(ReadOnlySpan<float> values)
    {
        var largest = 0f;
        foreach (var v in values) largest = Math.Max(largest, Math.Abs(v));
        return largest == 0 ? 1 : largest / (double)Most;
    }

    public static sbyte[] Elements(ReadOnlySpan<float> values, double scale)
    {
        var elements = new sbyte[values.Length];
        for (var i = 0; i < values.Length; i++) elements[i] = (sbyte)Math.Clamp(Math.Round(values[i] / scale), -Most, Most);
        return elements;
    }
}
