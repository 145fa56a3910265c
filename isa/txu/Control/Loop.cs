namespace Hw.Isa.Txu;

/// <summary>
/// Runs the instructions up to the matching ENDL count + grow · i times, i being the iteration of the loop around it (0 where there is none).
/// Loops nest four deep; level 0 is the outermost.
/// </summary>
[Instruction("LOOP", Opcode = 0x04, Format = TxuIsa.Short, Queue = nameof(Queue.CT), Since = "0.1")]
public readonly record struct Loop([Field(23, 8, Min = 1)] int Count, [Field(39, 24, Signed = true)] int Grow = 0) : ITxuInstruction
{
    const int Most = (1 << 16) - 1;

    public void Check(TxuMachine m)
    {
        if (m.Loops.Depth == TxuIsa.Levels) throw new TrapException(Trap.BadOperand, $"loops nest at most {TxuIsa.Levels} deep");
        if (Times(m) is < 1 or > Most) throw new TrapException(Trap.BadOperand, $"the loop would run {Times(m)} times; a loop runs 1 … {Most} times");
    }

    public void Execute(TxuMachine m, IEffects effects) => m.Loops.Enter(effects.Pc + 1, (int)Times(m));

    long Times(TxuMachine m) => Count + (m.Loops.Depth == 0 ? 0 : (long)Grow * m.Loops.Iteration(m.Loops.Depth - 1));
}
