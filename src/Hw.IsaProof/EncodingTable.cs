namespace Hw.IsaProof;

/// <summary>What a word is: its instruction, if it has the bits of one, why it is refused, and the first thing that is wrong with it (a bit's number, or a field's name).</summary>
public readonly record struct Finding(TableRow? Row, Trap Cause, string? What)
{
    public bool IsLegal => Cause == Trap.None;
    public override string ToString() => Row is null ? "no instruction" : Cause switch
    {
        Trap.None => $"{Row.Name}",
        Trap.ReservedBits => $"{Row.Name}, refused: {What} must be 0",
        _ => $"{Row.Name}, refused: {What} is illegal",
    };
}

/// <summary>
/// The third opinion: rows of plain data and the rules of the encoding, nothing else. Every row is tried, in no clever order. A word is the instruction whose fixed bits it has;
/// where several have them, the one that specializes the others. A set bit that must be zero, or a semaphore reference that is neither unused nor one of those there are, is a reserved
/// bit; then operands, lowest first.
/// </summary>
public sealed class EncodingTable
{
    static readonly string[] bits = [.. Enumerable.Range(0, 128).Select(i => $"bit {i}")];

    public EncodingTable(IsaDefinition isa)
    {
        Isa = isa;
        Rows = [.. isa.Instructions.Select(i => TableRow.Of(isa.Shape, i))];
    }

    public IsaDefinition Isa { get; }
    public ImmutableArray<TableRow> Rows { get; }

    public TableRow? RowOf(UInt128 word)
    {
        TableRow? found = null;
        foreach (var row in Rows)
        {
            if ((word & row.Mask) != row.Match) continue;
            if (found is null || IsUnder(row, found)) found = row;
            else if (!IsUnder(found, row)) throw new IsaException($"{row.Instruction.Place}: {row.Name} and {found.Name} both are 0x{word:X}, and neither specializes the other");
        }
        return found;
    }

    /// <summary>The first specializes the second, or what does.</summary>
    bool IsUnder(TableRow special, TableRow general) =>
        special.Specializes.Any(t => t == general.Instruction.Type || Rows.Any(r => r.Instruction.Type == t && IsUnder(r, general)));

    /// <summary>Rows whose words are taken out of this one's.</summary>
    public IEnumerable<TableRow> Above(TableRow general) => Rows.Where(r => r != general && IsUnder(r, general));

    public Finding Find(UInt128 word)
    {
        if (RowOf(word) is not { } row) return new(null, Trap.IllegalOpcode, null);
        if ((word & row.Zero) is var set && set != 0) return new(row, Trap.ReservedBits, bits[(int)UInt128.TrailingZeroCount(set)]);
        foreach (var reference in row.References)
            if (!reference.IsLegal(word)) return new(row, Trap.ReservedBits, reference.Name);
        TableField? worst = null;
        foreach (var operand in row.Operands)
            if (!operand.IsLegal(word) && (worst is null || operand.Places.Min() < worst.Places.Min())) worst = operand;
        return worst is null ? new(row, Trap.None, null) : new(row, Trap.BadOperand, worst.Name);
    }
}
