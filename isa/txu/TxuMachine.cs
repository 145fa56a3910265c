namespace Hw.Isa.Txu;

/// <summary>
/// The TXU's state: three on-chip memories, DRAM, the registers and the loops. <paramref name="lanes"/> is C, the machine's only
/// configuration that programs can see, and only through the width of an ACC row and a state vector.
/// </summary>
public sealed class TxuMachine(int lanes) : Machine
{
    public override IsaDefinition Isa => TxuIsa.Definition;

    public int Lanes { get; } = lanes is >= 1 and <= TxuIsa.MaxLanes ? lanes : throw new ArgumentOutOfRangeException(nameof(lanes), $"C is 1 … {TxuIsa.MaxLanes}, got {lanes}");
    public RowMemory<sbyte> Spad { get; } = new("SPAD", TxuIsa.SpadRows, TxuIsa.RowBytes);
    public RowMemory<int> Acc { get; } = new("ACC", TxuIsa.AccRows, lanes);
    /// <summary>FP32 patterns.</summary>
    public RowMemory<int> State { get; } = new("STATE", TxuIsa.StateVectors, lanes);
    public Dram Dram { get; } = new();
    public Address[] Addresses { get; } = new Address[32];
    public Shape[] Shapes { get; } = new Shape[16];
    public Constants[] Constants { get; } = new Constants[16];
    /// <summary>Events of this run by <see cref="Counter"/>; those that depend on timing stay 0.</summary>
    public long[] Counts { get; } = new long[Counters.All.Length];
    const int PerQueue = Counter.StInstructions - Counter.LdInstructions;
    public LoopStack Loops { get; } = new();

    public override void Reset()
    {
        Spad.Forget();
        Acc.Forget();
        State.Forget();
        Addresses.AsSpan().Clear();
        Shapes.AsSpan().Fill(new Shape(1, 1, 1, 0, 0, 0));
        Constants.AsSpan().Clear();
        Loops.Clear();
        Counts.AsSpan().Clear();
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
    public override void Execute(Decoded instruction, IEffects effects)
    {
        var it = (ITxuInstruction)instruction.Instruction;
        it.Execute(this, effects);
        Counts[(int)Counter.Instructions]++;
        if (instruction.Queue != (int)Queue.CT) Counts[(int)Counter.LdInstructions + PerQueue * instruction.Queue]++;
        it.Count(this, Counts);
    }

    readonly StationaryChunk?[] chunks = new StationaryChunk?[Enum.GetValues<MmType>().Length];
    internal StationaryChunk Chunk(MmType type) => chunks[(int)type] ??= StationaryChunk.Of(type, Lanes);

    /// <summary>Lanes, eight at a time.</summary>
    internal int Groups => (Lanes + Patterns.Count - 1) / Patterns.Count;
    /// <summary>SPAD rows that the lanes of a row of 16-bit elements take.</summary>
    internal int PairRows => Lanes > TxuIsa.RowBytes / 2 ? TxuIsa.PairRows : 1;

    /// <summary>The position an address register means: that of a query or a key.</summary>
    /// <exception cref="TrapException">It has more than 20 bits.</exception>
    internal int Position(AddressRegister register) =>
        Effective(register) is var at && at < 1L << TxuIsa.PositionBits ? (int)at
            : throw new TrapException(Trap.BadRange, $"position {at} has more than {TxuIsa.PositionBits} bits");

    /// <summary>Rows of 16-bit elements begin at even SPAD rows.</summary>
    internal static void Even(string what, long row, int stride)
    {
        if (row % TxuIsa.PairRows != 0 || stride % TxuIsa.PairRows != 0) throw new TrapException(Trap.BadRange, $"{what}: a row of 16-bit elements is an even SPAD row and the next; the first is {row}, the stride {stride}");
    }

    /// <summary>The range rule: traps unless rows first … last lie in a memory of so many rows.</summary>
    internal static void Range(string what, long first, long last, int rows)
    {
        if (last >= rows) throw new TrapException(Trap.BadRange, $"{what} rows {first} … {last} leave its {rows} rows");
    }
}
