using System.Numerics;
using Hw.Bits;
using Hw.Hdl;
using Hw.Sim;
using Port = Hw.Sim.Port;

namespace Hw.BuiltIn.Tests;

/// <summary>Going back leads to the state that was there, wherever snapshots lie and however it was driven.</summary>
public class HistoryTests
{
    sealed class Adder : Module
    {
        public In Step { get; } = Input(UInt(4));
        public Out Sum { get; } = Output(UInt16);
        readonly Reg total = Register(UInt16, 0);

        protected override void Build()
        {
            total.Next = (total + Step).Wrap(UInt16);
            Sum.Drive(total);
        }
    }

    /// <summary>Registers with and without reset, lanes, a memory, a value wider than a machine word, an output that depends on an input at once.</summary>
    sealed class Mixer : Module
    {
        public In Steps { get; } = Input(Row(4, UInt(4)));
        public In Wide { get; } = Input(UInt(100));
        public In Address { get; } = Input(UInt(4));
        public In Write { get; } = Input(Bit);
        public Out Sums { get; } = Output(Row(4, UInt16));
        public Out Mixed { get; } = Output(UInt(100));
        public Out Word { get; } = Output(UInt16);
        public Out Rare { get; } = Output(Bit);
        readonly LaneArray<Adder> cells = Instances(4, () => new Adder());
        readonly Reg state = Register(UInt(100), 0), last = Register(UInt16);
        readonly Memory words = Memory(16, UInt16);

        protected override void Build()
        {
            cells.Each(c => c.Step.Drive(Steps.Element(c.Index)));
            var sums = cells.All(c => c.Sum);
            var sum = Signal.Element(sums, 0, UInt16);
            state.Next = (state * 3 + Wide).Wrap(UInt(100));
            last.Next = sum;
            words.Write(Write, Address, last);
            Word.Drive(words.Read(Address, 1));
            Sums.Drive(sums);
            Mixed.Drive(state ^ Wide);
            Rare.Drive(sum[2, 0] == 5);
        }
    }

    static readonly BuiltInDesign design = BuiltInDesign.Compile(Design.Elaborate(() => new Mixer()));
    readonly Random random = new(5);

    /// <summary>The same driven without a history, one cycle at a time; a snapshot and all that is seen before every edge.</summary>
    readonly BuiltInSimulation twin = design.Start();
    readonly List<(Snapshot State, string Seen)> past = [];
    readonly List<int> starts = [];
    readonly History history = new(design.Start(), every: 7, keep: 5);

    [Fact]
    public void Going_back_leads_to_the_state_that_was_there()
    {
        Clock(2, reset: true);
        for (var turn = 0; turn < 600; turn++)
        {
            Drive();
            Assert.Equal(Seen(twin), Seen(history));
            if (turn % 4 < 3) continue;
            var to = random.Next(2) == 0 ? random.Next(past.Count) : starts[random.Next(starts.Count)];
            history.RewindTo((ulong)to);
            Assert.Equal((ulong)to, history.Cycle);
            Assert.True(history.Snapshots.Count <= 5);
            Assert.Equal(past[to].Seen, Seen(history));
            twin.Restore(past[to].State);
            past.RemoveRange(to, past.Count - to);
            starts.RemoveAll(s => s > to);
        }
    }

    [Fact]
    public void Snapshots_are_few_the_first_stays_and_they_thin_out_towards_the_past()
    {
        history.Step(10_000);
        var cycles = history.Snapshots;
        Assert.Equal((5, 0ul), (cycles.Count, cycles[0]));
        var gaps = cycles.Zip(cycles.Skip(1), (a, b) => b - a).ToList();
        Assert.InRange(gaps[^1], 7ul, 28ul);
        Assert.Equal(gaps.OrderDescending(), gaps);
        Assert.InRange(gaps[0], 0ul, 9_900ul);
    }

    [Fact]
    public void What_is_no_past_is_refused()
    {
        history.Step(20);
        Assert.Contains("reaches from 0 to 20", Assert.Throws<SimException>(() => history.RewindTo(21)).Message);
        twin.Step(3);
        Assert.Contains("reaches from 3 to 3", Assert.Throws<SimException>(() => new History(twin).RewindTo(0)).Message);
    }

    /// <summary>One call of any kind, with any inputs, to both.</summary>
    void Drive()
    {
        if (random.Next(2) == 0)
            foreach (var input in twin.Ports.Where(p => p.Info.Direction == PortDirection.Input && p.Name is not (SimDesign.Clock or SimDesign.Reset)))
                if (random.Next(2) == 0) Set(input.Name, Words(input));
        if (random.Next(4) == 0) Poke();
        starts.Add(past.Count);
        switch (random.Next(6))
        {
            case 0: Clock(random.Next(1, 30)); break;
            case 1: Clock(1); break;
            case 2: Clock(random.Next(1, 3), reset: true); break;
            case 3: Run(random.Next(1, 60)); break;
            case 4: Play(random.Next(1, 20)); break;
            case 5: Capture(random.Next(1, 10), random.Next(3)); break;
        }
    }

    void Poke()
    {
        var element = twin.State[random.Next(twin.State.Count)];
        var value = (BigInteger)random.NextInt64(1L << 16);
        if (element.Kind == StateKind.Memory)
        {
            twin.Write(element, 3, value);
            history.Write(element, 3, value);
        }
        else
        {
            twin.Write(element, value);
            history.Write(element, value);
        }
    }

    void Clock(int cycles, bool reset = false)
    {
        if (reset)
        {
            history.Reset(cycles);
            twin["reset"].Value = 1;
        }
        else history.Step((ulong)cycles);
        for (var i = 0; i < cycles; i++) Tick();
        if (reset) twin["reset"].Value = 0;
    }

    void Run(int most)
    {
        var start = twin.Cycle;
        var reason = history.Run((ulong)most, "rare");
        var rare = false;
        for (var i = 0; i < most && !rare; i++)
        {
            rare = twin["rare"].Value == 1;
            Tick();
        }
        Assert.Equal((rare ? StopReason.StopPort : StopReason.Cycles, twin.Cycle), (reason, history.Cycle));
    }

    void Play(int cycles)
    {
        var rows = Rows(cycles, out var names);
        history.Play([.. names.Select(n => history[n])], rows, cycles);
        foreach (var row in rows.Chunk(rows.Length / cycles)) Tick(names, row);
    }

    void Capture(int cycles, int latency)
    {
        var rows = Rows(cycles, out var names);
        var seen = new uint[cycles];
        history.Capture([.. names.Select(n => history[n])], rows, history["word"], seen, latency);
        var expected = new List<uint>();
        foreach (var row in rows.Chunk(rows.Length / cycles)) Tick(names, row, () => expected.Add((uint)twin["word"].Value));
        for (var i = 0; i < latency; i++) Tick([], [], () => expected.Add((uint)twin["word"].Value));
        Assert.Equal(expected.Skip(latency), seen);
    }

    uint[] Rows(int cycles, out string[] names)
    {
        names = ["wide", "address"];
        var ports = names.Select(n => twin[n]).ToList();
        return [.. Enumerable.Range(0, cycles).SelectMany(_ => ports.SelectMany(Words))];
    }

    void Tick(string[] names, uint[] row, Action? before = null)
    {
        foreach (var name in names)
        {
            twin[name].Write(row.AsSpan(0, twin[name].Info.Words));
            row = row[twin[name].Info.Words..];
        }
        before?.Invoke();
        Tick();
    }

    void Tick()
    {
        twin.Settle();
        past.Add((twin.Save(), Seen(twin)));
        twin.Step();
    }

    void Set(string port, uint[] words)
    {
        twin[port].Write(words);
        history[port].Write(words);
    }

    uint[] Words(Port port) => [.. Enumerable.Range(0, port.Info.Words).Select(i => (uint)random.NextInt64(1L << Math.Min(32, port.Width - 32 * i)))];

    static string Seen(ISimulation s, Func<StateElement, BigInteger> read, Func<StateElement, int, BigInteger> word) => string.Join(' ',
    [
        .. s.Ports.Select(p => $"{p}"),
        .. design.State.Select(e => e.Kind == StateKind.Memory ? $"{e}={string.Join(',', Enumerable.Range(0, e.Depth).Select(a => word(e, a)))}" : $"{e}={read(e)}"),
    ]);

    static string Seen(History h) => Seen(h, h.Read, h.Read);
    static string Seen(BuiltInSimulation s) => Seen(s, s.Read, s.Read);
}
