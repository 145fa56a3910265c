namespace Hw.Encodings.Tests;

/// <summary>What the laws and the map should say of a tiny definition, by looking at each of its words, bit by bit. Shares nothing with the algebra: no cube, no layout.</summary>
sealed class TinyOracle(SetClaim set, IReadOnlyList<InstructionClaim> instructions)
{
    public static IEnumerable<int> Words => Enumerable.Range(0, TinySet.Words);

    static int Bits(int word, Piece p) => word >> p.Lo & ((1 << p.Width) - 1);
    static IEnumerable<int> In(Piece p) => Enumerable.Range(p.Lo, p.Width);
    static bool IsSet(int word, int bit) => (word >> bit & 1) == 1;

    public bool HasOpcode(InstructionClaim i, int word) => Bits(word, set.OpcodePiece) == i.Opcode && i.Fixed.All(f => Bits(word, f.Bits) == f.Value);

    readonly Dictionary<(string, int), List<int>> under = [];

    /// <summary>The bits of an instruction under a policy.</summary>
    public List<int> Under(InstructionClaim i, Policy? policy) => under.TryGetValue((i.Name, (int?)policy ?? -1), out var bits) ? bits : under[(i.Name, (int?)policy ?? -1)] = [.. Find(i, policy)];

    IEnumerable<int> Find(InstructionClaim i, Policy? policy)
    {
        var said = i.Reserved.SelectMany(r => In(r.Bits)).ToHashSet();
        var claimed = new[] { set.OpcodePiece }.Concat(i.Fixed.Select(f => f.Bits)).Concat(i.Operands.Select(o => o.Bits!.Pieces[0])).Concat(i.Format == "sem" ? [new(7, 6)] : []).SelectMany(In).ToHashSet();
        return Enumerable.Range(0, 8).Where(b => i.Reserved.Any(r => r.Policy == policy && In(r.Bits).Contains(b)) || set.Unclaimed == policy && !claimed.Contains(b) && !said.Contains(b));
    }

    public bool IsKept(InstructionClaim i, int word, Policy policy) => HasOpcode(i, word) && Under(i, policy).Any(b => IsSet(word, b));
    public bool Matches(InstructionClaim i, int word) => HasOpcode(i, word) && !IsKept(i, word, Policy.Trap) && !IsKept(i, word, Policy.Custom);
    public HashSet<int> Set(InstructionClaim i) => [.. Words.Where(w => Matches(i, w))];

    public bool Specializes(InstructionClaim special, InstructionClaim general) =>
        special.Specializes.Any(s => s.General == general.Type || instructions.FirstOrDefault(i => i.Type == s.General) is { } between && Specializes(between, general));

    public static bool Exclude(InstructionClaim a, InstructionClaim b) => a.Exclusive is { } x && b.Exclusive is { } y && x.Member != y.Member;

    public (AreaKind Kind, string Name) Area(int word)
    {
        var matching = instructions.Where(i => Matches(i, word)).ToList();
        if (matching.FirstOrDefault(i => matching.All(o => o == i || Specializes(i, o))) is { } info)
            return (Under(info, Policy.MustBeZero).Any(b => IsSet(word, b)) || info.Format == "sem" && Bits(word, new(7, 6)) is 1 ? AreaKind.ReservedBits
                : info.Operands.All(o => IsLegal(o, word)) ? AreaKind.Legal : AreaKind.BadOperand, info.Name);
        foreach (var policy in (Policy[])[Policy.Custom, Policy.Trap])
            if (instructions.FirstOrDefault(i => IsKept(i, word, policy)) is { } keeper) return (AreaKind.Kept, keeper.Name);
        return set.Regions.Any(r => r.First <= Bits(word, set.OpcodePiece) && Bits(word, set.OpcodePiece) <= r.Last) ? (AreaKind.Region, "region") : (AreaKind.Gap, "");
    }

    static bool IsLegal(OperandClaim o, int word)
    {
        var (piece, value) = (o.Bits!.Pieces[0], Bits(word, o.Bits!.Pieces[0]));
        if (o.Type.Kind == TypeKind.Enum) return o.Type.Members.Contains(value);
        if (o.Signed && IsSet(value, piece.Width - 1)) value -= 1 << piece.Width;
        return o.Type.Kind == TypeKind.Flag || o.Min <= value && value <= o.Max;
    }
}
