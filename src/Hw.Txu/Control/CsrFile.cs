namespace Hw.Txu.Control;

/// <summary>Control and status registers on AXI4-Lite; addresses are those of Csr. Unknown addresses read 0 and ignore writes, with SLVERR.</summary>
public sealed class CsrFile(int lanes) : Module
{
    public override string VerilogName => $"csr_file_{lanes}";

    public AxiLite Bus { get; } = Sink(() => new AxiLite());
    public Out Doorbell { get; } = Output(Bit);
    /// <summary>in units of 512 bytes</summary>
    public Out ProgramBase { get; } = Output(UInt(31));
    public Out Length { get; } = Output(UInt(32));
    public Out Watchdog { get; } = Output(UInt(32));
    public Out Irq { get; } = Output(Bit);

    public In Running { get; } = Input(Bit);
    public In Finished { get; } = Input(Bit);
    public In Cause { get; } = Input(UInt(4));
    public In Epc { get; } = Input(UInt(32));
    public In Code { get; } = Input(UInt(16));
    /// <summary>the counter word that is read, and what it holds</summary>
    public Out Counter { get; } = Output(Interval.UInt(CounterWord));
    public In Count { get; } = Input(UInt(32));

    /// <summary>Bits of a counter word's number.</summary>
    const int CounterWord = 6;

    readonly Reg programLow = Register(UInt(23), reset: 0), programHigh = Register(UInt(8), reset: 0), programLength = Register(UInt(32), reset: 0), watchdogLimit = Register(UInt(32), reset: 0);
    readonly Reg interruptEnable = Register(Bit, reset: 0), interruptRaised = Register(Bit, reset: 0), ended = Register(Bit, reset: 0);
    readonly Reg written = Register(Bit, reset: 0), writeRefused = Register(Bit), readValid = Register(Bit, reset: 0), readRefused = Register(Bit), readData = Register(UInt(32));
    /// <summary>a read is being answered: its address has been taken</summary>
    readonly Reg reads = Register(Bit, reset: 0), readAddress = Register(UInt(12));

    protected override void Build()
    {
        Writes();
        Reads();
        When(Doorbell, () => ended.Next = 0).ElseWhen(Finished, () => ended.Next = 1);
        ProgramBase.Drive(Concat(programLow, programHigh));
        Length.Drive(programLength);
        Watchdog.Drive(watchdogLimit);
        Irq.Drive(interruptRaised);
    }

    void Writes()
    {
        var takes = (Bus.Aw.Valid & Bus.W.Valid & !written).Named("takes_write");
        Bus.Aw.Ready.Drive(takes);
        Bus.W.Ready.Drive(takes);
        Signal To(int address) => takes & (Bus.Aw.Addr == address);
        var data = Bus.W.Data;
        Doorbell.Drive(To(Csr.Doorbell) & !Running);
        When(To(Csr.ProgramLow), () => programLow.Next = data[31, 9]);
        When(To(Csr.ProgramHigh), () => programHigh.Next = data[7, 0]);
        When(To(Csr.Length), () => programLength.Next = data);
        When(To(Csr.Watchdog), () => watchdogLimit.Next = data);
        When(To(Csr.Interrupt), () => interruptEnable.Next = data[0]);
        When(To(Csr.Interrupt), () => interruptRaised.Next = 0).ElseWhen(Finished & interruptEnable, () => interruptRaised.Next = 1);

        When(takes, () => writeRefused.Next = !Any([.. new[] { Csr.Doorbell, Csr.ProgramLow, Csr.ProgramHigh, Csr.Length, Csr.Watchdog, Csr.Interrupt }.Select(a => Bus.Aw.Addr == a)]));
        When(takes, () => written.Next = 1).ElseWhen(Bus.B.Fires, () => written.Next = 0);
        Bus.B.Valid.Drive(written);
        Bus.B.Resp.Drive(Mux(writeRefused, AxiBus.SlaveError, AxiBus.Okay));
    }

    void Reads()
    {
        var id = TxuIsa.Definition.Id;
        (int Address, Signal Value)[] registers =
        [
            (Csr.Id, (uint)id), (Csr.IdHigh, (uint)(id >> 32)), (Csr.Lanes, lanes), (Csr.Status, Concat(Running, ended, ended & (Cause != 0))),
            (Csr.ProgramLow, programLow << 9), (Csr.ProgramHigh, programHigh), (Csr.Length, programLength), (Csr.Watchdog, watchdogLimit), (Csr.Interrupt, interruptEnable),
            (Csr.Cause, Cause), (Csr.Epc, Epc), (Csr.Code, Code),
        ];
        // One cycle to take the address, one to find the value.
        var takes = (Bus.Ar.Valid & !reads & !readValid).Named("takes_read");
        Bus.Ar.Ready.Drive(takes);
        When(takes, () => readAddress.Next = Bus.Ar.Addr);
        reads.Next = takes;
        Counter.Drive(readAddress[CounterWord + 1, 2]);
        var counts = ((readAddress >= Counters.Address) & (readAddress < Counters.Address + 4 * CounterFile.Words) & (readAddress[1, 0] == 0)).Named("counts");
        When(reads, () =>
        {
            readData.Next = registers.Aggregate(Mux(counts, Count, 0), (value, r) => value | Mux(readAddress == r.Address, r.Value, 0));
            readRefused.Next = !Any([counts, .. registers.Select(r => readAddress == r.Address)]);
        });
        When(reads, () => readValid.Next = 1).ElseWhen(Bus.R.Fires, () => readValid.Next = 0);
        Bus.R.Valid.Drive(readValid);
        Bus.R.Data.Drive(readData);
        Bus.R.Resp.Drive(Mux(readRefused, AxiBus.SlaveError, AxiBus.Okay));
    }
}
