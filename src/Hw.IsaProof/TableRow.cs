using System.Reflection;

namespace Hw.IsaProof;

/// <summary>
/// What one declaration says of every bit of the word, as a picture of it, most significant bit first: 0 and 1 are fixed, z must be zero, - is ignored, . belongs to a field.
/// Read off the attributes once more, bit by bit, and not off the <see cref="InstructionInfo"/> that codec and decoder work from.
/// </summary>
public sealed class TableRow
{
    readonly char[] picture;

    TableRow(IsaShape shape, InstructionInfo instruction)
    {
        Instruction = instruction;
        var type = instruction.Type;
        var declared = type.GetCustomAttribute<InstructionAttribute>()!;
        var format = shape.Formats.First(f => f.Name == declared.Format);
        picture = new char[shape.WordBits];
        Fix(shape.Opcode, declared.Opcode);
        foreach (var more in type.GetCustomAttributes<FixedAttribute>()) Fix(more.Bits, more.Value);
        References = [.. format.Waits.Select((b, i) => Reference($"wait{i}", b)), .. format.Signals.Select((b, i) => Reference($"signal{i}", b))];
        Operands = [.. type.GetConstructors().SelectMany(c => c.GetParameters()).Select(p => Operand(p, format))];
        foreach (var reserved in type.GetCustomAttributes<ReservedAttribute>())
            for (var bit = reserved.Bits.Lo; bit <= reserved.Bits.Hi; bit++) Claim(bit, Mark(reserved.Policy));
        for (var bit = 0; bit < picture.Length; bit++)
            if (picture[bit] == 0) picture[bit] = Mark(shape.Unclaimed ?? Policy.MustBeZero);
        (Mask, Match, Zero, Ignored) = (Bits("01"), Bits("1"), Bits("z"), Bits("-"));
        Specializes = [.. type.GetCustomAttributes<SpecializesAttribute>().Select(s => s.General)];

        TableField Reference(string name, BitRange bits)
        {
            var used = 1L << (bits.Hi - bits.Lo);
            return Taken(new(name, [.. Enumerable.Range(bits.Lo, bits.Hi - bits.Lo + 1).Reverse()], false, 1, [(0, 0), (used, used + shape.Semaphores.Count - 1)]));
        }
    }

    public static TableRow Of(IsaShape shape, InstructionInfo instruction) => new(shape, instruction);

    /// <summary>Whose row it is; of the encoding nothing is taken from it.</summary>
    public InstructionInfo Instruction { get; }
    public string Name => Instruction.Mnemonic;
    public UInt128 Mask { get; }
    public UInt128 Match { get; }
    public UInt128 Zero { get; }
    public UInt128 Ignored { get; }
    public ImmutableArray<TableField> References { get; }
    public ImmutableArray<TableField> Operands { get; }
    public ImmutableArray<Type> Specializes { get; }

    /// <summary>Most significant bit first.</summary>
    public string Picture => new([.. picture.Reverse()]);

    void Fix(BitRange bits, long value)
    {
        for (var bit = bits.Lo; bit <= bits.Hi; bit++) Claim(bit, (value >> (bit - bits.Lo) & 1) != 0 ? '1' : '0');
    }

    TableField Taken(TableField field)
    {
        foreach (var place in field.Places) Claim(place, '.');
        return field;
    }

    void Claim(int bit, char mark)
    {
        if (picture[bit] != 0) throw new IsaException($"{Instruction.Place}: {Name}: bit {bit} is claimed twice, as `{picture[bit]}` and as `{mark}`");
        picture[bit] = mark;
    }

    static char Mark(Policy policy) => policy switch { Policy.Hint => '-', Policy.MustBeZero => 'z', _ => '0' };

    UInt128 Bits(string marks) => picture.Select((mark, bit) => marks.Contains(mark) ? UInt128.One << bit : 0).Aggregate(UInt128.Zero, (all, bit) => all | bit);

    TableField Operand(ParameterInfo p, Format format)
    {
        var field = p.GetCustomAttribute<FieldAttribute>();
        var (bits, signed, multiple) = field is null ? (format.Fields[p.Name!].Bits, format.Fields[p.Name!].Signed, format.Fields[p.Name!].Multiple) : (field.Bits, field.Signed, field.Multiple);
        ImmutableArray<int> places = [.. bits.Pieces.SelectMany(r => Enumerable.Range(r.Lo, r.Hi - r.Lo + 1).Reverse())];
        return Taken(new(p.Name!, places, signed, multiple, [.. Legal(p.ParameterType, field, places.Length, signed, multiple)]));
    }

    static IEnumerable<(long, long)> Legal(Type type, FieldAttribute? field, int width, bool signed, long multiple)
    {
        if (type == typeof(bool)) return [(0, 1)];
        if (type.GetCustomAttribute<RegisterAttribute>() is { } register) return [(0, register.Count - 1)];
        if (type.IsEnum)
        {
            var members = Enum.GetValuesAsUnderlyingType(type).Cast<object>().Select(Convert.ToInt64).Distinct();
            if (!type.IsDefined(typeof(FlagsAttribute))) return members.Select(m => (m, m));
            return Enumerable.Range(0, 1 << width).Select(v => (long)v).Where(v => v == members.Where(m => (m & v) == m).Aggregate(0L, (a, b) => a | b)).Select(v => (v, v));
        }
        var (least, greatest) = signed ? (-(1L << (width - 1)), (1L << (width - 1)) - 1) : (0, (1L << width) - 1);
        return [(field is null or { Min: long.MinValue } ? least * multiple : field.Min, field is null or { Max: long.MaxValue } ? greatest * multiple : field.Max)];
    }
}
