using Hw.Isa;
using Hw.Isa.Txu;
using static Hw.Isa.Txu.Registers;
using Rows = Hw.Oracles.Rows;

namespace Hw.Golden.Tests;

/// <summary>The vector instructions against plain loops, write by write and bit by bit, over random rows, formats, strides and specials.</summary>
public class RowsTests
{
    const int Each = 40;

    public static TheoryData<int, int> Machines => new() { { 4, 0 }, { 4, 3 }, { 8, 60 }, { 17, 0 }, { 32, 0 }, { 32, 20 }, { 32, 400 } };

    readonly record struct Trial(Twin Twin, Random Random)
    {
        public TxuMachine M => Twin.Machine;
        public E Pick<E>() where E : struct, Enum => Enum.GetValues<E>() is var all ? all[Random.Next(all.Length)] : default;
        public bool Toss() => Random.Next(2) == 0;

        /// <summary>Registers for an instruction: a1, a2, a3 its rows, s0 its shape, c0 constants.</summary>
        public void Set(int count, Rows dst, Rows a, Rows b = default)
        {
            (M.Addresses[1].Base, M.Addresses[2].Base, M.Addresses[3].Base) = (dst.First, a.First, b.First);
            M.Shapes[0] = new Shape(count, 1, 1, (int)dst.Stride, (int)a.Stride, (int)b.Stride);
            M.Constants[0] = new(Twin.Fp32(), Twin.Fp32(), Random.Next(1 << 20), 0);
        }

        /// <summary>A target; sometimes the source itself, in place.</summary>
        public Rows Target(Target to, int count, Rows a) => a.Place == $"{to}" && (a.Stride > 0 || count == 1) && Toss() ? a : Twin.Target($"{to}", count);
    }

    static void Repeat(int lanes, int spice, Action<Trial> trial)
    {
        var random = new Random(lanes * 1000 + spice);
        var twin = new Twin(lanes, random, spice);
        for (var n = 0; n < Each; n++) trial(new(twin, random));
    }

    [Theory, MemberData(nameof(Machines))]
    public void VBIN(int lanes, int spice) => Repeat(lanes, spice, x =>
    {
        var (op, to, from, with, count) = (x.Pick<BinaryOp>(), x.Pick<Target>(), x.Pick<Source>(), x.Pick<Other>(), x.Twin.Count());
        var (a, b) = (x.Twin.Source($"{from}", count), x.Twin.Source($"{with}", count));
        var dst = x.Target(to, count, a);
        if (dst == a && b != a && Memory(a) == Memory(b)) dst = x.Twin.Target($"{to}", count);
        x.Set(count, dst, a, b);
        x.Twin.Run(new Vbin(A(1), A(2), A(3), S(0), op, to, from, with), () => x.Twin.Rows.Binary($"{op}", count, dst, a, b));
    });

    static string Memory(Rows rows) => rows.Place is "ACC" or "STATE" ? rows.Place : "SPAD";

    [Theory, MemberData(nameof(Machines))]
    public void VACT(int lanes, int spice) => Repeat(lanes, spice, x =>
    {
        var (fn, to, from, count, affine) = (x.Pick<Activation>(), x.Pick<Target>(), x.Pick<Source>(), x.Twin.Count(), x.Toss());
        var a = x.Twin.Source($"{from}", count);
        var dst = x.Target(to, count, a);
        x.Set(count, dst, a);
        x.Twin.Run(new Vact(A(1), A(2), S(0), fn, to, from, C(0), affine),
            () => x.Twin.Rows.Activation($"{fn}", count, dst, a, affine ? (x.M.Constants[0].Scale, x.M.Constants[0].Bias) : null));
    });

    [Theory, MemberData(nameof(Machines))]
    public void VGLU(int lanes, int spice) => Repeat(lanes, spice, x =>
    {
        var (to, from, with, count) = (x.Pick<Target>(), x.Pick<Source>(), x.Pick<Other>(), x.Twin.Count());
        var (dst, a, b) = (x.Twin.Target($"{to}", count), x.Twin.Source($"{from}", count), x.Twin.Source($"{with}", count));
        x.Set(count, dst, a, b);
        x.Twin.Run(new Vglu(A(1), A(2), A(3), S(0), to, from, with), () => x.Twin.Rows.Glu(count, dst, a, b));
    });

    [Theory, MemberData(nameof(Machines))]
    public void VNRM(int lanes, int spice) => Repeat(lanes, spice, x =>
    {
        var (to, from, count, state) = (x.Pick<Target>(), x.Pick<Source>(), x.Twin.Count(), x.Random.Next(Twin.StateTargets));
        var (dst, a, w) = (x.Twin.Target($"{to}", count), x.Twin.Source($"{from}", count), x.Twin.Source("SCALAR", count));
        x.Set(count, dst, a, w);
        x.Twin.Run(new Vnrm(A(1), A(2), A(3), S(0), V(state), to, from), () => x.Twin.Rows.Norm(count, dst, a, w, state));
    });

    [Theory, MemberData(nameof(Machines))]
    public void VRED(int lanes, int spice) => Repeat(lanes, spice, x =>
    {
        var (fn, from, count, first) = (x.Pick<Reduction>(), x.Pick<Source>(), x.Twin.Count(), x.Toss());
        var (a, state) = (x.Twin.Source($"{from}", count), x.Random.Next(first ? 32 : Twin.StateTargets));
        x.Set(count, default, a);
        x.Twin.Run(new Vred(V(state), A(2), S(0), fn, from, first), () => x.Twin.Rows.Reduce($"{fn}", count, a, state, first));
    });

    [Theory, MemberData(nameof(Machines))]
    public void VROPE(int lanes, int spice) => Repeat(lanes, spice, x =>
    {
        var (to, from, angles, count) = (x.Pick<Target>(), x.Pick<Source>(), x.Pick<Source>(), x.Random.Next(1, 20));
        var a = x.Twin.Source($"{from}", 2 * count);
        var (b, dst) = (x.Twin.Source($"{angles}", 2 * count), x.Target(to, 2 * count, a));
        if (dst == a && Memory(a) == Memory(b)) dst = x.Twin.Target($"{to}", 2 * count);
        x.Set(count, dst, a, b);
        x.Twin.Run(new Vrope(A(1), A(2), A(3), S(0), to, from, angles), () => x.Twin.Rows.Rope(count, dst, a, b));
    });

    [Theory, MemberData(nameof(Machines))]
    public void VQ(int lanes, int spice) => Repeat(lanes, spice, x =>
    {
        var (type, count, scaled) = (x.Pick<VqType>(), x.Twin.Count(), x.Toss());
        var (dst, a, scale, shift) = (x.Twin.Target(type == VqType.BF16 ? "BF16" : "E4M3", count), x.Twin.Source("ACC", count), x.Random.Next(65536), x.Random.Next(64));
        x.Set(count, dst, a);
        x.Twin.Run(new Vq(A(1), A(2), S(0), scale, shift, type, C(0), scaled), () =>
        {
            if (type == VqType.INT8) x.Twin.Rows.Requantize(count, dst, a, scale, shift);
            else x.Twin.Rows.Narrow(count, dst, a, scaled ? x.M.Constants[0].Scale : null);
        });
    });

    [Theory, MemberData(nameof(Machines))]
    public void VDQ(int lanes, int spice) => Repeat(lanes, spice, x =>
    {
        var (type, count, scaled) = (x.Pick<VdqType>(), x.Twin.Count(), x.Toss());
        var a = x.Twin.Source(type switch { VdqType.BF16 => "BF16", VdqType.INT32 => "ACC", _ => "E4M3" }, count);
        var dst = x.Target(Target.ACC, count, a);
        x.Set(count, dst, a);
        x.Twin.Run(new Vdq(A(1), A(2), S(0), type, C(0), scaled), () => x.Twin.Rows.Widen($"{type}", count, dst, a, scaled ? x.M.Constants[0].Scale : null));
    });

    /// <summary>Tiles one after another on the same state, so that the running maximum and sum are used.</summary>
    [Theory, MemberData(nameof(Machines))]
    public void SMX(int lanes, int spice) => Repeat(lanes, spice, x =>
    {
        var (type, count, first, causal, same) = (x.Pick<SmxType>(), x.Twin.Count(), x.Random.Next(3) == 0, x.Toss(), x.Toss());
        var (dst, a, state) = (x.Twin.Target($"{type}", count), x.Twin.Source("ACC", count), x.Random.Next(Twin.StateTargets - 3));
        x.Set(count, dst, a);
        // a tile somewhere near the diagonal, the key count and the edge of the window
        var query = x.Random.Next(4) == 0 ? x.Random.Next(3) : x.Random.Next((1 << 20) - 40);
        var key = Math.Clamp(query + x.Random.Next(-2 * count, 40), 0, (1 << 20) - 1);
        var (keys, window) = (Math.Clamp(key + x.Random.Next(-2, 2 * count), 0, (1 << 20) - 1), x.Toss() ? 0 : x.Random.Next(1, 60));
        if (x.Random.Next(4) == 0) keys = (1 << 20) - 1;
        x.M.Constants[0] = new(x.Random.Next(3) == 0 ? x.Twin.Fp32() : 0x3E38AA3B, 0, keys, window);
        (x.M.Addresses[4].Base, x.M.Addresses[5].Base) = (query, key);
        x.Twin.Run(new Smx(A(1), A(2), A(4), A(5), S(0), V(state), C(0), type, first, causal, same),
            () => x.Twin.Rows.Softmax($"{type}", count, dst, a, state, x.M.Constants[0].Scale, query, same, key, causal, keys, window, first));
    });

    [Theory, MemberData(nameof(Machines))]
    public void SMXF(int lanes, int spice) => Repeat(lanes, spice, x =>
    {
        var (to, count, state) = (x.Pick<Target>(), x.Twin.Count(), x.Random.Next(Twin.StateTargets));
        var a = x.Twin.Source("ACC", count);
        var dst = x.Target(to, count, a);
        x.Set(count, dst, a);
        x.Twin.Run(new Smxf(A(1), A(2), S(0), V(state), to), () => x.Twin.Rows.Finish(count, dst, a, state));
    });

    /// <summary>What the random trials must have met: a query that sees nothing, in every way there is.</summary>
    [Theory]
    [InlineData(SmxType.BF16, true)]
    [InlineData(SmxType.BF16, false)]
    [InlineData(SmxType.E4M3, true)]
    [InlineData(SmxType.E4M3, false)]
    public void A_query_without_keys_has_weight_0_and_alpha_1(SmxType type, bool first)
    {
        foreach (var (query, key, keys, window, causal) in new[] { (0, 5, 100, 0, true), (50, 5, 5, 0, false), (50, 10, 100, 1, false), (0, 0, 0, 0, false) })
        {
            var x = new Trial(new Twin(4, new Random(5), 0), new Random(6));
            var (dst, a) = (x.Twin.Target($"{type}", 5), x.Twin.Source("ACC", 5));
            x.Set(5, dst, a);
            x.M.Constants[0] = new(0x3F800000, 0, keys, window);
            (x.M.Addresses[4].Base, x.M.Addresses[5].Base) = (query, key);
            for (var t = 0; t < 4 && !first; t++) (x.M.State.Write(0)[t], x.M.State.Write(2)[t], x.Twin.Oracle.State[0, t], x.Twin.Oracle.State[2, t]) = (unchecked((int)0xFF800000), 0, 0xFF800000, 0);
            x.Twin.Run(new Smx(A(1), A(2), A(4), A(5), S(0), V(0), C(0), type, first, causal, Same: true),
                () => x.Twin.Rows.Softmax($"{type}", 5, dst, a, 0, 0x3F800000, query, true, key, causal, keys, window, first));
            Assert.All(x.M.State.Read(0).ToArray(), m => Assert.Equal(0xFF800000, (uint)m));
            Assert.All(x.M.State.Read(1).ToArray(), alpha => Assert.Equal(0x3F800000, alpha));
            Assert.All(x.M.State.Read(2).ToArray(), l => Assert.Equal(0, l));
            // and what is divided by that sum is 0
            dst = x.Twin.Target("ACC", 5);
            x.Set(5, dst, a);
            x.Twin.Run(new Smxf(A(1), A(2), S(0), V(2), Target.ACC), () => x.Twin.Rows.Finish(5, dst, a, 2));
            Assert.All(x.M.Acc.Read(dst.First).ToArray(), o => Assert.Equal(0, o));
        }
    }

    /// <summary>What an instruction writes it may read only in place.</summary>
    [Theory]
    [InlineData("VACT a0, a0, s1, COPY, ACC, ACC", true)]
    [InlineData("VACT a1, a0, s1, COPY, ACC, ACC", false)]
    [InlineData("VACT a0, a1, s1, COPY, ACC, ACC", false)]
    [InlineData("VACT a0, a0, s2, COPY, ACC, ACC", false)]
    [InlineData("VACT a0, a0, s3, COPY, ACC, ACC", true)]
    [InlineData("VBIN a0, a1, a0, s1, ADD, ACC, ACC, ACC", false)]
    [InlineData("VBIN a0, a0, a0, s1, ADD, ACC, ACC, ACC", true)]
    [InlineData("VBIN a2, a0, a2, s4, ADD, E4M3, ACC, SCALAR", false)]
    [InlineData("VACT a2, a6, s3, COPY, BF16, E4M3", false)]
    [InlineData("VACT a6, a2, s3, COPY, E4M3, BF16", false)]
    [InlineData("VNRM a3, a0, a2, s4, v3, STATE, ACC", true)]
    [InlineData("VNRM a3, a0, a2, s4, v4, STATE, ACC", false)]
    [InlineData("SMXF a3, a0, s4, v4, STATE", false)]
    [InlineData("SMXF a3, a0, s4, v3, STATE", true)]
    [InlineData("VBIN a2, a0, a2, s3, ADD, E4M3, ACC, SCALAR", true)]
    [InlineData("VROPE a0, a0, a2, s5, ACC, ACC, BF16", true)]
    [InlineData("VROPE a4, a0, a2, s5, ACC, ACC, BF16", false)]
    [InlineData("VDQ a0, a0, s1, INT32", true)]
    [InlineData("VDQ a1, a0, s1, INT32", false)]
    public void Reads_run_ahead_of_writes(string text, bool legal)
    {
        var outcome = Bench.Run($"""
            SETA a1, 1
            SETA a2, 64
            SETA a3, 4
            SETA a4, 3
            SETA a6, 65
            SETS s15, 64, 4, st0=1
            LD a0, a0, s15, ACC
            SETS s14, 128, st0=1
            LD a0, a0, s14
            SETS s13, 1
            VACT a3, a0, s13, COPY, STATE, ACC
            VACT a4, a0, s13, COPY, STATE, ACC
            SETS s1, 6, st0=1, st1=1, st2=1
            SETS s2, 6, st0=0, st1=0
            SETS s3, 1
            SETS s4, 2, st0=1, st1=1
            SETS s5, 6, st0=1, st1=1, st2=2
            {text}
            HALT
            """);
        Assert.Equal((legal ? Ending.Halted : Ending.ProgramError, legal), (outcome.Ending, !outcome.Message.Contains("reads run ahead of writes")));
    }
}
