using Hw.Sim;

namespace Hw.Silicon.Tests;

/// <summary>Small chips of two or three blocks: rows, names, ways through several blocks, memories, and that a longer way is seen.</summary>
public sealed class ChipSynthesisTests : IDisposable
{
    readonly string cache = Directory.CreateTempSubdirectory("hw-gates-").FullName;

    public void Dispose() => Directory.Delete(cache, recursive: true);

    /// <summary>A register, an adder block between, a register block behind: the way from `first.kept` to `last.total` crosses `middle`.</summary>
    static Dictionary<string, string> Chain(string sum = "a + 16'd1") => new()
    {
        ["first"] = Register("first", "kept"),
        ["last"] = Register("last", "total"),
        ["middle"] = $"module middle (\n  input logic [15:0] a,\n  output logic [15:0] y\n);\n  assign y = {sum};\nendmodule\n",
        ["chip"] = """
            module chip (
              input logic clock,
              input logic reset,
              input logic [15:0] d,
              output logic [15:0] q
            );
              wire [15:0] between, added;
              first one (
                .clock(clock), .d(d), .q(between)
              );
              middle two (
                .a(between), .y(added)
              );
              last three (
                .clock(clock), .d(added), .q(q)
              );
            endmodule
            """,
    };

    static string Register(string name, string register) =>
        $"module {name} (\n  input logic clock,\n  input logic [15:0] d,\n  output logic [15:0] q\n);\n  logic [15:0] {register};\n  always_ff @(posedge clock) {register} <= d;\n  assign q = ~{register};\nendmodule\n";

    IReadOnlyList<BlockReport> Run(Dictionary<string, string> modules, Func<string, bool>? isBlock = null, ChipOptions? options = null) =>
        ChipSynthesis.Run(modules, "chip", isBlock ?? (_ => true), options, cache);

    [Fact]
    public void A_way_through_three_blocks_belongs_to_where_it_ends_and_names_the_rest()
    {
        var blocks = Run(Chain());
        Assert.Equal(["chip", "first", "last", "middle"], blocks.Select(b => b.Module).Order());
        var last = blocks.Single(b => b.Module == "last");
        Assert.Equal((1, 16, 0L), (last.Instances, last.Flops, last.MemoryBits));
        Assert.Equal(("first.kept", "last.total"), (last.Worst!.From, last.Worst.To));
        Assert.Equal(["middle"], last.Worst.Through);
        Assert.Null(blocks.Single(b => b.Module == "middle").Worst);       // gates alone
        Assert.True(last.Worst.Ns > 0.5 && last.Worst.Gates > 3, $"{last.Worst}");
        Assert.Equal(6.67, last.Worst.Ns + last.Worst.SlackNs, 0.01);
    }

    [Fact]
    public void A_planted_product_in_the_middle_makes_the_last_block_late()
    {
        var (plain, planted) = (Run(Chain()), Run(Chain("(a * a) * a")));
        Assert.Equal("last", planted[0].Module);            // worst first
        Assert.True(planted[0].Worst!.Ns > 2 * plain.Single(b => b.Module == "last").Worst!.Ns, $"{planted[0].Worst}");
    }

    [Fact]
    public void What_is_no_block_is_flattened_into_what_holds_it()
    {
        var blocks = Run(Chain(), name => name == "last");
        Assert.Equal(["chip", "last"], blocks.Select(b => b.Module).Order());
        Assert.Equal("chip.one.kept", blocks.Single(b => b.Module == "last").Worst!.From);
    }

    [Fact]
    public void Every_instance_of_a_block_is_counted_and_it_is_mapped_once()
    {
        var modules = Chain();
        modules["chip"] = modules["chip"].Replace("output logic [15:0] q\n", "output logic [15:0] q,\n  output logic [47:0] r\n")
            .Replace("  middle two", "  for (genvar i = 0; i < 3; i++) begin : g_more\n    last more (\n      .clock(clock), .d(between), .q(r[16*i +: 16])\n    );\n  end\n  middle two");
        Assert.Equal(4, Run(modules).Single(b => b.Module == "last").Instances);
    }

    [Fact]
    public void A_large_memory_is_a_black_box_whose_clock_to_data_counts_and_a_small_one_is_flip_flops()
    {
        static string Memory(int words) => $$"""
            module chip (
              input logic clock,
              input logic [9:0] a,
              input logic w,
              input logic [15:0] d,
              output logic [15:0] q
            );
              logic [15:0] rows [0:{{words - 1}}];
              logic [15:0] rows_read, kept;
              always_ff @(posedge clock) begin
                if (w) rows[a] <= d;
                rows_read <= rows[a];
              end
              always_ff @(posedge clock) kept <= rows_read;
              assign q = kept;
            endmodule
            """;
        var large = Run(new() { ["chip"] = Memory(1024) }).Single();
        Assert.Equal((16 * 1024L, 16), (large.MemoryBits, large.Flops));
        Assert.Equal(("chip.rows", true), (large.Worst!.From, large.Worst.Ns > 2.0));
        Assert.InRange(large.AreaUm2, 16 * 1024 * 4.65, 16 * 1024 * 40);
        var small = Run(new() { ["chip"] = Memory(4) }).Single();
        Assert.Equal((0L, 16 * 4 + 32), (small.MemoryBits, small.Flops));
    }

    [Fact]
    public void A_tighter_period_leaves_less_slack_and_the_reset_is_not_timed()
    {
        var (wide, tight) = (Run(Chain()).Single(b => b.Module == "last"), Run(Chain(), options: new(PeriodNs: 0.4)).Single(b => b.Module == "last"));
        Assert.Equal(wide.Worst!.Ns, tight.Worst!.Ns, 0.001);
        Assert.True(tight.Worst.SlackNs < 0);
    }

    [Fact]
    public void A_mistake_in_a_block_is_an_error_in_the_tools_words()
    {
        var modules = Chain("a +");
        Assert.Contains("syntax error", Assert.Throws<SiliconException>(() => Run(modules)).Message);
    }
}
