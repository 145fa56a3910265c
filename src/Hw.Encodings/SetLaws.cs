using System.Collections.Generic;
using System.Linq;
using Hw.Isa;

namespace Hw.Encodings;

/// <summary>What an instruction set says before its first instruction: its word, its formats, its regions.</summary>
static class SetLaws
{
    public static void Check(SetClaim set, List<Finding> findings)
    {
        void Error(string code, SourcePlace place, string message, string fix, params Party[] parties) => findings.Add(new(code, Severity.Error, place, message, fix) { Parties = parties });

        if (set.WordBits is < 8 or > Word.Bits || set.WordBits % 8 != 0)
            Error("HW1016", set.Place, $"{set.Name}: a word of {set.WordBits} bits.", $"WordBits is a multiple of 8, at most {Word.Bits}.");
        if (set.Opcode.Wrong is { } wrong) Error("HW1004", set.Place, $"{set.Name}: Opcode: \"{wrong}\" is no bit and no hi:lo.", "Write the bits that every instruction fixes, such as \"7:0\".");
        else if (set.Opcode.Pieces.Count != 1) Error("HW1016", set.Place, $"{set.Name}: the opcode is one range of bits, not {set.Opcode.Pieces.Count}.", "Write the bits that every instruction fixes, such as \"7:0\"; a second range is [Fixed] in each instruction.");
        else Piece("HW1004", set.Place, $"{set.Name}: the opcode", set.OpcodePiece);
        if (set.UnclaimedText is { } text) Error("HW1016", set.Place, $"{set.Name}: Unclaimed is no policy \"{text}\".{Nearest.Hint(text, Policies)}", $"Write nameof(Policy.MustBeZero), another of {string.Join(", ", Policies)}, or null where every bit has to be claimed.");

        for (var f = 0; f < set.Formats.Count; f++) Format(set.Formats[f], set.Formats.Take(f).FirstOrDefault(x => x.Name == set.Formats[f].Name));
        for (var r = 0; r < set.Regions.Count; r++) Region(set.Regions[r], set.Regions.Take(r));

        void Piece(string code, SourcePlace place, string what, Piece p)
        {
            if (p.Hi < p.Lo) Error(code, place, $"{what} is [{p}]: hi is below lo.", $"Write {p.Lo}:{p.Hi}.");
            else if (p.Lo < 0 || p.Hi >= set.WordBits) Error(code, place, $"{what} [{p}] leaves the {set.WordBits}-bit word.", $"Its bits are {set.WordBits - 1} … 0.");
        }

        void Format(FormatClaim format, FormatClaim? same)
        {
            var name = $"format \"{format.Name}\"";
            if (same is not null) Error("HW1016", format.Place, $"{name} is there already.", "Give it another name.", new Party($"The other \"{same.Name}\"", same.Place));
            foreach (var (what, bits) in new[] { ("Waits", format.Waits), ("Signals", format.Signals) }.Concat(format.Fields.Select(n => (n.Name, n.Bits))))
                if (bits.Wrong is { } word) Error("HW1004", format.Place, $"{name}: {what}: \"{word}\" is no bit and no hi:lo.", "Write bits as \"13:8 19:14\".");
            foreach (var n in format.Fields.Where(n => n.Bits.Wrong is null && n.Bits.Pieces.Count == 0)) Error("HW1004", format.Place, $"{name}: {n.Name} has no bits.", $"Write \"{n.Name} hi:lo\", and a comma before the next name.");
            foreach (var n in format.Fields.GroupBy(n => n.Name).Where(g => g.Count() > 1)) Error("HW1016", format.Place, $"{name} names {n.Key} twice.", "Name it once.");
            var references = format.References.ToList();
            foreach (var r in references)
            {
                Piece("HW1004", format.Place, $"{name}: {r.Name}", r.Bits.Pieces[0]);
                if (r.Bits.Width is > 16) Error("HW1003", format.Place, $"{name}: {r} has {r.Bits.Width} bits; a semaphore reference has at most 16.", "Its top bit says that it is used, the others are the semaphore.");
                else if (set.Semaphores > 0 && r.Bits.Width >= 1 && 1 << (r.Bits.Width - 1) < set.Semaphores)
                    Error("HW1003", format.Place, $"{name}: {r} is too narrow for {set.Semaphores} semaphores: besides the bit that says it is used it holds {1 << (r.Bits.Width - 1)}.", "Widen it, or have fewer semaphores.");
            }
            var all = references.Where(r => r.Bits.Width > 0).Prepend(new("the opcode", set.Opcode)).ToList();
            for (var x = 0; x < all.Count; x++)
                for (var y = 0; y < x; y++)
                    if ((all[x].Bits.Mask & all[y].Bits.Mask) is { IsZero: false } both)
                        Error("HW1002", format.Place, $"{name}: {all[x]} and {all[y].Name} both claim {Texts.Bits(both)}.", "Move one.");
        }

        void Region(RegionClaim r, IEnumerable<RegionClaim> before)
        {
            var (name, most) = ($"region {Opcodes(r)}", (1L << System.Math.Min(set.OpcodePiece.Width, 62)) - 1);
            if (r.First > r.Last) Error("HW1014", r.Place, $"{name}: the first opcode is above the last.", $"Write [Region(0x{r.Last:X2}, 0x{r.First:X2}, …)].");
            else if (r.First < 0 || r.Last > most) Error("HW1014", r.Place, $"{name} leaves the opcodes 0x00–0x{most:X2} of bits {set.Opcode}.", "Opcodes outside are no words of this set.");
            if (r.Policy == Policy.Hint) Error("HW1014", r.Place, $"{name} under Hint: a hint is an instruction that does nothing: declare it.", "Or write Policy.Trap (kept free) or Policy.Custom (for others).");
            if (r.Policy == Policy.MustBeZero) Error("HW1014", r.Place, $"{name} under MustBeZero: that is for bits of an instruction, and these words are none.", "Write Policy.Trap (kept free) or Policy.Custom (for others).");
            foreach (var other in before.Where(o => o.First <= r.Last && r.First <= o.Last && o.First <= o.Last && r.First <= r.Last))
                Error("HW1014", r.Place, $"{name} and {Opcodes(other)} share opcode 0x{System.Math.Max(r.First, other.First):X2}.", "An opcode is in one region.", new Party("The other", other.Place));
        }
    }

    public static IReadOnlyList<string> Policies { get; } = System.Enum.GetNames(typeof(Policy));

    public static string Opcodes(RegionClaim r) => (r.First == r.Last ? $"0x{r.First:X2}" : $"0x{r.First:X2}–0x{r.Last:X2}") + (r.What == "" ? "" : $" ({r.What})");
}
