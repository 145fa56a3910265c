using Hw.Bits;
using Hw.Bits.Numbers;
using Hw.Hdl;

namespace Hw.Cli.Bench.Simulators;

/// <summary>One lane that computes a function of the number library each cycle; a result that the function takes again (`c` of a multiply-add) is kept in the lane.</summary>
sealed class FunctionLane : Module
{
    readonly NumberFunction function;
    readonly Reg result;

    /// <param name="keeps">The operand that is the lane's own last result, or 0 where <see cref="Fresh"/> is 1; null for none.</param>
    public FunctionLane(NumberFunction function, string? keeps = null)
    {
        this.function = function;
        Takes = [.. function.Takes.Select(o => o.Name == keeps ? null : Input(UInt(o.Format.Range.Width), o.Name))];
        if (keeps is not null) Fresh = Input(Bit, "fresh");
        Result = Output(UInt(function.Gives[0].Format.Range.Width), "y");
        result = Register(UInt(Result.Width), name: "result");
    }

    public override string VerilogName => $"lane_{function.Name.Replace('-', '_')}";

    /// <summary>Null for the operand that the lane keeps.</summary>
    public IReadOnlyList<In?> Takes { get; }
    public In? Fresh { get; }
    public Out Result { get; }

    protected override void Build()
    {
        var gives = new Signal[1];
        function.Apply<Signal>([.. function.Takes.Select((o, i) => As(Takes[i] is { } port ? port : Mux(Fresh!, 0, result), o.Format.Range))], gives);
        result.Next = gives[0].Wrap(UInt(result.Width));
        Result.Drive(result);
    }

    static Signal As(Signal bits, Interval range) => range.IsSigned ? bits.Wrap(range) : bits;
}

/// <summary>Lanes of one function, side by side.</summary>
sealed class FunctionLanes : Module
{
    readonly NumberFunction function;
    readonly LaneArray<FunctionLane> lanes;
    readonly IReadOnlyList<In?> takes;
    readonly In? fresh;
    readonly Out results;

    public FunctionLanes(string function, int count, string? keeps = null)
    {
        this.function = NumberFunctions.All.Single(f => f.Name == function);
        takes = [.. this.function.Takes.Select(o => o.Name == keeps ? null : Input(Row(count, UInt(o.Format.Range.Width)), $"{o.Name}_row"))];
        if (keeps is not null) fresh = Input(Bit, "fresh");
        results = Output(Row(count, UInt(this.function.Gives[0].Format.Range.Width)), "results");
        lanes = Instances(count, () => new FunctionLane(this.function, keeps), "lanes");
    }

    public override string VerilogName => $"lanes_{function.Name.Replace('-', '_')}";

    protected override void Build()
    {
        lanes.Each(lane =>
        {
            for (var i = 0; i < takes.Count; i++)
                if (takes[i] is { } row) lane.Takes[i]!.Drive(row.Element(lane.Index));
            if (fresh is not null) lane.Fresh!.Drive(fresh);
        });
        results.Drive(lanes.All(lane => lane.Result));
    }
}
