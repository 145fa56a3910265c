namespace Hw.Isa.Rv32i.Tests;

/// <summary>Programs that no compiler would write: random instructions on random registers, golden beside oracle until one of them stops.</summary>
public class RandomTests
{
    const int Words = 48, MemoryBytes = 8192, Programs = 400;

    [Fact]
    public void RandomProgramsRunAsOnTheOracle()
    {
        var (compared, causes, executed) = (0L, new HashSet<Trap>(), new HashSet<string>());
        for (var seed = 0; seed < Programs; seed++)
        {
            var random = new Random(seed);
            var words = Enumerable.Range(0, Words).Select(_ => Word(random)).ToArray();
            var registers = Enumerable.Range(0, 32).Select(_ => Register(random)).ToArray();
            var memory = new byte[MemoryBytes];
            random.NextBytes(memory);
            var (count, cause, kinds) = Twin.Run(words, registers, memory, 500);
            compared += count;
            causes.Add(cause);
            executed.UnionWith(kinds);
        }
        Assert.InRange(compared, Programs * 4, Programs * 500);
        Assert.Superset(new HashSet<Trap> { Trap.IllegalOpcode, Trap.Misaligned, Trap.BadRange, Trap.Breakpoint, Trap.RunOff }, causes);
        Assert.Equal(Rv32i.Definition.Instructions.Select(i => i.Mnemonic).Except(["ebreak"]).Order(), executed.Order());
    }

    /// <summary>"Base implementations shall ignore these fields": modes, rd and rs1 that a later version may give a meaning.</summary>
    [Theory]
    [InlineData(0x1330000F, "fence")]
    [InlineData(0x7FF0000F, "fence")]
    [InlineData(0x8230000F, "fence")]
    [InlineData(0xF00F8F8F, "fence")]
    [InlineData(0x0100008F, "fence")]
    [InlineData(0x833F8F8F, "fence.tso")]
    [InlineData(0x0100000F, "pause")]
    public void AFenceIgnoresWhatItShall(uint word, string mnemonic)
    {
        Assert.Equal(mnemonic, Rv32i.Definition.Decode(word).Info.Mnemonic);
        Assert.Equal((1, Trap.None), Twin.Run([word], new uint[32], new byte[64], 1) switch { var (compared, cause, _) => (compared, cause) });
    }

    /// <summary>Mostly an instruction with random operands, near ones and edges more often than others; now and then any bits at all.</summary>
    static uint Word(Random random)
    {
        var isa = Rv32i.Definition;
        if (random.Next(200) == 0) return (uint)random.NextInt64(1L << 32);
        var info = isa.Instructions[random.Next(isa.Instructions.Length)];
        while (info.Mnemonic is "ebreak" or "jalr" && random.Next(12) != 0) info = isa.Instructions[random.Next(isa.Instructions.Length)];
        return (uint)isa.Encode(info, [.. info.Operands.Select(f => Operand(random, f))]);
    }

    static long Operand(Random random, Field field)
    {
        if (field.Kind == FieldKind.Register) return random.Next(3) == 0 ? random.Next(32) : 8 + random.Next(6);
        var (least, most) = (field.Encodable.Min, field.Encodable.Max);
        var value = random.Next(5) switch { 0 => least, 1 => most, 2 => random.NextInt64(least, most + 1), _ => random.NextInt64(Math.Max(least, -64), Math.Min(most, 64) + 1) };
        if (field.Relative) value = random.Next(8) == 0 ? value : 4 * random.Next(-6, 20);
        return value / field.Multiple * field.Multiple;
    }

    /// <summary>Addresses in memory and near its end, edges of the integers, anything.</summary>
    static uint Register(Random random) => random.Next(6) switch
    {
        0 => (uint)random.NextInt64(1L << 32),
        1 => (uint)random.Next(-2, 3),
        2 => 0x80000000u + (uint)random.Next(-2, 3),
        3 => MemoryBytes - (uint)random.Next(5),
        _ => (uint)random.Next(Words * 4, MemoryBytes),
    };
}
