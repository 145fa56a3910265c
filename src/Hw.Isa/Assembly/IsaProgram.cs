using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace Hw.Isa;

/// <summary>A program: words of one instruction set, each with the place that wrote it (a C# line or a line of assembly), data, and what its names stand for.</summary>
public sealed class IsaProgram(IsaDefinition isa)
{
    readonly List<UInt128> words = [];
    readonly List<SourcePlace> places = [];
    readonly List<DataSegment> data = [];
    readonly List<Symbol> symbols = [];

    public IsaDefinition Isa { get; } = isa;
    public IReadOnlyList<UInt128> Words => words;
    public int Count => words.Count;
    /// <summary>What memory holds before it starts.</summary>
    public IReadOnlyList<DataSegment> Data => data;
    public IReadOnlyList<Symbol> Symbols => symbols;

    internal UInt128 this[int pc] { set => words[pc] = value; }

    /// <summary>Where word <paramref name="pc"/> was written.</summary>
    public SourcePlace PlaceOf(int pc) => (uint)pc < (uint)places.Count ? places[pc] : default;

    /// <summary>Appends an instruction: <c>program.Add(new Mm(A(0), A(1), A(2), S(0)), wait: [3], signal: [4])</c>.</summary>
    /// <returns>Its index.</returns>
    /// <exception cref="IsaException">An operand or semaphore does not fit.</exception>
    public int Add(IInstruction instruction, ReadOnlySpan<int> wait = default, ReadOnlySpan<int> signal = default,
        [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        try { return AddWord(Isa.Encode(instruction, wait, signal), new(file, line)); }
        catch (IsaException e) { throw new IsaException($"{new SourcePlace(file, line)}: error: {e.Message}"); }
    }

    /// <summary>Appends any word, legal or not.</summary>
    public int AddWord(UInt128 word, SourcePlace place = default)
    {
        words.Add(word);
        places.Add(place);
        return words.Count - 1;
    }

    public void AddData(DataSegment segment) => data.Add(segment);
    public void AddSymbol(Symbol symbol) => symbols.Add(symbol);

    /// <summary>The bytes a machine fetches: little-endian words.</summary>
    public byte[] ToBytes()
    {
        var bytes = new byte[words.Count * Isa.WordBytes];
        Span<byte> word = stackalloc byte[16];
        for (var i = 0; i < words.Count; i++)
        {
            BinaryPrimitives.WriteUInt128LittleEndian(word, words[i]);
            word[..Isa.WordBytes].CopyTo(bytes.AsSpan(i * Isa.WordBytes));
        }
        return bytes;
    }

    /// <exception cref="IsaException">The length is no whole number of words.</exception>
    public static IsaProgram FromBytes(IsaDefinition isa, ReadOnlySpan<byte> bytes, string file = "")
    {
        if (bytes.Length % isa.WordBytes != 0)
            throw new IsaException($"{bytes.Length} bytes are no whole number of {isa.WordBytes}-byte words of {isa.Name}");
        var program = new IsaProgram(isa);
        Span<byte> word = stackalloc byte[16];
        for (var at = 0; at < bytes.Length; at += isa.WordBytes)
        {
            word.Clear();
            bytes.Slice(at, isa.WordBytes).CopyTo(word);
            program.AddWord(BinaryPrimitives.ReadUInt128LittleEndian(word), new(file, program.Count + 1));
        }
        return program;
    }
}
