namespace Hw.Txu.Matrix;

/// <summary>C lanes side by side: one feature row fills a stationary element of every lane, one moving row meets all of them.</summary>
/// <param name="count">C, the tokens of a block.</param>
public sealed class DotArray(int count) : Module
{
    public override string VerilogName => $"dot_array_{count}";

    /// <summary>From a moving row to its accumulators, and to its results.</summary>
    public const int AccumulatorsAfter = 2 + DotLane.AccumulatorAfter, ResultsAfter = 2 + DotLane.ResultAfter;

    /// <summary>32 elements of 16 bits, or in the low half of 8</summary>
    public In Moving { get; } = Input(Pair);
    /// <summary>bit k: element k counts, with the row</summary>
    public In Counts { get; } = Input(DotShared.Word);
    /// <summary>the row's format, as MmType</summary>
    public In Format { get; } = Input(UInt(2));

    public In Load { get; } = Input(Bit);
    /// <summary>one feature of C tokens, of 16 bits or in the low half of 8</summary>
    public In Feature { get; } = Input(UInt(16 * count));
    /// <summary>bit t: lane t counts</summary>
    public In LiveLanes { get; } = Input(Row(count, Bit));
    public In LoadFormat { get; } = Input(UInt(2));
    public In Swap { get; } = Input(Bit);

    public In Accumulators { get; } = Input(Row(count, Word));
    public In Fresh { get; } = Input(Bit);
    public In Scales { get; } = Input(Bit);
    public In NewAlpha { get; } = Input(Bit);
    public In Alphas { get; } = Input(Row(count, Word));
    public Out Results { get; } = Output(Row(count, Word));

    readonly LaneArray<ElementDecoder> decoders = Instances(Dot32.Depth, () => new ElementDecoder());
    readonly LaneArray<DotLane> lanes = Instances(count, () => new DotLane());

    static Signal Is(Signal format, MmType type) => format == (long)type;

    protected override void Build()
    {
        var (int8, e4m3) = (Is(Format, MmType.INT8).Named("int8"), Is(Format, MmType.E4M3).Named("e4m3"));
        decoders.Each(decoder =>
        {
            decoder.Half.Drive(Signal.Element(Moving, decoder.Index, UInt16));
            decoder.Octet.Drive(Signal.Element(Moving, decoder.Index, UInt8));
            decoder.Counts.Drive(Signal.Element(Counts, decoder.Index, Bit));
            decoder.IsInt8.Drive(int8);
            decoder.IsE4M3.Drive(e4m3);
        });

        var alignsE4M3 = Delay(e4m3, 2, "aligns_e4m3");
        var (sumsE4M3, sumsInt8) = (Delay(alignsE4M3, DotLane.AlignStages, "sums_e4m3"), Delay(int8, 2 + DotLane.AlignStages, "sums_int8"));
        var addsInt8 = Delay(sumsInt8, DotLane.SumStages, "adds_int8");
        var (loadsInt8, loadsE4M3, loadsWide) = (Is(LoadFormat, MmType.INT8).Named("loads_int8"), Is(LoadFormat, MmType.E4M3).Named("loads_e4m3"), Is(LoadFormat, MmType.BF16).Named("loads_wide"));
        var (load, taken8, takenE4M3, scales) = (Delay(Load, 1, "loads", reset: 0), Delay(loadsInt8, 1, "taken_int8"), Delay(loadsE4M3, 1, "taken_e4m3"), Delay(Scales, 1, "taken_scales"));
        lanes.Each(lane =>
        {
            lane.Signs.Drive(decoders.All(d => d.Sign));
            lane.Zeros.Drive(decoders.All(d => d.IsZero));
            lane.Infs.Drive(decoders.All(d => d.IsInf));
            lane.Nans.Drive(decoders.All(d => d.IsNan));
            lane.Exponents.Drive(decoders.All(d => d.Exponent));
            lane.Significands.Drive(decoders.All(d => d.Significand));
            lane.AlignsE4M3.Drive(alignsE4M3);
            lane.SumsE4M3.Drive(sumsE4M3);
            lane.SumsInt8.Drive(sumsInt8);
            lane.Load.Drive(load);
            var feature = Mux(loadsWide, Signal.Element(Feature, lane.Index, UInt16), Signal.Element(Feature, lane.Index, UInt8));
            lane.Feature.Drive(Mux(LiveLanes.Element(lane.Index), feature, 0));
            lane.LoadsInt8.Drive(taken8);
            lane.LoadsE4M3.Drive(takenE4M3);
            lane.Swap.Drive(Swap);
            lane.Accumulator.Drive(Accumulators.Element(lane.Index));
            lane.Fresh.Drive(Fresh);
            lane.Scales.Drive(scales);
            lane.NewAlpha.Drive(NewAlpha);
            lane.Alpha.Drive(Alphas.Element(lane.Index));
            lane.AddsInt8.Drive(addsInt8);
        });
        Results.Drive(lanes.All(lane => lane.Result));
    }
}
