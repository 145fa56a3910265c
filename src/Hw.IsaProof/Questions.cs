using System.Runtime.InteropServices;

namespace Hw.IsaProof;

/// <summary>The words, what the table finds of each, and what a sound decoder shows for it: everything that golden, Verilog and planted faults are held against.</summary>
public sealed class Questions
{
    const int Chunk = 1 << 13;
    readonly Finding[] findings;
    readonly int[] cellOf;
    readonly uint[] asked, expected;

    public Questions(IsaDefinition isa, CancellationToken token = default)
    {
        Isa = isa;
        Table = new(isa);
        List = new(Table);
        Cells = new(Table, List);
        Layout = DecoderProbe.Layout(Table);
        WordWords = (isa.Shape.WordBits + 31) / 32;
        (findings, cellOf, asked, expected) = (new Finding[Count], new int[Count], new uint[Count * WordWords], new uint[Count * Layout.Words]);
        InChunks(Count, (first, end) =>
        {
            for (var i = first; i < end; i++)
            {
                var word = List.Words[i];
                findings[i] = Table.Find(word);
                cellOf[i] = Cells.Of(word, findings[i]);
                for (var w = 0; w < WordWords; w++) asked[i * WordWords + w] = (uint)(word >> 32 * w);
                Layout.Expect(word, findings[i], expected.AsSpan(i * Layout.Words, Layout.Words));
            }
        }, token);
    }

    public IsaDefinition Isa { get; }
    public EncodingTable Table { get; }
    public WordList List { get; }
    public Cells Cells { get; }
    internal AnswerLayout Layout { get; }
    internal int WordWords { get; }

    public int Count => List.Words.Count;
    public UInt128 Word(int i) => List.Words[i];
    public Finding Finding(int i) => findings[i];
    public int Cell(int i) => cellOf[i];

    internal ReadOnlySpan<uint> Asked(int first, int count) => asked.AsSpan(first * WordWords, count * WordWords);
    internal ReadOnlySpan<uint> Expected(int first, int count) => expected.AsSpan(first * Layout.Words, count * Layout.Words);

    /// <summary>Cells without a word: what this list says nothing about.</summary>
    public IEnumerable<string> Unasked()
    {
        var seen = new bool[Cells.Count];
        foreach (var cell in cellOf) seen[cell] = true;
        return Enumerable.Range(0, Cells.Count).Where(c => !seen[c]).Select(Cells.Name);
    }

    /// <summary>On all cores; the first exception ends it.</summary>
    internal static void InChunks(int count, Action<int, int> work, CancellationToken token)
    {
        try
        {
            Parallel.For(0, (count + Chunk - 1) / Chunk, new ParallelOptions { CancellationToken = token, MaxDegreeOfParallelism = Environment.ProcessorCount },
                i => work(i * Chunk, Math.Min(count, (i + 1) * Chunk)));
        }
        catch (AggregateException e) when (e.InnerExceptions.Count > 0)
        {
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(e.InnerExceptions[0]);
        }
    }
}
