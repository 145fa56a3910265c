namespace Hw.Txu;

/// <summary>
/// The harness that every figure and every comparison runs in: the chip, the memory model on its three buses, and a protocol
/// checker on each. All of it is hardware, so a whole run is one call into a simulator.
/// </summary>
public sealed class TxuSystem(int lanes, bool records = true, int words = AxiMemory.DefaultWords) : Module
{
    public override string VerilogName => $"txu_system_{lanes}{(records ? "" : "_bare")}";

    public AxiLite Csr { get; } = Sink(() => new AxiLite());
    public Out Irq { get; } = Output(Bit);
    public Out Running { get; } = Output(Bit);
    /// <summary>the first AXI rule broken on fetch, load and store, or 0</summary>
    public Out FetchViolation { get; } = Output(UInt(4));
    public Out LoadViolation { get; } = Output(UInt(4));
    public Out StoreViolation { get; } = Output(UInt(4));

    public AxiMemorySettings Settings { get; } = Sink(() => new AxiMemorySettings(words));
    /// <summary>decides every stall; taken during reset</summary>
    public In Seed { get; } = Input(UInt(31));
    /// <summary>the host writes a 32-byte word</summary>
    public In PokeValid { get; } = Input(Bit);
    public In PokeAddress { get; } = Input(UpTo(words - 1));
    public In PokeData { get; } = Input(AxiBus.Beat);
    public In PeekAddress { get; } = Input(UpTo(words - 1));
    /// <summary>the word at peek_address, one cycle later</summary>
    public Out PeekData { get; } = Output(AxiBus.Beat);
    /// <summary>beats the load bus moved and cycles in which its memory kept one back</summary>
    public Out LoadBeats { get; } = Output(UInt(48));
    public Out LoadWithheld { get; } = Output(UInt(48));
    public Out StoreBeats { get; } = Output(UInt(48));
    public Out StoreWithheld { get; } = Output(UInt(48));
    public TxuRecords? Records { get; } = records ? Source(() => new TxuRecords(lanes)) : null;

    readonly TxuChip chip = Instance(() => new TxuChip(lanes, records));
    readonly AxiMemory dram = Instance(() => new AxiMemory(reads: 2, words));
    readonly AxiReadChecker fetchChecker = Instance(() => new AxiReadChecker()), loadChecker = Instance(() => new AxiReadChecker());
    readonly AxiWriteChecker storeChecker = Instance(() => new AxiWriteChecker());

    protected override void Build()
    {
        Bundle.Connect(Csr, chip.Csr);
        Irq.Drive(chip.Irq);
        Running.Drive(chip.Running);
        if (Records is { } r) Bundle.Connect(chip.Records!, r);

        Bundle.Connect(chip.Fetch, dram.Reads[0]);
        Bundle.Connect(chip.LoadBus, dram.Reads[1]);
        Bundle.Connect(chip.StoreBus, dram.Write);
        Bundle.Connect(fetchChecker.Bus, dram.Reads[0]);
        Bundle.Connect(loadChecker.Bus, dram.Reads[1]);
        Bundle.Connect(storeChecker.Bus, dram.Write);
        FetchViolation.Drive(fetchChecker.Violation);
        LoadViolation.Drive(loadChecker.Violation);
        StoreViolation.Drive(storeChecker.Violation);

        Bundle.Connect(Settings, dram.Settings);
        dram.Seed.Drive(Seed);
        dram.PokeValid.Drive(PokeValid);
        dram.PokeAddress.Drive(PokeAddress);
        dram.PokeData.Drive(PokeData);
        dram.PeekAddress.Drive(PeekAddress);
        PeekData.Drive(dram.PeekData);
        LoadBeats.Drive(dram.ReadBeats[1]);
        LoadWithheld.Drive(dram.ReadWithheld[1]);
        StoreBeats.Drive(dram.WriteBeats);
        StoreWithheld.Drive(dram.WriteWithheld);
        Unused(dram.ReadBeats[0], "fetch traffic is no figure");
        Unused(dram.ReadWithheld[0], "fetch traffic is no figure");
    }
}
