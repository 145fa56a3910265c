using System.Collections.Immutable;
using Hw.Encodings;

namespace Hw.Isa;

/// <summary>Where a field's bits lie in the word: one range, or pieces of it in the order of the value's bits, most significant first (RISC-V's split immediates).</summary>
public readonly struct FieldBits : IEquatable<FieldBits>
{
    readonly ImmutableArray<BitRange> pieces;
    public FieldBits(params ImmutableArray<BitRange> pieces) => this.pieces = pieces;

    public ImmutableArray<BitRange> Pieces => pieces.IsDefault ? [] : pieces;
    public bool IsWhole => Pieces.Length == 1;
    public int Width
    {
        get
        {
            var width = 0;
            foreach (var p in Pieces) width += p.Width;
            return width;
        }
    }
    public UInt128 Mask => Pieces.Aggregate(UInt128.Zero, (mask, p) => mask | p.Mask);
    /// <summary>The highest and the lowest bit of the word that belong to it.</summary>
    public int Hi => Pieces.Max(p => p.Hi);
    public int Lo => Pieces.Min(p => p.Lo);

    /// <summary>The value in a word.</summary>
    public UInt128 Of(UInt128 word)
    {
        var value = UInt128.Zero;
        foreach (var p in Pieces) value = value << p.Width | p.Of(word);
        return value;
    }

    /// <summary>The bits of a value, where they lie in the word.</summary>
    public UInt128 Put(UInt128 value)
    {
        var word = UInt128.Zero;
        for (var i = Pieces.Length - 1; i >= 0; i--)
        {
            word |= Pieces[i].Put(value);
            value >>= Pieces[i].Width;
        }
        return word;
    }

    public static implicit operator FieldBits(BitRange range) => new(range);

    /// <summary>"31 7 30:25 11:8" or, as one range, "7:0". What is no such text has no piece, and is a finding of the laws.</summary>
    public static FieldBits Parse(string text) => Of(Layout.Parse(text));

    internal static FieldBits Of(Layout layout) => new([.. layout.Pieces.Select(p => new BitRange(p.Hi, p.Lo))]);
    internal Layout Layout => new([.. Pieces.Select(p => new Piece(p.Hi, p.Lo))]);

    public bool Equals(FieldBits other) => Pieces.AsSpan().SequenceEqual(other.Pieces.AsSpan());
    public override bool Equals(object? obj) => obj is FieldBits other && Equals(other);
    public override int GetHashCode() => Pieces.Aggregate(0, (hash, p) => HashCode.Combine(hash, p));
    public static bool operator ==(FieldBits a, FieldBits b) => a.Equals(b);
    public static bool operator !=(FieldBits a, FieldBits b) => !a.Equals(b);

    /// <summary>[7:0], or [31,7,30:25,11:8].</summary>
    public override string ToString() => $"[{string.Join(',', Pieces.Select(p => p.Hi == p.Lo ? $"{p.Hi}" : $"{p.Hi}:{p.Lo}"))}]";
}
