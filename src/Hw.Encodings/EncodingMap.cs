using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using Hw.Isa;

namespace Hw.Encodings;

/// <summary>The whole space of words, every word in exactly one <see cref="Area"/>. Made from a definition that the laws let pass.</summary>
public sealed class EncodingMap
{
    readonly SetClaim set;
    readonly List<Cube> gap;

    /// <param name="instructions">Those of one machine: of an exclusive group, the chosen member's.</param>
    public EncodingMap(SetClaim set, IReadOnlyList<InstructionClaim> instructions)
    {
        this.set = set;
        Space = new(~set.WordMask, Word.Zero);
        Instructions = [.. instructions.Select(i => new InstructionSpace(set, i))];
        var relations = new Relations(Instructions);

        var areas = new List<Area>();
        foreach (var i in Instructions) areas.AddRange(i.Areas(Without([i.Cube], relations.SpecialsOf(i).Select(s => s.Cube))));
        List<Cube> rest = Without([Space], Instructions.Select(i => i.Cube));
        foreach (var policy in (Policy[])[Policy.Custom, Policy.Trap])
            foreach (var i in Instructions) Take(AreaKind.Kept, i.Claim.Name, policy, [.. i.Kept(policy)]);
        foreach (var r in set.Regions) Take(AreaKind.Region, r.What, r.Policy, new FieldSpace("opcode", set.Opcode, [new(r.First, r.Last)]).Legal);
        gap = rest;
        areas.Add(new(AreaKind.Gap, "", Policy.Trap, Count(rest), rest));
        Areas = [.. areas.Where(a => !a.Words.IsZero)];

        // What of these words is still nobody's is this area's.
        void Take(AreaKind kind, string name, Policy policy, IReadOnlyList<Cube> cubes)
        {
            List<Cube> taken = [.. rest.SelectMany(c => cubes.Where(o => c.Meets(o)).Select(c.And))];
            if (taken.Count == 0) return;
            rest = Without(rest, cubes);
            areas.Add(new(kind, name, policy, Count(taken), taken));
        }
    }

    /// <summary>Every word of the set's width.</summary>
    public Cube Space { get; }
    public IReadOnlyList<InstructionSpace> Instructions { get; }
    public IReadOnlyList<Area> Areas { get; }

    public BigInteger Words => Space.Words;
    public BigInteger Count(AreaKind kind) => Areas.Where(a => a.Kind == kind).Aggregate(BigInteger.Zero, (sum, a) => sum + a.Words);
    /// <summary>The part of all words that nobody claims.</summary>
    public double Free => Share(Count(AreaKind.Gap), Words);
    /// <summary>The part of the words with this opcode that nobody claims.</summary>
    public double FreeIn(long opcode)
    {
        var cube = new Cube(set.Opcode.Mask, set.Opcode.Put((ulong)opcode)).And(Space);
        return Share(Count(gap.Where(c => c.Meets(cube)).Select(cube.And)), cube.Words);
    }

    /// <summary>Opcodes that no instruction and no region has, as runs first … last. Not 0: the all-zero word stays illegal.</summary>
    public IReadOnlyList<ValueRange> FreeOpcodes => OpcodeSpace.Free(set, Instructions.Select(i => i.Claim.Opcode));

    /// <summary>The area of a word, by search: for tests and tools that look at few.</summary>
    public Area this[Word word] => Areas.First(a => a.Cubes.Any(c => c.Contains(word)));

    static double Share(BigInteger part, BigInteger all) => (double)part / (double)all;
    static BigInteger Count(IEnumerable<Cube> cubes) => cubes.Aggregate(BigInteger.Zero, (sum, c) => sum + c.Words);
    static List<Cube> Without(List<Cube> cubes, IEnumerable<Cube> others) => others.Aggregate(cubes, (left, other) => [.. left.SelectMany(c => c.Without(other))]);
}
