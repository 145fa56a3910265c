using System.Reflection.Emit;
using Hw.Bits;
using Hw.BuiltIn.Flat;
using Hw.BuiltIn.Plan;
using Hw.BuiltIn.Runtime;
using Op = Hw.Bits.Op;

namespace Hw.BuiltIn.Code;

/// <summary>What code is made for.</summary>
sealed record Target(FlatDesign Flat, Timetable Timetable, Frame Frame, BuiltInOptions Options)
{
    public List<string> Promises { get; } = [];
}

/// <summary>
/// Code of a block of numbers and words. A number is on the stack or in a local; a word of more than 64 bits is the address of memory
/// that nothing overwrites before the block's stores. All values come first, then all stores.
/// </summary>
sealed partial class ScalarBlock(Target target, Il il, Block block)
{
    readonly Frame frame = target.Frame;
    readonly HashSet<Value> own = [.. block.Values];
    readonly Dictionary<Value, LocalBuilder> locals = [];
    readonly Dictionary<Value, int> uses = [];
    readonly HashSet<Value> lowOnly = [];
    readonly Waking waking = new(target, il, block.AtEdge);
    LocalBuilder? changed;

    public void Emit()
    {
        foreach (var v in block.Values) foreach (var a in v.Args) Use(a);
        foreach (var v in block.Effects.SelectMany(e => e.Uses)) Use(v);
        FindLowOnly();
        waking.Begin(block.Values.Where(target.Timetable.Kept.Contains).Concat(block.Effects.Select(Written).OfType<Value>()));
        if (block.Effects.Any(e => e is WriteWord)) waking.Expect(block.Unit.Gate);
        if (!block.AtEdge)
            foreach (var v in block.Values.Where(target.Timetable.Kept.Contains))
            {
                Need(v);
                Keep(v);
            }
        foreach (var port in block.Outputs) Output(port, block.Reads.First());
        if (block.Effects.Count > 0) Effects();
        waking.End();
    }

    static Value? Written(Effect effect) => effect switch { Update u => u.Cell.Value, ReadWord r => r.Cell.Value, _ => null };

    /// <summary>
    /// Makes a value, and what it is made of, as late as possible. A number used once is made where it is used, but for a choice, which
    /// wants an empty stack.
    /// </summary>
    void Need(Value v)
    {
        if (!own.Contains(v) || locals.ContainsKey(v)) return;
        foreach (var a in v.Args) Need(a);
        if (NeedsLocal(v)) Make(v);
    }

    bool NeedsLocal(Value v) => uses.GetValueOrDefault(v) > 1 || FormOf(v) == Form.Wide || v.Op == Op.Mux || target.Timetable.Kept.Contains(v);

    void Use(Value v) => uses[v] = uses.GetValueOrDefault(v) + 1;

    /// <summary>Of a word only whose low 64 bits are read, only these are computed.</summary>
    void FindLowOnly()
    {
        var whole = new HashSet<Value>(block.Effects.SelectMany(e => e.Uses));
        foreach (var v in Enumerable.Reverse(block.Values))
        {
            if (v.IsWide && !whole.Contains(v) && !target.Timetable.Kept.Contains(v)
                && v.Op is Op.Add or Op.Subtract or Op.Multiply or Op.Sum or Op.ShiftLeft or Op.ShiftLeftBy or Op.And or Op.Or or Op.Xor) lowOnly.Add(v);
            var low = lowOnly.Contains(v) || v.Op is Op.Wrap or Op.Fits && !v.IsWide || v.Op == Op.Slice && v.High < 64 && !v.IsWide
                || !v.IsWide && v.Op is Op.Add or Op.Subtract or Op.Multiply or Op.Sum or Op.ShiftLeft or Op.And or Op.Or or Op.Xor;
            foreach (var (i, a) in v.Args.Index()) if (!low || lowOnly.Contains(v) && v.Op == Op.ShiftLeftBy && i == 1) whole.Add(a);
        }
    }

    Form FormOf(Value v) => lowOnly.Contains(v) ? Form.I64 : v.Form;

    void Make(Value v)
    {
        var form = FormOf(v);
        if (form == Form.Wide)
        {
            Wide(v);
            Made(v);
            return;
        }
        Compute(v);
        il.Set(locals[v] = il.Local(form));
        Made(v);
    }

    /// <summary>What is made behind a branch is forgotten after it.</summary>
    void Made(Value v) => behindBranch?.Add(v);

    List<Value>? behindBranch;

    /// <summary>Writes a value that others read, and wakes them when it is another one.</summary>
    void Keep(Value v)
    {
        var at = frame.Of(v);
        changed ??= il.Local(typeof(int));
        if (v.IsWide)
        {
            MoveWords(() => il.Address(at), () => il.Get(locals[v]), v.Words, v);
            il.Set(changed);
            waking.Note(v, changed);
        }
        else Store(at, v.Form == Form.I32 ? 4 : 8, v, () => il.Get(locals[v]));
        if (target.Timetable.Outputs.TryGetValue(v, out var ports)) Outputs(ports, v);
    }

    /// <summary>Stores a number, and opens the gates of those who read it when it is another one.</summary>
    void Store(int at, int bytes, Value v, Action value)
    {
        if (waking.Of(v).Count > 0)
        {
            changed ??= il.Local(typeof(int));
            value();
            il.Address(at);
            il.Load(bytes, signed: true, v.Form);
            il.Op(OpCodes.Xor);
            il.IsNotZero(v.Form);
            il.Set(changed);
            waking.Note(v, changed);
        }
        il.Address(at);
        value();
        il.Store(bytes);
    }

    public void Outputs(IEnumerable<Hw.Hdl.Port> ports, Value v)
    {
        foreach (var port in ports) Output(port, v);
    }

    public void PushLow64(Value v) => Low64(v);

    /// <summary>A port shows bits, without a sign.</summary>
    void Output(Hw.Hdl.Port port, Value v)
    {
        var (at, width) = (frame.Port(port.Name), port.Width);
        if (width <= 64)
        {
            il.Port(at);
            Low64(v);
            il.Cut(Form.I64, width, signed: false);
            il.Store(Frame.NumberBytes(width));
            return;
        }
        var words = (width + 63) / 64;
        il.Port(at);
        il.Int(width);
        PushWords(v, words);
        il.Int(words);
        il.Int(0);
        il.Long(0);
        il.Call(typeof(Words), nameof(Words.Slice), typeof(byte*), typeof(int), typeof(byte*), typeof(int), typeof(int), typeof(long));
    }
}
