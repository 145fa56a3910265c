using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using Hw.Isa;

namespace Hw.Encodings;

/// <summary>
/// The words of one instruction. <see cref="Cube"/> are those that match: opcode, fixed bits, and zeros in the bits kept under Trap or Custom, so that a set one is another opcode. Of these the
/// well-formed ones have zeros in <see cref="Reserved"/> and legal patterns in every field; <see cref="Ignored"/> bits are free.
/// </summary>
public sealed class InstructionSpace
{
    public InstructionSpace(SetClaim set, InstructionClaim claim)
    {
        (Set, Claim) = (set, claim);
        var opcode = set.OpcodePiece;
        var (mask, value) = (opcode.Mask, ((Word)(ulong)claim.Opcode << opcode.Lo) & opcode.Mask);
        foreach (var f in claim.Fixed.Where(f => Fits(f.Bits, set))) (mask, value) = (mask | f.Bits.Mask, value | (((Word)(ulong)f.Value << f.Bits.Lo) & f.Bits.Mask));

        var format = set.Format(claim.Format);
        References = [.. (format?.References ?? []).Where(r => r.Bits.Pieces.All(p => Fits(p, set)) && r.Bits.Width <= 63).Select(r => Reference(r, set.Semaphores))];
        Operands = [.. claim.Operands.Select(o => set.Placed(claim.Format, o)).Where(o => o.Bits is { Pieces.Count: > 0 } b && b.Width <= 63 && b.Pieces.All(p => Fits(p, set)))
            .Select(o => new FieldSpace(o.Name, o.Bits!, OperandLaws.Legal(o, o.Bits!), o.Multiple))];

        var claimed = References.Concat(Operands).Aggregate(mask, (bits, f) => bits | f.Bits.Mask);
        Word Under(Policy policy) => claim.Reserved.Where(r => r.Policy == policy && Fits(r.Bits, set)).Aggregate(Word.Zero, (bits, r) => bits | r.Bits.Mask) & ~claimed;
        (Trapped, Custom, Ignored, Reserved) = (Under(Policy.Trap), Under(Policy.Custom), Under(Policy.Hint), Under(Policy.MustBeZero));
        var rest = set.WordMask & ~(claimed | Trapped | Custom | Ignored | Reserved);
        switch (set.Unclaimed)
        {
            case Policy.Trap: Trapped |= rest; break;
            case Policy.Custom: Custom |= rest; break;
            case Policy.Hint: Ignored |= rest; break;
            case Policy.MustBeZero: Reserved |= rest; break;
            default: Unclaimed = rest; break;
        }
        Opcode = new(mask | ~set.WordMask, value);
        Cube = Opcode.And(new(Trapped | Custom, Word.Zero));
    }

    public SetClaim Set { get; }
    public InstructionClaim Claim { get; }
    /// <summary>The words with its opcode and fixed bits.</summary>
    public Cube Opcode { get; }
    /// <summary>The words that match.</summary>
    public Cube Cube { get; }
    public Word Reserved { get; }
    public Word Ignored { get; }
    public Word Trapped { get; }
    public Word Custom { get; }
    /// <summary>Bits that nobody says anything about, where the set demands it.</summary>
    public Word Unclaimed { get; }
    public IReadOnlyList<FieldSpace> References { get; }
    public IReadOnlyList<FieldSpace> Operands { get; }

    /// <summary>Words with a set bit that it keeps under a policy, each once: those under Custom are no longer among those under Trap.</summary>
    public IEnumerable<Cube> Kept(Policy policy) => policy == Policy.Custom
        ? Opcode.Without(Opcode.And(new(Custom, Word.Zero)))
        : Opcode.And(new(Custom, Word.Zero)).Without(Cube);

    /// <summary>Its legal words, those with bad operands and those with reserved bits set; only words of <paramref name="own"/>, which do not meet.</summary>
    public IEnumerable<Area> Areas(IReadOnlyList<Cube> own)
    {
        var zeros = new Cube(Reserved, Word.Zero);
        List<Cube> clean = [.. own.Where(c => c.Meets(zeros)).Select(c => c.And(zeros))];
        FieldSpace[] all = [.. References, .. Operands.OrderBy(o => o.Bits.Lo)];
        var reserved = own.SelectMany(c => c.Without(zeros)).ToList();
        yield return Of(AreaKind.ReservedBits, Count(reserved) + all.Take(References.Count).Select((_, i) => BadAt(i)).Aggregate(BigInteger.Zero, (a, b) => a + b),
            reserved.Concat(Enumerable.Range(0, References.Count).SelectMany(FirstBadAt)));
        yield return Of(AreaKind.BadOperand, all.Skip(References.Count).Select((_, i) => BadAt(References.Count + i)).Aggregate(BigInteger.Zero, (a, b) => a + b),
            Enumerable.Range(References.Count, Operands.Count).SelectMany(FirstBadAt));
        yield return Of(AreaKind.Legal, clean.Select(c => Words(c, all, all.Length)).Aggregate(BigInteger.Zero, (a, b) => a + b), clean.SelectMany(c => Product(c, all, all.Length)));

        Area Of(AreaKind kind, BigInteger words, IEnumerable<Cube> cubes) => new(kind, Claim.Name, Policy.MustBeZero, words, cubes);
        // Fields before the i-th are legal, the i-th is not.
        IEnumerable<Cube> FirstBadAt(int i) => clean.SelectMany(c => Product(c, all, i)).SelectMany(c => Meet(c, all[i].Illegal));
        BigInteger BadAt(int i) => clean.Select(c => Words(c, all, i) - Words(c, all, i + 1)).Aggregate(BigInteger.Zero, (a, b) => a + b);
    }

    static IEnumerable<Cube> Meet(Cube cube, IEnumerable<Cube> others) => others.Where(o => cube.Meets(o)).Select(cube.And);

    static IEnumerable<Cube> Product(Cube cube, FieldSpace[] fields, int count) =>
        count == 0 ? [cube] : Product(cube, fields, count - 1).SelectMany(c => Meet(c, fields[count - 1].Legal));

    /// <summary>How many words of a cube are legal in the first fields: the fields share no bit, so the shares multiply.</summary>
    static BigInteger Words(Cube cube, FieldSpace[] fields, int count)
    {
        var words = cube.Words;
        for (var i = 0; i < count; i++)
        {
            var all = new Cube(cube.Mask & fields[i].Bits.Mask, cube.Value & fields[i].Bits.Mask);
            words = words * Count(Meet(all, fields[i].Legal)) / all.Words;
        }
        return words;
    }

    static BigInteger Count(IEnumerable<Cube> cubes) => cubes.Aggregate(BigInteger.Zero, (sum, c) => sum + c.Words);

    static bool Fits(Piece piece, SetClaim set) => piece.Lo >= 0 && piece.Hi >= piece.Lo && piece.Hi < set.WordBits;

    /// <summary>Unused (0), or the top bit and an index.</summary>
    static FieldSpace Reference(NamedLayout reference, int semaphores)
    {
        var used = 1L << (reference.Bits.Width - 1);
        return new(reference.Name, reference.Bits, [new(0, 0), new(used, used + semaphores - 1)]);
    }

    public override string ToString() => Claim.Name;
}
