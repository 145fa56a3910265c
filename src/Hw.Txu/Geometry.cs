namespace Hw.Txu;

/// <summary>Sizes that every configuration shares: they are part of the instruction set, only the lane count C is free.</summary>
public static class Geometry
{
    /// <summary>Scratchpad rows of 32 bytes; 8192 rows are 256 KiB.</summary>
    public const int SpadRows = TxuIsa.SpadRows;
    public const int SpadBanks = 8;
    /// <summary>Accumulator rows of C × INT32.</summary>
    public const int AccRows = TxuIsa.AccRows, AccBanks = 4;
    /// <summary>An accumulator row in memory: 32 slots of 4 bytes, four 32-byte units, whatever C is.</summary>
    public const int Slots = TxuIsa.MaxLanes, UnitsPerAccRow = Slots * TxuIsa.AccSlotBytes / TxuIsa.RowBytes;
    public const int SemaphoreCount = 32, SemaphoreMax = 63;
    public const int AddressRegisters = 32, ShapeRegisters = 16, ConstantRegisters = 16, LoopLevels = TxuIsa.Levels;

    public static readonly Interval SpadRow = Interval.UInt(13), AccRow = Interval.UInt(10), StateRow = Interval.UInt(5);
    /// <summary>The position of a query or a key.</summary>
    public static readonly Interval Position = Interval.UInt(TxuIsa.PositionBits);
    /// <summary>A byte address in memory.</summary>
    public static readonly Interval Address = Interval.UInt(TxuIsa.AddressBits);
    /// <summary>The dynamic number of an instruction, 0 for the first one executed.</summary>
    public static readonly Interval Order = Interval.UInt(32);
    public static readonly Interval Extent = Interval.UInt(13), Stride = Interval.UInt(24);
    /// <summary>Data of one memory beat, one scratchpad row.</summary>
    public static readonly Interval Beat = Interval.UInt(256);
    /// <summary>An even scratchpad row and the next: 32 elements of 16 bits.</summary>
    public static readonly Interval Pair = Interval.UInt(512);
    /// <summary>A 32-bit word of an accumulator or a state vector: INT32, or the pattern of an FP32.</summary>
    public static readonly Interval Word = Interval.UInt(32);
    /// <summary>Semaphore reference: bit 5 = used, bits 4…0 = which.</summary>
    public static readonly Interval SemaphoreRef = Interval.UInt(6);
}
