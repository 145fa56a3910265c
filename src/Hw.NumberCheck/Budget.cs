using Hw.Bits.Numbers;

namespace Hw.NumberCheck;

/// <summary>How many cases a function is worth where they cannot all be tried: ten million for two or three operands, fewer where a case is a whole row.</summary>
public static class Budget
{
    public static long Of(NumberFunction function) => function switch
    {
        QuantizeFunction => 1 << 13,           // exact rationals, 32 of them a case
        AmaxFunction or RopeFunction or SoftmaxStepFunction => 1 << 16,
        DotFunction => 1 << 17,
        { Takes.Count: > 1 } => 10_000_000,
        _ => 1 << 21,
    };
}
