using Hw.Bits;
using Hw.Bits.Numbers;

namespace Hw.Isa.Txu;

/// <summary>What MM multiplies: INT8 into INT32 sums; BF16 or FP8 E4M3 into FP32 sums.</summary>
public enum MmType { INT8, BF16, E4M3 }

/// <summary>What the first chunk does with the accumulator: starts from 0, adds to it, or adds to it times α, lane by lane.</summary>
public enum MmMode { SET, ADD, SCALE }

/// <summary>
/// ACC[acc + r] (+)= Σ over K chunks of moving row · stationary chunk: e0 moving rows, e1 chunks, each chunk 32 feature rows of SPAD. Lane t takes
/// element t of the stationary rows. A BF16 row is two SPAD rows, the first even. Every chunk is one DOT32, one step of the accumulator (saturating
/// for INT32, rounded for FP32) and one write of the ACC row; with SCALE the first is acc = fl(fl(α · acc) + dot), α lane by lane from a state vector.
/// Of the last chunk only the first <c>tail</c> features count (0: all); the others are zero on both sides. Only the first <c>lanes</c> lanes multiply
/// (0: all); in the others the stationary side is zero. What is zero is not read.
/// </summary>
[Instruction("MM", Opcode = 0x20, Format = TxuIsa.Unit, Queue = nameof(Queue.MM), Since = "0.1")]
public readonly record struct Mm(
    [Field(48, 44)] AddressRegister Acc, [Field(53, 49)] AddressRegister Moving, [Field(58, 54)] AddressRegister Stationary, [Field(62, 59)] ShapeRegister Shape,
    [Field(37, 36)] MmMode Mode = MmMode.SET, [Field(35, 32)] MmType Type = MmType.INT8, [Field(67, 63)] StateVector Alpha = default,
    [Field(72, 68)] int Tail = 0, [Field(77, 73)] int Lanes = 0) : ITxuInstruction, IHasMeaning
{
    /// <summary>A step of the accumulator: for INT8 whole, for floats the dot product and what it is added to apart, as they are rounded apart.</summary>
    public static IEnumerable<Meaning> Meanings =>
    [
        new("INT8", [new("acc", Interval.Int32), .. Chunk(Interval.Int8)], x => Dot32.Accumulate(x[0], Dot32.Of(x.AsSpan()[1..(1 + Dot32.Depth)], x.AsSpan()[(1 + Dot32.Depth)..]))),
        Float("BF16", FloatFormat.Bf16),
        Float("E4M3", FloatFormat.E4M3),
        new("add", [new("acc", Interval.UInt32), new("dot", Interval.UInt32)], x => Numerics.Add(x[0], x[1])),
        new("scale", [new("alpha", Interval.UInt32), new("acc", Interval.UInt32)], x => Numerics.Multiply(x[0], x[1])),
    ];

    static Meaning Float(string name, FloatFormat format) =>
        new(name, [.. Chunk(Interval.UInt(format.Width))], x => Dot.Of(FloatChunk.Pair(format), x.AsSpan()[..Dot32.Depth], x.AsSpan()[Dot32.Depth..]));

    /// <summary>A moving row and a column of the stationary chunk.</summary>
    static IEnumerable<MeaningInput> Chunk(Interval element) => ((string[])["m", "s"]).SelectMany(side => Enumerable.Range(0, Dot32.Depth).Select(k => new MeaningInput($"{side}{k}", element)));

    int RowsPerFeature => Type == MmType.BF16 ? TxuIsa.PairRows : 1;
    int LiveLanes(TxuMachine m) => Lanes == 0 ? m.Lanes : Math.Min(Lanes, m.Lanes);
    int LiveFeatures => Tail == 0 ? Dot32.Depth : Tail;

    public void Check(TxuMachine m)
    {
        var s = m.Shapes[Shape.Index];
        if (Mode == MmMode.SCALE && Type == MmType.INT8) throw new TrapException(Trap.BadOperand, "INT32 accumulators cannot be scaled: SCALE goes with BF16 and E4M3");
        if (s.E2 != 1) throw new TrapException(Trap.BadRange, $"MM walks rows and chunks; e2 is {s.E2}, it must be 1");
        var (acc, moving, stationary) = (m.Effective(Acc), m.Effective(Moving), m.Effective(Stationary));
        if (Type == MmType.BF16)
        {
            TxuMachine.Even("moving", moving, s.St0 | s.St1);
            TxuMachine.Even("stationary", stationary, s.St2);
        }
        TxuMachine.Range("moving: SPAD", moving, moving + (s.E0 - 1L) * s.St0 + (s.E1 - 1L) * s.St1 + RowsPerFeature - 1, TxuIsa.SpadRows);
        TxuMachine.Range("stationary: SPAD", stationary, stationary + (s.E1 - 1L) * s.St2 + Dot32.Depth * RowsPerFeature - 1, TxuIsa.SpadRows);
        TxuMachine.Range("ACC", acc, acc + s.E0 - 1, TxuIsa.AccRows);
    }

    public void Count(TxuMachine m, Span<long> counts)
    {
        var s = m.Shapes[Shape.Index];
        counts[(int)Counter.MatrixRows] += (long)s.E0 * s.E1;
        counts[(int)Counter.UsefulMacs] += (long)s.E0 * LiveLanes(m) * ((s.E1 - 1) * Dot32.Depth + LiveFeatures);
    }

    public void Execute(TxuMachine m, IEffects effects)
    {
        var (acc, moving, stationary, s) = (m.Effective(Acc), m.Effective(Moving), m.Effective(Stationary), m.Shapes[Shape.Index]);
        var chunk = m.Chunk(Type);
        for (var k = 0; k < s.E1; k++, moving += s.St1, stationary += s.St2)
        {
            var features = k == s.E1 - 1 ? LiveFeatures : Dot32.Depth;
            var mode = k == 0 ? Mode : MmMode.ADD;
            var alpha = mode == MmMode.SCALE ? m.State.ReadPadded(Alpha.Index) : default;
            chunk.Load(m.Spad, stationary, features, LiveLanes(m));
            for (var r = 0; r < s.E0; r++)
            {
                if (mode != MmMode.SET) _ = m.Acc.Read(acc + r);
                var sums = m.Acc.WritePadded(acc + r);
                if (mode == MmMode.SET) sums.Clear();
                chunk.Step(m.Spad, moving + (long)r * s.St0, sums, alpha);
                effects.Write(TxuIsa.Acc, acc + r, m.Acc.Bytes(acc + r));
            }
        }
    }
}
