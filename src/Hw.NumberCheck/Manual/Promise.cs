using Hw.Bits.Numbers;

namespace Hw.NumberCheck.Manual;

/// <summary>Which kind a function is of, and which of the contract's rules bind it.</summary>
static class Promise
{
    public static readonly IReadOnlyList<string> Kinds = ["Conversions", "FP32 arithmetic", "Real functions", "Dot products and accumulators", "Blocks", "Attention"];

    public static string KindOf(NumberFunction f) => f switch
    {
        ConvertFunction or FromIntegerFunction or ToIntegerFunction => Kinds[0],
        DotFunction or AccumulateInt32 => Kinds[3],
        AmaxFunction or QuantizeFunction or DequantizeFunction => Kinds[4],
        RopeFunction or SoftmaxStepFunction or SoftmaxFinishFunction => Kinds[5],
        _ when IsReal(f) => Kinds[2],
        _ => Kinds[1],
    };

    public static bool IsReal(NumberFunction f) => Hw.Oracles.UlpOracle.Functions.Contains(f.Name);

    /// <summary>The bound in a few words.</summary>
    public static string InShort(NumberFunction f) => Judge.For(f).Bound is var bound and > 0 ? $"≤ {bound} ulp" : "every bit";

    /// <summary>The contract's rules for a function, quoted.</summary>
    public static string Of(NumberFunction f) => f switch
    {
        FromIntegerFunction or ToIntegerFunction => Contract.Quote("Conversions", "Float to int32"),
        ConvertFunction => Contract.Quote("Conversions", "Float to float", "Overflow", "NaN converts"),
        DotFunction { Pair: var pair } => Contract.Quote("DOT32 and ACC", Dot(pair)),
        AccumulateInt32 => Contract.Quote("DOT32 and ACC", "**acc-fp32**"),
        AmaxFunction => Contract.Quote("Blocks", "**amax**"),
        QuantizeFunction { Format.Scale: FloatFormat } => Contract.Quote("Blocks", "**quantize** to nvfp4"),
        QuantizeFunction => Contract.Quote("Blocks", "**quantize** to an MX"),
        DequantizeFunction => Contract.Quote("Blocks", "**dequantize**"),
        RopeFunction => Contract.Quote("Attention", "**rope**"),
        SoftmaxStepFunction => Contract.Quote("Attention", "**softmax-step**"),
        SoftmaxFinishFunction => Contract.Quote("Attention", "**softmax-finish**"),
        _ when IsReal(f) => Contract.Quote("Functions (FP32 → FP32)", "NaN gives NaN.", f.Name is "exp2" or "rcp" or "rsqrt" ? $"**{f.Name}**" : "**sigmoid**"),
        _ => Contract.Quote("FP32 arithmetic", "Operands are never flushed", Arithmetic(f.Name)),
    };

    static string[] Dot(DotPair pair) =>
    [
        .. pair.IsInteger ? ["Integers"] : new[] { pair.IsAligned ? "**Aligned** pairs" : "**Exact** pairs" },
        .. pair.ScalesA is null ? [] : new[] { "Block pairs" },
        .. pair.IsInteger && pair.ScalesA is null ? [] : new[] { "FP32 results", "Any NaN operand" },
    ];

    static string Arithmetic(string name) => name switch
    {
        "fp32-add" or "fp32-sub" => "**add, sub**",
        "fp32-mul" => "**mul**",
        "fp32-fma" or "mac-bf16" => "**fma**",
        "fp32-max" or "fp32-min" => "**maximum",
        _ => "**equal",
    };
}
