namespace Hw.Txu.Control;

/// <summary>
/// The 32 address registers: a base and a stride for each loop level. A read gives the address the register means now,
/// base + Σ iteration · stride modulo 2^40, <see cref="Latency"/> cycles later, one read a cycle; inactive levels have iteration 0.
/// </summary>
public sealed class AddressFile : Module
{
    const int Stages = 3;
    public const int Latency = 2 + Stages;

    public In Read { get; } = Input(UInt(5));
    public In Iterations { get; } = Input(Row(LoopLevels, UInt(16)));
    public Out Effective { get; } = Output(Geometry.Address);

    /// <summary>write the base and clear the strides</summary>
    public In SetBase { get; } = Input(Bit);
    /// <summary>write the stride of one level</summary>
    public In SetStride { get; } = Input(Bit);
    public In Target { get; } = Input(UInt(5));
    public In Base { get; } = Input(Geometry.Address);
    public In Level { get; } = Input(UInt(2));
    public In Stride { get; } = Input(Int(32));

    readonly Hw.Hdl.Memory bases = Memory(AddressRegisters, Geometry.Address);
    readonly Hw.Hdl.Memory strides = Memory(AddressRegisters, Row(LoopLevels, Int(32)));

    protected override void Build()
    {
        bases.Write(SetBase, Target, Base);
        var levels = Pack(Enumerable.Range(0, LoopLevels).Select(l => SetBase | (Level == l)), Bit).Named("levels");
        var values = Pack(Enumerable.Range(0, LoopLevels).Select(_ => Mux(SetBase, 0, Stride)), Int(32)).Named("values");
        strides.Write(SetBase | SetStride, Target, values, levels);

        // a multiplication has no time for the memory in front of it
        Signal start = Delay(bases.Read(Read, 1), 1, "start"), stride = Delay(strides.Read(Read, 1), 1, "stride_read");
        var iteration = Iterations.Elements;
        Effective.Drive(Pipeline(Stages, () =>
            Signal.Sum([start, .. Enumerable.Range(0, LoopLevels).Select(l => iteration[l] * Signal.ElementAt(stride, l, Int(32)))]).Wrap(Geometry.Address)));
    }
}
