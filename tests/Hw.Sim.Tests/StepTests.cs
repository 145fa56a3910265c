namespace Hw.Sim.Tests;

[Collection("simulator")]
public class StepTests(Bench bench)
{
    [Fact]
    public void Reset_step_and_run_count_cycles()
    {
        using var sim = bench.Open(Bench.Counter);
        var (enable, count) = (sim["enable"], sim["count"]);
        sim.Reset(3);
        Assert.Equal((3ul, 0ul), (sim.Cycle, count.Value));
        enable.Value = 1;
        sim.Step();
        Assert.Equal(1ul, count.Value);
        sim.Step(9);
        Assert.Equal(10ul, count.Value);
        enable.Value = 0;
        sim.Step(5);
        Assert.Equal((18ul, 10ul), (sim.Cycle, count.Value));
        Assert.Equal(StopReason.Cycles, sim.Run(7, stop: "done"));
        Assert.Equal(25ul, sim.Cycle);
    }

    [Fact]
    public void Run_includes_the_cycle_in_which_the_stop_port_is_1()
    {
        using var sim = bench.Open(Bench.Counter);
        sim.Reset();
        sim["enable"].Value = 1;
        Assert.Equal(StopReason.StopPort, sim.Run(1000, stop: "done"));
        Assert.Equal(101ul, sim["count"].Value);
        Assert.Equal(103ul, sim.Cycle);
        Assert.Contains("did you mean `done`", Assert.Throws<SimException>(() => sim.Run(1, "dome")).Message);
        Assert.Contains("one bit", Assert.Throws<SimException>(() => sim.Run(1, "count")).Message);
    }

    [Fact]
    public void Parameters_reach_the_top()
    {
        using var sim = bench.Open(Bench.Counter with { Parameters = new Dictionary<string, string> { ["LIMIT"] = "5" } });
        sim.Reset();
        sim["enable"].Value = 1;
        sim.Run(1000, stop: "done");
        Assert.Equal(6ul, sim["count"].Value);
    }

    [Fact]
    public void A_fifo_agrees_with_a_queue()
    {
        using var sim = bench.Open(Bench.Fifo);
        var (push, pop, din, dout, full, empty) = (sim["push"], sim["pop"], sim["din"], sim["dout"], sim["full"], sim["empty"]);
        var (model, random) = (new Queue<ulong>(), new Random(2));
        sim.Reset();
        for (int i = 0; i < 3000; i++)
        {
            (push.Value, pop.Value, din.Value) = ((ulong)random.Next(2), (ulong)random.Next(2), (ulong)random.Next());
            Assert.Equal((model.Count == 8, model.Count == 0), (full.Value == 1, empty.Value == 1));
            bool pushes = push.Value == 1 && model.Count < 8, pops = pop.Value == 1 && model.Count > 0;
            if (pops) Assert.Equal(model.Dequeue(), dout.Value);
            if (pushes) model.Enqueue(din.Value);
            sim.Step();
        }
    }

    [Fact]
    public void A_memory_is_loaded_and_dumped_in_one_call_each()
    {
        using var sim = bench.Open(Bench.RegisterFile);
        var (address, wdata, write) = (sim["address"], sim["wdata"], sim["write"]);
        var random = new Random(3);
        uint[] image = [.. Enumerable.Range(0, 64).SelectMany(a => new[] { (uint)a, (uint)random.Next(), (uint)random.Next(), (uint)random.Next(), 0xFFFF_FFF0u | (uint)random.Next(16) })];
        write.Value = 1;
        sim.Play([address, wdata], image, 64);
        write.Value = 0;
        Assert.Equal(64ul, sim.Cycle);

        uint[] addresses = [.. Enumerable.Range(0, 64).Reverse().Select(a => (uint)a)];
        uint[] expected = [.. addresses.SelectMany(a => image[(int)(a * 5 + 1)..(int)(a * 5 + 4)].Append(image[a * 5 + 4] & 0xF))];
        var seen = new uint[64 * 4];
        sim.Capture([address], addresses, sim["now"], seen);
        Assert.Equal(expected, seen);
        Array.Clear(seen);
        sim.Capture([address], addresses, sim["rdata"], seen, latency: 1);
        Assert.Equal(expected, seen);

        Assert.Contains("need 64 values, not 63", Assert.Throws<SimException>(() => sim.Play([address], addresses.AsSpan(1), 64)).Message);
        Assert.Contains("is an output", Assert.Throws<SimException>(() => sim.Play([sim["now"]], new uint[4], 1)).Message);
    }

    [Fact]
    public void What_the_design_says_arrives_and_the_process_lives()
    {
        using var sim = bench.Open(Bench.Counter, BuildOptions.Checked);
        var said = sim.Display = new StringWriter();
        var command = sim["command"];
        sim.Reset();
        command.Value = 1;
        sim.Step();
        Assert.Equal("count is 0", said.ToString()!.Trim());
        command.Value = 2;
        var failure = Assert.Throws<SimAssertException>(() => sim.Step(100));
        Assert.Contains("counter.sv:15", failure.Message);
        Assert.Contains("count 0 is no good", failure.Message);
        Assert.Equal(4ul, failure.Cycle);
        command.Value = 4;
        Assert.Contains("counter.sv:18", Assert.Throws<SimAssertException>(() => sim.Step()).Message);
        command.Value = 3;
        Assert.Equal(StopReason.Finished, sim.Run(100));
        Assert.True(sim.Finished);
        Assert.Equal(6ul, sim.Cycle);
        command.Value = 0;
        sim.Step(10);
        Assert.Equal((16ul, false), (sim.Cycle, sim.Finished));
    }

    [Fact]
    public void A_checked_build_starts_from_the_seed()
    {
        var compiled = bench.Builder.Build(Bench.RegisterFile, BuildOptions.Checked);
        string Start(ulong seed)
        {
            using var sim = compiled.Start(seed);
            return sim["now"].ToString();
        }
        Assert.Equal(Start(1), Start(1));
        Assert.NotEqual(Start(1), Start(2));
    }

    [Fact]
    public void Two_simulations_of_one_design_are_apart()
    {
        var compiled = bench.Builder.Build(Bench.Counter, BuildOptions.Quick);
        using var one = compiled.Start();
        using var two = compiled.Start();
        compiled.Dispose();
        one["enable"].Value = 1;
        one.Step(5);
        two.Step(3);
        Assert.Equal((5ul, 0ul, 3ul), (one["count"].Value, two["count"].Value, two.Cycle));
        Assert.Contains("another simulation", Assert.Throws<SimException>(() => one.Play([two["enable"]], [1], 1)).Message);
    }

    [Fact]
    public void A_wave_file_appears()
    {
        string path = Path.Combine(bench.Folder, "waves", "counter.fst");
        using (var sim = bench.Open(Bench.Counter, BuildOptions.Debug))
        {
            sim.Step(10);
            sim.StartWave(path);
            sim.Reset();
            sim["enable"].Value = 1;
            sim.Step(200);
            sim.StopWave();
            sim.Step(10);
        }
        Assert.True(new FileInfo(path).Length > 300, "the wave file is empty");
        using var quick = bench.Open(Bench.Counter);
        Assert.Contains("built without waves", Assert.Throws<SimException>(() => quick.StartWave(path)).Message);
    }
}
