namespace Hw.Kernels;

/// <summary>What the queue model assumes, in cycles. The defaults are the machine with a 200-cycle memory.</summary>
/// <param name="Instruction">Dispatch of an instruction to its queue; the chip takes 9 … 11, by its operands.</param>
/// <param name="Control">Of an instruction that sets a register.</param>
/// <param name="Matrix">From a row's issue to its sum in ACC.</param>
/// <param name="Vector">What a vector instruction takes beyond its rows; the vector unit does not overlap instructions.</param>
/// <param name="Softmax">The same of SMX, which passes over its rows twice.</param>
public sealed record TimelineModel(int Instruction = 10, int Control = 2, int QueueDepth = 8, int Memory = 220, int Matrix = 18, int Vector = 30, int Softmax = 60, int StationaryLoad = 33, int Start = 220);

/// <summary>What an instruction waited for last before it began: dispatch, its own unit, or a semaphore that a queue signals.</summary>
public enum Cause { LD, ST, MM, VX, Dispatch, Unit }

/// <summary>One instruction in time. From Start to End its unit is its own; at Done its last write is visible.</summary>
/// <param name="Order">Its dynamic number among all instructions, of which the slices are those with a queue.</param>
/// <param name="By">The slice it waited for last, as an index into the slices; −1: none, the program's beginning.</param>
public sealed record Slice(long Order, int Pc, Queue Queue, string Text, string Label, long Dispatched, long Start, long End, long Done, Cause Cause, int By);

/// <summary>
/// An estimate of a program's run: dispatch in order, four queues, semaphores, latencies; no bank conflicts, no stalls of the memory. It says where a schedule loses cycles
/// before there is hardware to ask; it promises nothing about the hardware. No data is touched.
/// </summary>
public sealed class Timeline
{
    const int Queues = 4;
    readonly TimelineModel model;
    readonly Dispatch walk;
    readonly Queue<(long At, int By)>[] tokens = [.. Enumerable.Range(0, TxuIsa.Definition.Shape.Semaphores.Count).Select(_ => new Queue<(long, int)>())];
    readonly Queue<(long At, int By)>[] waiting = [.. Enumerable.Range(0, Queues).Select(_ => new Queue<(long, int)>())];
    /// <summary>By queue: when its unit is free and its head moves on; when all so far is done; its latest slice.</summary>
    readonly long[] free = new long[Queues], head = new long[Queues], complete = new long[Queues];
    readonly int[] latest = [-1, -1, -1, -1];
    readonly List<Slice> slices = [];
    (long At, int By) dispatch;

    Timeline(TxuProgram program, TimelineModel model) => (this.model, walk, dispatch) = (model, new(program.Code), (model.Start, -1));

    public long Cycles { get; private set; }
    /// <summary>Cycles in which the array multiplies.</summary>
    public long MatrixBusy { get; private set; }
    public double Utilization => (double)MatrixBusy / Cycles;
    /// <summary>All instructions of the four queues, in program order.</summary>
    public IReadOnlyList<Slice> Slices => slices;

    /// <summary>Lays a program out in time.</summary>
    /// <exception cref="InvalidOperationException">The program traps, or waits for what nothing earlier signals.</exception>
    public static Timeline Of(TxuProgram program, TimelineModel? model = null)
    {
        var timeline = new Timeline(program, model ?? new());
        foreach (var d in timeline.walk.Run()) timeline.Next(d, program.Label(d.Pc));
        return timeline;
    }

    void Next(Dispatched d, string label)
    {
        dispatch.At += d.Queue == Queue.CT ? model.Control : model.Instruction;
        if (d.Queue == Queue.CT) { Control(d.Instruction.Instruction); return; }
        var (q, at) = ((int)d.Queue, slices.Count);
        if (waiting[q].Count == model.QueueDepth && waiting[q].Dequeue() is var slot && slot.At > dispatch.At) dispatch = slot;
        var (ready, cause, by) = (dispatch.At, Cause.Dispatch, dispatch.By);
        foreach (var s in d.Instruction.Waits)
        {
            if (!tokens[s].TryDequeue(out var token)) throw new InvalidOperationException($"pc {d.Pc} waits for semaphore {s}, which nothing earlier in program order signals");
            if (token.At > ready) (ready, cause, by) = (token.At, (Cause)slices[token.By].Queue, token.By);
        }
        var (start, end, done) = Occupy(d.Instruction.Instruction, q, ready);
        if (start > ready + Lead(d.Instruction.Instruction) && latest[q] >= 0) (cause, by) = (Cause.Unit, latest[q]);
        complete[q] = Math.Max(complete[q], done);
        slices.Add(new(d.Order, d.Pc, d.Queue, d.Instruction.Info.Mnemonic, label, dispatch.At, start, end, complete[q], cause, by));
        latest[q] = at;
        waiting[q].Enqueue((head[q], at));
        foreach (var s in d.Instruction.Signals) tokens[s].Enqueue((complete[q], at));
        Cycles = Math.Max(Cycles, complete[q]);
    }

    /// <summary>The stationary operand has to be there before a product begins.</summary>
    int Lead(IInstruction instruction) => instruction is Mm ? model.StationaryLoad : 0;

    (long Start, long End, long Done) Occupy(IInstruction instruction, int q, long ready)
    {
        switch (instruction)
        {
            case Ld or St or Ldt or Stt:
                var start = head[q] = Math.Max(ready, free[q]);
                free[q] = start + Units(instruction);
                return (start, free[q], free[q] + model.Memory);
            case Nop:
                head[q] = Math.Max(ready, head[q]);
                return (head[q], head[q], head[q]);
            case Mm mm:
                var s = walk.Of(mm.Shape);
                var chunk = Math.Max(s.E0, model.StationaryLoad);
                var begin = Math.Max(Math.Max(ready, head[q]) + model.StationaryLoad, free[q]);
                free[q] = begin + (long)s.E1 * chunk;
                head[q] = free[q] - chunk;                     // the loader is one chunk ahead
                MatrixBusy += (long)s.E0 * s.E1;
                return (begin, free[q], free[q] + model.Matrix);
            default:
                var from = head[q] = Math.Max(ready, free[q]);
                free[q] = from + VectorCycles(instruction);
                return (from, free[q], free[q]);
        }
    }

    /// <summary>32-byte units that a transfer moves.</summary>
    long Units(IInstruction instruction) => instruction switch
    {
        Ld i => walk.Of(i.Shape).Count,
        St i => walk.Of(i.Shape).Count,
        Ldt i => walk.Of(i.Shape).Count * (i.Size == ElementSize.B8 ? 1 : 2),
        Stt i => walk.Of(i.Shape).Count * (i.Size == ElementSize.B8 ? 1 : 2),
        _ => 0,
    };

    /// <summary>A row a cycle; two where an operand more has to be read.</summary>
    long VectorCycles(IInstruction instruction) => instruction switch
    {
        Smx i => 2L * walk.Of(i.Shape).E0 + model.Softmax,
        Vbin { With: not Other.SCALAR } i => 2L * walk.Of(i.Shape).E0 + model.Vector,
        IElementwise { Second.With: not Other.SCALAR } i => 2L * walk.Of(i.Shape).E0 + model.Vector,
        Vglu { With: not Other.SCALAR } i => 2L * walk.Of(i.Shape).E0 + model.Vector,
        Vrope i => 4L * walk.Of(i.Shape).E0 + model.Vector,
        Vbin i => walk.Of(i.Shape).E0 + model.Vector,
        IElementwise i => walk.Of(i.Shape).E0 + model.Vector,
        Vglu i => walk.Of(i.Shape).E0 + model.Vector,
        Vact i => walk.Of(i.Shape).E0 + model.Vector,
        Vnrm i => walk.Of(i.Shape).E0 + model.Vector,
        Vred i => walk.Of(i.Shape).E0 + model.Vector,
        Vq i => walk.Of(i.Shape).E0 + model.Vector,
        Vdq i => walk.Of(i.Shape).E0 + model.Vector,
        Smxf i => walk.Of(i.Shape).E0 + model.Vector,
        _ => throw new InvalidOperationException($"the model knows no time for {instruction.GetType().Name.ToUpperInvariant()}: say here how many cycles a row takes"),
    };

    void Control(IInstruction instruction)
    {
        var last = complete.Max();
        switch (instruction)
        {
            case Setq set:
                Stall(last);
                tokens[set.Sem].Clear();
                for (var i = 0; i < set.Value; i++) tokens[set.Sem].Enqueue((0, -1));
                break;
            case Halt:
                Cycles = Math.Max(dispatch.At, last);
                break;
            case Fence fence:
                for (var q = 0; q < Queues; q++)
                    if (((int)fence.Queues >> q & 1) != 0) Stall(complete[q]);
                break;
        }

        void Stall(long until)
        {
            if (until > dispatch.At) dispatch = (until, Array.FindIndex(complete, c => c == until) is var q && q >= 0 ? latest[q] : -1);
        }
    }
}
