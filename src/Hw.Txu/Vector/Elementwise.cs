namespace Hw.Txu.Vector;

/// <summary>An elementwise instruction as the lanes see it.</summary>
/// <param name="Apply">Its text; an operation of one row does not look at the second.</param>
public sealed record Elementwise(Type Instruction, bool IsBinary, Func<Signal, Signal, Signal> Apply)
{
    /// <summary>Those of the definition. A command calls them by their place here, from 1 on.</summary>
    public static IReadOnlyList<Elementwise> All { get; } = [.. IElementwise.Among(TxuIsa.Definition).Select(e => new Elementwise(e.Info.Type, e.Operation.Second is not null, e.Operation.Of))];

    public static int NumberBits => Bits(All.Count);

    /// <summary>Of the number of one of so many; 0 is none of them.</summary>
    public static int Bits(int operations) => new Interval(0, Math.Max(1, operations)).Width;
}
