using System.Globalization;

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
    public In Executed { get; } = Input(UInt(32));
    /// <summary>events to count</summary>
    public In MatrixRow { get; } = Input(Bit);
    public In LoadBeat { get; } = Input(Bit);
    public In StoreBeat { get; } = Input(Bit);

    readonly Reg programLow = Register(UInt(23), reset: 0), programHigh = Register(UInt(8), reset: 0), programLength = Register(UInt(32), reset: 0), watchdogLimit = Register(UInt(32), reset: 0);
    readonly Reg interruptEnable = Register(Bit, reset: 0), interruptRaised = Register(Bit, reset: 0), ended = Register(Bit, reset: 0);
    readonly Reg written = Register(Bit, reset: 0), writeRefused = Register(Bit), readValid = Register(Bit, reset: 0), readRefused = Register(Bit), readData = Register(UInt(32));
    readonly Counter cycles = Instance(() => new Counter()), matrixRows = Instance(() => new Counter()), loadBeats = Instance(() => new Counter()), storeBeats = Instance(() => new Counter());

    protected override void Build()
    {
        Writes();
        Reads();
        When(Doorbell, () => ended.Next = 0).ElseWhen(Finished, () => ended.Next = 1);
        foreach (var (counter, happens) in new[] { (cycles, Running.Value), (matrixRows, MatrixRow), (loadBeats, LoadBeat), (storeBeats, StoreBeat) })
        {
            counter.Clear.Drive(Doorbell);
            counter.Happens.Drive(happens);
        }
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
        var id = long.Parse(TxuIsa.Definition.Hash[..8], NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        (int Address, Signal Value)[] registers =
        [
            (Csr.Id, id), (Csr.Lanes, lanes), (Csr.Status, Concat(Running, ended, ended & (Cause != 0))),
            (Csr.ProgramLow, programLow << 9), (Csr.ProgramHigh, programHigh), (Csr.Length, programLength), (Csr.Watchdog, watchdogLimit), (Csr.Interrupt, interruptEnable),
            (Csr.Cause, Cause), (Csr.Epc, Epc), (Csr.Code, Code), (Csr.Executed, Executed),
            .. new[] { (Csr.Cycles, cycles), (Csr.MatrixRows, matrixRows), (Csr.LoadBeats, loadBeats), (Csr.StoreBeats, storeBeats) }
                .SelectMany(c => new[] { (c.Item1, c.Item2.Low.Value), (c.Item1 + 4, c.Item2.High.Value) }),
        ];
        var takes = (Bus.Ar.Valid & !readValid).Named("takes_read");
        Bus.Ar.Ready.Drive(takes);
        When(takes, () =>
        {
            readData.Next = registers.Reverse().Aggregate((Signal)0, (rest, r) => Mux(Bus.Ar.Addr == r.Address, r.Value, rest));
            readRefused.Next = !Any([.. registers.Select(r => Bus.Ar.Addr == r.Address)]);
        });
        When(takes, () => readValid.Next = 1).ElseWhen(Bus.R.Fires, () => readValid.Next = 0);
        Bus.R.Valid.Drive(readValid);
        Bus.R.Data.Drive(readData);
        Bus.R.Resp.Drive(Mux(readRefused, AxiBus.SlaveError, AxiBus.Okay));
    }
}
