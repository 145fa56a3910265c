using Hw.Sim;
using Hw.TxuCosim;

namespace Hw.Cosim.Tests;

/// <summary>Builds that cannot be had, and plants that are not in one.</summary>
public class BuildTests
{
    [Fact]
    public void ABuildThatFailsIsAVerdict()
    {
        using var target = new TxuTarget(4, new() { MemoryBytes = Chips.MemoryBytes, Cache = "/proc/no-folder-can-be-made-here" });
        var verdict = Lockstep.Run(target.Job(Chips.Assemble("HALT")));
        Chips.Must(VerdictKind.BuildFailed, verdict);
        Assert.Equal(4, verdict.ExitCode);
    }

    /// <summary>The same cache that cannot be made is not even looked at.</summary>
    [Fact]
    public void TheBuiltInNeedsNoCache()
    {
        using var target = new TxuTarget(4, new() { Engine = Engine.BuiltIn, MemoryBytes = Chips.MemoryBytes, Cache = "/proc/no-folder-can-be-made-here" });
        Chips.Must(VerdictKind.Pass, Lockstep.Run(target.Job(Chips.Assemble("HALT"))));
    }

    [Fact]
    public void AMisspelledPlantIsNamedWithItsNeighbour() =>
        Assert.Contains("mm-lane-swap", Assert.Throws<SimException>(() => TxuPlants.Named("mm-lane-swop")).Message);

    [Fact]
    public void APlantThatIsNotInTheBuildIsRefused() =>
        Assert.Contains("`mm-lane-swap` is not in this build", Lockstep.Run(Chips.Four(Engine.BuiltIn, "mm-stuck-bit").Job(Chips.Assemble("HALT"), settings: new() { Plant = "mm-lane-swap" })).Summary);

    [Fact]
    public void TheBuiltInIsCompiledWithOnePlantAndVerilatorWithAll()
    {
        Assert.Equal(["st-quarter"], TxuPlants.For("st-quarter", Engine.BuiltIn).Select(p => p.Name));
        Assert.Equal(TxuPlants.All, TxuPlants.For("st-quarter", Engine.Verilator));
    }
}
