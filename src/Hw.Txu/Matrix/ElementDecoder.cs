namespace Hw.Txu.Matrix;

/// <summary>Takes one element of a moving row apart, once for all lanes.</summary>
public sealed class ElementDecoder : Module
{
    public In Element { get; } = Input(DotShared.Pattern);
    public In IsInt8 { get; } = Input(Bit);
    public In IsE4M3 { get; } = Input(Bit);
    /// <summary>one cycle after the element</summary>
    public Out Sign { get; } = Output(Bit);
    public Out IsZero { get; } = Output(Bit);
    public Out IsInf { get; } = Output(Bit);
    public Out IsNan { get; } = Output(Bit);
    public Out Exponent { get; } = Output(DotShared.Exponent);
    public Out Significand { get; } = Output(DotShared.Significand);

    protected override void Build()
    {
        var decoded = DotShared.Decode<Signal>(new(IsInt8, IsE4M3), Element);
        Sign.Drive(Delay(decoded.Sign, 1, "taken_sign"));
        IsZero.Drive(Delay(decoded.IsZero, 1, "taken_zero"));
        IsInf.Drive(Delay(decoded.IsInf, 1, "taken_inf"));
        IsNan.Drive(Delay(decoded.IsNaN, 1, "taken_nan"));
        Exponent.Drive(Delay(decoded.Exponent, 1, "taken_exponent"));
        Significand.Drive(Delay(decoded.Significand, 1, "taken_significand"));
    }
}
