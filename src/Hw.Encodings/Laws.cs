using System.Collections.Generic;
using System.Linq;

namespace Hw.Encodings;

/// <summary>
/// The laws of an instruction set's words: no word has two meanings, no bit two claims, no bit none where all are wanted, no two instructions one name, zero is illegal, and every
/// declared relation holds. All that is broken is found at once. The same laws run when a definition is made, in <c>hw isa check</c> and in the editor.
/// </summary>
public static class Laws
{
    /// <summary>By place, so that equal claims give equal findings in whatever order they were read.</summary>
    public static IReadOnlyList<Finding> Findings(SetClaim set, IReadOnlyList<InstructionClaim> instructions)
    {
        var findings = new List<Finding>();
        SetLaws.Check(set, findings);
        var sound = new List<InstructionSpace>();
        foreach (var i in instructions)
            if (new InstructionLaws(set, i, findings).Check()) sound.Add(new(set, i));
        sound.Sort((a, b) => a.Claim.Opcode != b.Claim.Opcode ? a.Claim.Opcode.CompareTo(b.Claim.Opcode)
            : a.Cube.Value != b.Cube.Value ? a.Cube.Value.CompareTo(b.Cube.Value) : string.CompareOrdinal(a.Claim.Name, b.Claim.Name));
        NameLaws.Check(instructions, findings);
        new SpaceLaws(set, sound, findings).Check();
        new RelationLaws(set, sound, findings).Check();
        return [.. findings.OrderBy(f => f.Place.File, System.StringComparer.Ordinal).ThenBy(f => f.Place.Line).ThenBy(f => f.Code, System.StringComparer.Ordinal).ThenBy(f => f.Message, System.StringComparer.Ordinal)];
    }
}
