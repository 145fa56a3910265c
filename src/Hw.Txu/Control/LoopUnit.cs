namespace Hw.Txu.Control;

/// <summary>The zero-overhead loops: four levels, level 0 the outermost, each with its start, its count and its iteration.</summary>
public sealed class LoopUnit : Module
{
    public In Clear { get; } = Input(Bit);
    /// <summary>LOOP: one level deeper</summary>
    public In Enter { get; } = Input(Bit);
    public In Start { get; } = Input(UInt(32));
    /// <summary>the operands of a LOOP at hand, for `measure_latency` cycles before it enters</summary>
    public In Count { get; } = Input(UInt(16));
    public In Grow { get; } = Input(Int(16));
    /// <summary>its count + grow · iteration of the loop around it leaves 1 … 65535</summary>
    public Out Excessive { get; } = Output(Bit);
    /// <summary>ENDL: next iteration, or one level up</summary>
    public In Ends { get; } = Input(Bit);

    public Out Outside { get; } = Output(Bit);
    public Out Full { get; } = Output(Bit);
    /// <summary>ENDL goes back to `body`</summary>
    public Out Repeats { get; } = Output(Bit);
    public Out Body { get; } = Output(UInt(32));
    public Out Iterations { get; } = Output(Row(LoopLevels, UInt(16)));

    /// <summary>Cycles from count and grow to how often the loop runs.</summary>
    public const int MeasureLatency = 3;

    readonly Reg depth = Register(UpTo(LoopLevels), reset: 0);
    readonly Reg[] iteration = [.. Levels.Select(l => Register(UInt(16), reset: 0, name: $"iteration_{l}"))];
    readonly Reg[] count = [.. Levels.Select(l => Register(UInt(16), name: $"count_{l}"))];
    readonly Reg[] start = [.. Levels.Select(l => Register(UInt(32), name: $"start_{l}"))];

    static IEnumerable<int> Levels => Enumerable.Range(0, LoopLevels);

    /// <summary>Of the innermost loop; the instruction after one that changes it is decoded two cycles later at the earliest.</summary>
    readonly Reg innerStart = Register(UInt(32)), innerIteration = Register(UInt(16)), innerRepeats = Register(Bit);

    protected override void Build()
    {
        // the innermost active level; its registers, whichever it is
        Signal Innermost(Reg[] registers) => Levels.Skip(1).Aggregate(registers[0].Value, (value, l) => Mux(depth == l + 1, registers[l], value));
        innerStart.Next = Innermost(start);
        innerIteration.Next = Innermost(iteration);     // outside all loops that of level 0, which is 0 then
        innerRepeats.Next = Innermost(iteration) + 1 != Innermost(count);

        var times = Pipeline(MeasureLatency, () => Count + Grow * innerIteration).Value.Named("times");
        Excessive.Drive(Signal.Outside(times, new(1, UInt(16).Max)));

        When(Clear, () => depth.Next = 0)
            .ElseWhen(Enter, () => depth.Next = (depth + 1).Fits(UpTo(LoopLevels), "LOOP traps when all levels are active"))
            .ElseWhen(Ends & !innerRepeats, () => depth.Next = (depth - 1).Fits(UpTo(LoopLevels), "ENDL traps outside any loop"));
        foreach (var l in Levels)
        {
            When(Clear, () => iteration[l].Next = 0)
                .ElseWhen(Ends & (depth == l + 1), () => iteration[l].Next = Mux(innerRepeats, (iteration[l] + 1).Wrap(UInt(16)), 0));
            When(Enter & (depth == l), () => { count[l].Next = times.Wrap(UInt(16)); start[l].Next = Start; });
        }

        Outside.Drive(depth == 0);
        Full.Drive(depth == LoopLevels);
        Repeats.Drive(innerRepeats);
        Body.Drive(innerStart);
        Iterations.Drive(Pack(iteration.Select(i => i.Value), UInt(16)));
    }
}
