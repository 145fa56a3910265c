namespace Hw.IsaProof;

/// <summary>One thing that a decoder, a codec or an assembler could get wrong about one instruction.</summary>
/// <param name="Kind">In one or two words, for counts.</param>
/// <param name="Alter">The instruction as the faulty one has it.</param>
/// <param name="IsOfEncoding">An assembler with this fault writes other words; otherwise it is about what is refused, which an assembler never writes.</param>
public sealed record Fault(string Kind, string What, InstructionInfo Instruction, Func<InstructionInfo, InstructionInfo> Alter, bool IsOfEncoding)
{
    /// <summary>Operands are looked at before reserved bits: another cause for a word that is wrong in both.</summary>
    public bool OperandsFirst { get; init; }
    /// <summary>A codec cannot have it so: it finds instructions by the whole opcode, and the special ones first.</summary>
    public bool IsOfHardware { get; init; }
    public IEnumerable<Side> Sides => [Side.Verilog, .. IsOfHardware ? (Side[])[] : [Side.Golden], .. IsOfEncoding ? (Side[])[Side.Assembler] : []];
    public override string ToString() => $"{Instruction.Mnemonic}: {What}";

    /// <summary>The definition as the faulty one has it. A case that now takes words of other instructions comes before theirs, as in a decoder whose cases are tried in turn.</summary>
    internal IsaDefinition Plant(IsaDefinition isa)
    {
        var altered = Alter(Instruction);
        var specials = isa.SpecialsOf(Instruction);
        var general = isa.Instructions.Where(i => isa.SpecialsOf(i).Contains(Instruction)).ToList();
        var forgets = Instruction.Specializes.Length > altered.Specializes.Length;
        var met = isa.Instructions.Where(i => i != Instruction && (i.Mask & altered.Mask & (i.Match ^ altered.Match)) == 0 && !specials.Contains(i) && !general.Contains(i));
        altered = altered with { Specializes = [.. altered.Specializes, .. met.Select(i => i.Type)] };
        return isa.Altered([.. isa.Instructions.Select(i => i == Instruction ? altered : forgets && general.Contains(i) ? i with { Specializes = [.. i.Specializes, altered.Type] } : i)]);
    }
}

/// <summary>Every single fault of every instruction.</summary>
public static class Faults
{
    public static IReadOnlyList<Fault> Of(IsaDefinition isa) => [.. isa.Instructions.SelectMany(i => Of(isa, i))];

    static IEnumerable<Fault> Of(IsaDefinition isa, InstructionInfo i)
    {
        var all = UInt128.MaxValue >> (128 - isa.Shape.WordBits);
        yield return new("case dropped", "no case", i, x => With(isa, x, all, all), true);
        foreach (var bit in Bits(i.Mask))
        {
            var one = UInt128.One << bit;
            yield return new("fixed bit flipped", $"fixed bit {bit} flipped", i, x => With(isa, x, x.Match ^ one, x.Mask), true);
            // the whole opcode is always compared, and a codec tries the instruction with more fixed bits first: such a case cannot take another's words there
            if ((isa.Shape.Opcode.Mask & one) != 0) continue;
            var takes = isa.Instructions.Any(o => o != i && (o.Mask & i.Mask & ~one & (o.Match ^ i.Match)) == 0);
            yield return new("fixed bit ignored", $"fixed bit {bit} not looked at", i, x => With(isa, x, x.Match & ~one, x.Mask & ~one), false) { IsOfHardware = takes };
        }
        foreach (var bit in Bits(i.Reserved)) yield return new("reserved bit forgotten", $"reserved bit {bit} forgotten", i, x => x with { Reserved = x.Reserved & ~(UInt128.One << bit) }, false);
        foreach (var bit in Bits(i.Ignored)) yield return new("ignored bit refused", $"ignored bit {bit} refused", i, x => x with { Reserved = x.Reserved | UInt128.One << bit, Ignored = x.Ignored & ~(UInt128.One << bit) }, false);
        if (i.Specializes.Length > 0) yield return new("specialisation ignored", "words left to what it specialises", i, x => x with { Specializes = [] }, false) { IsOfHardware = true };
        if (i.Reserved != 0 && i.Operands.Any(f => !f.IsFull)) yield return new("cause order swapped", "operands before reserved bits", i, x => x with { Reserved = 0, Waits = [], Signals = [] }, false) { OperandsFirst = true };

        var fields = i.AllFields.ToList();
        foreach (var f in fields)
        {
            foreach (var (what, legal) in Legalities(f)) yield return new("legal set", $"{f.Name} legal for {what}", i, Other(f, f with { Legal = legal }), false);
            if (f.Bits.IsWhole && f.Bits.Hi + 1 < isa.Shape.WordBits)
                yield return new("field moved", $"{f.Name} one bit higher", i, Other(f, f with { Bits = new BitRange(f.Bits.Hi + 1, f.Bits.Lo + 1) }), true);
            for (var p = 1; p < f.Bits.Pieces.Length; p++)
                yield return new("pieces swapped", $"pieces {p - 1} and {p} of {f.Name} swapped", i, Other(f, f with { Bits = new([.. f.Bits.Pieces[..(p - 1)], f.Bits.Pieces[p], f.Bits.Pieces[p - 1], .. f.Bits.Pieces[(p + 1)..]]) }), true);
            if (f.Kind is FieldKind.Signed or FieldKind.Unsigned && f.Bits.Width > 1)
            {
                var other = f with { Kind = f.Kind == FieldKind.Signed ? FieldKind.Unsigned : FieldKind.Signed };
                yield return new("sign", $"{f.Name} {(f.Kind == FieldKind.Signed ? "unsigned" : "signed")}", i, Other(f, f.IsFull ? other with { Legal = [other.Encodable] } : other), f.IsFull);
            }
            foreach (var g in fields.SkipWhile(g => g != f).Skip(1).Where(g => g.Bits.Width == f.Bits.Width))
                yield return new("fields swapped", $"{f.Name} and {g.Name} swapped", i, x => Other(g, g with { Bits = f.Bits })(Other(f, f with { Bits = g.Bits })(x)), true);
        }
    }

    /// <summary>Everything legal, and each end of each range one further out or in.</summary>
    static IEnumerable<(string What, ImmutableArray<ValueRange> Legal)> Legalities(Field f)
    {
        var all = f.Encodable;
        if (!f.IsFull) yield return ("every pattern", [all]);
        for (var r = 0; r < f.Legal.Length; r++)
        {
            var (min, max) = f.Legal[r];
            foreach (var range in (ValueRange[])[new(min - f.Multiple, max), new(min + f.Multiple, max), new(min, max - f.Multiple), new(min, max + f.Multiple)])
                if (range.Min >= all.Min && range.Max <= all.Max && range.Min <= range.Max && !f.Legal.Where((_, i) => i != r).Any(l => l.Min <= range.Max && range.Min <= l.Max))
                    yield return ($"{range}{(f.Legal.Length > 1 ? " …" : "")}", f.Legal.SetItem(r, range));
            if (f.Legal.Length > 1) yield return ($"all but {f.Legal[r]}", f.Legal.RemoveAt(r));
        }
    }

    static InstructionInfo With(IsaDefinition isa, InstructionInfo i, UInt128 match, UInt128 mask) => i with { Match = match, Mask = mask, Opcode = (int)isa.Shape.Opcode.Of(match) };

    static Func<InstructionInfo, InstructionInfo> Other(Field f, Field other)
    {
        return i => i with { Operands = Put(i.Operands), Waits = Put(i.Waits), Signals = Put(i.Signals) };
        ImmutableArray<Field> Put(ImmutableArray<Field> fields) => [.. fields.Select(g => g.Name == f.Name ? other : g)];
    }

    static IEnumerable<int> Bits(UInt128 mask) => Enumerable.Range(0, 128).Where(bit => (mask >> bit & 1) != 0);
}
