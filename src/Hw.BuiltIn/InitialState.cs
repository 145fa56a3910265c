using System.Numerics;
using Hw.Bits;
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
        var state = Start(index, address, seed);
        if (!element.Shape.IsRow || element.Shape.Element.IsFull) return In(element.Shape.Range, ref state);
        var (row, width) = (BigInteger.Zero, element.Shape.Element.Width);
        for (var i = 0; i < element.Shape.Count; i++) row |= (In(element.Shape.Element, ref state) & Interval.UInt(width).Max) << (i * width);
        return row;
    }

    /// <summary>The same words as <see cref="Of"/> gives for a memory whose words take every value of their width, without a sign.</summary>
    internal static void Fill(Span<ulong> word, int width, int index, int address, ulong seed)
    {
        var state = Start(index, address, seed);
        foreach (ref var w in word) w = Next(ref state);
        if (width % 64 != 0) word[^1] &= ulong.MaxValue >> (64 - width % 64);
    }

    static ulong Start(int index, int address, ulong seed) => seed * 0x9E3779B97F4A7C15 ^ (ulong)(uint)index << 32 ^ (uint)address;

    static BigInteger In(Interval range, ref ulong state)
    {
        var bits = BigInteger.Zero;
        for (var low = 0; low < range.Width; low += 64) bits |= (BigInteger)Next(ref state) << low;
        return range.IsFull ? range.Wrap(bits) : range.Min + bits % (range.Max - range.Min + 1);
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
