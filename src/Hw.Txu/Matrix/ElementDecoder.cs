namespace Hw.Txu.Matrix;

/// <summary>Takes one element of a moving row apart, once for all lanes.</summary>
public sealed class ElementDecoder : Module
{
    /// <summary>its place in a row of 16-bit elements, and in one of 8-bit elements</summary>
    public In Half { get; } = Input(DotShared.Pattern);
    public In Octet { get; } = Input(UInt8);
    /// <summary>otherwise it is zero</summary>
    public In Counts { get; } = Input(Bit);
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
        // the format reaches 32 decoders: each keeps it, and chooses by its own copy
        Signal int8 = Delay(IsInt8, 1, "is_taken_int8"), e4m3 = Delay(IsE4M3, 1, "is_taken_e4m3"), counts = Delay(Counts, 1, "taken_counts");
        var element = Mux(int8 | e4m3, Delay(Octet, 1, "taken_octet"), Delay(Half, 1, "taken_half"));
        var decoded = DotShared.Decode<Signal>(new(int8, e4m3), Mux(counts, element, 0));
        Sign.Drive(Delay(decoded.Sign, 1, "decoded_sign"));
        IsZero.Drive(Delay(decoded.IsZero, 1, "decoded_zero"));
        IsInf.Drive(Delay(decoded.IsInf, 1, "decoded_inf"));
        IsNan.Drive(Delay(decoded.IsNaN, 1, "decoded_nan"));
        Exponent.Drive(Delay(decoded.Exponent, 1, "decoded_exponent"));
        Significand.Drive(Delay(decoded.Significand, 1, "decoded_significand"));
    }
}
