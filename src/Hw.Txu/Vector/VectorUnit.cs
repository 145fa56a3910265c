using Hw.Txu.Control;
using Hw.Txu.Memory;

namespace Hw.Txu.Vector;

/// <summary>
/// The vector unit: a walk makes steps of each instruction; a step reads a row, waiting until its bank is free; from then on nothing waits. The row arrives in the next
/// cycle and passes through the lanes with its control beside it, <see cref="Latency"/> cycles from read to write.
/// </summary>
/// <param name="claimAhead">Cycles from the announcement of an accumulator write to the write.</param>
public sealed class VectorUnit(int lanes, int claimAhead) : Module
{
    public override string VerilogName => $"vector_unit_{lanes}";

    /// <summary>Cycles from a row's request to its write.</summary>
    public const int Latency = 1 + VectorLanes.Latency;
    const int UnderWay = 8;

    public DataStream Push { get; } = Sink(() => new DataStream(VectorCommand.Fields.Word));
    public SemaphorePort Wait { get; } = Source(() => new SemaphorePort());
    public SemaphorePort Give { get; } = Source(() => new SemaphorePort());
    public RowRead Acc { get; } = Source(() => new RowRead(AccRow, Row(lanes, Word)));
    public SpadRead Spad { get; } = Source(() => new SpadRead());
    public RowRead State { get; } = Source(() => new RowRead(StateRow, Row(lanes, Word)));
    public SpadWrite Write { get; } = Source(() => new SpadWrite());
    public RowWrite AccWrite { get; } = Source(() => new RowWrite(AccRow, Row(lanes, Word)));
    public RowWrite StateWrite { get; } = Source(() => new RowWrite(StateRow, Row(lanes, Word)));
    public BankClaim Claim { get; } = Source(() => new BankClaim());
    public UnitActivity Activity { get; } = Source(() => new UnitActivity());
    /// <summary>the instruction that a written row belongs to</summary>
    public Out WriteOrder { get; } = Output(Order);
    public Out Retire { get; } = Output(Bit);
    public Out RetireOrder { get; } = Output(Order);

    readonly CommandQueue queue = Instance(() => new CommandQueue("vector", VectorCommand.Fields, depth: 8));
    readonly VectorWalk walk = Instance(() => new VectorWalk());
    readonly VectorLanes row = Instance(() => new VectorLanes(lanes), name: "lanes");
    readonly Fifo completions = Instance(() => new Fifo(Completion.Fields.Word, UnderWay));
    readonly Finisher finisher = Instance(() => new Finisher("vector", depth: UnderWay));
    readonly InFlight inFlight = Instance(() => new InFlight(limit: UnderWay));
    readonly PendingWrites spadWrites = Instance(() => new PendingWrites(Latency + 1)), accWrites = Instance(() => new PendingWrites(Latency + 1)), stateWrites = Instance(() => new PendingWrites(Latency + 1));

    protected override void Build()
    {
        if (claimAhead is < 1 or > Latency) throw new BitsException($"an accumulator write is announced 1 … {Latency} cycles ahead, not {claimAhead}: a row takes {Latency} cycles from its request to its write");
        var f = VectorStep.Fields;
        Bundle.Connect(Push, queue.Push);
        Bundle.Connect(queue.Wait, Wait);
        Bundle.Connect(queue.Pop, walk.Command);
        Bundle.Connect(finisher.Give, Give);

        // A row is requested, and arrives
        var step = walk.Steps.Data;
        Signal operand = f.Operand.Of(step);
        Signal Is(params Operand[] kinds) => Any([.. kinds.Select(k => operand == (long)k)]);
        Signal fromAcc = Is(Operand.ACC, Operand.INT32, Operand.SUM), fromState = Is(Operand.STATE), wide = Is(Operand.BF16), fromSpad = wide | Is(Operand.E4M3, Operand.INT8, Operand.SCALAR);
        Acc.Valid.Drive(walk.Steps.Valid & fromAcc);
        Acc.Row.Drive(f.Row.Of(step)[9, 0]);
        State.Valid.Drive(walk.Steps.Valid & fromState);
        State.Row.Drive(f.Row.Of(step)[4, 0]);
        Spad.Valid.Drive(walk.Steps.Valid & fromSpad);
        Spad.Wide.Drive(wide);
        Spad.Row.Drive(f.Row.Of(step));
        var read = (Acc.Grant & fromAcc | State.Grant & fromState | Spad.Grant & fromSpad | !fromAcc & !fromState & !fromSpad).Named("read");
        var launches = (walk.Steps.Valid & read).Named("launches");
        walk.Steps.Ready.Drive(read);
        var control = Delay(Mux(launches, step, 0), 1, "control", reset: 0);

        // What belongs to a row, when the row is there
        Signal At(int stage, Field field, string name) => Delay(field.Of(control), stage, name);
        var kind = f.Operand.Of(control);
        var scalar = Signal.Element(Spad.Data[255, 0], f.Element.Of(control), UInt16);
        Signal first = At(VectorLanes.First, f.First, "first"), scale = At(VectorLanes.First, f.Scale, "scale"), multiplier = At(VectorLanes.First, f.Multiplier, "multiplier"), shift = At(VectorLanes.First, f.Shift, "shift");
        Signal select = At(VectorLanes.Select, f.Select, "select"), add = At(VectorLanes.Add, f.Addition, "add"), bias = At(VectorLanes.Add, f.Bias, "bias");
        Signal function = At(VectorLanes.Function, f.Function, "function"), elementwise = At(VectorLanes.Function, f.Elementwise, "elementwise"), last = At(VectorLanes.Last, f.Last, "last"), format = At(VectorLanes.Convert, f.Format, "format"), sum = At(VectorLanes.Sums, f.Sum, "sum");
        row.Kind.Drive(kind);
        row.Acc.Drive(Acc.Data);
        row.State.Drive(State.Data);
        row.Halves.Drive(Spad.Data[16 * lanes - 1, 0]);
        row.Octets.Drive(Spad.Data[8 * lanes - 1, 0]);
        row.Scalar.Drive(scalar);
        row.FirstControl.Drive(first);
        row.Scale.Drive(scale);
        row.Multiplier.Drive(multiplier);
        row.Shift.Drive(shift);
        row.SelectControl.Drive(select);
        row.AddControl.Drive(add);
        row.Bias.Drive(bias);
        row.FunctionControl.Drive(function);
        row.ElementwiseControl.Drive(elementwise);
        row.LastControl.Drive(last);
        row.Format.Drive(format);
        row.SumControl.Drive(sum);

        // The row is written
        var goal = Delay(f.Goal.Of(control), VectorLanes.Latency, "goal", reset: 0);
        var target = At(VectorLanes.Latency, f.Target, "target");
        var ends = Delay(f.Ends.Of(control), VectorLanes.Latency, "ends", reset: 0);
        Signal bytes = goal == (long)Goal.BYTES, pair = goal == (long)Goal.PAIR, acc = goal == (long)Goal.ACC, state = goal == (long)Goal.STATE;
        Write.Valid.Drive(bytes | pair);
        Write.Wide.Drive(pair);
        Write.Row.Drive(target);
        Write.Data.Drive(Mux(pair, row.ResultHalves, row.ResultOctets));
        AccWrite.Valid.Drive(acc);
        AccWrite.Row.Drive(target[9, 0]);
        AccWrite.Data.Drive(row.Result);
        StateWrite.Valid.Drive(state);
        StateWrite.Row.Drive(target[4, 0]);
        StateWrite.Data.Drive(row.Result);

        // Announced from the request on, the first stage being the request itself
        Signal Announced(Signal now, string name, int? reset) => claimAhead == Latency ? now : Delay(now, Latency - claimAhead, name, reset);
        Claim.Valid.Drive(Announced(launches & (f.Goal.Of(step) == (long)Goal.ACC), "claims", 0));
        Claim.Bank.Drive(Announced(f.Target.Of(step)[9, 8], "claimed_bank", null));

        // An instruction begins, ends, retires
        completions.Push.Valid.Drive(walk.Begins);
        completions.Push.Data.Drive(walk.Completes);
        completions.Pop.Ready.Drive(ends);
        finisher.Done.Valid.Drive(ends);
        finisher.Done.Data.Drive(completions.Pop.Data);
        inFlight.Enters.Drive(walk.Begins);
        inFlight.Leaves.Drive(finisher.Retire);
        walk.Room.Drive(inFlight.Room);
        WriteOrder.Drive(Completion.Fields.Order.Of(completions.Pop.Data));
        Retire.Drive(finisher.Retire);
        RetireOrder.Drive(finisher.Order);
        foreach (var (writes, adds, leaves, waits) in new[] { (spadWrites, walk.AddsSpad, bytes | pair, walk.WritesSpad), (accWrites, walk.AddsAcc, acc, walk.WritesAcc), (stateWrites, walk.AddsState, state, walk.WritesState) })
        {
            writes.Adds.Drive(adds);
            writes.Leaves.Drive(leaves);
            waits.Drive(writes.Some);
        }

        Activity.Busy.Drive(queue.Pop.Valid | completions.Pop.Valid);
        Activity.Waits.Drive(queue.Wait.Valid);
        Activity.Blocked.Drive(walk.Steps.Valid & !read);
        Activity.Begins.Drive(walk.Begins);
        Activity.Order.Drive(VectorCommand.Fields.Order.Of(queue.Pop.Data));
        Unused(Concat(Write.Grant, AccWrite.Grant, StateWrite.Grant, finisher.Done.Ready, completions.Push.Ready), "the vector unit's writes have priority in every bank or are announced, and room was kept in the finisher");
        Unused(f.Row.Of(control), "the row has been requested");
        if (lanes < Slots) Unused(Spad.Data[Pair.Width - 1, Math.Max(16 * lanes, Beat.Width)], "slots beyond the lanes of this configuration");
        Unused(finisher.Error, "the vector unit has no memory responses");
    }
}
