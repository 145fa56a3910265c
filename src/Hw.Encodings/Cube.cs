using System;
using System.Collections.Generic;
using System.Numerics;

namespace Hw.Encodings;

/// <summary>A set of words: those with <see cref="Value"/> in the bits of <see cref="Mask"/>, the others free. Value has no bit outside of Mask.</summary>
public readonly struct Cube(Word mask, Word value) : IEquatable<Cube>
{
    /// <summary>Every word.</summary>
    public static readonly Cube All = default;

    public Word Mask { get; } = mask;
    public Word Value { get; } = value & mask;

    /// <summary>How many they are.</summary>
    public BigInteger Words => BigInteger.One << (Word.Bits - Mask.Count);

    public bool Contains(Word word) => (word & Mask) == Value;
    /// <summary>Every word of the other is one of these.</summary>
    public bool Contains(Cube other) => (Mask & ~other.Mask).IsZero && (other.Value & Mask) == Value;
    public bool Meets(Cube other) => (Mask & other.Mask & (Value ^ other.Value)).IsZero;

    /// <summary>The words that are in both; ask <see cref="Meets"/> first.</summary>
    public Cube And(Cube other) => Meets(other) ? new(Mask | other.Mask, Value | other.Value) : throw new InvalidOperationException("the cubes have no word in common");

    /// <summary>The words that are not in the other, as cubes that do not meet: one for each bit that the other fixes and this one does not.</summary>
    public IEnumerable<Cube> Without(Cube other)
    {
        if (!Meets(other)) { yield return this; yield break; }
        var (mask, value) = (Mask, Value);
        for (var bit = Word.Bits - 1; bit >= 0; bit--)
        {
            if (!other.Mask[bit] || Mask[bit]) continue;
            var one = Word.Mask(bit, bit);
            yield return new(mask | one, value | (one & ~other.Value));
            (mask, value) = (mask | one, value | (one & other.Value));
        }
    }

    public static bool operator ==(Cube a, Cube b) => a.Equals(b);
    public static bool operator !=(Cube a, Cube b) => !a.Equals(b);
    public bool Equals(Cube other) => Mask == other.Mask && Value == other.Value;
    public override bool Equals(object? obj) => obj is Cube other && Equals(other);
    public override int GetHashCode() => unchecked(Mask.GetHashCode() * 31 + Value.GetHashCode());
    public override string ToString() => $"{Value} (mask {Mask})";
}
