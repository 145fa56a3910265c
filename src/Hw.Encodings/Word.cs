using System;
using System.Collections.Generic;
using System.Globalization;

namespace Hw.Encodings;

/// <summary>128 bits of an instruction word. What UInt128 is on .NET; here because the compiler's analyzers run on netstandard2.0.</summary>
public readonly struct Word(ulong high, ulong low) : IEquatable<Word>
{
    public const int Bits = 128;
    public static readonly Word Zero = default, Ones = new(ulong.MaxValue, ulong.MaxValue);

    public ulong High { get; } = high;
    public ulong Low { get; } = low;

    public static implicit operator Word(ulong low) => new(0, low);
    public static Word operator &(Word a, Word b) => new(a.High & b.High, a.Low & b.Low);
    public static Word operator |(Word a, Word b) => new(a.High | b.High, a.Low | b.Low);
    public static Word operator ^(Word a, Word b) => new(a.High ^ b.High, a.Low ^ b.Low);
    public static Word operator ~(Word a) => new(~a.High, ~a.Low);
    public static Word operator <<(Word a, int n) => n == 0 ? a : n >= 64 ? new(n >= Bits ? 0 : a.Low << (n - 64), 0) : new(a.High << n | a.Low >> (64 - n), a.Low << n);
    public static Word operator >>(Word a, int n) => n == 0 ? a : n >= 64 ? new(0, n >= Bits ? 0 : a.High >> (n - 64)) : new(a.High >> n, a.Low >> n | a.High << (64 - n));
    public static bool operator ==(Word a, Word b) => a.Equals(b);
    public static bool operator !=(Word a, Word b) => !a.Equals(b);

    /// <summary>Ones in bits hi … lo.</summary>
    public static Word Mask(int hi, int lo) => (hi - lo + 1 >= Bits ? Ones : ~(Ones << (hi - lo + 1))) << lo;

    public bool this[int bit] => ((this >> bit).Low & 1) != 0;
    public bool IsZero => High == 0 && Low == 0;

    public int Count
    {
        get
        {
            var count = 0;
            for (var i = 0; i < Bits; i++) if (this[i]) count++;
            return count;
        }
    }

    /// <summary>The highest and the lowest set bit; −1 where there is none.</summary>
    public int Top
    {
        get
        {
            for (var i = Bits - 1; i >= 0; i--) if (this[i]) return i;
            return -1;
        }
    }

    public int Bottom
    {
        get
        {
            for (var i = 0; i < Bits; i++) if (this[i]) return i;
            return -1;
        }
    }

    /// <summary>Maximal runs of set bits, highest first.</summary>
    public IReadOnlyList<Piece> Runs
    {
        get
        {
            var runs = new List<Piece>();
            for (var hi = Bits - 1; hi >= 0; hi--)
            {
                if (!this[hi]) continue;
                var lo = hi;
                while (lo > 0 && this[lo - 1]) lo--;
                runs.Add(new(hi, lo));
                hi = lo;
            }
            return runs;
        }
    }

    public int CompareTo(Word other) => High != other.High ? High.CompareTo(other.High) : Low.CompareTo(other.Low);
    public bool Equals(Word other) => High == other.High && Low == other.Low;
    public override bool Equals(object? obj) => obj is Word other && Equals(other);
    public override int GetHashCode() => unchecked((int)(High * 31 + Low ^ (Low >> 32)));

    /// <summary>0x and hexadecimal digits, none of them leading zeros.</summary>
    public override string ToString() => High == 0 ? "0x" + Low.ToString("X", CultureInfo.InvariantCulture) : "0x" + High.ToString("X", CultureInfo.InvariantCulture) + Low.ToString("X16", CultureInfo.InvariantCulture);
}
