namespace Hw.Txu.Vector;

/// <summary>What enters a lane: a format of SPAD, a word, a word that is requantized, or a number that is the same everywhere. BF16 … STATE are 4 + Source.</summary>
public enum Operand { ZERO, NOTHING, SCALAR, INT8, BF16, E4M3, ACC, STATE, INT32, SUM }

/// <summary>What a row is multiplied with at first: the scale of the instruction, itself, or a row that was held.</summary>
public enum Factor { NONE, SCALE, SELF, HELD0, HELD1, HELD2 }

/// <summary>What becomes of the running maximum.</summary>
public enum MaximumOp { NONE, LOAD, TAKE }

/// <summary>The second operand of an addition: one of two rows that were held, or the bias.</summary>
public enum Addend { HELD0, HELD1, BIAS }

public enum AddOp { COPY, ADD, MAX, MIN }

/// <summary>What a function gives where no key has been seen: α is 1, a weight 0.</summary>
public enum Unseen { FUNCTION, ZERO, ONE }

/// <summary>What a row is multiplied with at last: the row that was kept, that or 0 where it is the inverse of 0, the scale of E4M3 weights.</summary>
public enum LastFactor { NONE, KEPT, FINISH, WEIGHT }

/// <summary>The left operand of the sum: the row itself or a partial sum.</summary>
public enum SumLeft { ROW, PARTIAL0, PARTIAL2 }

/// <summary>Where a row is written. A BF16 row is a pair of scratchpad rows.</summary>
public enum Goal { NONE, BYTES, PAIR, ACC, STATE }

/// <summary>The first multiplication. Zero changes nothing, as in every part of a step.</summary>
public sealed class MultiplyControl : Layout
{
    public static readonly MultiplyControl Fields = new();
    public readonly Field Factor, Replays, Hold;
    /// <remarks>Replays: the first held row takes the row's place. Hold: 1 … 3, the row that arrives becomes held row 0 … 2.</remarks>
    MultiplyControl() => (Factor, Replays, Hold) = (Add(Interval.UInt(3)), Add(Interval.Bit), Add(Interval.UInt(2)));
}

/// <summary>Mask, running maximum, sign.</summary>
public sealed class SelectControl : Layout
{
    public static readonly SelectControl Fields = new();
    public readonly Field Masks, From, Until, Maximum, Emits, Negates;
    /// <remarks>Lanes From … Until − 1 see the key. Emits: the maximum takes the row's place.</remarks>
    SelectControl() => (Masks, From, Until, Maximum, Emits, Negates) =
        (Add(Interval.Bit), Add(Interval.UInt(6)), Add(Interval.UInt(6)), Add(Interval.UInt(2)), Add(Interval.Bit), Add(Interval.Bit));
}

public sealed class AddControl : Layout
{
    public static readonly AddControl Fields = new();
    public readonly Field Op, Addend, Hold, Requantizes, Applies;
    /// <remarks>Hold: 1, 2, the row that arrives becomes held row 0, 1. Requantizes: the INT8 made of the row takes its place. Applies: to a function.</remarks>
    AddControl() => (Op, Addend, Hold, Requantizes, Applies) =
        (Add(Interval.UInt(2)), Add(Interval.UInt(2)), Add(Interval.UInt(2)), Add(Interval.Bit), Add(Interval.Bit));
}

public sealed class FunctionControl : Layout
{
    public static readonly FunctionControl Fields = new();
    public readonly Field Fn, Unseen;
    FunctionControl() => (Fn, Unseen) = (Add(Interval.UInt(3)), Add(Interval.UInt(2)));
}

/// <summary>An elementwise operation. Hold: the row that arrives becomes the second operand of those after it.</summary>
public sealed class ElementwiseControl : Layout
{
    public static readonly ElementwiseControl Fields = new(Vector.Elementwise.All.Count);
    public readonly Field Number, Hold;
    public ElementwiseControl(int operations) => (Number, Hold) = (Add(Interval.UInt(Vector.Elementwise.Bits(operations))), Add(Interval.Bit));
}

/// <summary>The last multiplication. Keeps: the row that arrives is kept for those after it. Applied: it comes from a function.</summary>
public sealed class LastControl : Layout
{
    public static readonly LastControl Fields = new();
    public readonly Field Factor, Keeps, Applied;
    LastControl() => (Factor, Keeps, Applied) = (Add(Interval.UInt(2)), Add(Interval.Bit), Add(Interval.Bit));
}

/// <summary>Sums: Left + partial Right into partial Into, or out in the row's place. Clears: every partial counts as +0 and becomes it.</summary>
public sealed class SumControl : Layout
{
    public static readonly SumControl Fields = new();
    public readonly Field Left, Right, Takes, Into, Clears, Emits;
    SumControl() => (Left, Right, Takes, Into, Clears, Emits) =
        (Add(Interval.UInt(2)), Add(Interval.UInt(2)), Add(Interval.Bit), Add(Interval.UInt(2)), Add(Interval.Bit), Add(Interval.Bit));
}

/// <summary>
/// One step of a vector instruction: a row to be read, what each block of the lanes does with it as it passes, and where it is written. The word 0 does nothing.
/// </summary>
public sealed class VectorStep : Layout
{
    public static readonly VectorStep Fields = new();
    public readonly Field Operand, Row, Element, First, Select, Addition, Function, Elementwise, Last, Format, Sum, Goal, Target, Ends, Scale, Bias, Multiplier, Shift;

    /// <remarks>Element: which of a row of 16 a SCALAR is. Format: as SmxType, 0 for a pattern as it is. Ends: the instruction's last step.</remarks>
    VectorStep()
    {
        (Operand, Row, Element) = (Add(Interval.UInt(4)), Add(SpadRow), Add(Interval.UInt(4)));
        First = Add(Interval.UInt(MultiplyControl.Fields.Width));
        Select = Add(Interval.UInt(SelectControl.Fields.Width));
        Addition = Add(Interval.UInt(AddControl.Fields.Width));
        Function = Add(Interval.UInt(FunctionControl.Fields.Width));
        Elementwise = Add(Interval.UInt(ElementwiseControl.Fields.Width));
        Last = Add(Interval.UInt(LastControl.Fields.Width));
        Format = Add(Interval.UInt(2));
        Sum = Add(Interval.UInt(SumControl.Fields.Width));
        (Goal, Target, Ends) = (Add(Interval.UInt(3)), Add(SpadRow), Add(Interval.Bit));
        (Scale, Bias, Multiplier, Shift) = (Add(Interval.UInt32), Add(Interval.UInt32), Add(Interval.UInt16), Add(Interval.UInt(6)));
    }
}
