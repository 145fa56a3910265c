namespace Hw.IsaProof;

/// <summary>
/// The whole space of words in parts that do not meet, each with a name: the legal words of an instruction; its words whose lowest wrong thing is this reserved bit, this reference or this
/// operand; and the gaps. A word list that has none of some part proves nothing about it.
/// </summary>
public sealed class Cells
{
    readonly Dictionary<(TableRow?, string?), int> index = [];
    readonly List<string> names = [];
    readonly List<TableRow?> owners = [];
    readonly WordList list;
    readonly int firstGap;

    public Cells(EncodingTable table, WordList list)
    {
        this.list = list;
        foreach (var row in table.Rows)
        {
            Add(row, null, $"{row.Name}, legal");
            for (var bit = 0; bit < 128; bit++)
                if ((row.Zero >> bit & 1) != 0) Add(row, $"bit {bit}", $"{row.Name}, reserved bit {bit} set");
            foreach (var f in row.References) if (!f.IsFull) Add(row, f.Name, $"{row.Name}, {f.Name} no semaphore");
            foreach (var f in row.Operands) if (!f.IsFull) Add(row, f.Name, $"{row.Name}, {f.Name} illegal");
        }
        firstGap = names.Count;
        foreach (var gap in list.Gaps)
        {
            names.Add($"gap {gap}");
            owners.Add(null);
        }
    }

    public int Count => names.Count;
    public int Gaps => names.Count - firstGap;
    public string Name(int cell) => names[cell];
    /// <summary>The instruction whose words these are; null for a gap.</summary>
    public TableRow? Owner(int cell) => owners[cell];

    public int Of(UInt128 word, Finding finding)
    {
        if (finding.Row is not null) return index[(finding.Row, finding.What)];
        var asWord = word.ToWord();
        for (var i = 0; i < list.Gaps.Length; i++)
            if (list.Gaps[i].Contains(asWord)) return firstGap + i;
        throw new InvalidOperationException($"0x{word:X} is no instruction's and in no gap");
    }

    void Add(TableRow row, string? what, string name)
    {
        index.Add((row, what), names.Count);
        names.Add(name);
        owners.Add(row);
    }
}
