using System.Numerics;
using Hw.Hdl;
using Hw.Sim;
using Port = Hw.Sim.Port;

namespace Hw.BuiltIn;

/// <summary>
/// A simulation that can go back. After <see cref="RewindTo"/> every register, memory word and port has the value it had just before
/// the rising edge of that cycle, and what is driven then gives what it gave before. It is driven in the simulation's place and owns
/// it: what is done to the simulation behind its back is not remembered. It keeps a snapshot every so many cycles, few of the distant
/// past and more of the recent, and a log of what was driven; going back restores the nearest one and drives the rest again.
/// </summary>
public sealed class History : ISimulation
{
    readonly BuiltInSimulation simulation;
    readonly ulong every;
    readonly int keep;
    readonly Port[] inputs;
    readonly List<Snapshot> snapshots = [];
    readonly List<Stretch> log = [];
    List<Poke> pokes = [];

    /// <param name="every">Cycles between snapshots.</param>
    /// <param name="keep">The most snapshots at a time; the first is always one of them.</param>
    public History(BuiltInSimulation simulation, ulong every = 1 << 14, int keep = 16)
    {
        ArgumentOutOfRangeException.ThrowIfZero(every);
        ArgumentOutOfRangeException.ThrowIfLessThan(keep, 3);
        (this.simulation, this.every, this.keep) = (simulation, every, keep);
        inputs = [.. simulation.Ports.Where(p => p.Info is { Direction: PortDirection.Input, Name: not SimDesign.Clock })];
        snapshots.Add(simulation.Save());
    }

    /// <summary>The cycles of the snapshots; the first is the earliest one to go back to.</summary>
    public IReadOnlyList<ulong> Snapshots => [.. snapshots.Select(s => s.Cycle)];

    /// <summary>Goes back. What came after that cycle is forgotten, records are cleared, and a wave file that is being written ends.</summary>
    /// <exception cref="SimException">The cycle has not been yet, or was before the first snapshot.</exception>
    public void RewindTo(ulong cycle)
    {
        var first = snapshots[0].Cycle;
        if (cycle < first || cycle > Cycle) throw new SimException($"{Design.Top} cannot go back to cycle {cycle:N0}: its history reaches from {first:N0} to {Cycle:N0}");
        if (cycle == Cycle) return;
        StopWave();
        var mode = Recording;
        Recording = RecordMode.None;
        snapshots.RemoveAll(s => s.Cycle > cycle);
        simulation.Restore(snapshots[^1]);
        for (var at = log.FindIndex(s => s.End > Cycle); at < log.Count && log[at].Start <= cycle; at++) log[at].Again(simulation, inputs, cycle);
        Forget(cycle);
        KeepWhenDue();
        ClearRecords();
        Recording = mode;
    }

    void Forget(ulong from)
    {
        pokes = log.Find(s => s.Start == from)?.Pokes ?? [];
        log.RemoveAll(s => s.Start >= from);
        if (log is [.., var last] && last.End > from) last.Cycles = from - last.Start;
    }

    // What clocks is logged ---------------------------------------------------------------------------------------------

    public void Reset(int cycles = 2)
    {
        if (!Design.HasReset) throw new SimException($"{Design.Top} has no input `{SimDesign.Reset}`");
        var reset = this[SimDesign.Reset];
        reset.Value = 1;
        Step((ulong)cycles);
        reset.Value = 0;
    }

    public void Step(ulong cycles = 1)
    {
        for (var left = cycles; left > 0 && !Finished;)
        {
            var stretch = Begin([], []);
            try { simulation.Step(Math.Min(left, Due)); }
            finally { End(stretch); }
            left -= stretch.Cycles;
        }
    }

    public StopReason Run(ulong maxCycles, string? stop = null)
    {
        for (var left = maxCycles; ;)
        {
            var stretch = Begin([], []);
            StopReason reason;
            try { reason = simulation.Run(Math.Min(left, Due), stop); }
            finally { End(stretch); }
            left -= stretch.Cycles;
            if (reason != StopReason.Cycles || left == 0) return reason;
        }
    }

    public void Play(ReadOnlySpan<Port> inputs, ReadOnlySpan<uint> values, int cycles)
    {
        var stretch = Begin(inputs, values);
        try { simulation.Play(inputs, values, cycles); }
        finally { End(stretch); }
    }

    public void Capture(ReadOnlySpan<Port> inputs, ReadOnlySpan<uint> values, Port output, Span<uint> seen, int latency = 0)
    {
        var stretch = Begin(inputs, values);
        try { simulation.Capture(inputs, values, output, seen, latency); }
        finally { End(stretch); }
    }

    /// <summary>Cycles until the next snapshot, at least one.</summary>
    ulong Due => snapshots[^1].Cycle + every - Cycle;

    Stretch Begin(ReadOnlySpan<Port> played, ReadOnlySpan<uint> rows)
    {
        var driven = new uint[inputs.Sum(p => p.Info.Words)];
        var at = 0;
        foreach (var input in inputs)
        {
            input.Read(driven.AsSpan(at));
            at += input.Info.Words;
        }
        return new() { Start = Cycle, Pokes = pokes, Inputs = driven, Played = played.ToArray(), Rows = rows.ToArray() };
    }

    /// <summary>Logs what has happened since it began, also when it ended with an exception.</summary>
    void End(Stretch stretch)
    {
        stretch.Cycles = Cycle - stretch.Start;
        if (stretch.Cycles == 0) return;
        if (log is not [.., var last] || !last.TakesIn(stretch)) log.Add(stretch);
        pokes = [];
        KeepWhenDue();
    }

    /// <summary>Where there are too many, the one goes whose gap is smallest for its age: what remains thins out towards the past.</summary>
    void KeepWhenDue()
    {
        if (Cycle - snapshots[^1].Cycle < every) return;
        snapshots.Add(simulation.Save());
        if (snapshots.Count <= keep) return;
        snapshots.RemoveAt(Enumerable.Range(1, snapshots.Count - 2).MinBy(i => (double)(snapshots[i + 1].Cycle - snapshots[i - 1].Cycle) / (Cycle - snapshots[i].Cycle)));
    }

    // Looking and poking ------------------------------------------------------------------------------------------------

    public IReadOnlyList<StateElement> State => simulation.State;
    public BigInteger Read(StateElement element) => simulation.Read(element);
    public BigInteger Read(StateElement memory, int address) => simulation.Read(memory, address);
    public void Write(StateElement element, BigInteger value) => Write(new Poke(element, null, value));
    public void Write(StateElement memory, int address, BigInteger value) => Write(new Poke(memory, address, value));

    void Write(Poke poke)
    {
        poke.Apply(simulation);
        pokes.Add(poke);
    }

    public SimDesign Design => simulation.Design;
    public ulong Cycle => simulation.Cycle;
    public IReadOnlyList<Port> Ports => simulation.Ports;
    public Port this[string port] => simulation[port];
    public void Settle() => simulation.Settle();
    public RecordMode Recording { get => simulation.Recording; set => simulation.Recording = value; }
    public ReadOnlySpan<SimRecord> Records => simulation.Records;
    public ReadOnlySpan<uint> Data(in SimRecord row) => simulation.Data(row);
    public void FlushRecords() => simulation.FlushRecords();
    public void ClearRecords() => simulation.ClearRecords();
    public void StartWave(string path) => simulation.StartWave(path);
    public void StopWave() => simulation.StopWave();
    public bool Finished => simulation.Finished;
    public TextWriter Display { get => simulation.Display; set => simulation.Display = value; }
    public void Dispose() => simulation.Dispose();
}
