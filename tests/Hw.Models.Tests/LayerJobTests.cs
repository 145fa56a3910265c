using Hw.Golden;
using Hw.Isa.Txu;
using Hw.Kernels;

namespace Hw.Models.Tests;

/// <summary>A layer's projections on the golden: near the float layer, the same for every lane count, alone or all five in one program.</summary>
public class LayerJobTests
{
    /// <summary>Relative RMS error of INT8 operands with exact sums, and of INT8 results on top. Measured over all layers: at most 1.7 % and 3.0 %.</summary>
    const double SumsBound = 0.02, QuantizedBound = 0.035;

    [Fact]
    public void Every_layer_s_projections_stay_near_the_float_layer()
    {
        for (var layer = 0; layer < TinyKjv.Model.Config.Layers; layer++)
        {
            var job = LayerJob.Create(TinyKjv.Model, TinyKjv.Tokens, layer, lanes: 32);
            var machine = Run(job, job.Program);
            foreach (var p in job.Projections)
            {
                var result = p.Read(machine.Dram);
                Assert.True(result.SumsError.RelativeRms < SumsBound, $"layer {layer} {p.Name}: sums {result.SumsError}");
                Assert.True(result.QuantizedError.RelativeRms < QuantizedBound, $"layer {layer} {p.Name}: INT8 {result.QuantizedError}");
                // a result differs from the rounded sum by half a step of its scale, and 127 steps are the largest float value; a value beyond it saturates
                Assert.True(result.QuantizedError.RelativeMax < result.SumsError.RelativeMax + 0.51 / 127, $"layer {layer} {p.Name}: sums {result.SumsError}, INT8 {result.QuantizedError}");
            }
        }
    }

    [Fact]
    public void Every_lane_count_gives_the_same_bits_alone_or_together()
    {
        var first = new List<ProjectionResult>();
        foreach (var lanes in (int[])[32, 8, 4])
        {
            var job = LayerJob.Create(TinyKjv.Model, TinyKjv.Tokens, 1, lanes);
            var together = Run(job, job.Program);
            if (first.Count == 0) first = [.. job.Projections.Select(p => p.Read(together.Dram))];
            foreach (var (p, expected) in job.Projections.Zip(first))
                foreach (var machine in (TxuMachine[])[together, Run(job, p.Program)])
                {
                    var result = p.Read(machine.Dram);
                    Assert.Equal(expected.Sums, result.Sums);
                    Assert.Equal(expected.Quantized, result.Quantized);
                }
        }
    }

    [Fact]
    public void The_table_a_reader_sees()
    {
        var job = LayerJob.Create(TinyKjv.Model, TinyKjv.Tokens, 0, 32);
        Assert.Equal(
            [("q_proj", 54, 192, 192), ("k_proj", 54, 192, 64), ("v_proj", 54, 192, 64), ("gate_proj", 54, 192, 512), ("up_proj", 54, 192, 512)],
            job.Projections.Select(p => (p.Name, p.Problem.Tokens, p.Problem.Features, p.Problem.Outputs)));
        Assert.Equal(job.Projections.Select(p => p.Name), job.Program.Labels.Where(l => l.Contains(": multiply")).Select(l => l.Split(':')[0]).Distinct());
        Assert.All(job.Image.Pieces, p => Assert.InRange(p.Address + p.Bytes.Length, 0x10_0000, job.Image.End));
        Assert.Equal(2 + 5, job.Image.Pieces.Count);          // two inputs are shared
    }

    [Fact]
    public void A_layer_that_is_not_there_is_refused() =>
        Assert.Contains("the model has layers 0 … 3", Assert.Throws<ArgumentException>(() => LayerJob.Create(TinyKjv.Model, TinyKjv.Tokens, 4, 32)).Message);

    static TxuMachine Run(LayerJob job, TxuProgram program)
    {
        var machine = new TxuMachine(job.Projections[0].Problem.Lanes);
        job.Image.CopyTo(machine.Dram);
        var outcome = GoldenEngine.Run(machine, program.Code);
        Assert.Equal((Ending.Halted, outcome.Message), (outcome.Ending, outcome.Message));
        return machine;
    }
}
