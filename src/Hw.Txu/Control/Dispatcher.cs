namespace Hw.Txu.Control;

/// <summary>From an instruction word and its resolved operands to the command of its queue. Purely combinational; what must hold first is <see cref="OperandCheck"/>'s.</summary>
public sealed class Dispatcher : Module
{
    /// <summary>Address registers that one instruction names at most.</summary>
    public const int Operands = 4;
    static readonly IsaDefinition Isa = TxuIsa.Definition;

    public In Word { get; } = Input(UInt(128));
    public In Order { get; } = Input(Geometry.Order);
    /// <summary>the word is a NOP of one of the four queues</summary>
    public In Nop { get; } = Input(Bit);
    public In Addresses { get; } = Input(Row(Operands, Geometry.Address));
    public In Shape { get; } = Input(ShapeFields.Fields.Word);
    public In Constants { get; } = Input(ConstantFields.Fields.Word);
    public In Total { get; } = Input(UInt(14));

    public Out Transfer { get; } = Output(TransferCommand.Fields.Word);
    public Out Matrix { get; } = Output(MatrixCommand.Fields.Word);
    public Out Vector { get; } = Output(VectorCommand.Fields.Word);
    /// <summary>rows that the vector instruction walks</summary>
    public Out VectorRows { get; } = Output(UInt(14));

    Signal Is(Type instruction) => Word[7, 0] == Isa[instruction].Opcode;

    protected override void Build()
    {
        var s = ShapeFields.Fields;
        Signal e0 = s.E0.Of(Shape), e1 = s.E1.Of(Shape), e2 = s.E2.Of(Shape), s0 = s.S0.Of(Shape), s1 = s.S1.Of(Shape), s2 = s.S2.Of(Shape);
        var address = Addresses.Elements;

        var t = TransferCommand.Fields;
        var tiles = (Is(typeof(Ldt)) | Is(typeof(Stt))).Named("tiles");
        var option = Isa.Field<Ld>(Word, nameof(Ld.Space));     // of a tile, its Size
        var inAcc = (option & !tiles).Named("in_acc");
        Transfer.Drive(t.Pack([.. Common(t), (t.Address, address[1]), (t.Unit, Mux(inAcc, (address[0] << 2).Wrap(SpadRow), address[0].Wrap(SpadRow))), (t.Space, inAcc),
            (t.Transposes, tiles), (t.Wide, option & tiles), (t.E0, e0), (t.E1, e1), (t.E2, e2), (t.S0, s0), (t.S1, s1), (t.S2, s2), (t.Total, Total)]));

        var m = MatrixCommand.Fields;
        Signal OfMm(string name) => Isa.Field<Mm>(Word, name);
        Matrix.Drive(m.Pack([.. Common(m), (m.Type, OfMm(nameof(Mm.Type))[1, 0]), (m.Mode, OfMm(nameof(Mm.Mode))), (m.Alpha, OfMm(nameof(Mm.Alpha))), (m.Tail, OfMm(nameof(Mm.Tail))), (m.Lanes, OfMm(nameof(Mm.Lanes))),
            (m.AccRow, address[0].Wrap(AccRow)), (m.Moving, address[1].Wrap(SpadRow)), (m.Stationary, address[2].Wrap(SpadRow)),
            (m.Rows, e0), (m.Chunks, e1), (m.RowStride, s0.Wrap(SpadRow)), (m.ChunkStride, s1.Wrap(SpadRow)), (m.StationaryStride, s2.Wrap(SpadRow))]));

        var v = VectorCommand.Fields;
        var c = ConstantFields.Fields;
        var forms = VectorForm.All(Word).Select(f => (Form: f, Is: Is(f.Instruction))).ToList();
        Signal Of(Func<VectorForm, Signal> what) => forms.Aggregate((Signal)0, (all, f) => all | Mux(f.Is, what(f.Form), 0));
        Signal Shared(params string[] names) => VectorForm.Shared(Word, names);
        Vector.Drive(v.Pack([.. Common(v),
            (v.Kind, Of(f => (long)f.Kind)), (v.To, Of(f => f.To ?? 0)), (v.From, Of(f => f.From)), (v.With, Of(f => f.With ?? 0)),
            (v.Fn, Mux(Any([0, .. forms.Where(f => f.Form.Number > 0).Select(f => f.Is)]), Of(f => f.Number), Shared(nameof(Vbin.Op), nameof(Vact.Fn)))), (v.Type, Shared(nameof(Vq.Type))[1, 0]),
            (v.Flag, Shared(nameof(Vred.First), nameof(Vact.Affine), nameof(Vq.Scaled))), (v.Causal, Shared(nameof(Smx.Causal))), (v.Same, Shared(nameof(Smx.Same))),
            (v.Target, address[0].Wrap(SpadRow)), (v.A, address[1].Wrap(SpadRow)), (v.B, address[2].Wrap(SpadRow)),
            (v.Rows, e0), (v.TargetStride, s0.Wrap(SpadRow)), (v.AStride, s1.Wrap(SpadRow)), (v.BStride, s2.Wrap(SpadRow)),
            (v.State, Shared(nameof(Vred.State), nameof(Smx.M), nameof(Smxf.L))),
            (v.Scale, c.Scale.Of(Constants)), (v.Bias, c.Bias.Of(Constants)), (v.Keys, c.Keys.Of(Constants)), (v.Window, c.Window.Of(Constants)),
            (v.Query, address[2].Wrap(Position)), (v.Key, address[3].Wrap(Position)),
            (v.Multiplier, Isa.Field<Vq>(Word, nameof(Vq.Scale))), (v.Shift, Isa.Field<Vq>(Word, nameof(Vq.Shift)))]));
        VectorRows.Drive(Mux(Is(typeof(Vrope)), e0 << 1, e0));
        Unused(Concat(Word, Addresses), "the decoder has checked the reserved bits, registers are resolved, and a position has 20 bits");
    }

    (Hw.Hdl.Field, Signal)[] Common(Command f)
    {
        var bits = Isa[typeof(Nop)];
        Signal Semaphore(Hw.Isa.Field field) => Word[field.Bits.Hi, field.Bits.Lo];
        return [(f.Order, Order), (f.Nop, Nop), (f.Wait0, Semaphore(bits.Waits[0])), (f.Wait1, Semaphore(bits.Waits[1])),
            (f.Signal0, Semaphore(bits.Signals[0])), (f.Signal1, Semaphore(bits.Signals[1]))];
    }
}
