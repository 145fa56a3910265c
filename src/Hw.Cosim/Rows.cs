using Hw.Golden;

namespace Hw.Cosim;

/// <summary>Two lists of rows that should be equal: the first element that is not, and how many more.</summary>
static class Rows
{
    public static Difference Compare(Difference difference, string memory, WriteView view, List<Written> golden, List<RtlRow> rtl)
    {
        string Name(long address) => view.ByteAddressed ? $"{memory}[0x{address:X}]" : $"{memory} row {address}";

        for (var i = 0; i < Math.Max(golden.Count, rtl.Count); i++)
        {
            if (i == golden.Count) return difference with { Kind = DifferenceKind.ExtraWrites, Cycle = rtl[i].Cycle, Message = $"{rtl.Count - i} rows too many, the first is {Name(rtl[i].Address)}; the golden writes {golden.Count}" };
            if (i == rtl.Count) return difference with { Kind = DifferenceKind.MissingWrites, Message = $"only {rtl.Count} of {golden.Count} rows are written; {Name(golden[i].Address)} is missing" };
            if (golden[i].Address != rtl[i].Address)
                return difference with { Kind = DifferenceKind.Address, Cycle = rtl[i].Cycle, Message = $"row {i} of {golden.Count} goes to {Name(rtl[i].Address)}; the golden writes {Name(golden[i].Address)}" };
            if (!golden[i].Data.AsSpan().SequenceEqual(rtl[i].Data)) return Elements(difference, memory, Name(golden[i].Address), view, golden, rtl, i);
        }
        return difference;   // equal when run again: the hashes of the first run were wrong, and that is said
    }

    static Difference Elements(Difference difference, string memory, string name, WriteView view, List<Written> golden, List<RtlRow> rtl, int first)
    {
        var (size, perRow) = (view.ElementBytes, golden[first].Data.Length / view.ElementBytes);
        var indices = new SortedSet<int>();
        var (elements, rows) = (0, 0);
        for (var i = first; i < Math.Min(golden.Count, rtl.Count); i++)
        {
            var before = elements;
            for (var e = 0; e < perRow; e++)
            {
                if (golden[i].Data.AsSpan(e * size, size).SequenceEqual(rtl[i].Data.AsSpan(e * size, size))) continue;
                elements++;
                indices.Add(e);
            }
            if (elements > before) rows++;
        }
        var index = Enumerable.Range(0, perRow).First(e => !golden[first].Data.AsSpan(e * size, size).SequenceEqual(rtl[first].Data.AsSpan(e * size, size)));
        return difference with
        {
            Kind = DifferenceKind.Data,
            Cycle = rtl[first].Cycle,
            Message = $"{name} {view.Element} {index} differs",
            Element = new(memory, golden[first].Address, name, view.Element, index, Value(rtl[first].Data, index, size), Value(golden[first].Data, index, size), size,
                elements, golden.Count * perRow, rows, golden.Count, [.. indices]),
        };
    }

    static long Value(byte[] row, int index, int size)
    {
        long value = 0;
        for (var b = size - 1; b >= 0; b--) value = value << 8 | row[index * size + b];
        return value << 64 - 8 * size >> 64 - 8 * size;
    }
}
