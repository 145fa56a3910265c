namespace Hw.Txu.Memory;

/// <summary>One accumulator bank, one read and one write a cycle. Reads: the matrix unit first, then the vector unit, then the
/// store engine. Writes: the matrix unit or the vector unit, which never meet; then the load engine.</summary>
public sealed class AccBank(int lanes) : Module
{
    public override string VerilogName => $"acc_bank_{lanes}";
    const int Depth = AccRows / AccBanks;
    static readonly Interval Place = UpTo(Depth - 1);

    public In MatrixHit { get; } = Input(Bit);
    public In MatrixIndex { get; } = Input(Place);
    public In VectorHit { get; } = Input(Bit);
    public In VectorIndex { get; } = Input(Place);
    public In StoreHit { get; } = Input(Bit);
    public In StoreIndex { get; } = Input(Place);
    public In WriteHit { get; } = Input(Bit);
    public In WriteIndex { get; } = Input(Place);
    public In WriteRow { get; } = Input(Row(lanes, Word));
    public In VectorWriteHit { get; } = Input(Bit);
    public In VectorWriteIndex { get; } = Input(Place);
    public In VectorWriteRow { get; } = Input(Row(lanes, Word));
    public In LoadHit { get; } = Input(Bit);
    public In LoadIndex { get; } = Input(Place);
    public In LoadRow { get; } = Input(Row(lanes, Word));
    /// <summary>the row whose request was granted in the cycle before</summary>
    public Out Data { get; } = Output(Row(lanes, Word));

    readonly Hw.Hdl.Memory rows = Memory(Depth, Row(lanes, Word));

    protected override void Build()
    {
        var computed = (WriteHit | VectorWriteHit).Named("computed");
        rows.Write(computed | LoadHit, Mux(WriteHit, WriteIndex, Mux(VectorWriteHit, VectorWriteIndex, LoadIndex)), Mux(WriteHit, WriteRow, Mux(VectorWriteHit, VectorWriteRow, LoadRow)));
        Data.Drive(rows.Read(Mux(MatrixHit, MatrixIndex, Mux(VectorHit, VectorIndex, StoreIndex)), MatrixHit | VectorHit | StoreHit));
    }
}
