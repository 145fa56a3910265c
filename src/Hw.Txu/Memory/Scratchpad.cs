namespace Hw.Txu.Memory;

/// <summary>
/// 256 KiB in 8 banks of 1024 rows: bank = {row[12:11], row[0]}, so the four 64 KiB regions are independent and neighbouring
/// rows of one region alternate between two banks. Priorities are fixed and, by the program's ordering, invisible in results.
/// </summary>
public sealed class Scratchpad : Module
{
    public RowRead Moving { get; } = Sink(() => new RowRead(SpadRow, Beat));
    public RowRead Stationary { get; } = Sink(() => new RowRead(SpadRow, Beat));
    public RowRead Store { get; } = Sink(() => new RowRead(SpadRow, Beat));
    public RowWrite Vector { get; } = Sink(() => new RowWrite(SpadRow, Beat));
    public RowWrite Load { get; } = Sink(() => new RowWrite(SpadRow, Beat));

    readonly LaneArray<SpadBank> banks = Instances(SpadBanks, () => new SpadBank());
    readonly Reg movingBank = Register(UInt(3)), stationaryBank = Register(UInt(3)), storeBank = Register(UInt(3));

    static Signal BankOf(Port row) => Concat(row[0], row[12, 11]);

    protected override void Build()
    {
        var moving = BankOf(Moving.Row).Named("moving_hits");
        var stationary = BankOf(Stationary.Row).Named("stationary_hits");
        var store = BankOf(Store.Row).Named("store_hits");
        var vector = BankOf(Vector.Row).Named("vector_hits");
        var load = BankOf(Load.Row).Named("load_hits");

        banks.Each(bank =>
        {
            bank.MovingHit.Drive(Moving.Valid & (moving == bank.Index));
            bank.MovingIndex.Drive(Moving.Row[10, 1]);
            bank.StationaryHit.Drive(Stationary.Valid & (stationary == bank.Index));
            bank.StationaryIndex.Drive(Stationary.Row[10, 1]);
            bank.StoreHit.Drive(Store.Valid & (store == bank.Index));
            bank.StoreIndex.Drive(Store.Row[10, 1]);
            bank.VectorHit.Drive(Vector.Valid & (vector == bank.Index));
            bank.VectorIndex.Drive(Vector.Row[10, 1]);
            bank.VectorRow.Drive(Vector.Data);
            bank.LoadHit.Drive(Load.Valid & (load == bank.Index));
            bank.LoadIndex.Drive(Load.Row[10, 1]);
            bank.LoadRow.Drive(Load.Data);
        });

        var movingWins = (Moving.Valid & (moving == stationary)).Named("moving_wins");
        Moving.Grant.Drive(Moving.Valid);
        Stationary.Grant.Drive(Stationary.Valid & !movingWins);
        Store.Grant.Drive(Store.Valid & !(Moving.Valid & (moving == store)) & !(Stationary.Valid & (stationary == store)));
        Vector.Grant.Drive(Vector.Valid);
        Load.Grant.Drive(Load.Valid & !(Vector.Valid & (vector == load)));

        movingBank.Next = moving;
        stationaryBank.Next = stationary;
        storeBank.Next = store;
        var read = banks.All(bank => bank.Data);
        Moving.Data.Drive(Signal.Element(read, movingBank, Beat));
        Stationary.Data.Drive(Signal.Element(read, stationaryBank, Beat));
        Store.Data.Drive(Signal.Element(read, storeBank, Beat));
    }
}
