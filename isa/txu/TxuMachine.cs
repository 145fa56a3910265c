namespace Hw.Isa.Txu;

/// <summary>
/// The TXU's state: two on-chip memories, DRAM, the registers and the loops. <paramref name="lanes"/> is C, the machine's only
/// configuration that programs can see, and only through the width of an ACC row.
/// </summary>
public sealed class TxuMachine(int lanes) : Machine
{
    public override IsaDefinition Isa => TxuIsa.Definition;

    public int Lanes { get; } = lanes is >= 1 and <= TxuIsa.MaxLanes ? lanes : throw new ArgumentOutOfRangeException(nameof(lanes), $"C is 1 … {TxuIsa.MaxLanes}, got {lanes}");
    public RowMemory<sbyte> Spad { get; } = new("SPAD", TxuIsa.SpadRows, TxuIsa.RowBytes);
    public RowMemory<int> Acc { get; } = new("ACC", TxuIsa.AccRows, lanes);
    public Dram Dram { get; } = new();
    public Address[] Addresses { get; } = new Address[32];
    public Shape[] Shapes { get; } = new Shape[16];
    public LoopStack Loops { get; } = new();

    public override void Reset()
    {
        Spad.Forget();
        Acc.Forget();
        Addresses.AsSpan().Clear();
        Shapes.AsSpan().Fill(new Shape(1, 1, 1, 0, 0, 0));
        Loops.Clear();
    }

    /// <summary>The address a register means now: base plus, for each active loop, iteration × stride, modulo 2^40.</summary>
    public long Effective(AddressRegister register)
    {
        ref var a = ref Addresses[register.Index];
        var address = a.Base;
        for (var level = 0; level < Loops.Depth; level++) address += (long)Loops.Iteration(level) * a.Strides[level];
        return address & Dram.Mask;
    }

    public override void Check(Decoded instruction) => ((ITxuInstruction)instruction.Instruction).Check(this);
    public override void Execute(Decoded instruction, IEffects effects) => ((ITxuInstruction)instruction.Instruction).Execute(this, effects);

    /// <summary>The range rule: traps unless rows first … last lie in a memory of so many rows.</summary>
    internal static void Range(string what, long first, long last, int rows)
    {
        if (last >= rows) throw new TrapException(Trap.BadRange, $"{what} rows {first} … {last} leave its {rows} rows");
    }
}
