namespace Hw.Isa.Txu;

/// <summary>
/// The TXU's instruction set: 128-bit words, opcode in bits 7:0, five queues, 32 counting semaphores, four memories.
/// The instructions are the other files of this folder, one each.
/// </summary>
[InstructionSet("txu", "0.3", WordBits = 128, Opcode = "7:0")]
[Format(Unit, Waits = "13:8 19:14", Signals = "25:20 31:26")]
[Format(Vector, Waits = "13:8 19:14", Signals = "25:20 31:26", Queue = nameof(Queue.VX),
    Fields = "Dst 48:44, A 53:49, B 58:54, Shape 62:59, State 67:63, C 71:68, To 78:77, From 80:79, With 82:81, Fn 86:83")]
[Format(Short)]
public static class TxuIsa
{
    /// <summary>Carries two waits and two signals; dtype is [35:32], flags [43:36], the payload starts at bit 44.</summary>
    public const string Unit = "unit";
    /// <summary>Of the vector queue, with the places of its operands.</summary>
    public const string Vector = "vector";
    /// <summary>Control without semaphores: the payload starts at bit 8.</summary>
    public const string Short = "short";

    public const int Spad = 0, Acc = 1, Dram = 2, State = 3;
    public const int SpadRows = 8192, AccRows = 1024, StateVectors = 32, RowBytes = 32, AccSlotBytes = 4;
    /// <summary>SPAD rows of 32 elements of 16 bits: an even one and the one after it.</summary>
    public const int PairRows = 2;
    public const int MaxLanes = 32, Levels = 4, AddressBits = 40, PositionBits = 20;

    /// <summary>Lazy, so that whoever asks first is told what is wrong with it, and not that a type failed to initialise.</summary>
    static readonly Lazy<IsaDefinition> definition = new(() => IsaDefinition.Define(IsaShape.Of(typeof(TxuIsa)) with
    {
        Queues = typeof(Queue),
        ControlQueue = (int)Queue.CT,
        Semaphores = new(Count: 32, Max: 63),
        Memories =
        [
            new("SPAD", SpadRows, "row of 32 bytes, element j at byte j; with 16-bit elements an even row and the next, element j at byte 2j"),
            new("ACC", AccRows, "row of C lanes × INT32 or FP32"),
            new("DRAM", 1L << AddressBits, "byte; written 32 at a time"),
            new("STATE", StateVectors, "vector of C lanes × FP32"),
        ],
        Bench = () => new TxuBench(),
        Counters = [.. Counters.All.Select(c => new StatusRegister(Counters.Address + 8 * (int)c.Counter, c.Name, c.TimingFree ? c.Summary : $"{c.Summary}; depends on timing"))],
    }, typeof(TxuIsa).Assembly));

    public static IsaDefinition Definition => definition.Value;
}

/// <summary>The asynchronous queues: load, store, matrix, vector, control. Control executes in order, at dispatch.</summary>
public enum Queue { LD, ST, MM, VX, CT }
