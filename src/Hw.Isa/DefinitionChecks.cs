using System.Collections.Immutable;

namespace Hw.Isa;

/// <summary>The laws of an encoding: no word has two meanings, no bit two claims, no two instructions one name, and zero is illegal.</summary>
static class DefinitionChecks
{
    public static void Run(IsaShape shape, ImmutableArray<InstructionInfo> instructions, List<string> errors)
    {
        for (var j = 0; j < instructions.Length; j++)
        {
            var b = instructions[j];
            Claims(b, errors);
            if (b.Match == 0)
                errors.Add($"{b.Place}: error HW1008: {b} matches the all-zero word, which must stay illegal: empty memory is not a program. Free opcodes: {Free(shape, instructions, b.Opcode)}.");
            foreach (var a in instructions.Take(j))
            {
                var both = a.Mask & b.Mask;
                if ((a.Match & both) == (b.Match & both))
                    errors.Add($"{b.Place}: error HW1001: {b} and {a} both match 0x{a.Match | b.Match:X} (mask 0x{both:X}). {a} is at {a.Place}. Free opcodes nearby: {Free(shape, instructions, b.Opcode)}.");
                if (a.Mnemonic.Equals(b.Mnemonic, StringComparison.OrdinalIgnoreCase))
                    errors.Add($"{b.Place}: error HW1007: {b}: the mnemonic is taken, at {a.Place}.");
            }
        }
    }

    static void Claims(InstructionInfo i, List<string> errors)
    {
        var claims = i.AllFields.Select(f => (Name: f.ToString(), f.Bits.Mask)).Prepend((Name: "the opcode", i.Mask)).ToList();
        for (var x = 0; x < claims.Count; x++)
            for (var y = 0; y < x; y++)
                if ((claims[x].Mask & claims[y].Mask) is var twice && twice != 0)
                    errors.Add($"{i.Place}: error HW1002: {i}: {claims[x].Name} and {claims[y].Name} both claim bits {High(twice)} … {Low(twice)}.");
    }

    static int High(UInt128 bits) => 127 - (int)UInt128.LeadingZeroCount(bits);
    static int Low(UInt128 bits) => (int)UInt128.TrailingZeroCount(bits);

    /// <summary>The opcodes nearest to one that clashes, at most six, adjacent ones joined.</summary>
    static string Free(IsaShape shape, ImmutableArray<InstructionInfo> instructions, int opcode)
    {
        var taken = instructions.Select(i => i.Opcode).ToHashSet();
        var free = Enumerable.Range(1, (1 << Math.Min(shape.Opcode.Width, 16)) - 1).Where(o => !taken.Contains(o))
            .OrderBy(o => Math.Abs(o - opcode)).Take(6).Order().ToList();
        var runs = new List<(int First, int Last)>();
        foreach (var o in free)
            if (runs.Count > 0 && runs[^1].Last == o - 1) runs[^1] = (runs[^1].First, o);
            else runs.Add((o, o));
        return string.Join(", ", runs.Select(r => r.First == r.Last ? $"0x{r.First:X2}" : $"0x{r.First:X2}–0x{r.Last:X2}"));
    }
}
