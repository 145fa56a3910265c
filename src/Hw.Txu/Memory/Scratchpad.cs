namespace Hw.Txu.Memory;

/// <summary>
/// 256 KiB in 8 banks of 1024 rows: bank = {row[12:11], row[0]}, so the four 64 KiB regions are independent and neighbouring
/// rows of one region alternate between two banks; a wide access takes both. Priorities are fixed and, by the program's ordering, invisible in results.
/// </summary>
public sealed class Scratchpad : Module
{
    public SpadRead Moving { get; } = Sink(() => new SpadRead());
    public SpadRead Stationary { get; } = Sink(() => new SpadRead());
    public SpadRead Vector { get; } = Sink(() => new SpadRead());
    public RowRead Store { get; } = Sink(() => new RowRead(SpadRow, Beat));
    public SpadWrite VectorWrite { get; } = Sink(() => new SpadWrite());
    public RowWrite Load { get; } = Sink(() => new RowWrite(SpadRow, Beat));

    readonly LaneArray<SpadBank> banks = Instances(SpadBanks, () => new SpadBank());

    /// <summary>What a request takes: one bank of a region's two, or with `Wide` both.</summary>
    readonly record struct Request(Signal Valid, Signal Row, Signal Wide)
    {
        public Signal Region => Row[12, 11];

        public Signal Hits(LaneIndex bank) => Valid & (Region == (bank / 2).Value) & (Wide | (Row[0] == (bank % 2).Value));

        /// <summary>It meets a request that goes first.</summary>
        public Signal Yields(params Request[] others)
        {
            var mine = this;
            return Any([.. others.Select(o => o.Valid & (o.Region == mine.Region) & (o.Wide | mine.Wide | (o.Row[0] == mine.Row[0])))]);
        }
    }

    static Request Of(SpadRead port) => new(port.Valid, port.Row, port.Wide);

    protected override void Build()
    {
        Request moving = Of(Moving), stationary = Of(Stationary), vector = Of(Vector), store = new(Store.Valid, Store.Row, 0);
        Request write = new(VectorWrite.Valid, VectorWrite.Row, VectorWrite.Wide), load = new(Load.Valid, Load.Row, 0);
        banks.Each(bank =>
        {
            bank.MovingHit.Drive(moving.Hits(bank.Index));
            bank.MovingIndex.Drive(Moving.Row[10, 1]);
            bank.StationaryHit.Drive(stationary.Hits(bank.Index));
            bank.StationaryIndex.Drive(Stationary.Row[10, 1]);
            bank.VectorHit.Drive(vector.Hits(bank.Index));
            bank.VectorIndex.Drive(Vector.Row[10, 1]);
            bank.StoreHit.Drive(store.Hits(bank.Index));
            bank.StoreIndex.Drive(Store.Row[10, 1]);
            bank.WriteHit.Drive(write.Hits(bank.Index));
            bank.WriteIndex.Drive(VectorWrite.Row[10, 1]);
            bank.WriteRow.Drive(Mux(VectorWrite.Wide & (bank.Index % 2).Value, VectorWrite.Data[511, 256], VectorWrite.Data[255, 0]));
            bank.LoadHit.Drive(load.Hits(bank.Index));
            bank.LoadIndex.Drive(Load.Row[10, 1]);
            bank.LoadRow.Drive(Load.Data);
        });
        Moving.Grant.Drive(Moving.Valid);
        Stationary.Grant.Drive(Stationary.Valid & !stationary.Yields(moving));
        Vector.Grant.Drive(Vector.Valid & !vector.Yields(moving, stationary));
        Store.Grant.Drive(Store.Valid & !store.Yields(moving, stationary, vector));
        VectorWrite.Grant.Drive(VectorWrite.Valid);
        Load.Grant.Drive(Load.Valid & !load.Yields(write));

        var read = banks.All(bank => bank.Data);
        Moving.Data.Drive(Read(read, moving, "moving"));
        Stationary.Data.Drive(Read(read, stationary, "stationary"));
        Vector.Data.Drive(Read(read, vector, "vector"));
        Store.Data.Drive(Signal.Element(read, Delay(Concat(Store.Row[0], Store.Row[12, 11]), 1, "store_bank"), Beat));
    }

    /// <summary>Both rows of the region that was asked for in the cycle before; of a narrow request its row below.</summary>
    static Signal Read(Signal banks, Request request, string name)
    {
        var both = Signal.Element(banks, Delay(request.Region, 1, $"{name}_region"), Pair);
        var odd = Delay(!request.Wide & request.Row[0], 1, $"{name}_odd");
        return Concat(Mux(odd, both[511, 256], both[255, 0]), both[511, 256]);
    }
}
