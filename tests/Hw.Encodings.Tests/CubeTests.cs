namespace Hw.Encodings.Tests;

/// <summary>Cubes of few bits, held against the sets of words they stand for.</summary>
public class CubeTests
{
    const int Bits = 4, Words = 1 << Bits;

    /// <summary>Each of the 3^4 cubes of four bits.</summary>
    static IEnumerable<Cube> Every() =>
        from mask in Enumerable.Range(0, Words) from value in Enumerable.Range(0, Words) where (value & ~mask) == 0 select new Cube((ulong)mask, (ulong)value);

    static HashSet<int> Set(Cube cube) => [.. Enumerable.Range(0, Words).Where(w => cube.Contains((ulong)w))];

    [Fact]
    public void Are_the_sets_they_stand_for()
    {
        foreach (var a in Every())
            foreach (var b in Every())
            {
                var (x, y) = (Set(a), Set(b));
                Assert.Equal(x.Overlaps(y), a.Meets(b));
                Assert.Equal(x.IsSupersetOf(y), a.Contains(b));
                if (a.Meets(b)) Assert.Equal(x.Intersect(y).ToHashSet(), Set(a.And(b)));
                var rest = a.Without(b).ToList();
                Assert.Equal(x.Except(y).ToHashSet(), [.. rest.SelectMany(Set)]);
                Assert.Equal(rest.Sum(r => Set(r).Count), x.Except(y).Count());
            }
    }
}
