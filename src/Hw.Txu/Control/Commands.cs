namespace Hw.Txu.Control;

/// <summary>What every dispatched instruction carries: its dynamic number, its semaphores, and whether it does nothing else.</summary>
public class Command : Layout
{
    public Field Order { get; }
    public Field Nop { get; }
    public Field Wait0 { get; }
    public Field Wait1 { get; }
    public Field Signal0 { get; }
    public Field Signal1 { get; }

    public Command()
    {
        Order = Add(Geometry.Order);
        Nop = Add(Interval.Bit);
        (Wait0, Wait1) = (Add(SemaphoreRef), Add(SemaphoreRef));
        (Signal0, Signal1) = (Add(SemaphoreRef), Add(SemaphoreRef));
    }
}

/// <summary>LD and ST: a walk of e0·e1·e2 units of 32 bytes through memory against consecutive rows on chip.</summary>
public sealed class TransferCommand : Command
{
    public static readonly TransferCommand Fields = new();
    public Field Address { get; }
    /// <summary>First unit on chip: a scratchpad row, or 4 · accumulator row.</summary>
    public Field Unit { get; }
    /// <summary>0 scratchpad, 1 accumulators (ST only).</summary>
    public Field Space { get; }
    public Field E0 { get; }
    public Field E1 { get; }
    public Field E2 { get; }
    public Field S0 { get; }
    public Field S1 { get; }
    public Field S2 { get; }
    /// <summary>e0 · e1 · e2, at most 8192.</summary>
    public Field Total { get; }

    TransferCommand()
    {
        (Address, Unit, Space) = (Add(Geometry.Address), Add(SpadRow), Add(Interval.Bit));
        (E0, E1, E2) = (Add(Extent), Add(Extent), Add(Extent));
        (S0, S1, S2) = (Add(Stride), Add(Stride), Add(Stride));
        Total = Add(Interval.UInt(14));
    }
}

/// <summary>MM: e0 moving rows against e1 stationary chunks.</summary>
public sealed class MatrixCommand : Command
{
    public static readonly MatrixCommand Fields = new();
    public Field Accumulate { get; }
    public Field AccRow { get; }
    public Field Moving { get; }
    public Field Stationary { get; }
    public Field Rows { get; }
    public Field Chunks { get; }
    public Field RowStride { get; }
    public Field ChunkStride { get; }
    public Field StationaryStride { get; }

    MatrixCommand()
    {
        (Accumulate, AccRow) = (Add(Interval.Bit), Add(Geometry.AccRow));
        (Moving, Stationary) = (Add(SpadRow), Add(SpadRow));
        (Rows, Chunks) = (Add(Extent), Add(Extent));
        (RowStride, ChunkStride, StationaryStride) = (Add(SpadRow), Add(SpadRow), Add(SpadRow));
    }
}

/// <summary>VQ: rows of the accumulators requantized into scratchpad rows.</summary>
public sealed class VectorCommand : Command
{
    public static readonly VectorCommand Fields = new();
    public Field Target { get; }
    public Field Source { get; }
    public Field Rows { get; }
    public Field TargetStride { get; }
    public Field SourceStride { get; }
    public Field Scale { get; }
    public Field Shift { get; }

    VectorCommand()
    {
        (Target, Source, Rows) = (Add(SpadRow), Add(AccRow), Add(Extent));
        (TargetStride, SourceStride) = (Add(SpadRow), Add(AccRow));
        (Scale, Shift) = (Add(Interval.UInt16), Add(Interval.UInt(6)));
    }
}

/// <summary>An instruction whose last write is visible.</summary>
public sealed class Completion : Layout
{
    public static readonly Completion Fields = new();
    public Field Order { get; }
    public Field Signal0 { get; }
    public Field Signal1 { get; }
    /// <summary>A memory response reported an error.</summary>
    public Field Error { get; }

    Completion() => (Order, Signal0, Signal1, Error) = (Add(Geometry.Order), Add(SemaphoreRef), Add(SemaphoreRef), Add(Interval.Bit));

    /// <summary>A completion made before any memory response, now that the responses are in.</summary>
    public static Signal With(Signal completion, Signal error) => Fields.Pack((Fields.Order, Fields.Order.Of(completion)),
        (Fields.Signal0, Fields.Signal0.Of(completion)), (Fields.Signal1, Fields.Signal1.Of(completion)), (Fields.Error, error));

    /// <summary>The completion of a command.</summary>
    public static Signal Of(Command fields, Signal command, Signal error) => Fields.Pack((Fields.Order, fields.Order.Of(command)),
        (Fields.Signal0, fields.Signal0.Of(command)), (Fields.Signal1, fields.Signal1.Of(command)), (Fields.Error, error));
}
