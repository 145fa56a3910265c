namespace Hw.House.Tests;

/// <summary>The project references of this repository follow the arrows, and graphs that do not are caught.</summary>
public class ArrowTests
{
    [Fact]
    public void TheRepositoryFollowsTheArrows()
    {
        var graph = Repository.Graph();
        Assert.Contains("Hw.Bits", graph.References.Keys);
        graph.Faults().MustBeEmpty();
    }

    [Fact]
    public void TheTableItselfKeepsChipsOutOfTheFramework() => new ProjectGraph(Arrows.Allowed).Faults().MustBeEmpty();

    [Fact]
    public void TheTableHasNoCycle() =>
        Assert.DoesNotContain(Arrows.Allowed.Keys, project => ProjectGraph.Reach(project, Arrows.Allowed).Contains(project));

    [Fact]
    public void TheTableNamesOnlyProjectsWithARow() =>
        Assert.Empty(Arrows.Allowed.Values.SelectMany(row => row).Concat(Arrows.Chip).Except(Arrows.Allowed.Keys));

    // Should fail: one planted reference each, and the words the sentence must contain.
    [Theory]
    [InlineData("Hw.Golden", "Hw.Txu", "must not see the hardware it is compared with")]
    [InlineData("Hw.Oracles", "Hw.Bits", "shares no code with what it judges")]
    [InlineData("Hw.Sim", "Hw.Hdl", "Sim runs any Verilog")]
    [InlineData("Hw.Cosim", "Hw.Isa.Txu", "the framework knows no chip")]
    [InlineData("Hw.Bits", "Hw.Hdl", "the arrows run one way")]
    [InlineData("Hw.Txu", "Hw.Golden", "the arrows run one way")]
    [InlineData("Hw.Models", "Hw.House.Tests", "the arrows run one way")]
    public void APlantedReferenceIsCaught(string from, string to, string why)
    {
        var fault = Assert.Single(With(from, to).Faults(), sentence => sentence.StartsWith($"{from} references {to}, and may not"));
        Assert.Contains(why, fault);
    }

    [Fact]
    public void AChipReachedThroughATrustedProjectIsCaught() =>
        Assert.Contains(With("Hw.Isa", "Hw.Isa.Txu").Faults(), sentence => sentence.StartsWith("Hw.Golden reaches Hw.Isa.Txu"));

    [Fact]
    public void AProjectWithoutARowIsCaught() =>
        Assert.Contains("the nearest known name is Hw.Golden", Assert.Single(With("Hw.Goldn").Faults()));

    [Fact]
    public void AReferenceToWhatTheRowReachesIsAllowed() => With("Hw.Ip", "Hw.Bits").Faults().MustBeEmpty();

    /// <summary>The allowed graph with one project given other references.</summary>
    static ProjectGraph With(string project, params string[] references) =>
        new(new Dictionary<string, string[]>(Arrows.Allowed) { [project] = references });
}
