using System.Diagnostics.CodeAnalysis;
using System.Numerics;

namespace Hw.Isa;

/// <summary>
/// The names of a program while it is assembled. A label or constant has one value; what .set names has the value last set before the line that reads it, and a numbered
/// label (1b, 1f) is the nearest of its number before or after. "Before" is told by the number of the line in the whole of the text, includes unfolded.
/// </summary>
sealed class SymbolTable
{
    readonly Dictionary<string, Entry> entries = new(StringComparer.OrdinalIgnoreCase);
    readonly Dictionary<string, Entry>.AlternateLookup<ReadOnlySpan<char>> bySpan;
    readonly Dictionary<string, List<(long Line, BigInteger Value)>> numbered = [];

    public SymbolTable() => bySpan = entries.GetAlternateLookup<ReadOnlySpan<char>>();

    sealed class Entry
    {
        public required string Name { get; init; }
        public SymbolKind Kind { get; init; }
        public bool IsSet { get; init; }
        /// <summary>What it should have meant is reported already.</summary>
        public bool Poisoned { get; set; }
        public BigInteger? Value { get; set; }
        public List<(long Line, BigInteger Value)> Settings { get; } = [];
        public SourcePlace Place { get; init; }
    }

    public IEnumerable<string> Names => entries.Values.Where(e => !e.Poisoned).Select(e => e.Name);

    public IEnumerable<Symbol> All => entries.Values.Where(e => !e.Poisoned && (e.IsSet ? e.Settings.Count > 0 : e.Value is not null))
        .Select(e => new Symbol(e.Name, e.Kind, e.IsSet ? e.Settings[^1].Value : e.Value!.Value));

    /// <summary>Gives a name its only value; null: it is given one with <see cref="Resolve"/>.</summary>
    /// <returns>Why not, or null.</returns>
    public string? Define(string name, SymbolKind kind, BigInteger? value, SourcePlace place)
    {
        if (entries.TryGetValue(name, out var old) && !old.Poisoned) return Taken(old);
        entries[name] = new() { Name = name, Kind = kind, Value = value, Place = place };
        return null;
    }

    public void Resolve(string name, BigInteger value) => entries[name].Value = value;

    public string? Set(string name, long line, BigInteger value, SourcePlace place)
    {
        if (!entries.TryGetValue(name, out var entry) || entry.Poisoned) entries[name] = entry = new() { Name = name, Kind = SymbolKind.Constant, IsSet = true, Place = place };
        if (!entry.IsSet) return Taken(entry);
        entry.Settings.Add((line, value));
        return null;
    }

    static string Taken(Entry old) => $"{Lexis.Shown(old.Name)} already has a value{(old.Place.IsKnown ? $", from {old.Place}" : "")}";

    public void SetNumbered(string number, long line, BigInteger value)
    {
        if (!numbered.TryGetValue(number, out var all)) numbered[number] = all = [];
        all.Add((line, value));
    }

    /// <summary>A name whose definition failed: whoever uses it is not told again.</summary>
    public void Poison(string name)
    {
        if (!entries.TryGetValue(name, out var entry)) entries[name] = new() { Name = name, Poisoned = true };
        else if (!entry.IsSet && entry.Value is null) entry.Poisoned = true;
    }

    /// <returns>False when it has no value (yet). <paramref name="poisoned"/>: and never will.</returns>
    public bool TryGet(ReadOnlySpan<char> name, long line, out BigInteger value, out bool poisoned)
    {
        (value, poisoned) = (default, false);
        if (bySpan.TryGetValue(name, out var entry))
        {
            poisoned = entry.Poisoned;
            if (!entry.IsSet) return (value = entry.Value.GetValueOrDefault()) is var _ && entry.Value.HasValue;
            return Before(entry.Settings, line, out value);
        }
        for (var dot = name.LastIndexOf('.'); dot > 0; dot = name[..dot].LastIndexOf('.'))
            if (bySpan.TryGetValue(name[..dot], out entry) && entry.Poisoned) poisoned = true;      // q.rows of a tensor q that could not be read
        return false;
    }

    /// <summary>1b and 1f.</summary>
    public bool TryGetNumbered(ReadOnlySpan<char> name, long line, out BigInteger value)
    {
        value = default;
        if (!numbered.TryGetValue(name[..^1].ToString(), out var all)) return false;
        if ((name[^1] | 32) == 'b') return Before(all, line, out value);
        var at = First(all, line + 1);
        if (at == all.Count) return false;
        value = all[at].Value;
        return true;
    }

    static bool Before(List<(long Line, BigInteger Value)> all, long line, out BigInteger value)
    {
        var at = First(all, line + 1) - 1;
        value = at >= 0 ? all[at].Value : default;
        return at >= 0;
    }

    /// <summary>The first at this line or after it.</summary>
    static int First(List<(long Line, BigInteger Value)> all, long line)
    {
        var (low, high) = (0, all.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (all[middle].Line < line) low = middle + 1;
            else high = middle;
        }
        return low;
    }
}
