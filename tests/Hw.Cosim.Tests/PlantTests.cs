using Hw.Sim;
using Hw.TxuCosim;

namespace Hw.Cosim.Tests;

/// <summary>Every planted fault is found, and for what it is; without one the same programs pass in the same build.</summary>
public abstract class PlantTests(Engine engine)
{
    public sealed class OnVerilator() : PlantTests(Engine.Verilator);
    public sealed class OnTheBuiltIn() : PlantTests(Engine.BuiltIn);

    public static TheoryData<string> Names => [.. TxuPlants.All.Select(p => p.Name)];

    [Theory, MemberData(nameof(Names))]
    public void IsFoundForWhatItIs(string plant)
    {
        var verdict = Run(plant, plant);
        var expected = TxuPlants.Expectation(plant);
        Chips.Must(Enum.Parse<VerdictKind>(expected[0]), verdict);
        Assert.All(expected.Skip(1), words => Assert.True(verdict.ToString().Contains(words), $"no \"{words}\" in\n{verdict}"));
    }

    [Theory, MemberData(nameof(Names))]
    public void ItsProgramPassesWithoutIt(string plant) => Chips.Must(VerdictKind.Pass, Run(plant, null));

    Verdict Run(string program, string? plant) =>
        Lockstep.Run(Chips.Four(engine, program).Job(TxuPlants.Program(program), TxuPlants.Image(), new() { Plant = plant, Watchdog = 3_000 }), Chips.Thorough);
}
