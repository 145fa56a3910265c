using System.Numerics;
using Hw.Hdl;
using Hw.Sim;
using Port = Hw.Sim.Port;

namespace Hw.BuiltIn;

/// <summary>State that was set from outside.</summary>
sealed record Poke(StateElement Element, int? Address, BigInteger Value)
{
    public void Apply(BuiltInSimulation simulation)
    {
        if (Address is { } address) simulation.Write(Element, address, Value);
        else simulation.Write(Element, Value);
    }
}

/// <summary>
/// Cycles in a row as they were driven: state is poked before the first, all inputs are set, and some take a row of values in each
/// cycle until the rows end, whose last one stays.
/// </summary>
sealed class Stretch
{
    public required ulong Start { get; init; }
    public ulong Cycles { get; set; }
    public ulong End => Start + Cycles;
    public required List<Poke> Pokes { get; init; }
    public required uint[] Inputs { get; init; }
    public required Port[] Played { get; init; }
    public required uint[] Rows { get; init; }

    int Width => Played.Sum(p => p.Info.Words);

    /// <summary>Grows by the next stretch when that drives the same.</summary>
    public bool TakesIn(Stretch next)
    {
        if (Played.Length > 0 || next.Played.Length > 0 || next.Pokes.Count > 0 || !Inputs.AsSpan().SequenceEqual(next.Inputs)) return false;
        Cycles += next.Cycles;
        return true;
    }

    /// <summary>Drives it again from where the simulation is, up to its end or to a cycle; in that cycle the inputs have its values.</summary>
    /// <param name="inputs">The ports that <see cref="Inputs"/> is of.</param>
    public void Again(BuiltInSimulation simulation, Port[] inputs, ulong cycle)
    {
        Drive(inputs, Inputs);
        if (simulation.Cycle == Start) foreach (var poke in Pokes) poke.Apply(simulation);
        var (width, end) = (Width, Math.Min(cycle, End));
        var rows = width == 0 ? 0 : Rows.Length / width;
        var played = (int)Math.Min((ulong)rows, end - Start);
        if (played > 0) simulation.Play(Played, Rows.AsSpan(0, played * width), played);
        simulation.Step(end - simulation.Cycle);
        if (played < rows) Drive(Played, Rows.AsSpan(played * width));
    }

    static void Drive(Port[] ports, ReadOnlySpan<uint> words)
    {
        foreach (var port in ports)
        {
            port.Write(words[..port.Info.Words]);
            words = words[port.Info.Words..];
        }
    }
}
