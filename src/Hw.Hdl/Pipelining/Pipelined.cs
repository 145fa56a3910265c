namespace Hw.Hdl;

/// <summary>A result that comes <paramref name="Latency"/> cycles after its operands.</summary>
public readonly record struct Pipelined(Signal Value, int Latency)
{
    public static implicit operator Signal(Pipelined p) => p.Value;
}

public abstract partial class Module
{
    /// <summary>Cycles from operands to results through the module's longest pipeline; 0 where it has none.</summary>
    public int PipelineLatency { get; private set; }

    /// <summary>
    /// The text cut into stages of about equal delay, each ending in registers: the result comes that many cycles after its
    /// operands, one per cycle. Operands (ports, registers, memory words) are taken as they stand in the first stage; 0 stages
    /// is the text itself.
    /// <para>A stage computes also what nobody asked for, so promises (<c>Fits</c>) are truncations inside: they are checked
    /// where the text is read as numbers, or with 0 stages.</para>
    /// </summary>
    /// <param name="enable">Where 0, every stage holds. Absent: it never does.</param>
    protected Pipelined Pipeline(int stages, Func<Signal> text, Signal? enable = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Pipeline(stages, () => (IReadOnlyList<Signal>)[text()], enable, file, line)[0];

    /// <summary>Several results of one text, all after the same number of cycles.</summary>
    protected IReadOnlyList<Pipelined> Pipeline(int stages, Func<IReadOnlyList<Signal>> text, Signal? enable = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        if (stages < 0) throw new BitsException($"a pipeline has 0 or more stages, not {stages}");
        PipelineLatency = Math.Max(PipelineLatency, stages);
        var results = text();
        if (stages == 0) return [.. results.Select(r => new Pipelined(r, 0))];
        var schedule = Schedule.Of(results, stages);
        return [.. new Stages(Body, schedule, enable, new(file, line)).Build().Select(r => new Pipelined(r, stages))];
    }
}
