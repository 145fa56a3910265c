namespace Hw.Txu.Memory;

/// <summary>One scratchpad bank, one read and one write a cycle. Reads: moving rows first, then stationary rows, then the vector unit, then the
/// store engine. Writes: the vector unit first, then the load engine.</summary>
public sealed class SpadBank : Module
{
    const int Depth = SpadRows / SpadBanks;
    static readonly Interval Place = UpTo(Depth - 1);

    /// <summary>the request is for this bank</summary>
    public In MovingHit { get; } = Input(Bit);
    public In MovingIndex { get; } = Input(Place);
    public In StationaryHit { get; } = Input(Bit);
    public In StationaryIndex { get; } = Input(Place);
    public In VectorHit { get; } = Input(Bit);
    public In VectorIndex { get; } = Input(Place);
    public In StoreHit { get; } = Input(Bit);
    public In StoreIndex { get; } = Input(Place);
    public In WriteHit { get; } = Input(Bit);
    public In WriteIndex { get; } = Input(Place);
    public In WriteRow { get; } = Input(Beat);
    public In LoadHit { get; } = Input(Bit);
    public In LoadIndex { get; } = Input(Place);
    public In LoadRow { get; } = Input(Beat);
    /// <summary>the row whose request was granted in the cycle before</summary>
    public Out Data { get; } = Output(Beat);

    readonly Hw.Hdl.Memory rows = Memory(Depth, Beat);

    protected override void Build()
    {
        rows.Write(WriteHit | LoadHit, Mux(WriteHit, WriteIndex, LoadIndex), Mux(WriteHit, WriteRow, LoadRow));
        Data.Drive(rows.Read(Mux(MovingHit, MovingIndex, Mux(StationaryHit, StationaryIndex, Mux(VectorHit, VectorIndex, StoreIndex))),
            MovingHit | StationaryHit | VectorHit | StoreHit));
    }
}
