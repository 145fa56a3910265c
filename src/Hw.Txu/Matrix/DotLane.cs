namespace Hw.Txu.Matrix;

/// <summary>
/// One lane of the matrix unit: 32 stationary elements, and a dot product with every moving row that passes, added to the row's accumulator.
/// The accumulator is wanted late: α · accumulator ends when the dot product does, and the sum of both is the last part.
/// </summary>
public sealed class DotLane : Module
{
    /// <summary>Cycles of the parts: as few as keep each of them within 5.3 ns in osu018.</summary>
    public const int AlignStages = 2, SumStages = 7, ScaleStages = 7, AddStages = 5, DotStages = AlignStages + SumStages;
    /// <summary>From a moving row's elements to its accumulator, and to its result.</summary>
    public const int AccumulatorAfter = DotStages - ScaleStages - 1, ResultAfter = DotStages + AddStages;

    // the moving row, the same for all lanes: 32 elements taken apart
    public In Signs { get; } = Input(DotShared.Word);
    public In Zeros { get; } = Input(DotShared.Word);
    public In Infs { get; } = Input(DotShared.Word);
    public In Nans { get; } = Input(DotShared.Word);
    public In Exponents { get; } = Input(Row(Dot32.Depth, DotShared.Exponent));
    public In Significands { get; } = Input(Row(Dot32.Depth, DotShared.Significand));
    /// <summary>their format, which the parts of a dot product need at different times</summary>
    public In AlignsE4M3 { get; } = Input(Bit);
    public In SumsE4M3 { get; } = Input(Bit);
    public In SumsInt8 { get; } = Input(Bit);
    public In AddsInt8 { get; } = Input(Bit);

    /// <summary>this lane's token of one feature, from a memory and so registered at the door</summary>
    public In Feature { get; } = Input(DotShared.Pattern);
    /// <summary>one cycle after it: shift it into the shadow copy, and its format</summary>
    public In Load { get; } = Input(Bit);
    public In LoadsInt8 { get; } = Input(Bit);
    public In LoadsE4M3 { get; } = Input(Bit);
    /// <summary>shadow becomes active, one cycle before the first row that uses it</summary>
    public In Swap { get; } = Input(Bit);

    /// <summary>the accumulator's value, registered at the door too</summary>
    public In Accumulator { get; } = Input(Word);
    /// <summary>start from 0 instead</summary>
    public In Fresh { get; } = Input(Bit);
    /// <summary>a new α comes with this accumulator</summary>
    public In NewAlpha { get; } = Input(Bit);
    public In Alpha { get; } = Input(Word);
    /// <summary>one cycle after the accumulator: start from α times as much</summary>
    public In Scales { get; } = Input(Bit);
    public Out Result { get; } = Output(Word);

    readonly Reg shadowSigns = Register(DotShared.Word), shadowZeros = Register(DotShared.Word), shadowInfs = Register(DotShared.Word), shadowNans = Register(DotShared.Word);
    readonly Reg shadowExponents = Register(Row(Dot32.Depth, DotShared.Exponent)), shadowSignificands = Register(Row(Dot32.Depth, DotShared.Significand));
    readonly Reg activeSigns = Register(DotShared.Word), activeZeros = Register(DotShared.Word), activeInfs = Register(DotShared.Word), activeNans = Register(DotShared.Word);
    readonly Reg activeExponents = Register(Row(Dot32.Depth, DotShared.Exponent)), activeSignificands = Register(Row(Dot32.Depth, DotShared.Significand));
    readonly Reg heldAlpha = Register(Word), takenAccumulator = Register(Word);

    protected override void Build()
    {
        Stationary();
        var terms = Pipeline(AlignStages, () => DotShared.Align<Signal>(new(0, AlignsE4M3), new(Signs, Zeros, Infs, Nans, Exponents.Elements, Significands.Elements),
            new(activeSigns, activeZeros, activeInfs, activeNans, activeExponents.Elements, activeSignificands.Elements)).Values);
        var dot = Pipeline(SumStages, () => DotShared.Sum(new(SumsInt8, SumsE4M3), DotTerms<Signal>.Of([.. terms.Select(t => t.Value)])));

        takenAccumulator.Next = Mux(Fresh, 0, Accumulator);
        heldAlpha.Next = Mux(NewAlpha, Alpha, heldAlpha);
        var scaled = Pipeline(ScaleStages, () => DotShared.Scaled<Signal>(Scales, heldAlpha, takenAccumulator));
        Result.Drive(Pipeline(AddStages, () => DotShared.Accumulated<Signal>(AddsInt8, scaled, dot)));
    }

    void Stationary()
    {
        var element = DotShared.Decode<Signal>(new(LoadsInt8, LoadsE4M3), Delay(Feature, 1, "taken_feature"));
        When(Load, () =>
        {
            shadowSigns.Next = Shifted(shadowSigns, element.Sign);
            shadowZeros.Next = Shifted(shadowZeros, element.IsZero);
            shadowInfs.Next = Shifted(shadowInfs, element.IsInf);
            shadowNans.Next = Shifted(shadowNans, element.IsNaN);
            shadowExponents.Next = shadowExponents.ShiftIn(element.Exponent);
            shadowSignificands.Next = shadowSignificands.ShiftIn(element.Significand);
        });
        When(Swap, () =>
        {
            (activeSigns.Next, activeZeros.Next, activeInfs.Next, activeNans.Next) = (shadowSigns, shadowZeros, shadowInfs, shadowNans);
            (activeExponents.Next, activeSignificands.Next) = (shadowExponents, shadowSignificands);
        });
    }

    static Signal Shifted(Reg word, Signal bit) => Concat(word[Dot32.Depth - 1, 1], bit);
}
