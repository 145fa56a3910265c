namespace Hw.Isa.Txu;

/// <summary>Sets an address register's base and clears its four loop strides.</summary>
[Instruction("SETA", Opcode = 0x08, Format = TxuIsa.Short, Queue = nameof(Queue.CT), Since = "0.1")]
public readonly record struct Seta([Field(12, 8)] AddressRegister Reg, [Field(52, 13)] long Base) : ITxuInstruction
{
    public void Execute(TxuMachine m, IEffects effects) => m.Addresses[Reg.Index] = new Address { Base = Base };
}
