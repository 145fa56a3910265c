using System.Reflection.Emit;
using Hw.Bits;
using Hw.BuiltIn.Flat;
using Hw.BuiltIn.Runtime;
using Op = Hw.Bits.Op;

namespace Hw.BuiltIn.Code;

/// <summary>What a loop takes from words and from other lanes, and its conditions: masks that are all ones for 1.</summary>
sealed partial class LaneLoop
{
    /// <summary>Whole bytes, one lane after the other: memory as a vector wants it.</summary>
    static bool IsPlain(Value unpack)
    {
        var positions = (int[])unpack.Detail!;
        return unpack.Low is 8 or 16 or 32 or 64 && positions[0] % 8 == 0 && positions.Index().All(p => p.Item == positions[0] + p.Index * unpack.Low);
    }

    void Unpack(Value v, bool signed)
    {
        if (unpacked.TryGetValue(v, out var at)) Load(at, type.Form == Form.I32 ? 4 : 8, signed: true);
        else Load(frame.Of(v.Args[0]) + ((int[])v.Detail!)[0] / 8, v.Low / 8, signed);
    }

    void UnpackBefore(Value v)
    {
        var bytes = type.Form == Form.I32 ? 4 : 8;
        var at = unpacked[v] = frame.Take((lanes + 63) / 64 * 64 * bytes, 64);
        var word = v.Args[0];
        il.Address(at);
        il.Int(bytes);
        il.Address(frame.Of(word));
        il.Int(word.IsWide ? word.Words : 1);
        il.Address(Tables.Of(frame, ((int[])v.Detail!).Select(p => (long)p).ToArray()));
        il.Int(lanes);
        il.Int(v.Low);
        il.Int(v.Range.IsSigned ? 1 : 0);
        il.Call(typeof(Packing), nameof(Packing.Unpack));
    }

    /// <summary>Runs of lanes are copied to where the loop finds them in its own order.</summary>
    void ArrangeBefore(Value v)
    {
        var bytes = Frame.LaneBytes(v);
        var at = unpacked[v] = frame.Take((lanes + 63) / 64 * 64 * bytes, 64);
        foreach (var run in (Run[])v.Detail!)
        {
            var source = v.Args[run.Source];
            il.Address(at + run.To * bytes);
            if (source.IsLanes)
            {
                il.Address(frame.Of(source) + run.From * bytes);
                il.Int(run.Count * bytes);
                il.Unaligned(OpCodes.Cpblk);
            }
            else
            {
                if (source.IsConstant) il.Long((long)source.Number);
                else
                {
                    il.Address(frame.Of(source));
                    il.Load(source.Form == Form.I32 ? 4 : 8, signed: true, Form.I64);
                }
                il.Store(bytes);
            }
        }
    }

    /// <summary>A mask on the stack.</summary>
    void Mask(Value c, bool hold = false)
    {
        if (c.IsConstant) { Constant(c.Number.IsZero ? 0 : -1); return; }
        if (masks.TryGetValue(c, out var local))
        {
            if (!hold) il.Get(local);
            return;
        }
        if (!c.IsLanes)
        {
            il.Number(type.Form, 0);
            il.Address(frame.Of(c));
            il.Load(4, signed: true, type.Form);
            il.Op(OpCodes.Sub);
            il.Call(type.Create);
        }
        else if (IsMask(c) && !numbers.ContainsKey(c)) ComputeMask(c);
        else
        {
            il.Call(type.Zero);
            Push(c);
            il.Call(type.Operator("op_Subtraction"));
        }
        if (!hold && uses.GetValueOrDefault(c) <= 1) return;
        if (!hold) il.Op(OpCodes.Dup);
        il.Set(masks[c] = il.Local(type.Vector));
    }

    void ComputeMask(Value v)
    {
        switch (v.Op)
        {
            case Op.Equal: Compare("Equals", v.Args[0], v.Args[1]); break;
            case Op.NotEqual: Compare("Equals", v.Args[0], v.Args[1]); il.Call(type.Operator("op_OnesComplement")); break;
            case Op.Less: Compare("LessThan", v.Args[0], v.Args[1]); break;
            case Op.LessOrEqual: Compare("LessThan", v.Args[1], v.Args[0]); il.Call(type.Operator("op_OnesComplement")); break;
            case Op.Not: Mask(v.Args[0]); il.Call(type.Operator("op_OnesComplement")); break;
            case Op.And or Op.Or or Op.Xor:
                Mask(v.Args[0]);
                Mask(v.Args[1]);
                il.Call(type.Operator(v.Op switch { Op.And => "op_BitwiseAnd", Op.Or => "op_BitwiseOr", _ => "op_ExclusiveOr" }));
                break;
            default:
                Mask(v.Args[0]);
                Mask(v.Args[1]);
                Mask(v.Args[2]);
                il.Call(type.Function("ConditionalSelect"));
                break;
        }
    }

    void Compare(string function, Value a, Value b)
    {
        Push(a);
        Push(b);
        il.Call(type.Function(function));
    }
}
