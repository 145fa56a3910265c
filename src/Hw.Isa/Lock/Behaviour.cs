using System.Collections.Immutable;

namespace Hw.Isa;

/// <summary>
/// One small run of one instruction: what came before it, itself, and all that it did (writes in their order, jumps, registers, or its trap). Covers what is not arithmetic. A lock keeps the first
/// of these lines, and a hash of all.
/// </summary>
public sealed record Behaviour(ImmutableArray<string> Case, ImmutableArray<string> Did, string Hash)
{
    const int Fewest = 4, Most = 8, Tries = 32, KeptLines = 4, KeptLength = 160;

    Behaviour(ImmutableArray<string> of, ImmutableArray<string> did) : this(of, did, IsaHashes.Of(string.Join('\n', did))[..16]) { }

    /// <summary>What of it a lock keeps.</summary>
    public ImmutableArray<string> Kept => [.. Did.Take(KeptLines).Select(line => line.Length <= KeptLength ? line : line[..KeptLength])];

    /// <summary>The cases of an instruction: operands from its legal sets, every member of an enum at least once as far as <see cref="Most"/> goes; the last may trap.</summary>
    public static IEnumerable<Behaviour> Of(IsaDefinition isa, InstructionInfo info, IBench bench)
    {
        var count = Math.Clamp(info.Operands.Where(IsChoice).Select(f => f.Legal.Sum(r => r.Max - r.Min + 1)).DefaultIfEmpty().Max(), Fewest, Most);
        var random = new CaseRandom(Convert.ToUInt64(IsaHashes.Of(info.Mnemonic)[..16], 16));
        for (var k = 0; k < count; k++)
        {
            Behaviour? tried = null;
            for (var t = 0; t < Tries; t++)
            {
                tried = Run(isa, Make(isa, info, bench, k, random), bench);
                if (k == count - 1 || !tried.Did[^1].StartsWith(Stopped, StringComparison.Ordinal)) break;
            }
            yield return tried!;
        }
    }

    static bool IsChoice(Field f) => f.Kind is FieldKind.Flag or FieldKind.Enum or FieldKind.FlagsEnum;

    static ImmutableArray<string> Make(IsaDefinition isa, InstructionInfo info, IBench bench, int k, CaseRandom random)
    {
        var values = new long[info.Operands.Length];
        var used = new Dictionary<Type, long>();
        foreach (var (i, f) in info.Operands.Index())
            values[i] = IsChoice(f) ? Nth(f, k + i)
                : f.Kind == FieldKind.Register ? used[f.Type] = used.TryGetValue(f.Type, out var last) ? (last + 1) % (f.Legal[0].Max + 1) : random.Next(f.Legal[0].Min, f.Legal[0].Max)
                : Number(f, random);
        var word = isa.Encode(info, values);
        return [.. bench.Setup(isa.Decode(word), random).Select(s => CaseText.Of(isa[s.GetType()], isa.Encode(s))), CaseText.Of(info, word)];
    }

    /// <summary>Legal value n of a choice, over and over.</summary>
    static long Nth(Field f, long n)
    {
        n %= f.Legal.Sum(r => r.Max - r.Min + 1);
        foreach (var r in f.Legal)
        {
            if (n <= r.Max - r.Min) return r.Min + n;
            n -= r.Max - r.Min + 1;
        }
        return f.Legal[0].Min;
    }

    /// <summary>An end of the legal set, something small, or anything.</summary>
    static long Number(Field f, CaseRandom random)
    {
        var range = f.Legal[random.Next(f.Legal.Length)];
        var value = random.Next(5) switch
        {
            0 => range.Min,
            1 => range.Max,
            2 => Math.Clamp(random.Next(-8L, 16), range.Min, range.Max),
            _ => random.Next(range.Min, range.Max),
        };
        return value - value % f.Multiple;
    }

    const string Stopped = "stops: ";

    /// <summary>Runs a case on a fresh machine: all of it on this definition, whatever wrote it.</summary>
    public static Behaviour Run(IsaDefinition isa, ImmutableArray<string> of, IBench bench)
    {
        var (machine, effects) = (bench.Machine(), new Effects(isa));
        try
        {
            foreach (var text in of[..^1]) effects.Step(machine, CaseText.Decoded(isa, text));
            var before = bench.Registers(machine).ToHashSet();
            effects.Lines.Clear();
            effects.Step(machine, CaseText.Decoded(isa, of[^1]));
            effects.Lines.AddRange(bench.Registers(machine).Where(line => !before.Contains(line)));
        }
        catch (TrapException e) { effects.Lines.Add($"{Stopped}trap {e.Cause}"); }
        catch (ProgramErrorException) { effects.Lines.Add($"{Stopped}program error"); }
        catch (IsaException e) { effects.Lines.Add($"{Stopped}{e.Message}"); }
        if (effects.Lines.Count == 0) effects.Lines.Add("nothing");
        return new(of, [.. effects.Lines]);
    }

    /// <summary>The engine of a case: goes straight on, and writes down what it is told.</summary>
    sealed class Effects(IsaDefinition isa) : IEffects
    {
        public List<string> Lines { get; } = [];
        public int Pc { get; private set; } = -1;

        public void Step(Machine machine, Decoded instruction)
        {
            Pc++;
            machine.Check(instruction);
            machine.Execute(instruction, this);
        }

        public void Jump(int pc) => Lines.Add($"jump {pc}");
        public void Halt(int code) => Lines.Add($"halt {code}");
        public void Fence(uint queues) => Lines.Add($"fence 0x{queues:x}");
        public void SetSemaphore(int semaphore, int value) => Lines.Add($"semaphore {semaphore} = {value}");
        public void Write(int memory, long address, ReadOnlySpan<byte> data) => Lines.Add($"{isa.Shape.Memories[memory].Name} {address} = {Convert.ToHexStringLower(data)}");
    }
}
