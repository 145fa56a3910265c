namespace Hw.Txu.Control;

/// <summary>
/// From an instruction word and its resolved operands to the command of its queue, and whether an operand leaves its memory.
/// Purely combinational; the rules are those of the instructions' Check.
/// </summary>
public sealed class Dispatcher : Module
{
    static readonly IsaDefinition Isa = TxuIsa.Definition;

    public In Word { get; } = Input(UInt(128));
    public In Order { get; } = Input(Geometry.Order);
    /// <summary>the word is a NOP of one of the four queues</summary>
    public In Nop { get; } = Input(Bit);
    public In IsLoad { get; } = Input(Bit);
    public In IsStore { get; } = Input(Bit);
    public In IsMatrix { get; } = Input(Bit);
    public In IsVector { get; } = Input(Bit);
    /// <summary>effective addresses of the word's first, second and third register operand</summary>
    public In Address0 { get; } = Input(Geometry.Address);
    public In Address1 { get; } = Input(Geometry.Address);
    public In Address2 { get; } = Input(Geometry.Address);
    public In Shape { get; } = Input(ShapeFields.Fields.Word);

    public Out BadRange { get; } = Output(Bit);
    public Out Load { get; } = Output(TransferCommand.Fields.Word);
    public Out Store { get; } = Output(TransferCommand.Fields.Word);
    public Out Matrix { get; } = Output(MatrixCommand.Fields.Word);
    public Out Vector { get; } = Output(VectorCommand.Fields.Word);

    protected override void Build()
    {
        var s = ShapeFields.Fields;
        Signal e0 = s.E0.Of(Shape), e1 = s.E1.Of(Shape), e2 = s.E2.Of(Shape), s0 = s.S0.Of(Shape), s1 = s.S1.Of(Shape), s2 = s.S2.Of(Shape);
        var total = (e0 * e1 * e2).Named("total");
        var space = Isa.Field<St>(Word, nameof(St.Space));
        // How far the walks reach beyond their first row; extents are at least 1.
        var reach0 = ((e0 - 1).Max(0) * s0).Named("reach_0");
        var reachVector = ((e0 - 1).Max(0) * s1).Named("reach_vector");
        var reach1 = ((e1 - 1).Max(0) * s1).Named("reach_1");
        var reach2 = ((e1 - 1).Max(0) * s2).Named("reach_2");

        var badLoad = Misaligned(Address1) | (Address0 + total > SpadRows);
        var badStore = Misaligned(Address1) | Mux(space, (Address0 * UnitsPerAccRow + total > AccRows * UnitsPerAccRow) | (total[1, 0] != 0), Address0 + total > SpadRows);
        var badMatrix = (e2 != 1) | (Address1 + reach0 + reach1 >= SpadRows) | (Address2 + reach2 + Dot32.Depth - 1 >= SpadRows) | (Address0 + e0 > AccRows);
        var badVector = (e1 != 1) | (e2 != 1) | (Address0 + reach0 >= SpadRows) | (Address1 + reachVector >= AccRows);
        BadRange.Drive((IsLoad & badLoad) | (IsStore & badStore) | (IsMatrix & badMatrix) | (IsVector & badVector));

        Unused(Concat(Word[7, 0], Word[35, 32], Word[57, 37], Word[127, 80]), "the decoder has checked the opcode, the type and the reserved bits; registers are resolved");

        Load.Drive(Transfer(Address0.Wrap(SpadRow), space: 0, total));
        Store.Drive(Transfer(Mux(space, (Address0 << 2).Wrap(SpadRow), Address0.Wrap(SpadRow)), space, total));

        var m = MatrixCommand.Fields;
        Matrix.Drive(m.Pack([.. Common(m),
            (m.Mode, Isa.Field<Mm>(Word, nameof(Mm.Mode))), (m.AccRow, Address0.Wrap(AccRow)),
            (m.Moving, Address1.Wrap(SpadRow)), (m.Stationary, Address2.Wrap(SpadRow)),
            (m.Rows, e0), (m.Chunks, e1), (m.RowStride, s0.Wrap(SpadRow)), (m.ChunkStride, s1.Wrap(SpadRow)), (m.StationaryStride, s2.Wrap(SpadRow))]));

        var v = VectorCommand.Fields;
        Vector.Drive(v.Pack([.. Common(v),
            (v.Target, Address0.Wrap(SpadRow)), (v.A, Address1.Wrap(SpadRow)), (v.Rows, e0), (v.TargetStride, s0.Wrap(SpadRow)), (v.AStride, s1.Wrap(SpadRow)),
            (v.Multiplier, Isa.Field<Vq>(Word, nameof(Vq.Scale))), (v.Shift, Isa.Field<Vq>(Word, nameof(Vq.Shift)))]));
    }

    static Signal Misaligned(In address) => address[4, 0] != 0;

    Signal Transfer(Signal unit, Signal space, Signal total)
    {
        var (f, s) = (TransferCommand.Fields, ShapeFields.Fields);
        return f.Pack([.. Common(f), (f.Address, Address1), (f.Unit, unit), (f.Space, space),
            (f.E0, s.E0.Of(Shape)), (f.E1, s.E1.Of(Shape)), (f.E2, s.E2.Of(Shape)), (f.S0, s.S0.Of(Shape)), (f.S1, s.S1.Of(Shape)), (f.S2, s.S2.Of(Shape)),
            (f.Total, total.Wrap(UInt(14)))]);
    }

    (Hw.Hdl.Field, Signal)[] Common(Command f)
    {
        var bits = Isa[typeof(Nop)];
        Signal Semaphore(Hw.Isa.Field field) => Word[field.Bits.Hi, field.Bits.Lo];
        return [(f.Order, Order), (f.Nop, Nop), (f.Wait0, Semaphore(bits.Waits[0])), (f.Wait1, Semaphore(bits.Waits[1])),
            (f.Signal0, Semaphore(bits.Signals[0])), (f.Signal1, Semaphore(bits.Signals[1]))];
    }
}
