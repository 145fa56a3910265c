using System.Reflection.Emit;
using Hw.Bits;
using Hw.BuiltIn.Flat;
using Hw.BuiltIn.Runtime;
using Op = Hw.Bits.Op;

namespace Hw.BuiltIn.Code;

/// <summary>
/// Words of more than 64 bits. What only chooses or looks at memory that is there already is an address and copies nothing; the rest
/// is made in scratch.
/// </summary>
sealed partial class ScalarBlock
{
    static int WordsOf(Value v) => v.IsWide ? v.Words : 1;

    /// <summary>The address of a word's own words.</summary>
    void PushAddress(Value v)
    {
        if (v.IsConstant) il.Address(Tables.Of(frame, v.Number, v.Words));
        else if (locals.TryGetValue(v, out var local)) il.Get(local);
        else if (own.Contains(v)) throw new InvalidOperationException($"a word is used before it is made: {v.Op}");
        else il.Address(frame.Of(v));
    }

    /// <summary>The address of a number or a word, how many words it has, and whether a sign is above them.</summary>
    void PushSized(Value v)
    {
        PushWords(v, 1);
        il.Int(WordsOf(v));
        il.Int(v.Range.IsSigned ? 1 : 0);
    }

    /// <summary>The address of a number or a word in at least so many words.</summary>
    void PushWords(Value v, int words)
    {
        if (v.IsConstant) { il.Address(Tables.Of(frame, v.Number, words)); return; }
        if (FormOf(v) == Form.Wide && v.Words >= words) { PushAddress(v); return; }
        var scratch = Scratch(words);
        il.Address(scratch);
        il.Int(words);
        if (FormOf(v) == Form.Wide)
        {
            PushAddress(v);
            il.Int(v.Words);
            il.Int(v.Range.IsSigned ? 1 : 0);
            il.Call(typeof(Words), nameof(Words.Extend));
        }
        else
        {
            Push(v, Form.I64);
            il.Call(typeof(Words), nameof(Words.Spread));
        }
        il.Address(scratch);
    }

    readonly HashSet<Value> stored = [];

    int Scratch(int words) => frame.Take(words * 8 + 8, 64);

    /// <summary>Makes a word; its local holds the address.</summary>
    void Wide(Value v)
    {
        var local = il.Local(Form.Wide);
        switch (v.Op)
        {
            case Op.Named: PushAddress(v.Args[0]); break;
            case Op.Mux: ChooseWord(v); break;
            case Op.Slice when IsView(v): PushAddress(v.Args[0]); il.Plus(v.Low / 8); break;
            case Op.Element when v.High % 64 == 0:
                PushWords(v.Args[0], PlacesOf(v.Args[1]) * v.High / 64);
                Index(v.Args[1]);
                il.Int(v.High / 8);
                il.Op(OpCodes.Mul);
                il.Op(OpCodes.Conv_I);
                il.Op(OpCodes.Add);
                break;
            case Op.Wrap or Op.Fits when !v.Range.IsSigned && v.Range.Width % 64 == 0 && WordsOf(v.Args[0]) >= v.Words: PushWords(v.Args[0], v.Words); break;
            default:
                var to = Scratch(v.Words);
                if (v.Op is Op.Concat or Op.And or Op.Or or Op.Xor or Op.Slice && v.Words <= InPlace / 2) stored.Add(v);
                Fill(v, to);
                il.Address(to);
                break;
        }
        il.Set(local);
        locals[v] = local;
    }

    /// <summary>Whole words of a word: nothing has to be moved.</summary>
    static bool IsView(Value v) => v.Is(Op.Slice) && v.Low % 64 == 0 && (v.High + 1) % 64 == 0 && v.High < v.Args[0].Words * 64 && v.Args[0].IsWide;

    void ChooseWord(Value v)
    {
        var (result, then) = (il.Local(Form.Wide), il.Local(Form.Wide));
        PushWords(v.Args[2], v.Words);
        il.Set(result);
        PushWords(v.Args[1], v.Words);
        il.Set(then);
        var end = il.Label();
        SkipUnless(v.Args[0], end);
        il.Get(then);
        il.Set(result);
        il.Mark(end);
        il.Get(result);
    }

    /// <summary>More words than this are moved and compared by a loop.</summary>
    const int InPlace = 16;

    /// <summary>Copies words between two addresses that the actions push; leaves 0 or 1 on the stack, whether anything changed.</summary>
    /// <param name="source">What lies there: words stored a moment ago one by one are loaded so again, because a vector would wait for all of them.</param>
    void MoveWords(Action to, Action from, int words, Value? source = null)
    {
        var single = source is not null && stored.Contains(source);
        if (words > InPlace)
        {
            to();
            from();
            il.Int(words);
            il.Call(typeof(Words), nameof(Words.Move));
            return;
        }
        for (var at = 0; at < words;)
        {
            var count = single ? 1 : words - at >= 8 ? 8 : words - at >= 4 ? 4 : 1;
            to();
            il.Plus(8 * at);
            from();
            il.Plus(8 * at);
            il.Call(typeof(Words), $"Move{count}");
            if (at > 0) il.Op(OpCodes.Or);
            at += count;
        }
    }

    void Fill(Value v, int to)
    {
        switch (v.Op)
        {
            case Op.Concat: Join(v, to); break;
            case Op.Slice when v.Words <= InPlace / 2 && v.Args[0].IsWide && !v.Args[0].Range.IsSigned:
                for (var word = 0; word < v.Words; word++)
                {
                    il.Address(to + 8 * word);
                    Bits(v.Args[0], v.Low + 64 * word, Math.Min(64, v.Range.Width - 64 * word));
                    il.Store(8);
                }
                break;
            case Op.Slice or Op.Element:
                il.Address(to);
                il.Int(v.Range.Width);
                PushSized(v.Args[0]);
                if (v.Op == Op.Slice) il.Long(v.Low);
                else
                {
                    Index(v.Args[1]);
                    il.Int(v.High);
                    il.Op(OpCodes.Mul);
                    il.Op(OpCodes.Conv_I8);
                }
                il.Call(typeof(Words), nameof(Words.Slice));
                if (v.Range.IsSigned) Recut(v, to);
                break;
            case Op.Wrap or Op.Fits:
                il.Address(to);
                il.Int(v.Words);
                PushSized(v.Args[0]);
                il.Int(v.Range.Width);
                il.Int(v.Range.IsSigned ? 1 : 0);
                il.Call(typeof(Words), nameof(Words.Wrap));
                break;
            case Op.And or Op.Or or Op.Xor: WordByWord(v, to); break;
            case Op.Add or Op.Sum: Fold(v, to, nameof(Words.Add)); break;
            case Op.Subtract: Fold(v, to, nameof(Words.Subtract)); break;
            case Op.Multiply: Fold(v, to, nameof(Words.Multiply)); break;
            case Op.ShiftLeft or Op.ShiftLeftBy:
                il.Address(to);
                PushWords(v.Args[0], v.Words);
                il.Int(v.Words);
                ShiftDistance(v);
                il.Call(typeof(Words), nameof(Words.ShiftLeft));
                break;
            case Op.ShiftRight or Op.ShiftRightBy:
                il.Address(to);
                il.Int(v.Words);
                PushSized(v.Args[0]);
                ShiftDistance(v);
                il.Call(typeof(Words), nameof(Words.ShiftRight));
                break;
            default: throw new NotSupportedException($"{v.Op} on {v.Range.Width} bits");
        }
    }

    void ShiftDistance(Value v)
    {
        if (v.Op is Op.ShiftLeft or Op.ShiftRight) il.Long(v.Low);
        else Push(v.Args[1], Form.I64);
    }

    /// <summary>Gives what lies at an address its sign.</summary>
    void Recut(Value v, int at)
    {
        il.Address(at);
        il.Int(v.Words);
        il.Address(at);
        il.Int(v.Words);
        il.Int(0);
        il.Int(v.Range.Width);
        il.Int(1);
        il.Call(typeof(Words), nameof(Words.Wrap));
    }

    void Fold(Value v, int to, string method)
    {
        for (var i = 1; i < v.Args.Length; i++)
        {
            il.Address(to);
            if (i == 1) PushWords(v.Args[0], v.Words); else il.Address(to);
            PushWords(v.Args[i], v.Words);
            il.Int(v.Words);
            il.Call(typeof(Words), method);
        }
    }

    void WordByWord(Value v, int to)
    {
        var operands = v.Args.Select(a =>
        {
            var at = il.Local(Form.Wide);
            PushWords(a, v.Words);
            il.Set(at);
            return at;
        }).ToArray();
        for (var i = 0; i < v.Words; i++)
        {
            il.Address(to + 8 * i);
            foreach (var at in operands)
            {
                il.Get(at);
                il.Plus(8 * i);
                il.Load(8, signed: true, Form.I64);
            }
            il.Op(v.Op switch { Op.And => OpCodes.And, Op.Or => OpCodes.Or, _ => OpCodes.Xor });
            il.Store(8);
        }
    }

    /// <summary>Fields side by side: each 64-bit word of the result is made of the parts that reach into it.</summary>
    void Join(Value v, int to)
    {
        var parts = new List<(Value Value, int Low, int Width)>();
        var at = 0;
        foreach (var (part, width) in v.Args.Zip((int[])v.Detail!))
        {
            parts.Add((part, at, width));
            at += width;
        }
        for (var word = 0; word < v.Words; word++)
        {
            var (low, high) = (word * 64, Math.Min((word + 1) * 64, at));
            il.Address(to + 8 * word);
            var first = true;
            foreach (var p in parts.Where(p => p.Low < high && p.Low + p.Width > low && !(p.Value.IsConstant && p.Value.Number.IsZero)))
            {
                var (from, count) = (Math.Max(low, p.Low), Math.Min(high, p.Low + p.Width) - Math.Max(low, p.Low));
                Bits(p.Value, from - p.Low, count);
                if (from > low)
                {
                    il.Int(from - low);
                    il.Op(OpCodes.Shl);
                }
                if (!first) il.Op(OpCodes.Or);
                first = false;
            }
            if (first) il.Long(0);
            il.Store(8);
        }
    }

    /// <summary>Up to 64 bits of a value, from a known bit on.</summary>
    void Bits(Value v, int low, int count)
    {
        if (FormOf(v) != Form.Wide)
        {
            Push(v, Form.I64);
            if (low > 0)
            {
                il.Int(Math.Min(low, 63));
                il.Op(OpCodes.Shr);
            }
            if (v.Range.IsSigned || v.Range.Width > low + count) il.Cut(Form.I64, count, signed: false);
            return;
        }
        var (word, shift) = (low / 64, low % 64);
        if (word >= v.Words || shift + count > 64 && word + 1 >= v.Words)
        {
            PushWords(v, (low + count + 63) / 64);
            il.Int((low + count + 63) / 64);
            il.Int(0);
            il.Long(low);
            il.Int(count);
            il.Call(typeof(Words), nameof(Words.Slice64));
            return;
        }
        PushAddress(v);
        il.Plus(8 * word);
        il.Load(8, signed: true, Form.I64);
        if (shift > 0)
        {
            il.Int(shift);
            il.Op(OpCodes.Shr_Un);
        }
        if (shift + count > 64)
        {
            PushAddress(v);
            il.Plus(8 * word + 8);
            il.Load(8, signed: true, Form.I64);
            il.Int(64 - shift);
            il.Op(OpCodes.Shl);
            il.Op(OpCodes.Or);
        }
        if (count < 64) il.Cut(Form.I64, count, signed: false);
    }

    void CompareWords(Value v)
    {
        var words = v.Args.Max(WordsOf);
        // an unsigned word that fills its last bit must not look negative
        if (v.Op is Op.Less or Op.LessOrEqual && v.Args.Any(a => a.IsWide && !a.Range.IsSigned && a.Range.Width % 64 == 0)) words++;
        var (a, b) = v.Op == Op.LessOrEqual ? (v.Args[1], v.Args[0]) : (v.Args[0], v.Args[1]);
        if (v.Op is Op.Equal or Op.NotEqual && words <= InPlace / 2)
        {
            AreEqual(a, b, words);
            if (v.Op == Op.NotEqual) Negate();
            return;
        }
        PushWords(a, words);
        PushWords(b, words);
        il.Int(words);
        il.Call(typeof(Words), v.Op is Op.Equal or Op.NotEqual ? nameof(Words.IsEqual) : nameof(Words.IsLess));
        if (v.Op is Op.NotEqual or Op.LessOrEqual) Negate();
    }

    void AreEqual(Value a, Value b, int words)
    {
        var (first, second) = (il.Local(Form.Wide), b.IsConstant && b.Number.IsZero ? null : il.Local(Form.Wide));
        PushWords(a, words);
        il.Set(first);
        if (second is not null)
        {
            PushWords(b, words);
            il.Set(second);
        }
        for (var i = 0; i < words; i++)
        {
            il.Get(first);
            il.Plus(8 * i);
            il.Load(8, signed: true, Form.I64);
            if (second is not null)
            {
                il.Get(second);
                il.Plus(8 * i);
                il.Load(8, signed: true, Form.I64);
                il.Op(OpCodes.Xor);
            }
            if (i > 0) il.Op(OpCodes.Or);
        }
        il.Long(0);
        il.Op(OpCodes.Ceq);
    }
}
