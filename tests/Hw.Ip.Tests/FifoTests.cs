namespace Hw.Ip.Tests;

public class FifoTests
{
    [Theory]
    [InlineData(2), InlineData(3), InlineData(5), InlineData(8)]
    public void AgreesWithAQueueUnderRandomTraffic(int depth)
    {
        var random = new Random(depth);
        var fifo = Reset(depth);
        var model = new Queue<int>();
        var (sawFull, sawEmpty) = (false, false);
        for (var cycle = 0; cycle < 3000; cycle++)
        {
            // long phases of fast pushing and fast popping reach both ends
            var pushBias = cycle / 200 % 3 + 1;
            fifo["push_valid"] = random.Next(4) < pushBias ? 1 : 0;
            fifo["push_data"] = random.Next(256);
            fifo["pop_ready"] = random.Next(4) >= pushBias ? 1 : 0;

            Assert.Equal(model.Count > 0, !fifo["pop_valid"].IsZero);
            Assert.Equal(model.Count < depth, !fifo["push_ready"].IsZero);
            if (model.Count > 0) Assert.Equal(model.Peek(), (int)fifo["pop_data"]);
            sawFull |= model.Count == depth;
            sawEmpty |= model.Count == 0;

            var (pushes, pops) = (!(fifo["push_valid"] & fifo["push_ready"]).IsZero, !(fifo["pop_valid"] & fifo["pop_ready"]).IsZero);
            if (pops) model.Dequeue();
            if (pushes) model.Enqueue((int)fifo["push_data"]);
            fifo.Step();
        }
        Assert.True(sawFull && sawEmpty);
    }

    [Theory]
    [InlineData(2), InlineData(5)]
    public void MovesOneWordPerCycleWhateverItHolds(int depth)
    {
        for (var held = 1; held < depth; held++)
        {
            var fifo = Reset(depth);
            fifo["push_valid"] = 1;
            fifo.Step(held);
            fifo["pop_ready"] = 1;
            for (var cycle = 0; cycle < 20; cycle++, fifo.Step())
                Assert.Equal(1, fifo["pop_valid"] & fifo["push_ready"]);
        }
    }

    [Fact]
    public void PushReadyDoesNotSeePopReady()
    {
        var fifo = Reset(2);
        fifo["push_valid"] = 1;
        fifo.Step(2);
        foreach (var ready in new[] { 0, 1 })
        {
            fifo["pop_ready"] = ready;
            Assert.Equal(0, fifo["push_ready"]);
        }
    }

    static Interpreter Reset(int depth)
    {
        var fifo = new Interpreter(Design.Elaborate(() => new Fifo(Interval.UInt8, depth)));
        fifo["reset"] = 1;
        fifo.Step();
        fifo["reset"] = 0;
        return fifo;
    }
}
