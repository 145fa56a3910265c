using Hw.Isa;
using Hw.Isa.Txu;

namespace Hw.TxuCosim;

/// <summary>Which values of a field have been in a program: the least legal one, the greatest, one between them.</summary>
[Flags]
public enum Corners { None = 0, Least = 1, Greatest = 2, Between = 4 }

/// <summary>What random programs had in them: how often each instruction, and of each of its fields which ends of its range.</summary>
public sealed class FuzzCoverage
{
    readonly Dictionary<InstructionInfo, long> counts = TxuIsa.Definition.Instructions.ToDictionary(i => i, _ => 0L);
    readonly Dictionary<(InstructionInfo, Field), Corners> seen = [];

    public void Add(IsaProgram program)
    {
        foreach (var word in program.Words)
            if (program.Isa.TryDecode(word, out var d, out _))
            {
                counts[d.Info]++;
                foreach (var field in d.Info.AllFields)
                {
                    var value = field.Decode(word);
                    seen[(d.Info, field)] = Of(d.Info, field) | (value == field.Legal[0].Min ? Corners.Least : value == field.Legal[^1].Max ? Corners.Greatest : Corners.Between);
                }
            }
    }

    /// <summary>By opcode; words of the programs, not how often they were executed.</summary>
    public IEnumerable<(InstructionInfo Instruction, long Count)> Counts => TxuIsa.Definition.Instructions.Select(i => (i, counts[i]));

    public Corners Of(InstructionInfo instruction, Field field) => seen.GetValueOrDefault((instruction, field));

    /// <summary>What a field's range has.</summary>
    static Corners Possible(Field field) => (field.Legal[^1].Max - field.Legal[0].Min) switch { 0 => Corners.Least, 1 => Corners.Least | Corners.Greatest, _ when field.Legal is [{ } a, { } b] && a.Min == a.Max && b.Min == b.Max => Corners.Least | Corners.Greatest, _ => Corners.Least | Corners.Greatest | Corners.Between };

    public IEnumerable<(InstructionInfo Instruction, Field Field, Corners Missing)> Holes =>
        from i in TxuIsa.Definition.Instructions from f in i.AllFields let missing = Possible(f) & ~Of(i, f) where missing != Corners.None select (i, f, missing);

    /// <summary>Corners seen, and corners there are.</summary>
    public (int Seen, int All) Total
    {
        get
        {
            var fields = (from i in TxuIsa.Definition.Instructions from f in i.AllFields select (Seen: Of(i, f) & Possible(f), All: Possible(f))).ToList();
            return (fields.Sum(f => Count(f.Seen)), fields.Sum(f => Count(f.All)));
        }
    }

    /// <summary>The same of one instruction.</summary>
    public (int Seen, int All) Of(InstructionInfo i) => (i.AllFields.Sum(f => Count(Of(i, f) & Possible(f))), i.AllFields.Sum(f => Count(Possible(f))));

    static int Count(Corners corners) => System.Numerics.BitOperations.PopCount((uint)corners);
}
