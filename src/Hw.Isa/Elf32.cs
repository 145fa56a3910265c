using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Text;

namespace Hw.Isa;

/// <summary>
/// A 32-bit little-endian ELF executable, as linkers write it: what to load where, and where to begin. It knows no processor: <see cref="Processor"/> is the number that the file names.
/// Every offset is checked against the file, so no file makes it fail other than by an <see cref="IsaException"/>.
/// </summary>
public sealed record Elf32(string Name, int Processor, uint Entry, ImmutableArray<Elf32.Segment> Segments, ImmutableDictionary<string, uint> Symbols)
{
    /// <summary>Bytes for an address; what memory has beyond them, up to <paramref name="Size"/>, begins as zeros.</summary>
    public sealed record Segment(uint Address, ReadOnlyMemory<byte> Bytes, uint Size, bool IsExecutable)
    {
        public ulong End => (ulong)Address + Size;
    }

    /// <summary>Fills memory from address 0.</summary>
    /// <exception cref="IsaException">It is too small.</exception>
    public void CopyTo(Span<byte> memory)
    {
        foreach (var s in Segments)
        {
            if (s.End > (ulong)memory.Length) throw new IsaException($"{Name} has {s.Size} bytes at 0x{s.Address:x8}, and memory ends at 0x{memory.Length:x8}");
            s.Bytes.Span.CopyTo(memory[(int)s.Address..]);
            memory[(int)s.Address..(int)s.End][s.Bytes.Length..].Clear();
        }
    }

    /// <summary>The instructions: the segment that the entry lies in.</summary>
    /// <returns>With the address of the first word, and the index of the one to begin with.</returns>
    /// <exception cref="IsaException">There is none, or it does not stand at a multiple of the word.</exception>
    public (IsaProgram Program, uint Origin, int Entry) Code(IsaDefinition isa)
    {
        var word = (uint)isa.WordBytes;
        var code = Segments.FirstOrDefault(s => s.IsExecutable && Entry >= s.Address && Entry - s.Address < s.Bytes.Length) ?? throw new IsaException($"{Name} begins at 0x{Entry:x8}, where it has no instruction");
        if (code.Address % word != 0 || Entry % word != 0) throw new IsaException($"{Name}: instructions stand at multiples of {word}; its segment begins at 0x{code.Address:x8}, it begins at 0x{Entry:x8}");
        return (IsaProgram.FromBytes(isa, code.Bytes.Span[..(code.Bytes.Length / isa.WordBytes * isa.WordBytes)], Name), code.Address, (int)((Entry - code.Address) / word));
    }

    const int HeaderBytes = 52, SegmentBytes = 32, SectionBytes = 40, SymbolBytes = 16;

    /// <summary>Whether a file that begins so is an ELF file.</summary>
    public static bool Is(ReadOnlySpan<byte> head) => head.StartsWith("\u007fELF"u8);

    /// <exception cref="IsaException">It is no such file, or a damaged one.</exception>
    public static Elf32 Read(ReadOnlyMemory<byte> file, string name = "the file")
    {
        var bytes = file.Span;
        if (bytes.Length < HeaderBytes || !Is(bytes)) throw new IsaException($"{name} is no ELF file: it does not begin with 7F 'ELF' and a header");
        if (bytes[4] != 1 || bytes[5] != 1) throw new IsaException($"{name} is not an ELF file of 32 bits, little-endian. For RISC-V: compile with -march=rv32i -mabi=ilp32");
        if (Half(bytes, 16) != 2) throw new IsaException($"{name} is no executable (ELF type {Half(bytes, 16)}, an executable is 2): link it");
        var segments = Table(bytes, Word(bytes, 28), Half(bytes, 42), Half(bytes, 44), SegmentBytes, "segment", name).Where(at => Word(file.Span, at) == 1)
            .Select(at => Loaded(file, at, name)).Where(s => s.Size > 0).OrderBy(s => s.Address).ToImmutableArray();
        for (var i = 1; i < segments.Length; i++)
            if (segments[i].Address < segments[i - 1].End) throw new IsaException($"{name}: two segments overlap at 0x{segments[i].Address:x8}");
        return new(name, Half(bytes, 18), Word(bytes, 24), segments, SymbolsOf(file, name));
    }

    static Segment Loaded(ReadOnlyMemory<byte> file, int at, string name)
    {
        var (offset, address, length, size) = (Word(file.Span, at + 4), Word(file.Span, at + 8), Word(file.Span, at + 16), Word(file.Span, at + 20));
        if ((ulong)offset + length > (ulong)file.Length) throw new IsaException($"{name}: the segment at 0x{address:x8} needs {length} bytes from {offset} of a file of {file.Length}: it is cut off");
        if (length > size || (ulong)address + size > 1UL << 32) throw new IsaException($"{name}: the segment at 0x{address:x8} has {length} bytes for {size} of memory");
        return new(address, file.Slice((int)offset, (int)length), size, (Word(file.Span, at + 24) & 1) != 0);
    }

    /// <summary>Of the symbol table, if there is one: names with their values; of several the last.</summary>
    static ImmutableDictionary<string, uint> SymbolsOf(ReadOnlyMemory<byte> file, string name)
    {
        var bytes = file.Span;
        var sections = Table(bytes, Word(bytes, 32), Half(bytes, 46), Half(bytes, 48), SectionBytes, "section", name);
        var symbols = ImmutableDictionary.CreateBuilder<string, uint>();
        foreach (var section in sections.Where(at => Word(file.Span, at + 4) == 2))
        {
            var (offset, size, link) = (Word(bytes, section + 16), Word(bytes, section + 20), Word(bytes, section + 24));
            if (link >= sections.Count) throw new IsaException($"{name}: its symbols' names are section {link} of {sections.Count}");
            var (names, end) = (Word(bytes, sections[(int)link] + 16), (ulong)Word(bytes, sections[(int)link] + 16) + Word(bytes, sections[(int)link] + 20));
            if ((ulong)offset + size > (ulong)bytes.Length || end > (ulong)bytes.Length) throw new IsaException($"{name}: its symbols lie behind its end: it is cut off");
            for (var at = (int)offset; at + SymbolBytes <= offset + size; at += SymbolBytes)
            {
                var text = (ulong)names + Word(bytes, at);
                var rest = text < end ? bytes[(int)text..(int)end] : [];
                if (rest.IndexOf((byte)0) is > 0 and var length) symbols[Encoding.UTF8.GetString(rest[..length])] = Word(bytes, at + 4);
            }
        }
        return symbols.ToImmutable();
    }

    /// <summary>Where the entries of a table begin.</summary>
    static List<int> Table(ReadOnlySpan<byte> bytes, uint offset, int entryBytes, int count, int least, string what, string name)
    {
        if (count == 0) return [];
        if (entryBytes < least || (ulong)offset + (ulong)entryBytes * (ulong)count > (ulong)bytes.Length)
            throw new IsaException($"{name}: {count} {what}s of {entryBytes} bytes at {offset} do not lie in a file of {bytes.Length} bytes: it is cut off or damaged");
        return [.. Enumerable.Range(0, count).Select(i => (int)offset + i * entryBytes)];
    }

    static ushort Half(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes[at..]);
    static uint Word(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt32LittleEndian(bytes[at..]);
}
