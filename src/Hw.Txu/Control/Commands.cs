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
    /// <summary>0 scratchpad, 1 accumulators.</summary>
    public Field Space { get; }
    /// <summary>Through the transposer: LDT, STT; and whether its elements have 16 bits.</summary>
    public Field Transposes { get; }
    public Field Wide { get; }
    public Field E0 { get; }
    public Field E1 { get; }
    public Field E2 { get; }
    public Field S0 { get; }
    public Field S1 { get; }
    public Field S2 { get; }
    /// <summary>e0 · e1 · e2, at most 8192; of a transposing transfer e1 · e2, its tiles.</summary>
    public Field Total { get; }

    TransferCommand()
    {
        (Address, Unit, Space) = (Add(Geometry.Address), Add(SpadRow), Add(Interval.Bit));
        (Transposes, Wide) = (Add(Interval.Bit), Add(Interval.Bit));
        (E0, E1, E2) = (Add(Extent), Add(Extent), Add(Extent));
        (S0, S1, S2) = (Add(Stride), Add(Stride), Add(Stride));
        Total = Add(Interval.UInt(14));
    }
}

/// <summary>MM: e0 moving rows against e1 stationary chunks.</summary>
public sealed class MatrixCommand : Command
{
    public static readonly MatrixCommand Fields = new();
    /// <summary>As MmType and MmMode.</summary>
    public Field Type { get; }
    public Field Mode { get; }
    /// <summary>The state vector that holds α.</summary>
    public Field Alpha { get; }
    /// <summary>Features of the last chunk, lanes that multiply; 0 all.</summary>
    public Field Tail { get; }
    public Field Lanes { get; }
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
        (Type, Mode, Alpha) = (Add(Interval.UInt(2)), Add(Interval.UInt(2)), Add(StateRow));
        (Tail, Lanes) = (Add(Interval.UInt(5)), Add(Interval.UInt(5)));
        AccRow = Add(Geometry.AccRow);
        (Moving, Stationary) = (Add(SpadRow), Add(SpadRow));
        (Rows, Chunks) = (Add(Extent), Add(Extent));
        (RowStride, ChunkStride, StationaryStride) = (Add(SpadRow), Add(SpadRow), Add(SpadRow));
    }
}

/// <summary>Which instruction of the vector queue a command is; the elementwise ones of the definition are two kinds.</summary>
public enum VectorKind { VQ, VDQ, VBIN, VACT, VGLU, VRED, VNRM, VROPE, SMX, SMXF, UNARY, BINARY }

/// <summary>A vector instruction: rows of one or two sources into rows of a target, or into state vectors.</summary>
public sealed class VectorCommand : Command
{
    public static readonly VectorCommand Fields = new();
    public Field Kind { get; }
    /// <summary>BinaryOp, Activation or Reduction; of an elementwise instruction its number.</summary>
    public Field Fn { get; }
    /// <summary>As Target, Source, Other.</summary>
    public Field To { get; }
    public Field From { get; }
    public Field With { get; }
    /// <summary>VqType, VdqType or SmxType.</summary>
    public Field Type { get; }
    /// <summary>First, Affine or Scaled.</summary>
    public Field Flag { get; }
    public Field Causal { get; }
    public Field Same { get; }
    /// <summary>Rows of SPAD, ACC or STATE, as To, From and With say.</summary>
    public Field Target { get; }
    public Field A { get; }
    public Field B { get; }
    public Field Rows { get; }
    public Field TargetStride { get; }
    public Field AStride { get; }
    public Field BStride { get; }
    public Field State { get; }
    /// <summary>FP32 patterns of the constant register.</summary>
    public Field Scale { get; }
    public Field Bias { get; }
    public Field Keys { get; }
    public Field Window { get; }
    /// <summary>Positions of lane 0's query and of the first key.</summary>
    public Field Query { get; }
    public Field Key { get; }
    /// <summary>VQ to INT8.</summary>
    public Field Multiplier { get; }
    public Field Shift { get; }

    VectorCommand()
    {
        (Kind, Fn) = (Add(Interval.UInt(4)), Add(Interval.UInt(Math.Max(4, Vector.Elementwise.NumberBits))));
        (To, From, With, Type) = (Add(Interval.UInt(2)), Add(Interval.UInt(2)), Add(Interval.UInt(2)), Add(Interval.UInt(2)));
        (Flag, Causal, Same) = (Add(Interval.Bit), Add(Interval.Bit), Add(Interval.Bit));
        (Target, A, B) = (Add(SpadRow), Add(SpadRow), Add(SpadRow));
        Rows = Add(Extent);
        (TargetStride, AStride, BStride) = (Add(SpadRow), Add(SpadRow), Add(SpadRow));
        State = Add(StateRow);
        (Scale, Bias) = (Add(Interval.UInt32), Add(Interval.UInt32));
        (Keys, Window, Query, Key) = (Add(Position), Add(Position), Add(Position), Add(Position));
        (Multiplier, Shift) = (Add(Interval.UInt16), Add(Interval.UInt(6)));
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
