using Hw.Bits;
using Hw.Isa;
using Hw.Isa.Txu;
using Hw.Oracles;
using static Hw.Isa.Txu.Registers;

namespace Hw.Golden.Tests;

/// <summary>MM in BF16 and E4M3 against one exact DOT32 after another: modes, α, tails, dead lanes, specials.</summary>
public class FloatMatrixTests
{
    public static TheoryData<int, int, MmType> Machines
    {
        get
        {
            var all = new TheoryData<int, int, MmType>();
            foreach (var type in (MmType[])[MmType.BF16, MmType.E4M3])
                foreach (var (lanes, spice) in new[] { (4, 0), (8, 300), (17, 0), (32, 0), (32, 1000), (16, 20) }) all.Add(lanes, spice, type);
            return all;
        }
    }

    [Theory, MemberData(nameof(Machines))]
    public void Products_equal_exact_dots(int lanes, int spice, MmType type)
    {
        var random = new Random(lanes + spice);
        var twin = new Twin(lanes, random, spice);
        var m = twin.Machine;
        var (low, step) = type == MmType.BF16 ? (0, 2) : (Twin.E4M3Rows, 1);
        for (var n = 0; n < 25; n++)
        {
            var (rows, chunks, tail, live) = (random.Next(1, 8), random.Next(1, 4), random.Next(3) == 0 ? 0 : random.Next(32), random.Next(3) == 0 ? 0 : random.Next(32));
            var (rowStride, chunkStride, stationaryStride) = (step * random.Next(4), step * random.Next(10), step * random.Next(40));
            var mode = (MmMode)random.Next(3);
            var (acc, alpha) = (random.Next(Twin.AccTargets - 8), random.Next(Twin.StateTargets));
            m.Addresses[1].Base = acc;
            m.Addresses[2].Base = low + step * random.Next((Twin.E4M3Rows - 7 * rowStride - 2 * chunkStride) / step);
            m.Addresses[3].Base = low + step * random.Next((Twin.E4M3Rows - 2 * stationaryStride - 32 * step) / step);
            m.Shapes[0] = new Shape(rows, chunks, 1, rowStride, chunkStride, stationaryStride);
            twin.Run(new Mm(A(1), A(2), A(3), S(0), mode, type, V(alpha), tail, live),
                () => FloatMatrixOracle.Run(twin.Oracle, $"{type}", $"{mode}", acc, new("", m.Addresses[2].Base, rowStride), chunkStride, m.Addresses[3].Base, stationaryStride, rows, chunks, alpha, tail, live));
        }
    }

    /// <summary>An Inf beyond the tail is nothing; in a dead lane it meets a zero.</summary>
    [Theory]
    [InlineData(0, 0, 0x7F800000u, 0x7F800000u)]
    [InlineData(31, 0, 0x41F80000u, 0x41F80000u)]
    [InlineData(0, 2, 0x7F800000u, 0x7FC00000u)]
    [InlineData(31, 2, 0x41F80000u, 0u)]
    public void Masks_say_where_an_infinity_counts(int tail, int live, uint lane0, uint lane3)
    {
        var m = Ones(rows: 66);
        (m.Spad.Write(65)[30], m.Spad.Write(65)[31]) = (unchecked((sbyte)0x80), 0x7F);      // element 31 of the moving row
        (m.Addresses[2].Base, m.Addresses[3].Base) = (64, 0);
        var writes = Bench.Execute(m, new Mm(A(1), A(2), A(3), S(0), MmMode.SET, MmType.BF16, Tail: tail, Lanes: live));
        Assert.Equal((lane0, lane3), ((uint)Bench.Ints(writes[0].Data)[0], (uint)Bench.Ints(writes[0].Data)[3]));
    }

    /// <summary>What the masks leave out need not have a value: features beyond the tail, elements of a second SPAD row.</summary>
    [Fact]
    public void Masked_rows_are_not_read()
    {
        var m = Ones(rows: 10);                      // five features
        (m.Addresses[2].Base, m.Addresses[3].Base) = (0, 0);
        Assert.Equal(0x40A00000, Bench.Ints(Bench.Execute(m, new Mm(A(1), A(2), A(3), S(0), MmMode.SET, MmType.BF16, Tail: 5))[0].Data)[0]);
        Assert.Throws<ProgramErrorException>(() => Bench.Execute(m, new Mm(A(1), A(2), A(3), S(0), MmMode.SET, MmType.BF16, Tail: 6)));
        Assert.Throws<ProgramErrorException>(() => Bench.Execute(m, new Mm(A(1), A(2), A(3), S(0), MmMode.SCALE, MmType.BF16, V(1), Tail: 5)));
    }

    static TxuMachine Ones(int rows)
    {
        var m = new TxuMachine(4);
        m.Reset();
        for (var r = 0; r < rows; r++)
            for (var j = 0; j < 16; j++) (m.Spad.Write(r)[2 * j], m.Spad.Write(r)[2 * j + 1]) = (unchecked((sbyte)0x80), 0x3F);
        m.Shapes[0] = new Shape(1, 1, 1, 0, 0, 0);
        return m;
    }

    /// <summary>The eight-lane reading against the one-lane reading of the same texts.</summary>
    [Theory]
    [InlineData(MmType.BF16)]
    [InlineData(MmType.E4M3)]
    public void Lanes_equal_Int(MmType type)
    {
        var random = new Random(3);
        var twin = new Twin(8, random, 50);
        var (m, format) = (twin.Machine, type == MmType.BF16 ? Bits.Numbers.FloatFormat.Bf16 : Bits.Numbers.FloatFormat.E4M3);
        var pair = new Bits.Numbers.DotPair(format);
        for (var n = 0; n < 50; n++)
        {
            var (low, step) = type == MmType.BF16 ? (0, 2) : (Twin.E4M3Rows, 1);
            (m.Addresses[1].Base, m.Addresses[2].Base, m.Addresses[3].Base) = (n, low + 2 * random.Next(100), low + 2 * random.Next(150));
            var before = m.Acc.Read(n).ToArray();
            var writes = Bench.Execute(m, new Mm(A(1), A(2), A(3), S(0), MmMode.ADD, type));
            for (var t = 0; t < 8; t++)
            {
                var moving = Enumerable.Range(0, 32).Select(j => (Int)Element(m.Addresses[2].Base, j)).ToArray();
                var stationary = Enumerable.Range(0, 32).Select(j => (Int)Element(m.Addresses[3].Base + j * step, t)).ToArray();
                Assert.Equal((uint)Numerics.Add<Int>((uint)before[t], Bits.Numbers.Dot.Of<Int>(pair, moving, stationary)).Value, (uint)Bench.Ints(writes[0].Data)[t]);
            }
        }

        long Element(long row, int e) => type == MmType.BF16 ? twin.Oracle.Bf16(row + e / 16, e % 16) : twin.Oracle.Spad[row, e];
    }
}
