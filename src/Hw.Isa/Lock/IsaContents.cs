using System.Collections.Immutable;
using System.Reflection;

namespace Hw.Isa;

/// <summary>What an instruction set means: the graph of every arithmetic text, by instruction and name, and the behaviour vectors. Read once, when somebody asks.</summary>
sealed class IsaContents
{
    IsaContents(ImmutableSortedDictionary<string, MeaningGraph> meanings, ImmutableSortedDictionary<string, ImmutableArray<Behaviour>> behaviours, string encoding)
    {
        (Meanings, Behaviours) = (meanings, behaviours);
        Hashes = new(encoding, IsaHashes.Of(string.Concat(behaviours.Select(b => $"{b.Key} {string.Join(' ', b.Value.Select(v => $"{string.Join("; ", v.Case)} {v.Hash}"))}\n"))),
            IsaHashes.Of(string.Concat(meanings.Select(m => $"{m.Key} {m.Value.Digest}\n"))));
    }

    /// <summary>By "VBIN.MAX".</summary>
    public ImmutableSortedDictionary<string, MeaningGraph> Meanings { get; }
    /// <summary>By mnemonic.</summary>
    public ImmutableSortedDictionary<string, ImmutableArray<Behaviour>> Behaviours { get; }
    public IsaHashes Hashes { get; }

    public static IsaContents Of(IsaDefinition isa)
    {
        var table = new TermTable();
        var meanings = isa.Instructions.SelectMany(i => MeaningsOf(i).Select(m => KeyValuePair.Create($"{i.Mnemonic}.{m.Name}", m)))
            .ToImmutableSortedDictionary(m => m.Key, m => MeaningGraph.Of(m.Value, table), StringComparer.Ordinal);
        var bench = isa.Shape.Bench?.Invoke();
        var behaviours = isa.Instructions.Where(_ => bench is not null)
            .ToImmutableSortedDictionary(i => i.Mnemonic, i => Behaviour.Of(isa, i, bench!).ToImmutableArray(), StringComparer.Ordinal);
        return new(meanings, behaviours, IsaHashes.Of(isa.CanonicalText()));
    }

    static IEnumerable<Meaning> MeaningsOf(InstructionInfo info) => typeof(IHasMeaning).IsAssignableFrom(info.Type)
        ? (IEnumerable<Meaning>)typeof(IsaContents).GetMethod(nameof(Declared), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(info.Type).Invoke(null, null)! : [];
    static IEnumerable<Meaning> Declared<T>() where T : IHasMeaning => T.Meanings;
}
