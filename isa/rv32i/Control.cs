namespace Hw.Isa.Rv32i;

/// <summary>Goes to pc + imm if F(rs1, rs2). A branch that is not taken never traps.</summary>
public interface IBranch<F> : IRv32Instruction, IHasMeaning where F : struct, IText
{
    X Rs1 { get; } X Rs2 { get; } int Imm { get; }
    Int Next(Rv32Machine m, Int pc) => Texts.Next<F, Int>(m[Rs1], m[Rs2], pc, new((uint)Imm));
    void IRv32Instruction.Check(Rv32Machine m) => Rv32Machine.CheckAligned(Next(m, 0));
    void IRv32Instruction.Execute(Rv32Machine m, IEffects effects) => m.Jump(Next(m, m.Pc(effects)), effects);
    static IEnumerable<Meaning> IHasMeaning.Meanings =>
        [new("next", [.. from name in (string[])["rs1", "rs2", "pc", "imm"] select new MeaningInput(name, Interval.UInt32)], i => Texts.Next<F, Signal>(i[0], i[1], i[2], i[3]))];
}

/// <summary>rd = pc + 4, and goes to F(base, imm).</summary>
public interface IJump<F> : IRv32Instruction, IHasMeaning where F : struct, IText
{
    X Rd { get; } int Imm { get; }
    Int Base(Rv32Machine m, Int pc);
    Int Target(Rv32Machine m, Int pc) => F.Of(Base(m, pc), new Int((uint)Imm));
    void IRv32Instruction.Check(Rv32Machine m) => Rv32Machine.CheckAligned(Target(m, 0));
    void IRv32Instruction.Execute(Rv32Machine m, IEffects effects)
    {
        m.Jump(Target(m, m.Pc(effects)), effects);
        m.Set(Rd, Sum.Of<Int>(m.Pc(effects), 4), effects);
    }
    static IEnumerable<Meaning> IHasMeaning.Meanings => [Texts.Meaning("next", "base", "imm", F.Of), Texts.Meaning("rd", "pc", "four", Sum.Of)];
}

/// <summary>Goes to pc + imm if rs1 = rs2.</summary>
[Instruction("beq", Format = "B", Opcode = Branch), Fixed(14, 12, 0)] public readonly record struct Beq(X Rs1, X Rs2, int Imm) : IBranch<Equal>;
/// <summary>Goes to pc + imm if rs1 ≠ rs2.</summary>
[Instruction("bne", Format = "B", Opcode = Branch), Fixed(14, 12, 1)] public readonly record struct Bne(X Rs1, X Rs2, int Imm) : IBranch<Unequal>;
/// <summary>Goes to pc + imm if rs1 is less than rs2, both signed.</summary>
[Instruction("blt", Format = "B", Opcode = Branch), Fixed(14, 12, 4)] public readonly record struct Blt(X Rs1, X Rs2, int Imm) : IBranch<Less>;
/// <summary>Goes to pc + imm if rs1 is at least rs2, both signed.</summary>
[Instruction("bge", Format = "B", Opcode = Branch), Fixed(14, 12, 5)] public readonly record struct Bge(X Rs1, X Rs2, int Imm) : IBranch<AtLeast>;
/// <summary>Goes to pc + imm if rs1 is less than rs2, both unsigned.</summary>
[Instruction("bltu", Format = "B", Opcode = Branch), Fixed(14, 12, 6)] public readonly record struct Bltu(X Rs1, X Rs2, int Imm) : IBranch<LessUnsigned>;
/// <summary>Goes to pc + imm if rs1 is at least rs2, both unsigned.</summary>
[Instruction("bgeu", Format = "B", Opcode = Branch), Fixed(14, 12, 7)] public readonly record struct Bgeu(X Rs1, X Rs2, int Imm) : IBranch<AtLeastUnsigned>;

/// <summary>rd = pc + 4, and goes to pc + imm.</summary>
[Instruction("jal", Format = "J", Opcode = JaL)] public readonly record struct Jal(X Rd, int Imm) : IJump<Sum> { public Int Base(Rv32Machine m, Int pc) => pc; }
/// <summary>rd = pc + 4, and goes to rs1 + imm with the lowest bit cleared.</summary>
[Instruction("jalr", Format = "I", Opcode = JalR, Syntax = At), Fixed(14, 12, 0)]
public readonly record struct Jalr(X Rd, X Rs1, int Imm) : IJump<Even> { public Int Base(Rv32Machine m, Int pc) => m[Rs1]; }

/// <summary>Sets of accesses, written as letters: input and output of devices, reads and writes of memory.</summary>
[Flags] public enum Accesses { W = 1, R = 2, O = 4, I = 8 }

/// <summary>Accesses of pred before this come before accesses of succ after it: here they do anyway. rd, rs1 and unknown modes are to be ignored.</summary>
[Instruction("fence", Format = "fence", Opcode = MiscMem), Fixed(14, 12, 0), Reserved(31, 28, Policy.Hint), Reserved(19, 15, Policy.Hint), Reserved(11, 7, Policy.Hint)]
public readonly record struct Fence(Accesses Pred, Accesses Succ) : IRv32Instruction;
/// <summary>As fence rw, rw, but writes need not come before reads.</summary>
[Instruction("fence.tso", Format = "system", Opcode = MiscMem), Fixed(14, 12, 0), Fixed(31, 20, 0x833), Reserved(19, 15, Policy.Hint), Reserved(11, 7, Policy.Hint)]
[Specializes(typeof(Fence))] public readonly record struct FenceTso : IRv32Instruction;
/// <summary>A hint that this is a loop that waits (Zihintpause).</summary>
[Instruction("pause", Format = "system", Opcode = MiscMem), Fixed(31, 7, 0x20000), Specializes(typeof(Fence))] public readonly record struct Pause : IRv32Instruction;
/// <summary>Asks the environment: a7 says for what, a0 … a2 are arguments, a0 is the answer.</summary>
[Instruction("ecall", Format = "system", Opcode = SystemOp), Fixed(31, 7, 0)]
public readonly record struct Ecall : IRv32Instruction { public void Execute(Rv32Machine m, IEffects effects) => m.Call(effects); }
/// <summary>Gives control to the debugger; here there is none, so it traps.</summary>
[Instruction("ebreak", Format = "system", Opcode = SystemOp), Fixed(31, 7, 0x2000)]
public readonly record struct Ebreak : IRv32Instruction { public void Check(Rv32Machine m) => throw new TrapException(Trap.Breakpoint, "no debugger is attached"); }
