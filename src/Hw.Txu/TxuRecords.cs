namespace Hw.Txu;

/// <summary>
/// The retire-and-write port: every write to the machine's state with the instruction it belongs to, in the cycle in which it
/// happens, every retirement, and for traces when an instruction is dispatched and begins. Plain outputs; nothing in the chip waits for them.
/// </summary>
public sealed class TxuRecords : Bundle
{
    public TxuRecords(int lanes)
    {
        Load = Forward(() => new Write(SpadRow, Beat), "load");
        LoadAcc = Forward(() => new Write(AccRow, Shape.Row(lanes, Word)), "load_acc");
        Vector = Forward(() => new Write(SpadRow, Beat), "vector");
        VectorPair = Forward(() => new Write(SpadRow, Pair), "vector_pair");
        VectorAcc = Forward(() => new Write(AccRow, Shape.Row(lanes, Word)), "vector_acc");
        VectorState = Forward(() => new Write(StateRow, Shape.Row(lanes, Word)), "vector_state");
        Matrix = Forward(() => new Write(AccRow, Shape.Row(lanes, Word)), "matrix");
        Store = Forward(() => new Write(Geometry.Address, Beat), "store");
        LoadRetire = Forward(() => new Event(), "load_retire");
        StoreRetire = Forward(() => new Event(), "store_retire");
        MatrixRetire = Forward(() => new Event(), "matrix_retire");
        VectorRetire = Forward(() => new Event(), "vector_retire");
        ControlRetire = Forward(() => new Event(), "control_retire");
        Dispatch = Forward(() => new Event(), "dispatch");
        LoadBegin = Forward(() => new Event(), "load_begin");
        StoreBegin = Forward(() => new Event(), "store_begin");
        MatrixBegin = Forward(() => new Event(), "matrix_begin");
        VectorBegin = Forward(() => new Event(), "vector_begin");
    }

    public Write Load { get; }
    public Write LoadAcc { get; }
    public Write Vector { get; }
    /// <summary>An even row and the next, at once.</summary>
    public Write VectorPair { get; }
    public Write VectorAcc { get; }
    public Write VectorState { get; }
    public Write Matrix { get; }
    public Write Store { get; }
    public Event LoadRetire { get; }
    public Event StoreRetire { get; }
    public Event MatrixRetire { get; }
    public Event VectorRetire { get; }
    public Event ControlRetire { get; }
    public Event Dispatch { get; }
    public Event LoadBegin { get; }
    public Event StoreBegin { get; }
    public Event MatrixBegin { get; }
    public Event VectorBegin { get; }

    /// <summary>One write: a row of an on-chip memory, or 32 bytes of DRAM.</summary>
    public sealed class Write : Bundle
    {
        readonly Port valid, order, address, data;
        public Write(Interval addresses, Shape row) => (valid, order, address, data) =
            (Forward(Interval.Bit, "valid"), Forward(Geometry.Order, "order"), Forward(addresses, "address"), Forward(row, "data"));

        internal void Drive(Signal happens, Signal instruction, Signal where, Signal what)
        {
            valid.Drive(happens);
            order.Drive(instruction);
            address.Drive(where);
            data.Drive(what);
        }
    }

    /// <summary>One instruction is done, or dispatched, or begins.</summary>
    public sealed class Event : Bundle
    {
        readonly Port valid, order;
        public Event() => (valid, order) = (Forward(Interval.Bit, "valid"), Forward(Geometry.Order, "order"));

        internal void Drive(Signal happens, Signal instruction)
        {
            valid.Drive(happens);
            order.Drive(instruction);
        }
    }
}
