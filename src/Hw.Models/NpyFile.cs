using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Hw.Isa;

namespace Hw.Models;

/// <summary>
/// Reads NumPy's .npy: magic, version, a header that is a Python dictionary, the numbers. C order and little-endian only. Any bytes give a tensor or a
/// <see cref="ModelException"/>, nothing else.
/// </summary>
public static partial class NpyFile
{
    const int MaxHeader = 1 << 16, MaxRank = 32;
    const string Damaged = "Save it again with numpy.save: it is damaged or no .npy file";
    static ReadOnlySpan<byte> Magic => [0x93, (byte)'N', (byte)'U', (byte)'M', (byte)'P', (byte)'Y'];

    static readonly Dictionary<string, string> types = new()
    {
        ["<f8"] = "F64", ["<f4"] = "F32", ["<f2"] = "F16", ["|i1"] = "I8", ["|u1"] = "U8", ["|b1"] = "BOOL", ["<i2"] = "I16", ["<u2"] = "U16", ["<i4"] = "I32", ["<u4"] = "U32", ["<i8"] = "I64", ["<u8"] = "U64",
    };

    /// <param name="file">Its name, for errors.</param>
    /// <exception cref="ModelException">It is no such file, or larger than allowed.</exception>
    public static Tensor Read(Stream data, string file, long maxBytes)
    {
        ModelException Wrong(string cause, string remedy = Damaged) => new(file, cause, remedy);
        byte[] Take(int count, string what)
        {
            var bytes = new byte[count];
            try { data.ReadExactly(bytes); }
            catch (IOException) { throw Wrong($"it ends in {what}"); }
            return bytes;
        }

        var head = Take(8, "its head");
        if (!head.AsSpan().StartsWith(Magic)) throw Wrong("it does not begin as a .npy file");
        if (head[6] is < 1 or > 3) throw Wrong($"it has version {head[6]}.{head[7]}", "Save it with numpy.save, which writes versions 1 to 3");
        var length = head[6] == 1 ? BinaryPrimitives.ReadUInt16LittleEndian(Take(2, "its head")) : BinaryPrimitives.ReadUInt32LittleEndian(Take(4, "its head"));
        if (length > MaxHeader) throw Wrong($"its header is said to have {length:N0} bytes");
        var header = Encoding.Latin1.GetString(Take((int)length, "its header"));

        if (Header().Match(header) is not { Success: true } match) throw Wrong("its header is no dictionary of descr, fortran_order and shape");
        var fields = Field().Matches(match.Groups[1].Value).ToLookup(f => f.Groups[1].Value, f => f.Groups[2].Value);
        if (fields["descr"].ToList() is not [['\'', .. var type, '\'']] || fields["fortran_order"].ToList() is not [var order] || fields["shape"].ToList() is not [['(', .. var extents, ')']])
            throw Wrong("its header lacks descr, fortran_order or shape");
        if (!types.TryGetValue(type, out var known)) throw Wrong($"its numbers are '{type}'", $"Save it as one of {string.Join(", ", types.Keys)}");
        if (order == "True") throw Wrong("it is in Fortran order", "Save numpy.ascontiguousarray of it");

        var (numeral, shape, size) = (Numeral.Named(known)!, new List<int>(), (Int128)1);
        foreach (var extent in extents.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (!int.TryParse(extent, NumberStyles.None, CultureInfo.InvariantCulture, out var n) || shape.Count == MaxRank) throw Wrong($"its shape is ({extents[..Math.Min(extents.Length, 60)]})");
            shape.Add(n);
            size = size > long.MaxValue ? size : size * n;
        }
        size *= numeral.Bytes;
        if (size > maxBytes || size > Array.MaxLength) throw Wrong($"it has {size:N0} bytes of numbers", $"At most {Math.Min(maxBytes, Array.MaxLength):N0} can be placed");
        if (data.CanSeek && data.Length - data.Position != (long)size) throw Wrong($"{known} [{string.Join(", ", shape)}] needs {size:N0} bytes, and it has {data.Length - data.Position:N0}");
        return new(numeral, [.. shape], Take((int)size, "its numbers"));
    }

    [GeneratedRegex(@"^\{(.*)\}\s*$", RegexOptions.Singleline | RegexOptions.NonBacktracking)]
    private static partial Regex Header();

    [GeneratedRegex(@"'(\w+)'\s*:\s*('[^']*'|\([^)]*\)|\w+)", RegexOptions.NonBacktracking)]
    private static partial Regex Field();
}
