using System.CommandLine;
using System.Text.Json.Nodes;
using Hw.Cosim;
using Hw.Isa;
using Hw.Isa.Txu;
using Hw.Sim;
using Hw.TxuCosim;

namespace Hw.Cli.Verbs;

/// <summary>`hw cosim`: golden and chip in lockstep; the first difference, or how much was compared. With a plant the chip is broken on purpose.</summary>
sealed class CosimVerb : Verb
{
    const int RandomBytes = 1 << 20, PlantLanes = 4;

    readonly Argument<string?> file = new("PROGRAM") { Description = "Assembly text, or what hw asm made of it; with --plant its own program unless said", Arity = ArgumentArity.ZeroOrOne };
    readonly Option<int> lanes = Parameters.Lanes(8);
    readonly Option<string?> plant = new("--plant") { Description = "Break the RTL in a listed way, to see that it is caught", HelpName = "NAME" };
    readonly Option<bool> list = new("--list-plants") { Description = "Name, place and what it breaks, one a line" };
    readonly Option<bool> wave = new("--wave") { Description = "Write waves (FST; VCD with the built-in engine): of the failure, or of the first cycles when all is well" };
    readonly EngineOption engine = new();
    readonly MemoryOptions memory = new();
    readonly Surroundings surroundings = new();

    public CosimVerb() : base("cosim", "Run golden model and chip in lockstep and compare every write")
    {
        Arguments.Add(file);
        foreach (var option in (Option[])[lanes, engine.Option, plant, list, wave, memory.Input, .. surroundings.All]) Options.Add(option);
    }

    public override Task<int> Run(ParseResult arguments, Terminal terminal, CancellationToken token)
    {
        if (arguments.GetValue(list)) return Task.FromResult(ListPlants(terminal));
        var (name, planted) = (arguments.GetValue(file), arguments.GetValue(plant));
        if (planted is not null) TxuPlants.Named(planted);     // an unknown name is refused before anything is built
        var program = name is not null ? ProgramFile.Load(name)
            : planted is not null ? TxuPlants.Program(planted)
            : throw new UsageException("which PROGRAM? Name a file of assembly, or a plant (`hw cosim --list-plants`)");

        var settings = surroundings.Settings(arguments) with { Plant = planted };
        var c = planted is not null && !Typed(arguments, lanes) ? PlantLanes : arguments.GetValue(lanes);
        var runs = engine.Of(arguments, terminal);
        using var target = new TxuTarget(c, new() { Engine = runs, Plants = planted is null ? [] : TxuPlants.For(planted, runs), Progress = terminal.Progress });
        var job = target.Job(program, Memory(arguments, program, settings.Seed), settings, Replay(arguments));
        var waves = arguments.GetValue(wave) ? WaveFile(planted ?? Path.GetFileNameWithoutExtension(name!), runs) : null;
        var verdict = Lockstep.Run(job, new()
        {
            CompareMemory = true,
            WaveFile = waves,
            Progress = p => terminal.Tick($"{p.Instructions:N0} instructions agree, cycle {p.Cycle:N0}"),
        }, token);
        if (waves is not null && verdict.Passed) verdict = verdict with { WaveFile = Waves.OfStart(job, waves, terminal, token) };
        VerdictReport.Write(verdict, terminal);
        if (planted is not null && verdict.Kind is (VerdictKind.Mismatch or VerdictKind.Hang or VerdictKind.HarnessViolation))
        {
            var plantedAt = TxuPlants.Named(planted);
            terminal.Say($"  planted: {plantedAt.Place}: {plantedAt.What}");
            return Task.FromResult(ExitCode.Mismatch);          // also a hang: the golden does not
        }
        if (planted is not null && verdict.Passed)
            terminal.Say($"!! THE PLANT {planted} WAS NOT CAUGHT: this program does not make it bite, or the check is blind to it");
        if (!verdict.Passed) return Task.FromResult(verdict.ExitCode);
        if (verdict.Golden is { Cause: not Trap.None } trapped) terminal.Error($"hw cosim: both agree that the program is wrong: {trapped.Message}");
        return Task.FromResult(ExitCode.OfTrap(verdict.Golden?.Cause ?? Trap.None));
    }

    static bool Typed(ParseResult arguments, Option option) => arguments.GetResult(option) is { Implicit: false };

    /// <summary>What --dram says; else what a plant's program expects, or random bytes in the lowest MiB, because zeros make every product agree.</summary>
    Dram Memory(ParseResult arguments, IsaProgram program, int seed)
    {
        if (Typed(arguments, memory.Input)) return memory.Load(arguments, program);
        if (arguments.GetValue(file) is null) return TxuPlants.Image();
        var (dram, bytes) = (new Dram(), new byte[RandomBytes]);
        new Random(seed).NextBytes(bytes);
        dram.Write(0, bytes);
        return memory.Load(arguments, program, dram);
    }

    string Replay(ParseResult arguments)
    {
        var line = "hw cosim";
        if (arguments.GetValue(file) is { } name) line += $" {name}";
        if (arguments.GetValue(plant) is { } planted) line += $" --plant {planted}";
        if (Typed(arguments, lanes)) line += $" --lanes {arguments.GetValue(lanes)}";
        return line + engine.Typed(arguments) + surroundings.Typed(arguments) + string.Concat(memory.Typed(arguments).Select(d => $" --dram {d}"));
    }

    static string WaveFile(string name, Engine engine) => Path.Combine("out", $"cosim-{name}{engine.WaveExtension()}");

    static int ListPlants(Terminal terminal)
    {
        var (name, place) = (TxuPlants.All.Select(p => p.Name.Length).DefaultIfEmpty().Max(), TxuPlants.All.Select(p => p.Place.Length).DefaultIfEmpty().Max());
        foreach (var p in TxuPlants.All) terminal.Say($"{p.Name.PadRight(name)}  {p.Place.PadRight(place)}  {p.What}");
        terminal.Result["plants"] = new JsonArray([.. TxuPlants.All.Select(p => new JsonObject { ["name"] = p.Name, ["place"] = p.Place, ["what"] = p.What })]);
        return ExitCode.Pass;
    }
}
