using System.Reflection;
using System.Runtime.Intrinsics;
using Hw.BuiltIn.Flat;
using Hw.BuiltIn.Runtime;

namespace Hw.BuiltIn.Code;

/// <summary>The vectors of one loop over lanes: how many at a time, in 32 or 64 bits each, and the methods that work on them.</summary>
sealed class LaneType
{
    static readonly Dictionary<(int, Form), LaneType> Known = [];

    readonly Type module, helpers;
    readonly Dictionary<(string, int), MethodInfo> methods = [];

    LaneType(int bits, Form form)
    {
        (Bits, Form) = (bits, form);
        Element = form == Form.I32 ? typeof(int) : typeof(long);
        Count = bits / (form == Form.I32 ? 32 : 64);
        (module, Vector) = bits switch
        {
            512 => (typeof(Vector512), typeof(Vector512<>).MakeGenericType(Element)),
            256 => (typeof(Vector256), typeof(Vector256<>).MakeGenericType(Element)),
            _ => (typeof(Vector128), typeof(Vector128<>).MakeGenericType(Element)),
        };
        helpers = form == Form.I32 ? typeof(Lanes32) : typeof(Lanes64);
    }

    public static LaneType Of(int bits, Form form)
    {
        lock (Known) return Known.TryGetValue((bits, form), out var type) ? type : Known[(bits, form)] = new(bits, form);
    }

    /// <summary>The widest registers that this machine has.</summary>
    public static int Widest => Vector512.IsHardwareAccelerated && System.Runtime.Intrinsics.X86.Avx512F.IsSupported ? 512 : System.Runtime.Intrinsics.X86.Avx2.IsSupported ? 256 : 128;

    public int Bits { get; }
    public Form Form { get; }
    public Type Element { get; }
    public Type Vector { get; }
    public int Count { get; }

    /// <summary>An operator: `op_Addition` and so on.</summary>
    public MethodInfo Operator(string name, bool byNumber = false) => Find(name, byNumber ? 1 : 0, () => Vector.GetMethod(name, byNumber ? [Vector, typeof(int)] : name == "op_OnesComplement" ? [Vector] : [Vector, Vector])!);

    public MethodInfo Zero => Find("Zero", 9, () => Vector.GetProperty("Zero")!.GetMethod);

    public MethodInfo Create => Find("Create", 2, () => module.GetMethod("Create", [Element])!);

    /// <summary>`Equals`, `LessThan`, `ConditionalSelect`: of all vectors of this size.</summary>
    public MethodInfo Function(string name) => Find(name, 3, () => module.GetMethods().First(m => m.Name == name && m.IsGenericMethodDefinition && m.GetParameters().All(p => p.ParameterType.Name == Vector.Name)).MakeGenericMethod(Element));

    /// <summary>From memory of so many bytes each; takes the address and a vector that it ignores.</summary>
    public MethodInfo Load(int bytes, bool signed) => Find($"{(signed || bytes * 8 >= (Form == Form.I32 ? 32 : 64) ? "Signed" : "Unsigned")}{8 * bytes}", 4, name => helpers.GetMethod(name, [typeof(byte*), Vector])!);

    /// <summary>The vector to load lanes of so many bytes as, where the machine can extend it; null where a helper must.</summary>
    public Func<bool, Type>? Stored(int bytes)
    {
        if (Bits < 256 || bytes * 8 > (Form == Form.I32 ? 32 : 64)) return null;
        if (bytes * 8 == (Form == Form.I32 ? 32 : 64)) return _ => Vector;
        var size = Math.Max(128, Count * bytes * 8);
        return signed => (size switch { 128 => typeof(Vector128<>), 256 => typeof(Vector256<>), _ => typeof(Vector512<>) })
            .MakeGenericType((bytes, signed) switch { (1, true) => typeof(sbyte), (1, false) => typeof(byte), (2, true) => typeof(short), (2, false) => typeof(ushort), (4, true) => typeof(int), _ => typeof(uint) });
    }

    public MethodInfo? Extend(int bytes, bool signed) => bytes * 8 == (Form == Form.I32 ? 32 : 64) ? null
        : Find($"extend{bytes}{signed}", 8, () => (Bits == 512 ? typeof(System.Runtime.Intrinsics.X86.Avx512F) : typeof(System.Runtime.Intrinsics.X86.Avx2)).GetMethod($"ConvertToVector{Bits}Int{(Form == Form.I32 ? 32 : 64)}", [Stored(bytes)!(signed)]));

    public MethodInfo Store(int bytes) => Find($"To{8 * bytes}", 5, name => helpers.GetMethod(name, [typeof(byte*), Vector])!);
    public MethodInfo Helper(string name) => Find(name, 6, () => helpers.GetMethod(name, [Vector, Vector])!);
    public MethodInfo Lookup => Find("Lookup", 7, () => helpers.GetMethod("Lookup", [typeof(byte*), Vector])!);

    MethodInfo Find(string name, int kind, Func<string, MethodInfo?> find) => Find(name, kind, () => find(name));

    MethodInfo Find(string name, int kind, Func<MethodInfo?> find)
    {
        lock (methods) return methods.TryGetValue((name, kind), out var method) ? method : methods[(name, kind)] = find() ?? throw new MissingMethodException(Vector.Name, name);
    }
}
