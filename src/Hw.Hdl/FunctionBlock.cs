using Hw.Bits.Numbers;

namespace Hw.Hdl;

/// <summary>
/// A function of the number library as hardware: a port for each pattern it takes and gives, combinational, or cut into
/// pipeline stages. It is what checks, synthesis and users instantiate.
/// </summary>
public sealed class FunctionBlock : Module
{
    readonly NumberFunction function;
    readonly int stages;

    /// <summary>In the order of the function's Takes and Gives.</summary>
    public IReadOnlyList<In> Takes { get; }
    public IReadOnlyList<Out> Gives { get; }

    public FunctionBlock(NumberFunction function, int stages = 0)
    {
        (this.function, this.stages) = (function, stages);
        Takes = [.. function.Takes.Select(o => new In(Naming.Snake(o.Name).Replace('-', '_'), o.Format.Range, Origin.Unknown) { Spare = "the function does not depend on these bits" })];
        Gives = [.. function.Gives.Select(o => Output(o.Format.Range, o.Name.Replace('-', '_')))];
    }

    /// <summary>Cycles from Takes to Gives.</summary>
    public int Latency => stages;

    /// <summary>`exp2`, or `exp2_p4` with four stages.</summary>
    public override string VerilogName => $"{function.Name.Replace('-', '_')}{(stages > 0 ? $"_p{stages}" : "")}";

    public override string Summary => stages == 0 ? function.Summary : $"{function.Summary} The result comes {stages} {(stages == 1 ? "cycle" : "cycles")} after its operands.";

    protected override void Build()
    {
        var results = Pipeline(stages, () =>
        {
            var gives = new Signal[Gives.Count];
            function.Apply<Signal>([.. Takes.Select(t => t.Value)], gives);
            return gives;
        });
        foreach (var (i, port) in Gives.Index()) port.Drive(results[i]);
    }
}
