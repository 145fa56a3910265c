using Hw.Txu.Control;

namespace Hw.Txu.Vector;

/// <summary>
/// Turns each instruction into its steps, one a cycle where they are taken. Most have a step or two for each row; SMX walks its rows twice, to find the maximum and then to
/// sum the weights. An instruction begins when what it reads has been written, and runs through without asking again: it never reads what it wrote.
/// </summary>
public sealed class VectorWalk : Module
{
    enum Phase { BEGIN, ROWS, EMIT, ALPHA, AGAIN, COMBINE }
    /// <summary>Steps that add up the partial sums, each when the sums it needs are there; the last adds the total to a row.</summary>
    const int FirstPair = SumBlock.Latency, SecondPair = FirstPair + 1, Both = SecondPair + SumBlock.Latency, Final = Both + SumBlock.Latency;
    static readonly Interval Distance = Interval.Int(23);

    public DataStream Command { get; } = Sink(() => new DataStream(VectorCommand.Fields.Word));
    public DataStream Steps { get; } = Source(() => new DataStream(VectorStep.Fields.Word));
    /// <summary>one more instruction may be under way</summary>
    public In Room { get; } = Input(Bit);
    /// <summary>writes to these memories are under way</summary>
    public In WritesSpad { get; } = Input(Bit);
    public In WritesAcc { get; } = Input(Bit);
    public In WritesState { get; } = Input(Bit);
    /// <summary>an instruction begins, and its completion</summary>
    public Out Begins { get; } = Output(Bit);
    public Out Completes { get; } = Output(UInt(Completion.Fields.Width));
    /// <summary>a step comes into being that writes</summary>
    public Out AddsSpad { get; } = Output(Bit);
    public Out AddsAcc { get; } = Output(Bit);
    public Out AddsState { get; } = Output(Bit);

    readonly StateReg<Phase> phase = State(Phase.BEGIN);
    readonly Reg row = Register(Extent, reset: 0), part = Register(UpTo(4), reset: 0), combined = Register(UpTo(Final), reset: 0);
    readonly Reg a = Register(SpadRow, reset: 0), b = Register(SpadRow, reset: 0), target = Register(SpadRow, reset: 0);
    /// <summary>the second row of a pair less the first</summary>
    readonly Reg farA = Register(SpadRow), farB = Register(SpadRow), farTarget = Register(SpadRow);
    /// <summary>key − query, and how many keys there are from this one on</summary>
    readonly Reg ahead = Register(Distance), keysLeft = Register(Distance);
    readonly Reg full = Register(Bit, reset: 0), step = Register(UInt(VectorStep.Fields.Width));

    protected override void Build()
    {
        var f = VectorCommand.Fields;
        var command = Command.Data;
        Signal Is(VectorKind kind) => f.Kind.Of(command) == (long)kind;
        Signal vq = Is(VectorKind.VQ), vdq = Is(VectorKind.VDQ), vbin = Is(VectorKind.VBIN), vact = Is(VectorKind.VACT), vglu = Is(VectorKind.VGLU), vred = Is(VectorKind.VRED),
            vnrm = Is(VectorKind.VNRM), vrope = Is(VectorKind.VROPE), smx = Is(VectorKind.SMX), smxf = Is(VectorKind.SMXF), unary = Is(VectorKind.UNARY), binary = Is(VectorKind.BINARY);
        Signal nop = f.Nop.Of(command), fn = f.Fn.Of(command), type = f.Type.Of(command), flag = f.Flag.Of(command), with = f.With.Of(command);
        var finds = (vred & (fn == (long)Reduction.MAX)).Named("finds");            // the maximum
        var sums = (vred & (fn != (long)Reduction.MAX)).Named("sums");
        var two = Any(vbin, vglu, vnrm, binary).Named("two_rows");

        // Where the instruction is
        var begin = phase.Is(Phase.BEGIN);
        var leads = Any(vnrm, smxf, smx, vrope, finds).Named("leads");
        var lead = (begin & leads & !nop).Named("lead");
        var again = phase.Is(Phase.AGAIN);
        var once = (phase.Is(Phase.ROWS) | begin & !leads & !nop).Named("once");
        var rows = (once | again).Named("rows");
        var lastPart = (part == Mux(vrope, 4, two)).Named("last_part");
        var lastRow = (row + 1 == f.Rows.Of(command)).Named("last_row");
        var rowsEnd = (rows & lastPart & lastRow).Named("rows_end");
        var emit = phase.Is(Phase.EMIT);
        var alpha = phase.Is(Phase.ALPHA);
        var combine = phase.Is(Phase.COMBINE);
        var final = (combine & (combined == Final)).Named("totals");
        var ends = Any(begin & nop, rowsEnd & !smx & !vred, emit & vred, final).Named("ends");

        // What it reads
        var fromA = Mux(vq & (type == (long)VqType.INT8), (long)Operand.SUM, Mux(vq | smx | smxf, (long)Operand.ACC, Mux(vdq, Choose(type, Operand.INT8, Operand.BF16, Operand.E4M3, Operand.INT32), f.From.Of(command) + (long)Operand.BF16))).Named("from_a");
        var fromB = Mux(vnrm | !vrope & (with == (long)Other.SCALAR), (long)Operand.SCALAR, with + (long)Operand.BF16).Named("from_b");
        var readsB = two | vrope;
        Signal Reads(Operand first, Operand second) => (fromA == (long)first) | (fromA == (long)second) | readsB & ((fromB == (long)first) | (fromB == (long)second));
        var readsAcc = (Reads(Operand.ACC, Operand.INT32) | (fromA == (long)Operand.SUM)).Named("reads_acc");
        var readsState = (Reads(Operand.STATE, Operand.STATE) | vnrm | smxf | (smx | vred) & !flag).Named("reads_state");
        var readsSpad = (Reads(Operand.BF16, Operand.E4M3) | (fromA == (long)Operand.INT8) | readsB & (fromB == (long)Operand.SCALAR)).Named("reads_spad");
        var written = !(readsAcc & WritesAcc) & !(readsState & WritesState) & !(readsSpad & WritesSpad);
        var steps = (Command.Valid & (!full | Steps.Ready) & (!begin | Room & (nop | written))).Named("steps");
        Command.Ready.Drive(steps & ends);
        Begins.Drive(steps & begin);
        Completes.Drive(Completion.Of(f, command, error: 0));

        // The walk
        When(steps, () =>
        {
            When(ends, () => phase.Next = Phase.BEGIN)
                .ElseWhen(rowsEnd, () => When(again | sums, () => phase.Next = Phase.COMBINE).Otherwise(() => phase.Next = Phase.EMIT))
                .ElseWhen(emit, () => phase.Next = Phase.ALPHA)
                .ElseWhen(alpha, () => phase.Next = Phase.AGAIN)
                .ElseWhen(begin, () => phase.Next = Phase.ROWS);
        });
        When(steps & rows, () => part.Next = Mux(lastPart, 0, part + 1).Fits(UpTo(4), "the last part is at most 4"));
        When(steps & rowsEnd, () => { row.Next = 0; a.Next = 0; b.Next = 0; target.Next = 0; })
            .ElseWhen(steps & rows & lastPart, () =>
            {
                row.Next = (row + 1).Wrap(Extent);
                a.Next = (a + f.AStride.Of(command)).Wrap(SpadRow);
                b.Next = (b + f.BStride.Of(command)).Wrap(SpadRow);
                target.Next = (target + f.TargetStride.Of(command)).Wrap(SpadRow);
            });
        When(steps & combine, () => combined.Next = Mux(final, 0, combined + 1).Fits(UpTo(Final), "the last one is the final one"));
        farA.Next = (f.Rows.Of(command) * f.AStride.Of(command)).Wrap(SpadRow);
        farB.Next = (f.Rows.Of(command) * f.BStride.Of(command)).Wrap(SpadRow);
        farTarget.Next = (f.Rows.Of(command) * f.TargetStride.Of(command)).Wrap(SpadRow);

        // Which lanes see the key: t, at position query + t, where 0 ≤ t − ahead < window
        When(!rows, () =>
        {
            ahead.Next = f.Key.Of(command) - f.Query.Of(command);
            keysLeft.Next = f.Keys.Of(command) - f.Key.Of(command);
        }).ElseWhen(steps, () =>
        {
            ahead.Next = (ahead + 1).Wrap(Distance);
            keysLeft.Next = (keysLeft - 1).Wrap(Distance);
        });
        var every = Interval.UInt(6).Max;
        Signal window = f.Window.Of(command), behind = ahead + window;
        var from = Mux(f.Causal.Of(command), ahead.Saturate(Interval.UInt(6)), 0).Named("from");
        var until = Mux(window == 0, (long)every, behind.Saturate(Interval.UInt(6))).Named("past");
        var sees = (keysLeft > 0) & (!f.Same.Of(command) | (from == 0) & (until != 0));

        // The step
        var p = Enumerable.Range(0, 5).Select(i => (vrope & rows & (part == i)).Named($"pair_{i}")).ToArray();
        var isB = (two & rows & (part == 0)).Named("is_b");
        var isA = (rows & !vrope & !isB).Named("is_a");
        var score = (smx & rows).Named("score");
        var weight = (smx & again).Named("weight");
        var state = (lead & !vrope | final).Named("state");
        var fresh = flag & (smx | vred);
        var operand = Mux(isA | p[0] | p[3], fromA, Mux(isB | p[1] | p[2], fromB, Mux(state, Mux(fresh, Mux(final, (long)Operand.ZERO, (long)Operand.NOTHING), (long)Operand.STATE), (long)Operand.ZERO))).Named("operand");
        Signal scalar = (fromB == (long)Operand.SCALAR), readB = isB | p[1] | p[2];
        var place = Mux(readB, f.B.Of(command) + Mux(scalar, row >> 4, b) + Mux(p[2], farB, 0), f.A.Of(command) + a + Mux(p[3], farA, 0));
        var stateRow = (f.State.Of(command) + Mux(smx & final, Smx.Sum, Mux(alpha, Smx.Alpha, 0))).Wrap(StateRow);
        var scaled = Any(vq & (type != (long)VqType.INT8) & flag, vdq & flag, vact & flag, score);
        var op = (vbin & isA).Named("binary");
        Signal Op(BinaryOp which) => fn == (long)which;
        var adds = op & (Op(BinaryOp.ADD) | Op(BinaryOp.SUB));
        var writesRow = (isA & !vred & !smx | p[3] | p[4]).Named("writes_row");
        var format = Mux(smx | vq, type, Mux(f.To.Of(command) == (long)Target.BF16, (long)SmxType.BF16, Mux(f.To.Of(command) == (long)Target.E4M3, (long)SmxType.E4M3, 0))).Named("format");
        var bytesOrPair = Mux(type == (long)SmxType.BF16, (long)Goal.PAIR, (long)Goal.BYTES);
        var goalOfRow = Mux(smx | vq, bytesOrPair, Mux(vdq, (long)Goal.ACC, Choose(f.To.Of(command), Goal.PAIR, Goal.BYTES, Goal.ACC, Goal.STATE)));
        var goal = Mux(writesRow | weight, goalOfRow, Mux(emit | alpha | final, (long)Goal.STATE, (long)Goal.NONE)).Named("goal");

        var (m, s, d, u, l, t, e) = (MultiplyControl.Fields, SelectControl.Fields, AddControl.Fields, FunctionControl.Fields, LastControl.Fields, SumControl.Fields, ElementwiseControl.Fields);
        var v = VectorStep.Fields;
        Signal Fn(Activation which) => vact & isA & (fn == (long)which);
        var applied = Any(alpha, weight, smxf & lead, vglu & isA, vact & isA & (fn != (long)Activation.COPY)).Named("applied");
        var made = v.Pack(
            (v.Operand, operand),
            (v.Row, Mux(state, stateRow, place.Wrap(SpadRow))),
            (v.Element, row[3, 0]),
            (v.First, m.Pack(
                (m.Factor, First((scaled, Factor.SCALE), (vred & isA & (fn == (long)Reduction.SUMSQ), Factor.SELF), (Any(vnrm & isA, op & Op(BinaryOp.MUL), p[1], p[2]), Factor.HELD0), (p[4], Factor.HELD1), (p[3], Factor.HELD2))),
                (m.Replays, p[4]),
                (m.Hold, Mux(Any(vnrm & lead, vbin & isB & Op(BinaryOp.MUL), p[0], p[3]), 1, Mux(p[1], 2, Mux(p[2], 3, 0)))))),
            (v.Select, s.Pack(
                (s.Masks, score),
                (s.From, Mux(sees, Mux(f.Same.Of(command), 0, from), (long)every)),
                (s.Until, Mux(f.Same.Of(command), (long)every, until)),
                (s.Maximum, First((lead & (smx | vred), MaximumOp.LOAD), (score & !again | finds & rows, MaximumOp.TAKE))),
                (s.Emits, emit | alpha),
                (s.Negates, Any(alpha, vbin & isB & Op(BinaryOp.SUB), p[3])))),
            (v.Addition, d.Pack(
                (d.Op, First((Any(adds, vact & flag & isA, p[3], p[4], alpha, weight), AddOp.ADD), (op & Op(BinaryOp.MAX), AddOp.MAX), (op & Op(BinaryOp.MIN), AddOp.MIN))),
                (d.Addend, First((vact, Addend.BIAS), (p[4], Addend.HELD1))),
                (d.Hold, Mux(Any(vbin & isB, p[1], smx & lead, alpha), 1, Mux(p[2], 2, 0))),
                (d.Requantizes, vq & (type == (long)VqType.INT8)),
                (d.Applies, applied))),
            (v.Function, u.Pack(
                (u.Fn, First((Fn(Activation.EXP2) | alpha | weight, Activation.EXP2), (Fn(Activation.RCP) | smxf & lead, Activation.RCP), (Fn(Activation.RSQRT), Activation.RSQRT),
                    (Fn(Activation.SIGMOID), Activation.SIGMOID), (Fn(Activation.SILU) | vglu & isA, Activation.SILU))),
                (u.Unseen, First((alpha, Unseen.ONE), (weight, Unseen.ZERO))))),
            (v.Elementwise, e.Pack((e.Number, Mux((unary | binary) & isA, fn[Elementwise.NumberBits - 1, 0], 0)), (e.Hold, binary & isB))),
            (v.Last, l.Pack(
                (l.Factor, First((Any(vglu & isA, vnrm & isA, smx & final), LastFactor.KEPT), (smxf & isA, LastFactor.FINISH), (weight & (type == (long)SmxType.E4M3), LastFactor.WEIGHT))),
                (l.Keeps, Any(vglu & isB, vnrm & isB, smxf & lead, alpha)),
                (l.Applied, applied))),
            (v.Format, Mux(writesRow & !vdq & !(vq & (type == (long)VqType.INT8)) | weight, format, 0)),
            (v.Sum, t.Pack(
                (t.Left, First((combine & ((combined == FirstPair) | (combined == Both)), SumLeft.PARTIAL0), (combine & (combined == SecondPair), SumLeft.PARTIAL2))),
                (t.Right, Mux(rows, row[1, 0], Mux(combined == FirstPair, 1, Mux(combined == SecondPair, 3, Mux(combined == Both, 2, 0))))),
                (t.Takes, Any(sums & isA, weight, combine & Any(combined == FirstPair, combined == SecondPair, combined == Both))),
                (t.Into, Mux(rows, row[1, 0], Mux(combined == SecondPair, 2, 0))),
                (t.Clears, (sums & isA | weight) & (row == 0)),
                (t.Emits, final))),
            (v.Goal, goal),
            (v.Target, Mux(goal == (long)Goal.STATE & !writesRow, stateRow, (f.Target.Of(command) + target + Mux(p[4], farTarget, 0)).Wrap(SpadRow))),
            (v.Ends, ends),
            (v.Scale, f.Scale.Of(command)), (v.Bias, f.Bias.Of(command)), (v.Multiplier, f.Multiplier.Of(command)), (v.Shift, f.Shift.Of(command)));

        When(steps, () => { full.Next = 1; step.Next = made; }).ElseWhen(Steps.Ready, () => full.Next = 0);
        Steps.Valid.Drive(full);
        Steps.Data.Drive(step);
        AddsSpad.Drive(steps & ((goal == (long)Goal.BYTES) | (goal == (long)Goal.PAIR)));
        AddsAcc.Drive(steps & (goal == (long)Goal.ACC));
        AddsState.Drive(steps & (goal == (long)Goal.STATE));
        Unused(Concat(f.Wait0.Of(command), f.Wait1.Of(command)), "the queue has taken the waits");
    }

    /// <summary>The member whose condition holds; at most one does.</summary>
    static Signal First<E>(params (Signal When, E Then)[] choices) where E : struct, Enum =>
        choices.Reverse().Aggregate((Signal)0, (rest, c) => Mux(c.When, Convert.ToInt64(c.Then), rest));

    static Signal Choose<E>(Signal index, params E[] members) where E : struct, Enum =>
        Mux(index[1], Mux(index[0], Convert.ToInt64(members[3]), Convert.ToInt64(members[2])), Mux(index[0], Convert.ToInt64(members[1]), Convert.ToInt64(members[0])));
}
