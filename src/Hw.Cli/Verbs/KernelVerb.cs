using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Hw.Cli.Bench.Machine;
using Hw.Cli.Tracing;
using Hw.Isa;
using Hw.Isa.Txu;
using Hw.TxuCosim;

namespace Hw.Cli.Verbs;

/// <summary>`hw kernel NAME`: its schedule by the queue model or, with --engine, as the chip runs it on random operands; as text, picture, trace or program.</summary>
sealed class KernelVerb : Verb
{
    const string Model = "model";
    const ulong MostCycles = 100_000_000;

    readonly Option<string> type;
    readonly (Option<int> Option, string Name)[] sizes;
    readonly Func<MmType, int[], int, Work> make;
    readonly Option<int> lanes = Parameters.Lanes();
    readonly Option<string> engine = Parameters.Choice("--engine", "What times it", [Model, .. EngineOption.Names]);
    readonly Option<string?> listing = new("--asm") { Description = "Write the program as text, each line with what it is for", HelpName = "FILE" };
    readonly Option<bool> stats = new("--stats") { Description = "What the run made of the machine; of a chip" };
    readonly TraceOptions trace = new();
    readonly Surroundings surroundings = new();

    public KernelVerb(string name, string what, IReadOnlyList<MmType> types, IReadOnlyList<(string Option, int Otherwise, string What)> sizes, Func<MmType, int[], int, Work> make) : base(name, what)
    {
        this.make = make;
        this.sizes = [.. sizes.Select(s => (new Option<int>(s.Option) { Description = s.What, DefaultValueFactory = _ => s.Otherwise, HelpName = "N" }, s.Option))];
        type = Parameters.Choice("--type", "Of the operands", [.. types.Select(t => $"{t}")]);
        foreach (var option in (Option[])[type, .. this.sizes.Select(s => s.Option), lanes, engine, listing, stats, .. trace.All, .. surroundings.All]) Options.Add(option);
    }

    public override Task<int> Run(ParseResult arguments, Terminal terminal, CancellationToken token)
    {
        var (c, on, wanted) = (arguments.GetValue(lanes), arguments.GetValue(engine)!, trace.Wanted(arguments));
        var isModel = on.Equals(Model, StringComparison.OrdinalIgnoreCase);
        if (isModel && arguments.GetValue(stats)) throw new UsageException("--stats reads the counters of a chip: add --engine builtin or --engine verilator");
        var work = Make(arguments, c);
        if (arguments.GetValue(listing) is { } file)
        {
            AtomicFile.Write(file, work.Program.Listing());
            terminal.Say($"  {file}: {work.Program.Count:N0} instructions");
        }
        terminal.Progress($"what {Name} executes");
        var executed = Executed.Of(work.Program.Code, work.Memory, c, token);
        var title = $"{Name} {arguments.GetValue(type)!.ToUpperInvariant()}, {string.Join(", ", sizes.Select(s => $"{s.Name.TrimStart('-')} {arguments.GetValue(s.Option)}"))}, C={c}";
        var schedule = isModel ? Schedule.OfModel($"{title}, queue model", c, work.Program, executed) : OnChip(title, EngineOption.Named(on), work, executed, arguments, terminal, token);
        foreach (var line in ScheduleReport.Lines(schedule)) terminal.Say(line);
        var useful = work.Macs / ((double)Bits.Dot32.Depth * c * schedule.Cycles);
        terminal.Say(string.Create(CultureInfo.InvariantCulture, $"useful: {useful:P1} of the array, masked and padded products not counted"));
        wanted?.Write(schedule, terminal);
        (terminal.Result["cycles"], terminal.Result["utilization"], terminal.Result["useful"]) = (schedule.Cycles, schedule.Used, useful);
        return Task.FromResult(ExitCode.Pass);
    }

    Work Make(ParseResult arguments, int c)
    {
        var kind = Enum.Parse<MmType>(arguments.GetValue(type)!, ignoreCase: true);
        var of = sizes.Select(s => arguments.GetValue(s.Option)).ToArray();
        foreach (var (at, size) in of.Index())
            if (size is < 1 or > 1 << 16) throw new UsageException($"{sizes[at].Name} {size}: it is a number from 1 to {1 << 16}");
        try { return make(kind, of, c); }
        catch (ArgumentException e) { throw new UsageException(e.Message); }
    }

    Schedule OnChip(string title, Sim.Engine on, Work work, Executed executed, ParseResult arguments, Terminal terminal, CancellationToken token)
    {
        var (c, settings) = (arguments.GetValue(lanes), surroundings.Settings(arguments));
        using var target = new TxuTarget(c, new() { Engine = on, Trace = true, Progress = terminal.Progress });
        using var session = target.Job(work.Program.Code, work.Memory, settings).Start(token: token);
        session.Begin();
        var recorder = new ChipRecorder(session);
        var end = recorder.Run(MostCycles, token) ?? throw new UsageException($"{Name} still runs after {MostCycles:N0} cycles");
        if (end.Cause != Trap.None) throw new UsageException($"{Name} ends with {end}");
        if (arguments.GetValue(stats)) RunVerb.Stats(terminal, new(c, end.Counters));
        return recorder.Schedule($"{title}, {settings}", c, (long)end.Cycles, work.Program.Code, executed.Instructions, work.Program.Label);
    }
}
