using System.Numerics;
using Hw.Hdl;

namespace Hw.BuiltIn;

/// <summary>
/// The random state of power-up: a value of the declared interval for each register, read port and memory word, a function of the seed
/// and of where it stands in the <see cref="StateMap"/>, so that every simulator can be given the same one.
/// </summary>
public static class InitialState
{
    /// <param name="index">Of the element in the state map.</param>
    /// <param name="address">Of a memory's word; else 0.</param>
    public static BigInteger Of(StateElement element, int index, int address, ulong seed)
    {
        var state = seed * 0x9E3779B97F4A7C15 ^ (ulong)(uint)index << 32 ^ (uint)address;
        if (!element.Shape.IsRow) return In(element.Shape.Element, ref state);
        var (row, width) = (BigInteger.Zero, element.Shape.Element.Width);
        for (var i = 0; i < element.Shape.Count; i++) row |= (In(element.Shape.Element, ref state) & Hw.Bits.Interval.UInt(width).Max) << (i * width);
        return row;
    }

    static BigInteger In(Hw.Bits.Interval range, ref ulong state)
    {
        var (bits, size) = (BigInteger.Zero, range.Max - range.Min + 1);
        for (var i = 0; i <= range.Width / 64; i++) bits = bits << 64 | Next(ref state);
        return range.Min + bits % size;
    }

    /// <summary>SplitMix64 (Steele, Lea, Flood 2014).</summary>
    static ulong Next(ref ulong state)
    {
        var z = state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
