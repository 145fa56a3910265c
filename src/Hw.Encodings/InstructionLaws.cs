using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using Hw.Isa;

namespace Hw.Encodings;

/// <summary>What one instruction says, held against its set and against itself.</summary>
sealed class InstructionLaws(SetClaim set, InstructionClaim i, List<Finding> findings)
{
    readonly FormatClaim? format = set.Format(i.Format);
    readonly List<OperandClaim> operands = [.. i.Operands.Select(o => set.Placed(i.Format, o))];
    bool gapWouldMislead;

    /// <returns>Its words are known: opcode and fixed bits make sense.</returns>
    public bool Check()
    {
        if (format is null)
            Error("HW1006", i.Place, $"there is no format \"{i.Format}\".{Nearest.Hint(i.Format, set.Formats.Select(f => f.Name))}", $"Formats: {string.Join(", ", set.Formats.Select(f => f.Name))}.");
        if (!i.IsInstruction) Error("HW1005", i.Place, $"{i.ShortType} must implement IInstruction.");
        if (!i.IsRecord) Error("HW1005", i.Place, $"{i.ShortType} must be a record struct: its parameters are its operands.");
        Queue();
        gapWouldMislead = format is null;
        var isKnown = Opcode();
        foreach (var o in operands) Operand(o);
        foreach (var f in i.Fixed) isKnown &= Fixed(f);
        foreach (var r in i.Reserved) Piece(r.Place, "[Reserved]", r.Bits, $"[Reserved({r.Bits.Lo}, {r.Bits.Hi}, …)]");
        Claims();
        if (i.Syntax != "") Syntax();
        if (!gapWouldMislead && isKnown) Gap();
        return isKnown;
    }

    void Error(string code, SourcePlace place, string message, string fix = "", Word? witness = null) => findings.Add(new(code, Severity.Error, place, $"{i}: {message}", fix) { Witness = witness });

    void Queue()
    {
        if (set.Queues.Count == 0) return;
        var name = i.Queue != "" ? i.Queue : format?.Queue ?? "";
        if (name != "")
        {
            if (!set.Queues.Contains(name)) Error("HW1006", i.Place, $"there is no queue \"{name}\".{Nearest.Hint(name, set.Queues)}", $"Queues: {string.Join(", ", set.Queues)}.");
        }
        else if (set.Queues.Count > 1 && !i.Operands.Any(o => o.Type.Name == set.QueueType))
            Error("HW1006", i.Place, $"say which queue executes it: Queue = nameof({set.QueueType}.…), or an operand of type {set.QueueType}.");
    }

    bool Opcode()
    {
        var piece = set.OpcodePiece;
        if (i.Opcode >= 0 && ((Word)(ulong)i.Opcode >> Math.Max(piece.Width, 0)).IsZero) return true;
        Error("HW1004", i.Place, $"opcode 0x{i.Opcode:X} does not fit bits [{piece}].", $"It is 0x01 … 0x{(1L << Math.Max(0, Math.Min(piece.Width, 62))) - 1:X}.");
        return false;
    }

    void Operand(OperandClaim o)
    {
        var before = findings.Count;
        if (o.Bits is not { } bits) Error("HW1005", o.Place, $"operand {o.Name} has no [Field(hi, lo)].", format is { Fields.Count: > 0 } ? $"Its format \"{format.Name}\" names {string.Join(", ", format.Fields.Select(f => f.Name))}." : "");
        else if (bits.Wrong is { } word) Error("HW1004", o.Place, $"{o.Name}: \"{word}\" is no bit and no hi:lo.", "Write pieces such as [Field(\"31:25 11:7\")].");
        else if (bits.Pieces.FirstOrDefault(b => b.Hi < b.Lo) is var wrong && wrong != default)
            Error("HW1004", o.Place, $"{o.Name} is [{wrong.Hi}:{wrong.Lo}]: hi is below lo.", bits.Pieces.Count == 1 ? $"Write [Field({wrong.Lo}, {wrong.Hi})]." : $"Write {wrong.Lo}:{wrong.Hi}.");
        else if (bits.Pieces.Count == 0) Error("HW1004", o.Place, $"{o.Name} has no bits.", "Write [Field(hi, lo)], or pieces such as [Field(\"31:25 11:7\")].");
        else if (bits.Lo < 0 || bits.Hi >= set.WordBits) Error("HW1004", o.Place, $"{o.Name} {bits} leaves the {set.WordBits}-bit word.");
        else if (bits.Width > 63) Error("HW1003", o.Place, $"{o.Name} {bits} has {bits.Width} bits; a field has at most 63.", "Split it in two.");
        else if (!Value(o)) { }
        else if (OperandLaws.Why(o, bits) is { } why) Error("HW1003", o.Place, $"{o.Name} {bits} {why}");
        else if (o.Default is { } d && !OperandLaws.Legal(o, bits).Any(r => r.Min <= d && d <= r.Max && d % o.Multiple == 0))
            Error("HW1017", o.Place, $"{o.Name} is {d} when it is left out, which is not legal.", $"Legal: {string.Join(", ", OperandLaws.Legal(o, bits))}{(o.Multiple > 1 ? $", multiples of {o.Multiple}" : "")}.");
        gapWouldMislead |= findings.Count > before;
    }

    /// <summary>Multiple, Relative, Signed and limits are for numbers.</summary>
    bool Value(OperandClaim o)
    {
        var before = findings.Count;
        if (o.Type.Kind is not (TypeKind.Number or TypeKind.Other) && (o.Multiple != 1 || o.Relative || o.Signed || o.Min != long.MinValue || o.Max != long.MaxValue))
            Error("HW1017", o.Place, $"{o.Name} is {(o.Type.Kind == TypeKind.Flag ? "a flag" : $"of type {o.Type.Name}")}; Multiple, Relative, Signed, Min and Max are for numbers.", "Leave them out.");
        else if (o.Multiple < 1 || (o.Multiple & (o.Multiple - 1)) != 0)
        {
            var power = 1L;
            while (power * 2 <= o.Multiple && power < 1L << 32) power *= 2;
            Error("HW1017", o.Place, $"{o.Name}: Multiple = {o.Multiple} is no power of two.", $"Write Multiple = {power}{(o.Multiple > 1 ? $" or {power * 2}" : "")}.");
        }
        return findings.Count == before;
    }

    bool Fixed(FixedClaim f)
    {
        if (!Piece(f.Place, "[Fixed]", f.Bits, $"[Fixed({f.Bits.Lo}, {f.Bits.Hi}, {f.Value})]")) return false;
        if (f.Value >= 0 && ((Word)(ulong)f.Value >> f.Bits.Width).IsZero) return true;
        Error("HW1004", f.Place, $"[Fixed] value {f.Value} does not fit bits [{f.Bits}].", $"They hold 0 … {(f.Bits.Width >= 63 ? long.MaxValue : (1L << f.Bits.Width) - 1)}.");
        return false;
    }

    bool Piece(SourcePlace place, string what, Piece p, string turned)
    {
        if (p.Hi < p.Lo) Error("HW1004", place, $"{what} is [{p}]: hi is below lo.", $"Write {turned}.");
        else if (p.Lo < 0 || p.Hi >= set.WordBits) Error("HW1004", place, $"{what} [{p}] leaves the {set.WordBits}-bit word.");
        else return true;
        return false;
    }

    /// <summary>No bit has two claims. What a format says against itself is the format's finding.</summary>
    void Claims()
    {
        bool Sound(Layout bits) => bits.Wrong is null && bits.Pieces.All(p => p.Lo >= 0 && p.Hi >= p.Lo && p.Hi < set.WordBits);
        List<(NamedLayout What, SourcePlace Place, bool IsFormat)> claims = [(new("the opcode", set.Opcode), i.Place, true)];
        claims.AddRange(i.Fixed.Select(f => (new NamedLayout("[Fixed]", new(f.Bits)), f.Place, false)));
        claims.AddRange((format?.References ?? []).Select(r => (r, i.Place, true)));
        claims.AddRange(operands.Where(o => o.Bits is { Pieces.Count: > 0 }).Select(o => (new NamedLayout(o.Name, o.Bits!), o.Place, false)));
        claims.AddRange(i.Reserved.Select(r => (new NamedLayout("[Reserved]", new(r.Bits)), r.Place, false)));
        claims.RemoveAll(c => !Sound(c.What.Bits));
        for (var x = 0; x < claims.Count; x++)
        {
            var (a, place, isFormat) = claims[x];
            var own = Word.Zero;
            foreach (var p in a.Bits.Pieces)
            {
                if ((own & p.Mask) is { IsZero: false } twice) Error("HW1002", place, $"{a} claims {Texts.Bits(twice)} twice.", "Each bit of a value has one place.");
                own |= p.Mask;
            }
            for (var y = 0; y < x; y++)
                if (!(isFormat && claims[y].IsFormat) && (own & claims[y].What.Bits.Mask) is { IsZero: false } both)
                    Error("HW1002", place, $"{a} and {(y == 0 ? "the opcode" : claims[y].What)} both claim {Texts.Bits(both)}.", Free(claims.Select(c => c.What.Bits), a.Bits.Width));
        }
    }

    string Free(IEnumerable<Layout> claimed, int width)
    {
        var free = set.WordMask & ~claimed.Aggregate(Word.Zero, (bits, c) => bits | c.Mask);
        return free.IsZero ? "Every other bit is taken too." : free.Count < width ? $"Only {Texts.Bits(free)} would be free." : $"Free: {Texts.Bits(free)}.";
    }

    void Gap()
    {
        var space = new InstructionSpace(set, i);
        if (space.Unclaimed is { IsZero: false } bits)
            Error("HW1009", i.Place, $"{Texts.Bits(bits)} {(bits.Count > 1 ? "are" : "is")} neither opcode, field nor reserved: nobody says what {space.Cube.Value | Word.Mask(bits.Bottom, bits.Bottom)} means.",
                $"Write {Texts.Reserve(bits, nameof(Policy.MustBeZero))}, or another policy.", space.Cube.Value | Word.Mask(bits.Bottom, bits.Bottom));
    }

    /// <summary>Each operand once and nothing that looks like one and is none: what is written must be what is read.</summary>
    void Syntax()
    {
        var names = Regex.Matches(i.Syntax, @"[\p{L}_]\w*").Cast<Match>().Select(m => m.Value).ToList();
        var operands = i.Operands.Select(o => o.Name).ToList();
        foreach (var name in names.Distinct(StringComparer.OrdinalIgnoreCase).Where(n => !operands.Contains(n, StringComparer.OrdinalIgnoreCase)))
            Error("HW1018", i.Place, $"Syntax \"{i.Syntax}\" names {name}, which is no operand.{Nearest.Hint(name, operands)}", $"Operands: {string.Join(", ", operands)}.");
        foreach (var o in i.Operands.Where(o => o.Default is null && !names.Contains(o.Name, StringComparer.OrdinalIgnoreCase)))
            Error("HW1018", i.Place, $"Syntax \"{i.Syntax}\" leaves out {o.Name}, which has no default.", $"Each operand stands in it once, such as \"{string.Join(", ", operands)}\".");
        foreach (var twice in names.GroupBy(n => n, StringComparer.OrdinalIgnoreCase).Where(g => g.Count() > 1))
            Error("HW1018", i.Place, $"Syntax \"{i.Syntax}\" names {twice.Key} {twice.Count()} times.", "Each operand stands in it once.");
    }
}
