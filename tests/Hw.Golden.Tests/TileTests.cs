using Hw.Isa.Txu;
using Hw.Oracles;
using static Hw.Isa.Txu.Registers;

namespace Hw.Golden.Tests;

/// <summary>LDT and STT byte by byte, LD to ACC and back.</summary>
public class TileTests
{
    public static TheoryData<ElementSize, long, int, int, int, int, int, int> Walks
    {
        get
        {
            var all = new TheoryData<ElementSize, long, int, int, int, int, int, int>();
            foreach (var size in Enum.GetValues<ElementSize>())
                foreach (var (start, e0, e1, e2, st0, st1, st2) in new[]
                    { (0L, 32, 1, 1, 2, 0, 0), (0x4000L, 1, 2, 3, 5, 64, 500), (0xFF_FFFF_FFE0L, 31, 2, 1, 3, 1 << 20, 0), (0x20L, 2, 1, 2, 0xFFFFFF, 0, 7), (0x100L, 17, 3, 1, 2, 0, 0) })
                    all.Add(size, start, e0, e1, e2, st0, st1, st2);
            return all;
        }
    }

    [Theory, MemberData(nameof(Walks))]
    public void Loads_turn_rows_into_columns(ElementSize size, long start, int e0, int e1, int e2, int st0, int st1, int st2)
    {
        var (m, bytes) = Machine(size, start, e0, e1, e2, st0, st1, st2);
        foreach (var (address, _, _, _) in TileOracle.Bytes(start, 100, bytes, e0, e1, e2, st0, st1, st2)) m.Dram.Write(address, [(byte)(address * 31 ^ address >> 8)]);
        var writes = Bench.Execute(m, new Ldt(A(1), A(2), S(3), size));
        Same(TileOracle.Load(a => m.Dram.Read(a, 1)[0], start, 100, bytes, e0, e1, e2, st0, st1, st2), writes, TxuIsa.Spad);
        foreach (var w in writes) Assert.Equal(w.Data, m.Spad.Bytes(w.Address).ToArray());
    }

    [Theory, MemberData(nameof(Walks))]
    public void Stores_turn_columns_into_rows(ElementSize size, long start, int e0, int e1, int e2, int st0, int st1, int st2)
    {
        var (m, bytes) = Machine(size, start, e0, e1, e2, st0, st1, st2);
        var (random, rows) = (new Random(4), new byte[8192, 32]);
        for (var r = 0; r < e1 * e2 * 32 * bytes; r++)
            for (var j = 0; j < 32; j++) m.Spad.Write(100 + r)[j] = (sbyte)(rows[100 + r, j] = (byte)random.Next(256));
        var writes = Bench.Execute(m, new Stt(A(1), A(2), S(3), size));
        Same(TileOracle.Store(rows, start, 100, bytes, e0, e1, e2, st0, st1, st2), writes, TxuIsa.Dram);
        Assert.Equal(writes[^1].Data, m.Dram.Read(writes[^1].Address, 32));
    }

    /// <summary>Turned twice, tiles are what they were.</summary>
    [Fact]
    public void A_store_undoes_a_load()
    {
        var (m, _) = Machine(ElementSize.B16, 0x1000, 32, 1, 2, 2, 0, 64);
        var data = new byte[4096];
        new Random(1).NextBytes(data);
        m.Dram.Write(0x1000, data);
        Bench.Execute(m, new Ldt(A(1), A(2), S(3)));
        m.Addresses[2].Base = 0x9000;
        Bench.Execute(m, new Stt(A(1), A(2), S(3)));
        Assert.Equal(data, m.Dram.Read(0x9000, 4096));
    }

    [Theory]
    [InlineData(4)]
    [InlineData(32)]
    public void Accumulator_rows_load_as_they_are_stored(int lanes)
    {
        var m = new TxuMachine(lanes);
        m.Reset();
        var data = new byte[128 * 3];
        new Random(lanes).NextBytes(data);
        m.Dram.Write(0x2000, data);
        (m.Addresses[1].Base, m.Addresses[2].Base) = (1021, 0x2000);
        m.Shapes[3] = new Shape(6, 2, 1, 1, 6, 0);
        var writes = Bench.Execute(m, new Ld(A(1), A(2), S(3), Space.ACC));
        Assert.Equal([1021L, 1022, 1023], writes.Select(w => w.Address));
        for (var r = 0; r < 3; r++)
        {
            Assert.Equal((TxuIsa.Acc, Convert.ToHexString(data.AsSpan(128 * r, 4 * lanes))), (writes[r].Memory, Convert.ToHexString(writes[r].Data)));
            Assert.Equal(writes[r].Data, m.Acc.Bytes(1021 + r).ToArray());
        }
    }

    static (TxuMachine, int Bytes) Machine(ElementSize size, long start, int e0, int e1, int e2, int st0, int st1, int st2)
    {
        var m = new TxuMachine(4);
        m.Reset();
        (m.Addresses[1].Base, m.Addresses[2].Base) = (100, start);
        m.Shapes[3] = new Shape(e0, e1, e2, st0, st1, st2);
        return (m, size == ElementSize.B8 ? 1 : 2);
    }

    static void Same(List<(long At, byte[] Data)> wanted, List<Written> writes, int memory)
    {
        Assert.Equal(wanted.Select(w => w.At), writes.Select(w => w.Address));
        foreach (var (want, got) in wanted.Zip(writes)) Assert.Equal((memory, Convert.ToHexString(want.Data)), (got.Memory, Convert.ToHexString(got.Data)));
    }
}
