using Hw.Bits;
using Hw.BuiltIn;
using Hw.Hdl;
using Hw.Isa.Txu;
using Hw.Txu.Matrix;

namespace Hw.Txu.Tests.Matrix;

/// <summary>The matrix unit alone writes what the golden MM writes, whatever stands in its way, and streams without a gap where nothing does.</summary>
public class MatrixUnitTests
{
    static readonly BuiltInDesign four = MatrixRig.Compile(4), eight = MatrixRig.Compile(8);

    static MatrixRig.Outcome Random(BuiltInDesign design, int lanes, int seed, MatrixRig.Surroundings around, bool faulty = false)
    {
        var rig = new MatrixRig(lanes, seed, design, faulty);
        return rig.Run([.. Enumerable.Range(0, 24).Select(i => rig.Next(i))], around);
    }

    [Theory, InlineData(4, 0, 0, 0), InlineData(4, 30, 20, 50), InlineData(8, 0, 0, 0), InlineData(8, 60, 50, 20)]
    public void Random_instructions_write_what_the_golden_model_writes(int lanes, int claims, int refusals, int waits)
    {
        for (var seed = 1; seed <= 12; seed++)
            Assert.Null(Random(lanes == 4 ? four : eight, lanes, seed, new(claims, refusals, waits)).Difference);
    }

    /// <summary>Streams shorter than the pipeline is deep come at the pace of the loader.</summary>
    [Theory, InlineData(1), InlineData(2), InlineData(3), InlineData(7)]
    public void Short_streams_are_right_too(int rows)
    {
        for (var seed = 1; seed <= 4; seed++)
        {
            var rig = new MatrixRig(4, seed, four);
            Assert.Null(rig.Run([.. Enumerable.Range(0, 20).Select(i => rig.Next(i, rows))], new()).Difference);
        }
    }

    [Theory, InlineData(MmType.INT8), InlineData(MmType.BF16), InlineData(MmType.E4M3)]
    public void Streams_of_33_rows_have_no_gaps(MmType type)
    {
        var rig = new MatrixRig(4, 5, four);
        // what they accumulate into is long out of the pipeline when it comes again
        var jobs = Enumerable.Range(0, 10).Select(i => rig.Next(i, 33, type) with { Acc = 40 * i }).ToList();
        var outcome = rig.Run(jobs, new());
        Assert.Null(outcome.Difference);
        Assert.Equal(jobs.Sum(j => j.Rows), outcome.LastIssue - outcome.FirstIssue + 1);
    }

    public static TheoryData<string> Faults => [.. Plants().Select(p => p.Name)];

    static Plant[] Plants() =>
    [
        new("hazard", typeof(RowsInFlight), "conflict", "a row does not wait for its accumulators", _ => 0),
        new("hazard-short", typeof(RowsInFlight), "conflict", "it waits for one cycle only", s => s["valid_1"] & (s["row_1"] == s["candidate"])),
        new("claim", typeof(MatrixUnit), "streamer.claim_valid", "a claim is not respected", _ => 0),
        new("alpha", typeof(MovingStreamer), "new_alpha", "α stays that of an earlier instruction", _ => 0),
        new("swap", typeof(MovingStreamer), "swap", "the stationary operand changes one cycle early", s => s["swap_after_2"]),
        new("tail", typeof(MovingStreamer), "counts", "elements beyond the tail count", _ => uint.MaxValue),
        new("lanes", typeof(StationaryLoader), "live_lanes", "lanes beyond the last take part", _ => 15),
        new("products", typeof(MatrixUnit), "live_products", "products that do not count are counted", s => s.Value | 1),
        new("bit", typeof(DotLane), $"dot_s{DotLane.SumStages}", "the lowest bit of every dot product is stuck at 1", s => s.Value | 1),
    ];

    [Theory, MemberData(nameof(Faults))]
    public void A_fault_is_seen(string name)
    {
        var plant = Plants().Single(p => p.Name == name);
        var faulty = MatrixRig.Compile(4, plant);
        Assert.Contains(Enumerable.Range(1, 12), seed => Random(faulty, 4, seed, new(30, 0, 0), faulty: true).Difference is not null);
    }
}
