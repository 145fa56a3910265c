namespace Hw.Isa.Txu;

/// <summary>Runs the instructions up to the matching ENDL count times. Loops nest four deep; level 0 is the outermost.</summary>
[Instruction("LOOP", Opcode = 0x04, Format = TxuIsa.Short, Queue = nameof(Queue.CT), Since = "0.1")]
public readonly record struct Loop([Field(23, 8, Min = 1)] int Count) : ITxuInstruction
{
    public void Check(TxuMachine m)
    {
        if (m.Loops.Depth == TxuIsa.Levels) throw new TrapException(Trap.BadOperand, $"loops nest at most {TxuIsa.Levels} deep");
    }

    public void Execute(TxuMachine m, IEffects effects) => m.Loops.Enter(effects.Pc + 1, Count);
}
