namespace Hw.Txu.Vector;

/// <summary>
/// The way of a row beside the functions, in the same time: as it is, or through an elementwise instruction, with the row before it as the second operand where there are two.
/// The texts are those of the definition, cut into as many stages as the deepest of them needs.
/// </summary>
public sealed class ElementwiseBlock(IReadOnlyList<Elementwise> operations) : Module
{
    public const int Latency = FunctionBlock.Latency;
    /// <summary>What a stage holds, in the nanoseconds of the model that places registers: with setup and clock, less than a cycle of the house.</summary>
    const double Stage = 4;

    public In Control { get; } = Input(UInt(new ElementwiseControl(operations.Count).Width));
    public In X { get; } = Input(Word);
    public Out Y { get; } = Output(Word);

    readonly Reg second = Register(Word);

    public ElementwiseBlock() : this(Elementwise.All) { }

    protected override void Build()
    {
        var f = new ElementwiseControl(operations.Count);
        When(f.Hold.Of(Control), () => second.Next = X);
        var number = f.Number.Of(Control);
        var a = Mux(number != 0, X, 0).Named("a");                     // a row that only passes does not stir the operations
        var y = operations.Index().Aggregate(X.Value, (rest, o) => Mux(number == o.Index + 1, o.Item.Apply(a, second), rest));
        var stages = (int)Math.Ceiling(Cost.Of([y]).Depth / Stage);
        if (stages > Latency)
        {
            var deepest = operations.MaxBy(o => Cost.Of([o.Apply(a, second)]).Depth)!;
            throw new BitsException($"{deepest.Instruction.Name}.Apply is {Cost.Of([deepest.Apply(a, second)]).Depth:0} ns deep; the {Latency} stages of the elementwise block hold {Stage * Latency:0} ns; say it with less arithmetic, or in two instructions");
        }
        Y.Drive(Delay(Pipeline(Math.Max(1, stages), () => y), Latency - Math.Max(1, stages), "row"));
        Unused(second, "operations read of it what they need");
        if (operations.Count == 0) Unused(number, "there is no operation");
    }
}
