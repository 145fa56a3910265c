using System.Collections.Immutable;
using System.Numerics;

namespace Hw.Isa;

/// <summary>
/// A definition held against an older lock of it: every change, and what the version has to be. What a stable instruction means may change with a breaking version only; that a text is written
/// otherwise is no change where both are proven to mean the same.
/// </summary>
public sealed class LockComparison
{
    readonly SourcePlace place;

    LockComparison(IsaLock old, IsaLock now, ImmutableArray<LockChange> changes, SourcePlace place) => (Old, Now, Changes, this.place) = (old, now, changes, place);

    public IsaLock Old { get; }
    public IsaLock Now { get; }
    /// <summary>The greatest first.</summary>
    public ImmutableArray<LockChange> Changes { get; }
    public Change Greatest => Changes.Select(c => c.Change).DefaultIfEmpty(Change.None).Max();
    /// <summary>The least version that may be declared. What no program can see asks for none: a text may be written otherwise every day, and the next release counts it.</summary>
    public SemanticVersion Least => SemanticVersion.Parse(Old.Version).After(Greatest == Change.Patch ? Change.None : Greatest);
    public bool IsEnough => SemanticVersion.Parse(Now.Version) >= Least;

    /// <summary>In one line: what the changes ask for and what is declared.</summary>
    public string Verdict
    {
        get
        {
            var asked = Greatest switch
            {
                Change.None => "nothing changed",
                Change.Patch => "nothing that a program can see changed",
                Change.Minor => "programs go on as they were",
                _ => "old programs can break",
            };
            var rule = Greatest == Change.None ? "" : Greatest == Change.Patch ? $": patch, which the next release may call {SemanticVersion.Parse(Old.Version).After(Change.Patch)}" : SemanticVersion.Parse(Old.Version).Major > 0 ? $": {Greatest.ToString().ToLowerInvariant()}" : $": {Greatest.ToString().ToLowerInvariant()}, which before 1.0 raises the {(Greatest == Change.Breaking ? "minor" : "patch")} number (SemVer §4)";
            return IsEnough ? $"{asked}{rule}; {Old.Version} → {Now.Version} is {(Greatest == Change.None ? "fine" : "enough")}"
                : $"{place}: error HW3001: {asked}{rule}; {Now.Isa} declares {Now.Version} after {Old.Version}. Declare version {Least}, or restore what is listed as {Greatest.ToString().ToLowerInvariant()}";
        }
    }

    public static LockComparison Of(IsaLock old, IsaDefinition isa, Solver? solver = null, Action<string>? progress = null, CancellationToken token = default)
    {
        var now = IsaLock.Of(isa);
        var changes = new List<LockChange>(EncodingRules.Shape(old, now));
        foreach (var name in old.Instructions.Keys.Union(now.Instructions.Keys).Order(StringComparer.Ordinal))
        {
            token.ThrowIfCancellationRequested();
            progress?.Invoke(name);
            var (before, after) = (old.Instructions.GetValueOrDefault(name), now.Instructions.GetValueOrDefault(name));
            if (before is null) changes.AddRange(EncodingRules.Added(old, after!));
            else if (after is null) changes.Add(EncodingRules.Removed(isa, now, before));
            else
            {
                var encoding = EncodingRules.Changed(before, after, now.WordBits).ToList();
                changes.AddRange(encoding);
                changes.AddRange(Texts(before, after, solver));
                if (encoding.All(c => c.Change < Change.Breaking)) changes.AddRange(Cases(isa, before));
            }
        }
        if (changes.Count == 0 && old.Hashes.Isa != now.Hashes.Isa) changes.Add(new("", Change.Patch, "what is checked of it changed (other cases, another order), nothing of what it does", []));
        return new(old, now, [.. changes.OrderByDescending(c => c.Change).ThenBy(c => c.Instruction, StringComparer.Ordinal)], isa.Shape.Place);
    }

    static IEnumerable<LockChange> Texts(LockedInstruction old, LockedInstruction now, Solver? solver)
    {
        var worst = old.Status == Status.Stable ? Change.Breaking : Change.Minor;
        foreach (var (name, text) in old.Texts)
        {
            if (!now.Texts.TryGetValue(name, out var other))
            {
                var heir = now.Texts.FirstOrDefault(t => !old.Texts.ContainsKey(t.Key) && t.Value.Digest == text.Digest).Key;
                yield return heir is null ? new(now.Name, worst, $"no longer has the text {name}", []) : new(now.Name, Change.Patch, $"the text {name} is called {heir}", []);
                continue;
            }
            var v = MeaningComparison.Compare(text, other, solver);
            if (v.Sameness == Sameness.Proven) yield return new(now.Name, Change.Patch, $"{name} is written otherwise and means the same: {v.Because}", []);
            else if (v.Sameness == Sameness.Unknown) yield return new(now.Name, worst, $"{name} is written otherwise; not proven to mean the same, so it counts as a change: {v.Because}", [], "HW3003");
            else if (v.Sameness == Sameness.Different)
                yield return new(now.Name, worst, $"{name} means something else{(v.Inputs.IsDefault ? $": {v.Because}" : "")}", v.Inputs.IsDefault ? [] : [.. Counterexample(text, v)], "HW3003");
        }
        foreach (var name in now.Texts.Keys.Except(old.Texts.Keys))
            if (!old.Texts.Any(t => !now.Texts.ContainsKey(t.Key) && t.Value.Digest == now.Texts[name].Digest)) yield return new(now.Name, Change.Minor, $"has a new text, {name}", []);
    }

    static IEnumerable<string> Counterexample(MeaningGraph text, MeaningVerdict v)
    {
        var zero = v.Inputs.Length > 8 ? v.Inputs.Count(x => x.IsZero) : 0;
        foreach (var (i, input) in text.Inputs.Index())
            if (zero == 0 || !v.Inputs[i].IsZero) yield return $"  {input.Name} = {Shown(v.Inputs[i], input.Range.Width)}";
        if (zero > 0) yield return $"  the other {zero} inputs are 0";
        var width = text.Inputs.Any(i => i.Range.Width == 32) || text.Inputs.Length >= 32 ? 32 : text.Inputs.Max(i => i.Range.Width);
        yield return $"  old {(v.Old is { } old ? Shown(old, width) : "breaks a promise of its own")}";
        yield return $"  new {(v.New is { } now ? Shown(now, width) : "breaks a promise of its own")}";
    }

    /// <summary>Hexadecimal, and of 32 bits as the FP32 number that they may be.</summary>
    static string Shown(BigInteger value, int width) => value.Sign < 0 ? $"{value}"
        : width == 32 && value <= uint.MaxValue ? $"0x{(uint)value:X8} ({value}; as FP32 {Number(BitConverter.UInt32BitsToSingle((uint)value))})"
        : $"0x{value.ToString("X")} ({value})";

    static string Number(float x) => float.IsNaN(x) ? "NaN" : float.IsInfinity(x) ? x > 0 ? "+Inf" : "−Inf" : x == 0 ? float.IsNegative(x) ? "−0" : "+0" : x.ToString("R", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>The old cases once more, on the machine of today.</summary>
    static IEnumerable<LockChange> Cases(IsaDefinition isa, LockedInstruction old)
    {
        if (isa.Shape.Bench?.Invoke() is not { } bench) yield break;
        var differ = old.Behaviours.Select(was => (Was: was, Is: Behaviour.Run(isa, was.Case, bench))).Where(b => b.Was.Hash != b.Is.Hash).ToList();
        if (differ.Count == 0) yield break;
        var (was, now) = differ[0];
        var lines = was.Case.Select(c => $"  {CaseText.Shown(isa, c)}").ToList();
        var at = was.Did.Zip(now.Kept).TakeWhile(p => p.First == p.Second).Count();
        if (at == was.Did.Length && at == now.Kept.Length) lines.Add($"  after the {at} lines that the lock keeps, something differs; {now.Did.Length} now");
        else lines.AddRange([$"  old {was.Did.ElementAtOrDefault(at) ?? "nothing more"}", $"  new {now.Kept.ElementAtOrDefault(at) ?? "nothing more"}"]);
        yield return new(old.Name, old.Status == Status.Stable ? Change.Breaking : Change.Minor, $"does something else in {differ.Count} of {old.Behaviours.Length} cases; the first:", [.. lines], "HW3003");
    }
}
