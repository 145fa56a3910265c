using System.Collections.Immutable;
using System.Reflection;

namespace Hw.Isa;

/// <summary>What an instruction set means: the graph of every arithmetic text, by instruction and name, and the behaviour vectors. Read once, when somebody asks.</summary>
sealed class IsaContents
{
    IsaContents(ImmutableSortedDictionary<string, ImmutableSortedDictionary<string, MeaningGraph>> meanings, ImmutableSortedDictionary<string, ImmutableArray<Behaviour>> behaviours, string encoding)
    {
        (Meanings, Behaviours) = (meanings, behaviours);
        Hashes = new(encoding, IsaHashes.Of(string.Concat(behaviours.SelectMany(b => b.Value, (b, v) => $"{b.Key} {string.Join("; ", v.Case)} {v.Hash}\n"))),
            IsaHashes.Of(string.Concat(meanings.SelectMany(i => i.Value, (i, m) => $"{i.Key}.{m.Key} {m.Value.Digest}\n"))));
    }

    /// <summary>By mnemonic, then by name.</summary>
    public ImmutableSortedDictionary<string, ImmutableSortedDictionary<string, MeaningGraph>> Meanings { get; }
    /// <summary>By mnemonic.</summary>
    public ImmutableSortedDictionary<string, ImmutableArray<Behaviour>> Behaviours { get; }
    public IsaHashes Hashes { get; }

    public static IsaContents Of(IsaDefinition isa)
    {
        var behaviours = Task.Run(() =>
        {
            var bench = isa.Shape.Bench?.Invoke();
            return isa.Instructions.Where(_ => bench is not null).ToImmutableSortedDictionary(i => i.Mnemonic, i => Behaviour.Of(isa, i, bench!).ToImmutableArray(), StringComparer.Ordinal);
        });
        var table = new TermTable();
        var meanings = isa.Instructions.ToImmutableSortedDictionary(i => i.Mnemonic,
            i => MeaningsOf(i).ToImmutableSortedDictionary(m => m.Name, m => MeaningGraph.Of(m, table), StringComparer.Ordinal), StringComparer.Ordinal);
        return new(meanings, behaviours.GetAwaiter().GetResult(), IsaHashes.Of(isa.CanonicalText()));
    }

    static IEnumerable<Meaning> MeaningsOf(InstructionInfo info) => typeof(IHasMeaning).IsAssignableFrom(info.Type)
        ? (IEnumerable<Meaning>)typeof(IsaContents).GetMethod(nameof(Declared), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(info.Type).Invoke(null, null)! : [];
    static IEnumerable<Meaning> Declared<T>() where T : IHasMeaning => T.Meanings;
}
