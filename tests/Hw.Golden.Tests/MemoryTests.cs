using Hw.Isa.Txu;
using Hw.Oracles;
using static Hw.Isa.Txu.Registers;

namespace Hw.Golden.Tests;

/// <summary>LD and ST against the walk by mixed-radix digits.</summary>
public class MemoryTests
{
    public static TheoryData<long, int, int, int, int, int, int> Walks => new()
    {
        { 0, 1, 1, 1, 0, 0, 0 },
        { 0x4000, 7, 3, 4, 1, 16, 64 },
        { 0x20, 4, 4, 4, 0xFFFFFF, 3, 0x800000 },
        { 0xFF_FFFF_FFE0, 5, 2, 2, 1, 7, 1 << 20 },
        { 0x123_4567_89A0, 3, 1, 4, 65535, 9, 77 },
    };

    [Theory, MemberData(nameof(Walks))]
    public void Loads_follow_the_walk(long start, int e0, int e1, int e2, int st0, int st1, int st2)
    {
        var (m, addresses) = Machine(start, e0, e1, e2, st0, st1, st2);
        m.Addresses[1].Base = 100;
        var writes = Bench.Execute(m, new Ld(A(1), A(2), S(3)));
        Assert.Equal(addresses.Count, writes.Count);
        for (var n = 0; n < writes.Count; n++)
        {
            Assert.Equal((TxuIsa.Spad, 100L + n), (writes[n].Memory, writes[n].Address));
            Assert.Equal(m.Dram.Read(addresses[n], 32), writes[n].Data);
            Assert.Equal(writes[n].Data, m.Spad.Bytes(100 + n).ToArray());
        }
    }

    [Theory, MemberData(nameof(Walks))]
    public void Stores_follow_the_walk(long start, int e0, int e1, int e2, int st0, int st1, int st2)
    {
        var (m, addresses) = Machine(start, e0, e1, e2, st0, st1, st2);
        m.Addresses[1].Base = 50;
        var random = new Random(2);
        for (var n = 0; n < addresses.Count; n++) Bench.Bytes(random, 32).CopyTo(m.Spad.Write(50 + n));
        var writes = Bench.Execute(m, new St(A(1), A(2), S(3)));
        Assert.Equal(addresses, writes.Select(w => w.Address));
        for (var n = 0; n < writes.Count; n++) Assert.Equal(m.Spad.Bytes(50 + n).ToArray(), writes[n].Data);
        Assert.Equal(writes[^1].Data, m.Dram.Read(addresses[^1], 32));
    }

    [Theory]
    [InlineData(4)]
    [InlineData(8)]
    [InlineData(32)]
    public void Accumulator_rows_are_32_slots_wide_in_memory(int lanes)
    {
        var m = new TxuMachine(lanes);
        m.Reset();
        var random = new Random(lanes);
        for (var r = 0; r < 3; r++)
            for (var t = 0; t < lanes; t++) m.Acc.Write(7 + r)[t] = random.Next(int.MinValue, int.MaxValue);
        m.Addresses[1].Base = 7;
        m.Addresses[2].Base = 0x1000;
        m.Shapes[3] = new Shape(4, 3, 1, 1, 8, 0);
        var writes = Bench.Execute(m, new St(A(1), A(2), S(3), Space.ACC));
        Assert.Equal(12, writes.Count);
        for (var r = 0; r < 3; r++)
        {
            var slots = Bench.Ints(m.Dram.Read(0x1000 + 32 * 8 * r, 128));
            for (var t = 0; t < 32; t++) Assert.Equal(t < lanes ? m.Acc.Read(7 + r)[t] : 0, slots[t]);
        }
    }

    static (TxuMachine Machine, List<long> Addresses) Machine(long start, int e0, int e1, int e2, int st0, int st1, int st2)
    {
        var m = new TxuMachine(4);
        m.Reset();
        var addresses = WalkOracle.Addresses(start, e0, e1, e2, st0, st1, st2).ToList();
        var random = new Random(1);
        foreach (var a in addresses) m.Dram.Write(a, (byte[])(Array)Bench.Bytes(random, 32));
        m.Addresses[2].Base = start;
        m.Shapes[3] = new Shape(e0, e1, e2, st0, st1, st2);
        return (m, addresses);
    }
}
