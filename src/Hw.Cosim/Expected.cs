namespace Hw.Cosim;

/// <summary>What the golden wrote to one memory in one instruction.</summary>
readonly record struct Summary(int Memory, ulong Hash, uint Count);

/// <summary>What the RTL must do in one dynamic instruction.</summary>
/// <param name="More">Beyond the first; nearly always null.</param>
readonly record struct Expected(int Pc, int Queue, Summary First, Summary[]? More)
{
    public int Memories => (First.Count > 0 ? 1 : 0) + (More?.Length ?? 0);

    public bool Find(int memory, out Summary summary)
    {
        summary = First;
        if (First.Count > 0 && First.Memory == memory) return true;
        foreach (var other in More ?? [])
        {
            summary = other;
            if (other.Memory == memory) return true;
        }
        return false;
    }
}
