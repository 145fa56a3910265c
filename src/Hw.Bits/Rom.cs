using System.Collections.Immutable;

namespace Hw.Bits;

/// <summary>A table of constants that a text looks values up in. Its name is the name of the table in Verilog; two ROMs are the same when they are the same object.</summary>
public sealed class Rom
{
    /// <exception cref="BitsException">The table is empty.</exception>
    public Rom(string name, ImmutableArray<long> entries)
    {
        if (entries.IsDefaultOrEmpty) throw new BitsException($"the table {name} has no entries");
        (Name, Entries, Range) = (name, entries, new(entries.Min(), entries.Max()));
    }

    public string Name { get; }
    public ImmutableArray<long> Entries { get; }

    /// <summary>The interval that holds every entry.</summary>
    public Interval Range { get; }

    public override string ToString() => Name;
}
