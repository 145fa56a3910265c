using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Hw.Isa;
using Hw.Isa.Txu;

namespace Hw.TxuCosim;

/// <summary>
/// A random program that has one meaning under every timing: whenever an operation touches what an earlier one of another queue
/// may still be using, the two are ordered, by a semaphore through a NOP or by a FENCE. Everything else overlaps as it likes.
/// It uses every instruction, on rows that hold what the instruction takes, mostly: so that sums stay numbers and errors show. Which registers and
/// semaphores it takes is drawn at the end: no program has a favourite.
/// </summary>
public sealed partial class RandomProgram
{
    /// <summary>The image that <see cref="Image"/> makes, and where results go, after it.</summary>
    public const int ImageBytes = 0x10000, ResultBytes = 0x8000;
    const int Bf16Bytes = 0x8000, E4M3Bytes = 0x4000;
    enum Unit { LD, ST, MM, VX }
    enum Place { Spad, Acc, State, Dram }
    readonly record struct Touch(Place Place, long First, long Last, bool Writes);

    /// <summary>What a row holds: nothing yet, bits that mean nothing in particular, or numbers of a format.</summary>
    enum Kind : byte { None, Bits, BF16, E4M3, FP32 }

    static readonly ImmutableArray<(InstructionInfo Info, IElementwise Operation)> elementwise = IElementwise.Among(TxuIsa.Definition);
    readonly Random random;
    readonly InstructionInfo? preferred;
    readonly StringBuilder text = new();
    /// <summary>What each queue has done since each other queue last waited for it: [of, seenBy].</summary>
    readonly List<Touch>[,] unseen = new List<Touch>[4, 4];
    readonly Kind[] spad = new Kind[TxuIsa.SpadRows], acc = new Kind[TxuIsa.AccRows], state = new Kind[TxuIsa.StateVectors];
    /// <summary>All work is done in these, so that operations meet: 512 rows of SPAD, 256 of ACC.</summary>
    readonly int window, sums;
    int depth;

    /// <param name="with">An elementwise instruction that it must use, and uses often; null for any.</param>
    public RandomProgram(Random random, InstructionInfo? with = null)
    {
        (this.random, preferred) = (random, with);
        foreach (var of in Enum.GetValues<Unit>()) foreach (var by in Enum.GetValues<Unit>()) unseen[(int)of, (int)by] = [];
        (window, sums) = (random.Next(0, TxuIsa.SpadRows - SpadWindow), random.Next(0, TxuIsa.AccRows - AccWindow));
        // something of each kind to work on
        Load(window + (window & 1), 128, 0, Kind.BF16);
        Load(window + 130, 64, Bf16Bytes, Kind.E4M3);
        Load(window + 194, 62, Bf16Bytes + E4M3Bytes, Kind.Bits);
        Operation(Unit.LD, [$"SETA a0, {sums}", "SETA a1, 0x4000", "SETS s0, 4, 32, st0=1, st1=4"], "LD a0, a1, s0, ACC", [Written(Place.Acc, sums, 32), Read(Place.Dram, 0x4000, 4096)]);
        Fill(acc, sums, 32, Kind.FP32);
        Reduce(first: true);
        var count = random.Next(8, 28);
        for (var i = 0; i < count; i++)
        {
            if (random.Next(6) == 0) Loop();
            else One();
            if (random.Next(8) == 0) Aside();
        }
        for (var attempt = 0; with is not null && !text.ToString().Contains($"\n{with.Mnemonic} ") && attempt < 100; attempt++) Elementwise(with, random.Next(1, 20));
        // an end of every kind: a code, or a word that is no instruction
        text.Append(random.Next(8) switch
        {
            0 => $".word 0x{random.Next():X8}\n",
            1 => $".word 0x{random.Next(1, 16):X}00000000000000000000000000000{random.Next(1, 3):X2}\n",   // NOP or HALT with reserved bits
            _ => $"HALT {random.Next(65536)}\n",
        });
        Text = Renamed(text.ToString());
    }

    /// <summary>Every register and every semaphore under another number.</summary>
    string Renamed(string program)
    {
        int[] Order(int count) => [.. Enumerable.Range(0, count).OrderBy(_ => random.Next())];
        var registers = new Dictionary<string, int[]> { ["a"] = Order(32), ["s"] = Order(16), ["c"] = Order(16) };
        var semaphores = Order(32);
        return Semaphore().Replace(Register().Replace(program, m => m.Groups[1].Value + registers[m.Groups[1].Value][int.Parse(m.Groups[2].Value, CultureInfo.InvariantCulture)]),
            m => $"{m.Groups[1]}{string.Join(", ", m.Groups[2].Value.Split(',').Select(s => semaphores[int.Parse(s, CultureInfo.InvariantCulture)]))}");
    }

    [GeneratedRegex(@"\b([asc])(\d+)\b")]
    private static partial Regex Register();

    [GeneratedRegex(@"(\bwait\(|\bsignal\(|\bSETQ )(\d+(?:, \d+)*(?=\))|\d+)")]
    private static partial Regex Semaphore();

    /// <summary>An instruction of the control queue that changes nothing the program uses: a register nobody else takes, with operands from the ends of their ranges; or a semaphore set and taken.</summary>
    void Aside()
    {
        if (Toss(4))
        {
            var (unit, count) = (Any<Unit>(), Toss(3) ? 0 : random.Next(1, 4));
            text.Append($"SETQ {Aside(unit)}, {count}\n");
            for (var i = 0; i < count; i++) text.Append($"NOP {unit} wait({Aside(unit)})\n");
            return;
        }
        var info = TxuIsa.Definition[Toss() ? Toss() ? typeof(Seta) : typeof(Setl) : Toss() ? typeof(Sets) : typeof(Setc)];
        text.Append($"{info.Mnemonic} {string.Join(", ", info.Operands.Select(f => f.Text(f.Kind == FieldKind.Register ? random.Next(11, f.Prefix == "a" ? 32 : 16) : Corner(f))))}\n");
    }

    /// <summary>A semaphore that orders nothing: one for each queue, because a semaphore has one waiting queue.</summary>
    static int Aside(Unit unit) => 16 + (int)unit;

    /// <summary>Mostly the least or the greatest legal value.</summary>
    long Corner(Field field) => random.Next(4) switch
    {
        0 => field.Legal[0].Min,
        1 => field.Legal[^1].Max,
        _ => field.Legal[random.Next(field.Legal.Length)] is var range ? random.NextInt64(range.Min, range.Max + 1) : 0,
    };

    /// <summary>As assembly.</summary>
    public string Text { get; }

    static readonly ushort[] specials = [0, 0x8000, 0x0001, 0x8001, 0x007F, 0x0080, 0x7F7F, 0xFF7F, 0x7F80, 0xFF80, 0x7FC0, 0xFFC1, 0x7F81];

    /// <summary>BF16 numbers of ordinary size, E4M3 numbers, and bytes; in every fourth image some of the BF16 numbers are special.</summary>
    public static Dram Image(int seed)
    {
        var (dram, bytes, random) = (new Dram(), new byte[ImageBytes], new Random(seed));
        random.NextBytes(bytes);
        for (var i = 1; i < Bf16Bytes; i += 2) bytes[i] = (byte)(random.Next(2) << 7 | random.Next(0x3C, 0x42));
        for (var i = 0; i < E4M3Bytes; i++) if ((bytes[Bf16Bytes + i] & 0x7F) == 0x7F) bytes[Bf16Bytes + i] = 0x38;
        for (var n = seed % 4 == 0 ? 100 : 0; n > 0; n--) BitConverter.TryWriteBytes(bytes.AsSpan(2 * random.Next(Bf16Bytes / 2)), specials[random.Next(specials.Length)]);
        dram.Write(0, bytes);
        return dram;
    }

    void One()
    {
        switch (random.Next(12))
        {
            case 0 or 1: Load(); break;
            case 2 or 3: Store(); break;
            case 4 or 5 or 6: Matrix(); break;
            default: Vector(); break;
        }
    }

    /// <summary>Iterations work on the same rows and walk through memory; a fence at each end keeps them apart. An inner loop grows or shrinks.</summary>
    void Loop()
    {
        Fence(15);
        var times = random.Next(1, 4);
        text.Append($"LOOP {times}\n");
        depth++;
        if (random.Next(3) == 0) text.Append("NOP CT\n");
        for (var n = random.Next(1, 4); n > 0; n--) One();
        if (depth == 1 && random.Next(2) == 0)
        {
            Fence(15);
            text.Append(random.Next(2) == 0 ? $"LOOP 1, {random.Next(3)}\n" : $"LOOP {times}, -1\n");
            depth++;
            One();
            Fence(15);
            text.Append("ENDL\n");
            depth--;
        }
        Fence(15);
        text.Append("ENDL\n");
        depth--;
    }

    static Touch Written(Place place, long first, long count) => new(place, first, first + count - 1, true);
    static Touch Read(Place place, long first, long count) => new(place, first, first + count - 1, false);

    /// <summary>The registers, what must be waited for, then the operation.</summary>
    void Operation(Unit unit, string[] registers, string operation, Touch[] touches)
    {
        foreach (var line in registers) text.Append(line).Append('\n');
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
}
