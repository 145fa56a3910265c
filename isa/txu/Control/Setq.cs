namespace Hw.Isa.Txu;

/// <summary>Waits until every queue has drained, then gives a semaphore its value.</summary>
[Instruction("SETQ", Opcode = 0x0B, Format = TxuIsa.Short, Queue = nameof(Queue.CT), Since = "0.1")]
public readonly record struct Setq([Field(12, 8)] int Sem, [Field(18, 13)] int Value) : ITxuInstruction
{
    public void Execute(TxuMachine m, IEffects effects) => effects.SetSemaphore(Sem, Value);
}
