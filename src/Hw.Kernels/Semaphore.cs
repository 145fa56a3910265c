namespace Hw.Kernels;

/// <summary>A counting semaphore of a program: who signals it, who waits for it. There is at most one for each ordered pair of queues.</summary>
public sealed record Semaphore(int Index, Queue From, Queue To)
{
    public override string ToString() => $"{From} → {To}";
}
