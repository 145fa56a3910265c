using Hw.Golden;
using Hw.Isa.Txu;
using Hw.Kernels;

namespace Hw.Models.Tests;

/// <summary>A layer's attention in BF16 as one program on the golden: near the float layer at every step, the same bits for every lane count.</summary>
public class AttentionJobTests
{
    /// <summary>Relative RMS error of a step. Each rounds its operands and its result to 8 significant bits.</summary>
    const double Bound = 0.01;

    [Fact]
    public void Every_layer_stays_near_the_float_layer()
    {
        for (var layer = 0; layer < TinyKjv.Model.Config.Layers; layer++)
        {
            var job = AttentionJob.Create(TinyKjv.Model, TinyKjv.Tokens, layer, lanes: 32);
            var machine = Run(job);
            Assert.Equal(["norm", "q_proj", "k_proj", "v_proj", "rope q", "attention", "o_proj", "residual"], job.Stages.Select(s => s.Name));
            Assert.All(job.Stages, s => Assert.True(s.Error(machine.Dram.Read).RelativeRms < Bound, $"layer {layer} {s.Name}: {s.Error(machine.Dram.Read)}"));
        }
    }

    [Fact]
    public void Every_lane_count_gives_the_same_bits()
    {
        List<byte[]>? first = null;
        foreach (var lanes in (int[])[32, 8, 4])
        {
            var job = AttentionJob.Create(TinyKjv.Model, TinyKjv.Tokens, 1, lanes);
            var machine = Run(job);
            var results = job.Stages.Select(s => System.Runtime.InteropServices.MemoryMarshal.AsBytes(
                TokenBlocks.Unpack<ushort>(machine.Dram.Read(s.Result.Address, (int)s.Result.Bytes), s.Result.Tokens, s.Result.Features, lanes).AsSpan()).ToArray()).ToList();
            Assert.Equal(first ??= results, results);
        }
    }

    [Fact]
    public void A_layer_that_is_not_there_is_refused() =>
        Assert.Contains("the model has layers 0 … 3", Assert.Throws<ArgumentException>(() => AttentionJob.Create(TinyKjv.Model, TinyKjv.Tokens, 4, 32)).Message);

    static TxuMachine Run(AttentionJob job)
    {
        Assert.Empty(RaceCheck.Of(job.Program));
        var machine = new TxuMachine(job.Lanes);
        job.Image.CopyTo(machine.Dram);
        var outcome = GoldenEngine.Run(machine, job.Program.Code);
        Assert.Equal((Ending.Halted, outcome.Message), (outcome.Ending, outcome.Message));
        return machine;
    }
}
