using System.Diagnostics;
using Hw.BuiltIn.Code;
using Hw.BuiltIn.Flat;
using Hw.BuiltIn.Plan;
using Hw.Hdl;
using Hw.Sim;

namespace Hw.BuiltIn;

/// <summary>
/// A design compiled to .NET code in this process. The hierarchy is flattened (<see cref="Flattener"/>), put in order
/// (<see cref="Scheduler"/>) and written as methods over one block of memory (<see cref="CodeMaker"/>, <see cref="Frame"/>); arrays of
/// instances stay arrays on the way and run as SIMD lanes.
/// </summary>
public sealed class BuiltInDesign : IBuiltDesign
{
    readonly Lock gate = new();
    readonly Design design;
    BuiltInDesign? withProbes;

    BuiltInDesign(Design design, SimDesign ports, BuiltInOptions options)
    {
        var clock = Stopwatch.StartNew();
        (this.design, Design, Options) = (design, ports, options);
        State = StateMap.Of(design);
        (Target, Code) = OnDeepStack(() =>
        {
            var flat = Flattener.Run(design, options);
            var order = Scheduler.Run(flat);
            var target = new Target(flat, order, new(flat, order, ports.Ports), options);
            return (target, CodeMaker.Run(target));
        });
        var timetable = Target.Timetable;
        Report = new(clock.Elapsed.TotalMilliseconds, Code.Bytes, Frame.Size, Flat.Stores.Sum(s => (long)s.Places * s.WordBytes),
            timetable.All.Where(b => !b.IsLanes).Sum(b => b.Values.Count), timetable.All.Where(b => b.IsLanes).Sum(b => b.Values.Count), timetable.All.Count(), Flat.Arrays);
    }

    /// <param name="channels">What to record, by the names of the ports.</param>
    public static BuiltInDesign Compile(Design design, BuiltInOptions? options = null, Func<IReadOnlyList<SimPort>, IReadOnlyList<RecordChannel>>? channels = null)
    {
        IReadOnlyList<SimPort> ports =
        [
            .. design.HasClock ? [SimPort.In(SimDesign.Clock)] : Array.Empty<SimPort>(),
            .. design.HasReset ? [SimPort.In(SimDesign.Reset)] : Array.Empty<SimPort>(),
            .. design.Ports.Select(p => new SimPort(p.Name, p.Width, p.Direction == Direction.In ? PortDirection.Input : PortDirection.Output)),
        ];
        var described = new SimDesign(design.Name, [], ports, channels?.Invoke(ports) ?? []);
        described.Check();
        return new(design, described, options ?? BuiltInOptions.Default);
    }

    /// <summary>Ports and channels; it has no files.</summary>
    public SimDesign Design { get; }

    /// <summary>What the compiler did: times, sizes, what became lanes and what did not.</summary>
    public CompileReport Report { get; }

    internal BuiltInOptions Options { get; }
    internal Target Target { get; }
    internal FlatDesign Flat => Target.Flat;
    internal Frame Frame => Target.Frame;
    internal CompiledCode Code { get; }
    internal IReadOnlyList<StateElement> State { get; }

    ISimulation IBuiltDesign.Start(ulong seed) => Start(seed);
    public BuiltInSimulation Start(ulong seed = 1) => new(this, seed);

    /// <summary>The same design with a place for every named value.</summary>
    internal BuiltInDesign WithProbes()
    {
        lock (gate) return Options.Probes ? this : withProbes ??= new(design, Design, Options with { Probes = true });
    }

    /// <summary>The same design once more, with each block as a method of its own.</summary>
    internal (BuiltInDesign Variant, IReadOnlyList<(Block Block, Work Code)> Blocks) ByBlocks()
    {
        var variant = new BuiltInDesign(design, Design, Options);
        return (variant, OnDeepStack(() => CodeMaker.Each(variant.Target)));
    }

    /// <summary>Graphs are as deep as the design's longest path, which a thread's usual stack need not hold.</summary>
    static T OnDeepStack<T>(Func<T> work)
    {
        var (result, failure) = (default(T), (Exception?)null);
        var thread = new Thread(() =>
        {
            try { result = work(); }
            catch (Exception e) { failure = e; }
        }, 256 << 20);
        thread.Start();
        thread.Join();
        if (failure is not null) System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(failure);
        return result!;
    }

    public void Dispose() => withProbes?.Dispose();
}
