namespace Hw.Bits.Tests;

/// <summary>What a text costs, counted by hand beside it.</summary>
public class CostTests
{
    static readonly Rom Table = new("curve", [.. Enumerable.Range(0, 16).Select(i => 10L * i)]);

    static Cost Of()
    {
        using var _ = new NodeTable().Enter();
        Signal a = Signal.Leaf("a", Interval.UInt8), b = Signal.Leaf("b", Interval.UInt8);
        var sum = (a + b).Fits(Interval.UInt8, "b is at most 255 − a");
        var product = Signal.Named(sum * a.Slice(3, 0).Lookup(Table), "product");
        return Cost.Of([Signal.Mux(a < b, product, sum + b), product + 1]);
    }

    [Fact]
    public void Counts_what_is_there()
    {
        var cost = Of();
        Assert.Equal("Add:1×9,1×9,1×16 Multiply:1×16 Less:1×8 Mux:1×16 Lookup:1×8", string.Join(' ', cost.Operators.Select(o =>
            $"{o.Kind}:{string.Join(',', o.Widths.SelectMany(w => Enumerable.Repeat($"1×{w.Width}", w.Count)))}")));
        Assert.Equal(16 * 8, cost.RomBits);
        Assert.Equal("0 … 510 (9 bits) fits UInt(8): b is at most 255 − a", Assert.Single(cost.Promises).ToString());
        Assert.Contains(("product", new Interval(0, 255 * 150)), cost.Ranges);
        Assert.Equal(16, cost.Widest.Range.Width);
        Assert.Equal(9 + 9 + 16 + 16 + 1 + 16 + 8, cost.Bits);
    }

    [Fact]
    public void Depth_is_the_longest_path()
    {
        // a + b, · entry, + 1
        Assert.Equal(0.1 + 0.12 * 9 + (0.4 + 0.133 * 16) + (0.1 + 0.12 * 16), Of().Depth, 6);
        Assert.Contains("1 promise\n", Of().ToString());
    }
}
