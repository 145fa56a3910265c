using Hw.Isa;
using Hw.Isa.Txu;

namespace Hw.Txu.Tests.Vector;

/// <summary>Random commands over few rows, so that they meet, with awkward numbers: NaN, infinities, subnormals, zeros of both signs, ties.</summary>
sealed class RandomJobs(int seed)
{
    readonly Random random = new(seed);
    static readonly uint[] awkward = [0, 0x80000000, 1, 0x80000001, 0x007FFFFF, 0x00800000, 0x7F7FFFFF, 0xFF7FFFFF, 0x7F800000, 0xFF800000, 0x7FC00000, 0xFFC12345, 0x3F800000, 0xBF800000, 0x3F808000, 0x43E00000];

    uint Number() => random.Next(10) switch
    {
        0 => awkward[random.Next(awkward.Length)],
        1 => (uint)random.NextInt64(1L << 32),
        2 => (uint)random.Next(-300, 300),
        _ => BitConverter.SingleToUInt32Bits((float)((random.NextDouble() - 0.5) * Math.Pow(2, random.Next(-6, 8)))),
    };

    /// <summary>A machine whose rows are all written.</summary>
    public TxuMachine Machine(int lanes)
    {
        var m = new TxuMachine(lanes);
        m.Reset();
        for (var r = 0; r < TxuIsa.AccRows; r++) foreach (ref var x in m.Acc.Write(r)) x = (int)Number();
        for (var r = 0; r < TxuIsa.StateVectors; r++) foreach (ref var x in m.State.Write(r)) x = (int)Number();
        for (var r = 0; r < TxuIsa.SpadRows; r++)
        {
            var row = m.Spad.Write(r);
            for (var i = 0; i < TxuIsa.RowBytes; i += 2)
            {
                var x = random.Next(3) == 0 ? (uint)random.Next() << 16 : Number();
                (row[i], row[i + 1]) = ((sbyte)(x >> 16), (sbyte)(x >> 24));
            }
        }
        return m;
    }

    T Any<T>() where T : struct, Enum => Enum.GetValues<T>() is var all ? all[random.Next(all.Length)] : default;
    bool Coin() => random.Next(2) == 0;
    int Count() => random.Next(4) switch { 0 => random.Next(1, 4), 1 => random.Next(4, 7), _ => random.Next(1, 24) };

    long Row(int place, int span) => place switch
    {
        0 => random.Next(0, 100) * 2L + (random.Next(12) == 0 ? TxuIsa.SpadRows - 250 : 0),
        1 => random.Next(0, 230),
        2 => random.Next(8) == 0 ? TxuIsa.AccRows - span : random.Next(0, 1000),
        _ => random.Next(0, 32),
    };

    int Stride(int place) => random.Next(6) switch { 0 => 0, 1 => random.Next(0, 4) * 2, _ => place == 0 ? 2 : 1 };

    public IEnumerable<Job> Some(int count, params VectorChoice[] only)
    {
        for (var n = 0; n < count; n++) yield return One(only.Length > 0 ? only[random.Next(only.Length)] : Any<VectorChoice>());
    }

    Job One(VectorChoice choice)
    {
        var (e0, lanesFirst) = (Count(), Coin());
        Target to = Any<Target>();
        Source from = Any<Source>();
        Other with = Any<Other>();
        var state = new StateVector(random.Next(30));
        AddressRegister dst = new(1), a = new(2), b = new(3), key = new(4);
        ShapeRegister s = new(5);
        ConstantRegister c = new(6);
        var (query, first) = (random.Next(0, 40), random.Next(0, 40));
        if (random.Next(10) == 0) (query, first) = ((1 << 20) - 1 - random.Next(40), (1 << 20) - 1 - random.Next(40));
        var constants = new Constants(Number(), Number(), Math.Min((1 << 20) - 1, random.Next(6) == 0 ? 0 : first + random.Next(0, 40)), random.Next(3) == 0 ? random.Next(1, 40) : 0);
        if (choice == VectorChoice.SMX && random.Next(4) != 0) constants = constants with { Scale = BitConverter.SingleToUInt32Bits((float)random.NextDouble()) };
        ITxuInstruction? instruction = choice switch
        {
            VectorChoice.VQ => new Vq(dst, a, s, random.Next(65536), random.Next(64), Any<VqType>(), c, Coin()),
            VectorChoice.VDQ => new Vdq(dst, a, s, Any<VdqType>(), c, Coin()),
            VectorChoice.VBIN => new Vbin(dst, a, b, s, Any<BinaryOp>(), to, from, with),
            VectorChoice.VACT => new Vact(dst, a, s, Any<Activation>(), to, from, c, Coin()),
            VectorChoice.VGLU => new Vglu(dst, a, b, s, to, from, with),
            VectorChoice.VRED => new Vred(state, a, s, Any<Reduction>(), from, Coin()),
            VectorChoice.VNRM => new Vnrm(dst, a, b, s, state, to, from),
            VectorChoice.VROPE => new Vrope(dst, a, b, s, to, from, Any<Source>()),
            VectorChoice.SMX => new Smx(dst, a, b, key, s, state, c, Coin() ? SmxType.BF16 : SmxType.E4M3, Coin(), Coin(), random.Next(4) == 0),
            VectorChoice.SMXF => new Smxf(dst, a, s, state, to),
            VectorChoice.ELEMENTWISE => Elementwise(),
            _ => null,
        };
        var (toPlace, aPlace, bPlace) = instruction switch
        {
            Vq q => (q.Type == VqType.BF16 ? 0 : 1, 2, 0),
            Vdq q => (2, q.Type switch { VdqType.BF16 => 0, VdqType.INT32 => 2, _ => 1 }, 0),
            Smx x => (x.Type == SmxType.BF16 ? 0 : 1, 2, 0),
            Smxf => ((int)to, 2, 0),
            Vnrm => ((int)to, (int)from, 1),
            Vrope r => ((int)to, (int)from, (int)r.Angles),
            _ => ((int)to, (int)from, (int)with),
        };
        if (toPlace == 3 || aPlace == 3 || bPlace == 3) e0 = Math.Min(e0, 6);
        ITxuInstruction Elementwise()
        {
            var all = IElementwise.Among(TxuIsa.Definition);
            var info = all[random.Next(all.Length)].Info;
            return (ITxuInstruction)TxuIsa.Definition.Decode(TxuIsa.Definition.Encode(info, [.. info.Operands.Select(o => o.Name switch
            {
                nameof(Vclip.Dst) => dst.Index, nameof(Vclip.A) => a.Index, nameof(Vclip.B) => b.Index, nameof(Vclip.Shape) => s.Index,
                nameof(Vclip.To) => (long)to, nameof(Vclip.From) => (long)from, nameof(Vclip.With) => (long)with, _ => o.Legal[0].Min,
            })])).Instruction;
        }

        var shape = new Shape(e0, 1, 1, Stride(toPlace), Stride(aPlace), Stride(bPlace));
        var (d, ra, rb) = (Row(toPlace, e0), Row(aPlace, e0), Row(bPlace, e0));
        if (toPlace == aPlace && random.Next(4) == 0) (d, shape) = (ra, shape with { St0 = shape.St1 });       // in place
        return new(instruction, d, ra, rb, query, first, shape, constants);
    }
}

enum VectorChoice { NOP, VQ, VDQ, VBIN, VACT, VGLU, VRED, VNRM, VROPE, SMX, SMXF, ELEMENTWISE }
