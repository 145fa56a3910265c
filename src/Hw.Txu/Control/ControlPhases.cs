namespace Hw.Txu.Control;

/// <summary>
/// The control queue's own instructions with semaphores, NOP, FENCE, HALT and SETQ: take wait0 and wait1, act once what must be
/// quiet is quiet, give signal0 and signal1. One phase a cycle when nothing holds it.
/// </summary>
public sealed class ControlPhases : Module
{
    enum Phase { Wait0, Wait1, Act, Signal0, Signal1 }

    /// <summary>an instruction of this kind is at hand; held until done</summary>
    public In Active { get; } = Input(Bit);
    /// <summary>semaphore references, all unused for SETQ</summary>
    public In Semaphores { get; } = Input(Row(4, SemaphoreRef));
    /// <summary>what the instruction waits for is quiet</summary>
    public In Quiet { get; } = Input(Bit);
    /// <summary>the instruction takes effect</summary>
    public Out Acts { get; } = Output(Bit);
    public Out Done { get; } = Output(Bit);
    public SemaphorePort Wait { get; } = Source(() => new SemaphorePort());
    public SemaphorePort Give { get; } = Source(() => new SemaphorePort());

    readonly StateReg<Phase> phase = State(Phase.Wait0);

    protected override void Build()
    {
        var semaphores = Semaphores.Elements;
        Signal InPhase(Phase p) => Active & phase.Is(p);
        Signal Request(SemaphorePort port, Phase first, Phase second, Signal a, Signal b)
        {
            port.Valid.Drive((InPhase(first) & a[5]) | (InPhase(second) & b[5]));
            port.Index.Drive(Mux(phase.Is(first), a[4, 0], b[4, 0]));
            return port.Grant | Mux(phase.Is(first), !a[5], !b[5]);
        }

        var taken = Request(Wait, Phase.Wait0, Phase.Wait1, semaphores[0], semaphores[1]).Named("taken");
        var given = Request(Give, Phase.Signal0, Phase.Signal1, semaphores[2], semaphores[3]).Named("given");
        When(!Active, () => phase.Next = Phase.Wait0)
            .ElseWhen(InPhase(Phase.Wait0), () => When(taken, () => phase.Next = Phase.Wait1))
            .ElseWhen(InPhase(Phase.Wait1), () => When(taken, () => phase.Next = Phase.Act))
            .ElseWhen(InPhase(Phase.Act), () => When(Quiet, () => phase.Next = Phase.Signal0))
            .ElseWhen(InPhase(Phase.Signal0), () => When(given, () => phase.Next = Phase.Signal1))
            .ElseWhen(InPhase(Phase.Signal1), () => When(given, () => phase.Next = Phase.Wait0));
        Acts.Drive(InPhase(Phase.Act) & Quiet);
        Done.Drive(InPhase(Phase.Signal1) & given);
    }
}
