using System.Reflection;
using System.Reflection.Emit;
using Hw.BuiltIn.Flat;

namespace Hw.BuiltIn.Code;

/// <summary>Writes one method over a frame: thin names for what the instruction set of .NET calls otherwise.</summary>
sealed class Il
{
    readonly ILGenerator il;

    public Il(DynamicMethod method) => il = method.GetILGenerator();

    public int Bytes => il.ILOffset;

    public void Op(OpCode op) => il.Emit(op);
    public LocalBuilder Local(Type type) => il.DeclareLocal(type);
    public LocalBuilder Local(Form form) => Local(form switch { Form.I32 => typeof(int), Form.I64 => typeof(long), _ => typeof(byte*) });
    public void Get(LocalBuilder local) => il.Emit(OpCodes.Ldloc, local);
    public void Set(LocalBuilder local) => il.Emit(OpCodes.Stloc, local);
    public Label Label() => il.DefineLabel();
    public void Mark(Label label) => il.MarkLabel(label);
    public void Branch(OpCode op, Label label) => il.Emit(op, label);
    public void Return() => il.Emit(OpCodes.Ret);

    public void Int(int value) => il.Emit(OpCodes.Ldc_I4, value);
    public void Long(long value) => il.Emit(OpCodes.Ldc_I8, value);
    public void Number(Form form, long value)
    {
        if (form == Form.I32) Int((int)value);
        else Long(value);
    }

    public void Frame() => il.Emit(OpCodes.Ldarg_0);

    /// <summary>Where something of the frame lies.</summary>
    public void Address(int offset)
    {
        Frame();
        Plus(offset);
    }

    /// <summary>Where a port lies; the frame begins with the address of their block.</summary>
    public void Port(int offset)
    {
        Frame();
        Op(OpCodes.Ldind_I);
        Plus(offset);
    }

    public void Plus(int offset)
    {
        if (offset == 0) return;
        Int(offset);
        Op(OpCodes.Add);
    }

    public void Call(MethodInfo method) => il.Emit(OpCodes.Call, method);

    /// <summary>A static method by its name and its arguments on the stack.</summary>
    public void Call(Type type, string name, params Type[] arguments) => Call(type.GetMethod(name, BindingFlags.Static | BindingFlags.Public, arguments)
        ?? throw new MissingMethodException(type.Name, $"{name}({string.Join(", ", arguments.Select(a => a.Name))})"));

    public void Call(Type type, string name) => Call(type.GetMethod(name, BindingFlags.Static | BindingFlags.Public) ?? throw new MissingMethodException(type.Name, name));

    /// <summary>A value of a type with nothing in it.</summary>
    public void Default(Type type)
    {
        if (!defaults.TryGetValue(type, out var local)) defaults[type] = local = Local(type);
        Get(local);
    }

    readonly Dictionary<Type, LocalBuilder> defaults = [];

    public void LoadObject(Type type)
    {
        il.Emit(OpCodes.Unaligned, (byte)1);
        il.Emit(OpCodes.Ldobj, type);
    }

    /// <summary>From the address on the stack: a number of 1, 2, 4 or 8 bytes as the form that holds it.</summary>
    public void Load(int bytes, bool signed, Form form)
    {
        switch (bytes)
        {
            case 1: Op(signed ? OpCodes.Ldind_I1 : OpCodes.Ldind_U1); break;
            case 2: Op(signed ? OpCodes.Ldind_I2 : OpCodes.Ldind_U2); break;
            case 4: Op(signed || form == Form.I32 ? OpCodes.Ldind_I4 : OpCodes.Ldind_U4); break;
            default: Unaligned(OpCodes.Ldind_I8); break;
        }
        if (form == Form.I64 && bytes < 8) Op(signed ? OpCodes.Conv_I8 : OpCodes.Conv_U8);
        if (form == Form.I32 && bytes == 8) Op(OpCodes.Conv_I4);
    }

    public void Unaligned(OpCode op)
    {
        il.Emit(OpCodes.Unaligned, (byte)1);
        il.Emit(op);
    }

    public void Store(int bytes) => Unaligned(bytes switch { 1 => OpCodes.Stind_I1, 2 => OpCodes.Stind_I2, 4 => OpCodes.Stind_I4, _ => OpCodes.Stind_I8 });

    public void Convert(Form from, Form to)
    {
        if (from == Form.I32 && to == Form.I64) Op(OpCodes.Conv_I8);
        if (from == Form.I64 && to == Form.I32) Op(OpCodes.Conv_I4);
    }

    /// <summary>Leaves 0 or 1 where the stack has a number.</summary>
    public void IsNotZero(Form form)
    {
        Number(form, 0);
        Op(OpCodes.Cgt_Un);
    }

    /// <summary>Keeps the low bits of the number on the stack, as a number of that sign.</summary>
    public void Cut(Form form, int width, bool signed)
    {
        var bits = form == Form.I32 ? 32 : 64;
        if (width >= bits) return;
        if (signed)
        {
            Int(bits - width);
            Op(OpCodes.Shl);
            Int(bits - width);
            Op(OpCodes.Shr);
        }
        else
        {
            Number(form, (long)(ulong.MaxValue >> (64 - width)));
            Op(OpCodes.And);
        }
    }
}
