namespace Hw.Txu.Matrix;

/// <summary>Takes one element of a moving row apart, once for all lanes.</summary>
public sealed class ElementDecoder : Module
{
    public In Element { get; } = Input(DotShared.Pattern);
    public In IsInt8 { get; } = Input(Bit);
    public In IsE4M3 { get; } = Input(Bit);
    /// <summary>two cycles after the element, which comes from a memory and is registered at the door</summary>
    public Out Sign { get; } = Output(Bit);
    public Out IsZero { get; } = Output(Bit);
    public Out IsInf { get; } = Output(Bit);
    public Out IsNan { get; } = Output(Bit);
    public Out Exponent { get; } = Output(DotShared.Exponent);
    public Out Significand { get; } = Output(DotShared.Significand);

    protected override void Build()
    {
        var decoded = DotShared.Decode<Signal>(new(Delay(IsInt8, 1, "is_taken_int8"), Delay(IsE4M3, 1, "is_taken_e4m3")), Delay(Element, 1, "taken_element"));
        Sign.Drive(Delay(decoded.Sign, 1, "decoded_sign"));
        IsZero.Drive(Delay(decoded.IsZero, 1, "decoded_zero"));
        IsInf.Drive(Delay(decoded.IsInf, 1, "decoded_inf"));
        IsNan.Drive(Delay(decoded.IsNaN, 1, "decoded_nan"));
        Exponent.Drive(Delay(decoded.Exponent, 1, "decoded_exponent"));
        Significand.Drive(Delay(decoded.Significand, 1, "decoded_significand"));
    }
}
