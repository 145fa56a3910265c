namespace Hw.Isa.Txu;

/// <summary>Ends the program once every queue has drained, with a code for the host.</summary>
[Instruction("HALT", Opcode = 0x02, Format = TxuIsa.Unit, Queue = nameof(Queue.CT), Since = "0.1")]
public readonly record struct Halt([Field(59, 44)] int Code = 0) : ITxuInstruction
{
    public void Execute(TxuMachine m, IEffects effects) => effects.Halt(Code);
}
