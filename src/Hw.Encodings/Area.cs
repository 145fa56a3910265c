using System.Collections.Generic;
using System.Numerics;
using Hw.Isa;

namespace Hw.Encodings;

/// <summary>
/// What a word is. <see cref="Legal"/>, <see cref="BadOperand"/> and <see cref="ReservedBits"/> belong to an instruction; <see cref="Kept"/> has a set bit that an instruction keeps under
/// Trap or Custom; <see cref="Region"/> has an opcode of a region; <see cref="Gap"/> is nobody's. The last three are illegal opcodes.
/// </summary>
public enum AreaKind { Legal, BadOperand, ReservedBits, Kept, Region, Gap }

/// <summary>
/// A part of the encoding space that means one thing. <see cref="Cubes"/> do not meet, neither each other nor those of another area; a long list is made while it is read.
/// <paramref name="Name"/> is the mnemonic or what the region is for, and "" for the gap.
/// </summary>
public sealed record Area(AreaKind Kind, string Name, Policy Policy, BigInteger Words, IEnumerable<Cube> Cubes)
{
    public bool IsIllegalOpcode => Kind is AreaKind.Kept or AreaKind.Region or AreaKind.Gap;
    public override string ToString() => Kind == AreaKind.Gap ? "gap" : $"{Name} {Kind}{(Kind is AreaKind.Kept or AreaKind.Region ? $" ({Policy})" : "")}";
}
