using System;
using System.Collections.Generic;
using System.Linq;

namespace Hw.Encodings;

/// <summary>Assembly does not see the case of letters: names that differ in nothing else are one name.</summary>
static class NameLaws
{
    public static void Check(IEnumerable<InstructionClaim> instructions, List<Finding> findings)
    {
        foreach (var same in instructions.GroupBy(i => i.Name, StringComparer.OrdinalIgnoreCase))
        {
            var ordered = same.OrderBy(i => i.Place.File, StringComparer.Ordinal).ThenBy(i => i.Place.Line).ToList();
            foreach (var taken in ordered.Skip(1))
                findings.Add(new("HW1007", Severity.Error, taken.Place, $"{taken}: the mnemonic is taken, at {ordered[0].Place}.", "Mnemonics differ in more than the case of their letters."));
            foreach (var i in ordered)
                foreach (var twice in i.Operands.GroupBy(o => o.Name, StringComparer.OrdinalIgnoreCase).Where(g => g.Count() > 1))
                    findings.Add(new("HW1007", Severity.Error, twice.ElementAt(1).Place, $"{i}: the operands {string.Join(" and ", twice.Select(o => o.Name))} have one name: assembly does not see the case of letters.", "Rename one."));
        }
    }
}
