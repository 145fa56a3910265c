using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Hw.BuiltIn.Runtime;

/// <summary>
/// Words of many bits, as generated code calls them: little-endian 64-bit words, sign- or zero-extended to the last one. What is common
/// is generated in place; here is the rest, general rather than fast.
/// </summary>
unsafe static class Words
{
    /// <summary>Copies and says whether anything changed.</summary>
    public static bool Move(byte* to, byte* from, int words)
    {
        var changed = 0ul;
        var i = 0;
        if (Vector512.IsHardwareAccelerated && words >= 8)
        {
            var difference = Vector512<ulong>.Zero;
            for (; i + 8 <= words; i += 8)
            {
                var (now, next) = (Vector512.Load((ulong*)to + i), Vector512.Load((ulong*)from + i));
                difference |= now ^ next;
                next.Store((ulong*)to + i);
            }
            changed |= difference == Vector512<ulong>.Zero ? 0ul : 1;
        }
        if (i + 4 <= words)
        {
            var difference = Vector256<ulong>.Zero;
            for (; i + 4 <= words; i += 4)
            {
                var (now, next) = (Vector256.Load((ulong*)to + i), Vector256.Load((ulong*)from + i));
                difference |= now ^ next;
                next.Store((ulong*)to + i);
            }
            changed |= difference == Vector256<ulong>.Zero ? 0ul : 1;
        }
        for (; i < words; i++)
        {
            changed |= ((ulong*)to)[i] ^ ((ulong*)from)[i];
            ((ulong*)to)[i] = ((ulong*)from)[i];
        }
        return changed != 0;
    }

    /// <summary>Copies 4, 8 or 1 words in place and says with 0 or 1 whether anything changed.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Move4(byte* to, byte* from)
    {
        var (now, next) = (Vector256.Load((ulong*)to), Vector256.Load((ulong*)from));
        next.Store((ulong*)to);
        return Vector256.EqualsAll(now, next) ? 0 : 1;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Move8(byte* to, byte* from)
    {
        if (!Vector512.IsHardwareAccelerated) return Move4(to, from) | Move4(to + 32, from + 32);
        var (now, next) = (Vector512.Load((ulong*)to), Vector512.Load((ulong*)from));
        next.Store((ulong*)to);
        return Vector512.EqualsAll(now, next) ? 0 : 1;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Move1(byte* to, byte* from)
    {
        var (now, next) = (*(ulong*)to, *(ulong*)from);
        *(ulong*)to = next;
        return now == next ? 0 : 1;
    }

    /// <summary>The same number in more words, or its low words.</summary>
    public static void Extend(byte* to, int words, byte* from, int fromWords, int signed)
    {
        var fill = signed != 0 ? ((long*)from)[fromWords - 1] >> 63 : 0;
        for (var i = 0; i < words; i++) ((long*)to)[i] = i < fromWords ? ((long*)from)[i] : fill;
    }

    public static void Spread(byte* to, int words, long value)
    {
        ((long*)to)[0] = value;
        for (var i = 1; i < words; i++) ((long*)to)[i] = value >> 63;
    }

    /// <summary>64 bits from bit <paramref name="at"/> on.</summary>
    static ulong Bits(ulong* from, int words, long at, ulong fill)
    {
        var (word, shift) = (at >> 6, (int)(at & 63));
        var low = word < words ? from[word] : fill;
        if (shift == 0) return low;
        var high = word + 1 < words ? from[word + 1] : fill;
        return low >> shift | high << (64 - shift);
    }

    static ulong Fill(byte* from, int words, int signed) => signed != 0 ? (ulong)(((long*)from)[words - 1] >> 63) : 0;

    /// <summary><paramref name="width"/> bits from bit <paramref name="at"/> on, without a sign.</summary>
    public static void Slice(byte* to, int width, byte* from, int fromWords, int signed, long at)
    {
        var fill = Fill(from, fromWords, signed);
        var words = (width + 63) / 64;
        for (var i = 0; i < words; i++) ((ulong*)to)[i] = Bits((ulong*)from, fromWords, at + 64L * i, fill);
        if (width % 64 != 0) ((ulong*)to)[words - 1] &= ulong.MaxValue >> (64 - width % 64);
    }

    public static long Slice64(byte* from, int fromWords, int signed, long at, int width) =>
        (long)(Bits((ulong*)from, fromWords, at, Fill(from, fromWords, signed)) & ulong.MaxValue >> (64 - width));

    /// <summary>Cuts to a width and extends by sign or zero.</summary>
    public static void Wrap(byte* to, int words, byte* from, int fromWords, int fromSigned, int width, int signed)
    {
        Extend(to, words, from, fromWords, fromSigned);
        var (top, shift) = ((width - 1) / 64, 63 - (width - 1) % 64);
        var word = ((long*)to)[top] << shift;
        ((long*)to)[top] = signed != 0 ? word >> shift : (long)((ulong)word >> shift);
        for (var i = top + 1; i < words; i++) ((long*)to)[i] = signed != 0 ? ((long*)to)[top] >> 63 : 0;
    }

    public static void Add(byte* to, byte* a, byte* b, int words)
    {
        UInt128 carry = 0;
        for (var i = 0; i < words; i++)
        {
            carry += (UInt128)((ulong*)a)[i] + ((ulong*)b)[i];
            ((ulong*)to)[i] = (ulong)carry;
            carry >>= 64;
        }
    }

    public static void Subtract(byte* to, byte* a, byte* b, int words)
    {
        var carry = UInt128.One;
        for (var i = 0; i < words; i++)
        {
            carry += (UInt128)((ulong*)a)[i] + ~((ulong*)b)[i];
            ((ulong*)to)[i] = (ulong)carry;
            carry >>= 64;
        }
    }

    /// <summary>The low words of the product.</summary>
    public static void Multiply(byte* to, byte* a, byte* b, int words)
    {
        var product = stackalloc ulong[words];
        for (var i = 0; i < words; i++)
        {
            UInt128 carry = 0;
            for (var j = 0; i + j < words; j++)
            {
                carry += (UInt128)((ulong*)a)[i] * ((ulong*)b)[j] + product[i + j];
                product[i + j] = (ulong)carry;
                carry >>= 64;
            }
        }
        for (var i = 0; i < words; i++) ((ulong*)to)[i] = product[i];
    }

    public static void ShiftLeft(byte* to, byte* a, int words, long by)
    {
        var (whole, bits) = ((int)Math.Min(by >> 6, words), (int)(by & 63));
        for (var i = words - 1; i >= 0; i--)
        {
            var high = i - whole >= 0 ? ((ulong*)a)[i - whole] : 0;
            var low = i - whole - 1 >= 0 ? ((ulong*)a)[i - whole - 1] : 0;
            ((ulong*)to)[i] = bits == 0 ? high : high << bits | low >> (64 - bits);
        }
    }

    public static void ShiftRight(byte* to, int words, byte* a, int aWords, int signed, long by)
    {
        var fill = Fill(a, aWords, signed);
        for (var i = 0; i < words; i++) ((ulong*)to)[i] = Bits((ulong*)a, aWords, by + 64L * i, fill);
    }

    public static int IsEqual(byte* a, byte* b, int words)
    {
        var difference = 0ul;
        for (var i = 0; i < words; i++) difference |= ((ulong*)a)[i] ^ ((ulong*)b)[i];
        return difference == 0 ? 1 : 0;
    }

    /// <summary>Of signed numbers.</summary>
    public static int IsLess(byte* a, byte* b, int words)
    {
        if (((long*)a)[words - 1] != ((long*)b)[words - 1]) return ((long*)a)[words - 1] < ((long*)b)[words - 1] ? 1 : 0;
        for (var i = words - 2; i >= 0; i--)
            if (((ulong*)a)[i] != ((ulong*)b)[i]) return ((ulong*)a)[i] < ((ulong*)b)[i] ? 1 : 0;
        return 0;
    }

    /// <summary>Puts a field into a word that is 0 there.</summary>
    public static void Insert(byte* to, int at, int width, byte* from)
    {
        for (var done = 0; done < width; done += 64)
        {
            var count = Math.Min(64, width - done);
            var bits = ((ulong*)from)[done / 64] & ulong.MaxValue >> (64 - count);
            var (word, shift) = ((at + done) / 64, (at + done) % 64);
            ((ulong*)to)[word] |= bits << shift;
            if (shift > 0 && shift + count > 64) ((ulong*)to)[word + 1] |= bits >> (64 - shift);
        }
    }

    /// <summary>Replaces the elements whose bit in the mask is 1.</summary>
    public static void Merge(byte* to, byte* data, byte* mask, int count, int element)
    {
        for (var i = 0; i < count; i++)
        {
            if ((((ulong*)mask)[i / 64] >> (i % 64) & 1) == 0) continue;
            for (var bit = i * element; bit < (i + 1) * element;)
            {
                var (word, shift) = (bit / 64, bit % 64);
                var n = Math.Min(64 - shift, (i + 1) * element - bit);
                var field = ulong.MaxValue >> (64 - n) << shift;
                ((ulong*)to)[word] = ((ulong*)to)[word] & ~field | ((ulong*)data)[word] & field;
                bit += n;
            }
        }
    }

    public static long Merge64(long old, long data, long mask, int count, int element)
    {
        for (var i = 0; i < count; i++)
        {
            var field = (long)(ulong.MaxValue >> (64 - element) << (i * element));
            if ((mask >> i & 1) != 0) old = old & ~field | data & field;
        }
        return old;
    }

    /// <summary>A number of any size from its words, and back.</summary>
    public static BigInteger Number(byte* from, int words, bool signed) => new(new ReadOnlySpan<byte>(from, words * 8), isUnsigned: !signed);

    public static void Put(byte* to, int words, BigInteger value)
    {
        var span = new Span<byte>(to, words * 8);
        span.Fill(value.Sign < 0 ? (byte)255 : (byte)0);
        value.TryWriteBytes(span, out _, isUnsigned: value.Sign >= 0);
    }
}
