namespace Hw.Txu.Control;

/// <summary>
/// The rules of the instructions' Check at dispatch: an operand is rows first … first + span of a memory, on even rows where elements have 16 bits, and every one has the same
/// comparison. A verdict comes <see cref="ShapeLatency"/> cycles after word and shape and <see cref="AddressLatency"/> after the last address, all held until then.
/// </summary>
public sealed class OperandCheck : Module
{
    const int SpanStages = 4, TileSide = 32;
    public const int AddressLatency = 1, ShapeLatency = SpanStages + AddressLatency;
    /// <summary>Beyond every memory.</summary>
    static readonly Interval Span = Interval.UInt(14);
    static readonly IsaDefinition Isa = TxuIsa.Definition;

    public In Word { get; } = Input(UInt(128));
    public In Shape { get; } = Input(ShapeFields.Fields.Word);
    /// <summary>effective addresses of the word's register operands</summary>
    public In Addresses { get; } = Input(Row(Dispatcher.Operands, Geometry.Address));
    public Out BadOperand { get; } = Output(Bit);
    public Out BadRange { get; } = Output(Bit);
    /// <summary>units of a transfer; of a transposing one its tiles. Too many where the range is bad.</summary>
    public Out Total { get; } = Output(UInt(14));

    readonly Reg refusedOperand = Register(Bit), refusedRange = Register(Bit);

    Signal Is<T>() where T : IInstruction => Is(typeof(T));
    Signal Is(Type instruction) => Word[7, 0] == Isa[instruction].Opcode;

    /// <summary>An operand whose rows must lie in a memory: which one and how wide its rows are as Source says, the last row's distance from the first, and whether all strides are even.</summary>
    sealed record Operand(Signal Used, Signal First, Signal Place, Signal Span, Signal Odd);

    protected override void Build()
    {
        var s = ShapeFields.Fields;
        Signal e0 = s.E0.Of(Shape), e1 = s.E1.Of(Shape), e2 = s.E2.Of(Shape), s0 = s.S0.Of(Shape), s1 = s.S1.Of(Shape), s2 = s.S2.Of(Shape);
        var address = Addresses.Elements;
        var forms = VectorForm.All(Word).Select(f => (Form: f, Is: Is(f.Instruction))).ToList();
        Signal Of(Func<VectorForm, bool> which) => Any([0, .. forms.Where(f => which(f.Form)).Select(f => f.Is)]);
        Signal Place(Func<VectorForm, Signal?> place) => forms.Where(f => place(f.Form) is not null).Aggregate((Signal)0, (all, f) => all | Mux(f.Is, place(f.Form)!.Value, 0));

        var matrix = Is<Mm>();
        var tiles = Is<Ldt>() | Is<Stt>();
        var transfer = Is<Ld>() | Is<St>() | tiles;
        var vector = Of(_ => true).Named("vector");
        var scalar = Of(f => f.With is { IsConstant: true }) | (Of(f => f.With is { IsConstant: false } && f.MayBeScalar) & (VectorForm.Shared(Word, nameof(Vbin.With)) == (long)Other.SCALAR));
        var inAcc = Isa.Field<Ld>(Word, nameof(Ld.Space));
        var wide = Isa.Field<Ldt>(Word, nameof(Ldt.Size));
        var type = Isa.Field<Mm>(Word, nameof(Mm.Type));
        var bf16 = type == (long)MmType.BF16;

        var spans = Pipeline(SpanStages, () =>
        {
            Signal last0 = (e0 - 1).Wrap(UInt(13)), last1 = (e1 - 1).Wrap(UInt(13));
            var walked = Mux(Is<Vrope>(), (last0 << 1) + 1, last0);
            var others = Mux(matrix, last1, walked);
            Signal reach0 = walked * s0, reach1 = others * s1, reach2 = others * s2;
            var outer = (e1 * e2).Saturate(UInt(14));
            var pieces = (outer * e0).Saturate(UInt(14));
            var total = Mux(tiles, outer, pieces);
            var onChip = Mux(tiles, Mux(wide, (outer << 6) - 2, (outer << 5) - 1), Mux(inAcc, pieces >> 2, pieces) - 1);
            return (IReadOnlyList<Signal>)
            [
                Mux(transfer, onChip, Mux(matrix, last0, reach0)).Saturate(Span),
                (reach1 + Mux(matrix, reach0, 0)).Saturate(Span),
                Mux(matrix, reach2 + Mux(bf16, 2 * (Dot32.Depth - 1), Dot32.Depth - 1), Mux(scalar, last0 >> 4, reach2)).Saturate(Span),
                total,
            ];
        });
        Total.Drive(spans[3]);

        var transferred = Mux(tiles, Mux(wide, RowPlace.Pairs, RowPlace.Rows), Mux(inAcc, RowPlace.Acc, RowPlace.Rows));
        var matrixPlace = Mux(bf16, RowPlace.Pairs, RowPlace.Rows);
        Operand[] operands =
        [
            new(matrix | transfer | Of(f => f.To is not null), address[0], Mux(matrix, RowPlace.Acc, Mux(transfer, transferred, Place(f => f.To))), spans[0], !transfer & s0[0]),
            new(matrix | vector, address[1], Mux(matrix, matrixPlace, Place(f => f.From)), spans[1], s1[0] | (matrix & s0[0])),
            new(matrix | Of(f => f.With is not null), address[2], Mux(matrix, matrixPlace, Mux(scalar, RowPlace.Rows, Place(f => f.With))), spans[2], s2[0]),
        ];
        var positions = Is<Smx>() & ((address[2] >> TxuIsa.PositionBits != 0) | (address[3] >> TxuIsa.PositionBits != 0) | (Isa.Field<Smx>(Word, nameof(Smx.M)) > TxuIsa.StateVectors - Smx.Vectors));
        var extents = (vector & ((e1 != 1) | (e2 != 1))) | (matrix & (e2 != 1)) | (tiles & (e0 > TileSide));
        var memory = transfer & ((address[1][4, 0] != 0) | (!tiles & inAcc & (Total[1, 0] != 0)));
        refusedRange.Next = Any([.. operands.Select((o, i) => Leaves(o).Named($"operand_{i}_leaves")), positions, extents, memory]);
        refusedOperand.Next = matrix & (Isa.Field<Mm>(Word, nameof(Mm.Mode)) == (long)MmMode.SCALE) & (type == (long)MmType.INT8);
        BadRange.Drive(refusedRange);
        BadOperand.Drive(refusedOperand);
        Unused(Word, "the decoder has checked the rest of the word; registers are resolved");
    }

    static Signal Leaves(Operand o)
    {
        var pair = o.Place == RowPlace.Pairs;
        var last = (o.First[12, 0] + o.Span + pair);
        var beyond = (o.First >> 13 != 0) | (last >> 13 != 0) | ((o.Place == RowPlace.Acc) & (last[12, 10] != 0)) | ((o.Place == RowPlace.State) & (last[12, 5] != 0));
        return o.Used & (beyond | (pair & (o.First[0] | o.Odd)));
    }
}
