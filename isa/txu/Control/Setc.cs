namespace Hw.Isa.Txu;

/// <summary>Sets a constant register: two FP32 numbers by their bits, and the limits of an attention mask.</summary>
[Instruction("SETC", Opcode = 0x0C, Format = TxuIsa.Short, Queue = nameof(Queue.CT), Since = "0.2")]
public readonly record struct Setc(
    [Field(11, 8)] ConstantRegister Reg, [Field(43, 12)] uint Scale, [Field(75, 44)] uint Bias = 0,
    [Field(95, 76)] int Keys = (1 << TxuIsa.PositionBits) - 1, [Field(115, 96)] int Window = 0) : ITxuInstruction
{
    public void Execute(TxuMachine m, IEffects effects) => m.Constants[Reg.Index] = new(Scale, Bias, Keys, Window);
}
