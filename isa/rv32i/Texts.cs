namespace Hw.Isa.Rv32i;

/// <summary>What an instruction makes of two registers, or of a register and an immediate: 32-bit patterns in and out.</summary>
public interface IText { static abstract T Of<T>(T a, T b) where T : struct, IBits<T>; }

/// <summary>Modulo 2^32, as every sum here.</summary>
public readonly struct Sum : IText { public static T Of<T>(T a, T b) where T : struct, IBits<T> => (a + b).Wrap(UInt(32)); }
public readonly struct Difference : IText { public static T Of<T>(T a, T b) where T : struct, IBits<T> => (a - b).Wrap(UInt(32)); }
public readonly struct Both : IText { public static T Of<T>(T a, T b) where T : struct, IBits<T> => a & b; }
public readonly struct Either : IText { public static T Of<T>(T a, T b) where T : struct, IBits<T> => a | b; }
public readonly struct Differing : IText { public static T Of<T>(T a, T b) where T : struct, IBits<T> => a ^ b; }

/// <summary>A sum without its lowest bit; and one with b twelve places up.</summary>
public readonly struct Even : IText { public static T Of<T>(T a, T b) where T : struct, IBits<T> => Sum.Of(a, b) & T.Constant(0xFFFFFFFE); }
public readonly struct Upper : IText { public static T Of<T>(T a, T b) where T : struct, IBits<T> => Sum.Of(a, b << 12); }

/// <summary>Shifts look at the low five bits of b.</summary>
public readonly struct Left : IText { public static T Of<T>(T a, T b) where T : struct, IBits<T> => T.ShiftLeftWithin(a, b.Slice(4, 0), 31, 32); }
public readonly struct Right : IText { public static T Of<T>(T a, T b) where T : struct, IBits<T> => T.ShiftRight(a, b.Slice(4, 0), 31); }
public readonly struct RightSigned : IText { public static T Of<T>(T a, T b) where T : struct, IBits<T> => T.ShiftRight(a.Signed(), b.Slice(4, 0), 31).Wrap(UInt(32)); }

/// <summary>Conditions are 0 or 1.</summary>
public readonly struct Equal : IText { public static T Of<T>(T a, T b) where T : struct, IBits<T> => a == b; }
public readonly struct Unequal : IText { public static T Of<T>(T a, T b) where T : struct, IBits<T> => a != b; }
public readonly struct Less : IText { public static T Of<T>(T a, T b) where T : struct, IBits<T> => a.Signed() < b.Signed(); }
public readonly struct LessUnsigned : IText { public static T Of<T>(T a, T b) where T : struct, IBits<T> => a < b; }
public readonly struct AtLeast : IText { public static T Of<T>(T a, T b) where T : struct, IBits<T> => a.Signed() >= b.Signed(); }
public readonly struct AtLeastUnsigned : IText { public static T Of<T>(T a, T b) where T : struct, IBits<T> => a >= b; }

static class Texts
{
    /// <summary>A pattern read as two's complement.</summary>
    public static T Signed<T>(this T x) where T : struct, IBits<T> => x.Wrap(Int(32));

    /// <summary>Where a branch goes.</summary>
    public static T Next<F, T>(T a, T b, T pc, T offset) where F : IText where T : struct, IBits<T> => F.Of(a, b).Mux(Sum.Of(pc, offset), Sum.Of(pc, T.Constant(4)));

    /// <summary>The item of this type in the low bits of x, as a register holds it.</summary>
    public static T Extended<I, T>(T x) where I : unmanaged, IBinaryInteger<I>, IMinMaxValue<I> where T : struct, IBits<T> =>
        x.Wrap(I.IsNegative(I.MinValue) ? Int(8 * Unsafe.SizeOf<I>()) : UInt(8 * Unsafe.SizeOf<I>())).Wrap(UInt(32));

    public static Meaning Meaning(string name, string a, string b, Func<Signal, Signal, Signal> text) => new(name, [new(a, UInt(32)), new(b, UInt(32))], i => text(i[0], i[1]));
}
