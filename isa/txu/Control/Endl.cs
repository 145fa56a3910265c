namespace Hw.Isa.Txu;

/// <summary>Ends the body of the innermost loop: back to its start, or on when it has run its count.</summary>
[Instruction("ENDL", Opcode = 0x05, Format = TxuIsa.Short, Queue = nameof(Queue.CT), Since = "0.1")]
public readonly record struct Endl : ITxuInstruction
{
    public void Check(TxuMachine m)
    {
        if (m.Loops.Depth == 0) throw new TrapException(Trap.BadOperand, "ENDL outside any loop");
    }

    public void Execute(TxuMachine m, IEffects effects)
    {
        if (m.Loops.Again() is { } start) effects.Jump(start);
    }
}
