using System.Reflection.Emit;
using Hw.BuiltIn.Flat;

namespace Hw.BuiltIn.Code;

/// <summary>
/// Opens gates. A block notes in locals which gates what it changed opens, and writes each of them once at its end: within a cycle those
/// of later blocks, at the edge those of the next cycle.
/// </summary>
sealed class Waking(Target target, Il il, bool atEdge)
{
    readonly Dictionary<int, LocalBuilder> noted = [];

    /// <summary>Where the gates behind which something is read have their bytes.</summary>
    public IReadOnlyList<int> Of(Value v) => !target.Options.Gating || !target.Timetable.Gates.TryGetValue(v, out var gates) ? [] : [.. gates];

    /// <summary>Before the block.</summary>
    public void Begin(IEnumerable<Value> mayChange)
    {
        foreach (var gate in mayChange.SelectMany(Of).Distinct())
        {
            il.Int(0);
            il.Set(noted[gate] = il.Local(typeof(int)));
        }
    }

    /// <summary>The local says, with 0 or 1, whether the value is another one.</summary>
    public void Note(Value v, LocalBuilder changed)
    {
        foreach (var gate in Of(v))
        {
            il.Get(noted[gate]);
            il.Get(changed);
            il.Op(OpCodes.Or);
            il.Set(noted[gate]);
        }
    }

    /// <summary>The value may be another one.</summary>
    public void Note(Value v)
    {
        foreach (var gate in Of(v)) Note(gate);
    }

    public void Note(int gate)
    {
        il.Int(1);
        if (!noted.TryGetValue(gate, out var local)) throw new InvalidOperationException("a gate that the block did not expect to open");
        il.Set(local);
    }

    public void Expect(int gate)
    {
        if (gate < 0 || !target.Options.Gating || noted.ContainsKey(gate)) return;
        il.Int(0);
        il.Set(noted[gate] = il.Local(typeof(int)));
    }

    public bool Expects(int gate) => noted.ContainsKey(gate);

    /// <summary>After the block.</summary>
    public void End()
    {
        foreach (var (gate, local) in noted)
        {
            var at = (atEdge ? target.Frame.NextGates : target.Frame.Gates) + gate;
            il.Address(at);
            il.Address(at);
            il.Op(OpCodes.Ldind_U1);
            il.Get(local);
            il.Op(OpCodes.Or);
            il.Op(OpCodes.Stind_I1);
        }
    }
}
