namespace Hw.Isa.Txu;

/// <summary>Waits and signals in the given queue and does nothing else: a third wait, or a barrier between two queues.</summary>
[Instruction("NOP", Opcode = 0x01, Format = TxuIsa.Unit, Since = "0.1")]
public readonly record struct Nop([Field(46, 44)] Queue Queue) : ITxuInstruction
{
    public void Execute(TxuMachine m, IEffects effects) { }
}
