namespace Hw.Oracles;

/// <summary>The accumulators: acc-fp32 is add; acc-int32 saturates and remembers that it did.</summary>
public static class AccOracle
{
    public static uint AccFp32(uint acc, uint term) => FloatOracle.Add(acc, term);

    /// <summary>The flag is sticky: once set it stays.</summary>
    public static (int Sum, bool Flag) AccInt32(int acc, int term, bool flag)
    {
        var sum = (long)acc + term;
        var kept = Math.Clamp(sum, int.MinValue, int.MaxValue);
        return ((int)kept, flag | kept != sum);
    }
}
