global using Lanes8 = Hw.Bits.Lanes<long>;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Hw.Isa.Txu;

/// <summary>Eight lanes of patterns on their way between memories and the SIMD reading of a text, whose lanes have 64 bits. Loads fill up with zeros, stores cut off.</summary>
static class Patterns
{
    const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining;
    /// <summary>Lanes in a <see cref="Lanes8"/>.</summary>
    public const int Count = 8;

    /// <summary>0 … 7.</summary>
    public static readonly Lanes8 Numbers = new(Vector512<long>.Indices);

    [MethodImpl(Inline)] public static Lanes8 Load32(ReadOnlySpan<int> from) => new(Vector512.WidenLower(Vector256.Create(from).AsUInt32().ToVector512Unsafe()).AsInt64());
    [MethodImpl(Inline)] public static Lanes8 LoadSigned32(ReadOnlySpan<int> from) => new(Vector512.WidenLower(Vector256.Create(from).ToVector512Unsafe()));

    [MethodImpl(Inline)] public static Lanes8 Load16(ReadOnlySpan<sbyte> from) =>
        new(Vector512.WidenLower(Vector256.WidenLower(Vector128.Create(MemoryMarshal.Cast<sbyte, ushort>(from)).ToVector256Unsafe()).ToVector512Unsafe()).AsInt64());

    [MethodImpl(Inline)] public static Lanes8 Load8(ReadOnlySpan<sbyte> from) =>
        new(Vector512.WidenLower(Vector256.WidenLower(Vector128.WidenLower(Eight(from).AsByte()).ToVector256Unsafe()).ToVector512Unsafe()).AsInt64());

    [MethodImpl(Inline)] public static Lanes8 LoadSigned8(ReadOnlySpan<sbyte> from) =>
        new(Vector512.WidenLower(Vector256.WidenLower(Vector128.WidenLower(Eight(from)).ToVector256Unsafe()).ToVector512Unsafe()));

    [MethodImpl(Inline)] static Vector128<sbyte> Eight(ReadOnlySpan<sbyte> from) => Vector128.CreateScalarUnsafe(MemoryMarshal.Read<long>(MemoryMarshal.AsBytes(from))).AsSByte();

    [MethodImpl(Inline)] public static void Store32(Lanes8 lanes, Span<int> to) => Narrow(lanes).CopyTo(to);
    [MethodImpl(Inline)] public static void Store16(Lanes8 lanes, Span<sbyte> to) => Narrow16(lanes).CopyTo(MemoryMarshal.Cast<sbyte, short>(to));
    [MethodImpl(Inline)] public static void Store8(Lanes8 lanes, Span<sbyte> to) => Vector128.Narrow(Narrow16(lanes), default).GetLower().CopyTo(to);

    [MethodImpl(Inline)] static Vector256<int> Narrow(Lanes8 lanes) => Vector256.Narrow(lanes.Value.GetLower(), lanes.Value.GetUpper());
    [MethodImpl(Inline)] static Vector128<short> Narrow16(Lanes8 lanes) => Vector128.Narrow(Narrow(lanes).GetLower(), Narrow(lanes).GetUpper());
}
