namespace Hw.Txu.Control;

/// <summary>
/// Runs the program in order: decodes, resolves operands, checks, and dispatches to the four queues, while the next instruction is fetched; executes the
/// control instructions itself. Traps found here are precise: older instructions drain, none after begins. A memory error is
/// reported for the oldest instruction that met one, once the machine is quiet.
/// </summary>
public sealed class Sequencer : Module
{
    enum Step { Idle, Clear, Fetch, Decode, Measure, Operands, Dispatch, Control, Drain }
    static readonly IsaDefinition Isa = TxuIsa.Definition;
    /// <summary>The four that instructions are dispatched to.</summary>
    static readonly Queue[] Queues = [Queue.LD, Queue.ST, Queue.MM, Queue.VX];
    /// <summary>Where the address registers lie in a word, by operand.</summary>
    static readonly (int Hi, int Lo)[] Registers = [(48, 44), (53, 49), (58, 54), (76, 72)];
    /// <summary>Cycles from taking a word to what it needs: how often it loops, the verdict on its first operand.</summary>
    const int Measured = 1 + LoopUnit.MeasureLatency, Resolved = AddressFile.Latency + OperandCheck.AddressLatency;

    public In Doorbell { get; } = Input(Bit);
    public In Length { get; } = Input(UInt(32));
    /// <summary>cycles without progress after which the machine is called deadlocked; 0 never</summary>
    public In Watchdog { get; } = Input(UInt(32));
    /// <summary>a beat or a row moved somewhere</summary>
    public In Progress { get; } = Input(Bit);
    public Out Running { get; } = Output(Bit);
    public Out Finished { get; } = Output(Bit);
    public Out Cause { get; } = Output(UInt(4));
    public Out Epc { get; } = Output(UInt(32));
    public Out Code { get; } = Output(UInt(16));
    /// <summary>an instruction is executed, or dispatched to be</summary>
    public Out Executes { get; } = Output(Bit);
    /// <summary>rows of the vector instruction that is dispatched, or 0</summary>
    public Out VectorRows { get; } = Output(UInt(14));

    public Out FetchRestart { get; } = Output(Bit);
    public In FetchQuiet { get; } = Input(Bit);
    public Out FetchWant { get; } = Output(Bit);
    public Out FetchPc { get; } = Output(UInt(32));
    public In FetchValid { get; } = Input(Bit);
    public In FetchWord { get; } = Input(UInt(128));
    public In FetchError { get; } = Input(Bit);

    public QueuePort Load { get; } = Source(() => new QueuePort(TransferCommand.Fields));
    public QueuePort Store { get; } = Source(() => new QueuePort(TransferCommand.Fields));
    public QueuePort Matrix { get; } = Source(() => new QueuePort(MatrixCommand.Fields));
    public QueuePort Vector { get; } = Source(() => new QueuePort(VectorCommand.Fields));

    public SemaphorePort Wait { get; } = Source(() => new SemaphorePort());
    public SemaphorePort Give { get; } = Source(() => new SemaphorePort());
    public Out SetSemaphore { get; } = Output(Bit);
    public Out SetIndex { get; } = Output(UInt(5));
    public Out SetValue { get; } = Output(UInt(6));

    /// <summary>an instruction goes to its queue</summary>
    public Out Dispatches { get; } = Output(Bit);
    /// <summary>a control instruction retires</summary>
    public Out Retire { get; } = Output(Bit);
    /// <summary>of the instruction at hand, which is dispatched or retires</summary>
    public Out RetireOrder { get; } = Output(Geometry.Order);

    readonly Prefetch prefetch = Instance(() => new Prefetch());
    readonly Decoder decoder = Instance(() => new Decoder(Isa));
    readonly AddressFile addresses = Instance(() => new AddressFile());
    readonly LoopUnit loops = Instance(() => new LoopUnit());
    readonly OperandCheck check = Instance(() => new OperandCheck());
    readonly Dispatcher dispatcher = Instance(() => new Dispatcher());
    readonly ControlPhases phases = Instance(() => new ControlPhases());
    readonly Oldest oldest = Instance(() => new Oldest());
    readonly Pending[] pending = [.. new[] { "load", "store", "matrix", "vector" }.Select(n => Instance(() => new Pending(), $"pending_{n}"))];
    readonly Hw.Hdl.Memory shapes = Memory(ShapeRegisters, ShapeFields.Fields.Word), constants = Memory(ConstantRegisters, ConstantFields.Fields.Word);

    readonly StateReg<Step> step = State(Step.Idle);
    readonly Reg pc = Register(UInt(32), reset: 0), order = Register(Geometry.Order, reset: 0), word = Register(UInt(128));
    /// <summary>cycles since the word was taken; while clearing, the register to clear</summary>
    readonly Reg counter = Register(UInt(5), reset: 0);
    readonly Reg[] address = [.. Enumerable.Range(0, Dispatcher.Operands).Select(i => Register(Geometry.Address, name: $"address_{i}"))];
    readonly Reg causeTaken = Register(UInt(4), reset: 0), epcTaken = Register(UInt(32), reset: 0), codeTaken = Register(UInt(16), reset: 0);
    readonly Reg failed = Register(Bit, reset: 0), failedCause = Register(UInt(4)), failedPc = Register(UInt(32)), failedOrder = Register(Geometry.Order);
    readonly Reg silence = Register(UInt(32), reset: 0);

    Signal Is<T>() where T : IInstruction => decoder.Is[typeof(T)];

    protected override void Build()
    {
        QueuePort[] queues = [Load, Store, Matrix, Vector];
        decoder.Word.Drive(word);

        // What is at hand
        var nopQueue = decoder[nameof(Nop.Queue)].Value.Named("nop_queue");
        var own = Queues.Select(q => Any([.. Isa.Instructions.Where(i => i.Queue == (int)q).Select(i => decoder.Is[i.Type].Value)])).ToArray();
        var to = Queues.Select((q, i) => (own[i] | (Is<Nop>() & (nopQueue == (long)q))).Named($"to_{q}".ToLowerInvariant())).ToArray();
        var withOperands = Any(own);
        Signal Names(int register) => Any([0, .. Isa.Instructions.Where(i => i.Operands.Any(f => f.Type == typeof(AddressRegister) && (f.Bits.Hi, f.Bits.Lo) == Registers[register])).Select(i => decoder.Is[i.Type].Value)]);
        var atOnce = Any(Is<Seta>(), Is<Setl>(), Is<Sets>(), Is<Setc>(), Is<Endl>());
        var idle = pending.Select(p => !p.Any1.Value).ToArray();
        var quiet = All(idle).Named("quiet");

        // Events
        var takes = (step.Is(Step.Fetch) & prefetch.Ready & !failed & (pc < Length)).Named("takes");
        var runsOff = (step.Is(Step.Fetch) & (pc >= Length) & !failed).Named("runs_off");
        var unfetched = (takes & prefetch.Error).Named("unfetched");
        var undecodable = (step.Is(Step.Decode) & (decoder.Illegal | (Is<Endl>() & loops.Outside))).Named("undecodable");
        var measured = (step.Is(Step.Measure) & (counter == Measured)).Named("measured");
        var unloopable = (measured & (loops.Full | loops.Excessive)).Named("unloopable");
        var refused = (step.Is(Step.Dispatch) & withOperands & (check.BadOperand | check.BadRange)).Named("refused");
        var traps = Any(runsOff, unfetched, undecodable, unloopable, refused).Named("traps");
        var trapCause = Mux(runsOff, (long)Trap.RunOff, Mux(step.Is(Step.Fetch), (long)Trap.FetchError, Mux(refused & !check.BadOperand, (long)Trap.BadRange,
            Mux(step.Is(Step.Decode) & decoder.Illegal, decoder.Cause, (long)Trap.BadOperand))));
        var executes = ((step.Is(Step.Decode) & atOnce & !undecodable) | (measured & !unloopable)).Named("takes_effect");
        var dispatches = (step.Is(Step.Dispatch) & !refused & Any([.. queues.Select((q, i) => to[i] & pending[i].Room & q.Push.Ready)])).Named("goes_to_queue");
        var halts = (phases.Acts & Is<Halt>()).Named("halts");
        var advances = Any(executes, dispatches, phases.Done & !Is<Halt>()).Named("advances");
        var repeats = (executes & Is<Endl>() & loops.Repeats).Named("repeats");
        var hung = ((Watchdog != 0) & (silence == Watchdog)).Named("hung");
        var cleared = (step.Is(Step.Clear) & (counter == AddressRegisters - 1) & FetchQuiet).Named("cleared");
        var finishes = ((step.Is(Step.Drain) & quiet) | hung).Named("finishes");
        var resolved = (counter == Mux(Names(3), Resolved + 3, Mux(Names(2), Resolved + 2, Resolved + 1))).Named("resolved");

        When(hung, () => step.Next = Step.Idle)
            .ElseWhen(traps | halts, () => step.Next = Step.Drain)
            .ElseWhen(advances | cleared, () => step.Next = Step.Fetch)
            .ElseWhen(step.Is(Step.Idle), () => When(Doorbell, () => step.Next = Step.Clear))
            .ElseWhen(step.Is(Step.Fetch), () => When(failed, () => step.Next = Step.Drain).ElseWhen(takes, () => step.Next = Step.Decode))
            .ElseWhen(step.Is(Step.Decode), () => When(withOperands, () => step.Next = Step.Operands)
                .ElseWhen(Any(to), () => step.Next = Step.Dispatch)
                .ElseWhen(Is<Loop>(), () => step.Next = Step.Measure)
                .Otherwise(() => step.Next = Step.Control))
            .ElseWhen(step.Is(Step.Operands), () => When(resolved, () => step.Next = Step.Dispatch))
            .ElseWhen(step.Is(Step.Drain), () => When(quiet, () => step.Next = Step.Idle));

        When(takes, () => word.Next = prefetch.Word);
        When(step.Is(Step.Idle) & Doorbell, () => { pc.Next = 0; order.Next = 0; })
            .ElseWhen(advances, () =>
            {
                pc.Next = Mux(repeats, loops.Body, (pc + 1).Wrap(UInt(32)));
                order.Next = (order + 1).Wrap(Geometry.Order);
            })
            .ElseWhen(halts, () => order.Next = (order + 1).Wrap(Geometry.Order));
        When(takes, () => counter.Next = 1)
            .ElseWhen(Any(step.Is(Step.Clear) & (counter != AddressRegisters - 1), step.Is(Step.Decode), step.Is(Step.Measure), step.Is(Step.Operands)), () => counter.Next = (counter + 1).Wrap(UInt(5)))
            .ElseWhen(!step.Is(Step.Clear) | cleared, () => counter.Next = 0);

        Ends(traps, trapCause, halts, hung, finishes);
        Memories(executes);
        Operands();
        Fetch(takes, repeats);
        Dispatch(queues, to, dispatches, refused);
        Control(quiet, idle);
        Errors(queues);

        When(Any([.. queues.Select(q => q.Retire.Value), advances, Progress, step.Is(Step.Idle)]), () => silence.Next = 0)
            .Otherwise(() => silence.Next = (silence + 1).Wrap(UInt(32)));

        Running.Drive(!step.Is(Step.Idle));
        Executes.Drive(advances | halts);
        Retire.Drive(Any(executes, phases.Done & !Is<Halt>(), halts));
        RetireOrder.Drive(order);
        Dispatches.Drive(dispatches);
    }

    void Fetch(Signal takes, Signal repeats)
    {
        FetchRestart.Drive(step.Is(Step.Clear));
        prefetch.Restart.Drive(step.Is(Step.Idle) | step.Is(Step.Clear));
        prefetch.Jump.Drive(repeats);
        prefetch.Target.Drive(loops.Body);
        prefetch.Length.Drive(Length);
        prefetch.Take.Drive(takes);
        FetchWant.Drive(prefetch.Want);
        FetchPc.Drive(prefetch.Pc);
        prefetch.Found.Drive(FetchValid);
        prefetch.FoundWord.Drive(FetchWord);
        prefetch.FoundError.Drive(FetchError);
    }

    void Ends(Signal traps, Signal trapCause, Signal halts, Signal hung, Signal finishes)
    {
        When(step.Is(Step.Idle) & Doorbell, () => { causeTaken.Next = 0; epcTaken.Next = 0; codeTaken.Next = 0; })
            .ElseWhen(hung, () => { causeTaken.Next = (long)Trap.Deadlock; epcTaken.Next = Mux(Any([.. pending.Select(p => p.Any1.Value)]), oldest.Pc, pc); })
            .ElseWhen(step.Is(Step.Drain) & failed, () => { causeTaken.Next = failedCause; epcTaken.Next = failedPc; })
            .ElseWhen(traps, () => { causeTaken.Next = trapCause.Wrap(UInt(4)); epcTaken.Next = pc; })
            .ElseWhen(halts, () => { epcTaken.Next = pc; codeTaken.Next = decoder[nameof(Halt.Code)]; });
        Finished.Drive(finishes);
        Cause.Drive(causeTaken);
        Epc.Drive(epcTaken);
        Code.Drive(codeTaken);
    }

    /// <summary>SETA, SETL, SETS, SETC and ENDL take effect in the decode cycle, LOOP when its count is known; the clear before a program gives every register its initial value.</summary>
    void Memories(Signal executes)
    {
        var clears = step.Is(Step.Clear).Named("clears");
        addresses.SetBase.Drive(clears | (executes & Is<Seta>()));
        addresses.SetStride.Drive(executes & Is<Setl>());
        addresses.Target.Drive(Mux(clears, counter, decoder[nameof(Seta.Reg)]));
        addresses.Base.Drive(Mux(clears, 0, decoder[nameof(Seta.Base)]));
        addresses.Level.Drive(decoder[nameof(Setl.Level)]);
        addresses.Stride.Drive(decoder[nameof(Setl.Stride)]);
        addresses.Iterations.Drive(loops.Iterations);

        var s = ShapeFields.Fields;
        var initial = s.Pack((s.E0, 1), (s.E1, 1), (s.E2, 1), (s.S0, 0), (s.S1, 0), (s.S2, 0));
        var given = s.Pack((s.E0, decoder[nameof(Sets.E0)]), (s.E1, decoder[nameof(Sets.E1)]), (s.E2, decoder[nameof(Sets.E2)]),
            (s.S0, decoder[nameof(Sets.St0)]), (s.S1, decoder[nameof(Sets.St1)]), (s.S2, decoder[nameof(Sets.St2)]));
        shapes.Write(clears | (executes & Is<Sets>()), Mux(clears, counter[3, 0], decoder[nameof(Sets.Reg)][3, 0]), Mux(clears, initial, given));

        var k = ConstantFields.Fields;
        constants.Write(clears | (executes & Is<Setc>()), Mux(clears, counter[3, 0], decoder[nameof(Setc.Reg)][3, 0]), Mux(clears, 0,
            k.Pack((k.Scale, decoder[nameof(Setc.Scale)]), (k.Bias, decoder[nameof(Setc.Bias)]), (k.Keys, decoder[nameof(Setc.Keys)]), (k.Window, decoder[nameof(Setc.Window)]))));

        loops.Clear.Drive(clears);
        loops.Enter.Drive(executes & Is<Loop>());
        loops.Start.Drive((pc + 1).Wrap(UInt(32)));
        loops.Count.Drive(decoder[nameof(Loop.Count)]);
        loops.Grow.Drive(decoder[nameof(Loop.Grow)]);
        loops.Ends.Drive(executes & Is<Endl>());
    }

    /// <summary>One address register a cycle, from the cycle that takes the word; shape and constants in the next one.</summary>
    void Operands()
    {
        Signal Register(int i) => (i == 0 ? prefetch.Word.Value : word.Value)[Registers[i].Hi, Registers[i].Lo];
        addresses.Read.Drive(Mux(step.Is(Step.Fetch), Register(0), Mux(counter == 1, Register(1), Mux(counter == 2, Register(2), Register(3)))));
        foreach (var (i, register) in address.Index())
            When(counter == i + AddressFile.Latency, () => register.Next = addresses.Effective);
        var resolvedAddresses = Pack(address.Select(a => a.Value), Geometry.Address).Named("addresses_held");
        var shape = shapes.Read(decoder[nameof(Mm.Shape)], step.Is(Step.Decode));
        check.Word.Drive(word);
        check.Shape.Drive(shape);
        check.Addresses.Drive(resolvedAddresses);
        dispatcher.Shape.Drive(shape);
        dispatcher.Addresses.Drive(resolvedAddresses);
        dispatcher.Constants.Drive(constants.Read(decoder[nameof(Smx.C)], step.Is(Step.Decode)));
        dispatcher.Total.Drive(check.Total);
    }

    void Dispatch(QueuePort[] queues, Signal[] to, Signal dispatches, Signal refused)
    {
        dispatcher.Word.Drive(word);
        dispatcher.Order.Drive(order);
        dispatcher.Nop.Drive(Is<Nop>());
        Out[] commands = [dispatcher.Transfer, dispatcher.Transfer, dispatcher.Matrix, dispatcher.Vector];
        VectorRows.Drive(Mux(dispatches & to[3] & !Is<Nop>(), dispatcher.VectorRows, 0));
        var goes = (step.Is(Step.Dispatch) & !refused).Named("goes");
        for (var i = 0; i < Queues.Length; i++)
        {
            queues[i].Push.Valid.Drive(goes & to[i] & pending[i].Room);
            queues[i].Push.Data.Drive(commands[i]);
            pending[i].Dispatch.Drive(dispatches & to[i]);
            pending[i].Order.Drive(order);
            pending[i].Pc.Drive(pc);
            pending[i].Retire.Drive(queues[i].Retire);
        }
        oldest.Present.Drive(Pack(pending.Select(p => p.Any1.Value), Bit));
        oldest.Orders.Drive(Pack(pending.Select(p => p.OldestOrder.Value), Geometry.Order));
        oldest.Pcs.Drive(Pack(pending.Select(p => p.OldestPc.Value), UInt(32)));
    }

    void Control(Signal quiet, Signal[] idle)
    {
        Bundle.Connect(phases.Wait, Wait);
        Bundle.Connect(phases.Give, Give);
        var mask = decoder[nameof(Fence.Queues)];
        var fenced = All([.. idle.Select((q, i) => q | !mask[i])]);
        phases.Active.Drive(step.Is(Step.Control));
        phases.Semaphores.Drive(Mux(Is<Setq>(), 0, word[31, 8]));
        phases.Quiet.Drive(Mux(Is<Fence>(), fenced, quiet | Is<Nop>()));
        SetSemaphore.Drive(phases.Acts & Is<Setq>());
        SetIndex.Drive(decoder[nameof(Setq.Sem)]);
        SetValue.Drive(decoder[nameof(Setq.Value)]);
    }

    /// <summary>Remembers, of the instructions whose memory responses reported an error, the earliest in program order.</summary>
    void Errors(QueuePort[] queues)
    {
        var load = Load.Retire.Value & Load.Error & (!failed | (pending[0].OldestOrder < failedOrder));
        var store = Store.Retire.Value & Store.Error & (!failed | (pending[1].OldestOrder < failedOrder));
        var both = load & store & (pending[1].OldestOrder < pending[0].OldestOrder);
        void Take(int queue, Trap why)
        {
            failed.Next = 1;
            failedCause.Next = (long)why;
            failedPc.Next = pending[queue].OldestPc;
            failedOrder.Next = pending[queue].OldestOrder;
        }
        When(step.Is(Step.Idle) & Doorbell, () => failed.Next = 0)
            .ElseWhen(load & !both, () => Take(0, Trap.AxiRead))
            .ElseWhen(store, () => Take(1, Trap.AxiWrite));
        Unused(Concat(queues[2].Error, queues[3].Error), "the matrix and vector units have no memory responses");
    }
}
