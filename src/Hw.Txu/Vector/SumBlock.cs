namespace Hw.Txu.Vector;

/// <summary>
/// Four partial sums, because an addition is four stages deep: row i goes to partial i mod 4, whose sum is there again four cycles later. At the end a step
/// adds two of them, and the last one adds what is left to its row.
/// </summary>
public sealed class SumBlock : Module
{
    public const int Latency = Adder.Latency;
    const int Partials = 4;

    public In Control { get; } = Input(UInt(SumControl.Fields.Width));
    public In Value { get; } = Input(Word);
    public In Pattern { get; } = Input(Word);
    /// <summary>what is to be added, and the sum of it</summary>
    public Out A { get; } = Output(Word);
    public Out B { get; } = Output(Word);
    public In Sum { get; } = Input(Word);
    /// <summary>the pattern, or the sum in its place; its low bits</summary>
    public Out Y { get; } = Output(Word);
    public Out Half { get; } = Output(UInt16);
    public Out Octet { get; } = Output(UInt8);

    readonly Reg partial0 = Register(Word), partial1 = Register(Word), partial2 = Register(Word), partial3 = Register(Word);

    protected override void Build()
    {
        var f = SumControl.Fields;
        var partials = new[] { partial0, partial1, partial2, partial3 };
        Signal left = f.Left.Of(Control), right = f.Right.Of(Control), clears = f.Clears.Of(Control);
        Signal takes = Delay(f.Takes.Of(Control), Latency, "takes"), into = Delay(f.Into.Of(Control), Latency, "into"), emits = Delay(f.Emits.Of(Control), Latency, "emits");
        var adds = f.Takes.Of(Control) | f.Emits.Of(Control);
        // a sum is there for the row that comes in the same cycle as for those after it
        var partial = Mux(takes & (into == right), Sum, Mux(right[1], Mux(right[0], partial3, partial2), Mux(right[0], partial1, partial0))).Named("partial");
        A.Drive(Mux(left == (long)SumLeft.PARTIAL0, partial0, Mux(left == (long)SumLeft.PARTIAL2, partial2, Mux(adds, Value, 0))));
        B.Drive(Mux(clears | !adds, 0, partial));
        for (var i = 0; i < Partials; i++)
        {
            var place = partials[i];
            When(clears, () => place.Next = 0).ElseWhen(takes & (into == i), () => place.Next = Sum);
        }
        var y = Mux(emits, Sum, Delay(Pattern, Latency, "passing"));
        Y.Drive(y);
        Half.Drive(y[15, 0]);
        Octet.Drive(y[7, 0]);
    }
}
