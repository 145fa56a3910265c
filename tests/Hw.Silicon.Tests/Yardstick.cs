using Hw.Sim;
using static Hw.Sim.SimPort;

namespace Hw.Silicon.Tests;

/// <summary>The hand-written blocks of tests/Yardstick: their files and ports, and how to run vectors through one.</summary>
static class Yardstick
{
    public static string File(string module) => Path.Combine(AppContext.BaseDirectory, "yardstick", module + ".sv");

    public static readonly SimDesign Int8Mac = Of("int8_mac", In("a", 8), In("b", 8), In("acc", 32), Out("sum", 32), Out("saturated"));
    public static readonly SimDesign Bf16Mac = Of("bf16_mac", In("a", 16), In("b", 16), In("c", 32), Out("result", 32));
    public static readonly SimDesign Dot32Int8 = Of("dot32_int8", In("a", 256), In("b", 256), Out("sum", 21));

    static SimDesign Of(string module, params SimPort[] ports) => new(module, [File(module)], ports);

    /// <summary>What <paramref name="output"/> shows for each row of 32-bit words; a row drives all inputs in their order.</summary>
    public static uint[] Answers(this SimDesign design, string output, uint[] rows)
    {
        using var compiled = new VerilatorBuilder().Build(design, BuildOptions.Quick);
        using var simulation = compiled.Start();
        var inputs = simulation.Ports.Where(p => p.Info.Direction == PortDirection.Input).ToArray();
        var seen = new uint[rows.Length / inputs.Sum(p => p.Info.Words)];
        simulation.Capture(inputs, rows, simulation[output], seen);
        return seen;
    }
}
