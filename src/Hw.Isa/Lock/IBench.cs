namespace Hw.Isa;

/// <summary>
/// What an instruction set brings so that its instructions can be tried out one by one: a machine with something in it, and instructions that give the operands of another one a meaning.
/// The cases themselves follow from the definition, so that a new instruction needs nothing here.
/// </summary>
public interface IBench
{
    /// <summary>A machine as after reset, its memories filled; always the same.</summary>
    Machine Machine();

    /// <summary>What runs before an instruction: values for the registers it names. May be wrong for it (it then traps); another one is asked for.</summary>
    IEnumerable<IInstruction> Setup(Decoded instruction, CaseRandom random) => [];

    /// <summary>State that no entry of the write log shows, one register a line: "a3 = 16".</summary>
    IEnumerable<string> Registers(Machine machine) => [];
}

/// <summary>Random numbers that depend on the seed alone, whatever the runtime (SplitMix64: Steele, Lea, Flood 2014).</summary>
public sealed class CaseRandom(ulong seed)
{
    ulong state = seed;

    public ulong Bits()
    {
        var z = state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    /// <summary>min … max, both possible.</summary>
    public long Next(long min, long max) => min + (long)(UInt128.CreateTruncating(Bits()) * (UInt128)((Int128)max - min + 1) >> 64);
    public int Next(int count) => (int)Next(0, count - 1);
    public bool Flip() => (Bits() & 1) != 0;
    public T Of<T>(params ReadOnlySpan<T> choices) => choices[Next(choices.Length)];
}
