using System.Numerics;
using Hw.Bits;
using Hw.Bits.Numbers;

namespace Hw.NumberCheck.Tests;

/// <summary>The range pass over every text: each is read symbolically, which throws where a value could need more than 63 bits and a sign, and each
/// graph gives what the scalar reading gives.</summary>
public class RangeTests
{
    public static TheoryData<string> Names => [.. NumberFunctions.All.Select(f => f.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_width_is_proven_and_the_graph_agrees(string name)
    {
        var function = NumberFunctions.All.Single(f => f.Name == name);
        using var table = new NodeTable().Enter();
        Signal[] x = [.. function.Takes.Select(t => Signal.Leaf(t, t.Format.Range))], y = new Signal[function.Gives.Count];
        function.Apply<Signal>(x, y);
        for (var k = 0; k < y.Length; k++)
            Assert.True(function.Gives[k].Format.Range.Contains(y[k].Range), $"{name}: {function.Gives[k].Name} is {y[k].Range.Describe()}, declared {function.Gives[k].Format.Range.Describe()}");

        var source = new CaseSource(function);
        var (row, numbers, results) = (new long[x.Length], new Int[x.Length], new Int[y.Length]);
        for (var i = 0; i < 200; i++)
        {
            source.Fill(i * Math.Max(1, Math.Min(source.Count, 1 << 20) / 200), row);
            for (var k = 0; k < row.Length; k++) numbers[k] = row[k];
            function.Apply<Int>(numbers, results);
            var known = new Dictionary<Node, BigInteger>(ReferenceEqualityComparer.Instance);
            for (var k = 0; k < row.Length; k++) known[x[k].Node] = row[k];
            for (var k = 0; k < y.Length; k++) Assert.Equal(results[k].Value, (long)Value(y[k].Node, known));
        }
    }

    static BigInteger Value(Node node, Dictionary<Node, BigInteger> known) =>
        known.TryGetValue(node, out var value) ? value : known[node] = InRange(node, node.Evaluate(n => Value(n, known)));

    static BigInteger InRange(Node node, BigInteger value)
    {
        Assert.True(node.Range.Contains(value), $"{node.Op} gives {value}, its interval is {node.Range.Describe()}");
        return value;
    }
}
