using System.Globalization;
using System.Text;

namespace Hw.Isa;

/// <summary>The lines that bring in what is no integer: other texts, tensors, strings and fractions.</summary>
sealed partial class AssemblyRun
{
    void Include(ReadOnlySpan<char> line, int from)
    {
        var at = from;
        var path = Beside(Quoted(line, ref at));
        Ends(line, at);
        try
        {
            if (options.Sources is not { } sources) throw new TextError(from, "there are no files here to include");
            var depth = 1;
            for (var f = file; f is not null; f = f.IncludedBy, depth++)
                if (Same(f.Path, path)) throw new TextError(from, $"{path} includes itself");
            if (depth > MaxDepth) throw new TextError(from, $"includes nest at most {MaxDepth} deep");
            var included = new SourceFile(path, Asked(() => sources.Text(path), from), file, lineNumber);
            Read(included);
        }
        catch (TextError)
        {
            blind = true;               // what it would have defined is missing: that is said once
            throw;
        }
    }

    /// <summary>.tensor NAME, "file" [, "tensor"] [as type]: its bytes, and NAME.size and its like.</summary>
    void Tensor(ReadOnlySpan<char> line, int from)
    {
        var name = Name(line, from, "write .tensor NAME, \"file.npy\", or .tensor NAME, \"file.safetensors\", \"tensor\"", out var at).ToString();
        try
        {
            var place = at;
            var path = Beside(Quoted(line, ref at));
            string? which = null;
            if (at < line.Length && line[at] == ',')
            {
                at = Lexis.Skip(line, at + 1);
                which = Quoted(line, ref at);
            }
            Numeral? to = null;
            if (at < line.Length && Lexis.Word(line, at) is var word && word.Equals("as", StringComparison.OrdinalIgnoreCase))
            {
                at = Lexis.Skip(line, at + word.Length);
                var type = Lexis.Word(line, at).ToString();
                to = Numeral.Named(type) ?? throw new TextError(at, $"there is no number type '{Lexis.Shown(type)}'.{Nearest.Hint(type, Numeral.All.Select(n => n.Name))} Types: {string.Join(", ", Numeral.All.Select(n => n.Name))}");
                at = Lexis.Skip(line, at + type.Length);
            }
            Ends(line, at);
            if (options.Sources is not { } sources) throw new TextError(place, "there are no files here to read tensors from");
            var tensor = Asked(() => sources.Tensor(path, which, options.MaxDataBytes), place);
            to ??= tensor.Numeral;
            Define(name, from, SymbolKind.Data, here);
            Put(tensor, to, place);
            Describe(name, from, tensor, to);
        }
        catch (TextError)
        {
            symbols.Poison(name);
            throw;
        }
    }

    void Put(Tensor tensor, Numeral to, int column)
    {
        var source = tensor.Numeral;
        var count = tensor.Bytes.Length / source.Bytes;
        var room = Room((long)count * to.Bytes, column);
        if (to == source) tensor.Bytes.Span[..room.Length].CopyTo(room);
        else
            for (var i = 0; i < count; i++)
            {
                var value = source.Read(tensor.Bytes.Span.Slice(i * source.Bytes, source.Bytes));
                if (!to.Write(value, room.Slice(i * to.Bytes, to.Bytes))) throw new TextError(column, $"element {i:N0} is {value.ToString(CultureInfo.InvariantCulture)}, beyond {to.Name}");
            }
    }

    /// <summary>A tensor of a × b × c has a · b rows of c columns.</summary>
    void Describe(string name, int column, Tensor tensor, Numeral numeral)
    {
        var count = tensor.Bytes.Length / tensor.Numeral.Bytes;
        var columns = tensor.Shape.IsEmpty ? 1 : tensor.Shape[^1];
        foreach (var (what, value) in new (string, long)[]
            { ("size", (long)count * numeral.Bytes), ("count", count), ("rows", columns == 0 ? 0 : count / columns), ("columns", columns), ("element", numeral.Bytes) })
            Define($"{name}.{what}", column, SymbolKind.Constant, value);
        for (var i = 0; i < tensor.Shape.Length; i++) Define($"{name}.d{i}", column, SymbolKind.Constant, tensor.Shape[i]);
    }

    static T Asked<T>(Func<T> ask, int column)
    {
        try { return ask(); }
        catch (IsaException e) { throw new TextError(column, e.Message); }
    }

    string Beside(string path) => Path.Combine(Path.GetDirectoryName(file.Path) ?? "", path);

    static bool Same(string a, string b) => Normal(a) == Normal(b);

    static string Normal(string path) => path.Contains('\0') ? path : Path.GetFullPath(path, "/");

    void Floats(ReadOnlySpan<char> line, int from, Numeral numeral)
    {
        Span<byte> bytes = stackalloc byte[8];
        while (true)
        {
            var comma = line[from..].IndexOf(',');
            var text = (comma < 0 ? line[from..] : line.Slice(from, comma)).TrimEnd();
            if (text.IsEmpty) throw new TextError(from, "a value is missing");
            if (numeral.Write(text.ToString(), bytes[..numeral.Bytes]) is { } why) throw new TextError(from, why);
            bytes[..numeral.Bytes].CopyTo(Room(numeral.Bytes, from));
            if (comma < 0) return;
            from = Lexis.Skip(line, from + comma + 1);
        }
    }

    void Text(ReadOnlySpan<char> line, int from, bool end)
    {
        for (var at = from; ; at = Lexis.Skip(line, at + 1))
        {
            var start = at;
            var bytes = Encoding.UTF8.GetBytes(Quoted(line, ref at));
            bytes.CopyTo(Room(bytes.Length + (end ? 1 : 0), start));
            if (at >= line.Length) return;
            if (line[at] != ',') Ends(line, at);
        }
    }

    /// <summary>Text in quotation marks, with \n, \t, \0, \\ and \" as in C.</summary>
    static string Quoted(ReadOnlySpan<char> line, ref int at)
    {
        if (at >= line.Length || line[at] != '"') throw new TextError(at, "text in quotation marks is missing");
        if (Closed(line, at) is not (> 0 and var close)) throw new TextError(at, "this quotation is never closed");
        var text = new StringBuilder();
        for (var i = at + 1; i < close; i++)
        {
            if (line[i] != '\\') text.Append(line[i]);
            else if (Lexis.Escape(line[++i]) is >= 0 and var c) text.Append((char)c);
            else throw new TextError(i - 1, $"'\\{Lexis.Shown(line, i)}' means nothing: there are \\n \\t \\r \\0 \\\\ \\\" and \\'");
        }
        at = Lexis.Skip(line, close + 1);
        return text.ToString();
    }
}
