using System.Collections.Generic;
using System.Linq;

namespace Hw.Encodings;

/// <summary>Who specialises whom, also through others, and who excludes whom.</summary>
public sealed class Relations
{
    readonly Dictionary<string, InstructionSpace> byType = [];
    readonly Dictionary<InstructionSpace, HashSet<InstructionSpace>> generals = [];

    public Relations(IReadOnlyList<InstructionSpace> instructions)
    {
        foreach (var i in instructions) byType[i.Claim.Type] = i;
        foreach (var i in instructions)
        {
            var (seen, open) = (new HashSet<InstructionSpace>(), new Stack<InstructionSpace>([i]));
            while (open.Count > 0)
                foreach (var s in open.Pop().Claim.Specializes)
                    if (byType.TryGetValue(s.General, out var general) && seen.Add(general)) open.Push(general);
            generals[i] = seen;
        }
    }

    public InstructionSpace? Find(string type) => byType.TryGetValue(type, out var i) ? i : null;
    public bool Specializes(InstructionSpace special, InstructionSpace general) => generals[special].Contains(general);
    public IEnumerable<InstructionSpace> SpecialsOf(InstructionSpace general) => generals.Where(g => g.Key != general && g.Value.Contains(general)).Select(g => g.Key);

    public static bool Exclude(InstructionSpace a, InstructionSpace b) =>
        a.Claim.Exclusive is { } x && b.Claim.Exclusive is { } y && x.Group == y.Group && x.Member != y.Member;
}
