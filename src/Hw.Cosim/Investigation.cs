using System.Runtime.InteropServices;
using Hw.Golden;
using Hw.Isa;
using Hw.Sim;

namespace Hw.Cosim;

/// <summary>
/// Runs a target again to say exactly what differed, and to write waves. The same target does the same in every run, so a cycle of
/// the first run is that cycle of the next.
/// </summary>
sealed class Investigation(ILockstepTarget target, LockstepOptions options, CancellationToken token)
{
    const int MostInFlight = 8;

    public Difference Explain(Found found, Comparison comparison)
    {
        var difference = Describe(found.Kind, found.Message, found.Order, found.Cycle, comparison);
        if (found.Channel < 0 || found.Kind is DifferenceKind.Retirement || difference.Instruction is null) return difference;
        var (golden, rtl) = (GoldenRows(found.Order), RtlRows(found));
        var channel = comparison.ViewOf(found.Channel);
        if (channel is null) return difference;
        return Rows.Compare(difference, target.Program.Isa.Shape.Memories[channel.Memory].Name, channel, golden.Where(r => r.Memory == channel.Memory).ToList(), rtl);
    }

    public Difference Describe(DifferenceKind kind, string message, long order, ulong cycle, Comparison comparison)
    {
        return new(kind, message)
        {
            Cycle = cycle,
            Instruction = comparison.Find(order) is { } expected ? Place(order, expected) : null,
            LastRetired = [.. comparison.LastRetired.Select(r => new RetiredLine(Place(r.Order, r.Expected), r.Cycle))],
            InFlight = [.. comparison.InFlight.Take(MostInFlight).Select(i => Place(i.Order, i.Expected))],
        };
    }

    InstructionPlace Place(long order, Expected expected)
    {
        var (program, isa) = (target.Program, target.Program.Isa);
        var source = program.PlaceOf(expected.Pc);
        return new(order, expected.Pc, isa.Text(program.Words[expected.Pc]), source.IsKnown ? source.ToString() : null, isa.QueueNames[expected.Queue]);
    }

    /// <summary>All rows of one instruction, by the golden.</summary>
    List<Written> GoldenRows(long order)
    {
        var one = new OneInstruction(order);
        var engine = new GoldenEngine(target.Golden(), target.Program, one);
        while (engine.Executed <= order && engine.Step()) token.ThrowIfCancellationRequested();
        return one.Rows;
    }

    /// <summary>The rows that the RTL wrote for the same instruction on the same channel, with their cycles.</summary>
    List<RtlRow> RtlRows(Found found)
    {
        using var session = target.Start(token: token);
        var sim = session.Simulation;
        session.Begin();
        if (found.Since > sim.Cycle) sim.Step(found.Since - sim.Cycle);
        sim.ClearRecords();
        sim.Recording = RecordMode.Full;
        var rows = new List<RtlRow>();
        while (sim.Cycle <= found.Cycle)
        {
            token.ThrowIfCancellationRequested();
            sim.Run(found.Cycle + 1 - sim.Cycle);
            foreach (ref readonly var r in sim.Records)
                if (r.Kind == RecordKind.Row && r.Channel == found.Channel && r.Order == (uint)found.Order)
                    rows.Add(new(r.Cycle, (long)r.Value, MemoryMarshal.AsBytes(sim.Data(r)).ToArray()));
            sim.ClearRecords();
        }
        return rows;
    }

    /// <summary>The cycle in which a rule was broken first, known not to lie before <paramref name="from"/>.</summary>
    public ulong CycleOfViolation(ulong from)
    {
        using var session = target.Start(token: token);
        var sim = session.Simulation;
        session.Begin();
        if (from > sim.Cycle) sim.Step(from - sim.Cycle);
        for (var last = sim.Cycle + 2 * options.Batch; session.Violation is null && sim.Cycle < last;)
        {
            token.ThrowIfCancellationRequested();
            sim.Step();
        }
        return sim.Cycle;
    }

    /// <summary>Writes the waves around a cycle. Null when none are wanted or they cannot be had.</summary>
    public string? Waves(ulong cycle)
    {
        if (options.WaveFile is not { } file) return null;
        using var session = target.Start(waves: true, token);
        var sim = session.Simulation;
        try
        {
            session.Begin();
            if (cycle > sim.Cycle + options.WaveBefore) sim.Step(cycle - options.WaveBefore - sim.Cycle);
            sim.StartWave(file);
            if (cycle + options.WaveAfter > sim.Cycle) sim.Step(cycle + options.WaveAfter - sim.Cycle);
            sim.StopWave();
        }
        catch (SimAssertException) { }   // the waves end where the design says stop
        return File.Exists(file) ? file : null;
    }

    /// <summary>Keeps the rows of one instruction of a long run.</summary>
    sealed class OneInstruction(long order) : IWriteSink
    {
        bool here;
        public List<Written> Rows { get; } = [];
        public void Begin(in Retired instruction) => here = instruction.Order == order;
        public void Write(int memory, long address, ReadOnlySpan<byte> data)
        {
            if (here) Rows.Add(new(memory, address, data.ToArray()));
        }
        public void End() { }
    }
}

/// <summary>One row that the RTL wrote.</summary>
sealed record RtlRow(ulong Cycle, long Address, byte[] Data);
