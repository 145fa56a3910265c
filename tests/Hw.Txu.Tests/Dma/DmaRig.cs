using Hw.Bits;
using Hw.Hdl;
using Hw.Ip;
using Hw.Txu.Control;
using Hw.Txu.Dma;
using Hw.Txu.Memory;
using static Hw.Txu.Geometry;
using HdlMemory = Hw.Hdl.Memory;

namespace Hw.Txu.Tests.Dma;

/// <summary>Both DMA engines on the memory model, protocol checkers on their buses, on-chip memories whose ports are free when the test says so, and no semaphore ever in the way.</summary>
public sealed class DmaRig(int lanes, int words) : Module
{
    public override string VerilogName => $"dma_rig_{lanes}";

    public DataStream Load { get; } = Sink(() => new DataStream(TransferCommand.Fields.Word));
    public DataStream Store { get; } = Sink(() => new DataStream(TransferCommand.Fields.Word));
    public In SpadWriteFree { get; } = Input(Bit);
    public In AccWriteFree { get; } = Input(Bit);
    public In SpadReadFree { get; } = Input(Bit);
    public In AccReadFree { get; } = Input(Bit);
    public In SemaphoresFree { get; } = Input(Bit);

    public WriteRecord SpadWrite { get; } = Source(() => new WriteRecord(SpadRow.Width, Beat));
    public WriteRecord AccWrite { get; } = Source(() => new WriteRecord(AccRow.Width, Row(lanes, Word)));
    public WriteRecord DramWrite { get; } = Source(() => new WriteRecord(Geometry.Address.Width, Beat));
    public Out LoadRetire { get; } = Output(Bit);
    public Out LoadRetireOrder { get; } = Output(Order);
    public Out LoadError { get; } = Output(Bit);
    public Out StoreRetire { get; } = Output(Bit);
    public Out StoreRetireOrder { get; } = Output(Order);
    public Out StoreError { get; } = Output(Bit);
    public UnitActivity LoadActivity { get; } = Source(() => new UnitActivity());
    public UnitActivity StoreActivity { get; } = Source(() => new UnitActivity());
    public Out LoadViolation { get; } = Output(UInt(4));
    public Out StoreViolation { get; } = Output(UInt(4));
    public Out ReadBeats { get; } = Output(UInt(48));
    public Out ReadWithheld { get; } = Output(UInt(48));
    public Out WrittenBeats { get; } = Output(UInt(48));
    public Out WriteWithheld { get; } = Output(UInt(48));

    public AxiMemorySettings Settings { get; } = Sink(() => new AxiMemorySettings(words));
    public In Seed { get; } = Input(UInt(31));
    public In PokeValid { get; } = Input(Bit);
    public In PokeAddress { get; } = Input(UpTo(words - 1));
    public In PokeData { get; } = Input(AxiBus.Beat);
    public In PeekAddress { get; } = Input(UpTo(words - 1));
    public Out PeekData { get; } = Output(AxiBus.Beat);

    readonly LoadEngine load = Instance(() => new LoadEngine(lanes), "load_engine");
    readonly StoreEngine store = Instance(() => new StoreEngine(lanes), "store_engine");
    readonly AxiMemory dram = Instance(() => new AxiMemory(reads: 1, words));
    readonly AxiReadChecker loadChecker = Instance(() => new AxiReadChecker());
    readonly AxiWriteChecker storeChecker = Instance(() => new AxiWriteChecker());
    readonly HdlMemory spad = Memory(SpadRows, Beat), acc = Memory(AccRows, Row(lanes, Word));

    protected override void Build()
    {
        Bundle.Connect(Load, load.Push);
        Bundle.Connect(Store, store.Push);
        Bundle.Connect(load.Activity, LoadActivity);
        Bundle.Connect(store.Activity, StoreActivity);
        foreach (var port in (SemaphorePort[])[load.Wait, load.Give, store.Wait, store.Give])
        {
            port.Grant.Drive(port.Valid & SemaphoresFree);
            Unused(port.Index, "all semaphores are one");
        }

        Write(load.Write, SpadWriteFree, spad, SpadWrite);
        Write(load.AccWrite, AccWriteFree, acc, AccWrite);
        Read(store.Spad, SpadReadFree, spad);
        Read(store.Acc, AccReadFree, acc);
        DramWrite.Valid.Drive(store.WriteBeat);
        DramWrite.Order.Drive(store.WriteOrder);
        DramWrite.Address.Drive(store.WriteAddress);
        DramWrite.Data.Drive(store.WriteData);
        LoadRetire.Drive(load.Retire);
        LoadRetireOrder.Drive(load.RetireOrder);
        LoadError.Drive(load.Error);
        StoreRetire.Drive(store.Retire);
        StoreRetireOrder.Drive(store.RetireOrder);
        StoreError.Drive(store.Error);

        Bundle.Connect(load.Bus, dram.Reads[0]);
        Bundle.Connect(store.Bus, dram.Write);
        Bundle.Connect(loadChecker.Bus, dram.Reads[0]);
        Bundle.Connect(storeChecker.Bus, dram.Write);
        LoadViolation.Drive(loadChecker.Violation);
        StoreViolation.Drive(storeChecker.Violation);
        ReadBeats.Drive(dram.ReadBeats[0]);
        ReadWithheld.Drive(dram.ReadWithheld[0]);
        WrittenBeats.Drive(dram.WriteBeats);
        WriteWithheld.Drive(dram.WriteWithheld);

        Bundle.Connect(Settings, dram.Settings);
        dram.Seed.Drive(Seed);
        dram.PokeValid.Drive(PokeValid);
        dram.PokeAddress.Drive(PokeAddress);
        dram.PokeData.Drive(PokeData);
        dram.PeekAddress.Drive(PeekAddress);
        PeekData.Drive(dram.PeekData);
    }

    void Write(RowWrite port, In free, HdlMemory rows, WriteRecord record)
    {
        var grant = port.Valid & free;
        port.Grant.Drive(grant);
        rows.Write(grant, port.Row, port.Data);
        record.Valid.Drive(grant);
        record.Order.Drive(load.WriteOrder);
        record.Address.Drive(port.Row);
        record.Data.Drive(port.Data);
    }

    static void Read(RowRead port, In free, HdlMemory rows)
    {
        var grant = port.Valid & free;
        port.Grant.Drive(grant);
        port.Data.Drive(rows.Read(port.Row, grant));
    }
}
