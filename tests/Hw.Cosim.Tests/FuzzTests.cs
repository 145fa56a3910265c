using Hw.Hdl;
using Hw.Isa.Txu;
using Hw.Sim;
using Hw.TxuCosim;

namespace Hw.Cosim.Tests;

/// <summary>Random programs in bulk: they agree, by however many workers, and a fault is found with the seed that finds it again.</summary>
public class FuzzTests
{
    static TxuTarget Target(int lanes, params Plant[] plants) => new(lanes, new() { Engine = Engine.BuiltIn, MemoryBytes = Fuzz.MemoryBytes, Plants = plants });

    [Theory, InlineData(4), InlineData(8)]
    public void They_agree(int lanes)
    {
        using var target = Target(lanes);
        var result = new Fuzz(target).Run(seed: 1000, programs: 64, workers: 2);
        Assert.True(result.Failure is null, result.Failure?.Verdict.ToString());
        Assert.Equal(64, result.Programs);
        var alone = new Fuzz(target).Run(seed: 1000, programs: 64, workers: 1);
        Assert.Equal((result.Instructions, result.Writes, result.Cycles, result.Coverage.Total), (alone.Instructions, alone.Writes, alone.Cycles, alone.Coverage.Total));
        Assert.Equal(result.Coverage.Counts, alone.Coverage.Counts);
        Assert.All(result.Coverage.Counts, c => Assert.True(c.Count > 0, $"no program has {c.Instruction}"));
    }

    [Fact]
    public void A_fault_is_found_and_its_seed_finds_it_again()
    {
        var (name, with) = ("vx-other-operation", TxuIsa.Definition[typeof(Vclip)]);
        using var target = Target(4, [.. TxuPlants.For(name, Engine.BuiltIn)]);
        Assert.Null(new Fuzz(target, with).Run(1, 20, workers: 2).Failure);                 // not switched on
        var found = new Fuzz(target, with, name).Run(1, 100, workers: 2, s => $"again {s}").Failure;
        Assert.NotNull(found);
        Assert.Equal((VerdictKind.Mismatch, $"again {found.Seed}"), (found.Verdict.Kind, found.Verdict.Replay));
        var again = new Fuzz(target, with, name).Run(found.Seed, 1, workers: 1, s => $"again {s}").Failure;
        Assert.Equal((found.Text, found.Verdict.Summary), (again?.Text, again?.Verdict.Summary));
    }

    [Fact]
    public void Coverage_tells_the_ends_of_a_field_apart()
    {
        var coverage = new FuzzCoverage();
        coverage.Add(Chips.Assemble("HALT 0\nHALT 65535\nFENCE 3"));
        var (halt, fence) = (TxuIsa.Definition[typeof(Halt)], TxuIsa.Definition[typeof(Fence)]);
        Assert.Equal(Corners.Least | Corners.Greatest, coverage.Of(halt, halt.Operands[0]));
        Assert.Equal(Corners.Between, coverage.Of(fence, fence.Operands[0]));
        Assert.Contains(coverage.Holes, h => h.Instruction == halt && h.Field == halt.Operands[0] && h.Missing == Corners.Between);
        Assert.Equal(2, coverage.Counts.Single(c => c.Instruction == halt).Count);
    }
}
