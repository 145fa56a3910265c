using Hw.Bits;
using Hw.Bits.Numbers;

namespace Hw.Isa.Txu;

/// <summary>What VQ makes: INT8 of INT32 sums; BF16 or FP8 E4M3 of FP32 ones.</summary>
public enum VqType { INT8, BF16, E4M3 }

/// <summary>
/// Narrows ACC rows into SPAD rows. INT8: INT32 · scale / 2^shift, rounded to nearest even, saturated. BF16 and E4M3: FP32, with <c>scaled</c> first times the scale of c, rounded to
/// nearest even. Slots beyond the machine's lanes become zero. e0 rows, strides st0 and st1.
/// </summary>
[Instruction("VQ", Opcode = 0x30, Format = TxuIsa.Unit, Queue = nameof(Queue.VX), Since = "0.1")]
public readonly record struct Vq(
    [Field(48, 44)] AddressRegister Dst, [Field(53, 49)] AddressRegister Src, [Field(62, 59)] ShapeRegister Shape,
    [Field(102, 87)] int Scale = 0, [Field(108, 103)] int Shift = 0, [Field(35, 32)] VqType Type = VqType.INT8,
    [Field(71, 68)] ConstantRegister C = default, [Field(36)] bool Scaled = false) : IVectorInstruction
{
    Target To => Type == VqType.BF16 ? Target.BF16 : Target.E4M3;      // an INT8 row is as long as one of E4M3

    public void Check(TxuMachine m)
    {
        RowWalk.OneExtent(m, Shape, "VQ");
        RowWalk.Of(m, Dst, Src, Shape).Check(m, To, Source.ACC);
    }

    public void Execute(TxuMachine m, IEffects effects)
    {
        var w = RowWalk.Of(m, Dst, Src, Shape);
        if (Type != VqType.INT8)
        {
            var (scaled, c) = (Scaled, m.Constants[C.Index]);
            w.Run(m, effects, To, Source.ACC, (_, x) => scaled ? Numerics.Multiply(x, c.Scale) : x);
            return;
        }
        var patterns = new int[m.Lanes];
        for (var i = 0; i < w.Count; i++)
        {
            var acc = m.Acc.Read(w.A + (long)i * w.AStride);
            for (var t = 0; t < acc.Length; t++) patterns[t] = (int)Numerics.Requantize<Int>(acc[t], Scale, Shift).Value;
            m.WritePatterns(effects, Target.E4M3, w.Dst + (long)i * w.DstStride, patterns);
        }
    }
}

/// <summary>What VDQ takes: INT8, BF16 or E4M3 rows of SPAD, or INT32 rows of ACC.</summary>
public enum VdqType { INT8, BF16, E4M3, INT32 }

/// <summary>Widens rows into FP32 rows of ACC, with <c>scaled</c> times the scale of c; an integer is rounded once before. e0 rows, strides st0 and st1.</summary>
[Instruction("VDQ", Opcode = 0x31, Format = TxuIsa.Unit, Queue = nameof(Queue.VX), Since = "0.2")]
public readonly record struct Vdq(
    [Field(48, 44)] AddressRegister Dst, [Field(53, 49)] AddressRegister Src, [Field(62, 59)] ShapeRegister Shape, [Field(35, 32)] VdqType Type = VdqType.INT8,
    [Field(71, 68)] ConstantRegister C = default, [Field(36)] bool Scaled = false) : IVectorInstruction
{
    Source From => Type switch { VdqType.BF16 => Source.BF16, VdqType.INT32 => Source.ACC, _ => Source.E4M3 };

    public void Check(TxuMachine m)
    {
        RowWalk.OneExtent(m, Shape, "VDQ");
        RowWalk.Of(m, Dst, Src, Shape).Check(m, Target.ACC, From);
    }

    public void Execute(TxuMachine m, IEffects effects)
    {
        var w = RowWalk.Of(m, Dst, Src, Shape);
        var c = m.Constants[C.Index];
        Rows.Apart(Target.ACC, w.Dst, w.DstStride, From, w.A, w.AStride, w.Count);
        var values = new int[m.Lanes];
        for (var i = 0; i < w.Count; i++)
        {
            var row = w.A + (long)i * w.AStride;
            var floats = Type is VdqType.BF16 or VdqType.E4M3 ? m.Read(From, row) : null;
            for (var t = 0; t < values.Length; t++)
            {
                var x = floats is not null ? Rows.Int(floats[t]) : Type == VdqType.INT8 ? Conversion.FromInteger(IntegerFormat.Int8, FloatFormat.Fp32, (Int)m.Spad.Read(row)[t])
                    : Conversion.FromInteger(IntegerFormat.Int32, FloatFormat.Fp32, (Int)m.Acc.Read(row)[t]);
                values[t] = Rows.Pattern(Scaled ? Numerics.Multiply(x, c.Scale) : x);
            }
            m.Write(effects, Target.ACC, w.Dst + (long)i * w.DstStride, values);
        }
    }
}
