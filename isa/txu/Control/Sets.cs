namespace Hw.Isa.Txu;

/// <summary>Sets a shape register: extents of three nested walks (0 is the innermost) and their strides, in rows or 32-byte units.</summary>
[Instruction("SETS", Opcode = 0x0A, Format = TxuIsa.Short, Queue = nameof(Queue.CT), Since = "0.1")]
public readonly record struct Sets(
    [Field(11, 8)] ShapeRegister Reg,
    [Field(24, 12, Min = 1)] int E0, [Field(37, 25, Min = 1)] int E1 = 1, [Field(50, 38, Min = 1)] int E2 = 1,
    [Field(74, 51)] int St0 = 0, [Field(98, 75)] int St1 = 0, [Field(122, 99)] int St2 = 0) : ITxuInstruction
{
    public void Execute(TxuMachine m, IEffects effects) => m.Shapes[Reg.Index] = new Shape(E0, E1, E2, St0, St1, St2);
}
