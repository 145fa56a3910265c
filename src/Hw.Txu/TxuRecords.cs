namespace Hw.Txu;

/// <summary>
/// The retire-and-write port: every write to the machine's state with the instruction it belongs to, in the cycle in which it
/// happens, and every retirement. Plain outputs; nothing in the chip waits for them.
/// </summary>
public sealed class TxuRecords : Bundle
{
    public TxuRecords(int lanes)
    {
        Load = Forward(() => new Write(SpadRow, Beat), "load");
        Vector = Forward(() => new Write(SpadRow, Beat), "vector");
        Matrix = Forward(() => new Write(AccRow, Shape.Row(lanes, Interval.Int32)), "matrix");
        Store = Forward(() => new Write(Geometry.Address, Beat), "store");
        LoadRetire = Forward(() => new Retired(), "load_retire");
        StoreRetire = Forward(() => new Retired(), "store_retire");
        MatrixRetire = Forward(() => new Retired(), "matrix_retire");
        VectorRetire = Forward(() => new Retired(), "vector_retire");
        ControlRetire = Forward(() => new Retired(), "control_retire");
    }

    public Write Load { get; }
    public Write Vector { get; }
    public Write Matrix { get; }
    public Write Store { get; }
    public Retired LoadRetire { get; }
    public Retired StoreRetire { get; }
    public Retired MatrixRetire { get; }
    public Retired VectorRetire { get; }
    public Retired ControlRetire { get; }

    /// <summary>One write: a row of the scratchpad or the accumulators, or 32 bytes of memory.</summary>
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

    /// <summary>One instruction is done.</summary>
    public sealed class Retired : Bundle
    {
        readonly Port valid, order;
        public Retired() => (valid, order) = (Forward(Interval.Bit, "valid"), Forward(Geometry.Order, "order"));

        internal void Drive(Signal happens, Signal instruction)
        {
            valid.Drive(happens);
            order.Drive(instruction);
        }
    }
}
