using System.Collections.Concurrent;
using System.Numerics;
using System.Runtime.InteropServices;
using Hw.BuiltIn;
using Hw.Hdl;
using Hw.Isa.Txu;
using Hw.Sim;
using Hw.Txu.Vector;

namespace Hw.Txu.Tests.Vector;

/// <summary>The vector unit alone, with memories that the test plays: reads are refused at random, writes never are, as in the chip.</summary>
/// <param name="plant">Of <see cref="VectorPlants"/>, counted from 1; 0: the sound unit, without a place for faults.</param>
sealed class VectorBench(int lanes, int plant = 0)
{
    public const int ClaimAhead = 18;
    static readonly ConcurrentDictionary<(int Lanes, bool Plants), Lazy<BuiltInDesign>> designs = [];

    readonly BuiltInSimulation sim = designs.GetOrAdd((lanes, plant > 0), k => new(() => BuiltInDesign.Compile(
        Design.Elaborate(() => new VectorUnit(k.Lanes, ClaimAhead), k.Plants ? VectorPlants.All : []), new() { RandomState = true, Assertions = !k.Plants }))).Value.Start(7);
    readonly TxuMachine m = new(lanes);

    public ulong Cycles => sim.Cycle;

    /// <summary>Runs the commands of the jobs from this state of the memories; null, or the first difference from what should be written.</summary>
    /// <param name="refuse">Of 100 requests, how many are refused.</param>
    public string? Run(TxuMachine before, IReadOnlyList<Job> jobs, IReadOnlyList<Written> expected, int seed, int refuse)
    {
        var random = new Random(seed);
        Copies.All(before, m);
        foreach (var port in sim.Ports) if (port.Info.Direction == PortDirection.Input && port.Name is not SimDesign.Clock and not SimDesign.Reset) port.Wide = 0;
        if (plant > 0) sim["plant_select"].Value = (ulong)plant;
        sim.Reset();
        var (pushed, retired, written, idle) = (0, 0, 0, 0);
        var claims = new Queue<(ulong Cycle, ulong Bank)>();
        int? accRow = null, spadRow = null, stateRow = null;
        var pair = new byte[64];
        while (retired < jobs.Count)
        {
            if (++idle > 20_000) return $"nothing retires after instruction {retired} ({Name(jobs, retired)})";
            // what was granted arrives; otherwise whatever lay there
            if (accRow is { } ar) sim["acc_data"].Write(MemoryMarshal.Cast<byte, uint>(m.Acc.Bytes(ar)));
            if (stateRow is { } sr) sim["state_data"].Write(MemoryMarshal.Cast<byte, uint>(m.State.Bytes(sr)));
            if (spadRow is { } pr)
            {
                for (var half = 0; half < 2; half++) m.Spad.Bytes(pr + half < TxuIsa.SpadRows ? pr + half : pr).CopyTo(pair.AsSpan(32 * half));
                sim["spad_data"].Write(MemoryMarshal.Cast<byte, uint>(pair));
            }
            var push = pushed < jobs.Count && random.Next(100) >= refuse;
            sim["push_valid"].Value = push ? 1u : 0;
            if (push) sim["push_data"].Wide = jobs[pushed].Command(pushed);
            ulong Granted(string port, int refused) => sim[$"{port}_valid"].Value == 1 && random.Next(100) >= refused ? 1u : 0;
            sim["acc_grant"].Value = Granted("acc", refuse);
            sim["spad_grant"].Value = Granted("spad", refuse);
            sim["state_grant"].Value = Granted("state", 0);
            accRow = sim["acc_grant"].Value == 1 ? (int)sim["acc_row"].Value : null;
            stateRow = sim["state_grant"].Value == 1 ? (int)sim["state_row"].Value : null;
            spadRow = sim["spad_grant"].Value == 1 ? (int)sim["spad_row"].Value : null;
            if (spadRow is { } wide && sim["spad_wide"].Value == 1 && wide % 2 != 0) return $"a wide read of the odd row {wide}";

            if (sim["claim_valid"].Value == 1) claims.Enqueue((sim.Cycle, sim["claim_bank"].Value));
            var writes = 0;
            foreach (var (port, memory, at) in new[] { ("write", TxuIsa.Spad, spadRow), ("acc_write", TxuIsa.Acc, accRow), ("state_write", TxuIsa.State, stateRow) })
            {
                if (sim[$"{port}_valid"].Value == 0) continue;
                writes++;
                var row = (int)sim[$"{port}_row"].Value;
                var words = new uint[memory == TxuIsa.Spad ? 16 : lanes];
                sim[$"{port}_data"].Read(words);
                var bytes = MemoryMarshal.AsBytes(words.AsSpan());
                if (memory == TxuIsa.Spad && sim["write_wide"].Value == 0) bytes = bytes[..32];
                var got = Written.Of((int)sim["write_order"].Value, memory, row, bytes);
                if (written == expected.Count) return $"one write too many: {got}";
                if (got != expected[written]) return $"write {written}, of {Name(jobs, expected[written].Order)}: {got}, expected {expected[written]}";
                written++;
                if (memory == TxuIsa.Acc && (!claims.TryDequeue(out var claim) || claim != (sim.Cycle - ClaimAhead, (ulong)row / 256)))
                    return $"ACC row {row} is written in cycle {sim.Cycle}, claimed was {claim}";
                if (at == row || memory == TxuIsa.Spad && at == (row ^ 1) && (sim["spad_wide"].Value | sim["write_wide"].Value) == 1) return $"row {row} of memory {memory} is read in the cycle in which it is written";
                Store(memory, row, bytes);
            }
            if (writes > 1) return $"{writes} writes in one cycle";
            while (claims.TryPeek(out var old) && old.Cycle + ClaimAhead < sim.Cycle) return $"a claim of cycle {old.Cycle} without a write";
            if (sim["retire"].Value == 1)
            {
                if (sim["retire_order"].Value != (ulong)retired) return $"{sim["retire_order"].Value} retires instead of {retired}";
                if (written < expected.Count && expected[written].Order <= retired) return $"{Name(jobs, retired)} retires before its write {written}";
                (retired, idle) = (retired + 1, 0);
            }
            if (push && sim["push_ready"].Value == 1) pushed++;
            sim.Step();
        }
        return written == expected.Count ? null : $"{expected.Count - written} writes are missing";
    }

    static string Name(IReadOnlyList<Job> jobs, int order) => order < jobs.Count ? $"{order}: {jobs[order].Instruction?.ToString() ?? "NOP"} {jobs[order]}" : "the end";

    void Store(int memory, int row, ReadOnlySpan<byte> bytes)
    {
        if (memory == TxuIsa.Spad) for (var half = 0; half < bytes.Length / 32; half++) MemoryMarshal.Cast<byte, sbyte>(bytes.Slice(32 * half, 32)).CopyTo(m.Spad.Write(row + half));
        else MemoryMarshal.Cast<byte, int>(bytes).CopyTo((memory == TxuIsa.Acc ? m.Acc : m.State).Write(row));
    }
}

static class Copies
{
    public static void All(TxuMachine from, TxuMachine to)
    {
        for (var r = 0; r < TxuIsa.SpadRows; r++) from.Spad.Read(r).CopyTo(to.Spad.Write(r));
        for (var r = 0; r < TxuIsa.AccRows; r++) from.Acc.Read(r).CopyTo(to.Acc.Write(r));
        for (var r = 0; r < TxuIsa.StateVectors; r++) from.State.Read(r).CopyTo(to.State.Write(r));
    }
}
