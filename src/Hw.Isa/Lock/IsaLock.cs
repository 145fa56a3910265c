using System.Collections.Immutable;

namespace Hw.Isa;

/// <summary>
/// What an instruction set was when the lock was written: every encoding, every arithmetic text as a graph, the cases that were tried, and the instructions that are no more. It is checked in as
/// isa/NAME/isa.lock.json, so that any later definition can be held against any earlier one.
/// </summary>
public sealed record IsaLock
{
    public required string Isa { get; init; }
    public required string Version { get; init; }
    public required int WordBits { get; init; }
    public required IsaHashes Hashes { get; init; }
    /// <summary>What words are before the first instruction: opcode bits, queues, semaphores, memories.</summary>
    public required ImmutableSortedDictionary<string, string> Shape { get; init; }
    public required ImmutableSortedDictionary<string, LockedInstruction> Instructions { get; init; }
    public required ImmutableArray<Tombstone> Tombstones { get; init; }

    /// <summary>Relative to the checkout.</summary>
    public static string PathOf(IsaDefinition isa) => PathOf(isa.Name);
    public static string PathOf(string isa) => $"isa/{isa}/isa.lock.json";

    /// <summary>The lock of a definition, as text. <paramref name="previous"/> is the one in the tree, null where there is none: what it has and the definition has not becomes a tombstone.</summary>
    /// <exception cref="IsaException">The previous lock cannot be read, or the words of a tombstone are taken again too early.</exception>
    public static string Write(IsaDefinition isa, string? previous) => LockText.Write(Of(isa, previous is null ? null : LockText.Read(previous, PathOf(isa))));

    /// <inheritdoc cref="Write"/>
    public static IsaLock Of(IsaDefinition isa, IsaLock? previous = null)
    {
        var now = new IsaLock
        {
            Isa = isa.Name, Version = isa.Version, WordBits = isa.Shape.WordBits, Hashes = isa.Hashes,
            Shape = ShapeOf(isa).ToImmutableSortedDictionary(StringComparer.Ordinal),
            Instructions = isa.Instructions.ToImmutableSortedDictionary(i => i.Mnemonic, i => Of(isa, i), StringComparer.Ordinal),
            Tombstones = [],
        };
        if (previous is null) return now;
        var gone = previous.Instructions.Values.Where(i => !now.Instructions.ContainsKey(i.Name)).Select(i => new Tombstone(i.Name, i.Match, i.Mask, i.Since, isa.Version))
            .Concat(previous.Tombstones.Where(t => !now.Instructions.TryGetValue(t.Name, out var i) || (i.Match, i.Mask) != (t.Match, t.Mask)));
        var kept = new List<Tombstone>();
        var errors = new List<string>();
        foreach (var t in gone.OrderBy(t => t.Match).ThenBy(t => t.Name, StringComparer.Ordinal))
        {
            if (now.Instructions.Values.FirstOrDefault(i => LockedInstruction.Overlap(i.Match, i.Mask, t.Match, t.Mask)) is not { } taker) kept.Add(t);
            else if (TombstoneError(isa, taker.Name, t) is { } error) errors.Add(error);
        }
        return errors.Count > 0 ? throw new IsaException(errors) : now with { Tombstones = [.. kept] };
    }

    /// <summary>Null when the version is far enough from the one that the tombstone's instruction was last in.</summary>
    internal static string? TombstoneError(IsaDefinition isa, string taker, Tombstone t)
    {
        var least = SemanticVersion.Parse(t.RemovedIn).After(Change.Breaking);
        return SemanticVersion.Parse(isa.Version) >= least ? null
            : $"{isa.Find(taker)!.Place}: error HW3002: {taker} takes words of {t.Name}, which was removed in {t.RemovedIn} (match 0x{t.Match:x}, mask 0x{t.Mask:x}): an old program would run it in {t.Name}'s place. "
            + $"Give {taker} another opcode, or declare version {least} of {isa.Name}";
    }

    static LockedInstruction Of(IsaDefinition isa, InstructionInfo i) => new()
    {
        Name = i.Mnemonic, Match = i.Match, Mask = i.Mask, MustBeZero = i.Reserved, Hint = i.Ignored, Queue = i.QueueOperand?.Name ?? isa.QueueNames[i.Queue], Since = i.Since, Status = i.Status,
        Fields = [.. i.Waits.Select(f => LockedField.Of("wait", f)), .. i.Signals.Select(f => LockedField.Of("signal", f)), .. i.Operands.Select(f => LockedField.Of("operand", f))],
        Texts = isa.Contents.Meanings.GetValueOrDefault(i.Mnemonic, ImmutableSortedDictionary<string, MeaningGraph>.Empty),
        Behaviours = isa.Contents.Behaviours.GetValueOrDefault(i.Mnemonic, []),
    };

    static IEnumerable<KeyValuePair<string, string>> ShapeOf(IsaDefinition isa)
    {
        var s = isa.Shape;
        yield return new("opcode", $"{s.Opcode.Hi}:{s.Opcode.Lo}");
        yield return new("queues", string.Join(' ', isa.QueueNames));
        yield return new("semaphores", $"{s.Semaphores.Count} max {s.Semaphores.Max}");
        foreach (var m in s.Memories) yield return new($"memory {m.Name}", $"{m.Units}");
        foreach (var r in s.Regions) yield return new($"region 0x{r.First:x}..0x{r.Last:x}", $"{r.Policy}");
    }
}
