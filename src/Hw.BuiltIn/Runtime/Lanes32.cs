using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Hw.BuiltIn.Runtime;

/// <summary>
/// What generated code calls on lanes of 32 bits where .NET's vectors have no operator: numbers from and to memory of 8 and 16 bits,
/// shifts by each lane's own distance, tables. The same names for 16, 8 and 4 lanes. Inlined, so most are one instruction.
/// </summary>
unsafe static class Lanes32
{
    const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining;

    // 16 lanes ---------------------------------------------------------------------------------------------------------

    [MethodImpl(Inline)] public static Vector512<int> Signed8(byte* p, Vector512<int> _) => Avx512F.ConvertToVector512Int32(Vector128.Load((sbyte*)p));
    [MethodImpl(Inline)] public static Vector512<int> Unsigned8(byte* p, Vector512<int> _) => Avx512F.ConvertToVector512Int32(Vector128.Load(p));
    [MethodImpl(Inline)] public static Vector512<int> Signed16(byte* p, Vector512<int> _) => Avx512F.ConvertToVector512Int32(Vector256.Load((short*)p));
    [MethodImpl(Inline)] public static Vector512<int> Unsigned16(byte* p, Vector512<int> _) => Avx512F.ConvertToVector512Int32(Vector256.Load((ushort*)p));
    [MethodImpl(Inline)] public static Vector512<int> Signed32(byte* p, Vector512<int> _) => Vector512.Load((int*)p);
    [MethodImpl(Inline)] public static void To8(byte* p, Vector512<int> v) => Avx512F.ConvertToVector128SByte(v).Store((sbyte*)p);
    [MethodImpl(Inline)] public static void To16(byte* p, Vector512<int> v) => Avx512F.ConvertToVector256Int16(v).Store((short*)p);
    [MethodImpl(Inline)] public static void To32(byte* p, Vector512<int> v) => v.Store((int*)p);
    [MethodImpl(Inline)] public static Vector512<int> ShiftLeft(Vector512<int> a, Vector512<int> n) => Avx512F.ShiftLeftLogicalVariable(a, n.AsUInt32());
    [MethodImpl(Inline)] public static Vector512<int> ShiftRight(Vector512<int> a, Vector512<int> n) => Avx512F.ShiftRightArithmeticVariable(a, n.AsUInt32());
    [MethodImpl(Inline)] public static int Differ(Vector512<int> a, Vector512<int> b) => Vector512.EqualsAll(a, b) ? 0 : 1;
    [MethodImpl(Inline)] public static Vector512<int> Lookup(byte* table, Vector512<int> index) => Vector512.Create(Lookup(table, index.GetLower()), Lookup(table, index.GetUpper()));

    // 8 lanes ----------------------------------------------------------------------------------------------------------

    [MethodImpl(Inline)] public static Vector256<int> Signed8(byte* p, Vector256<int> _) => Avx2.ConvertToVector256Int32((sbyte*)p);
    [MethodImpl(Inline)] public static Vector256<int> Unsigned8(byte* p, Vector256<int> _) => Avx2.ConvertToVector256Int32(p);
    [MethodImpl(Inline)] public static Vector256<int> Signed16(byte* p, Vector256<int> _) => Avx2.ConvertToVector256Int32((short*)p);
    [MethodImpl(Inline)] public static Vector256<int> Unsigned16(byte* p, Vector256<int> _) => Avx2.ConvertToVector256Int32((ushort*)p);
    [MethodImpl(Inline)] public static Vector256<int> Signed32(byte* p, Vector256<int> _) => Vector256.Load((int*)p);
    [MethodImpl(Inline)] public static void To8(byte* p, Vector256<int> v) => *(long*)p = Bytes(v).AsInt64().ToScalar();
    [MethodImpl(Inline)] static Vector128<sbyte> Bytes(Vector256<int> v) => Vector128.Narrow(Words(v), Words(v));
    [MethodImpl(Inline)] static Vector128<short> Words(Vector256<int> v) => Vector128.Narrow(v.GetLower(), v.GetUpper());
    [MethodImpl(Inline)] public static void To16(byte* p, Vector256<int> v) => Words(v).Store((short*)p);
    [MethodImpl(Inline)] public static void To32(byte* p, Vector256<int> v) => v.Store((int*)p);
    [MethodImpl(Inline)] public static Vector256<int> ShiftLeft(Vector256<int> a, Vector256<int> n) => Avx2.ShiftLeftLogicalVariable(a, n.AsUInt32());
    [MethodImpl(Inline)] public static Vector256<int> ShiftRight(Vector256<int> a, Vector256<int> n) => Avx2.ShiftRightArithmeticVariable(a, n.AsUInt32());
    [MethodImpl(Inline)] public static int Differ(Vector256<int> a, Vector256<int> b) => Vector256.EqualsAll(a, b) ? 0 : 1;
    [MethodImpl(Inline)] public static Vector256<int> Lookup(byte* table, Vector256<int> index) => Avx2.GatherVector256((int*)table, index, 4);

    // 4 lanes, on any machine ------------------------------------------------------------------------------------------

    [MethodImpl(Inline)] public static Vector128<int> Signed8(byte* p, Vector128<int> _) => Sse41.IsSupported ? Sse41.ConvertToVector128Int32((sbyte*)p) : Vector128.Create((sbyte)p[0], (sbyte)p[1], (sbyte)p[2], (sbyte)p[3]);
    [MethodImpl(Inline)] public static Vector128<int> Unsigned8(byte* p, Vector128<int> _) => Sse41.IsSupported ? Sse41.ConvertToVector128Int32(p) : Vector128.Create((int)p[0], p[1], p[2], p[3]);
    [MethodImpl(Inline)] public static Vector128<int> Signed16(byte* p, Vector128<int> _) => Vector128.WidenLower(Vector128.CreateScalarUnsafe(*(long*)p).AsInt16());
    [MethodImpl(Inline)] public static Vector128<int> Unsigned16(byte* p, Vector128<int> _) => Vector128.WidenLower(Vector128.CreateScalarUnsafe(*(long*)p).AsUInt16()).AsInt32();
    [MethodImpl(Inline)] public static Vector128<int> Signed32(byte* p, Vector128<int> _) => Vector128.Load((int*)p);
    [MethodImpl(Inline)] public static void To8(byte* p, Vector128<int> v) { var w = Vector128.Narrow(v, v); *(int*)p = Vector128.Narrow(w, w).AsInt32().ToScalar(); }
    [MethodImpl(Inline)] public static void To16(byte* p, Vector128<int> v) => *(long*)p = Vector128.Narrow(v, v).AsInt64().ToScalar();
    [MethodImpl(Inline)] public static void To32(byte* p, Vector128<int> v) => v.Store((int*)p);
    public static Vector128<int> ShiftLeft(Vector128<int> a, Vector128<int> n) => Avx2.IsSupported ? Avx2.ShiftLeftLogicalVariable(a, n.AsUInt32())
        : Vector128.Create(Numbers.ShiftLeft(a[0], n[0]), Numbers.ShiftLeft(a[1], n[1]), Numbers.ShiftLeft(a[2], n[2]), Numbers.ShiftLeft(a[3], n[3]));
    public static Vector128<int> ShiftRight(Vector128<int> a, Vector128<int> n) => Avx2.IsSupported ? Avx2.ShiftRightArithmeticVariable(a, n.AsUInt32())
        : Vector128.Create(a[0] >> Math.Min(n[0], 31), a[1] >> Math.Min(n[1], 31), a[2] >> Math.Min(n[2], 31), a[3] >> Math.Min(n[3], 31));
    [MethodImpl(Inline)] public static int Differ(Vector128<int> a, Vector128<int> b) => Vector128.EqualsAll(a, b) ? 0 : 1;
    public static Vector128<int> Lookup(byte* table, Vector128<int> i) { var t = (int*)table; return Vector128.Create(t[i[0]], t[i[1]], t[i[2]], t[i[3]]); }
}
