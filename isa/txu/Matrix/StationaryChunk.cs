using Hw.Bits;
using Hw.Bits.Numbers;

namespace Hw.Isa.Txu;

/// <summary>The golden's inner loop: one stationary chunk (32 features × C lanes), and a step of the accumulators with each moving row. A machine keeps one for each type.</summary>
abstract class StationaryChunk
{
    public static StationaryChunk Of(MmType type, int lanes) => type switch
    {
        MmType.INT8 => new IntegerChunk(lanes),
        MmType.BF16 => new FloatChunk(FloatFormat.Bf16, lanes),
        _ => new FloatChunk(FloatFormat.E4M3, lanes),
    };

    /// <summary>Features beyond <paramref name="features"/> and lanes beyond <paramref name="live"/> are zero, and not read.</summary>
    public abstract void Load(RowMemory<sbyte> spad, long row, int features, int live);

    /// <summary>acc = step(α · acc, moving · chunk) in every lane; α absent is 1. Rows of 32-bit lanes are padded to whole vectors.</summary>
    public abstract void Step(RowMemory<sbyte> spad, long moving, Span<int> acc, ReadOnlySpan<int> alpha);
}

/// <summary>INT8, 16 lanes at a time: <see cref="Dot32"/> read as <see cref="Lanes{E}"/>, the moving element being the same for every lane.</summary>
sealed class IntegerChunk(int lanes) : StationaryChunk
{
    static readonly int width = Lanes<int>.Count;
    readonly Lanes<int>[] stationary = new Lanes<int>[(lanes + width - 1) / width * Dot32.Depth];
    int depth;

    public override void Load(RowMemory<sbyte> spad, long row, int features, int live)
    {
        depth = features;
        Span<int> widened = stackalloc int[stationary.Length / Dot32.Depth * width];
        widened.Clear();
        for (var j = 0; j < features; j++)
        {
            var bytes = spad.Read(row + j)[..live];
            for (var t = 0; t < bytes.Length; t++) widened[t] = bytes[t];
            for (var v = 0; v * width < widened.Length; v++) stationary[v * Dot32.Depth + j] = Lanes<int>.Load(widened[(v * width)..]);
        }
    }

    public override void Step(RowMemory<sbyte> spad, long moving, Span<int> acc, ReadOnlySpan<int> alpha)
    {
        Span<int> row = stackalloc int[Dot32.Depth];
        var elements = spad.Read(moving);
        for (var j = 0; j < row.Length; j++) row[j] = elements[j];
        row = row[..depth];
        for (var v = 0; v * width < acc.Length; v++)
            Dot32.Accumulate(Lanes<int>.Load(acc[(v * width)..]), Lanes<int>.Dot(row, stationary.AsSpan(v * Dot32.Depth, depth))).Store(acc[(v * width)..]);
    }
}
