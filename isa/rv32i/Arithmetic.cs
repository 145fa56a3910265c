namespace Hw.Isa.Rv32i;

/// <summary>rd = F(rs1, rs2).</summary>
public interface IRegisters<F> : IRv32Instruction, IHasMeaning where F : struct, IText
{
    X Rd { get; } X Rs1 { get; } X Rs2 { get; }
    void IRv32Instruction.Execute(Rv32Machine m, IEffects effects) => m.Set(Rd, F.Of(m[Rs1], m[Rs2]), effects);
    static IEnumerable<Meaning> IHasMeaning.Meanings => [Texts.Meaning("rd", "rs1", "rs2", F.Of)];
}

/// <summary>rd = F(rs1, imm).</summary>
public interface IImmediate<F> : IRv32Instruction, IHasMeaning where F : struct, IText
{
    X Rd { get; } X Rs1 { get; } int Imm { get; }
    void IRv32Instruction.Execute(Rv32Machine m, IEffects effects) => m.Set(Rd, F.Of(m[Rs1], new((uint)Imm)), effects);
    static IEnumerable<Meaning> IHasMeaning.Meanings => [Texts.Meaning("rd", "rs1", "imm", F.Of)];
}

/// <summary>rd = base + imm · 2^12.</summary>
public interface IUpper : IRv32Instruction, IHasMeaning
{
    X Rd { get; } int Imm { get; }
    Int Base(Int pc);
    void IRv32Instruction.Execute(Rv32Machine m, IEffects effects) => m.Set(Rd, Upper.Of(Base(m.Pc(effects)), new Int(Imm)), effects);
    static IEnumerable<Meaning> IHasMeaning.Meanings => [Texts.Meaning("rd", "base", "imm", Upper.Of)];
}

/// <summary>rd = rs1 + rs2, modulo 2^32.</summary>
[Instruction("add", Format = "R", Opcode = Alu), Fixed(14, 12, 0), Fixed(31, 25, 0x00)] public readonly record struct Add(X Rd, X Rs1, X Rs2) : IRegisters<Sum>;
/// <summary>rd = rs1 − rs2, modulo 2^32.</summary>
[Instruction("sub", Format = "R", Opcode = Alu), Fixed(14, 12, 0), Fixed(31, 25, 0x20)] public readonly record struct Sub(X Rd, X Rs1, X Rs2) : IRegisters<Difference>;
/// <summary>rd = rs1 shifted left by the low five bits of rs2.</summary>
[Instruction("sll", Format = "R", Opcode = Alu), Fixed(14, 12, 1), Fixed(31, 25, 0x00)] public readonly record struct Sll(X Rd, X Rs1, X Rs2) : IRegisters<Left>;
/// <summary>rd = 1 if rs1 is less than rs2, both signed, else 0.</summary>
[Instruction("slt", Format = "R", Opcode = Alu), Fixed(14, 12, 2), Fixed(31, 25, 0x00)] public readonly record struct Slt(X Rd, X Rs1, X Rs2) : IRegisters<Less>;
/// <summary>rd = 1 if rs1 is less than rs2, both unsigned, else 0.</summary>
[Instruction("sltu", Format = "R", Opcode = Alu), Fixed(14, 12, 3), Fixed(31, 25, 0x00)] public readonly record struct Sltu(X Rd, X Rs1, X Rs2) : IRegisters<LessUnsigned>;
/// <summary>rd = rs1 xor rs2.</summary>
[Instruction("xor", Format = "R", Opcode = Alu), Fixed(14, 12, 4), Fixed(31, 25, 0x00)] public readonly record struct Xor(X Rd, X Rs1, X Rs2) : IRegisters<Differing>;
/// <summary>rd = rs1 shifted right by the low five bits of rs2; zeros come in.</summary>
[Instruction("srl", Format = "R", Opcode = Alu), Fixed(14, 12, 5), Fixed(31, 25, 0x00)] public readonly record struct Srl(X Rd, X Rs1, X Rs2) : IRegisters<Right>;
/// <summary>rd = rs1 shifted right by the low five bits of rs2; its sign comes in.</summary>
[Instruction("sra", Format = "R", Opcode = Alu), Fixed(14, 12, 5), Fixed(31, 25, 0x20)] public readonly record struct Sra(X Rd, X Rs1, X Rs2) : IRegisters<RightSigned>;
/// <summary>rd = rs1 or rs2.</summary>
[Instruction("or", Format = "R", Opcode = Alu), Fixed(14, 12, 6), Fixed(31, 25, 0x00)] public readonly record struct Or(X Rd, X Rs1, X Rs2) : IRegisters<Either>;
/// <summary>rd = rs1 and rs2.</summary>
[Instruction("and", Format = "R", Opcode = Alu), Fixed(14, 12, 7), Fixed(31, 25, 0x00)] public readonly record struct And(X Rd, X Rs1, X Rs2) : IRegisters<Both>;

/// <summary>rd = rs1 + imm, modulo 2^32.</summary>
[Instruction("addi", Format = "I", Opcode = AluImm), Fixed(14, 12, 0)] public readonly record struct Addi(X Rd, X Rs1, int Imm) : IImmediate<Sum>;
/// <summary>rd = 1 if rs1 is less than imm, both signed, else 0.</summary>
[Instruction("slti", Format = "I", Opcode = AluImm), Fixed(14, 12, 2)] public readonly record struct Slti(X Rd, X Rs1, int Imm) : IImmediate<Less>;
/// <summary>rd = 1 if rs1 is less than imm, sign-extended and then both unsigned, else 0.</summary>
[Instruction("sltiu", Format = "I", Opcode = AluImm), Fixed(14, 12, 3)] public readonly record struct Sltiu(X Rd, X Rs1, int Imm) : IImmediate<LessUnsigned>;
/// <summary>rd = rs1 xor imm.</summary>
[Instruction("xori", Format = "I", Opcode = AluImm), Fixed(14, 12, 4)] public readonly record struct Xori(X Rd, X Rs1, int Imm) : IImmediate<Differing>;
/// <summary>rd = rs1 or imm.</summary>
[Instruction("ori", Format = "I", Opcode = AluImm), Fixed(14, 12, 6)] public readonly record struct Ori(X Rd, X Rs1, int Imm) : IImmediate<Either>;
/// <summary>rd = rs1 and imm.</summary>
[Instruction("andi", Format = "I", Opcode = AluImm), Fixed(14, 12, 7)] public readonly record struct Andi(X Rd, X Rs1, int Imm) : IImmediate<Both>;
/// <summary>rd = rs1 shifted left by imm.</summary>
[Instruction("slli", Format = "shift", Opcode = AluImm), Fixed(14, 12, 1), Fixed(31, 25, 0x00)] public readonly record struct Slli(X Rd, X Rs1, int Imm) : IImmediate<Left>;
/// <summary>rd = rs1 shifted right by imm; zeros come in.</summary>
[Instruction("srli", Format = "shift", Opcode = AluImm), Fixed(14, 12, 5), Fixed(31, 25, 0x00)] public readonly record struct Srli(X Rd, X Rs1, int Imm) : IImmediate<Right>;
/// <summary>rd = rs1 shifted right by imm; its sign comes in.</summary>
[Instruction("srai", Format = "shift", Opcode = AluImm), Fixed(14, 12, 5), Fixed(31, 25, 0x20)] public readonly record struct Srai(X Rd, X Rs1, int Imm) : IImmediate<RightSigned>;

/// <summary>rd = imm · 2^12.</summary>
[Instruction("lui", Format = "U", Opcode = LuI)] public readonly record struct Lui(X Rd, int Imm) : IUpper { public Int Base(Int pc) => 0; }
/// <summary>rd = pc + imm · 2^12.</summary>
[Instruction("auipc", Format = "U", Opcode = AuiPc)] public readonly record struct Auipc(X Rd, int Imm) : IUpper { public Int Base(Int pc) => pc; }
