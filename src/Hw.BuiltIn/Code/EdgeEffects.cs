using System.Reflection.Emit;
using Hw.Bits;
using Hw.BuiltIn.Flat;
using Hw.BuiltIn.Runtime;
using Op = Hw.Bits.Op;

namespace Hw.BuiltIn.Code;

/// <summary>
/// The stores of a block at the edge. Numbers are in locals by now; a word is an address, so whoever reads a cell or a memory through
/// one stores before it is overwritten, and where two wait for each other one is copied first.
/// </summary>
sealed partial class ScalarBlock
{
    /// <summary>An effect on its way to being carried out.</summary>
    sealed class Commit(Effect effect)
    {
        public Effect Effect { get; } = effect;
        public Dictionary<string, LocalBuilder> Locals { get; } = [];
        /// <summary>Cells and memories it reads when it is carried out, and what it overwrites.</summary>
        public HashSet<object> Reads { get; } = [];
        public object Writes => Effect switch { Update u => u.Cell, ReadWord r => r.Cell, _ => ((WriteWord)Effect).Store };
    }

    void Effects()
    {
        foreach (var check in block.Effects.OfType<Check>()) Need(check.Kept);
        if (block.Effects.OfType<Check>().FirstOrDefault(c => c.Reset is not null) is { Reset: { } reset })
        {
            // loaded here, because the checks look at it only where a promise is broken
            Push(reset, Form.I32);
            il.Op(OpCodes.Pop);
        }
        foreach (var check in block.Effects.OfType<Check>()) Emit(check);
        var actions = block.Effects.Where(e => e is not Check && e is not Update { Cell.Value.IsWide: false }).Select(Prepare).ToList();
        Registers();
        while (actions.Count > 0)
        {
            var next = actions.FirstOrDefault(a => actions.All(b => a == b || !Before(b, a)));
            if (next is null)
            {
                // somebody's data must be saved from being overwritten
                var saved = actions.First(a => a.Reads.Any(r => r is Cell));
                Save(saved);
                continue;
            }
            actions.Remove(next);
            Carry(next);
        }
    }

    /// <summary>
    /// Registers that are numbers, in groups under one condition. What only one group needs is made behind its branch; a register that
    /// somebody reads later is loaded before it is overwritten.
    /// </summary>
    void Registers()
    {
        var groups = block.Effects.OfType<Update>().Where(u => !u.Cell.Value.IsWide).GroupBy(u => u.When).Select(g => (When: g.Key, Updates: g.ToList())).ToList();
        var cones = groups.Select(g => g.Updates.Select(u => Cone([u.Next])).ToList()).ToList();
        var last = new Dictionary<Value, int>();
        foreach (var (i, g) in groups.Index())
        {
            foreach (var v in cones[i].SelectMany(c => c)) last[v] = i;
            if (g.When is { } when) foreach (var v in Cone([when])) last[v] = Math.Max(i, last.GetValueOrDefault(v));
        }
        foreach (var (i, (when, updates)) in groups.Index())
        {
            var later = cones[i].SelectMany(c => c).Where(v => last[v] > i).ToHashSet();
            foreach (var v in block.Values) if (later.Contains(v) && NeedsLocal(v)) Need(v);
            foreach (var u in updates) if (last.GetValueOrDefault(u.Cell.Value, -1) > i) Keep(u.Cell);
            var skip = il.Label();
            if (when is not null)
            {
                Need(when);
                SkipUnless(when, skip);
                behindBranch = [];
            }
            foreach (var (k, u) in updates.Index())
            {
                if (cones[i].Skip(k + 1).Any(c => c.Contains(u.Cell.Value))) Keep(u.Cell);
                Need(u.Next);
                var next = il.Local(u.Cell.Value.Form);
                Push(u.Next, u.Cell.Value.Form);
                il.Set(next);
                Store(u.Cell.Offset, u.Cell.Bytes, u.Cell.Value, () => il.Get(next));
            }
            il.Mark(skip);
            if (when is null) continue;
            foreach (var v in behindBranch!) locals.Remove(v);
            behindBranch = null;
        }
    }

    /// <summary>All of the block's own values that these are made of, and the cells they read.</summary>
    HashSet<Value> Cone(IEnumerable<Value> roots)
    {
        var seen = new HashSet<Value>();
        foreach (var root in roots) Visit(root);
        return seen;

        void Visit(Value v)
        {
            if (!own.Contains(v) && v.Kind != Kind.State || !seen.Add(v)) return;
            foreach (var a in v.Args) Visit(a);
        }
    }

    /// <summary>Loads what a register holds before it is overwritten.</summary>
    void Keep(Cell cell)
    {
        if (locals.ContainsKey(cell.Value)) return;
        il.Address(cell.Offset);
        il.Load(cell.Bytes, signed: true, cell.Value.Form);
        il.Set(locals[cell.Value] = il.Local(cell.Value.Form));
        Made(cell.Value);
    }

    /// <summary>Notes the first promise that is broken in this cycle; the caller looks after the edge, when the cycle is complete.</summary>
    void Emit(Check check)
    {
        var kept = il.Label();
        target.Promises.Add(check.Message);
        Push(check.Kept, Form.I32);
        il.Branch(OpCodes.Brtrue, kept);
        if (check.Reset is { } reset)
        {
            Push(reset, Form.I32);
            il.Branch(OpCodes.Brtrue, kept);
        }
        il.Address(frame.Broken);
        il.Int(target.Promises.Count);
        il.Store(4);
        il.Mark(kept);
    }

    /// <summary>The first must be carried out before the second.</summary>
    static bool Before(Commit first, Commit second)
    {
        // writes of one memory keep their order; a read sees the words before them, or after them where the memory says so
        if (first.Effect is WriteWord a && second.Effect is WriteWord b && a.Store == b.Store) return a.Number < b.Number;
        if (first.Effect is WriteWord w && second.Effect is ReadWord r && w.Store == r.Store && w.Store.WriteFirst) return true;
        if (first.Effect is ReadWord r2 && second.Effect is WriteWord w2 && w2.Store == r2.Store && !w2.Store.WriteFirst) return true;
        return first.Reads.Contains(second.Writes);
    }

    Commit Prepare(Effect effect)
    {
        var action = new Commit(effect);
        foreach (var v in effect.Uses) Need(v);
        switch (effect)
        {
            case Update u:
                if (u.When is { } when) Number("when", when, Form.I32);
                Word("data", u.Next, u.Cell.Value.Words);
                break;
            case ReadWord r:
                Number("enable", r.Enable, Form.I32);
                Number("address", r.Address, Form.I32);
                break;
            case WriteWord w:
                Number("enable", w.Enable, Form.I32);
                Number("address", w.Address, Form.I32);
                if (w.Mask is { } mask)
                {
                    if (Value.FormOf(w.Store.Word) == Form.Wide) Word("mask", mask, (w.Store.Word.Width / w.Element + 63) / 64);
                    else Number("mask", mask, Form.I64);
                }
                if (Value.FormOf(w.Store.Word) == Form.Wide) Word("data", w.Data, (w.Store.Word.Width + 63) / 64);
                else Number("data", w.Data, Form.I64);
                break;
        }
        action.Reads.Remove(action.Writes);
        return action;

        void Number(string name, Value v, Form form)
        {
            Push(v, form);
            il.Set(action.Locals[name] = il.Local(form));
        }
        void Word(string name, Value v, int words)
        {
            PushWords(v, words);
            il.Set(action.Locals[name] = il.Local(Form.Wide));
            Aliases(v, action.Reads);
        }
    }

    /// <summary>The cells whose memory an address may lead to.</summary>
    void Aliases(Value v, HashSet<object> cells)
    {
        if (v is { Kind: Kind.State, IsWide: true }) cells.Add(v.Cell);
        else if (own.Contains(v) && v.IsWide && (v.Op is Op.Mux or Op.Named or Op.Wrap or Op.Fits || IsView(v) || v.Op == Op.Element && v.High % 64 == 0))
            foreach (var a in v.Args) Aliases(a, cells);
    }

    void Save(Commit action)
    {
        var words = action.Effect switch { Update u => u.Cell.Value.Words, WriteWord w => (w.Store.Word.Width + 63) / 64, _ => throw new InvalidOperationException("nothing to save") };
        var scratch = Scratch(words);
        il.Address(scratch);
        il.Get(action.Locals["data"]);
        il.Int(words);
        il.Call(typeof(Words), nameof(Words.Move));
        il.Op(OpCodes.Pop);
        il.Address(scratch);
        il.Set(action.Locals["data"]);
        action.Reads.RemoveWhere(r => r is Cell);
    }

    void Carry(Commit action)
    {
        var skip = il.Label();
        changed ??= il.Local(typeof(int));
        var gate = action.Locals.GetValueOrDefault("when") ?? action.Locals.GetValueOrDefault("enable");
        if (gate is not null)
        {
            il.Get(gate);
            il.Branch(OpCodes.Brfalse, skip);
        }
        switch (action.Effect)
        {
            case Update u: MoveInto(u.Cell, () => il.Get(action.Locals["data"]), u.Next); break;
            case ReadWord r: Read(r, action); break;
            case WriteWord w: Write(w, action); break;
        }
        il.Mark(skip);
    }

    void MoveInto(Cell cell, Action address, Value? source = null)
    {
        var from = il.Local(Form.Wide);
        address();
        il.Set(from);
        MoveWords(() => il.Address(cell.Offset), () => il.Get(from), cell.Value.Words, source);
        il.Set(changed!);
        waking.Note(cell.Value, changed!);
    }

    /// <summary>An address never reaches outside, whatever a broken promise made of it.</summary>
    void WordAddress(Store store, Commit action)
    {
        il.Get(action.Locals["address"]);
        il.Int(store.Places - 1);
        il.Op(OpCodes.And);
    }

    /// <summary>Where a word of a memory lies.</summary>
    void Place(Store store, Commit action)
    {
        il.Address(Frame.Pointer(store));
        il.Op(OpCodes.Ldind_I);
        WordAddress(store, action);
        il.Op(OpCodes.Conv_I);
        il.Int(store.WordBytes);
        il.Op(OpCodes.Mul);
        il.Op(OpCodes.Add);
    }

    void Read(ReadWord r, Commit action)
    {
        var form = r.Cell.Value.Form;
        if (form == Form.Wide) { MoveInto(r.Cell, () => Place(r.Store, action)); return; }
        var word = il.Local(form);
        Place(r.Store, action);
        il.Load(r.Store.WordBytes, r.Store.Word.IsSigned, form);
        il.Set(word);
        Store(r.Cell.Offset, r.Cell.Bytes, r.Cell.Value, () => il.Get(word));
    }

    void Write(WriteWord w, Commit action)
    {
        var store = w.Store;
        if (Value.FormOf(store.Word) == Form.Wide)
        {
            var to = il.Local(Form.Wide);
            Place(store, action);
            il.Set(to);
            if (w.Mask is null)
            {
                MoveWords(() => il.Get(to), () => il.Get(action.Locals["data"]), (store.Word.Width + 63) / 64, w.Data);
                il.Op(OpCodes.Pop);
            }
            else
            {
                il.Get(to);
                il.Get(action.Locals["data"]);
                il.Get(action.Locals["mask"]);
                il.Int(store.Word.Width / w.Element);
                il.Int(w.Element);
                il.Call(typeof(Words), nameof(Words.Merge));
            }
        }
        else
        {
            Place(store, action);
            if (w.Mask is null) il.Get(action.Locals["data"]);
            else
            {
                Place(store, action);
                il.Load(store.WordBytes, store.Word.IsSigned, Form.I64);
                il.Get(action.Locals["data"]);
                il.Get(action.Locals["mask"]);
                il.Int(store.Word.Width / w.Element);
                il.Int(w.Element);
                il.Call(typeof(Words), nameof(Words.Merge64));
            }
            il.Store(store.WordBytes);
        }
        // the page of a snapshot that this makes another
        il.Address(Frame.Dirty(store));
        il.Op(OpCodes.Ldind_I);
        WordAddress(store, action);
        il.Int(store.PageShift);
        il.Op(OpCodes.Shr);
        il.Op(OpCodes.Conv_I);
        il.Op(OpCodes.Add);
        il.Int(1);
        il.Op(OpCodes.Stind_I1);
        // the same read may see another word in the next cycle, though nothing it depends on has changed
        if (waking.Expects(block.Unit.Gate)) waking.Note(block.Unit.Gate);
    }
}
