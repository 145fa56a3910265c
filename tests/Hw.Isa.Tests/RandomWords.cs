namespace Hw.Isa.Tests;

/// <summary>Random legal words of one instruction, built from the table's legal sets.</summary>
static class RandomWords
{
    public static (UInt128 Word, long[] Operands, int[] Waits, int[] Signals) Legal(IsaDefinition isa, InstructionInfo info, Random random)
    {
        var operands = info.Operands.Select(f => Value(f, random)).ToArray();
        var waits = Semaphores(info.Waits.Length);
        var signals = Semaphores(info.Signals.Length);
        return (isa.Encode(info, operands, waits, signals), operands, waits, signals);

        int[] Semaphores(int room) => Enumerable.Range(0, random.Next(room + 1)).Select(_ => random.Next(isa.Shape.Semaphores.Count)).ToArray();
    }

    /// <summary>The ends of the legal set as often as its middle.</summary>
    static long Value(Field f, Random random)
    {
        var range = f.Legal[random.Next(f.Legal.Length)];
        var value = random.Next(4) switch { 0 => range.Min, 1 => range.Max, _ => random.NextInt64(range.Min, range.Max + 1) };
        return value - value % f.Multiple;
    }
}
