namespace Hw.Txu.Vector;

/// <summary>a + b.</summary>
public sealed class Adder : Module
{
    public const int Latency = 4;

    public In A { get; } = Input(Word);
    public In B { get; } = Input(Word);
    public Out Y { get; } = Output(Word);

    protected override void Build() => Y.Drive(Pipeline(Latency, () => Numerics.Add<Signal>(A, B)));
}
