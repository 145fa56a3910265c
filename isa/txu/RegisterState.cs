using System.Runtime.CompilerServices;

namespace Hw.Isa.Txu;

/// <summary>An address register's value. Reset: all zero.</summary>
public struct Address
{
    public long Base;
    public LevelStrides Strides;

    [InlineArray(TxuIsa.Levels)]
    public struct LevelStrides { int first; }
}

/// <summary>A shape register's value. Extents are at least 1. Reset: one element, strides zero.</summary>
public readonly record struct Shape(int E0, int E1, int E2, int St0, int St1, int St2)
{
    public long Count => (long)E0 * E1 * E2;
}

/// <summary>A constant register's value: patterns of two FP32 numbers, and what an attention mask needs. Reset: all zero.</summary>
/// <param name="KeyCount">Keys at this position and beyond are masked.</param>
/// <param name="Window">A query sees so many keys, itself the last; 0: all.</param>
public readonly record struct Constants(uint Scale, uint Bias, int KeyCount, int Window);

/// <summary>The active loops, outermost first.</summary>
public sealed class LoopStack
{
    readonly (int Start, int Count, int Iteration)[] loops = new (int, int, int)[TxuIsa.Levels];

    public int Depth { get; private set; }
    public int Iteration(int level) => loops[level].Iteration;
    public void Clear() => Depth = 0;
    public void Enter(int start, int count) => loops[Depth++] = (start, count, 0);

    /// <summary>Next iteration of the innermost loop: where it starts, or null when it was the last and the loop is left.</summary>
    public int? Again()
    {
        ref var loop = ref loops[Depth - 1];
        if (++loop.Iteration < loop.Count) return loop.Start;
        Depth--;
        return null;
    }
}
