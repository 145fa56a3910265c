using Hw.Isa;
using Hw.Isa.Txu;

namespace Hw.TxuCosim;

/// <summary>The operations of a random program, each with what it touches.</summary>
public sealed partial class RandomProgram
{
    const int SpadWindow = 512, AccWindow = 256;
    /// <summary>Bytes that addresses may advance by in loops.</summary>
    const int LoopBytes = 4096;

    bool Toss(int one = 2) => random.Next(one) == 0;
    E Any<E>() where E : struct, Enum => Enum.GetValues<E>() is var all ? all[random.Next(all.Length)] : default;

    static void Fill(Kind[] memory, long first, int rows, Kind kind)
    {
        for (var i = 0; i < rows; i++) memory[first + i] = kind;
    }

    // ---- transfers

    void Load(int row, int rows, int address, Kind kind)
    {
        Operation(Unit.LD, [$"SETA a0, {row}", $"SETA a1, {address}", $"SETS s0, {rows}, st0=1"], "LD a0, a1, s0", [Written(Place.Spad, row, rows), Read(Place.Dram, address, rows * 32)]);
        Fill(spad, row, rows, kind);
    }

    void Load()
    {
        var (toAcc, turned) = (Toss(3), Toss(3));
        var wide = Toss();
        var (shape, count, tiles, extent) = turned ? Tiles(wide) : Walk(limit: 60, multiple: toAcc ? 4 : 1);
        var address = random.Next(0, (ImageBytes - extent - LoopBytes) / 32) * 32;
        var kind = address + extent + LoopBytes <= Bf16Bytes ? Kind.BF16 : address >= Bf16Bytes && address + extent + LoopBytes <= Bf16Bytes + E4M3Bytes ? Kind.E4M3 : Kind.Bits;
        var level = Toss() ? $"\nSETL a1, {random.Next(2)}, {random.Next(8) * 32}" : "";
        var rows = turned ? tiles * (wide ? 64 : 32) : toAcc ? count / 4 : count;
        toAcc &= !turned;
        var row = toAcc ? sums + random.Next(0, AccWindow - rows) : window + random.Next(0, SpadWindow - rows);
        if (turned && wide) row &= ~1;
        if (turned && wide != (kind == Kind.BF16)) kind = Kind.Bits;
        if (toAcc) Fill(acc, row, rows, kind == Kind.BF16 ? Kind.FP32 : Kind.Bits);      // the upper half of a number says what it is
        else Fill(spad, row, rows, kind);
        Operation(Unit.LD, [$"SETA a0, {row}", $"SETA a1, {address}{level}", $"SETS s0, {shape}"], turned ? $"LDT a0, a1, s0, {(wide ? "B16" : "B8")}" : $"LD a0, a1, s0{(toAcc ? ", ACC" : "")}",
            [Written(toAcc ? Place.Acc : Place.Spad, row, rows), Read(Place.Dram, address, extent + LoopBytes)]);
    }

    void Store()
    {
        var (fromAcc, turned, wide) = (Toss(), Toss(3), Toss());
        fromAcc &= !turned;
        var (shape, count, tiles, extent) = turned ? Tiles(wide) : Walk(limit: 40, multiple: fromAcc ? 4 : 1);
        var rows = turned ? tiles * (wide ? 64 : 32) : fromAcc ? count / 4 : count;
        if (Run(fromAcc ? acc : spad, rows, null, even: turned && wide) is not { } row) return;
        var address = ImageBytes + random.Next(0, (ResultBytes - extent) / 32) * 32;
        Operation(Unit.ST, [$"SETA a2, {row}", $"SETA a3, {address}", $"SETS s1, {shape}"], turned ? $"STT a2, a3, s1, {(wide ? "B16" : "B8")}" : $"ST a2, a3, s1{(fromAcc ? ", ACC" : "")}",
            [Read(fromAcc ? Place.Acc : Place.Spad, row, rows), Written(Place.Dram, address, extent)]);
    }

    /// <summary>A walk over three extents: its text, how many units, and how many bytes it spans.</summary>
    (string Shape, int Count, int Tiles, int Extent) Walk(int limit, int multiple = 1)
    {
        while (true)
        {
            var (e0, e1, e2) = (random.Next(1, 24), random.Next(1, 6), random.Next(1, 4));
            if (e0 * e1 * e2 > limit || e0 * e1 * e2 % multiple != 0) continue;
            var (st0, st1, st2) = (Toss(3) ? random.Next(4) : 1, random.Next(20), random.Next(40));
            return ($"{e0}, {e1}, {e2}, st0={st0}, st1={st1}, st2={st2}", e0 * e1 * e2, 0, 32 * ((e0 - 1) * st0 + (e1 - 1) * st1 + (e2 - 1) * st2 + 1));
        }
    }

    (string Shape, int Count, int Tiles, int Extent) Tiles(bool wide)
    {
        var (e0, e1, e2) = (Toss() ? 32 : random.Next(1, 33), random.Next(1, 3), random.Next(1, 3));
        var (st0, st1, st2) = (Toss(3) ? random.Next(4) : wide ? 2 : 1, random.Next(70), random.Next(70));
        return ($"{e0}, {e1}, {e2}, st0={st0}, st1={st1}, st2={st2}", 0, e1 * e2, 32 * ((e0 - 1) * st0 + (e1 - 1) * st1 + (e2 - 1) * st2 + (wide ? 2 : 1)));
    }

    // ---- matrix

    void Matrix()
    {
        var (type, rows, chunks) = (Any<MmType>(), random.Next(1, Toss(8) ? 140 : 40), random.Next(1, 4));
        var (kind, width) = type switch { MmType.INT8 => (Kind.Bits, 1), MmType.BF16 => (Kind.BF16, 2), _ => (Kind.E4M3, 1) };
        var (rowStride, chunkStride, stationaryStride) = (random.Next(0, 3) * width, random.Next(0, 20) * width, random.Next(0, 33) * width);
        var (movingRows, stationaryRows) = ((rows - 1) * rowStride + (chunks - 1) * chunkStride + width, (chunks - 1) * stationaryStride + 32 * width);
        if (Run(spad, movingRows, kind, width == 2) is not { } moving || Run(spad, stationaryRows, kind, width == 2) is not { } stationary) return;
        var first = sums + random.Next(0, AccWindow - rows);
        var into = type == MmType.INT8 ? Kind.Bits : Kind.FP32;
        var mode = Toss() && Run(acc, rows, into) is { } old ? (first = old) >= 0 && type != MmType.INT8 && Toss() ? MmMode.SCALE : MmMode.ADD : MmMode.SET;
        var alpha = 0;
        if (mode == MmMode.SCALE && Run(state, 1, Kind.FP32) is { } s) alpha = s;
        else if (mode == MmMode.SCALE) mode = MmMode.ADD;
        Fill(acc, first, rows, into);
        var masks = (Toss() ? $", tail={random.Next(32)}" : "") + (Toss() ? $", lanes={random.Next(32)}" : "");
        Operation(Unit.MM, [$"SETA a4, {first}", $"SETA a5, {moving}", $"SETA a6, {stationary}", $"SETS s2, {rows}, {chunks}, st0={rowStride}, st1={chunkStride}, st2={stationaryStride}"],
            $"MM a4, a5, a6, s2, {mode}, {type}, v{alpha}{masks}",
            [Written(Place.Acc, first, rows), Read(Place.Spad, moving, movingRows), Read(Place.Spad, stationary, stationaryRows), .. mode == MmMode.SCALE ? [Read(Place.State, alpha, 1)] : (Touch[])[]]);
    }

    // ---- rows

    /// <summary>Rows of one place, and what reading or writing them touches.</summary>
    readonly record struct Walked(string Name, Kind[] Memory, Place Place, Kind Kind, int First, int Stride, int Count, int Width)
    {
        public int Span => (Count - 1) * Stride + Width;
        public Touch Touch(bool writes) => writes ? Written(Place, First, Span) : Read(Place, First, Span);
        public bool Meets(Walked other) => Place == other.Place && First < other.First + other.Span && other.First < First + Span;
        /// <summary>The same rows as a target, where each is read before it is written.</summary>
        public bool CanBeReplaced => (Stride > 0 || Count == 1) && Kind != Kind.Bits;
    }

    Walked Of(string name, int count, int stride) => name switch
    {
        "SCALAR" => new(name, spad, Place.Spad, Kind.BF16, 0, 1, (count + 15) / 16, 1),
        "BF16" => new(name, spad, Place.Spad, Kind.BF16, 0, 2 * stride, count, 2),
        "E4M3" => new(name, spad, Place.Spad, Kind.E4M3, 0, stride, count, 1),
        "INT8" => new(name, spad, Place.Spad, Kind.Bits, 0, stride, count, 1),
        "INT32" => new(name, acc, Place.Acc, Kind.Bits, 0, stride, count, 1),
        "ACC" => new(name, acc, Place.Acc, Kind.FP32, 0, stride, count, 1),
        _ => new(name, state, Place.State, Kind.FP32, 0, stride, count, 1),
    };

    Walked? Source(string name, int count)
    {
        var rows = Of(name, count, random.Next(3));
        if (name == "STATE" && Run(rows.Memory, rows.Span, rows.Kind) is null) rows = rows with { Stride = 0 };
        return Run(rows.Memory, rows.Span, rows.Kind, rows.Name == "BF16") is { } first ? rows with { First = first } : null;
    }

    /// <summary>Rows to write that none of the sources reads, or the first source itself.</summary>
    Walked? Target(string name, int count, params Walked[] sources)
    {
        if (sources.Length > 0 && sources[0] is { CanBeReplaced: true } a && a.Name == name && sources.All(s => s == a || !s.Meets(a)) && Toss()) return a;
        for (var attempt = 0; attempt < 20; attempt++)
        {
            var rows = Of(name, count, count > 10 && name == "STATE" ? 0 : random.Next(4));
            var (low, all) = rows.Place switch { Place.Spad => (window, SpadWindow), Place.Acc => (sums, AccWindow), _ => (0, TxuIsa.StateVectors) };
            if (rows.Span > all) continue;
            rows = rows with { First = low + random.Next(0, all - rows.Span + 1) };
            if (name == "BF16") rows = rows with { First = rows.First & ~1 };
            if (rows.First >= low && !sources.Any(s => s.Meets(rows))) return rows;
        }
        return null;
    }

    static void Fill(Walked rows)
    {
        for (var i = 0; i < rows.Count; i++) Fill(rows.Memory, rows.First + i * rows.Stride, rows.Width, rows.Kind);
    }

    Walked Vector(int index) => Of("STATE", 1, 0) with { First = index };

    /// <summary>A vector instruction with its rows; nothing when there are none it could take.</summary>
    /// <param name="operands">What stands behind the address and shape registers.</param>
    void Vector(string mnemonic, int count, string operands, Walked? to, Walked? a, Walked? b = null, bool hasB = false, Touch[]? more = null, string[]? registers = null, string address = "")
    {
        if (to is not { } dst || a is not { } src || hasB && b is null) return;
        Operation(Unit.VX, [$"SETA a7, {dst.First}", $"SETA a8, {src.First}", .. b is { } other ? [$"SETA a9, {other.First}"] : (string[])[], .. registers ?? [],
                $"SETS s3, {count}, st0={dst.Stride}, st1={src.Stride}, st2={b?.Stride ?? random.Next(9)}"],
            $"{mnemonic} a7, a8, {(hasB ? "a9, " : "")}{address}s3{operands}", [dst.Touch(true), src.Touch(false), .. b is { } x ? [x.Touch(false)] : (Touch[])[], .. more ?? []]);
        Fill(dst);
    }

    void Vector()
    {
        var count = Toss(3) ? random.Next(1, 6) : random.Next(1, Toss(8) ? 100 : 30);
        var (to, from, with) = ($"{Any<Target>()}", $"{Any<Source>()}", $"{Any<Other>()}");
        var affine = Toss() ? $", C=c0, {{0}}" : "";
        var constants = (string[])[$"SETC c0, 0x{Float():X8}, 0x{Float():X8}"];
        if (preferred is not null && Toss())
        {
            Elementwise(preferred, count);
            return;
        }
        switch (random.Next(10 + elementwise.Length))
        {
            case 0:
                var (type, row) = Any<VqType>() is var q ? (q, q == VqType.INT8 ? "INT8" : $"{q}") : default;
                if (Source(type == VqType.INT8 ? "INT32" : "ACC", count) is { } narrow)
                    Vector("VQ", count, type == VqType.INT8 ? $", {random.Next(65536)}, {random.Next(40)}" : $", type={type}" + string.Format(affine, "scaled"), Target(row, count, narrow), narrow, registers: constants);
                break;
            case 1:
                var wide = Any<VdqType>();
                if (Source($"{wide}", count) is { } widen) Vector("VDQ", count, $", {wide}" + string.Format(affine, "scaled"), Target("ACC", count, widen), widen, registers: constants);
                break;
            case 2:
                Two("VBIN", $", {Any<BinaryOp>()}");
                break;
            case 3:
                if (Source(from, count) is { } x) Vector("VACT", count, $", {Any<Activation>()}, {to}, {from}" + string.Format(affine, "affine"), Target(to, count, x), x, registers: constants);
                break;
            case 4:
                Two("VGLU", "");
                break;
            case 5:
                Reduce(Toss());
                break;
            case 6:
                if (Source(from, count) is { } n && Source("SCALAR", count) is { } w && Source("STATE", 1) is { } s)
                    Vector("VNRM", count, $", v{s.First}, {to}, {from}", Target(to, count, n, w, s), n, w, true, [s.Touch(false)]);
                break;
            case 7:
                count = random.Next(1, 15);
                var angles = $"{Any<Source>()}";
                if (Source(from, 2 * count) is { } pairs && Source(angles, 2 * count) is { } turn)
                    Vector("VROPE", count, $", {to}, {from}, {angles}", Target(to, 2 * count, pairs, turn), pairs, turn, true);
                break;
            case 8:
                Softmax(count);
                break;
            case 9:
                if (Source("ACC", count) is { } o && Source("STATE", 1) is { } l)
                    Vector("SMXF", count, $", v{l.First}, {to}", Target(to, count, o, l), o, more: [l.Touch(false)]);
                break;
            case var other:
                Elementwise(elementwise[other - 10].Info, count);
                break;
        }

        void Two(string mnemonic, string operation)
        {
            if (Source(from, count) is not { } a || Source(with, count) is not { } b) return;
            Vector(mnemonic, count, $"{operation}, {to}, {from}, {with}", Target(to, count, a, b), a, b, true);
        }
    }

    /// <summary>Any elementwise instruction, as its declaration says; what else it has for operands takes any legal value.</summary>
    void Elementwise(InstructionInfo info, int count)
    {
        var (to, from, with, two) = ($"{Any<Target>()}", $"{Any<Source>()}", $"{Any<Other>()}", elementwise.First(e => e.Info == info).Operation.Second is not null);
        if (Source(from, count) is not { } a) return;
        var b = two ? Source(with, count) : null;
        if (two && b is null || Target(to, count, [a, .. b is { } other ? [other] : (Walked[])[]]) is not { } dst) return;
        var operands = info.Operands.Select(o => o.Name switch
        {
            nameof(Vclip.Dst) => "a7", nameof(Vclip.A) => "a8", nameof(Vclip.B) => "a9", nameof(Vclip.Shape) => "s3", nameof(Vclip.To) => to, nameof(Vclip.From) => from, nameof(Vclip.With) => with,
            _ => o.Text(Corner(o)),
        });
        Operation(Unit.VX, [$"SETA a7, {dst.First}", $"SETA a8, {a.First}", .. b is { } second ? [$"SETA a9, {second.First}"] : (string[])[], $"SETS s3, {count}, st0={dst.Stride}, st1={a.Stride}, st2={b?.Stride ?? random.Next(9)}"],
            $"{info.Mnemonic} {string.Join(", ", operands)}", [dst.Touch(true), a.Touch(false), .. b is { } x ? [x.Touch(false)] : (Touch[])[]]);
        Fill(dst);
    }

    void Reduce(bool first)
    {
        var (count, from) = (random.Next(1, 20), first && state.All(k => k == Kind.None) ? "ACC" : $"{Any<Source>()}");
        if (Source(from, count) is not { } a) return;
        var into = Vector(first ? random.Next(TxuIsa.StateVectors) : Run(state, 1, Kind.FP32) ?? -1);
        if (into.First < 0) return;
        Operation(Unit.VX, [$"SETA a8, {a.First}", $"SETS s3, {count}, st1={a.Stride}"], $"VRED v{into.First}, a8, s3, {Any<Reduction>()}, {from}{(first ? ", first" : "")}", [into.Touch(true), a.Touch(false)]);
        Fill(into);
    }

    /// <summary>A tile near the diagonal, the end of the keys and the edge of the window, so that every mask cuts it somewhere.</summary>
    void Softmax(int count)
    {
        var (type, known) = (Any<SmxType>(), Run(state, 3, Kind.FP32));
        var first = known is null || Toss();
        var m = first ? random.Next(TxuIsa.StateVectors - 2) : known!.Value;
        if (Source("ACC", count) is not { } scores) return;
        var (query, key) = (random.Next(40), random.Next(40));
        string[] registers = [$"SETA a9, {query}", $"SETA a10, {key}", .. Toss() ? [$"SETL a10, 0, {random.Next(9)}", $"SETL a9, {random.Next(2)}, {random.Next(9)}"] : (string[])[],
            $"SETC c0, 0x{(Toss(4) ? Float() : 0x3DB8AA3B):X8}, 0, {(Toss() ? random.Next(60) : 1 << 19)}, {(Toss() ? random.Next(30) : 0)}"];
        var flags = (first ? ", first" : "") + (Toss() ? ", causal" : "") + (Toss() ? ", same" : "");
        var states = Of("STATE", 3, 1) with { First = m };
        Vector("SMX", count, $", v{m}, c0, {type}{flags}", Target($"{type}", count, scores), scores, more: [states.Touch(true)], registers: registers, address: "a9, a10, ");
        Fill(states);
    }

    /// <summary>An FP32 number of ordinary size.</summary>
    uint Float() => (uint)random.Next(2) << 31 | (uint)random.Next(124, 130) << 23 | (uint)random.Next(1 << 23);

    /// <summary>Somewhere in a memory, so many rows in a row that have a value: of a kind, where there are such, and now and then whatever they hold.</summary>
    int? Run(Kind[] memory, int rows, Kind? kind, bool even = false)
    {
        if (kind is not null && Toss(16)) kind = null;
        var starts = new List<int>();
        for (int at = 0, length = 0; at < memory.Length; at++)
        {
            length = memory[at] == Kind.None || kind is { } k && memory[at] != k ? 0 : length + 1;
            if (length >= rows && (!even || (at - rows + 1) % 2 == 0)) starts.Add(at - rows + 1);
        }
        return starts.Count > 0 ? starts[random.Next(starts.Count)] : kind is null ? null : Run(memory, rows, null, even);
    }
}
