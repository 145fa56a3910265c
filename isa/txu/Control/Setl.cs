namespace Hw.Isa.Txu;

/// <summary>Sets the stride that an address register advances by with each iteration of one loop level.</summary>
[Instruction("SETL", Opcode = 0x09, Format = TxuIsa.Short, Queue = nameof(Queue.CT), Since = "0.1")]
public readonly record struct Setl([Field(12, 8)] AddressRegister Reg, [Field(14, 13)] int Level, [Field(46, 15, Signed = true)] int Stride) : ITxuInstruction
{
    public void Execute(TxuMachine m, IEffects effects) => m.Addresses[Reg.Index].Strides[Level] = Stride;
}
