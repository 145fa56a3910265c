using System.Buffers.Binary;

namespace Hw.Isa;

/// <summary>The data of a program while it grows: segments of bytes, each from an address on.</summary>
sealed class DataBuilder
{
    public const long MaxAddress = 1L << 56;
    readonly List<Part> parts = [new(0)];

    sealed class Part(long address)
    {
        public long Address { get; } = address;
        public byte[] Bytes { get; set; } = [];
        public int Count { get; set; }
    }

    public long Total { get; private set; }
    public int Segment => parts.Count - 1;
    public int Offset => parts[^1].Count;
    public long Here => parts[^1].Address + parts[^1].Count;

    public long Address(int segment) => parts[segment].Address;
    public ReadOnlySpan<byte> Bytes(int segment) => parts[segment].Bytes.AsSpan(0, parts[segment].Count);

    public void Begin(long address) => parts.Add(new(address));

    public Span<byte> Add(int bytes, int column)
    {
        var part = parts[^1];
        if (part.Count + (long)bytes > Array.MaxLength) throw new TextError(column, $"a segment has at most {Array.MaxLength:N0} bytes: begin another with .data ADDRESS");
        if (part.Count + bytes > part.Bytes.Length)
        {
            var larger = new byte[Math.Clamp(2L * part.Bytes.Length, part.Count + bytes, Array.MaxLength)];
            part.Bytes.AsSpan(0, part.Count).CopyTo(larger);
            part.Bytes = larger;
        }
        part.Count += bytes;
        Total += bytes;
        return part.Bytes.AsSpan(part.Count - bytes, bytes);
    }

    public void Patch(in OpenData open, UInt128 value)
    {
        Span<byte> sixteen = stackalloc byte[16];
        BinaryPrimitives.WriteUInt128LittleEndian(sixteen, value);
        sixteen[..open.Bytes].CopyTo(parts[open.Segment].Bytes.AsSpan(open.Offset));
    }

    /// <summary>By address, with the numbers of those that begin it.</summary>
    public IEnumerable<(DataSegment Data, int Segment)> Segments() =>
        parts.Index().Where(p => p.Item.Count > 0).OrderBy(p => p.Item.Address).Select(p => (new DataSegment(p.Item.Address, p.Item.Bytes.AsMemory(0, p.Item.Count)), p.Index));
}
