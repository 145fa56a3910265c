using Hw.Bits;
using Hw.Isa.Txu;
using Hw.Oracles;
using static Hw.Isa.Txu.Registers;

namespace Hw.Golden.Tests;

/// <summary>MM against plain loops, write by write; and its two readings against each other.</summary>
public class MatrixTests
{
    [Theory]
    [InlineData(4, 1, 1, 1, 0, 0, MmMode.SET)]
    [InlineData(4, 9, 3, 3, 1, 32, MmMode.ADD)]
    [InlineData(8, 16, 2, 1, 16, 32, MmMode.SET)]
    [InlineData(32, 33, 4, 1, 40, 64, MmMode.ADD)]
    [InlineData(32, 5, 3, 0, 0, 1, MmMode.SET)]
    [InlineData(17, 6, 2, 2, 1, 33, MmMode.ADD)]
    public void Products_equal_plain_loops(int lanes, int rows, int chunks, int st0, int st1, int st2, MmMode mode)
    {
        var random = new Random(lanes + rows);
        var (m, spad, acc) = Machine(lanes, random, _ => (sbyte)random.Next(-128, 128), _ => random.Next(-1000, 1000));
        (m.Addresses[1].Base, m.Addresses[2].Base, m.Addresses[3].Base) = (11, 100, 300);
        m.Shapes[0] = new Shape(rows, chunks, 1, st0, st1, st2);
        Compare(m, spad, acc, new Mm(A(1), A(2), A(3), S(0), mode), 11, 100, 300);
    }

    /// <summary>Both ends of INT32, crossed and met, in neighbouring lanes: saturation is per step, so it does not come back.</summary>
    [Theory]
    [InlineData(-128, -128, int.MaxValue - 524287)]
    [InlineData(-128, -128, int.MaxValue - 524288)]
    [InlineData(-128, 127, int.MinValue + 520191)]
    [InlineData(-128, 127, int.MinValue + 520192)]
    [InlineData(127, 127, int.MaxValue)]
    [InlineData(-128, 127, int.MinValue)]
    public void Accumulators_saturate(int moving, int stationary, int start)
    {
        var (m, spad, acc) = Machine(8, new Random(1), row => (sbyte)(row < 200 ? moving : stationary), lane => lane % 2 == 0 ? start : -start - 1);
        (m.Addresses[2].Base, m.Addresses[3].Base) = (0, 200);
        m.Shapes[0] = new Shape(3, 3, 1, 1, 1, 32);
        Compare(m, spad, acc, new Mm(A(1), A(2), A(3), S(0), MmMode.ADD), 0, 0, 200);
    }

    /// <summary>The SIMD reading that MM uses and the scalar reading of the same text.</summary>
    [Fact]
    public void Lanes_equal_Int()
    {
        var random = new Random(9);
        for (var n = 0; n < 200; n++)
        {
            var (moving, stationary) = (Bench.Bytes(random, 32), Bench.Bytes(random, 32 * 16));
            if (n == 0) { moving.AsSpan().Fill(-128); stationary.AsSpan().Fill(-128); }
            var acc = Enumerable.Range(0, 16).Select(_ => random.Next(8) switch { 0 => int.MaxValue, 1 => int.MinValue, _ => random.Next(int.MinValue, int.MaxValue) }).ToArray();
            var wide = Dot32.Accumulate(Lanes<int>.Load(acc), Dot32.Of<Lanes<int>>(
                [.. moving.Select(b => (Lanes<int>)(long)b)],
                [.. Enumerable.Range(0, 32).Select(j => Lanes<int>.Load(Enumerable.Range(0, 16).Select(t => (int)stationary[j * 16 + t]).ToArray()))]));
            for (var t = 0; t < 16; t++)
            {
                var one = Dot32.Accumulate<Int>(acc[t], Dot32.Of<Int>([.. moving.Select(b => (Int)b)], [.. Enumerable.Range(0, 32).Select(j => (Int)stationary[j * 16 + t])]));
                Assert.Equal(one.Value, wide[t]);
            }
        }
    }

    static (TxuMachine, sbyte[,], int[,]) Machine(int lanes, Random random, Func<int, sbyte> element, Func<int, int> accumulator)
    {
        var m = new TxuMachine(lanes);
        m.Reset();
        var (spad, acc) = (new sbyte[1024, 32], new int[64, lanes]);
        for (var r = 0; r < 1024; r++)
            for (var j = 0; j < 32; j++) m.Spad.Write(r)[j] = spad[r, j] = element(r);
        for (var r = 0; r < 64; r++)
            for (var t = 0; t < lanes; t++) m.Acc.Write(r)[t] = acc[r, t] = accumulator(t);
        return (m, spad, acc);
    }

    static void Compare(TxuMachine m, sbyte[,] spad, int[,] acc, Mm mm, long accRow, long moving, long stationary)
    {
        var s = m.Shapes[0];
        m.Addresses[1].Base = accRow;
        var writes = Bench.Execute(m, mm);
        var expected = MatrixOracle.Run(spad, acc, accRow, moving, stationary, s.E0, s.E1, s.St0, s.St1, s.St2, mm.Mode == MmMode.ADD);
        Assert.Equal(expected.Count, writes.Count);
        foreach (var (want, got) in expected.Zip(writes))
        {
            Assert.Equal((TxuIsa.Acc, want.Row), (got.Memory, got.Address));
            Assert.Equal(want.Lanes, Bench.Ints(got.Data));
        }
    }
}
