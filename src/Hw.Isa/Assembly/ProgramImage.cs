using System.Buffers.Binary;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;

namespace Hw.Isa;

/// <summary>
/// A program as a file: for which instruction set (name, version, hash), and sections by kind. All numbers are little-endian.
/// <code>
///  0  magic 89 'H' 'W' 'P' 0D 0A 1A 0A · format (4) · sections (4) · SHA-256 of all that follows (32)
/// 48  hash of the instruction set (32) · name, version (each 2 bytes of length, UTF-8) · the sections: kind (4 letters) · flags (4) · offset (8) · length (8) · their bytes
/// </code>
/// CODE: the words. DATA, any number: address (8), bytes. SYMB: kind (1), name (2 + …), value (1 + two's complement), again and again. LINE: files (4), their names (2 + …), then for each
/// word file + 1 or 0, line (4 + 4). A kind that is not known is skipped, unless the first of its flags says that nothing is right without it.
/// </summary>
public static class ProgramImage
{
    public const uint Format = 1;
    const uint Needed = 1;
    const int HashBytes = 32, Checked = 48, Entry = 24;
    static ReadOnlySpan<byte> Magic => [0x89, (byte)'H', (byte)'W', (byte)'P', 0x0D, 0x0A, 0x1A, 0x0A];

    public static bool Is(ReadOnlySpan<byte> bytes) => bytes.StartsWith(Magic);

    public static byte[] Write(IsaProgram program)
    {
        var sections = new List<(string Kind, uint Flags, byte[] Bytes)> { ("CODE", Needed, program.ToBytes()) };
        foreach (var data in program.Data) sections.Add(("DATA", Needed, Bytes(w => { w.Write(data.Address); w.Write(data.Bytes.Span); })));
        if (program.Symbols.Count > 0) sections.Add(("SYMB", 0, Bytes(w => Symbols(w, program))));
        if (program.Count > 0) sections.Add(("LINE", 0, Bytes(w => Lines(w, program))));

        var image = Bytes(w =>
        {
            w.Write(Magic);
            w.Write(Format);
            w.Write(sections.Count);
            w.Write(new byte[HashBytes]);
            w.Write(Convert.FromHexString(program.Isa.Hash));
            Text(w, program.Isa.Name);
            Text(w, program.Isa.Version);
            var offset = w.BaseStream.Position + sections.Count * Entry;
            foreach (var (kind, flags, bytes) in sections)
            {
                w.Write(Encoding.ASCII.GetBytes(kind));
                w.Write(flags);
                w.Write(offset);
                w.Write((long)bytes.Length);
                offset += bytes.Length;
            }
            foreach (var (_, _, bytes) in sections) w.Write(bytes);
        });
        SHA256.HashData(image.AsSpan(Checked)).CopyTo(image.AsSpan(Checked - HashBytes));
        return image;
    }

    /// <exception cref="IsaException">It is damaged, or a program of another instruction set.</exception>
    public static IsaProgram Read(IsaDefinition isa, byte[] image, string file = "")
    {
        var head = new Reader(image, file, "the head");
        if (!head.Take(Magic.Length).SequenceEqual(Magic)) throw new IsaException($"{file} is no program file of hw");
        if (head.Number(4) is var format && format != Format) throw new IsaException($"{file} has format {format}, and this hw reads format {Format}: assemble it again with this hw, or use the one it was made with");
        var count = head.Number(4);
        var sum = head.Take(HashBytes);
        if (!SHA256.HashData(image.AsSpan(Checked)).AsSpan().SequenceEqual(sum)) throw head.Damaged("its check sum is wrong");
        var hash = Convert.ToHexStringLower(head.Take(HashBytes));
        var (name, version) = (head.Text(), head.Text());
        if (name != isa.Name) throw new IsaException($"{file} is a program for {Lexis.Shown(name)}, not for {isa.Name}: say --isa {Lexis.Shown(name)}");
        if (IsaMismatch.Between(("the program", $"{name} {Lexis.Shown(version)}", hash), ("this hw", $"{isa.Name} {isa.Version}", isa.Hash), "Assemble it again from its text, or use the hw it was made with.") is { } mismatch)
            throw new IsaException($"{file}: {mismatch}");

        var program = new IsaProgram(isa);
        Reader? code = null, lines = null, symbols = null;
        var data = new List<DataSegment>();
        for (var i = 0UL; i < count; i++)
        {
            var kind = Encoding.ASCII.GetString(head.Take(4));
            var flags = head.Number(4);
            var (offset, length) = (head.Number(8), head.Number(8));
            if (offset > (ulong)image.Length || length > (ulong)image.Length - offset) throw head.Damaged($"its section {i} lies outside it");
            var section = new Reader(image.AsMemory((int)offset, (int)length), file, $"its section {i}");
            switch (kind)
            {
                case "CODE" when code is null: code = section; break;
                case "SYMB" when symbols is null: symbols = section; break;
                case "LINE" when lines is null: lines = section; break;
                case "DATA": data.Add(Segment(section)); break;
                case "CODE" or "SYMB" or "LINE": throw head.Damaged($"it has two sections {kind}");
                default:
                    if ((flags & Needed) != 0) throw new IsaException($"{file} has a section '{string.Concat(kind.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '?'))}' that this hw does not know and that must not be left out: use a newer hw");
                    break;
            }
        }
        if (code is null) throw head.Damaged("it has no code");
        Words(program, code, lines);
        foreach (var segment in data.OrderBy(d => d.Address))
        {
            if (program.Data is [.., var last] && last.End > segment.Address) throw head.Damaged($"its data at {segment} lies where its data at {last} lies");
            program.AddData(segment);
        }
        if (symbols is not null) Symbols(program, symbols);
        return program;
    }

    static void Words(IsaProgram program, Reader code, Reader? lines)
    {
        var bytes = code.Take(code.Left);
        if (bytes.Length % program.Isa.WordBytes != 0) throw code.Damaged("its code is no whole number of words");
        var places = new List<SourcePlace>();
        if (lines is not null)
        {
            var files = new string[Math.Min(lines.Number(4), (ulong)lines.Left)];
            for (var i = 0; i < files.Length; i++) files[i] = lines.Text();
            while (lines.Left > 0)
            {
                var (file, line) = (lines.Number(4), (int)lines.Number(4));
                places.Add(file == 0 ? default : file <= (ulong)files.Length ? new(files[file - 1], line) : throw lines.Damaged("it names a file that is not there"));
            }
            if (places.Count != bytes.Length / program.Isa.WordBytes) throw lines.Damaged("it does not have a line for each word");
        }
        var read = IsaProgram.FromBytes(program.Isa, bytes);
        for (var pc = 0; pc < read.Count; pc++) program.AddWord(read.Words[pc], pc < places.Count ? places[pc] : default);
    }

    static DataSegment Segment(Reader r)
    {
        var address = r.Number(8);
        return address <= DataBuilder.MaxAddress ? new((long)address, r.Take(r.Left).ToArray()) : throw r.Damaged("its address is out of range");
    }

    static void Symbols(BinaryWriter w, IsaProgram program)
    {
        foreach (var symbol in program.Symbols)
        {
            w.Write((byte)symbol.Kind);
            Text(w, symbol.Name);
            var value = symbol.Value.ToByteArray();
            w.Write((byte)value.Length);
            w.Write(value);
        }
    }

    static void Symbols(IsaProgram program, Reader r)
    {
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        while (r.Left > 0)
        {
            var kind = (SymbolKind)r.Number(1);
            var name = r.Text();
            var value = new BigInteger(r.Take((int)r.Number(1)));
            var isName = name.Length is > 0 and <= Lexis.MaxName && name != "." && !char.IsAsciiDigit(name[0]) && Lexis.Word(name, 0).Length == name.Length;
            var fits = kind switch
            {
                SymbolKind.Code => value >= 0 && value <= (long)program.Count * program.Isa.WordBytes && value % program.Isa.WordBytes == 0,
                SymbolKind.Data => value >= 0 && value <= DataBuilder.MaxAddress + Array.MaxLength,
                SymbolKind.Constant => value.GetBitLength() <= Expression.MaxBits,
                _ => false,
            };
            if (!isName || !fits || !names.Add(name)) throw r.Damaged("a symbol in it cannot be");
            program.AddSymbol(new(name, kind, value));
        }
    }

    static void Lines(BinaryWriter w, IsaProgram program)
    {
        var places = Enumerable.Range(0, program.Count).Select(program.PlaceOf).ToList();
        var files = places.Where(p => p.IsKnown).Select(p => p.File).Distinct().Index().ToDictionary(f => f.Item, f => f.Index + 1);
        w.Write(files.Count);
        foreach (var file in files.Keys) Text(w, file);
        foreach (var place in places)
        {
            w.Write(place.IsKnown ? files[place.File] : 0);
            w.Write(place.Line);
        }
    }

    static void Text(BinaryWriter w, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var length = Math.Min(bytes.Length, ushort.MaxValue);
        w.Write((ushort)length);
        w.Write(bytes, 0, length);
    }

    static byte[] Bytes(Action<BinaryWriter> write)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        write(writer);
        writer.Flush();
        return stream.ToArray();
    }

    /// <summary>Takes bytes from the front, and says so when there are none.</summary>
    sealed class Reader(ReadOnlyMemory<byte> bytes, string file, string what)
    {
        int at;
        public int Left => bytes.Length - at;

        public ReadOnlySpan<byte> Take(int count)
        {
            if (count > Left) throw Damaged("it ends too early");
            at += count;
            return bytes.Span.Slice(at - count, count);
        }

        public ulong Number(int size)
        {
            Span<byte> eight = stackalloc byte[8];
            eight.Clear();
            Take(size).CopyTo(eight);
            return BinaryPrimitives.ReadUInt64LittleEndian(eight);
        }

        public string Text() => Encoding.UTF8.GetString(Take((int)Number(2)));

        public IsaException Damaged(string why) => new($"{file} is damaged: in {what}, {why}. Copy it again, or assemble it again from its text");
    }
}
