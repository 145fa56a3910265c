namespace Hw.Txu.Vector;

/// <summary>The way of a row beside the functions.</summary>
public sealed class PassBlock : Module
{
    public In X { get; } = Input(Word);
    public Out Y { get; } = Output(Word);

    protected override void Build() => Y.Drive(Delay(X, FunctionBlock.Latency, "row"));
}
