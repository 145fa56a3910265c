using Hw.Txu.Control;
using Hw.Txu.Dma;
using Hw.Txu.Matrix;
using Hw.Txu.Memory;
using Hw.Txu.Vector;

namespace Hw.Txu;

/// <summary>The transformer unit: a sequencer that dispatches to four asynchronous queues, scratchpad and accumulators in banks, a matrix unit of 32 × C multipliers, a vector unit, load and store engines.</summary>
/// <param name="lanes">C, tokens side by side; results do not depend on it.</param>
/// <param name="records">With the retire-and-write port that lockstep listens to.</param>
public sealed class TxuChip(int lanes, bool records = true) : Module
{
    public override string VerilogName => $"txu_{lanes}{(records ? "" : "_bare")}";
    public override string Summary => "The transformer unit: a sequencer that dispatches to four asynchronous queues, scratchpad and accumulators in banks, a matrix unit of 32 × C multipliers, a vector unit, load and store "
        + $"engines. Its instruction set is {TxuIsa.Definition.Name} {TxuIsa.Definition.Version}, hash {TxuIsa.Definition.Hash}.";

    public AxiLite Csr { get; } = Sink(() => new AxiLite());
    public AxiRead Fetch { get; } = Source(() => new AxiRead());
    public AxiRead LoadBus { get; } = Source(() => new AxiRead());
    public AxiWrite StoreBus { get; } = Source(() => new AxiWrite());
    public Out Irq { get; } = Output(Bit);
    public Out Running { get; } = Output(Bit);
    public TxuRecords? Records { get; } = records ? Source(() => new TxuRecords(lanes)) : null;

    readonly CsrFile csrFile = Instance(() => new CsrFile(lanes));
    readonly CounterFile counterFile = Instance(() => new CounterFile(lanes));
    readonly FetchUnit fetchUnit = Instance(() => new FetchUnit());
    readonly Sequencer sequencer = Instance(() => new Sequencer());
    readonly SemaphoreFile semaphores = Instance(() => new SemaphoreFile());
    readonly Scratchpad scratchpad = Instance(() => new Scratchpad());
    readonly Accumulators accumulators = Instance(() => new Accumulators(lanes));
    readonly LoadEngine loadEngine = Instance(() => new LoadEngine(lanes));
    readonly StoreEngine storeEngine = Instance(() => new StoreEngine(lanes));
    readonly MatrixUnit matrixUnit = Instance(() => new MatrixUnit(lanes));
    readonly StateFile stateFile = Instance(() => new StateFile(lanes));
    readonly VectorUnit vectorUnit = Instance(() => new VectorUnit(lanes, claimAhead: MatrixUnit.WriteLatency));

    protected override void Build()
    {
        Host();
        Queues();
        Semaphores();
        Memories();
        Counts();
        Retirement();
    }

    void Host()
    {
        Bundle.Connect(Csr, csrFile.Bus);
        Bundle.Connect(fetchUnit.Bus, Fetch);
        Bundle.Connect(loadEngine.Bus, LoadBus);
        Bundle.Connect(storeEngine.Bus, StoreBus);
        Irq.Drive(csrFile.Irq);
        Running.Drive(sequencer.Running);

        sequencer.Doorbell.Drive(csrFile.Doorbell);
        sequencer.Length.Drive(csrFile.Length);
        sequencer.Watchdog.Drive(csrFile.Watchdog);
        csrFile.Running.Drive(sequencer.Running);
        csrFile.Finished.Drive(sequencer.Finished);
        csrFile.Cause.Drive(sequencer.Cause);
        csrFile.Epc.Drive(sequencer.Epc);
        csrFile.Code.Drive(sequencer.Code);
        counterFile.Read.Drive(csrFile.Counter);
        csrFile.Count.Drive(counterFile.Value);

        fetchUnit.Restart.Drive(sequencer.FetchRestart);
        fetchUnit.Base.Drive(csrFile.ProgramBase);
        fetchUnit.LineCount.Drive((csrFile.Length + 31)[31, 5]);
        fetchUnit.Want.Drive(sequencer.FetchWant);
        fetchUnit.Pc.Drive(sequencer.FetchPc);
        sequencer.FetchQuiet.Drive(fetchUnit.Quiet);
        sequencer.FetchValid.Drive(fetchUnit.Valid);
        sequencer.FetchWord.Drive(fetchUnit.Word);
        sequencer.FetchError.Drive(fetchUnit.Error);
    }

    void Queues()
    {
        Bundle.Connect(sequencer.Load.Push, loadEngine.Push);
        Bundle.Connect(sequencer.Store.Push, storeEngine.Push);
        Bundle.Connect(sequencer.Matrix.Push, matrixUnit.Push);
        Bundle.Connect(sequencer.Vector.Push, vectorUnit.Push);
        sequencer.Load.Retire.Drive(loadEngine.Retire);
        sequencer.Load.Error.Drive(loadEngine.Error);
        sequencer.Store.Retire.Drive(storeEngine.Retire);
        sequencer.Store.Error.Drive(storeEngine.Error);
        sequencer.Matrix.Retire.Drive(matrixUnit.Retire);
        sequencer.Matrix.Error.Drive(0);
        sequencer.Vector.Retire.Drive(vectorUnit.Retire);
        sequencer.Vector.Error.Drive(0);
        sequencer.Progress.Drive(Any(loadEngine.Bus.R.Fires, scratchpad.Load.Grant, accumulators.LoadWrite.Grant, storeEngine.WriteBeat, matrixUnit.Issue,
            accumulators.Vector.Grant, scratchpad.Vector.Grant, stateFile.Vector.Grant, scratchpad.VectorWrite.Grant, accumulators.VectorWrite.Grant, stateFile.Write.Grant));
    }

    void Semaphores()
    {
        Bundle.Connect(loadEngine.Wait, semaphores.LoadWait);
        Bundle.Connect(storeEngine.Wait, semaphores.StoreWait);
        Bundle.Connect(matrixUnit.Wait, semaphores.MatrixWait);
        Bundle.Connect(vectorUnit.Wait, semaphores.VectorWait);
        Bundle.Connect(sequencer.Wait, semaphores.ControlWait);
        Bundle.Connect(loadEngine.Give, semaphores.LoadSignal);
        Bundle.Connect(storeEngine.Give, semaphores.StoreSignal);
        Bundle.Connect(matrixUnit.Give, semaphores.MatrixSignal);
        Bundle.Connect(vectorUnit.Give, semaphores.VectorSignal);
        Bundle.Connect(sequencer.Give, semaphores.ControlSignal);
        semaphores.Set.Drive(sequencer.SetSemaphore);
        semaphores.SetIndex.Drive(sequencer.SetIndex);
        semaphores.SetValue.Drive(sequencer.SetValue);
    }

    void Memories()
    {
        Bundle.Connect(matrixUnit.Moving, scratchpad.Moving);
        Bundle.Connect(matrixUnit.Stationary, scratchpad.Stationary);
        Bundle.Connect(vectorUnit.Spad, scratchpad.Vector);
        Bundle.Connect(storeEngine.Spad, scratchpad.Store);
        Bundle.Connect(vectorUnit.Write, scratchpad.VectorWrite);
        Bundle.Connect(loadEngine.Write, scratchpad.Load);
        Bundle.Connect(matrixUnit.Acc, accumulators.Matrix);
        Bundle.Connect(vectorUnit.Acc, accumulators.Vector);
        Bundle.Connect(storeEngine.Acc, accumulators.Store);
        Bundle.Connect(matrixUnit.Write, accumulators.Write);
        Bundle.Connect(vectorUnit.AccWrite, accumulators.VectorWrite);
        Bundle.Connect(loadEngine.AccWrite, accumulators.LoadWrite);
        Bundle.Connect(vectorUnit.State, stateFile.Vector);
        Bundle.Connect(matrixUnit.Alpha, stateFile.Matrix);
        Bundle.Connect(vectorUnit.StateWrite, stateFile.Write);
        Bundle.Connect(vectorUnit.Claim, matrixUnit.Claim);
    }

    void Counts()
    {
        counterFile.Clear.Drive(csrFile.Doorbell);
        counterFile.Running.Drive(sequencer.Running);
        counterFile.Executes.Drive(sequencer.Executes);
        counterFile.Retires.Drive(Concat(loadEngine.Retire, storeEngine.Retire, matrixUnit.Retire, vectorUnit.Retire));
        counterFile.VectorRows.Drive(sequencer.VectorRows);
        counterFile.LoadBeat.Drive(loadEngine.Bus.R.Fires);
        counterFile.StoreBeat.Drive(storeEngine.WriteBeat);
        counterFile.MatrixRow.Drive(matrixUnit.Issue);
        counterFile.LiveProducts.Drive(matrixUnit.LiveProducts);
        Bundle.Connect(loadEngine.Activity, counterFile.Load);
        Bundle.Connect(storeEngine.Activity, counterFile.Store);
        Bundle.Connect(matrixUnit.Activity, counterFile.Matrix);
        Bundle.Connect(vectorUnit.Activity, counterFile.Vector);
    }

    void Retirement()
    {
        if (Records is not { } r)
        {
            Unused(Concat(loadEngine.WriteOrder, vectorUnit.WriteOrder, matrixUnit.WriteOrder, storeEngine.WriteOrder, storeEngine.WriteAddress, storeEngine.WriteData,
                loadEngine.RetireOrder, storeEngine.RetireOrder, matrixUnit.RetireOrder, vectorUnit.RetireOrder, sequencer.RetireOrder, sequencer.Retire, sequencer.Dispatches), "this build has no retire-and-write port");
            return;
        }
        r.Load.Drive(scratchpad.Load.Grant, loadEngine.WriteOrder, loadEngine.Write.Row, loadEngine.Write.Data);
        r.LoadAcc.Drive(accumulators.LoadWrite.Grant, loadEngine.WriteOrder, loadEngine.AccWrite.Row, loadEngine.AccWrite.Data);
        r.Vector.Drive(scratchpad.VectorWrite.Grant & !vectorUnit.Write.Wide, vectorUnit.WriteOrder, vectorUnit.Write.Row, vectorUnit.Write.Data[Beat.Width - 1, 0]);
        r.VectorPair.Drive(scratchpad.VectorWrite.Grant & vectorUnit.Write.Wide, vectorUnit.WriteOrder, vectorUnit.Write.Row, vectorUnit.Write.Data);
        r.VectorAcc.Drive(accumulators.VectorWrite.Grant, vectorUnit.WriteOrder, vectorUnit.AccWrite.Row, vectorUnit.AccWrite.Data);
        r.VectorState.Drive(stateFile.Write.Grant, vectorUnit.WriteOrder, vectorUnit.StateWrite.Row, vectorUnit.StateWrite.Data);
        r.Matrix.Drive(accumulators.Write.Grant, matrixUnit.WriteOrder, matrixUnit.Write.Row, matrixUnit.Write.Data);
        r.Store.Drive(storeEngine.WriteBeat, storeEngine.WriteOrder, storeEngine.WriteAddress, storeEngine.WriteData);
        r.Dispatch.Drive(sequencer.Dispatches, sequencer.RetireOrder);
        r.LoadBegin.Drive(loadEngine.Activity.Begins, loadEngine.Activity.Order);
        r.StoreBegin.Drive(storeEngine.Activity.Begins, storeEngine.Activity.Order);
        r.MatrixBegin.Drive(matrixUnit.Activity.Begins, matrixUnit.Activity.Order);
        r.VectorBegin.Drive(vectorUnit.Activity.Begins, vectorUnit.Activity.Order);
        r.LoadRetire.Drive(loadEngine.Retire, loadEngine.RetireOrder);
        r.StoreRetire.Drive(storeEngine.Retire, storeEngine.RetireOrder);
        r.MatrixRetire.Drive(matrixUnit.Retire, matrixUnit.RetireOrder);
        r.VectorRetire.Drive(vectorUnit.Retire, vectorUnit.RetireOrder);
        r.ControlRetire.Drive(sequencer.Retire, sequencer.RetireOrder);
    }
}
