using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace Hw.Encodings;

/// <summary>Bits hi … lo of a word, both included.</summary>
public readonly record struct Piece(int Hi, int Lo)
{
    public int Width => Hi - Lo + 1;
    public Word Mask => Word.Mask(Hi, Lo);
    public override string ToString() => Hi == Lo ? $"{Hi}" : $"{Hi}:{Lo}";
}

/// <summary>Where the bits of a value lie in the word: pieces, in the order of the value's bits, most significant first.</summary>
public sealed class Layout(params Piece[] pieces)
{
    public IReadOnlyList<Piece> Pieces { get; } = pieces;
    /// <summary>The first word of the text that was no bit and no hi:lo; null where all were.</summary>
    public string? Wrong { get; private init; }

    public bool IsOnePiece => Wrong is null && Pieces.Count == 1;
    public int Width => Pieces.Sum(p => p.Width);
    public Word Mask => Pieces.Aggregate(Word.Zero, (mask, p) => mask | p.Mask);
    /// <summary>The highest and the lowest bit of the word that belong to it.</summary>
    public int Hi => Pieces.Max(p => p.Hi);
    public int Lo => Pieces.Min(p => p.Lo);

    /// <summary>The low bits of a value, where they lie in the word.</summary>
    public Word Put(Word value)
    {
        var word = Word.Zero;
        foreach (var p in Pieces.Reverse())
        {
            word |= (value << p.Lo) & p.Mask;
            value >>= p.Width;
        }
        return word;
    }

    /// <summary>"31 7 30:25 11:8", with blanks or commas between.</summary>
    public static Layout Parse(string text)
    {
        var (pieces, wrong) = (new List<Piece>(), (string?)null);
        foreach (var word in text.Split(' ', ',', '\t').Where(w => w != ""))
        {
            var ends = word.Split(':');
            if (ends.Length <= 2 && Number(ends[0]) is { } hi && Number(ends[ends.Length - 1]) is { } lo) pieces.Add(new(hi, lo));
            else wrong ??= word;
        }
        return new([.. pieces]) { Wrong = wrong };
    }

    static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : null;

    /// <summary>[7:0], or [31,7,30:25,11:8].</summary>
    public override string ToString() => $"[{string.Join(",", Pieces)}]";
}
