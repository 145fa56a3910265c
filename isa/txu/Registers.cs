namespace Hw.Isa.Txu;

/// <summary>One of 32 address registers: a 40-bit base and a stride for each of the four loop levels.</summary>
[Register("a", 32)]
public readonly record struct AddressRegister(int Index);

/// <summary>One of 16 shape registers: three extents and three strides.</summary>
[Register("s", 16)]
public readonly record struct ShapeRegister(int Index);

/// <summary>One of 16 constant registers: a scale, a bias, and the limits of an attention mask.</summary>
[Register("c", 16)]
public readonly record struct ConstantRegister(int Index);

/// <summary>One of 32 state vectors: an FP32 number for each lane.</summary>
[Register("v", TxuIsa.StateVectors)]
public readonly record struct StateVector(int Index);

/// <summary>For <c>using static</c>: A(3) and S(0), as assembly writes a3 and s0.</summary>
public static class Registers
{
    public static AddressRegister A(int index) => new(index);
    public static ShapeRegister S(int index) => new(index);
    public static ConstantRegister C(int index) => new(index);
    public static StateVector V(int index) => new(index);
}
