using System.Collections.Immutable;
using System.Numerics;

namespace Hw.IsaRtl;

/// <summary>
/// The instruction decoder of any definition: a line per instruction, of which at most one is 1; for every word that is no well-formed instruction, why; and the operands by name. Purely
/// combinational. A line says that the word is this instruction, also where it is refused: look at <see cref="Illegal"/> before believing it.
/// </summary>
public sealed class Decoder(IsaDefinition isa) : Module
{
    public override string VerilogName => $"{isa.Name}_decoder";
    public override string Summary => $"The instruction decoder of {isa.Name} {isa.Version}: one line per instruction, at most one of them 1, also where the word is refused; for every word that is no well-formed "
        + $"instruction, why; and the operands. Hash of the encodings: {isa.EncodingHash}.";

    public In Word { get; } = Input(UInt(isa.Shape.WordBits));
    /// <summary>The word is this instruction's, by its fixed bits: the special one's where the words of two are the same.</summary>
    public IReadOnlyDictionary<Type, Out> Is { get; } = Lines(isa);
    /// <summary>the word is no well-formed instruction</summary>
    public Out Illegal { get; } = Output(Bit);
    /// <summary>1 opcode, 2 reserved bits, 3 operand; 0 for a legal word</summary>
    public Out Cause { get; } = Output(UInt(2));
    /// <summary>Operands and semaphore references, by name.</summary>
    public IReadOnlyList<(DecodedField Field, Out Value)> Fields { get; } = [.. DecodedField.Of(isa).Select(f => (f, Offer(f.Range, f.Port, f.Note)))];

    /// <summary>The output of an operand: <c>decoder[nameof(Mm.Acc)]</c>.</summary>
    public Out this[string operand] => Fields.FirstOrDefault(f => f.Field.Name.Equals(operand, StringComparison.OrdinalIgnoreCase)).Value
        ?? throw new BitsException($"no instruction of {isa.Name} has an operand {operand}; there are {string.Join(", ", Fields.Select(f => f.Field.Name))}");

    /// <summary>The opcode alone tells instructions apart, so that tables are cases of it; otherwise they are cases of the lines.</summary>
    readonly bool byOpcode = isa.Instructions.All(i => i.Mask == isa.Shape.Opcode.Mask);
    readonly Dictionary<Type, Signal> line = [], choice = [];
    readonly Dictionary<(int, int), Signal> fixedBits = [];
    readonly Dictionary<DecodedPlace, Signal> place = [];

    static Dictionary<Type, Out> Lines(IsaDefinition isa)
    {
        var names = DecoderNames.Lines(isa);
        return isa.Instructions.ToDictionary(i => i.Type, i => Output(Bit, names[i.Type]));
    }

    protected override void Build()
    {
        foreach (var i in isa.Instructions) Line(i);
        foreach (var (field, output) in Fields.OrderBy(f => f.Field.IsSelected)) Drive(field, output);

        var known = Table("known", i => 1);
        var mustBeZero = Table("must_be_zero", i => (BigInteger)i.Reserved is var bits && bits.IsZero ? 0 : Signal.Constant(bits));
        var looseSemaphore = Table("loose_semaphore", i => Any([0, .. i.Waits.Concat(i.Signals).Select(Illegitimate)]));
        var reserved = (((Word & mustBeZero) != 0) | looseSemaphore).Named("bad_reserved");
        var operand = Table("bad_operand", i => Any([0, .. i.Operands.Select(Illegitimate)]));
        Illegal.Drive(!known | reserved | operand);
        Cause.Drive(Mux(!known, (long)Trap.IllegalOpcode, Mux(reserved, (long)Trap.ReservedBits, Mux(operand, (long)Trap.BadOperand, 0))));
        Unused();
    }

    /// <summary>What each instruction makes of the word; 0 of a word that is none.</summary>
    Signal Table(string name, Func<InstructionInfo, Signal> of) => Case(name, isa.Instructions.Select(i => (choice[i.Type], of(i))), 0);

    /// <summary>Its fixed bits, and no word of what specializes it.</summary>
    Signal Line(InstructionInfo i)
    {
        if (line.TryGetValue(i.Type, out var made)) return made;
        var opcode = isa.Shape.Opcode;
        Signal Has(int hi, int lo, string? name = null) => Fixed(hi, lo) == Hex.Of((BigInteger)new BitRange(hi, lo).Of(i.Match), name);
        var fixedBits = Runs(i.Mask & ~opcode.Mask).Reverse().Select(r => Has(r.Hi, r.Lo));
        var special = isa.SpecialsOf(i).Select(s => !Line(s));
        var output = Is[i.Type];
        var match = All([Has(opcode.Hi, opcode.Lo, byOpcode ? output.Name.Replace("is_", "op_").ToUpperInvariant() : null), .. fixedBits, .. special]);
        output.Drive(made = match.Named(output.Name));
        choice[i.Type] = byOpcode ? match : made;
        return line[i.Type] = made;
    }

    Signal Fixed(int hi, int lo)
    {
        if (!fixedBits.TryGetValue((hi, lo), out var bits))
            fixedBits[(hi, lo)] = bits = Word[hi, lo].Named(Free((hi, lo) == (isa.Shape.Opcode.Hi, isa.Shape.Opcode.Lo) ? "opcode" : $"bits_{hi}_{lo}"));
        return bits;
    }

    void Drive(DecodedField field, Out output)
    {
        foreach (var p in field.Places) place[p] = p.Of(Word).Named(field.IsSelected ? Free($"{field.Port}_{Tag(field, p)}") : output.Name);
        output.Drive(field.IsSelected ? Case(output.Name, field.Places.SelectMany(p => p.Instructions.Select(i => (choice[i.Type], place[p]))), 0) : place[field.Places[0]]);
    }

    /// <summary>A place is called after its instructions' format where it has one to itself, after its bits otherwise.</summary>
    static string Tag(DecodedField field, DecodedPlace place)
    {
        var formats = field.Places.Select(p => p.Instructions.Select(i => i.Format.Name.ToLowerInvariant()).Distinct().ToList()).ToList();
        return formats.All(f => f is [not ""]) && formats.Select(f => f[0]).Distinct().Count() == formats.Count
            ? place.Instructions[0].Format.Name.ToLowerInvariant() : string.Join('_', place.Bits.Pieces.Select(p => p.Hi == p.Lo ? $"{p.Hi}" : $"{p.Hi}_{p.Lo}"));
    }

    /// <summary>The value is in a gap between the legal ones. A gap that several instructions have bears a name.</summary>
    Signal Illegitimate(Hw.Isa.Field field)
    {
        var (bits, value) = place.First(p => p.Key.Holds(field));
        return Any([0, .. Gaps(field).Select(gap => Outside(gap.From, gap.To))]);

        Signal Outside(long from, long to)
        {
            var inside = from == to ? value == from : (from > field.Encodable.Min ? value >= from : 1) & (to < field.Encodable.Max ? value <= to : 1);
            var owners = isa.Instructions.SelectMany(i => i.Operands).Count(f => bits.Holds(f) && Gaps(f).Contains((from, to)));
            return owners < 2 ? inside : gaps.TryGetValue((bits, from, to), out var named) ? named
                : gaps[(bits, from, to)] = inside.Named(Free($"{value.Node}_{(from == to ? $"is_{from}" : to == field.Encodable.Max ? $"above_{from - 1}" : $"below_{to + 1}")}".Replace('-', 'm')));
        }
    }

    readonly Dictionary<(DecodedPlace, long, long), Signal> gaps = [];

    static List<(long From, long To)> Gaps(Hw.Isa.Field field)
    {
        var (gaps, next) = (new List<(long, long)>(), field.Encodable.Min);
        foreach (var legal in field.Legal)
        {
            if (legal.Min > next) gaps.Add((next, legal.Min - 1));
            next = legal.Max + 1;
        }
        if (next <= field.Encodable.Max) gaps.Add((next, field.Encodable.Max));
        return gaps;
    }

    void Unused()
    {
        var read = isa.Instructions.Aggregate(isa.Shape.Opcode.Mask, (all, i) => i.AllFields.Aggregate(all | i.Mask | i.Reserved, (bits, f) => bits | f.Bits.Mask));
        foreach (var (hi, lo) in Runs(new BitRange(isa.Shape.WordBits - 1, 0).Mask & ~read)) Unused(Word[hi, lo], "every instruction ignores these bits");
    }

    readonly HashSet<string> taken = [.. DecoderNames.Taken(isa), .. DecodedField.Of(isa).Select(f => f.Port), "known", "must_be_zero", "loose_semaphore", "bad_reserved", "bad_operand"];
    string Free(string name) => DecoderNames.Free(name, "_bits", taken);

    /// <summary>Maximal runs of ones, highest first.</summary>
    static IEnumerable<(int Hi, int Lo)> Runs(UInt128 mask)
    {
        for (var hi = 127; hi >= 0; hi--)
        {
            if ((mask >> hi & 1) == 0) continue;
            var lo = hi;
            while (lo > 0 && (mask >> (lo - 1) & 1) == 1) lo--;
            yield return (hi, lo);
            hi = lo;
        }
    }
}
