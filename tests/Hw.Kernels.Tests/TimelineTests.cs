using Hw.Isa;
using Hw.Isa.Txu;

namespace Hw.Kernels.Tests;

/// <summary>The queue model: times that can be counted by hand, and a report that adds up.</summary>
public class TimelineTests
{
    static readonly TimelineModel model = new();

    [Fact]
    public void A_load_a_product_a_store_take_what_can_be_counted()
    {
        var p = new ProgramBuilder();
        p.Load(0, 0x1000, Walk.Contiguous(164));
        p.Multiply(MmType.INT8, 0, 0, 132, Walk.Product(100, 1, 1, 1, 1), MmMode.SET);
        p.Store(Space.ACC, 0, 0x4000, Walk.Contiguous(400));
        var t = Timeline.Of(p.Halt());
        var (load, multiply, store) = (t.Slices[0], t.Slices[1], t.Slices[2]);
        Assert.Equal(model.Start + 3 * model.Control + model.Instruction, load.Start);                      // SETA, SETA, SETS, LD
        Assert.Equal(load.Start + 164 + model.Memory, load.Done);
        Assert.Equal(load.Done + model.StationaryLoad, multiply.Start);
        Assert.Equal((Cause.LD, 0), (multiply.Cause, multiply.By));
        Assert.Equal(multiply.Start + 100 + model.Matrix, multiply.Done);
        Assert.Equal((multiply.Done, Cause.MM, 1), (store.Start, store.Cause, store.By));
        Assert.Equal(store.Start + 400 + model.Memory, t.Cycles);
        Assert.Equal(100, t.MatrixBusy);
    }

    [Fact]
    public void Products_follow_each_other_without_a_gap_and_vector_instructions_do_not_overlap()
    {
        var p = new ProgramBuilder();
        p.Load(0, 0x1000, Walk.Contiguous(200));
        for (var i = 0; i < 3; i++) p.Multiply(MmType.INT8, i * 40, 0, 100, Walk.Product(40, 2, 1, 1, 1), MmMode.SET);
        for (var i = 0; i < 2; i++) p.Requantize(300 + i * 40, i * 40, Walk.Rows(40, 1, 1), new(1, 0));
        var slices = Timeline.Of(p.Halt()).Slices;
        Assert.Equal([slices[1].End, slices[2].End], [slices[2].Start, slices[3].Start]);
        Assert.Equal(Cause.Unit, slices[2].Cause);
        Assert.Equal(40 + model.Vector, slices[4].End - slices[4].Start);
        Assert.True(slices[5].Start >= slices[4].Done);
    }

    [Fact]
    public void A_full_queue_stalls_dispatch()
    {
        var p = new ProgramBuilder();
        for (var i = 0; i < 20; i++) p.Load(0, 0x1000, Walk.Contiguous(1000));
        var slices = Timeline.Of(p.Halt()).Slices;
        Assert.True(slices[19].Dispatched >= slices[11].Start);
        Assert.True(slices[7].Dispatched < slices[1].Start);
    }

    [Theory]
    [InlineData(MmType.BF16, 256, 256)]
    [InlineData(MmType.INT8, 4, 32)]
    public void What_bounds_a_run_adds_up_to_it(MmType type, int tokens, int n)
    {
        var t = Timeline.Of(Gemm.Program(new Trial(tokens, n, n, 32, sums: false, type: type).Problem));
        Assert.Equal(t.Cycles, t.Bounds().Sum(b => b.Cycles));
        Assert.Equal(n >= 256, t.Bounds()[0].What == "MM work");
        Assert.Contains($"bound by: {t.Bounds()[0].What}", t.Table());
    }

    [Fact]
    public void A_wait_that_nothing_satisfies_is_refused()
    {
        var program = Gemm.Program(new Trial(4, 32, 32, 4).Problem);
        var code = new IsaProgram(TxuIsa.Definition);
        for (var i = 0; i < program.Count; i++)
        {
            var d = TxuIsa.Definition.Decode(program.Code.Words[i]);
            code.AddWord(TxuIsa.Definition.Encode(d.Instruction, [.. d.Waits]), program.Code.PlaceOf(i));
        }
        Assert.Contains("waits for semaphore", Assert.Throws<InvalidOperationException>(() => Timeline.Of(program with { Code = code })).Message);
        Assert.Contains("waits for semaphore", Assert.Throws<InvalidOperationException>(() => RaceCheck.Of(program with { Code = code })).Message);
    }
}
