using System.Collections.Immutable;

namespace Hw.Isa;

/// <summary>One thing that is not as it was. <paramref name="Lines"/> show it: pictures, values.</summary>
public sealed record LockChange(string Instruction, Change Change, string What, ImmutableArray<string> Lines, string Code = "");

/// <summary>
/// What a change of encoding asks of the version. A word that was legal has to stay what it was; a word that trapped may become something: an instruction where nothing was, a value of a field, a
/// field where bits had to be zero. Everything else breaks old programs.
/// </summary>
static class EncodingRules
{
    public static IEnumerable<LockChange> Added(IsaLock old, LockedInstruction i)
    {
        var taken = old.Instructions.Values.Where(o => LockedInstruction.Overlap(o.Match, o.Mask, i.Match, i.Mask) && (i.Match & i.Mask & o.MustBeZero) == 0).ToList();
        var grave = old.Tombstones.FirstOrDefault(t => LockedInstruction.Overlap(t.Match, t.Mask, i.Match, i.Mask));
        if (grave is not null) yield return new(i.Name, Change.Breaking, $"added, on words of {grave.Name}, which was removed in {grave.RemovedIn}: old programs would run it in {grave.Name}'s place", [], "HW3002");
        else if (taken.Count > 0) yield return new(i.Name, Change.Breaking, $"added, on words that were {string.Join(", ", taken.Select(t => t.Name))}", []);
        else if (CustomRegion(old, i) is { } region) yield return new(i.Name, Change.Breaking, $"added in the {region}, which was promised to others", []);
        else yield return new(i.Name, Change.Minor, i.Status == Status.Stable ? "added, where every word trapped" : "added, where every word trapped; experimental", []);
    }

    static string? CustomRegion(IsaLock old, LockedInstruction i)
    {
        var opcode = FieldBits.Parse(old.Shape.GetValueOrDefault("opcode", ""));
        foreach (var (name, policy) in old.Shape)
            if (policy == nameof(Policy.Custom) && name.Split(' ') is ["region", var ends] && ends.Split("..") is [var first, var last]
                && (long)opcode.Of(i.Match) is var at && at >= Convert.ToInt64(first, 16) && at <= Convert.ToInt64(last, 16)) return name;
        return null;
    }

    public static LockChange Removed(IsaDefinition isa, IsaLock now, LockedInstruction i)
    {
        var heir = now.Instructions.Values.FirstOrDefault(n => (n.Match, n.Mask) == (i.Match, i.Mask));
        return new(i.Name, i.Status == Status.Stable ? Change.Breaking : Change.Minor, heir is null ? $"removed: opcode 0x{isa.Shape.Opcode.Of(i.Match):x2} traps now" : $"removed; {heir.Name} has its words now", [],
            heir is null ? "" : "HW3002");
    }

    public static IEnumerable<LockChange> Changed(LockedInstruction old, LockedInstruction now, int bits)
    {
        var picture = new Lazy<ImmutableArray<string>>(() => [.. BitPicture.Of(old, now, bits)]);
        LockChange Made(Change change, string what, bool shown = false) => new(now.Name, old.Status == Status.Stable ? change : (Change)Math.Min((int)change, (int)Change.Minor), what, shown ? picture.Value : []);

        if (old.Status != now.Status)
            yield return now.Status == Status.Stable ? Made(Change.Minor, "stable from now on") : Made(Change.Breaking, "no longer stable: what programs were promised is taken back");
        if (old.Since != now.Since) yield return Made(Change.Patch, $"since {old.Since}, now since {now.Since}");
        if (old.Queue != now.Queue) yield return Made(Change.Breaking, $"executed by queue {old.Queue}, now by {now.Queue}");
        var moved = (old.Match, old.Mask) != (now.Match, now.Mask);
        if (moved && (now.Mask & old.Mask) == now.Mask && (old.Match & now.Mask) == now.Match) yield return Made(Change.Minor, "bits that were fixed no longer are", true);
        else if (moved) yield return Made(Change.Breaking, $"moved from match 0x{old.Match:x}, mask 0x{old.Mask:x} to match 0x{now.Match:x}, mask 0x{now.Mask:x}", true);

        foreach (var f in old.Fields)
            if (now.Fields.FirstOrDefault(n => (n.Role, n.Name) == (f.Role, f.Name)) is { } n)
            {
                if (n.Bits != f.Bits) yield return Made(Change.Breaking, $"{f.Name} {(n.Bits.Width == f.Bits.Width ? "moved" : "resized")} from {f.Bits} to {n.Bits}", true);
                if (n.Multiple != f.Multiple || Sign(n) != Sign(f)) yield return Made(Change.Breaking, $"{f.Name} {f.Kind} × {f.Multiple}, now {n.Kind} × {n.Multiple}");
                else if (!n.Allows(f)) yield return Made(Change.Breaking, $"{f.Name} was {Legal(f)}, is {Legal(n)}: values that were legal trap now");
                else if (!f.Allows(n)) yield return Made(Change.Minor, $"{f.Name} was {Legal(f)}, is {Legal(n)}: values that trapped are legal now");
                else if (n.Kind != f.Kind) yield return Made(Change.Patch, $"{f.Name} was written as {f.Kind}, is as {n.Kind}");
            }
            else if (now.Fields.FirstOrDefault(n => n with { Name = f.Name } == f) is { } renamed)
                yield return Made(Change.Breaking, $"{f.Name} is called {renamed.Name}: words are the same, assembly that names it is not");
            else yield return Made(Change.Breaking, $"{f.Name} {f.Bits} removed", true);

        foreach (var f in now.Fields)
            if (!old.Fields.Any(o => (o.Role, o.Name) == (f.Role, f.Name) || o with { Name = f.Name } == f))
            {
                var wasFree = (f.Bits.Mask & ~(old.MustBeZero | old.Hint)) == 0;
                yield return !wasFree ? Made(Change.Breaking, $"{f.Name} {f.Bits} added on bits that meant something", true)
                    : f.IsLegal(0) ? Made(Change.Minor, $"{f.Name} {f.Bits} added, where bits {((f.Bits.Mask & old.Hint) != 0 ? "were ignored" : "had to be zero")}", true)
                    : Made(Change.Breaking, $"{f.Name} {f.Bits} added, and 0, which all old words have there, is illegal", true);
            }

        var fields = now.Fields.Aggregate(UInt128.Zero, (mask, f) => mask | f.Bits.Mask);
        if ((old.MustBeZero & now.Hint) != 0) yield return Made(Change.Minor, "bits that had to be zero are ignored", true);
        if ((old.Hint & ~now.Hint & ~fields) != 0) yield return Made(Change.Breaking, "bits that were ignored have to be zero", true);
    }

    static bool Sign(LockedField f) => f.Kind.StartsWith(nameof(FieldKind.Signed), StringComparison.Ordinal);
    static string Legal(LockedField f) => string.Join(", ", f.Legal);

    public static IEnumerable<LockChange> Shape(IsaLock old, IsaLock now)
    {
        if (old.Isa != now.Isa) yield return Of(Change.Breaking, $"the name was {old.Isa}, is {now.Isa}");
        if (old.WordBits != now.WordBits) yield return Of(Change.Breaking, $"words had {old.WordBits} bits, have {now.WordBits}");
        foreach (var name in old.Shape.Keys.Union(now.Shape.Keys).Order(StringComparer.Ordinal))
        {
            var (before, after) = (old.Shape.GetValueOrDefault(name), now.Shape.GetValueOrDefault(name));
            if (before == after) continue;
            var isRegion = name.StartsWith("region ", StringComparison.Ordinal);
            var (a, b) = (Numbers(before), Numbers(after));
            var change = isRegion ? before == nameof(Policy.Custom) ? Change.Breaking : Change.Patch
                : before is null || name == "queues" && after?.StartsWith(before + " ", StringComparison.Ordinal) == true ? Change.Minor
                : a.Length > 0 && a.Length == b.Length && a.Zip(b).All(p => p.First <= p.Second) && name != "opcode" ? Change.Minor : Change.Breaking;
            yield return Of(change, before is null ? $"{name} added: {after}" : after is null ? $"{name} removed: it was {before}" : $"{name} was {before}, is {after}");
        }

        static LockChange Of(Change change, string what) => new("", change, what, []);
        static long[] Numbers(string? text) => [.. (text ?? "").Split(' ').Where(w => long.TryParse(w, out _)).Select(long.Parse)];
    }
}
