using Hw.Bits;

namespace Hw.Isa.Txu;

/// <summary>
/// The golden's inner loop: one stationary chunk (32 features × C lanes) widened once to int, then a dot product with each moving
/// row, 16 lanes at a time: <see cref="Dot32"/> read as <see cref="Lanes{E}"/>, the moving element being the same for every lane.
/// </summary>
sealed class StationaryChunk(int lanes)
{
    static readonly int width = Lanes<int>.Count;
    readonly Lanes<int>[] stationary = new Lanes<int>[(lanes + width - 1) / width * Dot32.Depth];

    public void Load(RowMemory<sbyte> spad, long row)
    {
        Span<int> widened = stackalloc int[(lanes + width - 1) / width * width];
        widened.Clear();
        for (var j = 0; j < Dot32.Depth; j++)
        {
            var bytes = spad.Read(row + j)[..lanes];
            for (var t = 0; t < bytes.Length; t++) widened[t] = bytes[t];
            for (var v = 0; v * width < lanes; v++) stationary[v * Dot32.Depth + j] = Lanes<int>.Load(widened[(v * width)..]);
        }
    }

    /// <summary>acc = saturate((fresh ? 0 : acc) + moving · chunk), in every lane.</summary>
    public void Step(ReadOnlySpan<sbyte> moving, Span<int> acc, bool fresh)
    {
        Span<int> row = stackalloc int[Dot32.Depth], part = stackalloc int[width];
        for (var j = 0; j < row.Length; j++) row[j] = moving[j];
        if (fresh) acc.Clear();
        for (var v = 0; acc.Length > 0; v++)
        {
            var dot = Lanes<int>.Dot(row, stationary.AsSpan(v * Dot32.Depth, Dot32.Depth));
            if (acc.Length >= width)
            {
                Dot32.Accumulate(Lanes<int>.Load(acc), dot).Store(acc);
                acc = acc[width..];
            }
            else
            {
                acc.CopyTo(part);
                Dot32.Accumulate(Lanes<int>.Load(part), dot).Store(part);
                part[..acc.Length].CopyTo(acc);
                acc = default;
            }
        }
    }
}
