namespace Hw.Isa;

/// <summary>The places that a format names, as far as they do not overlap; what an instruction may use otherwise is left white.</summary>
static class FormatPicture
{
    public static string Draw(IsaShape shape, Format f)
    {
        var free = new BitRange(shape.WordBits - 1, 0).Mask;
        var parts = new List<Part>();
        void Claim(PartKind kind, string name, FieldBits bits)
        {
            if ((bits.Mask & ~free) != 0 || bits.Pieces.IsEmpty) return;
            free &= ~bits.Mask;
            var left = bits.Width;
            foreach (var piece in bits.Pieces) parts.Add(new(kind, piece, name, bits.IsWhole ? null : new(left - 1, left -= piece.Width)));
        }
        Claim(PartKind.Operand, "opcode", shape.Opcode);
        for (var k = 0; k < f.Waits.Length; k++) Claim(PartKind.Semaphore, $"wait{k}", f.Waits[k]);
        for (var k = 0; k < f.Signals.Length; k++) Claim(PartKind.Semaphore, $"signal{k}", f.Signals[k]);
        foreach (var (name, place) in f.Fields.OrderBy(n => n.Key, StringComparer.Ordinal)) Claim(PartKind.Operand, name, place.Bits);
        parts.AddRange(WordParts.Runs(free, shape.WordBits).Select(run => new Part(PartKind.Operand, run)));
        return EncodingPicture.Draw($"Format {f.Name}", shape.WordBits, [.. parts.OrderByDescending(p => p.Bits.Hi)]);
    }
}
