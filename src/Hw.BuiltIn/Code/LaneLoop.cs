using System.Reflection.Emit;
using Hw.Bits;
using Hw.BuiltIn.Flat;
using Hw.BuiltIn.Runtime;
using Op = Hw.Bits.Op;

namespace Hw.BuiltIn.Code;

/// <summary>
/// One loop over the lanes of an array. Every value in its body is a vector of numbers of one size, 32 bits where all of them fit, else 64;
/// conditions are masks, all ones for 1, until somebody counts with them.
/// </summary>
sealed partial class LaneLoop(Target target, Il il, int bits, int lanes, HashSet<Value> own)
{
    readonly Frame frame = target.Frame;
    readonly HashSet<Value> demanded = [];
    readonly Dictionary<Value, LocalBuilder> numbers = [], masks = [];
    readonly Dictionary<Value, int> uses = [];
    readonly Dictionary<Value, int> unpacked = [];
    LaneType type = null!;
    LocalBuilder? lane;

    /// <summary>Values that the body will need, with all they are made of.</summary>
    public void Demand(IEnumerable<Value> values)
    {
        foreach (var v in values)
        {
            uses[v] = uses.GetValueOrDefault(v) + 1;
            if (demanded.Add(v) && own.Contains(v)) Demand(v.Args);
        }
    }

    /// <summary>Some stores are watched: <see cref="Changed"/> then says whether any of them stored something new.</summary>
    public void Watch() => watches = true;

    bool watches;
    LocalBuilder? differences;

    /// <summary>After the loop: 0 or 1.</summary>
    public LocalBuilder Changed()
    {
        var changed = il.Local(typeof(int));
        il.Get(differences!);
        il.Call(type.Zero);
        il.Call(type.Helper(nameof(Lanes32.Differ)));
        il.Set(changed);
        return changed;
    }

    public void Run(Action body)
    {
        type = LaneType.Of(bits, demanded.Any(v => v.Form != Form.I32) ? Form.I64 : Form.I32);
        foreach (var v in demanded.Where(v => v.Kind == Kind.Unpack && own.Contains(v) && !IsPlain(v))) UnpackBefore(v);
        foreach (var v in demanded.Where(v => v.Kind == Kind.Arrange && own.Contains(v))) ArrangeBefore(v);
        if (watches)
        {
            il.Call(type.Zero);
            il.Set(differences = il.Local(type.Vector));
        }
        if (lanes <= type.Count) { body(); return; }
        HoldUniform();
        lane = il.Local(typeof(int));
        il.Int(0);
        il.Set(lane);
        var again = il.Label();
        il.Mark(again);
        body();
        il.Get(lane);
        il.Int(type.Count);
        il.Op(OpCodes.Add);
        il.Set(lane);
        il.Get(lane);
        il.Int(lanes);
        il.Branch(OpCodes.Blt, again);
    }

    /// <summary>More masks than this would only be spilled.</summary>
    const int MostMasks = 8;

    /// <summary>Conditions of all lanes are made once, before the loop.</summary>
    void HoldUniform()
    {
        var choices = demanded.Where(v => v.Is(Op.Mux) && own.Contains(v)).Select(v => v.Args[0]);
        foreach (var c in choices.Where(c => !c.IsLanes && !c.IsConstant).Distinct().Take(MostMasks)) Mask(c, hold: true);
    }

    /// <summary>Where a lane's part of something lies.</summary>
    void Address(int offset, int bytes)
    {
        il.Address(offset);
        if (lane is null) return;
        il.Get(lane);
        if (bytes > 1)
        {
            il.Int(bytes);
            il.Op(OpCodes.Mul);
        }
        il.Op(OpCodes.Conv_I);
        il.Op(OpCodes.Add);
    }

    void Load(int offset, int bytes, bool signed)
    {
        Address(offset, bytes);
        if (type.Stored(bytes) is { } stored)
        {
            // intrinsics in place, which no limit on inlining can keep from being one instruction
            il.LoadObject(stored(signed));
            if (type.Extend(bytes, signed) is { } extend) il.Call(extend);
            return;
        }
        il.Default(type.Vector);
        il.Call(type.Load(bytes, signed));
    }

    /// <param name="watch">Whether it matters that another value was there.</param>
    public void Store(Value v, int offset, int bytes, bool watch = false, bool signed = false)
    {
        Hold(v);
        if (watch)
        {
            il.Get(differences!);
            Push(v);
            Load(offset, bytes, signed);
            il.Call(type.Operator("op_ExclusiveOr"));
            il.Call(type.Operator("op_BitwiseOr"));
            il.Set(differences!);
        }
        Address(offset, bytes);
        Push(v);
        il.Call(type.Store(bytes));
    }

    /// <summary>Computes a value now, whatever is stored later.</summary>
    public void Hold(Value v)
    {
        if (numbers.ContainsKey(v) || v.IsConstant) return;
        Push(v);
        il.Set(numbers[v] = il.Local(type.Vector));
    }

    // Numbers ----------------------------------------------------------------------------------------------------------

    void Constant(long value)
    {
        il.Number(type.Form, value);
        il.Call(type.Create);
    }

    /// <summary>A vector of numbers on the stack.</summary>
    void Push(Value v)
    {
        if (v.IsConstant) { Constant((long)v.Number); return; }
        if (numbers.TryGetValue(v, out var local)) { il.Get(local); return; }
        if (masks.ContainsKey(v) || IsMask(v))
        {
            il.Call(type.Zero);
            Mask(v);
            il.Call(type.Operator("op_Subtraction"));
        }
        else if (!v.IsLanes)
        {
            il.Address(frame.Of(v));
            il.Load(v.Form == Form.I32 ? 4 : 8, signed: true, type.Form);
            il.Call(type.Create);
        }
        else if (own.Contains(v)) Compute(v);
        else LoadKept(v, v.Range.IsSigned);
        if (uses.GetValueOrDefault(v) <= 1) return;
        il.Op(OpCodes.Dup);
        il.Set(numbers[v] = il.Local(type.Vector));
    }

    void LoadKept(Value v, bool signed)
    {
        if (v.Kind == Kind.LaneNumber)
        {
            var each = (long[])v.Detail!;
            Load(type.Form == Form.I32 ? Tables.Of(frame, (each, 4), each.Select(x => (int)x).ToArray()) : Tables.Of(frame, each), type.Form == Form.I32 ? 4 : 8, signed: true);
        }
        else Load(frame.Of(v), v.Kind == Kind.State ? v.Cell.Bytes : Frame.LaneBytes(v), signed);
    }

    bool IsMask(Value v) => own.Contains(v) && v.IsBit && v.IsLanes
        && (v.Op is Op.Equal or Op.NotEqual or Op.Less or Op.LessOrEqual or Op.Not || v.Op is Op.And or Op.Or or Op.Xor && v.Args.All(a => a.IsBit) || v.Op == Op.Mux && v.Args.All(a => a.IsBit)) && v.Kind == Kind.Operation;

    void Binary(Value v, string op)
    {
        foreach (var (i, a) in v.Args.Index())
        {
            Push(a);
            if (i > 0) il.Call(type.Operator(op));
        }
    }

    void Compute(Value v)
    {
        if (v.Kind == Kind.Unpack) { Unpack(v, v.Range.IsSigned); return; }
        if (v.Kind == Kind.Arrange) { Load(unpacked[v], Frame.LaneBytes(v), v.Range.IsSigned); return; }
        switch (v.Op)
        {
            case Op.Named: Push(v.Args[0]); break;
            case Op.Add or Op.Sum: Binary(v, "op_Addition"); break;
            case Op.Subtract: Binary(v, "op_Subtraction"); break;
            case Op.Multiply:
                Push(v.Args[0]);
                Push(v.Args[1]);
                if (type.Form == Form.I64 && v.Args.All(a => a.Form == Form.I32)) il.Call(type.Helper(nameof(Lanes64.ProductOfInts)));
                else il.Call(type.Operator("op_Multiply"));
                break;
            case Op.And: Binary(v, "op_BitwiseAnd"); break;
            case Op.Or: Binary(v, "op_BitwiseOr"); break;
            case Op.Xor: Binary(v, "op_ExclusiveOr"); break;
            case Op.Mux:
                Mask(v.Args[0]);
                Push(v.Args[1]);
                Push(v.Args[2]);
                il.Call(type.Function("ConditionalSelect"));
                break;
            case Op.ShiftLeft: Push(v.Args[0]); Shift("op_LeftShift", v.Low); break;
            case Op.ShiftRight: Push(v.Args[0]); Shift("op_RightShift", v.Low); break;
            case Op.ShiftLeftBy: Push(v.Args[0]); Push(v.Args[1]); il.Call(type.Helper(nameof(Lanes32.ShiftLeft))); break;
            case Op.ShiftRightBy: Push(v.Args[0]); Push(v.Args[1]); il.Call(type.Helper(nameof(Lanes32.ShiftRight))); break;
            case Op.Slice:
                Push(v.Args[0]);
                Shift("op_RightShift", v.Low);
                // the top field of a number without a sign has nothing above it
                if (v.Args[0].Range.IsSigned || v.High < v.Args[0].Range.Width - 1) Cut(v.Range.Width, signed: false);
                break;
            case Op.Wrap or Op.Fits:
                var bytes = StoredAs(v.Args[0]);
                if (bytes * 8 == v.Range.Width && !numbers.ContainsKey(v.Args[0]) && bytes * 8 <= (type.Form == Form.I32 ? 32 : 64)) Reread(v.Args[0], v.Range.IsSigned);
                else
                {
                    Push(v.Args[0]);
                    Cut(v.Range.Width, v.Range.IsSigned);
                }
                break;
            case Op.Concat: Concat(v); break;
            case Op.Element: Element(v); break;
            case Op.Lookup:
                var rom = (Rom)v.Detail!;
                il.Address(type.Form == Form.I32 ? Tables.OfInts(frame, rom) : Tables.Of(frame, rom));
                Push(v.Args[0]);
                Constant((long)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)rom.Entries.Length) - 1);
                il.Call(type.Operator("op_BitwiseAnd"));
                il.Call(type.Lookup);
                break;
            default: throw new NotSupportedException($"{v.Op} of lanes");
        }
    }

    /// <summary>Bytes of a value that can be loaded with either sign; else 0.</summary>
    int StoredAs(Value v) => v.Kind == Kind.State && v.IsLanes && v.Cell.Range.Width == v.Cell.Bytes * 8 ? v.Cell.Bytes : v.Kind == Kind.Unpack && own.Contains(v) && IsPlain(v) ? v.Low / 8 : 0;

    void Reread(Value v, bool signed)
    {
        if (v.Kind == Kind.State) LoadKept(v, signed);
        else Unpack(v, signed);
    }

    void Shift(string op, int by)
    {
        if (by == 0) return;
        var most = type.Form == Form.I32 ? 31 : 63;
        if (op == "op_LeftShift" && by > most)
        {
            Constant(0);
            il.Call(type.Operator("op_BitwiseAnd"));
            return;
        }
        il.Int(Math.Min(by, most));
        il.Call(type.Operator(op, byNumber: true));
    }

    void Cut(int width, bool signed)
    {
        var size = type.Form == Form.I32 ? 32 : 64;
        if (width >= size) return;
        if (signed)
        {
            Shift("op_LeftShift", size - width);
            Shift("op_RightShift", size - width);
            return;
        }
        Constant((long)(ulong.MaxValue >> (64 - width)));
        il.Call(type.Operator("op_BitwiseAnd"));
    }

    void Concat(Value v)
    {
        var (at, first) = (0, true);
        foreach (var (part, width) in v.Args.Zip((int[])v.Detail!))
        {
            if (!(part.IsConstant && part.Number.IsZero))
            {
                Push(part);
                if (part.Range.IsSigned) Cut(width, signed: false);
                Shift("op_LeftShift", at);
                if (!first) il.Call(type.Operator("op_BitwiseOr"));
                first = false;
            }
            at += width;
        }
        if (first) Constant(0);
    }

    /// <summary>A field that each lane chooses of a number.</summary>
    void Element(Value v)
    {
        Push(v.Args[0]);
        Push(v.Args[1]);
        Constant(v.High);
        il.Call(type.Operator("op_Multiply"));
        il.Call(type.Helper(nameof(Lanes32.ShiftRight)));
        Cut(v.High, v.Range.IsSigned);
    }
}
