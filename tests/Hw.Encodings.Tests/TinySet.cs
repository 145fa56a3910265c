namespace Hw.Encodings.Tests;

/// <summary>Random definitions on words of 8 bits: right ones and wrong ones, small enough that every word can be looked at.</summary>
sealed class TinySet
{
    public const int Words = 256;
    readonly Random random;

    public TinySet(int seed)
    {
        random = new(seed);
        var opcode = new Piece(random.Next(1, 4), 0);
        Set = new("tiny", new("Tiny.cs", 1))
        {
            WordBits = 8, Opcode = new(opcode), Unclaimed = random.Next(6) is var u && u < 4 ? (Policy)u : u == 4 ? Policy.MustBeZero : null, Semaphores = 2, Choices = null,
            Formats = [new("plain", new("Tiny.cs", 2)), new("sem", new("Tiny.cs", 3)) { Waits = new(new Piece(7, 6)) }],
            Regions = random.Next(3) == 0 ? [new(random.Next(1, 1 << opcode.Width), (1 << opcode.Width) - 1, random.Next(2) == 0 ? Policy.Trap : Policy.Custom, "region", new("Tiny.cs", 4))] : [],
        };
        var instructions = new List<InstructionClaim>();
        for (var n = random.Next(1, 5); n > 0; n--)
            instructions.Add(instructions.Count > 0 && random.Next(2) == 0 ? Special(instructions.Count, instructions[random.Next(instructions.Count)]) : Instruction(instructions.Count, opcode.Hi + 1));
        Instructions = instructions;
    }

    public SetClaim Set { get; }
    public IReadOnlyList<InstructionClaim> Instructions { get; }

    InstructionClaim Instruction(int number, int free)
    {
        var (place, at) = (new SourcePlace("Tiny.cs", 10 + number), free);
        var (operands, fixes, kept) = (new List<OperandClaim>(), new List<FixedClaim>(), new List<ReservedClaim>());
        var sem = random.Next(5) == 0;
        while (at < (sem ? 6 : 8))
        {
            var piece = new Piece(Math.Min(at + random.Next(3), sem ? 5 : 7), at);
            switch (random.Next(5))
            {
                case 0: fixes.Add(new(piece, random.Next(1 << piece.Width), place)); break;
                case 1 or 2: operands.Add(Operand($"O{at}", piece, place)); break;
                case 3: kept.Add(new(piece, (Policy)random.Next(4), place)); break;
                default: break;
            }
            at = piece.Hi + 1;
        }
        return new($"I{number}", $"T{number}", place)
        {
            Opcode = random.Next(1 << free), Format = sem ? "sem" : "plain", Operands = operands, Fixed = fixes, Reserved = kept,
            Specializes = number > 0 && random.Next(2) == 0 ? [new($"T{random.Next(number)}", place)] : [],
            Exclusive = random.Next(6) == 0 ? new("group", random.Next(2) == 0 ? "A" : "B", place) : null,
        };
    }

    /// <summary>The general one with some operand fixed.</summary>
    InstructionClaim Special(int number, InstructionClaim general)
    {
        if (general.Operands.Count == 0) return Instruction(number, Set.OpcodePiece.Width);
        var (fix, place) = (general.Operands[random.Next(general.Operands.Count)], new SourcePlace("Tiny.cs", 10 + number));
        return general with
        {
            Name = $"I{number}", Type = $"T{number}", Place = place, Operands = [.. general.Operands.Where(o => o != fix)], Specializes = random.Next(8) == 0 ? [] : [new(general.Type, place)],
            Fixed = [.. general.Fixed, new(fix.Bits!.Pieces[0], random.Next(1 << fix.Bits.Width), place)],
        };
    }

    OperandClaim Operand(string name, Piece piece, SourcePlace place)
    {
        if (piece.Width == 1 && random.Next(2) == 0) return new(name, new(piece), new(TypeKind.Flag, "Boolean"), place);
        if (random.Next(4) == 0) return new(name, new(piece), new(TypeKind.Enum, "E") { Members = [.. Enumerable.Range(0, 1 << piece.Width).Where(_ => random.Next(2) == 0).Append(0).Select(m => (long)m)] }, place);
        var isSigned = random.Next(2) == 0;
        var (least, most) = isSigned ? (-(1 << (piece.Width - 1)), (1 << (piece.Width - 1)) - 1) : (0, (1 << piece.Width) - 1);
        var (min, max) = (random.Next(least, most + 1), random.Next(least, most + 1));
        return new(name, new(piece), TypeClaim.Number("Int32")!, place) { Signed = isSigned, Min = Math.Min(min, max), Max = Math.Max(min, max) };
    }
}
