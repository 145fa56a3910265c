using System.Runtime.CompilerServices;

namespace Hw.Bits.Numbers;

/// <summary>Room for a row of 32 values on the stack: 32 is the depth of DOT32 and the block of the MX formats.</summary>
[InlineArray(32)]
struct Row<T>
{
    T first;
}

static class Trees
{
    /// <summary>The largest, by a tree as hardware has it. The values are used up.</summary>
    public static T Max<T>(Span<T> values) where T : struct, IBits<T>
    {
        for (var n = values.Length; n > 1; n = (n + 1) / 2)
            for (var i = 0; i < n / 2; i++) values[i] = T.Max(values[i], values[n - 1 - i]);
        return values[0];
    }
}
