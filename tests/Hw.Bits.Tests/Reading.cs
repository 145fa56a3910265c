using System.Numerics;

namespace Hw.Bits.Tests;

/// <summary>A way of reading a text, as the tests see it: a law and rows of operands in, the results out.</summary>
public interface IReading
{
    string Name { get; }
    /// <summary>Whether every value between operands and result fits what this reading carries.</summary>
    bool Carries(Graph graph);
    BigInteger[] Read(Law law, BigInteger[][] rows);
}

/// <summary>Numbers one at a time: <see cref="Int"/>, or a reading that is wrong on purpose.</summary>
sealed class Scalar<T>(Func<T, long> value) : IReading where T : struct, IBits<T>
{
    public string Name => typeof(T) == typeof(Int) ? "Int" : typeof(T).GenericTypeArguments[0].Name;
    public bool Carries(Graph graph) => true;
    public BigInteger[] Read(Law law, BigInteger[][] rows) =>
        [.. rows.Select(row => (BigInteger)value(law.Apply<T>([.. row.Select(x => T.Constant((long)x))])))];
}

/// <summary>Numbers without a limit.</summary>
sealed class Limitless : IReading
{
    public string Name => nameof(Big);
    public bool Carries(Graph graph) => true;
    public BigInteger[] Read(Law law, BigInteger[][] rows) => [.. rows.Select(row => law.Apply<Big>([.. row.Select(x => new Big(x))]).Value)];
}

/// <summary>SIMD lanes, filled with consecutive rows; the rest of the last vector repeats the last row.</summary>
sealed class Simd<E> : IReading where E : unmanaged, IBinaryInteger<E>, IMinMaxValue<E>
{
    static readonly Interval Lane = new(BigInteger.CreateChecked(E.MinValue), BigInteger.CreateChecked(E.MaxValue));

    public string Name => $"Lanes<{typeof(E).Name}>";
    public bool Carries(Graph graph) => graph.Nodes.All(n => Lane.Contains(n.Range));

    public BigInteger[] Read(Law law, BigInteger[][] rows)
    {
        var results = new BigInteger[rows.Length];
        for (var start = 0; start < rows.Length; start += Lanes<E>.Count)
        {
            var operands = Enumerable.Range(0, law.Arity).Select(k => Lanes<E>.Load(
                [.. Enumerable.Range(start, Lanes<E>.Count).Select(i => E.CreateChecked(rows[Math.Min(i, rows.Length - 1)][k]))])).ToArray();
            var result = law.Apply(operands);
            for (var i = 0; i < Lanes<E>.Count && start + i < rows.Length; i++) results[start + i] = BigInteger.CreateChecked(result[i]);
        }
        return results;
    }
}

/// <summary>The hardware reading: the graph is built once and evaluated node by node.</summary>
sealed class Hardware : IReading
{
    public string Name => "Signal";
    public bool Carries(Graph graph) => true;
    public BigInteger[] Read(Law law, BigInteger[][] rows) => throw new NotSupportedException("the graph carries the intervals; see Harness");
}

/// <summary>The graph of a law on leaves of given intervals.</summary>
public sealed class Graph
{
    readonly Node[] leaves;
    readonly List<Node> order = [];

    Graph(Law law, Interval[] operands)
    {
        using var _ = new NodeTable().Enter();
        var signals = operands.Select((o, i) => Signal.Leaf($"x{i}", o)).ToArray();
        leaves = [.. signals.Select(s => s.Node)];
        Result = law.Apply(signals).Node;
        var seen = new HashSet<Node>();
        foreach (var leaf in leaves) Visit(leaf, seen);
        Visit(Result, seen);
    }

    /// <summary>Null where the algebra refuses the text for these operands.</summary>
    public static Graph? TryBuild(Law law, Interval[] operands)
    {
        try { return new(law, operands); }
        catch (BitsException) { return null; }
    }

    public Node Result { get; }
    public IReadOnlyList<Node> Nodes => order;

    public BigInteger Evaluate(BigInteger[] row)
    {
        var known = new Dictionary<Node, BigInteger>();
        for (var i = 0; i < leaves.Length; i++) known[leaves[i]] = row[i];
        foreach (var n in order)
        {
            if (!known.ContainsKey(n)) known[n] = n.Evaluate(o => known[o]);
            if (!n.Range.Contains(known[n])) throw new BitsException($"{n} is {known[n]}, outside its interval {n.Range.Describe()}");
        }
        return known[Result];
    }

    void Visit(Node n, HashSet<Node> seen)
    {
        if (!seen.Add(n)) return;
        foreach (var o in n.Operands) Visit(o, seen);
        order.Add(n);
    }
}
