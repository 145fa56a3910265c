namespace Hw.Kernels;

/// <summary>A counting semaphore of a program: what it says, who says it and who listens.</summary>
public sealed record Semaphore(string Name, int Index, Queue From, Queue To)
{
    public override string ToString() => $"'{Name}' ({From} → {To})";
}
