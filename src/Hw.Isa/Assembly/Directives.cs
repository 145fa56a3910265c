using System.Numerics;

namespace Hw.Isa;

/// <summary>The lines that begin with a dot: sections, constants, files, words and data.</summary>
sealed partial class AssemblyRun
{
    static readonly string[] directives =
    [
        ".equ", ".set", ".word", ".text", ".data", ".globl", ".include", ".tensor", ".byte", ".half", ".word32", ".long", ".quad", ".float", ".bf16", ".e4m3", ".ascii", ".asciz", ".zero", ".space", ".align",
    ];

    readonly DataBuilder data = new();

    void Directive(ReadOnlySpan<char> name, ReadOnlySpan<char> line, int at, int from)
    {
        switch (name.ToString().ToLowerInvariant())
        {
            case ".equ": Equ(line, from); break;
            case ".set": Set(line, from); break;
            case ".text": Ends(line, from); inData = false; break;
            case ".data": Data(line, from); break;
            case ".globl" or ".global": break;              // every label is known everywhere
            case ".word" when !inData: Words(line, from); break;
            case ".word": Numbers(line, from, isa.WordBytes); break;
            case ".byte": Numbers(InData(line, at), from, 1); break;
            case ".half" or ".short": Numbers(InData(line, at), from, 2); break;
            case ".word32" or ".long": Numbers(InData(line, at), from, 4); break;
            case ".quad": Numbers(InData(line, at), from, 8); break;
            case ".float": Floats(InData(line, at), from, Numeral.F32); break;
            case ".bf16": Floats(InData(line, at), from, Numeral.Bf16); break;
            case ".e4m3": Floats(InData(line, at), from, Numeral.E4M3); break;
            case ".ascii": Text(InData(line, at), from, end: false); break;
            case ".asciz" or ".string": Text(InData(line, at), from, end: true); break;
            case ".tensor": Tensor(InData(line, at), from); break;
            case ".include": Include(line, from); break;
            case ".zero" or ".space" or ".skip": Zero(InData(line, at), from); break;
            case ".align" or ".balign": Align(InData(line, at), from); break;
            default:
                if (!inData) Add(0);
                throw new TextError(at, $"there is no directive '{Lexis.Shown(name)}'.{Nearest.Hint(name.ToString(), directives)}");
        }
    }

    ReadOnlySpan<char> InData(ReadOnlySpan<char> line, int at) => inData ? line : throw new TextError(at, $"{Lexis.Word(line, at)} stands in data: write .data before it");

    static void Ends(ReadOnlySpan<char> line, int at)
    {
        if (at < line.Length) throw new TextError(at, $"'{Lexis.Shown(line, at)}' is not expected here");
    }

    /// <summary>NAME, or NAME, value: the name and where the value begins.</summary>
    static ReadOnlySpan<char> Name(ReadOnlySpan<char> line, int from, string usage, out int value)
    {
        var name = Lexis.Word(line, from);
        if (name.IsEmpty || char.IsAsciiDigit(name[0]) || name is ".") throw new TextError(from, usage);
        value = Lexis.Skip(line, from + name.Length);
        if (value < line.Length && line[value] is ',' or '=') value = Lexis.Skip(line, value + 1);
        return name;
    }

    void Equ(ReadOnlySpan<char> line, int from)
    {
        var name = Name(line, from, "write .equ NAME, value", out var at);
        try
        {
            var value = Value(line, at, out var open);
            Define(name, from, SymbolKind.Constant, open ? null : value);
            if (open) openConstants.Add(new(name.ToString(), Keep(at, line.Length)));
        }
        catch (TextError)
        {
            symbols.Poison(name.ToString());
            throw;
        }
    }

    void Set(ReadOnlySpan<char> line, int from)
    {
        var name = Name(line, from, "write .set NAME, value", out var at);
        try
        {
            reading = Reading.Now;
            if (name.Length > Lexis.MaxName) throw new TextError(from, $"a name has at most {Lexis.MaxName} characters");
            if (symbols.Set(name.ToString(), this.line, Value(line, at), Place) is { } why) throw new TextError(from, why);
        }
        catch (TextError)
        {
            symbols.Poison(name.ToString());
            throw;
        }
    }

    /// <summary>Words as they stand, legal or not.</summary>
    void Words(ReadOnlySpan<char> line, int from)
    {
        for (var at = from; ; at++)
        {
            (here, reading) = (Here, Reading.First);
            try
            {
                var value = Item(line, ref at, isa.Shape.WordBits, out var open);
                if (open) openWords.Add(new(words, null, Keep(from, at)));
                Add(value);
            }
            catch (TextError e)
            {
                if (!e.Stops) Add(0);
                throw;
            }
            if (at == line.Length) return;
            from = at + 1;
        }
    }

    void Data(ReadOnlySpan<char> line, int from)
    {
        inData = true;
        if (from >= line.Length) return;
        var address = Number(line, from, DataBuilder.MaxAddress, "an address");
        begun.Add(Keep(from, line.Length));
        data.Begin(address);
    }

    void Numbers(ReadOnlySpan<char> line, int from, int bytes)
    {
        Span<byte> sixteen = stackalloc byte[16];
        for (var at = from; ; at++)
        {
            (here, reading) = (Here, Reading.First);
            var value = Item(line, ref at, bytes * 8, out var open);
            if (open) openData.Add(new(data.Segment, data.Offset, bytes, Keep(from, at)));
            System.Buffers.Binary.BinaryPrimitives.WriteUInt128LittleEndian(sixteen, value);
            sixteen[..bytes].CopyTo(Room(bytes, from));
            if (at == line.Length) return;
            from = at + 1;
        }
    }

    void Zero(ReadOnlySpan<char> line, int from) => Room(Number(line, from, long.MaxValue, "a number of bytes"), from);

    void Align(ReadOnlySpan<char> line, int from)
    {
        var to = Number(line, from, 1 << 30, "an alignment");
        if (!long.IsPow2(to)) throw new TextError(from, $"an alignment is a power of two, in bytes; {to} is none");
        Room(-data.Here & (to - 1), from);
    }

    /// <summary>Zeros at the end of the data, to be written.</summary>
    Span<byte> Room(long bytes, int column) =>
        bytes <= options.MaxDataBytes - data.Total ? data.Add((int)bytes, column)
            : throw new TextError(column, $"a program has at most {options.MaxDataBytes:N0} bytes of data; this would make {(UInt128)data.Total + (UInt128)bytes:N0}") { Stops = bytes < 1 << 20 };

    /// <summary>A number that decides where things lie, so it is needed now.</summary>
    long Number(ReadOnlySpan<char> line, int from, long most, string what)
    {
        reading = Reading.Now;
        var value = Value(line, from);
        return value >= 0 && value <= most ? (long)value : throw new TextError(from, $"{what} is 0 … {most:N0}, not {value}");
    }

    /// <summary>One of several values, up to its comma or the end.</summary>
    UInt128 Item(ReadOnlySpan<char> line, ref int at, int bits, out bool open)
    {
        var from = Lexis.Skip(line, at);
        var expression = new Expression(line, from, this, null);
        var value = expression.Read();
        at = Lexis.Skip(line, expression.At);
        open = expression.IsOpen;
        if (at < line.Length && line[at] != ',') Ends(line, at);
        return open ? 0 : Fitting(value, bits, from);
    }

    UInt128 Fitting(BigInteger value, int bits, int column)
    {
        if (value < BigInteger.One << bits && (value >= 0 || !(bits == isa.Shape.WordBits && !inData) && value >= -(BigInteger.One << (bits - 1)))) return (UInt128)(value & UInt128.MaxValue);
        throw new TextError(column, bits == isa.Shape.WordBits ? $"a word is {bits} bits, unsigned" : $"{value} does not fit {bits} bits: {-(BigInteger.One << (bits - 1))} … {(BigInteger.One << bits) - 1}");
    }

    UInt128 Value(ReadOnlySpan<char> line, int from, int bits) => Fitting(Value(line, from), bits, Lexis.Skip(line, from));

    BigInteger Value(ReadOnlySpan<char> line, int from) => Value(line, from, out _);

    BigInteger Value(ReadOnlySpan<char> line, int from, out bool open)
    {
        var expression = new Expression(line, from, this, null);
        var value = expression.Read();
        open = expression.IsOpen;
        Ends(line, Lexis.Skip(line, expression.At));
        return value;
    }
}
