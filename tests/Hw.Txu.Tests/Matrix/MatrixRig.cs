using System.Numerics;
using System.Runtime.InteropServices;
using Hw.Bits;
using Hw.BuiltIn;
using Hw.Hdl;
using Hw.Isa;
using Hw.Isa.Txu;
using Hw.Txu.Control;
using Hw.Txu.Matrix;
using static Hw.Isa.Txu.Registers;

namespace Hw.Txu.Tests.Matrix;

/// <summary>
/// A matrix unit alone: its commands come from instructions, its memories are the golden model's, copied before it runs. What it
/// writes is compared with the golden model's write log, entry by entry.
/// </summary>
sealed class MatrixRig
{
    /// <summary>An instruction with what its registers mean.</summary>
    public sealed record Job(Mm Mm, Isa.Txu.Shape Shape, int Acc, int Moving, int Stationary)
    {
        public int Rows => Shape.E0 * Shape.E1;
    }

    /// <summary>How often the surroundings stand in the way, of 100 cycles.</summary>
    public sealed record Surroundings(int Claims = 0, int Refusals = 0, int Waits = 0);

    readonly record struct Written(long Order, int Row, BigInteger Data);

    sealed class Log(long order, List<Written> log) : IEffects
    {
        public int Pc => 0;
        public void Jump(int pc) { }
        public void Halt(int code) { }
        public void Fence(uint queues) { }
        public void SetSemaphore(int semaphore, int value) { }
        public void Write(int memory, long address, ReadOnlySpan<byte> data) => log.Add(new(order, (int)address, new(data, isUnsigned: true)));
    }

    readonly int lanes;
    readonly bool faulty;
    readonly Random random;
    readonly TxuMachine golden;
    readonly BuiltInDesign design;

    /// <param name="faulty">The design has one plant: it is on.</param>
    public MatrixRig(int lanes, int seed, BuiltInDesign design, bool faulty = false)
    {
        (this.lanes, this.design, this.faulty, random, golden) = (lanes, design, faulty, new(seed), new(lanes));
        for (var row = 0; row < TxuIsa.SpadRows; row++) random.NextBytes(MemoryMarshal.AsBytes(golden.Spad.Write(row)));
        // the upper half holds BF16: exponents that meet, few specials
        for (var row = TxuIsa.SpadRows / 2; row < TxuIsa.SpadRows; row++)
        {
            var elements = MemoryMarshal.Cast<sbyte, ushort>(golden.Spad.Write(row));
            foreach (ref var e in elements) e = random.Next(900) switch { 0 => 0x7F80, 1 => 0xFF80, 2 => 0x7FC1, < 30 => 0, < 40 => (ushort)random.Next(1 << 16), _ => (ushort)(random.Next(110, 140) << 7 | random.Next(128) | random.Next(2) << 15) };
        }
        for (var row = 0; row < TxuIsa.AccRows; row++)
            foreach (ref var x in golden.Acc.Write(row)) x = random.Next(9) == 0 ? random.Next(int.MinValue, int.MaxValue) : random.Next(2) << 31 | random.Next(110, 140) << 23 | random.Next(1 << 23);
        for (var v = 0; v < TxuIsa.StateVectors; v++) NewState(v);
    }

    void NewState(int vector)
    {
        foreach (ref var x in golden.State.Write(vector)) x = random.Next(20) == 0 ? random.Next(int.MinValue, int.MaxValue) : random.Next(100, 128) << 23 | random.Next(1 << 23);
    }

    /// <summary>A faulty unit may break its promises and goes on: what it writes tells.</summary>
    public static BuiltInDesign Compile(int lanes, params Plant[] plants) =>
        BuiltInDesign.Compile(Design.Elaborate(() => new MatrixUnit(lanes), plants), new() { RandomState = true, Assertions = plants.Length == 0 });

    /// <summary>The last accumulator row of the instruction before.</summary>
    int end;

    /// <summary>An instruction of random type, mode and shape. Accumulators begin where those of the instruction before end or in a few rows, near a bank's end too.</summary>
    public Job Next(int order, int rows = 0, MmType? only = null)
    {
        var type = only ?? (MmType)random.Next(3);
        var mode = (MmMode)random.Next(type == MmType.INT8 ? 2 : 3);
        var (e0, e1) = (rows > 0 ? rows : random.Next(4) switch { 0 => random.Next(1, 4), 1 => random.Next(1, 12), 2 => random.Next(1, 25), _ => random.Next(25, 45) }, random.Next(1, 4));
        var even = type == MmType.BF16 ? 2 : 1;
        var shape = new Isa.Txu.Shape(e0, e1, 1, even * random.Next(4), even * random.Next(3), even * random.Next(40));
        var floor = type == MmType.BF16 ? TxuIsa.SpadRows / 2 : 0;
        var mm = new Mm(A(1), A(2), A(3), S(0), mode, type, V(order % TxuIsa.StateVectors), random.Next(2) * random.Next(32), random.Next(2) * random.Next(32));
        var acc = random.Next(3) switch { 0 => random.Next(6), 1 => 250 + random.Next(9), _ => Math.Clamp(end - random.Next(-1, 10), 0, 900) };
        end = acc + e0 - 1;
        return new(mm, shape, acc, floor + even * random.Next(500), floor + even * random.Next(500));
    }

    static BigInteger Pack(Layout layout, params (Hdl.Field Field, long Value)[] values) =>
        values.Aggregate(BigInteger.Zero, (word, v) => word | (BigInteger)v.Value << v.Field.Low);

    static BigInteger Command(Job job, int order)
    {
        var f = MatrixCommand.Fields;
        return Pack(f, (f.Order, order), (f.Wait0, 32 | order % 32), (f.Signal1, 32 | (order + 7) % 32), (f.Type, (long)job.Mm.Type), (f.Mode, (long)job.Mm.Mode), (f.Alpha, job.Mm.Alpha.Index), (f.Tail, job.Mm.Tail),
            (f.Lanes, job.Mm.Lanes), (f.AccRow, job.Acc), (f.Moving, job.Moving), (f.Stationary, job.Stationary), (f.Rows, job.Shape.E0), (f.Chunks, job.Shape.E1), (f.RowStride, job.Shape.St0),
            (f.ChunkStride, job.Shape.St1), (f.StationaryStride, job.Shape.St2));
    }

    /// <summary>What is seen from outside.</summary>
    public sealed record Outcome(string? Difference, int Cycles, int FirstIssue, int LastIssue, int Issued);

    public Outcome Run(IReadOnlyList<Job> jobs, Surroundings around)
    {
        using var sim = design.Start();
        if (faulty) sim["plant_select"].Value = 1;
        sim.Reset();
        var acc = Enumerable.Range(0, TxuIsa.AccRows).Select(r => new BigInteger(golden.Acc.Bytes(r), isUnsigned: true)).ToArray();
        var (expected, executed) = (new List<Written>(), 0);
        var claims = new Queue<int>(Enumerable.Repeat(-1, MatrixUnit.WriteLatency));
        var (pushed, retired, seen, given, begun, products) = (0, 0, 0, 0, 0, 0L);
        var (first, last, issued) = (-1, -1, 0);
        BigInteger moving = 0, stationary = 0, sums = 0, alpha = 0;
        for (var cycle = 0; cycle < 400 + 400 * jobs.Count; cycle++)
        {
            // what was asked for in the cycle before
            (sim["moving_data"].Wide, sim["stationary_data"].Wide, sim["acc_data"].Wide, sim["alpha_data"].Wide) = (moving, stationary, sums, alpha);
            sim["push_valid"].Value = pushed < jobs.Count ? 1u : 0;
            if (pushed < jobs.Count) sim["push_data"].Wide = Command(jobs[pushed], pushed);
            var claim = random.Next(100) < around.Claims ? random.Next(4) : -1;
            (sim["claim_valid"].Value, sim["claim_bank"].Value) = (claim < 0 ? 0u : 1, (uint)Math.Max(claim, 0));
            claims.Enqueue(claim);

            var waits = sim["wait_valid"].Value == 1 && random.Next(100) >= around.Waits;
            sim["wait_grant"].Value = waits ? 1u : 0;
            if (waits)
            {
                // the instruction has its semaphores: what it reads is there now, and was not before
                if (sim["wait_index"].Value != (ulong)executed % 32) return Wrong($"waits for {sim["wait_index"].Value}");
                var job = jobs[executed];
                NewState(job.Mm.Alpha.Index);
                (golden.Addresses[1].Base, golden.Addresses[2].Base, golden.Addresses[3].Base, golden.Shapes[0]) = (job.Acc, job.Moving, job.Stationary, job.Shape);
                job.Mm.Check(golden);
                job.Mm.Execute(golden, new Log(executed++, expected));
            }
            var gives = sim["give_valid"].Value == 1 && random.Next(100) >= around.Waits;
            sim["give_grant"].Value = gives ? 1u : 0;
            if (gives && sim["give_index"].Value != (ulong)(given++ + 7) % 32) return Wrong($"gives {sim["give_index"].Value}");
            (sim["moving_grant"].Value, sim["acc_grant"].Value, sim["alpha_grant"].Value, sim["write_grant"].Value) = (1, 1, 1, 1);
            sim["stationary_grant"].Value = sim["stationary_valid"].Value == 1 && random.Next(100) >= around.Refusals ? 1u : 0;

            moving = Spad("moving", true);
            stationary = Spad("stationary", sim["stationary_grant"].Value == 1);
            sums = sim["acc_valid"].Value == 1 ? acc[(int)sim["acc_row"].Value] : Noise(lanes * 32);
            alpha = sim["alpha_valid"].Value == 1 ? new(golden.State.Bytes((int)sim["alpha_row"].Value), isUnsigned: true) : Noise(lanes * 32);

            if (sim["issue"].Value == 1) (first, last, issued) = (first < 0 ? cycle : first, cycle, issued + 1);
            products += (long)sim["live_products"].Value;
            if (sim["activity_begins"].Value == 1 && sim["activity_order"].Value != (ulong)begun++) return Wrong($"begins {sim["activity_order"].Value}");
            var reserved = claims.Dequeue();
            if (sim["write_valid"].Value == 1)
            {
                var write = new Written((long)sim["write_order"].Value, (int)sim["write_row"].Value, sim["write_data"].Wide);
                if (reserved == write.Row >> 8) return Wrong($"writes row {write.Row} when its bank is claimed");
                if (seen >= expected.Count || write != expected[seen]) return Wrong($"write {seen} is {write}, expected {(seen < expected.Count ? expected[seen] : "none")}, of {jobs[(int)write.Order]}");
                acc[write.Row] = write.Data;
                seen++;
            }
            if (sim["retire"].Value == 1)
            {
                if (sim["retire_order"].Value != (ulong)retired) return Wrong($"retires {sim["retire_order"].Value}");
                retired++;
                if (seen < jobs.Take(retired).Sum(j => j.Rows)) return Wrong($"retires {retired - 1} before its last write");
            }
            if (sim["push_valid"].Value == 1 && sim["push_ready"].Value == 1) pushed++;
            sim.Step();
            if (retired == jobs.Count)
            {
                var live = jobs.Sum(j => (long)j.Shape.E0 * (32 * (j.Shape.E1 - 1) + (j.Mm.Tail == 0 ? 32 : j.Mm.Tail)) * (j.Mm.Lanes == 0 ? lanes : Math.Min(j.Mm.Lanes, lanes)));
                return (begun, given, issued, products) == (jobs.Count, jobs.Count, expected.Count, live) ? new(null, cycle, first, last, issued)
                    : Wrong($"begins {begun}, gives {given}, issues {issued} rows and {products} products of {live}");
            }

            Outcome Wrong(string what) => new($"cycle {cycle}: {what}", cycle, first, last, issued);

            BigInteger Spad(string port, bool granted)
            {
                if (sim[$"{port}_valid"].Value == 0 || !granted) return Noise(512);
                var (row, wide) = ((int)sim[$"{port}_row"].Value, sim[$"{port}_wide"].Value == 1);
                var low = new BigInteger(golden.Spad.Bytes(row), isUnsigned: true);
                return low | (wide ? new BigInteger(golden.Spad.Bytes(row + 1), isUnsigned: true) : Noise(256)) << 256;
            }
        }
        return new($"{retired} of {jobs.Count} instructions retire", 0, first, last, issued);
    }

    BigInteger Noise(int bits)
    {
        var bytes = new byte[bits / 8];
        random.NextBytes(bytes);
        return new(bytes, isUnsigned: true);
    }
}
