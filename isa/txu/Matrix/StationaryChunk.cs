using Hw.Bits;

namespace Hw.Isa.Txu;

/// <summary>
/// The golden's inner loop: one stationary chunk (32 features × C lanes) widened once to int, then a dot product with each moving
/// row, 16 lanes at a time. The arithmetic is the one text, <see cref="Dot32"/>, read as <see cref="Lanes{E}"/>.
/// </summary>
sealed class StationaryChunk(int lanes)
{
    readonly int vectors = (lanes + Lanes<int>.Count - 1) / Lanes<int>.Count;
    readonly Lanes<int>[] stationary = new Lanes<int>[(lanes + Lanes<int>.Count - 1) / Lanes<int>.Count * Dot32.Depth];
    readonly Lanes<int>[] broadcast = new Lanes<int>[Dot32.Depth];
    readonly int[] padded = new int[Lanes<int>.Count];

    public void Load(RowMemory<sbyte> spad, long row)
    {
        for (var j = 0; j < Dot32.Depth; j++)
        {
            var bytes = spad.Read(row + j)[..lanes];
            for (var v = 0; v < vectors; v++)
            {
                var part = bytes[(v * Lanes<int>.Count)..Math.Min(lanes, (v + 1) * Lanes<int>.Count)];
                for (var t = 0; t < part.Length; t++) padded[t] = part[t];
                stationary[v * Dot32.Depth + j] = Lanes<int>.Load(padded);
            }
        }
    }

    /// <summary>acc = saturate((fresh ? 0 : acc) + moving · chunk), in every lane.</summary>
    public void Step(ReadOnlySpan<sbyte> moving, Span<int> acc, bool fresh)
    {
        for (var j = 0; j < Dot32.Depth; j++) broadcast[j] = moving[j];
        for (var v = 0; v < vectors; v++)
        {
            var dot = Dot32.Of<Lanes<int>>(broadcast, stationary.AsSpan(v * Dot32.Depth, Dot32.Depth));
            var part = acc[(v * Lanes<int>.Count)..Math.Min(lanes, (v + 1) * Lanes<int>.Count)];
            Span<int> old = padded;
            if (fresh) old.Clear();
            else part.CopyTo(old);
            Dot32.Accumulate(Lanes<int>.Load(old), dot).Store(old);
            old[..part.Length].CopyTo(part);
        }
    }
}
