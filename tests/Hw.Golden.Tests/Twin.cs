using Hw.Bits;
using Hw.Bits.Numbers;
using Hw.Isa.Txu;
using Hw.Oracles;
using Rows = Hw.Oracles.Rows;

namespace Hw.Golden.Tests;

/// <summary>A machine and the oracle's plain memories with the same contents. An instruction runs on both; write by write they must agree to the bit.</summary>
sealed class Twin
{
    /// <summary>Sources lie below, targets from here on: SPAD (BF16 below 512, E4M3 from there), ACC, STATE.</summary>
    public const int SpadTargets = 1024, E4M3Rows = 512, AccTargets = 512, StateTargets = 16;

    public TxuMachine Machine { get; }
    public Memories Oracle { get; }
    public RowsOracle Rows { get; }
    readonly Random random;
    readonly int spice;

    /// <param name="spice">One value in so many is a special: NaN, Inf, −0, a subnormal, the largest, any bits. 0: none.</param>
    public Twin(int lanes, Random random, int spice)
    {
        (this.random, this.spice) = (random, spice);
        (Machine, Oracle) = (new(lanes), new(lanes));
        Rows = new(Oracle, Function);
        Machine.Reset();
        for (var r = 0; r < SpadTargets; r++)
        {
            var row = Machine.Spad.Write(r);
            for (var j = 0; j < 32; j++) row[j] = (sbyte)(r >= E4M3Rows ? E4M3() : 0);
            for (var j = 0; j < 32 && r < E4M3Rows; j += 2)
            {
                var number = Fp32();
                (row[j], row[j + 1]) = ((sbyte)(number >> 16), (sbyte)(number >> 24));
            }
            for (var j = 0; j < 32; j++) Oracle.Spad[r, j] = (byte)row[j];
        }
        for (var r = 0; r < AccTargets; r++)
            for (var t = 0; t < lanes; t++) Machine.Acc.Write(r)[t] = (int)(Oracle.Acc[r, t] = Fp32());
        for (var r = 0; r < StateTargets; r++)
            for (var t = 0; t < lanes; t++) Machine.State.Write(r)[t] = (int)(Oracle.State[r, t] = Fp32());
    }

    static readonly uint[] specials =
        [0, 0x80000000, 1, 0x80000001, 0x007FFFFF, 0x00800000, 0x7F7FFFFF, 0xFF7FFFFF, 0x7F800000, 0xFF800000, 0x7FC00000, 0xFFC12345, 0x7F800001, 0x7F7F0000, 0x00010000, 0x3F800000];

    /// <summary>An FP32 number, mostly of ordinary size.</summary>
    public uint Fp32()
    {
        if (spice > 0 && random.Next(spice) == 0) return random.Next(4) == 0 ? (uint)random.NextInt64(1L << 32) : specials[random.Next(specials.Length)];
        return (uint)random.Next(2) << 31 | (uint)random.Next(120, 133) << 23 | (uint)random.Next(1 << 23);
    }

    /// <summary>Any byte, but NaN only among specials.</summary>
    int E4M3()
    {
        var x = random.Next(256);
        return spice == 0 && (x & 0x7F) == 0x7F ? 0 : x;
    }

    /// <summary>A function's bits, from the library: the contract says how good they are, not which.</summary>
    static uint Function(string name, uint x) => (uint)(name switch
    {
        "exp2" => Exp2.Of<Int>(x), "rcp" => Reciprocal.Of<Int>(x), "rsqrt" => ReciprocalSqrt.Of<Int>(x), "sigmoid" => Sigmoid.Of<Int>(x), "silu" => Silu.Of<Int>(x),
        _ => throw new ArgumentException(name),
    }).Value;

    /// <summary>Runs it on both; throws where they differ.</summary>
    public void Run(ITxuInstruction instruction, Action oracle)
    {
        Oracle.Log.Clear();
        oracle();
        var writes = Bench.Execute(Machine, instruction);
        Assert.Equal(Oracle.Log.Count, writes.Count);
        foreach (var (want, got) in Oracle.Log.Zip(writes))
        {
            var name = TxuIsa.Definition.Shape.Memories[got.Memory].Name;
            if (name != want.Memory || got.Address != want.Row || !got.Data.AsSpan().SequenceEqual(want.Data))
                Assert.Fail($"{instruction}\n wrote {name} {got.Address}: {Convert.ToHexString(got.Data)}\nwanted {want.Memory} {want.Row}: {Convert.ToHexString(want.Data)}");
        }
    }

    public int Count() => random.Next(3) == 0 ? random.Next(1, 6) : random.Next(1, 41);

    /// <summary>Rows to read, somewhere among the sources.</summary>
    public Rows Source(string place, int count) => place switch
    {
        "SCALAR" => new(place, random.Next(0, E4M3Rows - (count - 1) / 16)),
        "BF16" => Place(place, count, 2 * random.Next(3), 0, E4M3Rows - 1, step: 2),
        "E4M3" => Place(place, count, random.Next(4), E4M3Rows, SpadTargets),
        "ACC" => Place(place, count, random.Next(4), 0, AccTargets),
        _ => Place(place, count, count > 5 ? 0 : random.Next(4), 0, StateTargets),
    };

    /// <summary>Rows to write, somewhere among the targets.</summary>
    public Rows Target(string place, int count) => place switch
    {
        "BF16" => Place(place, count, 2 * random.Next(3), SpadTargets, 2 * SpadTargets - 1, step: 2),
        "E4M3" => Place(place, count, random.Next(4), SpadTargets, 2 * SpadTargets),
        "ACC" => Place(place, count, random.Next(4), AccTargets, 2 * AccTargets),
        _ => Place(place, count, count > 5 ? 0 : random.Next(4), StateTargets, 2 * StateTargets),
    };

    Rows Place(string place, int count, int stride, int low, int high, int step = 1) =>
        new(place, low + random.Next(0, (high - low - (count - 1) * stride) / step) * step, stride);
}
