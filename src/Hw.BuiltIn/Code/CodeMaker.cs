using System.Reflection.Emit;
using Hw.BuiltIn.Flat;
using Hw.BuiltIn.Plan;
using Hw.BuiltIn.Runtime;

namespace Hw.BuiltIn.Code;

/// <summary>Code that works on a frame.</summary>
unsafe delegate void Work(byte* frame);

/// <summary>The code of a design.</summary>
/// <param name="TakeInputs">From the ports as callers write them to what the design reads.</param>
/// <param name="Settle">Everything within a cycle.</param>
/// <param name="Edge">Everything at the rising edge, but for reset.</param>
sealed record CompiledCode(Work TakeInputs, Work Settle, Work Edge, long Bytes);

/// <summary>Turns blocks into methods: many blocks in one, but few enough for the JIT to optimise it.</summary>
sealed class CodeMaker(Target target)
{
    /// <summary>The JIT stops optimising beyond 20,000 instructions or 60,000 bytes (docs/decisions/0015).</summary>
    const int MethodBytes = 9_000;

    long bytes;

    public static CompiledCode Run(Target target)
    {
        var compiler = new CodeMaker(target);
        var inputs = compiler.Method("take_inputs", il => compiler.TakeInputs(il));
        var settle = compiler.Sequence("settle", target.Timetable.Settling);
        var edge = compiler.Sequence("edge", target.Timetable.Edges, compiler.TurnGates);
        return new(Finish(inputs), Finish(settle), Finish(edge), compiler.bytes);
    }

    /// <summary>Each block as a method of its own: for finding out where time goes.</summary>
    public static IReadOnlyList<(Block Block, Work Code)> Each(Target target)
    {
        var maker = new CodeMaker(target);
        return [.. target.Timetable.All.Select(b => (b, Finish(maker.Method("block", il => maker.Gated(il, b)))))];
    }

    static Work Finish(DynamicMethod method) => method.CreateDelegate<Work>();

    DynamicMethod Method(string name, Action<Il> body)
    {
        var method = New(name);
        var il = new Il(method);
        body(il);
        il.Return();
        bytes += il.Bytes;
        return method;
    }

    static DynamicMethod New(string name) => new(name, typeof(void), [typeof(byte*)], typeof(CodeMaker).Module, skipVisibility: true);

    DynamicMethod Sequence(string name, List<Block> blocks, Action<Il>? last = null)
    {
        var parts = new List<DynamicMethod>();
        for (var i = 0; i < blocks.Count;)
            parts.Add(Method($"{name}_{parts.Count}", il =>
            {
                do Gated(il, blocks[i++]);
                while (i < blocks.Count && il.Bytes < MethodBytes);
            }));
        return Method(name, il =>
        {
            foreach (var part in parts)
            {
                il.Frame();
                il.Call(part);
            }
            last?.Invoke(il);
        });
    }

    void Gated(Il il, Block block)
    {
        var asleep = il.Label();
        if (target.Options.Gating && block.Unit.Gate >= 0)
        {
            il.Address(target.Frame.Gates + block.Unit.Gate);
            il.Op(OpCodes.Ldind_U1);
            il.Branch(OpCodes.Brfalse, asleep);
        }
        if (block.IsLanes) new LaneBlock(target, il, block).Emit();
        else new ScalarBlock(target, il, block).Emit();
        il.Mark(asleep);
    }

    /// <summary>After an edge the gates that it opened are those of the cycle.</summary>
    void TurnGates(Il il)
    {
        for (var at = 0; at < target.Frame.GateBytes; at += 8)
        {
            il.Address(target.Frame.Gates + at);
            il.Address(target.Frame.NextGates + at);
            il.Load(8, signed: true, Form.I64);
            il.Store(8);
            il.Address(target.Frame.NextGates + at);
            il.Long(0);
            il.Store(8);
        }
    }

    void TakeInputs(Il il)
    {
        var changed = il.Local(typeof(int));
        var waking = new Waking(target, il, atEdge: false);
        waking.Begin(target.Flat.Inputs.Values);
        foreach (var (name, v) in target.Flat.Inputs)
        {
            var (port, at, width) = (target.Frame.Port(name), target.Frame.Of(v), v.Range.Width);
            if (v.IsWide)
            {
                var scratch = target.Frame.Take(v.Words * 8, 64);
                il.Address(scratch);
                il.Int(v.Words);
                il.Port(port);
                il.Int(v.Words);
                il.Int(0);
                il.Int(width);
                il.Int(v.Range.IsSigned ? 1 : 0);
                il.Call(typeof(Words), nameof(Words.Wrap));
                il.Address(at);
                il.Address(scratch);
                il.Int(v.Words);
                il.Call(typeof(Words), nameof(Words.Move));
                il.Set(changed);
            }
            else
            {
                var now = il.Local(v.Form);
                il.Port(port);
                il.Load(Frame.NumberBytes(width), signed: false, v.Form);
                il.Cut(v.Form, width, v.Range.IsSigned);
                il.Set(now);
                il.Get(now);
                il.Address(at);
                il.Load(v.Form == Form.I32 ? 4 : 8, signed: true, v.Form);
                il.Op(OpCodes.Xor);
                il.IsNotZero(v.Form);
                il.Set(changed);
                il.Address(at);
                il.Get(now);
                il.Store(v.Form == Form.I32 ? 4 : 8);
            }
            waking.Note(v, changed);
        }
        waking.End();
    }
}
