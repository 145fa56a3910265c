using Hw.Golden;

namespace Hw.Kernels;

/// <summary>What the queue model assumes, in cycles. The defaults are the machine with a 200-cycle memory.</summary>
public sealed record TimelineModel(int Dispatch = 8, int QueueDepth = 8, int Memory = 220, int Matrix = 16, int Vector = 30, int StationaryLoad = 33, int Start = 220);

/// <summary>
/// An estimate of a program's run: dispatch in order, five queues, semaphores, latencies; no bank conflicts, no stalls. It says where a schedule
/// loses cycles before there is hardware to ask; it promises nothing about the hardware.
/// </summary>
public sealed class Timeline : IWriteSink
{
    readonly TxuMachine machine;
    readonly TimelineModel model;
    readonly Queue<long>[] tokens = [.. Enumerable.Range(0, 32).Select(_ => new Queue<long>())];
    readonly Queue<long>[] taken = [.. Enum.GetValues<Queue>().Select(_ => new Queue<long>())];
    readonly long[] free = new long[5], complete = new long[5];
    long dispatch, matrixBegins;

    Timeline(TxuMachine machine, TimelineModel model) => (this.machine, this.model, dispatch) = (machine, model, model.Start);

    public long Cycles { get; private set; }
    /// <summary>Cycles in which the array multiplies.</summary>
    public long MatrixBusy { get; private set; }
    public double Utilization => (double)MatrixBusy / Cycles;

    /// <summary>Runs a program on a machine (the contents of whose memory do not matter) and lays it out in time.</summary>
    /// <exception cref="InvalidOperationException">The program does not halt.</exception>
    public static Timeline Of(TxuMachine machine, TxuProgram program, TimelineModel? model = null)
    {
        var timeline = new Timeline(machine, model ?? new());
        var outcome = GoldenEngine.Run(machine, program.Code, timeline);
        return outcome.Ending == Ending.Halted ? timeline : throw new InvalidOperationException(outcome.Message);
    }

    void IWriteSink.Write(int memory, long address, ReadOnlySpan<byte> data) { }
    void IWriteSink.End() { }

    void IWriteSink.Begin(in Retired instruction)
    {
        var (d, queue) = (instruction.Instruction, instruction.Queue);
        dispatch += model.Dispatch;
        if (queue == (int)Queue.CT) { Control(d.Instruction); return; }

        var waiting = taken[queue];
        if (waiting.Count == model.QueueDepth) dispatch = Math.Max(dispatch, waiting.Dequeue());
        var ready = dispatch;
        foreach (var s in d.Waits) ready = Math.Max(ready, tokens[s].Dequeue());
        var done = Run(d.Instruction, (Queue)queue, ready, out var head);
        waiting.Enqueue(head);
        complete[queue] = Math.Max(complete[queue], done);
        foreach (var s in d.Signals) tokens[s].Enqueue(complete[queue]);
        Cycles = Math.Max(Cycles, complete[queue]);
    }

    /// <returns>When the last write is visible; <paramref name="head"/>: when the instruction leaves the head of its queue.</returns>
    long Run(object instruction, Queue queue, long ready, out long head)
    {
        ref var engine = ref free[(int)queue];
        switch (instruction)
        {
            case Ld or St:
                head = Math.Max(ready, engine);
                engine = head + machine.Shapes[instruction is Ld ld ? ld.Shape.Index : ((St)instruction).Shape.Index].Count;
                return engine + model.Memory;
            case Vq vq:
                head = Math.Max(ready, engine);
                engine = head + machine.Shapes[vq.Shape.Index].E0;
                return engine + model.Vector;
            case Mm mm:
                var s = machine.Shapes[mm.Shape.Index];
                var chunk = Math.Max(s.E0, model.StationaryLoad);
                head = Math.Max(ready, matrixBegins);                  // the loader is one chunk ahead
                var begin = Math.Max(head + model.StationaryLoad, engine);
                engine = begin + (long)s.E1 * chunk;
                matrixBegins = engine - chunk;
                MatrixBusy += (long)s.E0 * s.E1;
                return engine + model.Matrix;
            default:
                return head = Math.Max(ready, complete[(int)queue]);
        }
    }

    void Control(object instruction)
    {
        switch (instruction)
        {
            case Setq set:
                dispatch = Math.Max(dispatch, complete.Max());
                tokens[set.Sem].Clear();
                for (var i = 0; i < set.Value; i++) tokens[set.Sem].Enqueue(dispatch);
                break;
            case Halt:
                Cycles = Math.Max(dispatch, complete.Max());
                break;
            case Fence fence:
                for (var q = 0; q < 4; q++)
                    if (((int)fence.Queues >> q & 1) != 0) dispatch = Math.Max(dispatch, complete[q]);
                break;
        }
    }
}
