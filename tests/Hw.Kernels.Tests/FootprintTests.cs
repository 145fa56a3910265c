using Hw.Golden;
using Hw.Isa;
using Hw.Isa.Txu;

namespace Hw.Kernels.Tests;

/// <summary>
/// What the footprints say against what the golden does, for every instruction of random programs: it writes those rows and no others; it needs every on-chip row that it is said to
/// read; and rows that it is not said to read do not matter to it.
/// </summary>
public class FootprintTests
{
    const int Draws = 250, Lanes = 8;

    /// <summary>One instruction of each kind with random operands, drawn until dispatch would take it.</summary>
    static (IInstruction Instruction, Draft Operands)? Draw(Random random)
    {
        var r = new Draft();
        var (to, from, with) = ((Target)random.Next(4), (Source)random.Next(4), (Other)random.Next(4));
        IInstruction instruction = random.Next(16) switch
        {
            0 => new Ld(r[Row()], r[Place()], r[Walk4()], (Space)random.Next(2)),
            1 => new St(r[Row()], r[Place()], r[Walk4()], (Space)random.Next(2)),
            2 => new Ldt(r[Row()], r[Place()], r[Walk4()], (ElementSize)random.Next(2)),
            3 => new Stt(r[Row()], r[Place()], r[Walk4()], (ElementSize)random.Next(2)),
            4 or 5 or 6 => new Mm(r[Row()], r[Row()], r[Row()], r[new Shape(random.Next(1, 9), random.Next(1, 4), 1, Even(8), Even(8), Even(80))], (MmMode)random.Next(3), (MmType)random.Next(3), new(random.Next(32)), random.Next(32), random.Next(9)),
            7 => new Vq(r[Row()], r[Row()], r[Rows()], 3, 2, (VqType)random.Next(3), random.Next(2) == 0 ? default : r[new Constants(0x3F000000, 0, 0, 0)]),
            8 => new Vdq(r[Row()], r[Row()], r[Rows()], (VdqType)random.Next(4)),
            9 => new Vact(r[Row()], r[Row()], r[Rows()], (Activation)random.Next(6), to, from),
            10 => random.Next(2) == 0 ? new Vbin(r[Row()], r[Row()], r[Row()], r[Rows()], (BinaryOp)random.Next(5), to, from, with) : new Vglu(r[Row()], r[Row()], r[Row()], r[Rows()], to, from, with),
            11 => new Vnrm(r[Row()], r[Row()], r[Row()], r[Rows()], new(random.Next(32)), to, from),
            12 => new Vrope(r[Row()], r[Row()], r[Row()], r[Rows()], to, from, (Source)random.Next(4)),
            13 => new Vred(new(random.Next(32)), r[Row()], r[Rows()], (Reduction)random.Next(3), from, random.Next(2) == 0),
            14 => random.Next(2) == 0 ? new Vrelu(r[Row()], r[Row()], r[Rows()], to, from) : new Vclip(r[Row()], r[Row()], r[Row()], r[Rows()], to, from, with),
            _ => random.Next(2) == 0 ? new Smx(r[Row()], r[Row()], r[(long)random.Next(50)], r[(long)random.Next(50)], r[Rows()], new(random.Next(30)), r[new Constants(0x3F000000, 0, 40, 0)], SmxType.BF16 + random.Next(2), random.Next(2) == 0, true)
                : new Smxf(r[Row()], r[Row()], r[Rows()], new(random.Next(32)), to),
        };
        try { r.Check(instruction, new TxuMachine(Lanes)); }
        catch (Exception e) when (e is TrapException or IsaException) { return null; }
        return (instruction, r);

        long Row() => random.Next(3) == 0 ? random.Next(20) : random.Next(400) & ~1;
        long Place() => 0x1000 + 32 * random.Next(64);
        int Even(int most) => random.Next(most) & ~1;
        Shape Rows() => new(random.Next(1, 7), 1, 1, random.Next(4), random.Next(4), random.Next(4));
        Shape Walk4() => new(4 * random.Next(1, 4), random.Next(1, 3), random.Next(1, 3), random.Next(4), random.Next(20), random.Next(40));
    }

    static TxuMachine Filled(Draft operands, int seed)
    {
        var (machine, random) = (new TxuMachine(Lanes), new Random(seed));
        machine.Reset();
        for (var i = 0; i < operands.Addresses.Count; i++) machine.Addresses[i].Base = operands.Addresses[i];
        operands.Shapes.CopyTo(machine.Shapes);
        operands.Constants.CopyTo(machine.Constants);
        for (var row = 0; row < 1200; row++) Random(machine, TxuIsa.Spad, row, random);
        for (var row = 0; row < TxuIsa.AccRows; row++) Random(machine, TxuIsa.Acc, row, random);
        for (var row = 0; row < TxuIsa.StateVectors; row++) Random(machine, TxuIsa.State, row, random);
        for (var line = 0; line < 1000; line++) Random(machine, TxuIsa.Dram, line, random);
        return machine;
    }

    static void Random(TxuMachine m, int memory, long row, Random random)
    {
        switch (memory)
        {
            case TxuIsa.Spad: Fill(m.Spad.Write(row), () => (sbyte)(random.Next(2) == 0 ? random.Next(1, 100) : random.Next(0x3A, 0x42))); break;
            case TxuIsa.Acc: Fill(m.Acc.Write(row), () => random.Next(0x3F000000, 0x41000000)); break;
            case TxuIsa.State: Fill(m.State.Write(row), () => random.Next(0x3F000000, 0x41000000)); break;
            default:
                var bytes = new byte[TxuIsa.RowBytes];
                random.NextBytes(bytes);
                m.Dram.Write(row * TxuIsa.RowBytes, bytes);
                break;
        }

        static void Fill<E>(Span<E> row, Func<E> draw)
        {
            for (var i = 0; i < row.Length; i++) row[i] = draw();
        }
    }

    static HashSet<(int, long)> RowsOf(IInstruction instruction, Draft operands, bool writes) =>
        [.. from a in Footprint.Of(instruction, operands)
            where a.Writes == writes
            from j in Enumerable.Range(0, a.Count1)
            from i in Enumerable.Range(0, a.Count0)
            from w in Enumerable.Range(0, a.Width)
            select (a.Memory, a.Start + i * a.Stride0 + j * a.Stride1 + w)];

    [Fact]
    public void They_are_what_the_golden_touches()
    {
        var random = new Random(7);
        var seen = new Dictionary<Type, int>();
        for (var n = 0; n < Draws;)
        {
            if (Draw(random) is not { } drawn) continue;
            var (instruction, operands) = drawn;
            var log = Execute(instruction, Filled(operands, n));
            if (log is null) continue;                     // overwrites what it reads later: a program error whatever the footprint
            n++;
            seen[instruction.GetType()] = seen.GetValueOrDefault(instruction.GetType()) + 1;

            var (reads, writes) = (RowsOf(instruction, operands, writes: false), RowsOf(instruction, operands, writes: true));
            Assert.True(writes.SetEquals(log.Select(w => w.Place)), $"{instruction}: said to write {Text(writes)}, wrote {Text(log.Select(w => w.Place))}");

            // what is not said to be read may be anything
            var other = Filled(operands, n + 100_000);
            var same = Filled(operands, n - 1);
            foreach (var (memory, row) in reads) Copy(same, other, memory, row);
            var again = Execute(instruction, other)!;
            Assert.True(log.SequenceEqual(again), $"{instruction}: reads more than {Text(reads)}");

            // what is said to be read is needed: an unwritten row is an error. DRAM is always there.
            foreach (var (memory, row) in reads.Where(r => r.Item1 != TxuIsa.Dram).OrderBy(_ => random.Next()).Take(3))
                Assert.True(Execute(instruction, Without(operands, n, memory, row)) is null || IsUnneeded(instruction), $"{instruction}: said to read {Name(memory)} {row}, does not");
        }
        Assert.Equal(17, seen.Count);

        // of a pair of SPAD rows the second holds lanes that an 8-lane machine does not have
        static bool IsUnneeded(IInstruction i) => i is not (Ld or St or Ldt or Stt or Smx or Smxf or Vq);
    }

    static TxuMachine Without(Draft operands, int seed, int memory, long row)
    {
        var (full, machine) = (Filled(operands, seed), Filled(operands, seed));
        (memory switch { TxuIsa.Spad => (Action)machine.Spad.Forget, TxuIsa.Acc => machine.Acc.Forget, _ => machine.State.Forget })();
        for (var r = 0L; r < (memory switch { TxuIsa.Spad => 1200, TxuIsa.Acc => TxuIsa.AccRows, _ => TxuIsa.StateVectors }); r++)
            if (r != row) Copy(full, machine, memory, r);
        return machine;
    }

    static void Copy(TxuMachine from, TxuMachine to, int memory, long row)
    {
        switch (memory)
        {
            case TxuIsa.Spad: from.Spad.Read(row).CopyTo(to.Spad.Write(row)); break;
            case TxuIsa.Acc: from.Acc.Read(row).CopyTo(to.Acc.Write(row)); break;
            case TxuIsa.State: from.State.Read(row).CopyTo(to.State.Write(row)); break;
            default: to.Dram.Write(row * TxuIsa.RowBytes, from.Dram.Read(row * TxuIsa.RowBytes, TxuIsa.RowBytes)); break;
        }
    }

    /// <summary>The rows it writes, in order, with their bytes; null when the golden calls it an error.</summary>
    static List<((int, long) Place, string Bytes)>? Execute(IInstruction instruction, TxuMachine machine)
    {
        var log = new Log();
        try { ((ITxuInstruction)instruction).Execute(machine, log); }
        catch (ProgramErrorException) { return null; }
        return log.Rows;
    }

    sealed class Log : IEffects
    {
        public List<((int, long) Place, string Bytes)> Rows { get; } = [];
        public int Pc => 0;
        public void Jump(int pc) { }
        public void Halt(int code) { }
        public void Fence(uint queues) { }
        public void SetSemaphore(int semaphore, int value) { }

        public void Write(int memory, long address, ReadOnlySpan<byte> data)
        {
            if (memory is TxuIsa.Acc or TxuIsa.State) Rows.Add(((memory, address), Convert.ToHexString(data)));
            else
                for (var at = 0; at < data.Length; at += TxuIsa.RowBytes)
                    Rows.Add(((memory, memory == TxuIsa.Dram ? address / TxuIsa.RowBytes + at / TxuIsa.RowBytes : address + at / TxuIsa.RowBytes), Convert.ToHexString(data.Slice(at, TxuIsa.RowBytes))));
        }
    }

    static string Name(int memory) => TxuIsa.Definition.Shape.Memories[memory].Name;
    static string Text(IEnumerable<(int Memory, long Row)> rows) => string.Join(", ", rows.Distinct().Order().Take(40).Select(r => $"{Name(r.Memory)} {r.Row}"));
}
