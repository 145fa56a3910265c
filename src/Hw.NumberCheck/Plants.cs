using Hw.Bits.Numbers;

namespace Hw.NumberCheck;

/// <summary>What a planted fault changes.</summary>
public enum PlantKind
{
    /// <summary>A constant of the text reads one too large.</summary>
    Constant,
    /// <summary>Every entry of a table reads too large.</summary>
    Table,
    /// <summary>A clamp stops one short of its upper end.</summary>
    Clamp,
    /// <summary>The last product of a sum is left out.</summary>
    Term,
}

/// <summary>A fault in one function: the thing of this kind that the text comes to after <paramref name="Occurrence"/> others.</summary>
public sealed record Plant(string Function, PlantKind Kind, int Occurrence)
{
    public string Name => $"{Function}-{Kind.ToString().ToLowerInvariant()}";

    /// <summary>What is wrong, in words.</summary>
    /// <exception cref="InvalidOperationException">The text never comes to that thing.</exception>
    public string What => (Kind, Target) switch
    {
        (PlantKind.Constant, long value) => $"constant {Occurrence + 1} of the text, {value}, reads {value + 1}",
        (PlantKind.Table, var table) => $"the entries of the table {table} read too large",
        (PlantKind.Clamp, long value) => $"a clamp stops at {value - 1} instead of {value}",
        (_, var last) => $"product {last} is left out of the sum",
    };

    /// <summary>The function over arrays of patterns, with the fault in it.</summary>
    public void Read(ReadOnlySpan<long[]> takes, ReadOnlySpan<long[]> gives)
    {
        var function = NumberFunctions.All.Single(f => f.Name == Function);
        var (x, y) = (new Planted[takes.Length], new Planted[gives.Length]);
        Planted.With(this);
        for (var i = 0; i < gives[0].Length; i++)
        {
            for (var k = 0; k < x.Length; k++) x[k] = new(new(takes[k][i]));
            Planted.Restart();
            function.Apply<Planted>(x, y);
            for (var k = 0; k < y.Length; k++) gives[k][i] = y[k].Value.Value;
        }
        Planted.With(null);
    }

    object Target
    {
        get
        {
            var function = NumberFunctions.All.Single(f => f.Name == Function);
            Planted.With(this);
            Planted.Restart();
            function.Apply<Planted>(new Planted[function.Takes.Count], new Planted[function.Gives.Count]);
            Planted.With(null);
            return Planted.Struck ?? throw new InvalidOperationException($"{Function} has no {Kind} number {Occurrence}: choose another in {nameof(Plants)}.cs");
        }
    }
}

/// <summary>The faults that `hw numbers check --plant` offers: at least one in every function, each known to be caught.</summary>
public static class Plants
{
    public static IReadOnlyList<Plant> All { get; } = [.. NumberFunctions.All.SelectMany(In)];

    public static Plant? Find(string name) => All.FirstOrDefault(p => p.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>Which constant: one that every input of some kind depends on. (A limit that is never reached may read anything.)</summary>
    static IEnumerable<Plant> In(NumberFunction function) => function switch
    {
        DotFunction { Pair.IsInteger: true } => [new(function.Name, PlantKind.Term, 0)],
        AccumulateInt32 or MultiplyAccumulateInt8 => [new(function.Name, PlantKind.Clamp, 0)],
        ToIntegerFunction => [new(function.Name, PlantKind.Constant, 3), new(function.Name, PlantKind.Clamp, 0)],
        _ when Functions.Real.Contains(function) => [new(function.Name, PlantKind.Constant, 3), new(function.Name, PlantKind.Table, 0)],
        _ => [new(function.Name, PlantKind.Constant, function switch
        {
            Fp32Equal => 2,                    // a NaN that one side takes for a number is still refused by the other
            AmaxFunction or Fp32Relation => 0,
            FromIntegerFunction => 5,
            DotFunction or DequantizeFunction => 4,
            QuantizeFunction { Format.Name: "nvfp4" } => 7,
            _ => 3,
        })],
    };
}
