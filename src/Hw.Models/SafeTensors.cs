using System.Buffers.Binary;
using System.Text.Json;
using Hw.Isa;

namespace Hw.Models;

/// <summary>One entry of a safetensors header. <paramref name="Begin"/> counts from the start of the file.</summary>
public sealed record TensorEntry(string Name, string Type, IReadOnlyList<int> Shape, long Begin, long Bytes)
{
    public string ShapeText => $"[{string.Join(", ", Shape)}]";
}

/// <summary>
/// Reads safetensors files: 8 bytes of header length (little-endian), a JSON header, the data. The whole header is checked on opening,
/// data is read when asked for. Any bytes give tensors or a <see cref="ModelException"/>, nothing else.
/// </summary>
public sealed class SafeTensors : IDisposable
{
    const int LengthBytes = 8;
    const long MaxHeader = 100_000_000;               // the limit of the format's own library
    const string Damaged = "Copy or export it again: it is damaged or no safetensors file";
    readonly string file;
    readonly Stream data;
    readonly Dictionary<string, TensorEntry> entries = [];

    SafeTensors(string file, Stream data)
    {
        (this.file, this.data) = (file, data);
        ReadHeader();
    }

    public IReadOnlyCollection<TensorEntry> Entries => entries.Values;

    public static SafeTensors Open(string path)
    {
        FileStream stream;
        try { stream = File.OpenRead(path); }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new ModelException(path, "there is no such file", "Give the folder that holds model.safetensors");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ModelException(path, $"it cannot be opened: {e.Message.TrimEnd('.')}", "Check the path and its permissions");
        }
        try { return new(path, stream); }
        catch { stream.Dispose(); throw; }
    }

    /// <summary>Reads from a seekable stream; <paramref name="name"/> stands for the file in errors.</summary>
    public static SafeTensors Read(Stream stream, string name) => new(name, stream);

    public void Dispose() => data.Dispose();

    /// <summary>A tensor as float, row-major, of the shape the caller needs.</summary>
    public float[] Floats(string name, params ReadOnlySpan<int> shape)
    {
        var entry = Entry(name, "Export the model with Hugging Face names");
        if (!shape.SequenceEqual([.. entry.Shape]))
            throw Wrong($"tensor '{name}' has shape {entry.ShapeText}, the configuration asks for [{string.Join(", ", shape.ToArray())}]", "Take config.json and weights from the same export");
        var width = entry.Type switch { "F32" => 4, "BF16" => 2, _ => throw Wrong($"tensor '{name}' is {entry.Type}", "Convert it to F32 or BF16") };
        if (entry.Bytes > Array.MaxLength) throw Wrong($"tensor '{name}' has {entry.Bytes:N0} bytes", $"Split it: at most {Array.MaxLength:N0} can be read");
        var bytes = Bytes(entry.Begin, (int)entry.Bytes, $"tensor '{name}'");
        var values = new float[bytes.Length / width];
        for (var i = 0; i < values.Length; i++)
            values[i] = width == 4 ? BinaryPrimitives.ReadSingleLittleEndian(bytes.AsSpan(i * 4)) : BitConverter.Int32BitsToSingle(BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(i * 2)) << 16);
        if (Array.FindIndex(values, v => !float.IsFinite(v)) is >= 0 and var at) throw Wrong($"tensor '{name}' is {values[at]} at element {at}", "Export the model again: its training diverged or the file is damaged");
        return values;
    }

    /// <summary>A tensor as it lies in the file.</summary>
    public Tensor Tensor(string name, long maxBytes)
    {
        var entry = Entry(name, $"It holds {string.Join(", ", entries.Keys.Take(8))}{(entries.Count > 8 ? $" and {entries.Count - 8} more" : "")}");
        var numeral = Numeral.All.FirstOrDefault(n => n.Type == entry.Type) ?? throw Wrong($"tensor '{name}' is {entry.Type}", $"Convert it to one of {string.Join(", ", Numeral.All.Select(n => n.Type))}");
        if (entry.Bytes > Math.Min(maxBytes, Array.MaxLength)) throw Wrong($"tensor '{name}' has {entry.Bytes:N0} bytes", $"At most {Math.Min(maxBytes, Array.MaxLength):N0} can be placed");
        return new(numeral, [.. entry.Shape], Bytes(entry.Begin, (int)entry.Bytes, $"tensor '{name}'"));
    }

    TensorEntry Entry(string name, string remedy) => entries.TryGetValue(name, out var entry) ? entry
        : throw Wrong($"there is no tensor '{name}'{(Nearest.To(name, entries.Keys) is { } near ? $", the nearest is '{near}'" : "")}", remedy);

    void ReadHeader()
    {
        if (data.Length < LengthBytes) throw Wrong($"{data.Length} bytes hold no header", Damaged);
        var length = BinaryPrimitives.ReadUInt64LittleEndian(Bytes(0, LengthBytes, "the header length"));
        if (length > (ulong)Math.Min(MaxHeader, data.Length - LengthBytes)) throw Wrong($"the header is said to have {length:N0} bytes, the file has {data.Length:N0}", Damaged);
        try
        {
            using var header = JsonDocument.Parse(Bytes(LengthBytes, (int)length, "the header"));
            if (header.RootElement.ValueKind != JsonValueKind.Object) throw Wrong("the header is no JSON object", Damaged);
            foreach (var property in header.RootElement.EnumerateObject())
                if (property.Name != "__metadata__" && !entries.TryAdd(property.Name, Entry(property, LengthBytes + (long)length)))
                    throw Wrong($"tensor '{property.Name}' is there twice", Damaged);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException) { throw Wrong($"the header is no JSON: {e.Message.TrimEnd('.')}", Damaged); }
    }

    TensorEntry Entry(JsonProperty property, long start)
    {
        string? type = null;
        int[]? shape = null;
        long[]? offsets = null;
        if (property.Value.ValueKind == JsonValueKind.Object)
            foreach (var field in property.Value.EnumerateObject())
                switch (field.Name)
                {
                    case "dtype" when field.Value.ValueKind == JsonValueKind.String: type = field.Value.GetString(); break;
                    case "shape": shape = Numbers(field.Value, int.MaxValue)?.Select(n => (int)n).ToArray(); break;
                    case "data_offsets": offsets = Numbers(field.Value, long.MaxValue); break;
                }
        if (type is null || shape is null || offsets is not [var begin, var end]) throw Wrong($"tensor '{property.Name}' lacks a dtype, a shape or two data_offsets", Damaged);
        if (begin > end || end > data.Length - start)
            throw Wrong($"tensor '{property.Name}' lies at {begin:N0} … {end:N0} of {data.Length - start:N0} bytes of data", "Copy the file again: it is cut short or damaged");
        var entry = new TensorEntry(property.Name, type, shape, start + begin, end - begin);
        if (Numeral.All.FirstOrDefault(n => n.Type == type) is { } numeral)
        {
            Int128 size = numeral.Bytes;
            foreach (var extent in shape) size = size > long.MaxValue ? size : size * extent;
            if (size != entry.Bytes) throw Wrong($"tensor '{property.Name}', {type} {entry.ShapeText}, needs {size:N0} bytes and has {entry.Bytes:N0}", Damaged);
        }
        return entry;
    }

    /// <returns>Null unless it is an array of integers 0 … most.</returns>
    static long[]? Numbers(JsonElement element, long most)
    {
        if (element.ValueKind != JsonValueKind.Array) return null;
        var numbers = new List<long>();
        foreach (var e in element.EnumerateArray())
        {
            if (e.ValueKind != JsonValueKind.Number || !e.TryGetInt64(out var n) || n < 0 || n > most) return null;
            numbers.Add(n);
        }
        return [.. numbers];
    }

    byte[] Bytes(long at, int count, string what)
    {
        var bytes = new byte[count];
        try
        {
            data.Position = at;
            data.ReadExactly(bytes);
        }
        catch (IOException e) { throw Wrong($"{what} cannot be read: {e.Message.TrimEnd('.')}", "Copy the file again"); }
        return bytes;
    }

    ModelException Wrong(string cause, string remedy) => new(file, cause, remedy);
}
