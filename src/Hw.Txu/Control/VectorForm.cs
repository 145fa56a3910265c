namespace Hw.Txu.Control;

/// <summary>Where rows lie, numbered as Source: pairs of SPAD rows (16-bit elements), single ones, ACC, STATE.</summary>
static class RowPlace
{
    public const long Pairs = (long)Source.BF16, Rows = (long)Source.E4M3, Acc = (long)Source.ACC, State = (long)Source.STATE;
}

/// <summary>
/// One instruction of the vector queue, as dispatch sees it: where the rows of its operands lie, as Source numbers them. All of them share one layout of operands
/// (<see cref="Shared"/>), so a row of this table is all that tells them apart.
/// </summary>
/// <param name="To">Null where rows are written to none, but a state vector.</param>
/// <param name="With">Null without a second operand.</param>
/// <param name="Number">Of an elementwise instruction, which one it is; 0 where a field of the word says what is done.</param>
sealed record VectorForm(Type Instruction, VectorKind Kind, Signal? To, Signal From, Signal? With = null, int Number = 0)
{
    static readonly IsaDefinition Isa = TxuIsa.Definition;

    public static IReadOnlyList<VectorForm> All(Signal word)
    {
        Signal to = Shared(word, nameof(Vbin.To)), from = Shared(word, nameof(Vbin.From)), with = Shared(word, nameof(Vbin.With), nameof(Vrope.Angles)), type = Shared(word, nameof(Vq.Type));
        return
        [
            new(typeof(Vq), VectorKind.VQ, Signal.Mux(type == (long)VqType.BF16, RowPlace.Pairs, RowPlace.Rows), RowPlace.Acc),
            new(typeof(Vdq), VectorKind.VDQ, RowPlace.Acc, Signal.Mux(type == (long)VdqType.BF16, RowPlace.Pairs, Signal.Mux(type == (long)VdqType.INT32, RowPlace.Acc, RowPlace.Rows))),
            new(typeof(Vbin), VectorKind.VBIN, to, from, with),
            new(typeof(Vact), VectorKind.VACT, to, from),
            new(typeof(Vglu), VectorKind.VGLU, to, from, with),
            new(typeof(Vred), VectorKind.VRED, null, from),
            new(typeof(Vnrm), VectorKind.VNRM, to, from, (long)Other.SCALAR),
            new(typeof(Vrope), VectorKind.VROPE, to, from, with),
            new(typeof(Smx), VectorKind.SMX, Signal.Mux(type == (long)SmxType.E4M3, RowPlace.Rows, RowPlace.Pairs), RowPlace.Acc),
            new(typeof(Smxf), VectorKind.SMXF, to, RowPlace.Acc),
            .. Vector.Elementwise.All.Select((e, i) => new VectorForm(e.Instruction, e.IsBinary ? VectorKind.BINARY : VectorKind.UNARY, to, from, e.IsBinary ? with : null, i + 1)),
        ];
    }

    /// <summary>The second operand is one element a row, for all lanes: not so in VROPE, whose angles are rows like any.</summary>
    public bool MayBeScalar => With is not null && Kind != VectorKind.VROPE;

    /// <summary>The bits of an operand that several instructions have in one place, under any of these names.</summary>
    public static Signal Shared(Signal word, params string[] names)
    {
        var fields = Isa.Instructions.Where(i => i.Queue == (int)Queue.VX).SelectMany(i => i.Operands.Where(f => names.Contains(f.Name, StringComparer.OrdinalIgnoreCase)).Select(f => (i.Mnemonic, f.Bits))).ToList();
        if (fields.Count == 0) throw new BitsException($"no vector instruction has an operand {string.Join(" or ", names)}");
        if (fields.Select(f => f.Bits).Distinct().Count() > 1)
            throw new BitsException($"the vector instructions disagree where {names[0]} lies: {string.Join(", ", fields.Select(f => $"{f.Mnemonic} {f.Bits}"))}; dispatch needs one place");
        return word[fields[0].Bits.Hi, fields[0].Bits.Lo];
    }
}
