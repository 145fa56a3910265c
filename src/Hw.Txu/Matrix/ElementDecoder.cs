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
    public Out IsNaN { get; } = Output(Bit);
    public Out Exponent { get; } = Output(DotShared.Exponent);
    public Out Significand { get; } = Output(DotShared.Significand);

    readonly Reg sign = Register(Bit), isZero = Register(Bit), isInf = Register(Bit), isNaN = Register(Bit);
    readonly Reg exponent = Register(DotShared.Exponent), significand = Register(DotShared.Significand);

    protected override void Build()
    {
        var decoded = DotShared.Decode<Signal>(new(IsInt8, IsE4M3), Element);
        (sign.Next, isZero.Next, isInf.Next, isNaN.Next) = (decoded.Sign, decoded.IsZero, decoded.IsInf, decoded.IsNaN);
        (exponent.Next, significand.Next) = (decoded.Exponent, decoded.Significand);
        Sign.Drive(sign);
        IsZero.Drive(isZero);
        IsInf.Drive(isInf);
        IsNaN.Drive(isNaN);
        Exponent.Drive(exponent);
        Significand.Drive(significand);
    }
}
