namespace Hw.SimCheck.Graphs;

/// <summary>One choice of a graph made otherwise: same ports, same state, another meaning. What a comparison must find.</summary>
public enum Twist
{
    None,
    /// <summary>One operation of an expression gives the next lower value.</summary>
    Operation,
    /// <summary>Registers reset to another value of their range.</summary>
    Reset,
    /// <summary>A memory shows the other word where a read meets a write.</summary>
    Collision,
    /// <summary>The mask of a write is upside down.</summary>
    Mask,
    /// <summary>A lane takes from itself what it should take from the lane before.</summary>
    Neighbour,
    /// <summary>A row is shifted one element short.</summary>
    Shift,
    /// <summary>Two lanes have changed their numbers.</summary>
    LaneNumber,
    /// <summary>A word is cut one bit beside its place.</summary>
    Offset,
}

static class TwistedChoices
{
    /// <summary>The other collision, where the twist says so.</summary>
    public static Collision Turned(this Collision collision, Twist twist) => twist != Twist.Collision ? collision
        : collision == Collision.ReadFirst ? Collision.WriteFirst : Collision.ReadFirst;

    public static BigInteger TurnedReset(this BigInteger reset, Interval range, Twist twist) => twist != Twist.Reset ? reset
        : reset == range.Min ? range.Max : range.Min;
}
