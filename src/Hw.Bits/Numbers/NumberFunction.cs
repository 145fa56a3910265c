namespace Hw.Bits.Numbers;

/// <summary>One value that a function takes or gives.</summary>
public readonly record struct Operand(string Name, NumberFormat Format);

/// <summary>
/// A function of the number library: what it takes, what it gives, and its one text. The readings, the checks against the
/// oracles, the hardware block, the cost and the manual page all start here.
/// </summary>
public abstract class NumberFunction(string name, string summary, IReadOnlyList<Operand> takes, IReadOnlyList<Operand> gives)
{
    /// <summary>As typed on the command line: <c>exp2</c>, <c>convert-fp32-e4m3</c>, <c>dot32-bf16</c>.</summary>
    public string Name => name;

    /// <summary>One sentence for the manual.</summary>
    public string Summary => summary;
    public IReadOnlyList<Operand> Takes => takes;
    public IReadOnlyList<Operand> Gives => gives;

    /// <summary>The text: from the patterns taken to the patterns given, in the order of <see cref="Takes"/> and <see cref="Gives"/>.</summary>
    public abstract void Apply<T>(ReadOnlySpan<T> takes, Span<T> gives) where T : struct, IBits<T>;

    public override string ToString() => Name;
}
