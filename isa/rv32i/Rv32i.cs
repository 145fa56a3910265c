namespace Hw.Isa.Rv32i;

/// <summary>
/// RV32I 2.1, the base of RISC-V: 32-bit words, 32 registers, 40 instructions. Registers sit at the same place in every word, immediates where they were cheapest to wire.
/// An instruction is one record: its opcode and function bits, its operands, and the text of what it computes. Fixed(14, 12, …) is funct3, Fixed(31, 25, …) funct7.
/// </summary>
[InstructionSet("rv32i", "2.1", WordBits = 32, Opcode = "6:0", Unclaimed = null)]
[Format("R", Fields = "Rd 11:7, Rs1 19:15, Rs2 24:20")]
[Format("I", Fields = "Rd 11:7, Rs1 19:15, Imm 31:20 signed"), Format("shift", Fields = "Rd 11:7, Rs1 19:15, Imm 24:20")]
[Format("S", Fields = "Rs1 19:15, Rs2 24:20, Imm 31:25 11:7 signed"), Format("B", Fields = "Rs1 19:15, Rs2 24:20, Imm 31 7 30:25 11:8 signed *2 relative")]
[Format("U", Fields = "Rd 11:7, Imm 31:12"), Format("J", Fields = "Rd 11:7, Imm 31 19:12 20 30:21 signed *2 relative")]
[Format("fence", Fields = "Pred 27:24, Succ 23:20"), Format("system")]
[Region(0x0B, 0x0B, Policy.Custom, "custom-0"), Region(0x2B, 0x2B, Policy.Custom, "custom-1")]
[Region(0x5B, 0x5B, Policy.Custom, "custom-2"), Region(0x7B, 0x7B, Policy.Custom, "custom-3")]
public static class Rv32i
{
    /// <summary>Major opcodes.</summary>
    internal const int Load = 0x03, MiscMem = 0x0F, AluImm = 0x13, AuiPc = 0x17, Store = 0x23, Alu = 0x33, LuI = 0x37, Branch = 0x63, JalR = 0x67, JaL = 0x6F, SystemOp = 0x73;

    /// <summary>How assembly writes an address; of a store, whose value comes first.</summary>
    internal const string At = "rd, imm(rs1)", To = "rs2, imm(rs1)";

    static readonly Lazy<IsaDefinition> definition = new(() => IsaDefinition.Define(IsaShape.Of(typeof(Rv32i)) with
    {
        Memories = [new("X", 32, "register of 32 bits"), new("MEM", 1L << 32, "byte")], Bench = () => new Rv32Bench(),
    }, typeof(Rv32i).Assembly));
    public static IsaDefinition Definition => definition.Value;
}

/// <summary>One of 32 registers. x0 reads as zero, and what is written to it is lost.</summary>
[Register("x", 32, Names = "zero ra sp gp tp t0 t1 t2 s0/fp s1 a0 a1 a2 a3 a4 a5 a6 a7 s2 s3 s4 s5 s6 s7 s8 s9 s10 s11 t3 t4 t5 t6")]
public readonly record struct X(int Index);
