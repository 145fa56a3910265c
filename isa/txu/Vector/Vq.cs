using Hw.Bits;
using Hw.Bits.Numbers;

namespace Hw.Isa.Txu;

/// <summary>What VQ makes: INT8 of INT32 sums; BF16 or FP8 E4M3 of FP32 ones.</summary>
public enum VqType { INT8, BF16, E4M3 }

/// <summary>
/// Narrows ACC rows into SPAD rows. INT8: INT32 · scale / 2^shift, rounded to nearest even, saturated. BF16 and E4M3: FP32, with <c>scaled</c> first times the scale of c, rounded to
/// nearest even. Slots beyond the machine's lanes become zero. e0 rows, strides st0 and st1.
/// </summary>
[Instruction("VQ", Opcode = 0x30, Format = TxuIsa.Vector, Since = "0.1")]
public readonly record struct Vq(
    AddressRegister Dst, [Field(53, 49)] AddressRegister Src, ShapeRegister Shape,
    [Field(102, 87)] int Scale = 0, [Field(108, 103)] int Shift = 0, [Field(35, 32)] VqType Type = VqType.INT8,
    ConstantRegister C = default, [Field(36)] bool Scaled = false) : IVectorInstruction, IHasMeaning
{
    public static IEnumerable<Meaning> Meanings =>
    [
        new("INT8", [new("acc", Interval.Int32), new("scale", Interval.UInt16), new("shift", Interval.UInt(6))], x => Numerics.Requantize(x[0], x[1], x[2])),
        Texts.Of("BF16", "x", x => Conversion.Of(FloatFormat.Fp32, FloatFormat.Bf16, x[0])), Texts.Of("E4M3", "x", x => Conversion.Of(FloatFormat.Fp32, FloatFormat.E4M3, x[0])),
        Texts.Of("scaled", "x scale", x => Numerics.Multiply(x[0], x[1])),
    ];

    Target To => Type == VqType.BF16 ? Target.BF16 : Target.E4M3;      // an INT8 row is as long as one of E4M3
    RowWalk Walk(TxuMachine m) => RowWalk.Of(m, Dst, Src, Shape, To, Source.ACC);

    public void Check(TxuMachine m)
    {
        RowWalk.OneExtent(m, Shape, "VQ");
        Walk(m).Check();
    }

    public void Execute(TxuMachine m, IEffects effects)
    {
        var walk = Walk(m);
        if (Type != VqType.INT8)
        {
            var (scaled, c) = (Scaled, m.Constants[C.Index]);
            walk.Run(m, effects, (_, x) => scaled ? Numerics.Multiply(x, c.Scale) : x);
            return;
        }
        Span<Lanes8> patterns = stackalloc Lanes8[m.Groups];
        for (var i = 0; i < walk.A.Count; i++)
        {
            var acc = m.Acc.ReadPadded(walk.A[i]);
            for (var g = 0; g < patterns.Length; g++) patterns[g] = Numerics.Requantize<Lanes8>(Patterns.LoadSigned32(acc[(g * Patterns.Count)..]), Scale, Shift);
            m.WritePatterns(effects, To, walk.Dst[i], patterns);
        }
    }
}

/// <summary>What VDQ takes: INT8, BF16 or E4M3 rows of SPAD, or INT32 rows of ACC.</summary>
public enum VdqType { INT8, BF16, E4M3, INT32 }

/// <summary>Widens rows into FP32 rows of ACC, with <c>scaled</c> times the scale of c; an integer is rounded once before. e0 rows, strides st0 and st1.</summary>
[Instruction("VDQ", Opcode = 0x31, Format = TxuIsa.Vector, Since = "0.2")]
public readonly record struct Vdq(
    AddressRegister Dst, [Field(53, 49)] AddressRegister Src, ShapeRegister Shape, [Field(35, 32)] VdqType Type = VdqType.INT8,
    ConstantRegister C = default, [Field(36)] bool Scaled = false) : IVectorInstruction, IHasMeaning
{
    public static IEnumerable<Meaning> Meanings =>
    [
        new("INT8", [new("x", Interval.Int8)], x => Conversion.FromInteger(IntegerFormat.Int8, FloatFormat.Fp32, x[0])), new("INT32", [new("x", Interval.Int32)], x => Conversion.FromInteger(IntegerFormat.Int32, FloatFormat.Fp32, x[0])),
        new("BF16", [new("x", Interval.UInt16)], x => x[0] << 16), new("E4M3", [new("x", Interval.UInt8)], x => Conversion.Of(FloatFormat.E4M3, FloatFormat.Fp32, x[0])),
        Texts.Of("scaled", "x scale", x => Numerics.Multiply(x[0], x[1])),
    ];

    Source From => Type switch { VdqType.BF16 => Source.BF16, VdqType.INT32 => Source.ACC, _ => Source.E4M3 };
    RowWalk Walk(TxuMachine m) => RowWalk.Of(m, Dst, Src, Shape, Target.ACC, From);

    public void Check(TxuMachine m)
    {
        RowWalk.OneExtent(m, Shape, "VDQ");
        Walk(m).Check();
    }

    public void Execute(TxuMachine m, IEffects effects)
    {
        var (walk, scale) = (Walk(m), (Lanes8)m.Constants[C.Index].Scale);
        walk.Dst.IsApartFrom(walk.A);
        Span<Lanes8> row = stackalloc Lanes8[m.Groups];
        for (var i = 0; i < walk.A.Count; i++)
        {
            if (Type is VdqType.BF16 or VdqType.E4M3) m.Read(From, walk.A[i], row);
            else Integers(m, walk.A[i], row);
            if (Scaled)
                foreach (ref var x in row) x = Numerics.Multiply(x, scale);
            m.Write(effects, Target.ACC, walk.Dst[i], row);
        }
    }

    void Integers(TxuMachine m, long row, Span<Lanes8> to)
    {
        for (var g = 0; g < to.Length; g++)
            to[g] = Type == VdqType.INT8 ? Conversion.FromInteger(IntegerFormat.Int8, FloatFormat.Fp32, Patterns.LoadSigned8(m.Spad.Read(row)[(g * Patterns.Count)..]))
                : Conversion.FromInteger(IntegerFormat.Int32, FloatFormat.Fp32, Patterns.LoadSigned32(m.Acc.ReadPadded(row)[(g * Patterns.Count)..]));
    }
}
