using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Hw.Bits;

/// <summary>
/// The SIMD reading: one 512-bit vector of E, <c>int</c> (16 lanes, texts whose values fit 32 bits) or <c>long</c> (8 lanes).
/// Where the processor has no AVX-512 the runtime splits each operation into 256-bit or 128-bit halves, with equal results.
/// Like <see cref="Int"/> it trusts the ranges that the hardware reading proves.
/// </summary>
#pragma warning disable CS0660, CS0661 // == yields a lane mask of 0 and 1
public readonly struct Lanes<E>(Vector512<E> value) : IBits<Lanes<E>> where E : unmanaged, IBinaryInteger<E>, IMinMaxValue<E>
#pragma warning restore
{
    const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining;
    public readonly Vector512<E> Value = value;

    /// <summary>Lanes in one value: 64 bytes / sizeof(E).</summary>
    public static int Count => Vector512<E>.Count;
    static int Bits => Unsafe.SizeOf<E>() * 8;

    [MethodImpl(Inline)] public static Lanes<E> Load(ReadOnlySpan<E> lanes) => new(Vector512.Create(lanes));
    [MethodImpl(Inline)] public void Store(Span<E> lanes) => Value.CopyTo(lanes);
    public E this[int lane] => Value[lane];

    [MethodImpl(Inline)] public static Lanes<E> Constant(long value) => new(Vector512.Create(E.CreateTruncating(value)));
    [MethodImpl(Inline)] public static implicit operator Lanes<E>(long value) => Constant(value);
    [MethodImpl(Inline)] public static Lanes<E> operator +(Lanes<E> a, Lanes<E> b) => new(a.Value + b.Value);
    [MethodImpl(Inline)] public static Lanes<E> operator -(Lanes<E> a, Lanes<E> b) => new(a.Value - b.Value);
    [MethodImpl(Inline)] public static Lanes<E> operator *(Lanes<E> a, Lanes<E> b) => new(a.Value * b.Value);
    [MethodImpl(Inline)] public static Lanes<E> operator &(Lanes<E> a, Lanes<E> b) => new(a.Value & b.Value);
    [MethodImpl(Inline)] public static Lanes<E> operator |(Lanes<E> a, Lanes<E> b) => new(a.Value | b.Value);
    [MethodImpl(Inline)] public static Lanes<E> operator ^(Lanes<E> a, Lanes<E> b) => new(a.Value ^ b.Value);
    [MethodImpl(Inline)] public static Lanes<E> operator !(Lanes<E> c) => new(c.Value ^ Vector512<E>.One);
    [MethodImpl(Inline)] public static Lanes<E> operator <<(Lanes<E> a, int n) => new(a.Value << n);
    [MethodImpl(Inline)] public static Lanes<E> operator >>(Lanes<E> a, int n) => new(a.Value >> Math.Min(n, Bits - 1));
    [MethodImpl(Inline)] public static Lanes<E> operator ==(Lanes<E> a, Lanes<E> b) => Condition(Vector512.Equals(a.Value, b.Value));
    [MethodImpl(Inline)] public static Lanes<E> operator !=(Lanes<E> a, Lanes<E> b) => Condition(~Vector512.Equals(a.Value, b.Value));
    [MethodImpl(Inline)] public static Lanes<E> operator <(Lanes<E> a, Lanes<E> b) => Condition(Vector512.LessThan(a.Value, b.Value));
    [MethodImpl(Inline)] public static Lanes<E> operator <=(Lanes<E> a, Lanes<E> b) => Condition(Vector512.LessThanOrEqual(a.Value, b.Value));
    [MethodImpl(Inline)] public static Lanes<E> operator >(Lanes<E> a, Lanes<E> b) => b < a;
    [MethodImpl(Inline)] public static Lanes<E> operator >=(Lanes<E> a, Lanes<E> b) => b <= a;
    [MethodImpl(Inline)] static Lanes<E> Condition(Vector512<E> mask) => new(mask & Vector512<E>.One);

    [MethodImpl(Inline)]
    public static Lanes<E> Mux(Lanes<E> c, Lanes<E> t, Lanes<E> f) =>
        new(Vector512.ConditionalSelect(Vector512.Equals(c.Value, Vector512<E>.Zero), f.Value, t.Value));

    [MethodImpl(Inline)]
    public static Lanes<E> Slice(Lanes<E> a, int hi, int lo) =>
        new(hi - lo + 1 >= Bits ? a.Value >> Math.Min(lo, Bits - 1) : (a.Value >> Math.Min(lo, Bits - 1)) & Vector512.Create((E.One << (hi - lo + 1)) - E.One));

    [MethodImpl(Inline)]
    public static Lanes<E> Wrap(Lanes<E> a, Interval target)
    {
        var spare = Bits - target.Width;
        return spare < 0 ? throw new BitsException($"{target} does not fit a {Bits}-bit lane")
            : new(target.IsSigned ? a.Value << spare >> spare : a.Value << spare >>> spare);
    }

    [MethodImpl(Inline)] public static Lanes<E> Min(Lanes<E> a, Lanes<E> b) => new(Vector512.Min(a.Value, b.Value));
    [MethodImpl(Inline)] public static Lanes<E> Max(Lanes<E> a, Lanes<E> b) => new(Vector512.Max(a.Value, b.Value));

    [MethodImpl(Inline)]
    public static Lanes<E> Outside(Lanes<E> a, Interval target) =>
        Condition(Vector512.LessThan(a.Value, Vector512.Create(E.CreateSaturating(target.Low))) | Vector512.GreaterThan(a.Value, Vector512.Create(E.CreateSaturating(target.High))));

    [MethodImpl(Inline)]
    public static Lanes<E> Saturate(Lanes<E> a, Interval target) =>
        new(Vector512.Min(Vector512.Max(a.Value, Vector512.Create(E.CreateSaturating(target.Low))), Vector512.Create(E.CreateSaturating(target.High))));

    /// <summary>A sum that leaves the lane shows as a sign both operands lack; it becomes the lane's end before the clamp.</summary>
    [MethodImpl(Inline)]
    public static Lanes<E> AddSaturate(Lanes<E> a, Lanes<E> b, Interval target)
    {
        var sum = a.Value + b.Value;
        var left = (a.Value ^ sum) & (b.Value ^ sum);
        var end = (sum >> (Bits - 1)) ^ Vector512.Create(E.MinValue);
        var exact = Vector512.ConditionalSelect(Vector512.LessThan(left, Vector512<E>.Zero), end, sum);
        return Saturate(new(exact), target);
    }

    /// <summary><see cref="IBits{T}.Dot"/> where every lane takes the same left operand: Σ scalars[k] · vectors[k]. A broadcast costs nothing inside the product.</summary>
    /// <remarks>Not inlined: in a caller that calls others, the compiler keeps the sum on the stack, at a third of the speed.</remarks>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static Lanes<E> Dot(ReadOnlySpan<E> scalars, ReadOnlySpan<Lanes<E>> vectors)
    {
        var sum = Vector512<E>.Zero;
        vectors = vectors[..scalars.Length];
        for (var k = 0; k < scalars.Length; k++) sum += Vector512.Create(scalars[k]) * vectors[k].Value;
        return new(sum);
    }

    [MethodImpl(Inline)]
    public static Lanes<E> ShiftLeft(Lanes<E> a, Lanes<E> n, int max)
    {
        if (Avx512F.IsSupported)
            return new(Bits == 32 ? Avx512F.ShiftLeftLogicalVariable(a.Value.AsInt32(), n.Value.AsUInt32()).As<int, E>()
                                  : Avx512F.ShiftLeftLogicalVariable(a.Value.AsInt64(), n.Value.AsUInt64()).As<long, E>());
        return Avx2.IsSupported ? new(Halves(a.Value, n.Value, left: true)) : PerLane(a, n, static (x, s) => x << s);
    }

    [MethodImpl(Inline)]
    public static Lanes<E> ShiftRight(Lanes<E> a, Lanes<E> n, int max)
    {
        if (Avx512F.IsSupported)
            return new(Bits == 32 ? Avx512F.ShiftRightArithmeticVariable(a.Value.AsInt32(), n.Value.AsUInt32()).As<int, E>()
                                  : Avx512F.ShiftRightArithmeticVariable(a.Value.AsInt64(), n.Value.AsUInt64()).As<long, E>());
        if (!Avx2.IsSupported) return PerLane(a, n, static (x, s) => x >> Math.Min(s, Unsafe.SizeOf<E>() * 8 - 1));
        // AVX2 shifts 64 bits to the right as unsigned numbers only: there a negative number is shifted inverted
        var sign = a.Value >> (Bits - 1);
        return new(Halves(a.Value ^ sign, n.Value, left: false) ^ sign);
    }

    static Vector512<E> Halves(Vector512<E> a, Vector512<E> n, bool left) =>
        Vector512.Create(Half(a.GetLower(), n.GetLower(), left), Half(a.GetUpper(), n.GetUpper(), left));

    [MethodImpl(Inline)]
    static Vector256<E> Half(Vector256<E> a, Vector256<E> n, bool left) => Bits == 32
        ? (left ? Avx2.ShiftLeftLogicalVariable(a.AsInt32(), n.AsUInt32()) : Avx2.ShiftRightLogicalVariable(a.AsInt32(), n.AsUInt32())).As<int, E>()
        : (left ? Avx2.ShiftLeftLogicalVariable(a.AsInt64(), n.AsUInt64()) : Avx2.ShiftRightLogicalVariable(a.AsInt64(), n.AsUInt64())).As<long, E>();

    static Lanes<E> PerLane(Lanes<E> a, Lanes<E> n, Func<E, int, E> shift)
    {
        var result = new E[Count];
        for (var i = 0; i < result.Length; i++) result[i] = shift(a[i], int.CreateTruncating(n[i]));
        return Load(result);
    }

    [MethodImpl(Inline)] public static Lanes<E> Join(Lanes<E> high, Lanes<E> low, int lowWidth) => new(high.Value << lowWidth | low.Value);

    [MethodImpl(Inline)]
    public static Lanes<E> Lookup(Rom table, Lanes<E> index)
    {
        var entries = table.Entries.AsSpan();
        var i = index.Value;
        if (Bits == 64)
        {
            var lanes = i.AsInt64();   // one by one through registers: a vector read back from eight stores waits for all of them
            return new(Vector512.Create(entries[(int)lanes[0]], entries[(int)lanes[1]], entries[(int)lanes[2]], entries[(int)lanes[3]],
                entries[(int)lanes[4]], entries[(int)lanes[5]], entries[(int)lanes[6]], entries[(int)lanes[7]]).As<long, E>());
        }
        var result = i;
        for (var k = 0; k < Count; k++) result = result.WithElement(k, E.CreateTruncating(entries[int.CreateTruncating(i[k])]));
        return new(result);
    }

    [MethodImpl(Inline)]
    public static Lanes<E> LeadingZeros(Lanes<E> a, int width)
    {
        if (!Avx512CD.IsSupported) return Avx2.IsSupported ? ByExponent(a, width) : Derived.CountByHalves(a, width);
        return (Bits == 32 ? new Lanes<E>(Avx512CD.LeadingZeroCount(a.Value.AsInt32()).As<int, E>())
                           : new(Avx512CD.LeadingZeroCount(a.Value.AsInt64()).As<long, E>())) - (Bits - width);
    }

    /// <summary>The exponent of a float tells where its highest one is. Half a number at a time becomes one exactly.</summary>
    static Lanes<E> ByExponent(Lanes<E> a, int width)
    {
        if (Bits == 32)
        {
            var x = a.Value.AsInt32();
            var high = x >>> 16;
            var none = Vector512.Equals(high, Vector512<int>.Zero);
            var top = Vector512.ConditionalSelect(none, x & Vector512.Create(0xFFFF), high);
            var float32 = Vector512.ConvertToSingle(top).AsInt32() >>> 23;             // 127 + place of the highest one; 0 for 0
            var place = Vector512.ConditionalSelect(Vector512.Equals(top, Vector512<int>.Zero), Vector512.Create(-1), float32 - Vector512.Create(127));
            var zeros = Vector512.Create(width - 1) - place - (Vector512.AndNot(Vector512.Create(16), none));
            return new(zeros.As<int, E>());
        }
        else
        {
            // AVX2 converts no 64-bit integers: 2^52 | half, less 2^52
            var x = a.Value.AsInt64();
            var (magic, high) = (Vector512.Create(0x4330_0000_0000_0000), x >>> 32);
            var none = Vector512.Equals(high, Vector512<long>.Zero);
            var top = Vector512.ConditionalSelect(none, x & Vector512.Create(0xFFFF_FFFFL), high);
            var float64 = ((top | magic).AsDouble() - magic.AsDouble()).AsInt64() >>> 52;
            var place = Vector512.ConditionalSelect(Vector512.Equals(top, Vector512<long>.Zero), Vector512.Create(-1L), float64 - Vector512.Create(1023L));
            var zeros = Vector512.Create(width - 1L) - place - Vector512.AndNot(Vector512.Create(32L), none);
            return new(zeros.As<long, E>());
        }
    }

    [MethodImpl(Inline)]
    public static (Lanes<E> Value, Lanes<E> Places) Normalize(Lanes<E> a, int width, Lanes<E> limit, Lanes<E> fill)
    {
        long most = (1L << (64 - BitOperations.LeadingZeroCount((ulong)width - 1))) - 1;
        var zeros = Mux(a == 0, Mux(fill, Math.Min(width, most), most), LeadingZeros(a, width));
        var places = Min(zeros, limit);
        return (ShiftLeft(a, places, (int)most) | (ShiftLeft(fill, places, (int)most) - fill), places);
    }

    [MethodImpl(Inline)]
    public static Lanes<E> ShiftRightSticky(Lanes<E> a, Lanes<E> n, int max)
    {
        if (max >= Bits) n = Min(n, Bits - 1);
        var kept = ShiftRight(a, n, max);
        return kept | (ShiftLeft(kept, n, max) != a);
    }

    [MethodImpl(Inline)] public static bool IsPossible(Lanes<E> condition) => condition.Value != Vector512<E>.Zero;
    public static Lanes<E> Wide(Lanes<E> a) => throw new BitsException($"a {Bits}-bit lane cannot read a text that says Wide; read it with {nameof(Big)}");

    [MethodImpl(Inline)]
    public static Lanes<E> Fits(Lanes<E> a, Interval target, string because)
    {
        var outside = Vector512.LessThan(a.Value, Vector512.Create(E.CreateSaturating(target.Low))) | Vector512.GreaterThan(a.Value, Vector512.Create(E.CreateSaturating(target.High)));
        return outside == Vector512<E>.Zero ? a : throw Broken(a, target, because);
    }

    static BitsException Broken(Lanes<E> a, Interval target, string because)
    {
        var i = Enumerable.Range(0, Count).First(i => long.CreateTruncating(a[i]) < target.Low || long.CreateTruncating(a[i]) > target.High);
        return new($"{a[i]} in lane {i} was promised to fit {target.Describe()}: {because}");
    }
}
