using Hw.Isa;
using Hw.Isa.Txu;
using Hw.Kernels;

namespace Hw.Cli.Tracing;

/// <summary>
/// One executed instruction in time, in cycles from the doorbell: when it entered its queue, when it had its unit, when its unit was free for the next one, when it
/// retired.
/// </summary>
/// <param name="Source">Where its text stands, or "".</param>
/// <param name="Label">What it is for, or "".</param>
/// <param name="Macs">Useful products it makes.</param>
/// <param name="Waited">What it waited for last before it began, where that is known.</param>
sealed record Scheduled(long Order, int Pc, Queue Queue, string Text, string Label, string Source, long Macs, long? Dispatched, long Begins, long Ends, long Retires, string Waited = "")
{
    /// <summary>What its label says between the kernel's name and the first particular, else the mnemonic: instructions of one kind.</summary>
    public string Kind => new string([.. Label[(Label.IndexOf(':') + 1)..].TakeWhile(c => !char.IsAsciiDigit(c) && c is not (',' or '[' or '('))]).Trim() is { Length: > 0 } label ? $"{Queue} {label}" : Text.Split(' ', 2)[0];
}

/// <summary>A run in time: what a trace and a picture are drawn from, whether the chip or the model made it.</summary>
/// <param name="Instructions">In program order, each once.</param>
sealed record Schedule(string Title, int Lanes, long Cycles, IReadOnlyList<Scheduled> Instructions)
{
    /// <summary>What the queue model says of a program.</summary>
    public static Schedule OfModel(string title, int lanes, TxuProgram program, Executed executed)
    {
        var timeline = Timeline.Of(program);
        return new(title, lanes, timeline.Cycles,
        [
            .. timeline.Slices.Select(s => new Scheduled(s.Order, s.Pc, s.Queue, program.Code.Isa.Text(program.Code.Words[s.Pc]), s.Label, "", executed.Instructions[(int)s.Order].Macs,
                s.Dispatched, s.Start, s.End, s.Done, s.Cause switch { Cause.Dispatch => "dispatch", Cause.Unit => "", var queue => $"{queue}" })),
        ]);
    }

    /// <summary>Of the whole run.</summary>
    public double Used => Instructions.Sum(i => i.Macs) / ((double)Bits.Dot32.Depth * Lanes * Math.Max(1, Cycles));

    /// <summary>Of the array, per window of so many cycles: useful products made of those it could have made. An MM's are spread evenly over its time.</summary>
    public IReadOnlyList<double> Utilization(long window)
    {
        var macs = new double[Math.Max(1, (Cycles + window - 1) / window)];
        foreach (var i in Instructions)
        {
            var (from, to) = (i.Begins, Math.Max(i.Ends, i.Begins + 1));
            for (var w = from / window; i.Macs > 0 && w * window < to && w < macs.Length; w++)
                macs[w] += (double)i.Macs * (Math.Min(to, (w + 1) * window) - Math.Max(from, w * window)) / (to - from);
        }
        return [.. macs.Select((m, w) => m / (Bits.Dot32.Depth * Lanes * Math.Min(window, Math.Max(1, Cycles - w * window))))];
    }
}
