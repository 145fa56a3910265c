namespace Hw.Txu.Memory;

/// <summary>One accumulator bank, one read and one write a cycle. The matrix unit reads first, then the vector unit, then the
/// store engine; only the matrix unit writes.</summary>
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
    public In WriteRow { get; } = Input(Row(lanes, Int32));
    /// <summary>the row whose request was granted in the cycle before</summary>
    public Out Sums { get; } = Output(Row(lanes, Int32));

    readonly Hw.Hdl.Memory rows = Memory(Depth, Row(lanes, Int32));

    protected override void Build()
    {
        rows.Write(WriteHit, WriteIndex, WriteRow);
        Sums.Drive(rows.Read(Mux(MatrixHit, MatrixIndex, Mux(VectorHit, VectorIndex, StoreIndex)), MatrixHit | VectorHit | StoreHit));
    }
}
