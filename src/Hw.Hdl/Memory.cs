namespace Hw.Hdl;

/// <summary>What a read sees when the same address is written in the same cycle.</summary>
public enum Collision
{
    /// <summary>The word before the write.</summary>
    ReadFirst,
    /// <summary>The word being written (a bypass is built).</summary>
    WriteFirst,
}

/// <summary>
/// A synchronous memory: writes and reads happen at the rising edge, a read's word is there in the next cycle and stays until
/// the next enabled read. Content is unknown until written; there is no reset.
/// </summary>
public sealed class Memory
{
    internal Memory(string name, int depth, Shape word, Collision collision, Origin origin)
    {
        if (depth < 2) throw new BitsException($"a memory has at least 2 words, `{name}` has {depth}; use a Register");
        (Name, Depth, Word, Collision, Origin) = (name, depth, word, collision, origin);
        Owner = Body.Current;
        Owner.Memories.Add(this);
    }

    public string Name { get; }
    public int Depth { get; }
    public Shape Word { get; }
    public Collision Collision { get; }
    public Origin Origin { get; }
    internal Body Owner { get; }
    internal List<MemoryRead> Reads { get; } = [];
    internal List<MemoryWrite> Writes { get; } = [];

    /// <summary>Starts a read where <paramref name="enable"/> is 1; the result is the word, one cycle later.</summary>
    public Signal Read(Signal address, Signal enable, string? name = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var origin = new Origin(file, line);
        Check(address, origin);
        var read = new MemoryRead(this, name ?? $"{Name}_read" + (Reads.Count == 0 ? "" : $"_{Reads.Count + 1}"), address, enable.AsCondition("Read"), origin);
        Reads.Add(read);
        return Signal.Leaf(read, Word.Range);
    }

    /// <summary>Writes <paramref name="data"/> at the edge where <paramref name="enable"/> is 1.</summary>
    /// <param name="mask">One bit per element of the word (bit 0 for element 0): only elements whose bit is 1 change. Absent: all.</param>
    public void Write(Signal enable, Signal address, Signal data, Signal? mask = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var origin = new Origin(file, line);
        Check(address, origin);
        Owner.CheckRange(data, Word.Range, $"`{Name}`'s word", Word.ToString(), origin);
        if (mask is not null && !Word.IsRow) throw new BitsException($"a mask has one bit per element, and a word of `{Name}` is one number; declare its words as a Row, or drop the mask");
        if (mask is { } m) Owner.CheckRange(m, Interval.UInt(Word.Count), $"the mask of `{Name}`", $"{Word.Count} bits, one per element", origin);
        Writes.Add(new(this, enable.AsCondition("Write"), address, data, mask, origin));
    }

    void Check(Signal address, Origin origin) =>
        Owner.CheckRange(address, new(0, Depth - 1), $"an address of `{Name}`", $"0 … {Depth - 1}", origin);
}

sealed record MemoryRead(Memory Memory, string Name, Signal Address, Signal Enable, Origin Origin)
{
    public bool Equals(MemoryRead? other) => ReferenceEquals(this, other);
    public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);
    public override string ToString() => Name;
}

sealed record MemoryWrite(Memory Memory, Signal Enable, Signal Address, Signal Data, Signal? Mask, Origin Origin);
