using System.Collections.Generic;
using System.Linq;
using Hw.Isa;

namespace Hw.Encodings;

/// <summary>What instructions' words say to each other and to the regions: no word has two meanings, none breaks a promise, zero stays illegal.</summary>
sealed class SpaceLaws(SetClaim set, IReadOnlyList<InstructionSpace> instructions, List<Finding> findings)
{
    readonly Relations relations = new(instructions);
    readonly IReadOnlyList<ValueRange> free = OpcodeSpace.Free(set, instructions.Select(i => i.Claim.Opcode));

    public void Check()
    {
        for (var j = 0; j < instructions.Count; j++)
        {
            var b = instructions[j];
            if (b.Cube.Contains(Word.Zero))
                Error("HW1008", b, $"{b} matches the all-zero word, which must stay illegal: empty memory is not a program.", $"Free opcodes: {Near(b)}.", Word.Zero);
            foreach (var r in set.Regions.Where(r => r.First <= b.Claim.Opcode && b.Claim.Opcode <= r.Last))
                Error("HW1013", b, $"{b}: opcode 0x{b.Claim.Opcode:X2} is in the region {SetLaws.Opcodes(r)}, which no instruction may take.", $"Free opcodes nearby: {Near(b)}.", b.Cube.Value, new Party("The region", r.Place));
            for (var k = 0; k < instructions.Count; k++)
            {
                if (k < j) Overlap(instructions[k], b);
                if (k != j) Promise(instructions[k], b);
            }
        }
    }

    void Overlap(InstructionSpace a, InstructionSpace b)
    {
        if (!a.Cube.Meets(b.Cube) || Relations.Exclude(a, b) || relations.Specializes(a, b) || relations.Specializes(b, a)) return;
        var fix = $"Free opcodes nearby: {Near(b)}.";
        if (a.Claim.Exclusive is { } x && b.Claim.Exclusive is { } y && (x.Group, x.Member) == (y.Group, y.Member))
            fix += $" Both are member \"{x.Member}\" of \"{x.Group}\", so one machine has both.";
        var (special, general) = a.Cube.Contains(b.Cube) ? (b, a) : (a, b);
        if (a.Cube != b.Cube && general.Cube.Contains(special.Cube))
            fix += $" Every word of {special} is one of {general}'s: if that is meant, say [Specializes(typeof({general.Claim.ShortType}))] on {special}.";
        var both = a.Cube.And(b.Cube);
        Error("HW1001", b, $"{b} and {a} both match {both.Value} (mask {a.Cube.Mask & b.Cube.Mask & set.WordMask}).", fix, both.Value, Of(a));
    }

    /// <summary>Words that one keeps under Custom are nobody's, ever.</summary>
    void Promise(InstructionSpace keeper, InstructionSpace taker)
    {
        if (keeper.Custom.IsZero || Relations.Exclude(keeper, taker)) return;
        var taken = keeper.Kept(Policy.Custom).Where(c => c.Meets(taker.Cube)).Select(c => c.And(taker.Cube)).ToList();
        if (taken.Count > 0)
            Error("HW1015", taker, $"{taker} takes {taken[0].Value}, which {keeper} keeps for others: its {Texts.Bits(keeper.Custom)} {(keeper.Custom.Count > 1 ? "are" : "is")} Custom, never to be assigned.",
                $"Free opcodes nearby: {Near(taker)}; or make it Policy.Trap in {keeper}.", taken[0].Value, Of(keeper));
    }

    string Near(InstructionSpace i) => OpcodeSpace.Near(i.Claim.Opcode, free);
    static Party Of(InstructionSpace i) => new(i.Claim.Name, i.Claim.Place);

    void Error(string code, InstructionSpace at, string message, string fix, Word witness, params Party[] parties) =>
        findings.Add(new(code, Severity.Error, at.Claim.Place, message, fix) { Witness = witness, Parties = parties });
}
