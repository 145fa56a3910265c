using System.Text;

namespace Hw.Cosim.Tests;

/// <summary>
/// A random program that has one meaning under every timing: whenever an operation touches what an earlier one of another queue
/// may still be using, the two are ordered, by a semaphore through a NOP or by a FENCE. Everything else overlaps as it likes.
/// </summary>
sealed class RandomProgram
{
    public const int ImageBytes = 0x8000, ResultBytes = 0x8000;
    enum Unit { LD, ST, MM, VX }
    enum Place { Spad, Acc, Dram }
    readonly record struct Touch(Place Place, long First, long Last, bool Writes);

    readonly Random random;
    readonly StringBuilder text = new();
    /// <summary>What each queue has done since each other queue last waited for it: [of, seenBy].</summary>
    readonly List<Touch>[,] unseen = new List<Touch>[4, 4];
    readonly bool[] spadWritten = new bool[8192], accWritten = new bool[1024];
    readonly int window;

    public RandomProgram(Random random)
    {
        this.random = random;
        foreach (var of in Enum.GetValues<Unit>()) foreach (var by in Enum.GetValues<Unit>()) unseen[(int)of, (int)by] = [];
        window = random.Next(0, 8192 - 512);
        // something to work on: 256 rows, and sums of 48 of them
        for (var i = 0; i < 256; i++) spadWritten[window + i] = true;
        Operation(Unit.LD, $"SETA a0, {window}", "SETA a1, 0", "SETS s0, 256, st0=1", "LD a0, a1, s0", [Written(Place.Spad, window, 256)]);
        Matrix(rows: 48, accBase: random.Next(0, 900));
        var count = random.Next(4, 14);
        for (var i = 0; i < count; i++)
        {
            if (random.Next(6) == 0) Loop();
            else One();
        }
        // an end of every kind: a code, or a word that is no instruction
        text.Append(random.Next(8) switch
        {
            0 => $".word 0x{random.Next():X8}\n",
            1 => $".word 0x{random.Next(1, 16):X}00000000000000000000000000000{random.Next(1, 3):X2}\n",   // NOP or HALT with reserved bits
            _ => $"HALT {random.Next(65536)}\n",
        });
    }

    public string Text => text.ToString();

    void One()
    {
        switch (random.Next(4))
        {
            case 0: Load(); break;
            case 1: Store(); break;
            case 2: Matrix(random.Next(1, 40), random.Next(0, 980)); break;
            default: Vector(); break;
        }
    }

    /// <summary>Iterations work on the same rows and walk through memory; a fence at each end keeps them apart.</summary>
    void Loop()
    {
        Fence(15);
        text.Append($"LOOP {random.Next(1, 4)}\n");
        if (random.Next(3) == 0) text.Append("NOP CT\n");
        for (var n = random.Next(1, 4); n > 0; n--) One();
        Fence(15);
        text.Append("ENDL\n");
    }

    void Load()
    {
        var (shape, count, extent) = Walk(limit: 60);
        var row = window + random.Next(0, 512 - count);
        var address = random.Next(0, (ImageBytes - extent) / 32) * 32;
        var level = random.Next(2) == 0 ? $"\nSETL a1, {random.Next(2)}, {random.Next(8) * 32}" : "";
        for (var i = 0; i < count; i++) spadWritten[row + i] = true;
        Operation(Unit.LD, $"SETA a0, {row}", $"SETA a1, {address}{level}", $"SETS s0, {shape}", "LD a0, a1, s0",
            [Written(Place.Spad, row, count), Read(Place.Dram, address, extent + 1024)]);
    }

    void Store()
    {
        var fromAcc = random.Next(2) == 0;
        var (shape, count, extent) = Walk(limit: 40, multiple: fromAcc ? 4 : 1);
        var rows = fromAcc ? count / 4 : count;
        var memory = fromAcc ? accWritten : spadWritten;
        if (Run(memory, rows) is not { } row) return;
        var address = ImageBytes + random.Next(0, (ResultBytes - extent) / 32) * 32;
        Operation(Unit.ST, $"SETA a2, {row}", $"SETA a3, {address}", $"SETS s1, {shape}", $"ST a2, a3, s1{(fromAcc ? ", ACC" : "")}",
            [Read(fromAcc ? Place.Acc : Place.Spad, row, rows), Written(Place.Dram, address, extent)]);
    }

    void Matrix(int rows, int accBase)
    {
        var chunks = random.Next(1, 4);
        var (rowStride, chunkStride, stationaryStride) = (random.Next(0, 3), random.Next(0, 20), random.Next(0, 33));
        rows = Math.Min(rows, 1024 - accBase);
        var (moving, stationary) = (Run(spadWritten, (rows - 1) * rowStride + (chunks - 1) * chunkStride + 1), Run(spadWritten, (chunks - 1) * stationaryStride + 32));
        if (moving is null || stationary is null) return;
        var accumulate = Enumerable.Range(accBase, rows).All(r => accWritten[r]) && random.Next(2) == 0;
        for (var i = 0; i < rows; i++) accWritten[accBase + i] = true;
        Operation(Unit.MM, $"SETA a4, {accBase}\nSETA a5, {moving}", $"SETA a6, {stationary}", $"SETS s2, {rows}, {chunks}, st0={rowStride}, st1={chunkStride}, st2={stationaryStride}",
            $"MM a4, a5, a6, s2{(accumulate ? ", accumulate" : "")}",
            [Written(Place.Acc, accBase, rows), Read(Place.Spad, moving.Value, (rows - 1) * rowStride + (chunks - 1) * chunkStride + 1), Read(Place.Spad, stationary.Value, (chunks - 1) * stationaryStride + 32)]);
    }

    void Vector()
    {
        var (rows, targetStride, sourceStride) = (random.Next(1, 30), random.Next(0, 4), random.Next(0, 2));
        if (Run(accWritten, (rows - 1) * sourceStride + 1) is not { } source) return;
        var target = window + random.Next(0, 512 - (rows - 1) * targetStride);
        for (var i = 0; i < rows; i++) spadWritten[target + i * targetStride] = true;
        Operation(Unit.VX, $"SETA a7, {target}", $"SETA a8, {source}", $"SETS s3, {rows}, st0={targetStride}, st1={sourceStride}", $"VQ a7, a8, s3, {random.Next(65536)}, {random.Next(40)}",
            [Written(Place.Spad, target, (rows - 1) * targetStride + 1), Read(Place.Acc, source, (rows - 1) * sourceStride + 1)]);
    }

    static Touch Written(Place place, long first, long count) => new(place, first, first + count - 1, true);
    static Touch Read(Place place, long first, long count) => new(place, first, first + count - 1, false);

    /// <summary>The registers, what must be waited for, then the operation.</summary>
    void Operation(Unit unit, string first, string second, string shape, string operation, Touch[] touches)
    {
        text.Append($"{first}\n{second}\n{shape}\n");
        var waits = new List<int>();
        foreach (var other in Enum.GetValues<Unit>())
        {
            if (other == unit || !unseen[(int)other, (int)unit].Any(u => touches.Any(t => t.Place == u.Place && (t.Writes || u.Writes) && t.First <= u.Last && u.First <= t.Last))) continue;
            if (random.Next(4) == 0) Fence(1 << (int)other);
            else
            {
                var semaphore = (int)other * 4 + (int)unit;
                text.Append($"NOP {other} signal({semaphore})\n");
                waits.Add(semaphore);
                unseen[(int)other, (int)unit].Clear();
            }
        }
        if (waits.Count == 3)
        {
            text.Append($"NOP {unit} wait({waits[2]})\n");
            waits.RemoveAt(2);
        }
        text.Append(operation).Append(waits.Count > 0 ? $" wait({string.Join(", ", waits)})" : "").Append('\n');
        foreach (var by in Enum.GetValues<Unit>()) unseen[(int)unit, (int)by].AddRange(touches);
    }

    void Fence(int queues)
    {
        text.Append($"FENCE {queues}\n");
        foreach (var of in Enum.GetValues<Unit>())
            if ((queues >> (int)of & 1) != 0)
                foreach (var by in Enum.GetValues<Unit>()) unseen[(int)of, (int)by].Clear();
    }

    /// <summary>A walk over three extents: its text, how many units, and how many bytes it spans.</summary>
    (string Shape, int Count, int Extent) Walk(int limit, int multiple = 1)
    {
        while (true)
        {
            var (e0, e1, e2) = (random.Next(1, 24), random.Next(1, 6), random.Next(1, 4));
            if (e0 * e1 * e2 > limit || e0 * e1 * e2 % multiple != 0) continue;
            var (st0, st1, st2) = (random.Next(3) > 0 ? 1 : random.Next(4), random.Next(20), random.Next(40));
            return ($"{e0}, {e1}, {e2}, st0={st0}, st1={st1}, st2={st2}", e0 * e1 * e2, 32 * ((e0 - 1) * st0 + (e1 - 1) * st1 + (e2 - 1) * st2 + 1));
        }
    }

    /// <summary>Somewhere in a memory, so many rows in a row that have a value.</summary>
    int? Run(bool[] written, int rows)
    {
        var starts = new List<int>();
        for (int at = 0, length = 0; at < written.Length; at++)
        {
            length = written[at] ? length + 1 : 0;
            if (length >= rows) starts.Add(at - rows + 1);
        }
        return starts.Count == 0 ? null : starts[random.Next(starts.Count)];
    }
}
