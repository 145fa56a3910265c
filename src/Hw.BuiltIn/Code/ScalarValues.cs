using System.Reflection.Emit;
using Hw.Bits;
using Hw.BuiltIn.Flat;
using Hw.BuiltIn.Runtime;
using Op = Hw.Bits.Op;

namespace Hw.BuiltIn.Code;

/// <summary>Numbers of up to 64 bits: what each operation leaves on the stack, in the form of its result.</summary>
sealed partial class ScalarBlock
{
    /// <summary>A number on the stack, in the form asked for.</summary>
    void Push(Value v, Form form)
    {
        if (v.IsConstant) { il.Number(form, (long)v.Number); return; }
        il.Convert(PushNumber(v), form);
    }

    Form PushNumber(Value v)
    {
        var form = FormOf(v);
        if (locals.TryGetValue(v, out var local)) il.Get(local);
        else if (own.Contains(v)) Compute(v);
        else
        {
            il.Address(frame.Of(v));
            il.Load(form == Form.I32 ? 4 : 8, signed: true, form);
            if (uses.GetValueOrDefault(v) > 1)
            {
                il.Op(OpCodes.Dup);
                il.Set(locals[v] = il.Local(form));
                Made(v);
            }
        }
        return form;
    }

    /// <summary>The low 64 bits of a number or a word.</summary>
    void Low64(Value v)
    {
        if (FormOf(v) != Form.Wide) { Push(v, Form.I64); return; }
        if (v.IsConstant) { il.Long((long)(ulong)(v.Number & ulong.MaxValue)); return; }
        PushAddress(v);
        il.Load(8, signed: true, Form.I64);
    }

    Form Common(Value v) => v.Args.Append(v).Any(a => FormOf(a) != Form.I32) ? Form.I64 : Form.I32;

    void Compute(Value v)
    {
        var form = FormOf(v);
        switch (v.Op)
        {
            case Op.Add: Arithmetic(v, OpCodes.Add); break;
            case Op.Subtract: Arithmetic(v, OpCodes.Sub); break;
            case Op.Multiply: Arithmetic(v, OpCodes.Mul); break;
            case Op.Sum: Arithmetic(v, OpCodes.Add); break;
            case Op.And: Arithmetic(v, OpCodes.And); break;
            case Op.Or: Arithmetic(v, OpCodes.Or); break;
            case Op.Xor: Arithmetic(v, OpCodes.Xor); break;
            case Op.Not:
                Push(v.Args[0], Form.I32);
                il.Int(1);
                il.Op(OpCodes.Xor);
                break;
            case Op.Equal or Op.NotEqual or Op.Less or Op.LessOrEqual: Compare(v); break;
            case Op.Named: Push(v.Args[0], form); break;
            case Op.Mux: Choose(v, form); break;
            case Op.ShiftLeft:
                if (v.Low >= 64) { il.Number(form, 0); break; }
                if (FormOf(v.Args[0]) == Form.Wide) Low64(v.Args[0]); else Push(v.Args[0], form);
                il.Int(v.Low);
                il.Op(OpCodes.Shl);
                break;
            case Op.ShiftRight when FormOf(v.Args[0]) == Form.Wide: SliceOfWord(v.Args[0], () => il.Long(v.Low), form); break;
            case Op.ShiftRight:
                var of = PushNumber(v.Args[0]);
                il.Int(Math.Min(v.Low, of == Form.I32 ? 31 : 63));
                il.Op(OpCodes.Shr);
                il.Convert(of, form);
                break;
            case Op.ShiftLeftBy: ShiftLeftBy(v, form); break;
            case Op.ShiftRightBy when FormOf(v.Args[0]) == Form.Wide: SliceOfWord(v.Args[0], () => Push(v.Args[1], Form.I64), form); break;
            case Op.ShiftRightBy:
                var shifted = Common(v);
                Push(v.Args[0], shifted);
                Distance(v.Args[1], shifted, saturate: true);
                il.Op(OpCodes.Shr);
                il.Convert(shifted, form);
                break;
            case Op.Slice: Slice(v, form); break;
            case Op.Wrap or Op.Fits:
                if (FormOf(v.Args[0]) == Form.Wide) { Low64(v.Args[0]); il.Convert(Form.I64, form); }
                else Push(v.Args[0], form);
                il.Cut(form, v.Range.Width, v.Range.IsSigned);
                break;
            case Op.Concat: Concat(v, form); break;
            case Op.Element: Element(v, form); break;
            case Op.Lookup: Lookup(v, form); break;
            default: throw new NotSupportedException($"{v.Op} as a number");
        }
    }

    void Arithmetic(Value v, OpCode op)
    {
        var common = Common(v);
        foreach (var (i, a) in v.Args.Index())
        {
            if (FormOf(a) == Form.Wide) Low64(a); else Push(a, common);
            if (i > 0) il.Op(op);
        }
        il.Convert(common, FormOf(v));
    }

    static OpCode Comparison(Op op) => op switch { Op.Equal => OpCodes.Ceq, Op.NotEqual => OpCodes.Ceq, Op.Less => OpCodes.Clt, _ => OpCodes.Cgt };

    void Compare(Value v)
    {
        if (v.Args.Any(a => FormOf(a) == Form.Wide)) { CompareWords(v); return; }
        var form = v.Args.Any(a => FormOf(a) == Form.I64) ? Form.I64 : Form.I32;
        Push(v.Args[0], form);
        Push(v.Args[1], form);
        il.Op(Comparison(v.Op));
        if (v.Op is Op.NotEqual or Op.LessOrEqual) Negate();
    }

    void Negate()
    {
        il.Int(0);
        il.Op(OpCodes.Ceq);
    }

    /// <summary>Goes to the label where the condition is 0; a comparison used once is made here, where the processor can use its flags.</summary>
    void SkipUnless(Value condition, Label label)
    {
        if (own.Contains(condition) && !locals.ContainsKey(condition) && condition.Op is Op.Equal or Op.NotEqual or Op.Less or Op.LessOrEqual && condition.Args.All(a => FormOf(a) != Form.Wide))
        {
            var form = condition.Args.Any(a => FormOf(a) == Form.I64) ? Form.I64 : Form.I32;
            Push(condition.Args[0], form);
            Push(condition.Args[1], form);
            il.Branch(condition.Op switch { Op.Equal => OpCodes.Bne_Un, Op.NotEqual => OpCodes.Beq, Op.Less => OpCodes.Bge, _ => OpCodes.Bgt }, label);
            return;
        }
        Push(condition, Form.I32);
        il.Branch(OpCodes.Brfalse, label);
    }

    void Choose(Value v, Form form)
    {
        var (result, then) = (il.Local(form), il.Local(form));
        Push(v.Args[2], form);
        il.Set(result);
        Push(v.Args[1], form);
        il.Set(then);
        var end = il.Label();
        SkipUnless(v.Args[0], end);
        il.Get(then);
        il.Set(result);
        il.Mark(end);
        il.Get(result);
    }

    void Distance(Value n, Form shifted, bool saturate)
    {
        Push(n, Form.I32);
        var bits = shifted == Form.I32 ? 32 : 64;
        if (!saturate || n.Range.Max < bits) return;
        il.Int(bits - 1);
        il.Call(typeof(Math), nameof(Math.Min), typeof(int), typeof(int));
    }

    void ShiftLeftBy(Value v, Form form)
    {
        var a = v.Args[0];
        if (FormOf(a) == Form.Wide) Low64(a); else Push(a, form);
        Push(v.Args[1], Form.I32);
        if (v.Args[1].Range.Max < (form == Form.I32 ? 32 : 64)) il.Op(OpCodes.Shl);
        else il.Call(typeof(Numbers), nameof(Numbers.ShiftLeft), form == Form.I32 ? typeof(int) : typeof(long), typeof(int));
    }

    void Slice(Value v, Form form)
    {
        var word = v.Args[0];
        if (FormOf(word) != Form.Wide)
        {
            var of = PushNumber(word);
            var bits = of == Form.I32 ? 32 : 64;
            if (of == Form.I32 && v.High >= 32 && v.Low < 32 && form == Form.I64) { il.Convert(of, Form.I64); of = Form.I64; }
            if (v.Low > 0)
            {
                il.Int(Math.Min(v.Low, bits - 1));
                il.Op(OpCodes.Shr);
            }
            il.Convert(of, form);
            il.Cut(form, v.Range.Width, signed: false);
            return;
        }
        var width = v.High - v.Low + 1;
        if (v.Low % 8 + width <= 64 && v.High < word.Words * 64)
        {
            // memory is little-endian, so a field is one load at its byte
            PushAddress(word);
            il.Plus(v.Low / 8);
            var bytes = v.Low % 8 + width <= 32 && form == Form.I32 ? 4 : 8;
            var loaded = bytes == 4 ? Form.I32 : Form.I64;
            il.Load(bytes, signed: true, loaded);
            if (v.Low % 8 > 0)
            {
                il.Int(v.Low % 8);
                il.Op(OpCodes.Shr_Un);
            }
            il.Cut(loaded, width, signed: false);
            il.Convert(loaded, form);
            return;
        }
        PushSized(word);
        il.Long(v.Low);
        il.Int(width);
        il.Call(typeof(Words), nameof(Words.Slice64));
        il.Convert(Form.I64, form);
    }

    /// <summary>A number that a word holds from some bit on, all the way up.</summary>
    void SliceOfWord(Value word, Action at, Form form)
    {
        PushSized(word);
        at();
        il.Int(64);
        il.Call(typeof(Words), nameof(Words.Slice64));
        il.Convert(Form.I64, form);
    }

    void Concat(Value v, Form form)
    {
        var at = 0;
        var first = true;
        foreach (var (part, width) in v.Args.Zip((int[])v.Detail!))
        {
            if (!(part.IsConstant && part.Number.IsZero))
            {
                Push(part, form);
                if (part.Range.IsSigned) il.Cut(form, width, signed: false);
                if (at > 0)
                {
                    il.Int(at);
                    il.Op(OpCodes.Shl);
                }
                if (!first) il.Op(OpCodes.Or);
                first = false;
            }
            at += width;
        }
        if (first) il.Number(form, 0);
    }

    /// <summary>Places that an index of this range can name, were all its bits free.</summary>
    static int PlacesOf(Value index) => (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)index.Range.Max + 1);

    /// <summary>An index never reaches outside, whatever a broken promise made of it.</summary>
    void Index(Value index)
    {
        Push(index, Form.I32);
        il.Int(PlacesOf(index) - 1);
        il.Op(OpCodes.And);
    }

    void Element(Value v, Form form)
    {
        var (word, index, width) = (v.Args[0], v.Args[1], v.High);
        if (FormOf(word) == Form.Wide && width is 8 or 16 or 32 or 64)
        {
            PushWords(word, (PlacesOf(index) * width + 63) / 64);
            Index(index);
            il.Int(width / 8);
            il.Op(OpCodes.Mul);
            il.Op(OpCodes.Conv_I);
            il.Op(OpCodes.Add);
            il.Load(width / 8, v.Range.IsSigned, form);
            return;
        }
        if (FormOf(word) == Form.Wide)
        {
            PushAddress(word);
            il.Int(word.Words);
            il.Int(0);
            Index(index);
            il.Int(width);
            il.Op(OpCodes.Mul);
            il.Op(OpCodes.Conv_I8);
            il.Int(width);
            il.Call(typeof(Words), nameof(Words.Slice64));
        }
        else
        {
            Push(word, Form.I64);
            Index(index);
            il.Int(width);
            il.Op(OpCodes.Mul);
            il.Op(OpCodes.Shr_Un);
        }
        il.Cut(Form.I64, width, v.Range.IsSigned);
        il.Convert(Form.I64, form);
    }

    void Lookup(Value v, Form form)
    {
        il.Address(Tables.Of(frame, (Rom)v.Detail!));
        Index(v.Args[0]);
        il.Int(8);
        il.Op(OpCodes.Mul);
        il.Op(OpCodes.Conv_I);
        il.Op(OpCodes.Add);
        il.Load(8, signed: true, form);
    }
}
