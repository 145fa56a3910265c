using Hw.Bits.Numbers;

namespace Hw.Hdl;

/// <summary>
/// What a function promises (<c>Fits</c>) as a combinational block for a solver: one output for each promise, `kept_1`, `kept_2`,
/// …, 1 where it is kept or its value is not used. The function's promises hold when each output is always 1:
/// `sat -prove kept_1 1` in Yosys.
/// </summary>
public sealed class PromiseBlock(NumberFunction function) : Module
{
    readonly IReadOnlyList<In> takes = [.. function.Takes.Select(o => new In(Naming.Snake(o.Name).Replace('-', '_'), o.Format.Range, Origin.Unknown) { Spare = "no promise depends on these bits" })];

    /// <summary>The reasons given, in the order of the outputs.</summary>
    public IReadOnlyList<string> Reasons { get; private set; } = [];

    public override string VerilogName => $"{function.Name.Replace('-', '_')}_promises";
    public override string Summary => $"The promises of {function.Name}: each output is 1 where its promise is kept.";

    protected override void Build()
    {
        var gives = new Signal[function.Gives.Count];
        function.Apply<Signal>([.. takes.Select(t => t.Value)], gives);
        var promises = Verilog.Promises.Of(gives);
        Reasons = [.. promises.Select(p => $"{p.Promise.Detail}")];
        foreach (var (i, (promise, guard)) in promises.Index()) Output(Bit, $"kept_{i + 1}").Drive(Verilog.Promises.Kept(promise, guard));
    }
}
