namespace Hw.Cosim;

/// <summary>What golden and RTL disagree about.</summary>
public enum DifferenceKind
{
    /// <summary>A row has other contents.</summary>
    Data,
    /// <summary>A row went elsewhere.</summary>
    Address,
    /// <summary>The RTL wrote fewer rows.</summary>
    MissingWrites,
    /// <summary>The RTL wrote more rows, or after the instruction had retired, or for an instruction that does not exist.</summary>
    ExtraWrites,
    /// <summary>An instruction retired twice, out of the order of its queue, or in a program that has ended.</summary>
    Retirement,
    /// <summary>An instruction never retired.</summary>
    NotRetired,
    /// <summary>Halt code, trap cause or pc.</summary>
    End,
    /// <summary>The memory outside the chip, though all writes were equal.</summary>
    Memory,
    /// <summary>A counter that no timing changes, though all writes were equal.</summary>
    Counter,
    /// <summary>A rule of a port, or an assertion.</summary>
    Protocol,
}

/// <summary>The first difference, as far as it could be traced.</summary>
public sealed record Difference(DifferenceKind Kind, string Message)
{
    /// <summary>Of the RTL's write or retirement; the clock of the simulation.</summary>
    public ulong Cycle { get; init; }
    /// <summary>Null when no instruction is to blame.</summary>
    public InstructionPlace? Instruction { get; init; }
    public ElementDifference? Element { get; init; }
    /// <summary>What retired just before, oldest first.</summary>
    public IReadOnlyList<RetiredLine> LastRetired { get; init; } = [];
    /// <summary>What has not retired although the golden has executed it, oldest first.</summary>
    public IReadOnlyList<InstructionPlace> InFlight { get; init; } = [];
}

/// <summary>One dynamic instruction.</summary>
/// <param name="Order">Its number in the order of execution, from 0.</param>
/// <param name="Source">The line that wrote it.</param>
public sealed record InstructionPlace(long Order, int Pc, string Text, string? Source, string Queue);

/// <summary>A retirement, for people.</summary>
public sealed record RetiredLine(InstructionPlace Instruction, ulong Cycle);

/// <summary>The first element that differs, and how many more of the same instruction do.</summary>
/// <param name="Row">The golden's row, or byte address.</param>
/// <param name="Name">What an index counts: lane, byte.</param>
/// <param name="Indices">All indices in which some row differs.</param>
public sealed record ElementDifference(string Memory, long Row, string RowText, string Name, int Index, long Rtl, long Golden, int Bytes,
    int DifferingElements, int Elements, int DifferingRows, int Rows, IReadOnlyList<int> Indices)
{
    public string RtlHex => Hex(Rtl);
    public string GoldenHex => Hex(Golden);
    string Hex(long value) => "0x" + (value & (Bytes == 8 ? -1 : (1L << 8 * Bytes) - 1)).ToString("X" + 2 * Bytes);
}
