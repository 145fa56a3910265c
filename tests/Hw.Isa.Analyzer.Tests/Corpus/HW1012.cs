using Hw.Isa;

[InstructionSet("corpus", "1", WordBits = 32, Opcode = "7:0")]
[Format("f")]
public static class Corpus;

[Instruction("MUL", Format = "f", Opcode = 0x10), Exclusive("multiplier", "fast")]
public readonly record struct Mul : IInstruction;

[Instruction("SLOWMUL", Format = "f", Opcode = 0x10), Exclusive("multiplyer", "slow")]
public readonly record struct SlowMul : IInstruction;

[Instruction("A", Format = "f", Opcode = 0x20), Exclusive("apart", "a")]
public readonly record struct A : IInstruction;

[Instruction("B", Format = "f", Opcode = 0x21), Exclusive("apart", "b")]
public readonly record struct B : IInstruction;
