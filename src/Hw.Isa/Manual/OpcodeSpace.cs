using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;

namespace Hw.Isa;

/// <summary>Who has which opcode, and how much of it: counted in words, exactly.</summary>
sealed class OpcodeSpace
{
    readonly IsaDefinition isa;
    readonly ImmutableArray<InstructionInfo>[] byOpcode;

    public OpcodeSpace(IsaDefinition isa)
    {
        this.isa = isa;
        byOpcode = new ImmutableArray<InstructionInfo>[Opcodes];
        Array.Fill(byOpcode, []);
        foreach (var group in isa.Instructions.GroupBy(i => i.Opcode)) byOpcode[group.Key] = [.. group];
    }

    public int Bits => isa.Shape.Opcode.Width;
    public int Opcodes => 1 << Bits;
    public ImmutableArray<InstructionInfo> At(int opcode) => byOpcode[opcode];
    public Region? RegionOf(int opcode) => isa.Shape.Regions.FirstOrDefault(r => opcode >= r.First && opcode <= r.Last);
    public bool IsFree(int opcode) => byOpcode[opcode].IsEmpty && RegionOf(opcode) is null;

    public int Taken => byOpcode.Count(i => !i.IsEmpty);
    public int Held => Enumerable.Range(0, Opcodes).Count(o => byOpcode[o].IsEmpty && RegionOf(o) is not null);
    public int Free => Opcodes - Taken - Held;

    /// <summary>Words of an opcode that are an instruction, of all that have it. One that specialises another has no words of its own.</summary>
    public (BigInteger Claimed, BigInteger All) Words(int opcode)
    {
        var all = BigInteger.One << (isa.Shape.WordBits - Bits);
        var types = byOpcode[opcode].Select(i => i.Type).ToHashSet();
        var claimed = byOpcode[opcode].Where(i => !i.Specializes.Any(types.Contains)).Aggregate(BigInteger.Zero, (sum, i) => sum + (BigInteger.One << (isa.Shape.WordBits - (int)UInt128.PopCount(i.Mask))));
        return (claimed, all);
    }

    public (BigInteger Claimed, BigInteger All) Words() => (Enumerable.Range(0, Opcodes).Aggregate(BigInteger.Zero, (sum, o) => sum + Words(o).Claimed), BigInteger.One << isa.Shape.WordBits);

    /// <summary>9.4 %; what is neither nothing nor everything does not look so.</summary>
    public static string Percent(BigInteger part, BigInteger whole)
    {
        var tenths = (2000 * part + whole) / (2 * whole);
        return tenths.IsZero && !part.IsZero ? "< 0.1 %" : tenths == 1000 && part != whole ? "> 99.9 %" : string.Create(CultureInfo.InvariantCulture, $"{tenths / 10}.{tenths % 10} %");
    }
}
