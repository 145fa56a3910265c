namespace Hw.Isa.Rv32i;

/// <summary>rd = the item at rs1 + imm.</summary>
public interface ILoad<I> : IRv32Instruction, IHasMeaning where I : unmanaged, IBinaryInteger<I>, IMinMaxValue<I>
{
    X Rd { get; } X Rs1 { get; } int Imm { get; }
    Int Address(Rv32Machine m) => Sum.Of(m[Rs1], new Int((uint)Imm));
    void IRv32Instruction.Check(Rv32Machine m) => m.CheckAccess(Address(m), Unsafe.SizeOf<I>());
    void IRv32Instruction.Execute(Rv32Machine m, IEffects effects) => m.Set(Rd, Texts.Extended<I, Int>(m.Load<I>(Address(m))), effects);
    static IEnumerable<Meaning> IHasMeaning.Meanings => [Texts.Meaning("address", "rs1", "imm", Sum.Of), Texts.Meaning("rd", "item", "", (x, _) => Texts.Extended<I, Signal>(x))];
}

/// <summary>The item at rs1 + imm = the low bits of rs2.</summary>
public interface IStore<I> : IRv32Instruction, IHasMeaning where I : unmanaged, IBinaryInteger<I>, IMinMaxValue<I>
{
    X Rs1 { get; } X Rs2 { get; } int Imm { get; }
    Int Address(Rv32Machine m) => Sum.Of(m[Rs1], new Int((uint)Imm));
    void IRv32Instruction.Check(Rv32Machine m) => m.CheckAccess(Address(m), Unsafe.SizeOf<I>());
    void IRv32Instruction.Execute(Rv32Machine m, IEffects effects) => m.Store<I>(Address(m), Texts.Extended<I, Int>(m[Rs2]), effects);
    static IEnumerable<Meaning> IHasMeaning.Meanings => [Texts.Meaning("address", "rs1", "imm", Sum.Of), Texts.Meaning("item", "rs2", "", (x, _) => Texts.Extended<I, Signal>(x))];
}

/// <summary>rd = the byte at rs1 + imm, sign-extended.</summary>
[Instruction("lb", Format = "I", Opcode = Load, Syntax = At), Fixed(14, 12, 0)] public readonly record struct Lb(X Rd, X Rs1, int Imm) : ILoad<sbyte>;
/// <summary>rd = the two bytes at rs1 + imm, sign-extended.</summary>
[Instruction("lh", Format = "I", Opcode = Load, Syntax = At), Fixed(14, 12, 1)] public readonly record struct Lh(X Rd, X Rs1, int Imm) : ILoad<short>;
/// <summary>rd = the four bytes at rs1 + imm.</summary>
[Instruction("lw", Format = "I", Opcode = Load, Syntax = At), Fixed(14, 12, 2)] public readonly record struct Lw(X Rd, X Rs1, int Imm) : ILoad<uint>;
/// <summary>rd = the byte at rs1 + imm.</summary>
[Instruction("lbu", Format = "I", Opcode = Load, Syntax = At), Fixed(14, 12, 4)] public readonly record struct Lbu(X Rd, X Rs1, int Imm) : ILoad<byte>;
/// <summary>rd = the two bytes at rs1 + imm.</summary>
[Instruction("lhu", Format = "I", Opcode = Load, Syntax = At), Fixed(14, 12, 5)] public readonly record struct Lhu(X Rd, X Rs1, int Imm) : ILoad<ushort>;

/// <summary>The byte at rs1 + imm = the low byte of rs2.</summary>
[Instruction("sb", Format = "S", Opcode = Store, Syntax = To), Fixed(14, 12, 0)] public readonly record struct Sb(X Rs2, X Rs1, int Imm) : IStore<byte>;
/// <summary>The two bytes at rs1 + imm = the low half of rs2.</summary>
[Instruction("sh", Format = "S", Opcode = Store, Syntax = To), Fixed(14, 12, 1)] public readonly record struct Sh(X Rs2, X Rs1, int Imm) : IStore<ushort>;
/// <summary>The four bytes at rs1 + imm = rs2.</summary>
[Instruction("sw", Format = "S", Opcode = Store, Syntax = To), Fixed(14, 12, 2)] public readonly record struct Sw(X Rs2, X Rs1, int Imm) : IStore<uint>;
