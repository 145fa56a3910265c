namespace Hw.Isa.Txu;

/// <summary>A set of queues, one bit each.</summary>
[Flags]
public enum Queues { None = 0, LD = 1, ST = 2, MM = 4, VX = 8 }

/// <summary>Dispatch goes on when the listed queues are empty and idle.</summary>
[Instruction("FENCE", Opcode = 0x03, Format = TxuIsa.Unit, Queue = nameof(Queue.CT), Since = "0.1")]
public readonly record struct Fence([Field(47, 44)] Queues Queues) : ITxuInstruction
{
    public void Execute(TxuMachine m, IEffects effects) => effects.Fence((uint)Queues);
}
