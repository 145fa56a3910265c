using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Hw.BuiltIn.Runtime;

/// <summary>The same as <see cref="Lanes32"/> on lanes of 64 bits: 8, 4 or 2 of them.</summary>
unsafe static class Lanes64
{
    const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining;

    // 8 lanes ----------------------------------------------------------------------------------------------------------

    [MethodImpl(Inline)] public static Vector512<long> Signed8(byte* p, Vector512<long> _) => Avx512F.ConvertToVector512Int64(Vector128.CreateScalarUnsafe(*(long*)p).AsSByte());
    [MethodImpl(Inline)] public static Vector512<long> Unsigned8(byte* p, Vector512<long> _) => Avx512F.ConvertToVector512Int64(Vector128.CreateScalarUnsafe(*(long*)p).AsByte());
    [MethodImpl(Inline)] public static Vector512<long> Signed16(byte* p, Vector512<long> _) => Avx512F.ConvertToVector512Int64(Vector128.Load((short*)p));
    [MethodImpl(Inline)] public static Vector512<long> Unsigned16(byte* p, Vector512<long> _) => Avx512F.ConvertToVector512Int64(Vector128.Load((ushort*)p));
    [MethodImpl(Inline)] public static Vector512<long> Signed32(byte* p, Vector512<long> _) => Avx512F.ConvertToVector512Int64(Vector256.Load((int*)p));
    [MethodImpl(Inline)] public static Vector512<long> Unsigned32(byte* p, Vector512<long> _) => Avx512F.ConvertToVector512Int64(Vector256.Load((uint*)p));
    [MethodImpl(Inline)] public static Vector512<long> Signed64(byte* p, Vector512<long> _) => Vector512.Load((long*)p);
    [MethodImpl(Inline)] public static void To8(byte* p, Vector512<long> v) => *(long*)p = Avx512F.ConvertToVector128SByte(v).AsInt64().ToScalar();
    [MethodImpl(Inline)] public static void To16(byte* p, Vector512<long> v) => Avx512F.ConvertToVector128Int16(v).Store((short*)p);
    [MethodImpl(Inline)] public static void To32(byte* p, Vector512<long> v) => Avx512F.ConvertToVector256Int32(v).Store((int*)p);
    [MethodImpl(Inline)] public static void To64(byte* p, Vector512<long> v) => v.Store((long*)p);
    [MethodImpl(Inline)] public static Vector512<long> ShiftLeft(Vector512<long> a, Vector512<long> n) => Avx512F.ShiftLeftLogicalVariable(a, n.AsUInt64());
    [MethodImpl(Inline)] public static Vector512<long> ShiftRight(Vector512<long> a, Vector512<long> n) => Avx512F.ShiftRightArithmeticVariable(a, n.AsUInt64());
    /// <summary>Of numbers of 32 bits.</summary>
    [MethodImpl(Inline)] public static Vector512<long> ProductOfInts(Vector512<long> a, Vector512<long> b) => Avx512F.Multiply(a.AsInt32(), b.AsInt32());
    [MethodImpl(Inline)] public static int Differ(Vector512<long> a, Vector512<long> b) => Vector512.EqualsAll(a, b) ? 0 : 1;
    [MethodImpl(Inline)] public static Vector512<long> Lookup(byte* table, Vector512<long> index) => Vector512.Create(Lookup(table, index.GetLower()), Lookup(table, index.GetUpper()));

    // 4 lanes ----------------------------------------------------------------------------------------------------------

    [MethodImpl(Inline)] public static Vector256<long> Signed8(byte* p, Vector256<long> _) => Avx2.ConvertToVector256Int64((sbyte*)p);
    [MethodImpl(Inline)] public static Vector256<long> Unsigned8(byte* p, Vector256<long> _) => Avx2.ConvertToVector256Int64(p);
    [MethodImpl(Inline)] public static Vector256<long> Signed16(byte* p, Vector256<long> _) => Avx2.ConvertToVector256Int64((short*)p);
    [MethodImpl(Inline)] public static Vector256<long> Unsigned16(byte* p, Vector256<long> _) => Avx2.ConvertToVector256Int64((ushort*)p);
    [MethodImpl(Inline)] public static Vector256<long> Signed32(byte* p, Vector256<long> _) => Avx2.ConvertToVector256Int64((int*)p);
    [MethodImpl(Inline)] public static Vector256<long> Unsigned32(byte* p, Vector256<long> _) => Avx2.ConvertToVector256Int64((uint*)p);
    [MethodImpl(Inline)] public static Vector256<long> Signed64(byte* p, Vector256<long> _) => Vector256.Load((long*)p);
    [MethodImpl(Inline)] static Vector128<int> Ints(Vector256<long> v) => Vector128.Narrow(v.GetLower(), v.GetUpper());
    [MethodImpl(Inline)] public static void To8(byte* p, Vector256<long> v) => Lanes32.To8(p, Ints(v));
    [MethodImpl(Inline)] public static void To16(byte* p, Vector256<long> v) => Lanes32.To16(p, Ints(v));
    [MethodImpl(Inline)] public static void To32(byte* p, Vector256<long> v) => Ints(v).Store((int*)p);
    [MethodImpl(Inline)] public static void To64(byte* p, Vector256<long> v) => v.Store((long*)p);
    [MethodImpl(Inline)] public static Vector256<long> ShiftLeft(Vector256<long> a, Vector256<long> n) => Avx2.ShiftLeftLogicalVariable(a, n.AsUInt64());
    [MethodImpl(Inline)]
    public static Vector256<long> ShiftRight(Vector256<long> a, Vector256<long> n)
    {
        if (Avx512F.VL.IsSupported) return Avx512F.VL.ShiftRightArithmeticVariable(a, n.AsUInt64());
        // a logical shift of what has been made positive
        var sign = Vector256.LessThan(a, Vector256<long>.Zero);
        return Avx2.ShiftRightLogicalVariable(a ^ sign, n.AsUInt64()) ^ sign;
    }
    [MethodImpl(Inline)] public static Vector256<long> ProductOfInts(Vector256<long> a, Vector256<long> b) => Avx2.Multiply(a.AsInt32(), b.AsInt32());
    [MethodImpl(Inline)] public static int Differ(Vector256<long> a, Vector256<long> b) => Vector256.EqualsAll(a, b) ? 0 : 1;
    [MethodImpl(Inline)] public static Vector256<long> Lookup(byte* table, Vector256<long> index) => Avx2.GatherVector256((long*)table, index, 8);

    // 2 lanes, on any machine ------------------------------------------------------------------------------------------

    [MethodImpl(Inline)] public static Vector128<long> Signed8(byte* p, Vector128<long> _) => Vector128.Create((long)(sbyte)p[0], (sbyte)p[1]);
    [MethodImpl(Inline)] public static Vector128<long> Unsigned8(byte* p, Vector128<long> _) => Vector128.Create((long)p[0], p[1]);
    [MethodImpl(Inline)] public static Vector128<long> Signed16(byte* p, Vector128<long> _) => Vector128.Create((long)((short*)p)[0], ((short*)p)[1]);
    [MethodImpl(Inline)] public static Vector128<long> Unsigned16(byte* p, Vector128<long> _) => Vector128.Create((long)((ushort*)p)[0], ((ushort*)p)[1]);
    [MethodImpl(Inline)] public static Vector128<long> Signed32(byte* p, Vector128<long> _) => Vector128.Create((long)((int*)p)[0], ((int*)p)[1]);
    [MethodImpl(Inline)] public static Vector128<long> Unsigned32(byte* p, Vector128<long> _) => Vector128.Create((long)((uint*)p)[0], ((uint*)p)[1]);
    [MethodImpl(Inline)] public static Vector128<long> Signed64(byte* p, Vector128<long> _) => Vector128.Load((long*)p);
    [MethodImpl(Inline)] public static void To8(byte* p, Vector128<long> v) => (p[0], p[1]) = ((byte)v[0], (byte)v[1]);
    [MethodImpl(Inline)] public static void To16(byte* p, Vector128<long> v) => (((short*)p)[0], ((short*)p)[1]) = ((short)v[0], (short)v[1]);
    [MethodImpl(Inline)] public static void To32(byte* p, Vector128<long> v) => (((int*)p)[0], ((int*)p)[1]) = ((int)v[0], (int)v[1]);
    [MethodImpl(Inline)] public static void To64(byte* p, Vector128<long> v) => v.Store((long*)p);
    public static Vector128<long> ShiftLeft(Vector128<long> a, Vector128<long> n) => Vector128.Create(Numbers.ShiftLeft(a[0], (int)n[0]), Numbers.ShiftLeft(a[1], (int)n[1]));
    public static Vector128<long> ShiftRight(Vector128<long> a, Vector128<long> n) => Vector128.Create(a[0] >> (int)Math.Min(n[0], 63), a[1] >> (int)Math.Min(n[1], 63));
    [MethodImpl(Inline)] public static Vector128<long> ProductOfInts(Vector128<long> a, Vector128<long> b) => a * b;
    [MethodImpl(Inline)] public static int Differ(Vector128<long> a, Vector128<long> b) => Vector128.EqualsAll(a, b) ? 0 : 1;
    public static Vector128<long> Lookup(byte* table, Vector128<long> i) { var t = (long*)table; return Vector128.Create(t[i[0]], t[i[1]]); }
}
