using System.CommandLine;
using System.Text.Json.Nodes;
using Hw.Cli.Tracing;
using Hw.Cosim;
using Hw.Golden;
using Hw.Isa;
using Hw.Isa.Rv32i;
using Hw.Isa.Txu;
using Hw.Sim;
using Hw.TxuCosim;

namespace Hw.Cli.Verbs;

/// <summary>`hw run`: the golden model or one simulator of the chip, no comparison: how the program ends, and what was counted.</summary>
sealed class RunVerb : Verb
{
    const string Golden = "golden";
    const long Slice = 1_000_000;

    readonly Argument<string> file = new("PROGRAM") { Description = "Assembly text, or what hw asm made of it" };
    readonly Option<int> lanes = Parameters.Lanes();
    readonly Option<string> engine = Parameters.Choice("--engine", "What executes it", [Golden, .. EngineOption.Names]);
    readonly Option<long> limit = new("--limit") { Description = "Instructions (golden) or cycles (the others) after which it counts as hung", DefaultValueFactory = _ => GoldenEngine.DefaultLimit, HelpName = "N" };
    readonly Option<bool> stats = new("--stats") { Description = "What the run made of the machine: utilization, intensity, bandwidth roof, and how each unit spent its cycles" };
    readonly TraceOptions trace = new();
    readonly MemoryOptions memory = new();
    readonly Surroundings surroundings = new();
    readonly IsaOption which = new();

    public RunVerb() : base("run", "Execute a program on the golden model or on the simulated chip")
    {
        Arguments.Add(file);
        foreach (var option in (Option[])[which.Option, lanes, engine, limit, stats, .. trace.All, .. memory.All, .. surroundings.All]) Options.Add(option);
    }

    public override Task<int> Run(ParseResult arguments, Terminal terminal, CancellationToken token)
    {
        if (HartRun.IsElf(arguments.GetRequiredValue(file)) || which.Of(arguments) == Rv32i.Definition)
        {
            foreach (var option in (Option[])[lanes, stats, .. trace.All, .. memory.All, .. surroundings.All])
                if (arguments.GetResult(option) is { Implicit: false }) throw new UsageException($"{option.Name} is of the chip, and RV32I has only a golden model: leave it out");
            if (!arguments.GetValue(engine)!.Equals(Golden, StringComparison.OrdinalIgnoreCase)) throw new UsageException($"RV32I has only a golden model: leave {engine.Name} out");
            return Task.FromResult(HartRun.Run(arguments.GetRequiredValue(file), arguments.GetValue(limit), terminal, token));
        }
        var program = ProgramFile.Load(arguments.GetRequiredValue(file));
        var dram = memory.Load(arguments, program);
        var dumps = memory.Dumps(arguments);
        var (exit, read) = arguments.GetValue(engine)! is var name && name.Equals(Golden, StringComparison.OrdinalIgnoreCase)
            ? OnGolden(program, dram, arguments, terminal, token)
            : OnChip(EngineOption.Named(name), program, dram, arguments, terminal, token);
        foreach (var (address, length, to) in dumps)
        {
            AtomicFile.Write(to, read(address, length));
            terminal.Say($"  {to}: {length:N0} bytes from 0x{address:X}");
        }
        return Task.FromResult(exit);
    }

    (int Exit, Func<long, int, byte[]> Read) OnGolden(IsaProgram program, Dram dram, ParseResult arguments, Terminal terminal, CancellationToken token)
    {
        if (arguments.GetValue(stats) || trace.Wanted(arguments) is not null)
            throw new UsageException("--stats and --trace show a machine in time, and the golden model has none: add --engine builtin or --engine verilator");
        var machine = new TxuMachine(arguments.GetValue(lanes));
        foreach (var (address, bytes) in dram.Pages) machine.Dram.Write(address, bytes);
        var counts = new WriteCounts(machine.Isa);
        var run = new GoldenEngine(machine, program, counts);
        var most = arguments.GetValue(limit);
        Outcome outcome;
        do
        {
            token.ThrowIfCancellationRequested();
            outcome = run.Run(Math.Min(most, run.Executed + Slice));
        }
        while (outcome.Ending == Ending.Limit && run.Executed < most);
        Report(terminal, outcome.Message, outcome.Ending == Ending.Halted, counts.Named.Prepend(("instructions", outcome.Executed)));
        terminal.Result["ending"] = outcome.Ending.ToString();
        terminal.Result["cause"] = outcome.Cause.ToString();
        var exit = outcome.Ending switch { Ending.Limit => ExitCode.Hang, Ending.ProgramError => ExitCode.BadInput, _ => ExitCode.OfTrap(outcome.Cause) };
        return (exit, machine.Dram.Read);
    }

    (int Exit, Func<long, int, byte[]> Read) OnChip(Engine engine, IsaProgram program, Dram dram, ParseResult arguments, Terminal terminal, CancellationToken token)
    {
        using var target = new TxuTarget(arguments.GetValue(lanes), new() { Engine = engine, Trace = trace.Wanted(arguments) is not null, Progress = terminal.Progress });
        using var session = target.Job(program, dram, surroundings.Settings(arguments)).Start(token: token);
        session.Begin();
        var wanted = trace.Wanted(arguments);
        var recorder = wanted is null ? null : new ChipRecorder(session);
        var most = (ulong)arguments.GetValue(limit);
        var end = recorder is null ? session.RunToEnd(most, token) : recorder.Run(most, token);
        var read = Wanted(arguments, session);
        if (end is null)
        {
            Report(terminal, $"still running after {arguments.GetValue(limit):N0} cycles", false, []);
            return (ExitCode.Hang, read);
        }
        var place = program.PlaceOf((int)Math.Min(end.Pc, program.Count - 1));
        Report(terminal, end.Cause == Trap.None ? end.ToString() : $"{place}: {end}", end.Cause == Trap.None, end.Counters.Select(c => (c.Key, (long)c.Value)).Append(("simulated cycles", (long)session.Simulation.Cycle)));
        (terminal.Result["ending"], terminal.Result["cause"]) = (end.Cause == Trap.None ? nameof(Ending.Halted) : nameof(Ending.Trapped), end.Cause.ToString());
        if (arguments.GetValue(stats)) Stats(terminal, new(arguments.GetValue(lanes), end.Counters));
        if (recorder is not null) wanted!.Write(Named(recorder, end, program, dram, arguments, token), terminal);
        return (ExitCode.OfTrap(end.Cause), read);
    }

    Schedule Named(ChipRecorder recorder, RtlEnd end, IsaProgram program, Dram dram, ParseResult arguments, CancellationToken token)
    {
        var (c, settings) = (arguments.GetValue(lanes), surroundings.Settings(arguments));
        return recorder.Schedule($"{Path.GetFileName(arguments.GetRequiredValue(file))} on the TXU, C={c}, {settings}", c, (long)end.Cycles, program, Executed.Of(program, dram, c, token).Instructions, SourceComments.Of(program));
    }

    public static void Stats(Terminal terminal, Roofline roofline)
    {
        foreach (var line in roofline.Lines()) terminal.Say(line);
        terminal.Result["roofline"] = new JsonObject
        {
            ["utilization"] = roofline.Utilization, ["issue"] = roofline.Issue, ["intensity"] = roofline.Intensity, ["roof"] = roofline.Roof,
            ["loadBus"] = roofline.LoadBus, ["storeBus"] = roofline.StoreBus, ["bound"] = roofline.Bound,
        };
    }

    /// <summary>The simulation is gone when the dumps are written: what they want is read before.</summary>
    Func<long, int, byte[]> Wanted(ParseResult arguments, TxuSession session)
    {
        var kept = memory.Dumps(arguments).ToDictionary(d => (d.Address, d.Length), d =>
        {
            var skip = (int)(d.Address % TxuIsa.RowBytes);
            return session.Read(d.Address - skip, skip + d.Length)[skip..];
        });
        return (address, length) => kept[(address, length)];
    }

    static void Report(Terminal terminal, string end, bool good, IEnumerable<(string Name, long Value)> counters)
    {
        var counted = new JsonObject();
        if (good) terminal.Say(end);
        else terminal.Error($"hw run: {end}");
        foreach (var (name, value) in counters)
        {
            terminal.Say($"  {name,-18}{value,16:N0}");
            counted[name] = value;
        }
        IsaStamp.Put(terminal, TxuIsa.Definition);
        (terminal.Result["end"], terminal.Result["counters"]) = (end, counted);
    }

    /// <summary>How many writes each memory got.</summary>
    sealed class WriteCounts(IsaDefinition isa) : IWriteSink
    {
        readonly long[] writes = new long[isa.Shape.Memories.Length];
        public IEnumerable<(string, long)> Named => isa.Shape.Memories.Select((m, i) => ($"{m.Name} writes", writes[i]));
        public void Begin(in Retired instruction) { }
        public void Write(int memory, long address, ReadOnlySpan<byte> data) => writes[memory]++;
        public void End() { }
    }
}
