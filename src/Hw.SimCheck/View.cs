using System.Runtime.InteropServices;

namespace Hw.SimCheck;

/// <summary>
/// What of a design is compared in a cycle: every register, every read port of a memory and every output, in one frame of 32-bit
/// words. Each begins at a word of its own, so that the first word that differs names it.
/// </summary>
public sealed class View
{
    readonly List<Field> fields = [];

    public View(Design design)
    {
        Design = design;
        var state = StateMap.Of(design);
        for (var i = 0; i < state.Count; i++)
            if (state[i].Kind == StateKind.Memory) Memories.Add(new(i, state[i]));
            else { State.Add(new(i, state[i])); Add(state[i].Path, state[i].Width); }
        Outputs = [.. design.Ports.Where(p => p.Direction == Direction.Out)];
        Inputs = [.. design.Ports.Where(p => p.Direction == Direction.In)];
        foreach (var port in Outputs) Add(port.Name, port.Width);
    }

    void Add(string path, int width)
    {
        fields.Add(new(path, width, Words));
        Words += WordsOf(width);
    }

    public Design Design { get; }
    /// <summary>Registers and read ports, each with its place in the <see cref="StateMap"/>.</summary>
    public List<(int Index, StateElement Element)> State { get; } = [];
    public List<(int Index, StateElement Element)> Memories { get; } = [];
    public IReadOnlyList<Port> Inputs { get; }
    public IReadOnlyList<Port> Outputs { get; }
    /// <summary>State first, in the order of <see cref="State"/>, then the outputs.</summary>
    public IReadOnlyList<Field> Fields => fields;
    /// <summary>Words of a frame.</summary>
    public int Words { get; private set; }
    /// <summary>Words of the contents of all memories, one after the other.</summary>
    public int MemoryWords => Memories.Sum(m => m.Element.Depth * WordsOf(m.Element.Width));

    public static int WordsOf(int width) => (width + 31) / 32;

    /// <summary>The first field in which two frames differ.</summary>
    public Field? Difference(ReadOnlySpan<uint> a, ReadOnlySpan<uint> b)
    {
        var at = a.CommonPrefixLength(b);
        return at == Words ? null : fields.FindLast(f => f.Word <= at);
    }

    /// <summary>The first word of a memory in which two contents differ: its path with the address.</summary>
    public Field? MemoryDifference(ReadOnlySpan<uint> a, ReadOnlySpan<uint> b)
    {
        var at = a.CommonPrefixLength(b);
        if (at == a.Length) return null;
        var start = 0;
        foreach (var (_, m) in Memories)
        {
            var (each, all) = (WordsOf(m.Width), m.Depth * WordsOf(m.Width));
            if (at < start + all) return new($"{m.Path}[{(at - start) / each}]", m.Width, start + (at - start) / each * each);
            start += all;
        }
        throw new ArgumentException("these are not the memories of this design");
    }

    /// <summary>The bits of a value, in two's complement, at their place.</summary>
    public static void Put(BigInteger value, int width, Span<uint> words)
    {
        if (width <= 32) { words[0] = (uint)(value & uint.MaxValue) & (width == 32 ? uint.MaxValue : (1u << width) - 1); return; }
        words = words[..WordsOf(width)];
        words.Clear();
        (value & Interval.UInt(width).Max).TryWriteBytes(MemoryMarshal.AsBytes(words), out _, isUnsigned: true);
    }

    public static BigInteger Get(ReadOnlySpan<uint> words, int width) => new(MemoryMarshal.AsBytes(words[..WordsOf(width)]), isUnsigned: true);
}

/// <summary>One register, read port or output in a frame.</summary>
public sealed record Field(string Path, int Width, int Word)
{
    /// <summary>Its value in a frame, as people read it.</summary>
    public string Text(ReadOnlySpan<uint> frame) => $"0x{View.Get(frame[Word..], Width).ToString("x").TrimStart('0').PadLeft(1, '0')}";
}
