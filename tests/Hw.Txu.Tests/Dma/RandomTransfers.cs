using Hw.Isa.Txu;

namespace Hw.Txu.Tests.Dma;

/// <summary>
/// Random programs of both engines. Loads read the lower half of memory and write the lower half of what is on chip, stores take the upper halves, so that their order does
/// not matter. Shapes are as odd as dispatch lets them be: strides of 0 and of a unit, rows side by side, tiles of few rows, transfers across pages.
/// </summary>
sealed class RandomTransfers(Random random)
{
    const int HalfMemory = DmaBench.Words / 2;

    /// <summary>Gives every row on chip a value.</summary>
    public static List<Transfer> Fill { get; } =
    [
        Transfer.Ld(0, 0, new(4096, 1, 1, 1, 0, 0)), Transfer.Ld(4096 * 32, 4096, new(64, 64, 1, 1, 64, 0)),
        Transfer.Ld(2048 * 32, 0, new(32, 128, 1, 1, 32, 0), Space.ACC),
    ];

    public List<Transfer> Next(int count) => [.. Enumerable.Range(0, count).Select(_ => Next())];

    Transfer Next()
    {
        var isLoad = random.Next(2) == 0;
        return random.Next(10) switch
        {
            0 => new(isLoad, null, 0, 0, new(1, 1, 1, 0, 0, 0)),
            < 4 => Plain(isLoad, Space.SPAD),
            < 6 => Plain(isLoad, Space.ACC),
            < 8 => Tiles(isLoad, ElementSize.B8),
            _ => Tiles(isLoad, ElementSize.B16),
        };
    }

    Transfer Plain(bool isLoad, Space space)
    {
        int e0 = Extent(40), e1 = Extent(5), e2 = Extent(3);
        if (space == Space.ACC && e0 * e1 * e2 % 4 != 0) e0 = (e0 + 3) / 4 * 4;
        var shape = new Shape(e0, e1, e2, Stride(1), Stride(e0), Stride(e0 * e1));
        var rows = (int)shape.Count / (space == Space.ACC ? 4 : 1);
        var row = Row(isLoad, rows, space == Space.ACC ? TxuIsa.AccRows : TxuIsa.SpadRows);
        var memory = Memory(isLoad, shape, 1);
        return isLoad ? Transfer.Ld(memory, row, shape, space) : Transfer.St(memory, row, shape, space);
    }

    Transfer Tiles(bool isLoad, ElementSize size)
    {
        var units = size == ElementSize.B16 ? 2 : 1;
        var e0 = random.Next(3) == 0 ? 32 : random.Next(1, 33);
        var shape = new Shape(e0, Extent(3), Extent(2), random.Next(2) == 0 ? units : Stride(units), Stride(e0 * units), Stride(3 * units));
        var row = Row(isLoad, shape.E1 * shape.E2 * 32 * units, TxuIsa.SpadRows) / units * units;
        var memory = Memory(isLoad, shape, units);
        return isLoad ? Transfer.Ldt(memory, row, shape, size) : Transfer.Stt(memory, row, shape, size);
    }

    int Extent(int most) => random.Next(3) == 0 ? 1 : random.Next(1, most + 1);
    /// <summary>Side by side, at random, or all in one place.</summary>
    int Stride(int side) => random.Next(6) switch { < 3 => side, < 5 => random.Next(1, 100), _ => 0 };
    long Row(bool isLoad, int rows, int all) => (isLoad ? 0 : all / 2) + random.Next(all / 2 - rows + 1);

    long Memory(bool isLoad, Shape s, int units)
    {
        var reach = (s.E0 - 1) * s.St0 + (s.E1 - 1) * s.St1 + (s.E2 - 1) * s.St2 + units;
        Assert.True(reach <= HalfMemory);
        return 32L * ((isLoad ? 0 : HalfMemory) + random.Next(HalfMemory - reach + 1));
    }
}
