using System.Collections.Generic;
using System.Linq;
using Hw.Isa;

namespace Hw.Encodings;

/// <summary>Declared relations are proven: a special instruction's words are some of the general one's, and leave it some; exclusive instructions do exclude another.</summary>
sealed class RelationLaws(SetClaim set, IReadOnlyList<InstructionSpace> instructions, List<Finding> findings)
{
    readonly Relations relations = new(instructions);

    public void Check()
    {
        foreach (var i in instructions)
        {
            foreach (var s in i.Claim.Specializes) Specializes(i, s);
            Unreachable(i);
        }
        foreach (var group in instructions.Where(i => i.Claim.Exclusive is not null).GroupBy(i => i.Claim.Exclusive!.Group)) Exclusive(group.Key, [.. group]);
        foreach (var choice in set.Choices ?? new Dictionary<string, string>())
            if (!Groups.Contains(choice.Key))
                findings.Add(new("HW1012", Severity.Error, set.Place, $"{set.Name}: Choices name a group \"{choice.Key}\" that no [Exclusive] names.{Nearest.Hint(choice.Key, Groups)}", Groups.Count == 0 ? "There are no groups." : $"Groups: {string.Join(", ", Groups)}."));
    }

    List<string> Groups => [.. instructions.Select(i => i.Claim.Exclusive?.Group).OfType<string>().Distinct()];

    void Specializes(InstructionSpace special, SpecializesClaim claim)
    {
        void Error(string message, string fix, Word? witness = null, params Party[] parties) =>
            findings.Add(new("HW1011", Severity.Error, claim.Place, $"{special}: {message}", fix) { Witness = witness, Parties = parties });

        var name = claim.General.Substring(claim.General.LastIndexOfAny(['.', '+']) + 1);
        if (relations.Find(claim.General) is not { } general)
            Error($"[Specializes(typeof({name}))] names no sound instruction of {set.Name}.{Nearest.Hint(name, instructions.Select(i => i.Claim.ShortType))}", "Name the C# type of another instruction of the set.");
        else if (general == special) Error("it specialises itself.", "Name the instruction whose words contain this one's.");
        else if (general.Cube == special.Cube)
            Error($"it has the same words as {general}, which it specialises.", $"Fix more bits of {special}, so that both have words.", special.Cube.Value, Of(general));
        else if (!general.Cube.Meets(special.Cube))
            Error($"it specialises {general}, and has no word in common with it: {special.Cube.Value} is not {general}'s.", $"Drop [Specializes], or {(special.Claim.Opcode != general.Claim.Opcode ? $"give it {general}'s opcode 0x{general.Claim.Opcode:X2}"
                    : $"fix {Texts.Bits(general.Cube.Mask & special.Cube.Mask & (general.Cube.Value ^ special.Cube.Value))} as {general} does")}.", special.Cube.Value, Of(general));
        else if (!general.Cube.Contains(special.Cube))
        {
            var loose = general.Cube.Mask & ~special.Cube.Mask;
            var outside = special.Cube.Value | (Word.Mask(loose.Bottom, loose.Bottom) & ~general.Cube.Value);
            Error($"it specialises {general}, but {outside} is its word and none of {general}'s.", $"Fix {Texts.Bits(loose)} as {general} does, or drop [Specializes].", outside, Of(general));
        }
    }

    void Unreachable(InstructionSpace general)
    {
        var takers = relations.SpecialsOf(general).Where(s => general.Cube.Contains(s.Cube) && s.Cube != general.Cube && s.Claim.Exclusive is null).ToList();
        if (takers.Count == 0) return;
        var left = takers.Aggregate((IEnumerable<Cube>)[general.Cube], (cubes, t) => [.. cubes.SelectMany(c => c.Without(t.Cube))]);
        if (left.Any()) return;
        findings.Add(new("HW1010", Severity.Error, general.Claim.Place, $"{general} is never decoded: each of its words, such as {general.Cube.Value}, is taken by {string.Join(", ", takers)}, which specialise it.",
            "Remove it, or leave it a word.") { Witness = general.Cube.Value, Parties = [.. takers.Select(Of)] });
    }

    void Exclusive(string group, IReadOnlyList<InstructionSpace> all)
    {
        var members = all.Select(i => i.Claim.Exclusive!.Member).Distinct().ToList();
        var first = all[0];
        void Say(Severity severity, SourcePlace place, string message, string fix) => findings.Add(new("HW1012", severity, place, message, fix));

        if (members.Count == 1)
            Say(Severity.Warning, first.Claim.Exclusive!.Place, $"{first}: [Exclusive] excludes nothing: \"{members[0]}\" is the only member of \"{group}\".{Nearest.Hint(group, Groups.Where(g => g != group))}", "Drop it, or give another instruction another member of the group.");
        else if (!all.Any(a => all.Any(b => Relations.Exclude(a, b) && a.Cube.Meets(b.Cube))))
            Say(Severity.Warning, first.Claim.Exclusive!.Place, $"{first}: [Exclusive] excludes nothing: no word of one member of \"{group}\" is one of another's ({string.Join(", ", members)}).", "Drop it: these can stand in one machine.");
        if (set.Choices is not { } choices) return;
        if (!choices.TryGetValue(group, out var chosen))
            Say(Severity.Error, set.Place, $"{set.Name}: say which member of \"{group}\" this machine has.", $"Write Choices with [\"{group}\"] = \"{members[0]}\"; members: {string.Join(", ", members)}.");
        else if (!members.Contains(chosen))
            Say(Severity.Error, set.Place, $"{set.Name}: \"{chosen}\" is no member of \"{group}\".{Nearest.Hint(chosen, members)}", $"Members: {string.Join(", ", members)}.");
    }

    static Party Of(InstructionSpace i) => new(i.Claim.Name, i.Claim.Place);
}
